#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PAGE (luotain_page_get_type ())

/** LuotainPage: what the window asks of a page. All are optional; a page is made when it is first shown. */
G_DECLARE_INTERFACE (LuotainPage, luotain_page, LUOTAIN, PAGE, GtkWidget)

struct _LuotainPageInterface
{
  GTypeInterface parent_interface;

  void (*reveal) (LuotainPage *self, gint64 id);
  void (*begin) (LuotainPage *self);
  void (*search) (LuotainPage *self);
  gboolean (*can_show) (LuotainPage *self, const char *type_name);
  gboolean (*reveal_change) (LuotainPage *self, LuotainChanges *changes);
};

/**
 * luotain_page_reveal:
 * @self: a page
 * @id: a record of a type that the page can show
 *
 * Scrolls to the record, selects it and marks it for a moment.
 */
void luotain_page_reveal (LuotainPage *self, gint64 id);

/**
 * luotain_page_reveal_change:
 * @self: a page
 * @changes: what undo or redo touched
 *
 * As luotain_page_reveal(), for a page that shows something where the records themselves may be gone.
 *
 * Returns: whether the page shows it; else the window looks for a record to reveal
 */
gboolean luotain_page_reveal_change (LuotainPage *self, LuotainChanges *changes);

/** luotain_page_begin: puts the focus where work begins: the capture line, the first entry. */
void luotain_page_begin (LuotainPage *self);

/** luotain_page_search: puts the focus where the page is searched or filtered (Ctrl+F). */
void luotain_page_search (LuotainPage *self);

/**
 * luotain_page_can_search:
 *
 * Returns: whether there is something to search on the page
 */
gboolean luotain_page_can_search (LuotainPage *self);

/**
 * luotain_page_can_show:
 * @self: a page
 * @type_name: name of a record type
 *
 * Returns: whether luotain_page_reveal() knows records of the type
 */
gboolean luotain_page_can_show (LuotainPage *self, const char *type_name);

/**
 * luotain_page_add_shortcut:
 * @page: a page
 * @keyval: a key
 * @action: one of its actions
 *
 * Lets Ctrl with a key do something as long as the page is shown, wherever the focus is: in front of a room it may be
 * nowhere.
 */
void luotain_page_add_shortcut (GtkWidget *page, guint keyval, const char *action);

G_END_DECLS
