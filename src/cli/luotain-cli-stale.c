#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-record.h"
#include "luotain-cli-session.h"

#include "luotain-chain.h"
#include "luotain-date.h"
#include "luotain-id.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LuotainCliOutput *output;
  LuotainCliJson *json; /* (nullable): where JSON is wanted */
} Looking;

static void
print_stale (LuotainCliOutput *output, const LuotainStale *stale)
{
  g_autofree char *source = luotain_id_to_string (stale->source_type->name, stale->source);
  g_autofree char *target = luotain_id_to_string (stale->target_type->name, stale->target);
  g_autofree char *changed = luotain_time_to_string (stale->changed);

  luotain_cli_output_printf (output, "%s\t%s\t%s\t%s\t%s\t%s\n", source, stale->source_title, stale->role,
                             target, stale->target_title, changed);
}

static void
stale_to_json (LuotainCliJson *json, const LuotainStale *stale)
{
  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_id (json, "id", stale->source_type->name, stale->source);
  luotain_cli_json_string (json, "type", stale->source_type->name);
  luotain_cli_json_string (json, "title", stale->source_title);
  luotain_cli_json_string (json, "reason", "changed");
  luotain_cli_json_string (json, "role", stale->role);
  luotain_cli_json_begin_object (json, "upstream");
  luotain_cli_json_id (json, "id", stale->target_type->name, stale->target);
  luotain_cli_json_string (json, "type", stale->target_type->name);
  luotain_cli_json_string (json, "title", stale->target_title);
  luotain_cli_time_to_json (json, "changed", stale->changed);
  luotain_cli_json_end_object (json);
  luotain_cli_json_end_object (json);
}

static void
show_unfinished (const Looking *looking, const LuotainUnfinished *unfinished, const char *title)
{
  g_autofree char *id = luotain_id_to_string (unfinished->type->name, unfinished->id);

  if (looking->json == NULL)
    {
      luotain_cli_output_printf (looking->output, "%s\t%s\t%s\t", id, title, unfinished->missing);
      luotain_cli_output_puts (looking->output, _ ("missing"));
      luotain_cli_output_putc (looking->output, '\n');
      return;
    }

  luotain_cli_json_begin_object (looking->json, NULL);
  luotain_cli_json_string (looking->json, "id", id);
  luotain_cli_json_string (looking->json, "type", unfinished->type->name);
  luotain_cli_json_string (looking->json, "title", title);
  luotain_cli_json_string (looking->json, "reason", "unfinished");
  luotain_cli_json_string (looking->json, "role", unfinished->missing);
  luotain_cli_json_null (looking->json, "upstream");
  luotain_cli_json_end_object (looking->json);
}

static gboolean
list_unfinished (LuotainDb *db, const Looking *looking, LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) all = luotain_chain_unfinished (db, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const LuotainUnfinished *unfinished = g_ptr_array_index (all, i);
      g_autofree char *title = luotain_chain_title (db, unfinished->id, language, error);

      if (title == NULL)
        return FALSE;

      show_unfinished (looking, unfinished, title);
    }

  return all != NULL;
}

static gboolean
list_stale (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Looking *looking = data;
  g_autoptr (GPtrArray) all = NULL;
  LuotainLanguage language;

  if (!luotain_workbook_language (db, &language, error))
    return FALSE;

  all = luotain_chain_stale (db, language, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      if (looking->json != NULL)
        stale_to_json (looking->json, g_ptr_array_index (all, i));
      else
        print_stale (looking->output, g_ptr_array_index (all, i));
    }

  return all != NULL && list_unfinished (db, looking, language, error);
}

static gboolean
look_as_json (const char *path, Looking *looking, GError **error)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (looking->output, 1);
  gboolean looked;

  looking->json = json;
  luotain_cli_json_begin_array (json, NULL);
  looked = luotain_cli_read (path, list_stale, looking, error);
  luotain_cli_json_end_array (json);
  return looked;
}

static gboolean
run_stale (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  Looking looking = { .output = call->output };

  if (!luotain_cli_call_parse (call, options, 1, 1, error))
    return FALSE;

  return as_json ? look_as_json (call->words[0], &looking, error)
                 : luotain_cli_read (call->words[0], list_stale, &looking, error);
}

const LuotainCliCommand luotain_cli_stale = {
  .name = "stale",
  .arguments = "FILE [--json]",
  .summary = N_ (
      "Lists what to look at again: what stands on something that changed since it was confirmed, and what "
      "lacks something it needs."),
  .examples = "luotain-cli stale meri.luotain\n"
              "luotain-cli stale meri.luotain --json | jq -r '.[] | \"\\(.title): \\(.upstream.title)\"'\n",
  .run = run_stale,
};
