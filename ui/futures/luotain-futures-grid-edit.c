#include "config.h"

#include "luotain-futures-grid-private.h"

#include "luotain-key-variable.h"
#include "luotain-scenario-edit.h"

#include <glib/gi18n.h>

typedef struct
{
  int row, column;
  int n_rows, n_columns;
} Range;

static Range
get_range (LuotainFuturesGrid *self)
{
  Range range;

  range.row = MIN (self->row, self->anchor_row);
  range.column = MIN (self->column, self->anchor_column);
  range.n_rows = ABS (self->row - self->anchor_row) + 1;
  range.n_columns = ABS (self->column - self->anchor_column) + 1;
  return range;
}

static gboolean
can_write (LuotainFuturesGrid *self)
{
  return luotain_grid_is_writable (self) && (self->marks == NULL || self->marks->mode == LUOTAIN_TABLE_EDIT);
}

static void
ignore_cb (gpointer owner, gboolean success, gpointer result)
{
  /* What was refused is told; the cell says again what stands there. */
  if (!success)
    luotain_futures_grid_show_marks (owner);
  g_free (result);
}

static void
write_state (LuotainFuturesGrid *self, LuotainFutureCell *cell, const char *text)
{
  const int row = luotain_future_cell_get_row (cell);
  const gint64 id = luotain_future_cell_get_id (cell);
  LuotainTableCell *job = luotain_table_cell_new (
      luotain_futures_table_row (self->table, row)->id, id,
      luotain_futures_layout_image (self->layout, luotain_future_cell_get_column (cell)), text);
  const char *label = *text == '\0' ? N_ ("Delete State") : id == 0 ? N_ ("Add State") : N_ ("Edit State");

  luotain_context_do (self->context, label, luotain_table_cell_run, job,
                      (GDestroyNotify) luotain_table_cell_free, g_free, ignore_cb, self);
}

static void
add_variable (LuotainFuturesGrid *self, const char *title)
{
  LuotainPartAdd *add = luotain_part_add_new (&luotain_key_variable_type, 0, title);

  add->sector = luotain_context_get_sector (self->context);
  luotain_context_do (self->context, N_ ("Add Key Variable"), luotain_part_add_run, add,
                      (GDestroyNotify) luotain_part_add_free, g_free, ignore_cb, self);
}

/* A variable without a name would be none: what is cleared there stays. */
void
luotain_grid_cell_edited (LuotainFuturesGrid *self, LuotainFutureCell *cell, const char *text)
{
  const gint64 id = luotain_future_cell_get_id (cell);

  if (self->table == NULL)
    return;

  if (luotain_future_cell_get_column (cell) >= 0)
    write_state (self, cell, text);
  else if (*text == '\0')
    luotain_futures_grid_show_marks (self);
  else if (id == 0)
    add_variable (self, text);
  else
    luotain_context_set_field (self->context, N_ ("Rename Key Variable"), id, "title", text, ignore_cb, self);
}

static void
place (LuotainFuturesGrid *self, const char *label, gint64 id, gint64 before)
{
  LuotainTablePlace job = { id, before };

  self->follow = id;
  luotain_context_do (self->context, label, luotain_table_place_run, g_memdup2 (&job, sizeof job), g_free,
                      NULL, NULL, NULL);
}

static gint64
variable_at (LuotainFuturesGrid *self, int row)
{
  return row >= 0 && row < (int) self->table->rows->len ? luotain_futures_table_row (self->table, row)->id
                                                        : 0;
}

static gint64
state_at (LuotainFuturesGrid *self, int row, int column)
{
  const LuotainFuturesState *state = luotain_futures_row_state (
      luotain_futures_table_row (self->table, row), luotain_futures_layout_state (self->layout, row, column));

  return state != NULL ? state->id : 0;
}

static void
move_row (LuotainFuturesGrid *self, int row, int offset)
{
  if (variable_at (self, row) == 0 || variable_at (self, row + offset) == 0)
    return;

  place (self, N_ ("Move Key Variable"), variable_at (self, row),
         offset < 0 ? variable_at (self, row - 1) : variable_at (self, row + 2));
}

