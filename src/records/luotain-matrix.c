#include "config.h"

#include "luotain-matrix.h"

#include "luotain-scenario-query.h"
#include "luotain-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gint64 key; /* row × states + column */
  gint64 id;
  gint64 value;
} Cell;

static void
matrix_variable_free (LuotainMatrixVariable *self)
{
  g_free (self->title);
  g_free (self);
}

static void
matrix_state_free (LuotainMatrixState *self)
{
  g_free (self->title);
  g_free (self->image);
  g_free (self);
}

static void
matrix_scenario_free (LuotainMatrixScenario *self)
{
  g_free (self->title);
  g_free (self->path);
  g_free (self);
}

static LuotainMatrix *
matrix_new (void)
{
  LuotainMatrix *self = g_new0 (LuotainMatrix, 1);

  self->variables = g_ptr_array_new_with_free_func ((GDestroyNotify) matrix_variable_free);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) matrix_state_free);
  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) matrix_scenario_free);
  self->without_states = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
luotain_matrix_free (LuotainMatrix *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->cross_impact, luotain_cross_impact_free);
  g_ptr_array_unref (self->variables);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->without_states);
  g_hash_table_unref (self->cells);
  g_free (self->blocks);
  g_free (self);
}

/* ---- variables, states and scenarios ---- */

static void
take_variable (LuotainMatrix *self, const LuotainVariableRow *row)
{
  LuotainMatrixVariable *variable = g_new0 (LuotainMatrixVariable, 1);

  variable->id = row->id;
  variable->sector = row->sector;
  variable->title = g_strdup (row->title);
  variable->first = self->states->len;
  variable->n_states = row->states->len;
  for (guint x = 0; x < row->states->len; x++)
    {
      const LuotainStateCell *cell = row->states->pdata[x];
      LuotainMatrixState *state = g_new0 (LuotainMatrixState, 1);

      state->id = cell->id;
      state->title = g_strdup (cell->title);
      state->image = g_strdup (cell->image);
      state->variable = self->variables->len;
      state->index = x;
      g_ptr_array_add (self->states, state);
    }

  g_ptr_array_add (self->variables, variable);
}

static gboolean
check_size (const LuotainMatrix *self, GError **error)
{
  if (self->variables->len > LUOTAIN_CROSS_IMPACT_MAX_VARIABLES)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("A cross-impact matrix has at most %d key variables; here are %u. Look at one sector."),
                   LUOTAIN_CROSS_IMPACT_MAX_VARIABLES, self->variables->len);
      return FALSE;
    }

  if (self->states->len > LUOTAIN_MATRIX_MAX_STATES)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("A cross-impact matrix has at most %d states in all; here are %u. Look at one sector."),
                   LUOTAIN_MATRIX_MAX_STATES, self->states->len);
      return FALSE;
    }

  for (guint i = 0; i < self->variables->len; i++)
    {
      const LuotainMatrixVariable *variable = luotain_matrix_get_variable (self, i);

      if (variable->n_states > LUOTAIN_CROSS_IMPACT_MAX_STATES)
        {
          g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                       _ ("“%s” has %u states; a cross-impact matrix has at most %d of a key variable."),
                       variable->title, variable->n_states, LUOTAIN_CROSS_IMPACT_MAX_STATES);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
take_variables (LuotainMatrix *self, GPtrArray *rows, GError **error)
{
  guint n_states[LUOTAIN_CROSS_IMPACT_MAX_VARIABLES];
  const guint n_rows = rows->len;

  for (guint i = 0; i < n_rows; i++)
    {
      const LuotainVariableRow *row = rows->pdata[i];

      if (row->states->len > 0)
        take_variable (self, row);
      else
        g_ptr_array_add (self->without_states, g_strdup (row->title));
    }

  if (!check_size (self, error))
    return FALSE;

  for (guint i = 0; i < self->variables->len; i++)
    n_states[i] = luotain_matrix_get_variable (self, i)->n_states;

  self->cross_impact = luotain_cross_impact_new (self->variables->len, n_states);
  self->blocks = g_new0 (LuotainMatrixBlock, MAX (self->variables->len * self->variables->len, 1));
  return TRUE;
}

static void
take_scenario (LuotainMatrix *self, const LuotainScenarioSheet *sheet, GHashTable *by_id)
{
  LuotainMatrixScenario *scenario = g_new0 (LuotainMatrixScenario, 1);
  const guint n = self->variables->len;

  scenario->id = sheet->id;
  scenario->title = g_strdup (sheet->title);
  scenario->path = g_malloc (MAX (n, 1));
  memset (scenario->path, LUOTAIN_OPEN, n);
  for (guint i = 0; i < sheet->path->len; i++)
    {
      const LuotainMatrixState *state = g_hash_table_lookup (by_id, &g_array_index (sheet->path, gint64, i));

      if (state != NULL)
        scenario->path[state->variable] = (guint8) state->index;
    }

  for (guint i = 0; i < n; i++)
    scenario->n_open += scenario->path[i] == LUOTAIN_OPEN;

  g_ptr_array_add (self->scenarios, scenario);
}

/* ---- answers and judgements ---- */

static gboolean
load_influences (LuotainDb *db, LuotainMatrix *self, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.id, r.owner, l.target, f.answer FROM influence f JOIN record r ON r.id = f.id"
      " JOIN link l ON l.source = f.id AND l.role = 'influences' ORDER BY r.changed, r.id",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < self->variables->len; i++)
    g_hash_table_insert (by_id, &((LuotainMatrixVariable *) self->variables->pdata[i])->id,
                         GUINT_TO_POINTER (i + 1));

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 from = luotain_statement_get_id (statement, 1);
      const gint64 on = luotain_statement_get_id (statement, 2);
      const guint i = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, &from));
      const guint j = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, &on));
      LuotainMatrixBlock *block;

      if (i == 0 || j == 0 || i == j)
        continue;

      block = &self->blocks[(i - 1) * self->variables->len + j - 1];
      block->influence = luotain_statement_get_id (statement, 0);
      block->answer = g_strcmp0 (luotain_statement_get_text (statement, 3), "yes") == 0 ? LUOTAIN_MATRIX_YES
                                                                                        : LUOTAIN_MATRIX_NO;
    }

  return step == LUOTAIN_STEP_DONE;
}

