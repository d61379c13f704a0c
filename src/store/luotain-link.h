#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainLink: one edge: `source ROLE target`. */
typedef struct
{
  gint64 source;
  const LuotainRole *role;
  gint64 target;
  char *note; /* (nullable) */
  gint64 confirmed_revision; /* the revision the target had when somebody last said that the link holds */
} LuotainLink;

void luotain_link_free (LuotainLink *self);

/**
 * luotain_link_add:
 * @db: a database
 * @source: a record
 * @role: a role of the model
 * @target: a record
 * @error: LUOTAIN_STORE_ERROR_INVALID where the role ties no such types; _NOT_FOUND
 *
 * Ties two records, confirmed as the target stands now. A role of which there is only one replaces the present link;
 * a link that stands already is confirmed anew. A chain link counts up the source's revision.
 */
gboolean luotain_link_add (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target,
                           GError **error);

/**
 * luotain_link_put:
 * @db: a database
 * @link: a link with its note and confirmed revision
 * @error: LUOTAIN_STORE_ERROR_INVALID, _NOT_FOUND
 *
 * Stores a link as it is, counting up nothing: for import.
 */
gboolean luotain_link_put (LuotainDb *db, const LuotainLink *link, GError **error);

/**
 * luotain_link_remove:
 * @db: a database
 * @source: a record
 * @role: a role of the model
 * @target: a record
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 */
gboolean luotain_link_remove (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target,
                              GError **error);

/**
 * luotain_link_set_only:
 * @db: a database
 * @source: a record
 * @role: a role of which there is only one
 * @target: a record, or 0 to have none
 * @error: LUOTAIN_STORE_ERROR_INVALID, _NOT_FOUND
 */
gboolean luotain_link_set_only (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target,
                                GError **error);

/**
 * luotain_link_set_note:
 * @db: a database
 * @source: a record
 * @role: a role of the model
 * @target: a record
 * @note: (nullable): a valid text (see luotain_text_normalize())
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 */
gboolean luotain_link_set_note (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target,
                                const char *note, GError **error);

/**
 * luotain_link_confirm:
 * @db: a database
 * @source: a record
 * @role: a role of the model
 * @target: a record
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * Says that the link still holds with the target as it stands now.
 */
gboolean luotain_link_confirm (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target,
                               GError **error);

/**
 * luotain_link_list:
 * @db: a database
 * @record: a record
 * @incoming: links that lead to it instead of those that lead from it
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainLink): by role, then by the other end
 */
GPtrArray *luotain_link_list (LuotainDb *db, gint64 record, gboolean incoming, GError **error);

/**
 * luotain_link_get_only:
 * @db: a database
 * @source: a record
 * @role: name of a role
 * @target: (out): the first target by id, 0 for none
 */
gboolean luotain_link_get_only (LuotainDb *db, gint64 source, const char *role, gint64 *target,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainLink, luotain_link_free)

G_END_DECLS
