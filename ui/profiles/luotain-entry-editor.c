#include "config.h"

#include "luotain-entry-editor.h"

#include "luotain-esco-picker.h"
#include "luotain-focus.h"
#include "luotain-identifier-list.h"
#include "luotain-link-box.h"
#include "luotain-profile-edit.h"
#include "luotain-template.h"
#include "luotain-text-area.h"
#include "luotain-translated-entry.h"
#include "luotain-word-picker.h"

#include <glib/gi18n.h>

struct _LuotainEntryEditor
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 entry;
  gint64 competence;
  GArray *levels; /* gint64, as the drop-down lists them */
  gboolean showing;

  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *spread;
  GtkWidget *unfinished;
  GtkDropDown *level;
  GtkWidget *scroller;
  GtkWidget *missing;
  GtkWidget *importance;
  GtkWidget *direction;
  GtkWidget *reason;
  GtkWidget *rests_on;
  GtkWidget *job_title;
  GtkWidget *competence_part;
  GtkWidget *names;
  GtkWidget *group;
  GtkWidget *description;
  LuotainIdentifierList *identifiers;
  LuotainEscoPicker *esco;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (LuotainEntryEditor, luotain_entry_editor, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

gint64
luotain_entry_editor_get_entry (LuotainEntryEditor *self)
{
  g_return_val_if_fail (LUOTAIN_IS_ENTRY_EDITOR (self), 0);

  return self->entry;
}

static void
writable_cb (LuotainEntryEditor *self)
{
  const gboolean writable = luotain_context_get_writable (self->context);

  gtk_widget_set_visible (self->remove, writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->level), writable);
}

void
luotain_entry_editor_set_context (LuotainEntryEditor *self, LuotainContext *context)
{
  GtkWidget *const widgets[] = { self->missing, self->importance, self->direction,
                                 self->reason,  self->rests_on,   self->names,
                                 self->group,   self->job_title,  self->description };

  g_return_if_fail (LUOTAIN_IS_ENTRY_EDITOR (self));

  g_set_object (&self->context, context);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    g_object_set (widgets[i], "context", context, NULL);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (writable_cb), self, G_CONNECT_SWAPPED);
  writable_cb (self);
}

static const LuotainProfileItem *
find_item (const LuotainProfileSheet *sheet, gint64 entry)
{
  for (guint i = 0; sheet != NULL && i < sheet->items->len; i++)
    {
      const LuotainProfileItem *item = sheet->items->pdata[i];

      if (item->id == entry)
        return item;
    }
  return NULL;
}

static gboolean
same_levels (LuotainEntryEditor *self, const LuotainProfileSheet *sheet)
{
  GListModel *model = gtk_drop_down_get_model (self->level);

  if (model == NULL || self->levels->len != sheet->levels->len)
    return FALSE;

  for (guint i = 0; i < sheet->levels->len; i++)
    {
      const LuotainLevel *level = sheet->levels->pdata[i];

      if (g_array_index (self->levels, gint64, i) != level->id
          || g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), level->title) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_level (LuotainEntryEditor *self, const LuotainProfileSheet *sheet, const LuotainProfileItem *item)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  if (!same_levels (self, sheet))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

      g_array_set_size (self->levels, 0);
      for (guint i = 0; i < sheet->levels->len; i++)
        {
          const LuotainLevel *level = sheet->levels->pdata[i];

          gtk_string_list_append (model, level->title);
          g_array_append_val (self->levels, level->id);
        }
      gtk_drop_down_set_model (self->level, G_LIST_MODEL (model));
    }
  for (guint i = 0; i < self->levels->len; i++)
    {
      if (g_array_index (self->levels, gint64, i) == item->level)
        selected = i;
    }
  gtk_drop_down_set_selected (self->level, selected);
}

static void
level_selected_cb (LuotainEntryEditor *self)
{
  const guint selected = gtk_drop_down_get_selected (self->level);
  LuotainProfileMove move = { .entry = self->entry };

  if (self->showing || self->entry == 0 || selected >= self->levels->len)
    return;

  move.level = g_array_index (self->levels, gint64, selected);
  luotain_context_do (self->context, N_ ("Move Competence"), luotain_profile_move_run,
                      g_memdup2 (&move, sizeof move), g_free, g_free, NULL, NULL);
}

static void
show_spread (LuotainEntryEditor *self, const LuotainProfileSheet *sheet, const LuotainProfileItem *item)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->spread), sheet->n_scenarios > 1 && item->competence != 0);
  if (item->n_scenarios >= sheet->n_scenarios)
    text = g_strdup_printf (ngettext ("● Needed in all %u scenario of the sector",
                                      "● Needed in all %u scenarios of the sector", sheet->n_scenarios),
                            sheet->n_scenarios);
  else if (item->n_scenarios > 1)
    text = g_strdup_printf (_ ("◐ Needed in %u of the sector’s %u scenarios"), item->n_scenarios,
                            sheet->n_scenarios);
  else
    text = g_strdup (_ ("Needed in this scenario only"));
  gtk_label_set_text (self->spread, text);
}

