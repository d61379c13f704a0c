#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_cli_input_read:
 * @most: how many bytes it may hold
 * @length: (out): how many it held
 * @error: LUOTAIN_CLI_ERROR
 *
 * Reads standard input to its end.
 *
 * Returns: (transfer full) (nullable): its bytes and a NUL
 */
char *luotain_cli_input_read (gsize most, gsize *length, GError **error);

/**
 * luotain_cli_input_save:
 * @file: a local file that does not exist
 * @error: LUOTAIN_CLI_ERROR, G_IO_ERROR
 *
 * Writes standard input, to its end, to a file.
 */
gboolean luotain_cli_input_save (GFile *file, GError **error);

G_END_DECLS
