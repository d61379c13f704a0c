#pragma once

#include "luotain-field-binding.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WORD_CHIPS (luotain_word_chips_get_type ())

/**
 * LuotainWordChips: one toggle a word of a vocabulary, editing one column that holds several words.
 *
 * Properties `context`, `record-id`, `column` as LuotainFieldBinding has them; `vocabulary`: the name of a
 * vocabulary; `label`: the accessible name of the group.
 */
G_DECLARE_FINAL_TYPE (LuotainWordChips, luotain_word_chips, LUOTAIN, WORD_CHIPS, GtkWidget)

G_END_DECLS
