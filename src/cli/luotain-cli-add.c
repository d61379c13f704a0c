#include "config.h"

#include "luotain-cli-assignments.h"
#include "luotain-cli-commands.h"
#include "luotain-cli-names.h"
#include "luotain-cli-record.h"
#include "luotain-cli-session.h"

#include "luotain-edit.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const LuotainRecordType *type;
  GPtrArray *assignments;
  LuotainCliId owner; /* id 0 for none */
  gpointer record;
} Addition;

static gboolean
fill_record (LuotainDb *db, const Addition *addition, GError **error)
{
  for (guint i = 0; i < addition->assignments->len; i++)
    {
      const LuotainCliAssignment *assignment = g_ptr_array_index (addition->assignments, i);

      if (!luotain_edit_fill (db, addition->type, addition->record, assignment->name, assignment->value,
                              FALSE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_record (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Addition *addition = data;
  g_autofree char *title = NULL;
  LuotainLanguage language;

  if (!luotain_cli_require_id (db, &addition->owner, error))
    return FALSE;

  ((LuotainRecord *) addition->record)->owner = addition->owner.id;

  if (!luotain_workbook_language (db, &language, error) || !fill_record (db, addition, error)
      || !luotain_record_insert (db, addition->type, addition->record, error))
    return FALSE;

  title = luotain_cli_record_title (db, addition->type, addition->record, language, error);

  if (title == NULL)
    return FALSE;

  luotain_db_set_detail (db, title);
  return TRUE;
}

static gboolean
parse_owner (const LuotainRecordType *type, const char *text, LuotainCliId *owner, GError **error)
{
  if (type->owner == NULL)
    return TRUE;

  if (text == NULL)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("A record of the type %s belongs to one of the type %s. Name that with owner=ID."),
                   type->name, type->owner);
      return FALSE;
    }

  if (!luotain_cli_parse_id (text, owner, error))
    return FALSE;

  if (g_str_equal (owner->type->name, type->owner))
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("A record of the type %s belongs to one of the type %s, but %s is none."), type->name,
               type->owner, text);
  return FALSE;
}

static gboolean
run_add (LuotainCliCall *call, GError **error)
{
  Addition addition = { 0 };
  g_autoptr (GPtrArray) assignments = NULL;
  g_autofree char *owner = NULL;
  gboolean added;

  if (!luotain_cli_call_parse (call, NULL, 2, G_MAXUINT, error))
    return FALSE;

  addition.type = luotain_cli_parse_type (call->words[1], error);

  if (addition.type == NULL)
    return FALSE;

  assignments = luotain_cli_assignments_parse (call->words + 2, call->n_words - 2, addition.type, &owner,
                                               error);

  if (assignments == NULL || !parse_owner (addition.type, owner, &addition.owner, error))
    return FALSE;

  addition.assignments = assignments;
  addition.record = luotain_record_new (addition.type);
  added = luotain_cli_change (call->words[0], N_ ("Add Record"), add_record, &addition, error);

  if (added)
    {
      g_autofree char *id = luotain_record_id_string (addition.type, addition.record);

      luotain_cli_output_printf (call->output, "%s\n", id);
    }

  luotain_record_free (addition.type, addition.record);
  return added;
}

const LuotainCliCommand luotain_cli_add = {
  .name = "add",
  .arguments = "FILE TYPE FIELD=VALUE…",
  .summary = N_ (
      "Adds a record and prints its id, once the record is safely on the disk. A VALUE of - is read from "
      "standard input."),
  .examples =
      "luotain-cli add meri.luotain finding title=\"Akut joka lauttaan\"\n"
      "luotain-cli add meri.luotain finding title_sv=Batterier kind=signal dimensions=\"technological economic\"\n"
      "luotain-cli add meri.luotain period owner=scenario-3K7ZQ9M2N4PRS title=\"2026–2030\" text=- < period.txt\n",
  .run = run_add,
};
