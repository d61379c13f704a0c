#include "config.h"

#include "luotain-finding-edits.h"
#include "luotain-finding-links.h"
#include "luotain-kind-icon.h"
#include "luotain-record-picker.h"
#include "luotain-source-row.h"
#include "luotain-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainFindingLinks
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 id;
  gint64 new_source; /* made just now: to be opened when it comes */
  GPtrArray *source_rows;
  GPtrArray *linked_rows;

  AdwPreferencesGroup *sources;
  AdwPreferencesGroup *evidence;
  AdwPreferencesGroup *supports;
  GtkWidget *source_picker;
  GtkWidget *evidence_picker;
};

G_DEFINE_FINAL_TYPE (LuotainFindingLinks, luotain_finding_links, GTK_TYPE_WIDGET)

static void
source_picked_cb (LuotainFindingLinks *self, gint64 id)
{
  luotain_context_link (self->context, N_ ("Add Source"), self->id, "source", id);
}

static LuotainSourceRow *
find_source_row (LuotainFindingLinks *self, gint64 id)
{
  for (guint i = 0; i < self->source_rows->len; i++)
    if (luotain_source_row_get_id (g_ptr_array_index (self->source_rows, i)) == id)
      return g_ptr_array_index (self->source_rows, i);
  return NULL;
}

static void
begin_new_source (LuotainFindingLinks *self)
{
  LuotainSourceRow *row = self->new_source != 0 ? find_source_row (self, self->new_source) : NULL;

  if (row == NULL)
    return;
  self->new_source = 0;
  luotain_source_row_begin (row);
}

static void
source_made_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFindingLinks *self = LUOTAIN_FINDING_LINKS (owner);
  g_autofree gint64 *id = result;

  if (!success || id == NULL)
    return;
  self->new_source = *id;
  begin_new_source (self);
}

static void
source_create_cb (LuotainFindingLinks *self, const char *text)
{
  luotain_finding_add_source (self->context, self->id, text, source_made_cb, self);
}

static void
source_remove_cb (LuotainFindingLinks *self, LuotainSourceRow *row)
{
  luotain_context_unlink (self->context, N_ ("Remove Source"), self->id, "source",
                          luotain_source_row_get_id (row));
}

static void
evidence_picked_cb (LuotainFindingLinks *self, gint64 id)
{
  luotain_context_link (self->context, N_ ("Add Supporting Finding"), self->id, "evidence", id);
}

static void
evidence_remove_cb (LuotainFindingLinks *self, GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  luotain_context_unlink (self->context, N_ ("Remove Supporting Finding"), self->id, "evidence", *id);
}

static void
row_activated_cb (LuotainFindingLinks *self, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  luotain_context_go_to (self->context, *id);
}

static void
add_remove_button (LuotainFindingLinks *self, AdwActionRow *row, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *label = _ ("Remove Supporting Finding");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (evidence_remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static void
add_linked_row (LuotainFindingLinks *self, AdwPreferencesGroup *group, const LuotainLinked *linked)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (linked->title, -1);
  g_autofree char *icon = g_strdup_printf ("luotain-%s-symbolic", linked->type->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (linked->kind != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), luotain_kind_icon_new (self->context, linked->kind));
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  if (group == self->supports)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (linked->type->label));
  else if (luotain_context_get_writable (self->context))
    add_remove_button (self, ADW_ACTION_ROW (row), linked->id);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, linked->title, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&linked->id, sizeof linked->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->linked_rows, row);
}

static void
show_linked (LuotainFindingLinks *self, const LuotainFindingDetail *detail)
{
  for (guint i = 0; i < self->linked_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->linked_rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->linked_rows, 0);
  for (guint i = 0; i < detail->evidence->len; i++)
    add_linked_row (self, self->evidence, g_ptr_array_index (detail->evidence, i));
  for (guint i = 0; i < detail->supports->len; i++)
    add_linked_row (self, self->supports, g_ptr_array_index (detail->supports, i));
  gtk_widget_set_visible (GTK_WIDGET (self->supports), detail->supports->len > 0);
}

