#include "config.h"

#include "luotain-coverage-query.h"

#include "luotain-date.h"
#include "luotain-organisation.h"
#include "luotain-statement.h"
#include "luotain-title-sql.h"
#include "luotain-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
organisation_free (gpointer data)
{
  g_free (((LuotainCoverageOrganisation *) data)->title);
  g_free (data);
}

static void
unit_free (gpointer data)
{
  LuotainCoverageUnit *unit = data;

  g_free (unit->title);
  g_free (unit->code);
  g_free (unit);
}

static void
view_free (gpointer data)
{
  LuotainCoverageView *view = data;

  g_free (view->decision);
  g_free (view->carrier);
  g_free (view->due_on);
  g_free (view->note);
  g_ptr_array_unref (view->units);
  g_array_unref (view->parts);
  g_free (view);
}

static void
row_free (gpointer data)
{
  LuotainCoverageRow *row = data;

  g_free (row->title);
  g_free (row->group);
  g_free (row->level_title);
  g_free (row->sector_title);
  g_array_unref (row->entries);
  g_ptr_array_unref (row->views);
  g_free (row);
}

void
luotain_coverage_sheet_free (LuotainCoverageSheet *self)
{
  if (self == NULL)
    return;

  luotain_robustness_free (self->matrix);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->organisations);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static const char *const status_keys[] = { "not-at-all", "partly", "not-looked-at", "covered" };

const char *
luotain_coverage_status_key (LuotainCoverageStatus status)
{
  return status_keys[status];
}

LuotainCoverageStatus
luotain_coverage_status_parse (const char *key)
{
  for (guint i = 0; key != NULL && i < G_N_ELEMENTS (status_keys); i++)
    if (g_str_equal (key, status_keys[i]))
      return i;

  return LUOTAIN_COVERAGE_NOT_LOOKED_AT;
}

const char *
luotain_coverage_status_label (LuotainCoverageStatus status)
{
  return status == LUOTAIN_COVERAGE_NOT_LOOKED_AT
             ? _ ("Not Yet Looked At")
             : luotain_vocabulary_closed_label ("coverage-status", status_keys[status]);
}

gboolean
luotain_coverage_is_overdue (const char *due_on, const char *today)
{
  return due_on != NULL && *due_on != '\0' && strncmp (due_on, today, strlen (due_on)) < 0;
}

LuotainCoverageStatus
luotain_coverage_row_status (const LuotainCoverageRow *self)
{
  LuotainCoverageStatus status = self->views->len > 0 ? LUOTAIN_COVERAGE_COVERED
                                                      : LUOTAIN_COVERAGE_NOT_LOOKED_AT;

  for (guint i = 0; i < self->views->len; i++)
    status = MIN (status, ((const LuotainCoverageView *) self->views->pdata[i])->status);

  return status;
}

gboolean
luotain_coverage_row_holds (const LuotainCoverageRow *self, gint64 id)
{
  if (id == self->competence)
    return TRUE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (g_array_index (self->entries, LuotainCoverageEntry, i).entry == id)
        return TRUE;

      for (guint j = 0; j < self->views->len; j++)
        {
          const LuotainCoverageView *view = self->views->pdata[j];

          if (g_array_index (view->parts, LuotainCoveragePart, i).record == id)
            return TRUE;
        }
    }

  return FALSE;
}

static LuotainCoverageOrganisation *
read_organisation (LuotainStatement *statement)
{
  LuotainCoverageOrganisation *organisation = g_new0 (LuotainCoverageOrganisation, 1);

  organisation->id = luotain_statement_get_id (statement, 0);
  organisation->title = luotain_statement_dup_text (statement, 1);
  organisation->n_units = luotain_statement_get_int (statement, 2);
  return organisation;
}

