#include "config.h"

#include "luotain-record-list-editor.h"
#include "luotain-record-list-work.h"
#include "luotain-translated-entry.h"

#include <glib/gi18n.h>

struct _LuotainRecordListEditor
{
  AdwPreferencesGroup parent_instance;

  LuotainContext *context;
  const char *type;
  const char *vocabulary;
  GPtrArray *rows; /* AdwExpanderRow */
  AdwEntryRow *add_row;
  gint64 expanded; /* the record whose row is open */
};

G_DEFINE_FINAL_TYPE (LuotainRecordListEditor, luotain_record_list_editor, ADW_TYPE_PREFERENCES_GROUP)

static LuotainRecordListWork *
work_new (LuotainRecordListEditor *self)
{
  LuotainRecordListWork *work = g_new0 (LuotainRecordListWork, 1);

  work->type = self->type;
  work->vocabulary = self->vocabulary;
  /* Words and role levels stand in the language of the interface first, what people wrote in that of the workbook. */
  work->language = g_str_equal (self->type, "sector") ? luotain_context_get_language (self->context)
                                                      : luotain_language_of_locale ();
  return work;
}

static gint64
row_id (gpointer row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "id");
}

static void
move (LuotainRecordListEditor *self, gpointer row, int steps)
{
  LuotainRecordListWork *work = work_new (self);

  work->id = row_id (row);
  work->steps = steps;
  luotain_context_do (self->context, N_ ("Change Order"), luotain_record_list_move, work,
                      (GDestroyNotify) luotain_record_list_work_free, NULL, NULL, NULL);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainRecordListEditor *self = LUOTAIN_RECORD_LIST_EDITOR (widget);
  gint64 id;
  int steps;

  g_variant_get (parameter, "(xi)", &id, &steps);
  for (guint i = 0; i < self->rows->len; i++)
    if (row_id (self->rows->pdata[i]) == id)
      move (self, self->rows->pdata[i], steps);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainRecordListEditor *self = LUOTAIN_RECORD_LIST_EDITOR (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; i < self->rows->len; i++)
    if (row_id (self->rows->pdata[i]) == id)
      {
        const char *title = adw_preferences_row_get_title (self->rows->pdata[i]);
        /* Translators: %s is the title of what was deleted. */
        g_autofree char *toast = g_strdup_printf (_ ("“%s” deleted"), title);

        luotain_context_delete (self->context, N_ ("Delete"), id, toast);
      }
}

static GtkWidget *
menu_button_new (gint64 id, const char *title, gboolean first, gboolean last)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenuItem) up = g_menu_item_new (_ ("Move _Up"), NULL);
  g_autoptr (GMenuItem) down = g_menu_item_new (_ ("Move _Down"), NULL);
  g_autoptr (GMenuItem) delete_item = g_menu_item_new (_ ("_Delete"), NULL);
  /* Translators: %s is the title of a word, a sector or the like. */
  g_autofree char *label = g_strdup_printf (_ ("Menu of “%s”"), title);

  g_menu_item_set_action_and_target (up, "list.move", "(xi)", id, -1);
  g_menu_item_set_action_and_target (down, "list.move", "(xi)", id, 1);
  g_menu_item_set_action_and_target (delete_item, "list.delete", "x", id);
  if (!first)
    g_menu_append_item (order, up);
  if (!last)
    g_menu_append_item (order, down);
  g_menu_append_item (rest, delete_item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Move or Delete"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
field_new (LuotainRecordListEditor *self, gint64 id, const char *field, const char *label, gboolean multiline)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *entry = luotain_translated_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption-heading");
  gtk_widget_add_css_class (box, "field");
  g_object_set (entry, "context", self->context, "record-id", id, "label", label, "multiline", multiline,
                "field", field, NULL);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
expanded_cb (LuotainRecordListEditor *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  gint64 id = row_id (row);

  if (!adw_expander_row_get_expanded (row))
    return;

  self->expanded = id;
  if (g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  adw_expander_row_add_row (row, field_new (self, id, "title", _ ("Title"), FALSE));
  adw_expander_row_add_row (row, field_new (self, id, "description", _ ("Description"), TRUE));
  g_object_set_data (G_OBJECT (row), "filled", row);
}

static GtkWidget *
row_new (LuotainRecordListEditor *self, const LuotainRecordListRow *record, gboolean first, gboolean last)
{
  GtkWidget *row = adw_expander_row_new ();
  const char *title = record->title != NULL ? record->title : "";

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&record->id, sizeof record->id), g_free);
  if (luotain_context_get_writable (self->context))
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), menu_button_new (record->id, title, first, last));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  if (record->id == self->expanded)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}

