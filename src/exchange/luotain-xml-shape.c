#include "luotain-xml-shape.h"

#include <string.h>

struct _LuotainXmlShapes
{
  const LuotainModel *model;
  GPtrArray *shapes;
};

/* The only field whose element is not called as it is: a tag is one of the tags. */
static char *
name_field (const LuotainField *field)
{
  if (field->kind == LUOTAIN_FIELD_KIND_TAGS)
    return g_strdup ("tag");

  return g_strdelimit (g_strdup (field->name), "_", '-');
}

static const LuotainRecordType *const *
find_owned (const LuotainModel *model, const LuotainRecordType *owner)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new ();

  for (guint i = 0; model->types[i] != NULL; i++)
    if (g_strcmp0 (model->types[i]->owner, owner->name) == 0)
      g_ptr_array_add (owned, (gpointer) model->types[i]);

  g_ptr_array_add (owned, NULL);
  return (const LuotainRecordType *const *) g_ptr_array_steal (owned, NULL);
}

static LuotainXmlShape *
make_shape (const LuotainModel *model, const LuotainRecordType *type)
{
  LuotainXmlShape *shape = g_new0 (LuotainXmlShape, 1);

  shape->type = type;
  shape->names = g_new0 (char *, type->n_fields + 1);
  shape->owned = find_owned (model, type);

  for (guint i = 0; i < type->n_fields; i++)
    shape->names[i] = name_field (&type->fields[i]);

  return shape;
}

static void
free_shape (gpointer data)
{
  LuotainXmlShape *shape = data;

  g_strfreev (shape->names);
  g_free ((gpointer) shape->owned);
  g_free (shape);
}

LuotainXmlShapes *
luotain_xml_shapes_new (const LuotainModel *model)
{
  LuotainXmlShapes *self = g_new0 (LuotainXmlShapes, 1);

  self->model = model;
  self->shapes = g_ptr_array_new_with_free_func (free_shape);

  for (guint i = 0; model->types[i] != NULL; i++)
    g_ptr_array_add (self->shapes, make_shape (model, model->types[i]));

  return self;
}

void
luotain_xml_shapes_free (LuotainXmlShapes *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->shapes);
  g_free (self);
}

const LuotainModel *
luotain_xml_shapes_get_model (LuotainXmlShapes *self)
{
  return self->model;
}

const LuotainXmlShape *
luotain_xml_shapes_get (LuotainXmlShapes *self, const LuotainRecordType *type)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const LuotainXmlShape *shape = self->shapes->pdata[i];

      if (shape->type == type)
        return shape;
    }

  g_assert_not_reached ();
}

const LuotainXmlShape *
luotain_xml_shapes_find (LuotainXmlShapes *self, const char *name, const LuotainRecordType *owner)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const LuotainXmlShape *shape = self->shapes->pdata[i];

      if (strcmp (shape->type->name, name) == 0
          && g_strcmp0 (shape->type->owner, owner ? owner->name : NULL) == 0)
        return shape;
    }

  return NULL;
}

gboolean
luotain_xml_field_is_attribute (const LuotainField *field)
{
  switch (field->kind)
    {
    case LUOTAIN_FIELD_KIND_WORD:
    case LUOTAIN_FIELD_KIND_WORDS:
    case LUOTAIN_FIELD_KIND_DATE:
    case LUOTAIN_FIELD_KIND_NUMBER:
      return TRUE;

    case LUOTAIN_FIELD_KIND_TEXT:
    case LUOTAIN_FIELD_KIND_TRANSLATED:
    case LUOTAIN_FIELD_KIND_TAGS:
    default:
      return FALSE;
    }
}

const LuotainField *
luotain_xml_shape_field (const LuotainXmlShape *self, const char *name, gboolean attribute)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (luotain_xml_field_is_attribute (&self->type->fields[i]) == attribute
        && strcmp (self->names[i], name) == 0)
      return &self->type->fields[i];

  return NULL;
}
