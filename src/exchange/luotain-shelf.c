#include "config.h"

#include "luotain-shelf.h"

#include "luotain-bag-path.h"
#include "luotain-date.h"
#include "luotain-id.h"
#include "luotain-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SHOWN 200

/* Of the shelf only: a zip of many files is looked at by its list, and a package of ours has few. */
static const LuotainBagLimits look_limits = {
  .n_files = 20000,
  .n_bytes = G_GUINT64_CONSTANT (64) << 30,
  .tag_bytes = 8 << 20,
  .small_bytes = 256 << 20,
  .ratio = 200,
};

static void
clear_item (gpointer data)
{
  LuotainShelfItem *self = data;

  g_clear_pointer (&self->outline, luotain_outline_free);
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->date);
  g_free (self->year);
  g_free (self->edition);
  g_free (self->identity);
  g_free (self->fault);
}

LuotainShelfItem *
luotain_shelf_item_ref (LuotainShelfItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
luotain_shelf_item_unref (LuotainShelfItem *self)
{
  g_atomic_rc_box_release_full (self, clear_item);
}

static gboolean
is_day (const char *text)
{
  return text != NULL && strlen (text) == strlen ("2026-03-12") && luotain_date_is_valid (text);
}

static void
take_edition (LuotainShelfItem *self)
{
  if (self->outline->editions->len > 0)
    self->edition = g_strdup (self->outline->editions->pdata[0]);
}

/* ---- a package ---- */

/* "scenario-0PR5V87D58XTQ Blue Hub"; what has no id is shown, and cannot be taken. */
static void
add_part (LuotainOutline *outline, const char *value, gboolean profile)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 2);
  g_autofree char *type = NULL;
  const gint64 id = words[0] != NULL ? luotain_id_parse (words[0], &type) : 0;

  if (id > 0 && g_strcmp0 (type, profile ? "profile" : "scenario") == 0)
    luotain_outline_add_part (outline, id, profile, words[1]);
  else
    luotain_outline_add_part (outline, 0, profile, value);
}

static LuotainOutline *
outline_of (const LuotainBag *bag)
{
  LuotainOutline *outline = luotain_outline_new ();

  for (guint i = 0; i < bag->info->len && i < MOST_SHOWN; i++)
    {
      const LuotainBagLabel *line = bag->info->pdata[i];
      g_autofree char *value = luotain_bag_path_show (line->value);

      if (g_ascii_strcasecmp (line->label, "External-Description") == 0 && outline->title == NULL)
        outline->title = g_steal_pointer (&value);
      else if (g_ascii_strcasecmp (line->label, "Luotain-Region") == 0 && outline->region == NULL)
        outline->region = g_steal_pointer (&value);
      else if (g_ascii_strcasecmp (line->label, "Luotain-Language") == 0)
        luotain_language_parse (value, &outline->language);
      else if (g_ascii_strcasecmp (line->label, "Luotain-Sector") == 0)
        g_ptr_array_add (outline->sectors, g_steal_pointer (&value));
      else if (g_ascii_strcasecmp (line->label, "Luotain-Edition") == 0)
        g_ptr_array_add (outline->editions, g_steal_pointer (&value));
      else if (g_ascii_strcasecmp (line->label, "Luotain-Scenario") == 0)
        add_part (outline, value, FALSE);
      else if (g_ascii_strcasecmp (line->label, "Luotain-Profile") == 0)
        add_part (outline, value, TRUE);
    }

  return outline;
}

static void
take_bag (LuotainShelfItem *self, const LuotainBag *bag, GKeyFile *notes)
{
  const char *changed = luotain_bag_get_info (bag, "Luotain-Changed");
  const char *date = luotain_bag_get_info (bag, "Bagging-Date");

  self->outline = outline_of (bag);
  take_edition (self);
  self->identity = g_strdup (bag->identity);
  self->date = is_day (date) ? g_strdup (date) : NULL;
  self->year = is_day (changed) ? g_strndup (changed, 4) : self->date != NULL ? g_strndup (date, 4) : NULL;
  self->left_out = g_strcmp0 (luotain_bag_get_info (bag, "Luotain-Personal-Data"), "left out") == 0;
  self->ours = changed != NULL;
  self->verified = luotain_verified_look (notes, self->file, bag);
  if (bag->n_faults > 0)
    self->fault = luotain_bag_note_to_string (bag->notes->pdata[0]);
}

