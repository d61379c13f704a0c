#include "luotain-report-letters.h"

#include <string.h>

/* Letters of one run in one line. */
typedef struct
{
  const PangoGlyphItem *item;
  const LuotainReportRun *run; /* (nullable) */
  guint index; /* of the run, or of all that need no tag of their own */
  double x, baseline, width;
  double top, height; /* of the line */
} Stretch;

#define NO_RUN G_MAXUINT

static gboolean
leads_somewhere (const LuotainReportLetters *self, const LuotainReportRun *run)
{
  return run->href != NULL && (*run->href != '#' || g_hash_table_contains (self->anchors, run->href + 1));
}

static const LuotainReportRun *
find_run (const LuotainReportBlock *block, int offset, guint *index)
{
  guint low = 0, high = block->runs != NULL ? block->runs->len : 0;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const LuotainReportRun *run = &g_array_index (block->runs, LuotainReportRun, middle);

      if ((guint) offset < run->start)
        high = middle;
      else if ((guint) offset >= run->end)
        low = middle + 1;
      else
        {
          *index = middle;
          return run;
        }
    }
  *index = NO_RUN;
  return NULL;
}

static void
add_line (const LuotainReportLetters *self, GArray *stretches, const LuotainReportPiece *piece,
          PangoLayoutLine *line, double x, double y)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (line, NULL, &extents);
  x += extents.x / (double) PANGO_SCALE;
  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      PangoGlyphItem *item = at->data;
      Stretch stretch = { .item = item, .x = x };

      stretch.width = pango_glyph_string_get_width (item->glyphs) / (double) PANGO_SCALE;
      stretch.baseline = y + luotain_report_type_baseline (line, &piece->style);
      stretch.top = y;
      stretch.height = luotain_report_type_pitch (line, &piece->style);
      stretch.run = find_run (piece->line != NULL ? piece->line : piece->block, item->item->offset,
                              &stretch.index);
      if (stretch.run == NULL || (!leads_somewhere (self, stretch.run) && stretch.run->language == NULL))
        stretch.index = NO_RUN;
      g_array_append_val (stretches, stretch);
      x += stretch.width;
    }
}

static GArray *
find_stretches (const LuotainReportLetters *self, const LuotainReportPiece *piece, PangoLayout *layout,
                guint first, guint end, double x, double y)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  guint i = 0;

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL && i < end;
       line = line->next, i++)
    if (i >= first)
      {
        add_line (self, stretches, piece, line->data, x, y);
        y += luotain_report_type_pitch (line->data, &piece->style);
      }
  return stretches;
}

static void
add_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.2f ", number));
}

/* cairo writes an address as it is, between brackets. */
static void
add_address (GString *out, const char *address)
{
  for (const char *at = address; *at != '\0'; at++)
    if (*at <= ' ' || *at >= 127 || strchr ("()\\'<>", *at) != NULL)
      g_string_append_printf (out, "%%%02X", (guchar) *at);
    else
      g_string_append_c (out, *at);
}

/* Where a link leads, and the places of all its lines. */
static char *
link_attributes (const GArray *stretches, guint from, guint end)
{
  const Stretch *first = &g_array_index (stretches, Stretch, from);
  GString *out = g_string_new (NULL);

  if (*first->run->href == '#')
    {
      g_string_append (out, "dest='");
      for (const char *at = first->run->href + 1; *at != '\0'; at++)
        g_string_append_printf (out, "%s%c", *at == '\'' || *at == '\\' ? "\\" : "", *at);
    }
  else
    {
      g_string_append (out, "uri='");
      add_address (out, first->run->href);
    }
  g_string_append (out, "' rect=[ ");
  for (guint i = from; i < end; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      add_number (out, stretch->x);
      add_number (out, stretch->top);
      add_number (out, stretch->width);
      add_number (out, stretch->height);
    }
  g_string_append (out, "]");
  return g_string_free (out, FALSE);
}

static const LuotainReportColor *
color_of (const LuotainReportLetters *self, const LuotainReportPiece *piece, const LuotainReportRun *run)
{
  if (run != NULL && leads_somewhere (self, run) && piece->block->kind != LUOTAIN_BLOCK_HEADING)
    return &luotain_report_accent;
  if (run != NULL && run->look & LUOTAIN_LOOK_DIM)
    return &luotain_report_dim;
  return piece->style.color;
}

static void
draw_stretch (const LuotainReportLetters *self, const LuotainReportPiece *piece, const char *text,
              const Stretch *stretch)
{
  const LuotainReportColor *color = color_of (self, piece, stretch->run);

  cairo_set_source_rgb (self->cr, color->red, color->green, color->blue);
  cairo_move_to (self->cr, stretch->x, stretch->baseline);
  pango_cairo_show_glyph_item (self->cr, text, (PangoGlyphItem *) stretch->item);
  cairo_new_path (self->cr);
}

