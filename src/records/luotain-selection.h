#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * luotain_selection_make:
 * @db: a database
 * @roots: (array length=n_roots): records, mostly a sector, a scenario or a profile
 * @n_roots: how many
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * Selects part of a workbook that makes sense by itself: the roots with all that belongs to them and all they lead to,
 * over links, owners and what is owned, to the end; of what is reached over one of its parts, only that part. A sector
 * also brings everything that names it as its sector. The words these records use come with them.
 *
 * The selection stands in a temporary table of the connection until luotain_selection_clear() or the next one.
 *
 * Returns: whether all roots were found
 */
gboolean luotain_selection_make (LuotainDb *db, const gint64 *roots, gsize n_roots, GError **error);

/**
 * luotain_selection_count:
 * @db: a database
 * @selected: only the records of luotain_selection_make(), not all
 * @count: (out): how many records there are
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_selection_count (LuotainDb *db, gboolean selected, gint64 *count, GError **error);

/** luotain_selection_clear: forgets the selection. */
gboolean luotain_selection_clear (LuotainDb *db, GError **error);

G_END_DECLS
