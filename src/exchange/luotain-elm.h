#pragma once

#include "luotain-db.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainElm: what to write where. */
typedef struct
{
  GOutputStream *stream;
  const gint64 *ids; /* profiles, scenarios and sectors; %NULL for all profiles */
  gsize n_ids;
  LuotainLanguage language; /* that of the workbook: taken first where a text stands in one language only */
} LuotainElm;

/**
 * luotain_elm_run:
 * @db: a database
 * @data: a LuotainElm
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED where there is no profile, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes profiles in the European Learning Model, LOQ 3.1: one learning achievement
 * specification for each profile and role level, its competences as learning outcomes. Never a qualification: what is
 * written is input for planning, and says so.
 *
 * Returns: whether all was written
 */
gboolean luotain_elm_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
