#include "config.h"

#include "luotain-finding-painter.h"
#include "luotain-kind-shape.h"

#define PADDING_X 12
#define PADDING_Y 9
#define LINE_GAP 5
#define PART_GAP 8
#define CHIP_PADDING 7
#define SMALL_SCALE 0.9
/* Dim enough to step back, dark enough for 4.5:1. */
#define DIM_ALPHA 0.78f
/* A session of which less can be read is left to the tooltip. */
#define LEAST_SESSION 48

struct _LuotainFindingPainter
{
  GtkWidget *widget;
  PangoLayout *title;
  PangoLayout *small;
  gboolean cut; /* something found no room when it was drawn last */
};

/* One line that fills up from its start. */
typedef struct
{
  LuotainFindingPainter *painter;
  GtkSnapshot *snapshot;
  GdkRGBA color;
  GdkRGBA dim;
  float width; /* of the cell */
  float x; /* how far it is filled, from the start */
  float end; /* where it is full */
  float y;
  float height; /* of the line */
  gboolean mirrored;
} Line;

/* The soft hues of the five dimensions hold in dark and light: they tint what stands behind a chip's word. */
static const char *const hues[] = { "purple_3", "yellow_5", "orange_3", "blue_3", "green_4" };

LuotainFindingPainter *
luotain_finding_painter_new (GtkWidget *widget)
{
  LuotainFindingPainter *self = g_new0 (LuotainFindingPainter, 1);
  PangoAttrList *attributes = pango_attr_list_new ();

  self->widget = widget;
  self->title = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->title, TRUE);
  self->small = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_ellipsize (self->small, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->small, TRUE);
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  pango_layout_set_attributes (self->small, attributes);
  pango_attr_list_unref (attributes);
  return self;
}

void
luotain_finding_painter_free (LuotainFindingPainter *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->small);
  g_free (self);
}

static float
line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height);
}

int
luotain_finding_painter_measure (GtkWidget *widget)
{
  return 2 * PADDING_Y + LINE_GAP + 2 * (int) line_height (widget);
}

/* Where a part of a given width begins, seen from the left. */
static float
left_of (const Line *line, float x, float width)
{
  return line->mirrored ? line->width - x - width : x;
}

static void
draw_layout (const Line *line, PangoLayout *layout, float x, float width, const GdkRGBA *color)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (line->snapshot);
  gtk_snapshot_translate (line->snapshot, &GRAPHENE_POINT_INIT (left_of (line, x, width),
                                                                line->y + (line->height - height) / 2));
  gtk_snapshot_append_layout (line->snapshot, layout, color);
  gtk_snapshot_restore (line->snapshot);
}

static int
natural_width (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Cuts the layout to what is left and draws it. */
static void
add_text (Line *line, PangoLayout *layout, const char *text, const GdkRGBA *color)
{
  float left = line->end - line->x;
  float natural = (float) natural_width (layout, text);
  float width = MIN (natural, left);

  line->painter->cut |= natural > left;
  if (left < 1)
    return;
  pango_layout_set_width (layout, (int) (width + 1) * PANGO_SCALE);
  draw_layout (line, layout, line->x, width, color);
  line->x += width + PART_GAP;
}

static void
add_shape (Line *line, int index)
{
  float size = (float) (int) (line->height * 0.72f);

  gtk_snapshot_save (line->snapshot);
  gtk_snapshot_translate (line->snapshot, &GRAPHENE_POINT_INIT (left_of (line, line->x, size),
                                                                line->y + (line->height - size) / 2));
  luotain_kind_shape_snapshot (line->snapshot, index, size, &line->color);
  gtk_snapshot_restore (line->snapshot);
  line->x += size + PART_GAP - 2;
}

static gboolean
add_chip (Line *line, const char *text, const GdkRGBA *tint)
{
  float width = (float) natural_width (line->painter->small, text) + 2 * CHIP_PADDING;
  GskRoundedRect outline;

  if (line->x + width > line->end)
    return FALSE;
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (left_of (line, line->x, width), line->y, width, line->height),
      line->height / 2);
  gtk_snapshot_push_rounded_clip (line->snapshot, &outline);
  gtk_snapshot_append_color (line->snapshot, tint, &outline.bounds);
  gtk_snapshot_pop (line->snapshot);
  draw_layout (line, line->painter->small, line->x + CHIP_PADDING, width - 2 * CHIP_PADDING, &line->color);
  line->x += width + PART_GAP / 2;
  return TRUE;
}

