#include "config.h"

#include "luotain-futures-table.h"

#include "luotain-big-number.h"
#include "luotain-statement.h"
#include "luotain-title-sql.h"

#include <string.h>

/* Where a state stands: its row and its index there. */
typedef struct
{
  guint row;
  guint state;
} Place;

static void
state_free (LuotainFuturesState *self)
{
  g_free (self->title);
  g_free (self->image);
  g_free (self);
}

static void
row_free (LuotainFuturesRow *self)
{
  g_free (self->title);
  g_free (self->dimensions);
  g_ptr_array_unref (self->states);
  g_free (self);
}

static void
path_free (LuotainFuturesPath *self)
{
  g_free (self->title);
  g_free (self->image);
  g_free (self->states);
  g_free (self);
}

static void
exclusion_free (LuotainFuturesExclusion *self)
{
  g_free (self->kind);
  g_free (self->reason);
  g_free (self);
}

void
luotain_futures_table_free (LuotainFuturesTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->exclusions);
  g_free (self->n_combinations);
  g_free (self);
}

const LuotainFuturesRow *
luotain_futures_table_row (const LuotainFuturesTable *self, guint row)
{
  return self->rows->pdata[row];
}

const LuotainFuturesPath *
luotain_futures_table_path (const LuotainFuturesTable *self, guint path)
{
  return self->paths->pdata[path];
}

const LuotainFuturesState *
luotain_futures_row_state (const LuotainFuturesRow *self, guint index)
{
  return index < self->states->len ? self->states->pdata[index] : NULL;
}

gboolean
luotain_futures_table_find (const LuotainFuturesTable *self, gint64 id, guint *row, guint *state)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LuotainFuturesRow *variable = luotain_futures_table_row (self, i);

      *row = i;
      *state = LUOTAIN_FUTURES_OPEN;
      if (variable->id == id)
        return TRUE;

      for (guint j = 0; j < variable->states->len; j++)
        {
          *state = j;
          if (luotain_futures_row_state (variable, j)->id == id)
            return TRUE;
        }
    }
  return FALSE;
}

const LuotainFuturesExclusion *
luotain_futures_table_get_exclusion (const LuotainFuturesTable *self, guint row, guint state, guint other_row,
                                     guint other_state)
{
  const gboolean turned = other_row < row;
  const guint row_a = turned ? other_row : row, state_a = turned ? other_state : state;
  const guint row_b = turned ? row : other_row, state_b = turned ? state : other_state;

  for (guint i = 0; i < self->exclusions->len; i++)
    {
      const LuotainFuturesExclusion *exclusion = self->exclusions->pdata[i];

      if (exclusion->row_a == row_a && exclusion->state_a == state_a && exclusion->row_b == row_b
          && exclusion->state_b == state_b)
        return exclusion;
    }
  return NULL;
}

gboolean
luotain_futures_exclusion_strikes (const LuotainFuturesExclusion *self)
{
  return g_strcmp0 (self->kind, "normative") != 0;
}

static void
read_row (LuotainStatement *statement, LuotainFuturesTable *table)
{
  const gint64 id = luotain_statement_get_id (statement, 0);
  LuotainFuturesRow *row = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;
  LuotainFuturesState *state;

  if (row == NULL || row->id != id)
    {
      row = g_new0 (LuotainFuturesRow, 1);
      row->id = id;
      row->sector = luotain_statement_get_id (statement, 1);
      row->title = luotain_statement_dup_text (statement, 2);
      row->dimensions = luotain_statement_dup_text (statement, 3);
      row->n_findings = luotain_statement_get_int (statement, 4);
      row->states = g_ptr_array_new_with_free_func ((GDestroyNotify) state_free);
      g_ptr_array_add (table->rows, row);
    }
  if (luotain_statement_get_id (statement, 5) == 0)
    return;

  state = g_new0 (LuotainFuturesState, 1);
  state->id = luotain_statement_get_id (statement, 5);
  state->title = luotain_statement_dup_text (statement, 6);
  state->image = luotain_statement_dup_text (statement, 7);
  g_ptr_array_add (row->states, state);
}

