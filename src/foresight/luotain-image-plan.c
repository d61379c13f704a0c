#include "luotain-image-sweep.h"

#include "luotain-succession.h"

#include <stdlib.h>
#include <string.h>

/* Combinations that an island may have, those of all islands, and those of one that takes all. */
#define MAX_LANES 256
#define MAX_INNER 16384
#define MAX_WHOLE 4096
/* So many paths are tried to tell which variables change most. */
#define MANY_TRIALS 500

static gboolean
acts_on (const LuotainCrossImpact *matrix, guint i, guint j)
{
  if (i == j)
    return TRUE;

  for (guint x = matrix->offsets[i] + 1; x < matrix->offsets[i + 1]; x++)
    for (guint y = matrix->offsets[j]; y < matrix->offsets[j + 1]; y++)
      if (luotain_image_addition (matrix, x, y) != luotain_image_addition (matrix, x - 1, y))
        return TRUE;

  return FALSE;
}

static guint
count_targets (const LuotainCrossImpact *matrix, guint i)
{
  guint n = 0;

  for (guint j = 0; j < matrix->n_variables; j++)
    n += acts_on (matrix, i, j);

  return n;
}

static int
compare_influence (gconstpointer a, gconstpointer b, gpointer data)
{
  const LuotainCrossImpact *matrix = data;
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const guint targets[] = { count_targets (matrix, first), count_targets (matrix, second) };

  if (targets[0] != targets[1])
    return targets[0] > targets[1] ? -1 : 1;

  return (int) first - (int) second;
}

static gboolean
share_target (const LuotainCrossImpact *matrix, guint i, guint k)
{
  for (guint j = 0; j < matrix->n_variables; j++)
    if (acts_on (matrix, i, j) && acts_on (matrix, k, j))
      return TRUE;

  return FALSE;
}

/* A variable, the combinations of the island it is on, 0 for outer variables, and which island that is. */
typedef struct
{
  guint variable;
  guint n_lanes;
  guint island;
} Place;

/* Makes a variable an inner one: it joins the islands that it shares a target with. Not so where they would grow too large. */
static void
settle (LuotainImagePlan *self, Place *places, guint place, gboolean whole)
{
  const guint i = places[place].variable;
  const guint n = self->matrix->n_variables;
  const guint n_states = self->matrix->states[i];
  g_autofree gboolean *joined = g_new0 (gboolean, n);
  guint n_lanes = n_states;

  for (guint p = 0; p < n; p++)
    if (places[p].n_lanes != 0 && !joined[places[p].island]
        && (whole || share_target (self->matrix, places[p].variable, i)))
      {
        joined[places[p].island] = TRUE;
        n_lanes *= places[p].n_lanes;
      }
  if (n_lanes > (whole ? MAX_WHOLE : MAX_LANES) || self->n_inner * n_states > MAX_INNER)
    return;

  places[place] = (Place){ i, n_lanes, place };
  for (guint p = 0; p < n; p++)
    if (places[p].n_lanes != 0 && joined[places[p].island])
      places[p] = (Place){ places[p].variable, n_lanes, place };
  self->n_inner *= n_states;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Place *first = a;
  const Place *second = b;

  if (first->n_lanes != second->n_lanes)
    return first->n_lanes < second->n_lanes ? -1 : 1;

  return (int) first->island - (int) second->island;
}

static void
add_islands (LuotainImagePlan *self, const Place *places)
{
  const guint n = self->matrix->n_variables;

  self->islands = g_new0 (LuotainImageIsland, n);
  for (guint p = self->n_outer; p < n; p++)
    {
      LuotainImageIsland *island = &self->islands[MAX (self->n_islands, 1) - 1];

      if (p == self->n_outer || places[p].island != places[p - 1].island)
        {
          island = &self->islands[self->n_islands++];
          island->first = p;
          island->n_lanes = places[p].n_lanes;
          island->n_blocks = (island->n_lanes + LUOTAIN_IMAGE_LANES - 1) / LUOTAIN_IMAGE_LANES;
        }
      island->end = p + 1;
    }
}

