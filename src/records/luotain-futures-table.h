#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

G_BEGIN_DECLS

/** LUOTAIN_FUTURES_OPEN: in a path, a row that is left open; of a cell, one without a state. */
#define LUOTAIN_FUTURES_OPEN G_MAXUINT

/** LuotainFuturesQuery: which futures table to read. */
typedef struct
{
  gint64 sector; /* 0 for all */
  LuotainLanguage language; /* of titles */
} LuotainFuturesQuery;

/** LuotainFuturesState: one alternative of a key variable. */
typedef struct
{
  gint64 id;
  char *title; /* (nullable) */
  char *image; /* (nullable): key of a future image */
  guint n_scenarios; /* paths of this table that go through it */
} LuotainFuturesState;

/** LuotainFuturesRow: a key variable with its states. */
typedef struct
{
  gint64 id;
  gint64 sector; /* 0 for none: it belongs to all */
  char *title; /* (nullable) */
  char *dimensions; /* (nullable): keys with a blank between */
  guint n_findings; /* findings that are evidence of it or of one of its states, each counted once */
  GPtrArray *states; /* (element-type LuotainFuturesState): in their order */
} LuotainFuturesRow;

/** LuotainFuturesPath: a scenario as a path through the table. */
typedef struct
{
  gint64 id;
  gint64 sector; /* 0 for none */
  char *title; /* (nullable) */
  char *image; /* (nullable): key */
  gint64 year; /* LUOTAIN_NUMBER_UNSET */
  guint *states; /* one a row: index of the state, or LUOTAIN_FUTURES_OPEN */
  guint n_set; /* rows that are not open */
  guint twin; /* index of the first scenario with the same path, itself where there is none before it */
} LuotainFuturesPath;

/** LuotainFuturesExclusion: two states that cannot coexist; @row_a stands before @row_b. */
typedef struct
{
  gint64 id;
  guint row_a, state_a;
  guint row_b, state_b;
  char *kind; /* logical, empirical, normative */
  char *reason; /* (nullable) */
} LuotainFuturesExclusion;

/** LuotainFuturesTable: the futures table of a sector (O. Seppälä, 1984), read as a whole. */
typedef struct
{
  GPtrArray *rows; /* (element-type LuotainFuturesRow): in their order */
  GPtrArray *paths; /* (element-type LuotainFuturesPath): in their order */
  GPtrArray
      *exclusions; /* (element-type LuotainFuturesExclusion): by the first row, state, then by the second */
  gboolean
      by_image; /* whether each state has an image of its own in its row; TRUE for a table without states */
  char *n_combinations; /* in digits: the product of the lengths of the rows that have states */
  guint n_states;
  guint n_unused; /* states no path of this table goes through; 0 while there are no scenarios */
  guint n_without_findings; /* rows no finding stands behind */
  guint n_twins; /* paths that are the same as one before */
} LuotainFuturesTable;

void luotain_futures_table_free (LuotainFuturesTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainFuturesTable, luotain_futures_table_free)

/**
 * luotain_futures_table_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainFuturesQuery, the result a #LuotainFuturesTable. Key variables without a
 * sector belong to all.
 */
gboolean luotain_futures_table_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_futures_table_find:
 * @id: a key variable or state
 * @row: (out): its row
 * @state: (out): its index in the row; LUOTAIN_FUTURES_OPEN for the variable itself
 *
 * Returns: whether it stands in the table
 */
gboolean luotain_futures_table_find (const LuotainFuturesTable *self, gint64 id, guint *row, guint *state);

/**
 * luotain_futures_table_get_exclusion:
 *
 * Returns: (nullable) (transfer none): what says that two states of different rows cannot coexist, in whichever order
 */
const LuotainFuturesExclusion *luotain_futures_table_get_exclusion (const LuotainFuturesTable *self,
                                                                    guint row, guint state, guint other_row,
                                                                    guint other_state);

/** luotain_futures_exclusion_strikes: Returns: whether it strikes paths: all but normative ones do. */
gboolean luotain_futures_exclusion_strikes (const LuotainFuturesExclusion *self);

const LuotainFuturesRow *luotain_futures_table_row (const LuotainFuturesTable *self, guint row);
const LuotainFuturesPath *luotain_futures_table_path (const LuotainFuturesTable *self, guint path);

/** luotain_futures_row_state: Returns: (nullable): the state at @index; %NULL for LUOTAIN_FUTURES_OPEN. */
const LuotainFuturesState *luotain_futures_row_state (const LuotainFuturesRow *self, guint index);

G_END_DECLS
