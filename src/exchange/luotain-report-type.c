#include "luotain-report-type.h"

#include <string.h>

#define SOFT_HYPHEN "\xc2\xad"
#define FAMILIES "Cantarell, Source Sans 3, Noto Sans, DejaVu Sans, Sans"

const LuotainReportColor luotain_report_ink = { 0.10, 0.11, 0.13 };
const LuotainReportColor luotain_report_dim = { 0.31, 0.34, 0.38 };
const LuotainReportColor luotain_report_accent = { 0.07, 0.26, 0.47 };
const LuotainReportColor luotain_report_line = { 0.70, 0.73, 0.76 };
const LuotainReportColor luotain_report_shade = { 0.945, 0.953, 0.961 };

struct _LuotainReportType
{
  PangoFontMap *fonts;
  PangoContext *context;
  PangoLayout *layout;
};

/* In the order of their levels. */
static const LuotainReportStyle headings[] = {
  { 25, 31, 0, 8, TRUE, &luotain_report_accent, TRUE, TRUE, FALSE },
  { 18, 23, 26, 9, TRUE, &luotain_report_accent, TRUE, TRUE, TRUE },
  { 13.5, 18, 20, 5, TRUE, &luotain_report_ink, TRUE, TRUE, FALSE },
  { 11.5, 15.5, 14, 4, TRUE, &luotain_report_ink, TRUE, TRUE, FALSE },
  { 10.5, 15, 10, 2, TRUE, &luotain_report_ink, TRUE, TRUE, FALSE },
  { 10.5, 15, 9, 1, TRUE, &luotain_report_accent, TRUE, TRUE, FALSE },
};

static const LuotainReportStyle plain = { 10.5, 15, 0, 7, FALSE, &luotain_report_ink };
static const LuotainReportStyle subtitle = { 13, 18, 0, 14, FALSE, &luotain_report_dim };
static const LuotainReportStyle aside = { 9.5, 13.5, 0, 4, FALSE, &luotain_report_dim };
static const LuotainReportStyle facts = { 9.5, 13.5, 0, 5, FALSE, &luotain_report_ink, .keep_next = TRUE };
static const LuotainReportStyle caption = {
  9.5, 13.5, 8, 5, TRUE, &luotain_report_ink, .keep_next = TRUE, .keep_whole = TRUE,
};
static const LuotainReportStyle summary = { 10.5, 15, 7, 3, TRUE, &luotain_report_ink, .keep_next = TRUE };

static gboolean
is_in (const LuotainReportBlock *block, LuotainReportKind kind)
{
  for (; block != NULL; block = block->parent)
    if (block->kind == kind)
      return TRUE;
  return FALSE;
}

static void
set_in_cell (LuotainReportStyle *style, double size)
{
  style->size = size;
  style->pitch = size * 1.33;
  style->before = 0;
  style->after = size * 0.35;
  style->keep_next = FALSE;
  style->new_page = FALSE;
}

void
luotain_report_style_init (LuotainReportStyle *style, const LuotainReportBlock *block, double cell_size)
{
  if (block->kind == LUOTAIN_BLOCK_HEADING)
    *style = headings[CLAMP (block->level, 1, G_N_ELEMENTS (headings)) - 1];
  else
    switch (block->role)
      {
      case LUOTAIN_BLOCK_SUBTITLE:
        *style = subtitle;
        break;
      case LUOTAIN_BLOCK_ASIDE:
        *style = aside;
        break;
      case LUOTAIN_BLOCK_FACTS:
        *style = facts;
        break;
      case LUOTAIN_BLOCK_CAPTION:
        *style = caption;
        break;
      case LUOTAIN_BLOCK_SUMMARY:
        *style = summary;
        break;
      default:
        *style = plain;
        break;
      }

  if (cell_size > 0)
    set_in_cell (style, cell_size);
  else if (block->role == LUOTAIN_BLOCK_PLAIN && is_in (block, LUOTAIN_BLOCK_ITEM))
    style->after = 2.5;

  /* “Rests on:” belongs to the list that follows. */
  if (block->role == LUOTAIN_BLOCK_ASIDE && block->text != NULL && g_str_has_suffix (block->text->str, ":"))
    style->keep_next = TRUE;
}

LuotainReportType *
luotain_report_type_new (LuotainLanguage language)
{
  LuotainReportType *self = g_new0 (LuotainReportType, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A map of its own: what is set in one thread may be drawn in another. A point is a unit, and letters stand where the
   * font puts them, on paper as on a screen. */
  self->fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), 72);
  self->context = pango_font_map_create_context (self->fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (luotain_language_code (language)));

  self->layout = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  return self;
}

