#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LuotainReportParts: what a report is made of, in its order. */
typedef enum
{
  LUOTAIN_REPORT_FINDINGS = 1 << 0, /* with their ratings in words */
  LUOTAIN_REPORT_MAP = 1 << 1, /* with its findings as a table */
  LUOTAIN_REPORT_TABLE = 1 << 2, /* the futures table, and which scenarios hold together */
  LUOTAIN_REPORT_SCENARIOS = 1 << 3,
  LUOTAIN_REPORT_PROFILES = 1 << 4,
  LUOTAIN_REPORT_ROBUSTNESS = 1 << 5,
  LUOTAIN_REPORT_COVERAGE = 1 << 6, /* what the schools teach of it */
  LUOTAIN_REPORT_CHAIN = 1 << 7, /* each competence with its reasons down to the sources */
  LUOTAIN_REPORT_EDITIONS = 1 << 8, /* two editions compared */
  LUOTAIN_REPORT_SOURCES = 1 << 9, /* and the sessions findings were made in */
} LuotainReportParts;

#define LUOTAIN_REPORT_N_PARTS 10

/** LUOTAIN_REPORT_USUAL: where none is named. */
#define LUOTAIN_REPORT_USUAL \
  ((LuotainReportParts) (((1 << LUOTAIN_REPORT_N_PARTS) - 1) & ~LUOTAIN_REPORT_EDITIONS))

/**
 * luotain_report_part_name:
 * @index: 0 for the first part, below LUOTAIN_REPORT_N_PARTS
 *
 * Returns: what the part at this place, the flag `1 << index`, is called: `findings`, `map` …
 */
const char *luotain_report_part_name (guint index);

/**
 * luotain_report_parts_parse:
 * @names: (array zero-terminated=1): names of parts
 * @parts: (out): their flags
 *
 * Returns: (nullable): the first name that is not one, %NULL where all are
 */
const char *luotain_report_parts_parse (const char *const *names, LuotainReportParts *parts);

G_END_DECLS
