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
 * luotain_window_get_file:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): the workbook it shows or tried to open
 */
GFile *luotain_window_get_file (LuotainWindow *self);

/**
 * luotain_window_show_start:
 * @self: a window without a workbook
 *
 * Shows the start page.
 */
void luotain_window_show_start (LuotainWindow *self);

/**
 * luotain_window_import:
 * @self: a window with a workbook that can be written
 * @files: (element-type GFile): XML files or workbooks
 *
 * Shows what importing the files would do, and does it when that is wanted.
 */
void luotain_window_import (LuotainWindow *self, GListModel *files);

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
