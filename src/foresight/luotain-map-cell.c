#include "luotain-map-cell.h"

#include <math.h>

/* How much of a sector, on either side of a border, belongs to findings of both dimensions. */
#define BORDER_SHARE 0.15
/* What stays free on either side of a sector where nothing stands on borders. */
#define EDGE_SHARE 0.06
/* How much of a year's ring its findings take, so that neighbouring years stay apart. */
#define YEAR_SHARE 0.8

#define RING_OF_WAITING G_GUINT64_CONSTANT (0xffff)
#define TRAY G_GUINT64_CONSTANT (0xffffffff)

static double
sector_angle (const LuotainMapLayout *self)
{
  return 2 * G_PI / MAX (self->frame.n_dimensions, 1);
}

double
luotain_map_layout_border_angle (const LuotainMapLayout *self, guint dimension)
{
  const double sector = sector_angle (self);

  return -G_PI / 2 - sector / 2 + dimension * sector;
}

double
luotain_map_layout_year_radius (const LuotainMapLayout *self, double year)
{
  const int n_years = MAX (self->frame.last_year - self->frame.first_year + 1, 1);
  double share = (CLAMP (year, self->frame.first_year, self->frame.last_year) - self->frame.first_year + 0.5)
                 / n_years;

  if (self->frame.horizon_inside)
    share = 1 - share;
  return self->inner + share * (self->outer - self->inner);
}

static double
year_width (const LuotainMapLayout *self)
{
  return (self->outer - self->inner) / MAX (self->frame.last_year - self->frame.first_year + 1, 1);
}

int
luotain_map_border_of (const LuotainMapLayout *self, const LuotainMapItem *item)
{
  const int n = (int) self->frame.n_dimensions;

  if (self->frame.mode != LUOTAIN_MAP_RADAR || self->frame.sharing != LUOTAIN_MAP_ON_BORDER
      || item->n_dimensions != 2)
    return -1;
  if (item->dimensions[1] == item->dimensions[0] + 1)
    return item->dimensions[0];
  return item->dimensions[0] == 0 && item->dimensions[1] == n - 1 ? n - 1 : -1;
}

static void
set_angles (const LuotainMapLayout *self, int dimension, gboolean on_border, LuotainMapCell *cell)
{
  const double sector = sector_angle (self);
  const double begin = luotain_map_layout_border_angle (self, (guint) dimension);
  const double edge = self->frame.sharing == LUOTAIN_MAP_ON_BORDER && self->frame.n_dimensions > 1
                          ? BORDER_SHARE
                          : EDGE_SHARE;

  cell->begin = on_border ? begin + sector * (1 - BORDER_SHARE) : begin + sector * edge;
  cell->end = on_border ? begin + sector * (1 + BORDER_SHARE) : begin + sector * (1 - edge);
}

static void
set_rect (const LuotainMapRect *rect, double inset, LuotainMapCell *cell)
{
  const double x_inset = MIN (inset, rect->width / 2), y_inset = MIN (inset, rect->height / 2);

  cell->polar = FALSE;
  cell->margin = MIN (x_inset, y_inset);
  cell->begin = rect->x + x_inset;
  cell->end = rect->x + rect->width - x_inset;
  cell->near = rect->y + y_inset;
  cell->far = rect->y + rect->height - y_inset;
}

static void
tray_cell (const LuotainMapLayout *self, LuotainMapCell *cell)
{
  cell->key = TRAY;
  set_rect (&self->tray, self->frame.symbol * 1.5, cell);
}

static void
radar_cell (const LuotainMapLayout *self, const LuotainMapItem *item, int dimension, gboolean on_border,
            LuotainMapCell *cell)
{
  const double half = year_width (self) * YEAR_SHARE / 2;
  const guint64 sector = ((guint64) dimension * 2 + (on_border ? 1 : 0)) << 16;

  if (dimension < 0)
    {
      tray_cell (self, cell);
      return;
    }

  cell->polar = TRUE;
  cell->placed = !isnan (item->year);
  set_angles (self, dimension, on_border, cell);

  if (cell->placed)
    {
      const double year = CLAMP (item->year, self->frame.first_year, self->frame.last_year);
      const double radius = luotain_map_layout_year_radius (self, year);

      cell->key = sector | (guint64) lround (year - self->frame.first_year);
      cell->near = radius - half;
      cell->far = radius + half;
      cell->margin = year_width (self) / 2 - half;
    }
  else
    {
      const double middle = (self->outer + self->rim) / 2;
      const double slack = MAX ((self->rim - self->outer) / 2 - self->frame.symbol * 1.4, 0);

      cell->key = sector | RING_OF_WAITING;
      cell->near = middle - slack;
      cell->far = middle + slack;
      cell->margin = (self->rim - self->outer) / 2 - slack;
    }
}

static void
grid_cell (const LuotainMapLayout *self, const LuotainMapItem *item, LuotainMapCell *cell)
{
  const double column = self->grid.width / 5, row = self->grid.height / 5;
  double uncertainty, impact;
  LuotainMapRect rect;

  if (isnan (item->impact) || isnan (item->probability))
    {
      tray_cell (self, cell);
      return;
    }

  uncertainty = 6 - CLAMP (item->probability, 1, 5);
  impact = CLAMP (item->impact, 1, 5);
  rect.x = self->grid.x + (uncertainty - 1) * column;
  rect.y = self->grid.y + (5 - impact) * row;
  rect.width = column;
  rect.height = row;
  cell->placed = TRUE;
  cell->key = (guint64) lround (uncertainty) << 16 | (guint64) lround (impact);
  set_rect (&rect, MIN (self->frame.symbol * 1.5, MIN (column, row) * 0.3), cell);
}

