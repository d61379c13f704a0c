#include "luotain-attractor-graph.h"

#include "luotain-consistent-search.h"
#include "luotain-image-sweep.h"

#include <string.h>

/* Paths, each of which moves on to another one of them. In global succession only those that some path moves on to are kept,
 * with how many do. */
typedef struct
{
  const LuotainCrossImpact *matrix;
  /* How the numbers are to be read; where there is none, as they are written here. */
  const LuotainImagePlan *plan;
  gsize n;
  const guint32 *numbers;
  const guint32 *counts;
  guint32 *next;
  GArray *attractors;
} Graph;

void
luotain_attractor_turn (LuotainAttractor *self, guint n_variables)
{
  const gsize n = n_variables;
  g_autofree guint8 *turned = g_malloc (MAX (self->length * n, 1));
  gsize least = 0;

  for (gsize p = 1; p < self->length; p++)
    if (memcmp (self->states + p * n, self->states + least * n, n) < 0)
      least = p;

  memcpy (turned, self->states + least * n, (self->length - least) * n);
  memcpy (turned + (self->length - least) * n, self->states, least * n);
  memcpy (self->states, turned, self->length * n);
}

static void
read_number (const LuotainCrossImpact *matrix, guint64 number, guint8 *path)
{
  for (guint i = matrix->n_variables; i-- > 0;)
    {
      path[i] = (guint8) (number % matrix->states[i]);
      number /= matrix->states[i];
    }
}

static guint32
write_number (const LuotainCrossImpact *matrix, const guint8 *path)
{
  guint64 number = 0;

  for (guint i = 0; i < matrix->n_variables; i++)
    number = number * matrix->states[i] + path[i];

  return (guint32) number;
}

/* Adds the attractor that goes round from @start; returns its place. */
static guint
add_attractor (Graph *self, guint32 start)
{
  const guint n = self->matrix->n_variables;
  LuotainAttractor attractor = { 0 };
  guint32 node = start;

  do
    {
      attractor.length++;
      node = self->next[node];
    }
  while (node != start);

  attractor.states = g_malloc (MAX (attractor.length * n, 1));
  for (gsize p = 0; p < attractor.length; p++, node = self->next[node])
    if (self->plan != NULL)
      luotain_image_plan_read (self->plan, self->numbers[node], attractor.states + p * n);
    else
      read_number (self->matrix, node, attractor.states + p * n);
  luotain_attractor_turn (&attractor, n);
  g_array_append_val (self->attractors, attractor);
  return self->attractors->len - 1;
}

/* Walks from every path until something known is met, then goes the same way again and says where it leads. A path is known by
 * the place of its attractor plus 1; on the way by the largest number. */
static void
resolve (Graph *self)
{
  g_autofree guint32 *known = g_new0 (guint32, MAX (self->n, 1));

  self->attractors = g_array_new (FALSE, FALSE, sizeof (LuotainAttractor));
  for (gsize start = 0; start < self->n; start++)
    {
      guint32 node = (guint32) start;
      guint32 attractor;

      for (; known[node] == 0; node = self->next[node])
        known[node] = G_MAXUINT32;
      attractor = known[node] == G_MAXUINT32 ? add_attractor (self, node) + 1 : known[node];
      for (node = (guint32) start; known[node] == G_MAXUINT32; node = self->next[node])
        known[node] = attractor;
      g_array_index (self->attractors, LuotainAttractor, attractor - 1).weight += self->counts != NULL
                                                                                      ? self->counts[start]
                                                                                      : 1;
    }
}

static GArray *
weigh_images (const LuotainImagePlan *plan, const LuotainWeightOptions *options, GCancellable *cancellable,
              LuotainProgressFunc progress, gpointer data)
{
  const gboolean portable = options->portable || luotain_search_is_portable ();
  g_autofree guint32 *next = NULL;
  g_auto (LuotainImages) images = { 0 };
  Graph graph = { plan->matrix };

  if (!luotain_image_sweep (plan, options->n_threads, portable, cancellable, progress, data, &images))
    return NULL;

  next = g_new (guint32, MAX (images.n, 1));
  luotain_image_plan_follow (plan, images.numbers, images.n, portable, next);
  for (gsize i = 0; i < images.n; i++)
    next[i] = luotain_images_place (&images, next[i]);
  graph.plan = plan;
  graph.n = images.n;
  graph.numbers = images.numbers;
  graph.counts = images.counts;
  graph.next = next;
  resolve (&graph);
  return graph.attractors;
}

static GArray *
weigh_one_by_one (const LuotainCrossImpact *matrix, const LuotainWeightOptions *options,
                  GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  const gsize n = (gsize) luotain_cross_impact_n_combinations (matrix);
  g_autofree guint32 *next = g_new (guint32, n);
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables + 1);
  Graph graph = { matrix };

  for (gsize number = 0; number < n; number++)
    {
      read_number (matrix, number, path);
      luotain_succession_step (matrix, options->succession, path, path);
      next[number] = write_number (matrix, path);
      if (number % 4096 != 0)
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (progress != NULL)
        progress ((double) number / (double) n, data);
    }

  graph.n = n;
  graph.next = next;
  resolve (&graph);
  return graph.attractors;
}

GArray *
luotain_attractor_graph_weigh (const LuotainCrossImpact *matrix, const LuotainWeightOptions *options,
                               GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  g_autoptr (LuotainImagePlan) plan = NULL;

  if (options->succession == LUOTAIN_SUCCESSION_GLOBAL)
    plan = luotain_image_plan_new (matrix);
  if (plan != NULL && plan->lane_size != 0)
    return weigh_images (plan, options, cancellable, progress, data);

  return weigh_one_by_one (matrix, options, cancellable, progress, data);
}
