#include "config.h"

#include "luotain-asking.h"
#include "luotain-link.h"
#include "luotain-map-axes.h"
#include "luotain-matrix.h"
#include "luotain-rating-rounds.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

/* From here on a judgement ties two variables strongly. */
#define STRONG 2

struct _LuotainMapAxes
{
  GtkPopover parent_instance;

  LuotainContext *context;
  GCancellable *cancellable;
  gpointer sheet; /* (nullable): what was read */
  gboolean filling;

  GtkStack *stack;
  GtkDropDown *across;
  GtkDropDown *up;
  GtkWidget *warning;
  GtkLabel *warning_text;
  GtkGrid *corners;
};

G_DEFINE_FINAL_TYPE (LuotainMapAxes, luotain_map_axes, GTK_TYPE_POPOVER)

/* What was read: the matrix, and the findings behind each of its variables, with their ratings. */
typedef struct
{
  LuotainMatrix *matrix;
  GPtrArray *findings; /* (element-type GHashTable): one set of ids a variable */
  GPtrArray *rounds; /* (element-type GPtrArray): how these were rated */
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  if (sheet == NULL)
    return;

  g_clear_pointer (&sheet->matrix, luotain_matrix_free);
  g_ptr_array_unref (sheet->findings);
  g_ptr_array_unref (sheet->rounds);
  g_free (sheet);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

static GHashTable *
load_findings (LuotainDb *db, gint64 variable, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, variable, FALSE, error);
  GHashTable *ids;

  if (links == NULL)
    return NULL;

  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      LuotainLink *link = links->pdata[i];

      if (g_str_equal (link->role->name, "evidence"))
        g_hash_table_add (ids, g_memdup2 (&link->target, sizeof link->target));
    }
  return ids;
}

static gboolean
load_sheet (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (Sheet) sheet = g_new0 (Sheet, 1);

  sheet->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  sheet->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!luotain_matrix_run (db, data, (gpointer *) &sheet->matrix, error))
    return FALSE;

  for (guint i = 0; i < sheet->matrix->variables->len; i++)
    {
      const gint64 variable = luotain_matrix_get_variable (sheet->matrix, i)->id;
      GHashTable *ids = load_findings (db, variable, error);
      GPtrArray *rounds = ids != NULL ? luotain_rating_rounds_load (db, variable, error) : NULL;

      if (ids != NULL)
        g_ptr_array_add (sheet->findings, ids);
      if (rounds == NULL)
        return FALSE;
      g_ptr_array_add (sheet->rounds, rounds);
    }
  *result = g_steal_pointer (&sheet);
  return TRUE;
}

/* The strongest judgement of one on the other, either way. */
static int
strongest (const Sheet *sheet, guint i, guint j)
{
  int most = 0;

  for (guint x = 0; x < luotain_matrix_get_variable (sheet->matrix, i)->n_states; x++)
    for (guint y = 0; y < luotain_matrix_get_variable (sheet->matrix, j)->n_states; y++)
      {
        most = MAX (most, ABS (luotain_cross_impact_get (sheet->matrix->cross_impact, i, x, j, y)));
        most = MAX (most, ABS (luotain_cross_impact_get (sheet->matrix->cross_impact, j, y, i, x)));
      }
  return most;
}

static guint
shared_findings (const Sheet *sheet, guint i, guint j)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, sheet->findings->pdata[i]);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += g_hash_table_contains (sheet->findings->pdata[j], id) ? 1 : 0;
  return n;
}

static const char *
scale_text (const LuotainRatedTogether *together)
{
  const gboolean together_up = together->correlation.rho > 0;

  switch (together->scale)
    {
    case LUOTAIN_MAP_BREAKTHROUGH:
      return together_up ? _ ("the years of breakthrough of both came and went together")
                         : _ ("the year of breakthrough of one drew nearer as that of the other moved away");
    case LUOTAIN_MAP_IMPACT:
      return together_up ? _ ("the impact of both rose and fell together")
                         : _ ("the impact of one rose as that of the other fell");
    default:
      return together_up ? _ ("the probability of both rose and fell together")
                         : _ ("the probability of one rose as that of the other fell");
    }
}

static char *
dup_correlation (const Sheet *sheet, guint i, guint j)
{
  LuotainRatedTogether together;

  if (!luotain_rating_rounds_compare (sheet->rounds->pdata[i], sheet->rounds->pdata[j], &together))
    return NULL;

  /* Translators: a number of rounds, what was rated alike in them, and how strong the correlation is: “ρ = 0.94” */
  return g_strdup_printf (ngettext ("Perhaps not independent: over %u round of ratings, %s (ρ = %.2f).",
                                    "Perhaps not independent: over %u rounds of ratings, %s (ρ = %.2f).",
                                    together.correlation.n),
                          together.correlation.n, scale_text (&together), together.correlation.rho);
}

