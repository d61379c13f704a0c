#pragma once

/* Vectors of small numbers, for the files that are compiled several times: for lanes of LUOTAIN_LANE_BITS and for processors of
 * one kind or another. */
#include "luotain-consistent-problem.h"

#include <string.h>

#define INLINE static inline __attribute__ ((always_inline))

#if LUOTAIN_LANE_BITS == 8
typedef guint8 Lane;
typedef gint8 SignedLane;
#elif LUOTAIN_LANE_BITS == 16
typedef guint16 Lane;
typedef gint16 SignedLane;
#else
typedef guint32 Lane;
typedef gint32 SignedLane;
#endif

typedef Lane Vector __attribute__ ((vector_size (LUOTAIN_LANES * sizeof (Lane)), aligned (64)));

/* One bit a lane: whether it is below zero. */
INLINE guint64
find_negative (const Vector *vector)
{
#if LUOTAIN_LANE_BITS == 8 && defined(__AVX512BW__)
  typedef char Chars __attribute__ ((vector_size (64)));

  return (guint64) __builtin_ia32_cvtb2mask512 ((Chars) *vector);
#elif LUOTAIN_LANE_BITS == 16 && defined(__AVX512BW__)
  typedef short Shorts __attribute__ ((vector_size (64)));
  Shorts halves[2];

  memcpy (halves, vector, sizeof (halves));
  return (guint32) __builtin_ia32_cvtw2mask512 (halves[0])
         | (guint64) (guint32) __builtin_ia32_cvtw2mask512 (halves[1]) << 32;
#elif LUOTAIN_LANE_BITS < 32 && defined(__AVX2__)
  typedef char Chars __attribute__ ((vector_size (32)));
  Chars parts[2 * sizeof (Lane)];
  guint64 bits = 0;

  memcpy (parts, vector, sizeof (parts));
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      const guint32 signs = (guint32) __builtin_ia32_pmovmskb256 (parts[p]);

      /* Of lanes of two bytes every other bit is a sign. */
      bits |= LUOTAIN_LANE_BITS == 8 ? (guint64) signs << (32 * p)
                                     : (guint64) __builtin_ia32_pext_si (signs, 0xAAAAAAAA) << (16 * p);
    }
  return bits;
#elif LUOTAIN_LANE_BITS == 8
  guint64 eights[8];
  guint64 bits = 0;

  memcpy (eights, vector, sizeof (eights));
  for (guint e = 0; e < 8; e++)
    {
      const guint64 signs = GUINT64_FROM_LE (eights[e]) >> 7 & G_GUINT64_CONSTANT (0x0101010101010101);

      bits |= (signs * G_GUINT64_CONSTANT (0x0102040810204080)) >> 56 << (8 * e);
    }
  return bits;
#else
  guint64 bits = 0;

  for (guint l = 0; l < LUOTAIN_LANES; l++)
    bits |= (guint64) ((*vector)[l] >> (LUOTAIN_LANE_BITS - 1)) << l;

  return bits;
#endif
}
