#include "luotain-consistent-sweep.h"

#include "luotain-consistent-problem.h"
#include "luotain-consistent-search.h"
#include "luotain-consistent-set.h"

#include <string.h>

/* So many combinations of inner variables are aimed at, where there are few in all and where there are many. */
#define MANY_INNER 64
#define MORE_INNER 256
#define MANY_PATHS 1e6
#define MAX_INNER 4096

void luotain_sweep_8 (const LuotainSweepPlan *, const guint8 *, const gint16 *, guint64 *);
void luotain_sweep_16 (const LuotainSweepPlan *, const guint8 *, const gint16 *, guint64 *);
#ifdef LUOTAIN_HAVE_X86_KERNELS
void luotain_sweep_avx2_8 (const LuotainSweepPlan *, const guint8 *, const gint16 *, guint64 *);
void luotain_sweep_avx2_16 (const LuotainSweepPlan *, const guint8 *, const gint16 *, guint64 *);
void luotain_sweep_avx512_8 (const LuotainSweepPlan *, const guint8 *, const gint16 *, guint64 *);
void luotain_sweep_avx512_16 (const LuotainSweepPlan *, const guint8 *, const gint16 *, guint64 *);
#endif

typedef struct
{
  LuotainSweepPlan plan;
  const LuotainCrossImpact *matrix;
  const LuotainConsistentOptions *options;
  guint n_outer;
  guint n_inner;
  guint n_pairs;
  /* The states of a pair. */
  guint *chosen;
  guint *rivals;
  /* For every state of the matrix what it adds to all pairs. */
  gint16 *rows;
  gint16 *bases;
  guint8 *path;
  LuotainConsistentSet *set;
} Sweep;

