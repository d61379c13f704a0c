#include "luotain-attractor-graph.h"

#include "luotain-consistent-search.h"
#include "luotain-image-sweep.h"
#include "luotain-share.h"

#include <string.h>

/* A path, where it moves on to, and what is known of where that leads: the place of an attractor plus 1, or the largest number
 * while it is being followed. */
typedef struct
{
  guint32 next;
  guint32 known;
} Node;

/* Paths, each of which moves on to another one of them. In global succession only those that some path moves on to are kept. */
typedef struct
{
  const LuotainCrossImpact *matrix;
  /* How the numbers are to be read; where there is none, as they are written here. */
  const LuotainImagePlan *plan;
  gsize n;
  const guint32 *numbers;
  /* How many paths come there in two steps; without them each path is a start of its own. */
  const guint32 *counts;
  Node *nodes;
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
      node = self->nodes[node].next;
    }
  while (node != start);

  attractor.states = g_malloc (MAX (attractor.length * n, 1));
  for (gsize p = 0; p < attractor.length; p++, node = self->nodes[node].next)
    if (self->plan != NULL)
      luotain_image_plan_read (self->plan, self->numbers[node], attractor.states + p * n);
    else
      read_number (self->matrix, node, attractor.states + p * n);
  luotain_attractor_turn (&attractor, n);
  g_array_append_val (self->attractors, attractor);
  return self->attractors->len - 1;
}

/* Walks from every path that counts until something known is met, then goes the same way again and says where it leads. */
static void
resolve (Graph *self)
{
  Node *nodes = self->nodes;

  self->attractors = g_array_new (FALSE, FALSE, sizeof (LuotainAttractor));
  for (gsize start = 0; start < self->n; start++)
    {
      const guint32 count = self->counts != NULL ? self->counts[start] : 1;
      guint32 node = (guint32) start;
      guint32 attractor;

      if (count == 0)
        continue;
      for (; nodes[node].known == 0; node = nodes[node].next)
        nodes[node].known = G_MAXUINT32;
      attractor = nodes[node].known == G_MAXUINT32 ? add_attractor (self, node) + 1 : nodes[node].known;
      for (node = (guint32) start; nodes[node].known == G_MAXUINT32; node = nodes[node].next)
        nodes[node].known = attractor;
      g_array_index (self->attractors, LuotainAttractor, attractor - 1).weight += count;
    }
}

/* What the threads share that find where images move on to. */
typedef struct
{
  const LuotainImagePlan *plan;
  const LuotainImages *images;
  gboolean portable;
  Node *nodes;
  guint32 *counts[LUOTAIN_MAX_TALLIES];
} Following;

/* Finds where images move on to, and how many paths come there in two steps: of those there are much fewer. */
static void
follow_images (gpointer data, guint number, guint n)
{
  Following *self = data;
  const gsize end = self->images->n * (number + 1) / n;
  guint32 *counts = g_new0 (guint32, MAX (self->images->n, 1));
  guint32 next[1024];

  for (gsize first = self->images->n * number / n; first < end; first += G_N_ELEMENTS (next))
    {
      const gsize n_next = MIN (end - first, G_N_ELEMENTS (next));

      luotain_image_plan_follow (self->plan, self->images->numbers + first, n_next, self->portable, next);
      /* First all places, then all counts: so that memory is not waited for at each one. */
      for (gsize i = 0; i < n_next; i++)
        next[i] = luotain_images_place (self->images, next[i]);
      for (gsize i = 0; i < n_next; i++)
        {
          self->nodes[first + i] = (Node){ next[i], 0 };
          counts[next[i]] += self->images->counts[first + i];
        }
    }
  self->counts[number] = counts;
}

static GArray *
weigh_images (const LuotainImagePlan *plan, const LuotainWeightOptions *options, GCancellable *cancellable,
              LuotainProgressFunc progress, gpointer data)
{
  const gboolean portable = options->portable || luotain_search_is_portable ();
  const guint n_threads = CLAMP (options->n_threads, 1, LUOTAIN_MAX_TALLIES);
  g_auto (LuotainImages) images = { 0 };
  g_autofree Node *nodes = NULL;
  Graph graph = { plan->matrix };
  Following following;

  if (!luotain_image_sweep (plan, n_threads, portable, cancellable, progress, data, &images))
    return NULL;

  nodes = g_new (Node, MAX (images.n, 1));
  following = (Following){ plan, &images, portable, nodes, { NULL } };
  luotain_share (n_threads, follow_images, &following);
  for (guint t = 1; t < n_threads; t++)
    for (gsize i = 0; i < images.n; i++)
      following.counts[0][i] += following.counts[t][i];

  graph.plan = plan;
  graph.n = images.n;
  graph.numbers = images.numbers;
  graph.counts = following.counts[0];
  graph.nodes = nodes;
  resolve (&graph);
  for (guint t = 0; t < n_threads; t++)
    g_free (following.counts[t]);
  return graph.attractors;
}

static GArray *
weigh_one_by_one (const LuotainCrossImpact *matrix, const LuotainWeightOptions *options,
                  GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  const gsize n = (gsize) luotain_cross_impact_n_combinations (matrix);
  g_autofree Node *nodes = g_new (Node, n);
  g_autofree guint8 *path = g_malloc0 (matrix->n_variables + 1);
  Graph graph = { matrix };

  for (gsize number = 0; number < n; number++)
    {
      read_number (matrix, number, path);
      luotain_succession_step (matrix, options->succession, path, path);
      nodes[number] = (Node){ write_number (matrix, path), 0 };
      if (number % 4096 != 0)
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (progress != NULL)
        progress ((double) number / (double) n, data);
    }

  graph.n = n;
  graph.nodes = nodes;
  resolve (&graph);
  return graph.attractors;
}

GArray *
luotain_attractor_graph_weigh (const LuotainCrossImpact *matrix, const LuotainWeightOptions *options,
                               GCancellable *cancellable, LuotainProgressFunc progress, gpointer data)
{
  g_autoptr (LuotainImagePlan) plan = NULL;

  if (options->succession == LUOTAIN_SUCCESSION_GLOBAL)
    plan = luotain_image_plan_new (matrix, FALSE);
  if (plan != NULL && plan->lane_size != 0)
    return weigh_images (plan, options, cancellable, progress, data);

  return weigh_one_by_one (matrix, options, cancellable, progress, data);
}
