#include "config.h"

#include "luotain-cli-names.h"

#include "luotain-cli-error.h"
#include "luotain-id.h"
#include "luotain-record-io.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>

gboolean
luotain_cli_parse_id (const char *text, LuotainCliId *id, GError **error)
{
  g_autofree char *type = NULL;

  id->text = text;
  id->id = luotain_id_parse (text, &type);
  id->type = id->id != 0 ? luotain_model_type (&luotain_workbook_model, type) : NULL;

  if (id->type != NULL)
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is not an id. Ids look like finding-0A1B2C3D4E5F6; “luotain-cli list” prints them."),
               text);
  return FALSE;
}

gboolean
luotain_cli_parse_filter (const char *text, const char *type, LuotainCliId *id, GError **error)
{
  if (text == NULL)
    return TRUE;

  if (!luotain_cli_parse_id (text, id, error))
    return FALSE;

  if (g_str_equal (id->type->name, type))
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is no id of the type “%s”. “luotain-cli list FILE %s” lists those there are."), text,
               type, type);
  return FALSE;
}

gboolean
luotain_cli_require_id (LuotainDb *db, const LuotainCliId *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const LuotainRecordType *type = NULL;

  if (id->id == 0)
    return TRUE;

  type = luotain_record_type_of (db, id->id, &local_error);

  if (type == NULL && !g_error_matches (local_error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (type == id->type)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND,
               _ ("The workbook holds no record %s. “luotain-cli list” prints those there are."), id->text);
  return FALSE;
}

const LuotainRecordType *
luotain_cli_parse_type (const char *text, GError **error)
{
  const LuotainRecordType *type = luotain_model_type (&luotain_workbook_model, text);
  g_autoptr (GString) names = g_string_new (NULL);

  if (type != NULL)
    return type;

  for (guint i = 0; luotain_workbook_model.types[i] != NULL; i++)
    luotain_text_add_part (names, ", ", luotain_workbook_model.types[i]->name);

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is not a type of record. The types are: %s."), text, names->str);
  return NULL;
}

const LuotainRole *
luotain_cli_parse_role (const char *text, const LuotainRecordType *source, const LuotainRecordType *target,
                        GError **error)
{
  const LuotainRole *role = luotain_model_role (&luotain_workbook_model, text);
  g_autoptr (GString) names = g_string_new (NULL);

  if (role != NULL && luotain_role_allows (role, source->name, target->name))
    return role;

  for (role = luotain_workbook_model.roles; role->name != NULL; role++)
    if (luotain_role_allows (role, source->name, target->name))
      luotain_text_add_part (names, ", ", role->name);

  if (names->len == 0)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("No link leads from a record of the type %s to one of the type %s."), source->name,
                 target->name);
  else
    g_set_error (
        error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
        _ ("“%s” is not a role that leads from a record of the type %s to one of the type %s. There is: %s."),
        text, source->name, target->name, names->str);

  return NULL;
}

gboolean
luotain_cli_parse_language (const char *text, LuotainLanguage *language, GError **error)
{
  if (luotain_language_parse (text, language))
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is not a language of workbooks: fi, sv, en."), text);
  return FALSE;
}

char *
luotain_cli_id_of (LuotainDb *db, gint64 id, const LuotainRecordType **type, GError **error)
{
  *type = luotain_record_type_of (db, id, error);
  return *type != NULL ? luotain_id_to_string ((*type)->name, id) : NULL;
}
