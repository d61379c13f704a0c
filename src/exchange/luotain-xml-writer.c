#include "luotain-xml-writer.h"

#include "luotain-date.h"
#include "luotain-id.h"

#include <string.h>

#define FLUSH_AT (64 * 1024)

struct _LuotainXmlWriter
{
  GOutputStream *stream;
  LuotainXmlShapes *shapes;
  GCancellable *cancellable;
  GString *buffer;
  GError *error;
};

static void
flush (LuotainXmlWriter *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, self->cancellable,
                               &self->error);

  g_string_truncate (self->buffer, 0);
}

static const char *
find_escape (char c)
{
  switch (c)
    {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    case '\r':
    default:
      return "&#13;";
    }
}

static void
append_escaped (GString *buffer, const char *text, const char *special)
{
  for (;;)
    {
      const gsize plain = strcspn (text, special);

      g_string_append_len (buffer, text, plain);

      if (text[plain] == '\0')
        return;

      g_string_append (buffer, find_escape (text[plain]));
      text += plain + 1;
    }
}

/* What markup is made of, and CR, which a parser would otherwise read as LF. Bytes of letters beyond ASCII are never
 * among them. */
static const char special_in_text[] = "<>&\r";
static const char special_in_attributes[] = "<>&\"\n\t\r";

/* Words, numbers and dates have nothing to escape, unless another program wrote them into the workbook. */
static void
append_attribute (GString *buffer, const char *name, const char *value)
{
  g_string_append_c (buffer, ' ');
  g_string_append (buffer, name);
  g_string_append (buffer, "=\"");
  append_escaped (buffer, value, special_in_attributes);
  g_string_append_c (buffer, '"');
}

/* Two a record and one a link: printf would be felt. */
static void
append_number_attribute (GString *buffer, const char *name, gint64 number)
{
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;
  char digits[24];
  char *from = digits + sizeof digits;

  *--from = '\0';

  do
    *--from = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);

  if (number < 0)
    *--from = '-';

  append_attribute (buffer, name, from);
}

static void
append_id_attribute (GString *buffer, const char *name, const LuotainRecordType *type, gint64 id)
{
  char digits[LUOTAIN_ID_DIGITS + 1];

  luotain_id_write (id, digits);
  g_string_append_c (buffer, ' ');
  g_string_append (buffer, name);
  g_string_append (buffer, "=\"");
  g_string_append (buffer, type->name);
  g_string_append_c (buffer, '-');
  g_string_append (buffer, digits);
  g_string_append_c (buffer, '"');
}

static void
append_time_attribute (GString *buffer, const char *name, gint64 time)
{
  char text[LUOTAIN_TIME_LENGTH + 1];

  luotain_time_write (time, text);
  append_attribute (buffer, name, text);
}

static void
append_indent (GString *buffer, guint level)
{
  static const char blanks[] = "                ";

  g_string_append_len (buffer, blanks, MIN (level * 2, sizeof blanks - 1));
}

static void
append_text_element (GString *buffer, guint level, const char *name, const char *language, const char *text)
{
  append_indent (buffer, level);
  g_string_append_c (buffer, '<');
  g_string_append (buffer, name);

  if (language != NULL)
    append_attribute (buffer, "xml:lang", language);

  g_string_append_c (buffer, '>');
  append_escaped (buffer, text, special_in_text);
  g_string_append (buffer, "</");
  g_string_append (buffer, name);
  g_string_append (buffer, ">\n");
}

static void
append_field_attribute (GString *buffer, const LuotainField *field, const char *name, gconstpointer record)
{
  if (!luotain_field_is_set (field, record))
    return;

  if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
    append_number_attribute (buffer, name, luotain_field_get_number (field, record));
  else
    append_attribute (buffer, name, luotain_field_peek (field, record, 0));
}

