#include "config.h"

#include "luotain-coverage-edit.h"

#include "luotain-coverage.h"
#include "luotain-curriculum-unit.h"
#include "luotain-edit.h"
#include "luotain-link.h"
#include "luotain-organisation.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-text.h"
#include "luotain-title-sql.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

LuotainCoverageEdit *
luotain_coverage_edit_new (gint64 organisation, gint64 entry, gboolean apart, const char *field,
                           const char *text)
{
  LuotainCoverageEdit *self = g_new0 (LuotainCoverageEdit, 1);

  self->organisation = organisation;
  self->entry = entry;
  self->apart = apart;
  self->field = g_strdup (field);
  self->text = g_strdup (text);
  return self;
}

void
luotain_coverage_edit_free (LuotainCoverageEdit *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

LuotainCoverageTeach *
luotain_coverage_teach_new (gint64 organisation, gint64 entry, gint64 unit, const char *title)
{
  LuotainCoverageTeach *self = g_new0 (LuotainCoverageTeach, 1);

  self->organisation = organisation;
  self->entry = entry;
  self->unit = unit;
  self->title = g_strdup (title);
  return self;
}

void
luotain_coverage_teach_free (LuotainCoverageTeach *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self);
}

/* ?1 is an entry: all that need its competence at its role level in its sector, scenarios in their order. */
#define ENTRIES \
  "WITH need AS (SELECT e.id, lc.target AS competence, COALESCE(ll.target, jl.target) AS level," \
  " ls.target AS sector, s.position, s.id AS scenario FROM record e" \
  " JOIN link lc ON lc.source = e.id AND lc.role = 'competence'" \
  " JOIN link ps ON ps.source = e.owner AND ps.role = 'scenario' JOIN record s ON s.id = ps.target" \
  " LEFT JOIN link ls ON ls.source = s.id AND ls.role = 'sector'" \
  " LEFT JOIN link lj ON lj.source = e.id AND lj.role = 'job-title'" \
  " LEFT JOIN link ll ON ll.source = e.id AND ll.role = 'role-level'" \
  " LEFT JOIN link jl ON jl.source = lj.target AND jl.role = 'role-level'" \
  " WHERE e.type = 'profile-entry')" \
  " SELECT other.id FROM need JOIN need other ON other.competence = need.competence" \
  " AND other.level IS need.level AND other.sector IS need.sector WHERE need.id = ?1" \
  " ORDER BY other.position, other.scenario, other.id"

static GArray *
find_entries (LuotainDb *db, gint64 entry, gboolean apart, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, ENTRIES, error);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step = LUOTAIN_STEP_DONE;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, entry);
  while (!apart && (step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (entries, id);
    }

  if (step == LUOTAIN_STEP_ERROR)
    return NULL;

  /* Alone, or of a profile that belongs to no scenario. */
  if (entries->len == 0)
    g_array_append_val (entries, entry);

  return g_steal_pointer (&entries);
}

static gboolean
find_record (LuotainDb *db, gint64 organisation, gint64 entry, gint64 *record, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT MIN(c.id) FROM record c JOIN link l ON l.source = c.id AND l.role = 'assesses'"
      " WHERE l.target = ?2 AND c.owner = ?1 AND c.type = 'coverage'",
      error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, organisation);
  luotain_statement_bind_id (statement, 2, entry);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;

  *record = luotain_statement_get_id (statement, 0);
  return TRUE;
}

/* What the competence's other entries say already, the first of them. */
static gboolean
find_like (LuotainDb *db, gint64 organisation, gint64 entry, gint64 *like, GError **error)
{
  g_autoptr (GArray) entries = find_entries (db, entry, FALSE, error);

  *like = 0;
  for (guint i = 0; entries != NULL && *like == 0 && i < entries->len; i++)
    if (!find_record (db, organisation, g_array_index (entries, gint64, i), like, error))
      return FALSE;

  return entries != NULL;
}

static gboolean
copy_units (LuotainDb *db, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, from, FALSE, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const LuotainLink *link = links->pdata[i];

      if (g_str_equal (link->role->name, "taught-in")
          && !luotain_link_add (db, to, link->role, link->target, error))
        return FALSE;
    }

  return links != NULL;
}

static gboolean
make_record (LuotainDb *db, gint64 organisation, gint64 entry, gint64 *record, GError **error)
{
  LuotainCoverage *made;
  gint64 like = 0;
  gboolean ok;

  if (!find_like (db, organisation, entry, &like, error))
    return FALSE;

  made = like != 0 ? luotain_record_load (db, &luotain_coverage_type, like, error)
                   : luotain_record_new (&luotain_coverage_type);
  if (made == NULL)
    return FALSE;

  made->record = (LuotainRecord){ .owner = organisation };
  ok = luotain_record_insert (db, &luotain_coverage_type, made, error);
  *record = made->record.id;
  luotain_record_free (&luotain_coverage_type, made);
  return ok && luotain_edit_link (db, *record, "assesses", entry, error)
         && (like == 0 || copy_units (db, like, *record, error));
}

