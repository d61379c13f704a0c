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

void LUOTAIN_KERNEL (const LuotainImagePlan *plan, const int *bases, guint32 fixed, guint32 *images);

/* A quarter of the lanes: what a processor widens at once. */
#define QUARTER 16
typedef Unsigned QuarterDigits __attribute__ ((vector_size (QUARTER * sizeof (Unsigned))));
typedef guint32 QuarterNumbers __attribute__ ((vector_size (QUARTER * sizeof (guint32)), aligned (64)));

static inline __attribute__ ((always_inline)) void
add_digits (const Digits *digits, guint32 stride, QuarterNumbers *numbers)
{
  QuarterDigits quarters[LUOTAIN_IMAGE_LANES / QUARTER];

  memcpy (quarters, digits, sizeof (quarters));
  for (guint q = 0; q < G_N_ELEMENTS (quarters); q++)
    numbers[q] += __builtin_convertvector(quarters[q], QuarterNumbers) * stride;
}

/* Bytes are added more quickly than they are multiplied. */
static inline __attribute__ ((always_inline)) Digits
append_digit (Digits digits, guint values, Digits digit)
{
  const Digits twice = digits + digits;

  if (values == 2)
    return twice + digit;
  if (values == 3)
    return twice + digits + digit;
  if (values == 4)
    return twice + twice + digit;

  return digits * (Unsigned) values + digit;
}

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
      QuarterNumbers numbers[LUOTAIN_IMAGE_LANES / QUARTER];

      for (guint q = 0; q < G_N_ELEMENTS (numbers); q++)
        numbers[q] = (QuarterNumbers){ 0 } + fixed;

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
              digits = append_digit (digits, plan->matrix->states[j], best);
              values *= plan->matrix->states[j];
              stride = plan->strides[j];
            }
          if (values > 1)
            add_digits (&digits, stride, numbers);
        }
      memcpy (images + block * LUOTAIN_IMAGE_LANES, numbers, sizeof (numbers));
    }
}
