#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_ARCHIVE_CHOICE (luotain_archive_choice_get_type ())

/**
 * LuotainArchiveChoice: the button that archives the workbook: asks in which form, with or without personal data, and where
 * to.
 *
 * Signal `chosen (choice, GFile *target, gboolean zip, gboolean without_personal_data)`.
 */
G_DECLARE_FINAL_TYPE (LuotainArchiveChoice, luotain_archive_choice, LUOTAIN, ARCHIVE_CHOICE, AdwBin)

void luotain_archive_choice_set_context (LuotainArchiveChoice *self, LuotainContext *context);

/** luotain_archive_choice_set_folder: (nullable): where packages are put; else beside the workbook. */
void luotain_archive_choice_set_folder (LuotainArchiveChoice *self, GFile *folder);

G_END_DECLS
