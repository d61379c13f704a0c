#include "map-findings.h"

#include <string.h>

/* How far away something may have to make room, from neighbour to neighbour, and for how many. */
#define NEAR 250.0
#define MOST_MOVED 12

static LuotainMapFrame
frame_of (LuotainMapMode mode, LuotainMapSharing sharing, gboolean horizon_inside)
{
  LuotainMapFrame frame = map_frame (mode, 1400, 1000);

  frame.sharing = sharing;
  frame.horizon_inside = horizon_inside;
  return frame;
}

static gboolean
has_dimension (const LuotainMapItem *item, int dimension)
{
  for (guint i = 0; i < item->n_dimensions; i++)
    if (item->dimensions[i] == dimension)
      return TRUE;
  return FALSE;
}

/* What stands at the place of a symbol is what the finding says. */
static void
check_spot (const LuotainMapLayout *layout, const LuotainMapItem *item, const LuotainMapSymbol *symbol)
{
  LuotainMapSpot spot;

  luotain_map_layout_spot (layout, symbol->x, symbol->y, &spot);
  g_assert_cmpint (spot.inside, ==, symbol->placed);

  if (layout->frame.mode == LUOTAIN_MAP_GRID)
    {
      g_assert_cmpint (symbol->placed, ==, !isnan (item->impact) && !isnan (item->probability));
      if (symbol->placed)
        {
          g_assert_cmpfloat (spot.impact, ==, item->impact);
          g_assert_cmpfloat (spot.probability, ==, item->probability);
        }
      return;
    }

  g_assert_cmpint (symbol->placed, ==, !isnan (item->year) && item->n_dimensions > 0);
  if (symbol->placed)
    g_assert_cmpfloat (spot.year, ==, item->year);
  if (item->n_dimensions == 0)
    {
      g_assert_cmpuint (spot.n_dimensions, ==, 0);
      return;
    }

  g_assert_cmpuint (spot.n_dimensions, >=, 1);
  for (guint i = 0; i < spot.n_dimensions; i++)
    g_assert_true (has_dimension (item, spot.dimensions[i]));
}

static void
test_places (void)
{
  g_auto (MapFindings) findings = map_findings_new (150, 1);

  for (guint variant = 0; variant < 8; variant++)
    {
      const LuotainMapFrame frame = frame_of (variant & 1 ? LUOTAIN_MAP_GRID : LUOTAIN_MAP_RADAR,
                                              variant & 2 ? LUOTAIN_MAP_IN_EACH : LUOTAIN_MAP_ON_BORDER,
                                              (variant & 4) != 0);
      g_autoptr (LuotainMapLayout) layout = luotain_map_layout_new (&frame, findings.items, findings.n);

      g_assert_cmpuint (layout->n_symbols, >=, findings.n);
      for (guint i = 0; i < layout->n_symbols; i++)
        if (layout->symbols[i].cluster < 0)
          check_spot (layout, &findings.items[layout->symbols[i].item], &layout->symbols[i]);
    }
}

static void
test_horizon (void)
{
  const LuotainMapFrame outside = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  const LuotainMapFrame inside = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, TRUE);
  g_autoptr (LuotainMapLayout) soon_inside = luotain_map_layout_new (&outside, NULL, 0);
  g_autoptr (LuotainMapLayout) late_inside = luotain_map_layout_new (&inside, NULL, 0);

  g_assert_cmpfloat (luotain_map_layout_year_radius (soon_inside, 2025), <,
                     luotain_map_layout_year_radius (soon_inside, 2035));
  g_assert_cmpfloat (luotain_map_layout_year_radius (late_inside, 2025), >,
                     luotain_map_layout_year_radius (late_inside, 2035));
  g_assert_cmpfloat (luotain_map_layout_year_radius (soon_inside, 2099), <, soon_inside->outer);
}

/* What has no year waits outside the last ring, what has no dimension in the tray; all of it in sight. */
static void
test_waiting (void)
{
  g_auto (MapFindings) findings = map_findings_new (60, 2);
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  g_autoptr (LuotainMapLayout) layout = luotain_map_layout_new (&frame, findings.items, findings.n);
  guint waiting = 0;

  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &layout->symbols[i];
      const double distance = hypot (symbol->x - layout->x, symbol->y - layout->y);

      if (symbol->placed)
        continue;
      waiting++;
      g_assert_cmpfloat (distance, >, layout->outer);
      g_assert_cmpfloat (symbol->x, >=, 0);
      g_assert_cmpfloat (symbol->y, >=, 0);
      g_assert_cmpfloat (symbol->x, <=, frame.width);
      g_assert_cmpfloat (symbol->y, <=, frame.height);
    }
  g_assert_cmpuint (waiting, >, 3);
}

