#include "luotain-exchange-fixture.h"

#include "luotain-finding.h"
#include "luotain-map-export.h"
#include "luotain-rating.h"

#include <math.h>

/* How far from a new finding a label may change. */
#define NEAR 450.0

static LuotainMapData *
query (LuotainStore *store)
{
  LuotainMapQuery question = { .language = LUOTAIN_FI, .descriptions = TRUE };
  LuotainMapData *data = NULL;
  g_autoptr (GError) error = NULL;

  luotain_store_read (store, luotain_map_query_run, &question, (gpointer *) &data, &error);
  g_assert_no_error (error);
  return data;
}

static void
open_maritime (Fixture *fixture, Fixture *made)
{
  g_autofree char *path = g_build_filename (g_getenv ("LUOTAIN_DATA_DIR"), "scenarios",
                                            "maritime-cluster.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture_make_from (fixture, made, file);
}

static gboolean
boxes_overlap (const LuotainLabelBox *a, const LuotainLabelBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
covers (const LuotainLabelBox *box, double x, double y, double radius)
{
  return hypot (CLAMP (x, box->x, box->x + box->width) - x, CLAMP (y, box->y, box->y + box->height) - y)
         < radius;
}

/* No two names overlap, none covers a symbol or cluster. */
static guint
check_labels (LuotainMapDrawing *drawing)
{
  const LuotainMapLayout *layout = luotain_map_drawing_get_layout (drawing);
  guint n, shown = 0;
  const LuotainLabel *labels = luotain_map_drawing_get_labels (drawing, &n);

  for (guint i = 0; i < n; i++)
    {
      LuotainLabelBox box;

      if (labels[i].side < 0)
        continue;
      shown++;
      g_assert_cmpint (layout->symbols[i].cluster, ==, -1);
      luotain_label_box (&labels[i], labels[i].side, &box);
      for (guint j = 0; j < n; j++)
        {
          LuotainLabelBox other;

          if (layout->symbols[j].cluster < 0)
            g_assert_false (
                covers (&box, layout->symbols[j].x, layout->symbols[j].y, layout->symbols[j].radius));
          if (j <= i || labels[j].side < 0)
            continue;
          luotain_label_box (&labels[j], labels[j].side, &other);
          g_assert_false (boxes_overlap (&box, &other));
        }
      for (guint j = 0; j < layout->n_clusters; j++)
        g_assert_false (
            covers (&box, layout->clusters[j].x, layout->clusters[j].y, layout->clusters[j].radius));
    }
  return shown;
}

static void
test_shipped (Fixture *fixture, gconstpointer data)
{
  static const double sizes[][4] = { { 700, 520, 7, 14 }, { 1308, 1074, 9, 16 }, { 1920, 1080, 16, 36 } };
  Fixture made = { 0 };
  g_autoptr (LuotainMapData) map = NULL;
  g_autoptr (LuotainMapDrawing) drawing = NULL;

  open_maritime (fixture, &made);
  map = query (made.store);
  drawing = luotain_map_drawing_new (map);
  for (guint i = 0; i < 4 * G_N_ELEMENTS (sizes); i++)
    {
      LuotainMapFrame frame = *luotain_map_drawing_get_frame (drawing);

      frame.width = sizes[i / 4][0];
      frame.height = sizes[i / 4][1];
      frame.symbol = sizes[i / 4][2];
      frame.text = sizes[i / 4][3];
      frame.mode = i % 2 == 0 ? LUOTAIN_MAP_RADAR : LUOTAIN_MAP_GRID;
      frame.sharing = i % 4 < 2 ? LUOTAIN_MAP_ON_BORDER : LUOTAIN_MAP_IN_EACH;
      luotain_map_drawing_set_frame (drawing, &frame);
      g_assert_cmpuint (check_labels (drawing), >, i / 4 == 1 ? 40 : 8);
    }
  fixture_tear_down (&made, NULL);
}

/* A finding more in the store: only names near it change. */
static void
test_adding (Fixture *fixture, gconstpointer data)
{
  Fixture made = { 0 };
  g_autoptr (LuotainMapData) before = NULL;
  g_autoptr (LuotainMapData) after = NULL;
  g_autoptr (LuotainMapDrawing) drawing = NULL;
  g_autofree LuotainLabel *old = NULL;
  const LuotainLabel *new;
  const LuotainMapLayout *layout;
  const LuotainMapSymbol *added = NULL;
  guint n_old, n_new, changed = 0;
  gint64 id;

  open_maritime (fixture, &made);
  before = query (made.store);
  drawing = luotain_map_drawing_new (before);
  new = luotain_map_drawing_get_labels (drawing, &n_old);
  old = g_memdup2 (new, n_old * sizeof *old);

  id = fixture_add_fields (&made, &luotain_finding_type, 0, "title_fi", "Uusi havainto kaiken keskellä",
                           "dimensions", "economic", NULL);
  fixture_add_fields (&made, &luotain_rating_type, id, "scale", "breakthrough", "value", "2030", NULL);
  after = query (made.store);
  luotain_map_drawing_set_data (drawing, after);
  layout = luotain_map_drawing_get_layout (drawing);
  new = luotain_map_drawing_get_labels (drawing, &n_new);
  g_assert_cmpuint (n_new, ==, n_old + 1);
  for (guint i = 0; i < n_new; i++)
    if (layout->symbols[i].id == id)
      added = &layout->symbols[i];
  g_assert_nonnull (added);
  check_labels (drawing);

  for (guint i = 0, j = 0; i < n_new; i++)
    {
      if (&layout->symbols[i] == added)
        continue;
      if (new[i].side != old[j].side || new[i].x != old[j].x || new[i].y != old[j].y)
        {
          changed++;
          g_test_message ("%s: side %d at %g %g, was %d at %g %g; size %g %g was %g %g",
                          after->findings[layout->symbols[i].item].title, new[i].side, new[i].x, new[i].y,
                          old[j].side, old[j].x, old[j].y, new[i].width, new[i].height, old[j].width,
                          old[j].height);
          g_assert_cmpfloat (hypot (new[i].x - added->x, new[i].y - added->y), <, NEAR);
        }
      j++;
    }
  g_assert_cmpuint (changed, <=, 5);
  fixture_tear_down (&made, NULL);
}

static char *
export_some (LuotainStore *store, LuotainMapFormat format, const char *kind, const char *dimension,
             gsize *length)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  LuotainMapExport export = {
    .stream = stream, .format = format, .language = LUOTAIN_FI, .kind = kind, .dimension = dimension
  };
  g_autoptr (GError) error = NULL;

  luotain_store_read (store, luotain_map_export_run, &export, NULL, &error);
  g_assert_no_error (error);
  *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
export_map (LuotainStore *store, LuotainMapFormat format, gsize *length)
{
  return export_some (store, format, NULL, NULL, length);
}

/* A map that is filtered is saved as it is seen, and says so. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  Fixture made = { 0 };
  g_autoptr (LuotainMapData) map = NULL;
  g_autofree char *page = NULL;
  g_autofree char *count = NULL;
  guint n_wanted = 0, n_rows = 0;
  gsize length;

  open_maritime (fixture, &made);
  map = query (made.store);
  for (guint i = 0; i < map->n_findings; i++)
    n_wanted += g_strcmp0 (map->findings[i].kind, "trend") == 0
                        && strstr (map->findings[i].dimensions, "technological") != NULL
                    ? 1
                    : 0;
  page = export_some (made.store, LUOTAIN_MAP_HTML, "trend", "technological", &length);
  for (const char *row = page; (row = strstr (row, "<tr id=")) != NULL; row++)
    n_rows++;
  g_assert_cmpuint (n_wanted, >, 0);
  g_assert_cmpuint (n_rows, ==, n_wanted);
  count = g_strdup_printf ("%u / %u · trendi · teknologinen · ", n_wanted, map->n_findings);
  g_assert_nonnull (strstr (page, count));
  fixture_tear_down (&made, NULL);
}

/* What stands in the file stands where the layout says. */
static void
test_svg_is_the_layout (Fixture *fixture, gconstpointer data)
{
  Fixture made = { 0 };
  g_autoptr (LuotainMapData) map = NULL;
  g_autoptr (LuotainMapDrawing) drawing = NULL;
  const LuotainMapLayout *layout;
  g_autofree char *svg = NULL;
  const char *at;
  gsize length;

  open_maritime (fixture, &made);
  svg = export_map (made.store, LUOTAIN_MAP_SVG, &length);
  map = query (made.store);
  drawing = luotain_map_drawing_new (map);
  luotain_map_export_prepare (drawing);
  layout = luotain_map_drawing_get_layout (drawing);
  g_assert_cmpuint (layout->n_symbols, >=, 72);

  at = svg;
  for (guint i = 0; i < layout->n_symbols; i++)
    {
      char id[LUOTAIN_ID_DIGITS + 1];
      g_autofree char *mark = NULL;
      const char *found;
      double x, y;

      if (layout->symbols[i].cluster >= 0)
        continue;
      luotain_id_write (layout->symbols[i].id, id);
      mark = g_strdup_printf (")\" class=\"symbol\" data-id=\"finding-%s\"", id);
      found = strstr (at, mark);
      g_assert_nonnull (found);
      at = found + 1;
      while (!g_str_has_prefix (found, "translate("))
        found--;
      x = g_ascii_strtod (found + strlen ("translate("), (char **) &found);
      y = g_ascii_strtod (found, NULL);
      g_assert_cmpfloat_with_epsilon (x, layout->symbols[i].x, 0.0051);
      g_assert_cmpfloat_with_epsilon (y, layout->symbols[i].y, 0.0051);
    }
  fixture_tear_down (&made, NULL);
}

#define HOSTILE "</text><script>alert('x')</script>\" onload=\"&amp; ]]> <!-- 'ä'"

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  const gint64 id = fixture_add_fields (fixture, &luotain_finding_type, 0, "title_fi", HOSTILE,
                                        "description_fi", HOSTILE, "dimensions", "social", NULL);

  fixture_add_fields (fixture, &luotain_rating_type, id, "scale", "breakthrough", "value", "999999999", NULL);
  for (int format = LUOTAIN_MAP_SVG; format <= LUOTAIN_MAP_HTML; format++)
    {
      gsize length;
      g_autofree char *text = export_map (fixture->store, format, &length);

      g_assert_cmpuint (length, >, 1000);
      if (format != LUOTAIN_MAP_SVG && format != LUOTAIN_MAP_HTML)
        continue;
      g_assert_null (strstr (text, "<script>alert"));
      g_assert_null (strstr (text, "</text><script"));
      g_assert_null (strstr (text, "\" onload=\"&"));
      g_assert_nonnull (strstr (text, "&lt;/text&gt;"));
    }
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  Fixture made = { 0 };

  open_maritime (fixture, &made);
  for (int format = LUOTAIN_MAP_SVG; format <= LUOTAIN_MAP_HTML; format++)
    {
      gsize length, length_again;
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      if (format == LUOTAIN_MAP_PNG)
        continue;
      text = export_map (made.store, format, &length);
      again = export_map (made.store, format, &length_again);
      g_assert_cmpmem (text, length, again, length_again);
    }
  fixture_tear_down (&made, NULL);
}

/* An empty workbook and one without words draw too, at any size. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainMapData) map = query (fixture->store);
  g_autoptr (LuotainMapDrawing) drawing = luotain_map_drawing_new (map);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 50, 50);
  cairo_t *cr = cairo_create (surface);
  LuotainMapFrame frame = *luotain_map_drawing_get_frame (drawing);

  for (int size = 0; size <= 300; size += 100)
    {
      frame.width = frame.height = size;
      frame.mode = size % 200 == 0 ? LUOTAIN_MAP_RADAR : LUOTAIN_MAP_GRID;
      luotain_map_drawing_set_frame (drawing, &frame);
      luotain_map_drawing_draw (drawing, cr, LUOTAIN_MAP_ALL);
    }
  g_assert_cmpfloat (luotain_map_drawing_draw_legend (drawing, cr, 200), >, 100);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/map-drawing/shipped", test_shipped);
  ADD ("/map-drawing/adding", test_adding);
  ADD ("/map-drawing/svg-is-the-layout", test_svg_is_the_layout);
  ADD ("/map-drawing/hostile", test_hostile);
  ADD ("/map-drawing/filter", test_filter);
  ADD ("/map-drawing/same-bytes", test_same_bytes);
  ADD ("/map-drawing/empty", test_empty);
  return g_test_run ();
}
