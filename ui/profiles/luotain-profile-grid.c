#include "config.h"

#include "luotain-profile-grid.h"

#include "luotain-profile-cell.h"
#include "luotain-profile-edit.h"
#include "luotain-profile-menu.h"
#include "luotain-profile-plan.h"
#include "luotain-profile-table.h"
#include "luotain-profile-walk.h"
#include "luotain-template.h"

#include <glib/gi18n.h>

struct _LuotainProfileGrid
{
  GtkWidget parent_instance;

  LuotainContext *context;
  const LuotainProfileSheet *sheet;
  char *shape; /* of the table that stands: levels and groups */
  gint64 chosen;
  gint64 awaited; /* an entry that gets the focus as soon as it is there */

  LuotainProfileTable *table;
  GtkPopover *menu;
};

G_DEFINE_FINAL_TYPE (LuotainProfileGrid, luotain_profile_grid, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LuotainProfileCell *
cell_at (LuotainProfileGrid *self, guint row, guint column)
{
  return LUOTAIN_PROFILE_CELL (luotain_profile_table_get_cell (self->table, row, column));
}

static LuotainProfileCell *
cell_of_entry (LuotainProfileGrid *self, gint64 entry, guint *column)
{
  for (guint r = 0; r < luotain_profile_table_get_n_rows (self->table); r++)
    {
      for (guint c = 0; c < luotain_profile_table_get_n_columns (self->table); c++)
        {
          if (luotain_profile_cell_find (cell_at (self, r, c), entry) == NULL)
            continue;
          if (column != NULL)
            *column = c;
          return cell_at (self, r, c);
        }
    }
  return NULL;
}

static LuotainProfileChip *
chip_of_entry (LuotainProfileGrid *self, gint64 entry)
{
  LuotainProfileCell *cell = entry != 0 ? cell_of_entry (self, entry, NULL) : NULL;

  return cell != NULL ? luotain_profile_cell_find (cell, entry) : NULL;
}

static LuotainProfileChip *
focused_chip (LuotainProfileGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *chip = focus != NULL ? gtk_widget_get_ancestor (focus, LUOTAIN_TYPE_PROFILE_CHIP) : NULL;

  return chip != NULL && gtk_widget_is_ancestor (chip, GTK_WIDGET (self)) ? LUOTAIN_PROFILE_CHIP (chip)
                                                                          : NULL;
}

/* Marks the chip of an entry as the one that is selected; 0 for none. */
static void
choose (LuotainProfileGrid *self, gint64 entry)
{
  LuotainProfileChip *chip = chip_of_entry (self, self->chosen);

  if (chip != NULL)
    luotain_profile_chip_set_chosen (chip, FALSE);
  self->chosen = entry;
  chip = chip_of_entry (self, entry);
  if (chip != NULL)
    luotain_profile_chip_set_chosen (chip, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.open", chip != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.remove",
                                 chip != NULL && luotain_context_get_writable (self->context));
}

static void
chip_clicked_cb (LuotainProfileGrid *self, LuotainProfileChip *chip)
{
  choose (self, luotain_profile_chip_get_entry (chip));
  g_signal_emit (self, signals[OPENED], 0, self->chosen);
}

static void
chip_focused_cb (GtkEventController *controller, LuotainProfileGrid *self)
{
  LuotainProfileChip *chip = LUOTAIN_PROFILE_CHIP (gtk_event_controller_get_widget (controller));

  choose (self, luotain_profile_chip_get_entry (chip));
  g_signal_emit (self, signals[SELECTED], 0, self->chosen);
}

static void
chip_made_cb (LuotainProfileGrid *self, LuotainProfileChip *chip)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (chip_focused_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (chip), focus);
}

/* What is done is shown by the store's signal; here only the selection goes along. */
static void
entries_added_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainProfileGrid *self = owner;
  g_autoptr (GArray) entries = result;

  if (success && entries->len > 0)
    {
      choose (self, g_array_index (entries, gint64, entries->len - 1));
      g_signal_emit (self, signals[SELECTED], 0, self->chosen);
    }
}

static void
added_cb (LuotainProfileGrid *self, gint64 competence, const char *text, const LuotainEscoChoice *concept,
          LuotainProfileCell *cell)
{
  const LuotainProfileChoice *chosen = self->sheet != NULL ? self->sheet->chosen : NULL;
  LuotainProfileAdd *add;

  if (chosen == NULL)
    return;

  add = luotain_profile_cell_new_add (cell, chosen, competence, text, concept);
  luotain_context_do (self->context, N_ ("Add Competence"), luotain_profile_add_run, add,
                      (GDestroyNotify) luotain_profile_add_free, (GDestroyNotify) g_array_unref,
                      entries_added_cb, self);
}

