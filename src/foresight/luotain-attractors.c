#include "luotain-attractor-graph.h"
#include "luotain-succession.h"

#include <string.h>

#define DEFAULT_SAMPLES 100000
#define MAX_GLOBAL (G_GUINT64_CONSTANT (1) << 28)
#define MAX_LOCAL (G_GUINT64_CONSTANT (1) << 24)

/* Attractors that were met, by the least of their paths. */
typedef struct
{
  const LuotainCrossImpact *matrix;
  LuotainSuccession succession;
  GHashTable *by_path;
  GArray *attractors;
} Meeting;

static gpointer
key_of (Meeting *meeting, const guint8 *path)
{
  g_autoptr (GBytes) key = g_bytes_new (path, meeting->matrix->n_variables);

  return g_hash_table_lookup (meeting->by_path, key);
}

static void
remember (Meeting *meeting, const guint8 *path, gpointer number)
{
  g_hash_table_insert (meeting->by_path, g_bytes_new (path, meeting->matrix->n_variables), number);
}

/* Follows @start until something known is met; everything on the way is known from then on. */
static guint
find_attractor (Meeting *meeting, const guint8 *start)
{
  const guint n = meeting->matrix->n_variables;
  g_autoptr (GByteArray) way = g_byte_array_new ();
  g_autofree guint8 *path = g_memdup2 (start, n);
  gpointer number = key_of (meeting, path);
  gsize length = 0;

  while (number == NULL)
    {
      /* Until it is known where it leads, a path on the way is marked with its place behind all attractors. */
      remember (meeting, path, GSIZE_TO_POINTER (G_MAXUINT32 + length + 1));
      g_byte_array_append (way, path, n);
      length++;
      luotain_succession_step (meeting->matrix, meeting->succession, path, path);
      number = key_of (meeting, path);
    }

  if (GPOINTER_TO_SIZE (number) > G_MAXUINT32)
    {
      const gsize first = GPOINTER_TO_SIZE (number) - G_MAXUINT32 - 1;
      LuotainAttractor attractor = { length - first, NULL, 0 };

      attractor.states = g_memdup2 (way->data + first * n, attractor.length * n);
      luotain_attractor_turn (&attractor, n);
      g_array_append_val (meeting->attractors, attractor);
      number = GSIZE_TO_POINTER ((gsize) meeting->attractors->len);
    }

  for (gsize p = 0; p < length; p++)
    remember (meeting, way->data + p * n, number);
  return (guint) GPOINTER_TO_SIZE (number) - 1;
}

static gboolean
go_on (LuotainAttractorSet *self, guint64 done, guint64 all, GCancellable *cancellable,
       LuotainProgressFunc progress, gpointer data)
{
  if (done % 65536 != 0)
    return TRUE;
  if (progress != NULL)
    progress ((double) done / (double) all, data);
  if (g_cancellable_is_cancelled (cancellable))
    self->end = LUOTAIN_END_CANCELLED;

  return self->end == LUOTAIN_END_COMPLETE;
}

static void
draw (const LuotainCrossImpact *matrix, GRand *rand, guint8 *path)
{
  for (guint j = 0; j < matrix->n_variables; j++)
    path[j] = (guint8) g_rand_int_range (rand, 0, (int) matrix->states[j]);
}

static int
compare_attractors (gconstpointer a, gconstpointer b, gpointer data)
{
  const LuotainAttractor *first = a;
  const LuotainAttractor *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;

  return memcmp (first->states, second->states, GPOINTER_TO_UINT (data));
}

/* Draws paths and follows them; what was met on the way is remembered. */
static GArray *
draw_samples (LuotainAttractorSet *self, const LuotainCrossImpact *matrix,
              const LuotainWeightOptions *options, GCancellable *cancellable, LuotainProgressFunc progress,
              gpointer data)
{
  const guint64 n_samples = options->n_samples != 0 ? options->n_samples : DEFAULT_SAMPLES;
  g_autoptr (GRand) rand = g_rand_new_with_seed (options->seed);
  g_autofree guint8 *path = g_malloc0 (MAX (matrix->n_variables, 1));
  Meeting meeting = { matrix, options->succession };

  meeting.by_path = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  meeting.attractors = g_array_new (FALSE, FALSE, sizeof (LuotainAttractor));
  for (guint64 s = 0; s < n_samples && go_on (self, s, n_samples, cancellable, progress, data); s++)
    {
      guint number;

      draw (matrix, rand, path);
      number = find_attractor (&meeting, path);
      g_array_index (meeting.attractors, LuotainAttractor, number).weight++;
      self->n_starts++;
    }

  g_hash_table_unref (meeting.by_path);
  return meeting.attractors;
}

LuotainAttractorSet *
luotain_succession_weigh (const LuotainCrossImpact *matrix, const LuotainWeightOptions *options,
                          GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  const LuotainWeightOptions plain = { 0 };
  const LuotainWeightOptions *o = options != NULL ? options : &plain;
  const guint64 largest = o->succession == LUOTAIN_SUCCESSION_GLOBAL ? MAX_GLOBAL : MAX_LOCAL;
  const guint64 max = o->max_combinations != 0 ? MIN (o->max_combinations, MAX_GLOBAL) : largest;
  LuotainAttractorSet *self = g_new0 (LuotainAttractorSet, 1);
  GArray *attractors;

  self->n_variables = matrix->n_variables;
  self->exact = luotain_cross_impact_n_combinations (matrix) <= (double) max;
  if (self->exact)
    {
      attractors = luotain_attractor_graph_weigh (matrix, o, cancellable, progress, data);
      self->end = attractors == NULL ? LUOTAIN_END_CANCELLED : LUOTAIN_END_COMPLETE;
      self->n_starts = attractors == NULL ? 0 : (guint64) luotain_cross_impact_n_combinations (matrix);
      if (attractors == NULL)
        attractors = g_array_new (FALSE, FALSE, sizeof (LuotainAttractor));
    }
  else
    attractors = draw_samples (self, matrix, o, cancellable, progress, data);

  self->n = attractors->len;
  self->attractors = (LuotainAttractor *) (gpointer) g_array_free (attractors, FALSE);
  g_qsort_with_data (self->attractors, (int) self->n, sizeof (LuotainAttractor), compare_attractors,
                     GUINT_TO_POINTER (matrix->n_variables));
  if (self->end != LUOTAIN_END_COMPLETE)
    self->exact = FALSE;
  return self;
}

guint64
luotain_attractor_set_weight (const LuotainAttractorSet *self, const guint8 *path)
{
  for (gsize a = 0; a < self->n; a++)
    if (self->attractors[a].length == 1 && memcmp (self->attractors[a].states, path, self->n_variables) == 0)
      return self->attractors[a].weight;

  return 0;
}

void
luotain_attractor_set_free (LuotainAttractorSet *self)
{
  if (self == NULL)
    return;

  for (gsize a = 0; a < self->n; a++)
    g_free (self->attractors[a].states);

  g_free (self->attractors);
  g_free (self);
}
