#include "luotain-svg.h"

#include <string.h>

void
luotain_svg_add_number (GString *out, const char *before, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  for (length = strlen (buffer); length > 0 && buffer[length - 1] == '0';)
    length--;
  if (length > 0 && buffer[length - 1] == '.')
    length--;
  g_string_append (out, before);
  g_string_append_len (out, g_str_has_prefix (buffer, "-0.00") ? "0" : buffer,
                       g_str_has_prefix (buffer, "-0.00") ? 1 : (gssize) length);
}

void
luotain_svg_add_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  luotain_svg_add_number (out, "", number);
  g_string_append_c (out, '"');
}

void
luotain_svg_add_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (out, escaped);
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

void
luotain_svg_add_layout (GString *out, const char *class, PangoLayout *layout, double x, double y)
{
  const char *text = pango_layout_get_text (layout);
  const double size = pango_font_description_get_size (pango_layout_get_font_description (layout));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      g_autofree char *part = dup_line (text, pango_layout_iter_get_line_readonly (iter));
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (*part == '\0')
        continue;

      g_string_append_printf (out, "<text class=\"%s\"", class);
      luotain_svg_add_attribute (out, "x", x + extents.x / (double) PANGO_SCALE);
      luotain_svg_add_attribute (out, "y", y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      luotain_svg_add_attribute (out, "font-size", size / PANGO_SCALE);
      luotain_svg_add_attribute (out, "textLength", extents.width / (double) PANGO_SCALE);
      g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\">");
      luotain_svg_add_escaped (out, part);
      g_string_append (out, "</text>\n");
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}
