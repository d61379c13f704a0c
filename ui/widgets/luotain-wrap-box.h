#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WRAP_BOX (luotain_wrap_box_get_type ())

/**
 * LuotainWrapBox: children beside each other, going on in the next line where one is full; see LuotainWrapLayout.
 */
G_DECLARE_FINAL_TYPE (LuotainWrapBox, luotain_wrap_box, LUOTAIN, WRAP_BOX, GtkWidget)

GtkWidget *luotain_wrap_box_new (void);
void luotain_wrap_box_append (LuotainWrapBox *self, GtkWidget *child);
void luotain_wrap_box_remove (LuotainWrapBox *self, GtkWidget *child);
void luotain_wrap_box_remove_all (LuotainWrapBox *self);

G_END_DECLS