static gboolean
is_source_of (const LuotainFindingDetail *detail, gint64 id)
{
  for (guint i = 0; i < detail->sources->len; i++)
    if (((LuotainRecord *) g_ptr_array_index (detail->sources, i))->id == id)
      return TRUE;
  return FALSE;
}

/* Rows that stay are left where they are: one of them may be open, with somebody writing in it. */
static void
show_sources (LuotainFindingLinks *self, const LuotainFindingDetail *detail)
{
  for (guint i = self->source_rows->len; i > 0; i--)
    {
      LuotainSourceRow *row = g_ptr_array_index (self->source_rows, i - 1);

      if (is_source_of (detail, luotain_source_row_get_id (row)))
        continue;
      adw_preferences_group_remove (self->sources, GTK_WIDGET (row));
      g_ptr_array_remove_index (self->source_rows, i - 1);
    }
  for (guint i = 0; i < detail->sources->len; i++)
    {
      const LuotainSource *source = g_ptr_array_index (detail->sources, i);
      LuotainSourceRow *row = find_source_row (self, source->record.id);

      if (row != NULL)
        {
          luotain_source_row_show (row, source);
          continue;
        }
      row = LUOTAIN_SOURCE_ROW (luotain_source_row_new (self->context, source));
      g_signal_connect_object (row, "remove", G_CALLBACK (source_remove_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->sources, GTK_WIDGET (row));
      g_ptr_array_add (self->source_rows, row);
    }
}

static void
exclude (GtkWidget *picker, const GPtrArray *records, gsize id_offset, gint64 own)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (own != 0)
    g_array_append_val (ids, own);
  for (guint i = 0; i < records->len; i++)
    g_array_append_val (ids, G_STRUCT_MEMBER (gint64, records->pdata[i], id_offset));
  luotain_record_picker_set_excluded (LUOTAIN_RECORD_PICKER (picker), ids);
}

void
luotain_finding_links_show (LuotainFindingLinks *self, const LuotainFindingDetail *detail)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_LINKS (self));

  self->id = detail->finding->record.id;
  show_sources (self, detail);
  show_linked (self, detail);
  exclude (self->source_picker, detail->sources, G_STRUCT_OFFSET (LuotainRecord, id), 0);
  exclude (self->evidence_picker, detail->evidence, G_STRUCT_OFFSET (LuotainLinked, id), self->id);
  begin_new_source (self);
}

void
luotain_finding_links_set_context (LuotainFindingLinks *self, LuotainContext *context)
{
  gboolean writable = luotain_context_get_writable (context);

  g_return_if_fail (LUOTAIN_IS_FINDING_LINKS (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_object_set (self->source_picker, "context", context, "visible", writable, NULL);
  g_object_set (self->evidence_picker, "context", context, "visible", writable, NULL);
}

static void
luotain_finding_links_dispose (GObject *object)
{
  LuotainFindingLinks *self = LUOTAIN_FINDING_LINKS (object);

  g_clear_object (&self->context);
  g_ptr_array_set_size (self->source_rows, 0);
  g_ptr_array_set_size (self->linked_rows, 0);
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_FINDING_LINKS);
  G_OBJECT_CLASS (luotain_finding_links_parent_class)->dispose (object);
}

static void
luotain_finding_links_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_FINDING_LINKS (object)->source_rows);
  g_ptr_array_unref (LUOTAIN_FINDING_LINKS (object)->linked_rows);
  G_OBJECT_CLASS (luotain_finding_links_parent_class)->finalize (object);
}

static void
luotain_finding_links_class_init (LuotainFindingLinksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_RECORD_PICKER);
  object_class->dispose = luotain_finding_links_dispose;
  object_class->finalize = luotain_finding_links_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-finding-links.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingLinks, sources);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingLinks, evidence);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingLinks, supports);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingLinks, source_picker);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingLinks, evidence_picker);
  gtk_widget_class_bind_template_callback (widget_class, source_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_picked_cb);
}

static void
luotain_finding_links_init (LuotainFindingLinks *self)
{
  self->source_rows = g_ptr_array_new ();
  self->linked_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
