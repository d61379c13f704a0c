#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TAG_ENTRY (luotain_tag_entry_get_type ())

/**
 * LuotainTagEntry: the tags of a record as chips, each of which can be taken off, and an entry for more.
 *
 * Enter or a comma adds what is typed; Backspace in the empty entry takes off the last. Each is one change.
 *
 * Signal `tag (const char *tag)`: somebody pressed a tag.
 */
G_DECLARE_FINAL_TYPE (LuotainTagEntry, luotain_tag_entry, LUOTAIN, TAG_ENTRY, GtkWidget)

void luotain_tag_entry_set_context (LuotainTagEntry *self, LuotainContext *context);

/** luotain_tag_entry_show: shows the tags of a record: one a line, %NULL for none. */
void luotain_tag_entry_show (LuotainTagEntry *self, gint64 id, const char *tags);

/** luotain_tag_entry_save: adds what is typed, as leaving does. */
void luotain_tag_entry_save (LuotainTagEntry *self);

G_END_DECLS
