#include "luotain-map-listing.h"

#include "luotain-map-text.h"

#define N_COLUMNS 3
#define GAP 30.0
#define TOP LUOTAIN_MAP_SHEET_MARGIN
#define BOTTOM (LUOTAIN_MAP_SHEET_HEIGHT - LUOTAIN_MAP_SHEET_MARGIN)
#define COLUMN_WIDTH \
  ((LUOTAIN_MAP_SHEET_WIDTH - 2 * LUOTAIN_MAP_SHEET_MARGIN - (N_COLUMNS - 1) * GAP) / N_COLUMNS)

/* So much of a finding stands together, in lines. */
#define KEPT_LINES 3

/* Text that flows from column to column and from sheet to sheet. */
typedef struct
{
  LuotainMapDrawing *drawing;
  cairo_t *cr;
  guint column;
  double y;
} Flow;

static void
begin_sheet (Flow *flow)
{
  luotain_map_sheet_begin (flow->drawing, flow->cr);
  flow->column = 0;
  flow->y = TOP;
}

static void
next_column (Flow *flow)
{
  if (++flow->column < N_COLUMNS)
    {
      flow->y = TOP;
      return;
    }
  cairo_show_page (flow->cr);
  begin_sheet (flow);
}

static void
keep (Flow *flow, double height)
{
  if (flow->y > TOP && flow->y + height > BOTTOM)
    next_column (flow);
}

/* Each line anew, with the blank that follows it: wrapped lines have none, and words would run together when read out. */
static void
draw_line (Flow *flow, PangoLayout *layout, PangoLayoutLine *line, double baseline)
{
  const char *text = pango_layout_get_text (layout) + line->start_index;
  g_autofree char *words = g_strchomp (g_strndup (text, (gsize) line->length));
  g_autofree char *blank = g_strconcat (words, " ", NULL);
  g_autoptr (PangoLayout) alone = pango_layout_copy (layout);

  pango_layout_set_width (alone, -1);
  pango_layout_set_text (alone, blank, -1);
  cairo_move_to (flow->cr, LUOTAIN_MAP_SHEET_MARGIN + flow->column * (COLUMN_WIDTH + GAP),
                 flow->y + baseline);
  pango_cairo_show_layout_line (flow->cr, pango_layout_get_line_readonly (alone, 0));
}

static PangoLayout *
lay_out (Flow *flow, const char *text, double scale, gboolean bold)
{
  PangoLayout *layout = luotain_map_drawing_text (flow->drawing, text, scale);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (
      pango_layout_get_font_description (layout));
  g_autoptr (PangoAttrList) letters = pango_attr_list_new ();

  /* Two letters in one sign are read out wrongly. */
  pango_attr_list_insert (letters, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  pango_layout_set_attributes (layout, letters);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (COLUMN_WIDTH * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* A tag holds what stands together: it ends with the column, and goes on in the next. */
static void
flow_text (Flow *flow, const char *text, const char *tag, double scale, gboolean bold,
           const LuotainMapColor *color)
{
  g_autoptr (PangoLayout) layout = lay_out (flow, text, scale, bold);
  PangoLayoutIter *lines = pango_layout_get_iter (layout);

  luotain_map_set_color (flow->cr, color, 1);
  cairo_tag_begin (flow->cr, tag, NULL);
  do
    {
      PangoRectangle extents;
      double height;

      pango_layout_iter_get_line_extents (lines, NULL, &extents);
      height = extents.height / (double) PANGO_SCALE;
      if (flow->y + height > BOTTOM)
        {
          cairo_tag_end (flow->cr, tag);
          next_column (flow);
          luotain_map_set_color (flow->cr, color, 1);
          cairo_tag_begin (flow->cr, tag, NULL);
        }
      draw_line (flow, layout, pango_layout_iter_get_line_readonly (lines),
                 (pango_layout_iter_get_baseline (lines) - extents.y) / (double) PANGO_SCALE);
      flow->y += height;
    }
  while (pango_layout_iter_next_line (lines));
  pango_layout_iter_free (lines);
  cairo_tag_end (flow->cr, tag);
}

static void
flow_finding (Flow *flow, guint index)
{
  const LuotainMapData *data = flow->drawing->data;
  const LuotainMapTheme *theme = &flow->drawing->theme;
  const char *description = data->findings[index].description;
  g_autofree char *details = luotain_map_text_details (data, index);

  keep (flow, KEPT_LINES * flow->drawing->frame.text * 1.3);
  cairo_tag_begin (flow->cr, "LI", NULL);
  cairo_tag_begin (flow->cr, "LBody", NULL);
  flow_text (flow, data->findings[index].title, "P", 0.95, TRUE, &theme->text);
  flow_text (flow, details, "P", 0.85, FALSE, &theme->dim);
  if (description != NULL && *description != '\0')
    flow_text (flow, description, "P", 0.85, FALSE, &theme->text);
  cairo_tag_end (flow->cr, "LBody");
  cairo_tag_end (flow->cr, "LI");
  flow->y += flow->drawing->frame.text * 0.8;
}

void
luotain_map_listing_draw (LuotainMapDrawing *drawing, cairo_t *cr)
{
  const LuotainMapData *data = drawing->data;
  Flow flow = { drawing, cr, 0, TOP };

  begin_sheet (&flow);
  flow_text (&flow, luotain_map_word (LUOTAIN_MAP_WORD_FINDINGS, data->language), "H2", 1.4, TRUE,
             &drawing->theme.text);
  flow.y += drawing->frame.text * 0.5;
  cairo_tag_begin (cr, "L", NULL);
  for (guint i = 0; i < data->n_findings; i++)
    if (!drawing->items[i].hidden)
      flow_finding (&flow, i);
  cairo_tag_end (cr, "L");
}
