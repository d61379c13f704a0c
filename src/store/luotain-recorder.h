#pragma once

#include "luotain-changes.h"
#include "luotain-db.h"

G_BEGIN_DECLS

/*
 * LuotainRecorder: records what a running change does to the record tables, as changesets of SQLite's session
 * extension, and keeps them as a step of the history inside the same transaction. A large change is recorded in parts,
 * so that memory stays flat.
 */
typedef struct _LuotainRecorder LuotainRecorder;

/* Begins to record on @db, which then owns the recorder. */
gboolean luotain_recorder_begin (LuotainDb *db, GError **error);

/* Counts a written row; closes a part where it has grown large. */
gboolean luotain_recorder_count_row (LuotainRecorder *self, GError **error);

/*
 * Ends recording and stores the step under @label, unless nothing changed.
 * Returns: whether it went through; @changes (transfer full) tells what was touched, empty for nothing.
 */
gboolean luotain_recorder_end (LuotainDb *db, const char *label, LuotainChanges **changes, GError **error);

void luotain_recorder_free (LuotainRecorder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainRecorder, luotain_recorder_free)

/* Replays one changeset, inverted for undo; adds what it touches to @changes. */
gboolean luotain_recorder_apply (LuotainDb *db, gconstpointer changeset, gsize length, gboolean inverted,
                                 LuotainChanges *changes, GError **error);

/* Adds what a changeset touches to @changes. */
gboolean luotain_recorder_collect (LuotainDb *db, gconstpointer changeset, gsize length,
                                   LuotainChanges *changes, GError **error);

G_END_DECLS
