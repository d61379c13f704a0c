#include "config.h"

#include "luotain-robustness.h"

#include "luotain-statement.h"
#include "luotain-title-sql.h"
#include "luotain-vocabulary.h"

#include <glib/gi18n-lib.h>

static void
column_free (gpointer data)
{
  g_free (((LuotainRobustnessColumn *) data)->title);
  g_free (data);
}

static void
row_free (gpointer data)
{
  LuotainRobustnessRow *row = data;

  g_free (row->title);
  g_free (row->group);
  g_array_unref (row->needs);
  g_free (row);
}

void
luotain_robustness_free (LuotainRobustness *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

LuotainRobustnessKind
luotain_robustness_kind (guint n_scenarios, guint n_columns)
{
  if (n_scenarios <= 1)
    return LUOTAIN_ROBUSTNESS_BET;

  return n_scenarios < n_columns ? LUOTAIN_ROBUSTNESS_SHARED : LUOTAIN_ROBUSTNESS_ROBUST;
}

const char *
luotain_robustness_kind_key (LuotainRobustnessKind kind)
{
  static const char *const keys[] = { "bet", "shared", "robust" };

  return keys[kind];
}

const char *
luotain_robustness_kind_label (LuotainRobustnessKind kind)
{
  static const char *const labels[] = { N_ ("bet"), N_ ("shared"), N_ ("robust") };

  return _ (labels[kind]);
}

guint
luotain_robustness_row_count (const LuotainRobustnessRow *self, gint64 level)
{
  guint last = G_MAXUINT;
  guint n = 0;

  for (guint i = 0; i < self->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (self->needs, LuotainRobustnessNeed, i);

      if (need->level != level || need->column == last)
        continue;

      last = need->column;
      n++;
    }

  return n;
}

char *
luotain_robustness_dup_levels (const LuotainRobustness *self, const LuotainRobustnessRow *row, guint column,
                               const char *none)
{
  GString *levels = NULL;
  gint64 last = -1;

  for (guint i = 0; i < row->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (row->needs, LuotainRobustnessNeed, i);
      const char *title = luotain_levels_title (self->levels, need->level);

      if (need->column != column || need->level == last)
        continue;

      if (levels == NULL)
        levels = g_string_new (NULL);
      else
        g_string_append (levels, ", ");
      g_string_append (levels, title != NULL ? title : none);
      last = need->level;
    }

  return levels != NULL ? g_string_free (levels, FALSE) : NULL;
}

static gboolean
load_columns (LuotainDb *db, const LuotainRobustnessQuery *query, LuotainRobustness *self, GError **error)
{
  g_autofree char *title = luotain_title_sql ("s", "title", query->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT s.id, (SELECT min (ps.source) FROM link ps WHERE ps.target = s.id AND ps.role = 'scenario'),"
      " ls.target, %s FROM scenario s JOIN record r ON r.id = s.id"
      " LEFT JOIN link ls ON ls.source = s.id AND ls.role = 'sector' LEFT JOIN record rs ON rs.id = ls.target"
      " WHERE ?1 IS NULL OR ls.target = ?1 ORDER BY rs.position, rs.id, r.position, r.id",
      title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, query->sector);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainRobustnessColumn *column;

      if (luotain_statement_get_id (statement, 1) == 0)
        {
          self->n_without_profile++;
          continue;
        }

      column = g_new0 (LuotainRobustnessColumn, 1);
      column->scenario = luotain_statement_get_id (statement, 0);
      column->profile = luotain_statement_get_id (statement, 1);
      column->sector = luotain_statement_get_id (statement, 2);
      column->title = luotain_statement_dup_text (statement, 3);
      g_ptr_array_add (self->columns, column);
    }

  return step == LUOTAIN_STEP_DONE;
}

static guint
find_weight (const char *const *words, const char *importance)
{
  for (guint i = 0; importance != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], importance))
      return i + 1;

  return 1;
}

static LuotainRobustnessRow *
find_row (LuotainRobustness *self, GHashTable *rows, LuotainStatement *statement)
{
  const gint64 competence = luotain_statement_get_id (statement, 0);
  LuotainRobustnessRow *row = g_hash_table_lookup (rows, &competence);

  if (row != NULL)
    return row;

  row = g_new0 (LuotainRobustnessRow, 1);
  row->competence = competence;
  row->title = luotain_statement_dup_text (statement, 1);
  row->group = luotain_statement_dup_text (statement, 2);
  row->needs = g_array_new (FALSE, FALSE, sizeof (LuotainRobustnessNeed));
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (rows, &row->competence, row);
  return row;
}