static gboolean
load_organisations (LuotainDb *db, const LuotainCoverageQuery *query, LuotainCoverageSheet *self,
                    GError **error)
{
  g_autofree char *title = luotain_title_sql ("o", "title", query->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT o.id, %s AS name,"
      " (SELECT COUNT(*) FROM record u WHERE u.type = 'curriculum-unit' AND (u.owner = o.id"
      " OR NOT EXISTS (SELECT 1 FROM record c WHERE c.owner = u.owner AND c.type = 'coverage')))"
      /* The agency, whose units all share, is asked nothing. */
      " FROM organisation o WHERE o.url IS NOT '" LUOTAIN_ORGANISATION_AGENCY "' OR o.id = ?1"
      " OR EXISTS (SELECT 1 FROM record c WHERE c.owner = o.id AND c.type = 'coverage') ORDER BY name, o.id",
      title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, query->organisation);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      g_ptr_array_add (self->choices, read_organisation (statement));
      if (query->organisation == 0 || query->organisation == luotain_statement_get_id (statement, 0))
        g_ptr_array_add (self->organisations, read_organisation (statement));
    }

  return step == LUOTAIN_STEP_DONE;
}

static LuotainCoverageRow *
make_row (const LuotainRobustness *matrix, const LuotainRobustnessRow *from, gint64 sector, gint64 level)
{
  LuotainCoverageRow *row = g_new0 (LuotainCoverageRow, 1);

  row->sector = sector;
  row->competence = from->competence;
  row->level = level;
  row->title = g_strdup (from->title);
  row->group = g_strdup (from->group);
  row->entries = g_array_new (FALSE, FALSE, sizeof (LuotainCoverageEntry));
  row->views = g_ptr_array_new_with_free_func (view_free);
  row->level_place = luotain_levels_find (matrix->levels, level);
  row->level_title = g_strdup (luotain_levels_title (matrix->levels, level));

  for (guint i = 0; i < matrix->columns->len; i++)
    row->n_columns += ((const LuotainRobustnessColumn *) matrix->columns->pdata[i])->sector == sector;

  return row;
}

/* A competence has few levels and sectors: its rows stand at the end. */
static LuotainCoverageRow *
find_row (const LuotainCoverageSheet *self, guint first, gint64 sector, gint64 level)
{
  for (guint i = first; i < self->rows->len; i++)
    {
      LuotainCoverageRow *row = self->rows->pdata[i];

      if (row->sector == sector && row->level == level)
        return row;
    }

  return NULL;
}

/* The matrix has a row a competence; the planner one a sector and role level of it. */
static void
take_rows (LuotainCoverageSheet *self, const LuotainRobustnessRow *from)
{
  const guint first = self->rows->len;

  for (guint i = 0; i < from->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (from->needs, LuotainRobustnessNeed, i);
      const LuotainRobustnessColumn *column = self->matrix->columns->pdata[need->column];
      LuotainCoverageRow *row = find_row (self, first, column->sector, need->level);
      const LuotainCoverageEntry entry = { need->entry, need->column };

      if (row == NULL)
        {
          row = make_row (self->matrix, from, column->sector, need->level);
          g_ptr_array_add (self->rows, row);
        }

      /* Two job titles of a level may both need it in one scenario. */
      if (row->entries->len == 0
          || g_array_index (row->entries, LuotainCoverageEntry, row->entries->len - 1).column != need->column)
        row->n_scenarios++;

      row->weight += need->weight;
      g_array_append_val (row->entries, entry);
      row->kind = luotain_robustness_kind (row->n_scenarios, row->n_columns);
    }
}

static gboolean
has_several_sectors (const LuotainCoverageSheet *self)
{
  for (guint i = 1; i < self->rows->len; i++)
    if (((const LuotainCoverageRow *) self->rows->pdata[i])->sector
        != ((const LuotainCoverageRow *) self->rows->pdata[0])->sector)
      return TRUE;

  return FALSE;
}

static gboolean
name_sectors (LuotainDb *db, const LuotainCoverageQuery *query, LuotainCoverageSheet *self, GError **error)
{
  g_autofree char *title = luotain_title_sql ("s", "title", query->language);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM sector s WHERE s.id = ?1", title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

  for (guint i = 0; statement != NULL && has_several_sectors (self) && i < self->rows->len; i++)
    {
      LuotainCoverageRow *row = self->rows->pdata[i];
      LuotainStep step;

      luotain_statement_reset (statement);
      luotain_statement_bind_id (statement, 1, row->sector);
      if ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ERROR)
        return FALSE;
      row->sector_title = step == LUOTAIN_STEP_ROW ? luotain_statement_dup_text (statement, 0) : NULL;
    }

  return statement != NULL;
}

