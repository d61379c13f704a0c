#include "config.h"

#include "luotain-record-io.h"

#include "luotain-date.h"
#include "luotain-db-private.h"
#include "luotain-id.h"
#include "luotain-record-sql.h"

#include <glib/gi18n-lib.h>

/* Records own each other two levels deep; in a file that came by mail they may stand in a ring. */
#define MOST_OWNERS 64

#define N_HEAD_COLUMNS 6 /* id, owner, position, created, changed, revision */

const char *
luotain_record_select_sql (LuotainDb *db, const LuotainRecordType *type)
{
  return luotain_record_sql (db, type)->select;
}

static void
bind_fields (LuotainStatement *statement, const LuotainRecordType *type, gconstpointer record)
{
  int parameter = 2;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LuotainField *field = &type->fields[i];

      if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
        luotain_statement_bind_number (statement, parameter++, luotain_field_get_number (field, record));
      else
        for (guint j = 0; j < luotain_field_n_columns (field); j++)
          luotain_statement_bind_text (statement, parameter++, luotain_field_peek (field, record, j));
    }
}

gpointer
luotain_record_read (const LuotainRecordType *type, LuotainStatement *statement)
{
  LuotainRecord *record = luotain_record_new (type);
  int column = N_HEAD_COLUMNS;

  record->id = luotain_statement_get_id (statement, 0);
  record->owner = luotain_statement_get_id (statement, 1);
  record->position = luotain_statement_get_int (statement, 2);
  record->created = luotain_statement_get_int (statement, 3);
  record->changed = luotain_statement_get_int (statement, 4);
  record->revision = luotain_statement_get_int (statement, 5);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LuotainField *field = &type->fields[i];

      if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
        luotain_field_set_number (field, record, luotain_statement_get_number (statement, column++));
      else
        for (guint j = 0; j < luotain_field_n_columns (field); j++)
          luotain_field_take (field, record, j, luotain_statement_dup_text (statement, column++));
    }

  return record;
}

static gboolean
fail_not_found (gint64 id, GError **error)
{
  g_autofree char *digits = luotain_id_to_string ("…", id > 0 ? id : 1);

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND,
               _ ("There is no record %s in the workbook; it may have been deleted. Undo brings it back."),
               digits);
  return FALSE;
}

static gboolean
check_required (const LuotainRecordType *type, gconstpointer record, GError **error)
{
  const LuotainField *missing = luotain_record_missing_field (type, record);

  if (missing == NULL)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
               _ ("%s: “%s” is empty. Write something there."), _ (type->label), _ (missing->label));
  return FALSE;
}

static gboolean
check_owner (LuotainDb *db, const LuotainRecordType *type, const LuotainRecord *record, GError **error)
{
  const LuotainRecordType *owner_type;

  if (type->owner == NULL)
    {
      if (record->owner == 0)
        return TRUE;

      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("A record of the type “%s” belongs to no other. Leave its owner out."), type->name);
      return FALSE;
    }

  owner_type = record->owner != 0 ? luotain_record_type_of (db, record->owner, error) : NULL;

  if (owner_type != NULL && g_str_equal (owner_type->name, type->owner))
    return TRUE;

  if (error != NULL && *error != NULL)
    return FALSE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
               _ ("A record of the type “%s” belongs to one of the type “%s”. Name that as its owner."),
               type->name, type->owner);
  return FALSE;
}

static gboolean
check_single (LuotainDb *db, const LuotainRecordType *type, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if ((type->flags & LUOTAIN_TYPE_SINGLETON) == 0)
    return TRUE;

  ids = luotain_record_ids (db, type, 0, error);

  if (ids == NULL)
    return FALSE;

  if (ids->len == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
               _ ("There is one record of the type “%s” already, and only one. Change that one."),
               type->name);
  return FALSE;
}

