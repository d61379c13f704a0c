#pragma once

#include "luotain-merge.h"

G_BEGIN_DECLS

/** LUOTAIN_IMPORT_MOST_ENTRIES: records that a summary names; all are counted. */
#define LUOTAIN_IMPORT_MOST_ENTRIES 1000

/** LuotainImportCount: what became of the records of one type. */
typedef struct
{
  const LuotainRecordType *type;
  guint added;
  guint changed;
  guint left; /* the same here, or not wanted here */
  guint newer; /* left because the one in the workbook changed later */
} LuotainImportCount;

/** LuotainImportEntry: one record that was, or would be, touched. */
typedef struct
{
  const LuotainRecordType *type;
  gint64 id;
  char *title; /* (nullable) */
  LuotainMergeOutcome outcome; /* added, changed or newer here */
} LuotainImportEntry;

/** LuotainImportSummary: what an import did, or would do. */
typedef struct
{
  guint n_types;
  LuotainImportCount *counts; /* one a type of the model, in its order */
  GPtrArray *entries; /* (element-type LuotainImportEntry): the first of them */
  guint n_entries; /* all of them */
  gint64 n_links; /* links that the workbook did not have */
  GPtrArray *warnings; /* (element-type utf8): sentences */
} LuotainImportSummary;

/**
 * luotain_import_summary_new:
 * @model: what workbooks hold
 *
 * Returns: (transfer full): an empty summary
 */
LuotainImportSummary *luotain_import_summary_new (const LuotainModel *model);

/**
 * luotain_import_summary_add:
 * @self: a summary
 * @type: type of @record
 * @record: an incoming record
 * @outcome: what became of it
 * @language: language to take its title in
 */
void luotain_import_summary_add (LuotainImportSummary *self, const LuotainRecordType *type,
                                 gconstpointer record, LuotainMergeOutcome outcome, LuotainLanguage language);

/** luotain_import_summary_total: the counts of all types together; its type is %NULL. */
LuotainImportCount luotain_import_summary_total (const LuotainImportSummary *self);

/**
 * luotain_import_outcome_name:
 * @outcome: an outcome that is no fault
 *
 * Returns: its stable name: `added`, `changed`, `left` or `newer`
 */
const char *luotain_import_outcome_name (LuotainMergeOutcome outcome);

void luotain_import_summary_free (LuotainImportSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainImportSummary, luotain_import_summary_free)

G_END_DECLS
