#include "config.h"

#include "luotain-cli-json.h"
#include "luotain-cli-package.h"
#include "luotain-shelf.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>

/* (transfer full) (nullable): in UTC, as the XML writes times */
static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds > 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static char *
join (GPtrArray *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) texts->pdata[i]);

  return g_string_free (text, FALSE);
}

static void
print_item (LuotainCliOutput *output, const LuotainShelfItem *item)
{
  g_autofree char *sectors = item->outline != NULL ? join (item->outline->sectors) : g_strdup ("");
  g_autofree char *verified = format_time (item->verified.when);

  luotain_cli_output_printf (
      output, "%s\t%s\t%s\t%s\t%s", item->name,
      item->outline != NULL && item->outline->title != NULL ? item->outline->title : "", sectors,
      item->year != NULL ? item->year : "",
      item->package ? (verified != NULL ? verified : _ ("not verified")) : _ ("workbook"));
  if (item->fault != NULL)
    luotain_cli_output_printf (output, "\t%s", item->fault);
  luotain_cli_output_putc (output, '\n');
}

static void
parts (LuotainCliJson *json, const char *name, const LuotainOutline *outline, gboolean profile)
{
  luotain_cli_json_begin_array (json, name);
  for (guint i = 0; i < outline->parts->len; i++)
    {
      const LuotainOutlinePart *part = outline->parts->pdata[i];

      if (part->profile != profile)
        continue;
      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "id", profile ? "profile" : "scenario", part->id);
      luotain_cli_json_string (json, "title", part->title);
      luotain_cli_json_end_object (json);
    }
  luotain_cli_json_end_array (json);
}

static void
item_to_json (LuotainCliJson *json, const LuotainShelfItem *item)
{
  g_autofree char *verified = format_time (item->verified.when);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "name", item->name);
  luotain_cli_json_string (json, "kind", item->package ? "package" : "workbook");
  luotain_cli_json_string (json, "title", item->outline != NULL ? item->outline->title : NULL);
  luotain_cli_json_string (json, "year", item->year);
  luotain_cli_json_string (json, "edition", item->edition);
  luotain_cli_json_string (json, "date", item->date);
  if (item->outline != NULL)
    {
      luotain_cli_json_list (json, "sectors", item->outline->sectors);
      luotain_cli_json_list (json, "editions", item->outline->editions);
      parts (json, "scenarios", item->outline, FALSE);
      parts (json, "profiles", item->outline, TRUE);
    }
  luotain_cli_json_boolean (json, "personal_data_left_out", item->left_out);
  luotain_cli_json_string (json, "identity", item->identity);
  luotain_cli_json_string (json, "verified", verified);
  if (verified != NULL)
    luotain_cli_json_boolean (json, "whole", item->verified.whole);
  luotain_cli_json_string (json, "fault", item->fault);
  luotain_cli_json_end_object (json);
}

gboolean
luotain_cli_package_shelf (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (LuotainCliJson) json = NULL;

  if (!luotain_cli_call_parse (call, options, 1, 1, error))
    return FALSE;

  folder = g_file_new_for_commandline_arg (call->words[0]);
  items = luotain_shelf_list (folder, &luotain_workbook_model, NULL, error);
  if (items == NULL)
    return FALSE;

  if (as_json)
    {
      json = luotain_cli_json_new (call->output, 2);
      luotain_cli_json_begin_array (json, NULL);
    }
  for (guint i = 0; i < items->len; i++)
    if (as_json)
      item_to_json (json, items->pdata[i]);
    else
      print_item (call->output, items->pdata[i]);
  if (as_json)
    luotain_cli_json_end_array (json);
  return TRUE;
}