/* Where a record of an organisation about an entry belongs. */
typedef struct
{
  LuotainCoverageRow *row;
  guint place;
} Spot;

static LuotainCoverageView *
add_view (LuotainCoverageRow *row)
{
  LuotainCoverageView *view = g_new0 (LuotainCoverageView, 1);

  view->units = g_ptr_array_new_with_free_func (unit_free);
  view->parts = g_array_new (FALSE, TRUE, sizeof (LuotainCoveragePart));
  g_array_set_size (view->parts, row->entries->len);
  g_ptr_array_add (row->views, view);
  return view;
}

static GHashTable *
make_views (LuotainCoverageSheet *self)
{
  GHashTable *spots = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      LuotainCoverageRow *row = self->rows->pdata[i];

      for (guint j = 0; j < self->organisations->len; j++)
        add_view (row);

      for (guint j = 0; j < row->entries->len; j++)
        {
          Spot *spot = g_new (Spot, 1);

          *spot = (Spot){ row, j };
          g_hash_table_insert (spots, &g_array_index (row->entries, LuotainCoverageEntry, j).entry, spot);
        }
    }

  return spots;
}

static gboolean
load_units (LuotainDb *db, const LuotainCoverageQuery *query, LuotainCoverageView *view, GError **error)
{
  g_autofree char *title = luotain_title_sql ("u", "title", query->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT u.id, %s, u.code FROM link l JOIN curriculum_unit u ON u.id = l.target JOIN record r ON r.id = u.id"
      " WHERE l.source = ?1 AND l.role = 'taught-in' ORDER BY r.position, r.id",
      title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, view->record);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainCoverageUnit *unit = g_new0 (LuotainCoverageUnit, 1);

      unit->id = luotain_statement_get_id (statement, 0);
      unit->title = luotain_statement_dup_text (statement, 1);
      unit->code = luotain_statement_dup_text (statement, 2);
      g_ptr_array_add (view->units, unit);
    }

  return step == LUOTAIN_STEP_DONE;
}

static LuotainCoverageView *
find_view (const LuotainCoverageSheet *self, const Spot *spot, gint64 organisation)
{
  for (guint i = 0; spot != NULL && i < self->organisations->len; i++)
    if (((const LuotainCoverageOrganisation *) self->organisations->pdata[i])->id == organisation)
      return spot->row->views->pdata[i];

  return NULL;
}

/* The texts are those of the first entry that has a record: of scenarios in their order. */
static void
take_record (LuotainCoverageView *view, guint place, LuotainStatement *statement)
{
  LuotainCoveragePart *part = &g_array_index (view->parts, LuotainCoveragePart, place);

  if (part->record != 0)
    return;

  part->record = luotain_statement_get_id (statement, 0);
  part->status = luotain_coverage_status_parse (luotain_statement_get_text (statement, 3));

  for (guint i = 0; i < place; i++)
    if (g_array_index (view->parts, LuotainCoveragePart, i).record != 0)
      return;

  view->record = part->record;
  g_free (view->decision);
  g_free (view->carrier);
  g_free (view->due_on);
  g_free (view->note);
  view->decision = luotain_statement_dup_text (statement, 4);
  view->carrier = luotain_statement_dup_text (statement, 5);
  view->due_on = luotain_statement_dup_text (statement, 6);
  view->note = luotain_statement_dup_text (statement, 7);
}

static gboolean
load_records (LuotainDb *db, const LuotainCoverageQuery *query, LuotainCoverageSheet *self, GHashTable *spots,
              GError **error)
{
  g_autofree char *decision = luotain_title_sql ("c", "decision", query->language);
  g_autofree char *note = luotain_title_sql ("c", "note", query->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT c.id, r.owner, l.target, c.status, %s, c.carrier, c.due_on, %s FROM coverage c"
      " JOIN record r ON r.id = c.id JOIN link l ON l.source = c.id AND l.role = 'assesses'"
      " WHERE ?1 IS NULL OR r.owner = ?1 ORDER BY c.id",
      decision, note);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, query->organisation);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 entry = luotain_statement_get_id (statement, 2);
      const Spot *spot = g_hash_table_lookup (spots, &entry);
      LuotainCoverageView *view = find_view (self, spot, luotain_statement_get_id (statement, 1));

      if (view != NULL)
        take_record (view, spot->place, statement);
    }

  return step == LUOTAIN_STEP_DONE;
}

