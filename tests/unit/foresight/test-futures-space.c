#include "luotain-futures-space.h"

#include <string.h>

typedef struct
{
  guint n;
  guint states[8];
  guint8 fixed[8];
  /* Struck pairs: row, state, row, state. */
  guint pairs[64][4];
  guint n_pairs;
} Table;

static LuotainFuturesSpace *
make_space (const Table *table)
{
  LuotainFuturesSpace *space = luotain_futures_space_new (table->n, table->states);

  for (guint p = 0; p < table->n_pairs; p++)
    luotain_futures_space_mark (space, table->pairs[p][0], table->pairs[p][1], table->pairs[p][2],
                                table->pairs[p][3], TRUE);
  for (guint row = 0; row < table->n; row++)
    luotain_futures_space_fix (space, row, table->fixed[row]);
  return space;
}

static gboolean
is_struck (const Table *table, const guint8 *path)
{
  for (guint p = 0; p < table->n_pairs; p++)
    if (path[table->pairs[p][0]] == table->pairs[p][1] && path[table->pairs[p][2]] == table->pairs[p][3])
      return TRUE;

  return FALSE;
}

/* In how many fixed rows a path goes another way; @row is the last of them. */
static guint
count_strays (const Table *table, const guint8 *path, guint *row)
{
  guint strays = 0;

  for (guint r = 0; r < table->n; r++)
    if (table->fixed[r] != LUOTAIN_OPEN && table->fixed[r] != path[r])
      {
        strays++;
        *row = r;
      }

  return strays;
}

static gboolean
next_path (const Table *table, guint8 *path)
{
  for (guint row = table->n; row-- > 0;)
    {
      if (++path[row] < table->states[row])
        return TRUE;
      path[row] = 0;
    }

  return FALSE;
}

static void
check_table (const Table *table)
{
  g_autoptr (LuotainFuturesSpace) space = make_space (table);
  g_autofree char *counted = luotain_futures_space_n_remaining (space, 0);
  g_autofree char *expected = NULL;
  g_autofree guint8 *listed = NULL;
  guint64 possible[8];
  guint64 plain[8] = { 0 };
  guint8 path[8] = { 0 };
  gsize n_listed;
  gsize n = 0;
  LuotainEnd end;
  const gboolean remains = luotain_futures_space_possible (space, possible);

  listed = luotain_futures_space_list (space, G_MAXSIZE, &n_listed, &end);
  do
    {
      guint stray = 0;
      const guint strays = count_strays (table, path, &stray);

      if (is_struck (table, path) || strays > 1)
        continue;
      if (strays == 1)
        {
          plain[stray] |= G_GUINT64_CONSTANT (1) << path[stray];
          continue;
        }
      for (guint row = 0; row < table->n; row++)
        plain[row] |= G_GUINT64_CONSTANT (1) << path[row];
      g_assert_cmpuint (n, <, n_listed);
      g_assert_cmpmem (listed + n * table->n, table->n, path, table->n);
      n++;
    }
  while (next_path (table, path));

  expected = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_assert_cmpstr (counted, ==, expected);
  g_assert_cmpuint (n_listed, ==, n);
  g_assert_cmpint (end, ==, LUOTAIN_END_COMPLETE);
  g_assert_true (remains == (n > 0));
  for (guint row = 0; row < table->n; row++)
    g_assert_cmphex (possible[row], ==, plain[row]);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);

  for (guint round = 0; round < 3000; round++)
    {
      Table table = { .n = (guint) g_rand_int_range (rand, 1, 7) };

      for (guint row = 0; row < table.n; row++)
        {
          table.states[row] = (guint) g_rand_int_range (rand, 1, 5);
          table.fixed[row] = g_rand_int_range (rand, 0, 3) > 0
                                 ? LUOTAIN_OPEN
                                 : (guint8) g_rand_int_range (rand, 0, (int) table.states[row]);
        }
      for (int p = g_rand_int_range (rand, 0, 41); p > 0 && table.n > 1; p--)
        {
          guint *pair = table.pairs[table.n_pairs++];

          pair[0] = (guint) g_rand_int_range (rand, 0, (int) table.n);
          pair[2] = (pair[0] + (guint) g_rand_int_range (rand, 1, (int) table.n)) % table.n;
          pair[1] = (guint) g_rand_int_range (rand, 0, (int) table.states[pair[0]]);
          pair[3] = (guint) g_rand_int_range (rand, 0, (int) table.states[pair[2]]);
        }
      check_table (&table);
    }
}

