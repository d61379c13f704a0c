#include "luotain-consistent-search.h"

#include <string.h>

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

void
luotain_search_run (LuotainSearch *self, gboolean portable)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    self->end = LUOTAIN_END_CANCELLED;
  else
    pick_kernel (self->problem->lane_size, portable || luotain_search_is_portable ()) (self);
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

void
luotain_search_look (LuotainSearch *self)
{
  gint64 now;

  if (g_cancellable_is_cancelled (self->cancellable))
    self->end = LUOTAIN_END_CANCELLED;
  if (self->progress == NULL)
    return;

  now = g_get_monotonic_time ();
  if (now < self->next_look)
    return;
  self->next_look = now + 10000;
  self->told = CLAMP (self->done, self->told, 1);
  self->progress (self->told, self->progress_data);
}
