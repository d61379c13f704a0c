/* write-xml IN OUT: the yardstick of an export. Takes all elements of IN into memory, then writes them to OUT by a bare
 * xmlTextWriter, and prints how many milliseconds the writing took. */
#include <gio/gio.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

typedef enum
{
  EVENT_START,
  EVENT_ATTRIBUTE,
  EVENT_TEXT,
  EVENT_END
} EventKind;

typedef struct
{
  EventKind kind;
  char *name;
  char *value;
} Event;

static void
add_event (GArray *events, EventKind kind, const xmlChar *name, const xmlChar *value)
{
  const Event event = { kind, g_strdup ((const char *) name), g_strdup ((const char *) value) };

  g_array_append_val (events, event);
}

static void
add_element (GArray *events, xmlTextReader *reader)
{
  const gboolean is_empty = xmlTextReaderIsEmptyElement (reader) == 1;

  add_event (events, EVENT_START, xmlTextReaderConstName (reader), NULL);
  while (xmlTextReaderMoveToNextAttribute (reader) == 1)
    add_event (events, EVENT_ATTRIBUTE, xmlTextReaderConstName (reader), xmlTextReaderConstValue (reader));
  if (is_empty)
    add_event (events, EVENT_END, NULL, NULL);
}

static GArray *
read_events (const char *path)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  xmlTextReader *reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET);

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    switch (xmlTextReaderNodeType (reader))
      {
      case XML_READER_TYPE_ELEMENT:
        add_element (events, reader);
        break;
      case XML_READER_TYPE_TEXT:
        add_event (events, EVENT_TEXT, NULL, xmlTextReaderConstValue (reader));
        break;
      case XML_READER_TYPE_END_ELEMENT:
        add_event (events, EVENT_END, NULL, NULL);
        break;
      default:
        break;
      }

  xmlFreeTextReader (reader);
  return events;
}

static void
write_event (xmlTextWriter *writer, const Event *event)
{
  switch (event->kind)
    {
    case EVENT_START:
      xmlTextWriterStartElement (writer, BAD_CAST event->name);
      break;
    case EVENT_ATTRIBUTE:
      xmlTextWriterWriteAttribute (writer, BAD_CAST event->name, BAD_CAST event->value);
      break;
    case EVENT_TEXT:
      xmlTextWriterWriteString (writer, BAD_CAST event->value);
      break;
    default:
      xmlTextWriterEndElement (writer);
      break;
    }
}

int
main (int argc, char **argv)
{
  GArray *events;
  xmlTextWriter *writer;
  gint64 begun;

  if (argc != 3)
    return 2;

  events = read_events (argv[1]);
  begun = g_get_monotonic_time ();
  writer = xmlNewTextWriterFilename (argv[2], 0);
  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, BAD_CAST "  ");
  xmlTextWriterStartDocument (writer, "1.0", "UTF-8", NULL);
  for (guint i = 0; i < events->len; i++)
    write_event (writer, &g_array_index (events, Event, i));
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  g_print ("%.3f\n", (double) (g_get_monotonic_time () - begun) / 1e3);
  return events->len > 0 ? 0 : 1;
}
