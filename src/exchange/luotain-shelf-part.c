#include "config.h"

#include "luotain-shelf-part.h"

#include "luotain-atomic-file.h"
#include "luotain-atomic-folder.h"
#include "luotain-import.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-store.h"
#include "luotain-text.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LuotainShelfPart
{
  char *folder; /* of our own, in which the part lies as XML */
  gint64 id;
  char *title; /* of what it was taken from */
  char *name; /* of its file */
  char *date; /* (nullable) */
  LuotainLanguage language; /* of the title */
  char *hash; /* SHA-256: of the package's manifests, or of the workbook's XML */
  gboolean package;
};

static GFile *
file_of (const LuotainShelfPart *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

/* Names of files and what a package says of itself may be anything; this goes into the workbook. (transfer full) */
static char *
plain (const char *text)
{
  char *line = luotain_text_normalize (text, -1, LUOTAIN_TEXT_SINGLE_LINE | LUOTAIN_TEXT_DROP, NULL, NULL);

  return line != NULL ? line : g_strdup ("?");
}

/* ---- reading ---- */

typedef struct
{
  GFile *file;
  gint64 id; /* 0 for all */
} Writing;

static gboolean
write_xml (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Writing *writing = data;
  g_autoptr (LuotainAtomicFile) file = luotain_atomic_file_new (writing->file, error);
  LuotainXmlExport xml = { .ids = writing->id != 0 ? &writing->id : NULL, .n_ids = writing->id != 0 };

  if (file == NULL)
    return FALSE;

  xml.stream = luotain_atomic_file_get_stream (file);
  return luotain_xml_export (db, &xml, NULL, error) && luotain_atomic_file_commit (file, error);
}

static gboolean
write_part (LuotainShelfPart *self, LuotainStore *store, GError **error)
{
  g_autoptr (GFile) file = file_of (self, "part.xml");
  Writing writing = { file, self->id };

  return luotain_store_read (store, write_xml, &writing, NULL, error);
}

/* (transfer full) (nullable) */
static char *
hash_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (256 * 1024);
  gssize length;

  if (stream == NULL)
    return NULL;

  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 256 * 1024, cancellable, error)) > 0)
    g_checksum_update (checksum, buffer, length);

  return length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static gboolean
read_workbook (LuotainShelfPart *self, const LuotainShelfItem *item, const LuotainModel *model,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainStore) store = luotain_store_open (item->file, model, LUOTAIN_OPEN_READ, error);
  g_autoptr (GFile) whole = file_of (self, "whole.xml");
  Writing writing = { whole, 0 };

  if (store == NULL || !luotain_store_read (store, write_xml, &writing, NULL, error)
      || !write_part (self, store, error))
    return FALSE;

  self->hash = hash_file (whole, cancellable, error);
  return self->hash != NULL;
}

static gboolean
extract_report (const LuotainShelfItem *item, GFile *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainBagSource) source = luotain_bag_source_open (item->file, NULL, cancellable, error);
  g_autoptr (LuotainAtomicFile) file = source != NULL ? luotain_atomic_file_new (target, error) : NULL;

  return file != NULL
         && luotain_bag_extract (source, "data/report.xml", luotain_atomic_file_get_stream (file),
                                 cancellable, error)
         && luotain_atomic_file_commit (file, error);
}

/* The records are read as any import is: checked against the schema, into a workbook that nobody sees. */
static gboolean
read_package (LuotainShelfPart *self, const LuotainShelfItem *item, const LuotainModel *model,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) xml = file_of (self, "report.xml");
  g_autoptr (GFile) workbook = file_of (self, "report.luotain");
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainImport) import = NULL;
  g_autoptr (LuotainStore) store = NULL;

  if (!extract_report (item, xml, cancellable, error))
    return FALSE;

  g_ptr_array_add (inputs, luotain_input_new (xml));
  import = luotain_import_new (g_steal_pointer (&inputs));
  if (!luotain_store_create (workbook, model, luotain_import_seed, import, error))
    return FALSE;

  store = luotain_store_open (workbook, model, LUOTAIN_OPEN_READ, error);
  self->hash = g_strdup (item->identity);
  return store != NULL && write_part (self, store, error);
}

LuotainShelfPart *
luotain_shelf_part_read (const LuotainShelfItem *item, gint64 id, const LuotainModel *model,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainShelfPart) self = g_new0 (LuotainShelfPart, 1);

  self->id = id;
  self->package = item->package;
  self->language = item->outline != NULL ? item->outline->language : LUOTAIN_FI;
  self->name = plain (item->name);
  self->date = g_strdup (item->date);
  self->title = plain (item->outline != NULL && item->outline->title != NULL ? item->outline->title
                                                                             : item->name);
  self->folder = g_dir_make_tmp ("luotain-shelf-XXXXXX", error);

  if (self->folder == NULL
      || !(item->package ? read_package (self, item, model, cancellable, error)
                         : read_workbook (self, item, model, cancellable, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
luotain_shelf_part_free (LuotainShelfPart *self)
{
  if (self->folder != NULL)
    luotain_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->title);
  g_free (self->name);
  g_free (self->date);
  g_free (self->hash);
  g_free (self);
}

/* ---- taking ---- */

static gboolean
is_origin (const LuotainSource *source, const char *hash)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (source->note.text[i] != NULL && strstr (source->note.text[i], hash) != NULL)
      return TRUE;

  return FALSE;
}

/* A second scenario from the same package has the same origin. */
static gboolean
find_origin (LuotainDb *db, const LuotainShelfPart *self, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) sources = luotain_record_list (db, &luotain_source_type, 0, error);

  *id = 0;
  for (guint i = 0; sources != NULL && i < sources->len && *id == 0; i++)
    if (is_origin (sources->pdata[i], self->hash))
      *id = ((const LuotainRecord *) sources->pdata[i])->id;

  return sources != NULL;
}

