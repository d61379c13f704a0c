#pragma once

#include "luotain-field-binding.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TEXT_AREA (luotain_text_area_get_type ())

/**
 * LuotainTextArea: a text that grows with what is written, editing one column of a record, saving as it is left.
 *
 * Properties `context`, `record-id`, `column` as LuotainFieldBinding has them; `label`: its accessible name;
 * `placeholder-text`; `single-line`: Enter saves instead of breaking the line (for large titles); `editable` (FALSE:
 * never). Style class `inline`: no frame until it is pointed at or focused.
 */
G_DECLARE_FINAL_TYPE (LuotainTextArea, luotain_text_area, LUOTAIN, TEXT_AREA, GtkWidget)

GtkWidget *luotain_text_area_new (void);

/** luotain_text_area_is_dirty: whether somebody wrote what is not saved yet. */
gboolean luotain_text_area_is_dirty (LuotainTextArea *self);

/** luotain_text_area_save: saves what is written, as leaving does. */
void luotain_text_area_save (LuotainTextArea *self);

/** luotain_text_area_get_view: (transfer none): the text view inside. */
GtkTextView *luotain_text_area_get_view (LuotainTextArea *self);

G_END_DECLS
