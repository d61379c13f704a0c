#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * luotain_judgement_reasons_run:
 *
 * A #LuotainJob that reads: @data is a pointer to a #LuotainLanguage, the result a #GHashTable of the reasons in that
 * language, else in whichever there is, by the ids (gint64) of the judgements that have one.
 */
gboolean luotain_judgement_reasons_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
