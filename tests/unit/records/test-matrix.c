#include "luotain-fixture.h"
#include "luotain-matrix.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

typedef struct
{
  gint64 owner;
  gint64 target;
  gint64 value; /* of a judgement */
  const char *answer; /* of an influence; NULL makes a judgement */
  gint64 changed;
} NewCell;

static gboolean
cell_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const NewCell *cell = data;
  const LuotainRecordType *type = cell->answer != NULL ? &luotain_influence_type : &luotain_judgement_type;
  const char *role = cell->answer != NULL ? "influences" : "judges";
  LuotainRecord *record = luotain_record_new (type);
  gint64 *id = g_new0 (gint64, 1);
  gboolean ok;

  record->owner = cell->owner;
  record->changed = cell->changed;
  if (cell->answer != NULL)
    ((LuotainInfluence *) record)->answer = g_strdup (cell->answer);
  else
    ((LuotainJudgement *) record)->value = cell->value;

  ok = luotain_record_insert (db, type, record, error)
       && luotain_link_add (db, record->id, luotain_model_role (luotain_db_get_model (db), role),
                            cell->target, error);
  *id = record->id;
  *result = id;
  luotain_record_destroy (record);
  return ok;
}

static gint64
put (Fixture *f, NewCell cell)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  luotain_history_do (f->history, "Judge", cell_job, &cell, (gpointer *) &id, &error);
  g_assert_no_error (error);
  return *id;
}

static gint64
judge (Fixture *f, gint64 state, gint64 on, gint64 value)
{
  return put (f, (NewCell){ state, on, value, NULL, 0 });
}

static gint64
answer (Fixture *f, gint64 variable, gint64 on, const char *word)
{
  return put (f, (NewCell){ variable, on, 0, word, 0 });
}

static LuotainMatrix *
load (Fixture *f, gint64 sector)
{
  LuotainMatrixQuery query = { sector, LUOTAIN_FI };
  g_autoptr (GError) error = NULL;
  gpointer matrix = NULL;

  luotain_store_read (f->store, luotain_matrix_run, &query, &matrix, &error);
  g_assert_no_error (error);
  return matrix;
}

/* Three variables of 2, 3 and no states. */
typedef struct
{
  gint64 price, ships, empty;
  gint64 low, high;
  gint64 few, some, many;
} Model;

static Model
make_model (Fixture *f)
{
  Model m;

  m.price = fixture_add (f, &luotain_key_variable_type, "Hinta", 0);
  m.low = fixture_add (f, &luotain_state_type, "Halpa", m.price);
  m.high = fixture_add (f, &luotain_state_type, "Kallis", m.price);
  m.ships = fixture_add (f, &luotain_key_variable_type, "Alukset", 0);
  m.few = fixture_add (f, &luotain_state_type, "Vähän", m.ships);
  m.some = fixture_add (f, &luotain_state_type, "Joitakin", m.ships);
  m.many = fixture_add (f, &luotain_state_type, "Paljon", m.ships);
  m.empty = fixture_add (f, &luotain_key_variable_type, "Tyhjä", 0);
  return m;
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_autoptr (LuotainMatrix) matrix = load (f, 0);

  g_assert_cmpuint (matrix->cross_impact->n_variables, ==, 0);
  g_assert_cmpuint (matrix->n_questions, ==, 0);
  g_assert_cmpuint (matrix->n_screens_left, ==, 0);
}

