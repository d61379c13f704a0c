#include "luotain-profile-query.h"

#include "luotain-statement.h"
#include "luotain-title-sql.h"

static void
profile_choice_free (LuotainProfileChoice *self)
{
  g_free (self->title);
  g_free (self);
}

static void
profile_item_free (LuotainProfileItem *self)
{
  g_free (self->title);
  g_free (self->group);
  g_free (self->job_title_name);
  g_free (self->importance);
  g_free (self->direction);
  g_free (self);
}

static LuotainProfileSheet *
profile_sheet_new (void)
{
  LuotainProfileSheet *self = g_new0 (LuotainProfileSheet, 1);

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) profile_choice_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) profile_item_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) profile_item_free);
  return self;
}

void
luotain_profile_sheet_free (LuotainProfileSheet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->choices);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->others);
  g_free (self);
}

/* Scenarios with their profiles, then profiles that lack a scenario. ?1 is a sector or NULL. */
static char *
choices_sql (LuotainLanguage language)
{
  g_autofree char *scenario_title = luotain_title_sql ("s", "title", language);
  g_autofree char *profile_title = luotain_title_sql ("p", "title", language);

  return g_strdup_printf (
      "SELECT ps.source, s.id, ls.target, %s, COALESCE(p.target_year, s.target_year),"
      " (SELECT COUNT(*) FROM record e WHERE e.owner = ps.source AND e.type = 'profile-entry'), 0, r.position, s.id"
      " FROM scenario s JOIN record r ON r.id = s.id"
      " LEFT JOIN link ls ON ls.source = s.id AND ls.role = 'sector'"
      " LEFT JOIN link ps ON ps.target = s.id AND ps.role = 'scenario'"
      " LEFT JOIN profile p ON p.id = ps.source"
      " WHERE ?1 IS NULL OR ls.target = ?1"
      " UNION ALL "
      "SELECT p.id, NULL, ls.target, %s, p.target_year,"
      " (SELECT COUNT(*) FROM record e WHERE e.owner = p.id AND e.type = 'profile-entry'), 1, r.position, p.id"
      " FROM profile p JOIN record r ON r.id = p.id"
      " LEFT JOIN link ls ON ls.source = p.id AND ls.role = 'sector'"
      " WHERE NOT EXISTS (SELECT 1 FROM link ps WHERE ps.source = p.id AND ps.role = 'scenario')"
      " AND (?1 IS NULL OR ls.target = ?1 OR ls.target IS NULL)"
      " ORDER BY 7, 8, 9, 1",
      scenario_title, profile_title);
}

static gboolean
load_choices (LuotainDb *db, const LuotainProfileQuery *query, LuotainProfileSheet *sheet, GError **error)
{
  g_autofree char *sql = choices_sql (query->language);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, query->sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainProfileChoice *choice = g_new0 (LuotainProfileChoice, 1);

      choice->profile = luotain_statement_get_id (statement, 0);
      choice->scenario = luotain_statement_get_id (statement, 1);
      choice->sector = luotain_statement_get_id (statement, 2);
      choice->title = luotain_statement_dup_text (statement, 3);
      choice->year = luotain_statement_get_number (statement, 4);
      choice->n_entries = luotain_statement_get_int (statement, 5);
      g_ptr_array_add (sheet->choices, choice);
    }
  return step == LUOTAIN_STEP_DONE;
}

static const LuotainProfileChoice *
find_choice (GPtrArray *choices, const LuotainProfileQuery *query)
{
  const LuotainProfileChoice *first_filled = NULL;

  for (guint i = 0; query->profile != 0 && i < choices->len; i++)
    {
      const LuotainProfileChoice *choice = choices->pdata[i];

      if (choice->profile == query->profile)
        return choice;
    }
  for (guint i = 0; i < choices->len; i++)
    {
      const LuotainProfileChoice *choice = choices->pdata[i];

      if (query->scenario != 0 && choice->scenario == query->scenario)
        return choice;
      if (first_filled == NULL && choice->n_entries > 0)
        first_filled = choice;
    }
  if (first_filled == NULL && choices->len > 0)
    first_filled = choices->pdata[0];
  return first_filled;
}

static gboolean
count_scenarios (LuotainDb *db, LuotainProfileSheet *sheet, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT COUNT(*) FROM scenario s LEFT JOIN link l ON l.source = s.id AND l.role = 'sector'"
      " WHERE l.target IS ?1",
      error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, sheet->chosen->sector);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;
  sheet->n_scenarios = luotain_statement_get_int (statement, 0);
  return TRUE;
}

