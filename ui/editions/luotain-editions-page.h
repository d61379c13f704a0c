#pragma once

#include "luotain-page.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_EDITIONS_PAGE (luotain_editions_page_get_type ())

/** LuotainEditionsPage: what was frozen, to be read with what was said of it later, and compared. */
G_DECLARE_FINAL_TYPE (LuotainEditionsPage, luotain_editions_page, LUOTAIN, EDITIONS_PAGE, GtkWidget)

GtkWidget *luotain_editions_page_new (LuotainContext *context);

/** luotain_editions_page_freeze: freezes the workbook under a name, and shows the edition. */
void luotain_editions_page_freeze (LuotainEditionsPage *self, const char *name);

/** luotain_editions_page_compare: shows what came, went and changed since the edition that is selected. */
void luotain_editions_page_compare (LuotainEditionsPage *self);

G_END_DECLS
