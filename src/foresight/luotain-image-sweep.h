#pragma once

#include "luotain-computation.h"
#include "luotain-cross-impact.h"
#include "luotain-image-tally.h"

G_BEGIN_DECLS

/* Global succession of all paths at once; for the files of this folder.
 *
 * Some variables, those with a say in the fewest others, are the inner ones: their combinations are lanes, worked on 64 at a
 * time, while the others are counted through like the hands of a clock.
 *
 * A path has a number: its states as digits. The digits of what the inner variables have a say in are the lowest, so that what is
 * counted together lies together in memory.
 *
 * Scores are doubled, and a state gets one more where it is the present one: so a tie keeps the present state, and among others
 * the first wins. */

#define LUOTAIN_IMAGE_LANES 64

/** LUOTAIN_FOLLOW_LANES: where a single path is followed, so many variables are looked at at a time. */
#define LUOTAIN_FOLLOW_LANES 16

/**
 * LuotainImagePlan:
 * @matrix: the judgements
 * @strides: what a state of a variable counts in the number of a path
 * @order: the variables, the inner ones last
 * @n_outer: variables that are not inner
 * @n_combinations: paths
 * @n_inner: combinations of the inner variables
 * @n_blocks: vectors that hold these; the last one may be longer
 * @lane_size: bytes of a score: 1 or 2; 0 if the scores are too large
 * @additions: for every state of the matrix and every block what the inner variables add to its score, of type lane
 * @varies: for every variable whether inner variables have a say in it
 * @n_low: the numbers of paths are taken apart into a low part below this and a high part
 * @rank_groups: for 0, 1, 2, … how many groups of lanes it takes for the variables that have this state, those with the most states
 *   first; the last one is 0
 * @n_score_groups: all of them
 * @lane_strides: the strides of the variables in this order
 * @low_scores: for every low part what its states add to the scores, by state and variable
 * @high_scores: the same for every high part
 */
typedef struct
{
  const LuotainCrossImpact *matrix;
  guint *strides;
  guint *order;
  guint n_outer;
  guint64 n_combinations;
  guint n_inner;
  guint n_blocks;
  guint lane_size;
  void *additions;
  gboolean *varies;
  guint n_low;
  guint *rank_groups;
  guint n_score_groups;
  guint32 *lane_strides;
  gint16 *low_scores;
  gint16 *high_scores;
} LuotainImagePlan;

/**
 * LuotainImageKernel:
 * @bases: for every state what the outer variables add to its score
 * @images: (out): for every lane the number of the path it moves on to
 *
 * Finds the images of all combinations of the inner variables. @fixed is the number that the other variables make.
 */
typedef void (*LuotainImageKernel) (const LuotainImagePlan *plan, const int *bases, guint32 fixed,
                                    guint32 *images);

/** luotain_image_addition: Returns: what the state @source of the matrix adds to the doubled score of the state @target. */
static inline int
luotain_image_addition (const LuotainCrossImpact *matrix, guint source, guint target)
{
  return 2 * matrix->judgements[(gsize) source * matrix->n_states + target] + (source == target);
}

/** luotain_image_plan_new: Returns: (transfer full): how to sweep; the paths of @matrix must be fewer than 2³¹. */
LuotainImagePlan *luotain_image_plan_new (const LuotainCrossImpact *matrix);

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
 * @images: (out) (optional): the images, counted; to be cleared with luotain_images_clear(). Without it they are only found,
 *   which is for measuring
 *
 * Finds where all paths move on to.
 *
 * Returns: FALSE if it was cancelled
 */
gboolean luotain_image_sweep (const LuotainImagePlan *plan, guint n_threads, gboolean portable,
                              GCancellable *cancellable, LuotainProgressFunc progress, gpointer data,
                              LuotainImages *images);

G_END_DECLS
