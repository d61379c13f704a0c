#include "config.h"

#include "luotain-language.h"

#include <string.h>

static const char *const codes[LUOTAIN_N_LANGUAGES] = { "fi", "sv", "en" };
static const char *const names[LUOTAIN_N_LANGUAGES] = { "Suomi", "Svenska", "English" };

const char *
luotain_language_code (LuotainLanguage language)
{
  g_return_val_if_fail (language < LUOTAIN_N_LANGUAGES, NULL);
  return codes[language];
}

const char *
luotain_language_name (LuotainLanguage language)
{
  g_return_val_if_fail (language < LUOTAIN_N_LANGUAGES, NULL);
  return names[language];
}

gboolean
luotain_language_parse (const char *code, LuotainLanguage *language)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *language = i;
        return TRUE;
      }

  return FALSE;
}

LuotainLanguage
luotain_language_of_locale (void)
{
  const char *const *locales = g_get_language_names ();
  LuotainLanguage language;

  for (guint i = 0; locales[i] != NULL; i++)
    {
      g_autofree char *code = g_strndup (locales[i], strcspn (locales[i], "_.@"));

      if (luotain_language_parse (code, &language))
        return language;
    }

  return LUOTAIN_EN;
}

const char *
luotain_translated_get (const LuotainTranslated *translated, LuotainLanguage preferred)
{
  if (translated->text[preferred] != NULL)
    return translated->text[preferred];

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (translated->text[i] != NULL)
      return translated->text[i];

  return NULL;
}
