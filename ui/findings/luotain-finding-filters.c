#include "config.h"

#include "luotain-choices.h"
#include "luotain-finding-filters.h"
#include "luotain-finding-tags.h"
#include "luotain-focus.h"
#include "luotain-language.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

struct _LuotainFindingFilters
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gboolean setting; /* several are set at once: told once, at the end */

  GtkEditable *text;
  GtkWidget *clear;
  GtkSpinner *spinner;
  GtkLabel *count;
  LuotainChoiceButton *order;
  LuotainChoiceButton *kind;
  LuotainChoiceButton *dimension;
  LuotainChoiceButton *session;
  LuotainChoiceButton *tag;
};

enum
{
  CHANGED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of LuotainFindingOrder. */
static const char *const orders[] = { N_ ("Newest First"), N_ ("Oldest First"), N_ ("By Title"),
                                      N_ ("By Kind") };

G_DEFINE_FINAL_TYPE (LuotainFindingFilters, luotain_finding_filters, GTK_TYPE_WIDGET)

LuotainFindingQuery *
luotain_finding_filters_dup_query (LuotainFindingFilters *self)
{
  LuotainFindingQuery *query = g_new0 (LuotainFindingQuery, 1);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));

  query->sector = luotain_context_get_sector (self->context);
  query->session = luotain_choices_get_id (luotain_choice_button_get_chosen (self->session));
  query->kind = g_strdup (luotain_choice_button_get_chosen (self->kind));
  query->dimension = g_strdup (luotain_choice_button_get_chosen (self->dimension));
  query->tag = g_strdup (luotain_choice_button_get_chosen (self->tag));
  query->text = *text != '\0' ? g_steal_pointer (&text) : NULL;
  query->order = (LuotainFindingOrder) luotain_choices_get_id (
      luotain_choice_button_get_chosen (self->order));
  query->language = luotain_context_get_language (self->context);
  return query;
}

gboolean
luotain_finding_filters_is_narrowed (LuotainFindingFilters *self)
{
  return *gtk_editable_get_text (self->text) != '\0' || luotain_choice_button_get_chosen (self->kind) != NULL
         || luotain_choice_button_get_chosen (self->dimension) != NULL
         || luotain_choice_button_get_chosen (self->session) != NULL
         || luotain_choice_button_get_chosen (self->tag) != NULL;
}

static void
something_chosen_cb (LuotainFindingFilters *self)
{
  if (self->setting || self->context == NULL)
    return;
  gtk_widget_set_visible (self->clear, luotain_finding_filters_is_narrowed (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_activate_cb (LuotainFindingFilters *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
set_nothing (LuotainFindingFilters *self)
{
  gtk_editable_set_text (self->text, "");
  luotain_choice_button_set_chosen (self->kind, NULL, NULL);
  luotain_choice_button_set_chosen (self->dimension, NULL, NULL);
  luotain_choice_button_set_chosen (self->session, NULL, NULL);
  luotain_choice_button_set_chosen (self->tag, NULL, NULL);
}

void
luotain_finding_filters_clear (LuotainFindingFilters *self)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_FILTERS (self));

  self->setting = TRUE;
  set_nothing (self);
  self->setting = FALSE;
  something_chosen_cb (self);
}

static void
words_opening_cb (LuotainFindingFilters *self, LuotainChoiceButton *button)
{
  luotain_choices_offer_words (button, self->context, button == self->kind ? "finding-kind" : "dimension");
}

static void
sessions_opening_cb (LuotainFindingFilters *self)
{
  luotain_choices_offer_sessions (self->session, self->context, luotain_context_get_sector (self->context));
}

static void
tags_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFindingFilters *self = LUOTAIN_FINDING_FILTERS (owner);
  g_autoptr (GPtrArray) tags = result;

  if (!success)
    return;
  luotain_choice_button_begin_choices (self->tag);
  for (guint i = 0; i < tags->len; i++)
    {
      const LuotainTagCount *count = g_ptr_array_index (tags, i);

      luotain_choice_button_add_choice (self->tag, count->tag, count->tag);
    }
  luotain_choice_button_end_choices (self->tag);
}

static void
tags_opening_cb (LuotainFindingFilters *self)
{
  luotain_context_read (self->context, luotain_finding_tags_load, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, tags_read_cb, self);
}

void
luotain_finding_filters_show_session (LuotainFindingFilters *self, gint64 session)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_FILTERS (self));

  self->setting = TRUE;
  set_nothing (self);
  luotain_choices_set_chosen (self->session, session, NULL);
  self->setting = FALSE;
  sessions_opening_cb (self);
  something_chosen_cb (self);
}

void
luotain_finding_filters_show_tag (LuotainFindingFilters *self, const char *tag)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_FILTERS (self));

  self->setting = TRUE;
  set_nothing (self);
  luotain_choice_button_set_chosen (self->tag, tag, tag);
  self->setting = FALSE;
  something_chosen_cb (self);
}

void
luotain_finding_filters_set_counts (LuotainFindingFilters *self, guint shown, guint total)
{
  const LuotainLanguage language = luotain_language_of_locale ();
  g_autofree char *n_shown = luotain_language_format_count (language, shown);
  g_autofree char *n_all = luotain_language_format_count (language, total);
  /* Translators: how many findings a list shows of how many there are: 12 of 43. */
  g_autofree char *text = g_strdup_printf (_ ("%s of %s"), n_shown, n_all);

  g_return_if_fail (LUOTAIN_IS_FINDING_FILTERS (self));

  gtk_label_set_label (self->count, text);
}

void
luotain_finding_filters_set_loading (LuotainFindingFilters *self, gboolean loading)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_FILTERS (self));

  gtk_spinner_set_spinning (self->spinner, loading);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
}

void
luotain_finding_filters_search (LuotainFindingFilters *self)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_editable_select_region (self->text, 0, -1);
}

/* Words may have been renamed, or the language of the interface may be another. */
static void
words_cb (LuotainFindingFilters *self)
{
  words_opening_cb (self, self->kind);
  words_opening_cb (self, self->dimension);
}

void
luotain_finding_filters_set_context (LuotainFindingFilters *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_FILTERS (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::words", G_CALLBACK (words_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::sector", G_CALLBACK (something_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::language", G_CALLBACK (something_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
luotain_finding_filters_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_FINDING_FILTERS (widget)->text));
}

static void
luotain_finding_filters_dispose (GObject *object)
{
  g_clear_object (&LUOTAIN_FINDING_FILTERS (object)->context);
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_FINDING_FILTERS);
  G_OBJECT_CLASS (luotain_finding_filters_parent_class)->dispose (object);
}

static void
luotain_finding_filters_class_init (LuotainFindingFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_CHOICE_BUTTON);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = luotain_finding_filters_dispose;
  widget_class->grab_focus = luotain_finding_filters_grab_focus;
  widget_class->focus = luotain_focus_children;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-finding-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, text);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, clear);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, spinner);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, order);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, kind);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, dimension);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, session);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingFilters, tag);
  gtk_widget_class_bind_template_callback (widget_class, something_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, sessions_opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, luotain_finding_filters_clear);
}

static void
luotain_finding_filters_init (LuotainFindingFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      luotain_choice_button_add_choice (self->order, key, _ (orders[i]));
    }
  luotain_choice_button_set_chosen (self->order, "0", NULL);
}
