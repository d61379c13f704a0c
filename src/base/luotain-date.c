#include "config.h"

#include "luotain-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
parse_number (const char *text, guint n_digits)
{
  int number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;

      number = number * 10 + g_ascii_digit_value (text[i]);
    }

  return number;
}

static gboolean
parse_date (const char *text, int *year, int *month, int *day)
{
  const gsize length = text != NULL ? strlen (text) : 0;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  *year = parse_number (text, 4);
  *month = length >= 7 ? parse_number (text + 5, 2) : 1;
  *day = length == 10 ? parse_number (text + 8, 2) : 1;

  if ((length >= 7 && text[4] != '-') || (length == 10 && text[7] != '-'))
    return FALSE;

  return *year > 0 && *month > 0 && *day > 0 && g_date_valid_dmy (*day, *month, *year);
}

gboolean
luotain_date_is_valid (const char *text)
{
  int year, month, day;

  return parse_date (text, &year, &month, &day);
}

char *
luotain_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

char *
luotain_date_to_display (const char *text)
{
  int year, month, day;
  g_autoptr (GDateTime) date = NULL;

  if (!parse_date (text, &year, &month, &day))
    return g_strdup ("");

  date = g_date_time_new_utc (year, month, day, 0, 0, 0);

  if (strlen (text) == 4)
    return g_strdup (text);

  /* Translators: a month as in 3/2026, and a day; Finnish and Swedish of Finland write %-d.%-m.%Y */
  return g_date_time_format (date, strlen (text) == 7 ? C_ ("date", "%-m/%Y") : C_ ("date", "%-d %b %Y"));
}

gint64
luotain_time_now (void)
{
  return g_get_real_time () / 1000;
}

char *
luotain_time_to_string (gint64 time_ms)
{
  const gint64 seconds = time_ms >= 0 ? time_ms / 1000 : (time_ms - 999) / 1000;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *whole = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S") : NULL;

  return g_strdup_printf ("%s.%03dZ", whole != NULL ? whole : "1970-01-01T00:00:00",
                          (int) (time_ms - seconds * 1000));
}

gboolean
luotain_time_parse (const char *text, gint64 *time_ms)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL || strlen (text) < 19 || strchr (text, 'T') == NULL)
    return FALSE;

  time = g_date_time_new_from_iso8601 (text, utc);

  if (time == NULL)
    return FALSE;

  *time_ms = g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
  return TRUE;
}