static void
take_judgement (LuotainMatrix *self, LuotainStatement *statement, GHashTable *by_id)
{
  const gint64 from = luotain_statement_get_id (statement, 1);
  const gint64 on = luotain_statement_get_id (statement, 2);
  const LuotainMatrixState *source = g_hash_table_lookup (by_id, &from);
  const LuotainMatrixState *target = g_hash_table_lookup (by_id, &on);
  const guint *offsets = self->cross_impact->offsets;
  Cell *cell;

  if (source == NULL || target == NULL || source->variable == target->variable)
    return;

  cell = g_new0 (Cell, 1);
  cell->key = (gint64) (offsets[source->variable] + source->index) * self->states->len
              + offsets[target->variable] + target->index;
  cell->id = luotain_statement_get_id (statement, 0);
  cell->value = luotain_statement_get_int (statement, 3);
  if (g_hash_table_replace (self->cells, &cell->key, cell))
    self->blocks[source->variable * self->variables->len + target->variable].n_judged++;
}

static gboolean
load_judgements (LuotainDb *db, LuotainMatrix *self, GHashTable *by_id, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.id, r.owner, l.target, j.value FROM judgement j JOIN record r ON r.id = j.id"
      " JOIN link l ON l.source = j.id AND l.role = 'judges' ORDER BY r.changed, r.id",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    take_judgement (self, statement, by_id);

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
refuse_value (const LuotainMatrix *self, const Cell *cell, GError **error)
{
  const LuotainMatrixState *source = self->states->pdata[cell->key / self->states->len];
  const LuotainMatrixState *target = self->states->pdata[cell->key % self->states->len];

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
               _ ("The judgement of “%s” on “%s” is %ld; it must lie between −%d and %d. Judge it anew."),
               source->title, target->title, (long) cell->value, LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT,
               LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT);
  return FALSE;
}

/* Judgements of a closed block stay in the workbook and do not count. */
static gboolean
fill_cross_impact (LuotainMatrix *self, GError **error)
{
  const guint n = self->states->len;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Cell *cell = value;
      const LuotainMatrixState *source = self->states->pdata[cell->key / n];
      const LuotainMatrixState *target = self->states->pdata[cell->key % n];

      if (!luotain_matrix_get_block (self, source->variable, target->variable)->is_open)
        continue;

      if (cell->value < -LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT
          || cell->value > LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT)
        return refuse_value (self, cell, error);

      luotain_cross_impact_set (self->cross_impact, source->variable, source->index, target->variable,
                                target->index, (int) cell->value);
      self->n_judged++;
    }

  return TRUE;
}

