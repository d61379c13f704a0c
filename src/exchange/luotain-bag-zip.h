#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_bag_zip_pack:
 * @folder: path of a bag that was written by this program
 * @paths: (array length=n_paths): its files, relative
 * @n_paths: how many
 * @target: the zip; replaced whole or not at all
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED
 *
 * Packs a bag, stored and not compressed: what is flipped in ten years is then one byte of one file, and everything else can
 * still be read. In the zip stands one folder, named for the zip.
 */
gboolean luotain_bag_zip_pack (const char *folder, const char *const *paths, guint n_paths, GFile *target,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