static void
moved_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainProfileGrid *self = owner;
  g_autofree gint64 *entry = result;

  if (success && luotain_profile_grid_reveal (self, *entry) == NULL)
    self->awaited = *entry;
}

static void
move (LuotainProfileGrid *self, LuotainProfileMove wanted)
{
  if (!luotain_context_get_writable (self->context))
    return;

  luotain_context_do (self->context, wanted.copy ? N_ ("Copy Competence") : N_ ("Move Competence"),
                      luotain_profile_move_run, g_memdup2 (&wanted, sizeof wanted), g_free, g_free, moved_cb,
                      self);
}

static void
dropped_cb (LuotainProfileGrid *self, gint64 entry, gint64 before, gboolean copy, LuotainProfileCell *cell)
{
  if (entry != before)
    move (self, (LuotainProfileMove){ entry, luotain_profile_cell_get_level (cell), before, 0, copy });
}

static void
move_to_action (GtkWidget *widget, const char *name, GVariant *level)
{
  LuotainProfileGrid *self = LUOTAIN_PROFILE_GRID (widget);

  if (self->chosen != 0)
    move (self, (LuotainProfileMove){ self->chosen, g_variant_get_int64 (level), 0, 0,
                                      g_str_equal (name, "entry.copy-to") });
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainProfileGrid *self = LUOTAIN_PROFILE_GRID (widget);

  if (self->chosen != 0)
    g_signal_emit (self, signals[OPENED], 0, self->chosen);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainProfileGrid *self = LUOTAIN_PROFILE_GRID (widget);

  if (self->chosen != 0 && luotain_context_get_writable (self->context))
    luotain_context_delete (self->context, N_ ("Remove Competence"), self->chosen, _ ("Competence removed"));
}

static GPtrArray *
targets (LuotainProfileGrid *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint r = 0; r < luotain_profile_table_get_n_rows (self->table); r++)
    {
      for (guint c = 0; c < luotain_profile_table_get_n_columns (self->table); c++)
        {
          GtkWidget *cell = GTK_WIDGET (cell_at (self, r, c));

          for (GtkWidget *child = gtk_widget_get_first_child (cell); child != NULL;
               child = gtk_widget_get_next_sibling (child))
            g_ptr_array_add (found, child);
        }
    }
  return found;
}

/* A narrow table shows one column: at its edge the walk goes on in the next. */
static gboolean
turn_column (LuotainProfileGrid *self, GtkDirectionType direction)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int step = (direction == GTK_DIR_RIGHT) != mirrored ? 1 : -1;
  const int column = (int) luotain_profile_table_get_shown_column (self->table) + step;

  if (!luotain_profile_table_is_narrow (self->table) || direction == GTK_DIR_UP || direction == GTK_DIR_DOWN
      || column < 0 || column >= (int) luotain_profile_table_get_n_columns (self->table))
    return FALSE;

  luotain_profile_table_show_column (self->table, column);
  gtk_widget_child_focus (GTK_WIDGET (cell_at (self, 0, column)), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static gboolean
walk (LuotainProfileGrid *self, GtkWidget *from, GtkDirectionType direction)
{
  g_autoptr (GPtrArray) all = targets (self);
  GtkWidget *next = luotain_profile_walk (GTK_WIDGET (self), from, all, direction);

  return next != NULL ? gtk_widget_grab_focus (next) : turn_column (self, direction);
}

static gboolean
move_by_key (LuotainProfileGrid *self, LuotainProfileChip *chip, GtkDirectionType direction)
{
  const gint64 entry = luotain_profile_chip_get_entry (chip);
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *beside = direction == GTK_DIR_UP ? gtk_widget_get_prev_sibling (GTK_WIDGET (chip))
                                              : gtk_widget_get_next_sibling (GTK_WIDGET (chip));
  guint column = 0;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    {
      const gint64 other = LUOTAIN_IS_PROFILE_CHIP (beside)
                               ? luotain_profile_chip_get_entry (LUOTAIN_PROFILE_CHIP (beside))
                               : 0;

      if (other != 0)
        move (self, (LuotainProfileMove){ entry, 0, direction == GTK_DIR_UP ? other : 0,
                                          direction == GTK_DIR_UP ? 0 : other, FALSE });
      return TRUE;
    }
  cell_of_entry (self, entry, &column);
  if ((direction == GTK_DIR_RIGHT) != mirrored)
    column++;
  else if (column-- == 0)
    return TRUE;
  if (column < self->sheet->levels->len)
    move (self, (LuotainProfileMove){ entry, luotain_profile_cell_get_level (cell_at (self, 0, column)), 0, 0,
                                      FALSE });
  return TRUE;
}

static void
show_menu (LuotainProfileGrid *self, LuotainProfileChip *chip)
{
  g_autoptr (GMenuModel) menu = luotain_profile_menu_new (self->sheet, luotain_profile_chip_get_level (chip),
                                                          luotain_context_get_writable (self->context));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (chip), GTK_WIDGET (self), &bounds))
    return;

  choose (self, luotain_profile_chip_get_entry (chip));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (self->menu,
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (self->menu);
}

