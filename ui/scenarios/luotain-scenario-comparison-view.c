#include "config.h"

#include "luotain-scenario-comparison-view.h"

#include "luotain-asking.h"
#include "luotain-children.h"
#include "luotain-scenario-comparison.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainScenarioComparisonView
{
  GtkWidget parent_instance;

  LuotainContext *context;
  GArray *scenarios; /* (element-type gint64): as they stand in both menus */
  gboolean showing;
  GCancellable *cancellable;

  GtkDropDown *left;
  GtkDropDown *right;
  GtkCheckButton *only_differences;
  GtkLabel *summary;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (LuotainScenarioComparisonView, luotain_scenario_comparison_view, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
chosen_scenario (LuotainScenarioComparisonView *self, GtkDropDown *menu)
{
  const guint place = gtk_drop_down_get_selected (menu);

  return place < self->scenarios->len ? g_array_index (self->scenarios, gint64, place) : 0;
}

static const char *
part_heading (LuotainComparisonPart part)
{
  switch (part)
    {
    case LUOTAIN_COMPARISON_PATH:
      return _ ("Path Through the Key Variables");
    case LUOTAIN_COMPARISON_PASSAGE:
      return _ ("What It Says");
    case LUOTAIN_COMPARISON_PERIOD:
      return _ ("Periods");
    case LUOTAIN_COMPARISON_DRIVER:
      return _ ("Drivers");
    case LUOTAIN_COMPARISON_IMAGE:
    case LUOTAIN_COMPARISON_YEAR:
    case LUOTAIN_COMPARISON_FRAME:
    default:
      return NULL;
    }
}

static char *
dup_title (LuotainWordList *words, const LuotainComparisonRow *row)
{
  switch (row->part)
    {
    case LUOTAIN_COMPARISON_IMAGE:
      return g_strdup (_ ("Future Image"));
    case LUOTAIN_COMPARISON_YEAR:
      return g_strdup (_ ("Target Year"));
    case LUOTAIN_COMPARISON_FRAME:
      return g_strdup (_ ("Frame Scenario"));
    case LUOTAIN_COMPARISON_PASSAGE:
      return luotain_word_list_titles (words, "dimension", row->title);
    case LUOTAIN_COMPARISON_DRIVER:
      return NULL;
    case LUOTAIN_COMPARISON_PATH:
    case LUOTAIN_COMPARISON_PERIOD:
    default:
      return g_strdup (row->title);
    }
}

static const char *
side_text (LuotainWordList *words, const LuotainComparisonRow *row, const char *text)
{
  if (text == NULL)
    return row->part == LUOTAIN_COMPARISON_PATH ? _ ("left open") : "–";

  return row->part == LUOTAIN_COMPARISON_IMAGE ? luotain_word_list_title (words, "image", text) : text;
}

static GtkWidget *
make_side (const char *text, gboolean missing)
{
  GtkWidget *label = luotain_wrapped_label_new (text, missing ? "dim-label" : NULL);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
say (GtkWidget *row, const char *title, const char *left, const char *right, gboolean same)
{
  g_autofree char *both = same ? g_strdup_printf (_ ("the same in both: %s"), left)
                               : g_strdup_printf (_ ("left: %s; right: %s"), left, right);
  g_autofree char *text = title != NULL ? g_strdup_printf ("%s: %s", title, both) : g_strdup (both);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
make_row (LuotainScenarioComparisonView *self, const LuotainComparisonRow *row)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  g_autofree char *title = dup_title (words, row);
  const char *left = side_text (words, row, row->left);
  const char *right = side_text (words, row, row->right);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *line = gtk_list_box_row_new ();

  if (title != NULL)
    {
      GtkWidget *caption = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
    }

  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), make_side (left, row->left == NULL));

  if (!row->same)
    gtk_box_append (GTK_BOX (sides), make_side (right, row->right == NULL));

  gtk_box_append (GTK_BOX (box), sides);
  gtk_widget_add_css_class (box, "comparison-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  g_object_set_data_full (G_OBJECT (line), "record", g_memdup2 (&row->record, sizeof row->record), g_free);
  g_object_set_data (G_OBJECT (line), "part", GINT_TO_POINTER (row->part));
  say (line, title, left, right, row->same);
  return line;
}

/* A heading before the first row of each part that has one. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const int part = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "part"));
  const int part_before = before != NULL ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (before), "part"))
                                         : -1;
  const char *heading = part != part_before ? part_heading (part) : NULL;
  GtkWidget *label;

  if (heading == NULL)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "comparison-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
clear_rows (LuotainScenarioComparisonView *self)
{
  luotain_children_clear_list (self->rows);
}

static void
rows_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainScenarioComparisonView *self = owner;
  g_autoptr (GPtrArray) rows = result;
  guint n_same = 0;
  g_autofree char *summary = NULL;

  if (!success)
    return;

  clear_rows (self);

  for (guint i = 0; i < rows->len; i++)
    {
      const LuotainComparisonRow *row = rows->pdata[i];

      n_same += row->same;

      if (!row->same || !gtk_check_button_get_active (self->only_differences))
        gtk_list_box_append (self->rows, make_row (self, row));
    }

  /* Translators: of the things that two scenarios are compared in. */
  summary = g_strdup_printf (_ ("Different: %u · the same: %u"), rows->len - n_same, n_same);
  gtk_label_set_text (self->summary, summary);
}

static void
refresh (LuotainScenarioComparisonView *self)
{
  const LuotainScenarioPair pair = { chosen_scenario (self, self->left), chosen_scenario (self, self->right),
                                     luotain_context_get_language (self->context) };

  if (self->showing || pair.left == 0 || pair.right == 0)
    return;

  luotain_ask_anew (&self->cancellable);
  luotain_context_read (self->context, luotain_scenario_comparison_run, g_memdup2 (&pair, sizeof pair),
                        g_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, rows_read_cb, self);
}

static guint
place_of (LuotainScenarioComparisonView *self, gint64 scenario, guint otherwise)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    if (g_array_index (self->scenarios, gint64, i) == scenario)
      return i;

  return MIN (otherwise, self->scenarios->len > 0 ? self->scenarios->len - 1 : 0);
}

