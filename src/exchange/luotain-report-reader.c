#include "luotain-report-reader-private.h"

#include "luotain-report-picture-text.h"
#include "luotain-syllables.h"

#include <string.h>

#define LINE_SEPARATOR "\xe2\x80\xa8"

/* Facts of this many bytes together stand in one line, else in one each. */
#define SHORT_FACTS 240

typedef struct
{
  const char *name;
  void (*read) (Reader *reader, const xmlNode *node);
} Element;

gboolean
luotain_report_reader_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

char *
luotain_report_reader_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
has_class (const xmlNode *node, const char *name)
{
  g_autofree char *class = luotain_report_reader_attribute (node, "class");
  g_auto (GStrv) words = class != NULL ? g_strsplit (class, " ", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *) words, name);
}

void
luotain_report_reader_take_anchors (Reader *reader, LuotainReportBlock *block)
{
  for (guint i = 0; i < reader->anchors->len; i++)
    {
      char *anchor = g_ptr_array_index (reader->anchors, i);

      if (block->anchors == NULL)
        block->anchors = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (block->anchors, anchor);
      g_hash_table_insert (reader->text->anchors, anchor, block);
    }
  g_ptr_array_set_size (reader->anchors, 0);
}

void
luotain_report_reader_break (Reader *reader)
{
  LuotainReportBlock *open = g_steal_pointer (&reader->open);
  LuotainReportRun *last;

  if (open == NULL || open->text == NULL)
    return;

  while (open->text->len > 0 && open->text->str[open->text->len - 1] == ' ')
    g_string_truncate (open->text, open->text->len - 1);
  while (g_str_has_suffix (open->text->str, LINE_SEPARATOR))
    g_string_truncate (open->text, open->text->len - strlen (LINE_SEPARATOR));
  while (open->runs->len > 0)
    {
      last = &g_array_index (open->runs, LuotainReportRun, open->runs->len - 1);
      last->end = MIN (last->end, (guint) open->text->len);
      if (last->start < last->end)
        break;
      g_array_set_size (open->runs, open->runs->len - 1);
    }
}

static void
ensure_paragraph (Reader *reader)
{
  if (reader->open != NULL)
    return;

  reader->open = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_PARAGRAPH);
  reader->open->role = reader->role;
  reader->open->language = reader->language;
  luotain_report_reader_take_anchors (reader, reader->open);
}

static gboolean
ends_with_space (const Reader *reader)
{
  const GString *text = reader->open != NULL ? reader->open->text : NULL;

  return text == NULL || text->len == 0 || text->str[text->len - 1] == ' '
         || g_str_has_suffix (text->str, LINE_SEPARATOR);
}

/* As a browser does: space is one blank, and line feeds are lines only in paragraphs. */
void
luotain_report_reader_add_text (Reader *reader, const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *marked = NULL;
  gboolean after_space = ends_with_space (reader);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\n' && reader->keeps_lines)
      {
        if (out->len > 0 && out->str[out->len - 1] == ' ')
          g_string_truncate (out, out->len - 1);
        g_string_append (out, LINE_SEPARATOR);
        after_space = TRUE;
      }
    else if (g_ascii_isspace (*at))
      {
        if (!after_space)
          g_string_append_c (out, ' ');
        after_space = TRUE;
      }
    else
      {
        g_string_append_c (out, *at);
        after_space = FALSE;
      }

  if (out->len == 0 || (reader->open == NULL && strspn (out->str, " ") == out->len))
    return;

  ensure_paragraph (reader);
  if (reader->in_cell)
    {
      LuotainLanguage language = reader->text->language;

      if (reader->run.language != NULL)
        luotain_language_parse (reader->run.language, &language);
      marked = luotain_syllables_mark (out->str, language);
      luotain_report_block_add_text (reader->open, marked, strlen (marked), &reader->run);
    }
  else
    luotain_report_block_add_text (reader->open, out->str, out->len, &reader->run);
}

static void
read_inline (Reader *reader, const xmlNode *node)
{
  luotain_report_reader_read_children (reader, node);
}

static void
read_bold (Reader *reader, const xmlNode *node)
{
  reader->run.look |= LUOTAIN_LOOK_BOLD;
  luotain_report_reader_read_children (reader, node);
}

static void
read_italic (Reader *reader, const xmlNode *node)
{
  reader->run.look |= LUOTAIN_LOOK_ITALIC;
  luotain_report_reader_read_children (reader, node);
}

static void
read_span (Reader *reader, const xmlNode *node)
{
  if (has_class (node, "aside"))
    reader->run.look |= LUOTAIN_LOOK_DIM;
  luotain_report_reader_read_children (reader, node);
}

static void
read_link (Reader *reader, const xmlNode *node)
{
  g_autofree char *href = luotain_report_reader_attribute (node, "href");

  if (href != NULL
      && (*href == '#' || g_str_has_prefix (href, "https://") || g_str_has_prefix (href, "http://")))
    reader->run.href = g_intern_string (href);
  luotain_report_reader_read_children (reader, node);
}