static void
set_image (LuotainFuturesGrid *self, gint64 state, const char *image)
{
  self->follow = state;
  luotain_context_do (self->context, N_ ("Move State"), luotain_table_image_run,
                      luotain_table_image_new (state, image), (GDestroyNotify) luotain_table_image_free, NULL,
                      NULL, NULL);
}

/* By image a state moves under the next image, else among the states of its row. */
static void
move_state (LuotainFuturesGrid *self, int row, int column, int offset)
{
  const gint64 state = state_at (self, row, column);
  const int onto = column + offset;

  if (state == 0 || onto < 0 || onto >= (int) luotain_futures_layout_n_columns (self->layout))
    return;
  if (luotain_futures_layout_is_by_image (self->layout))
    {
      if (luotain_futures_layout_image (self->layout, onto) != NULL)
        set_image (self, state, luotain_futures_layout_image (self->layout, onto));
      return;
    }
  if (state_at (self, row, onto) != 0)
    place (self, N_ ("Move State"), state,
           offset < 0 ? state_at (self, row, onto) : state_at (self, row, column + 2));
}

void
luotain_grid_move_record (LuotainFuturesGrid *self, LuotainFutureCell *cell, GtkDirectionType direction)
{
  const int row = luotain_future_cell_get_row (cell), column = luotain_future_cell_get_column (cell);

  if (!can_write (self) || row >= (int) self->table->rows->len)
    return;
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    move_row (self, row, direction == GTK_DIR_UP ? -1 : 1);
  else if (column >= 0)
    move_state (self, row, column, direction == GTK_DIR_LEFT ? -1 : 1);
}

/* A variable goes to the row it is dropped on, a state to the place in its own row. */
void
luotain_grid_drop (LuotainFuturesGrid *self, gint64 id, LuotainFutureCell *onto)
{
  const int row = luotain_future_cell_get_row (onto), column = luotain_future_cell_get_column (onto);
  guint from, state;

  if (!can_write (self) || !luotain_futures_table_find (self->table, id, &from, &state))
    return;

  if (state == LUOTAIN_FUTURES_OPEN)
    {
      if (row != (int) from)
        place (self, N_ ("Move Key Variable"), id, variable_at (self, row > (int) from ? row + 1 : row));
      return;
    }
  if (row != (int) from || column < 0 || state_at (self, row, column) == id)
    return;
  if (!luotain_futures_layout_is_by_image (self->layout))
    {
      const int present = luotain_futures_layout_column (self->layout, row, state);

      place (self, N_ ("Move State"), id, state_at (self, row, column > present ? column + 1 : column));
    }
  else if (luotain_futures_layout_image (self->layout, column) != NULL)
    set_image (self, id, luotain_futures_layout_image (self->layout, column));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);
  const Range range = get_range (self);
  g_autofree char *text = NULL;

  if (self->table == NULL)
    return;

  text = luotain_futures_layout_copy (self->layout, range.row, range.n_rows, range.column, range.n_columns);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
cleared_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (owner);
  const guint n = GPOINTER_TO_UINT (result);
  g_autofree char *text = NULL;

  if (!success || n == 0)
    return;

  text = g_strdup_printf (ngettext ("%u key variable deleted", "%u key variables deleted", n), n);
  luotain_context_toast (self->context, text, TRUE);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);
  const Range range = get_range (self);
  GArray *ids;

  if (self->table == NULL || !can_write (self))
    return;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int row = range.row; row < range.row + range.n_rows; row++)
    for (int column = range.column; column < range.column + range.n_columns; column++)
      {
        LuotainFutureCell *cell = luotain_grid_cell_at (self, row, column);
        const gint64 id = cell != NULL ? luotain_future_cell_get_id (cell) : 0;

        if (id != 0)
          g_array_append_val (ids, id);
      }
  if (ids->len == 0)
    {
      g_array_unref (ids);
      return;
    }
  self->wanted = TRUE;
  luotain_context_do (self->context, range.column < 0 ? N_ ("Delete Key Variable") : N_ ("Delete State"),
                      luotain_table_clear_run, ids, (GDestroyNotify) g_array_unref, NULL, cleared_cb, self);
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!can_write (LUOTAIN_FUTURES_GRID (widget)))
    return;

  copy_action (widget, name, parameter);
  clear_action (widget, name, parameter);
}