static void
show_head (LuotainEntryEditor *self, const LuotainProfileSheet *sheet, const LuotainProfileItem *item)
{
  const char *group = luotain_word_list_title (luotain_context_get_words (self->context), "competence-group",
                                               item->group);
  const char *level = luotain_levels_title (sheet->levels, item->level);
  g_autofree char *place = g_strdup_printf ("%s · %s", level != NULL ? level : _ ("Without Role Level"),
                                            group != NULL ? group : _ ("Without Group"));

  gtk_label_set_text (self->title, item->title != NULL ? item->title : _ ("No Competence"));
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (self->unfinished, item->competence == 0);
  gtk_widget_set_visible (self->missing, item->competence == 0);
  gtk_widget_set_visible (self->competence_part, item->competence != 0);
}

static void
bind (LuotainEntryEditor *self, gint64 entry, gint64 competence)
{
  GtkWidget *const of_entry[] = { self->missing, self->importance, self->direction,
                                  self->reason,  self->rests_on,   self->job_title };
  GtkWidget *const of_competence[] = { self->names, self->group, self->description };

  for (guint i = 0; self->entry != entry && i < G_N_ELEMENTS (of_entry); i++)
    g_object_set (of_entry[i], "record-id", entry, NULL);
  for (guint i = 0; self->competence != competence && i < G_N_ELEMENTS (of_competence); i++)
    g_object_set (of_competence[i], "record-id", competence, NULL);
  luotain_identifier_list_set (self->identifiers, self->context, competence);
  luotain_esco_picker_set (self->esco, self->context, competence);
  self->entry = entry;
  self->competence = competence;
}

gboolean
luotain_entry_editor_show (LuotainEntryEditor *self, const LuotainProfileSheet *sheet, gint64 entry)
{
  const LuotainProfileItem *item;

  g_return_val_if_fail (LUOTAIN_IS_ENTRY_EDITOR (self), FALSE);

  item = find_item (sheet, entry);
  if (item == NULL)
    return FALSE;

  self->showing = TRUE;
  bind (self, entry, item->competence);
  show_head (self, sheet, item);
  show_spread (self, sheet, item);
  show_level (self, sheet, item);
  self->showing = FALSE;
  return TRUE;
}

static void
create_job_title_cb (LuotainEntryEditor *self, const char *text)
{
  luotain_context_do (self->context, N_ ("Add Job Title"), luotain_profile_job_title_run,
                      luotain_profile_detail_new (self->entry, text),
                      (GDestroyNotify) luotain_profile_detail_free, NULL, NULL, NULL);
}

static void
remove_cb (LuotainEntryEditor *self)
{
  if (self->entry != 0)
    luotain_context_delete (self->context, N_ ("Remove Competence"), self->entry, _ ("Competence removed"));
}

static void
close_cb (LuotainEntryEditor *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
luotain_entry_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (LUOTAIN_ENTRY_EDITOR (widget)->scroller, GTK_DIR_TAB_FORWARD);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  close_cb (LUOTAIN_ENTRY_EDITOR (widget));
  return TRUE;
}

static void
luotain_entry_editor_dispose (GObject *object)
{
  LuotainEntryEditor *self = LUOTAIN_ENTRY_EDITOR (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_ENTRY_EDITOR);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_entry_editor_parent_class)->dispose (object);
}

static void
luotain_entry_editor_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_ENTRY_EDITOR (object)->levels);

  G_OBJECT_CLASS (luotain_entry_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, place);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, spread);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, unfinished);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, level);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, missing);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, importance);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, direction);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, reason);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, rests_on);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, job_title);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, competence_part);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, names);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, group);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, description);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, identifiers);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, esco);
  gtk_widget_class_bind_template_child (widget_class, LuotainEntryEditor, remove);
}

static void
luotain_entry_editor_class_init (LuotainEntryEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_entry_editor_dispose;
  object_class->finalize = luotain_entry_editor_finalize;
  widget_class->grab_focus = luotain_entry_editor_grab_focus;
  widget_class->focus = luotain_focus_children;

  signals[CLOSED] = g_signal_new ("closed", LUOTAIN_TYPE_ENTRY_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (LUOTAIN_TYPE_ESCO_PICKER);
  g_type_ensure (LUOTAIN_TYPE_IDENTIFIER_LIST);
  g_type_ensure (LUOTAIN_TYPE_LINK_BOX);
  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  g_type_ensure (LUOTAIN_TYPE_TRANSLATED_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_WORD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-entry-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_job_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_entry_editor_init (LuotainEntryEditor *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}
