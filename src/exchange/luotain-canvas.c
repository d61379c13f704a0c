#include "config.h"

#include "luotain-canvas.h"

#include "luotain-pdf-language.h"
#include "luotain-surface.h"
#include "luotain-svg.h"
#include "luotain-syllables.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define FONT "Cantarell,Source Sans 3,Noto Sans,sans-serif"

typedef enum
{
  RECTANGLE,
  LINE,
  TEXT
} Kind;

typedef struct
{
  Kind kind;
  LuotainInk ink;
  double x, y, width, height; /* of a line: how far it goes */
  double stroke;
  PangoLayout *layout; /* of a text */
} Mark;

struct _LuotainCanvas
{
  double width, height;
  LuotainLanguage language;
  char *title;
  char *description; /* (nullable) */
  GArray *marks; /* (element-type Mark) */
  PangoContext *context;
};

/* Black on white: files are shown and printed by others. Text has 7:1 and more, lines 1.6:1, which no meaning hangs on. */
static const struct
{
  guint8 red, green, blue;
} inks[LUOTAIN_N_INKS] = {
  [LUOTAIN_INK_TEXT] = { 0x1e, 0x23, 0x28 },  [LUOTAIN_INK_DIM] = { 0x4a, 0x52, 0x5a },
  [LUOTAIN_INK_LINE] = { 0x9a, 0xa2, 0xaa },  [LUOTAIN_INK_FAINT] = { 0xd3, 0xd8, 0xdc },
  [LUOTAIN_INK_SHADE] = { 0xee, 0xf1, 0xf3 },
};

static void
clear_mark (gpointer data)
{
  g_clear_object (&((Mark *) data)->layout);
}

/* The same lines on whatever they are drawn: nothing is fitted to dots. */
static PangoContext *
context_new (LuotainLanguage language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (luotain_language_code (language)));
  cairo_font_options_destroy (options);
  return context;
}

LuotainCanvas *
luotain_canvas_new (double width, double height, LuotainLanguage language)
{
  LuotainCanvas *self = g_new0 (LuotainCanvas, 1);

  self->width = width;
  self->height = height;
  self->language = language;
  self->title = g_strdup ("");
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->context = context_new (language);
  return self;
}

void
luotain_canvas_free (LuotainCanvas *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->description);
  g_array_unref (self->marks);
  g_object_unref (self->context);
  g_free (self);
}

double
luotain_canvas_get_width (const LuotainCanvas *self)
{
  return self->width;
}

double
luotain_canvas_get_height (const LuotainCanvas *self)
{
  return self->height;
}

void
luotain_canvas_set_title (LuotainCanvas *self, const char *title, const char *description)
{
  g_free (self->title);
  g_free (self->description);
  self->title = g_strdup (title);
  self->description = g_strdup (description);
}

PangoLayout *
luotain_canvas_layout (LuotainCanvas *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  g_autofree char *syllables = luotain_syllables_mark (text, self->language);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, syllables, -1);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

double
luotain_canvas_height_of (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.height / (double) PANGO_SCALE;
}

void
luotain_canvas_put_text (LuotainCanvas *self, PangoLayout *layout, double x, double y, LuotainInk ink)
{
  const Mark mark = { .kind = TEXT, .ink = ink, .x = x, .y = y, .layout = g_object_ref (layout) };

  g_array_append_val (self->marks, mark);
}

void
luotain_canvas_put_rectangle (LuotainCanvas *self, double x, double y, double width, double height,
                              LuotainInk ink, double stroke)
{
  const Mark mark = {
    .kind = RECTANGLE, .ink = ink, .x = x, .y = y, .width = width, .height = height, .stroke = stroke
  };

  g_array_append_val (self->marks, mark);
}

void
luotain_canvas_put_line (LuotainCanvas *self, double x1, double y1, double x2, double y2, LuotainInk ink,
                         double thickness)
{
  const Mark mark = {
    .kind = LINE, .ink = ink, .x = x1, .y = y1, .width = x2 - x1, .height = y2 - y1, .stroke = thickness
  };

  g_array_append_val (self->marks, mark);
}

/* ---- by cairo ---- */

