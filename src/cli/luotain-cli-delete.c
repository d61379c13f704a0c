#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-chain.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

static gboolean
delete_record (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCliId *id = data;
  g_autofree char *title = NULL;
  LuotainLanguage language;

  if (!luotain_cli_require_id (db, id, error) || !luotain_workbook_language (db, &language, error))
    return FALSE;

  title = luotain_chain_title (db, id->id, language, error);

  if (title == NULL)
    return FALSE;

  luotain_db_set_detail (db, title);
  return luotain_record_delete (db, id->id, error);
}

static gboolean
run_delete (LuotainCliCall *call, GError **error)
{
  LuotainCliId id;

  return luotain_cli_call_parse (call, NULL, 2, 2, error) && luotain_cli_parse_id (call->words[1], &id, error)
         && luotain_cli_change (call->words[0], N_ ("Delete Record"), delete_record, &id, error);
}

const LuotainCliCommand luotain_cli_delete = {
  .name = "delete",
  .arguments = "FILE ID",
  .summary = N_ (
      "Deletes a record with what it owns and its links. What only refers to it stays, and is shown as "
      "unfinished."),
  .examples = "luotain-cli delete meri.luotain finding-3K7ZQ9M2N4PRS\n"
              "luotain-cli undo meri.luotain\n",
  .run = run_delete,
};
