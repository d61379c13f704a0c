#include "luotain-edit.h"
#include "luotain-finding-query.h"
#include "luotain-fixture.h"

#include <string.h>

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

typedef struct
{
  gint64 id;
  const char *name;
  const char *text;
} Edit;

static gboolean
set_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Edit *edit = data;

  return luotain_edit_set_field (db, edit->id, edit->name, edit->text, FALSE, error);
}

static gboolean
set_field (Fixture *fixture, gint64 id, const char *name, const char *text, GError **error)
{
  Edit edit = { id, name, text };

  return luotain_history_do (fixture->history, "Edit", set_job, &edit, NULL, error);
}

typedef struct
{
  const LuotainRecordType *type;
  gint64 id;
} Wanted;

static gboolean
load_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Wanted *wanted = data;

  *result = luotain_record_load (db, wanted->type, wanted->id, error);
  return *result != NULL;
}

static gpointer
load (Fixture *fixture, const LuotainRecordType *type, gint64 id)
{
  Wanted wanted = { type, id };
  gpointer record = NULL;
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, load_job, &wanted, &record, &error);
  g_assert_no_error (error);
  return record;
}

static void
test_set_field (Fixture *fixture, gconstpointer data)
{
  const gint64 id = fixture_add (fixture, &luotain_finding_type, "Otsikko", 0);
  g_autoptr (GError) error = NULL;
  LuotainFinding *finding;

  set_field (fixture, id, "title_sv", "Rubrik", &error);
  set_field (fixture, id, "dimensions", "technological ecological", &error);
  set_field (fixture, id, "observed_on", "2026-03", &error);
  set_field (fixture, id, "tags", "satama\n meri \nsatama", &error);
  g_assert_no_error (error);
  finding = load (fixture, &luotain_finding_type, id);
  g_assert_cmpstr (finding->title.text[LUOTAIN_FI], ==, "Otsikko");
  g_assert_cmpstr (finding->title.text[LUOTAIN_SV], ==, "Rubrik");
  g_assert_cmpstr (finding->dimensions, ==, "ecological technological");
  g_assert_cmpstr (finding->observed_on, ==, "2026-03");
  g_assert_cmpstr (finding->tags, ==, "satama\nmeri");
  g_assert_cmpint (finding->record.revision, ==, 5);
  luotain_record_destroy (finding);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const gint64 id = fixture_add (fixture, &luotain_finding_type, "Otsikko", 0);
  g_autofree char *label = NULL;
  static const struct
  {
    const char *name, *text, *words;
  } cases[] = {
    { "title", "", "empty" },
    { "kind", "fad", "weak-signal" },
    { "dimensions", "political E", "E" },
    { "observed_on", "eilen", "date" },
    { "colour", "blue", "no field" },
    { "title", "a\x01", "U+0001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (set_field (fixture, id, cases[i].name, cases[i].text, &error));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }

  label = luotain_history_dup_undo_label (fixture->history);
  g_assert_cmpstr (label, ==, "Add");
}

static void
test_same_is_no_step (Fixture *fixture, gconstpointer data)
{
  const gint64 id = fixture_add (fixture, &luotain_finding_type, "Otsikko", 0);
  g_autofree char *label = NULL;

  g_assert_true (set_field (fixture, id, "title", "Otsikko", NULL));
  label = luotain_history_dup_undo_label (fixture->history);
  g_assert_cmpstr (label, ==, "Add");
}

static gboolean
list_kinds_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_record_list (db, &luotain_kind_change_type, *(gint64 *) data, error);
  return *result != NULL;
}

/* A finding ripens: each kind it had stands in its history, the one it began with too. */
static void
test_kind_history (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, &luotain_finding_type, "Otsikko", 0);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  set_field (fixture, id, "observed_on", "2025-11-03", &error);
  set_field (fixture, id, "kind", "weak-signal", &error);
  set_field (fixture, id, "kind", "signal", &error);
  set_field (fixture, id, "kind", "trend", &error);
  g_assert_no_error (error);
  luotain_store_read (fixture->store, list_kinds_job, &id, (gpointer *) &changes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpstr (((LuotainKindChange *) changes->pdata[0])->kind, ==, "weak-signal");
  g_assert_cmpstr (((LuotainKindChange *) changes->pdata[0])->changed_on, ==, "2025-11-03");
  g_assert_cmpstr (((LuotainKindChange *) changes->pdata[1])->kind, ==, "signal");
  g_assert_cmpstr (((LuotainKindChange *) changes->pdata[2])->kind, ==, "trend");
}

static gboolean
set_several_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  static const LuotainEditField fields[] = {
    { "title", "Toinen" },
    { "observed_on", "2026-01-01" },
    { "kind", "signal" },
  };

  return luotain_edit_set_fields (db, *(gint64 *) data, fields, G_N_ELEMENTS (fields), FALSE, error);
}

