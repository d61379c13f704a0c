#include "config.h"

#include "luotain-futures-grid-private.h"

#include <glib/gi18n.h>

#define HEAD_MINIMUM 112
#define COLUMN_MINIMUM 104
#define COLUMN_NATURAL 210
#define ADD_WIDTH 48

static guint activated_signal;

G_DEFINE_FINAL_TYPE (LuotainFuturesGrid, luotain_futures_grid, GTK_TYPE_WIDGET)

LuotainFutureCell *
luotain_grid_cell_at (LuotainFuturesGrid *self, int row, int column)
{
  if (row < 0 || row >= self->n_rows || column < -1 || column >= self->n_columns)
    return NULL;
  return self->cells->pdata[row * (self->n_columns + 1) + column + 1];
}

GtkWidget *
luotain_futures_grid_get_cell (LuotainFuturesGrid *self, int row, int column)
{
  g_return_val_if_fail (LUOTAIN_IS_FUTURES_GRID (self), NULL);

  return (GtkWidget *) luotain_grid_cell_at (self, row, column);
}

gboolean
luotain_grid_is_writable (LuotainFuturesGrid *self)
{
  return luotain_context_get_writable (self->context) && self->table != NULL;
}

/* Whether a click on a state does something else than taking the focus there. */
gboolean
luotain_grid_acts (LuotainFuturesGrid *self)
{
  return self->marks != NULL && (self->marks->mode != LUOTAIN_TABLE_EDIT || self->marks->chosen != 0);
}

static gboolean
is_free (LuotainFuturesGrid *self)
{
  return !luotain_futures_layout_is_by_image (self->layout);
}

static gboolean
can_add (LuotainFuturesGrid *self)
{
  return luotain_grid_is_writable (self) && !luotain_context_get_room (self->context)
         && (self->marks == NULL || self->marks->mode == LUOTAIN_TABLE_EDIT);
}

void
luotain_grid_show_range (LuotainFuturesGrid *self)
{
  const int top = MIN (self->row, self->anchor_row), bottom = MAX (self->row, self->anchor_row);
  const int left = MIN (self->column, self->anchor_column), right = MAX (self->column, self->anchor_column);
  const gboolean several = top != bottom || left != right;

  for (int row = 0; row < self->n_rows; row++)
    for (int column = -1; column < self->n_columns; column++)
      {
        LuotainFutureCell *cell = luotain_grid_cell_at (self, row, column);

        if (cell == NULL)
          continue;
        if (several && row >= top && row <= bottom && column >= left && column <= right)
          gtk_widget_add_css_class (GTK_WIDGET (cell), "in-range");
        else
          gtk_widget_remove_css_class (GTK_WIDGET (cell), "in-range");
      }
}

/* Rows are of different lengths: in a shorter one the focus goes to its last cell. */
static LuotainFutureCell *
nearest_cell (LuotainFuturesGrid *self, int row, int *column)
{
  LuotainFutureCell *cell = luotain_grid_cell_at (self, row, *column);

  while (cell == NULL && row >= 0 && row<self->n_rows && * column> - 1)
    cell = luotain_grid_cell_at (self, row, --*column);
  return cell;
}

void
luotain_grid_move_to (LuotainFuturesGrid *self, int row, int column, gboolean extend)
{
  LuotainFutureCell *cell = nearest_cell (self, row, &column);

  if (cell == NULL)
    return;

  self->row = row;
  self->column = column;
  if (!extend)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  luotain_grid_show_range (self);
}

/* Where a writer goes on to. A record that is being made makes the next cell too: there the focus goes with the refresh. */
static void
go_on (LuotainFuturesGrid *self, LuotainFutureCell *cell, gboolean changed, LuotainFutureCellWay way)
{
  const gboolean makes = changed && luotain_future_cell_get_id (cell) == 0;
  int row = luotain_future_cell_get_row (cell), column = luotain_future_cell_get_column (cell);

  if (way == LUOTAIN_FUTURE_CELL_STAY || way == LUOTAIN_FUTURE_CELL_BACK)
    return;

  if (way == LUOTAIN_FUTURE_CELL_DOWN)
    row++;
  else
    column += way == LUOTAIN_FUTURE_CELL_NEXT ? 1 : -1;
  if (column >= self->n_columns && !(makes && is_free (self)))
    {
      column = -1;
      row++;
    }
  else if (column < -1)
    {
      row--;
      column = self->n_columns - 1;
    }

  if (makes && luotain_grid_cell_at (self, row, column) == NULL)
    {
      self->row = self->anchor_row = row;
      self->column = self->anchor_column = column;
      self->wanted = TRUE;
    }
  else
    luotain_grid_move_to (self, MIN (row, self->n_rows - 1), column, FALSE);
}

