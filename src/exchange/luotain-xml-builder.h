#pragma once

#include "luotain-faults.h"
#include "luotain-item.h"
#include "luotain-xml-link.h"
#include "luotain-xml-shape.h"

G_BEGIN_DECLS

/**
 * LuotainXmlBuilder: makes items out of the elements of a workbook file, driven by the fields of the record types.
 *
 * Knows no parser. It checks what no schema can: dates in the calendar, a language given twice, which types a role
 * ties. What a schema can check it leaves to the schema, and what it does not know it skips and counts.
 */
typedef struct _LuotainXmlBuilder LuotainXmlBuilder;

/**
 * luotain_xml_builder_new:
 * @shapes: how records stand in XML; must outlive the builder
 *
 * Returns: (transfer full): a builder at the beginning of a file
 */
LuotainXmlBuilder *luotain_xml_builder_new (LuotainXmlShapes *shapes);
void luotain_xml_builder_free (LuotainXmlBuilder *self);

/**
 * luotain_xml_builder_start:
 * @self: a builder
 * @name: (nullable): name of the element that begins, %NULL for one of another namespace
 * @attributes: (array length=n_attributes): its attributes
 * @line: where it stands
 */
void luotain_xml_builder_start (LuotainXmlBuilder *self, const char *name,
                                const LuotainXmlAttribute *attributes, guint n_attributes, int line);
void luotain_xml_builder_text (LuotainXmlBuilder *self, const char *text, gsize length);
void luotain_xml_builder_end (LuotainXmlBuilder *self, int line);

/**
 * luotain_xml_builder_add_schema_fault:
 * @self: a builder
 * @line: where
 * @message: (transfer full): what the schema says; left out where the builder finds a fault on the same line, which
 *   it tells in better words
 */
void luotain_xml_builder_add_schema_fault (LuotainXmlBuilder *self, int line, char *message);

/**
 * luotain_xml_builder_take_items:
 * @self: a builder
 *
 * Returns: (transfer full) (nullable) (element-type LuotainItem): the records that are complete, each with all it owns
 *   right behind it; %NULL for none
 */
GPtrArray *luotain_xml_builder_take_items (LuotainXmlBuilder *self);

/**
 * luotain_xml_builder_take_faults:
 * @self: a builder
 * @faults: where to add what was found up to the last complete record
 * @file: name of the input
 * @all: up to now
 */
void luotain_xml_builder_take_faults (LuotainXmlBuilder *self, LuotainFaults *faults, const char *file,
                                      gboolean all);

/** luotain_xml_builder_get_language: the main language the file names, FALSE where it names none. */
gboolean luotain_xml_builder_get_language (LuotainXmlBuilder *self, LuotainLanguage *language);

/** luotain_xml_builder_is_newer: whether the file is of a later minor version: the schema says nothing about it. */
gboolean luotain_xml_builder_is_newer (LuotainXmlBuilder *self);

/** luotain_xml_builder_get_n_unknown: elements and attributes that were skipped. */
guint luotain_xml_builder_get_n_unknown (LuotainXmlBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainXmlBuilder, luotain_xml_builder_free)

G_END_DECLS
