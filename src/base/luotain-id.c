#include "config.h"

#include "luotain-id.h"

#include <string.h>

#define EPOCH_2020_MS G_GINT64_CONSTANT (1577836800000)
#define RANDOM_BITS 22

static const char digit_set[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

gint64
luotain_id_new (void)
{
  static GMutex mutex;
  static gint64 last;
  gint64 id;

  g_mutex_lock (&mutex);
  id = (g_get_real_time () / 1000 - EPOCH_2020_MS) << RANDOM_BITS;
  id |= g_random_int () & ((1u << RANDOM_BITS) - 1);

  /* Within one millisecond, or after the clock was set back, ids go on from the last one by a small random step. */
  if (id <= last)
    id = last + 1 + (g_random_int () & 0xff);

  last = id;
  g_mutex_unlock (&mutex);

  return id;
}

void
luotain_id_write (gint64 id, char digits[LUOTAIN_ID_DIGITS + 1])
{
  guint64 rest = (guint64) id;

  for (int i = LUOTAIN_ID_DIGITS - 1; i >= 0; i--, rest >>= 5)
    digits[i] = digit_set[rest & 31];

  digits[LUOTAIN_ID_DIGITS] = '\0';
}

char *
luotain_id_to_string (const char *type, gint64 id)
{
  char digits[LUOTAIN_ID_DIGITS + 1];

  g_return_val_if_fail (id > 0, NULL);
  luotain_id_write (id, digits);
  return g_strconcat (type, "-", digits, NULL);
}

static gint64
parse_digits (const char *digits)
{
  guint64 id = 0;

  if (strlen (digits) != LUOTAIN_ID_DIGITS)
    return 0;

  for (const char *p = digits; *p != '\0'; p++)
    {
      const char *digit = strchr (digit_set, g_ascii_toupper (*p));

      /* The first of 13 digits holds three bits of a 63-bit number. */
      if (digit == NULL || (p == digits && digit - digit_set > 7))
        return 0;

      id = id << 5 | (guint64) (digit - digit_set);
    }

  return (gint64) id;
}

gint64
luotain_id_parse (const char *text, char **type)
{
  const char *dash = text != NULL ? strrchr (text, '-') : NULL;
  gint64 id;

  if (dash == NULL || dash == text)
    return 0;

  id = parse_digits (dash + 1);

  if (id > 0 && type != NULL)
    *type = g_strndup (text, dash - text);

  return id > 0 ? id : 0;
}
