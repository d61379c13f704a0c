#include "luotain-workbook-reader.h"

#include "luotain-link-cursor.h"
#include "luotain-record-cursor.h"

/* Records handed over at a time, what they own not counted. */
#define BATCH 64

typedef struct _Walk Walk;

/* The records of a type and the links that lead from them, in step, and the same of the types it owns. */
struct _Walk
{
  const LuotainRecordType *type;
  LuotainRecordCursor *records;
  LuotainLinkCursor *links;
  GPtrArray *owned; /* (element-type Walk) */
};

struct _LuotainWorkbookReader
{
  LuotainDb *db;
  gboolean selected;
  guint next_type;
  Walk *top; /* (nullable) */
};

static void
walk_free (gpointer data)
{
  Walk *walk = data;

  if (walk == NULL)
    return;

  g_clear_pointer (&walk->records, luotain_record_cursor_free);
  g_clear_pointer (&walk->links, luotain_link_cursor_free);
  g_ptr_array_unref (walk->owned);
  g_free (walk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Walk, walk_free)

static Walk *
walk_new (LuotainWorkbookReader *reader, const LuotainRecordType *type, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (reader->db);
  g_autoptr (Walk) walk = g_new0 (Walk, 1);

  walk->type = type;
  walk->owned = g_ptr_array_new_with_free_func (walk_free);
  walk->records = luotain_record_cursor_new (reader->db, type, reader->selected, error);
  walk->links = walk->records != NULL ? luotain_link_cursor_new (reader->db, type, reader->selected, error)
                                      : NULL;

  if (walk->links == NULL)
    return NULL;

  for (guint i = 0; model->types[i] != NULL; i++)
    if (g_strcmp0 (model->types[i]->owner, type->name) == 0)
      {
        Walk *owned = walk_new (reader, model->types[i], error);

        if (owned == NULL)
          return NULL;

        g_ptr_array_add (walk->owned, owned);
      }

  return g_steal_pointer (&walk);
}

LuotainWorkbookReader *
luotain_workbook_reader_new (LuotainDb *db, gboolean selected)
{
  LuotainWorkbookReader *self = g_new0 (LuotainWorkbookReader, 1);

  self->db = db;
  self->selected = selected;
  return self;
}

void
luotain_workbook_reader_free (LuotainWorkbookReader *self)
{
  if (self == NULL)
    return;

  walk_free (self->top);
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

/* A record with all it owns right behind it. */
static gboolean
take_tree (Walk *walk, GPtrArray *items, GError **error)
{
  const gint64 id = ((LuotainRecord *) luotain_record_cursor_peek (walk->records))->id;

  if (!take_item (walk, items, error))
    return FALSE;

  for (guint i = 0; i < walk->owned->len; i++)
    {
      Walk *owned = walk->owned->pdata[i];
      const LuotainRecord *record;

      while ((record = luotain_record_cursor_peek (owned->records)) != NULL && record->owner == id)
        if (!take_tree (owned, items, error))
          return FALSE;
    }

  return TRUE;
}

/* Goes to the next type that stands at the top; leaves no top behind the last. */
static gboolean
begin_type (LuotainWorkbookReader *self, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (self->db);

  g_clear_pointer (&self->top, walk_free);

  while (model->types[self->next_type] != NULL)
    {
      const LuotainRecordType *type = model->types[self->next_type++];

      if (type->owner == NULL)
        {
          self->top = walk_new (self, type, error);
          return self->top != NULL;
        }
    }

  return TRUE;
}

static gboolean
is_at_end_of_type (LuotainWorkbookReader *self)
{
  return self->top == NULL || luotain_record_cursor_peek (self->top->records) == NULL;
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

          if (self->top == NULL)
            {
              *items = batch->len > 0 ? g_steal_pointer (&batch) : NULL;
              return TRUE;
            }
        }

      if (!take_tree (self->top, batch, error))
        return FALSE;
    }

  *items = g_steal_pointer (&batch);
  return TRUE;
}
