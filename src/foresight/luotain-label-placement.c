#include "luotain-label-placement.h"

#include <math.h>

/* Pixels of a bit of the bitmap. */
#define UNIT 2.0
/* Between a symbol and its label. */
#define GAP 3.0
/* How many labels that find no room may look for lighter ones to push away: bounds the time, not the result as a rule. */
#define MOST_PUSHES 64

/* A bit stands for a square of the canvas that is taken. */
typedef struct
{
  int columns, rows;
  gsize words; /* a row */
  guint64 *bits;
} Bitmap;

typedef struct
{
  int left, right, top, bottom; /* the last ones included */
} Cells;

typedef struct
{
  LuotainLabel *labels;
  guint n_labels;
  double width, height;
  Bitmap symbols, taken;
  GArray *placed; /* (element-type guint) */
  guint pushes;
} Work;

/* Where a label stands: shares of its own size that it is moved by, and of the symbol's radius. */
typedef struct
{
  double width, height; /* -1 is left of or above the point it hangs on, 0 right of or below it */
  double x, y; /* that point, in radii from the middle of the symbol */
  double gap_x, gap_y; /* and in pixels */
} Side;

static const Side sides[LUOTAIN_LABEL_N_SIDES] = {
  [LUOTAIN_LABEL_RIGHT] = { 0, -0.5, 1, 0, GAP, 0 },
  [LUOTAIN_LABEL_LEFT] = { -1, -0.5, -1, 0, -GAP, 0 },
  [LUOTAIN_LABEL_ABOVE] = { -0.5, -1, 0, -1, 0, -1 },
  [LUOTAIN_LABEL_BELOW] = { -0.5, 0, 0, 1, 0, 1 },
  [LUOTAIN_LABEL_RIGHT_ABOVE] = { 0, -1, 0.75, -0.75, 1, -1 },
  [LUOTAIN_LABEL_RIGHT_BELOW] = { 0, 0, 0.75, 0.75, 1, 1 },
  [LUOTAIN_LABEL_LEFT_ABOVE] = { -1, -1, -0.75, -0.75, -1, -1 },
  [LUOTAIN_LABEL_LEFT_BELOW] = { -1, 0, -0.75, 0.75, -1, 1 },
  [LUOTAIN_LABEL_RIGHT_HIGH] = { 0, -0.8, 1, 0, GAP, 0 },
  [LUOTAIN_LABEL_RIGHT_LOW] = { 0, -0.2, 1, 0, GAP, 0 },
  [LUOTAIN_LABEL_LEFT_HIGH] = { -1, -0.8, -1, 0, -GAP, 0 },
  [LUOTAIN_LABEL_LEFT_LOW] = { -1, -0.2, -1, 0, -GAP, 0 },
  [LUOTAIN_LABEL_ABOVE_RIGHT] = { -0.25, -1, 0, -1, 0, -1 },
  [LUOTAIN_LABEL_ABOVE_LEFT] = { -0.75, -1, 0, -1, 0, -1 },
  [LUOTAIN_LABEL_BELOW_RIGHT] = { -0.25, 0, 0, 1, 0, 1 },
  [LUOTAIN_LABEL_BELOW_LEFT] = { -0.75, 0, 0, 1, 0, 1 },
};

/* The order in which they are tried: the clearest first. */
static const LuotainLabelSide order_of_sides[] = {
  LUOTAIN_LABEL_RIGHT,       LUOTAIN_LABEL_LEFT,        LUOTAIN_LABEL_RIGHT_HIGH,  LUOTAIN_LABEL_RIGHT_LOW,
  LUOTAIN_LABEL_LEFT_HIGH,   LUOTAIN_LABEL_LEFT_LOW,    LUOTAIN_LABEL_RIGHT_ABOVE, LUOTAIN_LABEL_RIGHT_BELOW,
  LUOTAIN_LABEL_LEFT_ABOVE,  LUOTAIN_LABEL_LEFT_BELOW,  LUOTAIN_LABEL_ABOVE,       LUOTAIN_LABEL_BELOW,
  LUOTAIN_LABEL_ABOVE_RIGHT, LUOTAIN_LABEL_BELOW_RIGHT, LUOTAIN_LABEL_ABOVE_LEFT,  LUOTAIN_LABEL_BELOW_LEFT,
};

void
luotain_label_box (const LuotainLabel *label, LuotainLabelSide side, LuotainLabelBox *box)
{
  const Side *at = &sides[CLAMP (side, LUOTAIN_LABEL_RIGHT, LUOTAIN_LABEL_N_SIDES - 1)];

  box->width = label->width;
  box->height = label->height;
  box->x = label->x + at->x * label->radius + at->gap_x + at->width * label->width;
  box->y = label->y + at->y * label->radius + at->gap_y + at->height * label->height;
}

