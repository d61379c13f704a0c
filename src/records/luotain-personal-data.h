#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainPersonalData: what was taken out. */
typedef struct
{
  guint n_sources; /* people that were sources */
  guint n_sessions;
  guint n_findings; /* whose description was a person's words */
  guint n_texts; /* of other records */
} LuotainPersonalData;

/**
 * luotain_personal_data_remove:
 * @db: a private copy of a workbook, made to hand it on
 * @data: unused
 * @result: (out) (optional): a LuotainPersonalData; free with g_free()
 * @error: LUOTAIN_STORE_ERROR
 *
 * A LuotainJob that takes out what docs/archive.md names as personal data: of sources that are people (kind `interview`,
 * `person` or `people`) all but kind and dates; of sessions the number of people, the outcome and, of interviews, title
 * and place; the description of findings that are a person's words (from an interview, from such a source, or with the
 * tag `sitaatti`, `citat` or `quote`) and the notes of links to such sources; the description of working groups; who
 * carries a decision out.
 *
 * Records stay, so that the chain holds; times and revisions stay too, since nobody changed their content.
 */
gboolean luotain_personal_data_remove (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
