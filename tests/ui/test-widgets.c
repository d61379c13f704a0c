#include "luotain-ui-test.h"

#include "luotain-date-entry.h"
#include "luotain-field-binding.h"
#include "luotain-number-entry.h"
#include "luotain-record-list-work.h"
#include "luotain-record-picker.h"
#include "luotain-record-search.h"
#include "luotain-tab-stop.h"
#include "luotain-text-area.h"
#include "luotain-text-entry.h"
#include "luotain-translated-entry.h"
#include "luotain-word-chips.h"
#include "luotain-word-picker.h"

/* One widget in a window of its own, bound to the first record of a type. */
typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *window;
  GtkWidget *widget;
  gint64 id;
} WidgetTest;

static WidgetTest *
widget_test_new (GtkWidget *widget, const char *type)
{
  WidgetTest *self = g_new0 (WidgetTest, 1);

  self->ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  self->widget = widget;
  self->id = type != NULL ? luotain_ui_test_first (self->ui, type) : 0;
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  g_object_set (widget, "context", self->ui->context, NULL);
  if (self->id != 0)
    g_object_set (widget, "record-id", self->id, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  luotain_ui_test_settle (self->ui);
  return self;
}

static void
widget_test_free (WidgetTest *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  luotain_ui_test_free (self->ui);
  g_free (self);
}

static void
test_text_entry (void)
{
  WidgetTest *test = widget_test_new (g_object_new (LUOTAIN_TYPE_TEXT_ENTRY, "column", "title_en", NULL),
                                      "sector");
  GtkEditable *entry = GTK_EDITABLE (luotain_text_entry_get_entry (LUOTAIN_TEXT_ENTRY (test->widget)));

  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Maritime Cluster");
  g_assert_true (gtk_editable_get_editable (entry));

  gtk_editable_set_text (entry, "  Ships \t");
  g_assert_true (luotain_text_field_is_dirty (LUOTAIN_TEXT_FIELD (test->widget)));
  g_signal_emit_by_name (entry, "activate");
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Ships");

  luotain_ui_test_undo (test->ui);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Maritime Cluster");

  /* What somebody is typing is not overwritten by what comes from elsewhere. */
  gtk_editable_set_text (entry, "half a wo");
  luotain_context_set_field (test->ui->context, "Edit Title", test->id, "title_en", "Sea", NULL, NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "half a wo");
  widget_test_free (test);
}

/* What is refused stays to be put right, with the reason under it. */
static void
test_refused (void)
{
  WidgetTest *test = widget_test_new (
      g_object_new (LUOTAIN_TYPE_NUMBER_ENTRY, "column", "horizon_year", NULL), "workbook");
  GtkEditable *entry = GTK_EDITABLE (luotain_text_entry_get_entry (LUOTAIN_TEXT_ENTRY (test->widget)));
  GtkWidget *error = gtk_widget_get_last_child (test->widget);

  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2035");
  gtk_editable_set_text (entry, "soon");
  luotain_text_field_save (LUOTAIN_TEXT_FIELD (test->widget));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "soon");
  g_assert_true (gtk_widget_get_visible (error));

  gtk_editable_set_text (entry, "20 40");
  luotain_text_field_save (LUOTAIN_TEXT_FIELD (test->widget));
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2040");
  g_assert_false (gtk_widget_get_visible (error));
  widget_test_free (test);
}

static void
test_text_area (void)
{
  WidgetTest *test = widget_test_new (g_object_new (LUOTAIN_TYPE_TEXT_AREA, "column", "description_sv", NULL),
                                      "sector");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      luotain_text_area_get_view (LUOTAIN_TEXT_AREA (test->widget)));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_get (buffer, "text", &before, NULL);
  g_assert_true (g_str_has_prefix (before, "Varven"));
  gtk_text_buffer_set_text (buffer, "En rad\n\noch en till", -1);
  luotain_text_field_save (LUOTAIN_TEXT_FIELD (test->widget));
  luotain_ui_test_settle (test->ui);
  luotain_ui_test_undo (test->ui);
  g_object_get (buffer, "text", &after, NULL);
  g_assert_cmpstr (after, ==, before);
  widget_test_free (test);
}

/* Another record takes the place of one that is being typed in: the words go where they were meant. */
static void
test_other_record (void)
{
  WidgetTest *test = widget_test_new (g_object_new (LUOTAIN_TYPE_TEXT_ENTRY, "column", "title_fi", NULL),
                                      "sector");
  GtkEditable *entry = GTK_EDITABLE (luotain_text_entry_get_entry (LUOTAIN_TEXT_ENTRY (test->widget)));

  gtk_editable_set_text (entry, "Meri");
  g_object_set (test->widget, "record-id", luotain_ui_test_first (test->ui, "scenario"), NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (gtk_editable_get_text (entry), !=, "Meri");
  g_object_set (test->widget, "record-id", test->id, NULL);
  luotain_ui_test_settle (test->ui);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Meri");
  widget_test_free (test);
}

static void
test_word_picker (void)
{
  WidgetTest *test = widget_test_new (
      g_object_new (LUOTAIN_TYPE_WORD_PICKER, "column", "image", "vocabulary", "image", NULL), "scenario");
  GtkDropDown *drop_down = GTK_DROP_DOWN (luotain_ui_test_find (test->widget, GTK_TYPE_DROP_DOWN));
  guint before = gtk_drop_down_get_selected (drop_down);

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 5);
  g_assert_cmpuint (before, >, 0);
  gtk_drop_down_set_selected (drop_down, 0);
  luotain_ui_test_settle (test->ui);
  g_assert_true (luotain_history_can_undo (luotain_context_get_history (test->ui->context)));
  luotain_ui_test_undo (test->ui);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, before);
  widget_test_free (test);
}