static void
edited_cb (LuotainFuturesGrid *self, const char *text, int way, LuotainFutureCell *cell)
{
  luotain_grid_cell_edited (self, cell, text);
  go_on (self, cell, TRUE, way);
}

static void
left_cb (LuotainFuturesGrid *self, int way, LuotainFutureCell *cell)
{
  go_on (self, cell, FALSE, way);
}

static GtkWidget *
cell_new (LuotainFuturesGrid *self, int row, int column)
{
  GtkWidget *cell = luotain_future_cell_new (row, column);

  gtk_widget_add_css_class (cell, column < 0 ? "variable" : "state");
  g_signal_connect_object (cell, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  luotain_grid_add_cell_controllers (self, LUOTAIN_FUTURE_CELL (cell));
  return cell;
}

static gboolean
wants_cell (LuotainFuturesGrid *self, int row, int column)
{
  const int n_rows = self->table->rows->len;

  if (row == n_rows)
    return column < 0 && can_add (self);
  if (column < 0 || luotain_futures_layout_state (self->layout, row, column) != LUOTAIN_FUTURES_OPEN)
    return TRUE;
  if (is_free (self))
    return can_add (self) && column == (int) luotain_futures_table_row (self->table, row)->states->len;
  return luotain_futures_layout_image (self->layout, column) != NULL;
}

/* A cell stays as long as there is one at its place, and the focus with it. */
static void
make_cells (LuotainFuturesGrid *self, int n_rows, int n_columns)
{
  g_autoptr (GPtrArray) old = self->cells;
  const int old_rows = self->n_rows, old_columns = self->n_columns;
  GtkWidget *previous = NULL;

  self->cells = g_ptr_array_new ();
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  g_ptr_array_set_size (self->cells, n_rows * (n_columns + 1));
  for (int row = 0; row < MAX (n_rows, old_rows); row++)
    for (int column = -1; column < MAX (n_columns, old_columns); column++)
      {
        GtkWidget *present = row < old_rows && column < old_columns
                                 ? old->pdata[row * (old_columns + 1) + column + 1]
                                 : NULL;
        const gboolean wanted = row < n_rows && column < n_columns && wants_cell (self, row, column);

        if (present != NULL && !wanted)
          gtk_widget_unparent (present);
        if (!wanted)
          continue;
        if (present == NULL)
          present = cell_new (self, row, column);
        if (gtk_widget_get_parent (present) == NULL)
          gtk_widget_insert_after (present, GTK_WIDGET (self),
                                   previous != NULL ? previous
                                                    : gtk_widget_get_last_child (GTK_WIDGET (self)));
        previous = present;
        self->cells->pdata[row * (n_columns + 1) + column + 1] = present;
      }
}

static void
make_titles (LuotainFuturesGrid *self)
{
  g_ptr_array_set_size (self->titles, 0);
  for (int column = -1; column < self->n_columns; column++)
    {
      g_autofree char *title = column < 0 ? g_strdup (_ ("Key Variable"))
                               : column < (int) luotain_futures_layout_n_columns (self->layout)
                                   ? luotain_futures_layout_title (self->layout, column)
                                   : g_strdup ("");
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "column-title");
      gtk_widget_insert_before (label, GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)));
      g_ptr_array_add (self->titles, label);
    }
}

static void
show_cells (LuotainFuturesGrid *self)
{
  self->n_lanes = luotain_grid_count_lanes (self);
  for (int row = 0; row < self->n_rows; row++)
    for (int column = -1; column < self->n_columns; column++)
      {
        LuotainFutureCell *cell = luotain_grid_cell_at (self, row, column);

        if (cell != NULL)
          luotain_grid_show_cell (self, cell, row, column);
      }
}

