/* Models of ScenarioWizard and matrices as tables: what is read, written, taken into a workbook, and refused. */
#include "luotain-exchange-fixture.h"
#include "luotain-matrix-csv.h"
#include "luotain-matrix.h"
#include "luotain-scw-export.h"
#include "luotain-scw-import.h"
#include "luotain-scw.h"
#include "luotain-solutions.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

#define SMALL \
  "$ ScenarioWizard 4.0\nKoe.scw\n&A\n -a1\n -a2\n&B\n -b1\n -b2\n -b3\n" \
  "#\n&\n \n \n&\n \n \n \n#\n#\nFFFFFF\nFF00\nFFFFFF\nFFFFFF\nFFFFFF\n#\n#\n" \
  " 0 , 0 , 1 ,-1 , 0 \n 0 , 0 ,-2 , 2 , 0 \n 0 , 0 , 0 , 0 , 0 \n 3 ,-3 , 0 , 0 , 0 \n 0 , 0 , 0 , 0 , 0 \n#\n"

static char *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "cib", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static LuotainScw *
read_scw (const char *text)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  LuotainScw *scw = luotain_scw_read (text, strlen (text), "in.scw", faults);
  g_autofree char *said = luotain_faults_to_string (faults);

  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (scw);
  return scw;
}

static LuotainScw *
read_csv (const char *text)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  LuotainScw *scw = luotain_matrix_csv_read (text, strlen (text), "in.csv", "in", faults);
  g_autofree char *said = luotain_faults_to_string (faults);

  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (scw);
  return scw;
}

static void
assert_writes (const LuotainScw *scw, const char *expected)
{
  gsize length = 0;
  g_autofree char *bytes = luotain_scw_write (scw, &length);

  g_assert_cmpmem (bytes, length, expected, strlen (expected));
}

/* Every occurrence of @from. */
static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static void
test_global (void)
{
  g_autofree char *text = read_data ("CIB_global.scw");
  g_autofree char *windows = replace (text, "\n", "\r\n");
  g_autoptr (LuotainScw) scw = read_scw (text);
  g_autoptr (LuotainScw) from_windows = read_scw (windows);

  g_assert_cmpstr (scw->title, ==, "CIB_global.scw");
  g_assert_cmpuint (scw->cross_impact->n_variables, ==, 3);
  g_assert_cmpuint (scw->cross_impact->states[2], ==, 4);
  g_assert_cmpstr (luotain_scw_get_variable (scw, 1)->name, ==, "WSEC");
  g_assert_cmpstr (luotain_scw_get_state (scw, 2, 3)->name, ==, "RpdGr");
  g_assert_cmpint (luotain_cross_impact_get (scw->cross_impact, 0, 1, 2, 3), ==, -5);
  g_assert_cmpint (luotain_cross_impact_get (scw->cross_impact, 2, 3, 0, 1), ==, -6);
  g_assert_true (luotain_scw_has_all_texts (scw));
  g_assert_cmpstr (luotain_scw_text_of_block (scw, 2, 2), ==, "");

  assert_writes (scw, text);
  assert_writes (from_windows, windows);
}

/* What real files hold beyond names and numbers comes out as it came in. */
static void
test_everything_kept (void)
{
  static const char text[] =
      "$ ScenarioWizard 4.0\r\nToisen nimi.scw\r\n&V\xe4h\xe4isyys\r\n -Niukka\r\n -\r\n&\r\n - \r\n"
      "#\r\n& muistio\r\n eka\r\n \r\n&\r\n toka & kolmas\r\n#\r\nouto rivi\r\n#\r\nFFFFFF\r\n80FF\r\nC0C0FF\r\n"
      "#\r\n#\r\n 0 , 0 , 3 \r\n 0 , 0 ,-10 \r\n-1 , 1 , 0 \r\n#\r\n"
      "# 0-0\r\n\"Mallista \x80\"\r\n# \r\n\"\"\r\n# \r\n\"sanoi \"n\xe4in\" ja\r\n\r\n# ei p\xe4\xe4ty\r\nvasta t\xe4h\xe4n\"\r\n"
      "#  -> \r\n\"\"\r\n#  -> \r\n\"Koska niin\"\r\n#  -> \r\n\"\"\r\n#  -> \r\n\"\"\r\n#\r\n#\r\n";
  g_autoptr (LuotainScw) scw = read_scw (text);
  g_autofree char *nameless = luotain_scw_name_state (scw, 0, 1);
  g_autofree char *numbered = luotain_scw_name_variable (scw, 1);

  g_assert_true (scw->crlf);
  g_assert_true (scw->latin);
  g_assert_cmpstr (luotain_scw_get_variable (scw, 0)->name, ==, "Vähäisyys");
  g_assert_cmpstr (luotain_scw_get_state (scw, 1, 0)->note, ==, "toka & kolmas");
  g_assert_cmpstr (luotain_scw_get_state (scw, 0, 1)->colour, ==, "80FF");
  g_assert_cmpstr (luotain_scw_text_of_model (scw), ==, "Mallista €");
  g_assert_cmpstr (luotain_scw_text_of_variable (scw, 1), ==, "sanoi \"näin\" ja\n\n# ei pääty\nvasta tähän");
  g_assert_cmpstr (luotain_scw_text_of_block (scw, 0, 1), ==, "Koska niin");
  g_assert_cmpstr (nameless, ==, "B");
  g_assert_cmpstr (numbered, ==, "2");
  assert_writes (scw, text);
}

