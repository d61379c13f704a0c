#include "config.h"

#include "luotain-competence-entry.h"

#include "luotain-asking.h"
#include "luotain-children.h"
#include "luotain-competence-query.h"
#include "luotain-esco-dialog.h"
#include "luotain-esco-finder.h"
#include "luotain-focus.h"
#include "luotain-template.h"

#include <glib/gi18n.h>

#define MAX_MATCHES 8
#define MAX_CONCEPTS 6

struct _LuotainCompetenceEntry
{
  GtkWidget parent_instance;

  LuotainContext *context;
  char *group;
  GCancellable *cancellable;
  GPtrArray *own; /* (nullable) (element-type LuotainCompetenceMatch) */
  GPtrArray *concepts; /* (nullable) (element-type LuotainEscoMatch) */
  gboolean no_catalogue;

  GtkText *text;
  GtkPopover *popover;
  GtkScrolledWindow *scroller;
  GtkListBox *matches;
  GtkWidget *notice;
};

G_DEFINE_FINAL_TYPE (LuotainCompetenceEntry, luotain_competence_entry, GTK_TYPE_WIDGET)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cancel_search (LuotainCompetenceEntry *self)
{
  luotain_ask_no_more (&self->cancellable);
}

static void
close_matches (LuotainCompetenceEntry *self)
{
  cancel_search (self);
  gtk_popover_popdown (self->popover);
}

/* GTK 4.8 keeps telling a closed popover where the pointer is, if that rests on its shadow, as it does where it clicked into
   the line: the next click then goes to the popover, and is lost. Without a surface there is nothing to tell. */
static void
closed_cb (LuotainCompetenceEntry *self)
{
  gtk_widget_unrealize (GTK_WIDGET (self->popover));
}

static void
add (LuotainCompetenceEntry *self, gint64 competence, const LuotainEscoChoice *concept)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_autoptr (LuotainEscoChoice) kept = concept != NULL ? luotain_esco_choice_copy (concept) : NULL;

  close_matches (self);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  close_matches (self);
  if (competence != 0 || *text != '\0')
    g_signal_emit (self, signals[ADDED], 0, competence, text, kept);
}

/* The one row that adds nothing. */
static gboolean
row_imports (GtkListBoxRow *row)
{
  return row != NULL && g_object_get_data (G_OBJECT (row), "import") != NULL;
}

static void
take_row (LuotainCompetenceEntry *self, GtkListBoxRow *row)
{
  const gint64 *competence = row != NULL ? g_object_get_data (G_OBJECT (row), "competence") : NULL;

  if (row_imports (row))
    {
      close_matches (self);
      luotain_esco_dialog_present (GTK_WIDGET (self));
    }
  else
    add (self, competence != NULL ? *competence : 0, row != NULL ? luotain_esco_row_get_choice (row) : NULL);
}

static void
activate_cb (LuotainCompetenceEntry *self)
{
  GtkListBoxRow *row = gtk_widget_get_visible (GTK_WIDGET (self->popover))
                           ? gtk_list_box_get_selected_row (self->matches)
                           : NULL;

  take_row (self, row);
}

static void
row_activated_cb (LuotainCompetenceEntry *self, GtkListBoxRow *row)
{
  const gboolean imports = row_imports (row);

  take_row (self, row);
  if (!imports)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
remove_rows (LuotainCompetenceEntry *self)
{

  /* Headers are children of the list too, and go with their rows. */
  luotain_children_clear_list (self->matches);
}

static GtkWidget *
line_new (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static GtkWidget *
append_row (LuotainCompetenceEntry *self, const char *title, const char *group, gint64 competence)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), line_new (title, FALSE));
  if (group != NULL)
    gtk_box_append (GTK_BOX (box), line_new (group, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (competence != 0)
    g_object_set_data_full (G_OBJECT (row), "competence", g_memdup2 (&competence, sizeof competence), g_free);
  gtk_list_box_append (self->matches, row);
  return row;
}

static void
append_own (LuotainCompetenceEntry *self, const char *typed)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  g_autofree char *make = g_strdup_printf (_ ("New Competence “%s”"), typed);
  gboolean known = FALSE;

  for (guint i = 0; self->own != NULL && i < self->own->len; i++)
    {
      const LuotainCompetenceMatch *match = self->own->pdata[i];
      const gboolean own_group = g_strcmp0 (match->group, self->group) == 0;

      append_row (self, match->title,
                  own_group ? NULL : luotain_word_list_title (words, "competence-group", match->group),
                  match->id);
      known = known || g_utf8_collate (match->title, typed) == 0;
    }
  if (!known)
    append_row (self, make, NULL, 0);
}

static gboolean
is_own (LuotainCompetenceEntry *self, const char *title)
{
  for (guint i = 0; self->own != NULL && i < self->own->len; i++)
    if (g_utf8_collate (((LuotainCompetenceMatch *) self->own->pdata[i])->title, title) == 0)
      return TRUE;
  return FALSE;
}

/* What the workbook has itself is not offered a second time. */
static void
append_concepts (LuotainCompetenceEntry *self)
{
  guint n = 0;

  for (guint i = 0; self->concepts != NULL && i < self->concepts->len; i++)
    {
      const LuotainEscoMatch *match = self->concepts->pdata[i];

      if (is_own (self, match->concept->title))
        continue;

      gtk_list_box_append (self->matches, luotain_esco_row_new (match));
      n++;
    }
  gtk_widget_set_visible (self->notice, n > 0);
}

