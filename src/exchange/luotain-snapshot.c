#include "config.h"

#include "luotain-snapshot.h"

#include "luotain-exchange-error.h"
#include "luotain-freeze.h"
#include "luotain-input.h"
#include "luotain-store-error.h"
#include "luotain-workbook-model.h"
#include "luotain-workbook-reader.h"
#include "luotain-xml-reader.h"
#include "luotain-xml-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Elements of an edition that are read as one file. */
#define ELEMENTS_A_FILE 2000

struct _LuotainSnapshot
{
  const LuotainModel *model;
  LuotainXmlShapes *shapes;
  LuotainDb *db; /* while a job runs */
  LuotainStore *store; /* (nullable) */
  GFile *file; /* (nullable) */
  char *name; /* of the file, as its user wrote it */
  char *edition_name; /* (nullable) */
  LuotainEdition *edition; /* (nullable) */
  GArray *entries; /* (element-type LuotainSnapshotEntry) */
  GPtrArray *items; /* (element-type LuotainItem) */
  GHashTable *by_id; /* (element-type gint64 LuotainItem) */
  GHashTable *wanted; /* (element-type gint64): ids at the top */
  GHashTable *wanted_types; /* (element-type LuotainRecordType) */

  /* While all of it is gone through: */
  const LuotainSnapshot *other;
  gboolean opening;
  GString *buffer;
};

static LuotainSnapshot *
snapshot_new (const LuotainModel *model, const char *edition)
{
  LuotainSnapshot *self = g_new0 (LuotainSnapshot, 1);

  self->model = model;
  self->shapes = luotain_xml_shapes_new (model);
  self->edition_name = g_strdup (edition);
  self->entries = g_array_new (FALSE, FALSE, sizeof (LuotainSnapshotEntry));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wanted_types = g_hash_table_new (NULL, NULL);
  self->buffer = g_string_new (NULL);
  return self;
}

LuotainSnapshot *
luotain_snapshot_new_in_workbook (LuotainDb *db, const char *edition)
{
  LuotainSnapshot *self = snapshot_new (luotain_db_get_model (db), edition);

  self->db = db;
  return self;
}

LuotainSnapshot *
luotain_snapshot_new_of_store (LuotainStore *store, const char *edition)
{
  LuotainSnapshot *self = snapshot_new (luotain_store_get_model (store), edition);

  self->store = g_object_ref (store);
  return self;
}

LuotainSnapshot *
luotain_snapshot_new_of_file (GFile *file, const char *name, const LuotainModel *model)
{
  LuotainSnapshot *self = snapshot_new (model, NULL);

  self->file = g_object_ref (file);
  self->name = g_strdup (name);
  return self;
}

void
luotain_snapshot_free (LuotainSnapshot *self)
{
  if (self == NULL)
    return;

  luotain_xml_shapes_free (self->shapes);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->edition_name);
  luotain_edition_free (self->edition);
  g_array_unref (self->entries);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->wanted_types);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const LuotainSnapshotEntry *x = a, *y = b;

  return (x->record > y->record) - (x->record < y->record);
}

/* Records stand in the order of their types, and most of them in that of their ids: mostly little is to be done. */
static void
sort_entries (LuotainSnapshot *self)
{
  g_array_sort (self->entries, compare_entries);
}

static const LuotainSnapshotEntry *
find_entry (const LuotainSnapshot *self, gint64 id)
{
  const LuotainSnapshotEntry wanted = { .record = id };
  guint place;

  return g_array_binary_search (self->entries, &wanted, compare_entries, &place)
             ? &g_array_index (self->entries, LuotainSnapshotEntry, place)
             : NULL;
}

/* ---- what is held ---- */

static void
hold (LuotainSnapshot *self, LuotainItem *item)
{
  g_ptr_array_add (self->items, item);
  g_hash_table_insert (self->by_id, &((LuotainRecord *) item->record)->id, item);
}

static gboolean
is_wanted (const LuotainSnapshot *self, const LuotainItem *item)
{
  const gint64 id = ((LuotainRecord *) item->record)->id;

  return g_hash_table_contains (self->wanted_types, item->type) || g_hash_table_contains (self->wanted, &id);
}

/* Findings and the sources they come from are the many; all else is held, so that what is told can be named. */
static gboolean
is_few (const LuotainRecordType *type)
{
  return type != &luotain_finding_type && type != &luotain_source_type;
}

