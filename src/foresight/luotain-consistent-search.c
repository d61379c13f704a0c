#include "luotain-consistent-search.h"

#include <string.h>

/* At most so many steps at the split level are shared. */
#define MANY_SPLITS 1024
/* What the second thread has done is told in such parts. */
#define WHOLE 1000000

/* What two threads share. */
struct _LuotainSplit
{
  gint claims[MANY_SPLITS];
  LuotainSearch helper;
  GThread *thread;
  gboolean portable;
  gint stopped;
  gint done_by_helper;
};

void luotain_kernel_8 (LuotainSearch *search);
void luotain_kernel_16 (LuotainSearch *search);
void luotain_kernel_32 (LuotainSearch *search);
#ifdef LUOTAIN_HAVE_X86_KERNELS
void luotain_kernel_avx2_8 (LuotainSearch *search);
void luotain_kernel_avx2_16 (LuotainSearch *search);
void luotain_kernel_avx512_8 (LuotainSearch *search);
void luotain_kernel_avx512_16 (LuotainSearch *search);
#endif

gboolean
luotain_search_is_portable (void)
{
  return g_strcmp0 (g_getenv ("LUOTAIN_PORTABLE"), "1") == 0;
}

static LuotainKernel
pick_kernel (guint lane_size, gboolean portable)
{
#ifdef LUOTAIN_HAVE_X86_KERNELS
  if (!portable && lane_size <= 2)
    {
      if (__builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512vl"))
        return lane_size == 1 ? luotain_kernel_avx512_8 : luotain_kernel_avx512_16;
      if (__builtin_cpu_supports ("avx2"))
        return lane_size == 1 ? luotain_kernel_avx2_8 : luotain_kernel_avx2_16;
    }
#endif

  return lane_size == 1 ? luotain_kernel_8 : lane_size == 2 ? luotain_kernel_16 : luotain_kernel_32;
}

void
luotain_search_init (LuotainSearch *self, const LuotainProblem *problem)
{
  memset (self, 0, sizeof (*self));
  self->problem = problem;
  self->max_distance = G_MAXUINT;
  self->alive = g_new0 (guint64, problem->n_words + 1);
  self->paths = g_byte_array_new ();
}

void
luotain_search_clear (LuotainSearch *self)
{
  g_clear_pointer (&self->alive, g_free);
  g_clear_pointer (&self->paths, g_byte_array_unref);
}

static void
run_alone (LuotainSearch *self, gboolean portable)
{
  pick_kernel (self->problem->lane_size, portable || luotain_search_is_portable ()) (self);
}

static gpointer
help (gpointer data)
{
  LuotainSplit *split = data;

  run_alone (&split->helper, split->portable);
  return NULL;
}

/* A thread of its own costs as much as some hundred steps. */
static void
call_help (LuotainSearch *self)
{
  LuotainSplit *split = self->split;
  LuotainSearch *helper = &split->helper;

  luotain_search_init (helper, self->problem);
  helper->max_distance = self->max_distance;
  helper->limit = self->limit;
  helper->node_budget = self->node_budget;
  helper->cancellable = self->cancellable;
  helper->split = split;
  helper->helps = TRUE;
  split->thread = g_thread_new ("search", help, split);
}

static void
take_over (LuotainSearch *self, const LuotainSearch *helper)
{
  g_byte_array_append (self->paths, helper->paths->data, helper->paths->len);
  self->n_paths += helper->n_paths;
  self->n_nodes += helper->n_nodes;
  self->done += helper->done;
  if (self->end == LUOTAIN_END_COMPLETE)
    self->end = helper->end;
}

static void
run_together (LuotainSearch *self, gboolean portable)
{
  LuotainSplit split = { .portable = portable };

  self->split = &split;
  run_alone (self, portable);
  g_atomic_int_set (&split.stopped, self->end != LUOTAIN_END_COMPLETE);
  if (split.thread != NULL)
    {
      g_thread_join (split.thread);
      take_over (self, &split.helper);
      luotain_search_clear (&split.helper);
    }

  self->split = NULL;
}

void
luotain_search_run (LuotainSearch *self, gboolean portable)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    self->end = LUOTAIN_END_CANCELLED;
  else if (self->n_threads > 1 && self->dive == NULL && !self->only_reduce)
    run_together (self, portable);
  else
    run_alone (self, portable);
}

gboolean
luotain_search_claim (LuotainSearch *self)
{
  const guint step = self->n_splits++;

  /* What is not noted down is left to the first thread. */
  if (step >= MANY_SPLITS)
    return !self->helps;

  return g_atomic_int_compare_and_exchange (&self->split->claims[step], 0, 1);
}

void
luotain_search_add (LuotainSearch *self, const guint64 *alive)
{
  const LuotainProblem *problem = self->problem;
  guint8 path[LUOTAIN_CROSS_IMPACT_MAX_VARIABLES];

  if (self->limit != 0 && self->n_paths >= self->limit)
    {
      self->end = LUOTAIN_END_LIMIT;
      return;
    }

  for (guint i = 0; i < problem->n_variables; i++)
    {
      const LuotainProblemVariable *variable = &problem->variables[i];

      path[i] = (guint8) (__builtin_ctzll (alive[variable->word] & variable->field) - (int) variable->shift);
    }
  g_byte_array_append (self->paths, path, problem->n_variables);
  self->n_paths++;
}

/* What both threads have done. */
static double
add_up_done (const LuotainSearch *self)
{
  return self->done
         + (self->split != NULL ? g_atomic_int_get (&self->split->done_by_helper) / (double) WHOLE : 0);
}

void
luotain_search_look (LuotainSearch *self)
{
  gint64 now;

  if (g_cancellable_is_cancelled (self->cancellable)
      || (self->helps && g_atomic_int_get (&self->split->stopped)))
    self->end = LUOTAIN_END_CANCELLED;
  if (self->helps)
    g_atomic_int_set (&self->split->done_by_helper, (gint) (MIN (self->done, 1) * WHOLE));
  else if (self->split != NULL && self->split->thread == NULL)
    call_help (self);
  if (self->progress == NULL)
    return;

  now = g_get_monotonic_time ();
  if (now < self->next_look)
    return;
  self->next_look = now + 10000;
  self->told = CLAMP (add_up_done (self), self->told, 1);
  self->progress (self->told, self->progress_data);
}
