#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TABLE_PAGE (luotain_table_page_get_type ())

/**
 * LuotainTablePage: key variables and their states as a table, the scenarios as paths through it, pairs that cannot
 * coexist, and what remains. Implements LuotainPage.
 */
G_DECLARE_FINAL_TYPE (LuotainTablePage, luotain_table_page, LUOTAIN, TABLE_PAGE, GtkWidget)

GtkWidget *luotain_table_page_new (LuotainContext *context);

G_END_DECLS
