#pragma once

#include "luotain-field-binding.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WORD_PICKER (luotain_word_picker_get_type ())

/**
 * LuotainWordPicker: a drop-down of a vocabulary that edits one column of a record.
 *
 * Properties `context`, `record-id`, `column` as LuotainFieldBinding has them; `vocabulary`: the name of a
 * vocabulary; `label`: its accessible name; `required`: no empty choice.
 */
G_DECLARE_FINAL_TYPE (LuotainWordPicker, luotain_word_picker, LUOTAIN, WORD_PICKER, GtkWidget)

GtkWidget *luotain_word_picker_new (void);

G_END_DECLS