/* In UTF-8, and as other programs write it: no notes, no colours, no texts. */
static void
test_plain (void)
{
  static const char text[] =
      "$ ScenarioWizard 4.0\nKoe\n&Sää\n -Hyvä\n -Huono\n&B\n -b\n#\n#\n#\n#\n#\n0,0,1\n0,0,-1\n0,0,0\n";
  g_autoptr (LuotainScw) scw = read_scw (text);
  gsize length = 0;
  g_autofree char *bytes = luotain_scw_write (scw, &length);
  g_autoptr (LuotainScw) again = read_scw (bytes);

  g_assert_false (scw->latin);
  g_assert_false (scw->has_colours);
  g_assert_false (luotain_scw_has_all_texts (scw));
  g_assert_null (luotain_scw_text_of_model (scw));
  g_assert_cmpint (luotain_cross_impact_get (again->cross_impact, 0, 1, 1, 0), ==, -1);
  assert_writes (again, bytes);
}

typedef struct
{
  const char *from; /* what to replace in SMALL */
  const char *to;
  const char *said; /* how the message begins, line included */
} Malformed;

static void
test_malformed (void)
{
  static const Malformed cases[] = {
    { SMALL, "", "in.scw:1: This is no model" },
    { "$ ScenarioWizard 4.0", "$ Other", "in.scw:1: This is no model" },
    { "Koe.scw", "Solution set", "in.scw:2: This is a solution set" },
    { "Koe.scw\n", "", "in.scw:2: Here should stand the title" },
    { "&A\n -a1\n -a2\n&B\n -b1\n -b2\n -b3\n", "", "in.scw:3: The model has no variables" },
    { "&A\n -a1", " -a1", "in.scw:3: A state stands before" },
    { " -a1\n -a2\n", "", "in.scw:3: The variable “A” has no states" },
    { " -a2", "a2", "in.scw:5: Here should stand a variable" },
    { "#\n&\n \n \n&", "#\n&\n \n&", "in.scw:13: Here should stand the note of the state “a2”" },
    { "&\n \n \n \n#", "&\n \n \n \n \n#", "in.scw:18: There are more notes" },
    { "FF00", "punainen", "in.scw:21: Here should stand a colour" },
    { "FF00\n", "", "in.scw:24: There are 4 colours and 5 states" },
    { "FF00", "FF00\nFF00", "in.scw:25: There are more colours" },
    { " 0 , 0 , 1 ,-1 , 0 ", " 0 , 0 , 1 ,-1 ", "in.scw:27: The row has fewer than 5" },
    { " 0 , 0 , 1 ,-1 , 0 ", " 0 , 0 , 1 ,-1 , 0 , 0 ", "in.scw:27: The row has more than 5" },
    { ",-2 ,", ",2.5 ,", "in.scw:28: Number 3 of the row is “2.5”: no whole number" },
    { ",-2 ,", ", ,", "in.scw:28: Number 3 of the row is “”: no whole number" },
    { ",-2 ,", ",99999999999999999999,", "in.scw:28: Number 3 of the row must lie between" },
    { ",-2 ,", ",-99999999999999999999,", "in.scw:28: Number 3 of the row must lie between" },
    { " 0 , 0 , 1 ,", " 0 , 1 , 1 ,", "in.scw:27: Number 2 of the row judges a variable on itself" },
    { " 3 ,-3 , 0 , 0 , 0 \n", "", "in.scw:31: The matrix has 4 rows; there should be 5" },
    { " 3 ,-3 , 0 , 0 , 0 \n", " 3 ,-3 , 0 , 0 , 0 \n 3 ,-3 , 0 , 0 , 0 \n",
      "in.scw:32: The matrix has more than 5" },
    { " 0 , 0 , 0 , 0 , 0 \n#\n", " 0 , 0 , 0 , 0 , 0 \n#\n# 0-0\n\"auki\n",
      "in.scw:34: The text that begins here" },
    { " 0 , 0 , 0 , 0 , 0 \n#\n", " 0 , 0 , 0 , 0 , 0 \n#\nmuuta\n", "in.scw:33: Behind the matrix" },
    { "#\n#\n 0 , 0 , 1", "", "in.scw:25: There are more colours" },
    { "Koe", "K\x01oe", "in.scw:2: A control character (U+0001)" },
    { "Koe", "K\x81oe", "in.scw:2: A control character (U+0081)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LuotainFaults) faults = luotain_faults_new ();
      g_autofree char *text = replace (SMALL, cases[i].from, cases[i].to);
      g_autofree char *said = NULL;

      g_assert_null (luotain_scw_read (text, strlen (text), "in.scw", faults));
      said = luotain_faults_to_string (faults);
      if (!g_str_has_prefix (said, cases[i].said))
        {
          g_test_message ("case %u: “%s” instead of “%s”", i, said, cases[i].said);
          g_test_fail ();
        }
    }
}

static void
test_every_fault (void)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autofree char *one = replace (SMALL, ",-2 ,", ",x,");
  g_autofree char *two = replace (one, " 3 ,-3 ,", "3,y,");

  g_assert_null (luotain_scw_read (two, strlen (two), "in.scw", faults));
  g_assert_cmpuint (luotain_faults_get_count (faults), ==, 2);
  g_assert_cmpint (luotain_faults_get (faults, 0)->line, ==, 28);
  g_assert_cmpint (luotain_faults_get (faults, 1)->line, ==, 30);
}

