#pragma once

#include "luotain-model.h"

G_BEGIN_DECLS

/** LUOTAIN_XML_NAMESPACE: of the vocabulary; another major version has another number. */
#define LUOTAIN_XML_NAMESPACE "urn:luotain:workbook:1"

/** LUOTAIN_XML_MINOR: this is version 1.1 of the vocabulary. */
#define LUOTAIN_XML_MINOR 1

/** LuotainXmlShape: how the records of a type stand in XML, derived from their fields. */
typedef struct
{
  const LuotainRecordType *type;
  char **names; /* kebab-case; one a field, in their order */
  const LuotainRecordType *const
      *owned; /* types of the records within, in the order of the model; NULL-terminated */
} LuotainXmlShape;

/** LuotainXmlShapes: the shapes of all types of a model. */
typedef struct _LuotainXmlShapes LuotainXmlShapes;

LuotainXmlShapes *luotain_xml_shapes_new (const LuotainModel *model);
void luotain_xml_shapes_free (LuotainXmlShapes *self);

const LuotainModel *luotain_xml_shapes_get_model (LuotainXmlShapes *self);

/**
 * luotain_xml_shapes_get:
 * @self: shapes
 * @type: a type of their model
 *
 * Returns: (transfer none): its shape
 */
const LuotainXmlShape *luotain_xml_shapes_get (LuotainXmlShapes *self, const LuotainRecordType *type);

/**
 * luotain_xml_shapes_find:
 * @self: shapes
 * @name: name of an element
 * @owner: (nullable): the type within which it stands, %NULL for the top
 *
 * Returns: (transfer none) (nullable): the shape of the record such an element holds
 */
const LuotainXmlShape *luotain_xml_shapes_find (LuotainXmlShapes *self, const char *name,
                                                const LuotainRecordType *owner);

/** luotain_xml_field_is_attribute: whether a field is written as attribute; free text is always an element. */
gboolean luotain_xml_field_is_attribute (const LuotainField *field);

/**
 * luotain_xml_shape_field:
 * @self: a shape
 * @name: name of an attribute or an element
 * @attribute: which of both
 *
 * Returns: (nullable): the field
 */
const LuotainField *luotain_xml_shape_field (const LuotainXmlShape *self, const char *name,
                                             gboolean attribute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainXmlShapes, luotain_xml_shapes_free)

G_END_DECLS