static gboolean
load_rows (LuotainDb *db, const LuotainFuturesQuery *query, LuotainFuturesTable *table, GError **error)
{
  g_autofree char *variable = luotain_title_sql ("v", "title", query->language);
  g_autofree char *state = luotain_title_sql ("t", "title", query->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT v.id, ls.target, %s, v.dimensions,"
      " (SELECT COUNT(DISTINCT e.target) FROM (SELECT v.id AS id UNION ALL"
      "   SELECT s.id FROM record s WHERE s.owner = v.id AND s.type = 'state') p"
      "   CROSS JOIN link e ON e.source = p.id AND e.role = 'evidence'"
      "   CROSS JOIN record f ON f.id = e.target AND f.type = 'finding'),"
      " t.id, %s, t.image FROM key_variable v JOIN record r ON r.id = v.id"
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
    read_row (statement, table);
  return step == LUOTAIN_STEP_DONE;
}

/* One lookup a state, however many paths and exclusions there are. */
static GHashTable *
make_places (const LuotainFuturesTable *table)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint row = 0; row < table->rows->len; row++)
    {
      const LuotainFuturesRow *variable = luotain_futures_table_row (table, row);

      for (guint state = 0; state < variable->states->len; state++)
        {
          Place place = { row, state };
          LuotainFuturesState *cell = variable->states->pdata[state];

          g_hash_table_insert (places, &cell->id, g_memdup2 (&place, sizeof place));
        }
    }
  return places;
}

static void
read_path_step (LuotainStatement *statement, LuotainFuturesTable *table, GHashTable *places)
{
  const gint64 id = luotain_statement_get_id (statement, 0);
  const gint64 target = luotain_statement_get_id (statement, 5);
  LuotainFuturesPath *path = table->paths->len > 0 ? table->paths->pdata[table->paths->len - 1] : NULL;
  const Place *place = g_hash_table_lookup (places, &target);

  if (path == NULL || path->id != id)
    {
      path = g_new0 (LuotainFuturesPath, 1);
      path->id = id;
      path->sector = luotain_statement_get_id (statement, 1);
      path->title = luotain_statement_dup_text (statement, 2);
      path->image = luotain_statement_dup_text (statement, 3);
      path->year = luotain_statement_get_number (statement, 4);
      path->states = g_new (guint, table->rows->len);
      memset (path->states, 0xff, table->rows->len * sizeof *path->states);
      g_ptr_array_add (table->paths, path);
    }
  if (place == NULL || path->states[place->row] != LUOTAIN_FUTURES_OPEN)
    return;

  path->states[place->row] = place->state;
  path->n_set++;
  ((LuotainFuturesState *) luotain_futures_row_state (luotain_futures_table_row (table, place->row),
                                                      place->state))
      ->n_scenarios++;
}