static gboolean
find_last_position (LuotainDb *db, const LuotainRecordType *type, LuotainRecord *record, GError **error)
{
  g_autoptr (LuotainStatement) statement = NULL;

  if ((type->flags & LUOTAIN_TYPE_ORDERED) == 0 || record->position > 0)
    return TRUE;

  statement = luotain_db_prepare (db,
                                  record->owner != 0
                                      ? "SELECT max (position) FROM record WHERE owner = ?2 AND type = ?1"
                                      : "SELECT max (position) FROM record WHERE type = ?1",
                                  error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_text (statement, 1, type->name);

  if (record->owner != 0)
    luotain_statement_bind_id (statement, 2, record->owner);

  if (luotain_statement_step (statement, error) == LUOTAIN_STEP_ERROR)
    return FALSE;

  record->position = luotain_statement_get_int (statement, 0) + 1;
  return TRUE;
}

static gboolean
insert_head (LuotainDb *db, const LuotainRecordType *type, LuotainRecord *record, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "INSERT INTO record (id, type, owner, position, created, changed, revision)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, record->id);
  luotain_statement_bind_text (statement, 2, type->name);
  luotain_statement_bind_id (statement, 3, record->owner);
  luotain_statement_bind_int (statement, 4, record->position);
  luotain_statement_bind_int (statement, 5, record->created);
  luotain_statement_bind_int (statement, 6, record->changed);
  luotain_statement_bind_int (statement, 7, record->revision);
  return luotain_statement_run (statement, error);
}

static gboolean
run_with_fields (LuotainDb *db, const char *sql, const LuotainRecordType *type, gconstpointer record,
                 GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, ((const LuotainRecord *) record)->id);
  bind_fields (statement, type, record);
  return luotain_statement_run (statement, error) && luotain_db_count_row (db, error);
}

static void
fill_head (LuotainRecord *record)
{
  if (record->id == 0)
    record->id = luotain_id_new ();

  if (record->created == 0)
    record->created = luotain_time_now ();

  if (record->changed == 0)
    record->changed = record->created;

  if (record->revision == 0)
    record->revision = 1;
}

gboolean
luotain_record_insert_as_is (LuotainDb *db, const LuotainRecordType *type, gpointer record, GError **error)
{
  fill_head (record);

  return check_required (type, record, error) && check_owner (db, type, record, error)
         && check_single (db, type, error) && find_last_position (db, type, record, error)
         && insert_head (db, type, record, error)
         && run_with_fields (db, luotain_record_sql (db, type)->insert, type, record, error);
}

gboolean
luotain_record_insert (LuotainDb *db, const LuotainRecordType *type, gpointer record, GError **error)
{
  const LuotainRecord *head = record;

  return luotain_record_insert_as_is (db, type, record, error)
         && (head->owner == 0 || (type->flags & LUOTAIN_TYPE_ASIDE) != 0
             || luotain_record_touch (db, head->owner, error));
}

/* The owner whose revision counts the record's changes: 0 where there is none, or where the record stands aside. */
static gboolean
find_owner (LuotainDb *db, gint64 id, gint64 *owner, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db,
                                                               "SELECT owner, type FROM record WHERE id = ?1",
                                                               error);
  const LuotainRecordType *type;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);

  switch (luotain_statement_step (statement, error))
    {
    case LUOTAIN_STEP_ROW:
      type = luotain_model_type (db->model, luotain_statement_get_text (statement, 1));
      *owner = type == NULL || (type->flags & LUOTAIN_TYPE_ASIDE) == 0
                   ? luotain_statement_get_id (statement, 0)
                   : 0;
      return TRUE;
    case LUOTAIN_STEP_DONE:
      return fail_not_found (id, error);
    case LUOTAIN_STEP_ERROR:
    default:
      return FALSE;
    }
}

gboolean
luotain_record_touch (LuotainDb *db, gint64 id, GError **error)
{
  /* Not one statement with RETURNING: SQLite compiles such a statement anew each time it runs. */
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "UPDATE record SET revision = revision + 1 WHERE id = ?1", error);

  for (guint n = 0; statement != NULL && id != 0; n++)
    {
      gint64 owner;

      if (n == MOST_OWNERS)
        return luotain_db_fail (db, SQLITE_CORRUPT, error);

      if (!find_owner (db, id, &owner, error))
        return FALSE;

      luotain_statement_bind_id (statement, 1, id);

      if (!luotain_statement_run (statement, error) || !luotain_db_count_row (db, error))
        return FALSE;

      id = owner;
    }

  return statement != NULL;
}

static gboolean
stamp_changed (LuotainDb *db, LuotainRecord *record, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db,
                                                               "UPDATE record SET changed = ?2 WHERE id = ?1",
                                                               error);

  if (statement == NULL)
    return FALSE;

  record->changed = luotain_time_now ();
  record->revision++;
  luotain_statement_bind_id (statement, 1, record->id);
  luotain_statement_bind_int (statement, 2, record->changed);
  return luotain_statement_run (statement, error);
}

