/* Preloaded into any GTK 4 program: at the end of its first frame it writes the milliseconds since the program was
 * started, and ends it. With LUOTAIN_BENCH_ROWS it waits for the first frame after a row of a list has got its text. */
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

/* A row draws itself, but it is named for screen readers by what it shows: by its type alone while that is awaited. */
static gboolean
is_loaded (GtkWidget *row)
{
  g_autofree char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "Finding", NULL);

  return gtk_widget_get_height (row) > 0 && name != NULL && !g_str_equal (name, "undefined");
}

static gboolean
shows_rows (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"))
    return is_loaded (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_rows (child))
      return TRUE;

  return FALSE;
}

static gboolean
any_window_shows_rows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (shows_rows (window))
        return TRUE;
    }

  return FALSE;
}

static gboolean
after_paint (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  const char *begun = g_getenv ("LUOTAIN_BENCH_BEGUN");
  FILE *result;

  if (g_getenv ("LUOTAIN_BENCH_ROWS") != NULL && !any_window_shows_rows ())
    return TRUE;

  result = fopen (g_getenv ("LUOTAIN_BENCH_FRAME"), "w");
  if (result != NULL)
    {
      fprintf (result, "%.3f\n",
               ((double) g_get_monotonic_time () * 1000 - g_ascii_strtod (begun, NULL)) / 1e6);
      fclose (result);
    }
  _exit (0);
}

__attribute__ ((constructor)) static void
begin (void)
{
  if (g_getenv ("LUOTAIN_BENCH_FRAME") == NULL || g_getenv ("LUOTAIN_BENCH_BEGUN") == NULL)
    return;

  /* What the program starts itself must not inherit this. */
  g_unsetenv ("LD_PRELOAD");
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, after_paint, NULL,
                              NULL);
}
