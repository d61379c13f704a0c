#pragma once

#include "luotain-computation.h"

G_BEGIN_DECLS

/** LUOTAIN_FUTURES_MAX_ROWS: a futures table has at most so many rows. */
#define LUOTAIN_FUTURES_MAX_ROWS 250

/** LUOTAIN_FUTURES_MAX_STATES: a row has at most so many states. */
#define LUOTAIN_FUTURES_MAX_STATES 64

/**
 * LuotainFuturesSpace:
 *
 * The paths of a futures table (Seppälä 1984; F. Zwicky's morphological box) and which of them remain when pairs of states are
 * struck (cross-consistency assessment; T. Ritchey) and rows are fixed.
 */
typedef struct _LuotainFuturesSpace LuotainFuturesSpace;

/**
 * luotain_futures_space_new:
 * @n_rows: rows, at most LUOTAIN_FUTURES_MAX_ROWS
 * @n_states: states of each, 0 to LUOTAIN_FUTURES_MAX_STATES; a row of none is left out of all paths
 *
 * Returns: (transfer full): a table with nothing struck and every row open
 */
LuotainFuturesSpace *luotain_futures_space_new (guint n_rows, const guint *n_states);

/** luotain_futures_space_free: */
void luotain_futures_space_free (LuotainFuturesSpace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainFuturesSpace, luotain_futures_space_free)

/**
 * luotain_futures_space_mark:
 * @row_a: a row
 * @state_a: a state of it
 * @row_b: another row
 * @state_b: a state of it
 * @strikes: whether no path may hold both (logical and empirical marks); FALSE only marks them (normative ones)
 *
 * Says that two states cannot coexist. A pair that is marked twice strikes if either mark does.
 */
void luotain_futures_space_mark (LuotainFuturesSpace *self, guint row_a, guint state_a, guint row_b,
                                 guint state_b, gboolean strikes);

/** luotain_futures_space_fix: Fixes @row to a state, or opens it again with LUOTAIN_OPEN. */
void luotain_futures_space_fix (LuotainFuturesSpace *self, guint row, guint state);

/** luotain_futures_space_n_pairs: Returns: the pairs of states of two different rows that can be marked. */
guint luotain_futures_space_n_pairs (const LuotainFuturesSpace *self);

/** luotain_futures_space_n_paths: Returns: (transfer full): the number of all paths, struck or not, in digits. */
char *luotain_futures_space_n_paths (const LuotainFuturesSpace *self);

/**
 * luotain_futures_space_n_remaining:
 * @node_budget: steps the count may take; 0: some million, a tenth of a second or so
 *
 * Returns: (transfer full) (nullable): the number of paths that hold no struck pair and agree with the fixed rows, in digits;
 *   %NULL where the budget did not suffice
 */
char *luotain_futures_space_n_remaining (const LuotainFuturesSpace *self, guint64 node_budget);

/**
 * luotain_futures_space_possible:
 * @possible: (out caller-allocates): one set of bits a row: whether a state is on a remaining path that agrees with the fixed
 *   *other* rows; so a fixed row shows what it could be changed to
 *
 * Returns: whether any path remains at all with all fixed rows as they are
 */
gboolean luotain_futures_space_possible (const LuotainFuturesSpace *self, guint64 *possible);

/**
 * luotain_futures_space_list:
 * @limit: list at most so many; 0: 10,000
 * @n: (out): how many are listed
 * @end: (out): LUOTAIN_END_LIMIT if there are more
 *
 * Lists the remaining paths that agree with the fixed rows, sorted by their states. A row of no states is LUOTAIN_OPEN.
 *
 * Returns: (transfer full): @n × rows states
 */
guint8 *luotain_futures_space_list (const LuotainFuturesSpace *self, gsize limit, gsize *n, LuotainEnd *end);

/** luotain_futures_space_marks: Returns: how many marked pairs @path holds, open rows aside; @n_strikes of them strike. */
guint luotain_futures_space_marks (const LuotainFuturesSpace *self, const guint8 *path, guint *n_strikes);

G_END_DECLS
