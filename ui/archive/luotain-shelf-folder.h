#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which folder is the shelf, in the program's settings: it is the same whichever workbook is open. */

/** luotain_shelf_folder_load: (transfer full) (nullable): the shelf that was chosen last. */
GFile *luotain_shelf_folder_load (void);
void luotain_shelf_folder_save (GFile *folder);

G_END_DECLS
