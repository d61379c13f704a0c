#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"

#include "luotain-esco-package.h"
#include "luotain-esco.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define USUAL_LIMIT 20
#define HIGHEST_LIMIT 1000

/* ---- import ---- */

static void
summary_to_json (LuotainCliOutput *output, const LuotainEscoImport *import)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 1);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "version", import->found_version);
  luotain_cli_json_strings (json, "languages", (const char *const *) import->languages);
  luotain_cli_json_number (json, "skills", import->n_skills);
  luotain_cli_json_number (json, "skill_groups", import->n_groups);
  luotain_cli_json_number (json, "occupations", import->n_occupations);
  luotain_cli_json_list (json, "notes", import->notes);
  luotain_cli_json_string (json, "notice", LUOTAIN_ESCO_NOTICE);
  luotain_cli_json_end_object (json);
}

static void
print_summary (LuotainCliOutput *output, const LuotainEscoImport *import)
{
  g_autofree char *languages = g_strjoinv (", ", import->languages);

  luotain_cli_output_printf (output, _ ("ESCO %s (%s): %u skills, %u skill groups, %u occupations"),
                             import->found_version != NULL ? import->found_version : "?", languages,
                             import->n_skills, import->n_groups, import->n_occupations);
  luotain_cli_output_printf (output, "\n%s\n", _ (LUOTAIN_ESCO_NOTICE));

  for (guint i = 0; i < import->notes->len; i++)
    fprintf (stderr, "luotain-cli: %s\n", (const char *) import->notes->pdata[i]);
}

static gboolean
import_package (LuotainCliCall *call, const char *version, gboolean as_json, GError **error)
{
  g_autofree char *path = luotain_esco_dup_path ();
  g_auto (LuotainEscoImport) import = { .path = call->words[1], .catalogue = path, .version = version };

  if (!luotain_esco_import_run (&import, NULL, error))
    return FALSE;

  if (as_json)
    summary_to_json (call->output, &import);
  else
    print_summary (call->output, &import);
  return TRUE;
}

/* ---- search ---- */

static gboolean
texts_to_json (LuotainCliJson *json, LuotainEsco *esco, const char *uri, GError **error)
{
  g_autoptr (GPtrArray) texts = luotain_esco_get_texts (esco, uri, error);

  if (texts == NULL)
    return FALSE;

  luotain_cli_json_begin_object (json, "names");
  for (guint i = 0; i < texts->len; i++)
    {
      const LuotainEscoText *text = texts->pdata[i];

      luotain_cli_json_begin_object (json, text->language);
      luotain_cli_json_string (json, "title", text->title);
      luotain_cli_json_strings (json, "alternatives", (const char *const *) text->alternatives);
      luotain_cli_json_string (json, "description", text->description);
      luotain_cli_json_end_object (json);
    }
  luotain_cli_json_end_object (json);
  return TRUE;
}

static gboolean
related_to_json (LuotainCliJson *json, LuotainEsco *esco, const LuotainEscoConcept *concept, GError **error)
{
  static const char *const roles[][2] = { { "broader", "broader" },
                                          { "essential", "essential_for" },
                                          { "optional", "optional_for" } };
  g_autoptr (GPtrArray) related = luotain_esco_get_related (esco, concept->uri, concept->language, error);

  for (guint r = 0; related != NULL && r < G_N_ELEMENTS (roles); r++)
    {
      luotain_cli_json_begin_array (json, roles[r][1]);
      for (guint i = 0; i < related->len; i++)
        {
          const LuotainEscoRelated *one = related->pdata[i];

          if (strcmp (one->role, roles[r][0]) != 0)
            continue;

          luotain_cli_json_begin_object (json, NULL);
          luotain_cli_json_string (json, "uri", one->uri);
          luotain_cli_json_string (json, "kind", one->kind);
          luotain_cli_json_string (json, "title", one->title);
          luotain_cli_json_end_object (json);
        }
      luotain_cli_json_end_array (json);
    }

  return related != NULL;
}

static gboolean
concept_to_json (LuotainCliJson *json, LuotainEsco *esco, const LuotainEscoConcept *concept, GError **error)
{
  gboolean ok;

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "uri", concept->uri);
  luotain_cli_json_string (json, "kind", concept->kind);
  luotain_cli_json_string (json, "skill_type", concept->skill_type);
  luotain_cli_json_string (json, "reuse_level", concept->reuse_level);
  luotain_cli_json_string (json, "status", concept->status);
  luotain_cli_json_string (json, "code", concept->code);
  luotain_cli_json_string (json, "language", concept->language);
  luotain_cli_json_string (json, "title", concept->title);
  luotain_cli_json_string (json, "matched", concept->matched);
  ok = texts_to_json (json, esco, concept->uri, error) && related_to_json (json, esco, concept, error);
  luotain_cli_json_end_object (json);
  return ok;
}

