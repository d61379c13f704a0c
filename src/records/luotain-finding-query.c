#include "config.h"

#include "luotain-finding-query.h"

#include "luotain-statement.h"
#include "luotain-text.h"
#include "luotain-title-sql.h"

#include <string.h>

LuotainFindingQuery *
luotain_finding_query_copy (const LuotainFindingQuery *self)
{
  LuotainFindingQuery *copy = g_memdup2 (self, sizeof *self);

  copy->kind = g_strdup (self->kind);
  copy->dimension = g_strdup (self->dimension);
  copy->tag = g_strdup (self->tag);
  copy->text = g_strdup (self->text);
  return copy;
}

void
luotain_finding_query_free (LuotainFindingQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->dimension);
  g_free (self->tag);
  g_free (self->text);
  g_free (self);
}

void
luotain_finding_ids_free (LuotainFindingIds *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ids);
  g_free (self);
}

/* The title in one language, else in any, as luotain_translated_get() has it. */
static const char *
title_expression (LuotainLanguage language)
{
  static const char *const expressions[] = {
    "coalesce (f.title_fi, f.title_sv, f.title_en)",
    "coalesce (f.title_sv, f.title_fi, f.title_en)",
    "coalesce (f.title_en, f.title_fi, f.title_sv)",
  };

  return expressions[language];
}

/* All findings by their ids: an index that holds what is asked is read in its own order and the ids are sorted
 * afterwards, so that the table with its long texts is not read. */
static gboolean
is_sorted_here (const LuotainFindingQuery *query)
{
  return query->limit == 0 && query->text == NULL && query->tag == NULL
         && (query->order == LUOTAIN_FINDINGS_NEWEST || query->order == LUOTAIN_FINDINGS_OLDEST);
}

