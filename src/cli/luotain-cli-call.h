#pragma once

#include "luotain-cli-error.h"
#include "luotain-cli-output.h"

#include "luotain-db.h"

G_BEGIN_DECLS

typedef struct _LuotainCliCall LuotainCliCall;

/**
 * LuotainCliRun:
 * @call: what was called
 * @error: why it failed
 *
 * Runs a command. What it has to say goes to @call->output. A command that did its work and has bad news (`check`)
 * sets @call->status.
 *
 * Returns: whether @error is unset
 */
typedef gboolean (*LuotainCliRun) (LuotainCliCall *call, GError **error);

/** LuotainCliCommand: one command of the program. */
typedef struct
{
  const char *name;
  const char *arguments; /* what stands behind the name */
  const char *summary; /* in English, translatable: one sentence */
  const char *examples; /* command lines, each ended by a line feed */
  LuotainCliRun run;
} LuotainCliCommand;

/** LuotainCliDrawings: the jobs that need the libraries that draw, each a LuotainJob with its own data, and commands. */
typedef struct
{
  LuotainJob map; /* a LuotainMapExport */
  LuotainJob html; /* a LuotainHtmlExport */
  LuotainJob report; /* a LuotainReportExport */
  LuotainJob report_data; /* a LuotainReportDataExport */
  LuotainJob xlsx; /* a LuotainXlsx */
  LuotainJob picture; /* a LuotainPicture */
  LuotainCliRun archive; /* these need the library that packs */
  LuotainCliRun verify;
  LuotainCliRun shelf;
} LuotainCliDrawings;

struct _LuotainCliCall
{
  const LuotainCliCommand *command;
  char **argv; /* from the command's name on; NULL-terminated */
  char **words; /* what is no option, once luotain_cli_call_parse() has gone through argv; NULL-terminated */
  guint n_words;
  LuotainCliOutput *output;
  LuotainCliStatus status;
  const LuotainCliDrawings
      *drawings; /* (nullable): in the program that draws; see luotain_cli_become_drawing() */
};

LuotainCliCall *luotain_cli_call_new (const LuotainCliCommand *command, char **argv);
void luotain_cli_call_free (LuotainCliCall *self);

/** LUOTAIN_CLI_JSON: the option `--json`. */
#define LUOTAIN_CLI_JSON(place) \
  { \
    "json", 0, 0, G_OPTION_ARG_NONE, place, N_ ("Print JSON"), NULL \
  }

/**
 * luotain_cli_call_parse:
 * @self: a call
 * @options: (nullable): what the command takes, ended by an empty one
 * @least: how many words there must be
 * @most: how many there may be
 * @error: LUOTAIN_CLI_ERROR_USAGE, G_OPTION_ERROR
 *
 * Returns: whether to go on; %FALSE without an error where help was asked for and given
 */
gboolean luotain_cli_call_parse (LuotainCliCall *self, const GOptionEntry *options, guint least, guint most,
                                 GError **error);

/**
 * luotain_cli_become_drawing:
 * @argv: (array zero-terminated=1): the command as it was called
 * @error: LUOTAIN_CLI_ERROR_FAILED
 *
 * Goes on as `luotain-cli-draw`, the same program with the libraries that draw: loading them takes longer than most
 * commands take. Comes back only where it is missing.
 *
 * Returns: %FALSE
 */
gboolean luotain_cli_become_drawing (char **argv, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCliCall, luotain_cli_call_free)

G_END_DECLS
