#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WRAP_LAYOUT (luotain_wrap_layout_get_type ())

/**
 * LuotainWrapLayout: children after one another in lines, as words are, wrapped where a line is full.
 *
 * Each child has its natural width, or that of the line where it is wider. Chips are laid out so.
 */
G_DECLARE_FINAL_TYPE (LuotainWrapLayout, luotain_wrap_layout, LUOTAIN, WRAP_LAYOUT, GtkLayoutManager)

/**
 * luotain_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *luotain_wrap_layout_new (int spacing);

G_END_DECLS
