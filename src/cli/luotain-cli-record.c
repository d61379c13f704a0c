#include "luotain-cli-record.h"

#include "luotain-chain.h"
#include "luotain-date.h"

#include <string.h>

char *
luotain_cli_record_title (LuotainDb *db, const LuotainRecordType *type, gconstpointer record,
                          LuotainLanguage language, GError **error)
{
  const LuotainRecord *head = record;
  const LuotainField *field = luotain_record_type_field (type, "title", NULL);

  if (field != NULL && luotain_field_is_set (field, record))
    return g_strdup (luotain_record_title (type, record, language));

  return luotain_chain_title (db, head->id, language, error);
}

static const char *
peek_text (const LuotainField *field, gconstpointer record, LuotainLanguage language)
{
  const char *text = luotain_field_peek (field, record, language);

  for (guint i = 0; text == NULL && i < luotain_field_n_columns (field); i++)
    text = luotain_field_peek (field, record, i);

  return text;
}

char *
luotain_cli_record_value (const LuotainField *field, gconstpointer record, LuotainLanguage language)
{
  g_auto (GStrv) tags = NULL;

  switch (field->kind)
    {
    case LUOTAIN_FIELD_KIND_TRANSLATED:
      return g_strdup (peek_text (field, record, language));

    case LUOTAIN_FIELD_KIND_TAGS:
      if (luotain_field_peek (field, record, language) == NULL)
        return NULL;

      tags = g_strsplit (luotain_field_peek (field, record, language), "\n", -1);
      return g_strjoinv (", ", tags);

    case LUOTAIN_FIELD_KIND_TEXT:
    case LUOTAIN_FIELD_KIND_WORD:
    case LUOTAIN_FIELD_KIND_WORDS:
    case LUOTAIN_FIELD_KIND_DATE:
    case LUOTAIN_FIELD_KIND_NUMBER:
    default:
      return luotain_field_to_string (field, record, language);
    }
}

static void
translated_to_json (LuotainCliJson *json, const LuotainField *field, gconstpointer record,
                    LuotainLanguage language)
{
  /* The title is written once, ahead of the fields, for types that have none as well. */
  if (strcmp (field->name, "title") != 0)
    luotain_cli_json_string (json, field->name, peek_text (field, record, language));

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (luotain_field_peek (field, record, i) != NULL)
      {
        g_autofree char *column = luotain_field_column (field, i);

        luotain_cli_json_string (json, column, luotain_field_peek (field, record, i));
      }
}

static void
field_to_json (LuotainCliJson *json, const LuotainField *field, gconstpointer record,
               LuotainLanguage language)
{
  gint64 number;

  switch (field->kind)
    {
    case LUOTAIN_FIELD_KIND_TRANSLATED:
      translated_to_json (json, field, record, language);
      break;

    case LUOTAIN_FIELD_KIND_NUMBER:
      number = luotain_field_get_number (field, record);

      if (number != LUOTAIN_NUMBER_UNSET)
        luotain_cli_json_number (json, field->name, number);
      else
        luotain_cli_json_null (json, field->name);
      break;

    case LUOTAIN_FIELD_KIND_WORDS:
      luotain_cli_json_parts (json, field->name, luotain_field_peek (field, record, language), " ");
      break;

    case LUOTAIN_FIELD_KIND_TAGS:
      luotain_cli_json_parts (json, field->name, luotain_field_peek (field, record, language), "\n");
      break;

    case LUOTAIN_FIELD_KIND_TEXT:
    case LUOTAIN_FIELD_KIND_WORD:
    case LUOTAIN_FIELD_KIND_DATE:
    default:
      luotain_cli_json_string (json, field->name, luotain_field_peek (field, record, language));
      break;
    }
}

void
luotain_cli_time_to_json (LuotainCliJson *json, const char *name, gint64 time_ms)
{
  g_autofree char *text = luotain_time_to_string (time_ms);

  luotain_cli_json_string (json, name, text);
}

void
luotain_cli_record_to_json (LuotainCliJson *json, const LuotainRecordType *type, gconstpointer record,
                            const char *title, LuotainLanguage language)
{
  const LuotainRecord *head = record;
  g_autofree char *id = luotain_record_id_string (type, record);

  luotain_cli_json_string (json, "id", id);
  luotain_cli_json_string (json, "type", type->name);
  luotain_cli_json_string (json, "title", title);

  for (guint i = 0; i < type->n_fields; i++)
    field_to_json (json, &type->fields[i], record, language);

  if (type->owner != NULL)
    luotain_cli_json_id (json, "owner", type->owner, head->owner);

  luotain_cli_time_to_json (json, "created", head->created);
  luotain_cli_time_to_json (json, "changed", head->changed);
  luotain_cli_json_number (json, "revision", head->revision);
}
