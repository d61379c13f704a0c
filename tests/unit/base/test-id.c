#include "luotain-date.h"
#include "luotain-id.h"

static void
test_rising (void)
{
  gint64 last = 0;

  for (guint i = 0; i < 100000; i++)
    {
      const gint64 id = luotain_id_new ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

static gpointer
make_ids (gpointer data)
{
  gint64 *ids = data;

  for (guint i = 0; i < 10000; i++)
    ids[i] = luotain_id_new ();

  return NULL;
}

static void
test_threads (void)
{
  g_autofree gint64 *first = g_new (gint64, 10000);
  g_autofree gint64 *second = g_new (gint64, 10000);
  g_autoptr (GHashTable) all = g_hash_table_new (g_int64_hash, g_int64_equal);
  GThread *thread = g_thread_new ("ids", make_ids, first);

  make_ids (second);
  g_thread_join (thread);

  for (guint i = 0; i < 10000; i++)
    {
      g_assert_true (g_hash_table_add (all, &first[i]));
      g_assert_true (g_hash_table_add (all, &second[i]));
    }
}

static void
test_round_trip (void)
{
  const gint64 ids[] = { 1, 104, LUOTAIN_ID_FIRST_MADE, G_MAXINT64, luotain_id_new () };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *text = luotain_id_to_string ("profile-entry", ids[i]);
      g_autofree char *type = NULL;

      g_assert_cmpint (luotain_id_parse (text, &type), ==, ids[i]);
      g_assert_cmpstr (type, ==, "profile-entry");
    }
}

static void
test_written (void)
{
  g_autofree char *first = luotain_id_to_string ("role-level", 101);
  g_autofree char *last = luotain_id_to_string ("finding", G_MAXINT64);

  g_assert_cmpstr (first, ==, "role-level-0000000000035");
  g_assert_cmpstr (last, ==, "finding-7ZZZZZZZZZZZZ");
  g_assert_cmpint (luotain_id_parse ("finding-7zzzzzzzzzzzz", NULL), ==, G_MAXINT64);
}

static void
test_refused (void)
{
  const char *const texts[] = { "",
                                "finding",
                                "-0000000000001",
                                "finding-",
                                "finding-000000000000",
                                "finding-0000000000000",
                                "finding-800000000000A",
                                "finding-000000000000U",
                                "finding-00000000000001" };

  g_assert_cmpint (luotain_id_parse (NULL, NULL), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (luotain_id_parse (texts[i], NULL), ==, 0);
}

static void
test_dates (void)
{
  g_assert_true (luotain_date_is_valid ("2026"));
  g_assert_true (luotain_date_is_valid ("2026-03"));
  g_assert_true (luotain_date_is_valid ("2024-02-29"));
  g_assert_false (luotain_date_is_valid ("2026-02-29"));
  g_assert_false (luotain_date_is_valid ("2026-13"));
  g_assert_false (luotain_date_is_valid ("2026-3-1"));
  g_assert_false (luotain_date_is_valid ("12.3.2026"));
  g_assert_false (luotain_date_is_valid (""));
  g_assert_false (luotain_date_is_valid (NULL));
}

static void
test_times (void)
{
  const gint64 times[] = { 0, 1577836800000, 1773306900123, -1, 999 };
  gint64 parsed;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = luotain_time_to_string (times[i]);

      g_assert_true (luotain_time_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, times[i]);
    }

  g_assert_true (luotain_time_parse ("2026-03-12T09:15:00Z", &parsed));
  g_assert_cmpint (parsed, ==, 1773306900000);
  g_assert_false (luotain_time_parse ("2026-03-12", &parsed));
  g_assert_false (luotain_time_parse ("yesterday", &parsed));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/rising", test_rising);
  g_test_add_func ("/id/threads", test_threads);
  g_test_add_func ("/id/round-trip", test_round_trip);
  g_test_add_func ("/id/written", test_written);
  g_test_add_func ("/id/refused", test_refused);
  g_test_add_func ("/date/valid", test_dates);
  g_test_add_func ("/date/times", test_times);
  return g_test_run ();
}
