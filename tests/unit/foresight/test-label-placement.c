#include "luotain-label-placement.h"

#include "map-findings.h"

#include <string.h>

/* How far from a new symbol a label may change: its own width, that of a neighbour, and a little. */
#define NEAR 420.0

#define WIDTH 1400.0
#define HEIGHT 1000.0

/* The labels of a seeded map: of two lines, 60 to 150 pixels wide. */
static LuotainLabel *
make_labels (const MapFindings *findings, guint n, guint *n_labels)
{
  const LuotainMapFrame frame = map_frame (LUOTAIN_MAP_RADAR, WIDTH, HEIGHT);
  g_autoptr (LuotainMapLayout) layout = luotain_map_layout_new (&frame, findings->items, n);
  LuotainLabel *labels = g_new0 (LuotainLabel, layout->n_symbols + 1);

  *n_labels = layout->n_symbols;
  for (guint i = 0; i < layout->n_symbols; i++)
    {
      const LuotainMapSymbol *symbol = &layout->symbols[i];

      labels[i].x = symbol->x;
      labels[i].y = symbol->y;
      labels[i].radius = symbol->cluster < 0 ? symbol->radius : 0;
      labels[i].width = symbol->cluster < 0 ? 60 + (double) (symbol->id / 3 % 90) : 0;
      labels[i].height = 30;
      labels[i].weight = findings->items[symbol->item].weight;
      labels[i].side = LUOTAIN_LABEL_NEW;
    }
  return labels;
}

