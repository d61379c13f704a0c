#pragma once

#include "luotain-computation.h"
#include "luotain-cross-impact.h"
#include "luotain-image-tally.h"

G_BEGIN_DECLS

/* Global succession of all paths at once; for the files of this folder.
 *
 * Some variables, those with a say in the fewest others, are the inner ones, while the others are counted through like the hands of
 * a clock. Inner variables that have no say in the same variable do not know of each other: they fall into islands. At each step
 * of the clock the combinations of an island are lanes, worked on 64 at a time, and tell what the island adds to the number of an
 * image; among them many are equal. An image is a sum of one number for each island, and moved on to by the product of how often
 * each of them came.
 *
 * A path has a number: its states as digits. Those that islands have a say in are the lowest, of the smallest island first, and
 * of these those that change most often: so what is counted together lies together in memory. The lowest digits, as many as it
 * holds, make a place on a line of 64; where they do not fill it some numbers stand for no path.
 *
 * Scores are doubled, and a state gets one more where it is the present one: so a tie keeps the present state, and among others
 * the first wins. */

#define LUOTAIN_IMAGE_LANES 64

/** LUOTAIN_FOLLOW_LANES: where a single path is followed, so many variables are looked at at a time. */
#define LUOTAIN_FOLLOW_LANES 16

/**
 * LuotainImageIsland:
 * @first: its first inner variable in the order of the plan
 * @end: the one after its last
 * @n_lanes: combinations of these
 * @n_blocks: vectors that hold them; the last one may be longer
 * @digits: the variables they have a say in, from the highest digit to the lowest
 * @n_digits: so many
 * @additions: for every state of the matrix and every block what the inner variables add to its score, of type lane; those of
 *   other islands add the same in every lane
 */
typedef struct
{
  guint first;
  guint end;
  guint n_lanes;
  guint n_blocks;
  guint *digits;
  guint n_digits;
  void *additions;
} LuotainImageIsland;

/**
 * LuotainFollowTables:
 * @n_low: the numbers of paths are taken apart into a low part below this and a high part
 * @rank_groups: for 0, 1, 2, … how many groups of lanes it takes for the variables that have this state, those with the most states
 *   first; the last one is 0
 * @n_score_groups: all of them
 * @lane_strides: the strides of the variables in this order
 * @low_scores: for every low part what its states add to the scores, by state and variable
 * @high_scores: the same for every high part
 *
 * For following single paths.
 */
typedef struct
{
  guint n_low;
  guint *rank_groups;
  guint n_score_groups;
  guint32 *lane_strides;
  gint16 *low_scores;
  gint16 *high_scores;
} LuotainFollowTables;

/**
 * LuotainImagePlan:
 * @matrix: the judgements
 * @strides: what a state of a variable counts in the number of a path
 * @order: the variables, the inner ones last, those of an island together
 * @n_outer: variables that are not inner
 * @n_combinations: paths
 * @n_numbers: the numbers of paths are below this
 * @n_inner: combinations of the inner variables
 * @lane_size: bytes of a score: 1 or 2; 0 if the scores are too large
 * @islands: the islands, the largest last
 * @n_islands: so many
 * @digits: the variables from the highest digit of the number to the lowest
 * @n_fixed: the first of these, in which inner variables have no say
 * @follow: for following single paths
 */
typedef struct
{
  const LuotainCrossImpact *matrix;
  guint *strides;
  guint *order;
  guint n_outer;
  guint64 n_combinations;
  guint64 n_numbers;
  guint n_inner;
  guint lane_size;
  LuotainImageIsland *islands;
  guint n_islands;
  guint *digits;
  guint n_fixed;
  LuotainFollowTables follow;
} LuotainImagePlan;

/**
 * LuotainImageSum:
 * @number: of an image, or what some islands add to it
 * @count: how many paths it stands for
 */
typedef struct
{
  guint32 number;
  guint32 count;
} LuotainImageSum;

/**
 * LuotainImageKernel:
 * @bases: for every state what the outer variables add to its score
 * @fixed: a number that is added to all
 * @images: (out): for every lane what the island adds to the number of the image
 * @sums: (out) (optional): the same, lanes that are equal taken together where it is worth while
 *
 * Goes through all combinations of an island.
 *
 * Returns: how many sums there are
 */
typedef guint (*LuotainImageKernel) (const LuotainImagePlan *plan, const LuotainImageIsland *island,
                                     const int *bases, guint32 fixed, guint32 *images, LuotainImageSum *sums);

/** luotain_image_addition: Returns: what the state @source of the matrix adds to the doubled score of the state @target. */
static inline int
luotain_image_addition (const LuotainCrossImpact *matrix, guint source, guint target)
{
  return 2 * matrix->judgements[(gsize) source * matrix->n_states + target] + (source == target);
}

/**
 * luotain_image_plan_new:
 * @matrix: the judgements, of fewer than 2³¹ paths
 * @whole: take the inner variables as one island, so that a sweep comes to every path, which is for measuring
 *
 * Returns: (transfer full): how to sweep
 */
LuotainImagePlan *luotain_image_plan_new (const LuotainCrossImpact *matrix, gboolean whole);

/** luotain_follow_tables_init: fills the tables of a plan whose variables have digits. */
void luotain_follow_tables_init (LuotainImagePlan *plan);

/** luotain_follow_tables_clear: frees what is in @self. */
void luotain_follow_tables_clear (LuotainFollowTables *self);

/**
 * luotain_image_plan_follow:
 * @numbers: numbers of @n paths
 * @portable: use nothing of the processor that not every processor has
 * @next: (out): the numbers of the paths that they move on to
 */
void luotain_image_plan_follow (const LuotainImagePlan *self, const guint32 *numbers, gsize n,
                                gboolean portable, guint32 *next);

/** luotain_image_plan_read: writes the states of the path with this number to @path. */
void luotain_image_plan_read (const LuotainImagePlan *self, guint32 number, guint8 *path);

/** luotain_image_plan_free: */
void luotain_image_plan_free (LuotainImagePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainImagePlan, luotain_image_plan_free)

/**
 * luotain_image_sweep:
 * @plan: how to sweep
 * @n_threads: 1 or 2
 * @portable: use nothing of the processor that not every processor has
 * @images: (out) (optional): the images, counted; to be cleared with luotain_images_clear(). Without it what the islands add is
 *   only found, which is for measuring
 *
 * Finds where all paths move on to.
 *
 * Returns: FALSE if it was cancelled
 */
gboolean luotain_image_sweep (const LuotainImagePlan *plan, guint n_threads, gboolean portable,
                              GCancellable *cancellable, LuotainProgressFunc progress, gpointer data,
                              LuotainImages *images);

G_END_DECLS
