#include "config.h"

#include "luotain-dependence-chart.h"

#include "luotain-label-placement.h"

#include <glib/gi18n.h>
#include <math.h>

#define RADIUS 6.0
#define MARGIN 26.0
#define LEAST_SIDE 220
#define USUAL_SIDE 420
#define MOST_NAME 190

struct _LuotainDependenceChart
{
  GtkWidget parent_instance;

  GArray *points;
  double influence;
  double dependence;
};

G_DEFINE_FINAL_TYPE (LuotainDependenceChart, luotain_dependence_chart, GTK_TYPE_WIDGET)

static const char *const corners[] = { N_ ("Driving"), N_ ("Relays"), N_ ("Autonomous"), N_ ("Results") };

static void
luotain_dependence_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = LEAST_SIDE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? USUAL_SIDE + 120 : USUAL_SIDE;
  *minimum_baseline = *natural_baseline = -1;
}

static PangoLayout *
name_layout (LuotainDependenceChart *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_width (layout, MOST_NAME * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_corners (LuotainDependenceChart *self, GtkSnapshot *snapshot, double width, double height,
              const GdkRGBA *color, LuotainLabelBox *boxes)
{
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _ (corners[i]));
      int w, h;

      pango_layout_get_pixel_size (layout, &w, &h);
      boxes[i] = (LuotainLabelBox){ i % 2 == 0 ? 8 : width - w - 8, i < 2 ? 5 : height - h - 5, w, h };
      draw_text (snapshot, layout, boxes[i].x, boxes[i].y, color);
    }
}

static void
draw_axes (LuotainDependenceChart *self, GtkSnapshot *snapshot, double width, double height,
           const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  const double x = MARGIN + self->dependence * (width - 2 * MARGIN);
  const double y = height - MARGIN - self->influence * (height - 2 * MARGIN);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, height);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static gboolean
boxes_overlap (const LuotainLabelBox *a, const LuotainLabelBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
is_free (const LuotainLabel *labels, const LuotainLabelBox *boxes, guint n, guint own,
         const LuotainLabelBox *box, double width, double height)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > width || box->y + box->height > height)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const LuotainLabelBox symbol = { labels[i].x - RADIUS, labels[i].y - RADIUS, 2 * RADIUS, 2 * RADIUS };

      if (boxes_overlap (box, &symbol) || (i != own && boxes_overlap (box, &boxes[i])))
        return FALSE;
    }
  return TRUE;
}

/* A name that finds no room beside its point stands further away; here each has to be read. */
static void
find_room (const LuotainLabel *labels, LuotainLabelBox *boxes, guint n, guint own, double width,
           double height)
{
  LuotainLabelBox *box = &boxes[own];

  for (double far = 2 * RADIUS; far < width; far += 4)
    for (guint i = 0; i < 16; i++)
      {
        const double angle = i * G_PI / 8;

        *box = (LuotainLabelBox){
          labels[own].x + far * cos (angle) - labels[own].width * (1 - cos (angle)) / 2,
          labels[own].y + far * sin (angle) - labels[own].height * (1 - sin (angle)) / 2, labels[own].width,
          labels[own].height
        };
        if (is_free (labels, boxes, n, own, box, width, height))
          return;
      }
  *box = (LuotainLabelBox){ -1, -1, 0, 0 };
}

static void
draw_lead (cairo_t *cr, const LuotainLabel *label, const LuotainLabelBox *box)
{
  cairo_move_to (cr, label->x, label->y);
  cairo_line_to (cr, CLAMP (label->x, box->x, box->x + box->width),
                 CLAMP (label->y, box->y, box->y + box->height));
  cairo_stroke (cr);
}

static void
draw_points (LuotainDependenceChart *self, GtkSnapshot *snapshot, double width, double height,
             const GdkRGBA *color, const GdkRGBA *accent, const LuotainLabelBox *obstacles)
{
  const guint n = self->points->len;
  g_autofree LuotainLabel *labels = g_new0 (LuotainLabel, n + 1);
  g_autofree LuotainLabelBox *boxes = NULL;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  gdk_cairo_set_source_rgba (cr, accent);
  for (guint i = 0; i < n; i++)
    {
      const LuotainDependencePoint *point = &g_array_index (self->points, LuotainDependencePoint, i);
      PangoLayout *layout = name_layout (self, point->title);
      int w, h;

      pango_layout_get_pixel_size (layout, &w, &h);
      g_ptr_array_add (layouts, layout);
      labels[i] = (LuotainLabel){ MARGIN + point->dependence * (width - 2 * MARGIN),
                                  height - MARGIN - point->influence * (height - 2 * MARGIN),
                                  RADIUS,
                                  w,
                                  h,
                                  n - i,
                                  LUOTAIN_LABEL_NEW };
      cairo_arc (cr, labels[i].x, labels[i].y, RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  luotain_label_placement_run (labels, n, width, height, obstacles, G_N_ELEMENTS (corners));
  boxes = g_new0 (LuotainLabelBox, n + 1);
  for (guint i = 0; i < n; i++)
    if (labels[i].side >= 0)
      luotain_label_box (&labels[i], labels[i].side, &boxes[i]);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < n; i++)
    if (labels[i].side < 0)
      {
        find_room (labels, boxes, n, i, width, height);
        draw_lead (cr, &labels[i], &boxes[i]);
      }
  cairo_destroy (cr);
  for (guint i = 0; i < n; i++)
    if (boxes[i].width > 0)
      draw_text (snapshot, layouts->pdata[i], boxes[i].x, boxes[i].y, color);
}

static void
luotain_dependence_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainDependenceChart *self = LUOTAIN_DEPENDENCE_CHART (widget);
  const double width = gtk_widget_get_width (widget);
  const double height = gtk_widget_get_height (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  LuotainLabelBox boxes[G_N_ELEMENTS (corners)];
  GdkRGBA color, dim, faint, accent;

  gtk_style_context_get_color (style, &color);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = color;
  dim = faint = color;
  dim.alpha *= 0.55f;
  faint.alpha *= 0.2f;
  draw_axes (self, snapshot, width, height, &faint);
  draw_corners (self, snapshot, width, height, &dim, boxes);
  draw_points (self, snapshot, width, height, &color, &accent, boxes);
}

static void
luotain_dependence_chart_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_DEPENDENCE_CHART (object)->points);

  G_OBJECT_CLASS (luotain_dependence_chart_parent_class)->finalize (object);
}

static void
luotain_dependence_chart_class_init (LuotainDependenceChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = luotain_dependence_chart_finalize;
  widget_class->measure = luotain_dependence_chart_measure;
  widget_class->snapshot = luotain_dependence_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
point_clear (gpointer point)
{
  g_free (((LuotainDependencePoint *) point)->title);
}

GArray *
luotain_dependence_chart_new_points (void)
{
  GArray *points = g_array_new (FALSE, TRUE, sizeof (LuotainDependencePoint));

  g_array_set_clear_func (points, point_clear);
  return points;
}

static void
luotain_dependence_chart_init (LuotainDependenceChart *self)
{
  self->points = luotain_dependence_chart_new_points ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _ ("Influence upwards, dependence to the right; the same stands in the list"), -1);
}

GtkWidget *
luotain_dependence_chart_new (void)
{
  return g_object_new (LUOTAIN_TYPE_DEPENDENCE_CHART, NULL);
}

void
luotain_dependence_chart_show (LuotainDependenceChart *self, GArray *points, double influence,
                               double dependence)
{
  g_array_unref (self->points);
  self->points = points;
  self->influence = influence;
  self->dependence = dependence;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
