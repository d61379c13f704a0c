#include "luotain-chain.h"
#include "luotain-edit.h"
#include "luotain-fixture.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* One thread from source to curriculum unit. */
typedef struct
{
  gint64 source, finding, weak, variable, state, scenario, profile, entry, competence, organisation, unit;
} Thread;

static Thread
spin (Fixture *f)
{
  Thread t;

  t.source = fixture_add (f, &luotain_source_type, "Lähde", 0);
  t.finding = fixture_add (f, &luotain_finding_type, "Akkujen kierrätys kasvaa", 0);
  t.weak = fixture_add (f, &luotain_finding_type, "Ensimmäinen laitos", 0);
  t.variable = fixture_add (f, &luotain_key_variable_type, "Akkuteknologia", 0);
  t.state = fixture_add (f, &luotain_state_type, "kallistuu", t.variable);
  t.scenario = fixture_add (f, &luotain_scenario_type, "Vakaa Varsinais-Suomi", 0);
  t.profile = fixture_add (f, &luotain_profile_type, NULL, 0);
  t.entry = fixture_add (f, &luotain_profile_entry_type, NULL, t.profile);
  t.competence = fixture_add (f, &luotain_competence_type, "Elinkaariosaaminen", 0);
  t.organisation = fixture_add (f, &luotain_organisation_type, "Koulu", 0);
  t.unit = fixture_add (f, &luotain_curriculum_unit_type, "Tutkinnon osa", t.organisation);
  fixture_link (f, t.weak, "source", t.source);
  fixture_link (f, t.finding, "evidence", t.weak);
  fixture_link (f, t.variable, "evidence", t.finding);
  fixture_link (f, t.scenario, "path", t.state);
  fixture_link (f, t.profile, "scenario", t.scenario);
  fixture_link (f, t.entry, "competence", t.competence);
  fixture_link (f, t.unit, "covers", t.competence);
  return t;
}

typedef struct
{
  gint64 id;
  LuotainChainDirection direction;
} Question;

static gboolean
load_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Question *question = data;

  *result = luotain_chain_load (db, question->id, question->direction, LUOTAIN_FI, error);
  return *result != NULL;
}

static LuotainChainNode *
load (Fixture *fixture, gint64 id, LuotainChainDirection direction)
{
  Question question = { id, direction };
  g_autoptr (GError) error = NULL;
  gpointer tree = NULL;

  luotain_store_read (fixture->store, load_job, &question, &tree, &error);
  g_assert_no_error (error);
  return tree;
}

static void
assert_line (const LuotainChainNode *node, const gint64 *ids, const char *const *roles, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (node->because->len, >=, 1);
      node = node->because->pdata[0];
      g_assert_cmpint (node->id, ==, ids[i]);
      g_assert_cmpstr (node->role, ==, roles[i]);
    }

  g_assert_cmpuint (node->because->len, ==, 0);
}

static void
test_upstream (Fixture *fixture, gconstpointer data)
{
  const Thread t = spin (fixture);
  g_autoptr (LuotainChainNode) why = load (fixture, t.unit, LUOTAIN_CHAIN_UPSTREAM);
  const gint64 ids[] = { t.competence, t.entry,   t.profile, t.scenario, t.state,
                         t.variable,   t.finding, t.weak,    t.source };
  const char *const roles[] = { "covers", "competence", "owner",    "scenario", "path",
                                "owner",  "evidence",   "evidence", "source" };

  assert_line (why, ids, roles, G_N_ELEMENTS (ids));
}

static void
test_downstream (Fixture *fixture, gconstpointer data)
{
  const Thread t = spin (fixture);
  g_autoptr (LuotainChainNode) stands = load (fixture, t.source, LUOTAIN_CHAIN_DOWNSTREAM);
  const gint64 ids[] = { t.weak,    t.finding, t.variable,   t.state, t.scenario,
                         t.profile, t.entry,   t.competence, t.unit };
  const char *const roles[] = { "source",   "evidence", "evidence",   "owner", "path",
                                "scenario", "owner",    "competence", "covers" };

  assert_line (stands, ids, roles, G_N_ELEMENTS (ids));
  g_assert_cmpstr (((LuotainChainNode *) stands->because->pdata[0])->title, ==, "Ensimmäinen laitos");
}

