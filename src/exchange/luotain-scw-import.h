#pragma once

#include "luotain-db.h"
#include "luotain-scw.h"
#include "luotain-workbook.h"

G_BEGIN_DECLS

/** LUOTAIN_SCW_IMPORT_MAX_JUDGEMENTS: a workbook takes at most so many judgements at once. */
#define LUOTAIN_SCW_IMPORT_MAX_JUDGEMENTS 200000

/** LuotainScwImport: a model that is to come into a workbook. */
typedef struct
{
  const LuotainScw *scw;
  const char *file; /* what to call the model where it has no title */
  gboolean from_scenario_wizard; /* else from a table */
  gint64 sector; /* of the key variables; 0 makes one that is called as the model */
  LuotainWorkbook *workbook; /* (nullable): for luotain_scw_import_seed() */
} LuotainScwImport;

/**
 * luotain_scw_import_run:
 *
 * A #LuotainJob: @data is a #LuotainScwImport, the result a #LuotainImportSummary. Makes key variables with their states;
 * for each ordered pair of them the answer whether there is a direct influence; and, for each block in which anything but
 * zeros stands, the judgements. Notes become descriptions, texts reasons. What the model has no name for is called A, B …
 * The model itself becomes a source, on which the key variables rest; in the notes of those links stands what a workbook has
 * no field for.
 */
gboolean luotain_scw_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** luotain_scw_import_seed: the same for luotain_store_create(): with the defaults and the workbook record. */
gboolean luotain_scw_import_seed (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
