#include "config.h"

#include "luotain-coverage-list.h"

#include "luotain-coverage-chooser.h"
#include "luotain-coverage-line.h"
#include "luotain-named-row.h"
#include "luotain-tab-stop.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARK_MS 1800
#define MOST_WIDTH 1300
#define TIGHT_WIDTH 1200

struct _LuotainCoverageList
{
  GtkWidget parent_instance;

  LuotainContext *context;
  const LuotainCoverageSheet *sheet; /* (nullable): of the page */
  GListStore *items;
  GtkSingleSelection *selection;
  GPtrArray *shown; /* (element-type GtkListItem): those bound to a row, not owned */
  guint organisation; /* which one keys speak for */
  LuotainCoverageItem *marked; /* (nullable): stands out for a moment */
  guint mark_source;
  gboolean filling;

  GtkWidget *box;
  AdwClamp *head_clamp;
  AdwClampScrollable *clamp;
  GtkWidget *head;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (LuotainCoverageList, luotain_coverage_list, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  OPENED,
  JUDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LuotainCoverageItem *
selected_item (LuotainCoverageList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

const LuotainCoverageRow *
luotain_coverage_list_get_row (LuotainCoverageList *self)
{
  LuotainCoverageItem *item;

  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_LIST (self), NULL);

  item = selected_item (self);
  return item != NULL ? luotain_coverage_item_get_row (item) : NULL;
}

guint
luotain_coverage_list_get_organisation (LuotainCoverageList *self)
{
  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_LIST (self), 0);

  return self->organisation;
}

guint
luotain_coverage_list_get_n_rows (LuotainCoverageList *self)
{
  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* Which word of the selected row a digit will change. */
static void
show_current (LuotainCoverageList *self, GtkListItem *list_item)
{
  LuotainCoverageItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *line = adw_bin_get_child (ADW_BIN (gtk_list_item_get_child (list_item)));
  const gboolean several = self->sheet != NULL && self->sheet->organisations->len > 1;

  luotain_coverage_line_set_current (LUOTAIN_COVERAGE_LINE (line),
                                     several && item == selected_item (self) ? (int) self->organisation : -1);
}

static void
show_row (LuotainCoverageList *self, GtkListItem *list_item)
{
  LuotainCoverageItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *line = adw_bin_get_child (ADW_BIN (row));
  LuotainWordList *words = luotain_context_get_words (self->context);
  const LuotainCoverageSheet *sheet = luotain_coverage_item_get_sheet (item);
  g_autofree char *name = luotain_coverage_line_dup_name (sheet, luotain_coverage_item_get_row (item), words);

  luotain_coverage_line_show (LUOTAIN_COVERAGE_LINE (line), sheet, luotain_coverage_item_get_row (item),
                              words);
  show_current (self, list_item);
  luotain_named_row_set_label (LUOTAIN_NAMED_ROW (row), name);
  if (item == self->marked)
    gtk_widget_add_css_class (row, "marked");
  else
    gtk_widget_remove_css_class (row, "marked");
}

static void
show_all (LuotainCoverageList *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    show_row (self, self->shown->pdata[i]);
}

static void
picked_cb (LuotainCoverageLine *line, guint organisation, LuotainCoverageList *self)
{
  luotain_coverage_list_set_organisation (self, organisation);
}

static void
open_cb (LuotainCoverageList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, LuotainCoverageList *self)
{
  GtkWidget *row = luotain_named_row_new ();
  GtkWidget *line = luotain_coverage_line_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (line, "picked", G_CALLBACK (picked_cb), self, 0);
  adw_bin_set_child (ADW_BIN (row), line);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LuotainCoverageList *self)
{
  g_ptr_array_add (self->shown, list_item);
  show_row (self, list_item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LuotainCoverageList *self)
{
  g_ptr_array_remove_fast (self->shown, list_item);
}

static void
selected_cb (LuotainCoverageList *self)
{
  if (self->filling)
    return;

  for (guint i = 0; i < self->shown->len; i++)
    show_current (self, self->shown->pdata[i]);
  g_signal_emit (self, signals[SELECTED], 0);
}

void
luotain_coverage_list_set_organisation (LuotainCoverageList *self, guint organisation)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_LIST (self));

  if (self->sheet == NULL || organisation == self->organisation
      || organisation >= self->sheet->organisations->len)
    return;

  self->organisation = organisation;
  selected_cb (self);
}

static gboolean
key_pressed_cb (LuotainCoverageList *self, guint keyval, guint keycode, GdkModifierType state)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  LuotainCoverageStatus status;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0
      || luotain_coverage_list_get_row (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  if (luotain_coverage_chooser_status_of_key (keyval, &status))
    {
      g_signal_emit (self, signals[JUDGED], 0, status);
      return GDK_EVENT_STOP;
    }

  if (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right)
    return GDK_EVENT_PROPAGATE;

  if ((keyval == GDK_KEY_Right) != mirrored)
    luotain_coverage_list_set_organisation (self, self->organisation + 1);
  else if (self->organisation > 0)
    luotain_coverage_list_set_organisation (self, self->organisation - 1);
  return GDK_EVENT_STOP;
}

/* What a row is, whatever it says: all sectors of a region together are a thousand rows. */
static guint
hash_row (gconstpointer data)
{
  const LuotainCoverageRow *row = data;

  return g_int64_hash (&row->competence) + 31 * g_int64_hash (&row->level)
         + 961 * g_int64_hash (&row->sector);
}

static gboolean
equal_rows (gconstpointer a, gconstpointer b)
{
  const LuotainCoverageRow *first = a;
  const LuotainCoverageRow *second = b;

  return first->competence == second->competence && first->level == second->level
         && first->sector == second->sector;
}

static void
take_sheet (LuotainCoverageList *self, const LuotainCoverageSheet *sheet)
{
  self->sheet = sheet;
  if (self->organisation >= sheet->organisations->len)
    self->organisation = 0;
  luotain_coverage_line_show (LUOTAIN_COVERAGE_LINE (self->head), sheet, NULL,
                              luotain_context_get_words (self->context));
  gtk_widget_set_visible (self->head, sheet->organisations->len > 1);
}

void
luotain_coverage_list_fill (LuotainCoverageList *self, const LuotainCoverageSheet *sheet, GPtrArray *rows)
{
  g_autoptr (LuotainCoverageItem) selected = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint place = 0;

  g_return_if_fail (LUOTAIN_IS_COVERAGE_LIST (self));

  if (selected_item (self) != NULL)
    selected = g_object_ref (selected_item (self));

  for (guint i = 0; i < rows->len; i++)
    {
      if (selected != NULL && luotain_coverage_item_is (selected, rows->pdata[i]))
        place = i;
      g_ptr_array_add (items, luotain_coverage_item_new (sheet, rows->pdata[i]));
    }

  self->filling = TRUE;
  take_sheet (self, sheet);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  gtk_single_selection_set_selected (self->selection, items->len > 0 ? place : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  selected_cb (self);
}

/*
 * Pointers into the old sheet are let go of before anything is shown. Of @rows, those of the new sheet, what is shown is
 * taken out.
 */
static void
renew (LuotainCoverageList *self, const LuotainCoverageSheet *sheet, GHashTable *rows)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i > 0; i--)
    {
      g_autoptr (LuotainCoverageItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i - 1);
      const LuotainCoverageRow *row = g_hash_table_lookup (rows, luotain_coverage_item_get_row (item));

      if (row == NULL)
        {
          g_list_store_remove (self->items, i - 1);
          continue;
        }

      luotain_coverage_item_set (item, sheet, row);
      g_hash_table_remove (rows, row);
    }
}