static gsize
count_consistent (const LuotainCrossImpact *matrix, int ic)
{
  const LuotainConsistentOptions options = { .ic = ic };
  g_autoptr (LuotainConsistentSet) found = luotain_consistent_find (matrix, &options, NULL, NULL, NULL);

  g_assert_cmpint (found->end, ==, LUOTAIN_END_COMPLETE);
  return found->n;
}

static void
test_somewhereland (void)
{
  g_autofree char *text = read_data ("SomewhereLand.csv");
  g_autofree char *semicolons = replace (text, ",", ";");
  g_autofree char *tabs = replace (text, ",", "\t");
  g_autofree char *quoted = replace (text, "A1", "\"A1\"");
  const char *forms[] = { text, semicolons, tabs, quoted };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (LuotainScw) scw = read_csv (forms[i]);
      g_autofree char *combinations = luotain_cross_impact_n_combinations_string (scw->cross_impact);

      g_assert_cmpuint (scw->variables->len, ==, 6);
      g_assert_cmpstr (luotain_scw_get_variable (scw, 3)->name, ==, "D");
      g_assert_cmpstr (luotain_scw_get_state (scw, 3, 1)->name, ==, "D2");
      g_assert_cmpstr (combinations, ==, "486");
      g_assert_cmpuint (count_consistent (scw->cross_impact, 0), ==, 10);
      g_assert_cmpuint (count_consistent (scw->cross_impact, 1), ==, 15);
      g_assert_cmpuint (count_consistent (scw->cross_impact, 2), ==, 32);
    }
}