/* It is content of the workbook, which others read in other languages: so it says it in all three. */
static void
describe (const LuotainShelfPart *self, LuotainTranslated *note)
{
  static const char *const packages[LUOTAIN_N_LANGUAGES] = {
    [LUOTAIN_FI] = "Otettu arkistopaketista “%s”%s%s. Paketin SHA-256: %s",
    [LUOTAIN_SV] = "Taget ur arkivpaketet ”%s”%s%s. Paketets SHA-256: %s",
    [LUOTAIN_EN] = "Taken from the archive package “%s”%s%s. SHA-256 of the package: %s",
  };
  static const char *const workbooks[LUOTAIN_N_LANGUAGES] = {
    [LUOTAIN_FI] = "Otettu työkirjasta “%s”%s%s. Sen XML:n SHA-256: %s",
    [LUOTAIN_SV] = "Taget ur arbetsboken ”%s”%s%s. SHA-256 av dess XML: %s",
    [LUOTAIN_EN] = "Taken from the workbook “%s”%s%s. SHA-256 of its XML: %s",
  };

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      const char *parts[2] = { self->date != NULL ? ", " : "", self->date != NULL ? self->date : "" };
      g_auto (GStrv) pieces = g_strsplit (self->package ? packages[i] : workbooks[i], "%s", 5);

      note->text[i] = g_strconcat (pieces[0], self->name, pieces[1], parts[0], pieces[2], parts[1], pieces[3],
                                   self->hash, pieces[4], NULL);
    }
}

static gboolean
add_origin (LuotainDb *db, const LuotainShelfPart *self, gint64 *id, GError **error)
{
  LuotainSource *source = luotain_record_new (&luotain_source_type);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean ok;

  source->title.text[self->language] = g_strdup (self->title);
  source->kind = g_strdup ("other");
  source->published_on = g_strdup (self->date);
  source->accessed_on = g_date_time_format (now, "%Y-%m-%d");
  describe (self, &source->note);
  ok = luotain_record_insert (db, &luotain_source_type, source, error);
  *id = source->record.id;
  luotain_record_destroy (source);
  return ok;
}

/* Sources belong to scenarios: the one that was taken, or that of the profile that was. */
static gboolean
find_scenario (LuotainDb *db, gint64 id, gint64 *scenario, GError **error)
{
  g_autoptr (GArray) scenarios = luotain_record_ids (db, &luotain_scenario_type, 0, error);

  for (guint i = 0; scenarios != NULL && i < scenarios->len; i++)
    if (g_array_index (scenarios, gint64, i) == id)
      {
        *scenario = id;
        return TRUE;
      }

  return scenarios != NULL && luotain_link_get_only (db, id, "scenario", scenario, error);
}

/* It counts up no revision: what stands on the scenario is no staler for it. */
static gboolean
tie_origin (LuotainDb *db, gint64 scenario, gint64 origin, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, scenario, FALSE, error);
  LuotainLink link = { .source = scenario, .target = origin, .confirmed_revision = 1 };

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    if (((const LuotainLink *) links->pdata[i])->target == origin)
      return TRUE;

  link.role = luotain_model_role (luotain_db_get_model (db), "source");
  return luotain_link_put (db, &link, error) && luotain_link_confirm (db, scenario, link.role, origin, error);
}

static gboolean
keep_origin (LuotainDb *db, const LuotainShelfPart *self, GError **error)
{
  gint64 origin = 0;
  gint64 scenario = 0;

  return find_scenario (db, self->id, &scenario, error) && find_origin (db, self, &origin, error)
         && (origin != 0 || add_origin (db, self, &origin, error))
         && (scenario == 0 || tie_origin (db, scenario, origin, error));
}

gboolean
luotain_shelf_part_take (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainShelfPart *self = data;
  g_autoptr (GFile) file = file_of (self, "part.xml");
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainImport) import = NULL;
  g_autoptr (LuotainImportSummary) summary = NULL;
  LuotainImportCount total;
  LuotainInput *input = luotain_input_new (file);

  luotain_input_set_name (input, self->name);
  g_ptr_array_add (inputs, input);
  import = luotain_import_new (g_steal_pointer (&inputs));
  if (!luotain_import_run (db, import, (gpointer *) &summary, error))
    return FALSE;

  total = luotain_import_summary_total (summary);
  if (total.added + total.changed > 0 && !keep_origin (db, self, error))
    return FALSE;

  luotain_db_set_detail (db, self->title);
  if (result != NULL)
    *result = g_steal_pointer (&summary);
  return TRUE;
}
