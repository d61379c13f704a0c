#include "luotain-scenario-query.h"

#include "luotain-link.h"
#include "luotain-statement.h"
#include "luotain-title-sql.h"

static void
scenario_part_free (LuotainScenarioPart *self)
{
  g_free (self->dimensions);
  g_free (self);
}

static void
scenario_sheet_free (LuotainScenarioSheet *self)
{
  g_free (self->title);
  g_free (self->image);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->periods);
  g_array_unref (self->path);
  g_free (self);
}

static LuotainScenarioSheet *
scenario_sheet_new (void)
{
  LuotainScenarioSheet *self = g_new0 (LuotainScenarioSheet, 1);

  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_part_free);
  self->periods = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_part_free);
  self->path = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static void
state_cell_free (LuotainStateCell *self)
{
  g_free (self->title);
  g_free (self->image);
  g_free (self);
}

static void
variable_row_free (LuotainVariableRow *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->states);
  g_free (self);
}

void
luotain_scenario_set_free (LuotainScenarioSet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->variables);
  g_free (self);
}

gboolean
luotain_scenario_sheet_has_state (const LuotainScenarioSheet *self, gint64 state)
{
  for (guint i = 0; i < self->path->len; i++)
    {
      if (g_array_index (self->path, gint64, i) == state)
        return TRUE;
    }
  return FALSE;
}

static gboolean
load_scenarios (LuotainDb *db, const LuotainScenarioQuery *query, LuotainScenarioSet *set, GError **error)
{
  g_autofree char *title = luotain_title_sql ("s", "title", query->language);
  g_autofree char *sql = g_strdup_printf ("SELECT s.id, ls.target, %s, s.image, s.target_year"
                                          " FROM scenario s JOIN record r ON r.id = s.id"
                                          " LEFT JOIN link ls ON ls.source = s.id AND ls.role = 'sector'"
                                          " WHERE ?1 IS NULL OR ls.target = ?1 ORDER BY r.position, s.id",
                                          title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, query->sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainScenarioSheet *sheet = scenario_sheet_new ();

      sheet->id = luotain_statement_get_id (statement, 0);
      sheet->sector = luotain_statement_get_id (statement, 1);
      sheet->title = luotain_statement_dup_text (statement, 2);
      sheet->image = luotain_statement_dup_text (statement, 3);
      sheet->year = luotain_statement_get_number (statement, 4);
      g_ptr_array_add (set->scenarios, sheet);
    }
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
load_path (LuotainDb *db, LuotainScenarioSheet *sheet, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT target FROM link WHERE source = ?1 AND role = 'path'", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, sheet->id);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 state = luotain_statement_get_id (statement, 0);

      g_array_append_val (sheet->path, state);
    }
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
load_profile (LuotainDb *db, LuotainScenarioSheet *sheet, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT MIN(source) FROM link WHERE target = ?1 AND role = 'scenario'", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, sheet->id);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;
  sheet->profile = luotain_statement_get_id (statement, 0);
  return TRUE;
}

/* Periods have no dimensions, but the same order. */
static gboolean
load_parts (LuotainDb *db, gint64 scenario, const char *type, GPtrArray *parts, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.id, p.dimensions FROM record r LEFT JOIN passage p ON p.id = r.id"
      " WHERE r.owner = ?1 AND r.type = ?2 ORDER BY r.position, r.id",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, scenario);
  luotain_statement_bind_text (statement, 2, type);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainScenarioPart *part = g_new0 (LuotainScenarioPart, 1);

      part->id = luotain_statement_get_id (statement, 0);
      part->dimensions = luotain_statement_dup_text (statement, 1);
      g_ptr_array_add (parts, part);
    }
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
load_sheet (LuotainDb *db, LuotainScenarioSheet *sheet, GError **error)
{
  return load_parts (db, sheet->id, "passage", sheet->passages, error)
         && load_parts (db, sheet->id, "period", sheet->periods, error) && load_path (db, sheet, error)
         && load_profile (db, sheet, error)
         && luotain_link_get_only (db, sheet->id, "frame", &sheet->frame, error);
}

static void
read_variable_row (LuotainStatement *statement, GPtrArray *variables)
{
  const gint64 id = luotain_statement_get_id (statement, 0);
  LuotainVariableRow *row = variables->len > 0 ? variables->pdata[variables->len - 1] : NULL;
  LuotainStateCell *cell;

  if (row == NULL || row->id != id)
    {
      row = g_new0 (LuotainVariableRow, 1);
      row->id = id;
      row->sector = luotain_statement_get_id (statement, 1);
      row->title = luotain_statement_dup_text (statement, 2);
      row->states = g_ptr_array_new_with_free_func ((GDestroyNotify) state_cell_free);
      g_ptr_array_add (variables, row);
    }
  if (luotain_statement_get_id (statement, 3) == 0)
    return;

  cell = g_new0 (LuotainStateCell, 1);
  cell->id = luotain_statement_get_id (statement, 3);
  cell->title = luotain_statement_dup_text (statement, 4);
  cell->image = luotain_statement_dup_text (statement, 5);
  g_ptr_array_add (row->states, cell);
}

static gboolean
load_variables (LuotainDb *db, const LuotainScenarioQuery *query, LuotainScenarioSet *set, GError **error)
{
  g_autofree char *variable = luotain_title_sql ("v", "title", query->language);
  g_autofree char *state = luotain_title_sql ("t", "title", query->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT v.id, ls.target, %s, t.id, %s, t.image FROM key_variable v JOIN record r ON r.id = v.id"
      " LEFT JOIN link ls ON ls.source = v.id AND ls.role = 'sector'"
      " LEFT JOIN record o ON o.owner = v.id AND o.type = 'state' LEFT JOIN state t ON t.id = o.id"
      " WHERE ?1 IS NULL OR ls.target IS NULL OR ls.target = ?1 ORDER BY r.position, v.id, o.position, t.id",
      variable, state);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, query->sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    read_variable_row (statement, set->variables);
  return step == LUOTAIN_STEP_DONE;
}

gboolean
luotain_scenario_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainScenarioQuery *query = data;
  g_autoptr (LuotainScenarioSet) set = g_new0 (LuotainScenarioSet, 1);
  gint64 n_all;

  set->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_sheet_free);
  set->variables = g_ptr_array_new_with_free_func ((GDestroyNotify) variable_row_free);
  if (!load_scenarios (db, query, set, error) || !load_variables (db, query, set, error)
      || !luotain_db_query_int (db, "SELECT COUNT(*) FROM scenario", &n_all, error))
    return FALSE;

  set->n_all = n_all;
  for (guint i = 0; i < set->scenarios->len; i++)
    {
      if (!load_sheet (db, set->scenarios->pdata[i], error))
        return FALSE;
    }
  *result = g_steal_pointer (&set);
  return TRUE;
}
