#pragma once

#include "luotain-merge.h"

G_BEGIN_DECLS

/* Slots of the cache of link targets: most links lead to few records. A power of two. */
#define LUOTAIN_MERGE_TARGETS 1024

/* A record that the running file added, as it stands in the workbook and in the file alike. */
typedef struct
{
  gint64 id;
  gint64 file;
  gint64 revision;
  const LuotainRecordType *type;
} LuotainMergeTarget;

struct _LuotainMerge
{
  LuotainDb *db;
  gint64 file; /* the running one, from 0 */
  gboolean filled; /* as the running file finds the workbook */
  gboolean met; /* whether any incoming record was in the workbook already */
  gint64 fresh_owner; /* the last record that was added and may own others */
  GArray *first_links; /* (element-type gint64): of each file, the number of its first link */
  gint64 n_links; /* that wait */
  gint64 n_direct; /* that were tied at once */
  gint64 added; /* the last record, if it was added */
  LuotainMergeTarget targets[LUOTAIN_MERGE_TARGETS];
};

G_END_DECLS
