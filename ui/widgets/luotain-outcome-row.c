#include "luotain-outcome-row.h"

#define TITLE_LINES 4

/* More faults than these help nobody. */
#define MOST_FAULTS 50

static char *
join (const char *title, const char *subtitle, const char *end)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer) title);
  if (subtitle != NULL)
    g_ptr_array_add (parts, (gpointer) subtitle);
  if (end != NULL)
    g_ptr_array_add (parts, (gpointer) end);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

void
luotain_outcome_row_add (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *end)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = join (title, subtitle, end);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), TITLE_LINES);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (end != NULL)
    {
      GtkWidget *label = gtk_label_new (end);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, row);
}

void
luotain_outcome_row_add_texts (AdwPreferencesGroup *group, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    luotain_outcome_row_add (group, texts->pdata[i], NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (group), texts->len > 0);
}

void
luotain_outcome_row_add_faults (AdwPreferencesGroup *group, const GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", MOST_FAULTS + 1);

  for (guint i = 0; lines[i] != NULL && i < MOST_FAULTS; i++)
    if (*lines[i] != '\0')
      luotain_outcome_row_add (group, lines[i], NULL, NULL);
}