/* ?1 is the profile, ?2 its sector or NULL. */
static char *
items_sql (LuotainLanguage labels)
{
  g_autofree char *competence = luotain_title_sql ("c", "title", labels);
  g_autofree char *job_title = luotain_title_sql ("j", "title", labels);

  return g_strdup_printf (
      "WITH need AS (SELECT lc.target AS competence, COUNT(DISTINCT ps.target) AS n"
      " FROM link lc JOIN record e ON e.id = lc.source"
      " JOIN link ps ON ps.source = e.owner AND ps.role = 'scenario'"
      " LEFT JOIN link ls ON ls.source = ps.target AND ls.role = 'sector'"
      " WHERE lc.role = 'competence' AND ls.target IS ?2 GROUP BY lc.target)"
      " SELECT e.id, c.id, %s, c.\"group\", COALESCE(ll.target, jl.target), j.id, %s, t.importance, t.direction,"
      " COALESCE(need.n, 0),"
      " EXISTS (SELECT 1 FROM link lr JOIN record u ON u.id = lr.target WHERE lr.source = e.id"
      " AND lr.role = 'rests-on' AND lr.confirmed_revision < u.revision)"
      " FROM record e JOIN profile_entry t ON t.id = e.id"
      " LEFT JOIN link lc ON lc.source = e.id AND lc.role = 'competence' LEFT JOIN competence c ON c.id = lc.target"
      " LEFT JOIN link lj ON lj.source = e.id AND lj.role = 'job-title' LEFT JOIN job_title j ON j.id = lj.target"
      " LEFT JOIN link ll ON ll.source = e.id AND ll.role = 'role-level'"
      " LEFT JOIN link jl ON jl.source = j.id AND jl.role = 'role-level'"
      " LEFT JOIN need ON need.competence = c.id"
      " WHERE e.owner = ?1 AND e.type = 'profile-entry' ORDER BY e.position, e.id",
      competence, job_title);
}

static LuotainProfileItem *
read_item (LuotainStatement *statement)
{
  LuotainProfileItem *item = g_new0 (LuotainProfileItem, 1);

  item->id = luotain_statement_get_id (statement, 0);
  item->competence = luotain_statement_get_id (statement, 1);
  item->title = luotain_statement_dup_text (statement, 2);
  item->group = luotain_statement_dup_text (statement, 3);
  item->level = luotain_statement_get_id (statement, 4);
  item->job_title = luotain_statement_get_id (statement, 5);
  item->job_title_name = luotain_statement_dup_text (statement, 6);
  item->importance = luotain_statement_dup_text (statement, 7);
  item->direction = luotain_statement_dup_text (statement, 8);
  item->n_scenarios = luotain_statement_get_int (statement, 9);
  item->stale = luotain_statement_get_int (statement, 10) != 0;
  return item;
}

static gboolean
load_items (LuotainDb *db, const LuotainProfileQuery *query, const LuotainProfileChoice *choice,
            GPtrArray *items, GError **error)
{
  g_autofree char *sql = items_sql (query->labels);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, choice->profile);
  luotain_statement_bind_id (statement, 2, choice->sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    g_ptr_array_add (items, read_item (statement));
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
has_like (GPtrArray *items, const LuotainProfileItem *item)
{
  for (guint i = 0; i < items->len; i++)
    {
      const LuotainProfileItem *other = items->pdata[i];

      if (other->competence == item->competence && other->level == item->level
          && other->job_title == item->job_title)
        return TRUE;
    }
  return FALSE;
}

/* Lays another profile over the one that is shown. */
static gboolean
compare (LuotainDb *db, const LuotainProfileQuery *query, LuotainProfileSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) theirs = g_ptr_array_new_with_free_func ((GDestroyNotify) profile_item_free);

  for (guint i = 0; i < sheet->choices->len && query->compared != 0; i++)
    {
      const LuotainProfileChoice *choice = sheet->choices->pdata[i];

      if (choice->profile == query->compared && choice != sheet->chosen)
        sheet->compared = choice;
    }
  if (sheet->compared == NULL)
    return TRUE;
  if (!load_items (db, query, sheet->compared, theirs, error))
    return FALSE;

  for (guint i = 0; i < sheet->items->len; i++)
    {
      LuotainProfileItem *item = sheet->items->pdata[i];

      item->only_here = !has_like (theirs, item);
    }
  for (guint i = theirs->len; i-- > 0;)
    {
      if (!has_like (sheet->items, theirs->pdata[i]))
        g_ptr_array_insert (sheet->others, 0, g_ptr_array_steal_index (theirs, i));
    }
  return TRUE;
}

gboolean
luotain_profile_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainProfileQuery *query = data;
  g_autoptr (LuotainProfileSheet) sheet = profile_sheet_new ();

  sheet->levels = luotain_levels_load (db, query->labels, error);
  if (sheet->levels == NULL || !load_choices (db, query, sheet, error))
    return FALSE;

  sheet->chosen = find_choice (sheet->choices, query);
  if (sheet->chosen != NULL
      && (!count_scenarios (db, sheet, error) || !load_items (db, query, sheet->chosen, sheet->items, error)
          || !compare (db, query, sheet, error)))
    return FALSE;

  *result = g_steal_pointer (&sheet);
  return TRUE;
}

gboolean
luotain_profile_place_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT id, NULL FROM record WHERE id = ?1 AND type = 'profile'"
      " UNION ALL SELECT owner, id FROM record WHERE id = ?1 AND type = 'profile-entry'"
      " UNION ALL SELECT e.owner, e.id FROM link l JOIN record e ON e.id = l.source"
      " WHERE l.target = ?1 AND l.role IN ('competence', 'role-level', 'job-title') AND e.type = 'profile-entry'"
      " LIMIT 1",
      error);
  LuotainProfilePlace place = { 0, 0 };
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, *(gint64 *) data);
  step = luotain_statement_step (statement, error);
  if (step == LUOTAIN_STEP_ERROR)
    return FALSE;
  if (step == LUOTAIN_STEP_ROW)
    {
      place.profile = luotain_statement_get_id (statement, 0);
      place.entry = luotain_statement_get_id (statement, 1);
    }
  *result = g_memdup2 (&place, sizeof place);
  return TRUE;
}
