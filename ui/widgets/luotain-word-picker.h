#pragma once

#include "luotain-word-field.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WORD_PICKER (luotain_word_picker_get_type ())

/** LuotainWordPicker: a drop-down of a vocabulary that edits one column of a record. Property `required`: no empty choice. */
G_DECLARE_FINAL_TYPE (LuotainWordPicker, luotain_word_picker, LUOTAIN, WORD_PICKER, LuotainWordField)

GtkWidget *luotain_word_picker_new (void);

G_END_DECLS
