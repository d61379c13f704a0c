#pragma once

#include "luotain-vocabulary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainReportQuery: of what to make an outline. */
typedef struct
{
  gint64 *ids; /* of sectors, scenarios and profiles; NULL for the whole workbook */
  gsize n_ids;
  LuotainLanguage language;
  LuotainWordList *words;
} LuotainReportQuery;

/**
 * luotain_report_query_new:
 * @ids: (nullable) (element-type gint64): sectors, scenarios and profiles; %NULL for the whole workbook
 * @language: whose texts
 * @words: the words of the workbook
 *
 * Returns: (transfer full): a query, with copies
 */
LuotainReportQuery *luotain_report_query_new (GArray *ids, LuotainLanguage language, LuotainWordList *words);
void luotain_report_query_free (LuotainReportQuery *self);

/**
 * luotain_report_outline_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainReportQuery, the result a #GListModel of #LuotainReportLine: what a
 * report would hold, in the order in which it is read.
 */
gboolean luotain_report_outline_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