void
luotain_map_cell_of (const LuotainMapLayout *self, const LuotainMapItem *item, int dimension,
                     gboolean on_border, LuotainMapCell *cell)
{
  *cell = (LuotainMapCell){ 0 };

  if (self->frame.mode == LUOTAIN_MAP_GRID)
    grid_cell (self, item, cell);
  else
    radar_cell (self, item, dimension, on_border, cell);
}

void
luotain_map_cell_point (const LuotainMapLayout *self, const LuotainMapCell *cell, double across, double along,
                        double *x, double *y)
{
  const double first = cell->begin + across * (cell->end - cell->begin);
  const double second = cell->near + along * (cell->far - cell->near);

  *x = cell->polar ? self->x + second * cos (first) : first;
  *y = cell->polar ? self->y + second * sin (first) : second;
}

double
luotain_map_cell_area (const LuotainMapCell *cell)
{
  const double depth = cell->far - cell->near + 2 * cell->margin;

  if (cell->polar)
    return (cell->end - cell->begin) * (cell->near + cell->far) / 2 * depth;
  return (cell->end - cell->begin + 2 * cell->margin) * depth;
}

/* Where between two edges, from 0 to 1. */
static double
share (double value, double from, double to)
{
  return to > from ? CLAMP ((value - from) / (to - from), 0, 1) : 0.5;
}

static void
find_sector (const LuotainMapLayout *self, double angle, LuotainMapSpot *spot, gboolean *on_border,
             int *dimension)
{
  const int n = (int) self->frame.n_dimensions;
  double turn = (angle - luotain_map_layout_border_angle (self, 0)) / sector_angle (self);
  double part;
  int sector;

  turn -= floor (turn / n) * n;
  sector = CLAMP ((int) turn, 0, n - 1);
  part = turn - sector;
  *on_border = self->frame.sharing == LUOTAIN_MAP_ON_BORDER && n > 1
               && (part < BORDER_SHARE || part > 1 - BORDER_SHARE);
  *dimension = *on_border && part < BORDER_SHARE ? (sector + n - 1) % n : sector;

  spot->n_dimensions = *on_border ? 2 : 1;
  spot->dimensions[0] = *dimension;
  if (*on_border)
    {
      const int next = (*dimension + 1) % n;

      spot->dimensions[0] = MIN (*dimension, next);
      spot->dimensions[1] = MAX (*dimension, next);
    }
}

static void
radar_spot (const LuotainMapLayout *self, double x, double y, LuotainMapSpot *spot)
{
  const double radius = hypot (x - self->x, y - self->y);
  double angle = atan2 (y - self->y, x - self->x);
  LuotainMapItem item = { .year = NAN };
  LuotainMapCell cell;
  gboolean on_border;
  int dimension;

  if (radius > self->rim || self->frame.n_dimensions == 0)
    return;

  find_sector (self, angle, spot, &on_border, &dimension);

  if (radius <= self->outer)
    {
      double part = (radius - self->inner) / year_width (self);
      const int n_years = MAX (self->frame.last_year - self->frame.first_year + 1, 1);
      int step = CLAMP ((int) floor (part), 0, n_years - 1);

      step = self->frame.horizon_inside ? n_years - 1 - step : step;
      spot->inside = TRUE;
      spot->year = item.year = self->frame.first_year + step;
    }

  luotain_map_cell_of (self, &item, dimension, on_border, &cell);
  angle += ceil ((cell.begin - G_PI / 4 - angle) / (2 * G_PI)) * 2 * G_PI;
  spot->across = share (angle, cell.begin, cell.end);
  spot->along = share (radius, cell.near, cell.far);
}

static void
grid_spot (const LuotainMapLayout *self, double x, double y, LuotainMapSpot *spot)
{
  const LuotainMapRect *grid = &self->grid;
  LuotainMapItem item = { 0 };
  LuotainMapCell cell;

  if (x < grid->x || y < grid->y || x > grid->x + grid->width || y > grid->y + grid->height)
    return;

  spot->inside = TRUE;
  spot->probability = 5 - CLAMP ((int) ((x - grid->x) / grid->width * 5), 0, 4);
  spot->impact = 5 - CLAMP ((int) ((y - grid->y) / grid->height * 5), 0, 4);
  item.probability = spot->probability;
  item.impact = spot->impact;
  luotain_map_cell_of (self, &item, -1, FALSE, &cell);
  spot->across = share (x, cell.begin, cell.end);
  spot->along = share (y, cell.near, cell.far);
}

void
luotain_map_layout_spot (const LuotainMapLayout *self, double x, double y, LuotainMapSpot *spot)
{
  *spot = (LuotainMapSpot){ .year = NAN, .impact = NAN, .probability = NAN };
  spot->across = share (x, self->tray.x, self->tray.x + self->tray.width);
  spot->along = share (y, self->tray.y, self->tray.y + self->tray.height);

  if (self->frame.mode == LUOTAIN_MAP_GRID)
    grid_spot (self, x, y, spot);
  else
    radar_spot (self, x, y, spot);
}
