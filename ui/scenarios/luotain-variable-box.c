#include "config.h"

#include "luotain-variable-box.h"

#include "luotain-even-layout.h"
#include "luotain-scenario-edit.h"
#include "luotain-state-box.h"
#include "luotain-state.h"
#include "luotain-template.h"
#include "luotain-text-entry.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

/* In pixels: a state is a few words. */
#define STATE_WIDTH 160

struct _LuotainVariableBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 variable;
  GPtrArray *boxes; /* LuotainStateBox, in their order */

  GtkWidget *title;
  LuotainWrapBox *states;
  GtkEntry *add;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (LuotainVariableBox, luotain_variable_box, GTK_TYPE_WIDGET)

gint64
luotain_variable_box_get_variable (LuotainVariableBox *self)
{
  g_return_val_if_fail (LUOTAIN_IS_VARIABLE_BOX (self), 0);

  return self->variable;
}

static gboolean
same_states (LuotainVariableBox *self, const LuotainVariableRow *variable)
{
  if (variable->states->len != self->boxes->len)
    return FALSE;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      if (luotain_state_box_get_state (self->boxes->pdata[i])
          != ((LuotainStateCell *) variable->states->pdata[i])->id)
        return FALSE;
    }
  return TRUE;
}

/* The boxes of states that stay are kept, with what is being written in them. */
static void
take_boxes (LuotainVariableBox *self, const LuotainVariableRow *variable)
{
  g_autoptr (GPtrArray) old = self->boxes;

  self->boxes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < variable->states->len; i++)
    {
      const gint64 state = ((LuotainStateCell *) variable->states->pdata[i])->id;
      GtkWidget *box = NULL;

      for (guint j = 0; j < old->len; j++)
        {
          if (luotain_state_box_get_state (old->pdata[j]) == state)
            box = g_object_ref (old->pdata[j]);
        }
      if (box == NULL)
        box = g_object_ref_sink (luotain_state_box_new (self->context, state));
      g_ptr_array_add (self->boxes, box);
    }
  luotain_wrap_box_remove_all (self->states);
  for (guint i = 0; i < self->boxes->len; i++)
    luotain_wrap_box_append (self->states, self->boxes->pdata[i]);
}

void
luotain_variable_box_show (LuotainVariableBox *self, const LuotainScenarioSet *set,
                           const LuotainVariableRow *variable)
{
  const gboolean open = luotain_context_get_writable (self->context)
                        && !luotain_context_get_room (self->context);
  const GPtrArray *all = set->variables;

  g_return_if_fail (LUOTAIN_IS_VARIABLE_BOX (self));

  if (!same_states (self, variable))
    take_boxes (self, variable);
  for (guint i = 0; i < self->boxes->len; i++)
    luotain_state_box_show (self->boxes->pdata[i], set, variable, i);
  gtk_widget_set_visible (GTK_WIDGET (self->states), self->boxes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->add), open);
  gtk_widget_set_visible (self->menu, open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "variable.move-up", all->pdata[0] != variable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "variable.move-down",
                                 all->pdata[all->len - 1] != variable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  variable->title != NULL ? variable->title : _ ("Key Variable"), -1);
}

GtkWidget *
luotain_variable_box_find (LuotainVariableBox *self, gint64 id)
{
  g_return_val_if_fail (LUOTAIN_IS_VARIABLE_BOX (self), NULL);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      if (luotain_state_box_get_state (self->boxes->pdata[i]) == id)
        return self->boxes->pdata[i];
    }
  return id == self->variable ? GTK_WIDGET (self) : NULL;
}

static void
add_cb (LuotainVariableBox *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->add));

  if (*title == '\0')
    return;

  luotain_context_do (self->context, N_ ("Add State"), luotain_part_add_run,
                      luotain_part_add_new (&luotain_state_type, self->variable, title),
                      (GDestroyNotify) luotain_part_add_free, g_free, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainVariableBox *self = LUOTAIN_VARIABLE_BOX (widget);
  LuotainRecordMove move = { self->variable, g_str_equal (name, "variable.move-up") ? -1 : 1 };

  luotain_context_do (self->context, N_ ("Move Key Variable"), luotain_record_move_run,
                      g_memdup2 (&move, sizeof move), g_free, NULL, NULL, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainVariableBox *self = LUOTAIN_VARIABLE_BOX (widget);

  luotain_context_delete (self->context, N_ ("Delete Key Variable"), self->variable,
                          _ ("Key variable deleted"));
}

static void
focused_cb (LuotainVariableBox *self)
{
  luotain_context_set_selection (self->context, self->variable);
}

static void
luotain_variable_box_dispose (GObject *object)
{
  LuotainVariableBox *self = LUOTAIN_VARIABLE_BOX (object);

  g_ptr_array_set_size (self->boxes, 0);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_VARIABLE_BOX);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_variable_box_parent_class)->dispose (object);
}

static void
luotain_variable_box_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_VARIABLE_BOX (object)->boxes);

  G_OBJECT_CLASS (luotain_variable_box_parent_class)->finalize (object);
}

static void
luotain_variable_box_class_init (LuotainVariableBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_variable_box_dispose;
  object_class->finalize = luotain_variable_box_finalize;

  gtk_widget_class_install_action (widget_class, "variable.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "variable.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "variable.delete", NULL, delete_action);

  g_type_ensure (LUOTAIN_TYPE_TEXT_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-variable-box.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainVariableBox, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainVariableBox, states);
  gtk_widget_class_bind_template_child (widget_class, LuotainVariableBox, add);
  gtk_widget_class_bind_template_child (widget_class, LuotainVariableBox, menu);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "variable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_variable_box_init (LuotainVariableBox *self)
{
  self->boxes = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->states), luotain_even_layout_new (STATE_WIDTH, 8));
}

GtkWidget *
luotain_variable_box_new (LuotainContext *context, gint64 variable)
{
  LuotainVariableBox *self = g_object_new (LUOTAIN_TYPE_VARIABLE_BOX, NULL);

  self->context = g_object_ref (context);
  self->variable = variable;
  g_object_set (self->title, "context", context, "record-id", variable, NULL);
  return GTK_WIDGET (self);
}
