/* A walk over all pages of the real window: what can take the focus has a name, everything fits, nothing is unlabelled. */
#include "luotain-ui-test.h"

#include "luotain-pages.h"

#include <string.h>

/* Far more than any page has, once a list is one stop. */
#define MOST_STOPS 5000

typedef void (*VisitFunc) (GtkWidget *widget, GString *faults);

/* Where a widget stands, from the page down. */
static char *
describe_place (GtkWidget *widget)
{
  GString *place = g_string_new (G_OBJECT_TYPE_NAME (widget));
  guint depth = 0;

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL && depth < 6;
       parent = gtk_widget_get_parent (parent), depth++)
    {
      g_string_prepend (place, " > ");
      g_string_prepend (place, G_OBJECT_TYPE_NAME (parent));
    }

  return g_string_free (place, FALSE);
}

static void
walk (GtkWidget *widget, VisitFunc visit, GString *faults)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  visit (widget, faults);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, visit, faults);
}

/* What a screen reader would say of it. */
static char *
dup_name (GtkWidget *widget)
{
  char *label = luotain_ui_test_dup_label (widget);

  if (label != NULL)
    return label;
  if (GTK_IS_BUTTON (widget))
    return g_strdup (gtk_button_get_label (GTK_BUTTON (widget)));
  if (GTK_IS_CHECK_BUTTON (widget))
    return g_strdup (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)));
  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  return NULL;
}

static gboolean
is_name (const char *name)
{
  return name != NULL && *name != '\0' && !g_str_has_prefix (name, "Gtk") && !g_str_has_prefix (name, "Adw")
         && !g_str_has_prefix (name, "Luotain");
}

/* The text of an entry is what takes the focus, and the entry around it is what is named. */
static GtkWidget *
get_named (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); GTK_IS_TEXT (widget) && parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      if (GTK_IS_EDITABLE (parent))
        return parent;
    }

  return widget;
}

static gboolean
is_of_gtk (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

static void
check_name (GtkWidget *widget, GString *faults)
{
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_get_can_focus (widget) || is_of_gtk (widget))
    return;

  name = dup_name (get_named (widget));
  if (is_name (name))
    return;

  place = describe_place (widget);
  g_string_append_printf (faults, "\n    %s: “%s” is no name", place, name != NULL ? name : "");
}

static void
check_scrolling (GtkWidget *widget, GString *faults)
{
  GtkAdjustment *adjustment;
  GtkPolicyType policy;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return;

  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
  if (policy != GTK_POLICY_NEVER
      && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1)
    {
      g_autofree char *place = describe_place (widget);

      g_string_append_printf (faults, "\n    %s: %.0f pixels stand in %.0f", place,
                              gtk_adjustment_get_upper (adjustment),
                              gtk_adjustment_get_page_size (adjustment));
    }
}

static void
check_header_button (GtkWidget *widget, GString *faults)
{
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  if (!(GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) || is_of_gtk (widget)
      || gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) == NULL
      || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    return;

  name = luotain_ui_test_dup_label (widget);
  if (is_name (name) && is_name (gtk_widget_get_tooltip_text (widget)))
    return;

  place = describe_place (widget);
  g_string_append_printf (faults, "\n    %s: label “%s”, tooltip “%s”", place, name != NULL ? name : "",
                          gtk_widget_get_tooltip_text (widget) != NULL ? gtk_widget_get_tooltip_text (widget)
                                                                       : "");
}

static void
check_pages (LuotainUiTestContent content, int width, int height, VisitFunc visit)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (content);
  gboolean failed = FALSE;
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GString) faults = g_string_new (NULL);
      g_autofree char *picture = NULL;

      if (luotain_ui_test_show (ui, pages[i].name) == NULL)
        continue;

      /* The panels fold one after the other as the window narrows, and only then can it narrow further. */
      for (guint j = 0; j < 3; j++)
        {
          gtk_window_set_default_size (GTK_WINDOW (ui->window), width, height);
          luotain_ui_test_settle (ui);
        }

      picture = g_strdup_printf ("%s-%s", g_test_get_path () + strlen ("/walk/"), pages[i].name);
      luotain_ui_test_picture (ui, picture);
      walk (GTK_WIDGET (ui->window), visit, faults);
      if (faults->len > 0)
        g_test_message ("page “%s”:%s", pages[i].name, faults->str);
      failed |= faults->len > 0;
    }

  if (failed)
    g_test_fail ();
}

