#include "config.h"

#include "luotain-futures-grid-private.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

static char *
dup_scenarios (LuotainFuturesGrid *self, guint row, guint state)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->table->paths->len; i++)
    {
      const LuotainFuturesPath *path = luotain_futures_table_path (self->table, i);

      if (path->states[row] == state)
        luotain_text_add_part (names, ", ", path->title);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
name_state (LuotainFuturesGrid *self, LuotainFutureCell *cell, int row, int column, guint state,
            LuotainTableMark mark)
{
  const LuotainFuturesRow *variable = luotain_futures_table_row (self->table, row);
  g_autofree char *column_title = luotain_futures_layout_title (
      self->layout, MIN (column, (int) luotain_futures_layout_n_columns (self->layout)));
  g_autofree char *scenarios = state != LUOTAIN_FUTURES_OPEN ? dup_scenarios (self, row, state)
                                                             : g_strdup ("");
  const char *text = luotain_future_cell_get_text (cell);
  const char *word = luotain_table_mark_word (mark);
  g_autoptr (GString) name = g_string_new (NULL);

  g_string_printf (name, "%s, %s: %s", variable->title != NULL ? variable->title : "", column_title,
                   text != NULL ? text : _ ("empty"));
  if (*scenarios != '\0')
    g_string_append_printf (name, "; %s", scenarios);
  if (word != NULL)
    g_string_append_printf (name, "; %s", word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
show_state_mark (LuotainFuturesGrid *self, LuotainFutureCell *cell, int row, int column)
{
  static const char *const classes[] = { "base", "coexists", "struck", "frowned", "on-path" };
  const guint state = luotain_futures_layout_state (self->layout, row, column);
  const LuotainTableMark mark = self->marks != NULL && state != LUOTAIN_FUTURES_OPEN
                                    ? luotain_table_marks_get (self->marks, self->table, row, state)
                                    : LUOTAIN_MARK_NONE;
  const char *css_class = luotain_table_mark_class (mark);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (css_class, classes[i]) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (cell), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (cell), classes[i]);
  luotain_future_cell_set_note (cell, luotain_table_mark_note (mark));
  name_state (self, cell, row, column, state, mark);
}

static void
show_variable (LuotainFuturesGrid *self, LuotainFutureCell *cell, int row)
{
  const LuotainFuturesRow *variable = row < (int) self->table->rows->len
                                          ? luotain_futures_table_row (self->table, row)
                                          : NULL;
  g_autofree char *note = NULL;
  g_autofree char *name = NULL;

  if (variable == NULL)
    {
      luotain_future_cell_show (cell, 0, NULL, _ ("+ Key Variable"));
      luotain_future_cell_set_note (cell, NULL);
      gtk_widget_remove_css_class (GTK_WIDGET (cell), "unfounded");
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Add Key Variable"), -1);
      return;
    }

  luotain_future_cell_show (cell, variable->id, variable->title, NULL);
  note = variable->n_findings > 0
             ? g_strdup_printf (ngettext ("%u finding", "%u findings", variable->n_findings),
                                variable->n_findings)
             : g_strdup (_ ("no findings"));
  luotain_future_cell_set_note (cell, note);
  if (variable->n_findings == 0)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "unfounded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "unfounded");
  name = g_strdup_printf ("%s; %s", variable->title != NULL ? variable->title : "", note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
luotain_grid_show_cell (LuotainFuturesGrid *self, LuotainFutureCell *cell, int row, int column)
{
  const LuotainFuturesState *state;

  if (column < 0)
    {
      show_variable (self, cell, row);
      return;
    }

  state = luotain_futures_row_state (luotain_futures_table_row (self->table, row),
                                     luotain_futures_layout_state (self->layout, row, column));
  luotain_future_cell_set_margin (cell, self->n_lanes * LUOTAIN_GRID_LANE);
  luotain_future_cell_show (cell, state != NULL ? state->id : 0, state != NULL ? state->title : NULL,
                            !luotain_futures_layout_is_by_image (self->layout) ? "+" : NULL);
  show_state_mark (self, cell, row, column);
}