static void
read_line_break (Reader *reader, const xmlNode *node)
{
  if (reader->open != NULL)
    luotain_report_block_add_text (reader->open, LINE_SEPARATOR, strlen (LINE_SEPARATOR), &reader->run);
}

static void
read_group (Reader *reader, const xmlNode *node)
{
  luotain_report_reader_break (reader);
  if (has_class (node, "note") || has_class (node, "entry"))
    {
      reader->parent = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_GROUP);
      reader->parent->role = has_class (node, "note") ? LUOTAIN_BLOCK_NOTE : LUOTAIN_BLOCK_ENTRY;
    }
  luotain_report_reader_read_children (reader, node);
  luotain_report_reader_break (reader);
}

static void
read_paragraph (Reader *reader, const xmlNode *node)
{
  reader->keeps_lines = TRUE;
  if (has_class (node, "aside"))
    reader->role = LUOTAIN_BLOCK_ASIDE;
  else if (has_class (node, "subtitle"))
    reader->role = LUOTAIN_BLOCK_SUBTITLE;
  read_group (reader, node);
}

static void
read_summary (Reader *reader, const xmlNode *node)
{
  reader->role = LUOTAIN_BLOCK_SUMMARY;
  read_group (reader, node);
}

static void
read_caption (Reader *reader, const xmlNode *node)
{
  reader->role = LUOTAIN_BLOCK_CAPTION;
  read_group (reader, node);
}

static void
read_heading (Reader *reader, const xmlNode *node)
{
  LuotainReportBlock *heading;

  luotain_report_reader_break (reader);
  heading = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_HEADING);
  heading->level = (guint) (node->name[1] - '0');
  heading->language = reader->language;
  if (reader->anchors->len == 0)
    g_ptr_array_add (reader->anchors, g_strdup_printf ("heading-%u", ++reader->text->n_headings));
  luotain_report_reader_take_anchors (reader, heading);
  reader->open = heading;
  luotain_report_reader_read_children (reader, node);
  luotain_report_reader_break (reader);
}

static void
read_list (Reader *reader, const xmlNode *node)
{
  luotain_report_reader_break (reader);
  reader->parent = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_LIST);
  reader->parent->ordered = luotain_report_reader_is (node, "ol");
  reader->keeps_lines = FALSE;
  luotain_report_reader_read_children (reader, node);
  luotain_report_reader_break (reader);
}

static void
read_item (Reader *reader, const xmlNode *node)
{
  luotain_report_reader_break (reader);
  if (reader->parent->kind != LUOTAIN_BLOCK_LIST)
    reader->parent = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_LIST);
  reader->parent = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_ITEM);
  luotain_report_reader_read_children (reader, node);
  luotain_report_reader_break (reader);
}

static void
read_facts (Reader *reader, const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  const gboolean is_short = has_class (node, "facts") || strlen ((const char *) content) <= SHORT_FACTS;

  xmlFree (content);
  luotain_report_reader_break (reader);
  reader->role = is_short ? LUOTAIN_BLOCK_FACTS : LUOTAIN_BLOCK_PLAIN;
  luotain_report_reader_read_children (reader, node);
  luotain_report_reader_break (reader);
}

static void
read_term (Reader *reader, const xmlNode *node)
{
  if (reader->role != LUOTAIN_BLOCK_FACTS)
    {
      read_summary (reader, node);
      return;
    }
  if (reader->open != NULL && reader->open->text != NULL && reader->open->text->len > 0)
    luotain_report_reader_add_text (reader, " · ");
  reader->run.look |= LUOTAIN_LOOK_DIM;
  luotain_report_reader_read_children (reader, node);
  if (reader->open != NULL)
    luotain_report_reader_add_text (reader, ": ");
}

/* What a long fact says stands below its name. */
static void
read_value (Reader *reader, const xmlNode *node)
{
  if (reader->role == LUOTAIN_BLOCK_FACTS)
    luotain_report_reader_read_children (reader, node);
  else
    read_group (reader, node);
}

static void
add_svg_words (GString *words, const xmlNode *svg)
{
  for (const xmlNode *child = svg->children; child != NULL; child = child->next)
    if (luotain_report_reader_is (child, "title") || luotain_report_reader_is (child, "desc"))
      {
        xmlChar *content = xmlNodeGetContent (child);

        g_string_append_printf (words, "%s%s", words->len > 0 ? ". " : "", (const char *) content);
        xmlFree (content);
      }
}