static void
test_shape (Fixture *f, gconstpointer data)
{
  const Model m = make_model (f);
  g_autoptr (LuotainMatrix) matrix = load (f, 0);
  guint i = 9;

  g_assert_cmpuint (matrix->cross_impact->n_variables, ==, 2);
  g_assert_cmpuint (matrix->cross_impact->states[0], ==, 2);
  g_assert_cmpuint (matrix->cross_impact->states[1], ==, 3);
  g_assert_cmpuint (matrix->without_states->len, ==, 1);
  g_assert_cmpstr (matrix->without_states->pdata[0], ==, "Tyhjä");
  g_assert_cmpstr (luotain_matrix_get_variable (matrix, 1)->title, ==, "Alukset");
  g_assert_cmpint (luotain_matrix_get_state (matrix, 1, 2)->id, ==, m.many);
  g_assert_cmpuint (luotain_matrix_find_state (matrix, m.some)->index, ==, 1);
  g_assert_null (luotain_matrix_find_state (matrix, m.price));
  g_assert_nonnull (luotain_matrix_find_variable (matrix, m.ships, &i));
  g_assert_cmpuint (i, ==, 1);
  g_assert_cmpuint (matrix->n_questions, ==, 2);
  g_assert_cmpuint (matrix->n_questions_left, ==, 2);
  g_assert_cmpuint (matrix->n_screens, ==, 0);
}

static void
test_scenarios (Fixture *f, gconstpointer data)
{
  const Model m = make_model (f);
  const gint64 stable = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  g_autoptr (LuotainMatrix) matrix = NULL;
  const LuotainMatrixScenario *scenario;

  fixture_link (f, stable, "path", m.many);
  matrix = load (f, 0);
  g_assert_cmpuint (matrix->scenarios->len, ==, 1);
  scenario = luotain_matrix_find_scenario (matrix, stable);
  g_assert_nonnull (scenario);
  g_assert_cmpuint (scenario->path[0], ==, LUOTAIN_OPEN);
  g_assert_cmpuint (scenario->path[1], ==, 2);
  g_assert_cmpuint (scenario->n_open, ==, 1);
}

static void
test_judgements (Fixture *f, gconstpointer data)
{
  const Model m = make_model (f);
  g_autoptr (LuotainMatrix) matrix = NULL;
  gint64 cell;

  answer (f, m.price, m.ships, "yes");
  answer (f, m.ships, m.price, "no");
  cell = judge (f, m.low, m.many, 3);
  judge (f, m.low, m.some, 0);
  judge (f, m.high, m.few, 2);
  judge (f, m.low, m.high, 3); /* of a variable on itself: means nothing */

  matrix = load (f, 0);
  g_assert_cmpint (luotain_cross_impact_get (matrix->cross_impact, 0, 0, 1, 2), ==, 3);
  g_assert_cmpint (luotain_cross_impact_get (matrix->cross_impact, 0, 1, 1, 0), ==, 2);
  g_assert_cmpint (luotain_cross_impact_get (matrix->cross_impact, 0, 0, 0, 1), ==, 0);
  g_assert_cmpint (luotain_matrix_get_judgement (matrix, 0, 0, 1, 2), ==, cell);
  g_assert_cmpint (luotain_matrix_get_judgement (matrix, 0, 0, 1, 0), ==, 0);
  g_assert_cmpint (luotain_matrix_get_block (matrix, 0, 1)->answer, ==, LUOTAIN_MATRIX_YES);
  g_assert_cmpint (luotain_matrix_get_block (matrix, 1, 0)->answer, ==, LUOTAIN_MATRIX_NO);
  g_assert_cmpuint (matrix->n_questions_left, ==, 0);
  g_assert_cmpuint (matrix->n_screens, ==, 2);
  g_assert_cmpuint (matrix->n_screens_left, ==, 2);
  g_assert_cmpuint (matrix->n_judged, ==, 3);
  g_assert_false (luotain_matrix_screen_is_judged (matrix, 0, 0, 1));

  judge (f, m.low, m.few, -3);
  g_clear_pointer (&matrix, luotain_matrix_free);
  matrix = load (f, 0);
  g_assert_true (luotain_matrix_screen_is_judged (matrix, 0, 0, 1));
  g_assert_cmpuint (matrix->n_screens_left, ==, 1);
}

