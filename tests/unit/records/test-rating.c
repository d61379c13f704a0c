#include "luotain-finding.h"
#include "luotain-fixture.h"
#include "luotain-key-variable.h"
#include "luotain-map-query.h"
#include "luotain-rating-edit.h"
#include "luotain-rating-rounds.h"
#include "luotain-rating.h"
#include "luotain-sector.h"

#include <math.h>

static gint64
add_finding (Fixture *fixture, const char *title)
{
  return fixture_add (fixture, &luotain_finding_type, title, 0);
}

static void
run (Fixture *fixture, LuotainRatingEdit *edit)
{
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Rate", luotain_rating_edit_run, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
set_value (Fixture *fixture, gint64 finding, const char *scale, gint64 value, const char *round)
{
  g_autoptr (LuotainRatingEdit) edit = luotain_rating_edit_new ();

  g_assert_true (luotain_rating_edit_is_empty (edit));
  luotain_rating_edit_set_value (edit, finding, scale, value, round);
  g_assert_false (luotain_rating_edit_is_empty (edit));
  run (fixture, edit);
}

static void
set_hands (Fixture *fixture, gint64 finding, const char *scale, const char *hands)
{
  g_autoptr (LuotainRatingEdit) edit = luotain_rating_edit_new ();

  luotain_rating_edit_set_hands (edit, finding, scale, hands, NULL);
  run (fixture, edit);
}

static LuotainMapData *
query (Fixture *fixture, gint64 sector)
{
  LuotainMapQuery question = { .sector = sector, .language = LUOTAIN_FI, .descriptions = TRUE };
  LuotainMapData *data = NULL;
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, luotain_map_query_run, &question, (gpointer *) &data, &error);
  g_assert_no_error (error);
  return data;
}

static LuotainMapRating
latest (Fixture *fixture, gint64 finding, LuotainMapScale scale)
{
  g_autoptr (LuotainMapData) data = query (fixture, 0);
  const int index = luotain_map_data_find (data, finding);

  g_assert_cmpint (index, >=, 0);
  return data->findings[index].ratings[scale];
}

static double
value_of (Fixture *fixture, gint64 finding, LuotainMapScale scale)
{
  return latest (fixture, finding, scale).value;
}

static void
test_value (Fixture *fixture, gconstpointer data)
{
  const gint64 finding = add_finding (fixture, "Maasähkö");

  g_assert_true (isnan (value_of (fixture, finding, LUOTAIN_MAP_IMPACT)));
  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 4, NULL);
  g_assert_cmpfloat (value_of (fixture, finding, LUOTAIN_MAP_IMPACT), ==, 4);
  g_assert_true (isnan (value_of (fixture, finding, LUOTAIN_MAP_PROBABILITY)));

  /* On the same day it is changed; in another round it stands beside the first. */
  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 5, NULL);
  g_assert_cmpuint (fixture_count (fixture, &luotain_rating_type), ==, 1);
  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 2, "2. kierros");
  g_assert_cmpuint (fixture_count (fixture, &luotain_rating_type), ==, 2);
  g_assert_cmpfloat (value_of (fixture, finding, LUOTAIN_MAP_IMPACT), ==, 2);
  g_assert_cmpuint (latest (fixture, finding, LUOTAIN_MAP_IMPACT).n, ==, 0);
}

static gboolean
set_date (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) ratings = luotain_record_list (db, &luotain_rating_type, 0, error);
  LuotainRating *rating = g_ptr_array_index (ratings, ratings->len - 1);

  g_free (rating->rated_on);
  rating->rated_on = g_strdup (data);
  return luotain_record_update (db, &luotain_rating_type, rating, error);
}

static void
date_last (Fixture *fixture, const char *date)
{
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Date", set_date, (gpointer) date, NULL, &error);
  g_assert_no_error (error);
}

/* The date decides, then the place; an older rating is never written over. */
static void
test_latest (Fixture *fixture, gconstpointer data)
{
  const gint64 finding = add_finding (fixture, "Akut");

  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 3, "a");
  date_last (fixture, "2025-05-01");
  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 1, "b");
  date_last (fixture, "2025-04-01");
  g_assert_cmpfloat (value_of (fixture, finding, LUOTAIN_MAP_IMPACT), ==, 3);

  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 5, "a");
  g_assert_cmpuint (fixture_count (fixture, &luotain_rating_type), ==, 3);
  g_assert_cmpfloat (value_of (fixture, finding, LUOTAIN_MAP_IMPACT), ==, 5);
}

