#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LUOTAIN_CLI_ERROR (luotain_cli_error_quark ())

typedef enum
{
  LUOTAIN_CLI_ERROR_USAGE, /* the command was not called as it is meant to be */
  LUOTAIN_CLI_ERROR_INPUT, /* what it was given is no good */
  LUOTAIN_CLI_ERROR_FAILED
} LuotainCliError;

GQuark luotain_cli_error_quark (void);

/** LuotainCliStatus: how the program ends; documented, never renumbered. */
typedef enum
{
  LUOTAIN_CLI_DONE = 0,
  LUOTAIN_CLI_FAILED = 1,
  LUOTAIN_CLI_USAGE = 2,
  LUOTAIN_CLI_BAD_INPUT = 3, /* or a newer version */
  LUOTAIN_CLI_NO_WRITING = 4, /* read-only, or held by another process */
  LUOTAIN_CLI_DAMAGED = 5
} LuotainCliStatus;

/**
 * luotain_cli_status_of:
 * @error: why something failed, of whatever domain
 *
 * Returns: with which status the program ends for it
 */
LuotainCliStatus luotain_cli_status_of (const GError *error);

G_END_DECLS
