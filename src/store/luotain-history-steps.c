#include "config.h"

#include "luotain-history-steps.h"

#include "luotain-history.h"
#include "luotain-recorder.h"
#include "luotain-store-private.h"

#include <glib/gi18n-lib.h>

#define MOST_STEPS 1000
#define MOST_BYTES 67108864 /* 64 MB */
#define BYTES_BETWEEN_SUMS (1024 * 1024)

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

#define NEWEST_DONE "SELECT id FROM history_step WHERE NOT undone ORDER BY id DESC LIMIT 1"
#define NEXT_UNDO "SELECT id, label FROM history_step WHERE NOT undone ORDER BY id DESC LIMIT 1"
/* What was undone is newer than all that is not, so no search is needed. */
#define NEXT_REDO \
  "SELECT id, label FROM history_step WHERE id > coalesce ((" NEWEST_DONE "), 0) ORDER BY id LIMIT 1"

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

gboolean
luotain_history_steps_end_redo (LuotainDb *db, GError **error)
{
  gint64 newest_done, newest;

  return luotain_db_query_int (db, NEWEST_DONE, &newest_done, error)
         && luotain_db_query_int (db, "SELECT max (id) FROM history_step", &newest, error)
         && (newest <= newest_done || luotain_db_run (db, "DELETE FROM history_step WHERE undone", error));
}

static gboolean
drop_up_to (LuotainDb *db, gint64 step, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "DELETE FROM history_step WHERE id <= ?1",
                                                               error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, step);
  return luotain_statement_run (statement, error);
}

/* The newest step that, with all after it, takes more than is kept; the newest of all stays whatever it takes. */
static gboolean
find_too_many_bytes (LuotainDb *db, gint64 *step, GError **error)
{
  return luotain_db_query_int (db,
                               "SELECT max (id) FROM (SELECT id, sum (bytes) OVER (ORDER BY id DESC) AS total"
                               " FROM history_step) WHERE total > " G_STRINGIFY (
                                   MOST_BYTES) " AND id < (SELECT max (id) FROM history_step)",
                               step, error);
}

gboolean
luotain_history_steps_prune (LuotainDb *db, GError **error)
{
  gint64 newest, oldest, step = 0;

  if (!luotain_db_query_int (db, "SELECT max (id) FROM history_step", &newest, error)
      || !luotain_db_query_int (db, "SELECT min (id) FROM history_step", &oldest, error))
    return FALSE;

  /* Ids of steps have no gaps: only the oldest and the newest ever go, and a new one takes the next number. */
  if (newest - oldest >= MOST_STEPS && !drop_up_to (db, newest - MOST_STEPS, error))
    return FALSE;

  /* To sum all sizes up at every edit would cost more than the edit. */
  if (db->history_bytes_since_sum < BYTES_BETWEEN_SUMS)
    return TRUE;

  db->history_bytes_since_sum = 0;
  return find_too_many_bytes (db, &step, error) && (step == 0 || drop_up_to (db, step, error));
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
