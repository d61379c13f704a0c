#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_START_PAGE (luotain_start_page_get_type ())

/** LuotainStartPage: where somebody is who has no workbook open: recent ones, a new one, the example. */
G_DECLARE_FINAL_TYPE (LuotainStartPage, luotain_start_page, LUOTAIN, START_PAGE, AdwBin)

GtkWidget *luotain_start_page_new (void);

G_END_DECLS
