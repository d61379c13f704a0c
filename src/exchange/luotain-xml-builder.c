#include "config.h"

#include "luotain-xml-builder.h"

#include "luotain-date.h"
#include "luotain-fault-queue.h"
#include "luotain-id.h"
#include "luotain-text.h"
#include "luotain-vocabulary.h"
#include "luotain-xml-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What one record of a file may hold, all it owns included: a bound for memory, far above what people write. */
#define MOST_PARTS 100000
#define MOST_BYTES (64 * 1024 * 1024)

/* More than a field can hold, so that what is cut off here is refused by its length. */
#define MOST_TEXT (4 * LUOTAIN_TEXT_MAX_BYTES)

typedef enum
{
  FRAME_ROOT,
  FRAME_RECORD,
  FRAME_FIELD,
  FRAME_LINK,
  FRAME_NOTE,
  FRAME_UNKNOWN
} FrameKind;

typedef struct
{
  FrameKind kind;
  const LuotainXmlShape *shape; /* of a record */
  LuotainItem *item;
  const LuotainField *field;
  LuotainLanguage language;
  guint n_faults; /* when it began */
} Frame;

struct _LuotainXmlBuilder
{
  LuotainXmlShapes *shapes;
  GArray *frames;
  GString *text;
  GString *tags; /* of the field below, one a line */
  const LuotainField *tags_field; /* (nullable) */
  LuotainItem *tags_item;
  GPtrArray *ready; /* complete records */
  GPtrArray *making; /* the record at hand and what it owns */
  LuotainFaultQueue *queue;
  gint64 now;
  gsize n_bytes, n_parts;
  guint n_unknown;
  int minor;
  int last_line; /* of the last complete record */
  int language; /* -1 for none */
};

LuotainXmlBuilder *
luotain_xml_builder_new (LuotainXmlShapes *shapes)
{
  LuotainXmlBuilder *self = g_new0 (LuotainXmlBuilder, 1);

  self->shapes = shapes;
  self->frames = g_array_new (FALSE, TRUE, sizeof (Frame));
  self->text = g_string_new (NULL);
  self->tags = g_string_new (NULL);
  self->ready = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);
  self->making = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);
  self->queue = luotain_fault_queue_new ();
  self->now = luotain_time_now ();
  self->language = -1;
  return self;
}

void
luotain_xml_builder_free (LuotainXmlBuilder *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->frames);
  g_string_free (self->text, TRUE);
  g_string_free (self->tags, TRUE);
  g_ptr_array_unref (self->ready);
  g_ptr_array_unref (self->making);
  luotain_fault_queue_free (self->queue);
  g_free (self);
}

static void
find_fault (LuotainXmlBuilder *self, int line, char *message)
{
  luotain_fault_queue_add (self->queue, line, FALSE, message);
}

static void
find_error (LuotainXmlBuilder *self, int line, GError *error)
{
  find_fault (self, line, g_strdup (error->message));
}

void
luotain_xml_builder_add_schema_fault (LuotainXmlBuilder *self, int line, char *message)
{
  luotain_fault_queue_add (self->queue, line, TRUE, message);
}

