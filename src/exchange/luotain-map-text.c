#include "luotain-map-text.h"

#include "luotain-map-words.h"

#include <math.h>
#include <string.h>

static char *
write_number (double number, LuotainLanguage language)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", number));

  if (g_str_has_suffix (text, ".0"))
    text[strlen (text) - 2] = '\0';
  return language == LUOTAIN_EN ? text : g_strdelimit (text, ".", ',');
}

static const char *
direction_word (double direction, LuotainLanguage language)
{
  return luotain_map_word (direction >= 0.5    ? LUOTAIN_MAP_WORD_STRENGTHENING
                           : direction <= -0.5 ? LUOTAIN_MAP_WORD_WEAKENING
                                               : LUOTAIN_MAP_WORD_ESTABLISHED,
                           language);
}

char *
luotain_map_text_rating (const LuotainMapData *data, guint finding, LuotainMapScale scale)
{
  const LuotainMapRating *rating = &data->findings[finding].ratings[scale];
  g_autofree char *value = NULL;

  if (isnan (rating->value))
    return g_strdup ("");

  value = scale == LUOTAIN_MAP_DIRECTION ? g_strdup (direction_word (rating->value, data->language))
                                         : write_number (rating->value, data->language);
  if (rating->n == 0)
    return g_steal_pointer (&value);
  return g_strdup_printf ("%s (%s %u)", value, luotain_map_word (LUOTAIN_MAP_WORD_MEDIAN, data->language),
                          rating->n);
}

char *
luotain_map_text_dimensions (const LuotainMapData *data, guint finding)
{
  const LuotainMapItem *item = &data->items[finding];
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->n_dimensions; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", data->dimension_titles[item->dimensions[i]]);
  return g_string_free (text, FALSE);
}

const char *
luotain_map_text_kind (const LuotainMapData *data, guint finding)
{
  const int kind = data->items[finding].kind;

  return kind >= 0 ? data->kind_titles[kind] : luotain_map_word (LUOTAIN_MAP_WORD_NO_KIND, data->language);
}

static void
add_rating (GString *text, const LuotainMapData *data, guint finding, LuotainMapScale scale,
            LuotainMapWord word)
{
  g_autofree char *rating = luotain_map_text_rating (data, finding, scale);
  const char *name = luotain_map_word (word, data->language);
  const char *colon = strstr (name, ": ");

  if (*rating != '\0')
    g_string_append_printf (text, "; %s: %s", colon != NULL ? colon + 2 : name, rating);
}

char *
luotain_map_text_details (const LuotainMapData *data, guint finding)
{
  g_autofree char *dimensions = luotain_map_text_dimensions (data, finding);
  GString *text = g_string_new (luotain_map_text_kind (data, finding));

  if (*dimensions != '\0')
    g_string_append_printf (text, "; %s", dimensions);
  add_rating (text, data, finding, LUOTAIN_MAP_BREAKTHROUGH, LUOTAIN_MAP_WORD_YEAR);
  add_rating (text, data, finding, LUOTAIN_MAP_IMPACT, LUOTAIN_MAP_WORD_IMPACT);
  add_rating (text, data, finding, LUOTAIN_MAP_PROBABILITY, LUOTAIN_MAP_WORD_PROBABILITY);
  add_rating (text, data, finding, LUOTAIN_MAP_DIRECTION, LUOTAIN_MAP_WORD_DIRECTION);
  return g_string_free (text, FALSE);
}

char *
luotain_map_text_finding (const LuotainMapData *data, guint finding)
{
  g_autofree char *details = luotain_map_text_details (data, finding);

  return g_strdup_printf ("%s. %s", data->findings[finding].title, details);
}
