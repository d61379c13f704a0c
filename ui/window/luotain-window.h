#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WINDOW (luotain_window_get_type ())

/** LuotainWindow: one workbook: its pages, the sidebar that leads to them, and the thread beside them. */
G_DECLARE_FINAL_TYPE (LuotainWindow, luotain_window, LUOTAIN, WINDOW, AdwApplicationWindow)

LuotainWindow *luotain_window_new (GtkApplication *application);

/**
 * luotain_window_open:
 * @self: a window
 * @file: a workbook
 *
 * Opens the workbook after the window's first frame, or shows in its place why it could not be opened.
 */
void luotain_window_open (LuotainWindow *self, GFile *file);

/**
 * luotain_window_get_context:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): what its pages are handed, once a workbook is open
 */
LuotainContext *luotain_window_get_context (LuotainWindow *self);

/**
 * luotain_window_show_page:
 * @self: a window with a workbook
 * @name: `findings`, `sessions`, `scenarios`, `profiles` or `reports`
 *
 * Returns: (nullable) (transfer none): the page, a #LuotainPage, made now where it was not shown yet
 */
GtkWidget *luotain_window_show_page (LuotainWindow *self, const char *name);

G_END_DECLS
