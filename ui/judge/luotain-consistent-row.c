#include "config.h"

#include "luotain-consistent-row.h"

#include "luotain-even-layout.h"
#include "luotain-judge-words.h"
#include "luotain-take-over.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

#define LEAST_CHARS 19
#define SPACING 12

struct _LuotainConsistentRow
{
  AdwBin parent_instance;

  LuotainContext *context;
  LuotainJudgeModel *model;
  LuotainPathWeights *weights;
  gsize index;
  int least; /* width of a cell */

  GtkWidget *relation;
  GtkWidget *worth;
  GtkWidget *take;
  GtkWidget *states;
};

G_DEFINE_FINAL_TYPE (LuotainConsistentRow, luotain_consistent_row, ADW_TYPE_BIN)

static void
take_cb (LuotainConsistentRow *self)
{
  const LuotainConsistentSet *set = luotain_judge_model_get_set (self->model);

  if (set != NULL && self->index < set->n)
    luotain_take_over (self->context, self->model, luotain_consistent_set_path (set, self->index));
}

static GtkWidget *
cell_new (void)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = luotain_wrapped_label_new (NULL, "caption dim-label");
  GtkWidget *state = luotain_wrapped_label_new (NULL, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (name), FALSE);
  gtk_box_append (GTK_BOX (cell), name);
  gtk_box_append (GTK_BOX (cell), state);
  return cell;
}

/* As wide as the text is large. */
static void
lay_out_states (LuotainConsistentRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int least = PANGO_PIXELS_CEIL (LEAST_CHARS * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  if (self->least == least)
    return;

  self->least = least;
  gtk_widget_set_layout_manager (self->states, luotain_even_layout_new (least, SPACING));
}

static void
show_states (LuotainConsistentRow *self, const LuotainMatrix *matrix, const guint8 *path)
{
  GtkWidget *cell = gtk_widget_get_first_child (self->states);

  lay_out_states (self);
  for (guint i = 0; i < matrix->variables->len; i++)
    {
      const LuotainMatrixVariable *variable = luotain_matrix_get_variable (matrix, i);

      if (cell == NULL)
        {
          cell = cell_new ();
          gtk_widget_set_parent (cell, self->states);
        }
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (cell)), variable->title);
      gtk_widget_set_tooltip_text (cell, variable->title);
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)),
                          luotain_matrix_get_state (matrix, i, path[i])->title);
      cell = gtk_widget_get_next_sibling (cell);
    }
  while (cell != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (cell);

      gtk_widget_unparent (cell);
      cell = next;
    }
}

/* Which scenario of the group it is, or comes nearest to. */
static char *
describe_relation (const LuotainMatrix *matrix, const guint8 *path, gboolean *same)
{
  const LuotainMatrixScenario *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < matrix->scenarios->len; i++)
    {
      const LuotainMatrixScenario *scenario = luotain_matrix_get_scenario (matrix, i);
      const guint distance = luotain_path_distance (path, scenario->path, matrix->variables->len)
                             + scenario->n_open;

      if (distance < least)
        {
          least = distance;
          nearest = scenario;
        }
    }
  *same = least == 0;
  if (nearest == NULL || least == matrix->variables->len)
    return g_strdup (_ ("Unlike any scenario of the group"));
  if (least == 0)
    /* Translators: %s is a scenario; the path that was found is the same */
    return g_strdup_printf (_ ("This is %s"), nearest->title);
  return g_strdup_printf (ngettext ("Nearest to %s: %u variable differs",
                                    "Nearest to %s: %u variables differ", least),
                          nearest->title, least);
}

static char *
describe_worth (const LuotainConsistentSet *set, gsize index)
{
  const int value = set->consistency_values[index];
  g_autofree char *score = luotain_judge_format_sum (set->total_impact_scores[index]);
  g_autofree char *number = luotain_judge_format_sum (value);

  if (value == 0)
    return g_strdup_printf (_ ("Total impact score %s · consistency value 0: a tie"), score);
  return g_strdup_printf (_ ("Total impact score %s · consistency value %s"), score, number);
}

char *
luotain_consistent_row_show (LuotainConsistentRow *self, gsize index)
{
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (self->model);
  const LuotainConsistentSet *set = luotain_judge_model_get_set (self->model);
  const guint8 *path;
  g_autofree char *relation = NULL;
  g_autofree char *value = NULL;
  g_autofree char *weight = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *states = NULL;
  gboolean same;

  if (set == NULL || index >= set->n)
    return g_strdup ("");

  self->index = index;
  path = luotain_consistent_set_path (set, index);
  relation = describe_relation (matrix, path, &same);
  value = describe_worth (set, index);
  weight = luotain_path_weights_describe_path (self->weights, path);
  worth = weight != NULL ? g_strdup_printf ("%s · %s", value, weight) : g_strdup (value);
  states = luotain_judge_path (matrix, path);
  gtk_label_set_text (GTK_LABEL (self->relation), relation);
  gtk_label_set_text (GTK_LABEL (self->worth), worth);
  gtk_widget_set_visible (self->take, !same && luotain_context_get_writable (self->context));
  show_states (self, matrix, path);
  return g_strdup_printf ("%s. %s. %s", relation, worth, states);
}

static void
luotain_consistent_row_dispose (GObject *object)
{
  LuotainConsistentRow *self = LUOTAIN_CONSISTENT_ROW (object);
  GtkWidget *cell;

  while (self->states != NULL && (cell = gtk_widget_get_first_child (self->states)) != NULL)
    gtk_widget_unparent (cell);
  self->states = NULL;
  g_clear_object (&self->weights);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_consistent_row_parent_class)->dispose (object);
}

static void
luotain_consistent_row_class_init (LuotainConsistentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_consistent_row_dispose;
}

static void
luotain_consistent_row_init (LuotainConsistentRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->relation = luotain_wrapped_label_new (NULL, "heading");
  self->worth = luotain_wrapped_label_new (NULL, "dim-label");
  gtk_widget_add_css_class (self->worth, "numeric");
  gtk_box_append (GTK_BOX (texts), self->relation);
  gtk_box_append (GTK_BOX (texts), self->worth);
  gtk_widget_set_hexpand (texts, TRUE);

  self->take = gtk_button_new_with_label (_ ("Take Over"));
  gtk_widget_set_valign (self->take, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->take, _ ("Take Over as a Scenario"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take Over as a Scenario"), -1);
  g_signal_connect_object (self->take, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);

  self->states = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), self->take);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->states);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
luotain_consistent_row_new (LuotainContext *context, LuotainJudgeModel *model, LuotainPathWeights *weights)
{
  LuotainConsistentRow *self = g_object_new (LUOTAIN_TYPE_CONSISTENT_ROW, NULL);

  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  self->weights = g_object_ref (weights);
  return GTK_WIDGET (self);
}
