#pragma once

#include "luotain-language.h"

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/** LuotainInk: the few tones of a picture on paper. */
typedef enum
{
  LUOTAIN_INK_TEXT,
  LUOTAIN_INK_DIM,
  LUOTAIN_INK_LINE,
  LUOTAIN_INK_FAINT, /* lines to write on */
  LUOTAIN_INK_SHADE, /* behind heads */
  LUOTAIN_N_INKS
} LuotainInk;

/**
 * LuotainCanvas: a picture as it was laid out: rectangles, lines and texts, which become SVG with real text, PNG or a page
 * of a PDF.
 */
typedef struct _LuotainCanvas LuotainCanvas;

/**
 * luotain_canvas_new:
 * @width: in units of its own
 * @height: as @width
 * @language: of its texts
 */
LuotainCanvas *luotain_canvas_new (double width, double height, LuotainLanguage language);
void luotain_canvas_free (LuotainCanvas *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCanvas, luotain_canvas_free)

double luotain_canvas_get_width (const LuotainCanvas *self);
double luotain_canvas_get_height (const LuotainCanvas *self);

/** luotain_canvas_set_title: what the picture is called, and (nullable) what it says, for who cannot see it. */
void luotain_canvas_set_title (LuotainCanvas *self, const char *title, const char *description);

/**
 * luotain_canvas_layout:
 * @self: a canvas
 * @text: a text
 * @size: of the letters, in units
 * @bold: whether it is heavy
 * @width: where lines are broken; negative for one line
 *
 * Returns: (transfer full): the text, to be measured and put
 */
PangoLayout *luotain_canvas_layout (LuotainCanvas *self, const char *text, double size, gboolean bold,
                                    double width);

/** luotain_canvas_height_of: how high a laid out text is. */
double luotain_canvas_height_of (PangoLayout *layout);

/** luotain_canvas_put_text: puts a text of luotain_canvas_layout(), its upper left corner there; keeps a reference. */
void luotain_canvas_put_text (LuotainCanvas *self, PangoLayout *layout, double x, double y, LuotainInk ink);

/** luotain_canvas_put_rectangle: @stroke: how thick its border is; 0 to fill it. */
void luotain_canvas_put_rectangle (LuotainCanvas *self, double x, double y, double width, double height,
                                   LuotainInk ink, double stroke);
void luotain_canvas_put_line (LuotainCanvas *self, double x1, double y1, double x2, double y2, LuotainInk ink,
                              double thickness);

/** luotain_canvas_to_svg: (transfer full): the picture as SVG. */
GBytes *luotain_canvas_to_svg (LuotainCanvas *self);

/**
 * luotain_canvas_to_png:
 * @self: a canvas
 * @width: in dots
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the picture as PNG
 */
GBytes *luotain_canvas_to_png (LuotainCanvas *self, int width, GError **error);

/**
 * luotain_canvases_to_pdf:
 * @pages: (element-type LuotainCanvas): at least one, in points; the first one's title is the file's
 * @changed: when what is drawn last changed, in milliseconds since 1970
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): a page each
 */
GBytes *luotain_canvases_to_pdf (GPtrArray *pages, gint64 changed, GError **error);

G_END_DECLS