static gboolean
ensure_record (LuotainDb *db, gint64 organisation, gint64 entry, gint64 *record, GError **error)
{
  return find_record (db, organisation, entry, record, error)
         && (*record != 0 || make_record (db, organisation, entry, record, error));
}

static gboolean
is_empty (const LuotainCoverage *self)
{
  for (guint i = 0; i < luotain_coverage_type.n_fields; i++)
    for (LuotainLanguage language = 0; language < LUOTAIN_N_LANGUAGES; language++)
      if (luotain_field_peek (&luotain_coverage_type.fields[i], self, language) != NULL)
        return FALSE;

  return TRUE;
}

/* Nothing said, nothing kept. */
static gboolean
delete_empty (LuotainDb *db, gint64 id, GError **error)
{
  LuotainCoverage *record = luotain_record_load (db, &luotain_coverage_type, id, error);
  gboolean empty;
  gint64 unit = 0;

  if (record == NULL)
    return FALSE;

  empty = is_empty (record);
  luotain_record_free (&luotain_coverage_type, record);
  if (!luotain_link_get_only (db, id, "taught-in", &unit, error))
    return FALSE;

  return !empty || unit != 0 || luotain_record_delete (db, id, error);
}

gboolean
luotain_coverage_edit_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCoverageEdit *edit = data;
  g_autoptr (GArray) entries = find_entries (db, edit->entry, edit->apart, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      gint64 record = 0;

      if (!ensure_record (db, edit->organisation, g_array_index (entries, gint64, i), &record, error)
          || !luotain_edit_set_field (db, record, edit->field, edit->text, TRUE, error))
        return FALSE;
    }

  /* Only when all are written: until then each may be what the next is made like. */
  for (guint i = 0; i < entries->len; i++)
    {
      gint64 record = 0;

      if (!find_record (db, edit->organisation, g_array_index (entries, gint64, i), &record, error)
          || !delete_empty (db, record, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
luotain_coverage_dup_text (LuotainDb *db, gint64 organisation, gint64 entry, const char *field, char **text,
                           GError **error)
{
  LuotainLanguage language = LUOTAIN_FI;
  LuotainCoverage *record;
  gint64 id = 0;

  *text = NULL;
  if (!luotain_workbook_language (db, &language, error) || !find_record (db, organisation, entry, &id, error)
      || (id == 0 && !find_like (db, organisation, entry, &id, error)))
    return FALSE;

  if (id == 0)
    return TRUE;

  record = luotain_record_load (db, &luotain_coverage_type, id, error);
  if (record == NULL)
    return FALSE;

  *text = luotain_field_to_string (luotain_record_type_field (&luotain_coverage_type, field, &language),
                                   record, language);
  luotain_record_free (&luotain_coverage_type, record);
  return TRUE;
}

/* A record of the type with this name, in any language; 0 for none. */
static gboolean
find_named (LuotainDb *db, const LuotainRecordType *type, gint64 owner, const char *name, gint64 *id,
            GError **error)
{
  g_autofree char *wanted = luotain_text_fold (name);
  g_autofree char *sql = g_strdup_printf ("SELECT MIN(t.id) FROM %s t JOIN record r ON r.id = t.id"
                                          " WHERE r.owner IS ?1 AND " LUOTAIN_TITLE_IS ("t", "?2"),
                                          type->table);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, owner);
  luotain_statement_bind_text (statement, 2, wanted);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;

  *id = luotain_statement_get_id (statement, 0);
  return TRUE;
}

/* The one of this name, or a new one. */
static gboolean
ensure_named (LuotainDb *db, const LuotainRecordType *type, gint64 owner, const char *name, gint64 *id,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *valid = luotain_text_normalize (name != NULL ? name : "", -1,
                                                   LUOTAIN_TEXT_DROP | LUOTAIN_TEXT_SINGLE_LINE, NULL,
                                                   &local_error);
  LuotainRecord *made;
  gboolean ok;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (valid != NULL && !find_named (db, type, owner, valid, id, error))
    return FALSE;

  luotain_db_set_detail (db, valid);
  if (valid != NULL && *id != 0)
    return TRUE;

  made = luotain_record_new (type);
  made->owner = owner;
  ok = luotain_edit_fill (db, type, made, "title", valid, TRUE, error)
       && luotain_record_insert (db, type, made, error);
  *id = made->id;
  luotain_record_free (type, made);
  return ok;
}

/*
 * A school teaches in units of its own and in those of who judges nothing, such as the agency that publishes the national
 * qualifications; another school's are another school's.
 */
#define FOREIGN \
  "SELECT u.id FROM record u WHERE u.type = 'curriculum-unit' AND u.owner <> ?1" \
  " AND EXISTS (SELECT 1 FROM record c WHERE c.owner = u.owner AND c.type = 'coverage')"

gboolean
luotain_coverage_foreign_units_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, FOREIGN " ORDER BY u.id", error);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, *(const gint64 *) data);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (units, id);
    }

  if (step == LUOTAIN_STEP_ERROR)
    return FALSE;

  *result = g_steal_pointer (&units);
  return TRUE;
}

