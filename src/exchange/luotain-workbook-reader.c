#include "luotain-workbook-reader.h"

#include "luotain-link-cursor.h"
#include "luotain-record-cursor.h"

/* Records handed over at a time, what they own not counted. */
#define BATCH 64

/* The records of a type and the links that lead from them, in step. */
typedef struct
{
  const LuotainRecordType *type;
  LuotainRecordCursor *records;
  LuotainLinkCursor *links;
} Walk;

struct _LuotainWorkbookReader
{
  LuotainDb *db;
  gboolean selected;
  guint next_type;
  Walk top;
  GArray *owned; /* (element-type Walk): of the types that the top type owns */
};

static void
walk_clear (gpointer data)
{
  Walk *walk = data;

  g_clear_pointer (&walk->records, luotain_record_cursor_free);
  g_clear_pointer (&walk->links, luotain_link_cursor_free);
}

static gboolean
walk_begin (Walk *walk, LuotainWorkbookReader *reader, const LuotainRecordType *type, GError **error)
{
  walk->type = type;
  walk->records = luotain_record_cursor_new (reader->db, type, reader->selected, error);

  if (walk->records == NULL)
    return FALSE;

  walk->links = luotain_link_cursor_new (reader->db, type, reader->selected, error);
  return walk->links != NULL;
}

LuotainWorkbookReader *
luotain_workbook_reader_new (LuotainDb *db, gboolean selected)
{
  LuotainWorkbookReader *self = g_new0 (LuotainWorkbookReader, 1);

  self->db = db;
  self->selected = selected;
  self->owned = g_array_new (FALSE, TRUE, sizeof (Walk));
  g_array_set_clear_func (self->owned, walk_clear);
  return self;
}

void
luotain_workbook_reader_free (LuotainWorkbookReader *self)
{
  if (self == NULL)
    return;

  walk_clear (&self->top);
  g_array_unref (self->owned);
  g_free (self);
}

static gboolean
take_links (Walk *walk, LuotainItem *item, GError **error)
{
  const gint64 id = ((LuotainRecord *) item->record)->id;
  const LuotainRecordType *target_type;
  const LuotainLink *link;

  if (!luotain_link_cursor_seek (walk->links, id, error))
    return FALSE;

  while ((link = luotain_link_cursor_peek (walk->links, &target_type)) != NULL && link->source == id)
    {
      LuotainItemLink *taken = luotain_item_add_link (item);

      taken->role = link->role;
      taken->target = link->target;
      taken->target_type = target_type;
      taken->note = g_strdup (link->note);
      taken->confirmed = link->confirmed_revision;

      if (!luotain_link_cursor_next (walk->links, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_item (Walk *walk, GPtrArray *items, GError **error)
{
  LuotainItem *item = luotain_item_new_for_record (walk->type, luotain_record_cursor_steal (walk->records));

  g_ptr_array_add (items, item);
  return luotain_record_cursor_next (walk->records, error) && take_links (walk, item, error);
}

static gboolean
take_owned (Walk *walk, gint64 owner, GPtrArray *items, GError **error)
{
  const LuotainRecord *record;

  while ((record = luotain_record_cursor_peek (walk->records)) != NULL && record->owner == owner)
    if (!take_item (walk, items, error))
      return FALSE;

  return TRUE;
}

static gboolean
take_tree (LuotainWorkbookReader *self, GPtrArray *items, GError **error)
{
  const gint64 id = ((LuotainRecord *) luotain_record_cursor_peek (self->top.records))->id;

  if (!take_item (&self->top, items, error))
    return FALSE;

  for (guint i = 0; i < self->owned->len; i++)
    if (!take_owned (&g_array_index (self->owned, Walk, i), id, items, error))
      return FALSE;

  return TRUE;
}

static gboolean
begin_owned (LuotainWorkbookReader *self, const LuotainRecordType *owner, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (self->db);

  g_array_set_size (self->owned, 0);

  for (guint i = 0; model->types[i] != NULL; i++)
    if (g_strcmp0 (model->types[i]->owner, owner->name) == 0)
      {
        g_array_set_size (self->owned, self->owned->len + 1);

        if (!walk_begin (&g_array_index (self->owned, Walk, self->owned->len - 1), self, model->types[i],
                         error))
          return FALSE;
      }

  return TRUE;
}

/* Goes to the next type that stands at the top; leaves the top without cursor behind the last. */
static gboolean
begin_type (LuotainWorkbookReader *self, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (self->db);

  walk_clear (&self->top);

  while (model->types[self->next_type] != NULL)
    {
      const LuotainRecordType *type = model->types[self->next_type++];

      if (type->owner == NULL)
        return walk_begin (&self->top, self, type, error) && begin_owned (self, type, error);
    }

  return TRUE;
}

static gboolean
is_at_end_of_type (LuotainWorkbookReader *self)
{
  return self->top.records == NULL || luotain_record_cursor_peek (self->top.records) == NULL;
}

gboolean
luotain_workbook_reader_next (LuotainWorkbookReader *self, GPtrArray **items, GError **error)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);

  *items = NULL;

  for (guint n = 0; n < BATCH; n++)
    {
      while (is_at_end_of_type (self))
        {
          if (!begin_type (self, error))
            return FALSE;

          if (self->top.records == NULL)
            {
              *items = batch->len > 0 ? g_steal_pointer (&batch) : NULL;
              return TRUE;
            }
        }

      if (!take_tree (self, batch, error))
        return FALSE;
    }

  *items = g_steal_pointer (&batch);
  return TRUE;
}
