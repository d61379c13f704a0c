#include "luotain-coverage-edit.h"
#include "luotain-coverage-query.h"
#include "luotain-fixture.h"
#include "luotain-profile-edit.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* Role levels that every workbook has. */
#define EXECUTIVE 101
#define EXPERT 103

/* Two scenarios of a sector, three needs, a school. */
typedef struct
{
  gint64 sector;
  gint64 stable, blue; /* scenarios */
  gint64 digital, digital_blue; /* entries of one row: all scenarios need it */
  gint64 boss; /* the same competence at another level: a bet */
  gint64 hulls; /* a bet */
  gint64 school;
} Case;

static gint64
need (Fixture *f, gint64 scenario, gint64 level, const char *name)
{
  g_autoptr (LuotainProfileAdd) entry = luotain_profile_add_new (0, scenario, level, NULL, name);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  luotain_history_do (f->history, "Add Competence", luotain_profile_add_run, entry, (gpointer *) &entries,
                      &error);
  g_assert_no_error (error);
  return g_array_index (entries, gint64, 0);
}

static gint64
scenario (Fixture *f, const char *title, gint64 sector)
{
  const gint64 id = fixture_add (f, &luotain_scenario_type, title, 0);

  fixture_link (f, id, "sector", sector);
  return id;
}

static Case
make_case (Fixture *f)
{
  Case c = { .sector = fixture_add (f, &luotain_sector_type, "Meriklusteri", 0) };

  c.stable = scenario (f, "Vakaa", c.sector);
  c.blue = scenario (f, "Blue Hub", c.sector);
  c.digital = need (f, c.stable, EXPERT, "Digiosaaminen");
  c.digital_blue = need (f, c.blue, EXPERT, "Digiosaaminen");
  c.boss = need (f, c.stable, EXECUTIVE, "Digiosaaminen");
  c.hulls = need (f, c.blue, EXPERT, "Hydrodynamiikka");
  c.school = fixture_add (f, &luotain_organisation_type, "Merikoulu", 0);
  return c;
}

static LuotainCoverageSheet *
load (Fixture *f, gint64 sector, gint64 organisation)
{
  LuotainCoverageQuery query = {
    .sector = sector, .organisation = organisation, .language = LUOTAIN_FI, .today = "2026-11-22"
  };
  g_autoptr (GError) error = NULL;
  gpointer sheet = NULL;

  luotain_store_read (f->store, luotain_coverage_query_run, &query, &sheet, &error);
  g_assert_no_error (error);
  return sheet;
}

static const LuotainCoverageRow *
row_of (const LuotainCoverageSheet *sheet, gint64 id)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (luotain_coverage_row_holds (sheet->rows->pdata[i], id))
      return sheet->rows->pdata[i];

  return NULL;
}

static const LuotainCoverageView *
view_of (const LuotainCoverageSheet *sheet, gint64 id, guint organisation)
{
  const LuotainCoverageRow *row = row_of (sheet, id);

  g_assert_nonnull (row);
  return row->views->pdata[organisation];
}

static LuotainCoverageStatus
part_of (const LuotainCoverageView *view, guint place)
{
  return g_array_index (view->parts, LuotainCoveragePart, place).status;
}

