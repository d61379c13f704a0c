#pragma once

#include "luotain-db.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LUOTAIN_MOODLE_MAX_NAME: characters that Moodle keeps of a name and of an id number. */
#define LUOTAIN_MOODLE_MAX_NAME 100

/** LuotainMoodle: what to write where. */
typedef struct
{
  GOutputStream *stream;
  const gint64 *ids; /* profiles, scenarios and sectors; %NULL for all profiles */
  gsize n_ids;
  LuotainLanguage language; /* one: a framework of Moodle has no more */
} LuotainMoodle;

/**
 * luotain_moodle_run:
 * @db: a database
 * @data: a LuotainMoodle
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED where there is no profile, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes profiles as one competency framework, in the CSV that Moodle imports (Site
 * administration, Competencies, Import competency framework). One profile is the framework itself and parts into role
 * levels, these into competence groups, these into competences; several profiles stand above their role levels.
 *
 * Returns: whether all was written
 */
gboolean luotain_moodle_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
