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

char *
luotain_language_format_count (LuotainLanguage language, guint64 count)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  const gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, language == LUOTAIN_EN ? "," : "\302\240");
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
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
