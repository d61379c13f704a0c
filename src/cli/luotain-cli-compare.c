#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-names.h"
#include "luotain-cli-record.h"

#include "luotain-comparison.h"
#include "luotain-id.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>

#define LONGEST_VALUE 200

static const char signs[] = { '+', '-', '~' };

static void
print_field (LuotainCliOutput *output, const LuotainFieldChange *field)
{
  g_autofree char *before = luotain_text_excerpt (field->before, LONGEST_VALUE);
  g_autofree char *after = luotain_text_excerpt (field->after, LONGEST_VALUE);

  luotain_cli_output_printf (output, "    %s: ", field->label);

  if (field->before == NULL)
    luotain_cli_output_printf (output, "+ %s\n", after);
  else if (field->after == NULL)
    luotain_cli_output_printf (output, "- %s\n", before);
  else
    luotain_cli_output_printf (output, "%s → %s\n", before, after);
}

static void
print_change (LuotainCliOutput *output, const LuotainChange *change)
{
  g_autofree char *id = luotain_id_to_string (change->type->name, change->id);
  const char *title = change->title_after != NULL ? change->title_after : change->title_before;

  luotain_cli_output_printf (output, "  %c %s\t", signs[change->kind], id);

  if (change->owner_title != NULL)
    luotain_cli_output_printf (output, "%s: ", change->owner_title);

  luotain_cli_output_printf (output, "%s\n", title);

  for (guint i = 0; i < change->fields->len; i++)
    print_field (output, change->fields->pdata[i]);
}

static void
print_heading (LuotainCliOutput *output, const LuotainComparison *comparison, LuotainChangeGroup group)
{
  const char *separator = ": ";

  luotain_cli_output_puts (output, luotain_change_group_label (group));

  for (guint kind = 0; kind < LUOTAIN_CHANGE_N_KINDS; kind++)
    if (comparison->counts[group][kind] > 0)
      {
        luotain_cli_output_printf (output, "%s%s %u", separator, luotain_change_kind_label (kind),
                                   comparison->counts[group][kind]);
        separator = ", ";
      }

  luotain_cli_output_putc (output, '\n');
}

static void
print_comparison (LuotainCliOutput *output, const LuotainComparison *comparison)
{
  int group = -1;

  for (guint i = 0; i < comparison->changes->len; i++)
    {
      const LuotainChange *change = comparison->changes->pdata[i];

      if ((int) change->group != group)
        print_heading (output, comparison, change->group);

      group = (int) change->group;
      print_change (output, change);
    }
}

/* ---- JSON ---- */

static void
side_to_json (LuotainCliJson *json, const char *name, const LuotainComparisonSide *side)
{
  luotain_cli_json_begin_object (json, name);
  luotain_cli_json_string (json, "name", side->name);
  luotain_cli_json_string (json, "sha256", side->hash);

  if (side->frozen != 0)
    luotain_cli_time_to_json (json, "frozen", side->frozen);
  else
    luotain_cli_json_null (json, "frozen");

  if (side->removed != 0)
    luotain_cli_time_to_json (json, "removed_from", side->removed);
  else
    luotain_cli_json_null (json, "removed_from");

  luotain_cli_json_end_object (json);
}

static void
counts_to_json (LuotainCliJson *json, const LuotainComparison *comparison)
{
  luotain_cli_json_begin_object (json, "counts");

  for (guint group = 0; group < LUOTAIN_CHANGE_N_GROUPS; group++)
    {
      luotain_cli_json_begin_object (json, luotain_change_group_name (group));

      for (guint kind = 0; kind < LUOTAIN_CHANGE_N_KINDS; kind++)
        luotain_cli_json_number (json, luotain_change_kind_name (kind), comparison->counts[group][kind]);

      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_object (json);
}

static void
change_to_json (LuotainCliJson *json, const LuotainChange *change)
{
  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "kind", luotain_change_kind_name (change->kind));
  luotain_cli_json_string (json, "group", luotain_change_group_name (change->group));
  luotain_cli_json_string (json, "type", change->type->name);
  luotain_cli_json_id (json, "id", change->type->name, change->id);
  luotain_cli_json_string (json, "owner_title", change->owner_title);
  luotain_cli_json_string (json, "title_before", change->title_before);
  luotain_cli_json_string (json, "title_after", change->title_after);
  luotain_cli_json_begin_array (json, "fields");

  for (guint i = 0; i < change->fields->len; i++)
    {
      const LuotainFieldChange *field = change->fields->pdata[i];

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_string (json, "name", field->name);
      luotain_cli_json_string (json, "label", field->label);
      luotain_cli_json_string (json, "before", field->before);
      luotain_cli_json_string (json, "after", field->after);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

static void
print_json (LuotainCliOutput *output, const LuotainComparison *comparison)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);

  luotain_cli_json_begin_object (json, NULL);
  side_to_json (json, "before", &comparison->before);
  side_to_json (json, "after", &comparison->after);
  counts_to_json (json, comparison);
  luotain_cli_json_begin_array (json, "changes");

  for (guint i = 0; i < comparison->changes->len; i++)
    change_to_json (json, comparison->changes->pdata[i]);

  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

static gboolean
run_compare (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  g_autofree char *language = NULL;
  const GOptionEntry options[] = {
    LUOTAIN_CLI_JSON (&as_json),
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Language of the texts; else that of the workbook"), "fi|sv|en" },
    { NULL },
  };
  g_autoptr (LuotainComparison) comparison = NULL;
  LuotainLanguage parsed;

  if (!luotain_cli_call_parse (call, options, 2, 2, error)
      || (language != NULL && !luotain_cli_parse_language (language, &parsed, error)))
    return FALSE;

  comparison = luotain_comparison_of_files (call->words[0], call->words[1], &luotain_workbook_model, language,
                                            error);

  if (comparison == NULL)
    return FALSE;

  if (as_json)
    print_json (call->output, comparison);
  else
    print_comparison (call->output, comparison);

  return TRUE;
}

const LuotainCliCommand luotain_cli_compare = {
  .name = "compare",
  .arguments = "A B [--language fi|sv|en] [--json]",
  .summary = N_ (
      "Tells what came, went and changed from A to B, field by field. Each is a workbook, an edition of one "
      "(FILE#EDITION) or a report in XML."),
  .examples = "luotain-cli compare \"meri.luotain#Johtoryhmä 2026\" meri.luotain\n"
              "luotain-cli compare meri-2025.xml \"meri.luotain#Johtoryhmä 2026\" --json | jq .counts\n",
  .run = run_compare,
};
