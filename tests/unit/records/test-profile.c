#include "luotain-competence-query.h"
#include "luotain-fixture.h"
#include "luotain-profile-edit.h"
#include "luotain-profile-query.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* Role levels that every workbook has. */
#define EXECUTIVE 101
#define EXPERT 103

static LuotainProfileSheet *
load (Fixture *f, gint64 scenario)
{
  LuotainProfileQuery query = { .scenario = scenario, .language = LUOTAIN_FI, .labels = LUOTAIN_FI };
  g_autoptr (GError) error = NULL;
  gpointer sheet = NULL;

  luotain_store_read (f->store, luotain_profile_query_run, &query, &sheet, &error);
  g_assert_no_error (error);
  return sheet;
}

static gint64
need (Fixture *f, gint64 scenario, gint64 level, const char *group, const char *lines)
{
  g_autoptr (LuotainProfileAdd) entry = luotain_profile_add_new (0, scenario, level, group, lines);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  luotain_history_do (f->history, "Add Competence", luotain_profile_add_run, entry, (gpointer *) &entries,
                      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 0);
  return g_array_index (entries, gint64, 0);
}

static gint64
move (Fixture *f, LuotainProfileMove wanted, int expected_code)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *entry = NULL;

  luotain_history_do (f->history, "Move Competence", luotain_profile_move_run, &wanted, (gpointer *) &entry,
                      &error);
  if (expected_code >= 0)
    {
      g_assert_error (error, LUOTAIN_STORE_ERROR, expected_code);
      return 0;
    }
  g_assert_no_error (error);
  return *entry;
}

static const LuotainProfileItem *
item_of (const LuotainProfileSheet *sheet, gint64 entry)
{
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const LuotainProfileItem *item = sheet->items->pdata[i];

      if (item->id == entry)
        return item;
    }
  return NULL;
}

static void
test_add (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  const gint64 digital = need (f, scenario, EXPERT, "generic-skill", "Digiosaaminen\n\n  Ennakointi \n");
  g_autoptr (LuotainProfileSheet) sheet = load (f, scenario);
  const LuotainProfileItem *item = item_of (sheet, digital);

  /* The profile was made with the first entry; each line is one. */
  g_assert_cmpint (sheet->chosen->scenario, ==, scenario);
  g_assert_cmpint (sheet->chosen->profile, !=, 0);
  g_assert_cmpuint (sheet->items->len, ==, 2);
  g_assert_cmpuint (sheet->levels->len, ==, 4);
  g_assert_cmpstr (item->title, ==, "Digiosaaminen");
  g_assert_cmpstr (item->group, ==, "generic-skill");
  g_assert_cmpint (item->level, ==, EXPERT);

  /* The same name, letter case aside, is the same competence, and stands once at a level. */
  g_assert_cmpint (need (f, scenario, EXPERT, "special-skill", "DIGIOSAAMINEN"), ==, digital);
  g_assert_cmpint (need (f, scenario, EXECUTIVE, "special-skill", "digiosaaminen"), !=, digital);
  g_assert_cmpuint (fixture_count (f, &luotain_competence_type), ==, 2);
  g_assert_cmpuint (fixture_count (f, &luotain_profile_type), ==, 1);
}

static void
test_spread (Fixture *f, gconstpointer data)
{
  const gint64 sector = fixture_add (f, &luotain_sector_type, "Meriklusteri", 0);
  const gint64 other_sector = fixture_add (f, &luotain_sector_type, "Rakentaminen", 0);
  const gint64 stable = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  const gint64 blue = fixture_add (f, &luotain_scenario_type, "Blue Hub", 0);
  const gint64 other = fixture_add (f, &luotain_scenario_type, "Betoni", 0);
  gint64 everywhere;
  gint64 once;
  g_autoptr (LuotainProfileSheet) sheet = NULL;

  fixture_link (f, stable, "sector", sector);
  fixture_link (f, blue, "sector", sector);
  fixture_link (f, other, "sector", other_sector);
  everywhere = need (f, stable, EXPERT, NULL, "Digiosaaminen");
  once = need (f, stable, EXPERT, NULL, "Hydrodynamiikka");
  need (f, stable, EXECUTIVE, NULL, "Hydrodynamiikka");
  need (f, blue, EXECUTIVE, NULL, "Digiosaaminen");
  need (f, other, EXECUTIVE, NULL, "Hydrodynamiikka");

  sheet = load (f, stable);
  g_assert_cmpuint (sheet->n_scenarios, ==, 2);
  g_assert_cmpuint (item_of (sheet, everywhere)->n_scenarios, ==, 2);
  g_assert_cmpuint (item_of (sheet, once)->n_scenarios, ==, 1);
}

