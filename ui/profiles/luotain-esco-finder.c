#include "config.h"

#include "luotain-esco-finder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

struct _LuotainEscoFinder
{
  GObject parent_instance;

  GMutex lock; /* for what follows */
  LuotainEsco *esco;
  GStatBuf opened; /* the file it was opened from */
};

G_DEFINE_FINAL_TYPE (LuotainEscoFinder, luotain_esco_finder, G_TYPE_OBJECT)

typedef struct
{
  char *text;
  guint limit;
  gboolean loosely;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_free (self->text);
  g_free (self);
}

static void
match_free (gpointer data)
{
  LuotainEscoMatch *self = data;

  luotain_esco_concept_free (self->concept);
  luotain_esco_choice_free (self->choice);
  g_free (self);
}

/* An import puts another file in the place of the one that is open. */
static LuotainEsco *
open_catalogue (LuotainEscoFinder *self, GError **error)
{
  g_autofree char *path = luotain_esco_dup_path ();
  LuotainEsco *esco = NULL;
  GStatBuf now = { 0 };

  g_mutex_lock (&self->lock);
  if (g_stat (path, &now) != 0 || now.st_ino != self->opened.st_ino || now.st_mtime != self->opened.st_mtime
      || now.st_size != self->opened.st_size)
    g_clear_pointer (&self->esco, luotain_esco_unref);

  if (self->esco == NULL)
    {
      self->esco = luotain_esco_open (path, error);
      self->opened = now;
    }
  if (self->esco != NULL)
    esco = luotain_esco_ref (self->esco);
  g_mutex_unlock (&self->lock);
  return esco;
}

static GPtrArray *
make_matches (LuotainEsco *esco, GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (match_free);

  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      LuotainEscoMatch *match = g_new0 (LuotainEscoMatch, 1);
      g_autoptr (GPtrArray) texts = NULL;

      match->concept = found->pdata[i];
      g_ptr_array_add (matches, match);
      texts = luotain_esco_get_texts (esco, match->concept->uri, *error == NULL ? error : NULL);
      if (texts != NULL)
        match->choice = luotain_esco_choice_new (match->concept, texts);
    }

  return *error == NULL ? g_steal_pointer (&matches) : NULL;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return (int) strlen (*(const char *const *) b) - (int) strlen (*(const char *const *) a);
}

/* “Business competence” is no name in ESCO, but many begin with business. */
static GPtrArray *
search_loosely (LuotainEsco *esco, const Search *search, GError **error)
{
  g_auto (GStrv) words = luotain_esco_words (search->text);
  GPtrArray *found = g_ptr_array_new ();

  qsort (words, g_strv_length (words), sizeof *words, compare_lengths);
  for (guint i = 0; words[i] != NULL && found != NULL && found->len == 0; i++)
    {
      g_ptr_array_unref (found);
      found = luotain_esco_search (esco, words[i], NULL, search->limit, error);
    }
  return found;
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainEsco) esco = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *matches = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  esco = open_catalogue (source, &error);
  if (esco != NULL)
    found = luotain_esco_search (esco, search->text, NULL, search->limit, &error);
  if (found != NULL && found->len == 0 && search->loosely)
    {
      g_ptr_array_unref (found);
      found = search_loosely (esco, search, &error);
    }
  if (found != NULL)
    matches = make_matches (esco, found, &error);

  if (matches != NULL)
    g_task_return_pointer (task, matches, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
luotain_esco_finder_search (LuotainEscoFinder *self, const char *text, guint limit, gboolean loosely,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (text);
  search->limit = limit;
  search->loosely = loosely;
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

GPtrArray *
luotain_esco_finder_search_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

LuotainEscoFinder *
luotain_esco_finder_of (LuotainContext *context)
{
  LuotainEscoFinder *finder = g_object_get_data (G_OBJECT (context), "luotain-esco-finder");

  if (finder == NULL)
    {
      finder = g_object_new (LUOTAIN_TYPE_ESCO_FINDER, NULL);
      g_object_set_data_full (G_OBJECT (context), "luotain-esco-finder", finder, g_object_unref);
    }
  return finder;
}

static void
luotain_esco_finder_finalize (GObject *object)
{
  LuotainEscoFinder *self = LUOTAIN_ESCO_FINDER (object);

  g_clear_pointer (&self->esco, luotain_esco_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (luotain_esco_finder_parent_class)->finalize (object);
}

static void
luotain_esco_finder_class_init (LuotainEscoFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = luotain_esco_finder_finalize;
}

static void
luotain_esco_finder_init (LuotainEscoFinder *self)
{
  g_mutex_init (&self->lock);
}

/* ---- rows ---- */

static GtkWidget *
line_new (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

GtkWidget *
luotain_esco_row_new (const LuotainEscoMatch *match)
{
  const LuotainEscoConcept *concept = match->concept;
  const gboolean group = g_strcmp0 (concept->kind, "skill-group") == 0;
  const char *under = concept->matched != NULL ? concept->matched : concept->broader;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *line = group && under != NULL ? g_strdup_printf ("%s · %s", _ ("Skill group"), under)
                                                 : g_strdup (group ? _ ("Skill group") : under);
  g_autofree char *name = g_strdup_printf ("ESCO: %s", concept->title);

  gtk_box_append (GTK_BOX (box), line_new (concept->title, FALSE));
  if (line != NULL)
    gtk_box_append (GTK_BOX (box), line_new (line, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (concept->description != NULL)
    {
      gtk_widget_set_tooltip_text (row, concept->description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      concept->description, -1);
    }
  g_object_set_data_full (G_OBJECT (row), "esco", luotain_esco_choice_copy (match->choice),
                          (GDestroyNotify) luotain_esco_choice_free);
  return row;
}

void
luotain_esco_row_select (GtkListBoxRow *row, GtkScrolledWindow *scroller)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));
  graphene_rect_t bounds;

  gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scroller), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

const LuotainEscoChoice *
luotain_esco_row_get_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "esco");
}
