#include "config.h"

#include "luotain-date.h"
#include "luotain-finding-words.h"
#include "luotain-rating-words.h"

#include <glib/gi18n.h>

#define LAST_YEAR 9999

static char *
dup_step (LuotainMapScale scale, double value)
{
  if (scale == LUOTAIN_MAP_DIRECTION && value == (double) (int) value)
    return g_strdup (luotain_finding_words_direction (value));
  return g_strdup_printf ("%g", value);
}

char *
luotain_rating_words_value (LuotainMapScale scale, const LuotainRating *rating)
{
  g_autoptr (GArray) steps = luotain_rating_parse_hands (rating->hands);
  g_autofree char *median = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  LuotainRatingSummary summary;

  if (steps == NULL
      || !luotain_rating_summarize ((LuotainRatingStep *) steps->data, steps->len, LUOTAIN_QUARTILES_TYPE_7,
                                    &summary))
    return rating->value != LUOTAIN_NUMBER_UNSET ? dup_step (scale, (double) rating->value) : g_strdup ("");

  median = dup_step (scale, summary.median);
  lower = dup_step (scale, summary.lower);
  upper = dup_step (scale, summary.upper);
  /* Translators: “median 4 of 30 hands, middle half 3–4”. */
  return g_strdup_printf (ngettext ("median %s of %u hand, middle half %s–%s",
                                    "median %s of %u hands, middle half %s–%s", summary.n),
                          median, summary.n, lower, upper);
}

char *
luotain_rating_words_when (const LuotainRating *rating)
{
  g_autofree char *day = luotain_date_to_display (rating->rated_on);

  if (rating->round == NULL || *rating->round == '\0')
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s · %s", rating->round, day);
}

char *
luotain_rating_words_hands (LuotainMapScale scale, const LuotainRating *rating)
{
  g_autoptr (GArray) steps = luotain_rating_parse_hands (rating->hands);
  GString *words = g_string_new (NULL);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const LuotainRatingStep *step = &g_array_index (steps, LuotainRatingStep, i);
      g_autofree char *name = dup_step (scale, (double) step->step);

      g_string_append_printf (words, "%s%s: %u", i > 0 ? ", " : "", name, step->count);
    }
  return g_string_free (words, FALSE);
}

gint64
luotain_rating_words_read_year (const char *text)
{
  g_autofree char *year = g_strstrip (g_strdup (text));
  guint64 number;

  return g_ascii_string_to_unsigned (year, 10, 1, LAST_YEAR, &number, NULL) ? (gint64) number : 0;
}