/* What the entries with a record say counts; those without follow them. */
static void
settle_view (LuotainCoverageView *view, const char *today)
{
  gboolean judged = FALSE;

  view->status = LUOTAIN_COVERAGE_NOT_LOOKED_AT;

  for (guint i = 0; i < view->parts->len; i++)
    {
      const LuotainCoveragePart *part = &g_array_index (view->parts, LuotainCoveragePart, i);

      if (part->record == 0)
        continue;

      view->differs |= judged && part->status != view->status;
      view->status = judged ? MIN (view->status, part->status) : part->status;
      judged = TRUE;
    }

  for (guint i = 0; i < view->parts->len; i++)
    {
      LuotainCoveragePart *part = &g_array_index (view->parts, LuotainCoveragePart, i);

      if (part->record == 0)
        part->status = view->status;
    }

  view->overdue = view->status != LUOTAIN_COVERAGE_COVERED
                  && luotain_coverage_is_overdue (view->due_on, today);
}

static gboolean
settle_row (LuotainDb *db, const LuotainCoverageQuery *query, LuotainCoverageSheet *self,
            LuotainCoverageRow *row, const char *today, GError **error)
{
  for (guint i = 0; i < row->views->len; i++)
    {
      LuotainCoverageOrganisation *organisation = self->organisations->pdata[i];
      LuotainCoverageView *view = row->views->pdata[i];

      settle_view (view, today);
      organisation->n_rows[view->status]++;
      organisation->n_overdue += view->overdue;
      organisation->n_needed += row->kind == LUOTAIN_ROBUSTNESS_ROBUST
                                && (view->status == LUOTAIN_COVERAGE_NOT_AT_ALL
                                    || view->status == LUOTAIN_COVERAGE_PARTLY);
      if (view->record != 0 && !load_units (db, query, view, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LuotainCoverageRow *first = *(LuotainCoverageRow *const *) a;
  const LuotainCoverageRow *second = *(LuotainCoverageRow *const *) b;
  const int status = (int) luotain_coverage_row_status (first) - (int) luotain_coverage_row_status (second);

  if (first->kind != second->kind)
    return first->kind > second->kind ? -1 : 1;

  if (status != 0)
    return status;

  if (first->n_scenarios != second->n_scenarios)
    return first->n_scenarios > second->n_scenarios ? -1 : 1;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;

  if (g_strcmp0 (first->title, second->title) != 0)
    return first->title == NULL    ? 1
           : second->title == NULL ? -1
                                   : g_utf8_collate (first->title, second->title);

  if (first->level_place != second->level_place)
    return first->level_place < second->level_place ? -1 : 1;

  return first->sector < second->sector ? -1 : first->sector > second->sector;
}

gboolean
luotain_coverage_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCoverageQuery *query = data;
  LuotainRobustnessQuery needed = { .sector = query->sector, .language = query->language };
  g_autofree char *today = query->today != NULL ? g_strdup (query->today) : luotain_date_today ();
  g_autoptr (LuotainCoverageSheet) self = g_new0 (LuotainCoverageSheet, 1);
  g_autoptr (GHashTable) spots = NULL;

  self->choices = g_ptr_array_new_with_free_func (organisation_free);
  self->organisations = g_ptr_array_new_with_free_func (organisation_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  if (!luotain_robustness_query_run (db, &needed, (gpointer *) &self->matrix, error)
      || !load_organisations (db, query, self, error))
    return FALSE;

  for (guint i = 0; i < self->matrix->rows->len; i++)
    take_rows (self, self->matrix->rows->pdata[i]);

  if (!name_sectors (db, query, self, error))
    return FALSE;

  spots = make_views (self);
  if (!load_records (db, query, self, spots, error))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    if (!settle_row (db, query, self, self->rows->pdata[i], today, error))
      return FALSE;

  g_ptr_array_sort (self->rows, compare_rows);
  *result = g_steal_pointer (&self);
  return TRUE;
}
