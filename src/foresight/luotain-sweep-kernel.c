/* The innermost part of the sweep. Compiled several times, as luotain-consistent-kernel.c is. */
#include "luotain-consistent-sweep.h"
#include "luotain-lanes.h"

void LUOTAIN_KERNEL (const LuotainSweepPlan *plan, const guint8 *path, const gint16 *bases, guint64 *found);

/* By how much the state that each lane is in leads some rival: all rivals at once, as far as signs go. */
INLINE guint64
find_behind (const LuotainSweepPlan *plan, const LuotainSweepCheck *check, const guint8 *path,
             const gint16 *bases, guint block)
{
  const guint n_rivals = check->n_states - 1;
  const guint chosen = check->selectors == NULL ? path[check->variable] : 0;
  const Vector *additions = (const Vector *) plan->additions + block;
  const Vector *selectors = (const Vector *) check->selectors + block;
  Vector lowest = { 0 };

  for (guint rival = 0; rival < n_rivals; rival++)
    {
      const guint pair = check->first + chosen * n_rivals + rival;
      Vector base = (Vector){ 0 } + (Lane) bases[pair];

      if (check->selectors != NULL)
        base &= selectors[0];
      for (guint a = 1; check->selectors != NULL && a < check->n_states; a++)
        base |= selectors[(gsize) a * plan->n_blocks] & (Lane) bases[pair + a * n_rivals];
      lowest |= additions[(gsize) pair * plan->n_blocks] + base;
    }

  return find_negative (&lowest);
}

void
LUOTAIN_KERNEL (const LuotainSweepPlan *plan, const guint8 *path, const gint16 *bases, guint64 *found)
{
  for (guint block = 0; block < plan->n_blocks; block++)
    {
      guint64 alive = plan->lanes[block];

      for (guint c = 0; c < plan->n_checks && alive != 0; c++)
        alive &= ~find_behind (plan, &plan->checks[c], path, bases, block);
      found[block] = alive;
    }
}