static void
test_move (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  const gint64 first = need (f, scenario, EXPERT, NULL, "Digiosaaminen");
  const gint64 second = need (f, scenario, EXPERT, NULL, "Ennakointi");
  const gint64 boss = need (f, scenario, EXECUTIVE, NULL, "Digiosaaminen");
  gint64 copy;
  g_autoptr (LuotainProfileSheet) sheet = NULL;

  g_assert_cmpint (move (f, (LuotainProfileMove){ .entry = second, .before = first }, -1), ==, second);
  sheet = load (f, scenario);
  g_assert_cmpint (((LuotainProfileItem *) sheet->items->pdata[0])->id, ==, second);

  /* Where the competence stands already it is not doubled. */
  move (f, (LuotainProfileMove){ .entry = first, .level = EXECUTIVE }, LUOTAIN_STORE_ERROR_INVALID);
  move (f, (LuotainProfileMove){ .entry = first, .level = EXPERT, .copy = TRUE },
        LUOTAIN_STORE_ERROR_INVALID);

  copy = move (f, (LuotainProfileMove){ .entry = second, .level = EXECUTIVE, .copy = TRUE }, -1);
  g_assert_cmpint (copy, !=, second);
  move (f, (LuotainProfileMove){ .entry = second, .level = 102 }, -1);
  luotain_profile_sheet_free (g_steal_pointer (&sheet));
  sheet = load (f, scenario);
  g_assert_cmpuint (sheet->items->len, ==, 4);
  g_assert_cmpint (item_of (sheet, copy)->level, ==, EXECUTIVE);
  g_assert_cmpint (item_of (sheet, copy)->competence, ==, item_of (sheet, second)->competence);
  g_assert_cmpint (item_of (sheet, second)->level, ==, 102);
  g_assert_nonnull (item_of (sheet, boss));
}

static void
test_unfinished (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  const gint64 entry = need (f, scenario, EXPERT, "generic-skill", "Digiosaaminen");
  g_autoptr (LuotainProfileSheet) sheet = load (f, scenario);
  const gint64 competence = item_of (sheet, entry)->competence;

  fixture_delete (f, competence);
  fixture_delete (f, EXPERT);
  luotain_profile_sheet_free (g_steal_pointer (&sheet));
  sheet = load (f, scenario);
  g_assert_cmpint (item_of (sheet, entry)->competence, ==, 0);
  g_assert_cmpint (item_of (sheet, entry)->level, ==, 0);
  g_assert_null (item_of (sheet, entry)->title);
  g_assert_cmpuint (sheet->levels->len, ==, 3);

  /* A profile whose scenario is gone can still be chosen. */
  fixture_delete (f, scenario);
  luotain_profile_sheet_free (g_steal_pointer (&sheet));
  sheet = load (f, 0);
  g_assert_cmpint (sheet->chosen->scenario, ==, 0);
  g_assert_cmpuint (sheet->items->len, ==, 1);
}

