#include "config.h"

#include "luotain-profile-table.h"

#include "luotain-syllables.h"
#include "luotain-template.h"
#include "luotain-text-scale.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

/* Widths in pixels at which a column is still pleasant to read, at the usual size of text. */
#define ROW_TITLE_WIDTH 150
#define WIDE_COLUMN 164
#define COLUMN 150
#define MINIMUM_WIDTH 240

typedef enum
{
  MODE_WIDE,
  MODE_MEDIUM,
  MODE_NARROW
} Mode;

struct _LuotainProfileTable
{
  GtkWidget parent_instance;

  GPtrArray *column_titles; /* GtkLabel */
  GPtrArray *row_titles; /* GtkLabel */
  GPtrArray *cells; /* row by row; NULL where there is none */
  guint shown;
  Mode mode;
  GArray *lines; /* int: where rows begin */

  GtkWidget *switcher;
  GtkLabel *shown_title;
  GtkWidget *previous;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (LuotainProfileTable, luotain_profile_table, GTK_TYPE_WIDGET)

static int
scaled (LuotainProfileTable *self, int pixels)
{
  return luotain_text_scaled (GTK_WIDGET (self), pixels);
}

static Mode
mode_for (LuotainProfileTable *self, int width)
{
  const int n_columns = MAX (1, (int) self->column_titles->len);

  if (width >= scaled (self, ROW_TITLE_WIDTH) + n_columns * scaled (self, WIDE_COLUMN))
    return MODE_WIDE;
  return width >= n_columns * scaled (self, COLUMN) ? MODE_MEDIUM : MODE_NARROW;
}

static int
height_of (GtkWidget *widget, int width)
{
  int minimum;
  int natural;

  if (widget == NULL)
    return 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

static int
column_width (LuotainProfileTable *self, Mode mode, int width)
{
  if (mode == MODE_NARROW)
    return width;
  return (width - (mode == MODE_WIDE ? scaled (self, ROW_TITLE_WIDTH) : 0))
         / MAX (1, (int) self->column_titles->len);
}

/* Places a child, or hides it where @width is 0. In a right-to-left table everything is mirrored. */
static void
put (LuotainProfileTable *self, GtkWidget *child, int x, int y, int width, int height, int table_width)
{
  if (child == NULL)
    return;

  gtk_widget_set_child_visible (child, width > 0);
  if (width <= 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = table_width - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* The titles of the columns, or what switches between them. Returns their height. */
static int
lay_out_head (LuotainProfileTable *self, Mode mode, int width, gboolean place)
{
  const int wide = column_width (self, mode, width);
  const int left = mode == MODE_WIDE ? scaled (self, ROW_TITLE_WIDTH) : 0;
  int height = mode == MODE_NARROW ? height_of (self->switcher, width) : 0;

  for (guint i = 0; mode != MODE_NARROW && i < self->column_titles->len; i++)
    height = MAX (height, height_of (self->column_titles->pdata[i], wide));
  if (!place)
    return height;

  put (self, self->switcher, 0, 0, mode == MODE_NARROW ? width : 0, height, width);
  for (guint i = 0; i < self->column_titles->len; i++)
    put (self, self->column_titles->pdata[i], left + (int) i * wide, 0, mode == MODE_NARROW ? 0 : wide,
         height, width);
  return height;
}

/* One row from @y on. Returns its height. */
static int
lay_out_row (LuotainProfileTable *self, Mode mode, guint row, int y, int width, gboolean place)
{
  const guint n_columns = self->column_titles->len;
  const int wide = column_width (self, mode, width);
  const int left = mode == MODE_WIDE ? scaled (self, ROW_TITLE_WIDTH) : 0;
  const int title_width = mode == MODE_WIDE ? scaled (self, ROW_TITLE_WIDTH) : width;
  const int title_height = height_of (self->row_titles->pdata[row], title_width);
  const int above = mode == MODE_WIDE ? 0 : title_height;
  int height = mode == MODE_WIDE ? title_height : 0;

  for (guint i = 0; i < n_columns; i++)
    {
      if (mode != MODE_NARROW || i == self->shown)
        height = MAX (height, height_of (self->cells->pdata[row * n_columns + i], wide));
    }
  if (!place)
    return above + height;

  put (self, self->row_titles->pdata[row], 0, y, title_width, mode == MODE_WIDE ? height : title_height,
       width);
  for (guint i = 0; i < n_columns; i++)
    {
      const gboolean shown = mode != MODE_NARROW || i == self->shown;

      put (self, self->cells->pdata[row * n_columns + i], mode == MODE_NARROW ? 0 : left + (int) i * wide,
           y + above, shown ? wide : 0, height, width);
    }
  return above + height;
}

static int
lay_out (LuotainProfileTable *self, int width, gboolean place)
{
  const Mode mode = mode_for (self, width);
  int y = lay_out_head (self, mode, width, place);

  if (place)
    g_array_set_size (self->lines, 0);
  for (guint row = 0; row < self->row_titles->len; row++)
    {
      if (place)
        g_array_append_val (self->lines, y);
      y += lay_out_row (self, mode, row, y, width, place);
    }
  if (place)
    self->mode = mode;
  return y;
}

static GtkSizeRequestMode
luotain_profile_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_profile_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                               int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainProfileTable *self = LUOTAIN_PROFILE_TABLE (widget);
  const int n_columns = MAX (1, (int) self->column_titles->len);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = lay_out (self,
                          for_size < 0
                              ? scaled (self, ROW_TITLE_WIDTH) + n_columns * scaled (self, WIDE_COLUMN)
                              : for_size,
                          FALSE);
      *natural = *minimum;
      return;
    }
  *minimum = MINIMUM_WIDTH;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      gtk_widget_measure (child, orientation, -1, &child_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
  *natural = MAX (*minimum, scaled (self, ROW_TITLE_WIDTH) + n_columns * scaled (self, WIDE_COLUMN));
}

static void
luotain_profile_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (LUOTAIN_PROFILE_TABLE (widget), width, TRUE);
}

static void
luotain_profile_table_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainProfileTable *self = LUOTAIN_PROFILE_TABLE (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.1f;
  for (guint i = 0; i < self->lines->len; i++)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (0, (float) g_array_index (self->lines, int, i),
                                                    (float) gtk_widget_get_width (widget), 1));

  GTK_WIDGET_CLASS (luotain_profile_table_parent_class)->snapshot (widget, snapshot);
}

static void
remove_children (GPtrArray *children)
{
  for (guint i = 0; i < children->len; i++)
    g_clear_pointer ((GtkWidget **) &children->pdata[i], gtk_widget_unparent);
  g_ptr_array_set_size (children, 0);
}

static void
empty (LuotainProfileTable *self)
{
  remove_children (self->cells);
  remove_children (self->row_titles);
  remove_children (self->column_titles);
}

static GtkWidget *
title_new (LuotainProfileTable *self, const char *title, const char *css_class)
{
  g_autofree char *syllables = luotain_syllables_mark (title, luotain_language_of_locale ());
  GtkWidget *label = luotain_wrapped_label_new (syllables, "heading");

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

void
luotain_profile_table_set_titles (LuotainProfileTable *self, GPtrArray *columns, GPtrArray *rows)
{
  g_return_if_fail (LUOTAIN_IS_PROFILE_TABLE (self));

  empty (self);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (self->column_titles, title_new (self, columns->pdata[i], "column-title"));
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->row_titles, title_new (self, rows->pdata[i], "row-title"));
  g_ptr_array_set_size (self->cells, columns->len * rows->len);
  luotain_profile_table_show_column (self, MIN (self->shown, MAX (columns->len, 1) - 1));
}

void
luotain_profile_table_set_cell (LuotainProfileTable *self, guint row, guint column, GtkWidget *cell)
{
  g_return_if_fail (LUOTAIN_IS_PROFILE_TABLE (self));
  g_return_if_fail (row < self->row_titles->len && column < self->column_titles->len);

  self->cells->pdata[row * self->column_titles->len + column] = cell;
  /* Behind the title of its row and the cells before: that is the order of the Tab key. */
  gtk_widget_insert_before (cell, GTK_WIDGET (self),
                            row + 1 < self->row_titles->len ? self->row_titles->pdata[row + 1] : NULL);
}

GtkWidget *
luotain_profile_table_get_cell (LuotainProfileTable *self, guint row, guint column)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_TABLE (self), NULL);
  g_return_val_if_fail (row < self->row_titles->len && column < self->column_titles->len, NULL);

  return self->cells->pdata[row * self->column_titles->len + column];
}