static gboolean
differs (const LuotainSnapshot *other, const LuotainSnapshotEntry *entry)
{
  const LuotainSnapshotEntry *found = other != NULL ? find_entry (other, entry->record) : NULL;

  return other != NULL
         && (found == NULL || memcmp (found->digest, entry->digest, LUOTAIN_EDITION_DIGEST) != 0);
}

/* ---- going through all of a workbook or a file ---- */

/* Returns: whether the record is to be held. */
static gboolean
learn (LuotainSnapshot *self, GPtrArray *items, guint index)
{
  const LuotainItem *item = items->pdata[index];
  LuotainSnapshotEntry entry = { .record = ((LuotainRecord *) item->record)->id, .type = item->type };

  g_string_truncate (self->buffer, 0);
  luotain_xml_append_element (self->buffer, self->shapes, items, index);
  luotain_edition_digest (self->buffer->str, self->buffer->len, entry.digest);
  g_array_append_val (self->entries, entry);
  return is_few (item->type) || differs (self->other, &entry);
}

static guint
find_end (GPtrArray *items, guint index)
{
  do
    index++;
  while (index < items->len && ((LuotainItem *) items->pdata[index])->type->owner != NULL);

  return index;
}

static void
free_item (gpointer item)
{
  if (item != NULL)
    luotain_item_free (item);
}

static gboolean
pass_items (GPtrArray *items, guint64 done, gpointer data)
{
  LuotainSnapshot *self = data;

  (void) done;
  g_ptr_array_set_free_func (items, free_item);

  for (guint i = 0, end; i < items->len; i = end)
    {
      const LuotainItem *item = items->pdata[i];
      const gboolean differs_or_few = self->opening && learn (self, items, i);

      end = find_end (items, i);

      if ((!differs_or_few && !is_wanted (self, item))
          || g_hash_table_contains (self->by_id, &((LuotainRecord *) item->record)->id))
        continue;

      for (guint j = i; j < end; j++)
        hold (self, g_steal_pointer (&items->pdata[j]));
    }

  g_ptr_array_unref (items);
  return TRUE;
}

static gboolean
pass_workbook (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainWorkbookReader) reader = luotain_workbook_reader_new (db, FALSE);
  GPtrArray *items;

  (void) result;

  for (;;)
    {
      if (!luotain_workbook_reader_next (reader, &items, error))
        return FALSE;

      if (items == NULL)
        return TRUE;

      pass_items (items, 0, data);
    }
}

static gboolean
pass_file (LuotainSnapshot *self, GError **error)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (LuotainInput) input = luotain_input_new (self->file);
  g_autofree char *lines = NULL;

  luotain_input_set_name (input, self->name);

  if (!luotain_input_open (input, self->model, faults, NULL, error)
      || !luotain_input_read (input, pass_items, self, faults, NULL, error))
    return FALSE;

  if (luotain_faults_get_count (faults) == 0)
    return TRUE;

  lines = luotain_faults_to_string (faults);
  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, lines);
  return FALSE;
}

static gboolean
pass_all (LuotainSnapshot *self, GError **error)
{
  return self->db != NULL ? pass_workbook (self->db, self, NULL, error) : pass_file (self, error);
}

/* ---- an edition ---- */

static gboolean
open_edition (LuotainSnapshot *self, GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;

  self->edition = luotain_edition_find (self->db, self->edition_name, error);
  parts = self->edition != NULL ? luotain_edition_parts (self->db, self->edition->id, error) : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const LuotainEditionPart *part = parts->pdata[i];
      LuotainSnapshotEntry entry = { .type = luotain_model_type (self->model, part->type) };

      for (guint j = 0; j < part->elements->len; j++)
        {
          const LuotainEditionElement *element = &g_array_index (part->elements, LuotainEditionElement, j);

          entry.record = element->record;
          memcpy (entry.digest, element->digest, LUOTAIN_EDITION_DIGEST);
          g_array_append_val (self->entries, entry);
        }
    }

  return parts != NULL;
}

/* A part of an edition's elements is read as a file of its own. */
static gboolean
read_elements (LuotainSnapshot *self, LuotainEditionPart *part, GError **error)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (LuotainXmlReader) reader = NULL;
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  GPtrArray *items;

  g_ptr_array_add (parts, part);

  if (!luotain_edition_write_elements (self->db, self->edition, parts, output, error)
      || !g_output_stream_close (output, NULL, error))
    return FALSE;

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
  stream = g_memory_input_stream_new_from_bytes (bytes);
  reader = luotain_xml_reader_new (stream, self->edition->name, self->model);

  do
    {
      if (!luotain_xml_reader_next (reader, &items, faults, luotain_db_get_cancellable (self->db), error))
        return FALSE;

      if (items != NULL)
        pass_items (items, 0, self);
    }
  while (items != NULL);

  if (luotain_faults_get_count (faults) == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
               _ ("The edition “%s” cannot be read: %s"), self->edition->name,
               luotain_faults_get (faults, 0)->message);
  return FALSE;
}

