#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-record.h"
#include "luotain-cli-session.h"

#include "luotain-date.h"
#include "luotain-edition.h"

#include <glib/gi18n-lib.h>

static gboolean
list_editions (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  GPtrArray **editions = data;

  *editions = luotain_edition_list (db, error);
  return *editions != NULL;
}

static void
print_edition (LuotainCliOutput *output, const LuotainEdition *edition)
{
  g_autofree char *id = luotain_edition_id_string (edition);
  g_autofree char *hash = luotain_edition_hash_string (edition);
  g_autofree char *frozen = luotain_time_to_string (edition->frozen);

  luotain_cli_output_printf (output, "%s\t%s\t%s\t%s", id, frozen, hash, edition->name);

  if (edition->n_addenda > 0)
    luotain_cli_output_printf (output, "\t%s: %" G_GINT64_FORMAT, _ ("Addenda"), edition->n_addenda);

  if (edition->removed != 0)
    {
      g_autofree char *removed = luotain_time_to_string (edition->removed);

      luotain_cli_output_printf (output, "\t%s: %s", _ ("something was removed permanently"), removed);
    }

  luotain_cli_output_putc (output, '\n');
}

static void
edition_to_json (LuotainCliJson *json, const LuotainEdition *edition)
{
  g_autofree char *id = luotain_edition_id_string (edition);
  g_autofree char *hash = luotain_edition_hash_string (edition);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "id", id);
  luotain_cli_json_string (json, "name", edition->name);
  luotain_cli_time_to_json (json, "frozen", edition->frozen);
  luotain_cli_json_string (json, "sha256", hash);
  luotain_cli_json_number (json, "bytes", edition->length);
  luotain_cli_json_number (json, "addenda", edition->n_addenda);

  if (edition->removed != 0)
    luotain_cli_time_to_json (json, "removed_from", edition->removed);
  else
    luotain_cli_json_null (json, "removed_from");

  luotain_cli_json_end_object (json);
}

static void
print_json (LuotainCliOutput *output, GPtrArray *editions)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 1);

  luotain_cli_json_begin_array (json, NULL);

  for (guint i = 0; i < editions->len; i++)
    edition_to_json (json, editions->pdata[i]);

  luotain_cli_json_end_array (json);
}

static gboolean
run_editions (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  g_autoptr (GPtrArray) editions = NULL;

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !luotain_cli_read (call->words[0], list_editions, &editions, error))
    return FALSE;

  if (as_json)
    print_json (call->output, editions);
  else
    for (guint i = 0; i < editions->len; i++)
      print_edition (call->output, editions->pdata[i]);

  return TRUE;
}

const LuotainCliCommand luotain_cli_editions = {
  .name = "editions",
  .arguments = "FILE [--json]",
  .summary = N_ (
      "Lists the editions that were frozen, the newest first: id, time, SHA-256 of the XML, name."),
  .examples = "luotain-cli editions meri.luotain\n"
              "luotain-cli editions meri.luotain --json | jq -r '.[0].sha256'\n",
  .run = run_editions,
};
