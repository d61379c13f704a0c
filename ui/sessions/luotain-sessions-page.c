#include "config.h"

#include "luotain-asking.h"
#include "luotain-empty-state.h"
#include "luotain-findings-page.h"
#include "luotain-session-detail.h"
#include "luotain-session-editor.h"
#include "luotain-session-edits.h"
#include "luotain-session-line.h"
#include "luotain-sessions-page.h"
#include "luotain-tab-stop.h"
#include "luotain-template.h"
#include "luotain-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARK_MS 1800

struct _LuotainSessionsPage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  GPtrArray *rows; /* (element-type LuotainSessionRow): as the list shows them */
  GCancellable *reading;
  gint64 wanted; /* to be selected as soon as it is in the list */
  gboolean marking; /* and to stand out for a moment */
  gboolean restoring;
  guint mark_source;
  GtkWidget *marked;

  GtkStack *whole;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkListBox *list;
  GtkLabel *count;
  GtkWidget *delete;
  GtkStack *detail;
  LuotainSessionEditor *editor; /* made when a session is first selected */
  GtkWidget *empty; /* made when there is nothing */
};

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainSessionsPage, luotain_sessions_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static gint64
selected_id (LuotainSessionsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? luotain_session_line_get_id (LUOTAIN_SESSION_LINE (row)) : 0;
}

static void
show_findings_cb (LuotainSessionsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *page;

  if (!LUOTAIN_IS_WINDOW (root))
    return;
  page = luotain_window_show_page (LUOTAIN_WINDOW (root), "findings");
  if (LUOTAIN_IS_FINDINGS_PAGE (page))
    luotain_findings_page_show_session (LUOTAIN_FINDINGS_PAGE (page),
                                        luotain_session_editor_get_id (self->editor));
}

static void
make_editor (LuotainSessionsPage *self)
{
  self->editor = LUOTAIN_SESSION_EDITOR (luotain_session_editor_new (self->context));
  g_signal_connect_object (self->editor, "findings", G_CALLBACK (show_findings_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->detail, GTK_WIDGET (self->editor), "editor");
}

static void
show_selected (LuotainSessionsPage *self)
{
  gint64 id = selected_id (self);

  if (id != 0 && self->editor == NULL)
    make_editor (self);
  if (self->editor != NULL)
    luotain_session_editor_show (self->editor, id);
  gtk_stack_set_visible_child_name (self->detail, id != 0 ? "editor" : "none");
  gtk_widget_set_visible (self->delete, id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sessions.delete",
                                 id != 0 && luotain_context_get_writable (self->context));
  luotain_context_set_selection (self->context, id);
}

static void
row_selected_cb (LuotainSessionsPage *self)
{
  if (!self->restoring)
    show_selected (self);
}

static void
row_activated_cb (LuotainSessionsPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
}

static void
back_cb (LuotainSessionsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
unmark_cb (gpointer user_data)
{
  LuotainSessionsPage *self = user_data;

  self->mark_source = 0;
  gtk_widget_remove_css_class (self->marked, "marked");
  g_clear_object (&self->marked);
  return G_SOURCE_REMOVE;
}

static void
mark (LuotainSessionsPage *self, GtkWidget *row)
{
  g_clear_handle_id (&self->mark_source, g_source_remove);
  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "marked");
  g_set_object (&self->marked, row);
  gtk_widget_add_css_class (row, "marked");
  self->mark_source = g_timeout_add (MARK_MS, unmark_cb, self);
}

static GtkListBoxRow *
find_line (LuotainSessionsPage *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((LuotainSessionRow *) g_ptr_array_index (self->rows, i))->id == id)
      return gtk_list_box_get_row_at_index (self->list, (int) i);
  return NULL;
}

static void
select_wanted (LuotainSessionsPage *self)
{
  GtkListBoxRow *row = self->wanted != 0 ? find_line (self, self->wanted) : NULL;

  if (row == NULL)
    return;
  self->wanted = 0;
  gtk_list_box_select_row (self->list, row);
  if (self->marking)
    mark (self, GTK_WIDGET (row));
  self->marking = FALSE;
}

/* Rows that stay what they were are left alone: the focus may be in them. */
static void
take_rows (LuotainSessionsPage *self, GPtrArray *rows)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  gint64 selected = selected_id (self);
  GtkListBoxRow *line;
  guint i = 0;

  self->restoring = TRUE;
  for (; i < rows->len; i++)
    {
      const LuotainSessionRow *row = g_ptr_array_index (rows, i);

      line = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (line == NULL)
        gtk_list_box_append (self->list, luotain_session_line_new (row, words));
      else if (i < self->rows->len && !luotain_session_row_equal (row, g_ptr_array_index (self->rows, i)))
        luotain_session_line_show (LUOTAIN_SESSION_LINE (line), row, words);
    }
  while ((line = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (line));
  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_ref (rows);

  line = selected != 0 ? find_line (self, selected) : NULL;
  if (line != NULL)
    gtk_list_box_select_row (self->list, line);
  else
    gtk_list_box_unselect_all (self->list);
  self->restoring = FALSE;
  if (selected_id (self) != (self->editor != NULL ? luotain_session_editor_get_id (self->editor) : 0))
    show_selected (self);
}

