#include "luotain-different.h"

#include <string.h>

#define DEFAULT_SETS 1000
#define DEFAULT_BUDGET 10000000
/* Up to so many paths the distances of all pairs are computed once. */
#define MAX_TABLE 4096
#define GREEDY_STARTS 64

typedef struct
{
  const guint8 *states;
  gsize n;
  guint n_variables;
  guint8 *table;
  guint k;
  gsize max_sets;
  guint64 budget;
  GCancellable *cancellable;
  gboolean stopped;
  /* What has to be equalled, and the sets that do. */
  guint best_distance;
  guint best_sum;
  guint64 n_tied;
  GArray *sets;
  guint *chosen;
} Search;

static guint
count_differences (const Search *self, gsize a, gsize b)
{
  const guint8 *first = self->states + a * self->n_variables;
  const guint8 *second = self->states + b * self->n_variables;
  guint distance = 0;

  for (guint i = 0; i < self->n_variables; i++)
    distance += first[i] != second[i];

  return distance;
}

static guint
distance_of (const Search *self, gsize a, gsize b)
{
  return self->table != NULL ? self->table[a * self->n + b] : count_differences (self, a, b);
}

static void
fill_table (Search *self)
{
  if (self->n > MAX_TABLE)
    return;

  self->table = g_malloc (MAX (self->n * self->n, 1));
  for (gsize a = 0; a < self->n; a++)
    for (gsize b = 0; b < self->n; b++)
      self->table[a * self->n + b] = (guint8) count_differences (self, a, b);
}

static void
offer (Search *self, guint distance, guint sum)
{
  if (distance < self->best_distance || (distance == self->best_distance && sum < self->best_sum))
    return;

  if (distance > self->best_distance || sum > self->best_sum)
    {
      self->n_tied = 0;
      g_array_set_size (self->sets, 0);
    }
  self->best_distance = distance;
  self->best_sum = sum;
  self->n_tied++;
  if (self->sets->len / self->k < self->max_sets)
    g_array_append_vals (self->sets, self->chosen, self->k);
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* Takes @start and then again and again what is farthest from all that is taken: a good set, to begin with. */
static void
take_farthest (Search *self, gsize start)
{
  g_autofree guint *nearest = g_new (guint, self->n);
  g_autofree guint *sums = g_new0 (guint, self->n);
  guint distance = self->k > 1 ? self->n_variables : 0;
  guint sum = 0;
  gsize taken = start;

  memset (nearest, 0xff, sizeof (guint) * self->n);
  for (guint depth = 0; depth < self->k; depth++)
    {
      gsize next = taken;

      self->chosen[depth] = (guint) taken;
      if (depth > 0)
        distance = MIN (distance, nearest[taken]);
      sum += sums[taken];
      nearest[taken] = 0;
      for (gsize p = 0; p < self->n; p++)
        {
          const guint d = distance_of (self, taken, p);

          nearest[p] = MIN (nearest[p], d);
          sums[p] += d;
          if (nearest[p] > nearest[next]
              || (nearest[p] == nearest[next] && nearest[p] > 0 && sums[p] > sums[next]))
            next = p;
        }
      if (next == taken && depth + 1 < self->k)
        return;
      taken = next;
    }

  if (distance > self->best_distance || (distance == self->best_distance && sum > self->best_sum)
      || self->n_tied == 0)
    {
      qsort (self->chosen, self->k, sizeof (guint), compare_indexes);
      offer (self, distance, sum);
    }
}

/* Goes on choosing from @candidates, which rise and are all far enough from what is chosen. */
static void
choose_from (Search *self, guint depth, const guint *candidates, gsize n, guint distance, guint sum)
{
  const guint left = self->k - depth;
  const guint pairs = left * (left - 1) / 2 + left * depth;
  g_autofree guint *further = left > 1 ? g_new (guint, MAX (n, 1)) : NULL;

  if (distance == self->best_distance && sum + pairs * self->n_variables < self->best_sum)
    return;

  for (gsize c = 0; c + left <= n && !self->stopped; c++)
    {
      guint nearest = distance;
      guint added = 0;
      gsize n_further = 0;

      self->chosen[depth] = candidates[c];
      for (guint d = 0; d < depth; d++)
        {
          const guint between = distance_of (self, self->chosen[d], candidates[c]);

          nearest = MIN (nearest, between);
          added += between;
        }
      self->budget -= MIN (self->budget, n - c);
      self->stopped = self->budget == 0 || g_cancellable_is_cancelled (self->cancellable);
      if (nearest < self->best_distance)
        continue;
      if (left == 1)
        {
          offer (self, nearest, sum + added);
          continue;
        }

      for (gsize f = c + 1; f < n; f++)
        if (distance_of (self, candidates[c], candidates[f]) >= self->best_distance)
          further[n_further++] = candidates[f];
      choose_from (self, depth + 1, further, n_further, nearest, sum + added);
    }
}

static void
search_all (Search *self)
{
  g_autofree guint *candidates = g_new (guint, self->n);
  g_autofree guint *first = g_new (guint, self->k);
  const guint distance = self->k > 1 ? self->n_variables : 0;
  gsize first_size;

  for (gsize start = 0; start < self->n; start += MAX (self->n / GREEDY_STARTS, 1))
    take_farthest (self, start);

  for (gsize p = 0; p < self->n; p++)
    candidates[p] = (guint) p;

  first_size = sizeof (guint) * self->sets->len;
  /* The search comes upon the set found at first again, unless it is stopped before. */
  if (first_size > 0)
    memcpy (first, self->sets->data, first_size);
  g_array_set_size (self->sets, 0);
  self->n_tied = 0;
  choose_from (self, 0, candidates, self->n, distance, 0);
  if (self->n_tied == 0 && first_size > 0)
    {
      g_array_append_vals (self->sets, first, self->k);
      self->n_tied = 1;
    }
}

LuotainDifferentSets *
luotain_different_find (const guint8 *states, gsize n, guint n_variables, guint k, gsize max_sets,
                        guint64 node_budget, GCancellable *cancellable)
{
  LuotainDifferentSets *self = g_new0 (LuotainDifferentSets, 1);
  Search search = { states, n, n_variables, NULL, (guint) MIN (k, n) };

  self->k = search.k;
  self->exact = TRUE;
  if (search.k == 0)
    return self;

  search.max_sets = max_sets != 0 ? max_sets : DEFAULT_SETS;
  search.budget = node_budget != 0 ? node_budget : DEFAULT_BUDGET;
  search.cancellable = cancellable;
  search.sets = g_array_new (FALSE, FALSE, sizeof (guint));
  search.chosen = g_new (guint, search.k);
  fill_table (&search);
  search_all (&search);

  self->smallest_distance = search.best_distance;
  self->sum = search.best_sum;
  self->n = search.sets->len / search.k;
  self->sets = (guint *) (gpointer) g_array_free (search.sets, FALSE);
  self->n_tied = search.n_tied;
  self->exact = !search.stopped;
  g_free (search.table);
  g_free (search.chosen);
  return self;
}

void
luotain_different_sets_free (LuotainDifferentSets *self)
{
  if (self == NULL)
    return;

  g_free (self->sets);
  g_free (self);
}
