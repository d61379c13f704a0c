#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_EVEN_LAYOUT (luotain_even_layout_get_type ())

/** LuotainEvenLayout: children in as many columns of one width as there is room for, those of a line equally high. */
G_DECLARE_FINAL_TYPE (LuotainEvenLayout, luotain_even_layout, LUOTAIN, EVEN_LAYOUT, GtkLayoutManager)

/**
 * luotain_even_layout_new:
 * @least: how wide a column is at least, in pixels
 * @spacing: between columns and between lines, in pixels
 */
GtkLayoutManager *luotain_even_layout_new (int least, int spacing);

G_END_DECLS
