#include "config.h"

#include "luotain-finding-words.h"

#include "luotain-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

const char *
luotain_finding_words_scale (LuotainMapScale scale)
{
  static const char *const names[] = { N_ ("Breakthrough"), N_ ("Impact"), N_ ("Probability"),
                                       N_ ("Direction"),    N_ ("Dots"),   N_ ("Priority") };

  g_return_val_if_fail (scale < LUOTAIN_MAP_N_SCALES, NULL);

  return _ (names[scale]);
}

const char *
luotain_finding_words_direction (double value)
{
  if (value < 0)
    return _ ("weakening");
  return value > 0 ? _ ("strengthening") : _ ("established");
}

static char *
dup_plain (LuotainMapScale scale, double value)
{
  switch (scale)
    {
    case LUOTAIN_MAP_BREAKTHROUGH:
      /* Translators: the year in which a finding is expected to break through. */
      return g_strdup_printf (_ ("breakthrough %g"), value);
    case LUOTAIN_MAP_IMPACT:
      return g_strdup_printf (_ ("impact %g"), value);
    case LUOTAIN_MAP_PROBABILITY:
      return g_strdup_printf (_ ("probability %g"), value);
    case LUOTAIN_MAP_DIRECTION:
      return g_strdup (luotain_finding_words_direction (value));
    case LUOTAIN_MAP_DOTS:
      return g_strdup_printf (g_dngettext (NULL, "%g dot", "%g dots", (gulong) value), value);
    case LUOTAIN_MAP_PRIORITY:
      return g_strdup_printf (_ ("matters, number %g"), value);
    case LUOTAIN_MAP_N_SCALES:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_rating (LuotainMapScale scale, const LuotainMapRating *rating)
{
  g_autofree char *plain = NULL;

  if (rating->id == 0 || isnan (rating->value))
    return NULL;

  plain = dup_plain (scale, rating->value);
  if (rating->n == 0)
    return g_steal_pointer (&plain);
  /* Translators: “impact 4 (median of 30)”: of thirty hands. */
  return g_strdup_printf (_ ("%s (median of %u)"), plain, rating->n);
}

static const char *
find_title (char **keys, char **titles, const char *key)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], key))
      return titles[i];
  return key;
}

static char *
dup_kind (const LuotainMapData *data, guint finding)
{
  const char *kind = data->findings[finding].kind;

  return kind != NULL ? g_strdup (find_title (data->kind_keys, data->kind_titles, kind)) : NULL;
}

static char *
dup_dimensions (const LuotainMapData *data, guint finding)
{
  const char *keys = data->findings[finding].dimensions;
  g_auto (GStrv) parts = g_strsplit (keys != NULL ? keys : "", " ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    luotain_text_add_part (words, ", ", find_title (data->dimension_keys, data->dimension_titles, parts[i]));
  return g_string_free (words, FALSE);
}

char *
luotain_finding_words_finding (const LuotainMapData *data, guint finding)
{
  const LuotainMapFinding *shown = &data->findings[finding];
  g_autofree char *kind = dup_kind (data, finding);
  g_autofree char *dimensions = dup_dimensions (data, finding);
  GString *words = g_string_new (NULL);

  luotain_text_add_part (words, " · ", kind);
  luotain_text_add_part (words, " · ", dimensions);
  for (guint scale = 0; scale < LUOTAIN_MAP_N_SCALES; scale++)
    {
      g_autofree char *rating = dup_rating (scale, &shown->ratings[scale]);

      if (rating == NULL && scale == LUOTAIN_MAP_BREAKTHROUGH)
        luotain_text_add_part (words, " · ", _ ("no year yet"));
      luotain_text_add_part (words, " · ", rating);
    }
  return g_string_free (words, FALSE);
}
