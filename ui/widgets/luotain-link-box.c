#include "config.h"

#include "luotain-link-box.h"

#include "luotain-kind-icon.h"
#include "luotain-link-rows.h"
#include "luotain-record-picker.h"
#include "luotain-template.h"
#include "luotain-why-words.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainLinkBox
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 record;
  char *role;
  gboolean compact;
  gboolean single;
  GArray *ids; /* what it shows */
  GCancellable *cancellable;

  GtkWidget *rows;
  LuotainRecordPicker *picker;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_ROLE,
  PROP_TYPES,
  PROP_LABEL,
  PROP_ADD_LABEL,
  PROP_CREATE_LABEL,
  PROP_COMPACT,
  PROP_SINGLE,
  N_PROPS
};

enum
{
  CREATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainLinkBox, luotain_link_box, GTK_TYPE_WIDGET)

static gint64
id_of (GtkWidget *widget)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (widget), "id");
}

static void
title_clicked_cb (LuotainLinkBox *self, GtkWidget *button)
{
  luotain_context_go_to (self->context, id_of (button));
}

static void
title_focused_cb (GtkEventController *controller, LuotainLinkBox *self)
{
  luotain_context_set_selection (self->context, id_of (gtk_event_controller_get_widget (controller)));
}

static void
remove_clicked_cb (LuotainLinkBox *self, GtkWidget *button)
{
  luotain_context_unlink (self->context, N_ ("Remove Link"), self->record, self->role, id_of (button));
}

static GtkWidget *
icon_new (LuotainLinkBox *self, const LuotainLinkRow *row)
{
  GtkWidget *icon;

  if (row->kind != NULL)
    icon = luotain_kind_icon_new (self->context, row->kind);
  else
    icon = gtk_image_new_from_icon_name (luotain_why_icon_name (row->type));
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  return icon;
}

static GtkWidget *
title_new (LuotainLinkBox *self, const LuotainLinkRow *row)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = luotain_wrapped_label_new (row->title != NULL ? row->title : _ ("Without Title"), NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", g_dgettext (GETTEXT_PACKAGE, row->type->label),
                                           row->title != NULL ? row->title : "");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_append (GTK_BOX (box), icon_new (self, row));
  gtk_box_append (GTK_BOX (box), label);
  if (row->stale)
    {
      GtkWidget *stale = gtk_image_new_from_icon_name ("luotain-look-again-symbolic");

      gtk_widget_add_css_class (stale, "warning");
      gtk_widget_set_tooltip_text (stale, _ ("Changed since the link was confirmed"));
      gtk_box_append (GTK_BOX (box), stale);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-row");
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&row->id, sizeof row->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (title_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (title_focused_cb), self, 0);
  gtk_widget_add_controller (button, focus);
  return button;
}

static GtkWidget *
remove_new (LuotainLinkBox *self, const LuotainLinkRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), row->title != NULL ? row->title : "");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&row->id, sizeof row->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
line_new (LuotainLinkBox *self, const LuotainLinkRow *row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_box_append (GTK_BOX (line), title_new (self, row));
  if (luotain_context_get_writable (self->context))
    gtk_box_append (GTK_BOX (line), remove_new (self, row));
  return line;
}

static void
show_picker (LuotainLinkBox *self)
{
  const gboolean writable = self->context != NULL && luotain_context_get_writable (self->context);

  gtk_widget_set_visible (GTK_WIDGET (self->picker),
                          writable && !self->compact && !(self->single && self->ids->len > 0));
}

static void
remove_lines (LuotainLinkBox *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), line);
  g_array_set_size (self->ids, 0);
}

static void
rows_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainLinkBox *self = owner;
  g_autoptr (GPtrArray) rows = result;

  if (!success)
    return;

  remove_lines (self);
  for (guint i = 0; i < rows->len; i++)
    {
      const LuotainLinkRow *row = rows->pdata[i];

      g_array_append_val (self->ids, row->id);
      gtk_box_append (GTK_BOX (self->rows), line_new (self, row));
    }
  gtk_widget_set_visible (self->rows, rows->len > 0);
  luotain_record_picker_set_excluded (self->picker, self->ids);
  show_picker (self);
}