static guint
count_overlaps (const LuotainMapLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->n_symbols; i++)
    for (guint j = i + 1; j < layout->n_symbols; j++)
      {
        const LuotainMapSymbol *a = &layout->symbols[i], *b = &layout->symbols[j];

        n += a->cluster < 0 && b->cluster < 0 && hypot (a->x - b->x, a->y - b->y) < a->radius + b->radius;
      }
  return n;
}

static void
test_no_symbol_on_another (void)
{
  g_auto (MapFindings) findings = map_findings_new (100, 3);

  for (int mode = LUOTAIN_MAP_RADAR; mode <= LUOTAIN_MAP_GRID; mode++)
    {
      const LuotainMapFrame frame = frame_of (mode, LUOTAIN_MAP_ON_BORDER, FALSE);
      g_autoptr (LuotainMapLayout) layout = luotain_map_layout_new (&frame, findings.items, findings.n);

      g_assert_cmpuint (count_overlaps (layout), ==, 0);
    }
}

static const LuotainMapSymbol *
find_symbol (const LuotainMapLayout *layout, gint64 id, int dimension)
{
  for (guint i = 0; i < layout->n_symbols; i++)
    if (layout->symbols[i].id == id && layout->symbols[i].dimension == dimension)
      return &layout->symbols[i];
  return NULL;
}

static double
distance_to (const LuotainMapLayout *layout, gint64 id, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < layout->n_symbols; i++)
    if (layout->symbols[i].id == id)
      least = MIN (least, hypot (layout->symbols[i].x - x, layout->symbols[i].y - y));
  return least;
}

/* Other symbols that do not stand where they stood; @farthest: how far from @moved, where it was or is. */
static guint
count_moved (const LuotainMapLayout *before, const LuotainMapLayout *after, gint64 moved, double *farthest)
{
  guint n = 0;

  *farthest = 0;
  for (guint i = 0; i < before->n_symbols; i++)
    {
      const LuotainMapSymbol *old = &before->symbols[i];
      const LuotainMapSymbol *new = find_symbol (after, old->id, old->dimension);

      if (old->id == moved || (new != NULL &&new->x == old->x &&new->y == old->y))
        continue;
      n++;
      *farthest = MAX (*farthest, MIN (distance_to (before, moved, old->x, old->y),
                                       distance_to (after, moved, old->x, old->y)));
    }
  return n;
}

static void
test_adding_moves_nothing (void)
{
  g_auto (MapFindings) findings = map_findings_new (150, 4);
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  g_autoptr (LuotainMapLayout) before = luotain_map_layout_new (&frame, findings.items, findings.n);
  g_autoptr (LuotainMapLayout) after = luotain_map_layout_new (&frame, findings.items, findings.n + 1);
  double farthest;

  g_assert_cmpuint (after->n_symbols, >, before->n_symbols);
  g_assert_cmpuint (count_moved (before, after, 0, &farthest), ==, 0);
}

static void
test_moving_moves_what_is_near (void)
{
  g_auto (MapFindings) findings = map_findings_new (150, 5);
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  g_autoptr (LuotainMapLayout) before = luotain_map_layout_new (&frame, findings.items, findings.n);
  guint moved = 0;

  for (guint i = 0; i < findings.n; i++)
    {
      LuotainMapItem *item = &findings.items[i];
      const double year = item->year;
      g_autoptr (LuotainMapLayout) after = NULL;
      double farthest;
      guint n;

      item->year = MAP_FIRST_YEAR + (i * 5) % 13;
      after = luotain_map_layout_new (&frame, findings.items, findings.n);
      item->year = year;
      n = count_moved (before, after, item->id, &farthest);
      g_test_message ("%u moved, at most %g away", n, farthest);
      g_assert_cmpuint (n, <=, MOST_MOVED);
      g_assert_cmpfloat (farthest, <=, NEAR);
      moved += n;
    }
  /* Most findings go where there is room. */
  g_assert_cmpuint (moved, <, findings.n * 2);
}

/* The order in which findings come from the store does not matter. */
static void
test_order (void)
{
  g_auto (MapFindings) findings = map_findings_new (200, 6);
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  g_autoptr (LuotainMapLayout) before = luotain_map_layout_new (&frame, findings.items, findings.n);
  g_autoptr (LuotainMapLayout) after = NULL;
  double farthest;

  for (guint i = 0; i < findings.n / 2; i++)
    {
      const LuotainMapItem item = findings.items[i];

      findings.items[i] = findings.items[findings.n - 1 - i];
      findings.items[findings.n - 1 - i] = item;
    }
  after = luotain_map_layout_new (&frame, findings.items, findings.n);
  g_assert_cmpuint (count_moved (before, after, 0, &farthest), ==, 0);
}

