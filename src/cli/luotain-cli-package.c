#include "config.h"

#include "luotain-cli-package.h"

#include "luotain-archive.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include <glib/gi18n-lib.h>

static gboolean
parse_languages (LuotainArchive *archive, char **words, GError **error)
{
  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      LuotainLanguage language;

      if (!luotain_cli_parse_language (*word, &language, error))
        return FALSE;
      archive->languages |= 1u << language;
    }

  return TRUE;
}

gboolean
luotain_cli_package_archive (LuotainCliCall *call, GError **error)
{
  g_autofree char *out = NULL;
  g_auto (GStrv) languages = NULL;
  gboolean without = FALSE;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The package: a folder, or a zip by its suffix"),
      N_ ("OUT") },
    { "without-personal-data", 0, 0, G_OPTION_ARG_NONE, &without,
      N_ ("Leave out who was interviewed, who took part and what they said"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING_ARRAY, &languages, N_ ("Only pages in this language"),
      "fi|sv|en" },
    { NULL },
  };
  g_autoptr (LuotainCliSession) session = NULL;
  g_autoptr (GFile) target = NULL;
  LuotainArchive archive = { 0 };

  if (!luotain_cli_call_parse (call, options, 1, 1, error) || !parse_languages (&archive, languages, error))
    return FALSE;

  if (out == NULL)
    {
      g_set_error_literal (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                           _ ("Name the package with -o: a folder that does not exist yet, or a zip."));
      return FALSE;
    }

  session = luotain_cli_session_open (call->words[0], error);
  if (session == NULL)
    return FALSE;

  target = g_file_new_for_commandline_arg (out);
  if (luotain_cli_session_is_file (session, target))
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("“%s” is the workbook itself. Give the package another name."), out);
      return FALSE;
    }

  archive.target = target;
  archive.zip = g_str_has_suffix (out, ".zip");
  archive.without_personal_data = without;
  return luotain_archive_write (session->store, &archive, FALSE, error);
}