guint
luotain_profile_table_get_n_rows (LuotainProfileTable *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_TABLE (self), 0);

  return self->row_titles->len;
}

guint
luotain_profile_table_get_n_columns (LuotainProfileTable *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_TABLE (self), 0);

  return self->column_titles->len;
}

void
luotain_profile_table_show_column (LuotainProfileTable *self, guint column)
{
  g_return_if_fail (LUOTAIN_IS_PROFILE_TABLE (self));

  self->shown = column;
  if (column < self->column_titles->len)
    gtk_label_set_text (self->shown_title, gtk_label_get_text (self->column_titles->pdata[column]));
  gtk_widget_set_sensitive (self->previous, column > 0);
  gtk_widget_set_sensitive (self->next, column + 1 < self->column_titles->len);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
luotain_profile_table_get_shown_column (LuotainProfileTable *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_TABLE (self), 0);

  return self->shown;
}

gboolean
luotain_profile_table_is_narrow (LuotainProfileTable *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_TABLE (self), FALSE);

  return self->mode == MODE_NARROW;
}

static void
previous_cb (LuotainProfileTable *self)
{
  luotain_profile_table_show_column (self, self->shown - 1);
}

static void
next_cb (LuotainProfileTable *self)
{
  luotain_profile_table_show_column (self, self->shown + 1);
}

static void
luotain_profile_table_dispose (GObject *object)
{
  LuotainProfileTable *self = LUOTAIN_PROFILE_TABLE (object);

  empty (self);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_PROFILE_TABLE);

  G_OBJECT_CLASS (luotain_profile_table_parent_class)->dispose (object);
}

static void
luotain_profile_table_finalize (GObject *object)
{
  LuotainProfileTable *self = LUOTAIN_PROFILE_TABLE (object);

  g_ptr_array_unref (self->column_titles);
  g_ptr_array_unref (self->row_titles);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (luotain_profile_table_parent_class)->finalize (object);
}

static void
luotain_profile_table_class_init (LuotainProfileTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_profile_table_dispose;
  object_class->finalize = luotain_profile_table_finalize;
  widget_class->get_request_mode = luotain_profile_table_get_request_mode;
  widget_class->measure = luotain_profile_table_measure;
  widget_class->size_allocate = luotain_profile_table_size_allocate;
  widget_class->snapshot = luotain_profile_table_snapshot;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-profile-table.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileTable, switcher);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileTable, shown_title);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileTable, previous);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileTable, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "table");
}

static void
luotain_profile_table_init (LuotainProfileTable *self)
{
  self->column_titles = g_ptr_array_new ();
  self->row_titles = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_profile_table_new (void)
{
  return g_object_new (LUOTAIN_TYPE_PROFILE_TABLE, NULL);
}
