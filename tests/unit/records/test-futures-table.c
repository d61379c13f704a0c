#include "luotain-fixture.h"
#include "luotain-futures-layout.h"
#include "luotain-scenario-edit.h"
#include "luotain-text.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static LuotainFuturesTable *
load (Fixture *f, gint64 sector)
{
  LuotainFuturesQuery query = { sector, LUOTAIN_FI };
  g_autoptr (GError) error = NULL;
  gpointer table = NULL;

  luotain_store_read (f->store, luotain_futures_table_run, &query, &table, &error);
  g_assert_no_error (error);
  return table;
}

static gpointer
change (Fixture *f, LuotainJob job, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  luotain_history_do (f->history, "Change", job, data, &result, &error);
  g_assert_no_error (error);
  return result;
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  luotain_history_undo (f->history, NULL, &error);
  g_assert_no_error (error);
}

static gint64
set_cell (Fixture *f, gint64 variable, gint64 state, const char *image, const char *text)
{
  LuotainTableCell *cell = luotain_table_cell_new (variable, state, image, text);
  g_autofree gint64 *id = change (f, luotain_table_cell_run, cell);

  luotain_table_cell_free (cell);
  return *id;
}

static gint64
exclude (Fixture *f, gint64 state, gint64 other, const char *kind, const char *reason)
{
  LuotainTableExclusion *exclusion = luotain_table_exclusion_new (state, other, kind, reason);
  g_autofree gint64 *id = change (f, luotain_table_exclusion_run, exclusion);

  luotain_table_exclusion_free (exclusion);
  return *id;
}

static gboolean
words_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_word_list_load (db, LUOTAIN_FI, error);
  return *result != NULL;
}

static LuotainWordList *
load_words (Fixture *f)
{
  gpointer words = NULL;

  g_assert_true (luotain_store_read (f->store, words_job, NULL, &words, NULL));
  return words;
}

static const char *
title_at (const LuotainFuturesTable *table, guint row, guint state)
{
  return luotain_futures_row_state (luotain_futures_table_row (table, row), state)->title;
}

static void
test_hints (Fixture *f, gconstpointer data)
{
  const gint64 price = fixture_add (f, &luotain_key_variable_type, "Hinta", 0);
  const gint64 supply = fixture_add (f, &luotain_key_variable_type, "Huolto", 0);
  const gint64 finding = fixture_add (f, &luotain_finding_type, "Tullit palaavat", 0);
  const gint64 blue = fixture_add (f, &luotain_scenario_type, "Blue Hub", 0);
  const gint64 stable = fixture_add (f, &luotain_scenario_type, "Vakaa", 0);
  const gint64 falls = set_cell (f, price, 0, "utopia", "laskee");
  const gint64 rises = set_cell (f, price, 0, "dystopia", "nousee");
  const gint64 sure = set_cell (f, supply, 0, "utopia", "varma");
  g_autoptr (LuotainFuturesTable) table = NULL;

  set_cell (f, supply, 0, "dystopia", "katkeaa");
  set_cell (f, supply, 0, "upheaval", "muuttuu");
  /* Evidence of a variable and of its state is counted once. */
  fixture_link (f, price, "evidence", finding);
  fixture_link (f, falls, "evidence", finding);
  fixture_link (f, blue, "path", falls);
  fixture_link (f, blue, "path", sure);
  fixture_link (f, stable, "path", sure);
  fixture_link (f, stable, "path", falls);

  table = load (f, 0);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpstr (table->n_combinations, ==, "6");
  g_assert_true (table->by_image);
  g_assert_cmpuint (table->n_states, ==, 5);
  g_assert_cmpuint (table->n_unused, ==, 3);
  g_assert_cmpuint (table->n_without_findings, ==, 1);
  g_assert_cmpuint (luotain_futures_table_row (table, 0)->n_findings, ==, 1);
  g_assert_cmpuint (table->n_twins, ==, 1);
  g_assert_cmpuint (luotain_futures_table_path (table, 1)->twin, ==, 0);
  g_assert_cmpuint (luotain_futures_table_path (table, 0)->states[1], ==, 0);

  /* A row that is left open makes them two. */
  LuotainPathStep step = { stable, price, rises };
  change (f, luotain_path_step_run, &step);
  luotain_futures_table_free (g_steal_pointer (&table));
  table = load (f, 0);
  g_assert_cmpuint (table->n_twins, ==, 0);
  g_assert_cmpuint (table->n_unused, ==, 2);
}