static gboolean
needs_tags (const LuotainReportLetters *self, const GArray *stretches)
{
  if (self->tags == NULL)
    return FALSE;
  for (guint i = 0; i < stretches->len; i++)
    if (g_array_index (stretches, Stretch, i).index != NO_RUN)
      return TRUE;
  return self->is_part;
}

static void
begin_tag (const LuotainReportLetters *self, const LuotainReportBlock *block, const GArray *stretches,
           guint from, guint end)
{
  const Stretch *first = &g_array_index (stretches, Stretch, from);
  g_autofree char *attributes = NULL;
  const char *language = first->index != NO_RUN ? first->run->language : NULL;

  if (first->index == NO_RUN || !leads_somewhere (self, first->run))
    {
      luotain_report_tags_begin (self->tags, block, LUOTAIN_REPORT_TAG_RUN + from, "Span", NULL, language);
      return;
    }
  attributes = link_attributes (stretches, from, end);
  luotain_report_tags_begin (self->tags, block, LUOTAIN_REPORT_TAG_RUN + from, CAIRO_TAG_LINK, attributes,
                             language);
}

static void
draw_stretches (const LuotainReportLetters *self, const LuotainReportPiece *piece, const char *text,
                const GArray *stretches)
{
  const gboolean tags = needs_tags (self, stretches);

  for (guint i = 0; i < stretches->len;)
    {
      guint end = i;

      while (end < stretches->len
             && g_array_index (stretches, Stretch, end).index == g_array_index (stretches, Stretch, i).index)
        end++;
      if (tags)
        begin_tag (self, piece->block, stretches, i, end);
      for (; i < end; i++)
        draw_stretch (self, piece, text, &g_array_index (stretches, Stretch, i));
      if (tags)
        luotain_report_tags_end (self->tags);
    }
}

void
luotain_report_letters_draw (const LuotainReportLetters *self, const LuotainReportPiece *piece, guint first,
                             guint end, double x, double y)
{
  PangoLayout *layout = luotain_report_type_set (self->type, piece->block, &piece->style, piece->width);
  g_autoptr (GArray) stretches = find_stretches (self, piece, layout, first, end, x, y);

  draw_stretches (self, piece, pango_layout_get_text (layout), stretches);
}

static double
draw_number (const LuotainReportLetters *self, const LuotainReportPiece *piece, guint number, double right,
             double y)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  PangoLayout *layout = luotain_report_type_set_plain (self->type, text, &piece->style);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoRectangle extents;

  pango_layout_line_get_extents (line, NULL, &extents);
  cairo_set_source_rgb (self->cr, luotain_report_ink.red, luotain_report_ink.green, luotain_report_ink.blue);
  cairo_move_to (self->cr, right - extents.width / (double) PANGO_SCALE,
                 y + luotain_report_type_baseline (line, &piece->style));
  pango_cairo_show_layout_line (self->cr, line);
  cairo_new_path (self->cr);
  return extents.width / (double) PANGO_SCALE;
}

void
luotain_report_letters_draw_contents (const LuotainReportLetters *self, const LuotainReportPiece *piece,
                                      guint number, double x, double y, double measure)
{
  const LuotainReportBlock *block = piece->block;
  PangoLayout *layout = luotain_report_type_set (self->type, piece->line, &piece->style, piece->width);
  g_autoptr (GArray) stretches = find_stretches (self, piece, layout, 0, piece->lines->len, x, y);
  const gboolean leads = block->anchors != NULL && block->anchors->len > 0 && stretches->len > 0;
  double last = 0;

  for (guint i = 0; i < stretches->len; i++)
    last = g_array_index (stretches, Stretch, i).top;

  /* All of the line leads to the heading, and the number is read with it. */
  if (leads && self->tags != NULL)
    {
      LuotainReportRun run = { .href = NULL };
      g_autofree char *href = g_strconcat ("#", g_ptr_array_index (block->anchors, 0), NULL);
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Stretch));
      Stretch whole = g_array_index (stretches, Stretch, 0);
      g_autofree char *attributes = NULL;

      run.href = href;
      whole.run = &run;
      whole.width = measure - piece->x;
      whole.height = piece->height;
      g_array_append_val (all, whole);
      attributes = link_attributes (all, 0, 1);
      luotain_report_tags_begin (self->tags, block, LUOTAIN_REPORT_TAG_RUN, CAIRO_TAG_LINK, attributes,
                                 block->language);
    }
  for (guint i = 0; i < stretches->len; i++)
    {
      Stretch *stretch = &g_array_index (stretches, Stretch, i);

      stretch->run = NULL;
      draw_stretch (self, piece, pango_layout_get_text (layout), stretch);
    }
  draw_number (self, piece, number, x - piece->x + measure, last);
  if (leads && self->tags != NULL)
    luotain_report_tags_end (self->tags);
}
