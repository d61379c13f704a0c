#include "luotain-scenario-card.h"
#include "luotain-ui-test.h"

static void
test_shows (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  GtkWidget *page = luotain_ui_test_show (test, "scenarios");

  g_assert_nonnull (page);
  luotain_ui_test_picture (test, "scenarios");
  g_assert_nonnull (luotain_ui_test_find (page, LUOTAIN_TYPE_SCENARIO_CARD));
}

int
main (int argc, char **argv)
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/scenarios-page/shows", test_shows);

  return g_test_run ();
}
