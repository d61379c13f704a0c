#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainBagLimits: how much a bag of others may hold, so that reading it ends. */
typedef struct
{
  guint n_files;
  guint64 n_bytes; /* of all files, unpacked */
  guint64 tag_bytes; /* of one tag file that is read into memory */
  guint64 small_bytes; /* a zip that unpacks to more than this … */
  guint ratio; /* … may not unpack to more than so many times its size */
} LuotainBagLimits;

extern const LuotainBagLimits luotain_bag_limits;

typedef enum
{
  LUOTAIN_BAG_FILE,
  LUOTAIN_BAG_LINK, /* symbolic, or a hard link in a zip */
  LUOTAIN_BAG_SPECIAL, /* a device, a socket …; in a zip, encrypted */
  LUOTAIN_BAG_UNSAFE /* the path leads out of the folder, or is none */
} LuotainBagItemKind;

/** LuotainBagItem: a file of a bag. */
typedef struct
{
  char *path; /* relative to the bag's folder; of an unsafe one as it stands there, in whatever bytes */
  guint64 size; /* as the zip says, or the file system */
  LuotainBagItemKind kind;
} LuotainBagItem;

/** LuotainBagSource: the files of a folder or of a zip, in a fixed order. Nothing is ever unpacked but what is asked for. */
typedef struct _LuotainBagSource LuotainBagSource;

/**
 * luotain_bag_source_open:
 * @file: a local folder or zip
 * @limits: how much it may hold
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT where it holds too much or is no zip
 *
 * Returns: (transfer full) (nullable): what is in it
 */
LuotainBagSource *luotain_bag_source_open (GFile *file, const LuotainBagLimits *limits,
                                           GCancellable *cancellable, GError **error);

/** luotain_bag_source_open_bytes: the same for a zip in memory. */
LuotainBagSource *luotain_bag_source_open_bytes (GBytes *zip, const LuotainBagLimits *limits,
                                                 GCancellable *cancellable, GError **error);
void luotain_bag_source_free (LuotainBagSource *self);

/** luotain_bag_source_get_items: (transfer none) (element-type LuotainBagItem): all files; folders are not listed. */
GPtrArray *luotain_bag_source_get_items (LuotainBagSource *self);

/** LuotainBagReaderFuncs: what becomes of the files as they are read. */
typedef struct
{
  gboolean (*wants) (const LuotainBagItem *item, gpointer data);
  gboolean (*read) (gconstpointer bytes, gsize length, gpointer data, GError **error);
  gboolean (*end) (const LuotainBagItem *item, gpointer data, GError **error);
  /* (nullable): a file that cannot be read to its end; NULL or FALSE ends the reading with its error */
  gboolean (*broken) (const LuotainBagItem *item, const GError *why, gpointer data);
} LuotainBagReaderFuncs;

/**
 * luotain_bag_source_read:
 * @self: a source
 * @funcs: what to read, and what to do with it
 * @data: for @funcs
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, or what @funcs failed with
 *
 * Reads files, in flat memory and within the limits. Links and the like are never read.
 */
gboolean luotain_bag_source_read (LuotainBagSource *self, const LuotainBagReaderFuncs *funcs, gpointer data,
                                  GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainBagSource, luotain_bag_source_free)

G_END_DECLS
