#include "config.h"

#include "luotain-rating-rounds.h"

#include "luotain-field.h"
#include "luotain-rating-summary.h"
#include "luotain-statement.h"

#include <math.h>

#define MOST_CHANCE 0.05

static void
round_free (gpointer data)
{
  LuotainRatingRound *self = data;

  g_free (self->round);
  g_free (self);
}

static double
read_value (LuotainStatement *statement)
{
  const gint64 value = luotain_statement_get_number (statement, 3);
  g_autoptr (GArray) hands = luotain_rating_parse_hands (luotain_statement_get_text (statement, 4));
  LuotainRatingSummary summary;

  if (value != LUOTAIN_NUMBER_UNSET)
    return (double) value;
  if (hands != NULL
      && luotain_rating_summarize ((const LuotainRatingStep *) hands->data, hands->len,
                                   LUOTAIN_QUARTILES_TYPE_7, &summary))
    return summary.median;
  return NAN;
}

/* In the order of time: a later rating of the same round takes the place of the one before. */
static void
take (GPtrArray *rounds, LuotainStatement *statement)
{
  const gint64 finding = luotain_statement_get_id (statement, 0);
  const char *scale = luotain_statement_get_text (statement, 1);
  const char *name = luotain_statement_get_text (statement, 2);
  const double value = read_value (statement);
  LuotainRatingRound *round = NULL;

  if (name == NULL || isnan (value))
    return;

  for (guint i = 0; round == NULL && i < rounds->len; i++)
    {
      LuotainRatingRound *other = rounds->pdata[i];

      if (other->finding == finding && g_str_equal (luotain_map_scale_name (other->scale), scale)
          && g_str_equal (other->round, name))
        round = other;
    }
  for (int i = 0; round == NULL && i < LUOTAIN_MAP_N_SCALES; i++)
    if (g_str_equal (luotain_map_scale_name (i), scale))
      {
        round = g_new0 (LuotainRatingRound, 1);
        round->finding = finding;
        round->scale = i;
        round->round = g_strdup (name);
        g_ptr_array_add (rounds, round);
      }
  if (round != NULL)
    round->value = value;
}

GPtrArray *
luotain_rating_rounds_load (LuotainDb *db, gint64 variable, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.owner, t.scale, coalesce (nullif (t.round, ''), t.rated_on), t.value, t.hands"
      " FROM link l JOIN record r ON r.owner = l.target JOIN rating t ON t.id = r.id"
      " WHERE l.source = ?1 AND l.role = 'evidence'"
      " ORDER BY r.owner, t.rated_on NULLS FIRST, r.position, t.id",
      error);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (round_free);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, variable);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    take (rounds, statement);
  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&rounds) : NULL;
}

static gboolean
has_finding (const GPtrArray *rounds, gint64 finding)
{
  for (guint i = 0; i < rounds->len; i++)
    if (((const LuotainRatingRound *) rounds->pdata[i])->finding == finding)
      return TRUE;
  return FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* NAN where nobody rated one of its findings in that round. */
static double
find_median (const GPtrArray *rounds, const GPtrArray *others, LuotainMapScale scale, const char *name)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rounds->len; i++)
    {
      const LuotainRatingRound *round = rounds->pdata[i];

      if (round->scale == scale && g_str_equal (round->round, name) && !has_finding (others, round->finding))
        g_array_append_val (values, round->value);
    }
  if (values->len == 0)
    return NAN;

  g_array_sort (values, compare_numbers);
  return (g_array_index (values, double, (values->len - 1) / 2)
          + g_array_index (values, double, values->len / 2))
         / 2;
}

static gboolean
correlate (const GPtrArray *rounds, const GPtrArray *others, LuotainMapScale scale,
           LuotainRankCorrelation *correlation)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rounds->len; i++)
    {
      const LuotainRatingRound *round = rounds->pdata[i];
      double own, other;

      if (round->scale != scale || !g_hash_table_add (seen, round->round))
        continue;
      own = find_median (rounds, others, scale, round->round);
      other = find_median (others, rounds, scale, round->round);
      g_array_append_val (x, own);
      g_array_append_val (y, other);
    }
  return luotain_rank_correlation ((const double *) x->data, (const double *) y->data, x->len, correlation);
}

gboolean
luotain_rating_rounds_compare (const GPtrArray *rounds, const GPtrArray *others,
                               LuotainRatedTogether *together)
{
  static const LuotainMapScale scales[] = { LUOTAIN_MAP_BREAKTHROUGH, LUOTAIN_MAP_IMPACT,
                                            LUOTAIN_MAP_PROBABILITY };
  guint n_tried = 0;

  *together = (LuotainRatedTogether){ .correlation.p = 1 };
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      LuotainRankCorrelation found;

      if (!correlate (rounds, others, scales[i], &found))
        continue;
      n_tried++;
      if (found.p < together->correlation.p)
        *together = (LuotainRatedTogether){ scales[i], found };
    }
  return n_tried > 0 && together->correlation.p * n_tried <= MOST_CHANCE;
}