static gboolean
found_to_json (LuotainCliOutput *output, LuotainEsco *esco, const GPtrArray *found, GError **error)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, 2);
  gboolean ok = TRUE;

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "version", luotain_esco_get_version (esco));
  luotain_cli_json_string (json, "notice", LUOTAIN_ESCO_NOTICE);
  luotain_cli_json_strings (json, "languages", luotain_esco_get_languages (esco));
  luotain_cli_json_begin_array (json, "concepts");
  for (guint i = 0; ok && i < found->len; i++)
    ok = concept_to_json (json, esco, found->pdata[i], error);
  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
  return ok;
}

static void
print_found (LuotainCliOutput *output, const GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const LuotainEscoConcept *concept = found->pdata[i];

      luotain_cli_output_printf (output, "%s\t%s", concept->uri, concept->title);
      if (concept->matched != NULL)
        luotain_cli_output_printf (output, " (%s)", concept->matched);
      luotain_cli_output_printf (output, "\t%s\n", concept->broader != NULL ? concept->broader : "");
    }

  luotain_cli_output_printf (output, "\n%s\n", _ (LUOTAIN_ESCO_NOTICE));
}

static gboolean
check_language (LuotainEsco *esco, const char *language, GError **error)
{
  g_autofree char *there = NULL;

  if (language == NULL || g_strv_contains (luotain_esco_get_languages (esco), language))
    return TRUE;

  there = g_strjoinv (", ", (char **) luotain_esco_get_languages (esco));
  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("The ESCO catalogue has no names in the language “%s”; it has %s."), language, there);
  return FALSE;
}

static LuotainEsco *
open_catalogue (GError **error)
{
  g_autofree char *path = luotain_esco_dup_path ();
  g_autoptr (GError) local_error = NULL;
  LuotainEsco *esco = luotain_esco_open (path, &local_error);

  if (g_error_matches (local_error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (
        error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED,
        _ ("There is no ESCO catalogue yet. Download the classification as CSV from "
           "https://esco.ec.europa.eu, unpack it, and run “luotain-cli esco import FOLDER”."));
  else if (local_error != NULL)
    g_set_error_literal (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED, local_error->message);
  return esco;
}

static gboolean
search_catalogue (LuotainCliCall *call, const char *language, int limit, gboolean as_json, GError **error)
{
  g_autoptr (LuotainEsco) esco = open_catalogue (error);
  g_autofree char *text = g_strjoinv (" ", call->words + 1);
  const char *const only[] = { language, NULL };
  g_autoptr (GPtrArray) found = NULL;

  if (esco == NULL || !check_language (esco, language, error))
    return FALSE;

  found = luotain_esco_search (esco, text, language != NULL ? only : NULL, (guint) limit, error);
  if (found == NULL)
    return FALSE;

  if (as_json)
    return found_to_json (call->output, esco, found, error);

  print_found (call->output, found);
  return TRUE;
}

static gboolean
run_esco (LuotainCliCall *call, GError **error)
{
  g_autofree char *language = NULL;
  g_autofree char *version = NULL;
  int limit = USUAL_LIMIT;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Search names in this language only (fi, sv, en, …)"), N_ ("LANGUAGE") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Find at most this many (20)"), N_ ("N") },
    { "esco-version", 0, 0, G_OPTION_ARG_STRING, &version,
      N_ ("Version of the package, where its folder does not name it"), N_ ("VERSION") },
    LUOTAIN_CLI_JSON (&as_json),
    { NULL },
  };

  if (!luotain_cli_call_parse (call, options, 2, G_MAXUINT, error))
    return FALSE;

  if (limit < 1 || limit > HIGHEST_LIMIT)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("--limit takes a number from 1 to %d."), HIGHEST_LIMIT);
  else if (strcmp (call->words[0], "import") == 0 && call->n_words == 2)
    return import_package (call, version, as_json, error);
  else if (strcmp (call->words[0], "search") == 0)
    return search_catalogue (call, language, limit, as_json, error);
  else
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("Say “esco import FOLDER” or “esco search TEXT”."));

  return FALSE;
}

const LuotainCliCommand luotain_cli_esco = {
  .name = "esco",
  .arguments = "import FOLDER | search TEXT [--language LANGUAGE] [--limit N] [--json]",
  .summary = N_ (
      "Reads the skills of ESCO, the European classification, from its published CSV package into a "
      "catalogue that all workbooks share, and searches in it."),
  .examples = "luotain-cli esco import \"ESCO dataset - v1.2.0 - classification - fi - csv\"\n"
              "luotain-cli esco search hitsaus --language fi\n",
  .run = run_esco,
};