static void
read_svg (Reader *reader, const xmlNode *node)
{
  g_autofree char *label = luotain_report_reader_attribute (node, "aria-label");
  GString *words = g_string_new (label);
  LuotainReportBlock *figure;

  luotain_report_reader_break (reader);
  if (words->len == 0)
    add_svg_words (words, node);

  figure = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_FIGURE);
  figure->svg = luotain_report_picture_text (node, reader->text->rules);
  figure->alternative = g_string_free (words, FALSE);
  figure->language = reader->language;
  luotain_report_reader_take_anchors (reader, figure);
}

static void
read_image (Reader *reader, const xmlNode *node)
{
  g_autofree char *words = luotain_report_reader_attribute (node, "alt");

  if (words != NULL)
    luotain_report_reader_add_text (reader, words);
}

static void
skip (Reader *reader, const xmlNode *node)
{
}

/* What is not here is a group; what stands in it is read. */
static const Element elements[] = {
  { "a", read_link },
  { "abbr", read_inline },
  { "b", read_bold },
  { "br", read_line_break },
  { "caption", read_caption },
  { "cite", read_italic },
  { "code", read_inline },
  { "dd", read_value },
  { "dl", read_facts },
  { "dt", read_term },
  { "em", read_italic },
  { "figcaption", read_caption },
  { "h1", read_heading },
  { "h2", read_heading },
  { "h3", read_heading },
  { "h4", read_heading },
  { "h5", read_heading },
  { "h6", read_heading },
  { "head", skip },
  { "i", read_italic },
  { "img", read_image },
  { "li", read_item },
  { "mark", read_inline },
  { "nav", skip },
  { "ol", read_list },
  { "p", read_paragraph },
  { "q", read_inline },
  { "script", skip },
  { "small", read_inline },
  { "span", read_span },
  { "strong", read_bold },
  { "style", skip },
  { "sub", read_inline },
  { "summary", read_summary },
  { "sup", read_inline },
  { "svg", read_svg },
  { "table", luotain_report_reader_read_table },
  { "template", skip },
  { "time", read_inline },
  { "u", read_inline },
  { "ul", read_list },
};

static void
read_element (Reader *reader, const xmlNode *node)
{
  g_autofree char *id = luotain_report_reader_attribute (node, "id");
  g_autofree char *language = luotain_report_reader_attribute (node, "lang");
  void (*read) (Reader * reader, const xmlNode *node) = read_group;
  Reader inside = *reader;
  const gboolean is_div_of_facts = luotain_report_reader_is (node, "div") && node->parent != NULL
                                   && luotain_report_reader_is (node->parent, "dl");

  if (has_class (node, "screen") || has_class (node, "skip"))
    return;

  if (id != NULL)
    g_ptr_array_add (reader->anchors, g_strdup (id));
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (luotain_report_reader_is (node, elements[i].name))
      read = elements[i].read;
  if (is_div_of_facts)
    read = read_inline;

  if (language != NULL && strcmp (language, luotain_language_code (reader->text->language)) != 0)
    {
      inside.run.language = g_intern_string (language);
      if (read == read_group || read == read_paragraph)
        inside.language = inside.run.language;
    }

  read (&inside, node);
  reader->open = inside.open;
}

void
luotain_report_reader_read_children (Reader *reader, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (g_cancellable_is_cancelled (reader->cancellable))
        return;
      if (child->type == XML_ELEMENT_NODE)
        read_element (reader, child);
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        luotain_report_reader_add_text (reader, (const char *) child->content);
    }
}

static const xmlNode *
find_child (const xmlNode *node, const char *name)
{
  for (const xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (luotain_report_reader_is (child, name))
      return child;
  return NULL;
}

LuotainReportText *
luotain_report_text_read (const xmlDoc *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainReportText) self = g_new0 (LuotainReportText, 1);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new ();
  const xmlNode *html = xmlDocGetRootElement (document);
  const xmlNode *title = find_child (find_child (html, "head"), "title");
  xmlChar *words = title != NULL ? xmlNodeGetContent (title) : NULL;
  g_autofree char *language = html != NULL ? luotain_report_reader_attribute (html, "lang") : NULL;
  Reader reader = { .text = self, .anchors = anchors, .cancellable = cancellable };

  self->root = luotain_report_block_new (LUOTAIN_BLOCK_GROUP);
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  self->rules = luotain_report_picture_rules (document);
  self->title = g_strdup (words != NULL ? (const char *) words : "");
  self->language = LUOTAIN_EN;
  luotain_language_parse (language, &self->language);
  xmlFree (words);

  reader.parent = self->root;
  if (html != NULL)
    luotain_report_reader_read_children (&reader, html);
  luotain_report_reader_break (&reader);
  if (luotain_report_block_n_children (self->root) > 0)
    luotain_report_reader_take_anchors (&reader, luotain_report_block_child (self->root, 0));
  g_ptr_array_set_free_func (anchors, g_free);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&self);
}

void
luotain_report_text_free (LuotainReportText *self)
{
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_clear_pointer (&self->root, luotain_report_block_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->rules, g_free);
  g_free (self);
}