static void
append_tags (GString *buffer, guint level, const char *name, const char *tags)
{
  g_auto (GStrv) lines = g_strsplit (tags, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    append_text_element (buffer, level, name, NULL, *line);
}

static void
append_field_elements (GString *buffer, guint level, const LuotainField *field, const char *name,
                       gconstpointer record)
{
  for (guint i = 0; i < luotain_field_n_columns (field); i++)
    {
      const char *text = luotain_field_peek (field, record, i);

      if (text == NULL)
        continue;

      if (field->kind == LUOTAIN_FIELD_KIND_TAGS)
        append_tags (buffer, level, name, text);
      else
        append_text_element (buffer, level, name,
                             field->kind == LUOTAIN_FIELD_KIND_TRANSLATED ? luotain_language_code (i) : NULL,
                             text);
    }
}

static void
append_start_tag (GString *buffer, guint level, const LuotainXmlShape *shape, const LuotainRecord *record)
{
  append_indent (buffer, level);
  g_string_append_c (buffer, '<');
  g_string_append (buffer, shape->type->name);
  append_id_attribute (buffer, "id", shape->type, record->id);
  append_time_attribute (buffer, "created", record->created);
  append_time_attribute (buffer, "changed", record->changed);
  append_number_attribute (buffer, "revision", record->revision);

  for (guint i = 0; i < shape->type->n_fields; i++)
    if (luotain_xml_field_is_attribute (&shape->type->fields[i]))
      append_field_attribute (buffer, &shape->type->fields[i], shape->names[i], record);
}

static void
append_link (GString *buffer, guint level, const LuotainItemLink *link)
{
  append_indent (buffer, level);
  g_string_append (buffer, "<link");
  append_attribute (buffer, "role", link->role->name);
  append_id_attribute (buffer, "to", link->target_type, link->target);
  append_number_attribute (buffer, "confirmed", link->confirmed);

  if (link->note == NULL)
    {
      g_string_append (buffer, "/>\n");
      return;
    }

  g_string_append (buffer, ">\n");
  append_text_element (buffer, level + 1, "note", NULL, link->note);
  append_indent (buffer, level);
  g_string_append (buffer, "</link>\n");
}

static guint
append_tree (GString *buffer, LuotainXmlShapes *shapes, GPtrArray *items, guint index, guint level)
{
  const LuotainItem *item = items->pdata[index++];
  const LuotainXmlShape *shape = luotain_xml_shapes_get (shapes, item->type);
  const LuotainRecord *record = item->record;
  gsize start_tag_end;

  append_start_tag (buffer, level, shape, record);
  start_tag_end = buffer->len;
  g_string_append (buffer, ">\n");

  for (guint i = 0; i < item->type->n_fields; i++)
    if (!luotain_xml_field_is_attribute (&item->type->fields[i]))
      append_field_elements (buffer, level + 1, &item->type->fields[i], shape->names[i], record);

  while (index < items->len
         && ((LuotainRecord *) ((LuotainItem *) items->pdata[index])->record)->owner == record->id)
    index = append_tree (buffer, shapes, items, index, level + 1);

  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    append_link (buffer, level + 1, &g_array_index (item->links, LuotainItemLink, i));

  if (buffer->len == start_tag_end + 2)
    {
      g_string_truncate (buffer, start_tag_end);
      g_string_append (buffer, "/>\n");
      return index;
    }

  append_indent (buffer, level);
  g_string_append (buffer, "</");
  g_string_append (buffer, item->type->name);
  g_string_append (buffer, ">\n");
  return index;
}

guint
luotain_xml_append_element (GString *buffer, LuotainXmlShapes *shapes, GPtrArray *items, guint index)
{
  return append_tree (buffer, shapes, items, index, 1);
}

void
luotain_xml_append_header (GString *buffer, const char *language)
{
  g_string_append_printf (buffer,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<luotain xmlns=\"" LUOTAIN_XML_NAMESPACE "\" version=\"1.%d\"",
                          LUOTAIN_XML_MINOR);

  if (language != NULL)
    append_attribute (buffer, "language", language);

  g_string_append (buffer, ">\n");
}

LuotainXmlWriter *
luotain_xml_writer_new (GOutputStream *stream, LuotainXmlShapes *shapes, const char *language,
                        GCancellable *cancellable)
{
  LuotainXmlWriter *self = g_new0 (LuotainXmlWriter, 1);

  self->stream = g_object_ref (stream);
  self->shapes = shapes;
  g_set_object (&self->cancellable, cancellable);
  self->buffer = g_string_sized_new (2 * FLUSH_AT);
  luotain_xml_append_header (self->buffer, language);
  return self;
}

void
luotain_xml_writer_free (LuotainXmlWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

void
luotain_xml_writer_write (LuotainXmlWriter *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len;)
    {
      i = append_tree (self->buffer, self->shapes, items, i, 1);

      if (self->buffer->len >= FLUSH_AT)
        flush (self);
    }
}

gboolean
luotain_xml_writer_has_failed (LuotainXmlWriter *self)
{
  return self->error != NULL;
}

gboolean
luotain_xml_writer_finish (LuotainXmlWriter *self, GError **error)
{
  g_string_append (self->buffer, LUOTAIN_XML_FOOTER);
  flush (self);

  if (self->error == NULL)
    g_output_stream_flush (self->stream, self->cancellable, &self->error);

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
