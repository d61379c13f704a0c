#include "luotain-big-number.h"

#include <string.h>

void
luotain_big_number_set (LuotainBigNumber *self, guint64 value)
{
  self->n_limbs = 0;
  for (; value != 0; value >>= 32)
    self->limbs[self->n_limbs++] = (guint32) value;
}

void
luotain_big_number_copy (LuotainBigNumber *self, const LuotainBigNumber *other)
{
  self->n_limbs = other->n_limbs;
  memcpy (self->limbs, other->limbs, sizeof (guint32) * other->n_limbs);
}

static void
append_limb (LuotainBigNumber *self, guint32 limb)
{
  g_assert (self->n_limbs < LUOTAIN_BIG_NUMBER_LIMBS);
  self->limbs[self->n_limbs++] = limb;
}

void
luotain_big_number_add (LuotainBigNumber *self, const LuotainBigNumber *other)
{
  guint64 carry = 0;

  for (guint i = 0; i < other->n_limbs || carry != 0; i++)
    {
      if (i == self->n_limbs)
        append_limb (self, 0);
      carry += (guint64) self->limbs[i] + (i < other->n_limbs ? other->limbs[i] : 0);
      self->limbs[i] = (guint32) carry;
      carry >>= 32;
    }
}

void
luotain_big_number_multiply_by (LuotainBigNumber *self, guint32 factor)
{
  guint64 carry = 0;

  if (factor == 0)
    self->n_limbs = 0;

  for (guint i = 0; i < self->n_limbs; i++)
    {
      carry += (guint64) self->limbs[i] * factor;
      self->limbs[i] = (guint32) carry;
      carry >>= 32;
    }
  if (carry != 0)
    append_limb (self, (guint32) carry);
}

void
luotain_big_number_multiply (LuotainBigNumber *self, const LuotainBigNumber *other)
{
  LuotainBigNumber product = { 0 };

  for (guint i = other->n_limbs; i-- > 0;)
    {
      LuotainBigNumber part = { 0 };

      /* The product so far moves up by a limb, then the next lower limb's part comes in. */
      if (product.n_limbs > 0)
        {
          append_limb (&product, 0);
          memmove (product.limbs + 1, product.limbs, sizeof (guint32) * (product.n_limbs - 1));
          product.limbs[0] = 0;
        }
      luotain_big_number_copy (&part, self);
      luotain_big_number_multiply_by (&part, other->limbs[i]);
      luotain_big_number_add (&product, &part);
    }

  luotain_big_number_copy (self, &product);
}

double
luotain_big_number_to_double (const LuotainBigNumber *self)
{
  double value = 0;

  for (guint i = self->n_limbs; i-- > 0;)
    value = value * 4294967296.0 + self->limbs[i];

  return value;
}

static guint32
divide_by (LuotainBigNumber *self, guint32 divisor)
{
  guint64 rest = 0;

  for (guint i = self->n_limbs; i-- > 0;)
    {
      rest = rest << 32 | self->limbs[i];
      self->limbs[i] = (guint32) (rest / divisor);
      rest %= divisor;
    }
  while (self->n_limbs > 0 && self->limbs[self->n_limbs - 1] == 0)
    self->n_limbs--;

  return (guint32) rest;
}

char *
luotain_big_number_to_string (const LuotainBigNumber *self)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  LuotainBigNumber rest = { 0 };

  luotain_big_number_copy (&rest, self);
  do
    g_string_prepend_c (digits, (char) ('0' + divide_by (&rest, 10)));
  while (rest.n_limbs > 0);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}
