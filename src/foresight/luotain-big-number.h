#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LUOTAIN_BIG_NUMBER_LIMBS: 32 bits each; 64²⁵⁰, the most paths there can be, has 1500. */
#define LUOTAIN_BIG_NUMBER_LIMBS 48

/**
 * LuotainBigNumber:
 * @n_limbs: limbs in use
 * @limbs: the least first
 *
 * A number of paths, exact however large. All zeros is 0. What would be longer than all limbs is a programming error.
 */
typedef struct
{
  guint n_limbs;
  guint32 limbs[LUOTAIN_BIG_NUMBER_LIMBS];
} LuotainBigNumber;

/** luotain_big_number_set: makes @self a number of 64 bits. */
void luotain_big_number_set (LuotainBigNumber *self, guint64 value);

/** luotain_big_number_copy: makes @self equal to @other. */
void luotain_big_number_copy (LuotainBigNumber *self, const LuotainBigNumber *other);

/** luotain_big_number_add: adds @other to @self. */
void luotain_big_number_add (LuotainBigNumber *self, const LuotainBigNumber *other);

/** luotain_big_number_multiply_by: multiplies @self by a small number. */
void luotain_big_number_multiply_by (LuotainBigNumber *self, guint32 factor);

/** luotain_big_number_multiply: multiplies @self by @other. */
void luotain_big_number_multiply (LuotainBigNumber *self, const LuotainBigNumber *other);

/** luotain_big_number_to_double: Returns: the nearest a double comes to it, roughly. */
double luotain_big_number_to_double (const LuotainBigNumber *self);

/** luotain_big_number_to_string: Returns: (transfer full): its decimal digits. */
char *luotain_big_number_to_string (const LuotainBigNumber *self);

G_END_DECLS
