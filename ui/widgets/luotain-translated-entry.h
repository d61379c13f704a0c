#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TRANSLATED_ENTRY (luotain_translated_entry_get_type ())

/**
 * LuotainTranslatedEntry: one line a language for a translated field, the workbook's main language first.
 *
 * Properties `context`; `record-id` (int64); `field`: the field's bare name; `label`: its accessible name;
 * `multiline`: text areas instead of single lines.
 */
G_DECLARE_FINAL_TYPE (LuotainTranslatedEntry, luotain_translated_entry, LUOTAIN, TRANSLATED_ENTRY, GtkWidget)

GtkWidget *luotain_translated_entry_new (void);

G_END_DECLS
