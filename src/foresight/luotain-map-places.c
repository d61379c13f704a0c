#include "luotain-map-places.h"

#include "luotain-map-cell.h"

#include <math.h>
#include <string.h>

/* An irrational that spreads points evenly over a line, however many (Roberts 2018). */
#define STEP_ALONG 0.5698402909980532
/* The golden angle, for places around one that was chosen by hand. */
#define STEP_TURN 2.399963229728653

/* How much of a cell symbols may take before the rest goes into a cluster: names want room too. */
#define PACKING 0.38
/* Room a cluster takes, in symbols. */
#define CLUSTER_ROOM 3

#define N_TRIES 40

typedef struct
{
  LuotainMapCell cell;
  guint64 seed;
  double across, along; /* NAN where it was not put by hand */
  double weight;
} Place;

/* What stands where already, in buckets by place. */
typedef struct
{
  double size; /* of a bucket */
  int columns, rows;
  int *first; /* one a bucket: index into the lists, -1 for none */
  GArray *taken; /* (element-type Taken) */
  double largest;
} Ground;

typedef struct
{
  double x, y, radius;
  int next;
} Taken;

typedef struct
{
  LuotainMapLayout *layout;
  const LuotainMapItem *items;
  GArray *symbols; /* (element-type LuotainMapSymbol) */
  GArray *places; /* (element-type Place): one a symbol */
  GArray *clusters; /* (element-type LuotainMapCluster) */
  Ground ground;
} Work;

