#include "config.h"

#include "luotain-asking.h"
#include "luotain-map-edits.h"
#include "luotain-rating-panel.h"
#include "luotain-rating-row.h"
#include "luotain-rating-words.h"
#include "luotain-rating.h"
#include "luotain-record-io.h"
#include "luotain-template.h"
#include "luotain-workbook.h"

#include <glib/gi18n.h>

/* The four scales that have a row of their own; dots are a number beside them. */
#define N_ROWS 4
#define DEFAULT_YEARS 10

struct _LuotainRatingPanel
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 finding;
  char *round; /* (nullable): of what is said next */
  guint n_rounds;
  GCancellable *cancellable;
  gboolean showing;

  GtkBox *rows;
  GtkEntry *dots;
  GtkLabel *round_name;
  GtkWidget *new_round;
  GtkWidget *row[N_ROWS]; /* borrowed from the box */
};

G_DEFINE_FINAL_TYPE (LuotainRatingPanel, luotain_rating_panel, GTK_TYPE_WIDGET)

/* What was read. */
typedef struct
{
  GPtrArray *ratings;
  gint64 horizon;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_ptr_array_unref (sheet->ratings);
  g_free (sheet);
}

static gboolean
load_sheet (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) ratings = luotain_record_list (db, &luotain_rating_type, *(gint64 *) data, error);
  g_autoptr (GPtrArray) workbooks = ratings != NULL
                                        ? luotain_record_list (db, &luotain_workbook_type, 0, error)
                                        : NULL;
  Sheet *sheet;

  if (workbooks == NULL)
    return FALSE;

  sheet = g_new0 (Sheet, 1);
  sheet->ratings = g_steal_pointer (&ratings);
  sheet->horizon = workbooks->len > 0 ? ((LuotainWorkbook *) workbooks->pdata[0])->horizon_year
                                      : LUOTAIN_NUMBER_UNSET;
  *result = sheet;
  return TRUE;
}

/* The latest first: by date, and on one day by their order. */
static int
compare_ratings (gconstpointer a, gconstpointer b)
{
  const LuotainRating *first = *(const LuotainRating *const *) a;
  const LuotainRating *second = *(const LuotainRating *const *) b;
  const int days = g_strcmp0 (second->rated_on, first->rated_on);

  if (days != 0)
    return days;
  return first->record.position < second->record.position ? 1 : -1;
}

static GPtrArray *
of_scale (const Sheet *sheet, LuotainMapScale scale)
{
  GPtrArray *ratings = g_ptr_array_new ();

  for (guint i = 0; i < sheet->ratings->len; i++)
    {
      LuotainRating *rating = sheet->ratings->pdata[i];

      if (g_str_equal (rating->scale, luotain_map_scale_name (scale)))
        g_ptr_array_add (ratings, rating);
    }
  g_ptr_array_sort (ratings, compare_ratings);
  return ratings;
}

/* Goes on in the round that was the latest, and counts those that have a name. */
static void
find_round (LuotainRatingPanel *self, const Sheet *sheet)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const LuotainRating *latest = NULL;

  for (guint i = 0; i < sheet->ratings->len; i++)
    {
      const LuotainRating *rating = sheet->ratings->pdata[i];

      g_hash_table_add (names, rating->round != NULL ? rating->round : (char *) "");
      if (latest == NULL || compare_ratings (&rating, &latest) < 0)
        latest = rating;
    }
  self->n_rounds = g_hash_table_size (names);
  if (self->round == NULL && latest != NULL)
    self->round = g_strdup (latest->round);
  gtk_label_set_text (self->round_name, self->round != NULL ? self->round : "");
}

static void
show_dots (LuotainRatingPanel *self, const Sheet *sheet)
{
  g_autoptr (GPtrArray) ratings = of_scale (sheet, LUOTAIN_MAP_DOTS);
  const LuotainRating *latest = ratings->len > 0 ? ratings->pdata[0] : NULL;
  g_autofree char *text = latest != NULL && latest->value != LUOTAIN_NUMBER_UNSET
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, latest->value)
                              : g_strdup ("");

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->dots), text);
  self->showing = FALSE;
}

static void
sheet_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainRatingPanel *self = owner;
  Sheet *sheet = result;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const gboolean writable = luotain_context_get_writable (self->context);
  int first, last;

  if (!success)
    return;

  first = g_date_time_get_year (now);
  last = sheet->horizon != LUOTAIN_NUMBER_UNSET && sheet->horizon > first ? (int) sheet->horizon
                                                                          : first + DEFAULT_YEARS;
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (GPtrArray) ratings = of_scale (sheet, i);

      luotain_rating_row_show (LUOTAIN_RATING_ROW (self->row[i]), ratings, first, last, writable);
    }
  find_round (self, sheet);
  show_dots (self, sheet);
  gtk_widget_set_sensitive (GTK_WIDGET (self->dots), writable);
  gtk_widget_set_visible (self->new_round, writable);
  sheet_free (sheet);
}

