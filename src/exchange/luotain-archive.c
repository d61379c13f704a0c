#include "config.h"

#include "luotain-archive-private.h"

#include "luotain-atomic-folder.h"
#include "luotain-csv-export.h"
#include "luotain-freeze.h"
#include "luotain-history.h"
#include "luotain-id.h"
#include "luotain-personal-data.h"
#include "luotain-tables.h"
#include "luotain-workbook-info.h"
#include "luotain-xml-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEMAS "/fi/luotain/exchange/schema/"
#define README "/fi/luotain/exchange/archive/README.txt"

/* The records, in canonical XML. */
#define REPORT "data/report.xml"

/* ---- making it ---- */

gboolean
luotain_archive_step (LuotainArchiveMaking *making, GError **error)
{
  making->n_done++;
  if (making->archive->per_mille != NULL)
    g_atomic_int_set (making->archive->per_mille, (int) (making->n_done * 1000 / making->n_steps));

  return !g_cancellable_set_error_if_cancelled (making->archive->cancellable, error);
}

static gboolean
add_schema (LuotainArchiveMaking *making, const char *name, GError **error)
{
  g_autofree char *resource = g_strconcat (SCHEMAS, name, NULL);
  g_autofree char *path = g_strconcat ("data/schema/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL
         && luotain_bag_writer_add (making->writer, path, g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes), error)
         && luotain_archive_step (making, error);
}

