#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TEXT_SIZER (luotain_text_sizer_get_type ())

/**
 * LuotainTextSizer: holds a text view and is always as high as its text needs in the width it gets.
 *
 * A GtkTextView asks for the height its text had in the width it was given last, so that a text that is set anew
 * shows one line of it. This measures the paragraphs, and remembers those that stay as they are.
 */
G_DECLARE_FINAL_TYPE (LuotainTextSizer, luotain_text_sizer, LUOTAIN, TEXT_SIZER, GtkWidget)

/**
 * luotain_text_sizer_new:
 * @view: the text view
 * @placeholder: (nullable): lies over it while it is empty
 */
GtkWidget *luotain_text_sizer_new (GtkTextView *view, GtkWidget *placeholder);

G_END_DECLS
