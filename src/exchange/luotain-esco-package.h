#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainEscoImport: a package as ESCO publishes it, and what became of it. */
typedef struct
{
  /* What to read: a folder with the CSV files of one or several languages, with folders and zip archives of such, or one archive. */
  const char *path;
  const char *catalogue; /* the file that is to hold it; its folder is made */
  const char *version; /* (nullable): of ESCO; else that in the names of the folders and archives */
  int permille; /* (out): atomic; how far it is */

  char *found_version; /* (out) (nullable) */
  char **languages; /* (out): codes of what was read */
  guint n_skills; /* (out): in the catalogue now */
  guint n_groups; /* (out) */
  guint n_occupations; /* (out) */
  GPtrArray *notes; /* (out) (element-type utf8): sentences */
} LuotainEscoImport;

void luotain_esco_import_clear (LuotainEscoImport *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainEscoImport, luotain_esco_import_clear)

/**
 * luotain_esco_import_run:
 * @self: what to read; in any thread
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_INPUT with one line a fault, G_IO_ERROR, LUOTAIN_STORE_ERROR
 *
 * Reads the skills pillar and the occupations that skills are needed for, as versions 1.1 and 1.2 publish them, into the
 * catalogue. A catalogue of the same version keeps the languages that are not in the package; one of another version is
 * replaced. The old one stays whole until the new one is.
 *
 * Returns: whether the catalogue now holds it
 */
gboolean luotain_esco_import_run (LuotainEscoImport *self, GCancellable *cancellable, GError **error);

G_END_DECLS
