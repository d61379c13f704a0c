#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_ESCO_PICKER (luotain_esco_picker_get_type ())

/** LuotainEscoPicker: a button that links a competence to a concept of ESCO, looked up by its name. */
G_DECLARE_FINAL_TYPE (LuotainEscoPicker, luotain_esco_picker, LUOTAIN, ESCO_PICKER, GtkWidget)

/**
 * luotain_esco_picker_set:
 * @self: a picker
 * @context: a context
 * @competence: a competence, or 0
 */
void luotain_esco_picker_set (LuotainEscoPicker *self, LuotainContext *context, gint64 competence);

G_END_DECLS
