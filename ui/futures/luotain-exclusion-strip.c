#include "config.h"

#include "luotain-exclusion-strip.h"

#include "luotain-tab-stop.h"
#include "luotain-table-edit.h"
#include "luotain-template.h"
#include "luotain-text-area.h"
#include "luotain-word-picker.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LuotainExclusionStrip
{
  GtkWidget parent_instance;

  LuotainContext *context;
  const LuotainFuturesTable *table; /* (nullable) */
  gint64 base;
  gint64 other; /* the other state of the pair that is shown, 0 for none */
  const char *last_kind; /* the kind that was said last, for the next */
  char *listed; /* (nullable): what the list says */

  GtkLabel *guide;
  GtkWidget *pair;
  GtkLabel *names;
  LuotainWordPicker *kind;
  GtkLabel *meaning;
  LuotainTextArea *reason;
  GtkWidget *allow;
  GtkLabel *count;
  GtkListBox *list;
};

enum
{
  BASE,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainExclusionStrip, luotain_exclusion_strip, GTK_TYPE_WIDGET)

static const struct
{
  const char *kind;
  const char *meaning;
} kinds[] = {
  { "logical", N_ ("They contradict each other by what they mean. No path may hold both.") },
  { "empirical", N_ ("As far as is known they do not occur together. No path may hold both.") },
  { "normative", N_ ("They should not come together. It is only shown; paths may hold both.") },
};

static const char *
title_of (const LuotainFuturesTable *table, guint row, guint state)
{
  const char *title = luotain_futures_row_state (luotain_futures_table_row (table, row), state)->title;

  return title != NULL ? title : "";
}

static const LuotainFuturesExclusion *
get_shown (LuotainExclusionStrip *self)
{
  guint row, state, other_row, other_state;

  if (self->table == NULL || self->base == 0 || self->other == 0
      || !luotain_futures_table_find (self->table, self->base, &row, &state)
      || !luotain_futures_table_find (self->table, self->other, &other_row, &other_state))
    return NULL;
  return luotain_futures_table_get_exclusion (self->table, row, state, other_row, other_state);
}

static void
show_guide (LuotainExclusionStrip *self)
{
  g_autofree char *text = NULL;
  guint row, state;

  if (self->base == 0 || !luotain_futures_table_find (self->table, self->base, &row, &state))
    {
      gtk_label_set_text (
          self->guide, _ ("Choose a state in the table. Then choose the states that cannot stand with it."));
      return;
    }
  text = g_strdup_printf (
      _ ("Which states cannot stand with “%s”? A click or Space strikes one, again lets it stand."),
      title_of (self->table, row, state));
  gtk_label_set_text (self->guide, text);
}

static void
show_pair (LuotainExclusionStrip *self)
{
  const LuotainFuturesExclusion *exclusion = get_shown (self);
  g_autofree char *names = NULL;

  gtk_widget_set_visible (self->pair, exclusion != NULL);
  g_object_set (self->kind, "record-id", exclusion != NULL ? exclusion->id : (gint64) 0, NULL);
  g_object_set (self->reason, "record-id", exclusion != NULL ? exclusion->id : (gint64) 0, NULL);
  if (exclusion == NULL)
    return;

  names = g_strdup_printf ("%s\n✕ %s", title_of (self->table, exclusion->row_a, exclusion->state_a),
                           title_of (self->table, exclusion->row_b, exclusion->state_b));
  gtk_label_set_text (self->names, names);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (exclusion->kind, kinds[i].kind) == 0)
      {
        self->last_kind = kinds[i].kind;
        gtk_label_set_text (self->meaning, _ (kinds[i].meaning));
      }
  gtk_widget_set_visible (self->allow, luotain_context_get_writable (self->context));
}

static guint
count_pairs (const LuotainFuturesTable *table)
{
  guint n = 0, before = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const guint n_states = luotain_futures_table_row (table, i)->states->len;

      n += before * n_states;
      before += n_states;
    }
  return n;
}

static GtkWidget *
row_new (LuotainExclusionStrip *self, const LuotainFuturesExclusion *exclusion)
{
  const char *kind = luotain_word_list_title (luotain_context_get_words (self->context), "exclusion-kind",
                                              exclusion->kind);
  g_autofree char *title = g_strdup_printf ("%s ✕ %s",
                                            title_of (self->table, exclusion->row_a, exclusion->state_a),
                                            title_of (self->table, exclusion->row_b, exclusion->state_b));
  g_autofree char *subtitle = exclusion->reason != NULL ? g_strdup_printf ("%s · %s", kind, exclusion->reason)
                                                        : g_strdup (kind);
  g_autofree char *name = g_strdup_printf ("%s; %s", title, subtitle);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static char *
dup_list (const LuotainFuturesTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->exclusions->len; i++)
    {
      const LuotainFuturesExclusion *exclusion = table->exclusions->pdata[i];

      g_string_append_printf (text, "%s\n%s\n%s\n%s\n",
                              title_of (table, exclusion->row_a, exclusion->state_a),
                              title_of (table, exclusion->row_b, exclusion->state_b), exclusion->kind,
                              exclusion->reason != NULL ? exclusion->reason : "");
    }
  return g_string_free (text, FALSE);
}

