#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-edition.h"
#include "luotain-id.h"

#include <glib/gi18n-lib.h>

/* What was deleted long ago may still be told by an edition. */
static gboolean
is_in_edition (LuotainDb *db, const LuotainCliId *id)
{
  g_autofree char *written = luotain_id_to_string (id->type->name, id->id);
  gboolean mentions = FALSE;

  return luotain_edition_mentions (db, written, &mentions, NULL) && mentions;
}

static gboolean
require_records (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    {
      const LuotainCliId *id = &g_array_index (ids, LuotainCliId, i);

      if (!is_in_edition (db, id) && !luotain_cli_require_id (db, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_records (const char *path, GArray *ids, GError **error)
{
  g_autoptr (LuotainCliSession) session = luotain_cli_session_open_to_write (path, error);
  g_autofree gint64 *numbers = g_new (gint64, ids->len);

  for (guint i = 0; i < ids->len; i++)
    numbers[i] = g_array_index (ids, LuotainCliId, i).id;

  return session != NULL && luotain_store_read (session->store, require_records, ids, NULL, error)
         && luotain_store_remove_permanently (session->store, numbers, ids->len, error);
}

static gboolean
run_remove_permanently (LuotainCliCall *call, GError **error)
{
  gboolean yes = FALSE;
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Do it, although it can't be undone"), NULL },
    { NULL },
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LuotainCliId));

  if (!luotain_cli_call_parse (call, options, 2, G_MAXUINT, error))
    return FALSE;

  for (guint i = 1; i < call->n_words; i++)
    {
      LuotainCliId id;

      if (!luotain_cli_parse_id (call->words[i], &id, error))
        return FALSE;

      g_array_append_val (ids, id);
    }

  if (yes)
    return remove_records (call->words[0], ids, error);

  g_set_error (
      error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
      _ ("This can't be undone, and it ends the history of the workbook. Nothing was removed. Say --yes if it "
         "is meant; “delete” can be undone."));
  return FALSE;
}

const LuotainCliCommand luotain_cli_remove_permanently = {
  .name = "remove-permanently",
  .arguments = "FILE ID… --yes",
  .summary = N_ (
      "Deletes records, all they own and the whole history, and leaves nothing of them in the bytes of the "
      "file. Can't be undone."),
  .examples = "luotain-cli remove-permanently meri.luotain finding-3K7ZQ9M2N4PRS --yes\n",
  .run = run_remove_permanently,
};
