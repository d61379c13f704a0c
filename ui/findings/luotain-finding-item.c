#include "config.h"

#include "luotain-finding-item.h"

#include <glib/gi18n.h>

struct _LuotainFindingItem
{
  GObject parent_instance;

  gint64 id;
  LuotainFindingRows *rows;
  LuotainFindingRow *row; /* NULL until it is loaded */
  gboolean marked;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainFindingItem, luotain_finding_item, G_TYPE_OBJECT)

static void
luotain_finding_item_finalize (GObject *object)
{
  LuotainFindingItem *self = LUOTAIN_FINDING_ITEM (object);

  luotain_finding_rows_forget (self->rows, self->id);
  g_clear_pointer (&self->row, luotain_finding_row_free);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (luotain_finding_item_parent_class)->finalize (object);
}

static void
luotain_finding_item_class_init (LuotainFindingItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = luotain_finding_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
luotain_finding_item_init (LuotainFindingItem *self)
{
}

LuotainFindingItem *
luotain_finding_item_new (LuotainFindingRows *rows, gint64 id)
{
  LuotainFindingItem *self = g_object_new (LUOTAIN_TYPE_FINDING_ITEM, NULL);

  self->id = id;
  self->rows = g_object_ref (rows);
  return self;
}

gint64
luotain_finding_item_get_id (LuotainFindingItem *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FINDING_ITEM (self), 0);

  return self->id;
}

const LuotainFindingRow *
luotain_finding_item_get_row (LuotainFindingItem *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FINDING_ITEM (self), NULL);

  if (self->row == NULL)
    luotain_finding_rows_ask (self->rows, self->id);
  return self->row;
}

gboolean
luotain_finding_item_is_loaded (LuotainFindingItem *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FINDING_ITEM (self), FALSE);

  return self->row != NULL;
}

void
luotain_finding_item_set_marked (LuotainFindingItem *self, gboolean marked)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_ITEM (self));

  if (self->marked == marked)
    return;
  self->marked = marked;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
luotain_finding_item_is_marked (LuotainFindingItem *self)
{
  return self->marked;
}

LuotainWordList *
luotain_finding_item_get_words (LuotainFindingItem *self)
{
  return luotain_finding_rows_get_words (self->rows);
}

static void
add_words (GString *text, LuotainWordList *words, const LuotainFindingRow *row)
{
  g_autofree char *dimensions = luotain_word_list_titles (words, "dimension", row->dimensions);

  if (row->kind != NULL)
    g_string_append_printf (text, ", %s", luotain_word_list_title (words, "finding-kind", row->kind));
  if (*dimensions != '\0')
    g_string_append_printf (text, ", %s", dimensions);
}

char *
luotain_finding_item_dup_summary (LuotainFindingItem *self)
{
  LuotainWordList *words = luotain_finding_rows_get_words (self->rows);
  const LuotainFindingRow *row = self->row;
  g_autoptr (GString) text = NULL;

  if (row == NULL)
    return g_strdup (_ ("Finding"));
  text = g_string_new (row->title);
  if (words != NULL)
    add_words (text, words, row);
  if (row->session_title != NULL)
    g_string_append_printf (text, ", %s", row->session_title);
  if (row->n_sources > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u source", "%u sources", row->n_sources), row->n_sources);
    }
  if (row->n_supports > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("supports %u", "supports %u", row->n_supports),
                              row->n_supports);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
rows_equal (const LuotainFindingRow *a, const LuotainFindingRow *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->kind, b->kind) == 0
         && g_strcmp0 (a->dimensions, b->dimensions) == 0
         && g_strcmp0 (a->session_title, b->session_title) == 0 && a->n_sources == b->n_sources
         && a->n_evidence == b->n_evidence && a->n_supports == b->n_supports;
}

void
luotain_finding_item_take_row (LuotainFindingItem *self, LuotainFindingRow *row)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_ITEM (self));

  if (row == NULL)
    return; /* The list will drop it; until then it shows what it was. */
  if (self->row != NULL && rows_equal (self->row, row))
    {
      luotain_finding_row_free (row);
      return;
    }
  g_clear_pointer (&self->row, luotain_finding_row_free);
  self->row = row;
  g_signal_emit (self, signals[CHANGED], 0);
}
