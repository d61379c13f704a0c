#include "config.h"

#include "luotain-record-io.h"
#include "luotain-text.h"
#include "luotain-vocabulary-entry.h"
#include "luotain-vocabulary.h"

#include <string.h>

typedef struct
{
  GPtrArray *keys; /* NULL-terminated when loaded */
  GHashTable *titles; /* key → title */
} Words;

struct _LuotainWordList
{
  gatomicrefcount references;
  GHashTable *vocabularies; /* name → Words */
};

static const char *const no_words[] = { NULL };

static void
words_free (gpointer data)
{
  Words *words = data;

  g_ptr_array_unref (words->keys);
  g_hash_table_unref (words->titles);
  g_free (words);
}

static void
add_word (LuotainWordList *self, const char *vocabulary, const char *key, const char *title)
{
  Words *words = g_hash_table_lookup (self->vocabularies, vocabulary);

  if (words == NULL)
    {
      words = g_new0 (Words, 1);
      words->keys = g_ptr_array_new_with_free_func (g_free);
      words->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->vocabularies, g_strdup (vocabulary), words);
    }

  if (g_hash_table_contains (words->titles, key))
    return;

  g_ptr_array_add (words->keys, g_strdup (key));
  g_hash_table_insert (words->titles, g_strdup (key), g_strdup (title));
}

static void
add_closed (LuotainWordList *self)
{
  static const char *const names[] = { "language",        "session-status", "identifier-scheme",
                                       "rating-scale",    "exclusion-kind", "answer",
                                       "coverage-status", "vocabulary" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *const *words = luotain_vocabulary_closed_words (names[i]);

      for (guint j = 0; words[j] != NULL; j++)
        add_word (self, names[i], words[j], luotain_vocabulary_closed_label (names[i], words[j]));
    }
}

static void
terminate_words (gpointer name, gpointer value, gpointer data)
{
  g_ptr_array_add (((Words *) value)->keys, NULL);
}

LuotainWordList *
luotain_word_list_load (LuotainDb *db, LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) entries = luotain_record_list (db, &luotain_vocabulary_entry_type, 0, error);
  LuotainWordList *self;

  if (entries == NULL)
    return NULL;

  self = g_new0 (LuotainWordList, 1);
  g_atomic_ref_count_init (&self->references);
  self->vocabularies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, words_free);
  add_closed (self);

  for (guint i = 0; i < entries->len; i++)
    {
      const LuotainVocabularyEntry *entry = entries->pdata[i];

      add_word (self, entry->vocabulary, entry->key, luotain_translated_get (&entry->title, language));
    }

  g_hash_table_foreach (self->vocabularies, terminate_words, NULL);
  return self;
}

LuotainWordList *
luotain_word_list_ref (LuotainWordList *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
luotain_word_list_unref (LuotainWordList *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->vocabularies);
  g_free (self);
}

const char *const *
luotain_word_list_keys (LuotainWordList *self, const char *vocabulary)
{
  const Words *words = g_hash_table_lookup (self->vocabularies, vocabulary);

  return words != NULL ? (const char *const *) words->keys->pdata : no_words;
}

const char *
luotain_word_list_title (LuotainWordList *self, const char *vocabulary, const char *key)
{
  const Words *words = g_hash_table_lookup (self->vocabularies, vocabulary);
  const char *title = words != NULL && key != NULL ? g_hash_table_lookup (words->titles, key) : NULL;

  return title != NULL ? title : key;
}

char *
luotain_word_list_titles (LuotainWordList *self, const char *vocabulary, const char *keys)
{
  const char *const *order = luotain_word_list_keys (self, vocabulary);
  g_auto (GStrv) wanted = g_strsplit (keys != NULL ? keys : "", " ", -1);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; order[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) wanted, order[i]))
      luotain_text_add_part (titles, ", ", luotain_word_list_title (self, vocabulary, order[i]));

  /* A word whose entry was deleted is still told, by its key. */
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_strv_contains (order, wanted[i]))
      luotain_text_add_part (titles, ", ", wanted[i]);

  return g_string_free (g_steal_pointer (&titles), FALSE);
}