static void
show_list (LuotainExclusionStrip *self)
{
  const guint n = self->table->exclusions->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u of %u pair excluded", "%u of %u pairs excluded",
                                                      count_pairs (self->table)),
                                            n, count_pairs (self->table));
  g_autofree char *list = dup_list (self->table);
  GtkWidget *row;

  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  if (g_strcmp0 (list, self->listed) == 0)
    return;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, row_new (self, self->table->exclusions->pdata[i]));
  g_free (self->listed);
  self->listed = g_steal_pointer (&list);
}

void
luotain_exclusion_strip_show (LuotainExclusionStrip *self, const LuotainFuturesTable *table, gint64 base)
{
  g_return_if_fail (LUOTAIN_IS_EXCLUSION_STRIP (self));

  if (base != self->base)
    self->other = 0;
  self->table = table;
  self->base = base;
  show_guide (self);
  show_pair (self);
  show_list (self);
}

static void
changed_cb (gpointer owner, gboolean success, gpointer result)
{
  g_free (result);
}

void
luotain_exclusion_strip_toggle (LuotainExclusionStrip *self, gint64 state)
{
  const LuotainFuturesExclusion *exclusion;

  g_return_if_fail (LUOTAIN_IS_EXCLUSION_STRIP (self));

  if (self->base == 0 || !luotain_context_get_writable (self->context))
    return;

  luotain_text_field_save (LUOTAIN_TEXT_FIELD (self->reason));
  self->other = state;
  exclusion = get_shown (self);
  luotain_context_do (self->context, exclusion != NULL ? N_ ("Let Pair Coexist") : N_ ("Exclude Pair"),
                      luotain_table_exclusion_run,
                      luotain_table_exclusion_new (self->base, state,
                                                   exclusion != NULL ? NULL : self->last_kind, NULL),
                      (GDestroyNotify) luotain_table_exclusion_free, g_free, changed_cb, self);
}

void
luotain_exclusion_strip_choose (LuotainExclusionStrip *self, guint index)
{
  const LuotainFuturesExclusion *exclusion;
  gint64 base, other;

  g_return_if_fail (LUOTAIN_IS_EXCLUSION_STRIP (self));
  g_return_if_fail (self->table != NULL && index < self->table->exclusions->len);

  exclusion = self->table->exclusions->pdata[index];
  base = luotain_futures_row_state (luotain_futures_table_row (self->table, exclusion->row_a),
                                    exclusion->state_a)
             ->id;
  other = luotain_futures_row_state (luotain_futures_table_row (self->table, exclusion->row_b),
                                     exclusion->state_b)
              ->id;
  self->base = base;
  self->other = other;
  g_signal_emit (self, signals[BASE], 0, base);
}

static void
row_cb (LuotainExclusionStrip *self, GtkListBoxRow *row)
{
  luotain_exclusion_strip_choose (self, gtk_list_box_row_get_index (row));
}

static void
allow_cb (LuotainExclusionStrip *self)
{
  luotain_exclusion_strip_toggle (self, self->other);
}

static void
close_cb (LuotainExclusionStrip *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
luotain_exclusion_strip_dispose (GObject *object)
{
  LuotainExclusionStrip *self = LUOTAIN_EXCLUSION_STRIP (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_EXCLUSION_STRIP);
  g_clear_object (&self->context);
  g_clear_pointer (&self->listed, g_free);

  G_OBJECT_CLASS (luotain_exclusion_strip_parent_class)->dispose (object);
}

static void
luotain_exclusion_strip_class_init (LuotainExclusionStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_exclusion_strip_dispose;
  signals[BASE] = g_signal_new ("base", LUOTAIN_TYPE_EXCLUSION_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLOSED] = g_signal_new ("closed", LUOTAIN_TYPE_EXCLUSION_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (LUOTAIN_TYPE_WORD_PICKER);
  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-exclusion-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, guide);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, pair);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, names);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, kind);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, meaning);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, reason);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, allow);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainExclusionStrip, list);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, allow_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_exclusion_strip_init (LuotainExclusionStrip *self)
{
  self->last_kind = kinds[0].kind;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_exclusion_strip_new (LuotainContext *context)
{
  LuotainExclusionStrip *self = g_object_new (LUOTAIN_TYPE_EXCLUSION_STRIP, NULL);

  self->context = g_object_ref (context);
  g_object_set (self->kind, "context", context, NULL);
  g_object_set (self->reason, "context", context, NULL);
  return GTK_WIDGET (self);
}