static void
append_import (LuotainCompetenceEntry *self)
{
  GtkWidget *row = append_row (self, _ ("Import Skills of ESCO…"),
                               _ ("Then they are suggested while you type"), 0);

  g_object_set_data (G_OBJECT (row), "import", self);
}

static void
show_matches (LuotainCompetenceEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));

  remove_rows (self);
  if (*typed == '\0')
    return;

  append_own (self, typed);
  append_concepts (self);
  if (self->no_catalogue)
    append_import (self);
  if (gtk_widget_has_focus (GTK_WIDGET (self->text)))
    gtk_popover_popup (self->popover);
}

static void
matches_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainCompetenceEntry *self = owner;

  if (!success)
    return;

  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = result;
  show_matches (self);
}

static void
concepts_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainCompetenceEntry) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *concepts = luotain_esco_finder_search_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;

  self->no_catalogue = concepts == NULL;
  g_clear_pointer (&self->concepts, g_ptr_array_unref);
  self->concepts = concepts;
  if (self->own != NULL)
    show_matches (self);
}

/* Where the skills of ESCO begin. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *header = NULL;

  if (luotain_esco_row_get_choice (row) != NULL
      && (before == NULL || luotain_esco_row_get_choice (before) == NULL))
    {
      header = gtk_label_new ("ESCO");
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "caption-heading");
      gtk_widget_add_css_class (header, "dim-label");
      gtk_widget_set_margin_top (header, 6);
      gtk_widget_set_margin_start (header, 18);
    }
  gtk_list_box_row_set_header (row, header);
}

static void
changed_cb (LuotainCompetenceEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  LuotainCompetenceQuery *query;

  cancel_search (self);
  if (*typed == '\0' || strpbrk (typed, "\n\r") != NULL)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  self->cancellable = g_cancellable_new ();
  query = luotain_competence_query_new (typed, self->group, luotain_language_of_locale (), MAX_MATCHES);
  luotain_context_read (self->context, luotain_competence_query_run, query,
                        (GDestroyNotify) luotain_competence_query_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, matches_read_cb, self);
  luotain_esco_finder_search (luotain_esco_finder_of (self->context), typed, MAX_CONCEPTS, FALSE,
                              self->cancellable, concepts_found_cb, g_object_ref (self));
}

static void
select_match (LuotainCompetenceEntry *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);
  const int index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : -1;

  row = index < 0 ? NULL : gtk_list_box_get_row_at_index (self->matches, index);
  if (row != NULL)
    luotain_esco_row_select (row, self->scroller);
  else
    gtk_list_box_select_row (self->matches, NULL);
}

static gboolean
key_pressed_cb (LuotainCompetenceEntry *self, guint key)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      if (key != GDK_KEY_Escape || *gtk_editable_get_text (GTK_EDITABLE (self->text)) == '\0')
        return FALSE;
      gtk_editable_set_text (GTK_EDITABLE (self->text), "");
      return TRUE;
    }
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    select_match (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Escape)
    close_matches (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
luotain_competence_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_COMPETENCE_ENTRY (widget)->text));
}

static void
luotain_competence_entry_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (LUOTAIN_COMPETENCE_ENTRY (widget)->text), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
luotain_competence_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainCompetenceEntry *self = LUOTAIN_COMPETENCE_ENTRY (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->text), &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (self->popover);
}

static void
luotain_competence_entry_dispose (GObject *object)
{
  LuotainCompetenceEntry *self = LUOTAIN_COMPETENCE_ENTRY (object);

  cancel_search (self);
  g_clear_object (&self->context);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_COMPETENCE_ENTRY);

  G_OBJECT_CLASS (luotain_competence_entry_parent_class)->dispose (object);
}

static void
luotain_competence_entry_finalize (GObject *object)
{
  LuotainCompetenceEntry *self = LUOTAIN_COMPETENCE_ENTRY (object);

  g_free (self->group);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->concepts, g_ptr_array_unref);

  G_OBJECT_CLASS (luotain_competence_entry_parent_class)->finalize (object);
}

static void
luotain_competence_entry_class_init (LuotainCompetenceEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_competence_entry_dispose;
  object_class->finalize = luotain_competence_entry_finalize;
  widget_class->grab_focus = luotain_competence_entry_grab_focus;
  widget_class->focus = luotain_focus_children;
  widget_class->measure = luotain_competence_entry_measure;
  widget_class->size_allocate = luotain_competence_entry_size_allocate;

  signals[ADDED] = g_signal_new ("added", LUOTAIN_TYPE_COMPETENCE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-competence-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainCompetenceEntry, text);
  gtk_widget_class_bind_template_child (widget_class, LuotainCompetenceEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, LuotainCompetenceEntry, matches);
  gtk_widget_class_bind_template_child (widget_class, LuotainCompetenceEntry, scroller);
  gtk_widget_class_bind_template_child (widget_class, LuotainCompetenceEntry, notice);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_matches);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_css_name (widget_class, "entry");
}

static void
luotain_competence_entry_init (LuotainCompetenceEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->matches, header_cb, NULL, NULL);
}

GtkWidget *
luotain_competence_entry_new (LuotainContext *context, const char *group, const char *label)
{
  LuotainCompetenceEntry *self = g_object_new (LUOTAIN_TYPE_COMPETENCE_ENTRY, NULL);

  self->context = g_object_ref (context);
  self->group = g_strdup (group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
