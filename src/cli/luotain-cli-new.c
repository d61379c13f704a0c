#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-inputs.h"
#include "luotain-cli-model.h"
#include "luotain-cli-names.h"

#include "luotain-import.h"
#include "luotain-scw-import.h"
#include "luotain-store.h"
#include "luotain-text.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The title as given, or the name of the file: a workbook must have one. */
static char *
make_title (const char *title, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) local_error = NULL;
  char *dot = strrchr (name, '.');
  char *text;

  if (dot != NULL && dot != name)
    *dot = '\0';

  if (title != NULL)
    text = luotain_text_normalize (title, -1, LUOTAIN_TEXT_SINGLE_LINE, NULL, &local_error);
  else
    text = luotain_text_normalize (name, -1, LUOTAIN_TEXT_SINGLE_LINE | LUOTAIN_TEXT_DROP, NULL,
                                   &local_error);

  if (local_error != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", _ ("Title"));
  else if (text == NULL)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_INPUT,
                 _ ("The title is empty. Give the workbook one with --title."));

  return text;
}

static gboolean
create_empty (GFile *file, const char *title, LuotainLanguage language, GError **error)
{
  LuotainWorkbook *workbook = luotain_record_new (&luotain_workbook_type);
  gboolean created;

  workbook->title.text[language] = make_title (title, file, error);
  workbook->language = g_strdup (luotain_language_code (language));
  created = workbook->title.text[language] != NULL
            && luotain_store_create (file, &luotain_workbook_model, luotain_workbook_seed, workbook, error);
  luotain_record_free (&luotain_workbook_type, workbook);
  return created;
}

static gboolean
has_whole_input (GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    if (luotain_input_is_whole (g_ptr_array_index (inputs, i)))
      return TRUE;

  return FALSE;
}

/* What the user says goes before what the inputs say, and that before the locale and the name of the file. */
static gboolean
create_from (GFile *file, LuotainImport *import, gboolean whole, const char *title, const char *language_code,
             LuotainLanguage language, GError **error)
{
  LuotainWorkbook *workbook = luotain_record_new (&luotain_workbook_type);
  gboolean created = TRUE;

  if (language_code == NULL)
    luotain_import_get_language (import, &language);

  if (language_code != NULL || !whole)
    workbook->language = g_strdup (luotain_language_code (language));

  if (title != NULL || !whole)
    {
      workbook->title.text[language] = make_title (title, file, error);
      created = workbook->title.text[language] != NULL;
    }

  if (created)
    {
      luotain_import_set_workbook (import, workbook);
      created = luotain_store_create (file, &luotain_workbook_model, luotain_import_seed, import, error);
    }

  luotain_record_free (&luotain_workbook_type, workbook);
  return created;
}

static gboolean
read_from (GFile *file, char **from, const char *title, const char *language_code, LuotainLanguage language,
           GError **error)
{
  g_autoptr (LuotainCliScratch) scratch = NULL;
  GPtrArray *inputs = luotain_cli_inputs_new (from, &scratch, error);
  g_autoptr (LuotainImport) import = inputs != NULL ? luotain_import_new (inputs) : NULL;

  return import != NULL && luotain_import_prepare (import, &luotain_workbook_model, NULL, error)
         && create_from (file, import, has_whole_input (inputs), title, language_code, language, error);
}

/* A model of ScenarioWizard has no language, and its title is that of its sector. */
static gboolean
create_from_model (GFile *file, const char *model, const char *title, LuotainLanguage language,
                   GError **error)
{
  g_autoptr (LuotainScw) scw = luotain_cli_model_read_scw (model, error);
  g_autofree char *name = g_filename_display_name (model);
  LuotainWorkbook *workbook = luotain_record_new (&luotain_workbook_type);
  LuotainScwImport import = { .scw = scw,
                              .file = name,
                              .from_scenario_wizard = luotain_cli_model_kind (model) == LUOTAIN_CLI_MODEL_SCW,
                              .workbook = workbook };
  gboolean created = FALSE;

  if (scw != NULL)
    {
      workbook->title.text[language] = make_title (title, file, error);
      workbook->language = g_strdup (luotain_language_code (language));
      created = workbook->title.text[language] != NULL
                && luotain_store_create (file, &luotain_workbook_model, luotain_scw_import_seed, &import,
                                         error);
    }

  luotain_record_free (&luotain_workbook_type, workbook);
  return created;
}

static gboolean
is_model (char **from)
{
  return from != NULL && from[0] != NULL && from[1] == NULL
         && (luotain_cli_model_kind (from[0]) == LUOTAIN_CLI_MODEL_SCW
             || luotain_cli_model_kind (from[0]) == LUOTAIN_CLI_MODEL_CSV);
}

static gboolean
run_new (LuotainCliCall *call, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *language_code = NULL;
  g_auto (GStrv) from = NULL;
  const GOptionEntry options[] = {
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title,
      N_ ("Title of the workbook; else that of the content or the name of the file"), N_ ("TITLE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language_code,
      N_ ("Main language of the content; else that of the content or of the locale"), "fi|sv|en" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &from,
      N_ ("Content to begin with; may be given several times; - is standard input"), "XML" },
    { NULL },
  };
  g_autoptr (GFile) file = NULL;
  LuotainLanguage language = luotain_language_of_locale ();

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || (language_code != NULL && !luotain_cli_parse_language (language_code, &language, error)))
    return FALSE;

  file = g_file_new_for_commandline_arg (call->words[0]);
  if (is_model (from))
    return create_from_model (file, from[0], title, language, error);

  return from != NULL ? read_from (file, from, title, language_code, language, error)
                      : create_empty (file, title, language, error);
}

const LuotainCliCommand luotain_cli_new = {
  .name = "new",
  .arguments = "FILE [--title TITLE] [--language fi|sv|en] [--from XML]…",
  .summary = N_ (
      "Makes a workbook. From XML files it takes their workbook record and vocabulary instead of the "
      "defaults; they are one set, in which references may lead from one to another."),
  .examples =
      "luotain-cli new meri.luotain --title \"Meriklusteri 2030\" --language fi\n"
      "luotain-cli new meri.luotain --from scenarios/maritime-cluster.xml --from profiles/maritime-competences.xml\n"
      "luotain-cli new meri.luotain --from model.scw --language fi\n",
  .run = run_new,
};
