#include "config.h"

#include "luotain-dependence-box.h"

#include "luotain-dependence-chart.h"
#include "luotain-influence-analysis.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainDependenceBox
{
  GtkWidget parent_instance;

  LuotainJudgeModel *model;
  GtkWidget *scroller;
  GtkWidget *indirect;
  GtkLabel *note;
  LuotainDependenceChart *chart;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LuotainDependenceBox, luotain_dependence_box, GTK_TYPE_WIDGET)

/* What is drawn and listed, direct or by way of others. */
typedef struct
{
  double influence;
  double dependence;
  LuotainQuadrant quadrant;
} Place;

static const char *
quadrant_title (LuotainQuadrant quadrant)
{
  switch (quadrant)
    {
    case LUOTAIN_QUADRANT_DRIVER:
      return _ ("Driver: influences much, depends on little");
    case LUOTAIN_QUADRANT_RELAY:
      return _ ("Relay: influences much, depends on much");
    case LUOTAIN_QUADRANT_RESULT:
      return _ ("Result: influences little, depends on much");
    case LUOTAIN_QUADRANT_AUTONOMOUS:
    default:
      return _ ("Autonomous: influences little, depends on little");
    }
}

static Place *
get_places (const LuotainInfluenceAnalysis *analysis, gboolean indirect)
{
  Place *places = g_new0 (Place, analysis->n + 1);

  for (guint i = 0; i < analysis->n; i++)
    {
      places[i].influence = indirect ? analysis->indirect_influence[i] * 100 : analysis->influence[i];
      places[i].dependence = indirect ? analysis->indirect_dependence[i] * 100 : analysis->dependence[i];
      places[i].quadrant = indirect ? analysis->indirect_quadrants[i] : analysis->quadrants[i];
    }
  return places;
}

static void
draw (LuotainDependenceBox *self, const LuotainMatrix *matrix, const Place *places)
{
  const guint n = matrix->variables->len;
  GArray *points = luotain_dependence_chart_new_points ();
  double most_influence = 0, most_dependence = 0, influences = 0, dependences = 0;

  for (guint i = 0; i < n; i++)
    {
      most_influence = MAX (most_influence, places[i].influence);
      most_dependence = MAX (most_dependence, places[i].dependence);
      influences += places[i].influence;
      dependences += places[i].dependence;
    }
  for (guint i = 0; i < n; i++)
    {
      const LuotainDependencePoint point = { g_strdup (luotain_matrix_get_variable (matrix, i)->title),
                                             places[i].influence / MAX (most_influence, 1e-9),
                                             places[i].dependence / MAX (most_dependence, 1e-9) };

      g_array_append_val (points, point);
    }
  luotain_dependence_chart_show (self->chart, points, influences / MAX (n, 1) / MAX (most_influence, 1e-9),
                                 dependences / MAX (n, 1) / MAX (most_dependence, 1e-9));
}

static void
add_row (LuotainDependenceBox *self, const char *title, const Place *place, gboolean indirect)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sums = indirect
                              ? g_strdup_printf (_ ("%.0f %% of all influence, %.0f %% of all dependence"),
                                                 place->influence, place->dependence)
                              : g_strdup_printf (_ ("influence %.0f, dependence %.0f"), place->influence,
                                                 place->dependence);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", quadrant_title (place->quadrant), sums);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static const char *
describe_powers (const LuotainInfluenceAnalysis *analysis)
{
  switch (analysis->indirect)
    {
    case LUOTAIN_INDIRECT_OSCILLATES:
      return _ ("The order of the indirect influences does not settle: read them with care.");
    case LUOTAIN_INDIRECT_VANISHES:
      return _ ("No influence comes back to where it began: the longest chains are counted.");
    case LUOTAIN_INDIRECT_SETTLED:
    default:
      return _ ("Influence that passes through other key variables is counted too.");
    }
}

/* Only where it is looked at: while judging, every key solves anew. */
static void
show (LuotainDependenceBox *self)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const gboolean indirect = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->indirect));
  g_autofree guint8 *direct = NULL;
  g_autoptr (LuotainInfluenceAnalysis) analysis = NULL;
  g_autofree Place *places = NULL;
  GtkWidget *row;

  if (matrix == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  direct = luotain_influence_from_cross_impact (luotain_judge_model_get_judgements (self->model));
  analysis = luotain_influence_analysis_new (matrix->variables->len, direct);
  places = get_places (analysis, indirect);
  gtk_label_set_text (self->note, indirect ? describe_powers (analysis)
                                           : _ ("The strongest judgement of each pair counts, from 0 to 3."));
  draw (self, matrix, places);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < analysis->n; i++)
    add_row (self, luotain_matrix_get_variable (matrix, i)->title, &places[i], indirect);
}

static void
luotain_dependence_box_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (luotain_dependence_box_parent_class)->map (widget);
  show (LUOTAIN_DEPENDENCE_BOX (widget));
}

static void
luotain_dependence_box_dispose (GObject *object)
{
  LuotainDependenceBox *self = LUOTAIN_DEPENDENCE_BOX (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (luotain_dependence_box_parent_class)->dispose (object);
}

static void
luotain_dependence_box_class_init (LuotainDependenceBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_dependence_box_dispose;
  widget_class->map = luotain_dependence_box_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
make_controls (LuotainDependenceBox *self, GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *note = gtk_label_new (NULL);

  self->indirect = gtk_toggle_button_new_with_label (_ ("Indirect Too"));
  gtk_widget_set_valign (self->indirect, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->indirect, _ ("Count Influence by Way of Other Key Variables Too"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->indirect), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Count Influence by Way of Other Key Variables Too"), -1);
  g_signal_connect_object (self->indirect, "toggled", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_add_css_class (note, "dim-label");
  self->note = GTK_LABEL (note);
  gtk_box_append (GTK_BOX (line), note);
  gtk_box_append (GTK_BOX (line), self->indirect);
  gtk_box_append (box, line);
}

static void
luotain_dependence_box_init (LuotainDependenceBox *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  make_controls (self, GTK_BOX (box));
  self->chart = LUOTAIN_DEPENDENCE_CHART (luotain_dependence_chart_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "card");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Influence and Dependence"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
luotain_dependence_box_new (LuotainJudgeModel *model)
{
  LuotainDependenceBox *self = g_object_new (LUOTAIN_TYPE_DEPENDENCE_BOX, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "solved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
