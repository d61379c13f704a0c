#pragma once

#include <gio/gio.h>
#include <libxml/xmlschemas.h>

G_BEGIN_DECLS

/**
 * luotain_xml_schema_init:
 *
 * Readies libxml2 for inputs nobody trusts: from now on this process loads no external entity, document type or
 * schema, whatever a file names. May be called often and from any thread.
 */
void luotain_xml_schema_init (void);

/**
 * luotain_xml_schema_new:
 *
 * Returns: (transfer full): the XSD of the vocabulary as built in; free with xmlSchemaFree()
 */
xmlSchema *luotain_xml_schema_new (void);

/**
 * luotain_xml_schema_tidy_message:
 * @message: what libxml2 says of a fault
 *
 * Returns: (transfer full): the same for people: one line, without namespaces and names of facets
 */
char *luotain_xml_schema_tidy_message (const char *message);

G_END_DECLS