/* Put by hand it stays there. */
static void
test_by_hand (void)
{
  g_auto (MapFindings) findings = map_findings_new (1, 7);
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  LuotainMapItem *item = &findings.items[0];
  g_autoptr (LuotainMapLayout) empty = luotain_map_layout_new (&frame, NULL, 0);
  g_autoptr (LuotainMapLayout) layout = NULL;
  LuotainMapSpot spot;

  luotain_map_layout_spot (empty, empty->x + 200, empty->y + 40, &spot);
  item->n_dimensions = spot.n_dimensions;
  memcpy (findings.dimensions[0], spot.dimensions, sizeof spot.dimensions);
  item->year = spot.year;
  item->across = spot.across;
  item->along = spot.along;
  layout = luotain_map_layout_new (&frame, item, 1);
  g_assert_cmpfloat (hypot (layout->symbols[0].x - empty->x - 200, layout->symbols[0].y - empty->y - 40), <,
                     6);
}

static guint
count_drawn (const LuotainMapLayout *layout, guint *in_clusters)
{
  guint drawn = 0;

  *in_clusters = 0;
  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const int cluster = layout->symbols[i].cluster;

      g_assert_cmpint (cluster, <, (int) layout->n_clusters);
      drawn += cluster < 0;
      *in_clusters += cluster >= 0;
    }
  return drawn;
}

static void
test_clusters (void)
{
  g_auto (MapFindings) findings = map_findings_new (5000, 8);
  LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  g_autoptr (LuotainMapLayout) layout = luotain_map_layout_new (&frame, findings.items, findings.n);
  g_autoptr (LuotainMapLayout) zoomed = NULL;
  guint in_clusters, in_clusters_zoomed, counted = 0, drawn;

  drawn = count_drawn (layout, &in_clusters);
  g_assert_cmpuint (layout->n_clusters, >, 20);
  g_assert_cmpuint (drawn, <, 1000);
  g_assert_cmpuint (count_overlaps (layout), <, drawn / 20);
  for (guint i = 0; i < layout->n_clusters; i++)
    {
      g_assert_cmpuint (layout->clusters[i].count, >, 1);
      counted += layout->clusters[i].count;
    }
  g_assert_cmpuint (counted, ==, in_clusters);

  /* Zooming dissolves them. */
  frame.width *= 8;
  frame.height *= 8;
  zoomed = luotain_map_layout_new (&frame, findings.items, findings.n);
  count_drawn (zoomed, &in_clusters_zoomed);
  g_assert_cmpuint (in_clusters_zoomed, <, in_clusters / 20);
}

/* What is heavy stays outside clusters. */
static void
test_heavy (void)
{
  g_auto (MapFindings) findings = map_findings_new (3000, 9);
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, LUOTAIN_MAP_ON_BORDER, FALSE);
  g_autoptr (LuotainMapLayout) layout = NULL;
  guint n = 0;

  findings.items[1234].weight = 1e6;
  findings.items[1234].year = 2034;
  layout = luotain_map_layout_new (&frame, findings.items, findings.n);
  for (guint i = 0; i < layout->n_symbols; i++)
    if (layout->symbols[i].item == 1234)
      {
        g_assert_cmpint (layout->symbols[i].cluster, ==, -1);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

static void
check_moved (LuotainMapSharing sharing, const int *has, guint n_has, int symbol_dimension, const int *to,
             guint n_to, const int *expected, guint n_expected)
{
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_RADAR, sharing, FALSE);
  g_autoptr (LuotainMapLayout) layout = luotain_map_layout_new (&frame, NULL, 0);
  const LuotainMapItem item = { .dimensions = has, .n_dimensions = n_has };
  const LuotainMapSymbol symbol = { .dimension = symbol_dimension };
  LuotainMapSpot spot = { .n_dimensions = n_to };
  g_autofree int *dimensions = NULL;
  guint n;

  memcpy (spot.dimensions, to, n_to * sizeof *to);
  dimensions = luotain_map_layout_moved_dimensions (layout, &item, &symbol, &spot, &n);
  g_assert_cmpmem (dimensions, n * sizeof *dimensions, expected, n_expected * sizeof *expected);
}