static void
say (Fixture *f, gint64 organisation, gint64 entry, gboolean apart, const char *field, const char *text)
{
  g_autoptr (LuotainCoverageEdit) edit = luotain_coverage_edit_new (organisation, entry, apart, field, text);
  g_autoptr (GError) error = NULL;

  luotain_history_do (f->history, "Judge", luotain_coverage_edit_run, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
say_status (Fixture *f, gint64 organisation, gint64 entry, const char *status)
{
  say (f, organisation, entry, FALSE, "status", status);
}

static gint64
teach (Fixture *f, gint64 organisation, gint64 entry, gint64 unit, const char *title, int expected_code)
{
  g_autoptr (LuotainCoverageTeach) edit = luotain_coverage_teach_new (organisation, entry, unit, title);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  luotain_history_do (f->history, "Teach", luotain_coverage_teach_run, edit, (gpointer *) &id, &error);
  if (expected_code >= 0)
    {
      g_assert_error (error, LUOTAIN_STORE_ERROR, expected_code);
      return 0;
    }
  g_assert_no_error (error);
  return *id;
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  luotain_history_undo (f->history, NULL, &error);
  g_assert_no_error (error);
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  g_autoptr (LuotainCoverageSheet) sheet = load (f, c.sector, 0);
  const LuotainCoverageRow *digital = row_of (sheet, c.digital);
  const LuotainCoverageOrganisation *school = sheet->organisations->pdata[0];

  g_assert_cmpuint (sheet->rows->len, ==, 3);
  g_assert_true (digital == row_of (sheet, c.digital_blue));
  g_assert_true (digital == sheet->rows->pdata[0]);
  g_assert_cmpuint (digital->n_scenarios, ==, 2);
  g_assert_cmpuint (digital->n_columns, ==, 2);
  g_assert_cmpint (digital->kind, ==, LUOTAIN_ROBUSTNESS_ROBUST);
  g_assert_cmpstr (digital->title, ==, "Digiosaaminen");
  g_assert_cmpint (digital->level, ==, EXPERT);
  g_assert_nonnull (digital->level_title);
  g_assert_cmpint (row_of (sheet, c.boss)->kind, ==, LUOTAIN_ROBUSTNESS_BET);

  g_assert_cmpuint (sheet->organisations->len, ==, 1);
  g_assert_cmpuint (school->n_rows[LUOTAIN_COVERAGE_NOT_LOOKED_AT], ==, 3);
  g_assert_cmpuint (school->n_needed, ==, 0);
}

static void
test_one_judgement (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  g_autoptr (LuotainCoverageSheet) sheet = NULL;
  const LuotainCoverageView *view;

  /* Said once, it stands for both entries, and only for them. */
  say_status (f, c.school, c.digital_blue, "partly");
  g_assert_cmpuint (fixture_count (f, &luotain_coverage_type), ==, 2);
  sheet = load (f, c.sector, 0);
  view = view_of (sheet, c.digital, 0);
  g_assert_cmpint (view->status, ==, LUOTAIN_COVERAGE_PARTLY);
  g_assert_false (view->differs);
  g_assert_cmpint (view_of (sheet, c.boss, 0)->status, ==, LUOTAIN_COVERAGE_NOT_LOOKED_AT);
  g_assert_cmpuint (((LuotainCoverageOrganisation *) sheet->organisations->pdata[0])->n_needed, ==, 1);
  g_clear_pointer (&sheet, luotain_coverage_sheet_free);

  /* One step took it back; another to the state where nothing is said. */
  say_status (f, c.school, c.digital, "covered");
  undo (f);
  sheet = load (f, c.sector, 0);
  g_assert_cmpint (view_of (sheet, c.digital, 0)->status, ==, LUOTAIN_COVERAGE_PARTLY);
  undo (f);
  g_assert_cmpuint (fixture_count (f, &luotain_coverage_type), ==, 0);
}

static void
test_texts (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  g_autoptr (LuotainCoverageSheet) sheet = NULL;
  const LuotainCoverageView *view;

  say (f, c.school, c.digital, FALSE, "decision", "Uusi opintojakso");
  say (f, c.school, c.digital, FALSE, "carrier", "Konetekniikan tiimi");
  say (f, c.school, c.digital, FALSE, "due_on", "2026-10");
  say_status (f, c.school, c.digital, "not-at-all");
  sheet = load (f, c.sector, c.school);
  view = view_of (sheet, c.digital_blue, 0);
  g_assert_cmpstr (view->decision, ==, "Uusi opintojakso");
  g_assert_cmpstr (view->carrier, ==, "Konetekniikan tiimi");
  g_assert_true (view->overdue);
  g_assert_cmpuint (((LuotainCoverageOrganisation *) sheet->organisations->pdata[0])->n_overdue, ==, 1);
  g_clear_pointer (&sheet, luotain_coverage_sheet_free);

  /* What is covered is late no more. */
  say_status (f, c.school, c.digital, "covered");
  sheet = load (f, c.sector, c.school);
  g_assert_false (view_of (sheet, c.digital, 0)->overdue);

  /* A record stays as long as anything stands in it. */
  say_status (f, c.school, c.digital, NULL);
  say (f, c.school, c.digital, FALSE, "decision", NULL);
  say (f, c.school, c.digital, FALSE, "carrier", "");
  g_assert_cmpuint (fixture_count (f, &luotain_coverage_type), ==, 2);
  say (f, c.school, c.digital, FALSE, "due_on", NULL);
  g_assert_cmpuint (fixture_count (f, &luotain_coverage_type), ==, 0);
}

static void
test_apart (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  g_autoptr (LuotainCoverageSheet) sheet = NULL;
  const LuotainCoverageView *view;

  say_status (f, c.school, c.digital, "covered");
  say (f, c.school, c.digital, FALSE, "carrier", "Tiimi");
  say (f, c.school, c.digital_blue, TRUE, "status", "not-at-all");
  sheet = load (f, c.sector, 0);
  view = view_of (sheet, c.digital, 0);

  /* The weakest word counts. */
  g_assert_true (view->differs);
  g_assert_cmpint (view->status, ==, LUOTAIN_COVERAGE_NOT_AT_ALL);
  g_assert_cmpint (part_of (view, 0), ==, LUOTAIN_COVERAGE_COVERED);
  g_assert_cmpint (part_of (view, 1), ==, LUOTAIN_COVERAGE_NOT_AT_ALL);
  g_clear_pointer (&sheet, luotain_coverage_sheet_free);

  /* What is said of all is said of that one too. */
  say_status (f, c.school, c.digital, "partly");
  sheet = load (f, c.sector, 0);
  g_assert_false (view_of (sheet, c.digital, 0)->differs);
  g_assert_cmpint (part_of (view_of (sheet, c.digital, 0), 1), ==, LUOTAIN_COVERAGE_PARTLY);
}

static void
test_later_scenario (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  const gint64 laser = scenario (f, "Taivaan laser", c.sector);
  g_autoptr (LuotainCoverageSheet) sheet = NULL;
  gint64 later;

  say_status (f, c.school, c.digital, "covered");
  teach (f, c.school, c.digital, 0, "Automaatio", -1);
  later = need (f, laser, EXPERT, "Digiosaaminen");
  sheet = load (f, c.sector, 0);
  g_assert_cmpuint (row_of (sheet, later)->entries->len, ==, 3);
  g_assert_cmpint (part_of (view_of (sheet, later, 0), 2), ==, LUOTAIN_COVERAGE_COVERED);
  g_assert_false (view_of (sheet, later, 0)->differs);
  g_clear_pointer (&sheet, luotain_coverage_sheet_free);

  /* With the next word it gets a record like the others'. */
  say (f, c.school, later, FALSE, "carrier", "Tiimi");
  g_assert_cmpuint (fixture_count (f, &luotain_coverage_type), ==, 3);

  /* A scenario goes; what was said of the competence stays. */
  fixture_delete (f, c.digital);
  fixture_delete (f, c.digital_blue);
  sheet = load (f, c.sector, 0);
  g_assert_cmpint (view_of (sheet, later, 0)->status, ==, LUOTAIN_COVERAGE_COVERED);
  g_assert_cmpuint (view_of (sheet, later, 0)->units->len, ==, 1);
}

static gboolean
covers_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, *(gint64 *) data, FALSE, error);

  *result = GUINT_TO_POINTER (links->len);
  return links != NULL;
}

