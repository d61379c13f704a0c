#include "config.h"

#include "luotain-link.h"

#include "luotain-db-private.h"
#include "luotain-record-io.h"

#include <glib/gi18n-lib.h>

void
luotain_link_free (LuotainLink *self)
{
  if (self == NULL)
    return;

  g_free (self->note);
  g_free (self);
}

static gboolean
fail_not_found (GError **error)
{
  g_set_error_literal (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND,
      _ ("There is no such link in the workbook; it may have been removed. Undo brings it back."));
  return FALSE;
}

static gboolean
check_ends (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target, GError **error)
{
  const LuotainRecordType *source_type = luotain_record_type_of (db, source, error);
  const LuotainRecordType *target_type = source_type != NULL ? luotain_record_type_of (db, target, error)
                                                             : NULL;

  if (target_type == NULL)
    return FALSE;

  if (source != target && luotain_role_allows (role, source_type->name, target_type->name))
    return TRUE;

  g_set_error (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
      _ ("The role “%s” does not lead from a record of the type “%s” to one of the type “%s”. Choose another role "
         "or record."),
      role->name, source_type->name, target_type->name);
  return FALSE;
}

static void
bind_ends (LuotainStatement *statement, gint64 source, const LuotainRole *role, gint64 target)
{
  luotain_statement_bind_id (statement, 1, source);
  luotain_statement_bind_text (statement, 2, role->name);
  luotain_statement_bind_id (statement, 3, target);
}

static gboolean
touch_for (LuotainDb *db, gint64 source, const LuotainRole *role, GError **error)
{
  if (!luotain_db_count_row (db, error))
    return FALSE;

  return role->flow == LUOTAIN_CHAIN_NONE || luotain_record_touch (db, source, error);
}

gboolean
luotain_link_add (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target, GError **error)
{
  g_autoptr (LuotainStatement) statement = NULL;
  gboolean known;

  if (!check_ends (db, source, role, target, error))
    return FALSE;

  if (role->only_one)
    return luotain_link_set_only (db, source, role, target, error);

  statement = luotain_db_prepare (db, "SELECT 1 FROM link WHERE source = ?1 AND role = ?2 AND target = ?3",
                                  error);

  if (statement == NULL)
    return FALSE;

  bind_ends (statement, source, role, target);

  switch (luotain_statement_step (statement, error))
    {
    case LUOTAIN_STEP_ROW:
      known = TRUE;
      break;
    case LUOTAIN_STEP_DONE:
      known = FALSE;
      break;
    case LUOTAIN_STEP_ERROR:
    default:
      return FALSE;
    }

  if (known)
    return luotain_link_confirm (db, source, role, target, error);

  g_clear_pointer (&statement, luotain_statement_free);
  statement = luotain_db_prepare (db,
                                  "INSERT INTO link (source, role, target, confirmed_revision)"
                                  " SELECT ?1, ?2, ?3, revision FROM record WHERE id = ?3",
                                  error);

  if (statement == NULL)
    return FALSE;

  bind_ends (statement, source, role, target);
  return luotain_statement_run (statement, error) && touch_for (db, source, role, error);
}

gboolean
luotain_link_put (LuotainDb *db, const LuotainLink *link, GError **error)
{
  g_autoptr (LuotainStatement) statement = NULL;

  if (!check_ends (db, link->source, link->role, link->target, error))
    return FALSE;

  if (link->role->only_one)
    {
      g_autoptr (LuotainStatement) others = luotain_db_prepare (
          db, "DELETE FROM link WHERE source = ?1 AND role = ?2 AND target <> ?3", error);

      if (others == NULL)
        return FALSE;

      bind_ends (others, link->source, link->role, link->target);

      if (!luotain_statement_run (others, error))
        return FALSE;
    }

  statement = luotain_db_prepare (
      db,
      "INSERT INTO link (source, role, target, note, confirmed_revision)"
      " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET note = excluded.note,"
      " confirmed_revision = excluded.confirmed_revision",
      error);

  if (statement == NULL)
    return FALSE;

  bind_ends (statement, link->source, link->role, link->target);
  luotain_statement_bind_text (statement, 4, link->note);
  luotain_statement_bind_int (statement, 5, link->confirmed_revision);
  return luotain_statement_run (statement, error) && luotain_db_count_row (db, error);
}

