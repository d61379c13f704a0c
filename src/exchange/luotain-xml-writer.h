#pragma once

#include "luotain-item.h"
#include "luotain-xml-shape.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainXmlWriter: writes a workbook file in XML, record by record, in flat memory.
 *
 * Same records, same bytes: fixed order, LF, two spaces, nothing of the moment. Text goes out as it is; it was made
 * valid on its way into the store. A write error sticks and is asked once, at the end.
 */
typedef struct _LuotainXmlWriter LuotainXmlWriter;

/**
 * luotain_xml_writer_new:
 * @stream: where to write; kept
 * @shapes: how records stand in XML; must outlive the writer
 * @language: (nullable): code of the main language of the workbook
 * @cancellable: (nullable)
 *
 * Returns: (transfer full): a writer behind the start tag of the root
 */
LuotainXmlWriter *luotain_xml_writer_new (GOutputStream *stream, LuotainXmlShapes *shapes,
                                          const char *language, GCancellable *cancellable);
void luotain_xml_writer_free (LuotainXmlWriter *self);

/**
 * luotain_xml_writer_write:
 * @self: a writer
 * @items: (element-type LuotainItem): records, each with all it owns right behind it
 */
void luotain_xml_writer_write (LuotainXmlWriter *self, GPtrArray *items);

/** luotain_xml_writer_has_failed: whether an error sticks: it is no use to go on. */
gboolean luotain_xml_writer_has_failed (LuotainXmlWriter *self);

/**
 * luotain_xml_writer_finish:
 * @self: a writer
 * @error: G_IO_ERROR: the first error there was
 *
 * Ends the file; the stream is flushed, not closed.
 *
 * Returns: whether all of it was written
 */
gboolean luotain_xml_writer_finish (LuotainXmlWriter *self, GError **error);

/** LUOTAIN_XML_FOOTER: the last line of a file. */
#define LUOTAIN_XML_FOOTER "</luotain>\n"

/** luotain_xml_append_header: adds the first lines of a file, up to the start tag of the root. */
void luotain_xml_append_header (GString *buffer, const char *language);

/**
 * luotain_xml_append_element:
 * @buffer: where to add the bytes, exactly as they stand in a file
 * @shapes: how records stand in XML
 * @items: (element-type LuotainItem): records, each with all it owns right behind it
 * @index: which of them, one that stands at the top
 *
 * Returns: where the next one at the top is
 */
guint luotain_xml_append_element (GString *buffer, LuotainXmlShapes *shapes, GPtrArray *items, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainXmlWriter, luotain_xml_writer_free)

G_END_DECLS