static void
test_word_chips (void)
{
  WidgetTest *test = widget_test_new (g_object_new (LUOTAIN_TYPE_WORD_CHIPS, "column", "dimensions",
                                                    "vocabulary", "dimension", NULL),
                                      "finding");
  GtkWidget *chip = luotain_ui_test_find (test->widget, GTK_TYPE_TOGGLE_BUTTON);
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip));
  guint n_chips = 0;

  for (GtkWidget *one = chip; one != NULL; one = gtk_widget_get_next_sibling (one))
    n_chips++;
  g_assert_cmpuint (n_chips, ==, 5);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), !active);
  luotain_ui_test_settle (test->ui);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)) == !active);
  luotain_ui_test_undo (test->ui);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)) == active);
  widget_test_free (test);
}

static void
test_translated (void)
{
  WidgetTest *test = widget_test_new (g_object_new (LUOTAIN_TYPE_TRANSLATED_ENTRY, "field", "title", NULL),
                                      "sector");
  GtkWidget *first = luotain_ui_test_find (test->widget, GTK_TYPE_ENTRY);

  /* The workbook's main language comes first. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "Meriklusteri");
  widget_test_free (test);
}

static void
picked_cb (gint64 *picked, gint64 id)
{
  *picked = id;
}

static void
test_record_picker (void)
{
  WidgetTest *test = widget_test_new (
      g_object_new (LUOTAIN_TYPE_RECORD_PICKER, "types", "competence state", "label", "Add", NULL), NULL);
  gint64 picked = 0;
  GtkWidget *list, *search;

  g_signal_connect_swapped (test->widget, "picked", G_CALLBACK (picked_cb), &picked);
  luotain_record_picker_popup (LUOTAIN_RECORD_PICKER (test->widget));
  luotain_ui_test_settle (test->ui);
  list = luotain_ui_test_find (test->widget, GTK_TYPE_LIST_BOX);
  search = luotain_ui_test_find (test->widget, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 10));

  gtk_editable_set_text (GTK_EDITABLE (search), "ENNAKOINTIO");
  g_signal_emit_by_name (search, "search-changed");
  luotain_ui_test_settle (test->ui);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpint (picked, !=, 0);
  luotain_ui_test_settle (test->ui);
  widget_test_free (test);
}

static void
test_record_search (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  g_autoptr (LuotainRecordSearch) search = g_new0 (LuotainRecordSearch, 1);
  g_autoptr (LuotainRecordChoices) choices = NULL;
  gint64 first = luotain_ui_test_first (test, "state");

  search->types = g_strsplit ("state finding", " ", -1);
  search->excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (search->excluded, first);
  search->limit = 40;
  choices = luotain_ui_test_ask (test, luotain_record_search_run, search);
  g_assert_cmpuint (choices->choices->len, ==, 40);
  g_assert_cmpuint (choices->total, ==, 27 + 72);
  for (guint i = 0; i < choices->choices->len; i++)
    {
      const LuotainRecordChoice *choice = choices->choices->pdata[i];

      g_assert_cmpint (choice->id, !=, first);
      g_assert_nonnull (choice->title);
      if (g_str_equal (choice->type, "state"))
        g_assert_nonnull (choice->subtitle);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *written;
    const char *date;
  } dates[] = {
    { "2026", "2026" },
    { "2026-03", "2026-03" },
    { "2026-03-12", "2026-03-12" },
    { "12.3.2026", "2026-03-12" },
    { " 12. 3. 2026 ", "2026-03-12" },
    { "3/2026", "2026-03" },
    { "2026 3 12", "2026-03-12" },
    { "31.2.2026", "31.2.2026" },
    { "next week", "next week" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = luotain_date_entry_parse (dates[i].written);

      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

static LuotainRecordListWork *
words_work (const char *title)
{
  LuotainRecordListWork *work = g_new0 (LuotainRecordListWork, 1);

  work->type = g_intern_static_string ("vocabulary-entry");
  work->vocabulary = g_intern_static_string ("dimension");
  work->language = LUOTAIN_FI;
  work->title = g_strdup (title);
  return work;
}

static char *
dup_words (LuotainUiTest *test)
{
  LuotainRecordListWork *work = words_work (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) keys = g_string_new (NULL);

  rows = luotain_ui_test_ask (test, luotain_record_list_load, work);
  luotain_record_list_work_free (work);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", ((LuotainRecordListRow *) rows->pdata[i])->key);
  return g_strdup (keys->str);
}

static void
add_word (LuotainUiTest *test, const char *title)
{
  luotain_context_do (test->context, "Add to List", luotain_record_list_add, words_work (title),
                      (GDestroyNotify) luotain_record_list_work_free, NULL, NULL, NULL);
  luotain_ui_test_settle (test);
}

/* Words are added with a key of their own, and moved among those of their vocabulary only. */
static void
test_words (void)
{
  g_autoptr (LuotainUiTest) test = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  LuotainRecordListWork *work = words_work (NULL);
  g_autofree char *added = NULL;
  g_autofree char *moved = NULL;

  add_word (test, "Arvot & Åsenne");
  add_word (test, "arvot åsenne");
  added = dup_words (test);
  g_assert_cmpstr (added, ==,
                   "political economic social technological ecological arvot-asenne arvot-asenne-2");

  work->id = 15;
  work->steps = -2;
  luotain_context_do (test->context, "Change Order", luotain_record_list_move, work,
                      (GDestroyNotify) luotain_record_list_work_free, NULL, NULL, NULL);
  luotain_ui_test_settle (test);
  moved = dup_words (test);
  g_assert_cmpstr (moved, ==,
                   "political economic ecological social technological arvot-asenne arvot-asenne-2");
}

static void
test_labels (void)
{
  g_assert_cmpstr (luotain_field_label ("title"), ==, "Edit Title");
  g_assert_cmpstr (luotain_field_label ("title_sv"), ==, "Edit Title");
  g_assert_cmpstr (luotain_field_label ("horizon_year"), ==, "Edit Horizon Year");
  g_assert_cmpstr (luotain_field_label ("text_en"), ==, "Edit Text");
  g_assert_cmpstr (luotain_field_label ("whatever"), ==, "Edit");
}

static void
set_up_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("row"));
}

