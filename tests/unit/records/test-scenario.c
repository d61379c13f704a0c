#include "luotain-changes.h"
#include "luotain-edit.h"
#include "luotain-fixture.h"
#include "luotain-scenario-edit.h"
#include "luotain-scenario-query.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static LuotainScenarioSet *
load (Fixture *f, gint64 sector)
{
  LuotainScenarioQuery query = { sector, LUOTAIN_FI };
  g_autoptr (GError) error = NULL;
  gpointer set = NULL;

  luotain_store_read (f->store, luotain_scenario_query_run, &query, &set, &error);
  g_assert_no_error (error);
  return set;
}

static gint64
make (Fixture *f, LuotainPartAdd *part)
{
  g_autoptr (LuotainPartAdd) owned = part;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  luotain_history_do (f->history, "Add", luotain_part_add_run, owned, (gpointer *) &id, &error);
  g_assert_no_error (error);
  return *id;
}

static gboolean
load_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, *(gint64 *) data, error);

  *result = type != NULL ? luotain_record_load (db, type, *(gint64 *) data, error) : NULL;
  return *result != NULL;
}

static gpointer
record_of (Fixture *f, gint64 id)
{
  gpointer record = NULL;

  g_assert_true (luotain_store_read (f->store, load_job, &id, &record, NULL));
  return record;
}

static gboolean
horizon_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_workbook_type, 0, error);

  return ids != NULL
         && luotain_edit_set_field (db, g_array_index (ids, gint64, 0), "horizon_year", "2035", FALSE, error);
}

static void
test_parts (Fixture *f, gconstpointer data)
{
  const gint64 sector = fixture_add (f, &luotain_sector_type, "Meriklusteri", 0);
  LuotainPartAdd *part;
  gint64 scenario;
  gint64 passage;
  g_autoptr (LuotainScenarioSet) set = NULL;
  g_autoptr (GError) error = NULL;
  LuotainScenarioSheet *sheet;

  luotain_history_do (f->history, "Horizon", horizon_job, NULL, NULL, &error);
  g_assert_no_error (error);
  part = luotain_part_add_new (&luotain_scenario_type, 0, "Vakaa");
  part->sector = sector;
  scenario = make (f, part);
  part = luotain_part_add_new (&luotain_passage_type, scenario, "Väki vähenee.");
  part->dimensions = g_strdup ("social");
  passage = make (f, part);
  fixture_add (f, &luotain_scenario_type, "Muu ala", 0);

  set = load (f, sector);
  g_assert_cmpuint (set->scenarios->len, ==, 1);
  g_assert_cmpuint (set->n_all, ==, 2);
  sheet = set->scenarios->pdata[0];
  g_assert_cmpstr (sheet->title, ==, "Vakaa");
  g_assert_cmpint (sheet->year, ==, 2035);
  g_assert_cmpuint (sheet->passages->len, ==, 1);
  g_assert_cmpint (((LuotainScenarioPart *) sheet->passages->pdata[0])->id, ==, passage);
  g_assert_cmpstr (((LuotainScenarioPart *) sheet->passages->pdata[0])->dimensions, ==, "social");
}

/* Told backwards: the first period ends in the target year, the next before the one told last. */
static void
test_periods (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  gint64 undated = make (f, luotain_part_add_new (&luotain_period_type, scenario, "Jakso"));
  LuotainPeriod *period = record_of (f, undated);
  g_autoptr (GError) error = NULL;
  gint64 dated;

  g_assert_cmpstr (period->title.text[LUOTAIN_FI], ==, "Jakso");
  g_assert_cmpint (period->end_year, ==, LUOTAIN_NUMBER_UNSET);
  luotain_record_free (&luotain_period_type, period);

  luotain_history_do (f->history, "Horizon", horizon_job, NULL, NULL, &error);
  g_assert_no_error (error);
  dated = make (f, luotain_part_add_new (&luotain_scenario_type, 0, "Toinen"));
  make (f, luotain_part_add_new (&luotain_period_type, dated, "Jakso"));
  period = record_of (f, make (f, luotain_part_add_new (&luotain_period_type, dated, "Jakso")));
  g_assert_cmpint (period->start_year, ==, 2026);
  g_assert_cmpint (period->end_year, ==, 2030);
  g_assert_cmpstr (period->title.text[LUOTAIN_FI], ==, "2026–2030");
  luotain_record_free (&luotain_period_type, period);
}

static void
test_path (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  const gint64 variable = fixture_add (f, &luotain_key_variable_type, "Akkuteknologia", 0);
  const gint64 first = fixture_add (f, &luotain_state_type, "kallistuu", variable);
  LuotainPartAdd *part = luotain_part_add_new (&luotain_state_type, variable, "halpenee");
  LuotainPathStep step = { scenario, variable, first };
  gint64 second;
  g_autoptr (LuotainScenarioSet) set = NULL;
  g_autoptr (GError) error = NULL;

  luotain_history_do (f->history, "Choose State", luotain_path_step_run, &step, NULL, &error);
  g_assert_no_error (error);
  /* A state that is made on the path takes the place of the one chosen before. */
  part->scenario = scenario;
  second = make (f, part);
  set = load (f, 0);
  g_assert_false (luotain_scenario_sheet_has_state (set->scenarios->pdata[0], first));
  g_assert_true (luotain_scenario_sheet_has_state (set->scenarios->pdata[0], second));
  g_assert_cmpuint (((LuotainVariableRow *) set->variables->pdata[0])->states->len, ==, 2);

  step.state = 0;
  luotain_history_do (f->history, "Leave Open", luotain_path_step_run, &step, NULL, &error);
  g_assert_no_error (error);
  luotain_scenario_set_free (g_steal_pointer (&set));
  set = load (f, 0);
  g_assert_cmpuint (((LuotainScenarioSheet *) set->scenarios->pdata[0])->path->len, ==, 0);
}

static void
changed_cb (LuotainStore *store, LuotainChanges *changes, gpointer data)
{
  *(gboolean *) data = luotain_changes_has_type (changes, "scenario");
}

static void
test_order (Fixture *f, gconstpointer data)
{
  const gint64 first = fixture_add (f, &luotain_scenario_type, "A", 0);
  const gint64 second = fixture_add (f, &luotain_scenario_type, "B", 0);
  LuotainRecordMove move = { second, -1 };
  gboolean told = FALSE;
  g_autoptr (LuotainScenarioSet) set = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), &told);
  luotain_history_do (f->history, "Move", luotain_record_move_run, &move, NULL, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Only the order changed, and lists hear of it. */
  g_assert_true (told);
  /* Beyond the end nothing happens. */
  luotain_history_do (f->history, "Move", luotain_record_move_run, &move, NULL, &error);
  g_assert_no_error (error);
  set = load (f, 0);
  g_assert_cmpint (((LuotainScenarioSheet *) set->scenarios->pdata[0])->id, ==, second);
  g_assert_cmpint (((LuotainScenarioSheet *) set->scenarios->pdata[1])->id, ==, first);
}

static void
test_frame (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  g_autoptr (GError) error = NULL;
  LuotainFrameAdd frame = { scenario, (char *) "Jatkumo" };

  luotain_history_do (f->history, "Add Frame Scenario", luotain_scenario_frame_run, &frame, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (f, &luotain_frame_scenario_type), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/scenario/parts", test_parts);
  add ("/scenario/periods", test_periods);
  add ("/scenario/path", test_path);
  add ("/scenario/order", test_order);
  add ("/scenario/frame", test_frame);

  return g_test_run ();
}
