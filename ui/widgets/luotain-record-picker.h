#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_RECORD_PICKER (luotain_record_picker_get_type ())

/**
 * LuotainRecordPicker: a button that opens a list of records to search and to choose from.
 *
 * Properties: `context`; `types` (string): names of record types with a blank between; `label`: on the button;
 * `icon-name`; `create-label`: what to offer for words that are no record yet, such as “Add Source “%s””, or NULL.
 *
 * Signal `picked (picker, gint64 id)`; signal `create (picker, const char *text)`.
 */
G_DECLARE_FINAL_TYPE (LuotainRecordPicker, luotain_record_picker, LUOTAIN, RECORD_PICKER, GtkWidget)

GtkWidget *luotain_record_picker_new (void);

/**
 * luotain_record_picker_set_excluded:
 * @self: a picker
 * @ids: (nullable) (element-type gint64): records not to be offered: those that are tied already
 */
void luotain_record_picker_set_excluded (LuotainRecordPicker *self, GArray *ids);

/** luotain_record_picker_popup: opens the list, the focus in its search. */
void luotain_record_picker_popup (LuotainRecordPicker *self);

G_END_DECLS