static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (LuotainFuturesTable) table = NULL;
  g_autoptr (LuotainTablePaste) paste = luotain_table_paste_new (0);

  for (guint i = 0; i < 40; i++)
    {
      LuotainTableLine *line = luotain_table_paste_add_line (paste, 0, "Muuttuja");

      for (guint j = 0; j < 4; j++)
        luotain_table_line_add_cell (line, 0, NULL, "vaihtoehto");
    }
  g_free (change (f, luotain_table_paste_run, paste));
  table = load (f, 0);
  g_assert_cmpuint (table->rows->len, ==, 40);
  g_assert_cmpstr (table->n_combinations, ==, "1208925819614629174706176");
  g_assert_false (table->by_image);

  /* One change, however many cells. */
  undo (f);
  g_assert_cmpuint (fixture_count (f, &luotain_key_variable_type), ==, 0);
}

static void
test_cell (Fixture *f, gconstpointer data)
{
  const gint64 price = fixture_add (f, &luotain_key_variable_type, "Hinta", 0);
  const gint64 state = set_cell (f, price, 0, "utopia", "laskee");
  g_autoptr (LuotainFuturesTable) table = NULL;

  g_assert_cmpint (set_cell (f, price, state, NULL, " laskee\npuoleen\t"), ==, state);
  table = load (f, 0);
  g_assert_cmpstr (title_at (table, 0, 0), ==, "laskee puoleen");
  g_assert_cmpstr (luotain_futures_row_state (luotain_futures_table_row (table, 0), 0)->image, ==, "utopia");

  g_assert_cmpint (set_cell (f, price, state, NULL, "  "), ==, 0);
  g_assert_cmpuint (fixture_count (f, &luotain_state_type), ==, 0);
  undo (f);
  g_assert_cmpuint (fixture_count (f, &luotain_state_type), ==, 1);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  const gint64 price = fixture_add (f, &luotain_key_variable_type, "Hinta", 0);
  const gint64 supply = fixture_add (f, &luotain_key_variable_type, "Huolto", 0);
  const gint64 last = fixture_add (f, &luotain_key_variable_type, "Matkailu", 0);
  const gint64 first_state = set_cell (f, price, 0, "utopia", "laskee");
  const gint64 second_state = set_cell (f, price, 0, "dystopia", "nousee");
  LuotainTablePlace place = { last, price };
  LuotainTableImage image = { first_state, (char *) "dystopia" };
  g_autoptr (LuotainFuturesTable) table = NULL;

  change (f, luotain_table_place_run, &place);
  table = load (f, 0);
  g_assert_cmpint (luotain_futures_table_row (table, 0)->id, ==, last);
  place = (LuotainTablePlace){ last, supply };
  change (f, luotain_table_place_run, &place);
  luotain_futures_table_free (g_steal_pointer (&table));
  table = load (f, 0);
  g_assert_cmpint (luotain_futures_table_row (table, 1)->id, ==, last);
  place = (LuotainTablePlace){ price, 0 };
  change (f, luotain_table_place_run, &place);
  place = (LuotainTablePlace){ first_state, 0 };
  change (f, luotain_table_place_run, &place);
  /* Two states change their images with each other. */
  change (f, luotain_table_image_run, &image);
  luotain_futures_table_free (g_steal_pointer (&table));
  table = load (f, 0);
  g_assert_cmpint (luotain_futures_table_row (table, 2)->id, ==, price);
  g_assert_cmpint (luotain_futures_row_state (luotain_futures_table_row (table, 2), 0)->id, ==, second_state);
  g_assert_cmpstr (luotain_futures_row_state (luotain_futures_table_row (table, 2), 0)->image, ==, "utopia");
  g_assert_cmpstr (luotain_futures_row_state (luotain_futures_table_row (table, 2), 1)->image, ==,
                   "dystopia");
}

