#pragma once

#include "luotain-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_CHANGE_ITEM (luotain_change_item_get_type ())

/** LuotainChangeItem: a line of a comparison: the heading of a group, or a change of it. */
G_DECLARE_FINAL_TYPE (LuotainChangeItem, luotain_change_item, LUOTAIN, CHANGE_ITEM, GObject)

/**
 * luotain_change_item_new:
 * @change: (nullable): a change, which must outlive the item; %NULL for the heading
 * @heading: (nullable): what the heading says
 */
LuotainChangeItem *luotain_change_item_new (const LuotainChange *change, const char *heading);

const LuotainChange *luotain_change_item_get_change (LuotainChangeItem *self);

/** luotain_change_item_make_row: (transfer floating): a widget that tells it. */
GtkWidget *luotain_change_item_make_row (LuotainChangeItem *self);

/**
 * luotain_change_item_dup_markup:
 * @before: a text
 * @after: what became of it
 *
 * Returns: (transfer full): both as one text in Pango's markup: what went is struck, what came is bold, with some of what is
 *   the same around it
 */
char *luotain_change_item_dup_markup (const char *before, const char *after);

G_END_DECLS
