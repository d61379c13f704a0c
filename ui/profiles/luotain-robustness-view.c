#include "config.h"

#include "luotain-robustness-view.h"

#include "luotain-asking.h"
#include "luotain-children.h"
#include "luotain-profile-table.h"
#include "luotain-robustness.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainRobustnessView
{
  GtkWidget parent_instance;

  LuotainContext *context;
  LuotainRobustness *matrix; /* (nullable): what is shown */
  GArray *levels; /* (element-type gint64): as they stand in the menu behind "all" */
  GPtrArray *groups; /* (element-type utf8): the same of the groups */
  gboolean filling;
  GCancellable *cancellable;

  GtkLabel *summary;
  GtkDropDown *level;
  GtkDropDown *group;
  GtkBox *tables;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (LuotainRobustnessView, luotain_robustness_view, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
need_clicked_cb (LuotainRobustnessView *self, GtkWidget *chip)
{
  const gint64 *entry = g_object_get_data (G_OBJECT (chip), "entry");

  luotain_context_go_to (self->context, *entry);
}

static void
need_focused_cb (GtkEventController *controller, LuotainRobustnessView *self)
{
  const gint64 *entry = g_object_get_data (G_OBJECT (gtk_event_controller_get_widget (controller)), "entry");

  luotain_context_set_selection (self->context, *entry);
}

/* The weight of a need is the place of its importance in the vocabulary, which a workbook may add to. */
static const char *
weight_class (LuotainWordList *words, guint weight)
{
  const guint n_words = g_strv_length ((char **) luotain_word_list_keys (words, "importance"));

  return weight >= n_words ? "essential" : weight > 1 ? "important" : "useful";
}

static GtkWidget *
make_chip (LuotainRobustnessView *self, const LuotainRobustnessRow *row, const LuotainRobustnessNeed *need)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  const LuotainRobustnessColumn *column = self->matrix->columns->pdata[need->column];
  const char *const *importances = luotain_word_list_keys (words, "importance");
  const char *known = luotain_levels_title (self->matrix->levels, need->level);
  const char *title = known != NULL ? known : _ ("no role level");
  GtkWidget *label = luotain_wrapped_label_new (title, NULL);
  GtkWidget *chip = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = g_strdup_printf ("%s: %s, %s, %s", column->title, row->title, title,
                                           luotain_word_list_title (words, "importance",
                                                                    importances[need->weight - 1]));

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_add_css_class (chip, "profile-chip");
  gtk_widget_add_css_class (chip, weight_class (words, need->weight));
  gtk_widget_set_tooltip_text (chip, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (chip), "entry", g_memdup2 (&need->entry, sizeof need->entry), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (need_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (need_focused_cb), self, 0);
  gtk_widget_add_controller (chip, focus);
  return chip;
}

static GtkWidget *
make_cell (LuotainRobustnessView *self, const LuotainRobustnessRow *row, guint column)
{
  GtkWidget *cell = luotain_wrap_box_new ();

  for (guint i = 0; i < row->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (row->needs, LuotainRobustnessNeed, i);

      if (need->column == column)
        luotain_wrap_box_append (LUOTAIN_WRAP_BOX (cell), make_chip (self, row, need));
    }

  gtk_widget_add_css_class (cell, "robustness-cell");
  return cell;
}

static const char *
kind_heading (LuotainRobustnessKind kind)
{
  switch (kind)
    {
    case LUOTAIN_ROBUSTNESS_ROBUST:
      return _ ("Robust: Needed in All Scenarios");
    case LUOTAIN_ROBUSTNESS_SHARED:
      return _ ("Shared: Needed in Several");
    case LUOTAIN_ROBUSTNESS_BET:
    default:
      return _ ("Bets: Needed in One");
    }
}

/* Sign, name and how many: where sectors are side by side also in how many of them. */
static char *
dup_row_title (LuotainRobustnessView *self, const LuotainRobustnessRow *row)
{
  static const char *const signs[] = { "○", "◐", "●" };
  const gboolean one_sector = luotain_context_get_sector (self->context) != 0 || row->n_sectors < 2;
  g_autofree char *count = g_strdup_printf ("%s %u/%u", signs[row->kind], row->n_scenarios,
                                            self->matrix->columns->len);
  g_autofree char *sectors = one_sector
                                 ? NULL
                                 : g_strdup_printf (ngettext ("%u sector", "%u sectors", row->n_sectors),
                                                    row->n_sectors);

  return g_strjoin (" · ", row->title != NULL ? row->title : "–", count, sectors, NULL);
}

static guint
add_table (LuotainRobustnessView *self, LuotainRobustnessKind kind)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *heading = NULL;
  GtkWidget *label;
  GtkWidget *table;

  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      const LuotainRobustnessRow *row = self->matrix->rows->pdata[i];

      if (row->kind != kind)
        continue;

      g_ptr_array_add (rows, (gpointer) row);
      g_ptr_array_add (titles, dup_row_title (self, row));
    }

  if (rows->len == 0)
    return 0;

  for (guint i = 0; i < self->matrix->columns->len; i++)
    g_ptr_array_add (columns, ((LuotainRobustnessColumn *) self->matrix->columns->pdata[i])->title);

  heading = g_strdup_printf ("%s · %u", kind_heading (kind), rows->len);
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-4");
  table = luotain_profile_table_new ();
  luotain_profile_table_set_titles (LUOTAIN_PROFILE_TABLE (table), columns, titles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);

  for (guint r = 0; r < rows->len; r++)
    for (guint c = 0; c < columns->len; c++)
      luotain_profile_table_set_cell (LUOTAIN_PROFILE_TABLE (table), r, c,
                                      make_cell (self, rows->pdata[r], c));

  gtk_box_append (self->tables, label);
  gtk_box_append (self->tables, table);
  return rows->len;
}

