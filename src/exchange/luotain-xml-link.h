#pragma once

#include "luotain-fault-queue.h"
#include "luotain-item.h"

G_BEGIN_DECLS

/** LuotainXmlAttribute: an attribute; those of the namespace of xml are named with their prefix, `xml:lang`. */
typedef struct
{
  const char *name;
  const char *value;
} LuotainXmlAttribute;

/**
 * luotain_xml_attribute_value:
 * @attributes: (array length=n_attributes): attributes of an element
 * @n_attributes: how many
 * @name: one of them
 *
 * Returns: (nullable): its value, %NULL where it is missing
 */
const char *luotain_xml_attribute_value (const LuotainXmlAttribute *attributes, guint n_attributes,
                                         const char *name);

/**
 * luotain_xml_link_read:
 * @item: the record a link element stands in
 * @model: what workbooks hold
 * @attributes: (array length=n_attributes): of the element
 * @n_attributes: how many
 * @line: where it stands
 * @queue: where to add what is wrong
 *
 * Reads a link and adds it to @item; whether its target exists is not known yet.
 *
 * Returns: whether there is a link that makes sense
 */
gboolean luotain_xml_link_read (LuotainItem *item, const LuotainModel *model,
                                const LuotainXmlAttribute *attributes, guint n_attributes, int line,
                                LuotainFaultQueue *queue);

G_END_DECLS