/* splitmix64 (Steele, Lea & Flood 2014): neighbouring ids scatter. */
static guint64
scatter (guint64 number)
{
  number += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  number = (number ^ (number >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  number = (number ^ (number >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return number ^ (number >> 31);
}

static double
symbol_radius (const LuotainMapFrame *frame, double impact)
{
  return frame->symbol * (isnan (impact) ? 0.7 : 0.6 + 0.2 * (CLAMP (impact, 1, 5) - 1));
}

static int
outline_of (double direction)
{
  if (isnan (direction))
    return LUOTAIN_MAP_NO_OUTLINE;
  return direction >= 0.5 ? 1 : direction <= -0.5 ? -1 : 0;
}

static void
add_symbol (Work *work, guint index, int dimension, gboolean on_border)
{
  const LuotainMapItem *item = &work->items[index];
  LuotainMapSymbol symbol = { 0 };
  Place place = { 0 };

  luotain_map_cell_of (work->layout, item, dimension, on_border, &place.cell);
  place.seed = scatter ((guint64) item->id + (guint64) (dimension + 1) * 1000003);
  place.across = item->across;
  place.along = item->along;
  place.weight = item->weight;

  symbol.item = index;
  symbol.id = item->id;
  symbol.radius = symbol_radius (&work->layout->frame, item->impact);
  symbol.shape = item->kind;
  symbol.outline = outline_of (item->direction);
  symbol.dimension = dimension;
  symbol.cluster = -1;
  symbol.placed = place.cell.placed;
  g_array_append_val (work->symbols, symbol);
  g_array_append_val (work->places, place);
}

static void
add_symbols (Work *work, guint index)
{
  const LuotainMapItem *item = &work->items[index];
  const int border = luotain_map_border_of (work->layout, item);

  if (item->hidden)
    return;

  if (work->layout->frame.mode == LUOTAIN_MAP_GRID || item->n_dimensions == 0)
    add_symbol (work, index, -1, FALSE);
  else if (border >= 0)
    add_symbol (work, index, border, TRUE);
  else
    for (guint i = 0; i < item->n_dimensions; i++)
      add_symbol (work, index, item->dimensions[i], FALSE);
}

static void
ground_init (Ground *self, const LuotainMapFrame *frame)
{
  self->size = MAX (frame->symbol * 4, 8);
  self->columns = (int) (frame->width / self->size) + 1;
  self->rows = (int) (frame->height / self->size) + 1;
  self->first = g_new (int, (gsize) self->columns *(gsize) self->rows);
  memset (self->first, 0xff, sizeof (int) * (gsize) self->columns * (gsize) self->rows);
  self->taken = g_array_new (FALSE, FALSE, sizeof (Taken));
}

static int
bucket (double position, double size, int n)
{
  return CLAMP ((int) (position / size), 0, n - 1);
}

static void
ground_take (Ground *self, double x, double y, double radius)
{
  int *first = &self->first[bucket (y, self->size, self->rows) * self->columns
                            + bucket (x, self->size, self->columns)];
  Taken taken = { x, y, radius, *first };

  *first = (int) self->taken->len;
  g_array_append_val (self->taken, taken);
  self->largest = MAX (self->largest, radius);
}

/* How far the nearest that stands already is from a symbol's edge, as far as that matters; negative where they overlap. */
static double
ground_clearance (const Ground *self, double x, double y, double radius, double wanted)
{
  const double reach = radius + self->largest + wanted;
  const int left = bucket (x - reach, self->size, self->columns);
  const int right = bucket (x + reach, self->size, self->columns);
  const int bottom = bucket (y + reach, self->size, self->rows);
  double least = wanted;

  for (int row = bucket (y - reach, self->size, self->rows); row <= bottom; row++)
    for (int column = left; column <= right; column++)
      for (int i = self->first[row * self->columns + column]; i >= 0;)
        {
          const Taken *taken = &g_array_index (self->taken, Taken, i);
          const double gap = hypot (x - taken->x, y - taken->y) - radius - taken->radius;

          least = MIN (least, gap);
          i = taken->next;
        }
  return least;
}

/* Between 0 and 1, turned back at both ends. */
static double
reflect (double number)
{
  number = fabs (number);
  return number > 1 ? 2 - number : number;
}

/* The n-th place to try: the nearest first, so that what makes room for another pushes only what is near. */
static void
candidate (const Work *work, const Place *place, double radius, int n, double *x, double *y)
{
  const gboolean by_hand = !isnan (place->across) && !isnan (place->along);
  const double side = (n + 1) / 2 * (n % 2 == 0 ? 1.0 : -1.0) / N_TRIES;
  double across = (double) (place->seed >> 40) / (1 << 24);
  double along = (double) (place->seed & 0xffffff) / (1 << 24);

  if (by_hand)
    {
      luotain_map_cell_point (work->layout, &place->cell, CLAMP (place->across, 0, 1),
                              CLAMP (place->along, 0, 1), x, y);
      *x += radius * sqrt (n) * 0.7 * cos (n * STEP_TURN);
      *y += radius * sqrt (n) * 0.7 * sin (n * STEP_TURN);
      return;
    }

  /* Twice as far where it is tried so often that half of the cell has been gone through. */
  across = reflect (across + side * (n > N_TRIES / 2 ? 2 : 1));
  along = along + n * STEP_ALONG;
  luotain_map_cell_point (work->layout, &place->cell, across, along - floor (along), x, y);
}

static double
try_places (Work *work, const Place *place, double radius, double wanted, int n_tries, double *best_x,
            double *best_y)
{
  double best = -G_MAXDOUBLE;

  for (int n = 0; n < n_tries && best < wanted; n++)
    {
      double x, y, clearance;

      candidate (work, place, radius, n, &x, &y);
      clearance = ground_clearance (&work->ground, x, y, radius, wanted);

      if (clearance > best)
        {
          best = clearance;
          *best_x = x;
          *best_y = y;
        }
    }
  return best;
}

/* First with room for a name beside it, then closer, at last where it overlaps the least. */
static void
find_place (Work *work, const Place *place, double radius, double *x, double *y)
{
  const gboolean by_hand = !isnan (place->across) && !isnan (place->along);
  const double text = work->layout->frame.text;

  if (by_hand || try_places (work, place, radius, text * 1.4, 12, x, y) < text * 1.4)
    {
      if (by_hand || try_places (work, place, radius, text * 0.5, 20, x, y) < text * 0.5)
        try_places (work, place, radius, 1, N_TRIES, x, y);
    }

  ground_take (&work->ground, *x, *y, radius);
}

static const Place *
place_of (const Work *work, guint index)
{
  return &g_array_index (work->places, Place, index);
}

/* Symbols of a cell stand together, the heaviest first, the oldest among equals. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Work *work = user_data;
  const guint first = *(const guint *) a, second = *(const guint *) b;
  const Place *one = place_of (work, first), *other = place_of (work, second);

  if (one->cell.key != other->cell.key)
    return one->cell.key < other->cell.key ? -1 : 1;
  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return first < second ? -1 : first > second;
}

static void
add_cluster (Work *work, const guint *members, guint n_members)
{
  const LuotainMapFrame *frame = &work->layout->frame;
  LuotainMapCluster cluster = { .count = n_members };
  Place place = *place_of (work, members[0]);

  place.seed = scatter (place.cell.key);
  place.across = place.along = NAN;
  cluster.radius = MAX (frame->symbol * (1.0 + 0.25 * log10 (n_members)), frame->text * 0.75);
  try_places (work, &place, cluster.radius, 1, N_TRIES, &cluster.x, &cluster.y);
  ground_take (&work->ground, cluster.x, cluster.y, cluster.radius);

  for (guint i = 0; i < n_members; i++)
    {
      LuotainMapSymbol *symbol = &g_array_index (work->symbols, LuotainMapSymbol, members[i]);

      symbol->cluster = (int) work->clusters->len;
      symbol->x = cluster.x;
      symbol->y = cluster.y;
    }
  g_array_append_val (work->clusters, cluster);
}

/* What has no room in its cell goes into one cluster a cell. */
static void
gather (Work *work)
{
  const guint n = work->places->len;
  const double side = 2 * work->layout->frame.symbol + 2;
  g_autofree guint *order = g_new (guint, n + 1);
  guint end;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_places, work);

  for (guint begin = 0; begin < n; begin = end)
    {
      const LuotainMapCell *cell = &place_of (work, order[begin])->cell;
      const double room = MAX (luotain_map_cell_area (cell), 0) * PACKING / (side * side);
      guint kept = room > CLUSTER_ROOM ? (guint) (room - CLUSTER_ROOM) : 0;

      for (end = begin + 1; end < n && place_of (work, order[end])->cell.key == cell->key;)
        end++;

      if (end - begin > MAX (room, 2) && end - begin > kept + 1)
        add_cluster (work, order + begin + kept, end - begin - kept);
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const LuotainMapItem *items = user_data;
  const guint first = *(const guint *) a, second = *(const guint *) b;

  if (items[first].id != items[second].id)
    return items[first].id < items[second].id ? -1 : 1;
  return first < second ? -1 : first > second;
}

static int
compare_symbols (gconstpointer a, gconstpointer b)
{
  const LuotainMapSymbol *first = a, *second = b;

  if (first->item != second->item)
    return first->item < second->item ? -1 : 1;
  return first->dimension < second->dimension ? -1 : first->dimension > second->dimension;
}

/* The oldest first: what comes later makes room. */
static void
collect (Work *work, guint n_items)
{
  g_autofree guint *order = g_new (guint, n_items + 1);

  for (guint i = 0; i < n_items; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n_items, sizeof *order, compare_ids, (gpointer) work->items);
  for (guint i = 0; i < n_items; i++)
    add_symbols (work, order[i]);
}

void
luotain_map_places_fill (LuotainMapLayout *self, const LuotainMapItem *items, guint n_items)
{
  Work work = { self, items };

  work.symbols = g_array_new (FALSE, FALSE, sizeof (LuotainMapSymbol));
  work.places = g_array_new (FALSE, FALSE, sizeof (Place));
  work.clusters = g_array_new (FALSE, FALSE, sizeof (LuotainMapCluster));
  ground_init (&work.ground, &self->frame);
  collect (&work, n_items);
  gather (&work);

  for (guint i = 0; i < work.symbols->len; i++)
    {
      LuotainMapSymbol *symbol = &g_array_index (work.symbols, LuotainMapSymbol, i);

      if (symbol->cluster < 0)
        find_place (&work, place_of (&work, i), symbol->radius, &symbol->x, &symbol->y);
    }

  g_array_sort (work.symbols, compare_symbols);
  self->n_symbols = work.symbols->len;
  self->symbols = (LuotainMapSymbol *) g_array_free (work.symbols, FALSE);
  self->n_clusters = work.clusters->len;
  self->clusters = (LuotainMapCluster *) g_array_free (work.clusters, FALSE);
  g_array_unref (work.places);
  g_array_unref (work.ground.taken);
  g_free (work.ground.first);
}
