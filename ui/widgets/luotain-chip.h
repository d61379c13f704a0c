#pragma once

#include "luotain-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * luotain_chip_style:
 * @words: the words of a workbook
 * @vocabulary: name of a vocabulary
 * @key: one of its words
 *
 * Returns: (transfer none): the style class that gives a chip the word's colour: a dimension has one of five soft
 *   hues by its place in the vocabulary, all else is `neutral`
 */
const char *luotain_chip_style (LuotainWordList *words, const char *vocabulary, const char *key);

/**
 * luotain_chip_new:
 * @words: the words of a workbook
 * @vocabulary: name of a vocabulary
 * @key: one of its words
 *
 * Returns: (transfer floating): a small label with the word on its colour
 */
GtkWidget *luotain_chip_new (LuotainWordList *words, const char *vocabulary, const char *key);

G_END_DECLS
