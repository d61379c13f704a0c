#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-names.h"
#include "luotain-cli-record.h"
#include "luotain-cli-session.h"

#include "luotain-record-cursor.h"
#include "luotain-text.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_VALUE 120

typedef struct
{
  const LuotainRecordType *type;
  LuotainCliOutput *output;
  LuotainCliJson *json; /* (nullable): where JSON is wanted */
  LuotainLanguage language;
} Listing;

static void
print_row (const Listing *listing, gconstpointer record, const char *title)
{
  g_autofree char *id = luotain_record_id_string (listing->type, record);
  g_autofree char *plain_title = luotain_text_excerpt (title, LONGEST_VALUE);

  luotain_cli_output_printf (listing->output, "%s\t%s", id, plain_title);

  for (guint i = 0; i < listing->type->n_fields; i++)
    {
      const LuotainField *field = &listing->type->fields[i];
      g_autofree char *value = NULL;
      g_autofree char *plain = NULL;

      if ((field->flags & LUOTAIN_MAIN) == 0 || strcmp (field->name, "title") == 0)
        continue;

      value = luotain_cli_record_value (field, record, listing->language);
      plain = luotain_text_excerpt (value, LONGEST_VALUE);
      luotain_cli_output_printf (listing->output, "\t%s", plain);
    }

  luotain_cli_output_putc (listing->output, '\n');
}

static gboolean
list_record (LuotainDb *db, const Listing *listing, gconstpointer record, GError **error)
{
  g_autofree char *title = luotain_cli_record_title (db, listing->type, record, listing->language, error);

  if (title == NULL)
    return FALSE;

  if (listing->json == NULL)
    {
      print_row (listing, record, title);
      return TRUE;
    }

  luotain_cli_json_begin_object (listing->json, NULL);
  luotain_cli_record_to_json (listing->json, listing->type, record, title, listing->language);
  luotain_cli_json_end_object (listing->json);
  return TRUE;
}

/* One job: nobody changes the workbook in between. Record by record: there may be 100,000. */
static gboolean
list_records (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Listing *listing = data;
  g_autoptr (LuotainRecordCursor) cursor = NULL;

  if (!luotain_workbook_language (db, &listing->language, error))
    return FALSE;

  cursor = luotain_record_cursor_new (db, listing->type, FALSE, error);

  if (cursor == NULL)
    return FALSE;

  while (luotain_record_cursor_peek (cursor) != NULL)
    if (!list_record (db, listing, luotain_record_cursor_peek (cursor), error)
        || !luotain_record_cursor_next (cursor, error))
      return FALSE;

  return TRUE;
}

static gboolean
list_as_json (const char *path, Listing *listing, GError **error)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (listing->output, 1);
  gboolean listed;

  listing->json = json;
  luotain_cli_json_begin_array (json, NULL);
  listed = luotain_cli_read (path, list_records, listing, error);
  luotain_cli_json_end_array (json);
  return listed;
}

static gboolean
run_list (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  Listing listing = { .output = call->output };

  if (!luotain_cli_call_parse (call, options, 2, 2, error))
    return FALSE;

  listing.type = luotain_cli_parse_type (call->words[1], error);

  if (listing.type == NULL)
    return FALSE;

  return as_json ? list_as_json (call->words[0], &listing, error)
                 : luotain_cli_read (call->words[0], list_records, &listing, error);
}

const LuotainCliCommand luotain_cli_list = {
  .name = "list",
  .arguments = "FILE TYPE [--json]",
  .summary = N_ ("Lists the records of a type: id, title and the main fields, with a tab between."),
  .examples = "luotain-cli list meri.luotain finding\n"
              "luotain-cli list meri.luotain competence --json | jq -r '.[].title_sv'\n",
  .run = run_list,
};
