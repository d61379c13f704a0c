#pragma once

#include "luotain-outline.h"
#include "luotain-verified.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainShelfItem: a package or a workbook that lies in a folder. */
typedef struct
{
  GFile *file;
  char *name; /* of the file, to be shown */
  gboolean package; /* else a workbook */
  LuotainOutline *outline; /* (nullable): what is in it */
  char *date; /* (nullable): of a package, the day it was made, YYYY-MM-DD */
  char *year; /* (nullable): of the content's last change */
  char *edition; /* (nullable): the newest */
  gboolean left_out; /* a package without personal data */
  char *identity; /* (nullable): of a package, what it says it is; see LuotainBag */
  gboolean ours; /* a package this program can take scenarios from */
  char *fault; /* (nullable): one sentence that says why it cannot be used */
  LuotainVerified verified; /* of a package */
} LuotainShelfItem;

/** luotain_shelf_item_ref: safe to hand from thread to thread; nothing in it changes once it was made. */
LuotainShelfItem *luotain_shelf_item_ref (LuotainShelfItem *self);
void luotain_shelf_item_unref (LuotainShelfItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainShelfItem, luotain_shelf_item_unref)

/** LUOTAIN_SHELF_MOST: a folder with more packages and workbooks is no shelf; what comes after is not looked at. */
#define LUOTAIN_SHELF_MOST 1000

/**
 * luotain_shelf_list:
 * @folder: a local folder
 * @model: what workbooks hold
 * @cancellable: (nullable)
 * @error: G_IO_ERROR
 *
 * Looks for packages (folders and zips) and workbooks (by their suffix) in a folder, not in the folders in it. Of packages
 * only what they say of themselves is read. Blocks; to be called on a thread of its own.
 *
 * Returns: (transfer full) (nullable) (element-type LuotainShelfItem): what was found, by name
 */
GPtrArray *luotain_shelf_list (GFile *folder, const LuotainModel *model, GCancellable *cancellable,
                               GError **error);

/**
 * luotain_shelf_item_new:
 * @file: a package or a workbook
 * @model: what workbooks hold
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (nullable): what it is; %NULL where it is neither
 */
LuotainShelfItem *luotain_shelf_item_new (GFile *file, const LuotainModel *model, GCancellable *cancellable);

G_END_DECLS
