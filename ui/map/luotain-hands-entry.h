#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_HANDS_ENTRY (luotain_hands_entry_get_type ())

/**
 * LuotainHandsEntry: hands counted a step: one small entry a step, with Tab from one to the next.
 *
 * Signal `entered (const char *hands)`: Enter was pressed or the focus left the widget with something changed; the
 * hands as a rating keeps them ("5:3 4:9"), "" for none.
 */
G_DECLARE_FINAL_TYPE (LuotainHandsEntry, luotain_hands_entry, LUOTAIN, HANDS_ENTRY, GtkWidget)

/**
 * luotain_hands_entry_set_steps:
 * @self: an entry
 * @steps: (array length=n_steps): what is voted for, as it stands from the start of the row
 * @labels: (array length=n_steps) (nullable): how each is called; %NULL where its number is its name
 * @scale: what is rated, for screen readers
 */
void luotain_hands_entry_set_steps (LuotainHandsEntry *self, const gint64 *steps, const char *const *labels,
                                    guint n_steps, const char *scale);

/**
 * luotain_hands_entry_set_hands:
 * @self: an entry
 * @hands: (nullable): as a rating keeps them; what is being typed stays
 */
void luotain_hands_entry_set_hands (LuotainHandsEntry *self, const char *hands);

G_END_DECLS
