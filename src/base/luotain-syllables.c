#include "config.h"

#include "luotain-syllables.h"

/* Shorter words stay whole, and so do their first and last letters. */
#define SHORTEST_WORD 12
#define FEWEST_LETTERS 4
#define SOFT_HYPHEN 0x00AD

static gboolean
is_one_of (gunichar letter, const char *letters)
{
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) == g_unichar_tolower (letter))
      return TRUE;

  return FALSE;
}

static gboolean
is_vowel (gunichar letter)
{
  return is_one_of (letter, "aeiouyåäöéü");
}

/* Two vowels of one syllable: a long one, or one that glides. */
static gboolean
is_joined (gunichar first, gunichar second)
{
  const gunichar a = g_unichar_tolower (first);
  const gunichar b = g_unichar_tolower (second);

  if (a == b || b == 'i')
    return TRUE;
  if (b == 'u' || b == 'y')
    return is_one_of (a, b == 'u' ? "aeio" : "eiäö");
  return (a == 'i' && b == 'e') || (a == 'u' && b == 'o') || (a == 'y' && b == 0x00F6);
}

/* Two consonants that are one sound in Swedish. */
static gboolean
is_one_sound (gunichar first, gunichar second)
{
  const gunichar a = g_unichar_tolower (first);
  const gunichar b = g_unichar_tolower (second);

  return (a == 'n' && b == 'g') || (a == 'c' && b == 'k');
}

/* Where a Finnish compound goes on with a consonant the rule finds the joint; with a vowel it has to be known. */
static gboolean
begins_part (const gunichar *word, glong length, glong at)
{
  static const char *const parts[] = {
    "alue", "analy", "arvioin", "asiak", "ohjau", "oppimi", "organisaat", "osaaj", "osaami", "ympäris",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *letter = parts[i];
      glong n = at;

      while (n < length && *letter != '\0' && g_utf8_get_char (letter) == g_unichar_tolower (word[n]))
        {
          letter = g_utf8_next_char (letter);
          n++;
        }
      if (*letter == '\0')
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_syllable (const gunichar *word, glong length, glong at, LuotainLanguage language)
{
  if (language == LUOTAIN_FI && begins_part (word, length, at))
    return TRUE;
  if (language == LUOTAIN_FI && begins_part (word, length, at + 1))
    return FALSE;
  if (!is_vowel (word[at]))
    return is_vowel (word[at + 1]) && (language == LUOTAIN_FI || !is_one_sound (word[at - 1], word[at]));

  /* A Finnish word ends a syllable between vowels that do not glide; in a Swedish one that is too often a foreign ending. */
  return language == LUOTAIN_FI && is_vowel (word[at - 1]) && !is_joined (word[at - 1], word[at]);
}

static void
mark_word (GString *text, const gunichar *word, glong length, LuotainLanguage language)
{
  gboolean seen_vowel = FALSE;
  glong last = 0;

  for (glong i = 0; i < length; i++)
    {
      if (length >= SHORTEST_WORD && seen_vowel && i >= FEWEST_LETTERS && length - i >= FEWEST_LETTERS
          && i - last > 1 && begins_syllable (word, length, i, language))
        {
          g_string_append_unichar (text, SOFT_HYPHEN);
          last = i;
        }
      seen_vowel = seen_vowel || is_vowel (word[i]);
      g_string_append_unichar (text, word[i]);
    }
}

char *
luotain_syllables_mark (const char *text, LuotainLanguage language)
{
  g_autofree gunichar *letters = NULL;
  GString *marked;
  glong length;

  g_return_val_if_fail (text != NULL, NULL);

  if (language == LUOTAIN_EN)
    return g_strdup (text);

  letters = g_utf8_to_ucs4_fast (text, -1, &length);
  marked = g_string_new (NULL);

  for (glong i = 0; i < length;)
    {
      glong end = i;

      while (end < length && g_unichar_isalpha (letters[end]))
        end++;
      mark_word (marked, letters + i, end - i, language);
      if (end < length)
        g_string_append_unichar (marked, letters[end++]);
      i = end;
    }

  return g_string_free (marked, FALSE);
}
