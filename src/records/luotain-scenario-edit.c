#include "config.h"

#include "luotain-scenario-edit.h"

#include "luotain-edit.h"
#include "luotain-frame-scenario.h"
#include "luotain-period.h"
#include "luotain-record-io.h"
#include "luotain-scenario.h"
#include "luotain-statement.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

/* How long a new period is where nothing else says so. */
#define PERIOD_YEARS 5

LuotainPartAdd *
luotain_part_add_new (const LuotainRecordType *type, gint64 owner, const char *title)
{
  LuotainPartAdd *self = g_new0 (LuotainPartAdd, 1);

  self->type = type;
  self->owner = owner;
  self->title = g_strdup (title);
  return self;
}

void
luotain_part_add_free (LuotainPartAdd *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->dimensions);
  g_free (self);
}

static gboolean
fill_scenario (LuotainDb *db, LuotainScenario *scenario, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT MAX(horizon_year) FROM workbook",
                                                               error);

  if (statement == NULL || luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;

  scenario->target_year = luotain_statement_get_number (statement, 0);
  return TRUE;
}

/* Periods are told backwards: a new one ends where the one told last begins, the first in the target year. */
static gboolean
fill_period (LuotainDb *db, LuotainPeriod *period, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT COALESCE((SELECT MIN(p.start_year) - 1 FROM period p JOIN record r ON r.id = p.id WHERE r.owner = ?1),"
      " (SELECT target_year FROM scenario WHERE id = ?1))",
      error);
  LuotainLanguage language;

  if (statement == NULL || !luotain_workbook_language (db, &language, error))
    return FALSE;

  luotain_statement_bind_id (statement, 1, period->record.owner);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;

  period->end_year = luotain_statement_get_number (statement, 0);
  if (period->end_year == LUOTAIN_NUMBER_UNSET)
    return TRUE;

  period->start_year = period->end_year - PERIOD_YEARS + 1;
  g_free (period->title.text[language]);
  period->title.text[language] = g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT,
                                                  period->start_year, period->end_year);
  return TRUE;
}

static gboolean
fill (LuotainDb *db, const LuotainPartAdd *add, gpointer record, GError **error)
{
  const char *name = luotain_record_type_field (add->type, "title", NULL) != NULL ? "title" : "text";

  ((LuotainRecord *) record)->owner = add->owner;
  return luotain_edit_fill (db, add->type, record, name, add->title, TRUE, error)
         && (add->dimensions == NULL
             || luotain_edit_fill (db, add->type, record, "dimensions", add->dimensions, TRUE, error))
         && (add->type != &luotain_scenario_type || fill_scenario (db, record, error))
         && (add->type != &luotain_period_type || fill_period (db, record, error));
}

static gboolean
tie (LuotainDb *db, const LuotainPartAdd *add, gint64 id, GError **error)
{
  return (add->sector == 0 || luotain_edit_link (db, id, "sector", add->sector, error))
         && (add->scenario == 0 || luotain_edit_set_path (db, add->scenario, add->owner, id, error));
}

gboolean
luotain_part_add_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainPartAdd *add = data;
  gpointer record = luotain_record_new (add->type);
  const gboolean inserted = fill (db, add, record, error)
                            && luotain_record_insert (db, add->type, record, error);
  const gint64 id = ((LuotainRecord *) record)->id;

  luotain_record_free (add->type, record);
  if (!inserted || !tie (db, add, id, error))
    return FALSE;

  luotain_db_set_detail (db, add->title);
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

gboolean
luotain_record_move_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordMove *move = data;
  const LuotainRecordType *type = luotain_record_type_of (db, move->id, error);
  LuotainRecord *record = type != NULL ? luotain_record_load (db, type, move->id, error) : NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 owner;

  if (record == NULL)
    return FALSE;

  owner = record->owner;
  luotain_record_free (type, record);
  ids = luotain_record_ids (db, type, owner, error);
  if (ids == NULL)
    return FALSE;

  for (int i = 0; i < (int) ids->len; i++)
    {
      const int place = i + move->offset;

      if (g_array_index (ids, gint64, i) == move->id)
        return place < 0 || place >= (int) ids->len || luotain_record_move (db, move->id, place, error);
    }
  return TRUE;
}

gboolean
luotain_path_step_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainPathStep *step = data;

  return luotain_edit_set_path (db, step->scenario, step->variable, step->state, error);
}

LuotainFrameAdd *
luotain_frame_add_new (gint64 scenario, const char *title)
{
  LuotainFrameAdd *self = g_new0 (LuotainFrameAdd, 1);

  self->scenario = scenario;
  self->title = g_strdup (title);
  return self;
}

void
luotain_frame_add_free (LuotainFrameAdd *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self);
}

gboolean
luotain_scenario_frame_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainFrameAdd *frame = data;
  g_autoptr (LuotainPartAdd) add = luotain_part_add_new (&luotain_frame_scenario_type, 0, frame->title);
  g_autofree gint64 *id = NULL;

  return luotain_part_add_run (db, add, (gpointer *) &id, error)
         && luotain_edit_link (db, frame->scenario, "frame", *id, error);
}
