#include "luotain-rating-summary.h"

#include <math.h>
#include <string.h>

#define SEPARATORS " ,;\t\n"

/* Answers of more people than there are, and years beyond all calendars, are slips of the pen. */
#define MOST_HANDS 1000000
#define GREATEST_STEP 1000000

static gboolean
read_step (const char *word, LuotainRatingStep *step)
{
  const char *colon = strchr (word, ':');
  g_autofree char *left = colon != NULL ? g_strndup (word, (gsize) (colon - word)) : NULL;
  guint64 count;

  if (left == NULL || !g_ascii_string_to_signed (left, 10, -GREATEST_STEP, GREATEST_STEP, &step->step, NULL)
      || !g_ascii_string_to_unsigned (colon + 1, 10, 0, MOST_HANDS, &count, NULL))
    return FALSE;

  step->count = (guint) count;
  return TRUE;
}

static gboolean
has_step (const GArray *steps, gint64 step)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_array_index (steps, LuotainRatingStep, i).step == step)
      return TRUE;
  return FALSE;
}

GArray *
luotain_rating_parse_hands (const char *text)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (LuotainRatingStep));
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", SEPARATORS, -1);
  guint n = 0;

  for (char **word = words; *word != NULL; word++)
    {
      LuotainRatingStep step;

      if (**word == '\0')
        continue;
      if (!read_step (*word, &step) || has_step (steps, step.step))
        return NULL;

      n += step.count;
      g_array_append_val (steps, step);
    }

  return n > 0 ? g_steal_pointer (&steps) : NULL;
}

char *
luotain_rating_format_hands (const LuotainRatingStep *steps, guint n_steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].count > 0)
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%u", text->len > 0 ? " " : "", steps[i].step,
                              steps[i].count);
  return g_string_free (text, FALSE);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const LuotainRatingStep *first = a, *second = b;

  return first->step < second->step ? -1 : first->step > second->step;
}

static GArray *
sorted_steps (const LuotainRatingStep *steps, guint n_steps)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (LuotainRatingStep), n_steps);

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].count > 0)
      g_array_append_val (sorted, steps[i]);
  g_array_sort (sorted, compare_steps);
  return sorted;
}

/* The answer at a place of all answers in order, the first at 0. */
static double
answer_at (const GArray *sorted, guint place)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      const LuotainRatingStep *step = &g_array_index (sorted, LuotainRatingStep, i);

      if (place < step->count)
        return (double) step->step;
      place -= step->count;
    }
  g_return_val_if_reached (NAN);
}

static double
quantile (const GArray *sorted, guint n, double share, LuotainQuartileRule rule)
{
  const double place = share * (n - 1);
  guint below;
  double value;

  if (rule == LUOTAIN_QUARTILES_NEAREST_RANK)
    return answer_at (sorted, (guint) rint (place));

  below = (guint) floor (place);
  value = answer_at (sorted, below);
  return place > below ? value + (place - below) * (answer_at (sorted, below + 1) - value) : value;
}

gboolean
luotain_rating_summarize (const LuotainRatingStep *steps, guint n_steps, LuotainQuartileRule rule,
                          LuotainRatingSummary *summary)
{
  g_autoptr (GArray) sorted = sorted_steps (steps, n_steps);

  *summary = (LuotainRatingSummary){ .median = NAN, .lower = NAN, .upper = NAN };
  for (guint i = 0; i < sorted->len; i++)
    summary->n += g_array_index (sorted, LuotainRatingStep, i).count;
  if (summary->n == 0)
    return FALSE;

  summary->median = quantile (sorted, summary->n, 0.5, rule);
  summary->lower = quantile (sorted, summary->n, 0.25, rule);
  summary->upper = quantile (sorted, summary->n, 0.75, rule);
  summary->least = g_array_index (sorted, LuotainRatingStep, 0).step;
  summary->most = g_array_index (sorted, LuotainRatingStep, sorted->len - 1).step;
  return TRUE;
}

double
luotain_rating_share_between (const LuotainRatingStep *steps, guint n_steps, double from, double to)
{
  double n = 0, between = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      n += steps[i].count;
      if ((double) steps[i].step >= from && (double) steps[i].step <= to)
        between += steps[i].count;
    }
  return n > 0 ? between / n : 0;
}

gboolean
luotain_rating_agrees (const LuotainRatingStep *steps, guint n_steps, LuotainQuartileRule quartiles,
                       LuotainConsensusRule rule)
{
  LuotainRatingSummary summary;

  if (!luotain_rating_summarize (steps, n_steps, quartiles, &summary))
    return FALSE;

  switch (rule)
    {
    case LUOTAIN_CONSENSUS_QUARTILES:
      return summary.upper - summary.lower <= 1;
    case LUOTAIN_CONSENSUS_NEAR_MEDIAN:
      return luotain_rating_share_between (steps, n_steps, summary.median - 1, summary.median + 1) >= 0.75;
    case LUOTAIN_CONSENSUS_TOP_TWO:
      return luotain_rating_share_between (steps, n_steps, 4, 5) >= 0.75;
    default:
      g_return_val_if_reached (FALSE);
    }
}