/* All that speaks against two axes, a sentence a line. */
static char *
dup_warning (const Sheet *sheet, guint i, guint j)
{
  const int strength = strongest (sheet, i, j);
  const guint shared = shared_findings (sheet, i, j);
  g_autofree char *correlation = i != j ? dup_correlation (sheet, i, j) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (i == j)
    return g_strdup (_ ("Both axes are the same variable."));
  if (strength >= STRONG)
    g_string_append_printf (
        text,
        _ ("Not independent: one drives the other, with judgements of up to %d. Some corners can hardly come about."),
        strength);
  if (shared > 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text,
                              ngettext ("Perhaps not independent: %u finding stands behind both.",
                                        "Perhaps not independent: %u findings stand behind both.", shared),
                              shared);
    }
  if (correlation != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", correlation);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
set_corner (LuotainMapAxes *self, int column, int row, const char *across, const char *up)
{
  GtkWidget *label = gtk_grid_get_child_at (self->corners, column, row);
  g_autofree char *text = g_strdup_printf ("%s\n%s", across, up);

  gtk_label_set_text (GTK_LABEL (label), text);
}

/* The ends of each scale: the first and the last of a variable's states. */
static void
show_axes (LuotainMapAxes *self)
{
  const Sheet *sheet = self->sheet;
  const guint i = gtk_drop_down_get_selected (self->across), j = gtk_drop_down_get_selected (self->up);
  const LuotainMatrixVariable *across, *up;
  g_autofree char *warning = NULL;

  if (self->filling || sheet == NULL || i >= sheet->matrix->variables->len
      || j >= sheet->matrix->variables->len)
    return;

  across = luotain_matrix_get_variable (sheet->matrix, i);
  up = luotain_matrix_get_variable (sheet->matrix, j);
  warning = dup_warning (sheet, i, j);
  gtk_widget_set_visible (self->warning, warning != NULL);
  gtk_label_set_text (self->warning_text, warning != NULL ? warning : "");
  for (int column = 0; column < 2; column++)
    for (int row = 0; row < 2; row++)
      set_corner (self, column, row,
                  luotain_matrix_get_state (sheet->matrix, i, column == 0 ? 0 : across->n_states - 1)->title,
                  luotain_matrix_get_state (sheet->matrix, j, row == 0 ? up->n_states - 1 : 0)->title);
  /* It does not grow with what is said by itself. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
}

static void
fill (GtkDropDown *choices, const LuotainMatrix *matrix)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < matrix->variables->len; i++)
    gtk_string_list_append (list, luotain_matrix_get_variable (matrix, i)->title);
  gtk_drop_down_set_model (choices, G_LIST_MODEL (list));
}

static void
sheet_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainMapAxes *self = owner;
  Sheet *sheet = result;

  if (!success)
    return;

  g_clear_pointer (&self->sheet, sheet_free);
  self->sheet = sheet;
  gtk_stack_set_visible_child_name (self->stack, sheet->matrix->variables->len < 2 ? "few" : "axes");
  self->filling = TRUE;
  fill (self->across, sheet->matrix);
  fill (self->up, sheet->matrix);
  if (sheet->matrix->variables->len > 1)
    gtk_drop_down_set_selected (self->up, 1);
  self->filling = FALSE;
  show_axes (self);
}

static void
visible_cb (LuotainMapAxes *self)
{
  LuotainMatrixQuery query;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->context == NULL)
    return;

  query = (LuotainMatrixQuery){ luotain_context_get_sector (self->context),
                                luotain_context_get_language (self->context) };
  luotain_context_read (self->context, load_sheet, g_memdup2 (&query, sizeof query), g_free, sheet_free,
                        self->cancellable, sheet_read_cb, self);
}

void
luotain_map_axes_set_context (LuotainMapAxes *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_MAP_AXES (self));

  g_set_object (&self->context, context);
}

static void
luotain_map_axes_dispose (GObject *object)
{
  LuotainMapAxes *self = LUOTAIN_MAP_AXES (object);

  luotain_ask_no_more (&self->cancellable);
  g_clear_pointer (&self->sheet, sheet_free);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUOTAIN_TYPE_MAP_AXES);

  G_OBJECT_CLASS (luotain_map_axes_parent_class)->dispose (object);
}

static void
luotain_map_axes_class_init (LuotainMapAxesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_map_axes_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-map-axes.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainMapAxes, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapAxes, across);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapAxes, up);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapAxes, warning);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapAxes, warning_text);
  gtk_widget_class_bind_template_child (widget_class, LuotainMapAxes, corners);
  gtk_widget_class_bind_template_callback (widget_class, show_axes);
}

static void
luotain_map_axes_init (LuotainMapAxes *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < 4; i++)
    {
      GtkWidget *corner = luotain_wrapped_label_new (NULL, "axes-corner");

      gtk_label_set_lines (GTK_LABEL (corner), 6);
      gtk_label_set_ellipsize (GTK_LABEL (corner), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (corner), 20);
      gtk_label_set_max_width_chars (GTK_LABEL (corner), 20);
      gtk_grid_attach (self->corners, corner, i % 2, i / 2, 1, 1);
    }
  g_signal_connect_object (self, "notify::visible", G_CALLBACK (visible_cb), self, G_CONNECT_SWAPPED);
}
