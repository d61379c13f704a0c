#include "config.h"

#include "luotain-children.h"
#include "luotain-finding-words.h"
#include "luotain-hands-entry.h"
#include "luotain-rating-bars.h"
#include "luotain-rating-row.h"
#include "luotain-rating-words.h"
#include "luotain-template.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_STEPS 12
/* Years that hands are counted for, unless others were. */
#define YEAR_STEPS 5

struct _LuotainRatingRow
{
  GtkWidget parent_instance;

  LuotainMapScale scale;
  gboolean showing; /* buttons follow the rating */
  gint64 steps[MOST_STEPS]; /* hands are counted for, from the start of the row */
  guint n_steps;

  GtkLabel *name;
  GtkLabel *words;
  GtkBox *values;
  GtkEntry *year;
  gint64 saved_year; /* 0: none */
  GtkToggleButton *counting;
  LuotainHandsEntry *hands;
  LuotainRatingBars *bars;
  GtkExpander *earlier;
  GtkBox *rounds;
};

enum
{
  VALUE,
  HANDS,
  CLEAR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainRatingRow, luotain_rating_row, GTK_TYPE_WIDGET)

static gboolean
is_years (LuotainRatingRow *self)
{
  return self->scale == LUOTAIN_MAP_BREAKTHROUGH;
}

static int
compare_steps (const void *a, const void *b)
{
  const gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
add_step (LuotainRatingRow *self, gint64 step)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (self->steps[i] == step)
      return;
  if (self->n_steps < MOST_STEPS)
    self->steps[self->n_steps++] = step;
}

/* The steps of the scale, and those hands were counted for already. */
static void
set_steps (LuotainRatingRow *self, const LuotainRating *latest, int first_year, int last_year)
{
  g_autoptr (GArray) counted = latest != NULL ? luotain_rating_parse_hands (latest->hands) : NULL;
  const char *labels[MOST_STEPS] = { NULL };
  const gboolean direction = self->scale == LUOTAIN_MAP_DIRECTION;

  self->n_steps = 0;
  for (guint i = 0; counted != NULL && i < counted->len; i++)
    add_step (self, g_array_index (counted, LuotainRatingStep, i).step);
  if (is_years (self) && self->n_steps < 2)
    for (int i = 0; i < YEAR_STEPS; i++)
      add_step (self, first_year + (gint64) lround ((last_year - first_year) * i / (YEAR_STEPS - 1.0)));
  else if (!is_years (self))
    for (int step = direction ? -1 : 1; step <= (direction ? 1 : 5); step++)
      add_step (self, step);
  qsort (self->steps, self->n_steps, sizeof *self->steps, compare_steps);
  for (guint i = 0; direction && i < self->n_steps; i++)
    labels[i] = luotain_finding_words_direction ((double) self->steps[i]);
  luotain_hands_entry_set_steps (self->hands, self->steps, direction ? labels : NULL, self->n_steps,
                                 luotain_finding_words_scale (self->scale));
}

static void
show_bars (LuotainRatingRow *self, LuotainRatingBars *bars, const LuotainRating *rating)
{
  g_autoptr (GArray) counted = luotain_rating_parse_hands (rating->hands);
  g_autofree char *words = NULL;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  guint counts[MOST_STEPS] = { 0 };
  int from = MOST_STEPS, to = -1;
  LuotainRatingSummary summary;

  gtk_widget_set_visible (GTK_WIDGET (bars), counted != NULL);
  if (counted == NULL
      || !luotain_rating_summarize ((LuotainRatingStep *) counted->data, counted->len,
                                    LUOTAIN_QUARTILES_TYPE_7, &summary))
    return;

  for (guint i = 0; i < self->n_steps; i++)
    {
      for (guint j = 0; j < counted->len; j++)
        if (g_array_index (counted, LuotainRatingStep, j).step == self->steps[i])
          counts[i] = g_array_index (counted, LuotainRatingStep, j).count;
      if ((double) self->steps[i] >= summary.lower && (double) self->steps[i] <= summary.upper)
        {
          from = MIN (from, (int) i);
          to = (int) i;
        }
    }
  words = luotain_rating_words_hands (self->scale, rating);
  value = luotain_rating_words_value (self->scale, rating);
  text = g_strdup_printf ("%s (%s)", value, words);
  luotain_rating_bars_set (bars, counts, self->n_steps, from, to, text);
}

static void
show_year (LuotainRatingRow *self)
{
  g_autofree char *text = self->saved_year != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, self->saved_year)
                                                : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->year), text);
}

static void
show_values (LuotainRatingRow *self, const LuotainRating *latest, gboolean writable)
{
  const gboolean own = latest != NULL && latest->hands == NULL && latest->value != LUOTAIN_NUMBER_UNSET;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  self->showing = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->values)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      const int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), own && latest->value == step);
      gtk_widget_set_sensitive (button, writable);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->year), writable);
  if (is_years (self) && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->year))))
    {
      self->saved_year = own ? latest->value : 0;
      show_year (self);
    }
  self->showing = FALSE;
}

static void
show_words (LuotainRatingRow *self, const LuotainRating *latest)
{
  g_autofree char *value = latest != NULL ? luotain_rating_words_value (self->scale, latest) : NULL;
  g_autofree char *when = latest != NULL ? luotain_rating_words_when (latest) : NULL;
  g_autofree char *text = NULL;

  if (latest == NULL)
    text = g_strdup (_ ("not rated"));
  else
    text = g_strdup_printf ("%s · %s", value, when);
  gtk_label_set_text (self->words, text);
}