static void
test_moved_dimensions (void)
{
  /* One of its own: it takes what is there. */
  check_moved (LUOTAIN_MAP_ON_BORDER, (int[]){ 1 }, 1, 1, (int[]){ 3 }, 1, (int[]){ 3 }, 1);
  check_moved (LUOTAIN_MAP_ON_BORDER, (int[]){ 1 }, 1, 1, (int[]){ 1, 2 }, 2, (int[]){ 1, 2 }, 2);
  /* On a border it is one symbol: from there it goes over as a whole. */
  check_moved (LUOTAIN_MAP_ON_BORDER, (int[]){ 0, 4 }, 2, 4, (int[]){ 2 }, 1, (int[]){ 2 }, 1);
  /* Two symbols: only the one that is moved. */
  check_moved (LUOTAIN_MAP_IN_EACH, (int[]){ 0, 4 }, 2, 4, (int[]){ 2 }, 1, (int[]){ 0, 2 }, 2);
  check_moved (LUOTAIN_MAP_ON_BORDER, (int[]){ 0, 2 }, 2, 0, (int[]){ 2 }, 1, (int[]){ 2 }, 1);
  /* Into the tray: nothing is lost. */
  check_moved (LUOTAIN_MAP_ON_BORDER, (int[]){ 0, 2 }, 2, 0, (int[]){ 0 }, 0, (int[]){ 0, 2 }, 2);
}

static void
test_hits (void)
{
  g_auto (MapFindings) findings = map_findings_new (40, 10);
  const LuotainMapFrame frame = frame_of (LUOTAIN_MAP_GRID, LUOTAIN_MAP_ON_BORDER, FALSE);
  g_autoptr (LuotainMapLayout) layout = luotain_map_layout_new (&frame, findings.items, findings.n);

  for (guint i = 0; i < layout->n_symbols; i++)
    if (layout->symbols[i].cluster < 0)
      g_assert_cmpint (luotain_map_layout_symbol_at (layout, layout->symbols[i].x, layout->symbols[i].y, 2),
                       ==, (int) i);
  g_assert_cmpint (luotain_map_layout_symbol_at (layout, -50, -50, 2), ==, -1);
}

/* Any number of dimensions, any size: nothing but numbers comes out. */
static void
test_extremes (void)
{
  g_auto (MapFindings) findings = map_findings_new (50, 11);
  const double sizes[] = { 1, 60, 5000 };

  for (guint n = 1; n <= 12; n++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        LuotainMapFrame frame = map_frame (LUOTAIN_MAP_RADAR, sizes[s], sizes[G_N_ELEMENTS (sizes) - 1 - s]);
        g_autoptr (LuotainMapLayout) layout = NULL;

        frame.n_dimensions = n;
        frame.last_year = n % 2 == 0 ? frame.first_year : MAP_LAST_YEAR;
        for (guint i = 0; i < findings.n; i++)
          findings.items[i].n_dimensions = i % 3 == 0 ? 0 : 1;
        for (guint i = 0; i < findings.n; i++)
          findings.dimensions[i][0] = (int) (i % n);
        layout = luotain_map_layout_new (&frame, findings.items, findings.n);
        for (guint i = 0; i < layout->n_symbols; i++)
          g_assert_true (isfinite (layout->symbols[i].x) && isfinite (layout->symbols[i].y));
      }
}

static void
test_critical (void)
{
  LuotainMapItem item = { .impact = 4, .probability = 2 };

  g_assert_true (luotain_map_item_is_critical (&item));
  item.probability = 3;
  g_assert_false (luotain_map_item_is_critical (&item));
  item.probability = NAN;
  g_assert_false (luotain_map_item_is_critical (&item));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-layout/places", test_places);
  g_test_add_func ("/map-layout/horizon", test_horizon);
  g_test_add_func ("/map-layout/waiting", test_waiting);
  g_test_add_func ("/map-layout/no-symbol-on-another", test_no_symbol_on_another);
  g_test_add_func ("/map-layout/adding-moves-nothing", test_adding_moves_nothing);
  g_test_add_func ("/map-layout/moving-moves-what-is-near", test_moving_moves_what_is_near);
  g_test_add_func ("/map-layout/order", test_order);
  g_test_add_func ("/map-layout/by-hand", test_by_hand);
  g_test_add_func ("/map-layout/clusters", test_clusters);
  g_test_add_func ("/map-layout/heavy", test_heavy);
  g_test_add_func ("/map-layout/moved-dimensions", test_moved_dimensions);
  g_test_add_func ("/map-layout/hits", test_hits);
  g_test_add_func ("/map-layout/extremes", test_extremes);
  g_test_add_func ("/map-layout/critical", test_critical);
  return g_test_run ();
}