static void
test_named_csv (void)
{
  g_autoptr (LuotainScw) scw = read_csv ("Meri;Hinta: halpa;Hinta: kallis;\"Sää: \"\"hyvä\"\"; ja tyyni\"\r\n"
                                         "Hinta: halpa;;;3\r\nHinta: kallis;;;-3\r\n"
                                         "\"Sää: \"\"hyvä\"\"; ja tyyni\";1;-1;0\r\n\r\n");

  g_assert_cmpstr (scw->title, ==, "Meri");
  g_assert_cmpuint (scw->variables->len, ==, 2);
  g_assert_cmpstr (luotain_scw_get_variable (scw, 0)->name, ==, "Hinta");
  g_assert_cmpstr (luotain_scw_get_state (scw, 0, 1)->name, ==, "kallis");
  g_assert_cmpstr (luotain_scw_get_state (scw, 1, 0)->name, ==, "\"hyvä\"; ja tyyni");
  g_assert_cmpint (luotain_cross_impact_get (scw->cross_impact, 0, 1, 1, 0), ==, -3);
}

static void
test_malformed_csv (void)
{
  static const Malformed cases[] = {
    { NULL, "", "in.csv: The file is empty" },
    { NULL, "yksi\n", "in.csv:1: Here should stand the names" },
    { NULL, ",A1,A2\nA1,0,0\n", "in.csv:2: The matrix has 1 rows" },
    { NULL, ",A1,A2\nA1,0,0\nA2,0,0\nA3,0,0\n", "in.csv:4: The matrix has more than 2" },
    { NULL, ",A1,B1\nA1,0,0\nA2,0,0\n", "in.csv:3: Here should stand the row of “B1”" },
    { NULL, ",A1,B1\nA1,0,1.5\nB1,0,0\n", "in.csv:2: Number 2 of the row is “1.5”" },
    { NULL, ",A1,B1\nA1,0,1,5\nB1,0,0\n", "in.csv:2: The row has more than 2" },
    { NULL, ",A1,B1\nA1,0\nB1,0,0\n", "in.csv:2: The row has fewer than 2" },
    { NULL, ",A1,B1\nA1,4,0\nB1,0,0\n", "in.csv:2: Number 1 of the row judges a variable on itself" },
    { NULL, ",A1,B1\nA1,0,1001\nB1,0,0\n", "in.csv:2: Number 2 of the row must lie" },
    { NULL, ",A1,B1,A2\n", "in.csv:1: “A2” stands apart" },
    { NULL, ",A1,A1\nA1,0,0\nA1,0,0\n", "in.csv:1: There are two states called “A1”" },
    { NULL, ",hyvä,huono\n", "in.csv:1: “hyvä” does not tell its variable" },
    { NULL, ",12,13\n", "in.csv:1: “12” does not tell its variable" },
    { NULL, ",A1,\"B1\nA1,0,0\n", "in.csv:1: A quotation mark is not closed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LuotainFaults) faults = luotain_faults_new ();
      g_autofree char *said = NULL;

      g_assert_null (luotain_matrix_csv_read (cases[i].to, strlen (cases[i].to), "in.csv", "in", faults));
      said = luotain_faults_to_string (faults);
      if (!g_str_has_prefix (said, cases[i].said))
        {
          g_test_message ("case %u: “%s” instead of “%s”", i, said, cases[i].said);
          g_test_fail ();
        }
    }
}

/* ---- solutions ---- */

/* What the comparison says of a solution set of the global model; NULL where all agrees. */
static char *
compare (const char *text, guint *n_agree)
{
  g_autofree char *model = read_data ("CIB_global.scw");
  g_autoptr (LuotainScw) scw = read_scw (model);
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (LuotainSolutions) solutions = luotain_solutions_read (text, strlen (text), "in.sl",
                                                                   scw->cross_impact, faults);
  g_autoptr (LuotainConsistentSet) found = luotain_consistent_find (scw->cross_impact, NULL, NULL, NULL,
                                                                    NULL);
  g_autoptr (LuotainAttractorSet) weights = luotain_succession_weigh (scw->cross_impact, NULL, NULL, NULL,
                                                                      NULL);

  *n_agree = 0;
  if (solutions != NULL)
    *n_agree = luotain_solutions_compare (solutions, "in.sl", scw->cross_impact, found, weights, faults);

  return luotain_faults_get_count (faults) == 0 ? NULL : luotain_faults_to_string (faults);
}

static void
test_solutions (void)
{
  g_autofree char *text = read_data ("CIB_global.sl");
  g_autofree char *windows = replace (text, "\n", "\r\n");
  guint n_agree = 0;

  g_assert_null (compare (text, &n_agree));
  g_assert_cmpuint (n_agree, ==, 4);
  g_assert_null (compare (windows, &n_agree));
  g_assert_cmpuint (n_agree, ==, 4);
}

static void
test_solutions_disagree (void)
{
  static const Malformed cases[] = {
    { "\" 2 3 2\"", "\" 2 3 1\"", "in.sl:5: The scenario is not consistent" },
    { ",12,1,0,12,", ",12,0,0,12,", "in.sl:6: The consistency value is 0 in the file and 1" },
    { ",0,0,15,", ",0,0,16,", "in.sl:5: The total impact score is 16 in the file and 15" },
    { "\",4,0", "\",5,0", "in.sl:5: The weight is 5 in the file and 4" },
    { " 4 \n", " 5 \n", "in.sl:3: The file says that it holds 5" },
    { "\" 1 2 3\",2,0,0,8,\"\"\n", "", "in.sl:3: The file says" },
    { " 1 2 3", " 2 3 2", "in.sl:8: The scenario stands twice" },
    { "Solution set", "Jotain", "in.sl:2: Here should stand “Solution set”" },
    { "$ ScenarioWizard", "$", "in.sl:1: This is no solution set" },
    { " 4 \n", "neljä\n", "in.sl:3: Here should stand the number" },
    { " 2 3 2", " 2 3", "in.sl:5: The solution has 2 states" },
    { " 2 3 2", " 2 3 2 1", "in.sl:5: The solution has more states" },
    { " 2 3 2", " 2 4 2", "in.sl:5: State 4 of variable 2" },
    { " 2 3 2", " 0 3 2", "in.sl:5: State 0 of variable 1" },
    { "\",4,0", "\",nan,0", "in.sl:5: The weight “nan”" },
    { "\",4,0", "\",4,x", "in.sl:5: Consistency value and total" },
    { "\" 2 3 2\"", "2 3 2", "in.sl:5: Here should stand a solution" },
  };
  g_autofree char *text = read_data ("CIB_global.sl");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *changed = replace (text, cases[i].from, cases[i].to);
      guint n_agree = 0;
      g_autofree char *said = compare (changed, &n_agree);

      if (said == NULL || !g_str_has_prefix (said, cases[i].said))
        {
          g_test_message ("case %u: “%s” instead of “%s”", i, said, cases[i].said);
          g_test_fail ();
        }
    }
}

