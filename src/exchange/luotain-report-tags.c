#include "luotain-report-tags.h"

void
luotain_report_tags_init (LuotainReportTags *self, cairo_t *cr)
{
  self->cr = cr;
  self->open = g_array_new (FALSE, FALSE, sizeof (LuotainReportTag));
  self->extras = g_ptr_array_new_with_free_func (g_free);
}

void
luotain_report_tags_clear (LuotainReportTags *self)
{
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->extras, g_ptr_array_unref);
}

void
luotain_report_tags_add (GArray *path, const LuotainReportBlock *block, guint part, const char *name)
{
  const LuotainReportTag tag = { block, part, name };

  g_array_append_val (path, tag);
}

static const char *
name_of (const LuotainReportBlock *block)
{
  static const char *const headings[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  switch (block->kind)
    {
    case LUOTAIN_BLOCK_HEADING:
      return headings[CLAMP (block->level, 1, G_N_ELEMENTS (headings)) - 1];
    case LUOTAIN_BLOCK_PARAGRAPH:
      return block->role == LUOTAIN_BLOCK_CAPTION ? "Caption" : "P";
    case LUOTAIN_BLOCK_LIST:
      return "L";
    case LUOTAIN_BLOCK_ITEM:
      return "LI";
    case LUOTAIN_BLOCK_TABLE:
      return "Table";
    case LUOTAIN_BLOCK_ROW:
      return "TR";
    case LUOTAIN_BLOCK_CELL:
      return block->is_header ? "TH" : "TD";
    case LUOTAIN_BLOCK_FIGURE:
      return "Figure";
    default:
      return block->parent == NULL ? "Document" : NULL;
    }
}

static void
add_path (GArray *path, const LuotainReportBlock *block)
{
  if (block->parent != NULL)
    add_path (path, block->parent);
  if (name_of (block) != NULL)
    luotain_report_tags_add (path, block, LUOTAIN_REPORT_TAG_ITSELF, name_of (block));
  if (block->kind == LUOTAIN_BLOCK_ITEM)
    luotain_report_tags_add (path, block, LUOTAIN_REPORT_TAG_BODY, "LBody");
}

GArray *
luotain_report_tags_path (const LuotainReportBlock *block)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (LuotainReportTag));

  add_path (path, block);
  return path;
}

/* A text of a PDF in any script: UTF-16 in hexadecimal. */
static void
add_string (GString *out, const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *letters = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", letters[i]);
  g_string_append (out, ">");
}

static void
add_cell (GString *out, const LuotainReportBlock *cell)
{
  if (!cell->is_header && cell->row_span == 1 && cell->column_span == 1)
    return;

  g_string_append (out, "   /A << /O /Table");
  if (cell->is_header)
    g_string_append (out, cell->heads_row ? " /Scope /Row" : " /Scope /Column");
  if (cell->row_span > 1)
    g_string_append_printf (out, " /RowSpan %u", cell->row_span);
  if (cell->column_span > 1)
    g_string_append_printf (out, " /ColSpan %u", cell->column_span);
  g_string_append (out, " >>\n");
}

static char *
make_extra (const LuotainReportTag *tag, const char *language)
{
  const LuotainReportBlock *block = tag->block;
  g_autoptr (GString) out = g_string_new (NULL);

  if (language != NULL)
    g_string_append_printf (out, "   /Lang (%s)\n", language);
  if (tag->part == LUOTAIN_REPORT_TAG_ITSELF && block->kind == LUOTAIN_BLOCK_CELL)
    add_cell (out, block);
  if (tag->part == LUOTAIN_REPORT_TAG_ITSELF && block->kind == LUOTAIN_BLOCK_LIST)
    g_string_append_printf (out, "   /A << /O /List /ListNumbering /%s >>\n",
                            block->ordered ? "Decimal" : "Disc");
  if (block->kind == LUOTAIN_BLOCK_FIGURE && block->alternative != NULL)
    {
      g_string_append (out, "   /Alt ");
      add_string (out, block->alternative);
      g_string_append_c (out, '\n');
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static gboolean
is_language (const char *code)
{
  for (const char *at = code; at != NULL && *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;
  return code != NULL && *code != '\0';
}

void
luotain_report_tags_begin (LuotainReportTags *self, const LuotainReportBlock *block, guint part,
                           const char *name, const char *attributes, const char *language)
{
  const LuotainReportTag tag = { block, part, name };

  if (self->cr == NULL)
    return;

  cairo_tag_begin (self->cr, name, attributes);
  g_array_append_val (self->open, tag);
  g_ptr_array_add (self->extras, make_extra (&tag, is_language (language) ? language : NULL));
}

void
luotain_report_tags_end (LuotainReportTags *self)
{
  if (self->cr == NULL || self->open->len == 0)
    return;

  cairo_tag_end (self->cr, g_array_index (self->open, LuotainReportTag, self->open->len - 1).name);
  g_array_set_size (self->open, self->open->len - 1);
}

static guint
count_common (const LuotainReportTags *self, const GArray *path)
{
  guint n = 0;

  while (n < self->open->len && n < path->len)
    {
      const LuotainReportTag *open = &g_array_index (self->open, LuotainReportTag, n);
      const LuotainReportTag *wanted = &g_array_index (path, LuotainReportTag, n);

      if (open->block != wanted->block || open->part != wanted->part)
        break;
      n++;
    }
  return n;
}

void
luotain_report_tags_leave (LuotainReportTags *self, const GArray *path)
{
  const guint n = count_common (self, path);

  while (self->cr != NULL && self->open->len > n)
    luotain_report_tags_end (self);
}

void
luotain_report_tags_go (LuotainReportTags *self, const GArray *path)
{
  if (self->cr == NULL)
    return;

  luotain_report_tags_leave (self, path);
  for (guint i = self->open->len; i < path->len; i++)
    {
      const LuotainReportTag *tag = &g_array_index (path, LuotainReportTag, i);
      const gboolean is_text = tag->block->text != NULL || tag->block->kind == LUOTAIN_BLOCK_FIGURE;

      luotain_report_tags_begin (self, tag->block, tag->part, tag->name, NULL,
                                 is_text ? tag->block->language : NULL);
    }
}

/* Quotes end a text in the attributes of cairo. */
static char *
quote (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
  return g_string_free (out, FALSE);
}

void
luotain_report_tags_lead (LuotainReportTags *self, const LuotainReportBlock *block, double x, double y)
{
  char place_x[G_ASCII_DTOSTR_BUF_SIZE], place_y[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->cr == NULL || block->anchors == NULL)
    return;

  g_ascii_formatd (place_x, sizeof place_x, "%.2f", x);
  g_ascii_formatd (place_y, sizeof place_y, "%.2f", MAX (0, y));
  for (guint i = 0; i < block->anchors->len; i++)
    {
      g_autofree char *name = quote (g_ptr_array_index (block->anchors, i));
      g_autofree char *attributes = g_strdup_printf ("name='%s' x=%s y=%s", name, place_x, place_y);

      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
}
