#pragma once

#include "luotain-bag-source.h"
#include "luotain-bag-tags.h"

G_BEGIN_DECLS

typedef enum
{
  /* What makes a bag no good. */
  LUOTAIN_BAG_CHANGED, /* the bytes are not those the manifest knows */
  LUOTAIN_BAG_MISSING,
  LUOTAIN_BAG_EXTRA, /* payload no manifest knows; in @other the manifest that leaves it out, where another has it */
  LUOTAIN_BAG_RENAMED, /* missing under @path, and there as @other */
  LUOTAIN_BAG_UNREADABLE,
  LUOTAIN_BAG_OUTSIDE, /* a path that is absolute, leads out of the folder or is no path */
  LUOTAIN_BAG_IS_LINK,
  LUOTAIN_BAG_IS_SPECIAL,
  LUOTAIN_BAG_DUPLICATE, /* @path and @other are one name, to some file systems or to all */
  LUOTAIN_BAG_BAD_LINE, /* @path is a tag file, @other the number of its first bad line */
  LUOTAIN_BAG_BAD_TAG_FILE, /* @path cannot be read as a tag file; @other says why */
  LUOTAIN_BAG_NO_MANIFEST,
  LUOTAIN_BAG_WRONG_SIZE, /* Payload-Oxum says @path, and it is @other */
  LUOTAIN_BAG_N_FAULTS,
  /* What is worth knowing of a good bag. */
  LUOTAIN_BAG_WEAK = LUOTAIN_BAG_N_FAULTS, /* @path is the only checksum, and no longer a safe one */
  LUOTAIN_BAG_UNKNOWN_CHECKSUM, /* the manifest @path was not used */
  LUOTAIN_BAG_FETCH, /* fetch.txt names @other files; nothing is ever fetched */
  LUOTAIN_BAG_SPELLED /* @path lies there as @other: the same characters, composed in another way */
} LuotainBagNoteKind;

/** LuotainBagNote: something to say of a bag. */
typedef struct
{
  LuotainBagNoteKind kind;
  char *path; /* (nullable) */
  char *other; /* (nullable) */
} LuotainBagNote;

/** LUOTAIN_BAG_MOST_NOTES: more are counted, and not kept. */
#define LUOTAIN_BAG_MOST_NOTES 1000

/** LuotainBag: what is known of a bag. */
typedef struct
{
  int version; /* in hundredths */
  GPtrArray *info; /* (element-type LuotainBagLabel): bag-info.txt */
  GPtrArray *notes; /* (element-type LuotainBagNote): faults and what else is worth knowing */
  guint n_faults; /* those that were not kept included */
  GPtrArray *algorithms; /* (element-type utf8): of the payload manifests that were used */
  guint n_files; /* of the payload */
  guint64 n_bytes;
  gboolean verified; /* whether every file was read; else it was only looked at */
  char *identity; /* SHA-256 of declaration and manifests: what this bag says it is */
} LuotainBag;

/**
 * luotain_bag_read:
 * @source: an open source
 * @verify: read every file and compare its checksums; else only tag files are read
 * @per_mille: (nullable): is set, atomically, to how far it is
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT where it is no bag, or of a version that is not known
 *
 * Reads a bag of the versions 0.93 to 1.0. What holds links, paths out of the folder or one name twice is not read any
 * further, and named.
 *
 * Returns: (transfer full) (nullable): what was found; no fault in it means that the bag is whole
 */
LuotainBag *luotain_bag_read (LuotainBagSource *source, gboolean verify, int *per_mille,
                              GCancellable *cancellable, GError **error);
void luotain_bag_free (LuotainBag *self);

/** luotain_bag_get_info: (nullable) (transfer none): the value of a label of bag-info.txt. */
const char *luotain_bag_get_info (const LuotainBag *self, const char *label);

/** luotain_bag_note_name: what a kind is called where programs read it: `changed`, `missing` … */
const char *luotain_bag_note_name (LuotainBagNoteKind kind);

/** luotain_bag_note_to_string: (transfer full): one sentence that names the file. */
char *luotain_bag_note_to_string (const LuotainBagNote *note);

/**
 * luotain_bag_extract:
 * @source: an open source
 * @path: of a file of its bag
 * @target: where to write it
 * @cancellable: (nullable)
 * @error: G_IO_ERROR; LUOTAIN_EXCHANGE_ERROR_INPUT where it is missing or not what the manifests say
 *
 * Takes one file out of a bag, and only if it is the one that was put in.
 */
gboolean luotain_bag_extract (LuotainBagSource *source, const char *path, GOutputStream *target,
                              GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainBag, luotain_bag_free)

G_END_DECLS