/* Weights of 0 were not computed, those from 2²⁴ on do not count: neither disagrees. */
static void
test_no_weights (void)
{
  g_autofree char *text = read_data ("CIB_global.sl");
  g_autofree char *none = replace (text, "\",4,0", "\",0,0");
  g_autofree char *saturated = replace (none, "\",12,1", "\",1.677722E+07,1");
  guint n_agree = 0;

  g_assert_null (compare (saturated, &n_agree));
  g_assert_cmpuint (n_agree, ==, 4);
}

/* ---- in and out of a workbook ---- */

static LuotainImportSummary *
take_in (Fixture *f, const LuotainScw *scw, gint64 sector)
{
  LuotainScwImport import = { .scw = scw, .file = "in.scw", .from_scenario_wizard = TRUE, .sector = sector };
  g_autoptr (GError) error = NULL;
  gpointer summary = NULL;

  luotain_history_do (f->history, "Import", luotain_scw_import_run, &import, &summary, &error);
  g_assert_no_error (error);
  return summary;
}

static LuotainScw *
take_out (Fixture *f, gint64 sector)
{
  LuotainScwExport export = { sector, LUOTAIN_FI };
  g_autoptr (GError) error = NULL;
  gpointer scw = NULL;

  luotain_store_read (f->store, luotain_scw_export_run, &export, &scw, &error);
  g_assert_no_error (error);
  return scw;
}

static gboolean
only_sector_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_sector_type, 0, error);

  g_assert_cmpuint (ids->len, ==, 1);
  *(gint64 *) data = g_array_index (ids, gint64, 0);
  return TRUE;
}