static void
test_hands (Fixture *fixture, gconstpointer data)
{
  const gint64 finding = add_finding (fixture, "Tuuli");
  LuotainMapRating rating;

  set_hands (fixture, finding, LUOTAIN_SCALE_BREAKTHROUGH, "2030:4 2032:4 2035:1");
  rating = latest (fixture, finding, LUOTAIN_MAP_BREAKTHROUGH);
  g_assert_cmpuint (rating.n, ==, 9);
  g_assert_cmpfloat (rating.value, ==, 2032);
  g_assert_cmpfloat (rating.lower, ==, 2030);

  set_hands (fixture, finding, LUOTAIN_SCALE_BREAKTHROUGH, "2030:4 2032:3");
  g_assert_cmpuint (fixture_count (fixture, &luotain_rating_type), ==, 1);

  /* The group's own value stands beside the hands, and counts. */
  set_value (fixture, finding, LUOTAIN_SCALE_BREAKTHROUGH, 2034, NULL);
  g_assert_cmpuint (fixture_count (fixture, &luotain_rating_type), ==, 2);
  g_assert_cmpfloat (value_of (fixture, finding, LUOTAIN_MAP_BREAKTHROUGH), ==, 2034);
}

static void
check_refused (Fixture *fixture, LuotainRatingEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (luotain_history_do (fixture->history, "Rate", luotain_rating_edit_run, edit, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  luotain_rating_edit_free (edit);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *scale;
    gint64 value;
  } values[] = {
    { LUOTAIN_SCALE_IMPACT, 0 },      { LUOTAIN_SCALE_IMPACT, 6 },   { LUOTAIN_SCALE_DIRECTION, 2 },
    { LUOTAIN_SCALE_DOTS, -1 },       { LUOTAIN_SCALE_PRIORITY, 0 }, { LUOTAIN_SCALE_BREAKTHROUGH, 30 },
    { LUOTAIN_SCALE_PROBABILITY, 9 }, { "desirability", 3 },
  };
  const char *const hands[] = { "", "5:0", "6:2", "x", "5:1 5:2", NULL };
  const gint64 finding = add_finding (fixture, "Jää");

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      LuotainRatingEdit *edit = luotain_rating_edit_new ();

      luotain_rating_edit_set_value (edit, finding, values[i].scale, values[i].value, NULL);
      check_refused (fixture, edit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      LuotainRatingEdit *edit = luotain_rating_edit_new ();

      luotain_rating_edit_set_hands (edit, finding, LUOTAIN_SCALE_IMPACT, hands[i], NULL);
      check_refused (fixture, edit);
    }
  g_assert_cmpuint (fixture_count (fixture, &luotain_rating_type), ==, 0);
}

static gboolean
read_revision (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainRecord *record = luotain_record_load (db, &luotain_finding_type, *(gint64 *) data, error);

  *result = GINT_TO_POINTER ((int) record->revision);
  luotain_record_destroy (record);
  return TRUE;
}

static int
revision_of (Fixture *fixture, gint64 finding)
{
  gpointer revision = NULL;

  luotain_store_read (fixture->store, read_revision, &finding, &revision, NULL);
  return GPOINTER_TO_INT (revision);
}

/* A drag of several: year and dimensions, one step of the history; what stands on a finding is not stale by a rating. */
static void
test_many_at_once (Fixture *fixture, gconstpointer data)
{
  const gint64 first = add_finding (fixture, "Yksi"), second = add_finding (fixture, "Kaksi");
  g_autoptr (LuotainRatingEdit) edit = luotain_rating_edit_new ();
  g_autoptr (GError) error = NULL;

  luotain_rating_edit_set_value (edit, first, LUOTAIN_SCALE_BREAKTHROUGH, 2030, NULL);
  luotain_rating_edit_set_value (edit, second, LUOTAIN_SCALE_BREAKTHROUGH, 2031, NULL);
  luotain_rating_edit_set_dimensions (edit, second, "social economic");
  run (fixture, edit);
  g_assert_cmpint (revision_of (fixture, first), ==, 1);
  g_assert_cmpint (revision_of (fixture, second), ==, 2);
  {
    g_autoptr (LuotainMapData) map = query (fixture, 0);

    g_assert_cmpuint (map->items[1].n_dimensions, ==, 2);
    g_assert_cmpint (map->items[1].dimensions[0], ==, 1);
    g_assert_cmpint (map->items[1].dimensions[1], ==, 2);
    g_assert_cmpfloat (map->items[1].year, ==, 2031);
  }

  g_assert_true (luotain_history_undo (fixture->history, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (fixture, &luotain_rating_type), ==, 0);
  g_assert_true (isnan (value_of (fixture, second, LUOTAIN_MAP_BREAKTHROUGH)));
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  const gint64 finding = add_finding (fixture, "Luotsi");
  g_autoptr (LuotainRatingEdit) edit = luotain_rating_edit_new ();

  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 3, "1");
  set_value (fixture, finding, LUOTAIN_SCALE_IMPACT, 4, "2");
  luotain_rating_edit_clear (edit, finding, LUOTAIN_SCALE_IMPACT);
  run (fixture, edit);
  g_assert_cmpfloat (value_of (fixture, finding, LUOTAIN_MAP_IMPACT), ==, 3);
  run (fixture, edit);
  run (fixture, edit);
  g_assert_true (isnan (value_of (fixture, finding, LUOTAIN_MAP_IMPACT)));
}

static void
set_priorities (Fixture *fixture, gint64 sector, const gint64 *findings, guint n)
{
  g_autoptr (LuotainRatingEdit) edit = luotain_rating_edit_new ();

  luotain_rating_edit_set_priorities (edit, sector, findings, n);
  run (fixture, edit);
}

static void
test_priorities (Fixture *fixture, gconstpointer data)
{
  const gint64 sector = fixture_add (fixture, &luotain_sector_type, "Meriklusteri", 0);
  const gint64 a = add_finding (fixture, "A"), b = add_finding (fixture, "B"), c = add_finding (fixture, "C");
  const gint64 elsewhere = add_finding (fixture, "D");

  fixture_link (fixture, a, "sector", sector);
  fixture_link (fixture, b, "sector", sector);
  fixture_link (fixture, c, "sector", sector);
  set_priorities (fixture, 0, (gint64[]){ elsewhere }, 1);
  set_priorities (fixture, sector, (gint64[]){ b, a }, 2);
  g_assert_cmpfloat (value_of (fixture, b, LUOTAIN_MAP_PRIORITY), ==, 1);
  g_assert_cmpfloat (value_of (fixture, a, LUOTAIN_MAP_PRIORITY), ==, 2);
  g_assert_cmpfloat (value_of (fixture, elsewhere, LUOTAIN_MAP_PRIORITY), ==, 1);

  set_priorities (fixture, sector, (gint64[]){ c, b }, 2);
  g_assert_cmpfloat (value_of (fixture, c, LUOTAIN_MAP_PRIORITY), ==, 1);
  g_assert_cmpfloat (value_of (fixture, b, LUOTAIN_MAP_PRIORITY), ==, 2);
  g_assert_true (isnan (value_of (fixture, a, LUOTAIN_MAP_PRIORITY)));
  g_assert_cmpfloat (value_of (fixture, elsewhere, LUOTAIN_MAP_PRIORITY), ==, 1);

  set_priorities (fixture, sector, NULL, 0);
  g_assert_true (isnan (value_of (fixture, c, LUOTAIN_MAP_PRIORITY)));
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  const gint64 sector = fixture_add (fixture, &luotain_sector_type, "Meriklusteri", 0);
  const gint64 signal = add_finding (fixture, "Signaali"), trend = add_finding (fixture, "Trendi");
  const gint64 elsewhere = add_finding (fixture, "Muualla");
  g_autoptr (LuotainMapData) map = NULL;
  g_autoptr (LuotainMapData) all = NULL;

  fixture_link (fixture, signal, "sector", sector);
  fixture_link (fixture, trend, "sector", sector);
  fixture_link (fixture, trend, "evidence", signal);
  fixture_link (fixture, elsewhere, "evidence", trend);
  set_value (fixture, signal, LUOTAIN_SCALE_BREAKTHROUGH, 2041, NULL);

  map = query (fixture, sector);
  g_assert_cmpuint (map->n_findings, ==, 2);
  g_assert_cmpstr (map->title, ==, "Meriklusteri");
  g_assert_cmpstr (map->findings[0].title, ==, "Signaali");
  g_assert_cmpuint (map->n_evidence, ==, 1);
  g_assert_cmpuint (map->evidence[0].from, ==, 0);
  g_assert_cmpuint (map->evidence[0].to, ==, 1);
  g_assert_cmpuint (map->n_dimensions, ==, 5);
  g_assert_cmpstr (map->dimension_titles[0], ==, "poliittinen");
  g_assert_cmpuint (map->n_kinds, ==, 5);
  g_assert_cmpint (map->last_year, ==, 2041);
  g_assert_cmpint (map->first_year, <, map->last_year);

  all = query (fixture, 0);
  g_assert_cmpuint (all->n_findings, ==, 3);
  g_assert_cmpuint (all->n_evidence, ==, 2);
  g_assert_cmpstr (all->title, ==, "Ennakointi 2030");
  g_assert_cmpint (luotain_map_data_find (all, elsewhere), ==, 2);
  g_assert_cmpint (luotain_map_data_find (all, 12345), ==, -1);
}

static gint64
add_variable (Fixture *fixture, const char *title, gint64 finding)
{
  const gint64 variable = fixture_add (fixture, &luotain_key_variable_type, title, 0);

  fixture_link (fixture, variable, "evidence", finding);
  return variable;
}

static gboolean
load_rounds (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_rating_rounds_load (db, *(const gint64 *) data, error);
  return *result != NULL;
}

static gboolean
rated_together (Fixture *fixture, gint64 variable, gint64 other, LuotainRatedTogether *together)
{
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GPtrArray) others = NULL;

  g_assert_true (luotain_store_read (fixture->store, load_rounds, &variable, (gpointer *) &rounds, NULL));
  g_assert_true (luotain_store_read (fixture->store, load_rounds, &other, (gpointer *) &others, NULL));
  return luotain_rating_rounds_compare (rounds, others, together);
}

