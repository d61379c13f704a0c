#pragma once

#include "luotain-robustness.h"

G_BEGIN_DECLS

/*
 * What the planner of a school works through: every competence that a role level needs in a sector, how many of the
 * sector's scenarios need it, and how organisations see it.
 *
 * A competence that a role level needs has an entry in the profile of each scenario that needs it, and a coverage record
 * assesses one entry. A school teaches a competence, though, not a scenario: so a row is one sector × competence × role
 * level, and a judgement of the planner covers all its entries (luotain-coverage-edit.h). An entry without a record of
 * its own follows the others: a scenario that comes to need the competence later asks nobody to judge it again. Where
 * somebody judged scenarios apart, the row shows the weakest of their words and says that they differ.
 */

/** LuotainCoverageStatus: in the order in which a planner looks at them. */
typedef enum
{
  LUOTAIN_COVERAGE_NOT_AT_ALL,
  LUOTAIN_COVERAGE_PARTLY,
  LUOTAIN_COVERAGE_NOT_LOOKED_AT,
  LUOTAIN_COVERAGE_COVERED,
  LUOTAIN_N_COVERAGES
} LuotainCoverageStatus;

/** LuotainCoverageQuery: what to look at. */
typedef struct
{
  gint64 sector; /* 0 for all sectors, one behind the other */
  gint64 organisation; /* 0 for all organisations side by side */
  LuotainLanguage language; /* of titles and texts */
  const char *today; /* (nullable): a date to measure by; %NULL for today */
} LuotainCoverageQuery;

/** LuotainCoverageOrganisation: one that sees the rows. */
typedef struct
{
  gint64 id;
  char *title;
  guint n_units; /* that it may teach in: its own, and those of who judges nothing */
  guint n_rows[LUOTAIN_N_COVERAGES]; /* rows by status */
  guint n_needed; /* rows that all scenarios need and that it does not cover: partly or not at all */
  guint n_overdue;
} LuotainCoverageOrganisation;

/** LuotainCoverageUnit: a curriculum unit a competence is taught in. */
typedef struct
{
  gint64 id;
  char *title;
  char *code; /* (nullable) */
} LuotainCoverageUnit;

/** LuotainCoveragePart: what one entry of a row is judged to be. */
typedef struct
{
  gint64 record; /* 0 where it has no record of its own */
  LuotainCoverageStatus status; /* that of the others where it has none */
} LuotainCoveragePart;

/** LuotainCoverageView: how one organisation sees a row. */
typedef struct
{
  gint64 record; /* the first entry's that has one: the texts are its; 0 for none */
  LuotainCoverageStatus status; /* the weakest of the parts' */
  gboolean differs; /* scenarios are judged apart */
  char *decision; /* (nullable) */
  char *carrier; /* (nullable) */
  char *due_on; /* (nullable) */
  char *note; /* (nullable) */
  gboolean overdue; /* its day is past and the row is not covered */
  GPtrArray *units; /* (element-type LuotainCoverageUnit): in the order of the curriculum */
  GArray *parts; /* (element-type LuotainCoveragePart): by entry, as in the row */
} LuotainCoverageView;

/** LuotainCoverageEntry: that the profile of a scenario needs it. */
typedef struct
{
  gint64 entry;
  guint column; /* of the matrix */
} LuotainCoverageEntry;

/** LuotainCoverageRow: a competence that a role level needs in a sector. */
typedef struct
{
  gint64 sector; /* 0 for none */
  gint64 competence;
  gint64 level; /* 0 for none */
  guint level_place; /* in the order of role levels, from 0 */
  char *title; /* (nullable): of the competence */
  char *group; /* (nullable): key */
  char *level_title; /* (nullable) */
  char *sector_title; /* (nullable): only where the rows are of several sectors */
  guint n_scenarios; /* k, that need it */
  guint n_columns; /* S, scenarios of the sector that have a profile */
  guint weight;
  LuotainRobustnessKind kind;
  GArray *entries; /* (element-type LuotainCoverageEntry): in the order of scenarios; never empty */
  GPtrArray *views; /* (element-type LuotainCoverageView): by organisation, as in the coverage */
} LuotainCoverageRow;

/** LuotainCoverageSheet: rows and who sees them. */
typedef struct
{
  LuotainRobustness *matrix; /* scenarios and role levels */
  GPtrArray *choices; /* (element-type LuotainCoverageOrganisation): all there are, without counts of rows */
  GPtrArray *organisations; /* (element-type LuotainCoverageOrganisation): those asked for, by name */
  /*
   * (element-type LuotainCoverageRow): what all scenarios need first, then shared, then bets; among those what is not
   * covered at all, partly, not yet looked at, covered, by the weakest word of the organisations; then by how many need it,
   * weight, title and role level.
   */
  GPtrArray *rows;
} LuotainCoverageSheet;

void luotain_coverage_sheet_free (LuotainCoverageSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCoverageSheet, luotain_coverage_sheet_free)

/** luotain_coverage_status_key: "not-at-all", "partly", "covered", and "not-looked-at", which no record holds. */
const char *luotain_coverage_status_key (LuotainCoverageStatus status);

/**
 * luotain_coverage_status_parse:
 * @key: (nullable): a key of the vocabulary `coverage-status`
 *
 * Returns: its status; %LUOTAIN_COVERAGE_NOT_LOOKED_AT for none and for any other
 */
LuotainCoverageStatus luotain_coverage_status_parse (const char *key);

/** luotain_coverage_status_label: how the interface names it, translated. */
const char *luotain_coverage_status_label (LuotainCoverageStatus status);

/**
 * luotain_coverage_is_overdue:
 * @due_on: (nullable): a date as it is known: a year or month is over at its end
 * @today: a day
 */
gboolean luotain_coverage_is_overdue (const char *due_on, const char *today);

/** luotain_coverage_row_status: the weakest word of all organisations; not looked at where there are none. */
LuotainCoverageStatus luotain_coverage_row_status (const LuotainCoverageRow *self);

/**
 * luotain_coverage_row_holds:
 * @self: a row
 * @id: a record
 *
 * Returns: whether the row shows it: one of its entries or coverage records, its competence
 */
gboolean luotain_coverage_row_holds (const LuotainCoverageRow *self, gint64 id);

/**
 * luotain_coverage_query_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainCoverageQuery, the result a #LuotainCoverageSheet. An organisation that
 * does not exist leaves no views.
 */
gboolean luotain_coverage_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
