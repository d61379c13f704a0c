#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TAB_STOP (luotain_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (LuotainTabStop, luotain_tab_stop, LUOTAIN, TAB_STOP, AdwBin)

/**
 * LuotainTabStop:
 *
 * Holds one list (GtkListView or GtkListBox), however deep within it, and makes it one stop of the Tab key: it is
 * entered where it is selected, arrows move in it, Tab goes through the buttons of the row, and then out. GTK's lists
 * stop at every row, a thousand times in a long one; what changes that came in 4.12 and 4.18.
 */
GtkWidget *luotain_tab_stop_new (GtkWidget *child);

G_END_DECLS
