#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainBagWriter: writes a bag (BagIt 1.0, RFC 8493) with manifests in SHA-512 and SHA-256, as a folder or as one zip.
 *
 * The bag grows in a temporary folder beside its place, and is hashed as it is written. It appears whole or not at all.
 */
typedef struct _LuotainBagWriter LuotainBagWriter;

/**
 * luotain_bag_writer_new:
 * @target: a folder of this computer that does not exist yet or is empty; or a file, which is replaced
 * @zip: whether to write one zip
 * @cancellable: (nullable): ends the writing of each file, whoever writes it
 * @error: G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a bag without files
 */
LuotainBagWriter *luotain_bag_writer_new (GFile *target, gboolean zip, GCancellable *cancellable,
                                          GError **error);

/** luotain_bag_writer_free: what was not committed is removed. */
void luotain_bag_writer_free (LuotainBagWriter *self);

/**
 * luotain_bag_writer_begin:
 * @self: a bag
 * @path: of a new file: `data/report.xml`; in no folder of `data` it is a tag file
 * @error: G_IO_ERROR
 *
 * Returns: (transfer none) (nullable): where to write the file, until luotain_bag_writer_end()
 */
GOutputStream *luotain_bag_writer_begin (LuotainBagWriter *self, const char *path, GError **error);
gboolean luotain_bag_writer_end (LuotainBagWriter *self, GError **error);

/** luotain_bag_writer_add: a whole file at once. */
gboolean luotain_bag_writer_add (LuotainBagWriter *self, const char *path, const char *data, gssize length,
                                 GError **error);

/**
 * luotain_bag_writer_make_folder:
 * @self: a bag
 * @path: of a folder in it
 * @error: G_IO_ERROR
 *
 * For what writes files itself, also on another thread; see luotain_bag_writer_adopt().
 *
 * Returns: (transfer full) (nullable): where the folder is until the bag is committed
 */
char *luotain_bag_writer_make_folder (LuotainBagWriter *self, const char *path, GError **error);

/**
 * luotain_bag_writer_adopt:
 * @self: a bag
 * @path: of a file that stands in its folder already, whole and synced
 * @error: G_IO_ERROR
 *
 * Takes it in as if it had been written here.
 */
gboolean luotain_bag_writer_adopt (LuotainBagWriter *self, const char *path, GError **error);

/**
 * luotain_bag_writer_set_info:
 * @self: a bag
 * @label: of a line of bag-info.txt
 * @value: (nullable): its value; blank, there is no line
 *
 * Adds a line of bag-info.txt. `Bagging-Date`, `Payload-Oxum` and `Bag-Size` are added by themselves.
 */
void luotain_bag_writer_set_info (LuotainBagWriter *self, const char *label, const char *value);

/**
 * luotain_bag_writer_commit:
 * @self: a bag with all its files
 * @error: G_IO_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED
 *
 * Writes tag files and manifests, syncs all and gives the bag its name.
 *
 * Returns: whether the whole bag now stands in its place
 */
gboolean luotain_bag_writer_commit (LuotainBagWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainBagWriter, luotain_bag_writer_free)

G_END_DECLS
