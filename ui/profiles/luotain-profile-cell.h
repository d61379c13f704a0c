#pragma once

#include "luotain-context.h"
#include "luotain-profile-chip.h"
#include "luotain-profile-edit.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PROFILE_CELL (luotain_profile_cell_get_type ())

/**
 * LuotainProfileCell: what one role level needs of one competence group: chips, and a line to add more.
 *
 * Signals: `chip-made (cell, LuotainProfileChip *chip)`; `added (cell, gint64 competence, const char *text)`, see
 * LuotainCompetenceEntry; `dropped (cell, gint64 entry, gint64 before, gboolean copy)`: a chip was let go here, before
 * another one (0: last).
 */
G_DECLARE_FINAL_TYPE (LuotainProfileCell, luotain_profile_cell, LUOTAIN, PROFILE_CELL, GtkWidget)

/**
 * luotain_profile_cell_new:
 * @context: a context
 * @level: a role level, 0 for the entries that have none
 * @level_title: its title
 * @group: (nullable): key of a competence group, %NULL for the entries that have none
 * @group_title: its title
 */
GtkWidget *luotain_profile_cell_new (LuotainContext *context, gint64 level, const char *level_title,
                                     const char *group, const char *group_title);

/**
 * luotain_profile_cell_set_items:
 * @self: a cell
 * @items: (element-type LuotainProfileItem): what it shows
 * @sheet: the profile they are of
 *
 * Shows the items; chips of entries that stay are kept, and with them the focus.
 */
void luotain_profile_cell_set_items (LuotainProfileCell *self, GPtrArray *items,
                                     const LuotainProfileSheet *sheet);

/**
 * luotain_profile_cell_set_others:
 * @self: a cell
 * @others: (element-type LuotainProfileItem): what only the profile laid over this one has
 * @sheet: the profile
 *
 * Shows them behind the chips, to be read only.
 */
void luotain_profile_cell_set_others (LuotainProfileCell *self, GPtrArray *others,
                                      const LuotainProfileSheet *sheet);

gint64 luotain_profile_cell_get_level (LuotainProfileCell *self);

/** luotain_profile_cell_find: (nullable): the chip of an entry. */
LuotainProfileChip *luotain_profile_cell_find (LuotainProfileCell *self, gint64 entry);

/** luotain_profile_cell_get_entry: (nullable): the line that takes names. */
GtkWidget *luotain_profile_cell_get_entry (LuotainProfileCell *self);

/** luotain_profile_cell_new_add: (transfer full): what is to be added to the chosen profile, as `added` tells it. */
LuotainProfileAdd *luotain_profile_cell_new_add (LuotainProfileCell *self, const LuotainProfileChoice *chosen,
                                                 gint64 competence, const char *text,
                                                 const LuotainEscoChoice *concept);

/** luotain_profile_cell_set_open: whether names can be added and chips dropped. */
void luotain_profile_cell_set_open (LuotainProfileCell *self, gboolean open);

G_END_DECLS
