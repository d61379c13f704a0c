#include "config.h"

#include "luotain-field.h"

#include "luotain-date.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_WORDS 64

guint
luotain_field_n_columns (const LuotainField *field)
{
  return field->kind == LUOTAIN_FIELD_KIND_TRANSLATED ? LUOTAIN_N_LANGUAGES : 1;
}

char *
luotain_field_column (const LuotainField *field, LuotainLanguage language)
{
  if (field->kind == LUOTAIN_FIELD_KIND_TRANSLATED)
    return g_strconcat (field->name, "_", luotain_language_code (language), NULL);

  return g_strdup (field->name);
}

static char **
text_place (const LuotainField *field, gpointer record, LuotainLanguage language)
{
  g_assert (field->kind != LUOTAIN_FIELD_KIND_NUMBER);

  if (field->kind == LUOTAIN_FIELD_KIND_TRANSLATED)
    return &G_STRUCT_MEMBER (LuotainTranslated, record, field->offset).text[language];

  return &G_STRUCT_MEMBER (char *, record, field->offset);
}

const char *
luotain_field_peek (const LuotainField *field, gconstpointer record, LuotainLanguage language)
{
  return *text_place (field, (gpointer) record, language);
}

void
luotain_field_take (const LuotainField *field, gpointer record, LuotainLanguage language, char *text)
{
  char **place = text_place (field, record, language);

  g_free (*place);
  *place = text;
}

gint64
luotain_field_get_number (const LuotainField *field, gconstpointer record)
{
  g_assert (field->kind == LUOTAIN_FIELD_KIND_NUMBER);
  return G_STRUCT_MEMBER (gint64, record, field->offset);
}

void
luotain_field_set_number (const LuotainField *field, gpointer record, gint64 number)
{
  g_assert (field->kind == LUOTAIN_FIELD_KIND_NUMBER);
  G_STRUCT_MEMBER (gint64, record, field->offset) = number;
}

char *
luotain_field_to_string (const LuotainField *field, gconstpointer record, LuotainLanguage language)
{
  gint64 number;

  if (field->kind != LUOTAIN_FIELD_KIND_NUMBER)
    return g_strdup (luotain_field_peek (field, record, language));

  number = luotain_field_get_number (field, record);
  return number == LUOTAIN_NUMBER_UNSET ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static gboolean
is_word (const char *text)
{
  if (!g_ascii_islower (*text))
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && (*p != '-' || p[1] == '\0'))
      return FALSE;

  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
contains_word (GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

static gboolean
refuse (const LuotainField *field, const char *text, const char *wanted, GError **error)
{
  g_autofree char *excerpt = luotain_text_excerpt (text, 40);

  g_set_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_FORMAT, _ ("%s: “%s” is not %s."),
               _ (field->label), excerpt, wanted);
  return FALSE;
}

static gboolean
sort_words (const LuotainField *field, const char *text, char **sorted, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " ,\n", MOST_WORDS);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0')
        continue;

      if (!is_word (*part))
        return refuse (field, *part, _ ("a key of small letters, digits and hyphens"), error);

      if (!contains_word (words, *part))
        g_ptr_array_add (words, *part);
    }

  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  *sorted = words->pdata[0] != NULL ? g_strjoinv (" ", (char **) words->pdata) : NULL;
  return TRUE;
}

static char *
tidy_tags (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  /* A field may hold a hundred thousand of them. */
  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0' && g_hash_table_add (known, *part))
      g_ptr_array_add (tags, *part);

  g_ptr_array_add (tags, NULL);
  return tags->pdata[0] != NULL ? g_strjoinv ("\n", (char **) tags->pdata) : NULL;
}

static gboolean
set_number_string (const LuotainField *field, gpointer record, const char *text, GError **error)
{
  gint64 number = LUOTAIN_NUMBER_UNSET;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, -999999999, 999999999, &number, NULL))
    return refuse (field, text, _ ("a whole number"), error);

  luotain_field_set_number (field, record, number);
  return TRUE;
}

static gboolean
check_form (const LuotainField *field, char **text, GError **error)
{
  char *changed = NULL;

  switch (field->kind)
    {
    case LUOTAIN_FIELD_KIND_WORD:
      return is_word (*text)
             || refuse (field, *text, _ ("a key of small letters, digits and hyphens"), error);

    case LUOTAIN_FIELD_KIND_DATE:
      return luotain_date_is_valid (*text)
             || refuse (field, *text, _ ("a date (2026, 2026-03 or 2026-03-12)"), error);

    case LUOTAIN_FIELD_KIND_WORDS:
      if (!sort_words (field, *text, &changed, error))
        return FALSE;
      break;

    case LUOTAIN_FIELD_KIND_TAGS:
      changed = tidy_tags (*text);
      break;

    case LUOTAIN_FIELD_KIND_TEXT:
    case LUOTAIN_FIELD_KIND_TRANSLATED:
    case LUOTAIN_FIELD_KIND_NUMBER:
    default:
      return TRUE;
    }

  g_free (*text);
  *text = changed;
  return TRUE;
}

static gboolean
is_single_line (const LuotainField *field)
{
  return (field->flags & LUOTAIN_MULTILINE) == 0 && field->kind != LUOTAIN_FIELD_KIND_TAGS;
}

gboolean
luotain_field_set_string (const LuotainField *field, gpointer record, LuotainLanguage language,
                          const char *text, gboolean drop, GError **error)
{
  const LuotainTextFlags flags = (drop ? LUOTAIN_TEXT_DROP : LUOTAIN_TEXT_REFUSE)
                                 | (is_single_line (field) ? LUOTAIN_TEXT_SINGLE_LINE : 0);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *plain = luotain_text_normalize (text, -1, flags, NULL, &local_error);

  if (local_error != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", _ (field->label));
      return FALSE;
    }

  if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
    return set_number_string (field, record, plain, error);

  if (plain != NULL && !check_form (field, &plain, error))
    return FALSE;

  luotain_field_take (field, record, language, g_steal_pointer (&plain));
  return TRUE;
}

gboolean
luotain_field_is_set (const LuotainField *field, gconstpointer record)
{
  if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
    return luotain_field_get_number (field, record) != LUOTAIN_NUMBER_UNSET;

  for (guint i = 0; i < luotain_field_n_columns (field); i++)
    if (luotain_field_peek (field, record, i) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
luotain_field_equal (const LuotainField *field, gconstpointer a, gconstpointer b)
{
  if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
    return luotain_field_get_number (field, a) == luotain_field_get_number (field, b);

  for (guint i = 0; i < luotain_field_n_columns (field); i++)
    if (g_strcmp0 (luotain_field_peek (field, a, i), luotain_field_peek (field, b, i)) != 0)
      return FALSE;

  return TRUE;
}
