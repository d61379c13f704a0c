#include "config.h"

#include "luotain-identifier-list.h"

#include "luotain-asking.h"
#include "luotain-external-identifier.h"
#include "luotain-profile-edit.h"
#include "luotain-record-io.h"
#include "luotain-template.h"
#include "luotain-text-entry.h"
#include "luotain-word-picker.h"

#include <glib/gi18n.h>

struct _LuotainIdentifierList
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 competence;
  GArray *ids;
  GCancellable *cancellable;

  GtkBox *rows;
  GtkEntry *add;
};

G_DEFINE_FINAL_TYPE (LuotainIdentifierList, luotain_identifier_list, GTK_TYPE_WIDGET)

static gboolean
read_ids (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_record_ids (db, &luotain_external_identifier_type, *(gint64 *) data, error);
  return *result != NULL;
}

static void
remove_clicked_cb (LuotainIdentifierList *self, GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  luotain_context_delete (self->context, N_ ("Remove Identifier"), *id, _ ("Identifier removed"));
}

static GtkWidget *
remove_new (LuotainIdentifierList *self, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_tooltip_text (button, _ ("Remove Identifier"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove Identifier"), -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
append_row (LuotainIdentifierList *self, gint64 id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scheme = luotain_word_picker_new ();
  GtkWidget *uri = luotain_text_entry_new ();

  g_object_set (scheme, "context", self->context, "column", "scheme", "vocabulary", "identifier-scheme",
                "required", TRUE, "label", _ ("Scheme"), "record-id", id, NULL);
  g_object_set (uri, "context", self->context, "column", "uri", "label", _ ("Identifier"), "record-id", id,
                "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (row), scheme);
  gtk_box_append (GTK_BOX (row), uri);
  if (luotain_context_get_writable (self->context))
    gtk_box_append (GTK_BOX (row), remove_new (self, id));
  gtk_box_append (self->rows, row);
}

static gboolean
same_ids (GArray *a, GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static void
ids_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainIdentifierList *self = owner;
  g_autoptr (GArray) ids = result;
  GtkWidget *row;

  if (!success || same_ids (ids, self->ids))
    return;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < ids->len; i++)
    append_row (self, g_array_index (ids, gint64, i));
  g_array_unref (self->ids);
  self->ids = g_steal_pointer (&ids);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->ids->len > 0);
}

static void
refresh (LuotainIdentifierList *self)
{
  luotain_ask_no_more (&self->cancellable);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->competence != 0);
  if (self->competence == 0)
    return;

  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, read_ids, g_memdup2 (&self->competence, sizeof (gint64)), g_free,
                        (GDestroyNotify) g_array_unref, self->cancellable, ids_read_cb, self);
}

static void
changed_cb (LuotainIdentifierList *self, LuotainChanges *changes)
{
  if (luotain_changes_has_type (changes, "external-identifier"))
    refresh (self);
}

void
luotain_identifier_list_set (LuotainIdentifierList *self, LuotainContext *context, gint64 competence)
{
  g_return_if_fail (LUOTAIN_IS_IDENTIFIER_LIST (self));

  if (g_set_object (&self->context, context))
    g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (self->competence == competence)
    return;

  self->competence = competence;
  gtk_widget_set_visible (GTK_WIDGET (self->add), luotain_context_get_writable (context));
  refresh (self);
}

static void
add_cb (LuotainIdentifierList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->add));

  if (*text == '\0' || self->competence == 0)
    return;

  luotain_context_do (self->context, N_ ("Add Identifier"), luotain_profile_identifier_run,
                      luotain_profile_detail_new (self->competence, text),
                      (GDestroyNotify) luotain_profile_detail_free, NULL, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
}

static void
luotain_identifier_list_dispose (GObject *object)
{
  LuotainIdentifierList *self = LUOTAIN_IDENTIFIER_LIST (object);

  luotain_ask_no_more (&self->cancellable);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_IDENTIFIER_LIST);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_identifier_list_parent_class)->dispose (object);
}

static void
luotain_identifier_list_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_IDENTIFIER_LIST (object)->ids);

  G_OBJECT_CLASS (luotain_identifier_list_parent_class)->finalize (object);
}

static void
luotain_identifier_list_class_init (LuotainIdentifierListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_identifier_list_dispose;
  object_class->finalize = luotain_identifier_list_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-identifier-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainIdentifierList, rows);
  gtk_widget_class_bind_template_child (widget_class, LuotainIdentifierList, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
luotain_identifier_list_init (LuotainIdentifierList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}
