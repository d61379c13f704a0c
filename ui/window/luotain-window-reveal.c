#include "config.h"

#include "luotain-page.h"
#include "luotain-pages.h"
#include "luotain-record-io.h"
#include "luotain-window-private.h"

/* A record and what owns it, innermost first: the first that a page can show is revealed. */
typedef struct
{
  gint64 id;
  const char *type;
} Step;

static gboolean
load_way (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Step));

  while (id != 0)
    {
      const LuotainRecordType *type = luotain_record_type_of (db, id, error);
      LuotainRecord *record = type != NULL ? luotain_record_load (db, type, id, error) : NULL;
      Step step = { id, NULL };

      if (record == NULL)
        return FALSE;
      step.type = type->name;
      g_array_append_val (way, step);
      id = record->owner;
      luotain_record_free (type, record);
    }

  *result = g_steal_pointer (&way);
  return TRUE;
}

static gboolean
reveal_on (LuotainWindow *self, const LuotainPageInfo *info, const Step *step)
{
  GtkWidget *page;

  if (info == NULL || info->new_page == NULL)
    return FALSE;

  page = gtk_stack_get_child_by_name (self->pages, info->name);
  if (page != NULL && !luotain_page_can_show (LUOTAIN_PAGE (page), step->type))
    return FALSE;

  page = luotain_window_show_page (self, info->name);
  if (!luotain_page_can_show (LUOTAIN_PAGE (page), step->type))
    return FALSE;

  luotain_page_reveal (LUOTAIN_PAGE (page), step->id);
  return TRUE;
}

static gboolean
reveal_step (LuotainWindow *self, const Step *step)
{
  const LuotainPageInfo *present = luotain_pages_find (gtk_stack_get_visible_child_name (self->pages));

  if (present != NULL && luotain_page_info_shows (present, step->type) && reveal_on (self, present, step))
    return TRUE;
  return reveal_on (self, luotain_pages_for_type (step->type), step);
}

static void
way_loaded_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainWindow *self = LUOTAIN_WINDOW (owner);
  g_autoptr (GArray) way = result;

  /* What was undone may be gone: then there is nothing to show. */
  if (!success || self->context == NULL)
    return;

  for (guint i = 0; i < way->len; i++)
    if (reveal_step (self, &g_array_index (way, Step, i)))
      return;
}

void
luotain_window_reveal (LuotainWindow *self, gint64 id)
{
  luotain_context_read (self->context, load_way, g_memdup2 (&id, sizeof id), g_free,
                        (GDestroyNotify) g_array_unref, NULL, way_loaded_cb, self);
}

/**
 * luotain_window_reveal_change:
 * @changes: what undo or redo touched
 *
 * Takes the user to it: on the page that is shown where something of it stands there.
 */
void
luotain_window_reveal_change (LuotainWindow *self, LuotainChanges *changes)
{
  const LuotainPageInfo *present = luotain_pages_find (gtk_stack_get_visible_child_name (self->pages));
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  gint64 id = 0;

  if (LUOTAIN_IS_PAGE (page) && luotain_page_reveal_change (LUOTAIN_PAGE (page), changes))
    return;

  for (guint i = 0; present != NULL && id == 0 && present->types[i] != NULL; i++)
    id = luotain_changes_get_first (changes, present->types[i]);
  /* A path through the futures table is a scenario's: whoever draws it there stays there. */
  for (guint i = 0; present != NULL && id == 0 && present->shows != NULL && present->shows[i] != NULL; i++)
    if (luotain_changes_has_type (changes, present->shows[i]))
      return;
  if (id == 0)
    id = luotain_changes_get_first (changes, NULL);
  if (id != 0)
    luotain_window_reveal (self, id);
}
