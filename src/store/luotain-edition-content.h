#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LUOTAIN_EDITION_DIGEST: bytes of a SHA-256. */
#define LUOTAIN_EDITION_DIGEST 32

/** LuotainEditionElement: an unowned record with all it owns, as it stands in the XML of an edition. */
typedef struct
{
  gint64 record;
  guint8 digest
      [LUOTAIN_EDITION_DIGEST]; /* SHA-256 of its bytes in the XML, indent and last line feed included */
} LuotainEditionElement;

/** LuotainEditionPart: elements of one type that stand behind each other in an edition. */
typedef struct
{
  char *type; /* its name; a newer program's may be unknown here */
  GArray *elements; /* (element-type LuotainEditionElement) */
} LuotainEditionPart;

void luotain_edition_part_free (LuotainEditionPart *self);

/**
 * luotain_edition_digest:
 * @data: (array length=length): bytes
 * @length: how many
 * @digest: (out) (array fixed-size=32): their SHA-256
 */
void luotain_edition_digest (gconstpointer data, gsize length, guint8 *digest);

/**
 * luotain_edition_content_put:
 * @db: a database
 * @digest: the SHA-256 of @xml
 * @xml: an element
 * @length: its bytes
 * @error: LUOTAIN_STORE_ERROR
 *
 * Keeps an element; one that is kept already stays as it is.
 */
gboolean luotain_edition_content_put (LuotainDb *db, const guint8 *digest, const char *xml, gsize length,
                                      GError **error);

/**
 * luotain_edition_content_get:
 * @db: a database
 * @digest: of an element
 * @buffer: where to add its bytes
 * @error: LUOTAIN_STORE_ERROR_DAMAGED where there is none
 */
gboolean luotain_edition_content_get (LuotainDb *db, const guint8 *digest, GString *buffer, GError **error);

/**
 * luotain_edition_part_put:
 * @db: a database
 * @edition: id of an edition
 * @part: its number, from 0
 * @type: name of the type of its records
 * @elements: (element-type LuotainEditionElement): 50,000 at most, so that no row grows too long
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_edition_part_put (LuotainDb *db, gint64 edition, guint part, const char *type,
                                   const GArray *elements, GError **error);

/**
 * luotain_edition_parts:
 * @db: a database
 * @edition: id of an edition
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainEditionPart): the parts of an edition in their order
 */
GPtrArray *luotain_edition_parts (LuotainDb *db, gint64 edition, GError **error);

/**
 * luotain_edition_purge:
 * @db: a database
 * @ids: (element-type gint64): records that are removed for good, in rising order
 * @error: LUOTAIN_STORE_ERROR
 *
 * Takes records with all they own, what means nothing without them, and links to them with their notes, out of all editions.
 * What is left of an element stays, under its new digest. An edition that held them says from now on when something was
 * taken out; its own hash fits no longer.
 */
gboolean luotain_edition_purge (LuotainDb *db, const GArray *ids, GError **error);

/**
 * luotain_edition_check:
 * @db: a database
 * @faults: (element-type utf8): where to add a sentence for each edition that is not what was frozen
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_edition_check (LuotainDb *db, GPtrArray *faults, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEditionPart, luotain_edition_part_free)

G_END_DECLS