/* ?1 is a profile, ?2 a role level or NULL, ?3 a competence group or NULL. */
static char *
needs_sql (LuotainLanguage language)
{
  g_autofree char *title = luotain_title_sql ("c", "title", language);

  return g_strdup_printf (
      "SELECT c.id, %s, c.\"group\", COALESCE(ll.target, jl.target), e.id, t.importance"
      " FROM record e JOIN profile_entry t ON t.id = e.id"
      " JOIN link lc ON lc.source = e.id AND lc.role = 'competence' JOIN competence c ON c.id = lc.target"
      " LEFT JOIN link lj ON lj.source = e.id AND lj.role = 'job-title'"
      " LEFT JOIN link ll ON ll.source = e.id AND ll.role = 'role-level'"
      " LEFT JOIN link jl ON jl.source = lj.target AND jl.role = 'role-level'"
      " LEFT JOIN record rl ON rl.id = COALESCE(ll.target, jl.target)"
      " WHERE e.owner = ?1 AND e.type = 'profile-entry' AND (?2 IS NULL OR COALESCE(ll.target, jl.target) = ?2)"
      " AND (?3 IS NULL OR c.\"group\" = ?3) ORDER BY rl.position, rl.id, e.position, e.id",
      title);
}

static gboolean
load_needs (LuotainDb *db, const LuotainRobustnessQuery *query, guint column, LuotainRobustness *self,
            GHashTable *rows, const char *const *importances, GError **error)
{
  const LuotainRobustnessColumn *from = self->columns->pdata[column];
  g_autofree char *sql = needs_sql (query->language);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, from->profile);
  luotain_statement_bind_id (statement, 2, query->level);
  luotain_statement_bind_text (statement, 3, query->group);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainRobustnessRow *row = find_row (self, rows, statement);
      const LuotainRobustnessNeed need = {
        .column = column,
        .level = luotain_statement_get_id (statement, 3),
        .entry = luotain_statement_get_id (statement, 4),
        .weight = find_weight (importances, luotain_statement_get_text (statement, 5)),
      };

      g_array_append_val (row->needs, need);
    }

  return step == LUOTAIN_STEP_DONE;
}

static void
count_row (const LuotainRobustness *self, LuotainRobustnessRow *row)
{
  guint last = G_MAXUINT;
  gint64 sector = -1;

  for (guint i = 0; i < row->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (row->needs, LuotainRobustnessNeed, i);
      const LuotainRobustnessColumn *column = self->columns->pdata[need->column];

      row->weight += need->weight;
      row->n_scenarios += need->column != last;
      row->n_sectors += column->sector != sector;
      last = need->column;
      sector = column->sector;
    }

  row->kind = luotain_robustness_kind (row->n_scenarios, self->columns->len);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LuotainRobustnessRow *first = *(LuotainRobustnessRow *const *) a;
  const LuotainRobustnessRow *second = *(LuotainRobustnessRow *const *) b;

  if (first->n_scenarios != second->n_scenarios)
    return first->n_scenarios > second->n_scenarios ? -1 : 1;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;

  if (g_strcmp0 (first->title, second->title) != 0)
    return first->title == NULL    ? 1
           : second->title == NULL ? -1
                                   : g_utf8_collate (first->title, second->title);

  return first->competence < second->competence ? -1 : first->competence > second->competence;
}

gboolean
luotain_robustness_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRobustnessQuery *query = data;
  g_auto (GStrv) importances = luotain_vocabulary_words (db, "importance", error);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (LuotainRobustness) self = g_new0 (LuotainRobustness, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  if (importances == NULL || (self->levels = luotain_levels_load (db, query->language, error)) == NULL
      || !load_columns (db, query, self, error))
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    if (!load_needs (db, query, i, self, rows, (const char *const *) importances, error))
      return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    count_row (self, self->rows->pdata[i]);

  g_ptr_array_sort (self->rows, compare_rows);
  *result = g_steal_pointer (&self);
  return TRUE;
}