static gboolean
check_unit (LuotainDb *db, gint64 organisation, gint64 unit, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, FOREIGN " AND u.id = ?2", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, organisation);
  luotain_statement_bind_id (statement, 2, unit);
  step = luotain_statement_step (statement, error);
  if (step == LUOTAIN_STEP_ROW)
    g_set_error_literal (
        error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
        _ ("The curriculum unit belongs to another organisation. Choose one of its own, or one of a "
           "national qualification."));

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
teach_entry (LuotainDb *db, const LuotainCoverageTeach *teach, gint64 entry, gint64 unit, GError **error)
{
  const LuotainRole *role = luotain_model_role (luotain_db_get_model (db), "taught-in");
  g_autoptr (GError) local_error = NULL;
  gint64 record = 0;

  if (!teach->leave)
    return ensure_record (db, teach->organisation, entry, &record, error)
           && luotain_edit_link (db, record, role->name, unit, error);

  if (!find_record (db, teach->organisation, entry, &record, error))
    return FALSE;

  if (record == 0)
    return TRUE;

  if (!luotain_link_remove (db, record, role, unit, &local_error)
      && !g_error_matches (local_error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return delete_empty (db, record, error);
}

/* Whether any record says that the competence is taught in the unit. */
static gboolean
is_taught (LuotainDb *db, gint64 competence, gint64 unit, gboolean *taught, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT EXISTS (SELECT 1 FROM link t JOIN link a ON a.source = t.source AND a.role = 'assesses'"
      " JOIN link c ON c.source = a.target AND c.role = 'competence'"
      " WHERE t.target = ?1 AND t.role = 'taught-in' AND c.target = ?2)",
      error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, unit);
  luotain_statement_bind_id (statement, 2, competence);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;

  *taught = luotain_statement_get_int (statement, 0) != 0;
  return TRUE;
}

static gboolean
has_link (LuotainDb *db, gint64 source, const char *role, gint64 target, gboolean *has, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, source, FALSE, error);

  *has = FALSE;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const LuotainLink *link = links->pdata[i];

      *has |= link->target == target && g_str_equal (link->role->name, role);
    }

  return links != NULL;
}

static gboolean
settle_covers (LuotainDb *db, gint64 entry, gint64 unit, GError **error)
{
  gint64 competence = 0;
  gboolean taught = FALSE;
  gboolean covers = FALSE;

  if (!luotain_link_get_only (db, entry, "competence", &competence, error))
    return FALSE;

  if (competence == 0)
    return TRUE;

  if (!is_taught (db, competence, unit, &taught, error)
      || !has_link (db, unit, "covers", competence, &covers, error))
    return FALSE;

  if (taught == covers)
    return TRUE;

  return taught ? luotain_edit_link (db, unit, "covers", competence, error)
                : luotain_link_remove (db, unit, luotain_model_role (luotain_db_get_model (db), "covers"),
                                       competence, error);
}

gboolean
luotain_coverage_teach_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCoverageTeach *teach = data;
  g_autoptr (GArray) entries = NULL;
  gint64 unit = teach->unit;

  if (unit == 0
      && !ensure_named (db, &luotain_curriculum_unit_type, teach->organisation, teach->title, &unit, error))
    return FALSE;

  if (!check_unit (db, teach->organisation, unit, error))
    return FALSE;

  entries = teach->entry != 0 ? find_entries (db, teach->entry, FALSE, error)
                              : g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (!teach_entry (db, teach, g_array_index (entries, gint64, i), unit, error))
      return FALSE;

  if (entries == NULL || (teach->entry != 0 && !settle_covers (db, teach->entry, unit, error)))
    return FALSE;

  *result = g_memdup2 (&unit, sizeof unit);
  return TRUE;
}

gboolean
luotain_coverage_organisation_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  gint64 organisation = 0;

  if (!ensure_named (db, &luotain_organisation_type, 0, data, &organisation, error))
    return FALSE;

  *result = g_memdup2 (&organisation, sizeof organisation);
  return TRUE;
}

gboolean
luotain_coverage_place_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.owner, l.target FROM record r JOIN link l ON l.source = r.id AND l.role = 'assesses'"
      " WHERE r.id = ?1 AND r.type = 'coverage'"
      " UNION ALL SELECT u.owner, a.target FROM record u LEFT JOIN link t ON t.target = u.id AND t.role = 'taught-in'"
      " LEFT JOIN link a ON a.source = t.source AND a.role = 'assesses'"
      " WHERE u.id = ?1 AND u.type = 'curriculum-unit'"
      " UNION ALL SELECT id, NULL FROM record WHERE id = ?1 AND type = 'organisation'"
      " UNION ALL SELECT NULL, id FROM record WHERE id = ?1 AND type = 'profile-entry' LIMIT 1",
      error);
  LuotainCoveragePlace place = { 0, 0 };
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, *(const gint64 *) data);
  step = luotain_statement_step (statement, error);
  if (step == LUOTAIN_STEP_ERROR)
    return FALSE;

  if (step == LUOTAIN_STEP_ROW)
    place = (LuotainCoveragePlace){ luotain_statement_get_id (statement, 0),
                                    luotain_statement_get_id (statement, 1) };

  *result = g_memdup2 (&place, sizeof place);
  return TRUE;
}
