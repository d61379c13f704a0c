#include "config.h"

#include "luotain-findings-picker.h"

#include "luotain-asking.h"
#include "luotain-children.h"
#include "luotain-map-edits.h"
#include "luotain-record-search.h"
#include "luotain-tab-stop.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainFindingsPicker
{
  GtkPopover parent_instance;

  LuotainContext *context;
  GCancellable *cancellable; /* (nullable) */
  GArray *chosen; /* (element-type gint64): in the order they were ticked; a search leaves them */

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *count;
  GtkButton *make;
};

G_DEFINE_FINAL_TYPE (LuotainFindingsPicker, luotain_findings_picker, GTK_TYPE_POPOVER)

static int
find_chosen (LuotainFindingsPicker *self, gint64 id)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, gint64, i) == id)
      return (int) i;
  return -1;
}

static void
show_chosen (LuotainFindingsPicker *self)
{
  const guint n = self->chosen->len;
  g_autofree char *label = n == 0 ? g_strdup (_ ("Make Key Variables"))
                                  : g_strdup_printf (
                                      ngettext ("Make %u Key Variable", "Make %u Key Variables", n), n);

  gtk_button_set_label (self->make, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->make), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "findings.make", n > 0);
}

static void
toggled_cb (LuotainFindingsPicker *self, GtkCheckButton *check)
{
  const gint64 id = *(const gint64 *) g_object_get_data (G_OBJECT (check), "id");
  const int place = find_chosen (self, id);

  if (gtk_check_button_get_active (check) && place < 0)
    g_array_append_val (self->chosen, id);
  else if (!gtk_check_button_get_active (check) && place >= 0)
    g_array_remove_index (self->chosen, (guint) place);
  show_chosen (self);
}

static void
add_row (LuotainFindingsPicker *self, const LuotainRecordChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *title = luotain_wrapped_label_new (choice->title, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_chosen (self, choice->id) >= 0);
  /* The row has the focus, and toggles what stands in it. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->title, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_memdup2 (&choice->id, sizeof choice->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->title, -1);
  gtk_list_box_append (self->list, row);
}

static void
found_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFindingsPicker *self = owner;
  g_autoptr (LuotainRecordChoices) choices = result;
  g_autofree char *count = NULL;

  if (!success || self->list == NULL)
    return;

  luotain_children_clear_list (self->list);
  for (guint i = 0; i < choices->choices->len; i++)
    add_row (self, choices->choices->pdata[i]);
  count = luotain_record_choices_dup_count (choices);
  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), count != NULL);
}

static void
search_cb (LuotainFindingsPicker *self)
{
  LuotainRecordSearch *search;

  luotain_ask_no_more (&self->cancellable);
  if (self->context == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  search = luotain_record_search_new ("finding", gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                      LUOTAIN_RECORD_SEARCH_MOST,
                                      luotain_context_get_language (self->context));
  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, luotain_record_search_run, search,
                        (GDestroyNotify) luotain_record_search_free,
                        (GDestroyNotify) luotain_record_choices_free, self->cancellable, found_cb, self);
}

static void
shown_cb (LuotainFindingsPicker *self)
{
  g_array_set_size (self->chosen, 0);
  show_chosen (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  search_cb (self);
}

static void
row_activated_cb (LuotainFindingsPicker *self, GtkListBoxRow *row)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
activate_cb (LuotainFindingsPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_cb (LuotainFindingsPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFindingsPicker *self = LUOTAIN_FINDINGS_PICKER (widget);

  luotain_map_make_variables (self->context, self->chosen);
  gtk_popover_popdown (GTK_POPOVER (self));
}

void
luotain_findings_picker_set_context (LuotainFindingsPicker *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_FINDINGS_PICKER (self));

  g_set_object (&self->context, context);
}

static void
luotain_findings_picker_dispose (GObject *object)
{
  LuotainFindingsPicker *self = LUOTAIN_FINDINGS_PICKER (object);

  luotain_ask_no_more (&self->cancellable);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), LUOTAIN_TYPE_FINDINGS_PICKER);

  G_OBJECT_CLASS (luotain_findings_picker_parent_class)->dispose (object);
}

static void
luotain_findings_picker_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_FINDINGS_PICKER (object)->chosen);

  G_OBJECT_CLASS (luotain_findings_picker_parent_class)->finalize (object);
}

static void
luotain_findings_picker_class_init (LuotainFindingsPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  G_OBJECT_CLASS (klass)->dispose = luotain_findings_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_findings_picker_finalize;

  gtk_widget_class_install_action (widget_class, "findings.make", NULL, make_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "findings.make", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "findings.make",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-findings-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPicker, search);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPicker, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPicker, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsPicker, make);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
luotain_findings_picker_init (LuotainFindingsPicker *self)
{
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  show_chosen (self);
}
