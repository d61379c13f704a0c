#include "luotain-consistent.h"
#include "luotain-different.h"

#include "foresight-models.h"

static guint
measure (const guint8 *states, guint n, guint a, guint b)
{
  guint distance = 0;

  for (guint i = 0; i < n; i++)
    distance += states[a * n + i] != states[b * n + i];

  return distance;
}

/* Somewhereland's ten: smallest distance, sum, tied sets. */
static void
test_somewhereland (void)
{
  const guint expected[][4] = { { 2, 6, 6, 9 }, { 3, 5, 17, 2 }, { 4, 3, 29, 2 } };
  g_autoptr (LuotainCrossImpact) matrix = load_somewhereland ();
  g_autoptr (LuotainConsistentSet) set = luotain_consistent_find (matrix, NULL, NULL, NULL, NULL);

  for (guint e = 0; e < G_N_ELEMENTS (expected); e++)
    {
      g_autoptr (LuotainDifferentSets) sets = luotain_different_find (set->states, set->n, set->n_variables,
                                                                      expected[e][0], 0, 0, NULL);

      g_assert_true (sets->exact);
      g_assert_cmpuint (sets->smallest_distance, ==, expected[e][1]);
      g_assert_cmpuint (sets->sum, ==, expected[e][2]);
      g_assert_cmpuint (sets->n_tied, ==, expected[e][3]);
      g_assert_cmpuint (sets->n, ==, expected[e][3]);
    }
}

typedef struct
{
  guint distance;
  guint sum;
  guint64 tied;
} Plain;

static void
look_at (const guint8 *states, guint n, const guint *set, guint k, Plain *best)
{
  guint distance = G_MAXUINT;
  guint sum = 0;

  for (guint a = 0; a < k; a++)
    for (guint b = a + 1; b < k; b++)
      {
        distance = MIN (distance, measure (states, n, set[a], set[b]));
        sum += measure (states, n, set[a], set[b]);
      }

  if (distance > best->distance || (distance == best->distance && sum > best->sum))
    *best = (Plain){ distance, sum, 0 };
  best->tied += distance == best->distance && sum == best->sum;
}

static void
look_at_all (const guint8 *states, guint n_paths, guint n, guint *set, guint depth, guint k, Plain *best)
{
  if (depth == k)
    {
      look_at (states, n, set, k, best);
      return;
    }

  for (guint p = depth == 0 ? 0 : set[depth - 1] + 1; p < n_paths; p++)
    {
      set[depth] = p;
      look_at_all (states, n_paths, n, set, depth + 1, k, best);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 300; round++)
    {
      const guint n = (guint) g_rand_int_range (rand, 1, 8);
      const guint n_paths = (guint) g_rand_int_range (rand, 4, 16);
      const guint k = (guint) g_rand_int_range (rand, 2, 5);
      guint8 states[16 * 8];
      guint set[16];
      Plain best = { 0 };
      g_autoptr (LuotainDifferentSets) sets = NULL;

      for (guint s = 0; s < n * n_paths; s++)
        states[s] = (guint8) g_rand_int_range (rand, 0, 3);
      look_at_all (states, n_paths, n, set, 0, k, &best);
      sets = luotain_different_find (states, n_paths, n, k, 3, 0, NULL);
      g_assert_true (sets->exact);
      g_assert_cmpuint (sets->smallest_distance, ==, best.distance);
      g_assert_cmpuint (sets->sum, ==, best.sum);
      g_assert_cmpuint (sets->n_tied, ==, best.tied);
      g_assert_cmpuint (sets->n, ==, MIN (best.tied, 3));
      for (gsize s = 0; s < sets->n; s++)
        {
          Plain again = { 0 };

          look_at (states, n, sets->sets + s * k, k, &again);
          g_assert_cmpuint (again.distance, ==, best.distance);
          g_assert_cmpuint (again.sum, ==, best.sum);
        }
    }
}

static void
test_edges (void)
{
  const guint8 states[] = { 0, 0, 0, 1, 1, 1 };
  g_autoptr (LuotainDifferentSets) all = luotain_different_find (states, 3, 2, 7, 0, 0, NULL);
  g_autoptr (LuotainDifferentSets) none = luotain_different_find (states, 0, 2, 2, 0, 0, NULL);
  g_autoptr (LuotainDifferentSets) one = luotain_different_find (states, 3, 2, 1, 0, 0, NULL);

  g_assert_cmpuint (all->k, ==, 3);
  g_assert_cmpuint (all->n, ==, 1);
  g_assert_cmpuint (all->smallest_distance, ==, 1);
  g_assert_cmpuint (all->sum, ==, 4);
  g_assert_cmpuint (none->n, ==, 0);
  g_assert_cmpuint (one->n_tied, ==, 3);
}

/* Where the search is cut short, what is returned is a good set, and said not to be certain. */
static void
test_budget (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autofree guint8 *states = g_malloc (5000 * 20);
  g_autoptr (LuotainDifferentSets) sets = NULL;

  for (guint s = 0; s < 5000 * 20; s++)
    states[s] = (guint8) g_rand_int_range (rand, 0, 4);
  sets = luotain_different_find (states, 5000, 20, 6, 0, 10000, NULL);
  g_assert_false (sets->exact);
  g_assert_cmpuint (sets->n, >=, 1);
  g_assert_cmpuint (sets->smallest_distance, >=, 15);
  for (guint c = 0; c < sets->k; c++)
    for (guint d = c + 1; d < sets->k; d++)
      g_assert_cmpuint (measure (states, 20, sets->sets[c], sets->sets[d]), >=, sets->smallest_distance);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/different/somewhereland", test_somewhereland);
  g_test_add_func ("/different/random", test_random);
  g_test_add_func ("/different/edges", test_edges);
  g_test_add_func ("/different/budget", test_budget);
  return g_test_run ();
}