static void
bitmap_init (Bitmap *self, double width, double height)
{
  self->columns = (int) (MAX (width, 1) / UNIT) + 1;
  self->rows = (int) (MAX (height, 1) / UNIT) + 1;
  self->words = ((gsize) self->columns + 63) / 64;
  self->bits = g_new0 (guint64, self->words * (gsize) self->rows);
}

/* Rounded outwards: what does not share a bit does not touch. */
static gboolean
cells_of (const Bitmap *self, double x, double y, double width, double height, Cells *cells)
{
  cells->left = MAX ((int) floor (x / UNIT), 0);
  cells->right = MIN ((int) floor ((x + width) / UNIT), self->columns - 1);
  cells->top = MAX ((int) floor (y / UNIT), 0);
  cells->bottom = MIN ((int) floor ((y + height) / UNIT), self->rows - 1);
  return cells->left <= cells->right && cells->top <= cells->bottom;
}

static guint64
mask_of (const Cells *cells, int word)
{
  guint64 mask = G_MAXUINT64;

  if (word == cells->left / 64)
    mask &= G_MAXUINT64 << (cells->left % 64);
  if (word == cells->right / 64)
    mask &= G_MAXUINT64 >> (63 - cells->right % 64);
  return mask;
}

/* Where a map is full something stands in the way nearly everywhere: it is found soon, most often in the middle. */
static gboolean
bitmap_any (const Bitmap *self, const Cells *cells)
{
  const int middle = (cells->top + cells->bottom) / 2;

  for (int word = cells->left / 64; word <= cells->right / 64; word++)
    {
      const guint64 mask = mask_of (cells, word);
      const guint64 *bits = self->bits + word;

      if ((bits[(gsize) middle * self->words] & mask) != 0)
        return TRUE;
      for (int row = cells->top; row <= cells->bottom; row++)
        if ((bits[(gsize) row * self->words] & mask) != 0)
          return TRUE;
    }
  return FALSE;
}

static void
bitmap_put (Bitmap *self, const Cells *cells, gboolean on)
{
  for (int word = cells->left / 64; word <= cells->right / 64; word++)
    {
      const guint64 mask = mask_of (cells, word);
      guint64 *bits = self->bits + (gsize) cells->top * self->words + word;

      for (int row = cells->top; row <= cells->bottom; row++, bits += self->words)
        *bits = on ? *bits | mask : *bits & ~mask;
    }
}

static void
put_symbol (Work *work, const LuotainLabel *label)
{
  Cells all;

  if (!cells_of (&work->taken, label->x - label->radius, label->y - label->radius, 2 * label->radius,
                 2 * label->radius, &all))
    return;

  /* Row by row, as wide as the circle is there. */
  for (int row = all.top; row <= all.bottom; row++)
    {
      const double near = CLAMP (label->y, row * UNIT, (row + 1) * UNIT) - label->y;
      const double half = sqrt (MAX (label->radius * label->radius - near * near, 0));
      Cells cells;

      if (!cells_of (&work->taken, label->x - half, row * UNIT, 2 * half, 0, &cells))
        continue;
      bitmap_put (&work->taken, &cells, TRUE);
      bitmap_put (&work->symbols, &cells, TRUE);
    }
}

static gboolean
is_inside (const Work *work, const LuotainLabelBox *box)
{
  return box->x >= 0 && box->y >= 0 && box->x + box->width <= work->width
         && box->y + box->height <= work->height;
}

static gboolean
find_cells (const Work *work, const LuotainLabel *label, LuotainLabelSide side, Cells *cells)
{
  LuotainLabelBox box;

  luotain_label_box (label, side, &box);
  return is_inside (work, &box) && cells_of (&work->taken, box.x, box.y, box.width, box.height, cells);
}

static void
place (Work *work, guint index, LuotainLabelSide side, const Cells *cells)
{
  work->labels[index].side = side;
  bitmap_put (&work->taken, cells, TRUE);
  g_array_append_val (work->placed, index);
}

static gboolean
place_where_free (Work *work, guint index, LuotainLabelSide side)
{
  Cells cells;

  if (!find_cells (work, &work->labels[index], side, &cells) || bitmap_any (&work->taken, &cells))
    return FALSE;

  place (work, index, side, &cells);
  return TRUE;
}

static gboolean
place_anywhere (Work *work, guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_of_sides); i++)
    if (place_where_free (work, index, order_of_sides[i]))
      return TRUE;
  return FALSE;
}

