#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_NAMED_ROW (luotain_named_row_get_type ())

/**
 * LuotainNamedRow: the child of a list item (or of its tree expander), which gives the row its accessible
 * name.
 *
 * GTK 4.8 announces the rows of its list views by their type; what can take the focus needs a name of its
 * own. Property `label` (string): the name; in a template for GtkBuilderListItemFactory bind it to the item.
 */
G_DECLARE_FINAL_TYPE (LuotainNamedRow, luotain_named_row, LUOTAIN, NAMED_ROW, AdwBin)

GtkWidget *luotain_named_row_new (void);
void luotain_named_row_set_label (LuotainNamedRow *self, const char *label);

G_END_DECLS
