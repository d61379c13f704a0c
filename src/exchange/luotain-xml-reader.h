#pragma once

#include "luotain-faults.h"
#include "luotain-item.h"
#include "luotain-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainXmlReader: reads a workbook file in XML piece by piece, in flat memory, checking it as it goes.
 *
 * Nothing an input says is trusted: no document type, no entity, no other file, no tag above 64 kB, no encoding but
 * UTF-8. A file of this version is held to the XSD; in one of a later minor version what is unknown is skipped and
 * counted. Use a reader on one thread at a time.
 */
typedef struct _LuotainXmlReader LuotainXmlReader;

/**
 * luotain_xml_reader_new:
 * @stream: where to read; kept
 * @name: what to call it in messages
 * @model: what workbooks hold
 *
 * Returns: (transfer full): a reader at the beginning of the file
 */
LuotainXmlReader *luotain_xml_reader_new (GInputStream *stream, const char *name, const LuotainModel *model);
void luotain_xml_reader_free (LuotainXmlReader *self);

/**
 * luotain_xml_reader_next:
 * @self: a reader
 * @items: (out) (transfer full) (nullable) (element-type LuotainItem): the next records, owners before what they own;
 *   %NULL at the end of the file
 * @faults: where to add what is wrong
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, among it G_IO_ERROR_CANCELLED
 *
 * Records with faults are handed out too, so that what refers to them can be checked; an id may then be 0.
 *
 * Returns: whether the file could be read, faults or not
 */
gboolean luotain_xml_reader_next (LuotainXmlReader *self, GPtrArray **items, LuotainFaults *faults,
                                  GCancellable *cancellable, GError **error);

/** luotain_xml_reader_get_language: the main language the file names, FALSE where it names none. */
gboolean luotain_xml_reader_get_language (LuotainXmlReader *self, LuotainLanguage *language);

/** luotain_xml_reader_get_n_bytes: how much of the file was read up to now. */
guint64 luotain_xml_reader_get_n_bytes (LuotainXmlReader *self);

/**
 * luotain_xml_reader_get_n_unknown:
 * @self: a reader
 *
 * Returns: how many elements and attributes of a later minor version were skipped up to now
 */
guint luotain_xml_reader_get_n_unknown (LuotainXmlReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainXmlReader, luotain_xml_reader_free)

G_END_DECLS
