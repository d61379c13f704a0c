#include "config.h"

#include "luotain-archive.h"

#include "luotain-bag-folder.h"
#include "luotain-bag-writer.h"
#include "luotain-csv-export.h"
#include "luotain-history.h"
#include "luotain-html-export.h"
#include "luotain-id.h"
#include "luotain-outline.h"
#include "luotain-personal-data.h"
#include "luotain-tables.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCES "/fi/luotain/exchange/"

typedef struct
{
  const LuotainArchive *archive;
  LuotainBagWriter *writer;
  LuotainOutline *outline;
  guint n_steps;
  guint n_done;
} Making;

/* ---- what is in a package ---- */

/* Writes one file; @language is that of the file. */
typedef gboolean (*Write) (LuotainDb *db, GOutputStream *stream, LuotainLanguage language, GError **error);

static gboolean
write_xml (LuotainDb *db, GOutputStream *stream, LuotainLanguage language, GError **error)
{
  LuotainXmlExport xml = { .stream = stream };

  return luotain_xml_export (db, &xml, NULL, error);
}

static gboolean
write_html (LuotainDb *db, GOutputStream *stream, LuotainLanguage language, GError **error)
{
  LuotainHtmlExport html = { .stream = stream, .language = language };

  return luotain_html_export (db, &html, NULL, error);
}

/* Whatever a package holds besides the tables, which are those of luotain_tables_names(), and the README. */
static const struct
{
  const char *path; /* with %s for the language where there is one for each */
  Write write; /* or NULL: a resource of the name of the path below data/ */
  enum
  {
    ONE, /* in the language of the workbook */
    EACH /* one a language */
  } count;
} payload[] = {
  { "data/report.xml", write_xml, ONE },         { "data/report-%s.html", write_html, EACH },
  { "data/schema/luotain.rnc", NULL, ONE },      { "data/schema/luotain.rng", NULL, ONE },
  { "data/schema/luotain.xsd", NULL, ONE },      { "data/schema/xml.xsd", NULL, ONE },
  { "data/schema/luotain-html.xsl", NULL, ONE },
};

/* ---- making it ---- */

static gboolean
step (Making *making, GError **error)
{
  making->n_done++;
  if (making->archive->per_mille != NULL)
    g_atomic_int_set (making->archive->per_mille, (int) (making->n_done * 1000 / making->n_steps));

  return !g_cancellable_set_error_if_cancelled (making->archive->cancellable, error);
}

static gboolean
add_resource (Making *making, const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (RESOURCES, path + strlen ("data/"), NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL
         && luotain_bag_writer_add (making->writer, path, g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes), error)
         && step (making, error);
}

static gboolean
add_written (Making *making, LuotainDb *db, const char *path, Write write, LuotainLanguage language,
             GError **error)
{
  GOutputStream *stream = luotain_bag_writer_begin (making->writer, path, error);

  return stream != NULL && write (db, stream, language, error)
         && luotain_bag_writer_end (making->writer, error) && step (making, error);
}

static gboolean
is_wanted (const Making *making, LuotainLanguage language)
{
  return making->archive->languages == 0 || (making->archive->languages & (1u << language)) != 0;
}

