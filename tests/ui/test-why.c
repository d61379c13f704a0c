#include "luotain-ui-test.h"

#include "luotain-finding-query.h"
#include "luotain-record-io.h"
#include "luotain-session.h"
#include "luotain-why-panel.h"
#include "luotain-why-step.h"

#include <string.h>

/* The panel in a window of its own, so that nothing but the context's selection moves it. */
typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *window;
  GtkWidget *panel;
  gint64 revealed;
} WhyTest;

static void
reveal_cb (WhyTest *self, gint64 id)
{
  self->revealed = id;
}

static WhyTest *
why_test_new (LuotainUiTestContent content)
{
  WhyTest *self = g_new0 (WhyTest, 1);

  self->ui = luotain_ui_test_new (content);
  self->panel = luotain_why_panel_new (self->ui->context);
  self->window = gtk_application_window_new (self->ui->application);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), self->panel);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect_swapped (self->ui->context, "reveal", G_CALLBACK (reveal_cb), self);
  luotain_ui_test_settle (self->ui);
  return self;
}

static void
why_test_free (WhyTest *self)
{
  g_signal_handlers_disconnect_by_data (self->ui->context, self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  luotain_ui_test_free (self->ui);
  g_free (self);
}

static void
picture (WhyTest *self, const char *name)
{
  LuotainWindow *window = self->ui->window;

  self->ui->window = (LuotainWindow *) self->window;
  luotain_ui_test_picture (self->ui, name);
  self->ui->window = window;
}

static const char *
shown_page (WhyTest *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (luotain_ui_test_find (self->panel, GTK_TYPE_STACK)));
}

static GListModel *
shown_steps (WhyTest *self)
{
  GtkWidget *list = luotain_ui_test_find (self->panel, GTK_TYPE_LIST_VIEW);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* (transfer full) (nullable): the step that stands at a place of the list. */
static LuotainWhyStep *
get_step (WhyTest *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (shown_steps (self), position);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

/* How many places there are to look at again. */
static guint
count_looks (WhyTest *self)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shown_steps (self)); i++)
    {
      g_autoptr (LuotainWhyStep) step = get_step (self, i);

      g_autoptr (GPtrArray) looks = luotain_why_step_get_looks (step);

      count += looks->len > 0;
    }

  return count;
}

static void
select_first (WhyTest *self, const char *type)
{
  luotain_context_set_selection (self->ui->context, luotain_ui_test_first (self->ui, type));
  luotain_ui_test_settle (self->ui);
}

static void
test_empty (void)
{
  WhyTest *self = why_test_new (LUOTAIN_UI_TEST_EMPTY);

  g_assert_cmpstr (shown_page (self), ==, "empty");
  picture (self, "why-empty");
  why_test_free (self);
}

static void
test_chain (void)
{
  WhyTest *self = why_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autoptr (LuotainWhyStep) heading = NULL;
  g_autoptr (LuotainWhyStep) step = NULL;

  select_first (self, "profile-entry");
  g_assert_cmpstr (shown_page (self), ==, "thread");
  picture (self, "why-entry");

  heading = get_step (self, 0);
  step = get_step (self, 1);
  g_assert_true (luotain_why_step_is_heading (heading));
  g_assert_false (luotain_why_step_is_heading (step));
  g_assert_cmpuint (g_list_model_get_n_items (shown_steps (self)), >, 6);

  g_signal_emit_by_name (luotain_ui_test_find (self->panel, GTK_TYPE_LIST_VIEW), "activate", 1);
  g_assert_cmpint (self->revealed, ==, luotain_why_step_get_id (step));

  select_first (self, "finding");
  picture (self, "why-finding");
  select_first (self, "scenario");
  picture (self, "why-scenario");
  why_test_free (self);
}

