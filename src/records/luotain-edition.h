#pragma once

#include "luotain-edition-content.h"

G_BEGIN_DECLS

/**
 * LuotainEdition: what the workbook was when it was frozen: its whole XML, under a name, with the hash of its bytes.
 *
 * No change of records touches editions and no undo removes them; there is no way to delete one. Only what is removed
 * permanently goes out of them too, and then @removed says when. What is said later stands beside them, as addenda.
 */
typedef struct
{
  gint64 id;
  char *name; /* no two editions of a workbook have the same */
  gint64 frozen; /* milliseconds since 1970, UTC */
  guint8 digest[LUOTAIN_EDITION_DIGEST]; /* SHA-256 of the XML as it was frozen */
  gint64 length; /* its bytes */
  char *header; /* its first lines */
  char *footer;
  gint64 removed; /* when something was last removed permanently from it; 0 for never */
  gint64 n_addenda;
} LuotainEdition;

void luotain_edition_free (LuotainEdition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEdition, luotain_edition_free)

/** luotain_edition_id_string: Returns: (transfer full): its written id, `edition-0PR5V87D58XTQ`. */
char *luotain_edition_id_string (const LuotainEdition *self);

/** luotain_edition_hash_string: Returns: (transfer full): the hash in 64 hexadecimal digits, as sha256sum prints it. */
char *luotain_edition_hash_string (const LuotainEdition *self);

/**
 * luotain_edition_list:
 * @db: a database
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainEdition): all editions, the newest first
 */
GPtrArray *luotain_edition_list (LuotainDb *db, GError **error);

/**
 * luotain_edition_find:
 * @db: a database
 * @name: its name or its written id
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the edition
 */
LuotainEdition *luotain_edition_find (LuotainDb *db, const char *name, GError **error);

/**
 * luotain_edition_check_name:
 * @db: a database
 * @text: what somebody wrote
 * @error: LUOTAIN_STORE_ERROR_INVALID, LUOTAIN_TEXT_ERROR
 *
 * Returns: (transfer full) (nullable): the name an edition can get; %NULL where it is empty or taken
 */
char *luotain_edition_check_name (LuotainDb *db, const char *text, GError **error);

/**
 * luotain_edition_insert:
 * @db: a database
 * @edition: an edition without id, which it gets; its name was checked
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_edition_insert (LuotainDb *db, LuotainEdition *edition, GError **error);

/**
 * luotain_edition_seal:
 * @db: a database
 * @edition: an edition whose parts are in, with digest and length
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_edition_seal (LuotainDb *db, const LuotainEdition *edition, GError **error);

/**
 * luotain_edition_mentions:
 * @db: a database
 * @id: the written id of a record
 * @mentions: (out): whether any edition names it
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_edition_mentions (LuotainDb *db, const char *id, gboolean *mentions, GError **error);

/** LuotainNewAddendum: what is said of an edition. */
typedef struct
{
  const char *edition; /* its name or its written id */
  const char *text;
  const char
      *language; /* (nullable): code of the language of @text; that of the workbook where it is missing */
  gint64 about; /* a record, 0 for the whole */
} LuotainNewAddendum;

/**
 * luotain_edition_add_addendum:
 * @db: a database
 * @data: a LuotainNewAddendum
 * @result: (out) (optional): its id, a gint64 to be freed with g_free()
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_TEXT_ERROR
 *
 * A LuotainJob: adds an addendum of today.
 */
gboolean luotain_edition_add_addendum (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_edition_addenda:
 * @db: a database
 * @edition: an edition
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainAddendum): what was said of it, in the order of the dates
 */
GPtrArray *luotain_edition_addenda (LuotainDb *db, const LuotainEdition *edition, GError **error);

G_END_DECLS
