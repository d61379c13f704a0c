#include "config.h"

#include "luotain-judging.h"

#include "luotain-edit.h"
#include "luotain-influence.h"
#include "luotain-judgement.h"
#include "luotain-record-io.h"
#include "luotain-scenario-edit.h"
#include "luotain-scenario.h"
#include "luotain-statement.h"

#include <glib/gi18n-lib.h>

/* The records of @type that @owner has on @target, the one that was changed last first. */
static GArray *
find_pair (LuotainDb *db, const LuotainRecordType *type, gint64 owner, const char *role, gint64 target,
           GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.id FROM record r JOIN link l ON l.source = r.id AND l.role = ?3 AND l.target = ?4"
      " WHERE r.owner = ?1 AND r.type = ?2 ORDER BY r.changed DESC, r.id DESC",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, owner);
  luotain_statement_bind_text (statement, 2, type->name);
  luotain_statement_bind_text (statement, 3, role);
  luotain_statement_bind_id (statement, 4, target);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
delete_from (LuotainDb *db, GArray *ids, guint first, GError **error)
{
  for (guint i = first; i < ids->len; i++)
    if (!luotain_record_delete (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
fail_same_owner (GError **error)
{
  g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                       _ ("A key variable does not influence itself. Choose two different ones."));
  return FALSE;
}

static gboolean
insert_tied (LuotainDb *db, const LuotainRecordType *type, gpointer record, const char *role, gint64 target,
             GError **error)
{
  return luotain_record_insert (db, type, record, error)
         && luotain_edit_link (db, ((LuotainRecord *) record)->id, role, target, error);
}

static gboolean
set_answer (LuotainDb *db, const LuotainInfluenceAnswer *answer, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  LuotainInfluence *influence;
  gboolean ok;

  if (answer->from == answer->on)
    return fail_same_owner (error);

  ids = find_pair (db, &luotain_influence_type, answer->from, "influences", answer->on, error);

  if (ids == NULL || !delete_from (db, ids, answer->answer != NULL ? 1 : 0, error))
    return FALSE;

  if (answer->answer == NULL)
    return TRUE;

  if (ids->len > 0)
    return luotain_edit_set_field (db, g_array_index (ids, gint64, 0), "answer", answer->answer, FALSE,
                                   error);

  influence = luotain_record_new (&luotain_influence_type);
  influence->record.owner = answer->from;
  ok = luotain_edit_fill (db, &luotain_influence_type, influence, "answer", answer->answer, FALSE, error)
       && insert_tied (db, &luotain_influence_type, influence, "influences", answer->on, error);
  luotain_record_destroy (influence);
  return ok;
}

gboolean
luotain_judging_answer_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  GArray *answers = data;

  for (guint i = 0; i < answers->len; i++)
    if (!set_answer (db, &g_array_index (answers, LuotainInfluenceAnswer, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
find_variable (LuotainDb *db, gint64 state, gint64 *variable, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT owner FROM record WHERE id = ?1 AND type = 'state'", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, state);
  step = luotain_statement_step (statement, error);

  if (step == LUOTAIN_STEP_ROW)
    *variable = luotain_statement_get_id (statement, 0);
  else if (step == LUOTAIN_STEP_DONE)
    g_set_error_literal (
        error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND,
        _ ("The alternative is no longer in the workbook; it may have been deleted. Undo brings it back."));

  return step == LUOTAIN_STEP_ROW;
}

static gboolean
check_cell (LuotainDb *db, const LuotainJudgementCell *cell, GError **error)
{
  gint64 from, on;

  if (!find_variable (db, cell->state, &from, error) || !find_variable (db, cell->on, &on, error))
    return FALSE;

  if (from == on)
    return fail_same_owner (error);

  if (cell->value == LUOTAIN_NUMBER_UNSET || ABS (cell->value) <= LUOTAIN_JUDGEMENT_MAX)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
               _ ("A judgement lies between −%d and %d."), LUOTAIN_JUDGEMENT_MAX, LUOTAIN_JUDGEMENT_MAX);
  return FALSE;
}

static gboolean
write_cell (LuotainDb *db, LuotainJudgement *judgement, const LuotainJudgementCell *cell, GError **error)
{
  judgement->value = cell->value;
  return cell->reason == NULL
         || luotain_edit_fill (db, &luotain_judgement_type, judgement, "reason", cell->reason, TRUE, error);
}

static gboolean
set_cell (LuotainDb *db, const LuotainJudgementCell *cell, GError **error)
{
  const gboolean open = cell->value == LUOTAIN_NUMBER_UNSET;
  g_autoptr (GArray) ids = NULL;
  LuotainJudgement *judgement;
  gboolean ok;

  if (!check_cell (db, cell, error))
    return FALSE;

  ids = find_pair (db, &luotain_judgement_type, cell->state, "judges", cell->on, error);

  if (ids == NULL || !delete_from (db, ids, open ? 0 : 1, error))
    return FALSE;

  if (open)
    return TRUE;

  judgement = ids->len > 0
                  ? luotain_record_load (db, &luotain_judgement_type, g_array_index (ids, gint64, 0), error)
                  : luotain_record_new (&luotain_judgement_type);

  if (judgement == NULL)
    return FALSE;

  judgement->record.owner = cell->state;
  ok = write_cell (db, judgement, cell, error)
       && (ids->len > 0 ? luotain_record_update (db, &luotain_judgement_type, judgement, error)
                        : insert_tied (db, &luotain_judgement_type, judgement, "judges", cell->on, error));
  luotain_record_destroy (judgement);
  return ok;
}

gboolean
luotain_judging_set_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  GArray *cells = data;

  for (guint i = 0; i < cells->len; i++)
    if (!set_cell (db, &g_array_index (cells, LuotainJudgementCell, i), error))
      return FALSE;

  return TRUE;
}

LuotainPathScenario *
luotain_path_scenario_new (const char *title, gint64 sector, GArray *states)
{
  LuotainPathScenario *self = g_new0 (LuotainPathScenario, 1);

  self->title = g_strdup (title);
  self->sector = sector;
  self->states = g_array_ref (states);
  return self;
}

void
luotain_path_scenario_free (LuotainPathScenario *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_array_unref (self->states);
  g_free (self);
}

gboolean
luotain_path_scenario_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainPathScenario *wanted = data;
  g_autoptr (LuotainPartAdd) scenario = luotain_part_add_new (&luotain_scenario_type, 0, wanted->title);
  g_autofree gint64 *id = NULL;

  scenario->sector = wanted->sector;

  if (!luotain_part_add_run (db, scenario, (gpointer *) &id, error))
    return FALSE;

  for (guint i = 0; i < wanted->states->len; i++)
    if (!luotain_edit_link (db, *id, "path", g_array_index (wanted->states, gint64, i), error))
      return FALSE;

  *result = g_steal_pointer (&id);
  return TRUE;
}
