#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-names.h"
#include "luotain-cli-scratch.h"
#include "luotain-cli-session.h"

#include "luotain-atomic-file.h"
#include "luotain-xml-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GArray *ids; /* (element-type LuotainCliId) */
  LuotainXmlExport xml;
} Part;

static gboolean
parse_ids (GArray *ids, char **words, const LuotainRecordType *type, GError **error)
{
  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      LuotainCliId id;

      if (!luotain_cli_parse_id (*word, &id, error))
        return FALSE;

      if (id.type != type)
        {
          g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                       _ ("%s is not the id of a record of the type %s."), *word, type->name);
          return FALSE;
        }

      g_array_append_val (ids, id);
    }

  return TRUE;
}

static gboolean
write_part (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Part *part = data;
  g_autofree gint64 *ids = part->ids->len > 0 ? g_new (gint64, part->ids->len) : NULL;

  for (guint i = 0; i < part->ids->len; i++)
    {
      const LuotainCliId *id = &g_array_index (part->ids, LuotainCliId, i);

      if (!luotain_cli_require_id (db, id, error))
        return FALSE;

      ids[i] = id->id;
    }

  part->xml.ids = ids;
  part->xml.n_ids = part->ids->len;
  return luotain_xml_export (db, &part->xml, result, error);
}

/* Whole or not at all, and never half on its way to standard output while the workbook waits. */
static gboolean
write_file (LuotainCliSession *session, GArray *ids, GFile *file, GError **error)
{
  g_autoptr (LuotainAtomicFile) atomic = luotain_atomic_file_new (file, error);
  Part part = { .ids = ids };

  if (atomic == NULL)
    return FALSE;

  part.xml.stream = luotain_atomic_file_get_stream (atomic);
  return luotain_store_read (session->store, write_part, &part, NULL, error)
         && luotain_atomic_file_commit (atomic, error);
}

static gboolean
write_output (LuotainCliCall *call, LuotainCliSession *session, GArray *ids, GError **error)
{
  g_autoptr (LuotainCliScratch) scratch = luotain_cli_scratch_new (error);
  g_autoptr (GFile) file = scratch != NULL ? luotain_cli_scratch_get_file (scratch, "export") : NULL;

  return file != NULL && write_file (session, ids, file, error)
         && luotain_cli_output_send_file (call->output, file, error);
}

static gboolean
export_to (LuotainCliCall *call, const char *out, GArray *ids, GError **error)
{
  g_autoptr (LuotainCliSession) session = luotain_cli_session_open (call->words[0], error);
  g_autoptr (GFile) file = NULL;

  if (session == NULL)
    return FALSE;

  if (out == NULL || strcmp (out, "-") == 0)
    return write_output (call, session, ids, error);

  file = g_file_new_for_commandline_arg (out);

  if (!luotain_cli_session_is_file (session, file))
    return write_file (session, ids, file, error);

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is the workbook itself. Give the report another name."), out);
  return FALSE;
}

static gboolean
run_export (LuotainCliCall *call, GError **error)
{
  g_autofree char *out = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) sectors = NULL;
  g_auto (GStrv) scenarios = NULL;
  g_auto (GStrv) profiles = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
      N_ ("Where to write; standard output where it is missing or -"), N_ ("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to write"), "xml|html" },
    { "sector", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sectors, N_ ("Only this sector"), N_ ("ID") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING_ARRAY, &scenarios,
      N_ ("Only this scenario with what it stands on"), N_ ("ID") },
    { "profile", 0, 0, G_OPTION_ARG_STRING_ARRAY, &profiles, N_ ("Only this profile with its reasons"),
      N_ ("ID") },
    { NULL },
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LuotainCliId));

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !parse_ids (ids, sectors, &luotain_sector_type, error)
      || !parse_ids (ids, scenarios, &luotain_scenario_type, error)
      || !parse_ids (ids, profiles, &luotain_profile_type, error))
    return FALSE;

  if (format == NULL || strcmp (format, "xml") == 0)
    return export_to (call, out, ids, error);

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is not a format of reports: xml, html."), format);
  return FALSE;
}

const LuotainCliCommand luotain_cli_export = {
  .name = "export",
  .arguments = "FILE [-o OUT] [--format xml|html] [--sector ID|--scenario ID|--profile ID]…",
  .summary = N_ ("Writes the report: the whole workbook, or what is named with everything it stands on."),
  .examples = "luotain-cli export meri.luotain -o meri.xml\n"
              "luotain-cli export meri.luotain --profile profile-3K7ZQ9M2N4PRS | xmllint --format -\n"
              "luotain-cli export meri.luotain --format html -o meri.html\n",
  .run = run_export,
};
