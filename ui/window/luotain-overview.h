#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** LuotainOverview: what the window says of a workbook around its pages. */
typedef struct
{
  gint64 id; /* of the workbook record */
  char *title;
  gint64 changed; /* milliseconds since 1970, UTC */
  GArray *sectors; /* (element-type gint64) in the user's order */
  GPtrArray *titles; /* (element-type utf8) of the sectors */
  GHashTable *counts; /* record type to count, of the sector chosen */
} LuotainOverview;

/** LuotainOverviewQuery: for which sector, in which language. */
typedef struct
{
  gint64 sector; /* 0 for all */
  LuotainLanguage language;
} LuotainOverviewQuery;

void luotain_overview_free (LuotainOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainOverview, luotain_overview_free)

/**
 * luotain_overview_get_count:
 * @self: an overview
 * @type: name of a record type
 *
 * Returns: how many records of the type belong to the sector, or are in the workbook
 */
gint64 luotain_overview_get_count (LuotainOverview *self, const char *type);

/** luotain_overview_load: a #LuotainJob that reads: @data is a query, the result an overview. */
gboolean luotain_overview_load (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
