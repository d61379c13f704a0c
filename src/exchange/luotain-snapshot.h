#pragma once

#include "luotain-edition.h"
#include "luotain-item.h"
#include "luotain-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainSnapshot: one side of a comparison: a workbook as it is now, an edition of it, or a file in XML.
 *
 * It knows of every record that stands at the top its id and the SHA-256 of its element, and holds in memory only those
 * records that were asked for, with all they own.
 */
typedef struct _LuotainSnapshot LuotainSnapshot;

/**
 * luotain_snapshot_new_in_workbook:
 * @db: a database; the snapshot is good for the job that runs
 * @edition: (nullable): name or written id of an edition; %NULL for what the workbook is now
 */
LuotainSnapshot *luotain_snapshot_new_in_workbook (LuotainDb *db, const char *edition);

/**
 * luotain_snapshot_new_of_store:
 * @store: an open workbook; kept
 * @edition: (nullable): as above
 */
LuotainSnapshot *luotain_snapshot_new_of_store (LuotainStore *store, const char *edition);

/**
 * luotain_snapshot_new_of_file:
 * @file: a report in XML, or another workbook
 * @name: what to call it in messages
 * @model: what workbooks hold
 */
LuotainSnapshot *luotain_snapshot_new_of_file (GFile *file, const char *name, const LuotainModel *model);
void luotain_snapshot_free (LuotainSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainSnapshot, luotain_snapshot_free)

/** LuotainSnapshotEntry: a record at the top and the digest of its element. */
typedef struct
{
  gint64 record;
  const LuotainRecordType *type; /* (nullable): one this program does not know */
  guint8 digest[LUOTAIN_EDITION_DIGEST];
} LuotainSnapshotEntry;

/**
 * luotain_snapshot_open:
 * @self: a snapshot
 * @other: (nullable): the other side, if it is open: then what differs from it is held at once
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR, G_IO_ERROR
 *
 * Learns what there is.
 */
gboolean luotain_snapshot_open (LuotainSnapshot *self, const LuotainSnapshot *other, GError **error);

/** luotain_snapshot_get_entries: (element-type LuotainSnapshotEntry): of an open snapshot, by rising id. */
const GArray *luotain_snapshot_get_entries (const LuotainSnapshot *self);

/** luotain_snapshot_get_edition: (transfer none) (nullable): the edition, if it is one and open. */
const LuotainEdition *luotain_snapshot_get_edition (const LuotainSnapshot *self);

/** luotain_snapshot_want: says that the record @id, one at the top, is to be held. */
void luotain_snapshot_want (LuotainSnapshot *self, gint64 id);

/** luotain_snapshot_want_type: says that all records of a type that stands at the top are to be held. */
void luotain_snapshot_want_type (LuotainSnapshot *self, const LuotainRecordType *type);

/** luotain_snapshot_load: gets what is wanted and is not held yet. */
gboolean luotain_snapshot_load (LuotainSnapshot *self, GError **error);

/** luotain_snapshot_get_items: (element-type LuotainItem): what is held, each with all it owns right behind it. */
const GPtrArray *luotain_snapshot_get_items (const LuotainSnapshot *self);

/** luotain_snapshot_find: (nullable) (transfer none): the record @id, if it is held. */
const LuotainItem *luotain_snapshot_find (const LuotainSnapshot *self, gint64 id);

G_END_DECLS
