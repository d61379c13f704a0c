#include "config.h"

#include "luotain-map-edits.h"
#include "luotain-map-view-private.h"
#include "luotain-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIDDLE_STEP 3
#define TITLE_CHARS 40

static void
rate (LuotainRatingEdit *edit, gint64 id, const char *scale, double present, double wanted)
{
  if (!isnan (wanted) && (isnan (present) || fabs (present - wanted) > 1e-9))
    luotain_rating_edit_set_value (edit, id, scale, (gint64) llround (wanted), NULL);
}

static void
set_dimensions (LuotainMapView *self, LuotainRatingEdit *edit, const LuotainMapItem *item,
                const int *dimensions, guint n)
{
  LuotainMapData *data = luotain_map_drawing_get_data (self->drawing);
  g_autoptr (GString) keys = g_string_new (NULL);

  if (n == 0
      || (n == item->n_dimensions && memcmp (dimensions, item->dimensions, n * sizeof *dimensions) == 0))
    return;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", data->dimension_keys[dimensions[i]]);
  luotain_rating_edit_set_dimensions (edit, item->id, keys->str);
}

/* A finding may have a symbol in each of its dimensions: the one that was taken hold of moves it. */
static const LuotainMapSymbol *
find_symbol (LuotainMapView *self, const LuotainMapLayout *layout, gint64 id)
{
  const LuotainMapSymbol *found = NULL;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &layout->symbols[i];
      double distance;

      if (symbol->id != id)
        continue;
      distance = hypot (symbol->x - self->pan_x - self->start_x, symbol->y - self->pan_y - self->start_y);
      if (found == NULL || (id == self->pressed && distance < best))
        found = symbol;
      best = MIN (best, distance);
    }
  return found;
}

static gboolean
drop_one (LuotainMapView *self, LuotainRatingEdit *edit, gint64 id, double dx, double dy)
{
  const LuotainMapLayout *layout = luotain_map_drawing_get_layout (self->drawing);
  const LuotainMapSymbol *symbol = find_symbol (self, layout, id);
  const LuotainMapItem *item;
  g_autofree int *dimensions = NULL;
  LuotainMapSpot spot;
  guint n;

  if (symbol == NULL)
    return FALSE;

  luotain_map_layout_spot (layout, symbol->x + dx, symbol->y + dy, &spot);
  if (!spot.inside)
    return FALSE;

  item = &luotain_map_drawing_get_items (self->drawing)[symbol->item];
  if (self->mode == LUOTAIN_MAP_GRID)
    {
      rate (edit, id, LUOTAIN_SCALE_IMPACT, item->impact, spot.impact);
      rate (edit, id, LUOTAIN_SCALE_PROBABILITY, item->probability, spot.probability);
    }
  else
    {
      dimensions = luotain_map_layout_moved_dimensions (layout, item, symbol, &spot, &n);
      rate (edit, id, LUOTAIN_SCALE_BREAKTHROUGH, item->year, spot.year);
      set_dimensions (self, edit, item, dimensions, n);
    }
  luotain_map_drawing_set_place (self->drawing, symbol->item, spot.across, spot.along);
  return TRUE;
}

static char *
dup_toast (LuotainMapView *self)
{
  LuotainMapData *data = luotain_map_drawing_get_data (self->drawing);
  const guint n = self->selected->len;
  g_autofree char *excerpt = NULL;
  int finding;

  if (n != 1)
    return g_strdup_printf (ngettext ("%u finding moved", "%u findings moved", n), n);

  finding = luotain_map_data_find (data, g_array_index (self->selected, gint64, 0));
  excerpt = luotain_text_excerpt (finding >= 0 ? data->findings[finding].title : "", TITLE_CHARS);
  return g_strdup_printf (_ ("“%s” moved"), excerpt);
}

static void
move (LuotainMapView *self, LuotainRatingEdit *edit, gboolean say)
{
  g_autofree char *toast = say ? dup_toast (self) : NULL;

  luotain_map_rate (self->context, edit,
                    self->selected->len == 1 ? N_ ("Move Finding") : N_ ("Move Findings"), toast);
  luotain_map_view_redraw (self);
}

void
luotain_map_view_drop (LuotainMapView *self, double dx, double dy)
{
  g_autoptr (GArray) ids = NULL;
  LuotainRatingEdit *edit;

  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  if (self->drawing == NULL || self->selected->len == 0)
    return;

  edit = luotain_rating_edit_new ();
  ids = g_array_copy (self->selected);
  for (guint i = 0; i < ids->len; i++)
    drop_one (self, edit, g_array_index (ids, gint64, i), dx, dy);
  move (self, edit, TRUE);
}

/* From two dimensions to the one on that side; from one to the next. */
static void
step_dimension (LuotainMapView *self, LuotainRatingEdit *edit, const LuotainMapItem *item, int across)
{
  const int n = (int) luotain_map_drawing_get_data (self->drawing)->n_dimensions;
  int to;

  if (n == 0 || across == 0)
    return;
  if (item->n_dimensions == 0)
    to = across > 0 ? 0 : n - 1;
  else if (item->n_dimensions == 1)
    to = (item->dimensions[0] + across + n) % n;
  else
    to = item->dimensions[across > 0 ? item->n_dimensions - 1 : 0];
  set_dimensions (self, edit, item, &to, 1);
}

static void
step_year (LuotainMapView *self, LuotainRatingEdit *edit, const LuotainMapItem *item, int up)
{
  const LuotainMapData *data = luotain_map_drawing_get_data (self->drawing);
  /* What waits for a year comes in from the rim. */
  const double wanted = isnan (item->year) ? data->last_year : round (item->year) + up;

  if (up != 0)
    rate (edit, item->id, LUOTAIN_SCALE_BREAKTHROUGH, item->year,
          CLAMP (wanted, data->first_year, data->last_year));
}

static void
step_scale (LuotainRatingEdit *edit, gint64 id, const char *scale, double present, int step)
{
  const double wanted = isnan (present) ? MIDDLE_STEP : round (present) + step;

  if (step != 0)
    rate (edit, id, scale, present, CLAMP (wanted, 1, 5));
}

void
luotain_map_view_step (LuotainMapView *self, int across, int up)
{
  LuotainRatingEdit *edit;

  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  if (self->drawing == NULL || self->selected->len == 0 || !luotain_context_get_writable (self->context))
    return;

  edit = luotain_rating_edit_new ();
  for (guint i = 0; i < self->selected->len; i++)
    {
      const int finding = luotain_map_data_find (luotain_map_drawing_get_data (self->drawing),
                                                 g_array_index (self->selected, gint64, i));
      const LuotainMapItem *item;

      if (finding < 0)
        continue;
      item = &luotain_map_drawing_get_items (self->drawing)[finding];
      if (self->mode == LUOTAIN_MAP_GRID)
        {
          step_scale (edit, item->id, LUOTAIN_SCALE_IMPACT, item->impact, up);
          /* To the right is more uncertain: less probable. */
          step_scale (edit, item->id, LUOTAIN_SCALE_PROBABILITY, item->probability, -across);
        }
      else
        {
          step_year (self, edit, item, up);
          step_dimension (self, edit, item, across);
        }
    }
  move (self, edit, self->selected->len > 1);
}