/* What the records are checked and made into pages with: all the program has of it. */
static gboolean
add_schemas (LuotainArchiveMaking *making, char **names, GError **error)
{
  for (char **name = names; *name != NULL; name++)
    if (!add_schema (making, *name, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_report (LuotainArchiveMaking *making, LuotainDb *db, GError **error)
{
  LuotainXmlExport xml = { .stream = luotain_bag_writer_begin (making->writer, REPORT, error) };

  return xml.stream != NULL && luotain_xml_export (db, &xml, NULL, error)
         && luotain_bag_writer_end (making->writer, error) && luotain_archive_step (making, error);
}

/* Names of files are ASCII, and none stands twice, also where capitals do not count. */
static char *
name_edition (const char *name, GHashTable *taken)
{
  g_autofree char *plain = g_str_to_ascii (name, "C");

  g_strcanon (plain, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '-');
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *path = g_strdup_printf ("data/editions/edition-%.80s%s.xml", plain, number);

      if (g_hash_table_add (taken, g_ascii_strdown (path, -1)))
        return g_steal_pointer (&path);
    }
}

/*
 * Byte for byte as they were frozen, so that their hashes can be told. They hold what stood in the workbook then: without
 * personal data they are left out.
 */
static gboolean
add_editions (LuotainArchiveMaking *making, LuotainDb *db, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *editions = making->outline->editions;

  for (guint i = 0; i < editions->len && !making->archive->without_personal_data; i++)
    {
      g_autofree char *path = name_edition (editions->pdata[i], taken);
      LuotainEditionExport edition = { .edition = editions->pdata[i] };

      edition.stream = luotain_bag_writer_begin (making->writer, path, error);
      if (edition.stream == NULL || !luotain_edition_export_run (db, &edition, NULL, error)
          || !luotain_bag_writer_end (making->writer, error) || !luotain_archive_step (making, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- the tables, on a thread of their own ---- */

static gboolean
write_tables (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainCsvExport csv = { .folder = data, .form = LUOTAIN_CSV_RFC_4180 };

  return luotain_workbook_language (db, &csv.language, error)
         && luotain_csv_export_run (db, &csv, NULL, error);
}

static gpointer
write_tables_thread (gpointer data)
{
  LuotainArchiveTables *self = data;

  self->ok = luotain_store_read (self->store, write_tables, self->folder, NULL, &self->error);
  return NULL;
}

static gboolean
begin_tables (LuotainArchiveMaking *making, GError **error)
{
  g_autofree char *path = luotain_bag_writer_make_folder (making->writer, "data", error);

  if (path == NULL)
    return FALSE;

  making->tables->folder = g_file_new_build_filename (path, "tables", NULL);
  making->tables->thread = g_thread_new ("tables", write_tables_thread, making->tables);
  return TRUE;
}

/* To be called before the writer goes, whatever became of the rest. */
static gboolean
join_tables (LuotainArchiveTables *self, GError **error)
{
  if (self->thread == NULL)
    return FALSE;

  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_object (&self->folder);
  if (!self->ok && error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  g_clear_error (&self->error);
  return self->ok;
}

/* They are hashed and listed as all else is. */
static gboolean
add_tables (LuotainArchiveMaking *making, char **names, GError **error)
{
  if (!join_tables (making->tables, error))
    return FALSE;

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strdup_printf ("data/tables/%s.csv", *name);

      if (!luotain_bag_writer_adopt (making->writer, path, error) || !luotain_archive_step (making, error))
        return FALSE;
    }

  return TRUE;
}

/* The three languages say the same, whichever the program speaks. */
static const char *const left_out[LUOTAIN_N_LANGUAGES] = {
  "\nHenkilötiedot on jätetty pois: haastateltujen nimet ja sanat, osallistujien määrät ja tilaisuuksien tulokset.\n"
  "Siksi aiempia versioita ei ole mukana.\n",
  "\nPersonuppgifter är utelämnade: de intervjuades namn och ord, antalet deltagare och tillfällenas resultat.\n"
  "Därför finns tidigare utgåvor inte med.\n",
  "\nPersonal data was left out: names and words of people interviewed, numbers of participants, outcomes of sessions.\n"
  "So earlier editions are not in it.\n",
};
static const char *const too_many[LUOTAIN_N_LANGUAGES] = {
  "\nHavaintoja on niin paljon, että sivuilla ovat vain ne, joihin skenaariot ja profiilit nojaavat. Kaikki ovat XML:ssä ja\n"
  "taulukoissa.\n",
  "\nIakttagelserna är så många att sidorna bara har dem som scenarierna och profilerna vilar på. Alla finns i XML och i\n"
  "tabellerna.\n",
  "\nThere are so many findings that the pages have only those which scenarios and profiles stand on. All are in the XML and\n"
  "the tables.\n",
};

static gboolean
add_readme (LuotainArchiveMaking *making, GError **error)
{
  static const char *const marks[LUOTAIN_N_LANGUAGES] = { "@FI@", "@SV@", "@EN@" };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (README, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GString) text = NULL;

  if (bytes == NULL)
    return FALSE;

  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *notes = g_strconcat (making->archive->without_personal_data ? left_out[i] : "",
                                            making->all_findings ? "" : too_many[i], NULL);

      g_string_replace (text, marks[i], notes, 0);
    }

  return luotain_bag_writer_add (making->writer, "README.txt", text->str, (gssize) text->len, error);
}

static void
describe_parts (LuotainArchiveMaking *making)
{
  for (guint i = 0; i < making->outline->sectors->len; i++)
    luotain_bag_writer_set_info (making->writer, "Luotain-Sector", making->outline->sectors->pdata[i]);

  for (guint i = 0; i < making->outline->editions->len && !making->archive->without_personal_data; i++)
    luotain_bag_writer_set_info (making->writer, "Luotain-Edition", making->outline->editions->pdata[i]);

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
describe (LuotainArchiveMaking *making)
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
count_steps (const LuotainArchiveMaking *making, char **schemas, char **tables)
{
  const guint n_editions = making->archive->without_personal_data ? 0 : making->outline->editions->len;

  return g_strv_length (tables) + g_strv_length (schemas) + n_editions + luotain_archive_count_pages (making)
         + 2;
}

/* All that is read from the workbook: as long as this runs nobody can write it. */
static gboolean
read_everything (LuotainArchiveMaking *making, LuotainDb *db, char **schemas, char **tables, GError **error)
{
  return begin_tables (making, error) && add_report (making, db, error)
         && add_schemas (making, schemas, error) && add_editions (making, db, error)
         && luotain_archive_read_reports (making, db, error) && add_tables (making, tables, error);
}

static gboolean
read_workbook (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainArchiveMaking *making = data;
  const LuotainArchive *archive = making->archive;
  g_auto (GStrv) tables = luotain_tables_names (luotain_db_get_model (db));
  g_auto (GStrv) schemas = g_resources_enumerate_children (SCHEMAS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* From here on the file is held as it is, for the other connection too. */
  if (schemas == NULL || !luotain_outline_run (db, NULL, (gpointer *) &making->outline, error))
    return FALSE;

  making->writer = luotain_bag_writer_new (archive->target, archive->zip, archive->cancellable, error);
  making->n_steps = count_steps (making, schemas, tables);
  if (making->writer != NULL && read_everything (making, db, schemas, tables, error))
    return TRUE;

  join_tables (making->tables, NULL);
  return FALSE;
}

static gboolean
finish (LuotainArchiveMaking *making, GError **error)
{
  if (!luotain_archive_add_pages (making, error) || !add_readme (making, error))
    return FALSE;

  describe (making);
  return luotain_bag_writer_commit (making->writer, error) && luotain_archive_step (making, error);
}

/* The second connection is opened first, before anything of the file is held. */
static gboolean
make_from (LuotainStore *store, const LuotainArchive *archive, GError **error)
{
  g_autoptr (LuotainStore) second = luotain_store_open (luotain_store_get_file (store),
                                                        luotain_store_get_model (store), LUOTAIN_OPEN_READ,
                                                        error);
  LuotainArchiveTables tables = { .store = second };
  LuotainArchiveMaking making = { .archive = archive, .tables = &tables };
  gboolean ok;

  if (second == NULL)
    return FALSE;

  ok = luotain_store_read (store, read_workbook, &making, NULL, error) && finish (&making, error);
  luotain_store_close (second);
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    g_clear_pointer (&making.reports[i], luotain_report_free);
  g_clear_pointer (&making.writer, luotain_bag_writer_free);
  g_clear_pointer (&making.outline, luotain_outline_free);
  return ok;
}

/* ---- the copy ---- */

static gboolean
make_from_copy (LuotainStore *store, const LuotainArchive *archive, GFile *file, GError **error)
{
  g_autoptr (LuotainStore) copy = NULL;
  g_autoptr (LuotainHistory) history = NULL;
  g_autofree LuotainPersonalData *removed = NULL;
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
                               (gpointer *) &removed, error))
       && make_from (copy, archive, error);
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
    return make_from (store, archive, error);

  folder = g_dir_make_tmp ("luotain-archive-XXXXXX", error);
  if (folder == NULL)
    return FALSE;

  file = g_file_new_build_filename (folder, "workbook.luotain", NULL);
  ok = make_from_copy (store, archive, file, error);
  luotain_folder_remove (folder);
  return ok;
}
