#include "config.h"

#include "luotain-remains-strip.h"

#include "luotain-tab-stop.h"
#include "luotain-table-hints.h"
#include "luotain-table-space.h"
#include "luotain-template.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>
#include <string.h>

/* More than a room can look through; a row more or less fixed shows others. */
#define MAX_LISTED 30

struct _LuotainRemainsStrip
{
  GtkWidget parent_instance;

  const LuotainFuturesTable *table; /* (nullable): what the list was made from */
  guint n_rows;
  guint8 *paths; /* (nullable): those listed × rows */
  gsize n_paths;

  GtkLabel *count;
  GtkLabel *guide;
  GtkWidget *open;
  GtkLabel *listed;
  GtkListBox *list;
};

enum
{
  FIXED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainRemainsStrip, luotain_remains_strip, GTK_TYPE_WIDGET)

static void
show_count (LuotainRemainsStrip *self, const LuotainFuturesTable *table, const LuotainTableMarks *marks)
{
  g_autofree char *all = luotain_table_hints_number (table->n_combinations);
  g_autofree char *remaining = marks->n_remaining != NULL ? luotain_table_hints_number (marks->n_remaining)
                                                          : NULL;
  g_autofree char *text = NULL;

  if (remaining == NULL)
    text = g_strdup_printf (_ ("Too many of %s combinations remain to be counted. Fix a row."), all);
  else
    text = g_strdup_printf (_ ("%s of %s combinations remain"), remaining, all);
  gtk_label_set_text (self->count, text);
}

static void
show_guide (LuotainRemainsStrip *self, const LuotainTableMarks *marks)
{
  const guint n = g_hash_table_size (marks->fixed);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ (
        "Click a state, or press Space on it, to fix its row: the table shows what stays possible elsewhere."));
  else if (!marks->any)
    text = g_strdup (_ ("Nothing remains: the states that are fixed exclude each other. Open a row."));
  else
    text = g_strdup_printf (ngettext ("%u row is fixed.", "%u rows are fixed.", n), n);
  gtk_label_set_text (self->guide, text);
  gtk_widget_set_visible (self->open, n > 0);
}

static GtkWidget *
row_new (void)
{
  GtkWidget *label = luotain_wrapped_label_new (NULL, "caption field");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_tooltip_text (row, _ ("Fix All Rows to This Combination"));
  return row;
}

static void
fill_row (GtkListBoxRow *row, const LuotainFuturesTable *table, const guint8 *path)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const LuotainFuturesState *state = luotain_futures_row_state (luotain_futures_table_row (table, i),
                                                                    path[i]);

      if (state != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                                state->title != NULL ? state->title : "");
    }
  gtk_label_set_text (GTK_LABEL (gtk_list_box_row_get_child (row)), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

/* Rows are kept and filled anew: to make them would take longer than to find what remains. */
static void
fill_list (LuotainRemainsStrip *self, const LuotainFuturesTable *table)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, self->n_paths)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (gsize i = 0; i < self->n_paths; i++)
    {
      if (gtk_list_box_get_row_at_index (self->list, i) == NULL)
        gtk_list_box_append (self->list, row_new ());
      fill_row (gtk_list_box_get_row_at_index (self->list, i), table, self->paths + i * self->n_rows);
    }
}

static void
show_list (LuotainRemainsStrip *self, const LuotainFuturesTable *table, const LuotainTableMarks *marks)
{
  g_autoptr (LuotainFuturesSpace) space = table->n_states > 0 ? luotain_table_space_new (table, marks->fixed)
                                                              : NULL;
  LuotainEnd end = LUOTAIN_END_COMPLETE;
  gsize n = 0;
  g_autofree guint8 *paths = space != NULL ? luotain_futures_space_list (space, MAX_LISTED, &n, &end) : NULL;
  g_autofree char *listed = NULL;

  if (end == LUOTAIN_END_COMPLETE)
    listed = g_strdup_printf (ngettext ("%u combination listed: all that remain",
                                        "%u combinations listed: all that remain", n),
                              (guint) n);
  else
    listed = g_strdup_printf (ngettext ("Only the first %u is listed", "Only the first %u are listed", n),
                              (guint) n);
  gtk_label_set_text (self->listed, n > 0 ? listed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  if (self->paths != NULL && self->table == table && n == self->n_paths
      && memcmp (paths, self->paths, n * self->n_rows) == 0
      && gtk_list_box_get_row_at_index (self->list, 0) != NULL)
    return;

  g_free (self->paths);
  self->paths = g_steal_pointer (&paths);
  self->table = table;
  self->n_paths = n;
  self->n_rows = table->rows->len;
  fill_list (self, table);
}

void
luotain_remains_strip_show (LuotainRemainsStrip *self, const LuotainFuturesTable *table,
                            const LuotainTableMarks *marks)
{
  g_return_if_fail (LUOTAIN_IS_REMAINS_STRIP (self));

  show_count (self, table, marks);
  show_guide (self, marks);
  show_list (self, table, marks);
}

static void
row_cb (LuotainRemainsStrip *self, GtkListBoxRow *row)
{
  const gsize index = gtk_list_box_row_get_index (row);

  if (index < self->n_paths)
    g_signal_emit (self, signals[FIXED], 0, self->paths + index * self->n_rows);
}

static void
open_cb (LuotainRemainsStrip *self)
{
  g_signal_emit (self, signals[FIXED], 0, NULL);
}

static void
close_cb (LuotainRemainsStrip *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
luotain_remains_strip_dispose (GObject *object)
{
  LuotainRemainsStrip *self = LUOTAIN_REMAINS_STRIP (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_REMAINS_STRIP);
  g_clear_pointer (&self->paths, g_free);

  G_OBJECT_CLASS (luotain_remains_strip_parent_class)->dispose (object);
}

static void
luotain_remains_strip_class_init (LuotainRemainsStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  G_OBJECT_CLASS (klass)->dispose = luotain_remains_strip_dispose;
  signals[FIXED] = g_signal_new ("fixed", LUOTAIN_TYPE_REMAINS_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CLOSED] = g_signal_new ("closed", LUOTAIN_TYPE_REMAINS_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-remains-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainRemainsStrip, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainRemainsStrip, guide);
  gtk_widget_class_bind_template_child (widget_class, LuotainRemainsStrip, open);
  gtk_widget_class_bind_template_child (widget_class, LuotainRemainsStrip, listed);
  gtk_widget_class_bind_template_child (widget_class, LuotainRemainsStrip, list);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_remains_strip_init (LuotainRemainsStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_remains_strip_new (void)
{
  return g_object_new (LUOTAIN_TYPE_REMAINS_STRIP, NULL);
}
