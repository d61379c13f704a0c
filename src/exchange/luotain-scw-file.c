#include "config.h"

#include "luotain-scw-file.h"

#include "luotain-matrix-csv.h"
#include "luotain-scw-import.h"
#include "luotain-whole-file.h"

#include <string.h>

static gboolean
is_table (const char *name)
{
  const gsize length = strlen (name);

  return length >= 4 && g_ascii_strcasecmp (name + length - 4, ".csv") == 0;
}

/* A table without a name in its first cell is called as its file. */
static gpointer
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
  return luotain_whole_file_read (file, read_bytes, cancellable, error);
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
