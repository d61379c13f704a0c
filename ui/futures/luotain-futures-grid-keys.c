#include "luotain-futures-grid-private.h"

static LuotainFutureCell *
focused_cell (LuotainFuturesGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !LUOTAIN_IS_FUTURE_CELL (focus) || gtk_widget_get_parent (focus) != GTK_WIDGET (self))
    return NULL;
  return LUOTAIN_FUTURE_CELL (focus);
}

static gboolean
can_write (LuotainFuturesGrid *self, LuotainFutureCell *cell)
{
  if (!luotain_grid_is_writable (self))
    return FALSE;
  return self->marks == NULL || self->marks->mode == LUOTAIN_TABLE_EDIT;
}

static void
step (LuotainFuturesGrid *self, LuotainFutureCell *cell, guint keyval, gboolean extend)
{
  int row = luotain_future_cell_get_row (cell), column = luotain_future_cell_get_column (cell);

  switch (keyval)
    {
    case GDK_KEY_Up:
      row--;
      break;
    case GDK_KEY_Down:
      row++;
      break;
    case GDK_KEY_Left:
      column--;
      break;
    case GDK_KEY_Right:
      column++;
      break;
    case GDK_KEY_Home:
      column = -1;
      break;
    case GDK_KEY_End:
    default:
      column = self->n_columns - 1;
      break;
    }
  if (row < 0 || row >= self->n_rows || column < -1 || column >= self->n_columns)
    return;
  luotain_grid_move_to (self, row, column, extend);
}

static gboolean
move_record (LuotainFuturesGrid *self, LuotainFutureCell *cell, guint keyval)
{
  static const struct
  {
    guint keyval;
    GtkDirectionType direction;
  } moves[] = { { GDK_KEY_Up, GTK_DIR_UP },
                { GDK_KEY_Down, GTK_DIR_DOWN },
                { GDK_KEY_Left, GTK_DIR_LEFT },
                { GDK_KEY_Right, GTK_DIR_RIGHT } };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval)
      {
        luotain_grid_move_record (self, cell, moves[i].direction);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
is_step (guint keyval)
{
  return keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Left || keyval == GDK_KEY_Right
         || keyval == GDK_KEY_Home || keyval == GDK_KEY_End;
}

static gboolean
activate (LuotainFuturesGrid *self, LuotainFutureCell *cell)
{
  if (!luotain_grid_acts (self) || luotain_future_cell_get_column (cell) < 0
      || luotain_future_cell_get_id (cell) == 0)
    return FALSE;

  g_signal_emit_by_name (self, "activated", luotain_future_cell_get_id (cell));
  return TRUE;
}

/* A character begins to write in the place of what stood there, and is written by the editor itself, so that dead keys and
 * input methods do what they always do. */
static gboolean
write_character (LuotainFuturesGrid *self, LuotainFutureCell *cell, GtkEventControllerKey *controller,
                 guint keyval)
{
  const gunichar character = gdk_keyval_to_unicode (keyval);
  const gboolean dead = keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek;

  if (!can_write (self, cell) || (!dead && (character == 0 || g_unichar_iscntrl (character))))
    return GDK_EVENT_PROPAGATE;

  luotain_future_cell_begin_edit (cell, "");
  gtk_event_controller_key_forward (controller, luotain_future_cell_get_editor (cell));
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        gpointer user_data)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (user_data);
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  LuotainFutureCell *cell = focused_cell (self);

  if (cell == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_ALT_MASK)
    return move_record (self, cell, keyval);
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (is_step (keyval))
    {
      step (self, cell, keyval, modifiers == GDK_SHIFT_MASK);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_space && activate (self, cell))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_F2 || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      if (can_write (self, cell))
        luotain_future_cell_begin_edit (cell, NULL);
      else
        activate (self, cell);
      return GDK_EVENT_STOP;
    }
  return write_character (self, cell, controller, keyval);
}

void
luotain_grid_add_controllers (LuotainFuturesGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

static LuotainFutureCell *
cell_of (gpointer controller)
{
  return LUOTAIN_FUTURE_CELL (gtk_event_controller_get_widget (controller));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (user_data);
  LuotainFutureCell *cell = cell_of (gesture);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (luotain_future_cell_is_editing (cell))
    return;

  luotain_grid_move_to (self, luotain_future_cell_get_row (cell), luotain_future_cell_get_column (cell),
                        (state & GDK_SHIFT_MASK) != 0);
}

/* An empty cell is there to be written, so one click is enough; but for a range nothing is written. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (user_data);
  LuotainFutureCell *cell = cell_of (gesture);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (luotain_future_cell_is_editing (cell) || (state & GDK_SHIFT_MASK) != 0 || activate (self, cell))
    return;
  if (can_write (self, cell)
      && (n_press == 2
          || (n_press == 1 && luotain_future_cell_get_id (cell) == 0 && !luotain_grid_acts (self))))
    luotain_future_cell_begin_edit (cell, NULL);
}

static void
menu_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  pressed_cb (gesture, n_press, x, y, user_data);
  gtk_widget_activate_action (user_data, "grid.menu", NULL);
}

static void
entered_cb (GtkEventController *controller, gpointer user_data)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (user_data);
  LuotainFutureCell *cell = cell_of (controller);
  const int row = luotain_future_cell_get_row (cell), column = luotain_future_cell_get_column (cell);

  if (self->table == NULL)
    return;

  if (row != self->row || column != self->column)
    {
      self->row = self->anchor_row = row;
      self->column = self->anchor_column = column;
      luotain_grid_show_range (self);
    }
  if (luotain_future_cell_get_id (cell) != 0)
    luotain_context_set_selection (self->context, luotain_future_cell_get_id (cell));
  else if (row < (int) self->table->rows->len)
    luotain_context_set_selection (self->context, luotain_futures_table_row (self->table, row)->id);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (user_data);
  LuotainFutureCell *cell = cell_of (source);

  if (luotain_future_cell_get_id (cell) == 0 || !can_write (self, cell)
      || luotain_future_cell_is_editing (cell))
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_INT64, luotain_future_cell_get_id (cell));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (cell_of (source)));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 8, 8);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  luotain_grid_drop (LUOTAIN_FUTURES_GRID (user_data), g_value_get_int64 (value), cell_of (target));
  return TRUE;
}

void
luotain_grid_add_cell_controllers (LuotainFuturesGrid *self, LuotainFutureCell *cell)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *second = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (second), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (second, "pressed", G_CALLBACK (menu_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (second));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, 0);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

void
luotain_grid_install_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_x, GDK_CONTROL_MASK, "grid.cut", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK, "grid.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "grid.clear", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_BackSpace, 0, "grid.clear", NULL);
}
