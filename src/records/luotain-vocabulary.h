#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * luotain_vocabulary_insert_defaults:
 * @db: a database without them
 * @error: LUOTAIN_STORE_ERROR
 *
 * Puts in what every workbook has by default: vocabulary entries and role levels, with fixed ids and times.
 */
gboolean luotain_vocabulary_insert_defaults (LuotainDb *db, GError **error);

/**
 * luotain_vocabulary_is_closed:
 * @vocabulary: name of a vocabulary
 *
 * Returns: whether its words are fixed by the program (`language`, `session-status`, …) and not kept in the workbook
 */
gboolean luotain_vocabulary_is_closed (const char *vocabulary);

/**
 * luotain_vocabulary_closed_words:
 * @vocabulary: name of a closed vocabulary
 *
 * Returns: (transfer none): its words, NULL-terminated
 */
const char *const *luotain_vocabulary_closed_words (const char *vocabulary);

/**
 * luotain_vocabulary_closed_label:
 * @vocabulary: name of a closed vocabulary
 * @word: one of its words
 *
 * Returns: (nullable): how the interface names it, translated
 */
const char *luotain_vocabulary_closed_label (const char *vocabulary, const char *word);

/**
 * luotain_vocabulary_has_word:
 * @db: a database
 * @vocabulary: name of a vocabulary
 * @word: a key
 * @has: (out): whether it stands in the vocabulary
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_vocabulary_has_word (LuotainDb *db, const char *vocabulary, const char *word, gboolean *has,
                                      GError **error);

/**
 * luotain_vocabulary_words:
 * @db: a database
 * @vocabulary: name of a vocabulary
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): its keys, in the user's order, NULL-terminated
 */
char **luotain_vocabulary_words (LuotainDb *db, const char *vocabulary, GError **error);

/** LuotainWordList: the words of all vocabularies of a workbook with their titles, for the face and for lists. */
typedef struct _LuotainWordList LuotainWordList;

/**
 * luotain_word_list_load:
 * @db: a database
 * @language: which language to take titles in first
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): all words, closed vocabularies included; immutable, safe to hand between threads
 */
LuotainWordList *luotain_word_list_load (LuotainDb *db, LuotainLanguage language, GError **error);
LuotainWordList *luotain_word_list_ref (LuotainWordList *self);
void luotain_word_list_unref (LuotainWordList *self);

/**
 * luotain_word_list_keys:
 * @self: a list
 * @vocabulary: name of a vocabulary
 *
 * Returns: (transfer none): its keys in order, NULL-terminated; empty for none
 */
const char *const *luotain_word_list_keys (LuotainWordList *self, const char *vocabulary);

/**
 * luotain_word_list_title:
 * @self: a list
 * @vocabulary: name of a vocabulary
 * @key: (nullable): a key
 *
 * Returns: (transfer none) (nullable): its title; the key itself where it is unknown; %NULL for no key
 */
const char *luotain_word_list_title (LuotainWordList *self, const char *vocabulary, const char *key);

/**
 * luotain_word_list_titles:
 * @self: a list
 * @vocabulary: name of a vocabulary
 * @keys: (nullable): keys with a blank between
 *
 * Returns: (transfer full): their titles in the vocabulary's order, joined by ", "; "" for none
 */
char *luotain_word_list_titles (LuotainWordList *self, const char *vocabulary, const char *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainWordList, luotain_word_list_unref)

G_END_DECLS