/* Where the focus was before: on a record that moved, on a cell that was made, or at its place. */
static void
restore_focus (LuotainFuturesGrid *self)
{
  GtkWidget *found = self->follow != 0 ? luotain_futures_grid_find (self, self->follow) : NULL;

  self->follow = 0;
  if (found != NULL)
    luotain_grid_move_to (self, luotain_future_cell_get_row (LUOTAIN_FUTURE_CELL (found)),
                          luotain_future_cell_get_column (LUOTAIN_FUTURE_CELL (found)), FALSE);
  else if (self->wanted)
    luotain_grid_move_to (self, MIN (self->row, self->n_rows - 1), MIN (self->column, self->n_columns - 1),
                          FALSE);
  self->wanted = FALSE;
  self->row = CLAMP (self->row, 0, MAX (0, self->n_rows - 1));
  self->column = CLAMP (self->column, -1, self->n_columns - 1);
  self->anchor_row = CLAMP (self->anchor_row, 0, MAX (0, self->n_rows - 1));
  self->anchor_column = CLAMP (self->anchor_column, -1, self->n_columns - 1);
  luotain_grid_show_range (self);
}

void
luotain_futures_grid_show (LuotainFuturesGrid *self, const LuotainFuturesTable *table,
                           const LuotainFuturesLayout *layout, const LuotainTableMarks *marks)
{
  g_return_if_fail (LUOTAIN_IS_FUTURES_GRID (self));

  self->table = table;
  self->layout = layout;
  self->marks = marks;
  for (guint i = 0; i < self->titles->len; i++)
    gtk_widget_unparent (self->titles->pdata[i]);
  g_ptr_array_set_size (self->titles, 0);
  if (table == NULL)
    {
      make_cells (self, 0, 0);
      return;
    }

  make_cells (self, table->rows->len + (can_add (self) ? 1 : 0),
              luotain_futures_layout_n_columns (layout) + (is_free (self) && can_add (self) ? 1 : 0));
  make_titles (self);
  show_cells (self);
  restore_focus (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
luotain_futures_grid_show_marks (LuotainFuturesGrid *self)
{
  g_return_if_fail (LUOTAIN_IS_FUTURES_GRID (self));

  if (self->table != NULL)
    luotain_futures_grid_show (self, self->table, self->layout, self->marks);
}

void
luotain_futures_grid_light (LuotainFuturesGrid *self, gint64 scenario)
{
  g_return_if_fail (LUOTAIN_IS_FUTURES_GRID (self));

  if (self->lit == scenario)
    return;

  self->lit = scenario;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
luotain_futures_grid_find (LuotainFuturesGrid *self, gint64 id)
{
  guint row, state;
  guint column;

  g_return_val_if_fail (LUOTAIN_IS_FUTURES_GRID (self), NULL);

  if (self->table == NULL || !luotain_futures_table_find (self->table, id, &row, &state))
    return NULL;
  if (state == LUOTAIN_FUTURES_OPEN)
    return (GtkWidget *) luotain_grid_cell_at (self, row, -1);
  column = luotain_futures_layout_column (self->layout, row, state);
  return (GtkWidget *) luotain_grid_cell_at (self, row, column);
}

void
luotain_futures_grid_begin (LuotainFuturesGrid *self)
{
  g_return_if_fail (LUOTAIN_IS_FUTURES_GRID (self));

  luotain_grid_move_to (self, self->n_rows > 1 ? self->row : self->n_rows - 1,
                        self->n_rows > 1 ? self->column : -1, FALSE);
}

static int
measure_height (gpointer widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
name_height (LuotainFuturesGrid *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static gboolean
has_add_column (LuotainFuturesGrid *self)
{
  return self->layout != NULL && self->n_columns > (int) luotain_futures_layout_n_columns (self->layout);
}

/* The last column of the free layout only adds: it is as narrow as the sign in it. */
static int
width_of (LuotainFuturesGrid *self, int column)
{
  if (column < 0)
    return self->head_width;
  return column > 0 && has_add_column (self) && column == self->n_columns - 1 ? ADD_WIDTH
                                                                              : self->column_width;
}

static int
lay_out_row (LuotainFuturesGrid *self, int row, int y, gboolean place)
{
  int height = 0;

  for (int column = -1; column < self->n_columns; column++)
    {
      LuotainFutureCell *cell = luotain_grid_cell_at (self, row, column);

      if (cell != NULL)
        height = MAX (height, measure_height (cell, width_of (self, column)));
    }
  for (int column = -1; place && column < self->n_columns; column++)
    {
      LuotainFutureCell *cell = luotain_grid_cell_at (self, row, column);
      const int x = column < 0 ? 0 : self->head_width + column * self->column_width;

      if (cell != NULL)
        gtk_widget_size_allocate (GTK_WIDGET (cell),
                                  &(GtkAllocation){ x, y, width_of (self, column), height }, -1);
    }
  return y + height + 1;
}

static void
set_widths (LuotainFuturesGrid *self, int width)
{
  const int n = MAX (1, self->n_columns);
  const int add = has_add_column (self) && n > 1 ? ADD_WIDTH : 0;

  self->head_width = CLAMP (width * 22 / 100, HEAD_MINIMUM, 320);
  self->column_width = MAX (1, (width - self->head_width - add) / (add > 0 ? n - 1 : n));
}

static int
lay_out (LuotainFuturesGrid *self, int width, gboolean place)
{
  int y = 0;

  set_widths (self, width);
  for (guint i = 0; i < self->titles->len; i++)
    y = MAX (y, measure_height (self->titles->pdata[i], -1));
  for (guint i = 0; place && i < self->titles->len; i++)
    gtk_widget_size_allocate (self->titles->pdata[i],
                              &(GtkAllocation){
                                  i == 0 ? 0 : self->head_width + ((int) i - 1) * self->column_width, 0,
                                  width_of (self, (int) i - 1), y },
                              -1);
  self->heads_y = y;
  self->heads_height = luotain_grid_count_heads (self) * (name_height (self) + 2);
  y += self->heads_height > 0 ? self->heads_height + 4 : 0;
  if (place)
    g_array_set_size (self->lines, 0);
  for (int row = 0; row < self->n_rows; row++)
    {
      if (place)
        g_array_append_val (self->lines, y);
      y = lay_out_row (self, row, y + 1, place);
    }
  if (place)
    g_array_append_val (self->lines, y);
  return y;
}

static GtkSizeRequestMode
luotain_futures_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_futures_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);
  const int n_columns = self->n_columns - has_add_column (self);
  const int narrow = COLUMN_MINIMUM + self->n_lanes * LUOTAIN_GRID_LANE;
  const int least = HEAD_MINIMUM + n_columns * narrow + (has_add_column (self) ? ADD_WIDTH : 0);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* It is scrolled by its natural width, so that nothing around it has to be wide. */
      *minimum = MIN (least, HEAD_MINIMUM + COLUMN_MINIMUM);
      *natural = least;
      return;
    }
  *minimum = *natural = lay_out (self, for_size < 0 ? HEAD_MINIMUM + n_columns * COLUMN_NATURAL : for_size,
                                 FALSE);
}

static void
luotain_futures_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);

  lay_out (self, width, TRUE);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
luotain_futures_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.1f;
  for (guint i = 0; i + 1 < self->lines->len; i++)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (0, (float) g_array_index (self->lines, int, i),
                                                    (float) gtk_widget_get_width (widget), 1));
  GTK_WIDGET_CLASS (luotain_futures_grid_parent_class)->snapshot (widget, snapshot);
  luotain_grid_draw_paths (self, snapshot);
}