static Frame *
top_frame (LuotainXmlBuilder *self)
{
  return self->frames->len == 0 ? NULL : &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static Frame
start_root (LuotainXmlBuilder *self, const LuotainXmlAttribute *attributes, guint n_attributes)
{
  const char *version = luotain_xml_attribute_value (attributes, n_attributes, "version");
  LuotainLanguage language;
  gint64 minor;

  if (version != NULL && g_str_has_prefix (version, "1.")
      && g_ascii_string_to_signed (version + 2, 10, 0, G_MAXINT, &minor, NULL))
    self->minor = (int) minor;

  if (luotain_language_parse (luotain_xml_attribute_value (attributes, n_attributes, "language"), &language))
    self->language = (int) language;

  return (Frame){ .kind = FRAME_ROOT };
}

static void
set_id (LuotainXmlBuilder *self, LuotainItem *item, const char *text)
{
  LuotainRecord *record = item->record;
  g_autofree char *type = NULL;

  if (text != NULL)
    record->id = luotain_id_parse (text, &type);

  if (text == NULL)
    find_fault (self, item->line, g_strdup_printf (_ ("%s has no id."), item->type->name));
  else if (record->id == 0)
    find_fault (self, item->line, g_strdup_printf (_ ("“%s” is not an id."), text));
  else if (strcmp (type, item->type->name) != 0)
    find_fault (self, item->line,
                g_strdup_printf (_ ("The id “%s” must begin with %s-."), text, item->type->name));
}

static gint64
read_time (LuotainXmlBuilder *self, LuotainItem *item, const char *text, gint64 instead)
{
  gint64 time = instead;

  if (text != NULL && !luotain_time_parse (text, &time))
    find_fault (self, item->line,
                g_strdup_printf (_ ("“%s” is not a time (2026-03-12T09:15:00.000Z)."), text));

  return time;
}

static void
set_stamps (LuotainXmlBuilder *self, LuotainItem *item, const LuotainXmlAttribute *attributes,
            guint n_attributes)
{
  const char *revision = luotain_xml_attribute_value (attributes, n_attributes, "revision");
  LuotainRecord *record = item->record;

  set_id (self, item, luotain_xml_attribute_value (attributes, n_attributes, "id"));
  record->changed = read_time (self, item, luotain_xml_attribute_value (attributes, n_attributes, "changed"),
                               self->now);
  record->created = read_time (self, item, luotain_xml_attribute_value (attributes, n_attributes, "created"),
                               record->changed);
  record->revision = 1;

  if (revision != NULL && !g_ascii_string_to_signed (revision, 10, 1, G_MAXINT64, &record->revision, NULL))
    find_fault (self, item->line, g_strdup_printf (_ ("“%s” is not a revision."), revision));
}

static gboolean
is_stamp (const char *name)
{
  return strcmp (name, "id") == 0 || strcmp (name, "created") == 0 || strcmp (name, "changed") == 0
         || strcmp (name, "revision") == 0;
}

static void
set_field (LuotainXmlBuilder *self, LuotainItem *item, const LuotainField *field, LuotainLanguage language,
           const char *text, int line)
{
  g_autoptr (GError) error = NULL;

  if (!luotain_field_set_string (field, item->record, language, text, FALSE, &error))
    find_error (self, line, error);
}

/* Words of open vocabularies are the workbook's own; those of closed ones the program's. */
static void
check_closed_word (LuotainXmlBuilder *self, LuotainItem *item, const LuotainField *field)
{
  const char *word = field->vocabulary != NULL ? luotain_field_peek (field, item->record, 0) : NULL;
  g_autofree char *words = NULL;

  if (word == NULL || !luotain_vocabulary_is_closed (field->vocabulary)
      || g_strv_contains (luotain_vocabulary_closed_words (field->vocabulary), word))
    return;

  words = g_strjoinv (", ", (char **) luotain_vocabulary_closed_words (field->vocabulary));
  find_fault (self, item->line,
              g_strdup_printf (_ ("%s: “%s” is none of: %s."), _ (field->label), word, words));
}

static void
count_unknown (LuotainXmlBuilder *self, const char *name)
{
  /* Attributes such as xsi:schemaLocation belong to others and are no matter of ours. */
  if (name == NULL || strchr (name, ':') == NULL)
    self->n_unknown++;
}

static Frame
start_record (LuotainXmlBuilder *self, const LuotainXmlShape *shape, const LuotainXmlAttribute *attributes,
              guint n_attributes, int line)
{
  const Frame *owner = top_frame (self);
  LuotainItem *item = luotain_item_new (shape->type, line);
  const guint n_faults = luotain_fault_queue_count_own (self->queue);

  if (owner->kind == FRAME_RECORD)
    ((LuotainRecord *) item->record)->owner = ((LuotainRecord *) owner->item->record)->id;

  g_ptr_array_add (self->making, item);
  set_stamps (self, item, attributes, n_attributes);

  for (guint i = 0; i < n_attributes; i++)
    {
      const LuotainField *field = luotain_xml_shape_field (shape, attributes[i].name, TRUE);

      if (field != NULL)
        {
          set_field (self, item, field, 0, attributes[i].value, line);
          check_closed_word (self, item, field);
        }
      else if (!is_stamp (attributes[i].name))
        count_unknown (self, attributes[i].name);
    }

  return (Frame){ .kind = FRAME_RECORD, .shape = shape, .item = item, .n_faults = n_faults };
}

static Frame
start_field (LuotainXmlBuilder *self, LuotainItem *item, const LuotainField *field,
             const LuotainXmlAttribute *attributes, guint n_attributes, int line)
{
  Frame frame = { .kind = FRAME_FIELD, .item = item, .field = field };
  const char *code;

  g_string_truncate (self->text, 0);

  if (field->kind != LUOTAIN_FIELD_KIND_TRANSLATED)
    return frame;

  code = luotain_xml_attribute_value (attributes, n_attributes, "xml:lang");

  if (luotain_language_parse (code, &frame.language))
    {
      if (luotain_field_peek (field, item->record, frame.language) != NULL)
        find_fault (self, line,
                    g_strdup_printf (_ ("%s stands twice in the language “%s”."), _ (field->label), code));

      return frame;
    }

  find_fault (self, line,
              code == NULL ? g_strdup_printf (_ ("%s has no xml:lang; say fi, sv or en."), _ (field->label))
                           : g_strdup_printf (_ ("%s is in the language “%s”; only fi, sv and en are known."),
                                              _ (field->label), code));
  frame.kind = FRAME_UNKNOWN;
  return frame;
}

static Frame
start_link (LuotainXmlBuilder *self, LuotainItem *item, const LuotainXmlAttribute *attributes,
            guint n_attributes, int line)
{
  if (!luotain_xml_link_read (item, luotain_xml_shapes_get_model (self->shapes), attributes, n_attributes,
                              line, self->queue))
    return (Frame){ .kind = FRAME_UNKNOWN };

  return (Frame){ .kind = FRAME_LINK, .item = item };
}

static Frame
start_in_record (LuotainXmlBuilder *self, const Frame *parent, const char *name,
                 const LuotainXmlAttribute *attributes, guint n_attributes, int line)
{
  const LuotainField *field = luotain_xml_shape_field (parent->shape, name, FALSE);
  const LuotainXmlShape *shape;

  if (field != NULL)
    return start_field (self, parent->item, field, attributes, n_attributes, line);

  if (self->n_parts++ >= MOST_PARTS)
    {
      if (self->n_parts == MOST_PARTS + 1)
        find_fault (self, line,
                    g_strdup_printf (_ ("One record holds more than %d others and links."), MOST_PARTS));

      return (Frame){ .kind = FRAME_UNKNOWN };
    }

  if (strcmp (name, "link") == 0)
    return start_link (self, parent->item, attributes, n_attributes, line);

  shape = luotain_xml_shapes_find (self->shapes, name, parent->shape->type);

  if (shape != NULL)
    return start_record (self, shape, attributes, n_attributes, line);

  count_unknown (self, NULL);
  return (Frame){ .kind = FRAME_UNKNOWN };
}

static Frame
start_top_record (LuotainXmlBuilder *self, const char *name, const LuotainXmlAttribute *attributes,
                  guint n_attributes, int line)
{
  const LuotainXmlShape *shape = luotain_xml_shapes_find (self->shapes, name, NULL);

  if (shape != NULL)
    return start_record (self, shape, attributes, n_attributes, line);

  count_unknown (self, NULL);
  return (Frame){ .kind = FRAME_UNKNOWN };
}

void
luotain_xml_builder_start (LuotainXmlBuilder *self, const char *name, const LuotainXmlAttribute *attributes,
                           guint n_attributes, int line)
{
  const Frame *parent = top_frame (self);
  Frame frame = { .kind = FRAME_UNKNOWN };

  if (parent == NULL)
    frame = start_root (self, attributes, n_attributes);
  else if (name == NULL)
    count_unknown (self, NULL);
  else if (parent->kind == FRAME_ROOT)
    frame = start_top_record (self, name, attributes, n_attributes, line);
  else if (parent->kind == FRAME_RECORD)
    frame = start_in_record (self, parent, name, attributes, n_attributes, line);
  else if (parent->kind == FRAME_LINK && strcmp (name, "note") == 0)
    frame = (Frame){ .kind = FRAME_NOTE, .item = parent->item };
  else if (parent->kind != FRAME_UNKNOWN)
    count_unknown (self, NULL);

  if (frame.kind == FRAME_NOTE)
    g_string_truncate (self->text, 0);

  g_array_append_val (self->frames, frame);
}

void
luotain_xml_builder_text (LuotainXmlBuilder *self, const char *text, gsize length)
{
  const Frame *frame = top_frame (self);

  if (frame == NULL || (frame->kind != FRAME_FIELD && frame->kind != FRAME_NOTE))
    return;

  self->n_bytes += length;

  if (self->text->len < MOST_TEXT && self->n_bytes <= MOST_BYTES)
    g_string_append_len (self->text, text, length);
}

/* Tags are one value of many elements: gathered one a line, and made a value when the record ends. */
static void
keep_tags (LuotainXmlBuilder *self)
{
  const LuotainField *field = g_steal_pointer (&self->tags_field);
  const char *present = field != NULL ? luotain_field_peek (field, self->tags_item->record, 0) : NULL;

  if (field != NULL)
    luotain_field_take (field, self->tags_item->record, 0,
                        present == NULL ? g_strdup (self->tags->str)
                                        : g_strconcat (present, "\n", self->tags->str, NULL));

  g_string_truncate (self->tags, 0);
}

static void
end_tag (LuotainXmlBuilder *self, const Frame *frame, int line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tag = luotain_text_normalize (self->text->str, (gssize) self->text->len,
                                                 LUOTAIN_TEXT_SINGLE_LINE, NULL, &error);

  if (self->tags_field != frame->field || self->tags_item != frame->item)
    keep_tags (self);

  self->tags_field = frame->field;
  self->tags_item = frame->item;

  /* What is too long is cut off behind the limit, so that it is refused. */
  if (error != NULL)
    find_error (self, line, error);
  else if (tag != NULL && self->tags->len <= LUOTAIN_TEXT_MAX_BYTES)
    g_string_append_printf (self->tags, "%s%s", self->tags->len > 0 ? "\n" : "", tag);
}

static void
end_field (LuotainXmlBuilder *self, const Frame *frame, int line)
{
  if (frame->field->kind == LUOTAIN_FIELD_KIND_TAGS)
    end_tag (self, frame, line);
  else
    set_field (self, frame->item, frame->field, frame->language, self->text->str, line);
}

static void
end_note (LuotainXmlBuilder *self, const Frame *frame, int line)
{
  LuotainItemLink *link = &g_array_index (frame->item->links, LuotainItemLink, frame->item->links->len - 1);
  g_autoptr (GError) error = NULL;

  g_free (link->note);
  link->note = luotain_text_normalize (self->text->str, (gssize) self->text->len, LUOTAIN_TEXT_REFUSE, NULL,
                                       &error);

  if (error != NULL)
    find_error (self, line, error);
}

static void
make_tags_a_value (LuotainXmlBuilder *self, const Frame *frame, int line)
{
  keep_tags (self);

  for (guint i = 0; i < frame->shape->type->n_fields; i++)
    {
      const LuotainField *field = &frame->shape->type->fields[i];

      if (field->kind == LUOTAIN_FIELD_KIND_TAGS)
        {
          g_autofree char *tags = g_strdup (luotain_field_peek (field, frame->item->record, 0));

          set_field (self, frame->item, field, 0, tags, line);
        }
    }
}

static void
complete_record (LuotainXmlBuilder *self, int line)
{
  if (self->n_bytes > MOST_BYTES)
    find_fault (self, line, g_strdup_printf (_ ("One record holds more than %d MiB."), MOST_BYTES >> 20));

  g_ptr_array_extend_and_steal (self->ready, g_steal_pointer (&self->making));
  self->making = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);
  self->last_line = line;
  self->n_bytes = 0;
  self->n_parts = 0;
}