static void
test_block (Fixture *f, gconstpointer data)
{
  /* As Excel writes it: CRLF, a line feed and doubled quotes within quotes, a short row, an inch mark. */
  const char *text =
      "Hinta\tlaskee\t\"nousee,\n\"\"vähän\"\"\"\r\nHuolto\r\n\t\t21\" kone\r\n\"ei suljettu\tb\r\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainTableBlock) block = luotain_table_block_parse (text, -1, &error);
  g_autoptr (GString) tsv = g_string_new (NULL);
  g_autoptr (GString) large = g_string_new (NULL);
  g_autoptr (LuotainTableBlock) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (block->rows->len, ==, 4);
  g_assert_cmpuint (block->n_columns, ==, 3);
  g_assert_cmpstr (luotain_table_block_get (block, 0, 2), ==, "nousee, \"vähän\"");
  g_assert_null (luotain_table_block_get (block, 1, 1));
  g_assert_cmpstr (luotain_table_block_get (block, 2, 2), ==, "21\" kone");
  g_assert_cmpstr (luotain_table_block_get (block, 3, 0), ==, "\"ei suljettu");
  g_assert_cmpstr (luotain_table_block_get (block, 3, 1), ==, "b");

  luotain_table_block_append (tsv, "a\t\"b\"\nc", TRUE);
  luotain_table_block_append (tsv, NULL, FALSE);
  again = luotain_table_block_parse (tsv->str, tsv->len, &error);
  g_assert_cmpstr (luotain_table_block_get (again, 0, 0), ==, "a \"b\" c");
  g_assert_cmpstr (luotain_table_block_get (again, 0, 1), ==, "");

  for (guint i = 0; i <= LUOTAIN_TABLE_BLOCK_MAX_ROWS; i++)
    g_string_append (large, "\"a\n");
  g_assert_null (luotain_table_block_parse (large->str, large->len, &error));
  g_assert_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_TOO_LONG);
  g_clear_error (&error);
  g_string_truncate (large, 0);
  for (guint i = 0; i <= LUOTAIN_TABLE_BLOCK_MAX_COLUMNS; i++)
    g_string_append (large, "a\t");
  g_assert_null (luotain_table_block_parse (large->str, large->len, &error));
  g_clear_error (&error);
  g_string_truncate (large, 0);
  for (guint i = 0; i <= LUOTAIN_TABLE_BLOCK_MAX_CHARACTERS; i++)
    g_string_append (large, "ä");
  g_assert_null (luotain_table_block_parse (large->str, large->len, &error));
  g_clear_error (&error);
  /* A quote that is never closed, and bytes that are no text. */
  g_string_prepend (large, "\"\n");
  g_assert_null (luotain_table_block_parse (large->str, large->len, &error));
  g_clear_error (&error);
  luotain_table_block_free (g_steal_pointer (&again));
  again = luotain_table_block_parse ("a\xff\x01\tb", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (luotain_table_block_get (again, 0, 1), ==, "b");
}

static void
paste (Fixture *f, gboolean by_image, guint row, int column, const char *text, guint *n_outside)
{
  g_autoptr (LuotainFuturesTable) table = load (f, 0);
  g_autoptr (LuotainWordList) words = load_words (f);
  g_autoptr (LuotainFuturesLayout) layout = luotain_futures_layout_new (table, by_image, words);
  g_autoptr (LuotainTableBlock) block = luotain_table_block_parse (text, -1, NULL);
  g_autoptr (LuotainTablePaste) job = luotain_futures_layout_paste (layout, block, 0, row, column, n_outside);

  g_free (change (f, luotain_table_paste_run, job));
}