static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child) && gtk_widget_get_mapped (child)
          && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (child)), action) == 0)
        return child;
      found = find_button (child, action);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_confirm (void)
{
  WhyTest *self = why_test_new (LUOTAIN_UI_TEST_MARITIME);
  gint64 scenario = luotain_ui_test_first (self->ui, "scenario");
  guint looks;

  luotain_context_set_field (self->ui->context, "Edit Title", scenario, "title_fi", "Uusi nimi", NULL, NULL);
  luotain_context_set_selection (self->ui->context, scenario);
  luotain_ui_test_settle (self->ui);
  looks = count_looks (self);
  g_assert_cmpuint (looks, >, 0);
  picture (self, "why-look-again");

  /* The first button confirms all places at once. */
  g_signal_emit_by_name (find_button (self->panel, "confirm_button"), "clicked");
  luotain_ui_test_settle (self->ui);
  g_assert_cmpuint (count_looks (self), ==, 0);

  luotain_history_undo (luotain_context_get_history (self->ui->context), NULL, NULL);
  luotain_ui_test_settle (self->ui);
  g_assert_cmpuint (count_looks (self), ==, looks);
  why_test_free (self);
}

/* A group in words that a person can count: how many rows there are, and what the last one says. */
static void
assert_rows (WhyTest *self, guint n_rows, const char *last)
{
  g_autoptr (LuotainWhyStep) step = get_step (self, n_rows - 1);
  g_autofree char *title = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (shown_steps (self)), ==, n_rows);
  g_object_get (step, "title", &title, NULL);
  if (last != NULL)
    g_assert_cmpstr (title, ==, last);
  g_assert_cmpint (luotain_why_step_is_more (step), ==, last != NULL);
}

static gboolean
add_session (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainSession *session = luotain_record_new (&luotain_session_type);
  gboolean done;

  session->title.text[LUOTAIN_FI] = g_strdup ("Työpaja");
  done = luotain_record_insert (db, &luotain_session_type, session, error);
  if (done)
    *result = g_memdup2 (&session->record.id, sizeof session->record.id);
  luotain_record_destroy (session);
  return done;
}

/* Of what stands on a session with thousands of findings the first rows are drawn, and more when they are asked for. */
static void
test_many (void)
{
  WhyTest *self = why_test_new (LUOTAIN_UI_TEST_EMPTY);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (LuotainWhyStep) step = NULL;
  GtkWidget *list = luotain_ui_test_find (self->panel, GTK_TYPE_LIST_VIEW);
  g_autofree gint64 *session = luotain_ui_test_do (self->ui, add_session, NULL);

  for (guint i = 0; i < 1253; i++)
    g_string_append_printf (lines, "Havainto %u\n", i);
  luotain_context_do (self->ui->context, "Add Findings", luotain_capture_run,
                      luotain_capture_new (lines->str, 0, *session), (GDestroyNotify) luotain_capture_free,
                      (GDestroyNotify) g_array_unref, NULL, NULL);
  luotain_context_set_selection (self->ui->context, *session);
  luotain_ui_test_settle (self->ui);
  picture (self, "why-many");
  assert_rows (self, 1 + 50 + 1, "… and 1,203 more");

  /* The row is reached and pressed like any other; the focus is on what came. */
  gtk_widget_grab_focus (list);
  g_signal_emit_by_name (list, "activate", 51);
  luotain_ui_test_settle (self->ui);
  assert_rows (self, 1 + 250 + 1, "… and 1,003 more");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), list));
  step = get_step (self, 51);
  g_assert_false (luotain_why_step_is_more (step));
  g_assert_cmpint (luotain_why_step_get_id (step), !=, 0);

  for (guint n = 250; n < 1250; n += 200)
    {
      g_signal_emit_by_name (list, "activate", n + 1);
      luotain_ui_test_settle (self->ui);
    }
  assert_rows (self, 1 + 1250 + 1, "… and 3 more");
  g_signal_emit_by_name (list, "activate", 1251);
  luotain_ui_test_settle (self->ui);
  assert_rows (self, 1 + 1253, NULL);
  why_test_free (self);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/why/empty", test_empty);
  g_test_add_func ("/why/chain", test_chain);
  g_test_add_func ("/why/confirm", test_confirm);

  g_test_add_func ("/why/many", test_many);

  return g_test_run ();
}