/* However many fields a change has, what rests on the record has one change to look at. */
static void
test_set_several (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, &luotain_finding_type, "Otsikko", 0);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  LuotainFinding *finding;

  set_field (fixture, id, "observed_on", "2025-11-03", &error);
  set_field (fixture, id, "kind", "weak-signal", &error);
  g_assert_no_error (error);
  luotain_history_do (fixture->history, "Edit", set_several_job, &id, NULL, &error);
  g_assert_no_error (error);

  finding = load (fixture, &luotain_finding_type, id);
  g_assert_cmpint (finding->record.revision, ==, 4);
  g_assert_cmpstr (finding->title.text[LUOTAIN_FI], ==, "Toinen");
  g_assert_cmpstr (finding->observed_on, ==, "2026-01-01");
  luotain_record_destroy (finding);

  /* The kind it began with was seen when it was observed, as that stood until now. */
  luotain_store_read (fixture->store, list_kinds_job, &id, (gpointer *) &changes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpstr (((LuotainKindChange *) changes->pdata[0])->kind, ==, "weak-signal");
  g_assert_cmpstr (((LuotainKindChange *) changes->pdata[0])->changed_on, ==, "2025-11-03");
  g_assert_cmpstr (((LuotainKindChange *) changes->pdata[1])->kind, ==, "signal");
}

typedef struct
{
  gint64 scenario, variable, state;
} Path;

static gboolean
set_path_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Path *path = data;

  return luotain_edit_set_path (db, path->scenario, path->variable, path->state, error);
}

static gboolean
list_links_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_link_list (db, *(gint64 *) data, FALSE, error);
  return *result != NULL;
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  const gint64 variable = fixture_add (fixture, &luotain_key_variable_type, "Logistiikan hinta", 0);
  const gint64 other = fixture_add (fixture, &luotain_key_variable_type, "Meriturismi", 0);
  const gint64 falls = fixture_add (fixture, &luotain_state_type, "laskee", variable);
  const gint64 rises = fixture_add (fixture, &luotain_state_type, "nousee", variable);
  const gint64 grows = fixture_add (fixture, &luotain_state_type, "kasvaa", other);
  gint64 scenario = fixture_add (fixture, &luotain_scenario_type, "Vakaa", 0);
  Path steps[] = { { scenario, variable, falls }, { scenario, other, grows }, { scenario, variable, rises } };
  Path wrong = { scenario, variable, grows };
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    luotain_history_do (fixture->history, "Set Path", set_path_job, &steps[i], NULL, &error);

  g_assert_no_error (error);
  luotain_store_read (fixture->store, list_links_job, &scenario, (gpointer *) &links, &error);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpint (((LuotainLink *) links->pdata[0])->target, ==, rises);
  g_assert_cmpint (((LuotainLink *) links->pdata[1])->target, ==, grows);
  g_assert_false (luotain_history_do (fixture->history, "Set Path", set_path_job, &wrong, NULL, &error));
}

typedef struct
{
  gint64 profile, scenario;
} Copying;

static gboolean
copy_profile_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Copying *copying = data;

  return luotain_edit_copy_profile (db, copying->profile, copying->scenario, error) != 0;
}

