#include "config.h"

#include "luotain-progress-dots.h"

#include <glib/gi18n.h>
#include <math.h>

#define STEP 16.0
#define RADIUS 4.5
#define MOST_STEPS 14

struct _LuotainProgressDots
{
  GtkWidget parent_instance;

  GArray *shares;
  guint present;
};

G_DEFINE_FINAL_TYPE (LuotainProgressDots, luotain_progress_dots, GTK_TYPE_WIDGET)

static void
luotain_progress_dots_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                               int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainProgressDots *self = LUOTAIN_PROGRESS_DOTS (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) STEP;
  else
    {
      *minimum = (int) (STEP * 3);
      *natural = (int) (STEP * CLAMP (self->shares->len, 3, MOST_STEPS));
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
draw_dot (cairo_t *cr, const GdkRGBA *color, double x, double y, double radius, double share,
          gboolean present)
{
  cairo_set_line_width (cr, MIN (1.5, radius / 2));
  gdk_cairo_set_source_rgba (cr, color);
  cairo_arc (cr, x, y, radius - 0.75, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (share >= 1)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else if (share > 0)
    {
      cairo_move_to (cr, x, y);
      cairo_arc (cr, x, y, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * share);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  if (present)
    {
      cairo_arc (cr, x, y, radius * 1.55, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

static void
luotain_progress_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainProgressDots *self = LUOTAIN_PROGRESS_DOTS (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const double step = self->shares->len > 0 ? MIN (STEP, (double) width / self->shares->len) : STEP;
  const double radius = MIN (RADIUS, step * 0.36);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < self->shares->len; i++)
    draw_dot (cr, &color, width - (self->shares->len - i - 0.5) * step, height / 2.0, radius,
              g_array_index (self->shares, double, i), i == self->present);
  cairo_destroy (cr);
}

static void
luotain_progress_dots_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_PROGRESS_DOTS (object)->shares);

  G_OBJECT_CLASS (luotain_progress_dots_parent_class)->finalize (object);
}

static void
luotain_progress_dots_class_init (LuotainProgressDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = luotain_progress_dots_finalize;
  widget_class->measure = luotain_progress_dots_measure;
  widget_class->snapshot = luotain_progress_dots_snapshot;
  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
luotain_progress_dots_init (LuotainProgressDots *self)
{
  self->shares = g_array_new (FALSE, FALSE, sizeof (double));
}

void
luotain_progress_dots_show (LuotainProgressDots *self, GArray *shares, guint present)
{
  double done = 0;

  g_array_unref (self->shares);
  self->shares = g_array_ref (shares);
  self->present = present;
  for (guint i = 0; i < shares->len; i++)
    done += g_array_index (shares, double, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pairs Judged"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) shares->len, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, done, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
