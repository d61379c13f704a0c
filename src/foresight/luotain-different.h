#pragma once

#include "luotain-computation.h"

G_BEGIN_DECLS

/**
 * LuotainDifferentSets:
 * @k: paths in each set
 * @smallest_distance: in how many variables the two nearest paths of a set differ
 * @sum: of the distances of all pairs of a set
 * @n: sets kept
 * @sets: @n × @k indexes of paths, rising within a set; the sets in order
 * @n_tied: how many sets there are that are as good; more than @n where not all are kept
 * @exact: whether nothing better exists and @n_tied is certain; else the search was stopped and these are good sets it found
 *
 * The sets of paths that differ most from one another.
 */
typedef struct
{
  guint k;
  guint smallest_distance;
  guint sum;
  gsize n;
  guint *sets;
  guint64 n_tied;
  gboolean exact;
} LuotainDifferentSets;

/**
 * luotain_different_find:
 * @states: @n × @n_variables states, path after path
 * @n: paths
 * @n_variables: length of a path
 * @k: how many to choose, 2 or more; more than @n takes all of them
 * @max_sets: keep at most so many tied sets; 0: 1,000
 * @node_budget: steps the search may take; 0: some ten million, a second or so
 * @cancellable: (nullable): stops it
 *
 * Of all sets of @k paths, finds those with the largest smallest distance, and of these the ones with the largest sum of
 * distances. The distance of two paths is the number of variables in which they differ (Hamming). Ties are normal.
 *
 * Returns: (transfer full): the sets
 */
LuotainDifferentSets *luotain_different_find (const guint8 *states, gsize n, guint n_variables, guint k,
                                              gsize max_sets, guint64 node_budget, GCancellable *cancellable);

/** luotain_different_sets_free: */
void luotain_different_sets_free (LuotainDifferentSets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainDifferentSets, luotain_different_sets_free)

G_END_DECLS
