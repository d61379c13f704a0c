#include "config.h"

#include "luotain-path-box.h"

#include "luotain-scenario-edit.h"
#include "luotain-state.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainPathBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  const LuotainScenarioSet *set;
  const LuotainScenarioSheet *sheet;
  GPtrArray *rows; /* GtkButton, one a variable */
  GtkWidget *popover; /* (nullable): of the row that is open */
};

G_DEFINE_FINAL_TYPE (LuotainPathBox, luotain_path_box, GTK_TYPE_WIDGET)

gboolean
luotain_path_box_concerns (const LuotainVariableRow *variable, const LuotainScenarioSheet *sheet)
{
  return variable->sector == 0 || sheet->sector == 0 || variable->sector == sheet->sector;
}

static const LuotainStateCell *
chosen_state (const LuotainVariableRow *variable, const LuotainScenarioSheet *sheet)
{
  for (guint i = 0; i < variable->states->len; i++)
    {
      const LuotainStateCell *state = variable->states->pdata[i];

      if (luotain_scenario_sheet_has_state (sheet, state->id))
        return state;
    }
  return NULL;
}

static const LuotainVariableRow *
variable_of (LuotainPathBox *self, gpointer row)
{
  const gint64 *id = g_object_get_data (row, "variable");

  for (guint i = 0; self->set != NULL && i < self->set->variables->len; i++)
    {
      const LuotainVariableRow *variable = self->set->variables->pdata[i];

      if (variable->id == *id)
        return variable;
    }
  return NULL;
}

static void
choose (LuotainPathBox *self, gint64 variable, gint64 state)
{
  LuotainPathStep step = { self->sheet->id, variable, state };

  luotain_context_do (self->context, N_ ("Choose State"), luotain_path_step_run,
                      g_memdup2 (&step, sizeof step), g_free, NULL, NULL, NULL);
}