void
luotain_coverage_list_update (LuotainCoverageList *self, const LuotainCoverageSheet *sheet, GPtrArray *fresh)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (hash_row, equal_rows);

  g_return_if_fail (LUOTAIN_IS_COVERAGE_LIST (self));

  for (guint i = 0; i < sheet->rows->len; i++)
    g_hash_table_add (rows, sheet->rows->pdata[i]);

  self->filling = TRUE;
  take_sheet (self, sheet);
  renew (self, sheet, rows);
  for (guint i = 0; i < fresh->len; i++)
    if (g_hash_table_contains (rows, fresh->pdata[i]))
      {
        g_autoptr (LuotainCoverageItem) item = luotain_coverage_item_new (sheet, fresh->pdata[i]);

        g_list_store_append (self->items, item);
      }

  self->filling = FALSE;
  show_all (self);
  selected_cb (self);
}

static gboolean
unmark_cb (gpointer user_data)
{
  LuotainCoverageList *self = user_data;

  self->mark_source = 0;
  g_clear_object (&self->marked);
  show_all (self);
  return G_SOURCE_REMOVE;
}

gboolean
luotain_coverage_list_reveal (LuotainCoverageList *self, gint64 id)
{
  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_LIST (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (LuotainCoverageItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!luotain_coverage_row_holds (luotain_coverage_item_get_row (item), id))
        continue;

      g_clear_handle_id (&self->mark_source, g_source_remove);
      g_set_object (&self->marked, item);
      self->mark_source = g_timeout_add (MARK_MS, unmark_cb, self);
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", i);
      show_all (self);
      return TRUE;
    }

  return FALSE;
}