static GtkWidget *
make_round (LuotainRatingRow *self, const LuotainRating *rating)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bars = luotain_rating_bars_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *value = luotain_rating_words_value (self->scale, rating);
  g_autofree char *when = luotain_rating_words_when (rating);
  g_autofree char *text = g_strdup_printf ("%s: %s", when, value);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  show_bars (self, LUOTAIN_RATING_BARS (bars), rating);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bars);
  return box;
}

static void
show_earlier (LuotainRatingRow *self, const GPtrArray *ratings)
{
  g_autofree char *text = NULL;

  luotain_children_clear_box (self->rounds);
  for (guint i = 1; i < ratings->len; i++)
    gtk_box_append (self->rounds, make_round (self, ratings->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), ratings->len > 1);
  if (ratings->len < 2)
    return;
  text = g_strdup_printf (ngettext ("%u earlier", "%u earlier", ratings->len - 1), ratings->len - 1);
  gtk_expander_set_label (self->earlier, text);
}

void
luotain_rating_row_show (LuotainRatingRow *self, const GPtrArray *ratings, int first_year, int last_year,
                         gboolean writable)
{
  const LuotainRating *latest = ratings->len > 0 ? ratings->pdata[0] : NULL;

  g_return_if_fail (LUOTAIN_IS_RATING_ROW (self));

  set_steps (self, latest, first_year, last_year);
  show_words (self, latest);
  show_values (self, latest, writable);
  gtk_widget_set_visible (GTK_WIDGET (self->bars), FALSE);
  if (latest != NULL)
    show_bars (self, self->bars, latest);
  luotain_hands_entry_set_hands (self->hands, latest != NULL ? latest->hands : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hands), writable);
  if (latest != NULL && latest->hands != NULL)
    gtk_toggle_button_set_active (self->counting, TRUE);
  show_earlier (self, ratings);
}

static void
value_cb (LuotainRatingRow *self, GtkToggleButton *button)
{
  const gint64 step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));

  if (self->showing)
    return;
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[VALUE], 0, step);
  else
    g_signal_emit (self, signals[CLEAR], 0);
}

static void
year_cb (LuotainRatingRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->year));
  const gint64 year = luotain_rating_words_read_year (text);

  if (self->showing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (year > 0)
    g_signal_emit (self, signals[VALUE], 0, year);
  else if (*text == '\0')
    g_signal_emit (self, signals[CLEAR], 0);
  else
    show_year (self);
}

static gboolean
year_key_cb (LuotainRatingRow *self, guint keyval)
{
  const gint64 year = luotain_rating_words_read_year (gtk_editable_get_text (GTK_EDITABLE (self->year)));
  g_autofree char *text = NULL;

  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_Down) || year == 0)
    return GDK_EVENT_PROPAGATE;

  text = g_strdup_printf ("%" G_GINT64_FORMAT, year + (keyval == GDK_KEY_Up ? 1 : -1));
  gtk_editable_set_text (GTK_EDITABLE (self->year), text);
  return GDK_EVENT_STOP;
}

static void
hands_cb (LuotainRatingRow *self, const char *hands)
{
  g_signal_emit (self, signals[HANDS], 0, hands);
}

static void
add_value (LuotainRatingRow *self, int step)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  const gboolean direction = self->scale == LUOTAIN_MAP_DIRECTION;
  g_autofree char *text = direction ? g_strdup (luotain_finding_words_direction (step))
                                    : g_strdup_printf ("%d", step);
  g_autofree char *full = g_strdup_printf ("%s: %s", luotain_finding_words_scale (self->scale), text);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, full);
  gtk_widget_add_css_class (button, "rating-value");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "toggled", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->values, button);
}

static void
set_scale (LuotainRatingRow *self, LuotainMapScale scale)
{
  const char *name = luotain_finding_words_scale (scale);
  /* Translators: of a scale: “Impact: count hands”. */
  g_autofree char *counting = g_strdup_printf (_ ("%s: count hands"), name);
  g_autofree char *earlier = g_strdup_printf (_ ("%s: earlier rounds"), name);

  self->scale = scale;
  gtk_label_set_text (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->counting), GTK_ACCESSIBLE_PROPERTY_LABEL, counting,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->earlier), GTK_ACCESSIBLE_PROPERTY_LABEL, earlier, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->values), scale != LUOTAIN_MAP_BREAKTHROUGH);
  gtk_widget_set_visible (GTK_WIDGET (self->year), scale == LUOTAIN_MAP_BREAKTHROUGH);
  if (scale == LUOTAIN_MAP_DIRECTION)
    for (int step = -1; step <= 1; step++)
      add_value (self, step);
  else if (scale != LUOTAIN_MAP_BREAKTHROUGH)
    for (int step = 1; step <= 5; step++)
      add_value (self, step);
}

static void
luotain_rating_row_dispose (GObject *object)
{
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_RATING_ROW);
  G_OBJECT_CLASS (luotain_rating_row_parent_class)->dispose (object);
}

static void
luotain_rating_row_class_init (LuotainRatingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_rating_row_dispose;

  signals[VALUE] = g_signal_new ("value", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[HANDS] = g_signal_new ("hands", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLEAR] = g_signal_new ("clear", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  g_type_ensure (LUOTAIN_TYPE_HANDS_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_RATING_BARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-rating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, name);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, words);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, values);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, year);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, counting);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, hands);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, bars);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, earlier);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingRow, rounds);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, hands_cb);
  gtk_widget_class_set_css_name (widget_class, "rating");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_rating_row_init (LuotainRatingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_rating_row_new (LuotainMapScale scale)
{
  LuotainRatingRow *self = g_object_new (LUOTAIN_TYPE_RATING_ROW, NULL);

  set_scale (self, scale);
  return GTK_WIDGET (self);
}