static void
close_popover (LuotainPathBox *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static gboolean
closed_idle_cb (gpointer data)
{
  LuotainPathBox *self = data;

  if (self->popover != NULL && !gtk_widget_get_visible (self->popover))
    close_popover (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: what is clicked in it is still at work. */
static void
closed_cb (LuotainPathBox *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, closed_idle_cb, g_object_ref (self), g_object_unref);
}

static void
state_clicked_cb (LuotainPathBox *self, GtkWidget *button)
{
  const LuotainVariableRow *variable = variable_of (self, gtk_widget_get_parent (self->popover));
  const gint64 *state = g_object_get_data (G_OBJECT (button), "state");

  if (variable != NULL)
    choose (self, variable->id, *state);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
state_added_cb (LuotainPathBox *self, GtkEntry *entry)
{
  const LuotainVariableRow *variable = variable_of (self, gtk_widget_get_parent (self->popover));
  const char *title = gtk_editable_get_text (GTK_EDITABLE (entry));
  LuotainPartAdd *add;

  if (variable == NULL || *title == '\0')
    return;

  add = luotain_part_add_new (&luotain_state_type, variable->id, title);
  add->scenario = self->sheet->id;
  luotain_context_do (self->context, N_ ("Add State"), luotain_part_add_run, add,
                      (GDestroyNotify) luotain_part_add_free, g_free, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
append_choice (LuotainPathBox *self, GtkBox *box, const char *title, gint64 state, gboolean chosen)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), label);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
  g_object_set_data_full (G_OBJECT (button), "state", g_memdup2 (&state, sizeof state), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (state_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static GtkWidget *
entry_new (LuotainPathBox *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Add a State…"));
  gtk_widget_set_margin_top (entry, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a State"),
                                  -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (state_added_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* Made when it is opened: there is a row a variable and scenario. */
static void
row_clicked_cb (LuotainPathBox *self, GtkWidget *row)
{
  const LuotainVariableRow *variable = variable_of (self, row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  close_popover (self);
  for (guint i = 0; variable != NULL && i < variable->states->len; i++)
    {
      const LuotainStateCell *state = variable->states->pdata[i];

      append_choice (self, GTK_BOX (box), state->title, state->id,
                     luotain_scenario_sheet_has_state (self->sheet, state->id));
    }
  if (variable != NULL)
    append_choice (self, GTK_BOX (box), _ ("Leave Open"), 0, chosen_state (variable, self->sheet) == NULL);
  gtk_box_append (GTK_BOX (box), entry_new (self));

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, row);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
row_focused_cb (GtkEventController *controller, LuotainPathBox *self)
{
  const LuotainVariableRow *variable = variable_of (self, gtk_event_controller_get_widget (controller));
  const LuotainStateCell *state = variable != NULL ? chosen_state (variable, self->sheet) : NULL;

  if (variable != NULL)
    luotain_context_set_selection (self->context, state != NULL ? state->id : variable->id);
}

static GtkWidget *
row_new (LuotainPathBox *self, gint64 variable)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = luotain_wrapped_label_new (NULL, "caption dim-label");
  GtkWidget *state = luotain_wrapped_label_new (NULL, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), state);
  gtk_button_set_child (GTK_BUTTON (row), box);
  g_signal_connect_object (row, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "path-row");
  g_object_set_data_full (G_OBJECT (row), "variable", g_memdup2 (&variable, sizeof variable), g_free);
  g_object_set_data (G_OBJECT (row), "name", name);
  g_object_set_data (G_OBJECT (row), "state", state);
  g_signal_connect_object (focus, "enter", G_CALLBACK (row_focused_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  return row;
}

static void
fill_row (LuotainPathBox *self, GtkWidget *row, const LuotainVariableRow *variable)
{
  const LuotainStateCell *state = chosen_state (variable, self->sheet);
  const char *title = state != NULL ? state->title : _ ("open");
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "state");
  g_autofree char *name = g_strdup_printf ("%s: %s", variable->title, title);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "name"), variable->title);
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_opacity (label, state != NULL ? 1 : 0.5);
  gtk_widget_set_sensitive (row, luotain_context_get_writable (self->context));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
same_variables (LuotainPathBox *self, GPtrArray *variables)
{
  if (variables->len != self->rows->len)
    return FALSE;

  for (guint i = 0; i < variables->len; i++)
    {
      const gint64 *id = g_object_get_data (self->rows->pdata[i], "variable");

      if (*id != ((LuotainVariableRow *) variables->pdata[i])->id)
        return FALSE;
    }
  return TRUE;
}

static void
remove_rows (LuotainPathBox *self)
{
  close_popover (self);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

void
luotain_path_box_show (LuotainPathBox *self, LuotainContext *context, const LuotainScenarioSet *set,
                       const LuotainScenarioSheet *sheet)
{
  g_autoptr (GPtrArray) variables = g_ptr_array_new ();

  g_return_if_fail (LUOTAIN_IS_PATH_BOX (self));

  g_set_object (&self->context, context);
  self->set = set;
  self->sheet = sheet;
  for (guint i = 0; i < set->variables->len; i++)
    {
      if (luotain_path_box_concerns (set->variables->pdata[i], sheet))
        g_ptr_array_add (variables, set->variables->pdata[i]);
    }
  if (!same_variables (self, variables))
    {
      remove_rows (self);
      for (guint i = 0; i < variables->len; i++)
        {
          GtkWidget *row = row_new (self, ((LuotainVariableRow *) variables->pdata[i])->id);

          g_ptr_array_add (self->rows, row);
          gtk_widget_set_parent (row, GTK_WIDGET (self));
        }
    }
  for (guint i = 0; i < variables->len; i++)
    fill_row (self, self->rows->pdata[i], variables->pdata[i]);
}

static void
luotain_path_box_dispose (GObject *object)
{
  LuotainPathBox *self = LUOTAIN_PATH_BOX (object);

  remove_rows (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_path_box_parent_class)->dispose (object);
}

static void
luotain_path_box_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_PATH_BOX (object)->rows);

  G_OBJECT_CLASS (luotain_path_box_parent_class)->finalize (object);
}

static void
luotain_path_box_class_init (LuotainPathBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_path_box_dispose;
  object_class->finalize = luotain_path_box_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_path_box_init (LuotainPathBox *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Path Through the Key Variables"), -1);
}
