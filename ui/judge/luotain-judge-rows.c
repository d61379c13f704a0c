#include "config.h"

#include "luotain-judge-rows.h"

#include "luotain-take-over.h"

#include <adwaita.h>
#include <glib/gi18n.h>

GtkWidget *
luotain_judge_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

GtkWidget *
luotain_judge_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = subtitle != NULL ? g_strdup_printf ("%s: %s", title, subtitle) : g_strdup (title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

void
luotain_judge_row_lead_to (GtkWidget *row, guint source, guint state, guint target)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(uuu)", source, state, target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "judge.screen");
  gtk_widget_set_tooltip_text (row, _ ("Show the Judgement"));
}

typedef struct
{
  LuotainContext *context;
  LuotainJudgeModel *model;
  GBytes *path;
} Take;

static void
take_free (gpointer data, GClosure *closure)
{
  Take *take = data;

  g_object_unref (take->context);
  g_object_unref (take->model);
  g_bytes_unref (take->path);
  g_free (take);
}

static void
take_cb (GtkButton *button, gpointer data)
{
  const Take *take = data;
  const LuotainMatrix *matrix = luotain_judge_model_get_matrix (take->model);

  if (matrix != NULL && g_bytes_get_size (take->path) == matrix->variables->len)
    luotain_take_over (take->context, take->model, g_bytes_get_data (take->path, NULL));
}

GtkWidget *
luotain_take_button_new (LuotainContext *context, LuotainJudgeModel *model, const guint8 *path, guint n)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take Over"));
  Take *take = g_new0 (Take, 1);

  take->context = g_object_ref (context);
  take->model = g_object_ref (model);
  take->path = g_bytes_new (path, n);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Take Over as a Scenario"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take Over as a Scenario"), -1);
  gtk_widget_set_visible (button, luotain_context_get_writable (context));
  g_signal_connect_data (button, "clicked", G_CALLBACK (take_cb), take, take_free, 0);
  return button;
}
