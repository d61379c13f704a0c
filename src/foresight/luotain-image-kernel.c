/* The innermost part of global succession. Compiled several times, as luotain-consistent-kernel.c is. */
#include "luotain-image-sweep.h"

#include <string.h>

#if LUOTAIN_LANE_BITS == 8
typedef gint8 Lane;
typedef guint8 Unsigned;
#else
typedef gint16 Lane;
typedef guint16 Unsigned;
#endif

typedef Lane Vector __attribute__ ((vector_size (LUOTAIN_IMAGE_LANES * sizeof (Lane)), aligned (64)));
typedef Unsigned Digits __attribute__ ((vector_size (LUOTAIN_IMAGE_LANES * sizeof (Lane)), aligned (64)));
typedef guint32 Numbers __attribute__ ((vector_size (LUOTAIN_IMAGE_LANES * sizeof (guint32)), aligned (64)));

void LUOTAIN_KERNEL (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images);

/* The best state of a variable in every lane; of several the first. */
static inline __attribute__ ((always_inline)) void
find_best (const LuotainImagePlan *plan, const int *bases, const Vector *additions, guint variable,
           Digits *best)
{
  const guint first = plan->matrix->offsets[variable];
  Vector highest = additions[(gsize) first * plan->n_blocks] + (Lane) bases[first];

  *best = (Digits){ 0 };
  for (guint a = 1; a < plan->matrix->states[variable]; a++)
    {
      const Vector score = additions[(gsize) (first + a) * plan->n_blocks] + (Lane) bases[first + a];
      const Vector better = score > highest;

      highest = (score & better) | (highest & ~better);
      *best = (*best & ~(Digits) better) | ((Digits) better & (Unsigned) a);
    }
}

void
LUOTAIN_KERNEL (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images)
{
  const guint n = plan->matrix->n_variables;

  for (guint block = 0; block < plan->n_blocks; block++)
    {
      const Vector *additions = (const Vector *) plan->additions + block;
      Numbers numbers = (Numbers){ 0 } + fixed;

      for (guint j = 0; j < n;)
        {
          Digits digits = { 0 };
          guint values = 1;
          guint stride = 0;

          /* As many variables as one lane holds the digits of make one number. */
          for (; j < n && (!plan->varies[j] || values * plan->matrix->states[j] <= 256); j++)
            {
              Digits best;

              if (!plan->varies[j])
                continue;
              find_best (plan, bases, additions, j, &best);
              digits = digits * (Unsigned) plan->matrix->states[j] + best;
              values *= plan->matrix->states[j];
              stride = plan->strides[j];
            }
          if (values > 1)
            numbers += __builtin_convertvector(digits, Numbers) * stride;
        }
      memcpy (images + block * LUOTAIN_IMAGE_LANES, &numbers, sizeof (numbers));
    }
}