static gboolean
load_edition (LuotainSnapshot *self, GError **error)
{
  g_autoptr (LuotainEditionPart) part = g_new0 (LuotainEditionPart, 1);

  part->elements = g_array_new (FALSE, FALSE, sizeof (LuotainEditionElement));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LuotainSnapshotEntry *entry = &g_array_index (self->entries, LuotainSnapshotEntry, i);
      LuotainEditionElement element = { .record = entry->record };

      if (g_hash_table_contains (self->by_id, &entry->record)
          || !(g_hash_table_contains (self->wanted, &entry->record)
               || g_hash_table_contains (self->wanted_types, entry->type)))
        continue;

      memcpy (element.digest, entry->digest, LUOTAIN_EDITION_DIGEST);

      /* The schema has the workbook record stand first. */
      if (entry->type == &luotain_workbook_type)
        g_array_prepend_val (part->elements, element);
      else
        g_array_append_val (part->elements, element);

      if (part->elements->len < ELEMENTS_A_FILE)
        continue;

      if (!read_elements (self, part, error))
        return FALSE;

      g_array_set_size (part->elements, 0);
    }

  return part->elements->len == 0 || read_elements (self, part, error);
}

/* ---- both ---- */

static gboolean
open_here (LuotainSnapshot *self, GError **error)
{
  gboolean ok;

  if (self->edition_name != NULL)
    return open_edition (self, error);

  self->opening = TRUE;
  ok = pass_all (self, error);
  self->opening = FALSE;
  return ok;
}

static gboolean
load_here (LuotainSnapshot *self, GError **error)
{
  return self->edition_name != NULL ? load_edition (self, error) : pass_all (self, error);
}

typedef struct
{
  LuotainSnapshot *snapshot;
  gboolean (*func) (LuotainSnapshot *self, GError **error);
} Task;

static gboolean
run_in_store (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Task *task = data;
  gboolean ok;

  (void) result;
  task->snapshot->db = db;
  ok = task->func (task->snapshot, error);
  task->snapshot->db = NULL;
  return ok;
}

static gboolean
run (LuotainSnapshot *self, gboolean (*func) (LuotainSnapshot *self, GError **error), GError **error)
{
  Task task = { self, func };

  return self->store != NULL ? luotain_store_read (self->store, run_in_store, &task, NULL, error)
                             : func (self, error);
}

gboolean
luotain_snapshot_open (LuotainSnapshot *self, const LuotainSnapshot *other, GError **error)
{
  gboolean ok;

  self->other = other;
  ok = run (self, open_here, error);
  self->other = NULL;
  sort_entries (self);
  return ok;
}

gboolean
luotain_snapshot_load (LuotainSnapshot *self, GError **error)
{
  const gboolean needed = g_hash_table_size (self->wanted) > 0 || g_hash_table_size (self->wanted_types) > 0;
  const gboolean ok = !needed || run (self, load_here, error);

  g_hash_table_remove_all (self->wanted);
  g_hash_table_remove_all (self->wanted_types);
  return ok;
}

const GArray *
luotain_snapshot_get_entries (const LuotainSnapshot *self)
{
  return self->entries;
}

const LuotainEdition *
luotain_snapshot_get_edition (const LuotainSnapshot *self)
{
  return self->edition;
}

void
luotain_snapshot_want (LuotainSnapshot *self, gint64 id)
{
  if (!g_hash_table_contains (self->by_id, &id) && find_entry (self, id) != NULL)
    g_hash_table_add (self->wanted, g_memdup2 (&id, sizeof id));
}

void
luotain_snapshot_want_type (LuotainSnapshot *self, const LuotainRecordType *type)
{
  /* What is gone through holds all of the few from the beginning. */
  if (self->edition_name != NULL || !is_few (type))
    g_hash_table_add (self->wanted_types, (gpointer) type);
}

const GPtrArray *
luotain_snapshot_get_items (const LuotainSnapshot *self)
{
  return self->items;
}

const LuotainItem *
luotain_snapshot_find (const LuotainSnapshot *self, gint64 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}