static void
draw_mark (cairo_t *cr, const Mark *mark)
{
  cairo_set_source_rgb (cr, inks[mark->ink].red / 255.0, inks[mark->ink].green / 255.0,
                        inks[mark->ink].blue / 255.0);
  cairo_set_line_width (cr, mark->stroke);

  switch (mark->kind)
    {
    case RECTANGLE:
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      if (mark->stroke > 0)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
      break;
    case LINE:
      cairo_move_to (cr, mark->x, mark->y);
      cairo_rel_line_to (cr, mark->width, mark->height);
      cairo_stroke (cr);
      break;
    case TEXT:
      cairo_move_to (cr, mark->x, mark->y);
      pango_cairo_show_layout (cr, mark->layout);
      cairo_new_path (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw (LuotainCanvas *self, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < self->marks->len; i++)
    draw_mark (cr, &g_array_index (self->marks, Mark, i));
}

GBytes *
luotain_canvas_to_png (LuotainCanvas *self, int width, GError **error)
{
  const double scale = width / self->width;
  g_autoptr (LuotainSurface) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width,
                                                                   (int) (self->height * scale + 0.5));
  g_autoptr (LuotainPen) cr = cairo_create (surface);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  cairo_scale (cr, scale, scale);
  draw (self, cr);
  if (!luotain_surface_check (cairo_status (cr), error) || !luotain_surface_to_png (surface, bytes, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
luotain_canvases_to_pdf (GPtrArray *pages, gint64 changed, GError **error)
{
  LuotainCanvas *first = pages->pdata[0];
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (LuotainSurface) surface = luotain_surface_new_pdf (bytes, first->width, first->height,
                                                                first->title, changed);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  for (guint i = 0; i < pages->len && status == CAIRO_STATUS_SUCCESS; i++)
    {
      LuotainCanvas *page = pages->pdata[i];
      g_autoptr (LuotainPen) cr = NULL;

      cairo_pdf_surface_set_size (surface, page->width, page->height);
      cr = cairo_create (surface);
      draw (page, cr);
      cairo_show_page (cr);
      status = cairo_status (cr);
    }

  cairo_surface_finish (surface);
  if (!luotain_surface_check (status, error)
      || !luotain_surface_check (cairo_surface_status (surface), error))
    return NULL;

  luotain_pdf_add_language (bytes, luotain_language_code (first->language));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* ---- as SVG ---- */

static void
add_mark (GString *out, const Mark *mark)
{
  if (mark->kind == TEXT)
    {
      const PangoFontDescription *font = pango_layout_get_font_description (mark->layout);
      const gboolean bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;
      g_autofree char *class = g_strdup_printf ("i%d%s", mark->ink, bold ? " b" : "");

      luotain_svg_add_layout (out, class, mark->layout, mark->x, mark->y);
      return;
    }

  g_string_append_printf (out, "<%s class=\"%s%d\"", mark->kind == LINE ? "line" : "rect",
                          mark->stroke > 0 ? "s" : "i", mark->ink);
  luotain_svg_add_attribute (out, mark->kind == LINE ? "x1" : "x", mark->x);
  luotain_svg_add_attribute (out, mark->kind == LINE ? "y1" : "y", mark->y);
  luotain_svg_add_attribute (out, mark->kind == LINE ? "x2" : "width",
                             mark->width + (mark->kind == LINE ? mark->x : 0));
  luotain_svg_add_attribute (out, mark->kind == LINE ? "y2" : "height",
                             mark->height + (mark->kind == LINE ? mark->y : 0));
  if (mark->stroke > 0)
    luotain_svg_add_attribute (out, "stroke-width", mark->stroke);
  g_string_append (out, "/>\n");
}

GBytes *
luotain_canvas_to_svg (LuotainCanvas *self)
{
  GString *out = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");

  g_string_append_printf (out,
                          " xml:lang=\"%s\" role=\"img\" aria-labelledby=\"title\" viewBox=\"0 0 %d %d\"",
                          luotain_language_code (self->language), (int) self->width, (int) self->height);
  luotain_svg_add_attribute (out, "width", self->width);
  luotain_svg_add_attribute (out, "height", self->height);
  g_string_append (out, ">\n<title id=\"title\">");
  luotain_svg_add_escaped (out, self->title);
  g_string_append (out, "</title>\n");
  if (self->description != NULL)
    {
      g_string_append (out, "<desc>");
      luotain_svg_add_escaped (out, self->description);
      g_string_append (out, "</desc>\n");
    }

  g_string_append (out, "<style>text{font-family:" LUOTAIN_SVG_FAMILIES "}.b{font-weight:bold}");
  for (guint i = 0; i < LUOTAIN_N_INKS; i++)
    g_string_append_printf (out, ".i%u{fill:#%02x%02x%02x}.s%u{fill:none;stroke:#%02x%02x%02x}", i,
                            inks[i].red, inks[i].green, inks[i].blue, i, inks[i].red, inks[i].green,
                            inks[i].blue);
  g_string_append (out, "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  for (guint i = 0; i < self->marks->len; i++)
    add_mark (out, &g_array_index (self->marks, Mark, i));
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
