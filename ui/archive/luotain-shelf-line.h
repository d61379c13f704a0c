#pragma once

#include "luotain-shelf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SHELF_LINE (luotain_shelf_line_get_type ())

/** LuotainShelfLine: a package or workbook on the shelf: its title, what it is of, and how far it can be trusted. */
G_DECLARE_FINAL_TYPE (LuotainShelfLine, luotain_shelf_line, LUOTAIN, SHELF_LINE, GtkListBoxRow)

LuotainShelfItem *luotain_shelf_line_get_item (LuotainShelfLine *self);

/** luotain_shelf_line_fill_list: shows items in a list, and selects the one of a name (nullable). */
void luotain_shelf_line_fill_list (GtkListBox *list, GPtrArray *items, const char *wanted);

/** luotain_shelf_title: its title, or the name of its file where it has none. */
const char *luotain_shelf_title (const LuotainShelfItem *item);

/** luotain_shelf_state: (transfer full): whether it was verified, when, and how that ended; or what is wrong with it. */
char *luotain_shelf_state (const LuotainShelfItem *item);

/** luotain_shelf_state_icon: the icon of that. */
const char *luotain_shelf_state_icon (const LuotainShelfItem *item);

/** luotain_shelf_join: (transfer full): texts of an array with commas between. */
char *luotain_shelf_join (GPtrArray *texts);

G_END_DECLS
