#include "config.h"

#include "luotain-merge-private.h"

#include "luotain-record-io.h"
#include "luotain-statement.h"

G_STATIC_ASSERT (LUOTAIN_MERGE_CONFIRMED_NOW == LUOTAIN_NUMBER_UNSET);

/* Links tied by one statement: below what is recorded in one part. */
#define SLICE 2000

/* Loose links that are named; a file with more has one cause. */
#define MOST_LOOSE 101

static gboolean
look_up_target (LuotainMerge *self, gint64 id, LuotainMergeTarget *target, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db,
      "SELECT r.revision, r.type FROM temp.merge_record m CROSS JOIN record r ON r.id = m.id"
      " WHERE m.id = ?1 AND m.file = ?2 AND m.outcome = ?3 AND m.revision = r.revision",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  luotain_statement_bind_int (statement, 2, self->file);
  luotain_statement_bind_int (statement, 3, LUOTAIN_MERGE_ADDED);
  step = luotain_statement_step (statement, error);

  if (step == LUOTAIN_STEP_ROW)
    {
      target->id = id;
      target->file = self->file;
      target->revision = luotain_statement_get_int (statement, 0);
      target->type = luotain_model_type (luotain_db_get_model (self->db),
                                         luotain_statement_get_text (statement, 1));
    }

  return step != LUOTAIN_STEP_ERROR;
}

static gboolean
tie_at_once (LuotainMerge *self, const LuotainLink *link, gint64 confirmed, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "INSERT OR IGNORE INTO link VALUES (?1, ?2, ?3, ?4, ?5)", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, link->source);
  luotain_statement_bind_text (statement, 2, link->role->name);
  luotain_statement_bind_id (statement, 3, link->target);
  luotain_statement_bind_text (statement, 4, link->note);
  luotain_statement_bind_int (statement, 5, confirmed);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  self->n_direct += luotain_db_n_changes (self->db);
  return luotain_db_count_row (self->db, error);
}

static gboolean
let_wait (LuotainMerge *self, const LuotainLink *link, const LuotainRecordType *target_type, int line,
          GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "INSERT INTO temp.merge_link VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, ++self->n_links);
  luotain_statement_bind_int (statement, 2, self->file);
  luotain_statement_bind_int (statement, 3, line);
  luotain_statement_bind_id (statement, 4, link->source);
  luotain_statement_bind_text (statement, 5, link->role->name);
  luotain_statement_bind_id (statement, 6, link->target);
  luotain_statement_bind_text (statement, 7, target_type->name);
  luotain_statement_bind_text (statement, 8, link->note);
  /* The same number as LUOTAIN_NUMBER_UNSET, so that it becomes NULL. */
  luotain_statement_bind_number (statement, 9, link->confirmed_revision);
  return luotain_statement_run (statement, error);
}

/* A new record has no links yet, and where its target is new as well nothing is left to be weighed: such links, mostly
 * all of a large file, need not wait. */
gboolean
luotain_merge_link (LuotainMerge *self, const LuotainLink *link, const LuotainRecordType *target_type,
                    int line, GError **error)
{
  LuotainMergeTarget *target = &self->targets[(guint64) link->target % LUOTAIN_MERGE_TARGETS];
  const gint64 confirmed = link->confirmed_revision;

  if (self->added != link->source)
    return let_wait (self, link, target_type, line, error);

  if ((target->id != link->target || target->file != self->file)
      && !look_up_target (self, link->target, target, error))
    return FALSE;

  if (target->id != link->target || target->file != self->file || target->type != target_type)
    return let_wait (self, link, target_type, line, error);

  return tie_at_once (self, link, confirmed == LUOTAIN_MERGE_CONFIRMED_NOW ? target->revision : confirmed,
                      error);
}

gboolean
luotain_merge_find_loose (LuotainMerge *self, LuotainMergeLooseFunc found, gpointer data, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db,
      "SELECT m.file, m.line, (SELECT s.type FROM record s WHERE s.id = m.source), m.source, m.role, m.target_type,"
      " m.target, r.type FROM temp.merge_link m LEFT JOIN record r ON r.id = m.target"
      " WHERE r.type <> m.target_type OR (r.id IS NULL AND NOT EXISTS"
      " (SELECT 1 FROM temp.merge_record k WHERE k.id = m.target AND k.outcome = ?1)) ORDER BY m.number LIMIT ?2",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, LUOTAIN_MERGE_SKIPPED);
  luotain_statement_bind_int (statement, 2, MOST_LOOSE);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const LuotainMergeLoose loose = {
        .file = (guint) luotain_statement_get_int (statement, 0),
        .line = (int) luotain_statement_get_int (statement, 1),
        .source_type = luotain_statement_get_text (statement, 2),
        .source = luotain_statement_get_id (statement, 3),
        .role = luotain_statement_get_text (statement, 4),
        .target_type = luotain_statement_get_text (statement, 5),
        .target = luotain_statement_get_id (statement, 6),
        .found_type = luotain_statement_get_text (statement, 7),
      };

      found (&loose, data);
    }

  return step == LUOTAIN_STEP_DONE;
}

