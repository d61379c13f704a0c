#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LuotainLanguage: the languages in which content can be written. */
typedef enum
{
  LUOTAIN_FI,
  LUOTAIN_SV,
  LUOTAIN_EN,
  LUOTAIN_N_LANGUAGES
} LuotainLanguage;

/**
 * luotain_language_code:
 * @language: a language
 *
 * Returns: `fi`, `sv` or `en`
 */
const char *luotain_language_code (LuotainLanguage language);

/**
 * luotain_language_parse:
 * @code: (nullable): a language code
 * @language: (out): the language
 *
 * Returns: whether @code is one of ours
 */
gboolean luotain_language_parse (const char *code, LuotainLanguage *language);

/**
 * luotain_language_of_locale:
 *
 * Returns: the language of the interface, English where it is none of ours
 */
LuotainLanguage luotain_language_of_locale (void);

/**
 * luotain_language_name:
 * @language: a language
 *
 * Returns: its name in itself: Suomi, Svenska, English
 */
const char *luotain_language_name (LuotainLanguage language);

/**
 * luotain_language_format_count:
 * @language: a language
 * @count: how many
 *
 * Not as `%'d` of printf(), which knows no language whose locale is not installed.
 *
 * Returns: (transfer full): the number with its thousands set apart: 12 345, or 12,345 in English
 */
char *luotain_language_format_count (LuotainLanguage language, guint64 count);

/** LuotainTranslated: one text in each language; %NULL where there is none. */
typedef struct
{
  char *text[LUOTAIN_N_LANGUAGES];
} LuotainTranslated;

/**
 * luotain_translated_get:
 * @translated: a text in some languages
 * @preferred: the language wanted
 *
 * Returns: (nullable): the text in @preferred, else in Finnish, Swedish or English, whichever there is
 */
const char *luotain_translated_get (const LuotainTranslated *translated, LuotainLanguage preferred);

G_END_DECLS
