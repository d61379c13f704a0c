/* Answers, judgements and paths taken over; what stands aside and what is deleted with its target. */

#include "luotain-fixture.h"
#include "luotain-judging.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

typedef struct
{
  gint64 price, tourism;
  gint64 falls, rises, grows, shrinks;
} Table;

static Table
make_table (Fixture *f)
{
  Table table;

  table.price = fixture_add (f, &luotain_key_variable_type, "Logistiikan hinta", 0);
  table.tourism = fixture_add (f, &luotain_key_variable_type, "Merimatkailu", 0);
  table.falls = fixture_add (f, &luotain_state_type, "laskee", table.price);
  table.rises = fixture_add (f, &luotain_state_type, "nousee", table.price);
  table.grows = fixture_add (f, &luotain_state_type, "kasvaa", table.tourism);
  table.shrinks = fixture_add (f, &luotain_state_type, "hiipuu", table.tourism);
  return table;
}

static gboolean
answer (Fixture *f, gint64 from, gint64 on, const char *word, GError **error)
{
  const LuotainInfluenceAnswer one = { from, on, word };
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof one);

  g_array_append_val (answers, one);
  return luotain_history_do (f->history, "Answer", luotain_judging_answer_run, answers, NULL, error);
}

static gboolean
judge (Fixture *f, gint64 state, gint64 on, gint64 value, const char *reason, GError **error)
{
  const LuotainJudgementCell cell = { state, on, value, (char *) reason };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof cell);

  g_array_append_val (cells, cell);
  return luotain_history_do (f->history, "Judge", luotain_judging_set_run, cells, NULL, error);
}

static gboolean
list_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_record_list (db, data, 0, error);
  return *result != NULL;
}

static GPtrArray *
all (Fixture *f, const LuotainRecordType *type)
{
  g_autoptr (GError) error = NULL;
  gpointer records = NULL;

  luotain_store_read (f->store, list_job, (gpointer) type, &records, &error);
  g_assert_no_error (error);
  return records;
}

static gboolean
revision_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, *(gint64 *) data, error);
  LuotainRecord *record = luotain_record_load (db, type, *(gint64 *) data, error);

  *result = GINT_TO_POINTER ((int) record->revision);
  luotain_record_destroy (record);
  return TRUE;
}

static int
revision (Fixture *f, gint64 id)
{
  gpointer value = NULL;

  g_assert_true (luotain_store_read (f->store, revision_job, &id, &value, NULL));
  return GPOINTER_TO_INT (value);
}

static gboolean
delete_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_record_delete (db, *(gint64 *) data, error);
}