static void
show_state (LuotainSessionsPage *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u session", "%u sessions", self->rows->len),
                                           self->rows->len);

  gtk_label_set_label (self->count, text);
  if (self->rows->len == 0 && self->empty == NULL)
    {
      self->empty = luotain_empty_state_new ();
      g_object_set (
          self->empty, "icon-name", "luotain-session-symbolic", "title", _ ("No Sessions Yet"), "description",
          _ ("A session is a workshop, learning café, forum, webinar, survey or interview. While one is running, what is caught belongs to it."),
          "button-label", _ ("New Session"), "action-name", "sessions.add", NULL);
      gtk_stack_add_named (self->whole, self->empty, "empty");
    }
  gtk_stack_set_visible_child_name (self->whole, self->rows->len == 0 ? "empty" : "work");
}

static void
rows_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainSessionsPage *self = LUOTAIN_SESSIONS_PAGE (owner);
  g_autoptr (GPtrArray) rows = result;

  if (!success)
    return;
  take_rows (self, rows);
  show_state (self);
  select_wanted (self);
}

static void
refresh (LuotainSessionsPage *self)
{
  const LuotainSessionsQuestion question = { luotain_context_get_sector (self->context),
                                             luotain_context_get_language (self->context) };

  luotain_ask_anew (&self->reading);
  luotain_context_read (self->context, luotain_sessions_load, g_memdup2 (&question, sizeof question), g_free,
                        (GDestroyNotify) g_ptr_array_unref, self->reading, rows_read_cb, self);
}

static void
changed_cb (LuotainSessionsPage *self, LuotainChanges *changes)
{
  if (luotain_changes_has_links (changes) || luotain_changes_has_type (changes, "session")
      || luotain_changes_has_type (changes, "working-group") || luotain_changes_has_type (changes, "sector"))
    refresh (self);
}

static void
words_cb (LuotainSessionsPage *self)
{
  LuotainWordList *words = luotain_context_get_words (self->context);

  for (guint i = 0; i < self->rows->len; i++)
    luotain_session_line_show (LUOTAIN_SESSION_LINE (gtk_list_box_get_row_at_index (self->list, (int) i)),
                               g_ptr_array_index (self->rows, i), words);
}

static void
added_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainSessionsPage *self = LUOTAIN_SESSIONS_PAGE (owner);
  g_autofree gint64 *id = result;

  if (!success || id == NULL)
    return;
  self->wanted = *id;
  select_wanted (self);
  if (self->editor == NULL)
    make_editor (self);
  luotain_session_editor_show (self->editor, *id);
  gtk_stack_set_visible_child_name (self->whole, "work");
  gtk_stack_set_visible_child_name (self->detail, "editor");
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  luotain_session_editor_begin (self->editor);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainSessionsPage *self = LUOTAIN_SESSIONS_PAGE (widget);

  luotain_session_add (self->context, added_cb, self);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainSessionsPage *self = LUOTAIN_SESSIONS_PAGE (widget);
  gint64 id = selected_id (self);

  if (id == 0)
    return;
  luotain_session_delete (self->context, id, luotain_session_editor_get_title (self->editor));
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
found_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainSessionsPage *self = LUOTAIN_SESSIONS_PAGE (owner);
  g_autofree gint64 *id = result;

  if (!success || id == NULL || *id == 0)
    return;
  self->wanted = *id;
  self->marking = TRUE;
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  /* A session of another sector is not in the list. */
  if (self->rows->len > 0 && find_line (self, *id) == NULL)
    luotain_context_set_sector (self->context, 0);
  select_wanted (self);
}

/* A working group is shown by one of its sessions. */
static void
luotain_sessions_page_reveal (LuotainPage *page, gint64 id)
{
  luotain_context_read (LUOTAIN_SESSIONS_PAGE (page)->context, luotain_session_detail_find,
                        g_memdup2 (&id, sizeof id), g_free, g_free, NULL, found_cb, page);
}

static void
luotain_sessions_page_begin (LuotainPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "sessions.add", NULL);
}

static gboolean
luotain_sessions_page_can_show (LuotainPage *page, const char *type_name)
{
  return g_str_equal (type_name, "session") || g_str_equal (type_name, "working-group");
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_sessions_page_reveal;
  iface->begin = luotain_sessions_page_begin;
  iface->can_show = luotain_sessions_page_can_show;
}

static void
luotain_sessions_page_dispose (GObject *object)
{
  LuotainSessionsPage *self = LUOTAIN_SESSIONS_PAGE (object);

  g_clear_handle_id (&self->mark_source, g_source_remove);
  g_clear_object (&self->marked);
  luotain_ask_no_more (&self->reading);
  self->restoring = TRUE;
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_SESSIONS_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (luotain_sessions_page_parent_class)->dispose (object);
}

static void
luotain_sessions_page_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_SESSIONS_PAGE (object)->rows);
  G_OBJECT_CLASS (luotain_sessions_page_parent_class)->finalize (object);
}

static void
luotain_sessions_page_class_init (LuotainSessionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_TAB_STOP);
  object_class->dispose = luotain_sessions_page_dispose;
  object_class->finalize = luotain_sessions_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-sessions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, whole);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, delete);
  gtk_widget_class_bind_template_child (widget_class, LuotainSessionsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "sessions.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "sessions.delete", NULL, delete_action);
}

static void
luotain_sessions_page_init (LuotainSessionsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              "Delete|KP_Delete"),
                                                          gtk_named_action_new ("sessions.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

GtkWidget *
luotain_sessions_page_new (LuotainContext *context)
{
  LuotainSessionsPage *self = g_object_new (LUOTAIN_TYPE_SESSIONS_PAGE, NULL);

  self->context = g_object_ref (context);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sessions.add", luotain_context_get_writable (context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sessions.delete", FALSE); /* nothing is selected yet */
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (words_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::sector", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::language", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
