#include "config.h"

#include "luotain-whole-file.h"

#include "luotain-exchange-error.h"

#include <glib/gi18n-lib.h>

#define MAX_BYTES (64 * 1024 * 1024)

gpointer
luotain_whole_file_read (GFile *file, LuotainWholeFileReader reader, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, 0, cancellable, error);
  g_autofree char *bytes = NULL;
  g_autofree char *said = NULL;
  gpointer made = NULL;
  gsize length = 0;

  if (info == NULL)
    return NULL;

  if (g_file_info_get_size (info) > MAX_BYTES)
    luotain_faults_add (faults, g_file_info_get_display_name (info), 0,
                        g_strdup (_ ("The file is longer than 64 MiB.")));
  else if (!g_file_load_contents (file, cancellable, &bytes, &length, NULL, error))
    return NULL;
  else
    made = reader (bytes, length, g_file_info_get_display_name (info), faults);

  said = luotain_faults_to_string (faults);
  if (made == NULL)
    g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, said);
  return made;
}
