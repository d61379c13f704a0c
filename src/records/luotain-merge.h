#pragma once

#include "luotain-link.h"

G_BEGIN_DECLS

/** LUOTAIN_MERGE_CONFIRMED_NOW: a link that does not say when it was confirmed; it counts as confirmed. */
#define LUOTAIN_MERGE_CONFIRMED_NOW G_MININT64

typedef enum
{
  LUOTAIN_MERGE_ADDED, /* it was not in the workbook */
  LUOTAIN_MERGE_CHANGED, /* it differed, and the incoming one changed later, or at the same time */
  LUOTAIN_MERGE_SAME, /* its content is the same; times and revisions do not count */
  LUOTAIN_MERGE_NEWER, /* it differs, and the one in the workbook changed later: that stays */
  LUOTAIN_MERGE_SKIPPED, /* another workbook's own record, or a default that was deleted here */
  LUOTAIN_MERGE_DUPLICATE, /* fault: the same file brought it before */
  LUOTAIN_MERGE_OTHER_TYPE /* fault: in the workbook the id is of another type */
} LuotainMergeOutcome;

/**
 * LuotainMerge: brings records and links from files together with what a workbook holds, by identity.
 *
 * A step within one change. Records go in as they come, an owner before what it owns. Links wait in a temporary table,
 * with the line they stand in, until all records are there: they may lead from one file to another.
 */
typedef struct _LuotainMerge LuotainMerge;

/**
 * luotain_merge_new:
 * @db: a database; must outlive the merge
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a merge before the first file
 */
LuotainMerge *luotain_merge_new (LuotainDb *db, GError **error);
void luotain_merge_free (LuotainMerge *self);

/**
 * luotain_merge_begin_file:
 * @self: a merge
 * @filled: whether the workbook has its own record and defaults; a default that is missing was then deleted there
 *
 * What comes from now on is of the next file; files are numbered from 0.
 */
void luotain_merge_begin_file (LuotainMerge *self, gboolean filled);

/**
 * luotain_merge_record:
 * @self: a merge
 * @type: the type of @record
 * @record: an incoming record with its id, owner, times and revision; altered
 * @line: where it stands in its file, 0 where there are no lines
 * @outcome: (out): what became of it
 * @first_line: (out): where a duplicate stands for the first time
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: whether it went through, faults included
 */
gboolean luotain_merge_record (LuotainMerge *self, const LuotainRecordType *type, gpointer record, int line,
                               LuotainMergeOutcome *outcome, int *first_line, GError **error);

/**
 * luotain_merge_link:
 * @self: a merge
 * @link: an incoming link; its confirmed revision counts as in its file, or LUOTAIN_MERGE_CONFIRMED_NOW
 * @target_type: what the file says its target is
 * @line: where it stands in its file
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_merge_link (LuotainMerge *self, const LuotainLink *link,
                             const LuotainRecordType *target_type, int line, GError **error);

/** LuotainMergeLoose: a link that cannot be tied. */
typedef struct
{
  guint file;
  int line;
  const char *source_type; /* (nullable) */
  gint64 source;
  const char *role;
  const char *target_type; /* as the file says */
  gint64 target;
  const char *found_type; /* what the id is in the workbook; %NULL where there is no such record */
} LuotainMergeLoose;

typedef void (*LuotainMergeLooseFunc) (const LuotainMergeLoose *loose, gpointer data);

/**
 * luotain_merge_find_loose:
 * @self: a merge that has all records
 * @found: called for each link that leads nowhere, or to a record of another type than it says
 * @data: for @found
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_merge_find_loose (LuotainMerge *self, LuotainMergeLooseFunc found, gpointer data,
                                   GError **error);

/**
 * luotain_merge_tie:
 * @self: a merge that has all records and no loose links
 * @n_added: (out): how many links the workbook did not have
 * @error: LUOTAIN_STORE_ERROR
 *
 * Ties the links: those of the workbook and of the files together. Where a record can have only one, the record that
 * changed later has its way. What was confirmed in the file is confirmed here, where the same content stands here.
 */
gboolean luotain_merge_tie (LuotainMerge *self, gint64 *n_added, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainMerge, luotain_merge_free)

G_END_DECLS
