#include "config.h"

#include "luotain-state-box.h"

#include "luotain-scenario-edit.h"
#include "luotain-template.h"
#include "luotain-text-area.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

struct _LuotainStateBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 state;

  GtkLabel *letter;
  GtkWidget *title;
  GtkLabel *image;
  GtkLabel *paths;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (LuotainStateBox, luotain_state_box, GTK_TYPE_WIDGET)

gint64
luotain_state_box_get_state (LuotainStateBox *self)
{
  g_return_val_if_fail (LUOTAIN_IS_STATE_BOX (self), 0);

  return self->state;
}

static void
show_paths (LuotainStateBox *self, const LuotainScenarioSet *set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < set->scenarios->len; i++)
    {
      const LuotainScenarioSheet *sheet = set->scenarios->pdata[i];

      if (luotain_scenario_sheet_has_state (sheet, self->state))
        luotain_text_add_part (text, ", ", sheet->title != NULL ? sheet->title : "–");
    }
  gtk_label_set_text (self->paths, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->paths), text->len > 0);
}

static void
show_menu (LuotainStateBox *self)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  const char *const *keys = luotain_word_list_keys (words, "image");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) images = g_menu_new ();
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) deleting = g_menu_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("state.set-image::%s", keys[i]);

      g_menu_append (images, luotain_word_list_title (words, "image", keys[i]), action);
    }
  g_menu_append (images, _ ("None"), "state.set-image::");
  g_menu_append_submenu (menu, _ ("Future Image"), G_MENU_MODEL (images));
  g_menu_append (moving, _ ("Move Earlier"), "state.move-up");
  g_menu_append (moving, _ ("Move Later"), "state.move-down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moving));
  g_menu_append (deleting, _ ("Delete"), "state.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deleting));
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

void
luotain_state_box_show (LuotainStateBox *self, const LuotainScenarioSet *set,
                        const LuotainVariableRow *variable, guint place)
{
  const LuotainStateCell *state = variable->states->pdata[place];
  const char *image = luotain_word_list_title (luotain_context_get_words (self->context), "image",
                                               state->image);
  char letter[] = { (char) ('A' + MIN (place, 25)), '\0' };
  g_autofree char *name = NULL;

  g_return_if_fail (LUOTAIN_IS_STATE_BOX (self));

  /* Translators: a state of a key variable, with its letter: “Battery technology, state A”. */
  name = g_strdup_printf (_ ("%s, state %s"), variable->title, letter);
  gtk_label_set_text (self->letter, letter);
  gtk_label_set_text (self->image, image != NULL ? image : "");
  gtk_widget_set_visible (GTK_WIDGET (self->image), image != NULL);
  g_object_set (self->title, "label", name, NULL);
  show_paths (self, set);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), luotain_context_get_writable (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "state.move-up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "state.move-down", place + 1 < variable->states->len);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainStateBox *self = LUOTAIN_STATE_BOX (widget);
  LuotainRecordMove move = { self->state, g_str_equal (name, "state.move-up") ? -1 : 1 };

  luotain_context_do (self->context, N_ ("Move State"), luotain_record_move_run,
                      g_memdup2 (&move, sizeof move), g_free, NULL, NULL, NULL);
}

static void
set_image_action (GtkWidget *widget, const char *name, GVariant *image)
{
  LuotainStateBox *self = LUOTAIN_STATE_BOX (widget);

  luotain_context_set_field (self->context, N_ ("Change Image"), self->state, "image",
                             g_variant_get_string (image, NULL), NULL, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainStateBox *self = LUOTAIN_STATE_BOX (widget);

  luotain_context_delete (self->context, N_ ("Delete State"), self->state, _ ("State deleted"));
}

static void
focused_cb (LuotainStateBox *self)
{
  luotain_context_set_selection (self->context, self->state);
}

static void
luotain_state_box_dispose (GObject *object)
{
  LuotainStateBox *self = LUOTAIN_STATE_BOX (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_STATE_BOX);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_state_box_parent_class)->dispose (object);
}

static void
luotain_state_box_class_init (LuotainStateBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_state_box_dispose;

  gtk_widget_class_install_action (widget_class, "state.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "state.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "state.set-image", "s", set_image_action);
  gtk_widget_class_install_action (widget_class, "state.delete", NULL, delete_action);

  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-state-box.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainStateBox, letter);
  gtk_widget_class_bind_template_child (widget_class, LuotainStateBox, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainStateBox, image);
  gtk_widget_class_bind_template_child (widget_class, LuotainStateBox, paths);
  gtk_widget_class_bind_template_child (widget_class, LuotainStateBox, menu);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "state");
}

static void
luotain_state_box_init (LuotainStateBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_state_box_new (LuotainContext *context, gint64 state)
{
  LuotainStateBox *self = g_object_new (LUOTAIN_TYPE_STATE_BOX, NULL);

  self->context = g_object_ref (context);
  self->state = state;
  g_object_set (self->title, "context", context, "record-id", state, NULL);
  show_menu (self);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (show_menu), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
