#include "config.h"

#include "luotain-scw-file.h"

#include "luotain-exchange-error.h"
#include "luotain-matrix-csv.h"
#include "luotain-scw-import.h"
#include "luotain-text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_table (const char *name)
{
  const gsize length = strlen (name);

  return length >= 4 && g_ascii_strcasecmp (name + length - 4, ".csv") == 0;
}

/* A table without a name in its first cell is called as its file. */
static LuotainScw *
read_bytes (const char *bytes, gsize length, const char *name, LuotainFaults *faults)
{
  g_autofree char *title = NULL;

  if (!is_table (name))
    return luotain_scw_read (bytes, length, name, faults);

  title = g_strndup (name, strlen (name) - 4);
  return luotain_matrix_csv_read (bytes, length, name, title, faults);
}

LuotainScw *
luotain_scw_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, 0, cancellable, error);
  g_autofree char *bytes = NULL;
  g_autofree char *said = NULL;
  LuotainScw *scw = NULL;
  gsize length = 0;

  if (info == NULL)
    return NULL;

  if (g_file_info_get_size (info) > LUOTAIN_TEXT_LINES_MAX_BYTES)
    luotain_faults_add (faults, g_file_info_get_display_name (info), 0,
                        g_strdup (_ ("The file is longer than 64 MiB.")));
  else if (!g_file_load_contents (file, cancellable, &bytes, &length, NULL, error))
    return NULL;
  else
    scw = read_bytes (bytes, length, g_file_info_get_display_name (info), faults);

  said = luotain_faults_to_string (faults);
  if (scw == NULL)
    g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, said);
  return scw;
}

gboolean
luotain_scw_file_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainScw) scw = luotain_scw_file_read (data, luotain_db_get_cancellable (db), error);
  g_autofree char *name = g_file_get_basename (data);
  g_autofree char *shown = g_filename_display_name (name);
  LuotainScwImport import = { .scw = scw, .file = shown, .from_scenario_wizard = !is_table (shown) };

  return scw != NULL && luotain_scw_import_run (db, &import, result, error);
}
