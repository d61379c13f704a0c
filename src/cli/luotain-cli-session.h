#pragma once

#include "luotain-history.h"
#include "luotain-store.h"
#include "luotain-workbook-model.h"

G_BEGIN_DECLS

/** LuotainCliSession: a workbook that a command has open. */
typedef struct
{
  LuotainStore *store;
  LuotainHistory *history; /* (nullable): of one that is open for writing */
} LuotainCliSession;

/**
 * luotain_cli_session_open:
 * @path: what the user wrote
 * @error: LUOTAIN_STORE_ERROR
 *
 * Opens a workbook to look at it; others may write it meanwhile.
 *
 * Returns: (transfer full) (nullable): the session
 */
LuotainCliSession *luotain_cli_session_open (const char *path, GError **error);

/**
 * luotain_cli_session_open_to_write:
 *
 * The same to change it: waits two seconds for another writer to end.
 */
LuotainCliSession *luotain_cli_session_open_to_write (const char *path, GError **error);

/**
 * luotain_cli_session_is_file:
 * @self: a session
 * @file: where something is to be written
 *
 * Returns: whether that is the workbook itself, under whatever name
 */
gboolean luotain_cli_session_is_file (LuotainCliSession *self, GFile *file);

void luotain_cli_session_free (LuotainCliSession *self);

/**
 * luotain_cli_read:
 * @path: a workbook
 * @job: reads it
 * @data: for @job
 * @error: LUOTAIN_STORE_ERROR, or what @job failed with
 *
 * Opens a workbook, runs one job that reads, and lets go of it.
 */
gboolean luotain_cli_read (const char *path, LuotainJob job, gpointer data, GError **error);

/**
 * luotain_cli_change:
 * @path: a workbook
 * @label: what is done, in English, marked by N_()
 * @job: the change
 * @data: for @job
 * @error: LUOTAIN_STORE_ERROR, or what @job failed with
 *
 * Opens a workbook, makes one change that can be undone, and lets go of it.
 *
 * Returns: whether the change stands, durably
 */
gboolean luotain_cli_change (const char *path, const char *label, LuotainJob job, gpointer data,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCliSession, luotain_cli_session_free)

G_END_DECLS