static void
fill_menu (GtkDropDown *menu, const LuotainScenarioSet *set)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < set->scenarios->len; i++)
    {
      const LuotainScenarioSheet *sheet = set->scenarios->pdata[i];

      gtk_string_list_append (titles, sheet->title != NULL ? sheet->title : _ ("Untitled"));
    }

  gtk_drop_down_set_model (menu, G_LIST_MODEL (titles));
}

void
luotain_scenario_comparison_view_show (LuotainScenarioComparisonView *self, const LuotainScenarioSet *set)
{
  gint64 left;
  gint64 right;

  g_return_if_fail (LUOTAIN_IS_SCENARIO_COMPARISON_VIEW (self));

  left = chosen_scenario (self, self->left);
  right = chosen_scenario (self, self->right);
  g_array_set_size (self->scenarios, 0);

  for (guint i = 0; i < set->scenarios->len; i++)
    g_array_append_val (self->scenarios, ((LuotainScenarioSheet *) set->scenarios->pdata[i])->id);

  self->showing = TRUE;
  fill_menu (self->left, set);
  fill_menu (self->right, set);
  gtk_drop_down_set_selected (self->left, place_of (self, left, 0));
  gtk_drop_down_set_selected (self->right, place_of (self, right, 1));
  self->showing = FALSE;
  refresh (self);
}

static void
close_cb (LuotainScenarioComparisonView *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
row_selected_cb (LuotainScenarioComparisonView *self, GtkListBoxRow *row)
{
  const gint64 *record = row != NULL ? g_object_get_data (G_OBJECT (row), "record") : NULL;

  if (record != NULL && *record != 0)
    luotain_context_set_selection (self->context, *record);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  close_cb (LUOTAIN_SCENARIO_COMPARISON_VIEW (widget));
  return TRUE;
}

static void
luotain_scenario_comparison_view_dispose (GObject *object)
{
  LuotainScenarioComparisonView *self = LUOTAIN_SCENARIO_COMPARISON_VIEW (object);

  luotain_ask_no_more (&self->cancellable);
  g_clear_pointer (&self->scenarios, g_array_unref);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_SCENARIO_COMPARISON_VIEW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_scenario_comparison_view_parent_class)->dispose (object);
}

static void
luotain_scenario_comparison_view_class_init (LuotainScenarioComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  G_OBJECT_CLASS (klass)->dispose = luotain_scenario_comparison_view_dispose;

  signals[CLOSED] = g_signal_new ("closed", LUOTAIN_TYPE_SCENARIO_COMPARISON_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/luotain/ui/luotain-scenario-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioComparisonView, left);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioComparisonView, right);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioComparisonView, only_differences);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioComparisonView, summary);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioComparisonView, rows);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_scenario_comparison_view_init (LuotainScenarioComparisonView *self)
{
  self->scenarios = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->rows, header_cb, NULL, NULL);
}

GtkWidget *
luotain_scenario_comparison_view_new (LuotainContext *context)
{
  LuotainScenarioComparisonView *self = g_object_new (LUOTAIN_TYPE_SCENARIO_COMPARISON_VIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