/* Two variables are rated alike in round after round: said only where there are enough rounds, and never of what both rest on. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  static const gint64 values[] = { 2, 4, 1, 5, 3, 3 };
  const gint64 price = add_finding (fixture, "Hinta"), tourism = add_finding (fixture, "Matkailu");
  const gint64 first = add_variable (fixture, "Logistiikan hinta", price);
  const gint64 second = add_variable (fixture, "Meriturismi", tourism);
  const gint64 third = add_variable (fixture, "Sama", price);
  LuotainRatedTogether together;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *round = g_strdup_printf ("Kierros %u", i + 1);

      set_value (fixture, price, LUOTAIN_SCALE_PROBABILITY, values[i], round);
      set_value (fixture, price, LUOTAIN_SCALE_IMPACT, i % 2 + 1, round);
      set_value (fixture, tourism, LUOTAIN_SCALE_PROBABILITY, 6 - values[i], round);
      g_assert_true (rated_together (fixture, first, second, &together) == (i >= 4));
    }
  g_assert_cmpint (together.scale, ==, LUOTAIN_MAP_PROBABILITY);
  g_assert_cmpuint (together.correlation.n, ==, 6);
  g_assert_cmpfloat_with_epsilon (together.correlation.rho, -1, 1e-12);
  g_assert_false (rated_together (fixture, first, third, &together));
  /* What one round says otherwise is enough to doubt it. */
  set_value (fixture, tourism, LUOTAIN_SCALE_PROBABILITY, 5, "Kierros 6");
  set_value (fixture, tourism, LUOTAIN_SCALE_PROBABILITY, 5, "Kierros 4");
  g_assert_false (rated_together (fixture, first, second, &together));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/rating/value", test_value);
  ADD ("/rating/latest", test_latest);
  ADD ("/rating/hands", test_hands);
  ADD ("/rating/refused", test_refused);
  ADD ("/rating/many-at-once", test_many_at_once);
  ADD ("/rating/clear", test_clear);
  ADD ("/rating/priorities", test_priorities);
  ADD ("/rating/query", test_query);
  ADD ("/rating/rounds", test_rounds);
  return g_test_run ();
}