static gboolean
load_paths (LuotainDb *db, const LuotainFuturesQuery *query, LuotainFuturesTable *table, GHashTable *places,
            GError **error)
{
  g_autofree char *title = luotain_title_sql ("s", "title", query->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT s.id, ls.target, %s, s.image, s.target_year, p.target FROM scenario s JOIN record r ON r.id = s.id"
      " LEFT JOIN link ls ON ls.source = s.id AND ls.role = 'sector'"
      " LEFT JOIN link p ON p.source = s.id AND p.role = 'path'"
      " WHERE ?1 IS NULL OR ls.target = ?1 ORDER BY r.position, s.id, p.target",
      title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, query->sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    read_path_step (statement, table, places);
  return step == LUOTAIN_STEP_DONE;
}

static void
read_exclusion (LuotainStatement *statement, LuotainFuturesTable *table, GHashTable *places)
{
  const gint64 one = luotain_statement_get_id (statement, 1), other = luotain_statement_get_id (statement, 2);
  const Place *a = g_hash_table_lookup (places, &one), *b = g_hash_table_lookup (places, &other);
  LuotainFuturesExclusion *exclusion;

  if (a == NULL || b == NULL || a->row == b->row)
    return;

  exclusion = g_new0 (LuotainFuturesExclusion, 1);
  exclusion->id = luotain_statement_get_id (statement, 0);
  exclusion->row_a = MIN (a->row, b->row);
  exclusion->row_b = MAX (a->row, b->row);
  exclusion->state_a = a->row < b->row ? a->state : b->state;
  exclusion->state_b = a->row < b->row ? b->state : a->state;
  exclusion->kind = luotain_statement_dup_text (statement, 3);
  exclusion->reason = luotain_statement_dup_text (statement, 4);
  g_ptr_array_add (table->exclusions, exclusion);
}

static int
compare_exclusions (gconstpointer first, gconstpointer second)
{
  const LuotainFuturesExclusion *a = *(gpointer *) first, *b = *(gpointer *) second;
  const guint keys_a[] = { a->row_a, a->state_a, a->row_b, a->state_b };
  const guint keys_b[] = { b->row_a, b->state_a, b->row_b, b->state_b };

  for (guint i = 0; i < G_N_ELEMENTS (keys_a); i++)
    if (keys_a[i] != keys_b[i])
      return keys_a[i] < keys_b[i] ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

static gboolean
load_exclusions (LuotainDb *db, const LuotainFuturesQuery *query, LuotainFuturesTable *table,
                 GHashTable *places, GError **error)
{
  g_autofree char *reason = luotain_title_sql ("x", "reason", query->language);
  g_autofree char *sql = g_strdup_printf ("SELECT x.id, r.owner, l.target, x.kind, %s FROM exclusion x"
                                          " JOIN record r ON r.id = x.id"
                                          " JOIN link l ON l.source = x.id AND l.role = 'excludes'",
                                          reason);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    read_exclusion (statement, table, places);
  g_ptr_array_sort (table->exclusions, compare_exclusions);
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
row_has_images (const LuotainFuturesRow *row)
{
  for (guint i = 0; i < row->states->len; i++)
    {
      const char *image = luotain_futures_row_state (row, i)->image;

      if (image == NULL)
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (strcmp (luotain_futures_row_state (row, j)->image, image) == 0)
          return FALSE;
    }
  return TRUE;
}

static void
count_rows (LuotainFuturesTable *table)
{
  LuotainBigNumber combinations;

  luotain_big_number_set (&combinations, 1);
  table->by_image = TRUE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const LuotainFuturesRow *row = luotain_futures_table_row (table, i);

      table->by_image = table->by_image && row_has_images (row);
      table->n_states += row->states->len;
      table->n_without_findings += row->n_findings == 0;
      for (guint j = 0; table->paths->len > 0 && j < row->states->len; j++)
        table->n_unused += luotain_futures_row_state (row, j)->n_scenarios == 0;
      if (row->states->len > 0)
        luotain_big_number_multiply_by (&combinations, row->states->len);
    }
  if (table->n_states == 0)
    luotain_big_number_set (&combinations, 0);
  table->n_combinations = luotain_big_number_to_string (&combinations);
}

/* Two paths that say nothing at all are not yet the same scenario. */
static void
find_twins (LuotainFuturesTable *table)
{
  for (guint i = 0; i < table->paths->len; i++)
    {
      LuotainFuturesPath *path = table->paths->pdata[i];

      path->twin = i;
      for (guint j = 0; path->n_set > 0 && path->twin == i && j < i; j++)
        if (memcmp (luotain_futures_table_path (table, j)->states, path->states,
                    table->rows->len * sizeof *path->states)
            == 0)
          path->twin = j;
      table->n_twins += path->twin != i;
    }
}

gboolean
luotain_futures_table_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainFuturesQuery *query = data;
  g_autoptr (LuotainFuturesTable) table = g_new0 (LuotainFuturesTable, 1);
  g_autoptr (GHashTable) places = NULL;

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  table->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) path_free);
  table->exclusions = g_ptr_array_new_with_free_func ((GDestroyNotify) exclusion_free);
  if (!load_rows (db, query, table, error))
    return FALSE;

  places = make_places (table);
  if (!load_paths (db, query, table, places, error) || !load_exclusions (db, query, table, places, error))
    return FALSE;

  count_rows (table);
  find_twins (table);
  *result = g_steal_pointer (&table);
  return TRUE;
}