static void
refresh (LuotainRatingPanel *self)
{
  luotain_ask_no_more (&self->cancellable);
  if (self->finding == 0)
    return;

  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, load_sheet, g_memdup2 (&self->finding, sizeof self->finding), g_free,
                        sheet_free, self->cancellable, sheet_read_cb, self);
}

static void
changed_cb (LuotainRatingPanel *self, LuotainChanges *changes)
{
  if (luotain_changes_has_type (changes, "rating") || luotain_changes_has_type (changes, "workbook"))
    refresh (self);
}

void
luotain_rating_panel_show (LuotainRatingPanel *self, gint64 finding)
{
  g_return_if_fail (LUOTAIN_IS_RATING_PANEL (self));

  if (self->finding == finding)
    return;

  self->finding = finding;
  g_clear_pointer (&self->round, g_free);
  refresh (self);
}

static const char *
scale_of (LuotainRatingPanel *self, LuotainRatingRow *row)
{
  for (guint i = 0; i < N_ROWS; i++)
    if (self->row[i] == GTK_WIDGET (row))
      return luotain_map_scale_name (i);
  g_return_val_if_reached (NULL);
}

static void
value_cb (LuotainRatingPanel *self, gint64 value, LuotainRatingRow *row)
{
  LuotainRatingEdit *edit = luotain_rating_edit_new ();

  luotain_rating_edit_set_value (edit, self->finding, scale_of (self, row), value, self->round);
  luotain_map_rate (self->context, edit, N_ ("Rate Finding"), NULL);
}

static void
clear_cb (LuotainRatingPanel *self, LuotainRatingRow *row)
{
  LuotainRatingEdit *edit = luotain_rating_edit_new ();

  luotain_rating_edit_clear (edit, self->finding, scale_of (self, row));
  luotain_map_rate (self->context, edit, N_ ("Clear Rating"), NULL);
}

static void
hands_cb (LuotainRatingPanel *self, const char *hands, LuotainRatingRow *row)
{
  LuotainRatingEdit *edit;

  if (*hands == '\0')
    {
      clear_cb (self, row);
      return;
    }
  edit = luotain_rating_edit_new ();
  luotain_rating_edit_set_hands (edit, self->finding, scale_of (self, row), hands, self->round);
  luotain_map_rate (self->context, edit, N_ ("Count Hands"), NULL);
}

static void
dots_cb (LuotainRatingPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->dots));
  LuotainRatingEdit *edit;
  guint64 dots = 0;

  if (self->showing || self->finding == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* What is no number says again what stands there: no dots are something else than none counted. */
  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, LUOTAIN_RATING_MOST_DOTS, &dots, NULL))
    {
      refresh (self);
      return;
    }

  edit = luotain_rating_edit_new ();
  if (*text != '\0')
    luotain_rating_edit_set_value (edit, self->finding, LUOTAIN_SCALE_DOTS, (gint64) dots, self->round);
  else
    luotain_rating_edit_clear (edit, self->finding, LUOTAIN_SCALE_DOTS);
  luotain_map_rate (self->context, edit, N_ ("Count Dots"), NULL);
}

/* What is said from now on stands beside what was said before, not in its place. */
static void
new_round_cb (LuotainRatingPanel *self)
{
  g_free (self->round);
  self->round = g_strdup_printf (_ ("Round %u"), MAX (self->n_rounds, 1) + 1);
  gtk_label_set_text (self->round_name, self->round);
  gtk_widget_child_focus (self->row[0], GTK_DIR_TAB_FORWARD);
}

void
luotain_rating_panel_set_context (LuotainRatingPanel *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_RATING_PANEL (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
luotain_rating_panel_dispose (GObject *object)
{
  LuotainRatingPanel *self = LUOTAIN_RATING_PANEL (object);

  luotain_ask_no_more (&self->cancellable);
  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_RATING_PANEL);

  G_OBJECT_CLASS (luotain_rating_panel_parent_class)->dispose (object);
}

static void
luotain_rating_panel_finalize (GObject *object)
{
  g_free (LUOTAIN_RATING_PANEL (object)->round);
  G_OBJECT_CLASS (luotain_rating_panel_parent_class)->finalize (object);
}

static void
luotain_rating_panel_class_init (LuotainRatingPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_rating_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_rating_panel_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-rating-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingPanel, rows);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingPanel, dots);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingPanel, round_name);
  gtk_widget_class_bind_template_child (widget_class, LuotainRatingPanel, new_round);
  gtk_widget_class_bind_template_callback (widget_class, dots_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_round_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_rating_panel_init (LuotainRatingPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ROWS; i++)
    {
      self->row[i] = luotain_rating_row_new (i);
      g_signal_connect_object (self->row[i], "value", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->row[i], "hands", G_CALLBACK (hands_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->row[i], "clear", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, self->row[i]);
    }
}