static void
luotain_futures_grid_dispose (GObject *object)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (object);

  self->table = NULL;
  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->cells, 0);
  self->n_rows = self->n_columns = 0;
  self->menu = NULL;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_futures_grid_parent_class)->dispose (object);
}

static void
luotain_futures_grid_finalize (GObject *object)
{
  LuotainFuturesGrid *self = LUOTAIN_FUTURES_GRID (object);

  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (luotain_futures_grid_parent_class)->finalize (object);
}

static void
luotain_futures_grid_class_init (LuotainFuturesGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_futures_grid_dispose;
  object_class->finalize = luotain_futures_grid_finalize;
  widget_class->get_request_mode = luotain_futures_grid_get_request_mode;
  widget_class->measure = luotain_futures_grid_measure;
  widget_class->size_allocate = luotain_futures_grid_size_allocate;
  widget_class->snapshot = luotain_futures_grid_snapshot;

  activated_signal = g_signal_new ("activated", LUOTAIN_TYPE_FUTURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "futures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  luotain_grid_install_keys (widget_class);
  luotain_grid_install_edits (widget_class);
}

static void
luotain_futures_grid_init (LuotainFuturesGrid *self)
{
  self->titles = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (int));
  self->column = self->anchor_column = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Futures Table"),
                                  -1);
  luotain_grid_add_controllers (self);
}

GtkWidget *
luotain_futures_grid_new (LuotainContext *context)
{
  LuotainFuturesGrid *self = g_object_new (LUOTAIN_TYPE_FUTURES_GRID, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