static gboolean
key_pressed_cb (LuotainProfileGrid *self, guint key, guint code, GdkModifierType state)
{
  static const struct
  {
    guint key;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Up, GTK_DIR_UP },        { GDK_KEY_KP_Up, GTK_DIR_UP },       { GDK_KEY_Down, GTK_DIR_DOWN },
    { GDK_KEY_KP_Down, GTK_DIR_DOWN }, { GDK_KEY_Left, GTK_DIR_LEFT },      { GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GTK_DIR_RIGHT },  { GDK_KEY_KP_Right, GTK_DIR_RIGHT },
  };
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  LuotainProfileChip *chip = focused_chip (self);

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      if (arrows[i].key != key)
        continue;
      if (held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && chip != NULL)
        return move_by_key (self, chip, arrows[i].direction);
      if (held == 0)
        return walk (self, focus, arrows[i].direction);
    }
  if (chip == NULL)
    return FALSE;
  if (held == 0 && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace))
    return gtk_widget_activate_action (GTK_WIDGET (self), "entry.remove", NULL);
  if ((held == 0 && key == GDK_KEY_Menu) || (held == GDK_SHIFT_MASK && key == GDK_KEY_F10))
    {
      show_menu (self, chip);
      return TRUE;
    }
  return FALSE;
}

static void
right_click_cb (LuotainProfileGrid *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = picked != NULL ? gtk_widget_get_ancestor (picked, LUOTAIN_TYPE_PROFILE_CHIP) : NULL;

  if (chip == NULL)
    return;

  gtk_widget_grab_focus (chip);
  show_menu (self, LUOTAIN_PROFILE_CHIP (chip));
}

