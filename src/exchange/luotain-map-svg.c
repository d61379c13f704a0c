#include "luotain-map-svg.h"

#include "luotain-id.h"
#include "luotain-kind-path.h"
#include "luotain-map-text.h"
#include "luotain-svg.h"

#include <math.h>

typedef struct
{
  LuotainMapDrawing *drawing;
  GString *out;
  gboolean in_page;
  const char *name; /* what ids begin with */
  cairo_t *scratch; /* where shapes become paths */
} Svg;

static void
begin_at (GString *out, double x, double y)
{
  g_string_append (out, "<g transform=\"translate(");
  luotain_svg_add_number (out, "", x);
  luotain_svg_add_number (out, " ", y);
  g_string_append_c (out, ')');
}

static void
add_circle (Svg *svg, const char *class, double x, double y, double radius)
{
  g_string_append_printf (svg->out, "<circle class=\"%s\"", class);
  luotain_svg_add_attribute (svg->out, "cx", x);
  luotain_svg_add_attribute (svg->out, "cy", y);
  luotain_svg_add_attribute (svg->out, "r", radius);
  g_string_append (svg->out, "/>\n");
}

static void
add_line (Svg *svg, const char *class, double x1, double y1, double x2, double y2)
{
  g_string_append_printf (svg->out, "<line class=\"%s\"", class);
  luotain_svg_add_attribute (svg->out, "x1", x1);
  luotain_svg_add_attribute (svg->out, "y1", y1);
  luotain_svg_add_attribute (svg->out, "x2", x2);
  luotain_svg_add_attribute (svg->out, "y2", y2);
  g_string_append (svg->out, "/>\n");
}

static void
add_rect (Svg *svg, const char *class, double x, double y, double width, double height)
{
  g_string_append_printf (svg->out, "<rect class=\"%s\"", class);
  luotain_svg_add_attribute (svg->out, "x", x);
  luotain_svg_add_attribute (svg->out, "y", y);
  luotain_svg_add_attribute (svg->out, "width", width);
  luotain_svg_add_attribute (svg->out, "height", height);
  g_string_append (svg->out, "/>\n");
}

static void
add_path (Svg *svg, int shape, double radius)
{
  cairo_path_t *path;

  cairo_new_path (svg->scratch);
  luotain_kind_path_add (svg->scratch, shape, 0, 0, radius * 2);
  path = cairo_copy_path (svg->scratch);

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      static const char letters[] = { 'M', 'L', 'C', 'Z' };
      const cairo_path_data_t *data = &path->data[i];

      /* A path ends with the beginning of the next, which would be empty. */
      if (data->header.type == CAIRO_PATH_MOVE_TO && i + data->header.length >= path->num_data)
        break;
      g_string_append_c (svg->out, letters[data->header.type]);
      for (int j = 1; j < data->header.length; j++)
        {
          luotain_svg_add_number (svg->out, j > 1 ? " " : "", data[j].point.x);
          luotain_svg_add_number (svg->out, " ", data[j].point.y);
        }
    }
  cairo_path_destroy (path);
}

static void
add_shape (Svg *svg, int shape, int outline, double radius)
{
  LuotainMapStroke stroke;

  luotain_map_stroke_of (shape, outline, radius, &stroke);
  g_string_append (svg->out, "<path class=\"mark\" d=\"");
  add_path (svg, shape, radius);
  g_string_append_c (svg->out, '"');
  luotain_svg_add_attribute (svg->out, "stroke-width", stroke.width);
  if (stroke.dash > 0)
    {
      luotain_svg_add_number (svg->out, " stroke-dasharray=\"", stroke.dash);
      luotain_svg_add_number (svg->out, " ", stroke.gap);
      g_string_append_c (svg->out, '"');
    }
  g_string_append (svg->out, "/>");
  if (stroke.inner > 0)
    {
      g_string_append_printf (svg->out, "<path class=\"%s\" d=\"", stroke.filled ? "mark full" : "mark");
      add_path (svg, shape, stroke.inner);
      g_string_append_c (svg->out, '"');
      luotain_svg_add_attribute (svg->out, "stroke-width", stroke.inner_width);
      g_string_append (svg->out, "/>");
    }
}

