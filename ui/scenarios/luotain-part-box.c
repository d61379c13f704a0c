#include "config.h"

#include "luotain-part-box.h"

#include "luotain-chip.h"
#include "luotain-link-box.h"
#include "luotain-number-entry.h"
#include "luotain-scenario-edit.h"
#include "luotain-template.h"
#include "luotain-text-area.h"
#include "luotain-text-entry.h"
#include "luotain-word-chips.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

/* Generous leading: pixels between the lines of a paragraph. */
#define LEADING 3

struct _LuotainPartBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 part;
  gboolean period;

  GtkMenuButton *words;
  LuotainWrapBox *chips;
  GtkWidget *word_chips;
  GtkWidget *title;
  GtkWidget *years;
  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *text;
  LuotainLinkBox *evidence;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (LuotainPartBox, luotain_part_box, GTK_TYPE_WIDGET)

gint64
luotain_part_box_get_part (LuotainPartBox *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PART_BOX (self), 0);

  return self->part;
}

void
luotain_part_box_edit_title (LuotainPartBox *self)
{
  g_return_if_fail (LUOTAIN_IS_PART_BOX (self));

  gtk_widget_grab_focus (self->title);
}

static void
show_dimensions (LuotainPartBox *self, const char *dimensions)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  g_autofree char *titles = luotain_word_list_titles (words, "dimension", dimensions);
  g_autofree char *label = g_strdup_printf (_ ("Dimensions: %s"), titles);
  g_auto (GStrv) keys = g_strsplit (dimensions != NULL ? dimensions : "", " ", -1);

  luotain_wrap_box_remove_all (self->chips);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (*keys[i] != '\0')
        luotain_wrap_box_append (self->chips, luotain_chip_new (words, "dimension", keys[i]));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      luotain_text_area_get_view (LUOTAIN_TEXT_AREA (self->text))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, titles, -1);
}

void
luotain_part_box_show (LuotainPartBox *self, const LuotainScenarioPart *part, gboolean first, gboolean last)
{
  g_return_if_fail (LUOTAIN_IS_PART_BOX (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.move-up", !first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.move-down", !last);
  if (!self->period)
    show_dimensions (self, part->dimensions);
}

static void
writable_cb (LuotainPartBox *self)
{
  const gboolean open = luotain_context_get_writable (self->context)
                        && !luotain_context_get_room (self->context);

  gtk_widget_set_visible (GTK_WIDGET (self->menu), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->words), open);
}

static void
move (LuotainPartBox *self, int offset)
{
  LuotainRecordMove wanted = { self->part, offset };

  luotain_context_do (self->context, self->period ? N_ ("Move Period") : N_ ("Move Passage"),
                      luotain_record_move_run, g_memdup2 (&wanted, sizeof wanted), g_free, NULL, NULL, NULL);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (LUOTAIN_PART_BOX (widget), g_str_equal (name, "part.move-up") ? -1 : 1);
}

static void
evidence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  luotain_link_box_popup (LUOTAIN_PART_BOX (widget)->evidence);
}

static void
years_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainPartBox *self = LUOTAIN_PART_BOX (widget);

  gtk_widget_set_visible (self->years, TRUE);
  gtk_widget_grab_focus (self->start);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainPartBox *self = LUOTAIN_PART_BOX (widget);

  if (self->period)
    luotain_context_delete (self->context, N_ ("Delete Period"), self->part, _ ("Period deleted"));
  else
    luotain_context_delete (self->context, N_ ("Delete Passage"), self->part, _ ("Passage deleted"));
}

static void
focused_cb (LuotainPartBox *self)
{
  luotain_context_set_selection (self->context, self->part);
}

static void
luotain_part_box_dispose (GObject *object)
{
  LuotainPartBox *self = LUOTAIN_PART_BOX (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_PART_BOX);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_part_box_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, words);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, chips);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, word_chips);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, years);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, start);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, end);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, text);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, evidence);
  gtk_widget_class_bind_template_child (widget_class, LuotainPartBox, menu);
}

static void
luotain_part_box_class_init (LuotainPartBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_part_box_dispose;

  gtk_widget_class_install_action (widget_class, "part.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "part.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "part.evidence", NULL, evidence_action);
  gtk_widget_class_install_action (widget_class, "part.years", NULL, years_action);
  gtk_widget_class_install_action (widget_class, "part.delete", NULL, delete_action);

  g_type_ensure (LUOTAIN_TYPE_LINK_BOX);
  g_type_ensure (LUOTAIN_TYPE_NUMBER_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  g_type_ensure (LUOTAIN_TYPE_TEXT_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_WORD_CHIPS);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-part-box.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_part_box_init (LuotainPartBox *self)
{
  GtkTextView *view;

  gtk_widget_init_template (GTK_WIDGET (self));
  view = luotain_text_area_get_view (LUOTAIN_TEXT_AREA (self->text));
  gtk_text_view_set_pixels_inside_wrap (view, LEADING);
}

GtkWidget *
luotain_part_box_new (LuotainContext *context, gint64 part, gboolean period)
{
  LuotainPartBox *self = g_object_new (LUOTAIN_TYPE_PART_BOX, NULL);
  GtkWidget *const of_passage[] = { self->word_chips };
  GtkWidget *const of_period[] = { self->title, self->start, self->end };
  GtkWidget *const of_both[] = { self->text, GTK_WIDGET (self->evidence) };

  self->context = g_object_ref (context);
  self->part = part;
  self->period = period;
  gtk_widget_set_visible (GTK_WIDGET (self->words), !period);
  gtk_widget_set_visible (self->title, period);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.years", period);
  for (guint i = 0; !period && i < G_N_ELEMENTS (of_passage); i++)
    g_object_set (of_passage[i], "context", context, "record-id", part, NULL);
  for (guint i = 0; period && i < G_N_ELEMENTS (of_period); i++)
    g_object_set (of_period[i], "context", context, "record-id", part, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_both); i++)
    g_object_set (of_both[i], "context", context, "record-id", part, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  period ? _ ("Period") : _ ("Passage"), -1);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (writable_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (writable_cb), self, G_CONNECT_SWAPPED);
  writable_cb (self);
  return GTK_WIDGET (self);
}