static void
tint_of (GtkWidget *widget, const GdkRGBA *color, guint index, GdkRGBA *tint)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (index < G_N_ELEMENTS (hues) && gtk_style_context_lookup_color (style, hues[index], tint))
    tint->alpha = 0.22f;
  else
    {
      *tint = *color;
      tint->alpha = 0.08f;
    }
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Chips that find no room are counted in a last one; the tooltip and the row's name tell them all. */
static void
add_dimensions (Line *line, LuotainWordList *words, const char *dimensions)
{
  const char *const *keys = luotain_word_list_keys (words, "dimension");
  g_auto (GStrv) have = g_strsplit (dimensions, " ", -1);
  float room = line->end;
  guint n = g_strv_length (have), shown = 0;
  GdkRGBA tint;

  for (guint i = 0; keys[i] != NULL && shown < n; i++)
    {
      if (!g_strv_contains ((const char *const *) have, keys[i]))
        continue;
      tint_of (line->painter->widget, &line->color, i, &tint);
      line->end = shown + 1 < n ? room - 34 : room;
      if (!add_chip (line, luotain_word_list_title (words, "dimension", keys[i]), &tint))
        break;
      shown++;
    }
  line->end = room;
  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n - shown);

      line->painter->cut = TRUE;
      tint_of (line->painter->widget, &line->color, G_MAXUINT, &tint);
      add_chip (line, more, &tint);
    }
  line->x += PART_GAP / 2;
}

/* From the end of the line: a symbol and a number. */
static void
add_count (Line *line, const char *icon_name, guint count)
{
  GtkWidget *widget = line->painter->widget;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  int size = (int) (line->height * 0.75f);
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autoptr (GtkIconPaintable) icon = NULL;
  float width;

  if (count == 0)
    return;
  width = (float) natural_width (line->painter->small, text);
  line->end -= width;
  draw_layout (line, line->painter->small, line->end, width, &line->dim);
  line->end -= (float) size + 3;
  icon = gtk_icon_theme_lookup_icon (theme, icon_name, NULL, size, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_snapshot_save (line->snapshot);
  gtk_snapshot_translate (line->snapshot, &GRAPHENE_POINT_INIT (left_of (line, line->end, (float) size),
                                                                line->y + (line->height - (float) size) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), line->snapshot, size, size,
                                            &line->dim, 1);
  gtk_snapshot_restore (line->snapshot);
  line->end -= PART_GAP;
}

static void
draw_rows (Line *line, const LuotainFindingRow *row, LuotainWordList *words)
{
  LuotainFindingPainter *self = line->painter;
  float end = line->end;

  add_count (line, "go-up-symbolic", row->n_supports);
  add_count (line, "luotain-source-symbolic", row->n_sources);
  add_text (line, self->title, row->title, &line->color);

  line->x = PADDING_X;
  line->end = end;
  line->y += line->height + LINE_GAP;
  if (words != NULL)
    {
      add_shape (line, luotain_kind_shape_index (luotain_word_list_keys (words, "finding-kind"), row->kind));
      if (row->kind != NULL)
        add_text (line, self->small, luotain_word_list_title (words, "finding-kind", row->kind),
                  &line->color);
      if (row->dimensions != NULL)
        add_dimensions (line, words, row->dimensions);
    }
  if (row->session_title == NULL)
    return;
  if (line->end - line->x >= LEAST_SESSION)
    add_text (line, self->small, row->session_title, &line->dim);
  else
    self->cut = TRUE;
}

/* What is on its way: the shade of a title. */
static void
draw_shade (const Line *line)
{
  float width = (line->end - line->x) * 0.6f;
  GdkRGBA shade = line->color;

  shade.alpha *= 0.08f;
  gtk_snapshot_append_color (line->snapshot, &shade,
                             &GRAPHENE_RECT_INIT (left_of (line, line->x, width),
                                                  line->y + line->height * 0.25f, width,
                                                  line->height * 0.5f));
}

void
luotain_finding_painter_snapshot (LuotainFindingPainter *self, GtkSnapshot *snapshot,
                                  LuotainFindingItem *item)
{
  const LuotainFindingRow *row = luotain_finding_item_is_loaded (item) ? luotain_finding_item_get_row (item)
                                                                       : NULL;
  Line line = {
    .painter = self,
    .snapshot = snapshot,
    .width = (float) gtk_widget_get_width (self->widget),
    .x = PADDING_X,
    .y = PADDING_Y,
    .height = line_height (self->widget),
    .mirrored = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL,
  };

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &line.color);
  G_GNUC_END_IGNORE_DEPRECATIONS
  line.dim = line.color;
  line.dim.alpha *= DIM_ALPHA;
  line.end = line.width - PADDING_X;
  self->cut = FALSE;
  if (row != NULL)
    draw_rows (&line, row, luotain_finding_item_get_words (item));
  else
    draw_shade (&line);
}

gboolean
luotain_finding_painter_is_cut (LuotainFindingPainter *self)
{
  return self->cut;
}