static void
add_names (Svg *svg)
{
  g_autoptr (GArray) names = luotain_map_ground_names (svg->drawing);

  for (guint i = 0; i < names->len; i++)
    {
      const LuotainMapName *name = &g_array_index (names, LuotainMapName, i);
      g_autoptr (PangoLayout) layout = luotain_map_ground_name_layout (svg->drawing, name);
      PangoRectangle extents;
      double width, height;

      pango_layout_get_extents (layout, NULL, &extents);
      width = extents.width / (double) PANGO_SCALE;
      height = extents.height / (double) PANGO_SCALE;
      begin_at (svg->out, name->x, name->y);
      luotain_svg_add_number (svg->out, " rotate(", name->angle * 180 / G_PI);
      g_string_append (svg->out, ")\">\n");
      if (name->dim)
        add_rect (svg, "patch", -width / 2 - 2, -height / 2, width + 4, height);
      luotain_svg_add_layout (svg->out,
                              name->bold  ? "bold"
                              : name->dim ? "dim"
                                          : "",
                              layout, -width / 2, -height / 2);
      g_string_append (svg->out, "</g>\n");
    }
}

static void
add_radar (Svg *svg)
{
  const LuotainMapLayout *layout = svg->drawing->layout;
  const LuotainMapFrame *frame = &layout->frame;

  for (int year = frame->first_year; year <= frame->last_year; year++)
    if (luotain_map_ground_is_ring (frame, year))
      add_circle (svg, "line", layout->x, layout->y, luotain_map_layout_year_radius (layout, year));
  for (guint i = 0; i < frame->n_dimensions && frame->n_dimensions > 1; i++)
    {
      const double angle = luotain_map_layout_border_angle (layout, i);

      add_line (svg, "line", layout->x + layout->inner * cos (angle), layout->y + layout->inner * sin (angle),
                layout->x + layout->rim * cos (angle), layout->y + layout->rim * sin (angle));
    }
  add_circle (svg, "line dotted", layout->x, layout->y, layout->outer);
  add_circle (svg, "line", layout->x, layout->y, layout->rim);
}

static void
add_grid (Svg *svg)
{
  const LuotainMapRect *grid = &svg->drawing->layout->grid;

  add_rect (svg, "corner", grid->x + grid->width * 0.6, grid->y, grid->width * 0.4, grid->height * 0.4);
  for (int i = 0; i <= 5; i++)
    {
      const double x = grid->x + grid->width * i / 5, y = grid->y + grid->height * i / 5;

      add_line (svg, "line", x, grid->y, x, grid->y + grid->height);
      add_line (svg, "line", grid->x, y, grid->x + grid->width, y);
    }
}

static void
add_ground (Svg *svg)
{
  const LuotainMapRect *tray = &svg->drawing->layout->tray;

  g_string_append (svg->out, "<g aria-hidden=\"true\">\n");
  if (svg->drawing->frame.mode == LUOTAIN_MAP_GRID)
    add_grid (svg);
  else
    add_radar (svg);
  if (luotain_map_ground_uses_tray (svg->drawing))
    add_rect (svg, "line dotted", tray->x + 0.5, tray->y + 0.5, tray->width - 1, tray->height - 1);
  add_names (svg);
  g_string_append (svg->out, "</g>\n");
}