static void
tell_outside (LuotainFuturesGrid *self, guint n_outside)
{
  g_autofree char *text = NULL;

  if (n_outside == 0)
    return;

  text = g_strdup_printf (ngettext ("%u cell had no place under the images",
                                    "%u cells had no place under the images", n_outside),
                          n_outside);
  luotain_context_toast (self->context, text, TRUE);
}

void
luotain_futures_grid_paste_text (LuotainFuturesGrid *self, const char *text)
{
  const Range range = get_range (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainTableBlock) block = NULL;
  LuotainTablePaste *paste;
  guint n_outside;

  g_return_if_fail (LUOTAIN_IS_FUTURES_GRID (self));

  if (self->table == NULL || !can_write (self))
    return;

  block = luotain_table_block_parse (text, -1, &error);
  if (block == NULL)
    {
      luotain_context_toast (self->context, error->message, FALSE);
      return;
    }
  if (block->rows->len == 0)
    return;

  paste = luotain_futures_layout_paste (self->layout, block, luotain_context_get_sector (self->context),
                                        range.row, range.column, &n_outside);
  luotain_context_do (self->context, N_ ("Paste Cells"), luotain_table_paste_run, paste,
                      (GDestroyNotify) luotain_table_paste_free, g_free, ignore_cb, self);
  tell_outside (self, n_outside);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainFuturesGrid) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && self->context != NULL)
    luotain_futures_grid_paste_text (self, text);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb,
                                 g_object_ref (widget));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);
  LuotainFutureCell *cell = luotain_grid_cell_at (self, self->row, self->column);

  if (cell != NULL && can_write (self))
    luotain_future_cell_begin_edit (cell, NULL);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);
  LuotainFutureCell *cell = luotain_grid_cell_at (self, self->row, self->column);
  const char *where = g_variant_get_string (parameter, NULL);

  if (cell != NULL)
    luotain_grid_move_record (self, cell,
                              g_str_equal (where, "up")     ? GTK_DIR_UP
                              : g_str_equal (where, "down") ? GTK_DIR_DOWN
                              : g_str_equal (where, "left") ? GTK_DIR_LEFT
                                                            : GTK_DIR_RIGHT);
}

static GMenuModel *
menu_model_new (gboolean state)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();

  g_menu_append (edit, _ ("Edit"), "grid.edit");
  g_menu_append (edit, _ ("Cut"), "grid.cut");
  g_menu_append (edit, _ ("Copy"), "grid.copy");
  g_menu_append (edit, _ ("Paste"), "grid.paste");
  g_menu_append (edit, _ ("Delete"), "grid.clear");
  if (state)
    {
      g_menu_append (move, _ ("Move Left"), "grid.move::left");
      g_menu_append (move, _ ("Move Right"), "grid.move::right");
    }
  g_menu_append (move, _ ("Move Row Up"), "grid.move::up");
  g_menu_append (move, _ ("Move Row Down"), "grid.move::down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  return G_MENU_MODEL (menu);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);
  LuotainFutureCell *cell = luotain_grid_cell_at (self, self->row, self->column);
  g_autoptr (GMenuModel) model = NULL;
  graphene_rect_t bounds;

  if (cell == NULL || !can_write (self) || !gtk_widget_compute_bounds (GTK_WIDGET (cell), widget, &bounds))
    return;

  model = menu_model_new (luotain_future_cell_get_column (cell) >= 0);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
luotain_grid_install_edits (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "grid.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "grid.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "grid.cut", NULL, cut_action);
  gtk_widget_class_install_action (klass, "grid.paste", NULL, paste_action);
  gtk_widget_class_install_action (klass, "grid.clear", NULL, clear_action);
  gtk_widget_class_install_action (klass, "grid.move", "s", move_action);
  gtk_widget_class_install_action (klass, "grid.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "grid.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "grid.menu", NULL);
}