static void
test_names (void)
{
  check_pages (LUOTAIN_UI_TEST_MARITIME, 1400, 850, check_name);
}

static void
test_names_empty (void)
{
  check_pages (LUOTAIN_UI_TEST_EMPTY, 1400, 850, check_name);
}

static void
test_names_narrow (void)
{
  check_pages (LUOTAIN_UI_TEST_MARITIME, 360, 600, check_name);
}

static void
test_header (void)
{
  check_pages (LUOTAIN_UI_TEST_EMPTY, 1024, 600, check_header_button);
}

static void
test_small (void)
{
  check_pages (LUOTAIN_UI_TEST_MARITIME, 1024, 600, check_scrolling);
}

static int
measure (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* A stack as wide as its widest page asks its hidden pages how wide they were at their lowest, if it need not be as high as
   the highest: a sentence there counts as one long line. */
static void
check_stacks (GtkWidget *widget, GString *faults)
{
  int widest;

  gtk_widget_get_size_request (widget, &widest, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      check_stacks (child, faults);
      widest = MAX (widest, measure (child));
    }
  if (GTK_IS_STACK (widget) && measure (widget) > widest + 24)
    {
      g_autofree char *place = describe_place (widget);

      g_string_append_printf (faults, "\n    %s: %d pixels wide for pages of %d", place, measure (widget),
                              widest);
    }
}

static void
test_stacks (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autoptr (GString) faults = g_string_new (NULL);
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    luotain_ui_test_show (ui, pages[i].name);
  check_stacks (GTK_WIDGET (ui->window), faults);
  if (faults->len > 0)
    {
      g_test_message ("stacks:%s", faults->str);
      g_test_fail ();
    }
}

/* Names the widgets that make the window wide, and not all those around them. */
static void
check_width_below (GtkWidget *widget, int most, GString *faults)
{
  g_autofree char *place = NULL;

  /* Without a compositor the window has a frame of its own around all this. */
  if (GTK_IS_WINDOW (widget) || measure (widget) <= most)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (measure (child) > most)
        return;
    }

  place = describe_place (widget);
  g_string_append_printf (faults, "\n    %s needs %d pixels", place, measure (widget));
}

static void
check_width (GtkWidget *widget, GString *faults)
{
  check_width_below (widget, 360, faults);
}

/* What is scrolled sideways on purpose may stand outside of what is seen. */
static gboolean
is_scrolled_sideways (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW); parent != NULL;
       parent = gtk_widget_get_ancestor (gtk_widget_get_parent (parent), GTK_TYPE_SCROLLED_WINDOW))
    {
      GtkPolicyType policy;

      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (parent), &policy, NULL);
      if (policy != GTK_POLICY_NEVER && policy != GTK_POLICY_EXTERNAL)
        return TRUE;
    }
  return FALSE;
}

/* Text that sticks out of the window to a side is cut. */
static void
check_inside (GtkWidget *widget, GString *faults)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *place = NULL;
  graphene_rect_t bounds;

  check_scrolling (widget, faults);
  check_width_below (widget, 1024, faults);
  if (!GTK_IS_LABEL (widget) || is_scrolled_sideways (widget)
      || !gtk_widget_compute_bounds (widget, window, &bounds)
      || (bounds.origin.x > -1
          && bounds.origin.x + bounds.size.width <= (float) gtk_widget_get_width (window) + 1))
    return;

  place = describe_place (widget);
  g_string_append_printf (faults, "\n    %s: “%s” from %.0f to %.0f", place,
                          gtk_label_get_text (GTK_LABEL (widget)), bounds.origin.x,
                          bounds.origin.x + bounds.size.width);
}

