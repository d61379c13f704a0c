#include "config.h"

#include "luotain-profile-plan.h"

#include <glib/gi18n.h>

/* The place behind the last row or column is for what lacks a group or level. */
static guint
row_of (const LuotainProfilePlan *self, const LuotainProfileItem *item)
{
  guint row = 0;

  while (self->groups[row] != NULL && g_strcmp0 (self->groups[row], item->group) != 0)
    row++;
  return row;
}

static guint
column_of (const LuotainProfilePlan *self, const LuotainProfileItem *item)
{
  guint column = 0;

  while (column < self->sheet->levels->len && luotain_profile_plan_level (self, column) != item->level)
    column++;
  return column;
}

/* The ids of levels and groups too: a word may be renamed, and two may have one name. */
static char *
dup_shape (const LuotainProfilePlan *self)
{
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (shape, "%" G_GINT64_FORMAT " %s\n", luotain_profile_plan_level (self, i),
                            (const char *) self->columns->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    g_string_append_printf (shape, "%s %s\n", luotain_profile_plan_group (self, i),
                            (const char *) self->rows->pdata[i]);
  return g_string_free (g_steal_pointer (&shape), FALSE);
}

/* Words stand small in a vocabulary; at the head of a row or column they begin with a capital. */
static char *
dup_heading (const char *title)
{
  g_autofree char *first = NULL;

  if (title == NULL || *title == '\0')
    return g_strdup ("–");

  first = g_utf8_strup (title, g_utf8_next_char (title) - title);
  return g_strconcat (first, g_utf8_next_char (title), NULL);
}

LuotainProfilePlan *
luotain_profile_plan_new (const LuotainProfileSheet *sheet, LuotainWordList *words)
{
  LuotainProfilePlan *self = g_new0 (LuotainProfilePlan, 1);
  gboolean without_group = FALSE;
  gboolean without_level = FALSE;
  guint n_groups;

  self->sheet = sheet;
  self->words = luotain_word_list_ref (words);
  self->groups = luotain_word_list_keys (words, "competence-group");
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);

  n_groups = g_strv_length ((char **) self->groups);
  for (guint i = 0; i < sheet->items->len + sheet->others->len; i++)
    {
      const LuotainProfileItem *item = i < sheet->items->len ? sheet->items->pdata[i]
                                                             : sheet->others->pdata[i - sheet->items->len];

      without_group = without_group || row_of (self, item) == n_groups;
      without_level = without_level || column_of (self, item) == sheet->levels->len;
    }
  for (guint i = 0; i < sheet->levels->len; i++)
    g_ptr_array_add (self->columns, dup_heading (((LuotainLevel *) sheet->levels->pdata[i])->title));
  for (guint i = 0; i < n_groups; i++)
    g_ptr_array_add (self->rows,
                     dup_heading (luotain_word_list_title (words, "competence-group", self->groups[i])));
  if (without_level)
    g_ptr_array_add (self->columns, g_strdup (_ ("Without Role Level")));
  if (without_group)
    g_ptr_array_add (self->rows, g_strdup (_ ("Without Group")));
  self->shape = dup_shape (self);
  return self;
}

void
luotain_profile_plan_free (LuotainProfilePlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  luotain_word_list_unref (self->words);
  g_free (self->shape);
  g_free (self);
}

gint64
luotain_profile_plan_level (const LuotainProfilePlan *self, guint column)
{
  return column < self->sheet->levels->len ? ((LuotainLevel *) self->sheet->levels->pdata[column])->id : 0;
}

const char *
luotain_profile_plan_group (const LuotainProfilePlan *self, guint row)
{
  return row < g_strv_length ((char **) self->groups) ? self->groups[row] : NULL;
}

static GPtrArray *
items_at (const LuotainProfilePlan *self, GPtrArray *all, guint row, guint column)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      LuotainProfileItem *item = all->pdata[i];

      if (row_of (self, item) == row && column_of (self, item) == column)
        g_ptr_array_add (items, item);
    }
  return items;
}

GPtrArray *
luotain_profile_plan_items (const LuotainProfilePlan *self, guint row, guint column)
{
  return items_at (self, self->sheet->items, row, column);
}

GPtrArray *
luotain_profile_plan_others (const LuotainProfilePlan *self, guint row, guint column)
{
  return items_at (self, self->sheet->others, row, column);
}
