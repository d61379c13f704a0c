#include "config.h"

#include "luotain-asking.h"
#include "luotain-children.h"
#include "luotain-focus.h"
#include "luotain-record-picker.h"
#include "luotain-record-search.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-wrapped-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainRecordPicker
{
  GtkWidget parent_instance;

  LuotainContext *context;
  char *types;
  char *create_label;
  GArray *excluded;
  GCancellable *cancellable;

  GtkMenuButton *button;
  GtkImage *icon;
  GtkLabel *shown;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *count;
  GtkButton *create;
  AdwButtonContent *create_content;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_TYPES,
  PROP_LABEL,
  PROP_ICON_NAME,
  PROP_CREATE_LABEL,
  N_PROPS
};

enum
{
  PICKED,
  CREATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainRecordPicker, luotain_record_picker, GTK_TYPE_WIDGET)

static char *
dup_searched (LuotainRecordPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
}

static GtkWidget *
row_new (const LuotainRecordChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = luotain_wrapped_label_new (choice->title, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_box_append (GTK_BOX (box), title);
  if (choice->subtitle != NULL)
    {
      GtkWidget *subtitle = gtk_label_new (choice->subtitle);

      gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
      gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (subtitle, "dim-label");
      gtk_widget_add_css_class (subtitle, "caption");
      gtk_box_append (GTK_BOX (box), subtitle);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->title, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&choice->id, sizeof choice->id), g_free);
  return row;
}

static void
show_create (LuotainRecordPicker *self)
{
  g_autofree char *text = dup_searched (self);
  gboolean visible = self->create_label != NULL && *text != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->create), visible);
  if (visible)
    {
      g_auto (GStrv) parts = g_strsplit (self->create_label, "%s", 2);
      g_autofree char *label = g_strjoinv (text, parts);

      adw_button_content_set_label (self->create_content, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->create), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
}

static void
found_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainRecordPicker *self = LUOTAIN_RECORD_PICKER (owner);
  LuotainRecordChoices *choices = result;
  g_autofree char *count = NULL;

  if (!success || self->list == NULL)
    {
      g_clear_pointer (&choices, luotain_record_choices_free);
      return;
    }

  luotain_children_clear_list (self->list);
  for (guint i = 0; i < choices->choices->len; i++)
    gtk_list_box_append (self->list, row_new (choices->choices->pdata[i]));

  count = luotain_record_choices_dup_count (choices);
  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), count != NULL);
  show_create (self);
  luotain_record_choices_free (choices);
}

static void
search_cb (LuotainRecordPicker *self)
{
  LuotainRecordSearch *search;

  g_assert (LUOTAIN_IS_RECORD_PICKER (self));

  luotain_ask_no_more (&self->cancellable);
  if (self->context == NULL || self->types == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;

  search = luotain_record_search_new (self->types, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                      LUOTAIN_RECORD_SEARCH_MOST,
                                      luotain_context_get_language (self->context));
  search->excluded = self->excluded != NULL ? g_array_copy (self->excluded) : NULL;
  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, luotain_record_search_run, search,
                        (GDestroyNotify) luotain_record_search_free,
                        (GDestroyNotify) luotain_record_choices_free, self->cancellable, found_cb, self);
}

static void
shown_cb (LuotainRecordPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  search_cb (self);
}

static void
row_activated_cb (LuotainRecordPicker *self, GtkListBoxRow *row)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
create_cb (LuotainRecordPicker *self)
{
  g_autofree char *text = dup_searched (self);

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CREATE], 0, text);
}

static void
activate_cb (LuotainRecordPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->create)))
    create_cb (self);
}

static void
stop_cb (LuotainRecordPicker *self)
{
  gtk_popover_popdown (self->popover);
}

static void
show_writable (LuotainRecordPicker *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->button),
                            self->context != NULL && luotain_context_get_writable (self->context));
}

static gboolean
luotain_record_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_RECORD_PICKER (widget)->button));
}

static void
luotain_record_picker_dispose (GObject *object)
{
  LuotainRecordPicker *self = LUOTAIN_RECORD_PICKER (object);

  luotain_ask_no_more (&self->cancellable);
  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_RECORD_PICKER);

  G_OBJECT_CLASS (luotain_record_picker_parent_class)->dispose (object);
}

static void
luotain_record_picker_finalize (GObject *object)
{
  LuotainRecordPicker *self = LUOTAIN_RECORD_PICKER (object);

  g_clear_pointer (&self->excluded, g_array_unref);
  g_free (self->types);
  g_free (self->create_label);

  G_OBJECT_CLASS (luotain_record_picker_parent_class)->finalize (object);
}

static void
luotain_record_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainRecordPicker *self = LUOTAIN_RECORD_PICKER (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_TYPES:
      g_value_set_string (value, self->types);
      break;
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (self->shown));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;
    case PROP_CREATE_LABEL:
      g_value_set_string (value, self->create_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_record_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainRecordPicker *self = LUOTAIN_RECORD_PICKER (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_set_object (&self->context, g_value_get_object (value));
      show_writable (self);
      break;
    case PROP_TYPES:
      g_free (self->types);
      self->types = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      gtk_label_set_label (self->shown, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_label (self->shown), -1);
      break;
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      break;
    case PROP_CREATE_LABEL:
      g_free (self->create_label);
      self->create_label = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_record_picker_class_init (LuotainRecordPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  object_class->dispose = luotain_record_picker_dispose;
  object_class->finalize = luotain_record_picker_finalize;
  object_class->get_property = luotain_record_picker_get_property;
  object_class->set_property = luotain_record_picker_set_property;
  widget_class->grab_focus = luotain_record_picker_grab_focus;
  widget_class->focus = luotain_focus_children;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT, flags);
  properties[PROP_TYPES] = g_param_spec_string ("types", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_CREATE_LABEL] = g_param_spec_string ("create-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "recordpicker");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-record-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, button);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, icon);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, shown);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, search);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, create);
  gtk_widget_class_bind_template_child (widget_class, LuotainRecordPicker, create_content);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
luotain_record_picker_init (LuotainRecordPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_writable (self);
}

GtkWidget *
luotain_record_picker_new (void)
{
  return g_object_new (LUOTAIN_TYPE_RECORD_PICKER, NULL);
}

void
luotain_record_picker_set_excluded (LuotainRecordPicker *self, GArray *ids)
{
  g_return_if_fail (LUOTAIN_IS_RECORD_PICKER (self));

  g_clear_pointer (&self->excluded, g_array_unref);
  self->excluded = ids != NULL ? g_array_copy (ids) : NULL;
}

void
luotain_record_picker_popup (LuotainRecordPicker *self)
{
  g_return_if_fail (LUOTAIN_IS_RECORD_PICKER (self));

  gtk_menu_button_popup (self->button);
}