static gboolean
add_payload (Making *making, LuotainDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (payload); i++)
    {
      if (payload[i].write == NULL)
        {
          if (!add_resource (making, payload[i].path, error))
            return FALSE;
          continue;
        }

      for (guint language = 0; language < LUOTAIN_N_LANGUAGES; language++)
        {
          g_auto (GStrv) parts = g_strsplit (payload[i].path, "%s", 2);
          g_autofree char *path = g_strjoinv (luotain_language_code (language), parts);
          const gboolean wanted = payload[i].count == EACH ? is_wanted (making, language)
                                                           : language == making->outline->language;

          if (wanted && !add_written (making, db, path, payload[i].write, language, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
add_table (Making *making, LuotainDb *db, const char *name, GError **error)
{
  const char *const names[] = { name, NULL };
  g_autofree char *path = g_strdup_printf ("data/tables/%s.csv", name);
  GOutputStream *stream = luotain_bag_writer_begin (making->writer, path, error);
  LuotainCsvExport csv = { .stream = stream, .names = names, .form = LUOTAIN_CSV_RFC_4180 };

  csv.language = making->outline->language;
  return stream != NULL && luotain_csv_export_run (db, &csv, NULL, error)
         && luotain_bag_writer_end (making->writer, error) && step (making, error);
}

static gboolean
add_tables (Making *making, LuotainDb *db, char **names, GError **error)
{
  for (char **name = names; *name != NULL; name++)
    if (!add_table (making, db, *name, error))
      return FALSE;

  return TRUE;
}

/* The three languages say the same, whichever the program speaks. */
static gboolean
add_readme (Making *making, GError **error)
{
  static const char *const left_out[] = {
    "\nHenkilötiedot on jätetty pois: haastateltujen nimet ja sanat, osallistujien määrät ja tilaisuuksien tulokset.\n",
    "\nPersonuppgifter är utelämnade: de intervjuades namn och ord, antalet deltagare och tillfällenas resultat.\n",
    "\nPersonal data was left out: names and words of people interviewed, numbers of participants, outcomes of sessions.\n",
  };
  static const char *const marks[] = { "@FI@", "@SV@", "@EN@" };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCES "archive/README.txt",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GString) text = NULL;

  if (bytes == NULL)
    return FALSE;

  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (text, marks[i], making->archive->without_personal_data ? left_out[i] : "", 0);

  return luotain_bag_writer_add (making->writer, "README.txt", text->str, (gssize) text->len, error);
}

static void
describe_parts (Making *making)
{
  for (guint i = 0; i < making->outline->sectors->len; i++)
    luotain_bag_writer_set_info (making->writer, "Luotain-Sector", making->outline->sectors->pdata[i]);

  for (guint i = 0; i < making->outline->parts->len; i++)
    {
      const LuotainOutlinePart *part = making->outline->parts->pdata[i];
      g_autofree char *id = luotain_id_to_string (part->profile ? "profile" : "scenario", part->id);
      g_autofree char *value = g_strdup_printf ("%s %s", id, part->title);

      luotain_bag_writer_set_info (making->writer, part->profile ? "Luotain-Profile" : "Luotain-Scenario",
                                   value);
    }
}

/* What a shelf shows of a package, it reads here. */
static void
describe (Making *making)
{
  const LuotainOutline *outline = making->outline;
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (outline->changed / 1000);
  g_autofree char *day = changed != NULL ? g_date_time_format (changed, "%Y-%m-%d") : NULL;
  g_autofree char *id = luotain_id_to_string ("workbook", outline->id);

  luotain_bag_writer_set_info (making->writer, "External-Description", outline->title);
  luotain_bag_writer_set_info (making->writer, "External-Identifier", outline->id != 0 ? id : NULL);
  luotain_bag_writer_set_info (making->writer, "Bag-Software-Agent", "Luotain " PACKAGE_VERSION);
  luotain_bag_writer_set_info (making->writer, "Luotain-Region", outline->region);
  luotain_bag_writer_set_info (making->writer, "Luotain-Language", luotain_language_code (outline->language));
  luotain_bag_writer_set_info (making->writer, "Luotain-Changed", day);
  luotain_bag_writer_set_info (making->writer, "Luotain-Personal-Data",
                               making->archive->without_personal_data ? "left out" : "included");
  describe_parts (making);
}

static guint
count_steps (const Making *making, char **tables)
{
  guint count = g_strv_length (tables) + 1;

  for (guint i = 0; i < G_N_ELEMENTS (payload); i++)
    for (guint language = 0; language < LUOTAIN_N_LANGUAGES; language++)
      count += payload[i].count == EACH ? is_wanted (making, language) : language == 0;

  return count;
}

static gboolean
make (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainArchive *archive = data;
  g_auto (GStrv) tables = luotain_tables_names (luotain_db_get_model (db));
  g_autoptr (LuotainOutline) outline = NULL;
  g_autoptr (LuotainBagWriter) writer = NULL;
  Making making = { .archive = archive };

  if (!luotain_outline_run (db, NULL, (gpointer *) &outline, error))
    return FALSE;

  writer = luotain_bag_writer_new (archive->target, archive->zip, archive->cancellable, error);
  making.writer = writer;
  making.outline = outline;
  making.n_steps = count_steps (&making, tables);
  if (writer == NULL || !add_payload (&making, db, error) || !add_tables (&making, db, tables, error)
      || !add_readme (&making, error))
    return FALSE;

  describe (&making);
  return luotain_bag_writer_commit (writer, error) && step (&making, error);
}

/* ---- the copy ---- */

static gboolean
make_from_copy (LuotainStore *store, const LuotainArchive *archive, GFile *file, GError **error)
{
  g_autoptr (LuotainStore) copy = NULL;
  g_autoptr (LuotainHistory) history = NULL;
  gboolean ok;

  if (!luotain_store_copy (store, file, FALSE, error)
      || g_cancellable_set_error_if_cancelled (archive->cancellable, error))
    return FALSE;

  copy = luotain_store_open (file, luotain_store_get_model (store), LUOTAIN_OPEN_WRITE, error);
  if (copy == NULL)
    return FALSE;

  history = luotain_history_new (copy);
  ok = (!archive->without_personal_data
        || luotain_history_do (history, N_ ("Leave Personal Data Out"), luotain_personal_data_remove, NULL,
                               NULL, error))
       && luotain_store_read (copy, make, (gpointer) archive, NULL, error);
  g_clear_object (&history);
  luotain_store_close (copy);
  return ok;
}

gboolean
luotain_archive_write (LuotainStore *store, const LuotainArchive *archive, gboolean private_copy,
                       GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = NULL;
  gboolean ok;

  if (!private_copy && !archive->without_personal_data)
    return luotain_store_read (store, make, (gpointer) archive, NULL, error);

  folder = g_dir_make_tmp ("luotain-archive-XXXXXX", error);
  if (folder == NULL)
    return FALSE;

  file = g_file_new_build_filename (folder, "workbook.luotain", NULL);
  ok = make_from_copy (store, archive, file, error);
  luotain_bag_folder_remove (folder);
  return ok;
}
