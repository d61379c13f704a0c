/* Where single paths move on to. Compiled for several kinds of processor, as luotain-image-kernel.c is. */
#include "luotain-image-sweep.h"

#include <string.h>

typedef gint16 Scores __attribute__ ((vector_size (LUOTAIN_FOLLOW_LANES * sizeof (gint16)), aligned (32)));
typedef guint16 States __attribute__ ((vector_size (LUOTAIN_FOLLOW_LANES * sizeof (guint16)), aligned (32)));
typedef guint32 Numbers __attribute__ ((vector_size (LUOTAIN_FOLLOW_LANES * sizeof (guint32)), aligned (64)));
typedef guint32 Quarter __attribute__ ((vector_size (LUOTAIN_FOLLOW_LANES / 4 * sizeof (guint32))));

void LUOTAIN_KERNEL (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next);

static inline __attribute__ ((always_inline)) guint32
sum_up (const Numbers *numbers)
{
  Quarter quarters[4];

  memcpy (quarters, numbers, sizeof (quarters));
  quarters[0] = (quarters[0] + quarters[1]) + (quarters[2] + quarters[3]);
  return quarters[0][0] + quarters[0][1] + quarters[0][2] + quarters[0][3];
}

void
LUOTAIN_KERNEL (const LuotainImagePlan *plan, const guint32 *numbers, gsize n, guint32 *next)
{
  const LuotainFollowTables *tables = &plan->follow;
  const Numbers *strides = (const Numbers *) tables->lane_strides;

  for (gsize i = 0; i < n; i++)
    {
      const Scores *low = (const Scores *) tables->low_scores
                          + (gsize) (numbers[i] % tables->n_low) * tables->n_score_groups;
      const Scores *high = (const Scores *) tables->high_scores
                           + (gsize) (numbers[i] / tables->n_low) * tables->n_score_groups;
      Numbers images = { 0 };

      for (guint g = 0; g < tables->rank_groups[0]; g++)
        {
          Scores highest = low[g] + high[g];
          States best = { 0 };
          guint at = g;

          /* Which is best cannot be foreseen: branches would be slower. */
          for (guint a = 1; g < tables->rank_groups[a]; a++)
            {
              Scores score;
              Scores better;

              at += tables->rank_groups[a - 1];
              score = low[at] + high[at];
              better = score > highest;
              highest = (score & better) | (highest & ~better);
              best = (best & ~(States) better) | ((States) better & (guint16) a);
            }
          images += __builtin_convertvector(best, Numbers) * strides[g];
        }
      next[i] = sum_up (&images);
    }
}
