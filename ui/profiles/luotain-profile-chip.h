#pragma once

#include "luotain-profile-query.h"
#include "luotain-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PROFILE_CHIP (luotain_profile_chip_get_type ())

/**
 * LuotainProfileChip: an entry of a profile: the competence's name, its importance as weight, ▲ or ▼ where it grows
 * or declines, ● where all scenarios of the sector need it, ◐ where some do.
 */
G_DECLARE_FINAL_TYPE (LuotainProfileChip, luotain_profile_chip, LUOTAIN, PROFILE_CHIP, GtkButton)

GtkWidget *luotain_profile_chip_new (void);

/**
 * luotain_profile_chip_set_item:
 * @self: a chip
 * @item: what to show; not kept
 * @n_scenarios: scenarios of the sector
 * @words: the workbook's words
 */
void luotain_profile_chip_set_item (LuotainProfileChip *self, const LuotainProfileItem *item,
                                    guint n_scenarios, LuotainWordList *words);
gint64 luotain_profile_chip_get_entry (LuotainProfileChip *self);
gint64 luotain_profile_chip_get_level (LuotainProfileChip *self);

/** luotain_profile_chip_set_chosen: whether the chip is the one that is selected. */
void luotain_profile_chip_set_chosen (LuotainProfileChip *self, gboolean chosen);

G_END_DECLS