static gboolean
edit_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_edit_set_field (db, *(gint64 *) data, "title", "Akkujen kierrätys hiipuu", TRUE, error);
}

static gboolean
stale_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_chain_stale (db, LUOTAIN_FI, error);
  return *result != NULL;
}

static GPtrArray *
load_stale (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gpointer list = NULL;

  luotain_store_read (fixture->store, stale_job, NULL, &list, &error);
  g_assert_no_error (error);
  return list;
}

static gboolean
confirm_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Thread *t = data;

  return luotain_link_confirm (db, t->variable, luotain_model_role (luotain_db_get_model (db), "evidence"),
                               t->finding, error);
}

static void
test_stale (Fixture *fixture, gconstpointer data)
{
  Thread t = spin (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stale = NULL;

  /* Spinning the thread touched what was tied before; a fresh look begins from the end of it. */
  luotain_history_do (fixture->history, "Confirm", confirm_job, &t, NULL, &error);
  luotain_history_do (fixture->history, "Edit Title", edit_job, &t.finding, NULL, &error);
  g_assert_no_error (error);
  stale = load_stale (fixture);
  g_assert_cmpuint (stale->len, ==, 1);
  g_assert_cmpint (((LuotainStale *) stale->pdata[0])->source, ==, t.variable);
  g_assert_cmpint (((LuotainStale *) stale->pdata[0])->target, ==, t.finding);
  g_assert_cmpstr (((LuotainStale *) stale->pdata[0])->target_title, ==, "Akkujen kierrätys hiipuu");
  g_clear_pointer (&stale, g_ptr_array_unref);

  /* Undo takes the revision back, and with it what was stale. */
  luotain_history_undo (fixture->history, NULL, &error);
  stale = load_stale (fixture);
  g_assert_cmpuint (stale->len, ==, 0);
  g_clear_pointer (&stale, g_ptr_array_unref);
  luotain_history_redo (fixture->history, NULL, &error);
  luotain_history_do (fixture->history, "Confirm", confirm_job, &t, NULL, &error);
  g_assert_no_error (error);
  stale = load_stale (fixture);
  g_assert_cmpuint (stale->len, ==, 0);
}

static gboolean
ring_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Thread *t = data;

  return luotain_edit_link (db, t->weak, "evidence", t->finding, error);
}

static void
test_ring (Fixture *fixture, gconstpointer data)
{
  Thread t = spin (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (luotain_history_do (fixture->history, "Link", ring_job, &t, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
}

static gboolean
unfinished_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_chain_unfinished (db, error);
  return *result != NULL;
}

static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  const Thread t = spin (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  fixture_delete (fixture, t.competence);
  g_assert_cmpuint (fixture_count (fixture, &luotain_profile_entry_type), ==, 1);
  luotain_store_read (fixture->store, unfinished_job, NULL, (gpointer *) &list, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((LuotainUnfinished *) list->pdata[0])->id, ==, t.entry);
  g_assert_cmpstr (((LuotainUnfinished *) list->pdata[0])->missing, ==, "competence");
  g_assert_cmpstr (((LuotainUnfinished *) list->pdata[1])->missing, ==, "role-level");
}

/* What cannot be read has no title, and the first fault is the one that is told. */
static gboolean
unreadable_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const gint64 *ids = data;

  if (!luotain_db_execute (db, "ALTER TABLE link RENAME TO away", error))
    return TRUE;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) fault = NULL;

      g_assert_null (luotain_chain_title (db, ids[i], LUOTAIN_FI, &fault));
      g_assert_nonnull (fault);
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "back");
  return FALSE;
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  const Thread t = spin (fixture);
  gint64 ids[] = { t.entry, t.profile };
  g_autoptr (GError) error = NULL;

  g_assert_false (luotain_history_do (fixture->history, "Read", unreadable_job, ids, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/chain/upstream", test_upstream);
  add ("/chain/downstream", test_downstream);
  add ("/chain/stale", test_stale);
  add ("/chain/ring", test_ring);
  add ("/chain/unfinished", test_unfinished);
  add ("/chain/unreadable", test_unreadable);
  return g_test_run ();
}
