#include "luotain-solved.h"

static gboolean
differ_in_one (const LuotainCrossImpact *a, const LuotainCrossImpact *b)
{
  const gsize size = (gsize) a->n_states * a->n_states;
  guint n = 0;

  for (gsize c = 0; c < size && n < 2; c++)
    n += a->judgements[c] != b->judgements[c];

  return n == 1;
}

static gboolean
leads_to (const LuotainSolved *self, const LuotainCrossImpact *judgements,
          const LuotainConsistentOptions *options)
{
  return self->set->end == LUOTAIN_END_COMPLETE && self->set->ic == options->ic
         && luotain_cross_impact_same_shape (self->judgements, judgements)
         && differ_in_one (self->judgements, judgements);
}

LuotainSolved *
luotain_solved_new (const LuotainSolved *last, const LuotainCrossImpact *judgements,
                    const LuotainConsistentOptions *options, GCancellable *cancellable,
                    LuotainProgressFunc progress, gpointer data)
{
  LuotainSolved *self = g_atomic_rc_box_new0 (LuotainSolved);

  g_assert (options->fixed == NULL && options->near == NULL);

  self->judgements = luotain_cross_impact_copy (judgements);
  self->from_last = last != NULL && leads_to (last, judgements, options);
  if (self->from_last)
    self->set = luotain_consistent_find_again (last->set, last->judgements, judgements, options, cancellable,
                                               progress, data);
  else
    self->set = luotain_consistent_find (judgements, options, cancellable, progress, data);
  return self;
}

LuotainSolved *
luotain_solved_ref (LuotainSolved *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LuotainSolved *self = data;

  luotain_cross_impact_free (self->judgements);
  luotain_consistent_set_free (self->set);
}

void
luotain_solved_unref (LuotainSolved *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
