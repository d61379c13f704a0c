/* map: medians in milliseconds of what the futures map does within a frame, one a line: placing the labels of 500 and of
 * 5,000 findings, drawing a frame while one of 500 and of 5,000 is dragged. */
#include "luotain-map-drawing.h"

#include "map-findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDTH 1920
#define HEIGHT 1080
#define ROUNDS 41

/* Of this thread, in microseconds: what other programs do meanwhile does not count. */
static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static int
compare (const void *a, const void *b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print_median (double *times, guint n)
{
  /* The first is thrown away: cold caches. */
  qsort (times + 1, n - 1, sizeof *times, compare);
  printf ("%.4f\n", times[1 + (n - 1) / 2] / 1000);
}

/* All of them want a name and none is in a cluster: more than a map ever asks for. */
static void
measure_labels (guint n)
{
  GRand *random = g_rand_new_with_seed (n);
  g_autofree LuotainLabel *labels = g_new0 (LuotainLabel, n);
  double times[ROUNDS];

  for (guint i = 0; i < n; i++)
    labels[i] = (LuotainLabel){ .x = g_rand_double_range (random, 0, WIDTH),
                                .y = g_rand_double_range (random, 0, HEIGHT),
                                .radius = n > 1000 ? 4 : 8,
                                .width = g_rand_double_range (random, 60, 150),
                                .height = 30,
                                .weight = g_rand_double (random) };

  for (guint round = 0; round < ROUNDS; round++)
    {
      double begun;

      for (guint i = 0; i < n; i++)
        labels[i].side = LUOTAIN_LABEL_NEW;
      begun = processor_time ();
      luotain_label_placement_run (labels, n, WIDTH, HEIGHT, NULL, 0);
      times[round] = processor_time () - begun;
    }
  print_median (times, ROUNDS);
  g_rand_free (random);
}

/* A workbook of so many findings, without the workbook. */
static LuotainMapData *
make_data (const MapFindings *findings)
{
  static const char *const names[] = { "poliittinen", "ekonominen", "sosiaalinen", "teknologinen",
                                       "ekologinen" };
  LuotainMapData *data = g_new0 (LuotainMapData, 1);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_strv_builder_add (titles, names[i]);
  g_atomic_ref_count_init (&data->references);
  data->n_findings = findings->n;
  data->findings = g_new0 (LuotainMapFinding, findings->n);
  data->items = g_memdup2 (findings->items, (findings->n + 1) * sizeof *findings->items);
  for (guint i = 0; i < findings->n; i++)
    {
      data->findings[i].id = findings->items[i].id;
      data->findings[i].title = g_strdup_printf ("Havainto %u satamien ja laivojen tulevaisuudesta", i);
    }
  data->dimension_titles = g_strv_builder_end (titles);
  data->n_dimensions = MAP_DIMENSIONS;
  data->first_year = MAP_FIRST_YEAR;
  data->last_year = MAP_LAST_YEAR;
  data->ring_years = 2;
  return data;
}

static cairo_surface_t *
make_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
}

/* What a frame costs while a finding is dragged: the map as it lies, painted, and what moves, drawn over it. */
static void
measure_dragging (guint n)
{
  g_auto (MapFindings) findings = map_findings_new (n, n);
  g_autoptr (LuotainMapData) data = make_data (&findings);
  g_autoptr (LuotainMapDrawing) drawing = luotain_map_drawing_new (data);
  LuotainMapFrame frame = *luotain_map_drawing_get_frame (drawing);
  cairo_surface_t *still = make_surface (), *window = make_surface ();
  cairo_t *cr = cairo_create (still);
  double times[ROUNDS];

  frame.width = WIDTH;
  frame.height = HEIGHT;
  luotain_map_drawing_set_frame (drawing, &frame);
  luotain_map_drawing_set_mark (drawing, 3, LUOTAIN_MAP_MOVING, TRUE);
  luotain_map_drawing_draw (drawing, cr, LUOTAIN_MAP_ALL);
  cairo_destroy (cr);

  for (guint round = 0; round < ROUNDS; round++)
    {
      const double begun = processor_time ();

      cr = cairo_create (window);
      cairo_set_source_surface (cr, still, 0, 0);
      cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      luotain_map_drawing_draw_moving (drawing, cr, round * 5, round * 3);
      cairo_destroy (cr);
      cairo_surface_flush (window);
      times[round] = processor_time () - begun;
    }
  print_median (times, ROUNDS);
  cairo_surface_destroy (still);
  cairo_surface_destroy (window);
}

int
main (void)
{
  measure_labels (500);
  measure_labels (5000);
  measure_dragging (500);
  measure_dragging (5000);
  return 0;
}