static gboolean
has_declaration (LuotainBagSource *source)
{
  GPtrArray *items = luotain_bag_source_get_items (source);

  for (guint i = 0; i < items->len; i++)
    if (strcmp (((const LuotainBagItem *) items->pdata[i])->path, "bagit.txt") == 0)
      return TRUE;

  return FALSE;
}

static gboolean
look_at_package (LuotainShelfItem *self, GKeyFile *notes, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBagSource) source = luotain_bag_source_open (self->file, &look_limits, cancellable,
                                                                 &error);
  g_autoptr (LuotainBag) bag = NULL;

  /* Any zip may lie there: only what says it is a bag, or cannot say anything, is told of. */
  if (source != NULL && !has_declaration (source))
    return FALSE;

  self->package = TRUE;
  bag = source != NULL ? luotain_bag_read (source, FALSE, NULL, cancellable, &error) : NULL;
  if (bag != NULL)
    take_bag (self, bag, notes);
  else
    self->fault = g_strdup (error->message);
  return TRUE;
}

/* ---- a workbook ---- */

static void
look_at_workbook (LuotainShelfItem *self, const LuotainModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainStore) store = luotain_store_open (self->file, model, LUOTAIN_OPEN_READ, &error);
  g_autoptr (GDateTime) changed = NULL;

  if (store == NULL
      || !luotain_store_read (store, luotain_outline_run, NULL, (gpointer *) &self->outline, &error))
    {
      self->fault = g_strdup (error->message);
      return;
    }

  luotain_store_close (store);
  changed = g_date_time_new_from_unix_local (self->outline->changed / 1000);
  self->year = changed != NULL ? g_date_time_format (changed, "%Y") : NULL;
  take_edition (self);
}

/* ---- the folder ---- */

static LuotainShelfItem *
new_item (GFile *file, const LuotainModel *model, GKeyFile *notes, GCancellable *cancellable)
{
  g_autoptr (LuotainShelfItem) self = g_atomic_rc_box_new0 (LuotainShelfItem);
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFile) declaration = g_file_get_child (file, "bagit.txt");

  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base);

  if (g_str_has_suffix (base, ".luotain"))
    {
      look_at_workbook (self, model);
      return g_steal_pointer (&self);
    }

  if (!g_str_has_suffix (base, ".zip") && !g_file_query_exists (declaration, NULL))
    return NULL;

  return look_at_package (self, notes, cancellable) ? g_steal_pointer (&self) : NULL;
}

LuotainShelfItem *
luotain_shelf_item_new (GFile *file, const LuotainModel *model, GCancellable *cancellable)
{
  g_autoptr (GKeyFile) notes = luotain_verified_load ();

  return new_item (file, model, notes, cancellable);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const LuotainShelfItem *one = *(const LuotainShelfItem *const *) a;
  const LuotainShelfItem *other = *(const LuotainShelfItem *const *) b;

  return g_utf8_collate (one->name, other->name);
}

GPtrArray *
luotain_shelf_list (GFile *folder, const LuotainModel *model, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, error) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_shelf_item_unref);
  g_autoptr (GKeyFile) notes = luotain_verified_load ();
  const char *name;

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("A shelf is a folder of this computer. Choose such a folder."));
  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL && items->len < LUOTAIN_SHELF_MOST)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      LuotainShelfItem *item;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (name[0] == '.' || g_str_has_suffix (name, ".part"))
        continue;

      item = new_item (file, model, notes, cancellable);
      if (item != NULL)
        g_ptr_array_add (items, item);
    }

  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}
