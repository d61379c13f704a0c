#pragma once

#include "luotain-level-list.h"

G_BEGIN_DECLS

/*
 * Which competences the profiles of a sector's scenarios need whatever comes: a competence that k of S profiles need is
 * robust where k = S, a bet where k = 1, and shared in between.
 */

typedef enum
{
  LUOTAIN_ROBUSTNESS_BET, /* one scenario needs it; also where there is only one profile to go by */
  LUOTAIN_ROBUSTNESS_SHARED,
  LUOTAIN_ROBUSTNESS_ROBUST /* all scenarios that have a profile need it */
} LuotainRobustnessKind;

/** LuotainRobustnessQuery: what to look at. */
typedef struct
{
  gint64 sector; /* 0 for all sectors side by side */
  gint64 level; /* only what this role level needs; 0 for all */
  const char *group; /* (nullable): only competences of this group: key */
  LuotainLanguage language; /* of titles */
} LuotainRobustnessQuery;

/** LuotainRobustnessColumn: a scenario that has a profile. */
typedef struct
{
  gint64 scenario;
  gint64 profile;
  gint64 sector; /* 0 for none */
  char *title;
} LuotainRobustnessColumn;

/** LuotainRobustnessNeed: that a scenario's profile needs the competence at a role level. */
typedef struct
{
  guint column;
  gint64 level; /* 0 where the entry names none */
  gint64 entry;
  guint weight; /* place of its importance in the vocabulary, from 1; 1 where it is not set */
} LuotainRobustnessNeed;

/** LuotainRobustnessRow: a competence. */
typedef struct
{
  gint64 competence;
  char *title;
  char *group; /* (nullable): key */
  GArray *needs; /* (element-type LuotainRobustnessNeed): by column, then by role level */
  guint n_scenarios; /* k */
  guint n_sectors; /* sectors of which a scenario needs it */
  guint weight; /* sum of the needs' */
  LuotainRobustnessKind kind;
} LuotainRobustnessRow;

/** LuotainRobustness: the matrix competence × scenario. */
typedef struct
{
  GPtrArray *columns; /* (element-type LuotainRobustnessColumn): scenarios in their order, sector by sector */
  GPtrArray *levels; /* (element-type LuotainLevel) */
  GPtrArray
      *rows; /* (element-type LuotainRobustnessRow): needed by most first, then by weight, then by title */
  guint n_without_profile; /* scenarios that say nothing yet */
} LuotainRobustness;

void luotain_robustness_free (LuotainRobustness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainRobustness, luotain_robustness_free)

/**
 * luotain_robustness_kind:
 * @n_scenarios: k, how many need it
 * @n_columns: S, of how many
 */
LuotainRobustnessKind luotain_robustness_kind (guint n_scenarios, guint n_columns);

/** luotain_robustness_kind_key: "robust", "shared" or "bet". */
const char *luotain_robustness_kind_key (LuotainRobustnessKind kind);

/** luotain_robustness_kind_label: the word for it, in the language of the program. */
const char *luotain_robustness_kind_label (LuotainRobustnessKind kind);

/**
 * luotain_robustness_row_count:
 * @self: a row
 * @level: a role level
 *
 * Returns: how many scenarios need the competence at that role level
 */
guint luotain_robustness_row_count (const LuotainRobustnessRow *self, gint64 level);

/**
 * luotain_robustness_dup_levels:
 * @self: a matrix
 * @row: one of its rows
 * @column: place of a scenario
 * @none: stands where an entry names no role level
 *
 * Returns: (transfer full) (nullable): the role levels at which the scenario needs the competence, with commas between;
 *   %NULL where it does not
 */
char *luotain_robustness_dup_levels (const LuotainRobustness *self, const LuotainRobustnessRow *row,
                                     guint column, const char *none);

/**
 * luotain_robustness_query_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainRobustnessQuery, the result a #LuotainRobustness.
 */
gboolean luotain_robustness_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