static void
add_links (Svg *svg)
{
  const LuotainMapDrawing *drawing = svg->drawing;

  for (guint i = 0; drawing->links == LUOTAIN_MAP_ALL_LINKS && i < drawing->data->n_evidence; i++)
    {
      LuotainMapArrow arrow;

      if (!luotain_map_arrow_of (svg->drawing, &drawing->data->evidence[i], &arrow))
        continue;
      g_string_append (svg->out, "<path class=\"link\" d=\"");
      luotain_svg_add_number (svg->out, "M", arrow.x1);
      luotain_svg_add_number (svg->out, " ", arrow.y1);
      luotain_svg_add_number (svg->out, "L", arrow.x2);
      luotain_svg_add_number (svg->out, " ", arrow.y2);
      luotain_svg_add_number (svg->out, "M", arrow.left_x);
      luotain_svg_add_number (svg->out, " ", arrow.left_y);
      luotain_svg_add_number (svg->out, "L", arrow.x2);
      luotain_svg_add_number (svg->out, " ", arrow.y2);
      luotain_svg_add_number (svg->out, "L", arrow.right_x);
      luotain_svg_add_number (svg->out, " ", arrow.right_y);
      g_string_append (svg->out, "\"/>\n");
    }
}

static void
add_symbol (Svg *svg, guint index)
{
  LuotainMapDrawing *drawing = svg->drawing;
  const LuotainMapSymbol *symbol = &drawing->layout->symbols[index];
  const LuotainLabel *label = &drawing->labels[index];
  g_autofree char *text = luotain_map_text_finding (drawing->data, symbol->item);
  char id[LUOTAIN_ID_DIGITS + 1];

  luotain_id_write (symbol->id, id);
  if (svg->in_page)
    {
      g_string_append_printf (svg->out, "<a href=\"#finding-%s\" aria-label=\"", id);
      luotain_svg_add_escaped (svg->out, text);
      g_string_append (svg->out, "\">\n");
    }
  begin_at (svg->out, symbol->x, symbol->y);
  g_string_append_printf (svg->out, "\" class=\"symbol\" data-id=\"finding-%s\">", id);
  g_string_append (svg->out, "<title>");
  luotain_svg_add_escaped (svg->out, text);
  g_string_append (svg->out, "</title>");
  if (svg->in_page)
    add_circle (svg, "halo", 0, 0, symbol->radius + 5);
  add_shape (svg, symbol->shape, symbol->outline, symbol->radius);
  g_string_append (svg->out, "</g>\n");

  if (label->side >= 0)
    {
      LuotainLabelBox box;

      luotain_label_box (label, label->side, &box);
      g_string_append (svg->out, "<g class=\"label\" aria-hidden=\"true\">\n");
      luotain_svg_add_layout (svg->out, "", luotain_map_drawing_caption (drawing, index), box.x + 1, box.y);
      g_string_append (svg->out, "</g>\n");
    }
  if (svg->in_page)
    g_string_append (svg->out, "</a>\n");
}

static void
add_cluster (Svg *svg, double x, double y, double radius, const char *count)
{
  g_autoptr (PangoLayout) layout = luotain_map_drawing_text (svg->drawing, count, 0.8);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  add_circle (svg, "cluster", x, y, radius);
  luotain_svg_add_layout (svg->out, "", layout, x - extents.width / 2.0 / PANGO_SCALE,
                          y - extents.height / 2.0 / PANGO_SCALE);
}

static void
add_marks (Svg *svg)
{
  const LuotainMapLayout *layout = svg->drawing->layout;

  for (guint i = 0; i < layout->n_clusters; i++)
    {
      const LuotainMapCluster *cluster = &layout->clusters[i];
      g_autofree char *count = g_strdup_printf ("%u", cluster->count);

      g_string_append_printf (svg->out, "<g class=\"many\"><title>%u: %s</title>\n", cluster->count,
                              luotain_map_word (LUOTAIN_MAP_WORD_CLUSTER, svg->drawing->data->language));
      add_cluster (svg, cluster->x, cluster->y, cluster->radius, count);
      g_string_append (svg->out, "</g>\n");
    }
  for (guint i = 0; i < layout->n_symbols; i++)
    if (layout->symbols[i].cluster < 0)
      add_symbol (svg, i);
}

