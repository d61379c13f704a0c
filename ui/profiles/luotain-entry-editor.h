#pragma once

#include "luotain-context.h"
#include "luotain-profile-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_ENTRY_EDITOR (luotain_entry_editor_get_type ())

/**
 * LuotainEntryEditor: all there is to an entry of a profile: how important, which way it goes, why, on what it rests,
 * and the competence itself, which other profiles share.
 *
 * Signal `closed (editor)`: somebody is done with it.
 */
G_DECLARE_FINAL_TYPE (LuotainEntryEditor, luotain_entry_editor, LUOTAIN, ENTRY_EDITOR, GtkWidget)

/** luotain_entry_editor_set_context: must be called once, first. */
void luotain_entry_editor_set_context (LuotainEntryEditor *self, LuotainContext *context);

/**
 * luotain_entry_editor_show:
 * @self: an editor
 * @sheet: the profile
 * @entry: one of its entries
 *
 * Returns: whether there is such an entry
 */
gboolean luotain_entry_editor_show (LuotainEntryEditor *self, const LuotainProfileSheet *sheet, gint64 entry);
gint64 luotain_entry_editor_get_entry (LuotainEntryEditor *self);

G_END_DECLS
