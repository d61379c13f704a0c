#pragma once

#include "luotain-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_ARCHIVE_PAGE (luotain_archive_page_get_type ())

/**
 * LuotainArchivePage: the coordinator's shelf: the packages and workbooks of a folder, what is in them and whether they are
 * whole; and the button that makes a package of the workbook that is open.
 *
 * Actions: `archive.choose-folder`, `archive.refresh`, `archive.cancel`; of what is selected
 * `archive.open`, `archive.verify`, and `archive.take` with the id of a scenario or profile.
 */
G_DECLARE_FINAL_TYPE (LuotainArchivePage, luotain_archive_page, LUOTAIN, ARCHIVE_PAGE, AdwBin)

GtkWidget *luotain_archive_page_new (LuotainContext *context);

/** luotain_archive_page_set_folder: shows the packages and workbooks of a folder, as choosing it does. */
void luotain_archive_page_set_folder (LuotainArchivePage *self, GFile *folder);

/**
 * luotain_archive_page_make:
 * @self: the page
 * @target: the package that is to appear
 * @zip: whether it is one zip, or a folder
 * @without_personal_data: leave that out
 *
 * Makes a package of the workbook, as the button does once it knows where to.
 */
void luotain_archive_page_make (LuotainArchivePage *self, GFile *target, gboolean zip,
                                gboolean without_personal_data);

/** luotain_archive_page_is_busy: whether something is on its way. */
gboolean luotain_archive_page_is_busy (LuotainArchivePage *self);

G_END_DECLS
