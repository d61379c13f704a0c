#include "config.h"

#include "luotain-cli-assignments.h"
#include "luotain-cli-commands.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-chain.h"
#include "luotain-edit.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LuotainCliId id;
  GPtrArray *assignments;
} Setting;

static gboolean
set_all (LuotainDb *db, const Setting *setting, GError **error)
{
  g_autofree LuotainEditField *fields = g_new0 (LuotainEditField, setting->assignments->len);

  for (guint i = 0; i < setting->assignments->len; i++)
    {
      const LuotainCliAssignment *assignment = g_ptr_array_index (setting->assignments, i);

      fields[i] = (LuotainEditField){ assignment->name, assignment->value };
    }

  return luotain_edit_set_fields (db, setting->id.id, fields, setting->assignments->len, FALSE, error);
}

static gboolean
set_fields (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Setting *setting = data;
  g_autofree char *title = NULL;
  LuotainLanguage language;

  if (!luotain_cli_require_id (db, &setting->id, error) || !luotain_workbook_language (db, &language, error)
      || !set_all (db, setting, error))
    return FALSE;

  title = luotain_chain_title (db, setting->id.id, language, error);

  if (title == NULL)
    return FALSE;

  luotain_db_set_detail (db, title);
  return TRUE;
}

static gboolean
run_set (LuotainCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) assignments = NULL;
  Setting setting;

  if (!luotain_cli_call_parse (call, NULL, 3, G_MAXUINT, error)
      || !luotain_cli_parse_id (call->words[1], &setting.id, error))
    return FALSE;

  assignments = luotain_cli_assignments_parse (call->words + 2, call->n_words - 2, setting.id.type, NULL,
                                               error);

  if (assignments == NULL)
    return FALSE;

  setting.assignments = assignments;
  return luotain_cli_change (call->words[0], N_ ("Change Record"), set_fields, &setting, error);
}

const LuotainCliCommand luotain_cli_set = {
  .name = "set",
  .arguments = "FILE ID FIELD=VALUE…",
  .summary = N_ (
      "Changes fields of a record; an empty VALUE takes the old one away, - is read from standard input."),
  .examples = "luotain-cli set meri.luotain finding-3K7ZQ9M2N4PRS kind=trend observed_on=2026-03-12\n"
              "luotain-cli set meri.luotain scenario-3K7ZQ9M2N4PRS narrative=- < narrative.txt\n"
              "luotain-cli set meri.luotain finding-3K7ZQ9M2N4PRS tags=\n",
  .run = run_set,
};
