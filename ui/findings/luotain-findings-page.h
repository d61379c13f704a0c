#pragma once

#include "luotain-page.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDINGS_PAGE (luotain_findings_page_get_type ())

/**
 * LuotainFindingsPage: the findings of the workbook: the capture line, the list, and the editor beside it where there
 * is room, over it where there is none.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingsPage, luotain_findings_page, LUOTAIN, FINDINGS_PAGE, GtkWidget)

GtkWidget *luotain_findings_page_new (LuotainContext *context);

/** luotain_findings_page_show_session: shows the findings of one session. */
void luotain_findings_page_show_session (LuotainFindingsPage *self, gint64 session);

G_END_DECLS