/* Text at 200 %, as people set it who do not see well. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, "gtk-enable-animations", FALSE, NULL);
  check_pages (LUOTAIN_UI_TEST_MARITIME, 1024, 600, check_inside);
  g_object_set (settings, "gtk-xft-dpi", dpi, "gtk-enable-animations", TRUE, NULL);
}

static void
test_right_to_left (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  /* A panel that is on its way out is outside. */
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  check_pages (LUOTAIN_UI_TEST_MARITIME, 1024, 600, check_inside);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

static void
test_narrow (void)
{
  check_pages (LUOTAIN_UI_TEST_MARITIME, 360, 600, check_width);
}

/* The row of a list to choose from that a widget stands in. Boxed lists hold settings, each row one of its own. */
static GtkWidget *
find_row (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       widget = parent, parent = gtk_widget_get_parent (parent))
    {
      if (GTK_IS_LIST_VIEW (parent)
          || (GTK_IS_LIST_BOX (parent) && !gtk_widget_has_css_class (parent, "boxed-list")))
        return widget;
    }

  return NULL;
}

/* Everything that Tab comes to, once round. No list takes more than one row's worth of it. */
static GHashTable *
tab_through (LuotainUiTest *ui, const char *page, GtkDirectionType direction)
{
  GtkWindow *window = GTK_WINDOW (ui->window);
  GtkWidget *last = NULL;
  GHashTable *stops = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (window, NULL);
  for (guint i = 0; i < MOST_STOPS && gtk_widget_child_focus (GTK_WIDGET (window), direction); i++)
    {
      GtkWidget *row = find_row (gtk_window_get_focus (window));

      if (!g_hash_table_add (stops, gtk_window_get_focus (window)))
        break;
      if (row != NULL && last != NULL && row != last
          && gtk_widget_get_parent (row) == gtk_widget_get_parent (last)
          && g_hash_table_add (told, gtk_widget_get_parent (row)))
        {
          g_autofree char *place = describe_place (row);

          g_test_message ("page “%s”: Tab goes on to the next row of %s", page, place);
          g_test_fail ();
        }
      last = row;
    }
  return stops;
}

/* Whoever can go there can go back. */
static void
check_stops (GHashTable *there, GHashTable *back, const char *page)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, there);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    {
      g_autofree char *place = NULL;

      if (g_hash_table_contains (back, widget))
        continue;
      place = describe_place (widget);
      g_test_message ("page “%s”: there and back lead past %u and %u, and not both past %s", page,
                      g_hash_table_size (there), g_hash_table_size (back), place);
      g_test_fail ();
      return;
    }
}

static void
test_tab (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  guint n_pages;
  const LuotainPageInfo *pages = luotain_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GHashTable) there = NULL;
      g_autoptr (GHashTable) back = NULL;

      GtkWidget *page = luotain_ui_test_show (ui, pages[i].name);
      GtkWidget *list = page != NULL ? luotain_ui_test_find (page, GTK_TYPE_LIST_VIEW) : NULL;

      if (page == NULL)
        continue;
      /* What is selected has an editor beside it. */
      if (list != NULL)
        gtk_widget_activate_action (list, "list.select-item", "(ubb)", 0, FALSE, FALSE);
      gtk_window_set_default_size (GTK_WINDOW (ui->window), 1400, 700);
      luotain_ui_test_settle (ui);
      there = tab_through (ui, pages[i].name, GTK_DIR_TAB_FORWARD);
      back = tab_through (ui, pages[i].name, GTK_DIR_TAB_BACKWARD);
      check_stops (there, back, pages[i].name);
      check_stops (back, there, pages[i].name);
    }
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/walk/names", test_names);
  g_test_add_func ("/walk/names-empty", test_names_empty);
  g_test_add_func ("/walk/names-narrow", test_names_narrow);
  g_test_add_func ("/walk/header", test_header);
  g_test_add_func ("/walk/1024x600", test_small);
  g_test_add_func ("/walk/360", test_narrow);
  g_test_add_func ("/walk/stacks", test_stacks);
  g_test_add_func ("/walk/large-text", test_large_text);
  g_test_add_func ("/walk/right-to-left", test_right_to_left);
  g_test_add_func ("/walk/tab", test_tab);

  return g_test_run ();
}
