#include "luotain-table-space.h"

/* Steps the count may take while somebody looks on: a fraction of a frame. */
#define COUNT_BUDGET 400000

LuotainFuturesSpace *
luotain_table_space_new (const LuotainFuturesTable *table, GHashTable *fixed)
{
  g_autofree guint *n_states = g_new0 (guint, MAX (1, table->rows->len));
  LuotainFuturesSpace *space;

  if (table->rows->len > LUOTAIN_FUTURES_MAX_ROWS)
    return NULL;
  for (guint i = 0; i < table->rows->len; i++)
    {
      n_states[i] = luotain_futures_table_row (table, i)->states->len;
      if (n_states[i] > LUOTAIN_FUTURES_MAX_STATES)
        return NULL;
    }

  space = luotain_futures_space_new (table->rows->len, n_states);
  for (guint i = 0; i < table->exclusions->len; i++)
    {
      const LuotainFuturesExclusion *exclusion = table->exclusions->pdata[i];

      luotain_futures_space_mark (space, exclusion->row_a, exclusion->state_a, exclusion->row_b,
                                  exclusion->state_b, luotain_futures_exclusion_strikes (exclusion));
    }
  for (guint i = 0; fixed != NULL && i < table->rows->len; i++)
    {
      const gint64 *state = g_hash_table_lookup (fixed, &luotain_futures_table_row (table, i)->id);
      guint row, index;

      if (state != NULL && luotain_futures_table_find (table, *state, &row, &index) && row == i)
        luotain_futures_space_fix (space, i, index);
    }
  return space;
}

void
luotain_table_space_compute (const LuotainFuturesTable *table, GHashTable *fixed, gboolean *any,
                             char **n_remaining, guint64 **possible)
{
  g_autoptr (LuotainFuturesSpace) space = luotain_table_space_new (table, fixed);

  *any = FALSE;
  *n_remaining = NULL;
  *possible = NULL;
  if (space == NULL)
    return;

  *possible = g_new0 (guint64, MAX (1, table->rows->len));
  *any = luotain_futures_space_possible (space, *possible);
  *n_remaining = table->n_states > 0 ? luotain_futures_space_n_remaining (space, COUNT_BUDGET)
                                     : g_strdup ("0");
}

guint
luotain_table_space_n_struck (const LuotainFuturesTable *table, const LuotainFuturesPath *path)
{
  guint n = 0;

  for (guint i = 0; i < table->exclusions->len; i++)
    {
      const LuotainFuturesExclusion *exclusion = table->exclusions->pdata[i];

      n += luotain_futures_exclusion_strikes (exclusion)
           && path->states[exclusion->row_a] == exclusion->state_a
           && path->states[exclusion->row_b] == exclusion->state_b;
    }
  return n;
}