void
luotain_report_type_free (LuotainReportType *self)
{
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_clear_object (&self->fonts);
  g_free (self);
}

static void
set_font (LuotainReportType *self, const LuotainReportStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const LuotainReportRun *run)
{
  attribute->start_index = run->start;
  attribute->end_index = run->end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
make_attributes (const LuotainReportBlock *block)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LuotainReportRun *run = &g_array_index (block->runs, LuotainReportRun, i);

      /* Never drawn in: a colour of its own makes Pango end a stretch of letters where the run ends. */
      add_attribute (list, pango_attr_foreground_new ((guint16) (i & 0xffff), (guint16) (i >> 16), 0), run);
      if (run->look & LUOTAIN_LOOK_BOLD)
        add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), run);
      if (run->look & LUOTAIN_LOOK_ITALIC)
        add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), run);
      if (run->language != NULL)
        add_attribute (list, pango_attr_language_new (pango_language_from_string (run->language)), run);
    }
  return list;
}

/* A letter is a glyph: programs that read a PDF aloud or search it stumble over ligatures. */
static void
add_whole (PangoAttrList **list)
{
  if (*list == NULL)
    *list = pango_attr_list_new ();
  pango_attr_list_insert (*list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
}

PangoLayout *
luotain_report_type_set (LuotainReportType *self, const LuotainReportBlock *block,
                         const LuotainReportStyle *style, double width)
{
  PangoAttrList *list = NULL;

  set_font (self, style);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (self->layout, block->text != NULL ? block->text->str : "",
                         block->text != NULL ? (int) block->text->len : 0);
  if (block->runs != NULL)
    list = make_attributes (block);
  add_whole (&list);
  pango_layout_set_attributes (self->layout, list);
  pango_attr_list_unref (list);
  return self->layout;
}

PangoLayout *
luotain_report_type_set_plain (LuotainReportType *self, const char *text, const LuotainReportStyle *style)
{
  PangoAttrList *list = NULL;

  set_font (self, style);
  pango_layout_set_width (self->layout, -1);
  add_whole (&list);
  pango_layout_set_attributes (self->layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

double
luotain_report_type_pitch (const PangoLayoutLine *line, const LuotainReportStyle *style)
{
  PangoRectangle extents;

  pango_layout_line_get_extents ((PangoLayoutLine *) line, NULL, &extents);
  return MAX (style->pitch, extents.height / (double) PANGO_SCALE);
}

double
luotain_report_type_baseline (const PangoLayoutLine *line, const LuotainReportStyle *style)
{
  PangoRectangle extents;

  pango_layout_line_get_extents ((PangoLayoutLine *) line, NULL, &extents);
  return (luotain_report_type_pitch (line, style) - extents.height / (double) PANGO_SCALE) / 2
         - extents.y / (double) PANGO_SCALE;
}

GArray *
luotain_report_type_measure (LuotainReportType *self, const LuotainReportBlock *block,
                             const LuotainReportStyle *style, double width)
{
  PangoLayout *layout = luotain_report_type_set (self, block, style, width);
  GArray *pitches = g_array_new (FALSE, FALSE, sizeof (float));

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      const float pitch = (float) luotain_report_type_pitch (line->data, style);

      g_array_append_val (pitches, pitch);
    }
  return pitches;
}

/* As narrow as can be. */
static double
measure_widest (PangoLayout *layout)
{
  double widest = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      PangoRectangle extents;

      pango_layout_line_get_extents (line->data, NULL, &extents);
      /* A little more, so that what has just room has room when it is rounded. */
      widest = MAX (widest, extents.width / (double) PANGO_SCALE + 0.4);
    }
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return widest;
}

LuotainReportWidths
luotain_report_type_widths (LuotainReportType *self, const LuotainReportBlock *block,
                            const LuotainReportStyle *style)
{
  PangoLayout *layout = luotain_report_type_set (self, block, style, -1);
  LuotainReportWidths widths = { 0 };
  int width;

  pango_layout_get_size (layout, &width, NULL);
  widths.natural = width / (double) PANGO_SCALE;
  widths.syllables = widths.words = measure_widest (layout);

  if (block->text != NULL && strstr (block->text->str, SOFT_HYPHEN) != NULL)
    {
      g_autofree char *whole = luotain_report_block_plain_text (block);

      LuotainReportStyle own = *style;

      own.bold = own.bold || g_array_index (block->runs, LuotainReportRun, 0).look & LUOTAIN_LOOK_BOLD;
      widths.words = MAX (widths.words, measure_widest (luotain_report_type_set_plain (self, whole, &own)));
    }
  return widths;
}
