#pragma once

#include "luotain-text-field.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TEXT_AREA (luotain_text_area_get_type ())

/**
 * LuotainTextArea: a text that grows with what is written, editing one column of a record, saving as it is left.
 *
 * Property `single-line`: Enter saves instead of breaking the line (for large titles).
 */
G_DECLARE_FINAL_TYPE (LuotainTextArea, luotain_text_area, LUOTAIN, TEXT_AREA, LuotainTextField)

GtkWidget *luotain_text_area_new (void);

/** luotain_text_area_get_view: (transfer none): the text view inside. */
GtkTextView *luotain_text_area_get_view (LuotainTextArea *self);

G_END_DECLS
