#pragma once

#include "luotain-bag-hasher.h"
#include "luotain-bag.h"

G_BEGIN_DECLS

/** LuotainBagManifest: one manifest, of the payload or of tag files. */
typedef struct
{
  char *name; /* of its file */
  gboolean tags;
  guint algorithm; /* index into those of the reading */
} LuotainBagManifest;

/** LuotainBagFile: a file that stands in the bag, in a manifest, or both. */
typedef struct
{
  char *path;
  const LuotainBagItem *item; /* (nullable): missing */
  char *expected[LUOTAIN_BAG_MOST_ALGORITHMS];
  char *actual[LUOTAIN_BAG_MOST_ALGORITHMS];
} LuotainBagFile;

/** LuotainBagReading: a bag while it is read. */
typedef struct
{
  LuotainBag *bag;
  LuotainBagSource *source;
  GCancellable *cancellable;
  GHashTable *tag_files; /* name → GBytes: what stands at the top of the bag */
  char *charset;
  const LuotainBagAlgorithm *algorithms[LUOTAIN_BAG_MOST_ALGORITHMS];
  guint n_algorithms;
  GPtrArray *manifests; /* (element-type LuotainBagManifest) */
  GHashTable *files; /* path → LuotainBagFile */
  GPtrArray *order; /* (element-type LuotainBagFile): as they were met */
} LuotainBagReading;

void luotain_bag_note (LuotainBag *bag, LuotainBagNoteKind kind, const char *path, const char *other);
LuotainBagFile *luotain_bag_reading_file (LuotainBagReading *self, const char *path);

/* Lists the items, and refuses what must not be read; FALSE where something was refused. */
gboolean luotain_bag_reading_list (LuotainBagReading *self);

/* Reads what stands at the top of the bag into memory, and from that all the manifests say. */
gboolean luotain_bag_reading_tags (LuotainBagReading *self, GError **error);

/* Compares names and, where there are any, checksums. */
void luotain_bag_reading_compare (LuotainBagReading *self);

LuotainBagReading *luotain_bag_reading_new (LuotainBagSource *source, GCancellable *cancellable);
void luotain_bag_reading_free (LuotainBagReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainBagReading, luotain_bag_reading_free)

G_END_DECLS
