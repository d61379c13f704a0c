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

guint LUOTAIN_KERNEL (const LuotainImagePlan *plan, const LuotainImageIsland *island, const int *bases,
                      guint32 fixed, guint32 *images, LuotainImageSum *sums);

/* After so many sums it is seen whether lanes are mostly different. */
#define MANY_TRIED 32
#define MAX_BLOCKS (4096 / LUOTAIN_IMAGE_LANES)

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
find_best (const LuotainCrossImpact *matrix, const int *bases, const Vector *additions, guint n_blocks,
           guint variable, Digits *best)
{
  const guint first = matrix->offsets[variable];
  Vector highest = additions[(gsize) first * n_blocks] + (Lane) bases[first];

  *best = (Digits){ 0 };
  for (guint a = 1; a < matrix->states[variable]; a++)
    {
      const Vector score = additions[(gsize) (first + a) * n_blocks] + (Lane) bases[first + a];
      const Vector better = score > highest;

      highest = (score & better) | (highest & ~better);
      *best = (*best & ~(Digits) better) | ((Digits) better & (Unsigned) a);
    }
}

/* One bit a lane: whether it has this number. */
static inline __attribute__ ((always_inline)) guint64
find_equal (const QuarterNumbers *numbers, guint32 number)
{
  guint64 bits = 0;

#if defined(__AVX512DQ__)
  typedef int Ints __attribute__ ((vector_size (64)));

  for (guint q = 0; q < LUOTAIN_IMAGE_LANES / QUARTER; q++)
    bits |= (guint64) (guint16) __builtin_ia32_cvtd2mask512 ((Ints) (numbers[q] == number)) << q * QUARTER;
#elif defined(__AVX2__)
  typedef float Floats __attribute__ ((vector_size (32)));
  Floats halves[2 * LUOTAIN_IMAGE_LANES / QUARTER];

  for (guint q = 0; q < LUOTAIN_IMAGE_LANES / QUARTER; q++)
    {
      const QuarterNumbers equal = (QuarterNumbers) (numbers[q] == number);

      memcpy (halves + 2 * q, &equal, sizeof (equal));
    }
  for (guint h = 0; h < G_N_ELEMENTS (halves); h++)
    bits |= (guint64) (guint8) __builtin_ia32_movmskps256 (halves[h]) << h * 8;
#else
  for (guint lane = 0; lane < LUOTAIN_IMAGE_LANES; lane++)
    bits |= (guint64) (numbers[lane / QUARTER][lane % QUARTER] == number) << lane;
#endif

  return bits;
}

/* Takes equal lanes together, until what is left turns out to be mostly different. */
static inline __attribute__ ((always_inline)) guint
merge_lanes (const LuotainImageIsland *island, const guint32 *images, LuotainImageSum *sums)
{
  const QuarterNumbers *numbers = (const QuarterNumbers *) images;
  const guint n_last = (island->n_lanes - 1) % LUOTAIN_IMAGE_LANES + 1;
  guint64 left[MAX_BLOCKS];
  guint n_left = island->n_lanes;
  guint n = 0;

  for (guint block = 0; block < island->n_blocks; block++)
    left[block] = G_MAXUINT64;
  left[island->n_blocks - 1] >>= LUOTAIN_IMAGE_LANES - n_last;

  for (guint first = 0; first < island->n_blocks; first++)
    while (left[first] != 0)
      {
        const guint32 lane = first * LUOTAIN_IMAGE_LANES + (guint32) __builtin_ctzll (left[first]);
        guint count = 0;

        if (n >= MANY_TRIED && n_left > island->n_lanes / 2)
          {
            left[first] &= left[first] - 1;
            count = 1;
          }
        else
          for (guint block = first; block < island->n_blocks; block++)
            {
              const guint64 equal = find_equal (numbers + block * LUOTAIN_IMAGE_LANES / QUARTER, images[lane])
                                    & left[block];

              count += (guint) __builtin_popcountll (equal);
              left[block] &= ~equal;
            }
        n_left -= count;
        sums[n++] = (LuotainImageSum){ images[lane], count };
      }

  return n;
}

guint
LUOTAIN_KERNEL (const LuotainImagePlan *plan, const LuotainImageIsland *island, const int *bases,
                guint32 fixed, guint32 *images, LuotainImageSum *sums)
{
  const LuotainCrossImpact *matrix = plan->matrix;

  for (guint block = 0; block < island->n_blocks; block++)
    {
      const Vector *additions = (const Vector *) island->additions + block;
      QuarterNumbers numbers[LUOTAIN_IMAGE_LANES / QUARTER];

      for (guint q = 0; q < G_N_ELEMENTS (numbers); q++)
        numbers[q] = (QuarterNumbers){ 0 } + fixed;

      for (guint d = 0; d < island->n_digits;)
        {
          Digits digits = { 0 };
          guint values = 1;
          guint stride = 0;

          /* As many neighbouring digits as one lane holds make one number. */
          do
            {
              const guint j = island->digits[d++];
              Digits best;

              find_best (matrix, bases, additions, island->n_blocks, j, &best);
              digits = append_digit (digits, matrix->states[j], best);
              values *= matrix->states[j];
              stride = plan->strides[j];
            }
          while (d < island->n_digits && values * matrix->states[island->digits[d]] <= 256
                 && plan->strides[island->digits[d]] * matrix->states[island->digits[d]] == stride);
          add_digits (&digits, stride, numbers);
        }
      memcpy (images + block * LUOTAIN_IMAGE_LANES, numbers, sizeof (numbers));
    }

  return sums != NULL ? merge_lanes (island, images, sums) : 0;
}
