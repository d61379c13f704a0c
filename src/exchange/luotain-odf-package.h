#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LuotainOdfPackage: the package of an OpenDocument file: a zip whose first entry, `mimetype`, is stored as it is, without
 * an extra field, so that its type can be told from its first bytes. libarchive writes extra fields into every entry.
 *
 * Nothing of the moment is in it: same entries, same bytes.
 */
typedef struct _LuotainOdfPackage LuotainOdfPackage;

/**
 * luotain_odf_package_new:
 * @stream: (transfer none): where to
 * @type: its media type
 * @cancellable: (nullable)
 */
LuotainOdfPackage *luotain_odf_package_new (GOutputStream *stream, const char *type,
                                            GCancellable *cancellable);
void luotain_odf_package_free (LuotainOdfPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainOdfPackage, luotain_odf_package_free)

/**
 * luotain_odf_package_add:
 * @self: a package
 * @name: of the entry: `content.xml`
 * @type: its media type, for the manifest
 * @bytes: what is in it
 * @error: G_IO_ERROR
 *
 * Returns: whether it was written
 */
gboolean luotain_odf_package_add (LuotainOdfPackage *self, const char *name, const char *type, GBytes *bytes,
                                  GError **error);

/** luotain_odf_package_finish: writes the manifest and the directory; whether all was written. */
gboolean luotain_odf_package_finish (LuotainOdfPackage *self, GError **error);

G_END_DECLS