static void
choose_inner (LuotainImagePlan *self, gboolean whole)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const guint n = matrix->n_variables;
  g_autofree Place *places = g_new0 (Place, n + 1);

  self->order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) n, sizeof (guint), compare_influence, (gpointer) matrix);
  for (guint k = 0; k < n; k++)
    places[k].variable = self->order[k];

  self->n_inner = 1;
  for (guint k = n; k-- > 0 && (!whole || self->n_inner < MAX_LANES);)
    settle (self, places, k, whole);

  /* The sort of GLib keeps the order of equals. */
  g_qsort_with_data (places, (int) n, sizeof (Place), compare_places, NULL);
  for (guint k = 0; k < n; k++)
    {
      self->order[k] = places[k].variable;
      self->n_outer += places[k].n_lanes == 0;
    }
  add_islands (self, places);
}

static gboolean
has_say (const LuotainImagePlan *self, guint first, guint end, guint j)
{
  for (guint k = first; k < end; k++)
    if (acts_on (self->matrix, self->order[k], j))
      return TRUE;

  return FALSE;
}

/* A variable, how large the island is that has a say in it, the largest number where none has, and how often it changed. */
typedef struct
{
  guint variable;
  guint n_lanes;
  guint n_changes;
} Change;

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *first = a;
  const Change *second = b;

  if (first->n_lanes != second->n_lanes)
    return first->n_lanes > second->n_lanes ? -1 : 1;
  if (first->n_changes != second->n_changes)
    return first->n_changes < second->n_changes ? -1 : 1;

  return (int) first->variable - (int) second->variable;
}

/* How often variables of the image change where an inner one does, tried on some paths. Those in which inner variables have no say
 * come first, those of the smallest island last; on an island first those that change least. */
static Change *
try_changes (const LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const guint n = matrix->n_variables;
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);
  g_autofree guint8 *paths = g_malloc (3 * n + 1);
  guint8 *path = paths;
  guint8 *before = paths + n;
  guint8 *after = paths + 2 * n;
  Change *changes = g_new0 (Change, n + 1);

  for (guint j = 0; j < n; j++)
    {
      changes[j] = (Change){ j, G_MAXUINT, 0 };
      for (guint i = 0; i < self->n_islands; i++)
        if (has_say (self, self->islands[i].first, self->islands[i].end, j))
          changes[j].n_lanes = self->islands[i].n_lanes;
    }
  for (guint trial = 0; trial < MANY_TRIALS && self->n_outer < n; trial++)
    {
      const guint i = self->order[g_rand_int_range (rand, (int) self->n_outer, (int) n)];

      for (guint j = 0; j < n; j++)
        path[j] = (guint8) g_rand_int_range (rand, 0, (int) matrix->states[j]);
      luotain_succession_step (matrix, LUOTAIN_SUCCESSION_GLOBAL, path, before);
      path[i] = (guint8) ((path[i] + 1) % matrix->states[i]);
      luotain_succession_step (matrix, LUOTAIN_SUCCESSION_GLOBAL, path, after);
      for (guint j = 0; j < n; j++)
        changes[j].n_changes += before[j] != after[j];
    }

  qsort (changes, n, sizeof (Change), compare_changes);
  return changes;
}

/* The more often a variable of the image changes, the lower its digit. The lowest ones make the place on a line. */
static void
number_paths (LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  g_autofree Change *changes = try_changes (self);

  self->n_combinations = 1;
  self->n_numbers = 1;
  for (guint k = matrix->n_variables; k-- > 0;)
    {
      const guint i = changes[k].variable;

      if (self->n_numbers < LUOTAIN_LINE_PATHS && self->n_numbers * matrix->states[i] > LUOTAIN_LINE_PATHS)
        self->n_numbers = LUOTAIN_LINE_PATHS;
      self->digits[k] = i;
      self->n_fixed += changes[k].n_lanes == G_MAXUINT;
      self->strides[i] = (guint) self->n_numbers;
      self->n_combinations *= matrix->states[i];
      self->n_numbers *= matrix->states[i];
    }
}