static void
test_paste (Fixture *f, gconstpointer data)
{
  g_autoptr (LuotainFuturesTable) table = NULL;
  g_autoptr (LuotainWordList) words = load_words (f);
  g_autoptr (LuotainFuturesLayout) layout = NULL;
  g_autofree char *copy = NULL;
  guint n_outside;

  paste (f, TRUE, 0, -1, "Hinta\tlaskee\ttukahduttaa\tnousee\tromahtaa\tliikaa\n\nHuolto\tvarma\n",
         &n_outside);
  g_assert_cmpuint (n_outside, ==, 1);
  table = load (f, 0);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpuint (table->n_states, ==, 5);
  g_assert_true (table->by_image);
  g_assert_cmpstr (luotain_futures_row_state (luotain_futures_table_row (table, 0), 1)->image, ==,
                   "dystopia");
  luotain_futures_table_free (g_steal_pointer (&table));

  /* Over what is there, and beyond it: an empty cell leaves what stood there. */
  paste (f, TRUE, 1, 0, "\tkatkeaa\nuusi", &n_outside);
  table = load (f, 0);
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpstr (title_at (table, 1, 0), ==, "varma");
  g_assert_cmpstr (title_at (table, 1, 1), ==, "katkeaa");
  g_assert_cmpstr (luotain_futures_table_row (table, 2)->title, ==, "Key Variable 3");

  layout = luotain_futures_layout_new (table, TRUE, words);
  copy = luotain_futures_layout_copy (layout, 0, 2, -1, 3);
  g_assert_cmpstr (copy, ==, "Hinta\tlaskee\ttukahduttaa\nHuolto\tvarma\tkatkeaa");
}

static void
test_layout (Fixture *f, gconstpointer data)
{
  const gint64 price = fixture_add (f, &luotain_key_variable_type, "Hinta", 0);
  g_autoptr (LuotainWordList) words = load_words (f);
  g_autoptr (LuotainFuturesTable) table = NULL;
  g_autoptr (LuotainFuturesLayout) by_image = NULL, free_layout = NULL;
  g_autofree char *utopia = NULL, *other = NULL, *letter = NULL;

  set_cell (f, price, 0, "dystopia", "nousee");
  set_cell (f, price, 0, NULL, "ilman");
  set_cell (f, price, 0, "dystopia", "toinen");
  set_cell (f, price, 0, "utopia", "laskee");
  table = load (f, 0);
  g_assert_false (table->by_image);
  by_image = luotain_futures_layout_new (table, TRUE, words);
  g_assert_cmpuint (luotain_futures_layout_n_columns (by_image), ==, 6);
  g_assert_cmpuint (luotain_futures_layout_state (by_image, 0, 0), ==, 3);
  g_assert_cmpuint (luotain_futures_layout_state (by_image, 0, 1), ==, 0);
  g_assert_cmpuint (luotain_futures_layout_state (by_image, 0, 2), ==, LUOTAIN_FUTURES_OPEN);
  g_assert_cmpuint (luotain_futures_layout_state (by_image, 0, 4), ==, 1);
  g_assert_cmpuint (luotain_futures_layout_state (by_image, 0, 5), ==, 2);
  g_assert_cmpuint (luotain_futures_layout_column (by_image, 0, 3), ==, 0);
  utopia = luotain_futures_layout_title (by_image, 0);
  other = luotain_futures_layout_title (by_image, 4);
  g_assert_cmpstr (utopia, ==, "utopia");
  g_assert_cmpstr (other, ==, "No Image");

  free_layout = luotain_futures_layout_new (table, FALSE, words);
  g_assert_cmpuint (luotain_futures_layout_n_columns (free_layout), ==, 4);
  letter = luotain_futures_layout_title (free_layout, 27);
  g_assert_cmpstr (letter, ==, "AB");
}

