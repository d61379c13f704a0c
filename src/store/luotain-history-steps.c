#include "config.h"

#include "luotain-history-steps.h"

#include "luotain-history.h"
#include "luotain-recorder.h"
#include "luotain-store-private.h"

#include <glib/gi18n-lib.h>

#define MOST_STEPS 1000
#define MOST_BYTES (64 * 1024 * 1024)

void
luotain_step_info_free (LuotainStepInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->label);
  g_free (self->detail);
  g_free (self);
}

void
luotain_history_state_free (LuotainHistoryState *state)
{
  if (state == NULL)
    return;

  g_free (state->undo_label);
  g_free (state->redo_label);
  g_free (state);
}

#define NEXT_UNDO "SELECT id, label FROM history_step WHERE NOT undone ORDER BY id DESC LIMIT 1"
#define NEXT_REDO "SELECT id, label FROM history_step WHERE undone ORDER BY id LIMIT 1"

static gboolean
find_next (LuotainDb *db, gboolean undo, gint64 *step, char **label, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, undo ? NEXT_UNDO : NEXT_REDO, error);

  *step = 0;
  *label = NULL;

  if (statement == NULL)
    return FALSE;

  switch (luotain_statement_step (statement, error))
    {
    case LUOTAIN_STEP_ROW:
      *step = luotain_statement_get_id (statement, 0);
      *label = luotain_statement_dup_text (statement, 1);
      return TRUE;
    case LUOTAIN_STEP_DONE:
      return TRUE;
    case LUOTAIN_STEP_ERROR:
    default:
      return FALSE;
    }
}

LuotainHistoryState *
luotain_history_state_load (LuotainDb *db, GError **error)
{
  LuotainHistoryState *state = g_new0 (LuotainHistoryState, 1);
  gint64 step;

  if (find_next (db, TRUE, &step, &state->undo_label, error)
      && find_next (db, FALSE, &step, &state->redo_label, error))
    return state;

  luotain_history_state_free (state);
  return NULL;
}

static gboolean
drop_oldest (LuotainDb *db, GError **error)
{
  return luotain_db_execute (
      db,
      "DELETE FROM history_step WHERE id IN (SELECT id FROM (SELECT id,"
      " row_number () OVER newest AS place, sum (bytes) OVER newest AS total FROM history_step"
      " WINDOW newest AS (ORDER BY id DESC)) WHERE place > 1 AND"
      " (place > " G_STRINGIFY (MOST_STEPS) " OR total > 67108864))",
      error);
}

G_STATIC_ASSERT (MOST_BYTES == 67108864);

gboolean
luotain_history_steps_prune (LuotainDb *db, GError **error)
{
  gint64 n_steps, bytes;

  /* Counting is cheap; the window over all steps is for when something is to go. */
  if (!luotain_db_query_int (db, "SELECT count(*) FROM history_step", &n_steps, error)
      || !luotain_db_query_int (db, "SELECT coalesce (sum (bytes), 0) FROM history_step", &bytes, error))
    return FALSE;

  return (n_steps <= MOST_STEPS && bytes <= MOST_BYTES) || n_steps <= 1 || drop_oldest (db, error);
}

static gboolean
replay_parts (LuotainDb *db, gint64 step, gboolean undo, LuotainChanges *changes, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      undo ? "SELECT changeset FROM history_part WHERE step = ?1 ORDER BY part DESC"
           : "SELECT changeset FROM history_part WHERE step = ?1 ORDER BY part",
      error);
  LuotainStep result;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, step);

  while ((result = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      gsize length;
      gconstpointer changeset = luotain_statement_get_bytes (statement, 0, &length);

      if (!luotain_recorder_apply (db, changeset, length, undo, changes, error))
        return FALSE;
    }

  return result == LUOTAIN_STEP_DONE;
}

static gboolean
mark_step (LuotainDb *db, gint64 step, gboolean undone, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "UPDATE history_step SET undone = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, step);
  luotain_statement_bind_int (statement, 2, undone);
  return luotain_statement_run (statement, error);
}

gboolean
luotain_history_steps_replay (LuotainDb *db, gboolean undo, LuotainChanges *changes, char **label,
                              GError **error)
{
  gint64 step;

  if (!find_next (db, undo, &step, label, error))
    return FALSE;

  if (step == 0)
    {
      g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND,
                           undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
      return FALSE;
    }

  return replay_parts (db, step, undo, changes, error) && mark_step (db, step, undo, error);
}

GPtrArray *
luotain_history_list (LuotainDb *db, guint limit, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT id, label, detail, time, undone FROM history_step ORDER BY id DESC LIMIT ?1", error);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_step_info_free);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_int (statement, 1, limit);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainStepInfo *info = g_new0 (LuotainStepInfo, 1);

      info->id = luotain_statement_get_id (statement, 0);
      info->label = luotain_statement_dup_text (statement, 1);
      info->detail = luotain_statement_dup_text (statement, 2);
      info->time = luotain_statement_get_int (statement, 3);
      info->undone = luotain_statement_get_int (statement, 4) != 0;
      g_ptr_array_add (steps, info);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&steps) : NULL;
}
