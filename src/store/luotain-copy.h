#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/*
 * Copies an open database into @target, whole or not at all, through SQLite's backup interface (a copy of the file by
 * other means would drop the locks of this process), and checks the copy before it takes its name.
 */
gboolean luotain_copy_database (LuotainDb *db, GFile *target, gboolean with_history, GError **error);

/*
 * A private copy of an older workbook, brought to the newest schema, for those who only read: the file stays as it is.
 * It lies in a temporary file of SQLite's that goes with the connection.
 */
LuotainDb *luotain_copy_upgraded (LuotainDb *db, GError **error);

/* Copies an older workbook beside itself before it is upgraded. */
gboolean luotain_copy_before_upgrade (LuotainDb *db, GFile *file, gint64 version, GError **error);

G_END_DECLS
