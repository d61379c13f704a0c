#include "config.h"

#include "luotain-even-layout.h"

struct _LuotainEvenLayout
{
  GtkLayoutManager parent_instance;

  int least;
  int spacing;
};

G_DEFINE_FINAL_TYPE (LuotainEvenLayout, luotain_even_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
count_columns (LuotainEvenLayout *self, GtkWidget *widget, int width)
{
  int n_children = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    n_children++;
  return CLAMP ((width + self->spacing) / (self->least + self->spacing), 1, MAX (1, n_children));
}

/* The height of all lines; children are placed if asked for. */
static int
lay_out (LuotainEvenLayout *self, GtkWidget *widget, int width, gboolean place)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int n_columns = count_columns (self, widget, width);
  const int wide = (width - (n_columns - 1) * self->spacing) / n_columns;
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (first != NULL)
    {
      GtkWidget *child = first;
      int height = 0;

      for (int i = 0; child != NULL && i < n_columns; i++)
        {
          int natural;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      for (int i = 0; place && first != child; i++)
        {
          const int column = mirrored ? n_columns - 1 - i : i;

          gtk_widget_size_allocate (first,
                                    &(GtkAllocation){ column * (wide + self->spacing), y, wide, height }, -1);
          first = next_shown (gtk_widget_get_next_sibling (first));
        }
      first = child;
      y += height + (first != NULL ? self->spacing : 0);
    }
  return y;
}

static GtkSizeRequestMode
luotain_even_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_even_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                             int for_size, int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  LuotainEvenLayout *self = LUOTAIN_EVEN_LAYOUT (manager);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = lay_out (self, widget, for_size < 0 ? self->least : for_size, FALSE);
      *natural = *minimum;
      return;
    }
  *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;

      gtk_widget_measure (child, orientation, -1, &child_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += self->least + (*natural > 0 ? self->spacing : 0);
    }
  *natural = MAX (*natural, *minimum);
}

static void
luotain_even_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                              int baseline)
{
  lay_out (LUOTAIN_EVEN_LAYOUT (manager), widget, width, TRUE);
}

static void
luotain_even_layout_class_init (LuotainEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = luotain_even_layout_get_request_mode;
  manager_class->measure = luotain_even_layout_measure;
  manager_class->allocate = luotain_even_layout_allocate;
}

static void
luotain_even_layout_init (LuotainEvenLayout *self)
{
}

GtkLayoutManager *
luotain_even_layout_new (int least, int spacing)
{
  LuotainEvenLayout *self = g_object_new (LUOTAIN_TYPE_EVEN_LAYOUT, NULL);

  self->least = least;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