static void
test_answers (Fixture *f, gconstpointer data)
{
  const Table t = make_table (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) influences = NULL;

  g_assert_true (answer (f, t.price, t.tourism, "yes", NULL));
  g_assert_true (answer (f, t.price, t.tourism, "no", NULL));
  influences = all (f, &luotain_influence_type);
  g_assert_cmpuint (influences->len, ==, 1);
  g_assert_cmpstr (((LuotainInfluence *) influences->pdata[0])->answer, ==, "no");

  g_assert_false (answer (f, t.price, t.price, "yes", &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  g_assert_true (answer (f, t.price, t.tourism, NULL, NULL));
  g_assert_cmpuint (fixture_count (f, &luotain_influence_type), ==, 0);
}

static void
test_judgements (Fixture *f, gconstpointer data)
{
  const Table t = make_table (f);
  g_autoptr (GPtrArray) judgements = NULL;
  LuotainJudgement *judgement;

  g_assert_true (judge (f, t.falls, t.grows, 2, "Risteilyt halpenevat", NULL));
  g_assert_true (judge (f, t.falls, t.shrinks, -2, NULL, NULL));
  g_assert_true (judge (f, t.falls, t.grows, 3, NULL, NULL));
  judgements = all (f, &luotain_judgement_type);
  g_assert_cmpuint (judgements->len, ==, 2);
  judgement = judgements->pdata[0];
  g_assert_cmpint (judgement->value, ==, 3);
  g_assert_cmpstr (judgement->reason.text[LUOTAIN_FI], ==, "Risteilyt halpenevat");

  g_assert_true (judge (f, t.falls, t.grows, LUOTAIN_NUMBER_UNSET, NULL, NULL));
  g_assert_cmpuint (fixture_count (f, &luotain_judgement_type), ==, 1);
  luotain_history_undo (f->history, NULL, NULL);
  g_assert_cmpuint (fixture_count (f, &luotain_judgement_type), ==, 2);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  const Table t = make_table (f);
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) large = NULL;
  g_autoptr (GError) gone = NULL;

  g_assert_false (judge (f, t.falls, t.rises, 1, NULL, &same));
  g_assert_error (same, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  g_assert_false (judge (f, t.falls, t.grows, 10, NULL, &large));
  g_assert_error (large, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  g_assert_false (judge (f, t.falls, t.price, 1, NULL, &gone));
  g_assert_error (gone, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture_count (f, &luotain_judgement_type), ==, 0);
}

/* Nothing that stands on a state or variable is stale because somebody judged it. */
static void
test_aside (Fixture *f, gconstpointer data)
{
  const Table t = make_table (f);
  const int state = revision (f, t.falls);
  const int variable = revision (f, t.price);

  g_assert_true (judge (f, t.falls, t.grows, 2, NULL, NULL));
  g_assert_true (judge (f, t.falls, t.grows, 1, NULL, NULL));
  g_assert_true (answer (f, t.price, t.tourism, "yes", NULL));
  g_assert_cmpint (revision (f, t.falls), ==, state);
  g_assert_cmpint (revision (f, t.price), ==, variable);
}

static void
test_deleted_with_target (Fixture *f, gconstpointer data)
{
  Table t = make_table (f);

  g_assert_true (judge (f, t.falls, t.grows, 2, NULL, NULL));
  g_assert_true (judge (f, t.shrinks, t.rises, 1, NULL, NULL));
  g_assert_true (answer (f, t.price, t.tourism, "yes", NULL));
  g_assert_true (luotain_history_do (f->history, "Delete", delete_job, &t.tourism, NULL, NULL));
  g_assert_cmpuint (fixture_count (f, &luotain_judgement_type), ==, 0);
  g_assert_cmpuint (fixture_count (f, &luotain_influence_type), ==, 0);
  luotain_history_undo (f->history, NULL, NULL);
  g_assert_cmpuint (fixture_count (f, &luotain_judgement_type), ==, 2);
  g_assert_cmpuint (fixture_count (f, &luotain_influence_type), ==, 1);
}

static void
test_path_scenario (Fixture *f, gconstpointer data)
{
  const Table t = make_table (f);
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LuotainPathScenario) wanted = NULL;
  g_autofree gint64 *id = NULL;
  g_autoptr (GPtrArray) scenarios = NULL;

  g_array_append_val (states, t.falls);
  g_array_append_val (states, t.grows);
  wanted = luotain_path_scenario_new ("Löydetty", 0, states);
  g_assert_true (luotain_history_do (f->history, "Take Over", luotain_path_scenario_run, wanted,
                                     (gpointer *) &id, NULL));
  scenarios = all (f, &luotain_scenario_type);
  g_assert_cmpuint (scenarios->len, ==, 1);
  g_assert_cmpint (((LuotainRecord *) scenarios->pdata[0])->id, ==, *id);
  luotain_history_undo (f->history, NULL, NULL);
  g_assert_cmpuint (fixture_count (f, &luotain_scenario_type), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/judging/answers", test_answers);
  add ("/judging/judgements", test_judgements);
  add ("/judging/refused", test_refused);
  add ("/judging/aside", test_aside);
  add ("/judging/deleted-with-target", test_deleted_with_target);
  add ("/judging/path-scenario", test_path_scenario);
  return g_test_run ();
}