static LuotainSweepKernel
pick_kernel (guint lane_size, gboolean portable)
{
#ifdef LUOTAIN_HAVE_X86_KERNELS
  if (!portable)
    {
      if (__builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512vl"))
        return lane_size == 1 ? luotain_sweep_avx512_8 : luotain_sweep_avx512_16;
      if (__builtin_cpu_supports ("avx2"))
        return lane_size == 1 ? luotain_sweep_avx2_8 : luotain_sweep_avx2_16;
    }
#endif

  return lane_size == 1 ? luotain_sweep_8 : luotain_sweep_16;
}

static void
list_checks (Sweep *self)
{
  const LuotainCrossImpact *matrix = self->matrix;

  for (guint j = 0; j < matrix->n_variables; j++)
    self->n_pairs += matrix->states[j] * (matrix->states[j] - 1);

  self->plan.checks = g_new0 (LuotainSweepCheck, matrix->n_variables + 1);
  self->chosen = g_new (guint, self->n_pairs + 1);
  self->rivals = g_new (guint, self->n_pairs + 1);
  self->n_pairs = 0;
  for (guint j = 0; j < matrix->n_variables; j++)
    {
      const guint n = matrix->states[j];

      if (n == 1)
        continue;
      self->plan.checks[self->plan.n_checks++] = (LuotainSweepCheck){ j, n, self->n_pairs, NULL };
      for (guint a = 0; a < n; a++)
        for (guint turn = 1; turn < n; turn++)
          {
            self->chosen[self->n_pairs] = matrix->offsets[j] + a;
            self->rivals[self->n_pairs++] = matrix->offsets[j] + (a + turn) % n;
          }
    }
}

static void
fill_rows (Sweep *self)
{
  const LuotainCrossImpact *matrix = self->matrix;

  self->rows = g_new (gint16, (gsize) matrix->n_states * self->n_pairs + 1);
  for (guint s = 0; s < matrix->n_states; s++)
    {
      const gint16 *judgements = matrix->judgements + (gsize) s * matrix->n_states;
      gint16 *row = self->rows + (gsize) s * self->n_pairs;

      for (guint p = 0; p < self->n_pairs; p++)
        row[p] = (gint16) (judgements[self->chosen[p]] - judgements[self->rivals[p]]);
    }
}

/* The largest that any pair can become says how many bits a lane needs; FALSE if more than 16. */
static gboolean
choose_lane_size (Sweep *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  g_autofree int *sums = g_new0 (int, self->n_pairs + 1);
  g_autofree gint16 *highest = g_new (gint16, self->n_pairs + 1);
  int most = 0;

  for (guint i = 0; i < matrix->n_variables; i++)
    {
      memset (highest, 0, sizeof (gint16) * self->n_pairs);
      for (guint s = matrix->offsets[i]; s < matrix->offsets[i + 1]; s++)
        for (guint p = 0; p < self->n_pairs; p++)
          {
            const gint16 value = self->rows[(gsize) s * self->n_pairs + p];

            highest[p] = MAX (highest[p], ABS (value));
          }
      for (guint p = 0; p < self->n_pairs; p++)
        sums[p] += highest[p];
    }

  for (guint p = 0; p < self->n_pairs; p++)
    most = MAX (most, sums[p]);
  most += MIN (self->options->ic, G_MAXINT16);
  self->plan.lane_size = most <= G_MAXINT8 ? 1 : 2;
  return most <= G_MAXINT16;
}

static void
choose_inner (Sweep *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const guint aim = luotain_cross_impact_n_combinations (matrix) < MANY_PATHS ? MANY_INNER : MORE_INNER;

  self->n_outer = matrix->n_variables;
  self->n_inner = 1;
  while (self->n_outer > 0 && self->n_inner < aim
         && self->n_inner * matrix->states[self->n_outer - 1] <= MAX_INNER)
    self->n_inner *= matrix->states[--self->n_outer];

  self->plan.n_blocks = (self->n_inner + LUOTAIN_LANES - 1) / LUOTAIN_LANES;
  self->plan.lanes = g_new0 (guint64, self->plan.n_blocks);
  for (guint lane = 0; lane < self->n_inner; lane++)
    self->plan.lanes[lane / LUOTAIN_LANES] |= G_GUINT64_CONSTANT (1) << lane % LUOTAIN_LANES;
}

static void
add_row (const Sweep *self, guint variable, int sign)
{
  const gint16 *row = self->rows
                      + (gsize) (self->matrix->offsets[variable] + self->path[variable]) * self->n_pairs;

  if (sign > 0)
    for (guint p = 0; p < self->n_pairs; p++)
      self->bases[p] += row[p];
  else
    for (guint p = 0; p < self->n_pairs; p++)
      self->bases[p] -= row[p];
}

/* Moves on to the next combination of the outer variables; FALSE behind the last. */
static gboolean
move_on (const Sweep *self)
{
  for (guint i = self->n_outer; i-- > 0;)
    {
      add_row (self, i, -1);
      if (++self->path[i] == self->matrix->states[i])
        self->path[i] = 0;
      add_row (self, i, 1);
      if (self->path[i] != 0)
        return TRUE;
    }

  return FALSE;
}

/* The lanes of a pair, while they are set up: numbers of the smaller of two sizes. */
static gpointer
lanes_of (const Sweep *self, gpointer lanes, gsize row)
{
  return (char *) lanes + row * self->plan.n_blocks * LUOTAIN_LANES * self->plan.lane_size;
}

/* Repeats the first @n lanes once for every state, with what the state adds. */
static void
repeat_lanes (const Sweep *self, gpointer lanes, guint n, guint n_states, const gint16 *added)
{
  for (guint x = n_states; x-- > 0;)
    {
      const int more = added[(gsize) x * self->n_pairs];
      gint8 *small = (gint8 *) lanes + x * n;
      gint16 *middle = (gint16 *) lanes + x * n;

      if (self->plan.lane_size == 1)
        for (guint lane = 0; lane < n; lane++)
          small[lane] = (gint8) (((gint8 *) lanes)[lane] + more);
      else
        for (guint lane = 0; lane < n; lane++)
          middle[lane] = (gint16) (((gint16 *) lanes)[lane] + more);
    }
}

/* Of an inner variable every lane keeps the pairs of its own state. @stride lanes in a row are in the same. */
static void
select_lanes (const Sweep *self, LuotainSweepCheck *check, guint stride)
{
  const guint n = check->n_states;
  const gsize size = self->plan.lane_size;

  check->selectors = g_aligned_alloc0 ((gsize) n * self->plan.n_blocks * LUOTAIN_LANES, size, 128);
  for (guint lane = 0; lane < self->n_inner; lane += stride)
    {
      const guint chosen = lane / stride % n;

      memset ((char *) lanes_of (self, check->selectors, chosen) + lane * size, 0xff, stride * size);
      for (guint rival = 0; chosen != 0 && rival < n - 1; rival++)
        memcpy ((char *) lanes_of (self, self->plan.additions, check->first + rival) + lane * size,
                (char *) lanes_of (self, self->plan.additions, check->first + chosen * (n - 1) + rival)
                    + lane * size,
                stride * size);
    }
}

static void
fill_lanes (Sweep *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  guint c = self->plan.n_checks;
  guint n = 1;

  self->plan.additions = g_aligned_alloc0 ((gsize) self->n_pairs * self->plan.n_blocks * LUOTAIN_LANES + 1,
                                           self->plan.lane_size, 128);
  for (guint i = matrix->n_variables; i-- > self->n_outer; n *= matrix->states[i])
    for (guint p = 0; p < self->n_pairs; p++)
      repeat_lanes (self, lanes_of (self, self->plan.additions, p), n, matrix->states[i],
                    self->rows + (gsize) matrix->offsets[i] * self->n_pairs + p);

  n = 1;
  for (guint i = matrix->n_variables; i-- > self->n_outer; n *= matrix->states[i])
    if (matrix->states[i] > 1)
      select_lanes (self, &self->plan.checks[--c], n);
}

static gboolean
is_asked_for (const Sweep *self)
{
  const LuotainConsistentOptions *o = self->options;
  guint distance = 0;

  for (guint j = 0; j < self->matrix->n_variables; j++)
    {
      if (o->fixed != NULL && o->fixed[j] != LUOTAIN_OPEN && o->fixed[j] != self->path[j])
        return FALSE;
      distance += o->near != NULL && o->near[j] != self->path[j];
    }

  return o->near == NULL || distance <= o->max_distance;
}

static void
take_lane (Sweep *self, guint lane)
{
  for (guint i = self->matrix->n_variables; i-- > self->n_outer;)
    {
      self->path[i] = (guint8) (lane % self->matrix->states[i]);
      lane /= self->matrix->states[i];
    }

  if (!is_asked_for (self))
    return;
  if (self->options->limit != 0 && self->set->n >= self->options->limit)
    self->set->end = LUOTAIN_END_LIMIT;
  else
    luotain_consistent_set_add (self->set, self->path);
}

static void
sweep_all (Sweep *self)
{
  const gboolean portable = self->options->portable || luotain_search_is_portable ();
  const LuotainSweepKernel kernel = pick_kernel (self->plan.lane_size, portable);
  g_autofree guint64 *found = g_new (guint64, self->plan.n_blocks);

  for (guint p = 0; p < self->n_pairs; p++)
    self->bases[p] = (gint16) self->options->ic;
  for (guint i = 0; i < self->n_outer; i++)
    add_row (self, i, 1);

  do
    {
      kernel (&self->plan, self->path, self->bases, found);
      self->set->n_nodes += self->n_inner;
      for (guint block = 0; block < self->plan.n_blocks; block++)
        for (guint64 lanes = found[block]; lanes != 0; lanes &= lanes - 1)
          take_lane (self, block * LUOTAIN_LANES + (guint) __builtin_ctzll (lanes));
    }
  while (self->set->end == LUOTAIN_END_COMPLETE && move_on (self));
}

LuotainConsistentSet *
luotain_consistent_sweep (const LuotainCrossImpact *matrix, const LuotainConsistentOptions *options)
{
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables + 1);
  Sweep self = { .matrix = matrix, .options = options, .path = path };

  list_checks (&self);
  choose_inner (&self);
  fill_rows (&self);
  if (choose_lane_size (&self))
    {
      self.set = luotain_consistent_set_new (matrix->n_variables, options->ic);
      self.bases = g_new (gint16, self.n_pairs + 1);
      fill_lanes (&self);
      sweep_all (&self);
    }

  for (guint c = 0; c < self.plan.n_checks; c++)
    g_aligned_free (self.plan.checks[c].selectors);
  g_aligned_free (self.plan.additions);
  g_free (self.plan.checks);
  g_free (self.plan.lanes);
  g_free (self.chosen);
  g_free (self.rivals);
  g_free (self.rows);
  g_free (self.bases);
  return self.set;
}