static gboolean
boxes_touch (const Cells *a, const Cells *b)
{
  return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

/* What stands in the way on a side, as weight; -1 where a symbol or something as heavy does. */
static double
weight_in_the_way (const Work *work, const LuotainLabel *label, const Cells *cells)
{
  double weight = 0;

  if (bitmap_any (&work->symbols, cells))
    return -1;

  for (guint i = 0; i < work->placed->len; i++)
    {
      const LuotainLabel *other = &work->labels[g_array_index (work->placed, guint, i)];
      Cells others;

      if (!find_cells (work, other, other->side, &others) || !boxes_touch (cells, &others))
        continue;
      if (other->weight >= label->weight)
        return -1;
      weight += MAX (other->weight, 0) + 1;
    }
  return weight;
}

static void
push_away (Work *work, const Cells *cells, GArray *pushed)
{
  for (guint i = work->placed->len; i-- > 0;)
    {
      const guint index = g_array_index (work->placed, guint, i);
      Cells others;

      if (!find_cells (work, &work->labels[index], work->labels[index].side, &others)
          || !boxes_touch (cells, &others))
        continue;

      bitmap_put (&work->taken, &others, FALSE);
      work->labels[index].side = LUOTAIN_LABEL_HIDDEN;
      g_array_append_val (pushed, index);
      g_array_remove_index_fast (work->placed, i);
    }
}

static gboolean
place_by_weight (Work *work, guint index, GArray *pushed)
{
  const LuotainLabel *label = &work->labels[index];
  LuotainLabelSide best = LUOTAIN_LABEL_HIDDEN;
  double least = G_MAXDOUBLE;
  Cells cells;

  if (work->pushes == 0)
    return FALSE;

  work->pushes--;
  for (guint i = 0; i < G_N_ELEMENTS (order_of_sides); i++)
    {
      const double weight = find_cells (work, label, order_of_sides[i], &cells)
                                ? weight_in_the_way (work, label, &cells)
                                : -1;

      if (weight >= 0 && weight < least)
        {
          least = weight;
          best = order_of_sides[i];
        }
    }

  if (best == LUOTAIN_LABEL_HIDDEN || !find_cells (work, label, best, &cells))
    return FALSE;

  push_away (work, &cells, pushed);
  place (work, index, best, &cells);
  return TRUE;
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const LuotainLabel *labels = user_data;
  const guint first = *(const guint *) a, second = *(const guint *) b;

  if (labels[first].weight != labels[second].weight)
    return labels[first].weight > labels[second].weight ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* What stood somewhere stays there where it can; the rest, the heaviest first, takes what is free or lighter. */
static void
place_all (Work *work, const guint *order, guint n)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) pushed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *pushes = g_new0 (gboolean, work->n_labels + 1);

  for (guint i = 0; i < n; i++)
    {
      LuotainLabel *label = &work->labels[order[i]];
      const LuotainLabelSide side = label->side;

      label->side = LUOTAIN_LABEL_HIDDEN;
      pushes[order[i]] = side != LUOTAIN_LABEL_HIDDEN;
      if (side < 0 || side >= LUOTAIN_LABEL_N_SIDES || !place_where_free (work, order[i], side))
        g_array_append_val (rest, order[i]);
    }

  work->pushes = work->placed->len > 0 ? MOST_PUSHES : 0;
  for (guint i = 0; i < rest->len; i++)
    {
      const guint index = g_array_index (rest, guint, i);

      if (!place_anywhere (work, index) && pushes[index])
        place_by_weight (work, index, pushed);
    }
  for (guint i = 0; i < pushed->len; i++)
    place_anywhere (work, g_array_index (pushed, guint, i));
}

void
luotain_label_placement_run (LuotainLabel *labels, guint n_labels, double width, double height,
                             const LuotainLabelBox *obstacles, guint n_obstacles)
{
  Work work = { .labels = labels, .n_labels = n_labels, .width = width, .height = height };
  g_autofree guint *order = g_new (guint, n_labels + 1);
  guint n = 0;

  work.placed = g_array_new (FALSE, FALSE, sizeof (guint));
  bitmap_init (&work.symbols, width, height);
  bitmap_init (&work.taken, width, height);

  for (guint i = 0; i < n_labels; i++)
    {
      put_symbol (&work, &labels[i]);
      if (labels[i].width > 0)
        order[n++] = i;
      else
        labels[i].side = LUOTAIN_LABEL_HIDDEN;
    }
  for (guint i = 0; i < n_obstacles; i++)
    {
      Cells cells;

      if (!cells_of (&work.taken, obstacles[i].x, obstacles[i].y, obstacles[i].width, obstacles[i].height,
                     &cells))
        continue;
      bitmap_put (&work.taken, &cells, TRUE);
      bitmap_put (&work.symbols, &cells, TRUE);
    }

  g_qsort_with_data (order, (gint) n, sizeof *order, compare_weights, labels);
  place_all (&work, order, n);
  g_array_unref (work.placed);
  g_free (work.symbols.bits);
  g_free (work.taken.bits);
}
