#pragma once

#include "luotain-merge.h"

G_BEGIN_DECLS

struct _LuotainMerge
{
  LuotainDb *db;
  gint64 file; /* the running one, from 0 */
  gboolean filled; /* as the running file finds the workbook */
  gboolean met; /* whether any incoming record was in the workbook already */
  gint64 fresh_owner; /* the last record that was added and may own others */
  GArray *first_links; /* (element-type gint64): of each file, the number of its first link */
  gint64 n_links;
};

G_END_DECLS
