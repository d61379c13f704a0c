/* Makes the pictures of docs/screenshots/ in this process, from the real window with the maritime cluster's workbook:
 * scripts/screenshots runs it once a language and colour scheme. The argument ends the names: fi-light, en-dark. */
#include "luotain-ui-test.h"

#include "luotain-why-panel.h"

/* 1280 × 800, and the five pixels of frame around it that there are without a compositor, which are cut off. */
#define WIDTH 1290
#define HEIGHT 810

static const struct
{
  const char *name;
  const char *page;
  const char *type; /* of the record that is revealed, NULL for none */
  gboolean why;
} pictures[] = {
  { "findings", "findings", "finding", FALSE },
  { "map", "map", NULL, FALSE },
  { "table", "table", NULL, FALSE },
  { "scenarios", "scenarios", NULL, FALSE },
  { "profiles", "profiles", NULL, FALSE },
  { "coverage", "coverage", NULL, FALSE },
  { "reports", "reports", NULL, FALSE },
  { "why", "profiles", "profile-entry", TRUE },
};

static gboolean
never (gpointer end)
{
  return g_get_monotonic_time () >= *(gint64 *) end;
}

/* Lets panels, marks and revealers come to rest: the one place where time itself is waited for. */
static void
rest (LuotainUiTest *ui)
{
  gint64 end = g_get_monotonic_time () + 3 * G_TIME_SPAN_SECOND;

  luotain_ui_test_settle (ui);
  luotain_ui_test_wait (never, &end);
}

static void
take (LuotainUiTest *ui, const char *name, const char *ending)
{
  g_autofree char *file = g_strdup_printf ("%s-%s", name, ending);

  rest (ui);
  luotain_ui_test_picture (ui, file);
}

static void
show_why (LuotainUiTest *ui, gboolean wanted)
{
  GtkWidget *panel = luotain_ui_test_find (GTK_WIDGET (ui->window), LUOTAIN_TYPE_WHY_PANEL);
  gboolean shown = panel != NULL && gtk_widget_get_mapped (panel);

  if (shown != wanted)
    gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.why", NULL);
}

static void
take_start (GtkApplication *application, LuotainUiTest *ui, const char *ending)
{
  LuotainWindow *window = ui->window;

  /* Nobody is to see the folder in which the pictures were made. */
  gtk_recent_manager_purge_items (gtk_recent_manager_get_default (), NULL);
  ui->window = luotain_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (ui->window), WIDTH, HEIGHT);
  luotain_window_show_start (ui->window);
  gtk_window_present (GTK_WINDOW (ui->window));
  take (ui, "start", ending);
  gtk_window_destroy (GTK_WINDOW (ui->window));
  ui->window = window;
}

int
main (int argc, char *argv[])
{
  LuotainUiTest *ui;
  const char *ending = argc > 1 ? argv[1] : "en-light";

  luotain_ui_test_init (&argc, &argv);
  ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  gtk_window_set_default_size (GTK_WINDOW (ui->window), WIDTH, HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      show_why (ui, pictures[i].why);
      luotain_ui_test_show (ui, pictures[i].page);
      if (pictures[i].type != NULL)
        luotain_context_go_to (ui->context, luotain_ui_test_first (ui, pictures[i].type));
      take (ui, pictures[i].name, ending);
    }
  take_start (ui->application, ui, ending);

  luotain_ui_test_free (ui);
  return 0;
}
