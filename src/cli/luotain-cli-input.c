#include "config.h"

#include "luotain-cli-input.h"

#include "luotain-cli-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

static gboolean
check_input (GError **error)
{
  if (!ferror (stdin))
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED, _ ("Standard input could not be read: %s"),
               g_strerror (errno));
  return FALSE;
}

char *
luotain_cli_input_read (gsize most, gsize *length, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char block[16 * 1024];
  gsize n_read;

  while (text->len <= most && (n_read = fread (block, 1, sizeof block, stdin)) > 0)
    g_string_append_len (text, block, n_read);

  if (!check_input (error))
    return NULL;

  if (text->len > most + 1)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_INPUT,
                   _ ("Standard input holds more than a field may: 1 MiB."));
      return NULL;
    }

  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
luotain_cli_input_save (GFile *file, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  char block[16 * 1024];
  gsize length;

  if (stream == NULL)
    return FALSE;

  while ((length = fread (block, 1, sizeof block, stdin)) > 0)
    if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), block, length, NULL, NULL, error))
      return FALSE;

  return check_input (error) && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}