/* A link of which there is only one comes in where there is none, or where the incoming record changed later. */
static char *
list_roles (LuotainMerge *self, gboolean only_one)
{
  const LuotainModel *model = luotain_db_get_model (self->db);
  g_autoptr (GString) list = g_string_new ("(''");

  for (guint i = 0; model->roles[i].name != NULL; i++)
    if (only_one ? model->roles[i].only_one : model->roles[i].flow != LUOTAIN_CHAIN_NONE)
      g_string_append_printf (list, ", '%s'", model->roles[i].name);

  g_string_append_c (list, ')');
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
collect_ids (LuotainMerge *self, const char *sql, gint64 first, gint64 last, GArray *ids, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (self->db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, first);
  luotain_statement_bind_int (statement, 2, last);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == LUOTAIN_STEP_DONE;
}

/* A chain link is part of what its source says: what stands on that is to be looked at again. */
static gboolean
touch_sources (LuotainMerge *self, gint64 first, gint64 last, GError **error)
{
  g_autofree char *chain = list_roles (self, FALSE);
  g_autofree char *single = list_roles (self, TRUE);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf (
      "SELECT DISTINCT m.source FROM temp.merge_link m"
      " JOIN temp.merge_record s ON s.id = m.source AND s.file = m.file JOIN record t ON t.id = m.target"
      " WHERE m.number BETWEEN ?1 AND ?2 AND s.outcome IN (%d, %d) AND m.role IN %s"
      " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.source = m.source AND l.role = m.role"
      " AND (l.target = m.target OR (NOT s.wins AND m.role IN %s)))",
      LUOTAIN_MERGE_SAME, LUOTAIN_MERGE_NEWER, chain, single);

  if (!collect_ids (self, sql, first, last, ids, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!luotain_record_touch (self->db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* Takes away the only link of a role where the incoming record wins with another one. */
static gboolean
make_room (LuotainMerge *self, gint64 first, gint64 last, GError **error)
{
  g_autofree char *single = list_roles (self, TRUE);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf (
      "SELECT m.number FROM temp.merge_link m JOIN temp.merge_record s ON s.id = m.source AND s.file = m.file"
      " JOIN record t ON t.id = m.target WHERE m.number BETWEEN ?1 AND ?2 AND s.outcome <> %d AND s.wins"
      " AND m.role IN %s AND EXISTS (SELECT 1 FROM link l WHERE l.source = m.source AND l.role = m.role"
      " AND l.target <> m.target)",
      LUOTAIN_MERGE_ADDED, single);
  g_autoptr (LuotainStatement) remove = luotain_db_prepare (
      self->db,
      "DELETE FROM link WHERE (source, role) = (SELECT m.source, m.role FROM temp.merge_link m WHERE m.number = ?1)",
      error);

  if (remove == NULL || !collect_ids (self, sql, first, last, numbers, error))
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    {
      luotain_statement_bind_int (remove, 1, g_array_index (numbers, gint64, i));

      if (!luotain_statement_run (remove, error) || !luotain_db_count_row (self->db, error))
        return FALSE;
    }

  return TRUE;
}

/* The types whose records leave the content of their owner as it is. */
static char *
list_aside (LuotainMerge *self)
{
  const LuotainModel *model = luotain_db_get_model (self->db);
  g_autoptr (GString) list = g_string_new ("(''");

  for (guint i = 0; model->types[i] != NULL; i++)
    if ((model->types[i]->flags & LUOTAIN_TYPE_ASIDE) != 0)
      g_string_append_printf (list, ", '%s'", model->types[i]->name);

  g_string_append_c (list, ')');
  return g_string_free (g_steal_pointer (&list), FALSE);
}

#define NOT_IN_FILE(link) \
  " AND " link ".role IN %s AND NOT EXISTS (SELECT 1 FROM temp.merge_link w WHERE w.source = " link \
  ".source" \
  " AND w.role = " link ".role AND w.target = " link ".target AND w.file = m.file)"

/*
 * Whether the target r of the link m holds here what the file has not, or has in an older form: a part, or a reason of it or
 * of a part. What the fields say was compared when the record came.
 */
static char *
make_more_here (LuotainMerge *self)
{
  g_autofree char *aside = list_aside (self);
  g_autofree char *chain = list_roles (self, FALSE);

  return g_strdup_printf (
      "(EXISTS (SELECT 1 FROM record c LEFT JOIN temp.merge_record k ON k.id = c.id AND k.file = m.file"
      " WHERE c.owner = r.id AND c.type NOT IN %s AND (k.id IS NULL OR k.outcome = %d))"
      " OR EXISTS (SELECT 1 FROM link h WHERE h.source = r.id" NOT_IN_FILE (
          "h") ") OR EXISTS (SELECT 1 FROM record c JOIN temp.merge_record k ON k.id = c.id AND k.file = m.file"
               " CROSS JOIN link h ON h.source = c.id"
               " WHERE c.owner = r.id AND c.type NOT IN %s AND k.outcome <> %d" NOT_IN_FILE ("h") "))",
      aside, LUOTAIN_MERGE_NEWER, chain, aside, LUOTAIN_MERGE_ADDED, chain);
}

/* Confirmed is what was confirmed in the file, as long as the same content stands here; an exact copy keeps its number. */
static char *
make_tie_sql (LuotainMerge *self)
{
  g_autofree char *single = list_roles (self, TRUE);
  g_autofree char *more_here = make_more_here (self);

  return g_strdup_printf (
      "INSERT INTO link (source, role, target, note, confirmed_revision)"
      " SELECT m.source, m.role, m.target, m.note, CASE WHEN m.confirmed IS NULL THEN r.revision"
      " WHEN t.id IS NULL THEN min (m.confirmed, r.revision)"
      " WHEN t.outcome = %d AND t.revision = r.revision THEN m.confirmed"
      " WHEN t.outcome <> %d AND m.confirmed >= t.revision AND (t.outcome = %d OR t.revision = r.revision OR NOT %s) THEN r.revision"
      " ELSE min (m.confirmed, r.revision - 1) END"
      " FROM temp.merge_link m CROSS JOIN record s ON s.id = m.source CROSS JOIN record r ON r.id = m.target"
      " LEFT JOIN temp.merge_record t ON t.id = m.target AND t.file = m.file"
      " WHERE m.number BETWEEN ?1 AND ?2 AND (m.role NOT IN %s OR NOT EXISTS (SELECT 1 FROM link l"
      " WHERE l.source = m.source AND l.role = m.role AND l.target <> m.target))"
      " ON CONFLICT (source, role, target) DO UPDATE SET note = coalesce (note, excluded.note),"
      " confirmed_revision = max (confirmed_revision, excluded.confirmed_revision)"
      " WHERE (note IS NULL AND excluded.note IS NOT NULL) OR confirmed_revision < excluded.confirmed_revision",
      LUOTAIN_MERGE_ADDED, LUOTAIN_MERGE_NEWER, LUOTAIN_MERGE_ADDED, more_here, single);
}

static gboolean
tie_slice (LuotainMerge *self, const char *sql, gint64 first, gint64 last, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (self->db, sql, error);
  gint64 n_rows;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, first);
  luotain_statement_bind_int (statement, 2, last);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  for (n_rows = luotain_db_n_changes (self->db); n_rows > 0; n_rows--)
    if (!luotain_db_count_row (self->db, error))
      return FALSE;

  return TRUE;
}

static gboolean
tie_file (LuotainMerge *self, const char *sql, gint64 first, gint64 last, GError **error)
{
  if (self->met && (!touch_sources (self, first, last, error) || !make_room (self, first, last, error)))
    return FALSE;

  for (gint64 begin = first; begin <= last; begin += SLICE)
    if (!tie_slice (self, sql, begin, MIN (begin + SLICE - 1, last), error))
      return FALSE;

  return TRUE;
}

/* File by file, so that the next one finds the links of the one before. */
gboolean
luotain_merge_tie (LuotainMerge *self, gint64 *n_added, GError **error)
{
  g_autofree char *sql = make_tie_sql (self);
  gint64 n_before, n_after;

  if (self->met
      && !luotain_db_execute (
          self->db, "CREATE INDEX temp.merge_link_ends ON merge_link (source, role, target, file)", error))
    return FALSE;

  if (!luotain_db_query_int (self->db, "SELECT count (*) FROM link", &n_before, error))
    return FALSE;

  for (guint i = 0; i < self->first_links->len; i++)
    {
      const gint64 first = g_array_index (self->first_links, gint64, i);
      const gint64 last = i + 1 < self->first_links->len
                              ? g_array_index (self->first_links, gint64, i + 1) - 1
                              : self->n_links;

      if (!tie_file (self, sql, first, last, error))
        return FALSE;
    }

  if (!luotain_db_query_int (self->db, "SELECT count (*) FROM link", &n_after, error))
    return FALSE;

  *n_added = n_after - n_before + self->n_direct;
  return TRUE;
}
