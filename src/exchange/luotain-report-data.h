#pragma once

#include "luotain-comparison.h"
#include "luotain-coverage-query.h"
#include "luotain-futures-table.h"
#include "luotain-map-query.h"
#include "luotain-matrix.h"
#include "luotain-report-parts.h"
#include "luotain-robustness.h"
#include "luotain-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LUOTAIN_REPORT_NAMESPACE: the vocabulary of the second file, described in docs/report.md. */
#define LUOTAIN_REPORT_NAMESPACE "urn:luotain:report:1"

/** LuotainReportSector: what a report says of one sector; each is %NULL where its part was not asked for. */
typedef struct
{
  gint64 sector; /* 0 where sectors are not told apart */
  LuotainMapData *map;
  LuotainFuturesTable *table;
  LuotainMatrix *matrix;
  LuotainRobustness *robustness;
  LuotainCoverageSheet *coverage;
} LuotainReportSector;

/** LuotainReportFacts: what luotain_report_data_new() computes from: read from the workbook at one moment. */
typedef struct
{
  LuotainReportParts parts;
  LuotainLanguage language;
  LuotainWorkbook *workbook; /* (nullable) */
  gint64 changed; /* milliseconds since 1970, UTC: the last change of any record */
  LuotainMapData *findings; /* (nullable): all, with their ratings */
  GPtrArray *sectors; /* (element-type LuotainReportSector) */
  LuotainRobustness *across; /* (nullable): all sectors side by side, where there are several */
  LuotainComparison *comparison; /* (nullable): an edition with another, or with today */
} LuotainReportFacts;

/**
 * LuotainReportData: what a report says that the XML of its records does not hold, as XML of its own: which parts were
 * chosen, ratings, the map, what remains of the futures table, what holds together, the robustness matrix.
 */
typedef struct _LuotainReportData LuotainReportData;

/**
 * luotain_report_data_new:
 * @facts: what was read
 * @cancellable: (nullable)
 * @error: G_IO_ERROR_CANCELLED
 *
 * Computes, in any thread: draws maps, counts combinations, finds consistent scenarios (with a budget: what was not
 * searched to the end says so). Same facts, same bytes.
 *
 * Returns: (transfer full) (nullable): the data
 */
LuotainReportData *luotain_report_data_new (const LuotainReportFacts *facts, GCancellable *cancellable,
                                            GError **error);
void luotain_report_data_free (LuotainReportData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainReportData, luotain_report_data_free)

/** luotain_report_data_get_bytes: (transfer none): the XML, `report-data.xml`. */
GBytes *luotain_report_data_get_bytes (const LuotainReportData *self);

G_END_DECLS
