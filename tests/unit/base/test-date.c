#include "luotain-date.h"

#include <string.h>

static void
test_time_forms (void)
{
  static const struct
  {
    gint64 time;
    const char *text;
  } known[] = {
    { 0, "1970-01-01T00:00:00.000Z" },
    { -1, "1969-12-31T23:59:59.999Z" },
    { 951782400000, "2000-02-29T00:00:00.000Z" },
    { 1773306900123, "2026-03-12T09:15:00.123Z" },
    { 1577836800000, "2020-01-01T00:00:00.000Z" },
    { -62135596800000, "0001-01-01T00:00:00.000Z" },
    { 253402300799999, "9999-12-31T23:59:59.999Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *text = luotain_time_to_string (known[i].time);
      gint64 time;

      g_assert_cmpstr (text, ==, known[i].text);
      g_assert_true (luotain_time_parse (text, &time));
      g_assert_cmpint (time, ==, known[i].time);
    }
}

/* GLib counts days its own way: both must agree on every day of four centuries and more. */
static void
test_every_day (void)
{
  for (gint64 day = -200000; day < 200000; day += 13)
    {
      const gint64 seconds = day * 86400 + 3723;
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
      g_autofree char *wanted = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S.007Z");
      g_autofree char *text = luotain_time_to_string (seconds * 1000 + 7);
      gint64 parsed;

      g_assert_cmpstr (text, ==, wanted);
      g_assert_true (luotain_time_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, seconds * 1000 + 7);
    }
}

static void
test_time_short (void)
{
  gint64 time;

  g_assert_true (luotain_time_parse ("2026-03-12T09:15:00Z", &time));
  g_assert_cmpint (time, ==, 1773306900000);
  g_assert_true (luotain_time_parse ("2026-03-12T09:15:00.5Z", &time));
  g_assert_cmpint (time, ==, 1773306900500);
}

static void
test_time_refused (void)
{
  static const char *const texts[] = {
    NULL,
    "",
    "2026-03-12",
    "2026-03-12T09:15:00",
    "2026-02-30T09:15:00Z",
    "2026-03-12T24:00:00Z",
    "2026-03-12T09:60:00Z",
    "2026-03-12T09:15:00.Z",
    "2026-03-12T09:15:00.1",
    "2026-03-12 09:15:00Z",
    "2026-03-12T09:15:00+02:00",
    "0000-01-01T00:00:00Z",
    "2026-03-12T09:15:00.123Zx",
    "-026-03-12T09:15:00.123Z",
  };
  gint64 time;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (luotain_time_parse (texts[i], &time));
}

static void
test_dates (void)
{
  g_assert_true (luotain_date_is_valid ("2026"));
  g_assert_true (luotain_date_is_valid ("2026-03"));
  g_assert_true (luotain_date_is_valid ("2024-02-29"));
  g_assert_false (luotain_date_is_valid ("2026-02-29"));
  g_assert_false (luotain_date_is_valid ("2026-13"));
  g_assert_false (luotain_date_is_valid ("26"));
  g_assert_false (luotain_date_is_valid (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/time-forms", test_time_forms);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/time-short", test_time_short);
  g_test_add_func ("/date/time-refused", test_time_refused);
  g_test_add_func ("/date/dates", test_dates);
  return g_test_run ();
}
