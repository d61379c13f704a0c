#include "config.h"

#include "luotain-children.h"
#include "luotain-edit.h"
#include "luotain-record-io.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-window-title.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n.h>

struct _LuotainWindowTitle
{
  AdwBin parent_instance;

  LuotainContext *context;
  GArray *sectors; /* (element-type gint64) */
  GPtrArray *titles;
  char *workbook;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *title;
  GtkLabel *state;
  GtkImage *arrow;
  GtkListBox *list;
  GtkEntry *add;
};

G_DEFINE_FINAL_TYPE (LuotainWindowTitle, luotain_window_title, ADW_TYPE_BIN)

static const char *
sector_title (LuotainWindowTitle *self, gint64 sector)
{
  for (guint i = 0; self->sectors != NULL && i < self->sectors->len; i++)
    if (g_array_index (self->sectors, gint64, i) == sector)
      return self->titles->pdata[i];
  return NULL;
}

static void
show_title (LuotainWindowTitle *self)
{
  const char *sector = self->context != NULL ? sector_title (self, luotain_context_get_sector (self->context))
                                             : NULL;
  const char *workbook = self->workbook != NULL ? self->workbook : "Luotain";
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  title = sector != NULL ? g_strdup_printf ("%s · %s", workbook, sector) : g_strdup (workbook);
  gtk_label_set_label (self->title, title);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_title (GTK_WINDOW (root), title);

  /* Translators: what the button in the title is for, and the workbook and sector it shows. */
  label = g_strdup_printf (_ ("Sector: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
row_new (const char *title, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, (int) chosen, -1);
  return row;
}

static void
fill (LuotainWindowTitle *self)
{
  gint64 chosen = luotain_context_get_sector (self->context);

  luotain_children_clear_list (self->list);

  gtk_list_box_append (self->list, row_new (_ ("All Sectors"), chosen == 0));
  for (guint i = 0; self->sectors != NULL && i < self->sectors->len; i++)
    gtk_list_box_append (self->list, row_new (self->titles->pdata[i],
                                              g_array_index (self->sectors, gint64, i) == chosen));
  gtk_widget_set_visible (GTK_WIDGET (self->add), luotain_context_get_writable (self->context));
}

static void
shown_cb (LuotainWindowTitle *self)
{
  GtkListBoxRow *first;

  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  fill (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
close_cb (LuotainWindowTitle *self)
{
  gtk_popover_popdown (self->popover);
}

static void
row_activated_cb (LuotainWindowTitle *self, GtkListBoxRow *row)
{
  int place = gtk_list_box_row_get_index (row);

  gtk_popover_popdown (self->popover);
  luotain_context_set_sector (self->context,
                              place == 0 ? 0 : g_array_index (self->sectors, gint64, place - 1));
}

static gboolean
add_sector (LuotainDb *db, gpointer title, gpointer *result, GError **error)
{
  LuotainSector *sector = luotain_record_new (&luotain_sector_type);
  gboolean added = luotain_edit_fill (db, &luotain_sector_type, sector, "title", title, TRUE, error)
                   && luotain_record_insert (db, &luotain_sector_type, sector, error);

  if (added)
    *result = g_memdup2 (&sector->record.id, sizeof sector->record.id);
  luotain_record_free (&luotain_sector_type, sector);
  return added;
}

static void
added_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainWindowTitle *self = LUOTAIN_WINDOW_TITLE (owner);

  if (success && self->context != NULL)
    luotain_context_set_sector (self->context, *(gint64 *) result);
  g_free (result);
}

static void
add_cb (LuotainWindowTitle *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));

  if (*title == '\0')
    return;
  gtk_popover_popdown (self->popover);
  luotain_context_do (self->context, N_ ("Add Sector"), add_sector, g_steal_pointer (&title), g_free, g_free,
                      added_cb, self);
}

void
luotain_window_title_set_context (LuotainWindowTitle *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_WINDOW_TITLE (self));

  g_set_object (&self->context, context);
  if (context != NULL)
    g_signal_connect_object (context, "notify::sector", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), context != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), context != NULL);
  if (context == NULL)
    {
      g_clear_pointer (&self->sectors, g_array_unref);
      g_clear_pointer (&self->titles, g_ptr_array_unref);
      g_clear_pointer (&self->workbook, g_free);
      luotain_window_title_set_state (self, NULL);
    }
  show_title (self);
}

void
luotain_window_title_set_overview (LuotainWindowTitle *self, LuotainOverview *overview)
{
  gint64 chosen = luotain_context_get_sector (self->context);

  g_return_if_fail (LUOTAIN_IS_WINDOW_TITLE (self));

  g_clear_pointer (&self->sectors, g_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  self->sectors = g_array_ref (overview->sectors);
  self->titles = g_ptr_array_ref (overview->titles);
  g_free (self->workbook);
  self->workbook = g_strdup (overview->title);

  /* The sector that was looked at may be gone. */
  if (chosen != 0 && sector_title (self, chosen) == NULL)
    luotain_context_set_sector (self->context, 0);
  show_title (self);
}

void
luotain_window_title_set_state (LuotainWindowTitle *self, const char *state)
{
  g_return_if_fail (LUOTAIN_IS_WINDOW_TITLE (self));

  gtk_label_set_label (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
}

static void
luotain_window_title_dispose (GObject *object)
{
  LuotainWindowTitle *self = LUOTAIN_WINDOW_TITLE (object);

  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_WINDOW_TITLE);

  G_OBJECT_CLASS (luotain_window_title_parent_class)->dispose (object);
}

static void
luotain_window_title_finalize (GObject *object)
{
  LuotainWindowTitle *self = LUOTAIN_WINDOW_TITLE (object);

  g_clear_pointer (&self->sectors, g_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_free (self->workbook);

  G_OBJECT_CLASS (luotain_window_title_parent_class)->finalize (object);
}

static void
luotain_window_title_class_init (LuotainWindowTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  object_class->dispose = luotain_window_title_dispose;
  object_class->finalize = luotain_window_title_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-window-title.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainWindowTitle, button);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindowTitle, popover);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindowTitle, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindowTitle, state);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindowTitle, arrow);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindowTitle, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainWindowTitle, add);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
luotain_window_title_init (LuotainWindowTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