/* The figures of methods: 7 × 4 has 336 pairs and 16,384 paths; 80 rows have more than any machine word holds. */
static void
test_figures (void)
{
  const guint sevens[] = { 4, 4, 4, 4, 4, 4, 4 };
  guint tens[80];
  g_autoptr (LuotainFuturesSpace) space = luotain_futures_space_new (7, sevens);
  g_autoptr (LuotainFuturesSpace) large = NULL;
  g_autofree char *paths = luotain_futures_space_n_paths (space);
  g_autofree char *digits = NULL;
  g_autofree char *remaining = NULL;
  g_autofree char *zeros = g_strnfill (78, '0');
  g_autofree char *expected = g_strconcat ("99", zeros, NULL);

  for (guint row = 0; row < 80; row++)
    tens[row] = 10;
  large = luotain_futures_space_new (80, tens);
  luotain_futures_space_mark (large, 3, 9, 70, 0, TRUE);
  digits = luotain_futures_space_n_paths (large);
  remaining = luotain_futures_space_n_remaining (large, 0);

  g_assert_cmpuint (luotain_futures_space_n_pairs (space), ==, 336);
  g_assert_cmpstr (paths, ==, "16384");
  g_assert_cmpuint (strlen (digits), ==, 81);
  g_assert_cmpstr (remaining, ==, expected);
}

/* A normative mark shows and strikes nothing; a row without states does not hinder. */
static void
test_marks (void)
{
  const guint states[] = { 2, 0, 2 };
  const guint8 path[] = { 0, LUOTAIN_OPEN, 1 };
  const guint8 open[] = { 0, LUOTAIN_OPEN, LUOTAIN_OPEN };
  g_autoptr (LuotainFuturesSpace) space = luotain_futures_space_new (3, states);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree guint8 *listed = NULL;
  guint64 possible[3];
  guint n_strikes;
  gsize n;
  LuotainEnd end;

  luotain_futures_space_mark (space, 0, 0, 2, 1, FALSE);
  g_assert_cmpuint (luotain_futures_space_marks (space, path, &n_strikes), ==, 1);
  g_assert_cmpuint (n_strikes, ==, 0);
  before = luotain_futures_space_n_remaining (space, 0);
  luotain_futures_space_mark (space, 2, 1, 0, 0, TRUE);
  g_assert_cmpuint (luotain_futures_space_marks (space, path, &n_strikes), ==, 1);
  g_assert_cmpuint (n_strikes, ==, 1);
  g_assert_cmpuint (luotain_futures_space_marks (space, open, &n_strikes), ==, 0);
  after = luotain_futures_space_n_remaining (space, 0);
  listed = luotain_futures_space_list (space, 2, &n, &end);

  g_assert_cmpstr (before, ==, "4");
  g_assert_cmpstr (after, ==, "3");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (end, ==, LUOTAIN_END_LIMIT);
  g_assert_cmpuint (listed[1], ==, LUOTAIN_OPEN);
  g_assert_true (luotain_futures_space_possible (space, possible));
  g_assert_cmphex (possible[0], ==, 3);
  g_assert_cmphex (possible[1], ==, 0);
}

static void
test_budget (void)
{
  const guint states[] = { 3, 3, 3 };
  g_autoptr (LuotainFuturesSpace) space = luotain_futures_space_new (3, states);
  g_autofree char *count = NULL;

  luotain_futures_space_mark (space, 0, 0, 1, 0, TRUE);
  luotain_futures_space_mark (space, 1, 1, 2, 0, TRUE);
  count = luotain_futures_space_n_remaining (space, 1);
  g_assert_null (count);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/futures-space/random", test_random);
  g_test_add_func ("/futures-space/figures", test_figures);
  g_test_add_func ("/futures-space/marks", test_marks);
  g_test_add_func ("/futures-space/budget", test_budget);
  return g_test_run ();
}