static void
choose_lane_size (LuotainImagePlan *self)
{
  const LuotainCrossImpact *matrix = self->matrix;
  int largest = 0;

  for (guint y = 0; y < matrix->n_states; y++)
    {
      int sum = 1;

      for (guint i = 0; i < matrix->n_variables; i++)
        {
          int most = 0;

          for (guint x = matrix->offsets[i]; x < matrix->offsets[i + 1]; x++)
            most = MAX (most, ABS (luotain_image_addition (matrix, x, y)));
          sum += most;
        }
      largest = MAX (largest, sum);
    }

  self->lane_size = largest <= G_MAXINT8 ? 1 : largest <= G_MAXINT16 ? 2 : 0;
}

/* What the inner variables add in a lane: those of the island as the lane has them, the others as in any lane. */
static int
sum_additions (const LuotainImagePlan *self, const LuotainImageIsland *island, guint lane, guint state)
{
  const LuotainCrossImpact *matrix = self->matrix;
  int sum = 0;

  for (guint k = matrix->n_variables; k-- > self->n_outer;)
    {
      const guint i = self->order[k];
      const gboolean inside = k >= island->first && k < island->end;

      sum += luotain_image_addition (matrix, matrix->offsets[i] + (inside ? lane % matrix->states[i] : 0),
                                     state);
      if (inside)
        lane /= matrix->states[i];
    }

  return sum;
}

static void
fill_island (const LuotainImagePlan *self, LuotainImageIsland *island)
{
  const LuotainCrossImpact *matrix = self->matrix;
  const gsize n_lanes = (gsize) island->n_blocks * LUOTAIN_IMAGE_LANES;

  island->digits = g_new (guint, matrix->n_variables);
  for (guint k = self->n_fixed; k < matrix->n_variables; k++)
    if (has_say (self, island->first, island->end, self->digits[k]))
      island->digits[island->n_digits++] = self->digits[k];

  island->additions = g_aligned_alloc0 (matrix->n_states * n_lanes, self->lane_size, 128);
  for (guint d = 0; d < island->n_digits; d++)
    for (guint y = matrix->offsets[island->digits[d]]; y < matrix->offsets[island->digits[d] + 1]; y++)
      for (guint lane = 0; lane < island->n_lanes; lane++)
        {
          const int sum = sum_additions (self, island, lane, y);

          if (self->lane_size == 1)
            ((gint8 *) island->additions)[y * n_lanes + lane] = (gint8) sum;
          else
            ((gint16 *) island->additions)[y * n_lanes + lane] = (gint16) sum;
        }
}

LuotainImagePlan *
luotain_image_plan_new (const LuotainCrossImpact *matrix, gboolean whole)
{
  LuotainImagePlan *self = g_new0 (LuotainImagePlan, 1);

  self->matrix = matrix;
  self->strides = g_new0 (guint, matrix->n_variables + 1);
  self->digits = g_new0 (guint, matrix->n_variables + 1);
  choose_inner (self, whole);
  number_paths (self);
  choose_lane_size (self);
  if (self->n_islands == 0 || self->n_numbers > G_MAXINT32)
    self->lane_size = 0;
  if (self->lane_size == 0)
    return self;

  for (guint island = 0; island < self->n_islands; island++)
    fill_island (self, &self->islands[island]);
  luotain_follow_tables_init (self);
  return self;
}

void
luotain_image_plan_free (LuotainImagePlan *self)
{
  if (self == NULL)
    return;

  for (guint island = 0; island < self->n_islands; island++)
    {
      g_free (self->islands[island].digits);
      g_aligned_free (self->islands[island].additions);
    }
  luotain_follow_tables_clear (&self->follow);
  g_free (self->islands);
  g_free (self->strides);
  g_free (self->order);
  g_free (self->digits);
  g_free (self);
}

void
luotain_image_plan_read (const LuotainImagePlan *self, guint32 number, guint8 *path)
{
  for (guint i = 0; i < self->matrix->n_variables; i++)
    {
      const guint32 part = self->strides[i] < LUOTAIN_LINE_PATHS ? number % LUOTAIN_LINE_PATHS : number;

      path[i] = (guint8) (part / self->strides[i] % self->matrix->states[i]);
    }
}