static gboolean
same_order (LuotainRecordListEditor *self, GPtrArray *records)
{
  if (records->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (row_id (self->rows->pdata[i]) != ((LuotainRecordListRow *) records->pdata[i])->id)
      return FALSE;
  return TRUE;
}

static void
loaded_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainRecordListEditor *self = LUOTAIN_RECORD_LIST_EDITOR (owner);
  g_autoptr (GPtrArray) records = result;

  if (!success || self->add_row == NULL)
    return;

  /* Renaming keeps the row, and with it what somebody has open or is typing. */
  if (same_order (self, records))
    {
      for (guint i = 0; i < records->len; i++)
        adw_preferences_row_set_title (self->rows->pdata[i],
                                       ((LuotainRecordListRow *) records->pdata[i])->title);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
  for (guint i = 0; i < records->len; i++)
    {
      GtkWidget *row = row_new (self, records->pdata[i], i == 0, i + 1 == records->len);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
  g_object_unref (self->add_row);
}

static void
load (LuotainRecordListEditor *self)
{
  luotain_context_read (self->context, luotain_record_list_load, work_new (self),
                        (GDestroyNotify) luotain_record_list_work_free, (GDestroyNotify) g_ptr_array_unref,
                        NULL, loaded_cb, self);
}

static void
changed_cb (LuotainRecordListEditor *self, LuotainChanges *changes)
{
  if (luotain_changes_has_type (changes, self->type))
    load (self);
}

static void
add_cb (LuotainRecordListEditor *self)
{
  LuotainRecordListWork *work = work_new (self);

  work->title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  if (*work->title == '\0')
    {
      luotain_record_list_work_free (work);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  luotain_context_do (self->context, N_ ("Add to List"), luotain_record_list_add, work,
                      (GDestroyNotify) luotain_record_list_work_free, NULL, NULL, NULL);
}

static void
luotain_record_list_editor_dispose (GObject *object)
{
  LuotainRecordListEditor *self = LUOTAIN_RECORD_LIST_EDITOR (object);

  g_clear_object (&self->context);
  self->add_row = NULL;

  G_OBJECT_CLASS (luotain_record_list_editor_parent_class)->dispose (object);
}

static void
luotain_record_list_editor_finalize (GObject *object)
{
  LuotainRecordListEditor *self = LUOTAIN_RECORD_LIST_EDITOR (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (luotain_record_list_editor_parent_class)->finalize (object);
}

static void
luotain_record_list_editor_class_init (LuotainRecordListEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_record_list_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_record_list_editor_finalize;
  gtk_widget_class_install_action (widget_class, "list.move", "(xi)", move_action);
  gtk_widget_class_install_action (widget_class, "list.delete", "x", delete_action);
}

static void
luotain_record_list_editor_init (LuotainRecordListEditor *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
luotain_record_list_editor_new (LuotainContext *context, const char *type, const char *vocabulary,
                                const char *add_label)
{
  LuotainRecordListEditor *self = g_object_new (LUOTAIN_TYPE_RECORD_LIST_EDITOR, NULL);

  self->context = g_object_ref (context);
  self->type = g_intern_string (type);
  self->vocabulary = vocabulary != NULL ? g_intern_string (vocabulary) : NULL;
  self->add_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), add_label);
  adw_entry_row_set_show_apply_button (self->add_row, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->add_row), luotain_context_get_writable (context));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_row), GTK_ACCESSIBLE_PROPERTY_LABEL, add_label,
                                  -1);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