static void
test_job_title (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  const gint64 entry = need (f, scenario, EXPERT, NULL, "Digiosaaminen");
  LuotainProfileDetail detail = { entry, (char *) "Automaatiosuunnittelija" };
  g_autoptr (LuotainProfileSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  luotain_history_do (f->history, "Add Job Title", luotain_profile_job_title_run, &detail, NULL, &error);
  g_assert_no_error (error);
  sheet = load (f, scenario);
  g_assert_cmpstr (item_of (sheet, entry)->job_title_name, ==, "Automaatiosuunnittelija");
  g_assert_cmpint (item_of (sheet, entry)->level, ==, EXPERT);

  /* At another level it is another job. */
  move (f, (LuotainProfileMove){ .entry = entry, .level = EXECUTIVE }, -1);
  luotain_profile_sheet_free (g_steal_pointer (&sheet));
  sheet = load (f, scenario);
  g_assert_null (item_of (sheet, entry)->job_title_name);
  g_assert_cmpint (item_of (sheet, entry)->level, ==, EXECUTIVE);
}

static gboolean
load_competence_identifier (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) all = luotain_record_list (db, &luotain_external_identifier_type, 0, error);

  *result = all != NULL && all->len == 1 ? g_strdup (((LuotainExternalIdentifier *) all->pdata[0])->scheme)
                                         : NULL;
  return all != NULL;
}

static void
test_identifier (Fixture *f, gconstpointer data)
{
  const gint64 competence = fixture_add (f, &luotain_competence_type, "Digiosaaminen", 0);
  LuotainProfileDetail detail = {
    competence, (char *) "http://data.europa.eu/esco/skill/9436db96-2ed7-42d3-b1bd-1a4e0c3df4c5"
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *scheme = NULL;

  luotain_history_do (f->history, "Add Identifier", luotain_profile_identifier_run, &detail, NULL, &error);
  g_assert_no_error (error);
  luotain_store_read (f->store, load_competence_identifier, NULL, (gpointer *) &scheme, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scheme, ==, "esco");
}

static void
test_place (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  gint64 entry = need (f, scenario, EXPERT, NULL, "Digiosaaminen");
  g_autoptr (LuotainProfileSheet) sheet = load (f, scenario);
  gint64 competence = item_of (sheet, entry)->competence;
  g_autofree LuotainProfilePlace *of_entry = NULL;
  g_autofree LuotainProfilePlace *of_competence = NULL;
  g_autofree LuotainProfilePlace *of_scenario = NULL;
  gint64 nothing = scenario;

  g_assert_true (
      luotain_store_read (f->store, luotain_profile_place_run, &entry, (gpointer *) &of_entry, NULL));
  g_assert_true (luotain_store_read (f->store, luotain_profile_place_run, &competence,
                                     (gpointer *) &of_competence, NULL));
  g_assert_true (
      luotain_store_read (f->store, luotain_profile_place_run, &nothing, (gpointer *) &of_scenario, NULL));
  g_assert_cmpint (of_entry->profile, ==, sheet->chosen->profile);
  g_assert_cmpint (of_entry->entry, ==, entry);
  g_assert_cmpint (of_competence->entry, ==, entry);
  g_assert_cmpint (of_scenario->profile, ==, 0);
}

static void
test_completion (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  g_autoptr (LuotainCompetenceQuery) query = luotain_competence_query_new ("osaa", "qualification",
                                                                           LUOTAIN_FI, 3);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GError) error = NULL;

  need (f, scenario, EXPERT, "generic-skill", "Ennakointiosaaminen\nOsaamisen siirto\nYhteistyö");
  need (f, scenario, EXPERT, "qualification", "Normiosaaminen\nStandardiosaaminen");
  luotain_store_read (f->store, luotain_competence_query_run, query, (gpointer *) &matches, &error);
  g_assert_no_error (error);
  /* Those of the group first; then what begins with the text; no more than asked for. */
  g_assert_cmpuint (matches->len, ==, 3);
  g_assert_cmpstr (((LuotainCompetenceMatch *) matches->pdata[0])->title, ==, "Normiosaaminen");
  g_assert_cmpstr (((LuotainCompetenceMatch *) matches->pdata[1])->title, ==, "Standardiosaaminen");
  g_assert_cmpstr (((LuotainCompetenceMatch *) matches->pdata[2])->title, ==, "Osaamisen siirto");
}

