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

/* Days since 1970 to the proleptic Gregorian calendar, by eras of 400 years that begin in March; after Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (2014). An export writes two times a record. */
static void
split_days (gint64 days, int *year, int *month, int *day)
{
  const gint64 shifted = days + 719468;
  const gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = (int) (shifted - era * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int from_march = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = (int) (year_of_era + era * 400) + (*month <= 2 ? 1 : 0);
}

/* The other way round. */
static gint64
join_days (int year, int month, int day)
{
  const int from_march = month > 2 ? month - 3 : month + 9;
  const gint64 shifted_year = month > 2 ? year : year - 1;
  const gint64 era = (shifted_year >= 0 ? shifted_year : shifted_year - 399) / 400;
  const gint64 year_of_era = shifted_year - era * 400;
  const gint64 day_of_year = (153 * from_march + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static char *
write_digits (char *to, int number, int n_digits)
{
  for (int i = n_digits - 1; i >= 0; i--, number /= 10)
    to[i] = (char) ('0' + number % 10);

  return to + n_digits;
}

void
luotain_time_write (gint64 time_ms, char text[LUOTAIN_TIME_LENGTH + 1])
{
  /* Years 1 to 9999: what XML can hold, and a damaged workbook might not. */
  const gint64 time = CLAMP (time_ms, G_GINT64_CONSTANT (-62135596800000),
                             G_GINT64_CONSTANT (253402300799999));
  const gint64 days = (time >= 0 ? time : time - 86399999) / 86400000;
  const int in_day = (int) (time - days * 86400000);
  int year, month, day;
  char *to = text;

  split_days (days, &year, &month, &day);
  to = write_digits (to, year, 4);
  *to++ = '-';
  to = write_digits (to, month, 2);
  *to++ = '-';
  to = write_digits (to, day, 2);
  *to++ = 'T';
  to = write_digits (to, in_day / 3600000, 2);
  *to++ = ':';
  to = write_digits (to, in_day / 60000 % 60, 2);
  *to++ = ':';
  to = write_digits (to, in_day / 1000 % 60, 2);
  *to++ = '.';
  to = write_digits (to, in_day % 1000, 3);
  *to++ = 'Z';
  *to = '\0';
}

char *
luotain_time_to_string (gint64 time_ms)
{
  char *text = g_malloc (LUOTAIN_TIME_LENGTH + 1);

  luotain_time_write (time_ms, text);
  return text;
}

/* Reads “.123Z”, “.5Z” or “Z”: the end of a time, as milliseconds; -1 where it is none. */
static int
parse_fraction (const char *text)
{
  int milliseconds = 0, unit = 100;

  if (*text == '.')
    {
      if (!g_ascii_isdigit (text[1]))
        return -1;

      for (text++; g_ascii_isdigit (*text); text++, unit /= 10)
        milliseconds += g_ascii_digit_value (*text) * unit;
    }

  return text[0] == 'Z' && text[1] == '\0' ? milliseconds : -1;
}

gboolean
luotain_time_parse (const char *text, gint64 *time_ms)
{
  int year, month, day, hour, minute, second, milliseconds;

  if (text == NULL || strlen (text) < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T'
      || text[13] != ':' || text[16] != ':')
    return FALSE;

  year = parse_number (text, 4);
  month = parse_number (text + 5, 2);
  day = parse_number (text + 8, 2);
  hour = parse_number (text + 11, 2);
  minute = parse_number (text + 14, 2);
  second = parse_number (text + 17, 2);
  milliseconds = parse_fraction (text + 19);

  if (year < 1 || month < 1 || day < 1 || !g_date_valid_dmy (day, month, year) || hour < 0 || hour > 23
      || minute < 0 || minute > 59 || second < 0 || second > 59 || milliseconds < 0)
    return FALSE;

  *time_ms = join_days (year, month, day) * 86400000
             + ((hour * 60 + minute) * 60 + second) * G_GINT64_CONSTANT (1000) + milliseconds;
  return TRUE;
}