static void
test_copy_profile (Fixture *fixture, gconstpointer data)
{
  const gint64 stable = fixture_add (fixture, &luotain_scenario_type, "Vakaa", 0);
  const gint64 hub = fixture_add (fixture, &luotain_scenario_type, "Blue Hub", 0);
  const gint64 profile = fixture_add (fixture, &luotain_profile_type, NULL, 0);
  const gint64 competence = fixture_add (fixture, &luotain_competence_type, "Digiosaaminen", 0);
  const gint64 entry = fixture_add (fixture, &luotain_profile_entry_type, NULL, profile);
  Copying copying = { profile, hub };
  g_autoptr (GError) error = NULL;

  fixture_link (fixture, profile, "scenario", stable);
  fixture_link (fixture, entry, "competence", competence);
  fixture_link (fixture, entry, "role-level", 101);
  fixture_link (fixture, entry, "rests-on", stable);
  luotain_history_do (fixture->history, "Copy Profile", copy_profile_job, &copying, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (fixture, &luotain_profile_type), ==, 2);
  g_assert_cmpuint (fixture_count (fixture, &luotain_profile_entry_type), ==, 2);
  luotain_history_undo (fixture->history, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (fixture, &luotain_profile_type), ==, 1);
}

static guint
count_matches (Fixture *fixture, LuotainFindingQuery query)
{
  LuotainFindingIds *ids = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  luotain_store_read (fixture->store, luotain_finding_query_run, &query, (gpointer *) &ids, &error);
  g_assert_no_error (error);
  n = ids->ids->len;
  luotain_finding_ids_free (ids);
  return n;
}

static void
test_capture_and_query (Fixture *fixture, gconstpointer data)
{
  const gint64 sector = fixture_add (fixture, &luotain_sector_type, "Meriklusteri", 0);
  gint64 session = fixture_add (fixture, &luotain_session_type, "Työpaja", 0);
  LuotainCapture *capture = luotain_capture_new ("Ensimmäinen havainto\r\n\r\n  Toinen HAVAINTO \nKolmas",
                                                 sector, 0);
  LuotainFinding *finding;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Run Session", luotain_session_run, &session, NULL, &error);
  luotain_history_do (fixture->history, "Add Findings", luotain_capture_run, capture, (gpointer *) &ids,
                      &error);
  luotain_capture_free (capture);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  finding = load (fixture, &luotain_finding_type, g_array_index (ids, gint64, 1));
  g_assert_cmpstr (finding->title.text[LUOTAIN_FI], ==, "Toinen HAVAINTO");
  g_assert_cmpstr (finding->channel, ==, "discussion");
  luotain_record_destroy (finding);
  g_assert_cmpuint (count_matches (fixture, (LuotainFindingQuery){ .sector = sector }), ==, 3);
  g_assert_cmpuint (count_matches (fixture, (LuotainFindingQuery){ .session = session }), ==, 3);
  g_assert_cmpuint (count_matches (fixture, (LuotainFindingQuery){ .session = session + 1 }), ==, 0);
  g_assert_cmpuint (count_matches (fixture, (LuotainFindingQuery){ .text = (char *) "havainto" }), ==, 2);
  g_assert_cmpuint (count_matches (fixture, (LuotainFindingQuery){ .kind = (char *) "trend" }), ==, 0);
  set_field (fixture, g_array_index (ids, gint64, 0), "dimensions", "economic social", NULL);
  set_field (fixture, g_array_index (ids, gint64, 0), "tags", "meri", NULL);
  g_assert_cmpuint (count_matches (fixture, (LuotainFindingQuery){ .dimension = (char *) "social" }), ==, 1);
  g_assert_cmpuint (count_matches (fixture, (LuotainFindingQuery){ .dimension = (char *) "soc" }), ==, 0);
  g_assert_cmpuint (count_matches (fixture,
                                   (LuotainFindingQuery){ .tag = (char *) "meri", .text = (char *) "ENSIM" }),
                    ==, 1);

  /* One undo takes all three back. */
  for (guint i = 0; i < 3; i++)
    luotain_history_undo (fixture->history, NULL, &error);

  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/edit/set-field", test_set_field);
  add ("/edit/refused", test_refused);
  add ("/edit/same-is-no-step", test_same_is_no_step);
  add ("/edit/kind-history", test_kind_history);
  add ("/edit/set-several", test_set_several);
  add ("/edit/path", test_path);
  add ("/edit/copy-profile", test_copy_profile);
  add ("/edit/capture-and-query", test_capture_and_query);
  return g_test_run ();
}
