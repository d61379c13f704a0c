#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainCliOutput: what a command has to say, kept until the workbook is let go of.
 *
 * A reader that stands in the middle of the workbook while somebody pages through its output would keep every writer
 * out. So results gather here, in memory while they are few and in a temporary file when they are many, and go to
 * standard output when the reading is done. A failure sticks and surfaces at the flush.
 */
typedef struct _LuotainCliOutput LuotainCliOutput;

LuotainCliOutput *luotain_cli_output_new (void);
void luotain_cli_output_free (LuotainCliOutput *self);

void luotain_cli_output_write (LuotainCliOutput *self, const char *data, gsize length);
void luotain_cli_output_puts (LuotainCliOutput *self, const char *text);
void luotain_cli_output_putc (LuotainCliOutput *self, char character);
void luotain_cli_output_printf (LuotainCliOutput *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * luotain_cli_output_flush:
 * @self: an output
 * @error: why standard output, or the temporary file before it, could not be written
 *
 * Sends everything to standard output.
 */
gboolean luotain_cli_output_flush (LuotainCliOutput *self, GError **error);

/**
 * luotain_cli_output_send_file:
 * @self: an output
 * @file: a local file
 * @error: why it could not be read
 *
 * Adds the bytes of a file.
 */
gboolean luotain_cli_output_send_file (LuotainCliOutput *self, GFile *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCliOutput, luotain_cli_output_free)

G_END_DECLS
