#include "config.h"

#include "luotain-table-hints.h"

#include "luotain-table-space.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer numbers say no more than how many digits they have. */
#define MAX_DIGITS 15

static const char *const names[] = { "combinations", "unused", "twins", "findings", "struck" };

struct _LuotainTableHints
{
  GtkWidget parent_instance;

  LuotainWrapBox *box;
  GtkWidget *buttons[G_N_ELEMENTS (names)];
};

G_DEFINE_FINAL_TYPE (LuotainTableHints, luotain_table_hints, GTK_TYPE_WIDGET)

char *
luotain_table_hints_number (const char *digits)
{
  const gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  if (length > MAX_DIGITS)
    {
      g_string_printf (text, _ ("about %c × 10^%u"), digits[0], (guint) length - 1);
      return g_string_free (text, FALSE);
    }
  for (gsize i = 0; i < length; i++)
    {
      /* A narrow space that does not break: the sign of thousands in Finnish and Swedish, and understood in English. */
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, "\u202f");
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/* For the plural form only: all large numbers take the same. */
static gulong
plural_of (const char *digits)
{
  return strlen (digits) < 9 ? strtoul (digits, NULL, 10) : 1000000;
}

static char *
dup_combinations (const LuotainFuturesTable *table, const LuotainTableMarks *marks)
{
  g_autofree char *all = luotain_table_hints_number (table->n_combinations);
  g_autofree char *remaining = NULL;

  if (table->exclusions->len == 0 || marks->n_remaining == NULL
      || strcmp (marks->n_remaining, table->n_combinations) == 0)
    return g_strdup_printf (ngettext ("%s combination", "%s combinations", plural_of (table->n_combinations)),
                            all);

  remaining = luotain_table_hints_number (marks->n_remaining);
  return g_strdup_printf (ngettext ("%s of %s combination remains", "%s of %s combinations remain",
                                    plural_of (table->n_combinations)),
                          remaining, all);
}

static char *
dup_twins (const LuotainFuturesTable *table)
{
  for (guint i = 0; i < table->paths->len; i++)
    {
      const LuotainFuturesPath *path = luotain_futures_table_path (table, i);

      if (path->twin != i)
        return g_strdup_printf (_ ("%s and %s are the same path"),
                                luotain_futures_table_path (table, path->twin)->title, path->title);
    }
  return NULL;
}

static char *
dup_struck (const LuotainFuturesTable *table)
{
  for (guint i = 0; i < table->paths->len; i++)
    {
      const LuotainFuturesPath *path = luotain_futures_table_path (table, i);
      const guint n = luotain_table_space_n_struck (table, path);

      if (n > 0)
        return g_strdup_printf (ngettext ("%s holds %u excluded pair", "%s holds %u excluded pairs", n),
                                path->title, n);
    }
  return NULL;
}

static void
say (LuotainTableHints *self, guint index, char *text)
{
  g_autofree char *owned = text;

  gtk_widget_set_visible (self->buttons[index], owned != NULL);
  if (owned == NULL)
    return;

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->buttons[index]))), owned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[index]), GTK_ACCESSIBLE_PROPERTY_LABEL, owned,
                                  -1);
}

void
luotain_table_hints_show (LuotainTableHints *self, const LuotainFuturesTable *table,
                          const LuotainTableMarks *marks)
{
  const guint n_unused = table->n_unused, n_bare = table->n_without_findings;

  g_return_if_fail (LUOTAIN_IS_TABLE_HINTS (self));

  say (self, 0, table->n_states > 0 ? dup_combinations (table, marks) : NULL);
  say (self, 1,
       n_unused > 0 ? g_strdup_printf (ngettext ("%u alternative unused", "%u alternatives unused", n_unused),
                                       n_unused)
                    : NULL);
  say (self, 2, dup_twins (table));
  say (self, 3,
       n_bare > 0 ? g_strdup_printf (
           ngettext ("%u key variable without findings", "%u key variables without findings", n_bare), n_bare)
                  : NULL);
  say (self, 4, dup_struck (table));
}

static void
find_unused (const LuotainFuturesTable *table, GArray *ids)
{
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < luotain_futures_table_row (table, i)->states->len; j++)
      {
        const LuotainFuturesState *state = luotain_futures_row_state (luotain_futures_table_row (table, i),
                                                                      j);

        if (state->n_scenarios == 0)
          g_array_append_val (ids, state->id);
      }
}

static void
find_without_findings (const LuotainFuturesTable *table, GArray *ids)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (luotain_futures_table_row (table, i)->n_findings == 0)
      g_array_append_val (ids, luotain_futures_table_row (table, i)->id);
}

static void
find_twins (const LuotainFuturesTable *table, GArray *ids)
{
  for (guint i = 0; i < table->paths->len; i++)
    if (luotain_futures_table_path (table, i)->twin != i)
      g_array_append_val (ids, luotain_futures_table_path (table, i)->id);
}

static void
find_struck (const LuotainFuturesTable *table, GArray *ids)
{
  for (guint i = 0; i < table->exclusions->len; i++)
    {
      const LuotainFuturesExclusion *exclusion = table->exclusions->pdata[i];
      gboolean held = FALSE;

      for (guint j = 0; luotain_futures_exclusion_strikes (exclusion) && j < table->paths->len; j++)
        held = held
               || (luotain_futures_table_path (table, j)->states[exclusion->row_a] == exclusion->state_a
                   && luotain_futures_table_path (table, j)->states[exclusion->row_b] == exclusion->state_b);
      if (held)
        g_array_append_val (ids, exclusion->id);
    }
}

gint64
luotain_table_hints_next (const LuotainFuturesTable *table, const char *hint, gint64 after)
{
  static void (*const finders[]) (const LuotainFuturesTable *, GArray *) = { NULL, find_unused, find_twins,
                                                                             find_without_findings,
                                                                             find_struck };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (finders[i] != NULL && strcmp (names[i], hint) == 0)
      finders[i](table, ids);
  for (guint i = 0; i + 1 < ids->len; i++)
    if (g_array_index (ids, gint64, i) == after)
      return g_array_index (ids, gint64, i + 1);
  return ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static void
luotain_table_hints_dispose (GObject *object)
{
  LuotainTableHints *self = LUOTAIN_TABLE_HINTS (object);

  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_table_hints_parent_class)->dispose (object);
}

static void
luotain_table_hints_class_init (LuotainTableHintsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_table_hints_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_table_hints_init (LuotainTableHints *self)
{
  self->box = LUOTAIN_WRAP_BOX (luotain_wrap_box_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "hint");
      gtk_widget_set_visible (button, FALSE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.hint");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", names[i]);
      luotain_wrap_box_append (self->box, button);
      self->buttons[i] = button;
    }
}