gboolean
luotain_record_update (LuotainDb *db, const LuotainRecordType *type, gpointer record, GError **error)
{
  LuotainRecord *head = record;
  LuotainRecord *stored;
  gboolean same;

  if (!check_required (type, record, error))
    return FALSE;

  stored = luotain_record_load (db, type, head->id, error);

  if (stored == NULL)
    return FALSE;

  same = luotain_record_equal (type, stored, record);
  luotain_record_free (type, stored);

  return same
         || (run_with_fields (db, luotain_record_sql (db, type)->update, type, record, error)
             && luotain_record_touch (db, head->id, error) && stamp_changed (db, head, error));
}

gboolean
luotain_record_touch_owner (LuotainDb *db, gint64 id, GError **error)
{
  gint64 owner;

  return find_owner (db, id, &owner, error) && (owner == 0 || luotain_record_touch (db, owner, error));
}

gpointer
luotain_record_load (LuotainDb *db, const LuotainRecordType *type, gint64 id, GError **error)
{
  g_autofree char *sql = g_strconcat (luotain_record_select_sql (db, type), " WHERE r.id = ?1", NULL);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, id);

  switch (luotain_statement_step (statement, error))
    {
    case LUOTAIN_STEP_ROW:
      return luotain_record_read (type, statement);
    case LUOTAIN_STEP_DONE:
      fail_not_found (id, error);
      return NULL;
    case LUOTAIN_STEP_ERROR:
    default:
      return NULL;
    }
}

const LuotainRecordType *
luotain_record_type_of (LuotainDb *db, gint64 id, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT type FROM record WHERE id = ?1",
                                                               error);
  const LuotainRecordType *type = NULL;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, id);

  switch (luotain_statement_step (statement, error))
    {
    case LUOTAIN_STEP_ROW:
      type = luotain_model_type (db->model, luotain_statement_get_text (statement, 0));
      break;
    case LUOTAIN_STEP_DONE:
      break;
    case LUOTAIN_STEP_ERROR:
    default:
      return NULL;
    }

  if (type == NULL)
    fail_not_found (id, error);

  return type;
}

gboolean
luotain_record_exists (LuotainDb *db, gint64 id, gboolean *exists, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT 1 FROM record WHERE id = ?1",
                                                               error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  step = luotain_statement_step (statement, error);
  *exists = step == LUOTAIN_STEP_ROW;
  return step != LUOTAIN_STEP_ERROR;
}

GPtrArray *
luotain_record_list (LuotainDb *db, const LuotainRecordType *type, gint64 owner, GError **error)
{
  g_autofree char *sql = g_strconcat (luotain_record_select_sql (db, type), " WHERE r.type = ?1",
                                      owner != 0 ? " AND r.owner = ?2" : "", " ORDER BY r.position, r.id",
                                      NULL);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  GPtrArray *records;
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_text (statement, 1, type->name);

  if (owner != 0)
    luotain_statement_bind_id (statement, 2, owner);

  records = g_ptr_array_new_with_free_func (luotain_record_destroy);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    g_ptr_array_add (records, luotain_record_read (type, statement));

  if (step == LUOTAIN_STEP_ERROR)
    g_clear_pointer (&records, g_ptr_array_unref);

  return records;
}

GArray *
luotain_record_ids (LuotainDb *db, const LuotainRecordType *type, gint64 owner, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      owner != 0 ? "SELECT id FROM record WHERE type = ?1 AND owner = ?2 ORDER BY position, id"
                 : "SELECT id FROM record WHERE type = ?1 ORDER BY position, id",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_text (statement, 1, type->name);

  if (owner != 0)
    luotain_statement_bind_id (statement, 2, owner);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
luotain_record_move (LuotainDb *db, gint64 id, guint place, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (LuotainStatement) statement = NULL;
  LuotainRecord *record = type != NULL ? luotain_record_load (db, type, id, error) : NULL;
  gint64 owner;

  if (record == NULL)
    return FALSE;

  owner = record->owner;
  luotain_record_free (type, record);
  ids = luotain_record_ids (db, type, owner, error);
  statement = luotain_db_prepare (db, "UPDATE record SET position = ?2 WHERE id = ?1 AND position <> ?2",
                                  error);

  if (ids == NULL || statement == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index (ids, i);
        break;
      }

  g_array_insert_val (ids, MIN (place, ids->len), id);

  for (guint i = 0; i < ids->len; i++)
    {
      luotain_statement_bind_id (statement, 1, g_array_index (ids, gint64, i));
      luotain_statement_bind_int (statement, 2, i + 1);

      if (!luotain_statement_run (statement, error) || !luotain_db_count_row (db, error))
        return FALSE;
    }

  return luotain_record_touch_owner (db, id, error);
}
