#include "luotain-report-paper.h"

struct _LuotainReportPaper
{
  GtkWidget parent_instance;

  LuotainReportLeaf *leaf; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (LuotainReportPaper, luotain_report_paper, GTK_TYPE_WIDGET)

/* A sheet of A4 in points, where there is no page yet. */
#define WIDTH 595
#define HEIGHT 842
#define LEAST_WIDTH 240

static void
get_size (LuotainReportPaper *self, double *width, double *height)
{
  *width = WIDTH;
  *height = HEIGHT;
  if (self->leaf != NULL)
    luotain_report_pdf_get_size (luotain_report_leaf_get_pages (self->leaf),
                                 luotain_report_leaf_get_index (self->leaf), width, height);
}

static GtkSizeRequestMode
luotain_report_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_report_paper_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  double width, height;

  get_size (LUOTAIN_REPORT_PAPER (widget), &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = (int) width;
    }
  else
    *minimum = *natural = (int) ((for_size > 0 ? for_size : (int) width) * height / width);
}

static void
luotain_report_paper_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainReportPaper *self = LUOTAIN_REPORT_PAPER (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                   (float) gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };
  double width, height;
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &white, &area);
  if (self->leaf == NULL)
    return;

  get_size (self, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, area.size.width / width, area.size.width / width);
  luotain_report_pdf_draw (luotain_report_leaf_get_pages (self->leaf),
                           luotain_report_leaf_get_index (self->leaf), cr);
  cairo_destroy (cr);
}

static void
luotain_report_paper_dispose (GObject *object)
{
  g_clear_object (&LUOTAIN_REPORT_PAPER (object)->leaf);
  G_OBJECT_CLASS (luotain_report_paper_parent_class)->dispose (object);
}

static void
luotain_report_paper_class_init (LuotainReportPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_report_paper_dispose;
  widget_class->get_request_mode = luotain_report_paper_get_request_mode;
  widget_class->measure = luotain_report_paper_measure;
  widget_class->snapshot = luotain_report_paper_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
luotain_report_paper_init (LuotainReportPaper *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
}

void
luotain_report_paper_set_leaf (LuotainReportPaper *self, LuotainReportLeaf *leaf)
{
  g_return_if_fail (LUOTAIN_IS_REPORT_PAPER (self));

  if (g_set_object (&self->leaf, leaf))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
luotain_report_paper_new (void)
{
  return g_object_new (LUOTAIN_TYPE_REPORT_PAPER, NULL);
}