static void
end_record (LuotainXmlBuilder *self, const Frame *frame, int line)
{
  const LuotainField *missing;

  make_tags_a_value (self, frame, line);

  /* What was refused is missing too, but that has been said. */
  if (luotain_fault_queue_count_own (self->queue) > frame->n_faults)
    return;

  missing = luotain_record_missing_field (frame->shape->type, frame->item->record);

  if (missing != NULL)
    find_fault (self, line,
                g_strdup_printf (_ ("%s is incomplete: %s is missing."), frame->shape->type->name,
                                 _ (missing->label)));
}

void
luotain_xml_builder_end (LuotainXmlBuilder *self, int line)
{
  const Frame frame = *top_frame (self);

  g_array_set_size (self->frames, self->frames->len - 1);

  switch (frame.kind)
    {
    case FRAME_RECORD:
      end_record (self, &frame, line);

      if (self->frames->len == 1)
        complete_record (self, line);
      break;

    case FRAME_FIELD:
      end_field (self, &frame, line);
      break;

    case FRAME_NOTE:
      end_note (self, &frame, line);
      break;

    case FRAME_ROOT:
    case FRAME_LINK:
    case FRAME_UNKNOWN:
    default:
      break;
    }
}

GPtrArray *
luotain_xml_builder_take_items (LuotainXmlBuilder *self)
{
  GPtrArray *items;

  if (self->ready->len == 0)
    return NULL;

  items = self->ready;
  self->ready = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);
  return items;
}

/* The schema is ahead of the builder by at most the record at hand, so what is complete can be told in order. */
void
luotain_xml_builder_take_faults (LuotainXmlBuilder *self, LuotainFaults *faults, const char *file,
                                 gboolean all)
{
  luotain_fault_queue_flush (self->queue, all ? G_MAXINT : self->last_line, faults, file);
}

gboolean
luotain_xml_builder_get_language (LuotainXmlBuilder *self, LuotainLanguage *language)
{
  if (self->language < 0)
    return FALSE;

  *language = (LuotainLanguage) self->language;
  return TRUE;
}

gboolean
luotain_xml_builder_is_newer (LuotainXmlBuilder *self)
{
  return self->minor > LUOTAIN_XML_MINOR;
}

guint
luotain_xml_builder_get_n_unknown (LuotainXmlBuilder *self)
{
  return self->n_unknown;
}