static void
count_block (LuotainMatrix *self, guint i, guint j)
{
  LuotainMatrixBlock *block = &self->blocks[i * self->variables->len + j];

  block->is_open = block->answer == LUOTAIN_MATRIX_YES
                   || (block->answer == LUOTAIN_MATRIX_UNASKED && block->n_judged > 0);
  self->n_questions++;
  if (block->answer == LUOTAIN_MATRIX_UNASKED && !block->is_open)
    self->n_questions_left++;

  if (!block->is_open)
    return;

  for (guint x = 0; x < self->cross_impact->states[i]; x++)
    block->n_screens_left += !luotain_matrix_screen_is_judged (self, i, x, j);

  self->n_screens += self->cross_impact->states[i];
  self->n_screens_left += block->n_screens_left;
}

static void
count_blocks (LuotainMatrix *self)
{
  for (guint i = 0; i < self->variables->len; i++)
    for (guint j = 0; j < self->variables->len; j++)
      if (i != j)
        count_block (self, i, j);
}

gboolean
luotain_matrix_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainMatrixQuery *query = data;
  LuotainScenarioQuery scenario_query = { query->sector, query->language };
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (LuotainScenarioSet) set = NULL;
  g_autoptr (LuotainMatrix) self = matrix_new ();

  if (!luotain_scenario_query_run (db, &scenario_query, (gpointer *) &set, error)
      || !take_variables (self, set->variables, error))
    return FALSE;

  for (guint s = 0; s < self->states->len; s++)
    g_hash_table_insert (by_id, &((LuotainMatrixState *) self->states->pdata[s])->id, self->states->pdata[s]);
  for (guint i = 0; i < set->scenarios->len; i++)
    take_scenario (self, set->scenarios->pdata[i], by_id);

  if (!load_influences (db, self, error) || !load_judgements (db, self, by_id, error))
    return FALSE;

  count_blocks (self);
  if (!fill_cross_impact (self, error))
    return FALSE;

  *result = g_steal_pointer (&self);
  return TRUE;
}

/* ---- looking at it ---- */

const LuotainMatrixVariable *
luotain_matrix_get_variable (const LuotainMatrix *self, guint i)
{
  g_assert (i < self->variables->len);
  return self->variables->pdata[i];
}

const LuotainMatrixState *
luotain_matrix_get_state (const LuotainMatrix *self, guint i, guint x)
{
  const LuotainMatrixVariable *variable = luotain_matrix_get_variable (self, i);

  g_assert (x < variable->n_states);
  return self->states->pdata[variable->first + x];
}

const LuotainMatrixScenario *
luotain_matrix_get_scenario (const LuotainMatrix *self, guint index)
{
  g_assert (index < self->scenarios->len);
  return self->scenarios->pdata[index];
}

const LuotainMatrixVariable *
luotain_matrix_find_variable (const LuotainMatrix *self, gint64 id, guint *i)
{
  for (guint k = 0; k < self->variables->len; k++)
    {
      const LuotainMatrixVariable *variable = luotain_matrix_get_variable (self, k);

      if (variable->id != id)
        continue;

      if (i != NULL)
        *i = k;
      return variable;
    }

  return NULL;
}

const LuotainMatrixState *
luotain_matrix_find_state (const LuotainMatrix *self, gint64 id)
{
  for (guint s = 0; s < self->states->len; s++)
    {
      const LuotainMatrixState *state = self->states->pdata[s];

      if (state->id == id)
        return state;
    }

  return NULL;
}

const LuotainMatrixScenario *
luotain_matrix_find_scenario (const LuotainMatrix *self, gint64 id)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const LuotainMatrixScenario *scenario = luotain_matrix_get_scenario (self, i);

      if (scenario->id == id)
        return scenario;
    }

  return NULL;
}

const LuotainMatrixBlock *
luotain_matrix_get_block (const LuotainMatrix *self, guint i, guint j)
{
  g_assert (i < self->variables->len && j < self->variables->len);
  return &self->blocks[i * self->variables->len + j];
}

gint64
luotain_matrix_get_judgement (const LuotainMatrix *self, guint i, guint x, guint j, guint y)
{
  const guint *offsets = self->cross_impact->offsets;
  const gint64 key = (gint64) (offsets[i] + x) * self->states->len + offsets[j] + y;
  const Cell *cell = g_hash_table_lookup (self->cells, &key);

  return cell != NULL ? cell->id : 0;
}

gboolean
luotain_matrix_screen_is_judged (const LuotainMatrix *self, guint i, guint x, guint j)
{
  for (guint y = 0; y < self->cross_impact->states[j]; y++)
    if (luotain_matrix_get_judgement (self, i, x, j, y) == 0)
      return FALSE;

  return TRUE;
}
