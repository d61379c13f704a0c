#include "luotain-wrap-layout.h"

struct _LuotainWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (LuotainWrapLayout, luotain_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where a line ends: the next child to be placed, and how high the line is. */
typedef struct
{
  GtkWidget *next;
  int height;
} Line;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
child_width (GtkWidget *child, int width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
child_height (GtkWidget *child, int width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

static Line
measure_line (LuotainWrapLayout *self, GtkWidget *first, int width)
{
  Line line = { first, 0 };
  int used = 0;

  while (line.next != NULL)
    {
      const int wanted = child_width (line.next, width);

      if (line.next != first && used + wanted > width)
        break;
      line.height = MAX (line.height, child_height (line.next, wanted));
      used += wanted + self->spacing;
      line.next = next_shown (gtk_widget_get_next_sibling (line.next));
    }
  return line;
}

static int
measure_height (LuotainWrapLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    {
      const Line line = measure_line (self, child, width);

      height += (height > 0 ? self->spacing : 0) + line.height;
      child = line.next;
    }
  return height;
}

static void
measure_width (LuotainWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
    }
}

static GtkSizeRequestMode
luotain_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                             int for_size, int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  LuotainWrapLayout *self = LUOTAIN_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  *minimum = measure_height (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size);
  *natural = *minimum;
}

static void
allocate_line (LuotainWrapLayout *self, GtkWidget *first, const Line *line, int width, int y,
               gboolean mirrored)
{
  int x = 0;

  for (GtkWidget *child = first; child != line->next;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      const int wanted = child_width (child, width);
      const int high = child_height (child, wanted);
      const int left = mirrored ? width - x - wanted : x;

      gtk_widget_size_allocate (child, &(GtkAllocation){ left, y + (line->height - high) / 2, wanted, high },
                                -1);
      x += wanted + self->spacing;
    }
}

static void
luotain_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                              int baseline)
{
  LuotainWrapLayout *self = LUOTAIN_WRAP_LAYOUT (manager);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      const Line line = measure_line (self, child, width);

      allocate_line (self, child, &line, width, y, mirrored);
      y += line.height + self->spacing;
      child = line.next;
    }
}

static void
luotain_wrap_layout_class_init (LuotainWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = luotain_wrap_layout_get_request_mode;
  manager_class->measure = luotain_wrap_layout_measure;
  manager_class->allocate = luotain_wrap_layout_allocate;
}

static void
luotain_wrap_layout_init (LuotainWrapLayout *self)
{
}

GtkLayoutManager *
luotain_wrap_layout_new (int spacing)
{
  LuotainWrapLayout *self = g_object_new (LUOTAIN_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
