#include "luotain-futures-grid-private.h"
#include "luotain-path-style.h"

#define DOT 5.0
#define LINE 2.2
#define LIT_LINE 3.4
#define DIM 0.16
/* How far from the border of two rows a line begins to change columns: within the padding of the cells. */
#define TURN 9.0

typedef struct
{
  double x;
  double top, bottom; /* of the row */
  double y; /* of the dot */
} Stop;

/* Paths through one state stand beside each other, in their order. */
static guint
lane_of (LuotainFuturesGrid *self, guint path, guint row)
{
  const guint state = luotain_futures_table_path (self->table, path)->states[row];
  guint lane = 0;

  for (guint i = 0; i < path; i++)
    lane += luotain_futures_table_path (self->table, i)->states[row] == state;
  return lane;
}

guint
luotain_grid_count_lanes (LuotainFuturesGrid *self)
{
  guint n = 0;

  for (guint row = 0; row < self->table->rows->len; row++)
    for (guint i = 0; i < self->table->paths->len; i++)
      if (luotain_futures_table_path (self->table, i)->states[row] != LUOTAIN_FUTURES_OPEN)
        n = MAX (n, lane_of (self, i, row) + 1);
  return n;
}

static guint
first_row (const LuotainFuturesTable *table, const LuotainFuturesPath *path)
{
  for (guint row = 0; row < table->rows->len; row++)
    if (path->states[row] != LUOTAIN_FUTURES_OPEN)
      return row;
  return LUOTAIN_FUTURES_OPEN;
}

/* The column a path begins in, and how many that come before it begin there too. */
static guint
head_column (LuotainFuturesGrid *self, guint path, guint *place)
{
  const LuotainFuturesPath *this_path = luotain_futures_table_path (self->table, path);
  const guint row = first_row (self->table, this_path);
  guint column;
  guint ignored;

  *place = 0;
  if (row == LUOTAIN_FUTURES_OPEN)
    return LUOTAIN_FUTURES_OPEN;

  column = luotain_futures_layout_column (self->layout, row, this_path->states[row]);
  for (guint i = 0; i < path; i++)
    *place += head_column (self, i, &ignored) == column;
  return column;
}

guint
luotain_grid_count_heads (LuotainFuturesGrid *self)
{
  guint n = 0;

  for (guint i = 0; self->table != NULL && i < self->table->paths->len; i++)
    {
      guint place;

      if (head_column (self, i, &place) != LUOTAIN_FUTURES_OPEN)
        n = MAX (n, place + 1);
    }
  return n;
}

static double
column_x (LuotainFuturesGrid *self, guint column)
{
  return self->head_width + (double) column * self->column_width;
}

static void
find_stops (LuotainFuturesGrid *self, guint index, GArray *stops)
{
  const LuotainFuturesPath *path = luotain_futures_table_path (self->table, index);

  g_array_set_size (stops, 0);
  for (guint row = 0; row < self->table->rows->len && row + 1 < self->lines->len; row++)
    {
      Stop stop;

      if (path->states[row] == LUOTAIN_FUTURES_OPEN)
        continue;
      stop.x = column_x (self, luotain_futures_layout_column (self->layout, row, path->states[row]))
               + LUOTAIN_GRID_LANE * (lane_of (self, index, row) + 0.75);
      stop.top = g_array_index (self->lines, int, row);
      stop.bottom = g_array_index (self->lines, int, row + 1);
      stop.y = (stop.top + stop.bottom) / 2;
      g_array_append_val (stops, stop);
    }
}

static double
alpha_of (LuotainFuturesGrid *self, const LuotainFuturesPath *path)
{
  const gint64 lit = self->lit != 0 ? self->lit : self->marks != NULL ? self->marks->chosen : 0;

  return lit == 0 || lit == path->id ? 1 : DIM;
}

static gboolean
is_lit (LuotainFuturesGrid *self, const LuotainFuturesPath *path)
{
  return path->id == self->lit || (self->lit == 0 && self->marks != NULL && path->id == self->marks->chosen);
}

/* The line goes straight down beside the texts and changes columns between two rows; from each path to the next a little
 * lower, so that they do not lie on each other. */
static void
draw_line (LuotainFuturesGrid *self, cairo_t *cr, const LuotainPathStyle *style,
           const LuotainFuturesPath *path, GArray *stops, double from)
{
  const Stop *first = &g_array_index (stops, Stop, 0);

  luotain_path_style_set (style, cr, alpha_of (self, path), is_lit (self, path) ? LIT_LINE : LINE);
  cairo_new_path (cr);
  cairo_move_to (cr, first->x, from);
  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      const Stop *next = i + 1 < stops->len ? &g_array_index (stops, Stop, i + 1) : NULL;

      cairo_line_to (cr, stop->x, stop->y);
      if (next == NULL)
        break;
      if (ABS (next->x - stop->x) > 0.5)
        {
          cairo_line_to (cr, stop->x, next->top - TURN);
          cairo_curve_to (cr, stop->x, next->top, next->x, next->top, next->x, next->top + TURN);
        }
    }
  cairo_stroke (cr);
}

static void
draw_path (LuotainFuturesGrid *self, cairo_t *cr, guint index, GArray *stops)
{
  const LuotainFuturesPath *path = luotain_futures_table_path (self->table, index);
  LuotainPathStyle style;
  guint place;

  find_stops (self, index, stops);
  if (stops->len == 0)
    return;

  head_column (self, index, &place);
  luotain_path_style_get (index, GTK_WIDGET (self), &style);
  draw_line (self, cr, &style, path, stops, g_array_index (self->lines, int, 0) - 3);
  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);

      luotain_path_style_draw_dot (&style, cr, stop->x, stop->y, is_lit (self, path) ? DOT * 1.25 : DOT,
                                   alpha_of (self, path));
    }
}

static void
draw_head (LuotainFuturesGrid *self, GtkSnapshot *snapshot, guint index)
{
  const LuotainFuturesPath *path = luotain_futures_table_path (self->table, index);
  g_autoptr (PangoLayout) layout = NULL;
  LuotainPathStyle style;
  PangoAttrList *attributes;
  guint column, place;
  int height;

  column = head_column (self, index, &place);
  if (column == LUOTAIN_FUTURES_OPEN)
    return;

  luotain_path_style_get (index, GTK_WIDGET (self), &style);
  style.color.alpha = alpha_of (self, path);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), path->title);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, MAX (1, self->column_width - 14) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) column_x (self, column) + 8,
                                                (float) (self->heads_y + (int) place * (height + 2))));
  gtk_snapshot_append_layout (snapshot, layout, &style.color);
  gtk_snapshot_restore (snapshot);
}

void
luotain_grid_draw_paths (LuotainFuturesGrid *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  cairo_t *cr;

  if (self->table == NULL || self->table->paths->len == 0 || self->lines->len < 2)
    return;

  for (guint i = 0; i < self->table->paths->len; i++)
    draw_head (self, snapshot, i);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                       (float) gtk_widget_get_height (GTK_WIDGET (self))));
  /* The one that is looked at lies over the others. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->table->paths->len; i++)
      if (is_lit (self, luotain_futures_table_path (self->table, i)) == (pass == 1))
        draw_path (self, cr, i, stops);
  cairo_destroy (cr);
}