static void
set_up_buttons_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("one"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("two"));
  gtk_list_item_set_child (item, box);
}

/* A button, a list of a thousand rows of which the 700th is selected, a button. */
static GtkWindow *
show_list (GCallback set_up, GtkWidget *buttons[2])
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (rows));

  for (guint i = 0; i < 1000; i++)
    gtk_string_list_append (rows, "row");
  gtk_single_selection_set_selected (selection, 700);
  g_signal_connect (factory, "setup", set_up, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  gtk_widget_set_size_request (scrolled, 200, 200);
  for (guint i = 0; i < 2; i++)
    buttons[i] = gtk_button_new_with_label ("button");
  gtk_box_append (GTK_BOX (box), buttons[0]);
  gtk_box_append (GTK_BOX (box), luotain_tab_stop_new (scrolled));
  gtk_box_append (GTK_BOX (box), buttons[1]);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}

static gboolean
is_in_selected_row (GtkWindow *window)
{
  GtkWidget *widget = gtk_window_get_focus (window);

  while (widget != NULL && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL && (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
check_tab_stop (GCallback set_up, guint n_stops)
{
  GtkWidget *buttons[2];
  GtkWindow *window = show_list (set_up, buttons);
  GtkWidget *last;
  const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gtk_widget_grab_focus (buttons[i]);
      for (guint j = 0; j < n_stops; j++)
        {
          g_assert_true (gtk_widget_child_focus (GTK_WIDGET (window), directions[i]));
          g_assert_true (is_in_selected_row (window));
        }
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (window), directions[i]));
      g_assert_true (gtk_window_get_focus (window) == buttons[1 - i]);
    }

  /* Arrows still go from row to row. */
  gtk_widget_grab_focus (buttons[0]);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  last = gtk_window_get_focus (window);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (window) != last);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (window), GTK_TYPE_LIST_VIEW));
  gtk_window_destroy (window);
}

static void
test_tab_stop (void)
{
  check_tab_stop (G_CALLBACK (set_up_row_cb), 1);
  check_tab_stop (G_CALLBACK (set_up_buttons_cb), 2);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/widgets/text-entry", test_text_entry);
  g_test_add_func ("/widgets/refused", test_refused);
  g_test_add_func ("/widgets/text-area", test_text_area);
  g_test_add_func ("/widgets/other-record", test_other_record);
  g_test_add_func ("/widgets/word-picker", test_word_picker);
  g_test_add_func ("/widgets/word-chips", test_word_chips);
  g_test_add_func ("/widgets/translated", test_translated);
  g_test_add_func ("/widgets/record-picker", test_record_picker);
  g_test_add_func ("/widgets/record-search", test_record_search);
  g_test_add_func ("/widgets/dates", test_dates);
  g_test_add_func ("/widgets/words", test_words);
  g_test_add_func ("/widgets/labels", test_labels);
  g_test_add_func ("/widgets/tab-stop", test_tab_stop);

  return g_test_run ();
}
