#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/*
 * A workbook file looked at from outside, before SQLite opens it.
 *
 * The system drops a process's locks on a file when any of its descriptors is closed, so a file that this process has
 * open already must not be looked at again: these calls know which are.
 */

/* What the first hundred bytes say. */
typedef struct
{
  gboolean known; /* the file was looked at: it is not open in this process */
  guint32 application_id;
  guint32 version;
  gboolean interrupted; /* a journal lies beside it: the last change was interrupted */
} LuotainWorkbookHeader;

/* Reads the header; refuses what is no SQLite database of ours with a sentence of its own. */
gboolean luotain_workbook_file_probe (const char *path, LuotainWorkbookHeader *header, GError **error);

/*
 * Whether another process writes the workbook, waiting at most @wait_ms for it to end.
 * Refuses with LUOTAIN_STORE_ERROR_HELD, naming the program where it can.
 */
gboolean luotain_workbook_file_check_free (const char *path, int wait_ms, GError **error);

/*
 * Whether a workbook may come to stand under this name: nobody writes the file that is there, and no journal lies
 * beside it. SQLite would roll that into the new file, and ruin it.
 */
gboolean luotain_workbook_file_check_place (GFile *file, GError **error);

/* Notes that this process has the file open; give the key back when it is closed. */
char *luotain_workbook_file_register (const char *path);
void luotain_workbook_file_unregister (char *key);

G_END_DECLS
