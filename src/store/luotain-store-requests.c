/* What can be asked of an open store besides changes, which are the history's: reading, checking, copying, purging. */

#include "config.h"

#include "luotain-atomic-file.h"
#include "luotain-check.h"
#include "luotain-copy.h"
#include "luotain-edition-content.h"
#include "luotain-record-io.h"
#include "luotain-schema.h"
#include "luotain-store-private.h"
#include "luotain-workbook-file.h"

#include <glib/gi18n-lib.h>

#define WORKBOOK_ID "1280659284" /* LUOT */

static gboolean
finish_plain (GAsyncResult *result, gpointer *value, GError **error)
{
  LuotainRequest *request = luotain_store_answer (result, error);

  if (request == NULL)
    return FALSE;

  if (value != NULL)
    *value = g_steal_pointer (&request->value);

  luotain_request_free (request);
  return TRUE;
}

static gboolean
wait_for (LuotainStore *self, LuotainRequest *request, gpointer *value, GError **error)
{
  const gboolean ok = luotain_store_send_and_wait (self, request, error);

  if (ok && value != NULL)
    *value = g_steal_pointer (&request->value);

  luotain_request_free (request);
  return ok;
}

/* ---- reading ---- */

static gboolean
perform_read (LuotainStore *self, LuotainRequest *request, GError **error)
{
  LuotainDb *db = luotain_store_get_db (self);
  gboolean ok;

  /* A reader sees one state of the workbook from beginning to end; a writer holds a transaction anyway. */
  if (luotain_store_is_writable (self))
    return request->job (db, request->data, &request->value, error);

  if (!luotain_db_execute (db, "BEGIN", error))
    return FALSE;

  ok = request->job (db, request->data, &request->value, error);
  luotain_db_execute (db, "ROLLBACK", NULL);
  return ok;
}

void
luotain_store_read_async (LuotainStore *self, LuotainJob job, gpointer data, GDestroyNotify free_data,
                          GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  LuotainRequest *request = luotain_request_new (self, perform_read);

  request->job = job;
  request->data = data;
  request->free_data = free_data;
  request->free_value = free_result;
  g_set_object (&request->cancellable, cancellable);
  luotain_store_send (self, request, self, callback, user_data);
}

gboolean
luotain_store_read_finish (LuotainStore *self, GAsyncResult *result, gpointer *value, GError **error)
{
  return finish_plain (result, value, error);
}

gboolean
luotain_store_read (LuotainStore *self, LuotainJob job, gpointer data, gpointer *value, GError **error)
{
  LuotainRequest *request = luotain_request_new (self, perform_read);

  request->job = job;
  request->data = data;
  return wait_for (self, request, value, error);
}

/* ---- checking ---- */

static gboolean
perform_check (LuotainStore *self, LuotainRequest *request, GError **error)
{
  request->value = luotain_check_run (luotain_store_get_db (self), LUOTAIN_CHECK_FULL, error);
  return request->value != NULL;
}

void
luotain_store_check_async (LuotainStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  LuotainRequest *request = luotain_request_new (self, perform_check);

  request->in_background = TRUE;
  request->free_value = (GDestroyNotify) g_ptr_array_unref;
  g_set_object (&request->cancellable, cancellable);
  luotain_store_send (self, request, self, callback, user_data);
}

GPtrArray *
luotain_store_check_finish (LuotainStore *self, GAsyncResult *result, GError **error)
{
  gpointer faults = NULL;

  return finish_plain (result, &faults, error) ? faults : NULL;
}

GPtrArray *
luotain_store_check (LuotainStore *self, GError **error)
{
  gpointer faults = NULL;

  return wait_for (self, luotain_request_new (self, perform_check), &faults, error) ? faults : NULL;
}

/* ---- copying ---- */

/*
 * SQLite copies from no connection that holds a write transaction, so the hold is let go and a read transaction keeps
 * others from changing the file meanwhile. The same connection copies what is seen here even where the file was moved.
 */
static gboolean
perform_copy (LuotainStore *self, LuotainRequest *request, GError **error)
{
  LuotainDb *db = luotain_store_get_db (self);
  gint64 n_records;
  gboolean ok;

  if (luotain_store_is_writable (self) && !sqlite3_get_autocommit (db->handle)
      && !luotain_db_execute (db, "ROLLBACK", error))
    return FALSE;

  ok = luotain_db_execute (db, "BEGIN", error)
       && luotain_db_query_int (db, "SELECT count(*) FROM workbook", &n_records, error)
       && luotain_copy_database (db, request->file, request->flag, error);
  luotain_store_roll_back (self);
  return ok;
}

static LuotainRequest *
make_copy_request (LuotainStore *self, GFile *target, gboolean with_history)
{
  LuotainRequest *request = luotain_request_new (self, perform_copy);

  request->file = g_object_ref (target);
  request->flag = with_history;
  return request;
}

/* The copy would take the place of the file it is made from. */
static gboolean
refuse_itself (LuotainStore *self, GFile *target, GError **error)
{
  if (!g_file_equal (luotain_store_get_file (self), target))
    return FALSE;

  g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                       _ ("A workbook cannot be copied onto itself. Choose another name."));
  return TRUE;
}

gboolean
luotain_store_copy (LuotainStore *self, GFile *target, gboolean with_history, GError **error)
{
  return !refuse_itself (self, target, error)
         && wait_for (self, make_copy_request (self, target, with_history), NULL, error);
}

void
luotain_store_copy_async (LuotainStore *self, GFile *target, gboolean with_history, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  GError *error = NULL;
  LuotainRequest *request;

  if (refuse_itself (self, target, &error))
    {
      g_task_report_error (self, callback, user_data, NULL, error);
      return;
    }

  request = make_copy_request (self, target, with_history);
  g_set_object (&request->cancellable, cancellable);
  luotain_store_send (self, request, self, callback, user_data);
}

