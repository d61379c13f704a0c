/* How a workbook file is opened, and every reason why it is not. */

#include "config.h"

#include "luotain-check.h"
#include "luotain-copy.h"
#include "luotain-schema.h"
#include "luotain-store-private.h"
#include "luotain-workbook-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define WAIT_MS 2000

static gboolean
refuse_newer (const char *path, gint64 version, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);

  g_set_error (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NEWER,
      _ ("“%s” was made by a newer version of Luotain (format %d; this version knows %d). Install the newer "
         "version to open it."),
      shown, (int) version, luotain_schema_newest ());
  return FALSE;
}

/* SQLite may have to roll an interrupted change back, so even a reader opens for writing where the file allows it. */
static gboolean
open_connection (LuotainStore *self, const char *path, LuotainOpenMode mode, GError **error)
{
  const gboolean may_write = g_access (path, W_OK) == 0;
  g_autofree char *shown = g_filename_display_basename (path);

  if (mode != LUOTAIN_OPEN_READ && !may_write)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_READ_ONLY,
                   _ ("“%s” can only be read here. Save a copy to a folder of your own and work on that."),
                   shown);
      return FALSE;
    }

  self->db = luotain_db_open (path, self->model, may_write ? LUOTAIN_DB_WRITE : LUOTAIN_DB_READ, error);

  if (self->db == NULL)
    return FALSE;

  /* A reader goes through the workbook once: pages are better used again than kept. */
  if (mode == LUOTAIN_OPEN_READ && !luotain_db_execute (self->db, "PRAGMA cache_size = -2000", error))
    return FALSE;

  self->db->progress = &self->progress;
  luotain_db_set_busy_timeout (self->db, mode == LUOTAIN_OPEN_WRITE ? 200 : WAIT_MS);
  return TRUE;
}

static gboolean
check_version (LuotainStore *self, const char *path, GError **error)
{
  gint64 version, application_id;

  if (!luotain_schema_get_version (self->db, &version, error)
      || !luotain_db_query_int (self->db, "PRAGMA application_id", &application_id, error))
    return FALSE;

  return version <= luotain_schema_newest () || refuse_newer (path, version, error);
}

static gboolean
upgrade (LuotainStore *self, GError **error)
{
  gint64 version;

  if (!luotain_schema_get_version (self->db, &version, error))
    return FALSE;

  if (version == luotain_schema_newest ())
    return TRUE;

  /* SQLite copies from no connection that holds a write transaction. */
  return luotain_db_execute (self->db, "ROLLBACK", error)
         && luotain_copy_before_upgrade (self->db, self->file, version, error)
         && luotain_store_take_hold (self, error) && luotain_schema_upgrade (self->db, error)
         && luotain_store_commit (self, error);
}

/* Who only reads an older workbook leaves it as it is and sees a private copy brought up. */
static gboolean
read_upgraded (LuotainStore *self, GError **error)
{
  g_autoptr (LuotainDb) copy = NULL;
  gint64 version;

  if (!luotain_schema_get_version (self->db, &version, error))
    return FALSE;

  if (version == luotain_schema_newest ())
    return TRUE;

  copy = luotain_copy_upgraded (self->db, error);

  if (copy == NULL)
    return FALSE;

  copy->progress = &self->progress;
  luotain_db_close (self->db);
  self->db = g_steal_pointer (&copy);
  return TRUE;
}

/* A writer that cannot write the folder cannot keep a journal there: better known now than at the first change. */
static gboolean
check_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_basename (path);

  if (g_access (folder, W_OK) == 0)
    return TRUE;

  g_set_error (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_READ_ONLY,
      _ ("The folder of “%s” cannot be written, so it can only be read here. Save a copy to a folder of your own "
         "and work on that."),
      shown);
  return FALSE;
}

/* SQLite has rolled the interrupted change back by now; whether the disk kept its word is worth a look. */
static gboolean
check_after_interruption (LuotainStore *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) faults = luotain_check_run (self->db, LUOTAIN_CHECK_FULL, error);
  g_autofree char *shown = g_filename_display_basename (path);

  if (faults == NULL)
    return FALSE;

  if (faults->len == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
               _ ("“%s” was damaged when a change was interrupted. Open the latest good copy of it. (%s)"),
               shown, (char *) faults->pdata[0]);
  return FALSE;
}

static gboolean
prepare (LuotainStore *self, const char *path, LuotainOpenMode mode, GError **error)
{
  if (!check_version (self, path, error))
    return FALSE;

  if (mode != LUOTAIN_OPEN_READ)
    {
      if (!check_folder (path, error))
        return FALSE;

      self->writable = TRUE;

      if (!luotain_store_take_hold (self, error))
        return FALSE;
    }

  if (!luotain_schema_verify (self->db, error)
      || (self->unclean && !check_after_interruption (self, path, error))
      || !(self->writable ? upgrade (self, error) : read_upgraded (self, error)))
    return FALSE;

  self->state = luotain_history_state_load (self->db, error);
  luotain_db_set_busy_timeout (self->db, 10000);
  return self->state != NULL
         && luotain_db_query_int (self->db, "PRAGMA data_version", &self->data_version, error);
}

LuotainStore *
luotain_store_open (GFile *file, const LuotainModel *model, LuotainOpenMode mode, GError **error)
{
  g_autoptr (LuotainStore) self = g_object_new (LUOTAIN_TYPE_STORE, NULL);
  g_autofree char *path = g_file_get_path (file);
  LuotainWorkbookHeader header;

  if (path == NULL)
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
          _ ("Workbooks are opened from folders of this computer only. Copy the file here first."));
      return NULL;
    }

  self->file = g_object_ref (file);
  self->model = model;

  if (!luotain_workbook_file_probe (path, &header, error))
    return NULL;

  if (header.known && header.version > (guint32) luotain_schema_newest ())
    {
      refuse_newer (path, header.version, error);
      return NULL;
    }

  if (mode != LUOTAIN_OPEN_READ
      && !luotain_workbook_file_check_free (path, mode == LUOTAIN_OPEN_WRITE_WAIT ? WAIT_MS : 0, error))
    return NULL;

  self->unclean = header.interrupted;
  self->registration = luotain_workbook_file_register (path);

  if (!open_connection (self, path, mode, error) || !prepare (self, path, mode, error))
    return NULL;

  self->thread = g_thread_new ("store", luotain_store_run_thread, self);
  return g_steal_pointer (&self);
}

typedef struct
{
  GFile *file;
  const LuotainModel *model;
  LuotainOpenMode mode;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  LuotainStore *store = luotain_store_open (opening->file, opening->model, opening->mode, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
luotain_store_open_async (GFile *file, const LuotainModel *model, LuotainOpenMode mode,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->file = g_object_ref (file);
  opening->model = model;
  opening->mode = mode;
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

LuotainStore *
luotain_store_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