static void
test_round_trip (Fixture *f, gconstpointer data)
{
  g_autofree char *text = read_data ("CIB_global.scw");
  g_autofree char *windows = replace (text, "\n", "\r\n");
  g_autoptr (LuotainScw) scw = read_scw (text);
  g_autoptr (LuotainImportSummary) summary = take_in (f, scw, 0);
  g_autoptr (LuotainScw) out = NULL;
  gint64 sector = 0;

  g_assert_cmpuint (luotain_import_summary_total (summary).added, ==, 2 + 3 + 10 + 6 + 66);
  luotain_store_read (f->store, only_sector_job, &sector, NULL, NULL);
  out = take_out (f, sector);
  assert_writes (out, windows);

  luotain_history_undo (f->history, NULL, NULL);
  g_assert_cmpuint (fixture_count (f, &luotain_key_variable_type), ==, 0);
  g_assert_cmpuint (fixture_count (f, &luotain_judgement_type), ==, 0);
  g_assert_cmpuint (fixture_count (f, &luotain_sector_type), ==, 0);
}

/* Notes are descriptions, texts reasons; names that are missing and colours survive, and so does everything else. Nothing is
 * left to be asked or judged. */
static void
test_everything_round_trip (Fixture *f, gconstpointer data)
{
  static const char text[] =
      "$ ScenarioWizard 4.0\r\nToisen nimi.scw\r\n&Hinta\r\n -Halpa\r\n -\r\n&\r\n -Hyv\xe4\r\n#\r\n&muistio\r\n eka\r\n \r\n"
      "&\r\n \r\n#\r\n#\r\nFFFFFF\r\n80FF\r\nC0C0FF\r\n#\r\n#\r\n 0 , 0 , 3 \r\n 0 , 0 ,-3 \r\n 0 , 0 , 0 \r\n#\r\n"
      "# 0-0\r\n\"Mallista\"\r\n# \r\n\"Hinnasta\r\npitk\xe4sti\"\r\n# \r\n\"rivi\r\n\"toinen\" rivi\"\r\n"
      "#  -> \r\n\"\"\r\n#  -> \r\n\"Koska \"niin\"\"\r\n#  -> \r\n\"Ei\"\r\n#  -> \r\n\"\"\r\n#\r\n#\r\n";
  const gint64 sector = fixture_add (f, &luotain_sector_type, "Meri", 0);
  g_autoptr (LuotainScw) scw = read_scw (text);
  g_autoptr (LuotainImportSummary) summary = take_in (f, scw, sector);
  LuotainMatrixQuery query = { sector, LUOTAIN_FI };
  g_autoptr (LuotainMatrix) matrix = NULL;
  g_autoptr (LuotainScw) out = NULL;

  g_assert_true (luotain_store_read (f->store, luotain_matrix_run, &query, (gpointer *) &matrix, NULL));
  g_assert_cmpuint (matrix->n_questions_left, ==, 0);
  g_assert_cmpuint (matrix->n_screens, ==, 2);
  g_assert_cmpuint (matrix->n_screens_left, ==, 0);
  g_assert_cmpint (luotain_matrix_get_block (matrix, 1, 0)->answer, ==, LUOTAIN_MATRIX_NO);
  g_assert_cmpstr (luotain_matrix_get_variable (matrix, 1)->title, ==, "2");
  g_assert_cmpstr (luotain_matrix_get_state (matrix, 0, 1)->title, ==, "B");
  g_assert_cmpuint (summary->warnings->len, ==, 0);

  out = take_out (f, sector);
  assert_writes (out, text);
}

static void
test_nothing_to_export (Fixture *f, gconstpointer data)
{
  LuotainScwExport export = { 0, LUOTAIN_FI };
  g_autoptr (GError) error = NULL;
  gpointer scw = NULL;

  g_assert_false (luotain_store_read (f->store, luotain_scw_export_run, &export, &scw, &error));
  g_assert_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scw/global", test_global);
  g_test_add_func ("/scw/everything-kept", test_everything_kept);
  g_test_add_func ("/scw/plain", test_plain);
  g_test_add_func ("/scw/malformed", test_malformed);
  g_test_add_func ("/scw/every-fault", test_every_fault);
  g_test_add_func ("/matrix-csv/somewhereland", test_somewhereland);
  g_test_add_func ("/matrix-csv/named", test_named_csv);
  g_test_add_func ("/matrix-csv/malformed", test_malformed_csv);
  g_test_add_func ("/solutions/agree", test_solutions);
  g_test_add_func ("/solutions/disagree", test_solutions_disagree);
  g_test_add_func ("/solutions/no-weights", test_no_weights);
  add ("/scw/round-trip", test_round_trip);
  add ("/scw/everything-round-trip", test_everything_round_trip);
  add ("/scw/nothing-to-export", test_nothing_to_export);
  return g_test_run ();
}