gboolean
luotain_store_copy_finish (LuotainStore *self, GAsyncResult *result, GError **error)
{
  return finish_plain (result, NULL, error);
}

/* ---- removing for good ---- */

static gboolean
delete_all (LuotainDb *db, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean exists;

      /* One may have gone with another that owned it. */
      if (!luotain_record_exists (db, g_array_index (ids, gint64, i), &exists, error)
          || (exists && !luotain_record_delete (db, g_array_index (ids, gint64, i), error)))
        return FALSE;
    }

  return TRUE;
}

static GArray *
list_records (LuotainDb *db, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT id FROM record ORDER BY id",
                                                               error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step = LUOTAIN_STEP_ERROR;

  while (statement != NULL && (step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* What goes with the records that were named is only known by what is left. One that was deleted before, and of which
 * only an edition still tells, may be named too. */
static gboolean
remove_all (LuotainDb *db, GArray *ids, GError **error)
{
  g_autoptr (GArray) before = list_records (db, error);
  g_autoptr (GArray) after = before != NULL && delete_all (db, ids, error) ? list_records (db, error) : NULL;
  g_autoptr (GArray) gone = g_array_copy (ids);

  if (after == NULL)
    return FALSE;

  for (guint i = 0, j = 0; i < before->len; i++)
    {
      const gint64 id = g_array_index (before, gint64, i);

      if (j < after->len && g_array_index (after, gint64, j) == id)
        j++;
      else
        g_array_append_val (gone, id);
    }

  g_array_sort (gone, compare_ids);
  return luotain_edition_purge (db, gone, error);
}

/* VACUUM cannot run inside a transaction, so the hold is let go for it and taken again after. */
static gboolean
rewrite_file (LuotainStore *self, GError **error)
{
  LuotainDb *db = luotain_store_get_db (self);
  gboolean ok;

  if (!luotain_db_execute (db, "COMMIT", error))
    {
      luotain_store_roll_back (self);
      return FALSE;
    }

  ok = luotain_db_execute (db, "VACUUM", error);
  luotain_store_roll_back (self);
  return ok;
}

static gboolean
perform_removal (LuotainStore *self, LuotainRequest *request, GError **error)
{
  LuotainDb *db = luotain_store_get_db (self);
  gboolean ok;

  if (!luotain_store_require_writable (self, error)
      || !luotain_db_execute (db, "PRAGMA secure_delete = ON", error))
    return FALSE;

  if (!remove_all (db, request->ids, error) || !luotain_db_execute (db, "DELETE FROM history_step", error))
    {
      luotain_store_roll_back (self);
      ok = FALSE;
    }
  else
    ok = rewrite_file (self, error);

  luotain_db_execute (db, "PRAGMA secure_delete = OFF", NULL);

  if (!ok)
    return FALSE;

  request->changes = luotain_changes_new ();
  luotain_changes_add_all (request->changes);
  request->state = luotain_history_state_load (db, error);
  return request->state != NULL;
}

static LuotainRequest *
make_removal_request (LuotainStore *self, const gint64 *ids, gsize n_ids)
{
  LuotainRequest *request = luotain_request_new (self, perform_removal);

  request->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (request->ids, ids, n_ids);
  return request;
}

void
luotain_store_remove_permanently_async (LuotainStore *self, const gint64 *ids, gsize n_ids,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  LuotainRequest *request = make_removal_request (self, ids, n_ids);

  g_set_object (&request->cancellable, cancellable);
  luotain_store_send (self, request, self, callback, user_data);
}

gboolean
luotain_store_remove_permanently_finish (LuotainStore *self, GAsyncResult *result, GError **error)
{
  return finish_plain (result, NULL, error);
}

gboolean
luotain_store_remove_permanently (LuotainStore *self, const gint64 *ids, gsize n_ids, GError **error)
{
  return wait_for (self, make_removal_request (self, ids, n_ids), NULL, error);
}

/* ---- making a new workbook ---- */

static gboolean
fill_new (LuotainDb *db, LuotainJob seed, gpointer data, GError **error)
{
  gpointer result = NULL;

  /* The file has no name yet: a crash leaves nothing, so no journal is needed. */
  return luotain_db_execute (
             db,
             "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;"
             "PRAGMA application_id = " WORKBOOK_ID "; BEGIN IMMEDIATE",
             error)
         && luotain_schema_create (db, luotain_schema_newest (), error)
         && (seed == NULL || seed (db, data, &result, error)) && luotain_db_execute (db, "COMMIT", error);
}

gboolean
luotain_store_create (GFile *file, const LuotainModel *model, LuotainJob seed, gpointer data, GError **error)
{
  g_autoptr (LuotainAtomicFile) atomic_file = NULL;
  g_autoptr (LuotainDb) db = NULL;

  if (g_file_query_exists (file, NULL))
    {
      g_autofree char *shown = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("There is a file “%s” already. Choose another name, or open that file."), shown);
      return FALSE;
    }

  if (!luotain_workbook_file_check_place (file, error))
    return FALSE;

  atomic_file = luotain_atomic_file_new (file, error);
  db = atomic_file != NULL
           ? luotain_db_open (luotain_atomic_file_peek_path (atomic_file), model, LUOTAIN_DB_CREATE, error)
           : NULL;

  if (db == NULL || !fill_new (db, seed, data, error))
    return FALSE;

  g_clear_pointer (&db, luotain_db_close);
  return luotain_atomic_file_commit (atomic_file, error);
}