void
luotain_coverage_list_begin (LuotainCoverageList *self)
{
  const guint place = gtk_single_selection_get_selected (self->selection);

  g_return_if_fail (LUOTAIN_IS_COVERAGE_LIST (self));

  if (place != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", place);
  gtk_widget_grab_focus (self->view);
}

static void
luotain_coverage_list_dispose (GObject *object)
{
  LuotainCoverageList *self = LUOTAIN_COVERAGE_LIST (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->mark_source, g_source_remove);
  g_clear_object (&self->marked);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_coverage_list_parent_class)->dispose (object);
}

static void
luotain_coverage_list_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_COVERAGE_LIST (object)->shown);

  G_OBJECT_CLASS (luotain_coverage_list_parent_class)->finalize (object);
}

static void
luotain_coverage_list_class_init (LuotainCoverageListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_coverage_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_coverage_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SELECTED] = g_signal_new ("selected", LUOTAIN_TYPE_COVERAGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", LUOTAIN_TYPE_COVERAGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[JUDGED] = g_signal_new ("judged", LUOTAIN_TYPE_COVERAGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
view_new (LuotainCoverageList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *view;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (view, "coverage");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Coverage"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  return view;
}

static void
luotain_coverage_list_init (LuotainCoverageList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->shown = g_ptr_array_new ();
  self->items = g_list_store_new (LUOTAIN_TYPE_COVERAGE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->head = luotain_coverage_line_new ();
  gtk_widget_add_css_class (self->head, "coverage-head");
  self->view = view_new (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->clamp = ADW_CLAMP_SCROLLABLE (adw_clamp_scrollable_new ());
  adw_clamp_scrollable_set_child (self->clamp, self->view);
  self->head_clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_child (self->head_clamp, self->head);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->clamp));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->head_clamp));
  gtk_box_append (GTK_BOX (self->box), luotain_tab_stop_new (scroller));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* The head is held as the rows are: its columns stand above theirs. In front of a room they have all of the screen. */
static void
room_cb (LuotainCoverageList *self)
{
  const int most = luotain_context_get_room (self->context) ? G_MAXINT16 : MOST_WIDTH;

  adw_clamp_scrollable_set_maximum_size (self->clamp, most);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, most - MOST_WIDTH + TIGHT_WIDTH);
  adw_clamp_set_maximum_size (self->head_clamp, most);
  adw_clamp_set_tightening_threshold (self->head_clamp, most - MOST_WIDTH + TIGHT_WIDTH);
}

GtkWidget *
luotain_coverage_list_new (LuotainContext *context)
{
  LuotainCoverageList *self = g_object_new (LUOTAIN_TYPE_COVERAGE_LIST, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
  room_cb (self);
  return GTK_WIDGET (self);
}