gboolean
luotain_link_remove (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "DELETE FROM link WHERE source = ?1 AND role = ?2 AND target = ?3", error);

  if (statement == NULL)
    return FALSE;

  bind_ends (statement, source, role, target);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  return luotain_db_n_changes (db) > 0 ? touch_for (db, source, role, error) : fail_not_found (error);
}

gboolean
luotain_link_set_only (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target, GError **error)
{
  g_autoptr (LuotainStatement) insert = NULL;
  g_autoptr (LuotainStatement) remove = NULL;
  gint64 present;

  if (target != 0 && !check_ends (db, source, role, target, error))
    return FALSE;

  if (!luotain_link_get_only (db, source, role->name, &present, error))
    return FALSE;

  if (present == target)
    return target == 0 || luotain_link_confirm (db, source, role, target, error);

  remove = luotain_db_prepare (db, "DELETE FROM link WHERE source = ?1 AND role = ?2", error);
  insert = luotain_db_prepare (db,
                               "INSERT INTO link (source, role, target, confirmed_revision)"
                               " SELECT ?1, ?2, ?3, revision FROM record WHERE id = ?3",
                               error);

  if (remove == NULL || insert == NULL)
    return FALSE;

  luotain_statement_bind_id (remove, 1, source);
  luotain_statement_bind_text (remove, 2, role->name);

  if (!luotain_statement_run (remove, error))
    return FALSE;

  bind_ends (insert, source, role, target);
  return (target == 0 || luotain_statement_run (insert, error)) && touch_for (db, source, role, error);
}

gboolean
luotain_link_set_note (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target, const char *note,
                       GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "UPDATE link SET note = ?4 WHERE source = ?1 AND role = ?2 AND target = ?3", error);

  if (statement == NULL)
    return FALSE;

  bind_ends (statement, source, role, target);
  luotain_statement_bind_text (statement, 4, note);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  return luotain_db_n_changes (db) > 0 ? luotain_db_count_row (db, error) : fail_not_found (error);
}

gboolean
luotain_link_confirm (LuotainDb *db, gint64 source, const LuotainRole *role, gint64 target, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "UPDATE link SET confirmed_revision = (SELECT revision FROM record WHERE id = ?3)"
      " WHERE source = ?1 AND role = ?2 AND target = ?3",
      error);

  if (statement == NULL)
    return FALSE;

  bind_ends (statement, source, role, target);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  return luotain_db_n_changes (db) > 0 ? luotain_db_count_row (db, error) : fail_not_found (error);
}

GPtrArray *
luotain_link_list (LuotainDb *db, gint64 record, gboolean incoming, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      incoming
          ? "SELECT source, role, target, note, confirmed_revision FROM link WHERE target = ?1 ORDER BY role, source"
          : "SELECT source, role, target, note, confirmed_revision FROM link WHERE source = ?1 ORDER BY role, target",
      error);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_link_free);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, record);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const LuotainRole *role = luotain_model_role (db->model, luotain_statement_get_text (statement, 1));
      LuotainLink *link;

      if (role == NULL)
        continue;

      link = g_new0 (LuotainLink, 1);
      link->source = luotain_statement_get_id (statement, 0);
      link->role = role;
      link->target = luotain_statement_get_id (statement, 2);
      link->note = luotain_statement_dup_text (statement, 3);
      link->confirmed_revision = luotain_statement_get_int (statement, 4);
      g_ptr_array_add (links, link);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&links) : NULL;
}

gboolean
luotain_link_get_only (LuotainDb *db, gint64 source, const char *role, gint64 *target, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT target FROM link WHERE source = ?1 AND role = ?2 ORDER BY target LIMIT 1", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, source);
  luotain_statement_bind_text (statement, 2, role);
  step = luotain_statement_step (statement, error);
  *target = step == LUOTAIN_STEP_ROW ? luotain_statement_get_id (statement, 0) : 0;
  return step != LUOTAIN_STEP_ERROR;
}
