#pragma once

#include "luotain-language.h"

G_BEGIN_DECLS

/**
 * luotain_syllables_mark:
 * @text: what is to be shown where there is little room
 * @language: its language
 *
 * Marks the ends of the syllables of long words in Finnish and Swedish with soft hyphens, which are seen only where a line
 * ends. By the rule that both languages teach in school: one consonant goes with the vowel after it. Where a compound is
 * joined is not known, so a line may end a syllable before or after it.
 *
 * Returns: (transfer full): the text, to be shown and not to be kept
 */
char *luotain_syllables_mark (const char *text, LuotainLanguage language);

G_END_DECLS