static void
add_legend (Svg *svg, double x)
{
  double height;
  g_autoptr (GArray) rows = luotain_map_legend_rows (svg->drawing, LUOTAIN_MAP_SHEET_LEGEND, &height);

  begin_at (svg->out, x, 0);
  g_string_append_printf (svg->out, "\" role=\"group\" aria-label=\"%s\">\n",
                          luotain_map_word (LUOTAIN_MAP_WORD_LEGEND, svg->drawing->data->language));
  for (guint i = 0; i < rows->len; i++)
    {
      const LuotainMapLegendRow *row = &g_array_index (rows, LuotainMapLegendRow, i);

      if (row->mark == LUOTAIN_MAP_LEGEND_SYMBOL)
        {
          begin_at (svg->out, row->x, row->y);
          g_string_append (svg->out, "\">");
          add_shape (svg, row->shape, row->outline, row->radius);
          g_string_append (svg->out, "</g>\n");
        }
      else if (row->mark == LUOTAIN_MAP_LEGEND_LINK)
        add_line (svg, "link", row->x - row->radius, row->y, row->x + row->radius, row->y);
      else if (row->mark == LUOTAIN_MAP_LEGEND_CLUSTER)
        add_cluster (svg, row->x, row->y, row->radius, "12");
      if (row->text != NULL)
        luotain_svg_add_layout (svg->out, row->mark == LUOTAIN_MAP_LEGEND_HEADING ? "bold" : "", row->text,
                                row->text_x, row->text_y);
    }
  g_string_append (svg->out, "</g>\n");
}

static void
add_color (GString *out, const char *rule, const char *variable, const LuotainMapColor *color)
{
  if (variable != NULL)
    g_string_append_printf (out, "%s:var(--%s)", rule, variable);
  else
    g_string_append_printf (out, "%s:#%02x%02x%02x", rule, (guint) lround (color->red * 255),
                            (guint) lround (color->green * 255), (guint) lround (color->blue * 255));
}

static void
add_rule (GString *out, const char *selector, const char *fill, const LuotainMapColor *fill_color,
          const char *stroke, const LuotainMapColor *stroke_color, const char *more)
{
  g_string_append_printf (out, "%s{", selector);
  if (fill_color != NULL)
    add_color (out, "fill", fill, fill_color);
  else
    g_string_append (out, "fill:none");
  if (stroke_color != NULL)
    add_color (out, ";stroke", stroke, stroke_color);
  g_string_append_printf (out, "%s}\n", more);
}

void
luotain_map_svg_style (LuotainMapDrawing *drawing, gboolean variables, GString *out)
{
  const LuotainMapTheme *theme = &drawing->theme;
  const char *page = variables ? "page" : NULL, *ink = variables ? "ink" : NULL;
  const char *soft = variables ? "soft" : NULL, *line = variables ? "line" : NULL;
  const char *accent = variables ? "link" : NULL;

  g_string_append (out, ".map text{font-family:" LUOTAIN_SVG_FAMILIES ";");
  add_color (out, "fill", ink, &theme->text);
  g_string_append (out, ";white-space:pre}\n");
  add_rule (out, ".map .dim", soft, &theme->dim, NULL, NULL, "");
  g_string_append (out, ".map .bold{font-weight:bold}\n");
  add_rule (out, ".map .paper", page, &theme->background, NULL, NULL, "");
  add_rule (out, ".map .patch", page, &theme->background, NULL, NULL, ";fill-opacity:.85");
  add_rule (out, ".map .line", NULL, NULL, line, &theme->line, ";stroke-width:1");
  g_string_append (out, ".map .dotted{stroke-dasharray:2 4}\n");
  add_rule (out, ".map .corner", accent, &theme->accent, NULL, NULL, ";fill-opacity:.07");
  add_rule (out, ".map .mark", page, &theme->background, ink, &theme->text, ";stroke-linejoin:round");
  add_rule (out, ".map .full", ink, &theme->text, ink, &theme->text, "");
  add_rule (out, ".map .link", NULL, NULL, soft, &theme->dim, ";stroke-opacity:.6");
  add_rule (out, ".map .cluster", page, &theme->background, soft, &theme->dim, ";stroke-width:1.2");
}