/* Judged without the first step: open. Closed afterwards: the judgements stay, and count as zeros. */
static void
test_closed (Fixture *f, gconstpointer data)
{
  const Model m = make_model (f);
  g_autoptr (LuotainMatrix) matrix = NULL;

  judge (f, m.low, m.many, 3);
  matrix = load (f, 0);
  g_assert_true (luotain_matrix_get_block (matrix, 0, 1)->is_open);
  g_assert_cmpuint (matrix->n_questions_left, ==, 1);
  g_assert_cmpint (luotain_cross_impact_get (matrix->cross_impact, 0, 0, 1, 2), ==, 3);

  answer (f, m.price, m.ships, "no");
  g_clear_pointer (&matrix, luotain_matrix_free);
  matrix = load (f, 0);
  g_assert_false (luotain_matrix_get_block (matrix, 0, 1)->is_open);
  g_assert_cmpint (luotain_cross_impact_get (matrix->cross_impact, 0, 0, 1, 2), ==, 0);
  g_assert_cmpuint (luotain_matrix_get_block (matrix, 0, 1)->n_judged, ==, 1);
  g_assert_cmpuint (matrix->n_judged, ==, 0);
  g_assert_cmpuint (matrix->n_screens, ==, 0);
}

/* Two copies of a workbook came together: what changed later counts, whichever came first. */
static void
test_later_counts (Fixture *f, gconstpointer data)
{
  const Model m = make_model (f);
  const gint64 later = put (f, (NewCell){ m.low, m.many, 3, NULL, 2000 });
  g_autoptr (LuotainMatrix) matrix = NULL;

  put (f, (NewCell){ m.low, m.many, -1, NULL, 1000 });
  put (f, (NewCell){ m.price, m.ships, 0, "yes", 2000 });
  put (f, (NewCell){ m.price, m.ships, 0, "no", 1000 });
  matrix = load (f, 0);
  g_assert_cmpint (luotain_cross_impact_get (matrix->cross_impact, 0, 0, 1, 2), ==, 3);
  g_assert_cmpint (luotain_matrix_get_judgement (matrix, 0, 0, 1, 2), ==, later);
  g_assert_cmpuint (luotain_matrix_get_block (matrix, 0, 1)->n_judged, ==, 1);
  g_assert_cmpint (luotain_matrix_get_block (matrix, 0, 1)->answer, ==, LUOTAIN_MATRIX_YES);
}

static void
test_sector (Fixture *f, gconstpointer data)
{
  const Model m = make_model (f);
  const gint64 sea = fixture_add (f, &luotain_sector_type, "Meri", 0);
  const gint64 land = fixture_add (f, &luotain_sector_type, "Maa", 0);
  g_autoptr (LuotainMatrix) matrix = NULL;

  fixture_link (f, m.price, "sector", land);
  judge (f, m.low, m.many, 3);
  matrix = load (f, sea);
  g_assert_cmpuint (matrix->cross_impact->n_variables, ==, 1);
  g_assert_cmpint (luotain_matrix_get_variable (matrix, 0)->id, ==, m.ships);
  g_clear_pointer (&matrix, luotain_matrix_free);
  matrix = load (f, land);
  g_assert_cmpuint (matrix->cross_impact->n_variables, ==, 2);
}

static void
test_limits (Fixture *f, gconstpointer data)
{
  const Model m = make_model (f);
  LuotainMatrixQuery query = { 0, LUOTAIN_FI };
  g_autoptr (GError) error = NULL;
  gpointer matrix = NULL;

  judge (f, m.low, m.many, LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT + 1);
  g_assert_false (luotain_store_read (f->store, luotain_matrix_run, &query, &matrix, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "Paljon"));
  g_clear_error (&error);

  for (guint i = 0; i <= LUOTAIN_CROSS_IMPACT_MAX_STATES; i++)
    fixture_add (f, &luotain_state_type, "Taso", m.empty);
  g_assert_false (luotain_store_read (f->store, luotain_matrix_run, &query, &matrix, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "Tyhjä"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/matrix/empty", test_empty);
  add ("/matrix/shape", test_shape);
  add ("/matrix/scenarios", test_scenarios);
  add ("/matrix/judgements", test_judgements);
  add ("/matrix/closed", test_closed);
  add ("/matrix/later-counts", test_later_counts);
  add ("/matrix/sector", test_sector);
  add ("/matrix/limits", test_limits);
  return g_test_run ();
}