/* How many links lead from a unit. */
static guint
n_covers (Fixture *f, gint64 unit)
{
  gpointer n = NULL;
  g_autoptr (GError) error = NULL;

  luotain_store_read (f->store, covers_job, &unit, &n, &error);
  g_assert_no_error (error);
  return GPOINTER_TO_UINT (n);
}

static void
leave (Fixture *f, gint64 organisation, gint64 entry, gint64 unit)
{
  LuotainCoverageTeach edit = { .organisation = organisation, .entry = entry, .unit = unit, .leave = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  luotain_history_do (f->history, "Leave", luotain_coverage_teach_run, &edit, (gpointer *) &id, &error);
  g_assert_no_error (error);
}

static void
test_units (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  const gint64 other = fixture_add (f, &luotain_organisation_type, "Toinen koulu", 0);
  const gint64 unit = teach (f, c.school, c.digital, 0, "Automaatio", -1);
  g_autoptr (LuotainCoverageSheet) sheet = load (f, c.sector, c.school);

  g_assert_cmpuint (view_of (sheet, c.digital_blue, 0)->units->len, ==, 1);
  g_assert_cmpint (view_of (sheet, c.digital_blue, 0)->status, ==, LUOTAIN_COVERAGE_NOT_LOOKED_AT);
  g_assert_cmpuint (n_covers (f, unit), ==, 1);

  /* The name is that unit; another school's it is not. */
  g_assert_cmpint (teach (f, c.school, c.boss, 0, "AUTOMAATIO", -1), ==, unit);
  g_assert_cmpint (teach (f, other, c.boss, 0, "Automaatio", -1), !=, unit);
  teach (f, other, c.boss, unit, NULL, LUOTAIN_STORE_ERROR_INVALID);
  teach (f, other, c.boss, 0, "  ", LUOTAIN_STORE_ERROR_INVALID);

  /* It covers the competence until the last record that says so is gone. */
  leave (f, c.school, c.digital, unit);
  g_assert_cmpuint (n_covers (f, unit), ==, 1);
  leave (f, c.school, c.boss, unit);
  g_assert_cmpuint (n_covers (f, unit), ==, 0);
  undo (f);
  g_assert_cmpuint (n_covers (f, unit), ==, 1);
}

static gboolean
is_foreign (Fixture *f, gint64 organisation, gint64 unit)
{
  g_autoptr (GArray) units = NULL;
  g_autoptr (GError) error = NULL;
  gboolean foreign = FALSE;

  luotain_store_read (f->store, luotain_coverage_foreign_units_run, &organisation, (gpointer *) &units,
                      &error);
  g_assert_no_error (error);
  for (guint i = 0; i < units->len; i++)
    foreign |= g_array_index (units, gint64, i) == unit;
  return foreign;
}

/* An agency publishes qualifications and judges nothing: every school teaches in its units. */
static void
test_national (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  const gint64 agency = fixture_add (f, &luotain_organisation_type, "Opetushallitus", 0);
  const gint64 national = fixture_add (f, &luotain_curriculum_unit_type, "Konehuone", agency);
  const gint64 own = teach (f, c.school, c.digital, 0, "Automaatio", -1);
  g_autoptr (LuotainCoverageSheet) sheet = NULL;

  g_assert_false (is_foreign (f, c.school, national));
  g_assert_false (is_foreign (f, c.school, own));
  g_assert_true (is_foreign (f, agency, own));
  g_assert_cmpint (teach (f, c.school, c.digital, national, NULL, -1), ==, national);
  sheet = load (f, c.sector, c.school);
  g_assert_cmpuint (view_of (sheet, c.digital_blue, 0)->units->len, ==, 2);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  const gint64 law = need (f, c.stable, EXPERT, "Normit");
  const gint64 ships = need (f, c.stable, EXPERT, "Alukset");
  const gint64 other = fixture_add (f, &luotain_organisation_type, "Toinen koulu", 0);
  g_autoptr (LuotainCoverageSheet) sheet = NULL;

  need (f, c.blue, EXPERT, "Normit");
  need (f, c.blue, EXPERT, "Alukset");
  say_status (f, c.school, c.digital, "covered");
  say_status (f, c.school, c.hulls, "not-at-all");
  say_status (f, c.school, law, "not-at-all");
  sheet = load (f, c.sector, c.school);

  /* Needed in all and not covered, not looked at, covered; then the bets, however they are covered. */
  g_assert_true (sheet->rows->pdata[0] == row_of (sheet, law));
  g_assert_true (sheet->rows->pdata[1] == row_of (sheet, ships));
  g_assert_true (sheet->rows->pdata[2] == row_of (sheet, c.digital));
  g_assert_true (sheet->rows->pdata[3] == row_of (sheet, c.hulls));
  g_clear_pointer (&sheet, luotain_coverage_sheet_free);

  /* Beside each other the weakest word puts the rows in order. */
  say_status (f, other, c.digital, "not-at-all");
  sheet = load (f, c.sector, 0);
  g_assert_cmpuint (sheet->organisations->len, ==, 2);
  g_assert_cmpint (luotain_coverage_row_status (row_of (sheet, c.digital)), ==, LUOTAIN_COVERAGE_NOT_AT_ALL);
  g_assert_true (sheet->rows->pdata[0] == row_of (sheet, c.digital));
}

static void
test_sectors (Fixture *f, gconstpointer data)
{
  const Case c = make_case (f);
  const gint64 sector = fixture_add (f, &luotain_sector_type, "Rakentaminen", 0);
  const gint64 concrete = scenario (f, "Betoni", sector);
  const gint64 digital = need (f, concrete, EXPERT, "Digiosaaminen");
  g_autoptr (LuotainCoverageSheet) sheet = load (f, 0, 0);

  /* A row a sector; what is said of one is not said of the other. */
  g_assert_cmpuint (sheet->rows->len, ==, 4);
  g_assert_cmpuint (row_of (sheet, digital)->n_columns, ==, 1);
  g_assert_cmpuint (row_of (sheet, c.digital)->n_columns, ==, 2);
  say_status (f, c.school, digital, "covered");
  g_clear_pointer (&sheet, luotain_coverage_sheet_free);
  sheet = load (f, 0, 0);
  g_assert_cmpint (view_of (sheet, digital, 0)->status, ==, LUOTAIN_COVERAGE_COVERED);
  g_assert_cmpint (view_of (sheet, c.digital, 0)->status, ==, LUOTAIN_COVERAGE_NOT_LOOKED_AT);
}

static void
test_dates (void)
{
  g_assert_false (luotain_coverage_is_overdue (NULL, "2026-11-22"));
  g_assert_false (luotain_coverage_is_overdue ("2026-11-22", "2026-11-22"));
  g_assert_true (luotain_coverage_is_overdue ("2026-11-21", "2026-11-22"));
  g_assert_false (luotain_coverage_is_overdue ("2026-11", "2026-11-22"));
  g_assert_true (luotain_coverage_is_overdue ("2026-10", "2026-11-22"));
  g_assert_false (luotain_coverage_is_overdue ("2026", "2026-11-22"));
  g_assert_true (luotain_coverage_is_overdue ("2025", "2026-11-22"));
}

static void
test_organisation (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *first = NULL;
  g_autofree gint64 *same = NULL;

  luotain_history_do (f->history, "Add", luotain_coverage_organisation_run, (gpointer) " Merikoulu ",
                      (gpointer *) &first, &error);
  g_assert_no_error (error);
  luotain_history_do (f->history, "Add", luotain_coverage_organisation_run, (gpointer) "merikoulu",
                      (gpointer *) &same, &error);
  g_assert_no_error (error);
  g_assert_cmpint (*first, ==, *same);
  g_assert_cmpuint (fixture_count (f, &luotain_organisation_type), ==, 1);
  g_assert_false (luotain_history_do (f->history, "Add", luotain_coverage_organisation_run, (gpointer) " ",
                                      NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/coverage/rows", test_rows);
  add ("/coverage/one-judgement", test_one_judgement);
  add ("/coverage/texts", test_texts);
  add ("/coverage/apart", test_apart);
  add ("/coverage/later-scenario", test_later_scenario);
  add ("/coverage/units", test_units);
  add ("/coverage/national", test_national);
  add ("/coverage/order", test_order);
  add ("/coverage/sectors", test_sectors);
  g_test_add_func ("/coverage/dates", test_dates);
  add ("/coverage/organisation", test_organisation);
  return g_test_run ();
}
