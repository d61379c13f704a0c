#include "config.h"

#include "luotain-archive-work.h"
#include "luotain-atomic-file.h"
#include "luotain-atomic-folder.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

#include <glib/gi18n.h>

/* What a thread is given; only what it needs is set. */
typedef struct
{
  LuotainShelfItem *item;
  GFile *file;
  gint64 id;
  gboolean zip;
  gboolean without_personal_data;
  int *per_mille;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_clear_pointer (&self->item, luotain_shelf_item_unref);
  g_clear_pointer (&self->per_mille, g_atomic_rc_box_release);
  g_clear_object (&self->file);
  g_free (self);
}

static Work *
work_new (LuotainShelfItem *item, int *per_mille)
{
  Work *self = g_new0 (Work, 1);

  self->item = item != NULL ? luotain_shelf_item_ref (item) : NULL;
  self->per_mille = per_mille != NULL ? g_atomic_rc_box_acquire (per_mille) : NULL;
  return self;
}

static void
run (gpointer source, Work *work, GTaskThreadFunc func, GCancellable *cancellable,
     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, func);
}

static void
answer (GTask *task, gpointer result, GDestroyNotify free_result, GError *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, free_result);
  else
    g_task_return_error (task, error);
}

/* ---- the shelf ---- */

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *items = luotain_shelf_list (((Work *) data)->file, &luotain_workbook_model, cancellable, &error);

  answer (task, items, (GDestroyNotify) g_ptr_array_unref, error);
}

void
luotain_archive_list_async (GFile *folder, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Work *work = work_new (NULL, NULL);

  work->file = g_object_ref (folder);
  run (NULL, work, list_thread, cancellable, callback, user_data);
}

GPtrArray *
luotain_archive_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- verifying ---- */

static LuotainBag *
verify (GFile *file, int *per_mille, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainBagSource) source = luotain_bag_source_open (file, NULL, cancellable, error);
  LuotainBag *bag = source != NULL ? luotain_bag_read (source, TRUE, per_mille, cancellable, error) : NULL;

  if (bag != NULL)
    luotain_verified_remember (file, bag);
  return bag;
}

static void
verify_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  LuotainBag *bag = verify (work->item->file, work->per_mille, cancellable, &error);

  answer (task, bag, (GDestroyNotify) luotain_bag_free, error);
}

void
luotain_archive_verify_async (LuotainShelfItem *item, int *per_mille, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  run (NULL, work_new (item, per_mille), verify_thread, cancellable, callback, user_data);
}

LuotainBag *
luotain_archive_verify_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- taking a part ---- */

static void
part_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  LuotainShelfPart *part = luotain_shelf_part_read (work->item, work->id, &luotain_workbook_model,
                                                    cancellable, &error);

  answer (task, part, (GDestroyNotify) luotain_shelf_part_free, error);
}

void
luotain_archive_part_async (LuotainShelfItem *item, gint64 id, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = work_new (item, NULL);

  work->id = id;
  run (NULL, work, part_thread, cancellable, callback, user_data);
}

LuotainShelfPart *
luotain_archive_part_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- reading the report ---- */

static gboolean
extract (LuotainShelfItem *item, const char *path, GFile *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainBagSource) source = luotain_bag_source_open (item->file, NULL, cancellable, error);
  g_autoptr (LuotainAtomicFile) file = source != NULL ? luotain_atomic_file_new (target, error) : NULL;

  return file != NULL
         && luotain_bag_extract (source, path, luotain_atomic_file_get_stream (file), cancellable, error)
         && luotain_atomic_file_commit (file, error);
}

/*
 * Always through its checksum, from a folder too: a page is a program for a browser. By the package's identity, so that a
 * page that was opened stays what it was.
 */
static GFile *
find_report (LuotainShelfItem *item, GCancellable *cancellable, GError **error)
{
  LuotainLanguage own = luotain_language_of_locale ();
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "luotain", "packages", item->identity,
                                              NULL);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      const char *code = luotain_language_code ((own + i) % LUOTAIN_N_LANGUAGES);
      g_autofree char *name = g_strdup_printf ("report-%s.html", code);
      g_autofree char *path = g_strconcat ("data/", name, NULL);
      g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);

      g_clear_error (error);
      if (extract (item, path, file, cancellable, error))
        return g_steal_pointer (&file);
    }

  return NULL;
}

static void
report_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GFile *file = find_report (((Work *) data)->item, cancellable, &error);

  answer (task, file, g_object_unref, error);
}

void
luotain_archive_report_async (LuotainShelfItem *item, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  run (NULL, work_new (item, NULL), report_thread, cancellable, callback, user_data);
}

GFile *
luotain_archive_report_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- comparing ---- */

static gboolean
write_xml (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainAtomicFile) file = luotain_atomic_file_new (data, error);
  LuotainXmlExport xml = { 0 };

  if (file == NULL)
    return FALSE;

  xml.stream = luotain_atomic_file_get_stream (file);
  return luotain_xml_export (db, &xml, NULL, error) && luotain_atomic_file_commit (file, error);
}

/* Of what is open its own thread writes the XML: a second reader of the file would be in the way of a change. */
static LuotainComparison *
compare (LuotainStore *store, LuotainShelfItem *item, const char *folder, GCancellable *cancellable,
         GError **error)
{
  g_autofree char *before = g_build_filename (folder, "before.xml", NULL);
  g_autofree char *after = g_build_filename (folder, "after.xml", NULL);
  g_autoptr (GFile) extracted = g_file_new_for_path (before);
  g_autoptr (GFile) written = g_file_new_for_path (after);
  g_autofree char *workbook = item->package ? NULL : g_file_get_path (item->file);

  if ((item->package && !extract (item, "data/report.xml", extracted, cancellable, error))
      || !luotain_store_read (store, write_xml, written, NULL, error))
    return NULL;

  return luotain_comparison_of_files (workbook != NULL ? workbook : before, after, &luotain_workbook_model,
                                      NULL, error);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("luotain-compare-XXXXXX", &error);
  LuotainComparison *comparison = folder != NULL ? compare (LUOTAIN_STORE (source), ((Work *) data)->item,
                                                            folder, cancellable, &error)
                                                 : NULL;

  if (folder != NULL)
    luotain_folder_remove (folder);
  answer (task, comparison, (GDestroyNotify) luotain_comparison_free, error);
}

void
luotain_archive_compare_async (LuotainStore *store, LuotainShelfItem *item, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  run (store, work_new (item, NULL), compare_thread, cancellable, callback, user_data);
}

LuotainComparison *
luotain_archive_compare_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- making a package ---- */

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  LuotainArchive archive = {
    .target = work->file,
    .zip = work->zip,
    .without_personal_data = work->without_personal_data,
    .cancellable = cancellable,
    .per_mille = work->per_mille,
  };
  GError *error = NULL;
  LuotainBag *bag = luotain_archive_write (LUOTAIN_STORE (source), &archive, TRUE, &error)
                        ? verify (work->file, NULL, cancellable, &error)
                        : NULL;

  answer (task, bag, (GDestroyNotify) luotain_bag_free, error);
}

void
luotain_archive_make_async (LuotainStore *store, GFile *target, gboolean zip, gboolean without_personal_data,
                            int *per_mille, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Work *work = work_new (NULL, per_mille);

  work->file = g_object_ref (target);
  work->zip = zip;
  work->without_personal_data = without_personal_data;
  run (store, work, make_thread, cancellable, callback, user_data);
}

LuotainBag *
luotain_archive_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
