#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

G_BEGIN_DECLS

/** LuotainLevel: a role level as queries name it. */
typedef struct
{
  gint64 id;
  char *title; /* (nullable) */
} LuotainLevel;

/**
 * luotain_levels_load:
 * @db: a database
 * @language: of titles
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainLevel): the role levels of the workbook, in their order
 */
GPtrArray *luotain_levels_load (LuotainDb *db, LuotainLanguage language, GError **error);

/** luotain_levels_find: the place of a role level; the number of them where it is not there. */
guint luotain_levels_find (const GPtrArray *levels, gint64 id);

/** luotain_levels_title: (nullable): the title of a role level; %NULL where there is none, as with an id 0. */
const char *luotain_levels_title (const GPtrArray *levels, gint64 id);

G_END_DECLS
