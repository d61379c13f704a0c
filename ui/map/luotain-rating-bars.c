#include "config.h"

#include "luotain-rating-bars.h"

#define BAR_GAP 3
#define NATURAL_HEIGHT 28
#define LEAST_BAR 2

struct _LuotainRatingBars
{
  GtkWidget parent_instance;

  guint *counts;
  guint n;
  int from;
  int to;
};

G_DEFINE_FINAL_TYPE (LuotainRatingBars, luotain_rating_bars, GTK_TYPE_WIDGET)

static void
luotain_rating_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainRatingBars *self = LUOTAIN_RATING_BARS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) self->n * 4;
      *natural = (int) self->n * 18;
    }
  else
    *minimum = *natural = NATURAL_HEIGHT;
}

static void
luotain_rating_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainRatingBars *self = LUOTAIN_RATING_BARS (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float step = self->n > 0 ? width / (float) self->n : 0;
  guint most = 1;
  GdkRGBA color;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  G_GNUC_END_IGNORE_DEPRECATIONS
  for (guint i = 0; i < self->n; i++)
    most = MAX (most, self->counts[i]);
  for (guint i = 0; i < self->n; i++)
    {
      const float full = MAX (LEAST_BAR, (height - 2) * (float) self->counts[i] / (float) most);
      GdkRGBA shade = color;

      /* The middle half of the hands is darker. */
      shade.alpha *= (int) i >= self->from && (int) i <= self->to ? 0.75f : 0.35f;
      gtk_snapshot_append_color (snapshot, &shade,
                                 &GRAPHENE_RECT_INIT ((float) i * step + BAR_GAP / 2.0f, height - full,
                                                      MAX (1, step - BAR_GAP), full));
    }
}

void
luotain_rating_bars_set (LuotainRatingBars *self, const guint *counts, guint n, int from, int to,
                         const char *words)
{
  g_return_if_fail (LUOTAIN_IS_RATING_BARS (self));

  g_free (self->counts);
  self->counts = g_memdup2 (counts, n * sizeof *counts);
  self->n = n;
  self->from = from;
  self->to = to;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
luotain_rating_bars_finalize (GObject *object)
{
  g_free (LUOTAIN_RATING_BARS (object)->counts);
  G_OBJECT_CLASS (luotain_rating_bars_parent_class)->finalize (object);
}

static void
luotain_rating_bars_class_init (LuotainRatingBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = luotain_rating_bars_finalize;
  widget_class->measure = luotain_rating_bars_measure;
  widget_class->snapshot = luotain_rating_bars_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
luotain_rating_bars_init (LuotainRatingBars *self)
{
  self->to = -1;
}

GtkWidget *
luotain_rating_bars_new (void)
{
  return g_object_new (LUOTAIN_TYPE_RATING_BARS, NULL);
}
