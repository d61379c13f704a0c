#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/** LUOTAIN_SVG_FAMILIES: fonts in which a text is about as wide as it was laid out, in a rule of CSS. */
#define LUOTAIN_SVG_FAMILIES "Cantarell, 'Source Sans 3', 'Noto Sans', 'Segoe UI', Roboto, sans-serif"

/** luotain_svg_add_number: @number in two decimals at most, whatever the locale, behind the text @before. */
void luotain_svg_add_number (GString *out, const char *before, double number);

/** luotain_svg_add_attribute: ` name="number"`. */
void luotain_svg_add_attribute (GString *out, const char *name, double number);

/** luotain_svg_add_escaped: (nullable) @text as text or value of an attribute. */
void luotain_svg_add_escaped (GString *out, const char *text);

/**
 * luotain_svg_add_layout:
 * @out: an SVG
 * @class: classes of CSS
 * @layout: a text
 * @x: where its upper left corner is
 * @y: as @x
 *
 * Writes text line by line as it was laid out, each line as wide as it was measured: another font must not tear the picture.
 */
void luotain_svg_add_layout (GString *out, const char *class, PangoLayout *layout, double x, double y);

G_END_DECLS
