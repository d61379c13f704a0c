#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LUOTAIN_BAG_MOST_ALGORITHMS 5

/** LuotainBagAlgorithm: a way to make a checksum, as manifests are named for it. */
typedef struct
{
  const char *name; /* "sha512" */
  GChecksumType type;
  gboolean
      weak; /* shows accidents, but no longer keeps anybody from making another file with the same checksum */
} LuotainBagAlgorithm;

/**
 * luotain_bag_algorithm_find:
 * @name: as in `manifest-NAME.txt`; case and hyphens do not count
 *
 * Returns: (nullable) (transfer none): what is known of it
 */
const LuotainBagAlgorithm *luotain_bag_algorithm_find (const char *name);

/**
 * LuotainBagHasher: several checksums of the same bytes at once, each on a thread of its own, in flat memory.
 */
typedef struct _LuotainBagHasher LuotainBagHasher;

/**
 * luotain_bag_hasher_new:
 * @algorithms: (array length=n_algorithms): the checksums
 * @n_algorithms: at most LUOTAIN_BAG_MOST_ALGORITHMS
 *
 * Returns: (transfer full): a hasher before its first file
 */
LuotainBagHasher *luotain_bag_hasher_new (const LuotainBagAlgorithm *const *algorithms, guint n_algorithms);
void luotain_bag_hasher_free (LuotainBagHasher *self);

/** luotain_bag_hasher_update: the next bytes of a file; waits where the threads are far behind. */
void luotain_bag_hasher_update (LuotainBagHasher *self, gconstpointer data, gsize length);

/**
 * luotain_bag_hasher_finish:
 * @self: a hasher
 * @digests: (out caller-allocates) (array) (transfer full): one a checksum, in hexadecimal; %NULL to forget the file
 *
 * Ends a file. The next one may begin.
 */
void luotain_bag_hasher_finish (LuotainBagHasher *self, char **digests);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainBagHasher, luotain_bag_hasher_free)

G_END_DECLS
