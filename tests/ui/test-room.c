/* In front of a room: large text, content only, controls when the pointer moves, Escape leaves. */
#include "luotain-ui-test.h"

#include "luotain-context.h"
#include "luotain-judge-view.h"
#include "luotain-map-view.h"

static const char *const pages[] = { "findings", "map", "table", "scenarios", "profiles" };

static int
screen_height (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  return area.height;
}

static double
text_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  return GTK_IS_TEXT_VIEW (widget) || GTK_IS_TEXT (widget);
}

static void
check_text (GtkWidget *widget, double least, GString *faults)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (has_text (widget) && text_size (widget) < least - 0.01)
    g_string_append_printf (faults, "\n    %s “%s” of %s: %.1f pixels", G_OBJECT_TYPE_NAME (widget),
                            GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "",
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), text_size (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_text (child, least, faults);
}

static void
test_text (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  const int height = screen_height (GTK_WIDGET (ui->window));

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = luotain_ui_test_show (ui, pages[i]);
      g_autoptr (GString) faults = g_string_new (NULL);
      g_autofree char *name = g_strdup_printf ("room-%s", pages[i]);

      if (page == NULL)
        continue;
      check_text (page, height / 30.0, faults);
      luotain_ui_test_picture (ui, name);
      if (faults->len > 0)
        g_test_message ("page “%s”, on a screen of %d:%s", pages[i], height, faults->str);
      g_assert_cmpuint (faults->len, ==, 0);
    }
}

/* What is drawn is no label: the map says how high its letters are. */
static void
test_map (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *page = luotain_ui_test_show (ui, "map");
  GtkWidget *view = luotain_ui_test_find (page, LUOTAIN_TYPE_MAP_VIEW);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_assert_cmpfloat (luotain_map_view_get_least_text (LUOTAIN_MAP_VIEW (view)), >=,
                     screen_height (GTK_WIDGET (ui->window)) / 30.0 - 0.01);
}

/* Beside the map stands what its marks mean, in letters a room can read, and goes when it is not wanted. */
static void
test_legend (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *page = luotain_ui_test_show (ui, "map");
  GtkWidget *view = luotain_ui_test_find (page, LUOTAIN_TYPE_MAP_VIEW);
  GtkWidget *legend = luotain_ui_test_find (page, GTK_TYPE_DRAWING_AREA);
  AdwFlap *flap = ADW_FLAP (gtk_widget_get_ancestor (legend, ADW_TYPE_FLAP));
  GtkWidget *button = luotain_ui_test_find_action (page, "page.legend");

  g_assert_false (gtk_widget_get_mapped (legend));
  g_assert_false (gtk_widget_get_mapped (button));
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_assert_true (gtk_widget_get_mapped (legend));
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_assert_cmpfloat (luotain_map_view_get_legend_text (LUOTAIN_MAP_VIEW (view)), >=,
                     screen_height (GTK_WIDGET (ui->window)) / 30.0 - 0.01);
  gtk_widget_activate_action (button, "page.legend", NULL);
  luotain_ui_test_settle (ui);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (button, "page.legend", NULL);
  luotain_ui_test_settle (ui);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_assert_false (gtk_widget_get_mapped (legend));
}

/* The table leads a room on to judging, by its button and by Ctrl+J. */
static void
test_judge (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *page = luotain_ui_test_show (ui, "table");
  static const char *const parts[] = { "influences", "judgements", "consistent", "why-not" };
  GtkWidget *button = luotain_ui_test_find_action (page, "judging.open");
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  luotain_ui_test_settle (ui);
  view = luotain_ui_test_find (page, LUOTAIN_TYPE_JUDGE_VIEW);
  g_assert_nonnull (view);
  g_assert_true (gtk_widget_get_mapped (view));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) faults = g_string_new (NULL);
      g_autofree char *name = g_strdup_printf ("room-judge-%s", parts[i]);

      luotain_judge_view_show (LUOTAIN_JUDGE_VIEW (view), parts[i]);
      luotain_ui_test_settle (ui);
      check_text (view, screen_height (view) / 30.0, faults);
      luotain_ui_test_picture (ui, name);
      if (faults->len > 0)
        g_test_message ("%s:%s", parts[i], faults->str);
      g_assert_cmpuint (faults->len, ==, 0);
    }
}

static void
test_leave (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *header = luotain_ui_test_find (GTK_WIDGET (ui->window), ADW_TYPE_HEADER_BAR);

  g_assert_true (gtk_widget_get_mapped (header));
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_assert_true (luotain_context_get_room (ui->context));
  g_assert_false (gtk_widget_get_mapped (header));
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_assert_false (luotain_context_get_room (ui->context));
  g_assert_true (gtk_widget_get_mapped (header));
}

static GtkWidget *
find_controls (GtkWidget *root)
{
  if (gtk_widget_has_css_class (root, "room-controls"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_controls (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_pointer (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *controls = find_controls (GTK_WIDGET (ui->window));
  GtkEventController *motion = luotain_ui_test_find_motion (GTK_WIDGET (ui->window), GTK_PHASE_CAPTURE);

  g_signal_emit_by_name (motion, "motion", 100.0, 100.0);
  luotain_ui_test_settle (ui);
  g_assert_false (gtk_widget_get_mapped (controls));
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_signal_emit_by_name (motion, "motion", 100.0, 100.0);
  g_signal_emit_by_name (motion, "motion", 120.0, 110.0);
  luotain_ui_test_settle (ui);
  g_assert_true (gtk_widget_get_mapped (controls));
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.next-page", NULL);
  luotain_ui_test_settle (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", NULL);
  luotain_ui_test_settle (ui);
  g_assert_false (gtk_widget_get_mapped (controls));
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/room/text", test_text);
  g_test_add_func ("/room/map", test_map);
  g_test_add_func ("/room/legend", test_legend);
  g_test_add_func ("/room/judge", test_judge);
  g_test_add_func ("/room/leave", test_leave);
  g_test_add_func ("/room/pointer", test_pointer);

  return g_test_run ();
}
