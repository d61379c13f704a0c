#include "config.h"

#include "luotain-canvas.h"

#include "luotain-date.h"
#include "luotain-exchange-error.h"
#include "luotain-pdf-language.h"
#include "luotain-syllables.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define FAMILIES "Cantarell, 'Source Sans 3', 'Noto Sans', 'Segoe UI', Roboto, sans-serif"
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

typedef cairo_surface_t Surface;
typedef cairo_t Pen;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Surface, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pen, cairo_destroy)

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

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
               _ ("The picture could not be drawn: %s. Close other programs and try again."),
               cairo_status_to_string (status));
  return FALSE;
}

GBytes *
luotain_canvas_to_png (LuotainCanvas *self, int width, GError **error)
{
  const double scale = width / self->width;
  g_autoptr (Surface) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width,
                                                            (int) (self->height * scale + 0.5));
  g_autoptr (Pen) cr = cairo_create (surface);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  cairo_scale (cr, scale, scale);
  draw (self, cr);
  if (!check (cairo_status (cr), error)
      || !check (cairo_surface_write_to_png_stream (surface, append_cb, bytes), error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
luotain_canvases_to_pdf (GPtrArray *pages, gint64 changed, GError **error)
{
  LuotainCanvas *first = pages->pdata[0];
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (Surface) surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, first->width,
                                                                     first->height);
  g_autofree char *date = luotain_time_to_string (changed);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  /* Nothing of the moment: the date is that of what is drawn. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, first->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Luotain");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  for (guint i = 0; i < pages->len && status == CAIRO_STATUS_SUCCESS; i++)
    {
      LuotainCanvas *page = pages->pdata[i];
      g_autoptr (Pen) cr = NULL;

      cairo_pdf_surface_set_size (surface, page->width, page->height);
      cr = cairo_create (surface);
      draw (page, cr);
      cairo_show_page (cr);
      status = cairo_status (cr);
    }

  cairo_surface_finish (surface);
  if (!check (status, error) || !check (cairo_surface_status (surface), error))
    return NULL;

  luotain_pdf_add_language (bytes, luotain_language_code (first->language));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* ---- as SVG ---- */

static void
add_number (GString *out, const char *name, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  g_string_append_printf (out, " %s=\"%s\"", name, buffer);
}

static void
add_element (GString *out, const char *name, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s>%s</%s>\n", name, escaped, name);
}

/* What is seen of a line: of its soft hyphens the one at its end, as a hyphen. */
static char *
dup_line (const char *text, const PangoLayoutLine *line)
{
  GString *seen = g_string_new (NULL);
  const char *end = text + line->start_index + line->length;

  for (const char *p = text + line->start_index; p < end; p = g_utf8_next_char (p))
    {
      if (g_utf8_get_char (p) != 0xad)
        g_string_append_unichar (seen, g_utf8_get_char (p));
      else if (g_utf8_next_char (p) >= end)
        g_string_append_c (seen, '-');
    }

  return g_strchomp (g_string_free (seen, FALSE));
}

/* Line by line as it was laid out, each as wide as it was measured: another font must not tear the table. */
static void
add_text (GString *out, const Mark *mark)
{
  const char *text = pango_layout_get_text (mark->layout);
  const PangoFontDescription *font = pango_layout_get_font_description (mark->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (mark->layout);

  do
    {
      g_autofree char *part = dup_line (text, pango_layout_iter_get_line_readonly (iter));
      g_autofree char *escaped = g_markup_escape_text (part, -1);
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (*part == '\0')
        continue;

      g_string_append_printf (out, "<text class=\"i%d%s\"", mark->ink,
                              pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD ? " b" : "");
      add_number (out, "x", mark->x + extents.x / (double) PANGO_SCALE);
      add_number (out, "y", mark->y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      add_number (out, "font-size", pango_font_description_get_size (font) / (double) PANGO_SCALE);
      add_number (out, "textLength", extents.width / (double) PANGO_SCALE);
      g_string_append_printf (out, " lengthAdjust=\"spacingAndGlyphs\">%s</text>\n", escaped);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

static void
add_mark (GString *out, const Mark *mark)
{
  if (mark->kind == TEXT)
    {
      add_text (out, mark);
      return;
    }

  g_string_append_printf (out, "<%s class=\"%s%d\"", mark->kind == LINE ? "line" : "rect",
                          mark->stroke > 0 ? "s" : "i", mark->ink);
  add_number (out, mark->kind == LINE ? "x1" : "x", mark->x);
  add_number (out, mark->kind == LINE ? "y1" : "y", mark->y);
  add_number (out, mark->kind == LINE ? "x2" : "width", mark->width + (mark->kind == LINE ? mark->x : 0));
  add_number (out, mark->kind == LINE ? "y2" : "height", mark->height + (mark->kind == LINE ? mark->y : 0));
  if (mark->stroke > 0)
    add_number (out, "stroke-width", mark->stroke);
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
  add_number (out, "width", self->width);
  add_number (out, "height", self->height);
  g_string_append (out, ">\n<title id=\"title\">");
  {
    g_autofree char *title = g_markup_escape_text (self->title, -1);

    g_string_append_printf (out, "%s</title>\n", title);
  }
  if (self->description != NULL)
    add_element (out, "desc", self->description);

  g_string_append (out, "<style>text{font-family:" FAMILIES "}.b{font-weight:bold}");
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
