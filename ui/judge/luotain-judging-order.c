#include "config.h"

#include "luotain-judging-order.h"

#include <glib/gi18n.h>

/* What a room that is used to it takes to read a screen aloud and to agree. */
#define SECONDS_A_SCREEN 20

LuotainJudgingOrder *
luotain_judging_order_new (const LuotainMatrix *matrix)
{
  LuotainJudgingOrder *self = g_new0 (LuotainJudgingOrder, 1);

  self->screens = g_array_new (FALSE, FALSE, sizeof (LuotainJudgingScreen));
  for (guint i = 0; i < matrix->variables->len; i++)
    for (guint j = 0; j < matrix->variables->len; j++)
      {
        if (i == j || !luotain_matrix_get_block (matrix, i, j)->is_open)
          continue;

        for (guint x = 0; x < luotain_matrix_get_variable (matrix, i)->n_states; x++)
          {
            const LuotainJudgingScreen screen = { i, x, j, self->n_blocks,
                                                  luotain_matrix_screen_is_judged (matrix, i, x, j) };

            g_array_append_val (self->screens, screen);
            self->n_left += screen.judged ? 0 : 1;
          }
        self->n_blocks++;
      }

  return self;
}

void
luotain_judging_order_free (LuotainJudgingOrder *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->screens);
  g_free (self);
}

const LuotainJudgingScreen *
luotain_judging_order_get (const LuotainJudgingOrder *self, guint place)
{
  return &g_array_index (self->screens, LuotainJudgingScreen, place);
}

gboolean
luotain_judging_order_find (const LuotainJudgingOrder *self, guint source, guint state, guint target,
                            guint *place)
{
  for (guint i = 0; i < self->screens->len; i++)
    {
      const LuotainJudgingScreen *screen = luotain_judging_order_get (self, i);

      if (screen->source == source && screen->state == state && screen->target == target)
        {
          *place = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
luotain_judging_order_next (const LuotainJudgingOrder *self, guint from, guint *place)
{
  for (guint i = 0; i < self->screens->len; i++)
    {
      const guint candidate = (from + i) % self->screens->len;

      if (!luotain_judging_order_get (self, candidate)->judged)
        {
          *place = candidate;
          return TRUE;
        }
    }
  return FALSE;
}

GArray *
luotain_judging_order_get_shares (const LuotainJudgingOrder *self)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint block = 0, i = 0; block < self->n_blocks; block++)
    {
      guint n_screens = 0, n_judged = 0;
      double share;

      for (; i < self->screens->len && luotain_judging_order_get (self, i)->block == block; i++)
        {
          n_screens++;
          n_judged += luotain_judging_order_get (self, i)->judged ? 1 : 0;
        }
      share = (double) n_judged / MAX (1, n_screens);
      g_array_append_val (shares, share);
    }
  return shares;
}

char *
luotain_judging_order_describe (const LuotainJudgingOrder *self, const LuotainJudgingScreen *screen)
{
  const guint minutes = luotain_judging_minutes (self->n_left);
  g_autofree char *left = NULL;
  g_autofree char *time = NULL;

  if (self->n_left == 0)
    return g_strdup_printf (_ ("Step 2 of 2 · pair %u of %u · everything is judged"), screen->block + 1,
                            self->n_blocks);

  left = g_strdup_printf (ngettext ("%u question left", "%u questions left", self->n_left), self->n_left);
  time = g_strdup_printf (ngettext ("about %u minute", "about %u minutes", minutes), minutes);
  /* Translators: a pair of key variables; then how many questions are left, and how long they take */
  return g_strdup_printf (_ ("Step 2 of 2 · pair %u of %u · %s, %s"), screen->block + 1, self->n_blocks, left,
                          time);
}

guint
luotain_judging_minutes (guint n_screens)
{
  return MAX (1, (n_screens * SECONDS_A_SCREEN + 59) / 60);
}
