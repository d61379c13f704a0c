#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The words of the names of one language, and in which names they stand. Names are numbered in the order in which they are to be
 * found: preferred ones first. A word keeps its names as differences of these numbers, doubled, with one more where the word is
 * the first of the name, seven bits a byte, so that a search reads a few kilobytes.
 */

/** LuotainEscoIndex: an index that is being made. */
typedef struct _LuotainEscoIndex LuotainEscoIndex;

LuotainEscoIndex *luotain_esco_index_new (void);
void luotain_esco_index_free (LuotainEscoIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEscoIndex, luotain_esco_index_free)

/**
 * luotain_esco_index_add:
 * @self: an index
 * @concept: number of a concept
 * @rank: lower ones are found before higher ones
 * @preferred: its name
 * @others: (nullable): other names, a line each
 * @hidden: (nullable): more of them
 */
void luotain_esco_index_add (LuotainEscoIndex *self, guint concept, guint rank, const char *preferred,
                             const char *others, const char *hidden);

/** luotain_esco_index_finish: Returns: (transfer full): the concept of each name (guint32, little-endian). */
GByteArray *luotain_esco_index_finish (LuotainEscoIndex *self, guint *n_preferred);

typedef gboolean (*LuotainEscoWord) (const char *word, const GByteArray *names, gpointer data,
                                     GError **error);

/** luotain_esco_index_each: hands over each word, in their order. */
gboolean luotain_esco_index_each (LuotainEscoIndex *self, LuotainEscoWord word, gpointer data,
                                  GError **error);

/**
 * luotain_esco_index_mark:
 * @bytes: the names of a word
 * @length: of @bytes
 * @n_names: of the language
 * @names: a bit for each name: those of the word are set
 * @first: (nullable): those that begin with it are set
 *
 * Returns: FALSE where the bytes make no sense
 */
gboolean luotain_esco_index_mark (const guint8 *bytes, gsize length, guint n_names, guint64 *names,
                                  guint64 *first);

/**
 * luotain_esco_next_word:
 * @text: (inout): where to go on
 * @word: emptied, then the next word in lower case
 *
 * Returns: FALSE where there is no further word
 */
gboolean luotain_esco_next_word (const char **text, GString *word);

G_END_DECLS
