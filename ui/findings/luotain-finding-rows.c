#include "config.h"

#include "luotain-finding-item.h"

struct _LuotainFindingRows
{
  GObject parent_instance;

  LuotainStore *store;
  LuotainWordList *words;
  LuotainLanguage language;
  GHashTable *items; /* gint64 → item, which takes itself out when it ends */
  GHashTable *early; /* gint64 → row that came before its item */
  GHashTable *asked; /* gint64s the next read loads */
  GSource *flush;
  gboolean reading;
};

G_DEFINE_FINAL_TYPE (LuotainFindingRows, luotain_finding_rows, G_TYPE_OBJECT)

/* The rows of one read. */
typedef struct
{
  GArray *ids;
  LuotainLanguage language;
} RowsJob;

static void
rows_job_free (gpointer data)
{
  RowsJob *job = data;

  g_array_unref (job->ids);
  g_free (job);
}

static gboolean
load_rows (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  RowsJob *job = data;

  *result = luotain_finding_rows_load (db, (const gint64 *) job->ids->data, job->ids->len, job->language,
                                       error);
  return *result != NULL;
}

static void
luotain_finding_rows_finalize (GObject *object)
{
  LuotainFindingRows *self = LUOTAIN_FINDING_ROWS (object);

  if (self->flush != NULL)
    g_source_destroy (self->flush);
  g_clear_pointer (&self->flush, g_source_unref);
  g_clear_pointer (&self->words, luotain_word_list_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->early, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (luotain_finding_rows_parent_class)->finalize (object);
}

static void
luotain_finding_rows_class_init (LuotainFindingRowsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = luotain_finding_rows_finalize;
}

static void
luotain_finding_rows_init (LuotainFindingRows *self)
{
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->early = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                       (GDestroyNotify) luotain_finding_row_free);
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

LuotainFindingRows *
luotain_finding_rows_new (LuotainStore *store)
{
  LuotainFindingRows *self = g_object_new (LUOTAIN_TYPE_FINDING_ROWS, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
luotain_finding_rows_set_words (LuotainFindingRows *self, LuotainWordList *words)
{
  GHashTableIter iter;
  gpointer item;

  if (words != NULL)
    luotain_word_list_ref (words);
  g_clear_pointer (&self->words, luotain_word_list_unref);
  self->words = words;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_signal_emit_by_name (item, "changed");
}

LuotainWordList *
luotain_finding_rows_get_words (LuotainFindingRows *self)
{
  return self->words;
}

void
luotain_finding_rows_set_language (LuotainFindingRows *self, LuotainLanguage language)
{
  if (self->language == language)
    return;
  self->language = language;
  luotain_finding_rows_reload (self);
}

/* NULL where nobody holds it. */
static LuotainFindingItem *
peek_item (LuotainFindingRows *self, gint64 id)
{
  return g_hash_table_lookup (self->items, &id);
}

guint
luotain_finding_rows_get_n_items (LuotainFindingRows *self)
{
  return g_hash_table_size (self->items);
}

LuotainFindingItem *
luotain_finding_rows_get_item (LuotainFindingRows *self, gint64 id)
{
  LuotainFindingItem *item = peek_item (self, id);
  gpointer row = NULL;

  if (item != NULL)
    return g_object_ref (item);
  item = luotain_finding_item_new (self, id);
  g_hash_table_insert (self->items, g_memdup2 (&id, sizeof id), item);
  if (g_hash_table_steal_extended (self->early, &id, NULL, &row))
    luotain_finding_item_take_row (item, row);
  return item;
}

void
luotain_finding_rows_forget (LuotainFindingRows *self, gint64 id)
{
  g_hash_table_remove (self->items, &id);
}

void
luotain_finding_rows_take (LuotainFindingRows *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) owned = rows;

  g_hash_table_remove_all (self->early);
  g_ptr_array_set_free_func (owned, NULL);
  for (guint i = 0; i < owned->len; i++)
    {
      LuotainFindingRow *row = g_ptr_array_index (owned, i);
      LuotainFindingItem *item = row != NULL ? peek_item (self, row->id) : NULL;

      if (item != NULL)
        luotain_finding_item_take_row (item, row);
      else if (row != NULL)
        g_hash_table_replace (self->early, &row->id, row);
    }
}

static void schedule_flush (LuotainFindingRows *self);

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainFindingRows) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer value = NULL;

  self->reading = FALSE;
  if (luotain_store_read_finish (LUOTAIN_STORE (source), result, &value, &error))
    {
      g_autoptr (GPtrArray) rows = value;

      g_ptr_array_set_free_func (rows, NULL);
      for (guint i = 0; i < rows->len; i++)
        {
          LuotainFindingRow *row = g_ptr_array_index (rows, i);
          LuotainFindingItem *item = row != NULL ? peek_item (self, row->id) : NULL;

          if (item != NULL)
            luotain_finding_item_take_row (item, row);
          else if (row != NULL)
            luotain_finding_row_free (row);
        }
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Rows of findings could not be read: %s", error->message);
  if (g_hash_table_size (self->asked) > 0)
    schedule_flush (self);
}

/* What scrolled by and is held by nobody any more need not be loaded. */
static GArray *
take_asked (LuotainFindingRows *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (self->items, id))
      g_array_append_vals (ids, id, 1);
  g_hash_table_remove_all (self->asked);
  return ids;
}

static gboolean
flush_cb (gpointer user_data)
{
  LuotainFindingRows *self = user_data;
  g_autoptr (GArray) ids = take_asked (self);

  g_clear_pointer (&self->flush, g_source_unref);
  if (ids->len > 0)
    {
      RowsJob *job = g_new0 (RowsJob, 1);

      job->ids = g_steal_pointer (&ids);
      job->language = self->language;
      self->reading = TRUE;
      luotain_store_read_async (self->store, load_rows, job, rows_job_free,
                                (GDestroyNotify) g_ptr_array_unref, NULL, rows_read_cb, g_object_ref (self));
    }
  return G_SOURCE_REMOVE;
}

static void
schedule_flush (LuotainFindingRows *self)
{
  if (self->flush != NULL || self->reading)
    return;
  /* Not the default idle priority: when frames are slower than the clock such an idle never runs. */
  self->flush = g_idle_source_new ();
  g_source_set_priority (self->flush, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->flush, flush_cb, self, NULL);
  g_source_attach (self->flush, NULL);
}

void
luotain_finding_rows_ask (LuotainFindingRows *self, gint64 id)
{
  if (!g_hash_table_contains (self->asked, &id))
    g_hash_table_add (self->asked, g_memdup2 (&id, sizeof id));
  schedule_flush (self);
}

void
luotain_finding_rows_reload (LuotainFindingRows *self)
{
  GHashTableIter iter;
  gpointer id, item;

  g_hash_table_remove_all (self->early);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    if (luotain_finding_item_is_loaded (item))
      luotain_finding_rows_ask (self, *(gint64 *) id);
}