static void
show_summary (LuotainRobustnessView *self)
{
  const guint n_without = self->matrix->n_without_profile;
  const guint n = self->matrix->rows->len;
  g_autofree char *competences = g_strdup_printf (ngettext ("%u competence", "%u competences", n), n);
  g_autofree char *without = n_without == 0
                                 ? NULL
                                 : g_strdup_printf (ngettext ("%u scenario has no profile yet",
                                                              "%u scenarios have no profile yet", n_without),
                                                    n_without);
  g_autofree char *text = g_strjoin (" · ", competences, without, NULL);

  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (self->nothing, n == 0);
}

static void
matrix_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainRobustnessView *self = owner;

  if (!success)
    return;

  luotain_robustness_free (self->matrix);
  self->matrix = result;

  luotain_children_clear_box (self->tables);

  for (int kind = LUOTAIN_ROBUSTNESS_ROBUST; kind >= LUOTAIN_ROBUSTNESS_BET; kind--)
    add_table (self, kind);

  show_summary (self);
}

typedef struct
{
  LuotainRobustnessQuery query;
  char *group;
} Asked;

static void
asked_free (gpointer data)
{
  g_free (((Asked *) data)->group);
  g_free (data);
}

static gboolean
ask (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_robustness_query_run (db, &((Asked *) data)->query, result, error);
}

static void
read_matrix (LuotainRobustnessView *self)
{
  const guint level = gtk_drop_down_get_selected (self->level);
  const guint group = gtk_drop_down_get_selected (self->group);
  Asked *asked;

  if (self->filling)
    return;

  luotain_ask_anew (&self->cancellable);
  asked = g_new0 (Asked, 1);
  asked->group = group > 0 && group <= self->groups->len ? g_strdup (self->groups->pdata[group - 1]) : NULL;
  asked->query.sector = luotain_context_get_sector (self->context);
  asked->query.level = level > 0 && level <= self->levels->len
                           ? g_array_index (self->levels, gint64, level - 1)
                           : 0;
  asked->query.group = asked->group;
  asked->query.language = luotain_language_of_locale ();
  luotain_context_read (self->context, ask, asked, asked_free, (GDestroyNotify) luotain_robustness_free,
                        self->cancellable, matrix_read_cb, self);
}

static void
fill_groups (LuotainRobustnessView *self)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  const char *const *keys = luotain_word_list_keys (words, "competence-group");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("All Groups"));
  g_ptr_array_set_size (self->groups, 0);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gtk_string_list_append (titles, luotain_word_list_title (words, "competence-group", keys[i]));
      g_ptr_array_add (self->groups, g_strdup (keys[i]));
    }

  gtk_drop_down_set_model (self->group, G_LIST_MODEL (titles));
}

static void
fill_levels (LuotainRobustnessView *self, const LuotainRobustness *matrix)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("All Role Levels"));
  g_array_set_size (self->levels, 0);

  for (guint i = 0; i < matrix->levels->len; i++)
    {
      const LuotainLevel *level = matrix->levels->pdata[i];

      gtk_string_list_append (titles, level->title);
      g_array_append_val (self->levels, level->id);
    }

  gtk_drop_down_set_model (self->level, G_LIST_MODEL (titles));
}

/* The first answer tells which role levels there are, too. */
static void
first_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainRobustnessView *self = owner;

  if (success)
    {
      const guint level = gtk_drop_down_get_selected (self->level);
      const guint group = gtk_drop_down_get_selected (self->group);

      self->filling = TRUE;
      fill_levels (self, result);
      fill_groups (self);
      gtk_drop_down_set_selected (self->level, level <= self->levels->len ? level : 0);
      gtk_drop_down_set_selected (self->group, group <= self->groups->len ? group : 0);
      self->filling = FALSE;
      luotain_robustness_free (result);
    }

  read_matrix (self);
}

void
luotain_robustness_view_refresh (LuotainRobustnessView *self)
{
  Asked *asked;

  g_return_if_fail (LUOTAIN_IS_ROBUSTNESS_VIEW (self));

  asked = g_new0 (Asked, 1);
  asked->query.sector = luotain_context_get_sector (self->context);
  asked->query.language = luotain_language_of_locale ();
  luotain_context_read (self->context, ask, asked, asked_free, (GDestroyNotify) luotain_robustness_free, NULL,
                        first_read_cb, self);
}

static void
close_cb (LuotainRobustnessView *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  close_cb (LUOTAIN_ROBUSTNESS_VIEW (widget));
  return TRUE;
}

static void
luotain_robustness_view_dispose (GObject *object)
{
  LuotainRobustnessView *self = LUOTAIN_ROBUSTNESS_VIEW (object);

  luotain_ask_no_more (&self->cancellable);
  g_clear_pointer (&self->matrix, luotain_robustness_free);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_ROBUSTNESS_VIEW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_robustness_view_parent_class)->dispose (object);
}

static void
luotain_robustness_view_class_init (LuotainRobustnessViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_robustness_view_dispose;

  signals[CLOSED] = g_signal_new ("closed", LUOTAIN_TYPE_ROBUSTNESS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-robustness-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainRobustnessView, summary);
  gtk_widget_class_bind_template_child (widget_class, LuotainRobustnessView, level);
  gtk_widget_class_bind_template_child (widget_class, LuotainRobustnessView, group);
  gtk_widget_class_bind_template_child (widget_class, LuotainRobustnessView, tables);
  gtk_widget_class_bind_template_child (widget_class, LuotainRobustnessView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_matrix);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_robustness_view_init (LuotainRobustnessView *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->groups = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_robustness_view_new (LuotainContext *context)
{
  LuotainRobustnessView *self = g_object_new (LUOTAIN_TYPE_ROBUSTNESS_VIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
