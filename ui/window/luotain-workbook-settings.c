#include "config.h"

#include "luotain-number-entry.h"
#include "luotain-record-io.h"
#include "luotain-record-list-editor.h"
#include "luotain-translated-entry.h"
#include "luotain-word-picker.h"
#include "luotain-workbook-model.h"
#include "luotain-workbook-settings.h"

#include <glib/gi18n.h>

/* The vocabularies of a workbook, and the role levels, which are records of their own. */
static const struct
{
  const char *type;
  const char *vocabulary;
  const char *title;
} lists[] = {
  { "vocabulary-entry", "finding-kind", N_ ("Kinds of Findings") },
  { "vocabulary-entry", "dimension", N_ ("Dimensions") },
  { "vocabulary-entry", "channel", N_ ("Channels") },
  { "vocabulary-entry", "session-kind", N_ ("Kinds of Sessions") },
  { "vocabulary-entry", "source-kind", N_ ("Kinds of Sources") },
  { "vocabulary-entry", "image", N_ ("Future Images") },
  { "role-level", NULL, N_ ("Role Levels") },
  { "vocabulary-entry", "competence-group", N_ ("Competence Groups") },
  { "vocabulary-entry", "importance", N_ ("Importance") },
  { "vocabulary-entry", "change-direction", N_ ("Directions of Change") },
};

struct _LuotainWorkbookSettings
{
  AdwPreferencesWindow parent_instance;

  LuotainContext *context;
  GPtrArray *fields; /* what edits the workbook record */
  AdwPreferencesPage *words;
  AdwPreferencesGroup *list;
  AdwComboRow *chooser;
};

G_DEFINE_FINAL_TYPE (LuotainWorkbookSettings, luotain_workbook_settings, ADW_TYPE_PREFERENCES_WINDOW)

static gboolean
find_workbook (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_workbook_type, 0, error);

  if (ids == NULL || ids->len == 0)
    return FALSE;
  *result = g_memdup2 (&g_array_index (ids, gint64, 0), sizeof (gint64));
  return TRUE;
}

static void
found_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainWorkbookSettings *self = LUOTAIN_WORKBOOK_SETTINGS (owner);
  g_autofree gint64 *id = result;

  for (guint i = 0; success && i < self->fields->len; i++)
    g_object_set (self->fields->pdata[i], "record-id", *id, NULL);
}

/* A caption above a field, in a group of its own. */
static void
add_field (LuotainWorkbookSettings *self, AdwPreferencesPage *page, GtkWidget *field, const char *label)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), label);
  g_object_set (field, "label", label, "context", self->context, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->fields, field);
}

/* A field that stands at the end of a row. */
static void
add_row (LuotainWorkbookSettings *self, AdwPreferencesGroup *group, GtkWidget *field, const char *label,
         const char *hint)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint);
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  g_object_set (field, "label", label, "context", self->context, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), field);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), field);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->fields, field);
}

static AdwPreferencesPage *
page_new (LuotainWorkbookSettings *self, const char *name, const char *title, const char *icon_name)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (page), name);
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon_name);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  return ADW_PREFERENCES_PAGE (page);
}

static void
add_workbook_page (LuotainWorkbookSettings *self)
{
  AdwPreferencesPage *page = page_new (self, "workbook", _ ("Workbook"), "document-properties-symbolic");
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  add_field (self, page, g_object_new (LUOTAIN_TYPE_TRANSLATED_ENTRY, "field", "title", NULL), _ ("Title"));
  add_field (self, page, g_object_new (LUOTAIN_TYPE_TRANSLATED_ENTRY, "field", "region", NULL), _ ("Region"));
  adw_preferences_page_add (page, group);
  add_row (self, group,
           g_object_new (LUOTAIN_TYPE_WORD_PICKER, "column", "language", "vocabulary", "language", "required",
                         TRUE, NULL),
           _ ("Main Language"), _ ("Texts are shown in it where they are written in several"));
  add_row (self, group, g_object_new (LUOTAIN_TYPE_NUMBER_ENTRY, "column", "horizon_year", NULL),
           _ ("Horizon Year"), _ ("How far the workbook looks ahead"));
  add_field (self, page,
             g_object_new (LUOTAIN_TYPE_TRANSLATED_ENTRY, "multiline", TRUE, "field", "description", NULL),
             _ ("Description"));
}

static void
list_chosen_cb (LuotainWorkbookSettings *self)
{
  guint chosen = adw_combo_row_get_selected (self->chooser);

  if (chosen >= G_N_ELEMENTS (lists))
    return;
  if (self->list != NULL)
    adw_preferences_page_remove (self->words, self->list);
  self->list = ADW_PREFERENCES_GROUP (luotain_record_list_editor_new (
      self->context, lists[chosen].type, lists[chosen].vocabulary,
      lists[chosen].vocabulary != NULL ? _ ("Add Word") : _ ("Add Role Level")));
  adw_preferences_page_add (self->words, self->list);
}

static void
add_words_page (LuotainWorkbookSettings *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->words = page_new (self, "words", _ ("Words"), "view-list-bullet-symbolic");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_string_list_append (titles, _ (lists[i].title));
  self->chooser = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->chooser), _ ("List"));
  adw_combo_row_set_model (self->chooser, G_LIST_MODEL (titles));
  adw_preferences_group_set_description (
      group,
      _ ("The words this workbook works with. They can be renamed, added to and put in another order."));
  adw_preferences_group_add (group, GTK_WIDGET (self->chooser));
  adw_preferences_page_add (self->words, group);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (list_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  list_chosen_cb (self);
}

static void
add_sectors_page (LuotainWorkbookSettings *self)
{
  AdwPreferencesPage *page = page_new (self, "sectors", _ ("Sectors"), "view-app-grid-symbolic");
  GtkWidget *list = luotain_record_list_editor_new (self->context, "sector", NULL, _ ("Add Sector"));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (list),
                                         _ ("The lead sectors of the region that this workbook is about."));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (list));
}

static void
toast_cb (LuotainWorkbookSettings *self, const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (title));
}

static void
luotain_workbook_settings_dispose (GObject *object)
{
  LuotainWorkbookSettings *self = LUOTAIN_WORKBOOK_SETTINGS (object);

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_workbook_settings_parent_class)->dispose (object);
}

static void
luotain_workbook_settings_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_WORKBOOK_SETTINGS (object)->fields);

  G_OBJECT_CLASS (luotain_workbook_settings_parent_class)->finalize (object);
}

static void
luotain_workbook_settings_class_init (LuotainWorkbookSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_workbook_settings_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_workbook_settings_finalize;
}

static void
luotain_workbook_settings_init (LuotainWorkbookSettings *self)
{
  self->fields = g_ptr_array_new ();
  gtk_window_set_title (GTK_WINDOW (self), _ ("Workbook Settings"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 620);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
}

GtkWidget *
luotain_workbook_settings_new (LuotainContext *context)
{
  LuotainWorkbookSettings *self = g_object_new (LUOTAIN_TYPE_WORKBOOK_SETTINGS, NULL);

  self->context = g_object_ref (context);
  add_workbook_page (self);
  add_sectors_page (self);
  add_words_page (self);
  g_signal_connect_object (context, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  luotain_context_read (context, find_workbook, NULL, NULL, g_free, NULL, found_cb, self);
  return GTK_WIDGET (self);
}