static void
add_file_heading (Svg *svg, const char *title, const char *subtitle)
{
  g_autoptr (PangoLayout) large = luotain_map_drawing_text (svg->drawing, title, 1.9);
  g_autoptr (PangoLayout) small = luotain_map_drawing_text (svg->drawing, subtitle, 1);

  pango_layout_set_single_paragraph_mode (large, TRUE);
  g_string_append (svg->out, "<style>\n");
  luotain_map_svg_style (svg->drawing, FALSE, svg->out);
  g_string_append (svg->out, "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
  luotain_svg_add_layout (svg->out, "", large, LUOTAIN_MAP_SHEET_MARGIN, LUOTAIN_MAP_SHEET_MARGIN * 0.7);
  luotain_svg_add_layout (svg->out, "dim", small, LUOTAIN_MAP_SHEET_MARGIN,
                          LUOTAIN_MAP_SHEET_MARGIN * 0.7 + svg->drawing->frame.text * 2.2);
}

static void
begin_document (Svg *svg, const char *title, const char *subtitle)
{
  const char *language = luotain_language_code (svg->drawing->data->language);
  const double top = svg->in_page ? 0 : LUOTAIN_MAP_SHEET_MARGIN + LUOTAIN_MAP_SHEET_HEADING;
  const double left = svg->in_page ? 0 : LUOTAIN_MAP_SHEET_MARGIN;
  const double width = svg->in_page ? LUOTAIN_MAP_SHEET_WIDTH - 2 * LUOTAIN_MAP_SHEET_MARGIN
                                    : LUOTAIN_MAP_SHEET_WIDTH;
  const double height = svg->in_page ? svg->drawing->frame.height : LUOTAIN_MAP_SHEET_HEIGHT;

  if (!svg->in_page)
    g_string_append (svg->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (svg->out,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 %g %g\"",
                          width, height);
  if (!svg->in_page)
    g_string_append_printf (svg->out, " width=\"%g\" height=\"%g\" xml:lang=\"%s\"", width, height, language);
  g_string_append_printf (svg->out,
                          " lang=\"%s\" role=\"%s\" aria-labelledby=\"%s-title %s-text\">\n"
                          "<title id=\"%s-title\">",
                          language, svg->in_page ? "group" : "img", svg->name, svg->name, svg->name);
  luotain_svg_add_escaped (svg->out, title);
  g_string_append_printf (svg->out, "</title>\n<desc id=\"%s-text\">", svg->name);
  luotain_svg_add_escaped (svg->out, subtitle);
  g_string_append (svg->out, "</desc>\n");
  if (!svg->in_page)
    add_file_heading (svg, title, subtitle);
  begin_at (svg->out, left, top);
  g_string_append_printf (svg->out, "\" id=\"%s\">\n", svg->name);
}

void
luotain_map_svg_append (LuotainMapDrawing *drawing, const char *page, GString *out)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  Svg svg = { drawing, out, page != NULL, page != NULL ? page : "map", cairo_create (surface) };
  g_autofree char *title = luotain_map_sheet_title (drawing);
  g_autofree char *subtitle = luotain_map_sheet_subtitle (drawing);

  luotain_map_drawing_arrange (drawing);
  begin_document (&svg, title, subtitle);
  add_ground (&svg);
  add_links (&svg);
  add_marks (&svg);
  add_legend (&svg, drawing->frame.width + LUOTAIN_MAP_SHEET_MARGIN / 2);
  g_string_append (out, "</g>\n</svg>\n");
  cairo_destroy (svg.scratch);
  cairo_surface_destroy (surface);
}