static gboolean
boxes_overlap (const LuotainLabelBox *a, const LuotainLabelBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
covers (const LuotainLabelBox *box, const LuotainLabel *symbol)
{
  const double x = CLAMP (symbol->x, box->x, box->x + box->width);
  const double y = CLAMP (symbol->y, box->y, box->y + box->height);

  return symbol->radius > 0 && hypot (x - symbol->x, y - symbol->y) < symbol->radius;
}

/* No two labels overlap and no label covers a symbol: pair by pair. */
static guint
check (const LuotainLabel *labels, guint n, double width, double height)
{
  guint shown = 0;

  for (guint i = 0; i < n; i++)
    {
      LuotainLabelBox box;

      g_assert_cmpint (labels[i].side, >=, LUOTAIN_LABEL_HIDDEN);
      if (labels[i].side < 0)
        continue;

      shown++;
      luotain_label_box (&labels[i], labels[i].side, &box);
      g_assert_true (box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height);
      for (guint j = 0; j < n; j++)
        {
          LuotainLabelBox other;

          g_assert_false (covers (&box, &labels[j]));
          if (j <= i || labels[j].side < 0)
            continue;
          luotain_label_box (&labels[j], labels[j].side, &other);
          g_assert_false (boxes_overlap (&box, &other));
        }
    }
  return shown;
}

static void
test_no_overlap (void)
{
  const guint sizes[] = { 40, 500, 3000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_auto (MapFindings) findings = map_findings_new (sizes[s], 20 + s);
      guint n, shown;
      g_autofree LuotainLabel *labels = make_labels (&findings, findings.n, &n);

      luotain_label_placement_run (labels, n, WIDTH, HEIGHT, NULL, 0);
      shown = check (labels, n, WIDTH, HEIGHT);
      g_assert_cmpuint (shown, >, 30);
      if (sizes[s] == 40)
        g_assert_cmpuint (shown, >, n * 3 / 4);
    }
}

static void
test_again_is_the_same (void)
{
  g_auto (MapFindings) findings = map_findings_new (500, 30);
  guint n;
  g_autofree LuotainLabel *labels = make_labels (&findings, findings.n, &n);
  g_autofree LuotainLabel *again = NULL;

  luotain_label_placement_run (labels, n, WIDTH, HEIGHT, NULL, 0);
  again = g_memdup2 (labels, n * sizeof *labels);
  luotain_label_placement_run (again, n, WIDTH, HEIGHT, NULL, 0);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (again[i].side, ==, labels[i].side);
}

/* A finding more: labels change only near it, and they are few. */
static void
test_adding (void)
{
  g_auto (MapFindings) findings = map_findings_new (90, 31);
  guint n_before;
  g_autofree LuotainLabel *before = make_labels (&findings, findings.n, &n_before);
  GRand *random = g_rand_new_with_seed (5);

  luotain_label_placement_run (before, n_before, WIDTH, HEIGHT, NULL, 0);
  for (guint round = 0; round < 200; round++)
    {
      g_autofree LuotainLabel *after = g_new0 (LuotainLabel, n_before + 1);
      LuotainLabel *new = &after[n_before];
      guint changed = 0;

      memcpy (after, before, n_before * sizeof *before);
      *new = (LuotainLabel){ .x = g_rand_double_range (random, 200, WIDTH - 200),
                             .y = g_rand_double_range (random, 100, HEIGHT - 100),
                             .radius = 10,
                             .width = 120,
                             .height = 30,
                             .weight = g_rand_double_range (random, 0, 120),
                             .side = LUOTAIN_LABEL_NEW };
      luotain_label_placement_run (after, n_before + 1, WIDTH, HEIGHT, NULL, 0);
      check (after, n_before + 1, WIDTH, HEIGHT);
      for (guint i = 0; i < n_before; i++)
        if (after[i].side != before[i].side)
          {
            changed++;
            g_assert_cmpfloat (hypot (after[i].x - new->x, after[i].y - new->y), <, NEAR);
          }
      g_assert_cmpuint (changed, <=, 6);
    }
  g_rand_free (random);
}

/* Two that want the only room there is: the heavier gets it, also where the lighter had it before. */
static void
test_weight (void)
{
  LuotainLabel labels[] = {
    { .x = 12, .y = 24, .radius = 3, .width = 75, .height = 18, .weight = 1, .side = LUOTAIN_LABEL_NEW },
    { .x = 12, .y = 36, .radius = 3, .width = 75, .height = 18, .weight = 2, .side = LUOTAIN_LABEL_NEW },
  };
  const LuotainLabelBox walls[] = { { 0, 0, 100, 13 }, { 0, 47, 100, 13 } };

  luotain_label_placement_run (labels, 2, 100, 60, walls, 2);
  g_assert_cmpint (labels[0].side, ==, LUOTAIN_LABEL_HIDDEN);
  g_assert_cmpint (labels[1].side, >=, 0);

  /* One that was hidden takes only what is free; one that is new pushes. */
  labels[0].weight = 3;
  luotain_label_placement_run (labels, 2, 100, 60, walls, 2);
  g_assert_cmpint (labels[0].side, ==, LUOTAIN_LABEL_HIDDEN);
  labels[0].side = LUOTAIN_LABEL_NEW;
  luotain_label_placement_run (labels, 2, 100, 60, walls, 2);
  g_assert_cmpint (labels[0].side, >=, 0);
  g_assert_cmpint (labels[1].side, ==, LUOTAIN_LABEL_HIDDEN);
}

static void
test_obstacles (void)
{
  LuotainLabel label = {
    .x = 50, .y = 50, .radius = 5, .width = 40, .height = 10, .side = LUOTAIN_LABEL_NEW
  };
  LuotainLabelBox obstacle = { 56, 30, 44, 40 };
  LuotainLabelBox box;

  luotain_label_placement_run (&label, 1, 100, 100, &obstacle, 1);
  g_assert_cmpint (label.side, >=, 0);
  luotain_label_box (&label, label.side, &box);
  g_assert_false (boxes_overlap (&box, &obstacle));

  obstacle = (LuotainLabelBox){ 0, 0, 100, 100 };
  luotain_label_placement_run (&label, 1, 100, 100, &obstacle, 1);
  g_assert_cmpint (label.side, ==, LUOTAIN_LABEL_HIDDEN);
}

/* Symbols beside the canvas, names wider than it. */
static void
test_extremes (void)
{
  LuotainLabel labels[] = {
    { .x = -500, .y = -500, .radius = 9, .width = 40, .height = 10, .side = LUOTAIN_LABEL_NEW },
    { .x = 50, .y = 50, .radius = 9, .width = 4000, .height = 10, .side = LUOTAIN_LABEL_NEW },
    { .x = 99, .y = 99, .radius = 500, .width = 40, .height = 10, .side = LUOTAIN_LABEL_NEW },
    { .x = 50, .y = 50, .radius = 0, .width = 0, .height = 0, .side = LUOTAIN_LABEL_RIGHT },
  };

  luotain_label_placement_run (labels, G_N_ELEMENTS (labels), 100, 100, NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpint (labels[i].side, ==, LUOTAIN_LABEL_HIDDEN);
  luotain_label_placement_run (NULL, 0, 100, 100, NULL, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-placement/no-overlap", test_no_overlap);
  g_test_add_func ("/label-placement/again-is-the-same", test_again_is_the_same);
  g_test_add_func ("/label-placement/adding", test_adding);
  g_test_add_func ("/label-placement/weight", test_weight);
  g_test_add_func ("/label-placement/obstacles", test_obstacles);
  g_test_add_func ("/label-placement/extremes", test_extremes);
  return g_test_run ();
}