static int
compare_rising (gconstpointer a, gconstpointer b)
{
  const gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static int
compare_falling (gconstpointer a, gconstpointer b)
{
  return compare_rising (b, a);
}

/* Ids rise with time, so the order of capture is the order of the key and costs nothing. */
static void
append_order (GString *sql, const LuotainFindingQuery *query)
{
  switch (query->order)
    {
    case LUOTAIN_FINDINGS_OLDEST:
      g_string_append (sql, " ORDER BY f.id");
      break;
    case LUOTAIN_FINDINGS_BY_TITLE:
      g_string_append_printf (sql, " ORDER BY fold (%s), f.id", title_expression (query->language));
      break;
    case LUOTAIN_FINDINGS_BY_KIND:
      g_string_append (sql,
                       " ORDER BY (SELECT r.position FROM vocabulary_entry v JOIN record r ON r.id = v.id"
                       " WHERE v.vocabulary = 'finding-kind' AND v.\"key\" = f.kind) NULLS LAST, f.id DESC");
      break;
    case LUOTAIN_FINDINGS_NEWEST:
    default:
      g_string_append (sql, " ORDER BY f.id DESC");
      break;
    }
}

#define IN_TEXT(column) \
  " OR contains (f." column "_fi, ?5) OR contains (f." column "_sv, ?5) OR contains (f." column "_en, ?5)"

static char *
make_sql (const LuotainFindingQuery *query)
{
  g_autoptr (GString) sql = g_string_new ("SELECT f.id FROM finding f WHERE TRUE");

  if (query->sector != 0)
    g_string_append (sql, " AND f.id IN (SELECT source FROM link WHERE target = ?1 AND role = 'sector')");

  if (query->session != 0)
    g_string_append (sql, " AND f.id IN (SELECT source FROM link WHERE target = ?2 AND role = 'session')");

  if (query->kind != NULL)
    g_string_append (sql, " AND f.kind = ?3");

  if (query->dimension != NULL)
    g_string_append (sql, " AND instr (' ' || f.dimensions || ' ', ' ' || ?4 || ' ')");

  if (query->text != NULL)
    g_string_append (sql, " AND (contains (f.tags, ?5)" IN_TEXT ("title") IN_TEXT ("description") ")");

  if (query->tag != NULL)
    g_string_append (sql, " AND instr (char (10) || f.tags || char (10), char (10) || ?6 || char (10))");

  if (!is_sorted_here (query))
    append_order (sql, query);
  if (query->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", query->limit);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
collect_ids (LuotainStatement *statement, GArray *ids, GError **error)
{
  LuotainStep step;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == LUOTAIN_STEP_DONE;
}

gboolean
luotain_finding_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainFindingQuery *query = data;
  g_autofree char *sql = make_sql (query);
  g_autofree char *needle = query->text != NULL ? luotain_text_fold (query->text) : NULL;
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainFindingIds *answer;
  gint64 total = 0;

  if (statement == NULL
      || (query->limit == 0 && !luotain_db_query_int (db, "SELECT count(*) FROM finding", &total, error)))
    return FALSE;

  /* Binding what the statement does not ask for would be an error. */
  if (query->sector != 0)
    luotain_statement_bind_id (statement, 1, query->sector);
  if (query->session != 0)
    luotain_statement_bind_id (statement, 2, query->session);
  if (query->kind != NULL)
    luotain_statement_bind_text (statement, 3, query->kind);
  if (query->dimension != NULL)
    luotain_statement_bind_text (statement, 4, query->dimension);
  if (query->text != NULL)
    luotain_statement_bind_text (statement, 5, needle);
  if (query->tag != NULL)
    luotain_statement_bind_text (statement, 6, query->tag);

  if (!collect_ids (statement, ids, error))
    return FALSE;
  if (is_sorted_here (query))
    g_array_sort (ids, query->order == LUOTAIN_FINDINGS_NEWEST ? compare_falling : compare_rising);

  answer = g_new0 (LuotainFindingIds, 1);
  answer->ids = g_steal_pointer (&ids);
  answer->total = (guint) total;
  *result = answer;
  return TRUE;
}

void
luotain_finding_row_free (LuotainFindingRow *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->kind);
  g_free (self->dimensions);
  g_free (self->session_title);
  g_free (self);
}

static LuotainFindingRow *
read_row (LuotainStatement *statement, LuotainLanguage language)
{
  LuotainFindingRow *row = g_new0 (LuotainFindingRow, 1);

  row->id = luotain_statement_get_id (statement, 0);
  row->title = luotain_statement_dup_text (statement, 1);
  row->kind = luotain_statement_dup_text (statement, 2);
  row->dimensions = luotain_statement_dup_text (statement, 3);
  row->session_title = luotain_statement_dup_text (statement, 4);
  row->n_sources = (guint) luotain_statement_get_int (statement, 5);
  row->n_evidence = (guint) luotain_statement_get_int (statement, 6);
  row->n_supports = (guint) luotain_statement_get_int (statement, 7);
  return row;
}

GPtrArray *
luotain_finding_rows_load (LuotainDb *db, const gint64 *ids, guint n_ids, LuotainLanguage language,
                           GError **error)
{
  g_autofree char *session_title = luotain_title_sql ("s", "title", language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT f.id, %s, f.kind, f.dimensions,"
      " (SELECT %s FROM link l JOIN session s ON s.id = l.target"
      "  WHERE l.source = f.id AND l.role = 'session'),"
      " (SELECT count(*) FROM link WHERE source = f.id AND role = 'source'),"
      " (SELECT count(*) FROM link WHERE source = f.id AND role = 'evidence'),"
      " (SELECT count(*) FROM link WHERE target = f.id AND role IN ('evidence', 'driver', 'rests-on'))"
      " FROM finding f WHERE f.id = ?1",
      title_expression (language), session_title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_finding_row_free);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      LuotainStep step;

      luotain_statement_bind_id (statement, 1, ids[i]);
      step = luotain_statement_step (statement, error);

      if (step == LUOTAIN_STEP_ERROR)
        return NULL;

      g_ptr_array_add (rows, step == LUOTAIN_STEP_ROW ? read_row (statement, language) : NULL);
      luotain_statement_reset (statement);
    }

  return g_steal_pointer (&rows);
}
