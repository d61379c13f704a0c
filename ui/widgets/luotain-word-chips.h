#pragma once

#include "luotain-word-field.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WORD_CHIPS (luotain_word_chips_get_type ())

/** LuotainWordChips: one toggle a word of a vocabulary, editing one column that holds several words. */
G_DECLARE_FINAL_TYPE (LuotainWordChips, luotain_word_chips, LUOTAIN, WORD_CHIPS, LuotainWordField)

G_END_DECLS
