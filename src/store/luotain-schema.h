#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/* One step of the schema: from version N to N + 1 of the workbook. */
typedef struct
{
  const char *resource; /* SQL, under /fi/luotain/store/schema/ */
  gboolean ends_history; /* anything but ADD COLUMN: kept changesets no longer fit */
} LuotainSchemaStep;

/* The version this program writes. */
int luotain_schema_newest (void);

/**
 * luotain_schema_get_version:
 * @db: a database
 * @version: (out): the version of its schema, 0 for an empty database
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_schema_get_version (LuotainDb *db, gint64 *version, GError **error);

/* Puts the schema of @version (at most luotain_schema_newest()) into an empty database. */
gboolean luotain_schema_create (LuotainDb *db, int version, GError **error);

/* Brings an older workbook to the newest version, each step in a transaction with its stamp. */
gboolean luotain_schema_upgrade (LuotainDb *db, GError **error);

/* The same by steps of the caller's, for tests of the way itself. */
gboolean luotain_schema_upgrade_by (LuotainDb *db, const LuotainSchemaStep *steps, int n_steps,
                                    GError **error);

/* Whether every table and index stands exactly as this program writes them; triggers and views of others do not pass. */
gboolean luotain_schema_verify (LuotainDb *db, GError **error);

G_END_DECLS