static void
make_cells (LuotainProfileGrid *self, const LuotainProfilePlan *plan)
{
  const gboolean open = luotain_context_get_writable (self->context)
                        && !luotain_context_get_room (self->context);

  for (guint r = 0; r < plan->rows->len; r++)
    {
      for (guint c = 0; c < plan->columns->len; c++)
        {
          GtkWidget *cell = luotain_profile_cell_new (self->context, luotain_profile_plan_level (plan, c),
                                                      plan->columns->pdata[c],
                                                      luotain_profile_plan_group (plan, r),
                                                      plan->rows->pdata[r]);

          luotain_profile_cell_set_open (LUOTAIN_PROFILE_CELL (cell), open);
          g_signal_connect_object (cell, "chip-made", G_CALLBACK (chip_made_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (cell, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (cell, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
          luotain_profile_table_set_cell (self->table, r, c, cell);
        }
    }
}

static void
ensure_table (LuotainProfileGrid *self, const LuotainProfilePlan *plan)
{
  if (g_strcmp0 (plan->shape, self->shape) == 0)
    return;

  g_free (self->shape);
  self->shape = g_strdup (plan->shape);
  luotain_profile_table_set_titles (self->table, plan->columns, plan->rows);
  make_cells (self, plan);
}

static void
fill_cells (LuotainProfileGrid *self, const LuotainProfilePlan *plan)
{
  for (guint r = 0; r < plan->rows->len; r++)
    {
      for (guint c = 0; c < plan->columns->len; c++)
        {
          g_autoptr (GPtrArray) items = luotain_profile_plan_items (plan, r, c);
          g_autoptr (GPtrArray) others = luotain_profile_plan_others (plan, r, c);

          luotain_profile_cell_set_items (cell_at (self, r, c), items, self->sheet);
          luotain_profile_cell_set_others (cell_at (self, r, c), others, self->sheet);
        }
    }
}

/* Where the focus goes when its chip is gone: to the one beside it, else to the line of the cell. */
static GtkWidget *
neighbour_of (LuotainProfileChip *chip)
{
  GtkWidget *beside = gtk_widget_get_next_sibling (GTK_WIDGET (chip));

  if (!LUOTAIN_IS_PROFILE_CHIP (beside)
      && LUOTAIN_IS_PROFILE_CHIP (gtk_widget_get_prev_sibling (GTK_WIDGET (chip))))
    beside = gtk_widget_get_prev_sibling (GTK_WIDGET (chip));
  return beside;
}

void
luotain_profile_grid_set_sheet (LuotainProfileGrid *self, const LuotainProfileSheet *sheet)
{
  g_autoptr (LuotainProfilePlan) plan = NULL;
  g_autoptr (GtkWidget) beside = NULL;
  LuotainProfileChip *focused;
  gint64 entry;

  g_return_if_fail (LUOTAIN_IS_PROFILE_GRID (self));

  self->sheet = sheet;
  if (sheet == NULL)
    return;

  focused = focused_chip (self);
  entry = focused != NULL ? luotain_profile_chip_get_entry (focused) : 0;
  beside = focused != NULL && neighbour_of (focused) != NULL ? g_object_ref (neighbour_of (focused)) : NULL;
  plan = luotain_profile_plan_new (sheet, luotain_context_get_words (self->context));
  ensure_table (self, plan);
  fill_cells (self, plan);
  choose (self, chip_of_entry (self, self->chosen) != NULL ? self->chosen : 0);

  if (self->awaited != 0 && luotain_profile_grid_reveal (self, self->awaited) != NULL)
    self->awaited = 0;
  else if (entry != 0 && focused_chip (self) == NULL && luotain_profile_grid_reveal (self, entry) == NULL
           && beside != NULL && gtk_widget_get_root (beside) != NULL)
    gtk_widget_grab_focus (beside);
}

void
luotain_profile_grid_show_chosen (LuotainProfileGrid *self)
{
  guint column = 0;

  g_return_if_fail (LUOTAIN_IS_PROFILE_GRID (self));

  if (cell_of_entry (self, self->chosen, &column) != NULL
      && luotain_profile_table_get_shown_column (self->table) != column)
    luotain_profile_table_show_column (self->table, column);
}

GtkWidget *
luotain_profile_grid_reveal (LuotainProfileGrid *self, gint64 entry)
{
  LuotainProfileChip *chip;

  g_return_val_if_fail (LUOTAIN_IS_PROFILE_GRID (self), NULL);

  chip = chip_of_entry (self, entry);
  if (chip == NULL)
    return NULL;

  choose (self, entry);
  luotain_profile_grid_show_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (chip));
  return GTK_WIDGET (chip);
}

void
luotain_profile_grid_begin (LuotainProfileGrid *self)
{
  g_return_if_fail (LUOTAIN_IS_PROFILE_GRID (self));

  if (luotain_profile_table_get_n_rows (self->table) > 0
      && luotain_profile_table_get_n_columns (self->table) > 0)
    gtk_widget_child_focus (GTK_WIDGET (
                                cell_at (self, 0, luotain_profile_table_get_shown_column (self->table))),
                            GTK_DIR_TAB_FORWARD);
}

static void
writable_cb (LuotainProfileGrid *self)
{
  const gboolean open = luotain_context_get_writable (self->context)
                        && !luotain_context_get_room (self->context);

  for (guint r = 0; r < luotain_profile_table_get_n_rows (self->table); r++)
    {
      for (guint c = 0; c < luotain_profile_table_get_n_columns (self->table); c++)
        luotain_profile_cell_set_open (cell_at (self, r, c), open);
    }
}

static void
luotain_profile_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainProfileGrid *self = LUOTAIN_PROFILE_GRID (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->table), &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (self->menu);
}

static void
luotain_profile_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (LUOTAIN_PROFILE_GRID (widget)->table), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static GtkSizeRequestMode
luotain_profile_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_profile_grid_dispose (GObject *object)
{
  LuotainProfileGrid *self = LUOTAIN_PROFILE_GRID (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_PROFILE_GRID);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_profile_grid_parent_class)->dispose (object);
}

static void
luotain_profile_grid_finalize (GObject *object)
{
  g_free (LUOTAIN_PROFILE_GRID (object)->shape);

  G_OBJECT_CLASS (luotain_profile_grid_parent_class)->finalize (object);
}

static void
luotain_profile_grid_class_init (LuotainProfileGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_profile_grid_dispose;
  object_class->finalize = luotain_profile_grid_finalize;
  widget_class->get_request_mode = luotain_profile_grid_get_request_mode;
  widget_class->measure = luotain_profile_grid_measure;
  widget_class->size_allocate = luotain_profile_grid_size_allocate;

  signals[SELECTED] = g_signal_new ("selected", LUOTAIN_TYPE_PROFILE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", LUOTAIN_TYPE_PROFILE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "entry.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "entry.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "entry.move-to", "x", move_to_action);
  gtk_widget_class_install_action (widget_class, "entry.copy-to", "x", move_to_action);

  g_type_ensure (LUOTAIN_TYPE_PROFILE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-profile-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileGrid, table);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileGrid, menu);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, right_click_cb);
}

static void
luotain_profile_grid_init (LuotainProfileGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_profile_grid_new (LuotainContext *context)
{
  LuotainProfileGrid *self = g_object_new (LUOTAIN_TYPE_PROFILE_GRID, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (writable_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (writable_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