static void
test_findings (Fixture *f, gconstpointer data)
{
  const gint64 sector = fixture_add (f, &luotain_sector_type, "Meriklusteri", 0);
  const gint64 findings[] = { fixture_add (f, &luotain_finding_type, "Tullit palaavat", 0),
                              fixture_add (f, &luotain_finding_type, "Akut halpenevat", 0) };
  LuotainTableFindings *job = luotain_table_findings_new (0, findings, 2);
  g_autoptr (GArray) variables = NULL;
  g_autoptr (LuotainFuturesTable) table = NULL;

  fixture_link (f, findings[1], "sector", sector);
  variables = change (f, luotain_table_findings_run, job);
  luotain_table_findings_free (job);
  g_assert_cmpuint (variables->len, ==, 2);
  table = load (f, 0);
  g_assert_cmpstr (luotain_futures_table_row (table, 0)->title, ==, "Tullit palaavat");
  g_assert_cmpuint (luotain_futures_table_row (table, 0)->n_findings, ==, 1);
  g_assert_cmpint (luotain_futures_table_row (table, 1)->sector, ==, sector);
  undo (f);
  g_assert_cmpuint (fixture_count (f, &luotain_key_variable_type), ==, 0);
}

static void
test_exclusion (Fixture *f, gconstpointer data)
{
  const gint64 price = fixture_add (f, &luotain_key_variable_type, "Hinta", 0);
  const gint64 supply = fixture_add (f, &luotain_key_variable_type, "Huolto", 0);
  const gint64 falls = set_cell (f, price, 0, "utopia", "laskee");
  const gint64 rises = set_cell (f, price, 0, "dystopia", "nousee");
  const gint64 sure = set_cell (f, supply, 0, "utopia", "varma");
  const gint64 id = exclude (f, sure, rises, "empirical", "Ei ole nähty");
  LuotainTableExclusion *same = luotain_table_exclusion_new (falls, rises, "logical", NULL);
  g_autoptr (LuotainFuturesTable) table = load (f, 0);
  const LuotainFuturesExclusion *exclusion = luotain_futures_table_get_exclusion (table, 0, 1, 1, 0);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (exclusion);
  g_assert_true (exclusion == luotain_futures_table_get_exclusion (table, 1, 0, 0, 1));
  g_assert_true (luotain_futures_exclusion_strikes (exclusion));
  g_assert_cmpstr (exclusion->reason, ==, "Ei ole nähty");

  /* Said of the pair from its other end, it is the same one, and a reason that is not named stays. */
  g_assert_cmpint (exclude (f, rises, sure, "normative", NULL), ==, id);
  luotain_futures_table_free (g_steal_pointer (&table));
  table = load (f, 0);
  g_assert_cmpuint (table->exclusions->len, ==, 1);
  exclusion = table->exclusions->pdata[0];
  g_assert_cmpstr (exclusion->reason, ==, "Ei ole nähty");
  g_assert_false (luotain_futures_exclusion_strikes (exclusion));

  g_assert_cmpint (exclude (f, rises, sure, NULL, NULL), ==, 0);
  g_assert_cmpuint (fixture_count (f, &luotain_exclusion_type), ==, 0);
  g_assert_false (
      luotain_history_do (f->history, "Exclude", luotain_table_exclusion_run, same, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
  luotain_table_exclusion_free (same);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/futures-table/hints", test_hints);
  add ("/futures-table/many", test_many);
  add ("/futures-table/cell", test_cell);
  add ("/futures-table/order", test_order);
  add ("/futures-table/block", test_block);
  add ("/futures-table/paste", test_paste);
  add ("/futures-table/layout", test_layout);
  add ("/futures-table/findings", test_findings);
  add ("/futures-table/exclusion", test_exclusion);

  return g_test_run ();
}