static void
refresh (LuotainLinkBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context == NULL || self->record == 0 || self->role == NULL)
    {
      remove_lines (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, luotain_link_query_run,
                        luotain_link_query_new (self->record, self->role,
                                                luotain_context_get_language (self->context)),
                        (GDestroyNotify) luotain_link_query_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, rows_read_cb, self);
}

static void
changed_cb (LuotainLinkBox *self, LuotainChanges *changes)
{
  gboolean touched = luotain_changes_has_id (changes, self->record);

  for (guint i = 0; !touched && i < self->ids->len; i++)
    touched = luotain_changes_has_id (changes, g_array_index (self->ids, gint64, i));
  if (touched)
    refresh (self);
}

static void
tie (LuotainLinkBox *self, gint64 target)
{
  if (self->record != 0 && luotain_context_get_writable (self->context))
    luotain_context_link (self->context, N_ ("Add Link"), self->record, self->role, target);
}

static void
picked_cb (LuotainLinkBox *self, gint64 id)
{
  tie (self, id);
}

static void
create_cb (LuotainLinkBox *self, const char *text)
{
  g_signal_emit (self, signals[CREATE], 0, text);
}

static gboolean
drop_cb (LuotainLinkBox *self, const GValue *value)
{
  tie (self, g_value_get_int64 (value));
  return TRUE;
}

void
luotain_link_box_popup (LuotainLinkBox *self)
{
  g_return_if_fail (LUOTAIN_IS_LINK_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self->picker), TRUE);
  luotain_record_picker_popup (self->picker);
}

static void
set_context (LuotainLinkBox *self, LuotainContext *context)
{
  if (!g_set_object (&self->context, context) || context == NULL)
    return;

  g_object_set (self->picker, "context", context, NULL);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::language", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (show_picker), self, G_CONNECT_SWAPPED);
  show_picker (self);
  refresh (self);
}

static void
luotain_link_box_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  LuotainLinkBox *self = LUOTAIN_LINK_BOX (object);

  switch (property)
    {
    case PROP_CONTEXT:
      set_context (self, g_value_get_object (value));
      break;
    case PROP_RECORD_ID:
      self->record = g_value_get_int64 (value);
      refresh (self);
      break;
    case PROP_ROLE:
      g_free (self->role);
      self->role = g_value_dup_string (value);
      refresh (self);
      break;
    case PROP_TYPES:
      g_object_set (self->picker, "types", g_value_get_string (value), NULL);
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_ADD_LABEL:
      g_object_set (self->picker, "label", g_value_get_string (value), NULL);
      break;
    case PROP_CREATE_LABEL:
      g_object_set (self->picker, "create-label", g_value_get_string (value), NULL);
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      show_picker (self);
      break;
    case PROP_SINGLE:
      self->single = g_value_get_boolean (value);
      show_picker (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
luotain_link_box_dispose (GObject *object)
{
  LuotainLinkBox *self = LUOTAIN_LINK_BOX (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_LINK_BOX);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_link_box_parent_class)->dispose (object);
}

static void
luotain_link_box_finalize (GObject *object)
{
  LuotainLinkBox *self = LUOTAIN_LINK_BOX (object);

  g_free (self->role);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (luotain_link_box_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT, flags);
  properties[PROP_RECORD_ID] = g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, flags);
  properties[PROP_TYPES] = g_param_spec_string ("types", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags);
  properties[PROP_CREATE_LABEL] = g_param_spec_string ("create-label", NULL, NULL, NULL, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
luotain_link_box_class_init (LuotainLinkBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = luotain_link_box_set_property;
  object_class->dispose = luotain_link_box_dispose;
  object_class->finalize = luotain_link_box_finalize;
  install_properties (object_class);
  signals[CREATE] = g_signal_new ("create", LUOTAIN_TYPE_LINK_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LUOTAIN_TYPE_RECORD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-link-box.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainLinkBox, rows);
  gtk_widget_class_bind_template_child (widget_class, LuotainLinkBox, picker);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_link_box_init (LuotainLinkBox *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INT64,
                                             GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