static gint64
need_concept (Fixture *f, gint64 scenario, const LuotainEscoChoice *choice)
{
  g_autoptr (LuotainProfileAdd) add_it = luotain_profile_add_new (0, scenario, EXPERT, "special-skill", NULL);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  add_it->esco = luotain_esco_choice_copy (choice);
  luotain_history_do (f->history, "Add Competence", luotain_profile_add_run, add_it, (gpointer *) &entries,
                      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  return g_array_index (entries, gint64, 0);
}

static guint
count_identifiers (Fixture *f)
{
  return fixture_count (f, &luotain_external_identifier_type);
}

/* A concept of ESCO is one competence: that which is linked to it, else that of its name, else a new one. */
static void
test_concept (Fixture *f, gconstpointer data)
{
  const gint64 scenario = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  LuotainEscoChoice weld = { (char *) "http://data.europa.eu/esco/skill/1",
                             (char *) "1.1.1",
                             { { (char *) "hitsata", NULL, (char *) "weld" } },
                             { { NULL, NULL, (char *) "Join." } } };
  LuotainEscoChoice sail = {
    (char *) "http://data.europa.eu/esco/skill/2", NULL, { { NULL, NULL, (char *) "sail" } }, { { NULL } }
  };
  g_autoptr (LuotainProfileSheet) sheet = NULL;
  const LuotainProfileItem *item;
  gint64 entry;

  entry = need_concept (f, scenario, &weld);
  sheet = load (f, scenario);
  item = item_of (sheet, entry);
  g_assert_cmpstr (item->title, ==, "hitsata");
  g_assert_cmpstr (item->group, ==, "special-skill");
  g_assert_cmpuint (count_identifiers (f), ==, 1);

  /* Again: nothing is doubled, nor when its names have changed. */
  g_assert_cmpint (need_concept (f, scenario, &weld), ==, entry);
  weld.title.text[LUOTAIN_FI] = (char *) "hitsaaminen";
  g_assert_cmpint (need_concept (f, scenario, &weld), ==, entry);
  g_assert_cmpuint (count_identifiers (f), ==, 1);

  /* One of that name which has no link to ESCO gets it; one that has another link does not. */
  entry = need (f, scenario, EXPERT, "special-skill", "Sail");
  sail.title.text[LUOTAIN_FI] = (char *) "SAIL";
  g_assert_cmpint (need_concept (f, scenario, &sail), ==, entry);
  g_assert_cmpuint (count_identifiers (f), ==, 2);
  sail.uri = (char *) "http://data.europa.eu/esco/skill/3";
  g_assert_cmpint (need_concept (f, scenario, &sail), !=, entry);
  g_assert_cmpuint (count_identifiers (f), ==, 3);
}

static void
test_link (Fixture *f, gconstpointer data)
{
  const gint64 competence = fixture_add (f, &luotain_competence_type, "Hitsaus", 0);
  LuotainEscoChoice weld = { (char *) "http://data.europa.eu/esco/skill/1",
                             (char *) "1.1.1",
                             { { (char *) "hitsata", NULL, NULL } },
                             { { NULL } } };
  g_autoptr (LuotainEscoLink) link = luotain_esco_link_new (competence, &weld);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      luotain_history_do (f->history, "Link to ESCO", luotain_esco_link_run, link, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_identifiers (f), ==, 1);
      g_free (link->choice->version);
      link->choice->version = g_strdup ("1.2.0");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/profile/add", test_add);
  add ("/profile/spread", test_spread);
  add ("/profile/move", test_move);
  add ("/profile/unfinished", test_unfinished);
  add ("/profile/job-title", test_job_title);
  add ("/profile/identifier", test_identifier);
  add ("/profile/place", test_place);
  add ("/profile/completion", test_completion);
  add ("/profile/concept", test_concept);
  add ("/profile/link", test_link);

  return g_test_run ();
}
