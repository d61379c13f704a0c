#include "config.h"

#include "luotain-cli-output.h"

#include "luotain-cli-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define MOST_IN_MEMORY (256 * 1024)

struct _LuotainCliOutput
{
  GString *buffer;
  FILE *spool; /* what did not fit into the buffer, in order before it */
  int failure; /* errno of the first thing that went wrong, 0 for none */
};

LuotainCliOutput *
luotain_cli_output_new (void)
{
  LuotainCliOutput *self = g_new0 (LuotainCliOutput, 1);

  self->buffer = g_string_sized_new (4096);
  return self;
}

void
luotain_cli_output_free (LuotainCliOutput *self)
{
  g_string_free (self->buffer, TRUE);
  g_clear_pointer (&self->spool, fclose);
  g_free (self);
}

static void
note_failure (LuotainCliOutput *self)
{
  if (self->failure == 0)
    self->failure = errno != 0 ? errno : EIO;
}

static void
spill (LuotainCliOutput *self)
{
  if (self->spool == NULL)
    self->spool = tmpfile ();

  if (self->spool == NULL
      || fwrite (self->buffer->str, 1, self->buffer->len, self->spool) != self->buffer->len)
    note_failure (self);

  g_string_truncate (self->buffer, 0);
}

static void
settle (LuotainCliOutput *self)
{
  if (self->buffer->len > MOST_IN_MEMORY)
    spill (self);
}

void
luotain_cli_output_write (LuotainCliOutput *self, const char *data, gsize length)
{
  g_string_append_len (self->buffer, data, length);
  settle (self);
}

void
luotain_cli_output_puts (LuotainCliOutput *self, const char *text)
{
  luotain_cli_output_write (self, text, strlen (text));
}

void
luotain_cli_output_putc (LuotainCliOutput *self, char character)
{
  g_string_append_c (self->buffer, character);
  settle (self);
}

void
luotain_cli_output_printf (LuotainCliOutput *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->buffer, format, arguments);
  va_end (arguments);
  settle (self);
}

static void
copy_spool (LuotainCliOutput *self)
{
  char block[16 * 1024];
  gsize length;

  if (fflush (self->spool) != 0)
    note_failure (self);

  rewind (self->spool);

  while (self->failure == 0 && (length = fread (block, 1, sizeof block, self->spool)) > 0)
    if (fwrite (block, 1, length, stdout) != length)
      note_failure (self);

  if (ferror (self->spool))
    note_failure (self);
}

gboolean
luotain_cli_output_flush (LuotainCliOutput *self, GError **error)
{
  errno = 0;

  if (self->spool != NULL && self->failure == 0)
    copy_spool (self);

  if (self->failure == 0
      && (fwrite (self->buffer->str, 1, self->buffer->len, stdout) != self->buffer->len
          || fflush (stdout) != 0))
    note_failure (self);

  g_string_truncate (self->buffer, 0);
  g_clear_pointer (&self->spool, fclose);

  if (self->failure == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED,
               _ ("The result could not be written to standard output: %s"), g_strerror (self->failure));
  return FALSE;
}

gboolean
luotain_cli_output_send_file (LuotainCliOutput *self, GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  char block[16 * 1024];
  gssize length = 0;

  if (stream == NULL)
    return FALSE;

  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), block, sizeof block, NULL, error)) > 0)
    luotain_cli_output_write (self, block, length);

  return length == 0;
}
