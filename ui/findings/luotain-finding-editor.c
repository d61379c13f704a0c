#include "config.h"

#include "luotain-asking.h"
#include "luotain-finding-detail.h"
#include "luotain-finding-editor.h"
#include "luotain-finding-links.h"
#include "luotain-finding-origin.h"
#include "luotain-kind-box.h"
#include "luotain-rating-panel.h"
#include "luotain-tag-entry.h"
#include "luotain-template.h"
#include "luotain-text-area.h"
#include "luotain-translated-entry.h"
#include "luotain-word-chips.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LuotainFindingEditor
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 id;
  LuotainFindingDetail *detail;
  GCancellable *reading;

  GtkScrolledWindow *scrolled;
  GtkWidget *title;
  GtkWidget *description;
  GtkExpander *translations;
  GtkWidget *translated_title; /* made when the expander is first opened */
  GtkWidget *translated_description;
  LuotainKindBox *kind;
  GtkWidget *dimensions;
  LuotainTagEntry *tags;
  LuotainFindingOrigin *origin;
  LuotainFindingLinks *links;
  LuotainRatingPanel *ratings;
  GtkLabel *times;
};

enum
{
  GONE,
  TAG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainFindingEditor, luotain_finding_editor, GTK_TYPE_WIDGET)

static char *
day_of (gint64 time_ms)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_ms / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, C_ ("date", "%-d %b %Y")) : g_strdup ("");
}

static void
show_times (LuotainFindingEditor *self, const LuotainRecord *record)
{
  g_autofree char *created = day_of (record->created);
  g_autofree char *changed = day_of (record->changed);
  g_autofree char *text = g_strdup_printf (_ ("Added %s · Changed %s"), created, changed);

  gtk_label_set_label (self->times, text);
}

static void
show_detail (LuotainFindingEditor *self)
{
  const LuotainFinding *finding = self->detail->finding;

  luotain_kind_box_show (self->kind, self->id, finding->kind, self->detail->kind_changes);
  luotain_tag_entry_show (self->tags, self->id, finding->tags);
  luotain_finding_origin_show (self->origin, self->detail);
  luotain_finding_links_show (self->links, self->detail);
  show_times (self, &finding->record);
}

static void
detail_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFindingEditor *self = LUOTAIN_FINDING_EDITOR (owner);

  if (!success)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  g_clear_pointer (&self->detail, luotain_finding_detail_free);
  self->detail = result;
  show_detail (self);
}

static void
read_detail (LuotainFindingEditor *self)
{
  LuotainDetailQuestion *question;

  luotain_ask_no_more (&self->reading);
  if (self->id == 0)
    return;
  self->reading = g_cancellable_new ();
  question = g_new0 (LuotainDetailQuestion, 1);
  question->id = self->id;
  question->language = luotain_context_get_language (self->context);
  luotain_context_read (self->context, luotain_finding_detail_load, question, g_free,
                        (GDestroyNotify) luotain_finding_detail_free, self->reading, detail_read_cb, self);
}

/* Texts of what is linked may change with any record: one small read tells. */
static void
changed_cb (LuotainFindingEditor *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || self->detail != NULL)
    read_detail (self);
}

static void
set_fields (LuotainFindingEditor *self)
{
  GtkWidget *fields[] = { self->title, self->description, self->dimensions, self->translated_title,
                          self->translated_description };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] != NULL)
      g_object_set (fields[i], "record-id", self->id, NULL);
}

void
luotain_finding_editor_show (LuotainFindingEditor *self, gint64 id)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_EDITOR (self));

  if (self->id == id)
    return;
  luotain_kind_box_save (self->kind);
  luotain_tag_entry_save (self->tags);
  self->id = id;
  g_clear_pointer (&self->detail, luotain_finding_detail_free);
  set_fields (self);
  luotain_rating_panel_show (self->ratings, id);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  read_detail (self);
}

gint64
luotain_finding_editor_get_id (LuotainFindingEditor *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FINDING_EDITOR (self), 0);

  return self->id;
}

const char *
luotain_finding_editor_get_title (LuotainFindingEditor *self)
{
  g_return_val_if_fail (LUOTAIN_IS_FINDING_EDITOR (self), NULL);

  if (self->detail == NULL)
    return NULL;
  return luotain_record_title (&luotain_finding_type, self->detail->finding,
                               luotain_context_get_language (self->context));
}

void
luotain_finding_editor_begin (LuotainFindingEditor *self)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_EDITOR (self));

  gtk_widget_grab_focus (self->title);
}

static GtkWidget *
make_translated (LuotainFindingEditor *self, const char *field, const char *label, gboolean multiline)
{
  return g_object_new (LUOTAIN_TYPE_TRANSLATED_ENTRY, "context", self->context, "field", field, "label",
                       label, "multiline", multiline, "record-id", self->id, NULL);
}

static void
translations_cb (LuotainFindingEditor *self)
{
  GtkWidget *box;

  if (self->translated_title != NULL || !gtk_expander_get_expanded (self->translations))
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (box, 6);
  self->translated_title = make_translated (self, "title", _ ("Title"), FALSE);
  self->translated_description = make_translated (self, "description", _ ("Description"), TRUE);
  gtk_box_append (GTK_BOX (box), self->translated_title);
  gtk_box_append (GTK_BOX (box), self->translated_description);
  gtk_expander_set_child (self->translations, box);
}

static void
tag_cb (LuotainFindingEditor *self, const char *tag)
{
  g_signal_emit (self, signals[TAG], 0, tag);
}

static void
luotain_finding_editor_dispose (GObject *object)
{
  LuotainFindingEditor *self = LUOTAIN_FINDING_EDITOR (object);

  luotain_ask_no_more (&self->reading);
  g_clear_pointer (&self->detail, luotain_finding_detail_free);
  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_FINDING_EDITOR);
  G_OBJECT_CLASS (luotain_finding_editor_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (LUOTAIN_TYPE_FINDING_LINKS);
  g_type_ensure (LUOTAIN_TYPE_FINDING_ORIGIN);
  g_type_ensure (LUOTAIN_TYPE_KIND_BOX);
  g_type_ensure (LUOTAIN_TYPE_RATING_PANEL);
  g_type_ensure (LUOTAIN_TYPE_TAG_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  g_type_ensure (LUOTAIN_TYPE_WORD_CHIPS);
}

static void
luotain_finding_editor_class_init (LuotainFindingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ensure_types ();
  G_OBJECT_CLASS (klass)->dispose = luotain_finding_editor_dispose;

  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[TAG] = g_signal_new ("tag", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-finding-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, description);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, translations);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, dimensions);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, origin);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, links);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, ratings);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingEditor, times);
  gtk_widget_class_bind_template_callback (widget_class, translations_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);
}

static void
luotain_finding_editor_init (LuotainFindingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_finding_editor_new (LuotainContext *context)
{
  LuotainFindingEditor *self = g_object_new (LUOTAIN_TYPE_FINDING_EDITOR, NULL);

  self->context = g_object_ref (context);
  g_object_set (self->title, "context", context, NULL);
  g_object_set (self->description, "context", context, NULL);
  g_object_set (self->dimensions, "context", context, NULL);
  luotain_kind_box_set_context (self->kind, context);
  luotain_tag_entry_set_context (self->tags, context);
  luotain_finding_origin_set_context (self->origin, context);
  luotain_finding_links_set_context (self->links, context);
  luotain_rating_panel_set_context (self->ratings, context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::language", G_CALLBACK (read_detail), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
