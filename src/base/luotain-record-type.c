#include "config.h"

#include "luotain-record-type.h"

#include "luotain-id.h"

#include <string.h>

gpointer
luotain_record_new (const LuotainRecordType *type)
{
  gpointer record = g_malloc0 (type->size);

  ((LuotainRecord *) record)->type = type;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == LUOTAIN_FIELD_KIND_NUMBER)
      luotain_field_set_number (&type->fields[i], record, LUOTAIN_NUMBER_UNSET);

  return record;
}

void
luotain_record_free (const LuotainRecordType *type, gpointer record)
{
  if (record == NULL)
    return;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind != LUOTAIN_FIELD_KIND_NUMBER)
      for (guint j = 0; j < luotain_field_n_columns (&type->fields[i]); j++)
        luotain_field_take (&type->fields[i], record, j, NULL);

  g_free (record);
}

void
luotain_record_destroy (gpointer record)
{
  if (record != NULL)
    luotain_record_free (((LuotainRecord *) record)->type, record);
}

static void
copy_field (const LuotainField *field, gpointer to, gconstpointer from)
{
  if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
    {
      luotain_field_set_number (field, to, luotain_field_get_number (field, from));
      return;
    }

  for (guint i = 0; i < luotain_field_n_columns (field); i++)
    luotain_field_take (field, to, i, g_strdup (luotain_field_peek (field, from, i)));
}

gpointer
luotain_record_copy (const LuotainRecordType *type, gconstpointer record)
{
  gpointer copy = luotain_record_new (type);

  memcpy (copy, record, sizeof (LuotainRecord));

  for (guint i = 0; i < type->n_fields; i++)
    copy_field (&type->fields[i], copy, record);

  return copy;
}

gboolean
luotain_record_equal (const LuotainRecordType *type, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (!luotain_field_equal (&type->fields[i], a, b))
      return FALSE;

  return TRUE;
}

const LuotainField *
luotain_record_missing_field (const LuotainRecordType *type, gconstpointer record)
{
  for (guint i = 0; i < type->n_fields; i++)
    if ((type->fields[i].flags & LUOTAIN_REQUIRED) != 0 && !luotain_field_is_set (&type->fields[i], record))
      return &type->fields[i];

  return NULL;
}

const char *
luotain_record_title (const LuotainRecordType *type, gconstpointer record, LuotainLanguage language)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == LUOTAIN_FIELD_KIND_TRANSLATED)
      {
        const char *text = luotain_translated_get (
            &G_STRUCT_MEMBER (LuotainTranslated, record, type->fields[i].offset), language);

        if (text != NULL)
          return text;
      }

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == LUOTAIN_FIELD_KIND_TEXT && luotain_field_is_set (&type->fields[i], record))
      return luotain_field_peek (&type->fields[i], record, LUOTAIN_FI);

  return NULL;
}

const LuotainField *
luotain_record_type_field (const LuotainRecordType *type, const char *name, LuotainLanguage *language)
{
  LuotainLanguage found;
  const gsize length = strlen (name);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LuotainField *field = &type->fields[i];

      if (strcmp (field->name, name) == 0)
        return field;

      if (field->kind != LUOTAIN_FIELD_KIND_TRANSLATED || length < 4 || name[length - 3] != '_'
          || strncmp (field->name, name, length - 3) != 0 || field->name[length - 3] != '\0'
          || !luotain_language_parse (name + length - 2, &found))
        continue;

      if (language != NULL)
        *language = found;

      return field;
    }

  return NULL;
}

char *
luotain_record_id_string (const LuotainRecordType *type, gconstpointer record)
{
  return luotain_id_to_string (type->name, ((const LuotainRecord *) record)->id);
}
