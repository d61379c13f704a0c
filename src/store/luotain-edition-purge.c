/*
 * What is removed for good is taken out of the editions too. Elements are as luotain_xml_export() wrote them: every tag
 * begins a line, and no line of a text begins with "<", for that is escaped. So lines are enough to find where a
 * record or a link begins and ends, and no parser is needed.
 */

#include "config.h"

#include "luotain-edition-content.h"

#include "luotain-date.h"
#include "luotain-id.h"
#include "luotain-statement.h"

#include <string.h>

/* Records stand in each other two levels deep. */
#define MOST_LEVELS 16

typedef struct
{
  guint8 digest[LUOTAIN_EDITION_DIGEST];
} Digest;

static guint
hash_digest (gconstpointer key)
{
  guint hash;

  memcpy (&hash, key, sizeof hash);
  return hash;
}

static gboolean
equal_digests (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, LUOTAIN_EDITION_DIGEST) == 0;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* (transfer full) (nullable): the value of an attribute @name, ` id="`, ` to="` or ` role="`, of the tag in @line. */
static char *
dup_value (const char *line, const char *end, const char *name)
{
  const char *place = g_strstr_len (line, end - line, name);
  const char *stop;

  if (place == NULL)
    return NULL;

  place += strlen (name);
  stop = memchr (place, '"', end - place);
  return stop != NULL ? g_strndup (place, stop - place) : NULL;
}

static gint64
id_of (const char *line, const char *end, const char *name)
{
  g_autofree char *text = dup_value (line, end, name);

  return text != NULL ? luotain_id_parse (text, NULL) : 0;
}

static gboolean
is_among (const GArray *ids, gint64 id)
{
  return id != 0 && g_array_binary_search ((GArray *) ids, &id, compare_ids, NULL);
}

/* Whether the tag in @line has an attribute @name, ` id="` or ` to="`, that names one of @ids. */
static gboolean
names_removed (const char *line, const char *end, const char *name, const GArray *ids)
{
  return is_among (ids, id_of (line, end, name));
}

static const char *
end_of_line (const char *line, const char *end)
{
  const char *feed = memchr (line, '\n', end - line);

  return feed != NULL ? feed + 1 : end;
}

/* Where the element that begins in @line ends: behind its own line where it is empty, else behind the line that has its
 * end tag at the same indent. */
static const char *
end_of_element (const char *line, const char *end)
{
  const char *next = end_of_line (line, end);
  const gsize indent = strspn (line, " ");
  const gsize length = strcspn (line + indent + 1, " >/\n");
  g_autofree char *name = g_strndup (line + indent + 1, length);
  g_autofree char *tag = g_strdup_printf ("%*s</%s>\n", (int) indent, "", name);

  if (next - line >= 3 && memcmp (next - 3, "/>\n", 3) == 0)
    return next;

  while (next < end)
    {
      const char *after = end_of_line (next, end);

      if (g_str_has_prefix (next, tag))
        return after;

      next = after;
    }

  return end;
}

static gboolean
is_tag (const char *line, const char *end)
{
  const gsize indent = strspn (line, " ");

  return line + indent + 1 < end && line[indent] == '<' && line[indent + 1] != '/';
}

static gboolean
is_link (const char *line)
{
  return g_str_has_prefix (line + strspn (line, " "), "<link ");
}

static gboolean
is_removed (const char *line, const char *end, const GArray *ids)
{
  const char *after = memchr (line, '>', end - line);

  /* Only the tag is looked at: a text may quote an id. */
  if (after == NULL || !is_tag (line, end))
    return FALSE;

  return names_removed (line, after, is_link (line) ? " to=\"" : " id=\"", ids);
}

/* ---- what means nothing without what is removed ---- */

static gboolean
is_essential (LuotainDb *db, const char *line, const char *end)
{
  g_autofree char *name = dup_value (line, end, " role=\"");
  const LuotainRole *role = name != NULL ? luotain_model_role (luotain_db_get_model (db), name) : NULL;

  return role != NULL && role->essential;
}

/* Adds the records in @xml that belong to a removed one, and those that say something of one and of another: judgements. */
static void
collect_meaningless (LuotainDb *db, const char *xml, const char *end, const GArray *ids, GArray *found)
{
  /* Of the records around a line, by their indent. */
  gint64 open[MOST_LEVELS] = { 0 };
  gboolean gone[MOST_LEVELS] = { FALSE };

  for (const char *line = xml; line < end; line = end_of_line (line, end))
    {
      const char *after = memchr (line, '>', end - line);
      const gsize level = strspn (line, " ") / 2;
      gint64 id;

      if (after == NULL || level == 0 || level >= MOST_LEVELS || !is_tag (line, end))
        continue;

      if (is_link (line))
        id = names_removed (line, after, " to=\"", ids) && is_essential (db, line, after) ? open[level - 1]
                                                                                          : 0;
      else
        {
          open[level] = id_of (line, after, " id=\"");
          gone[level] = gone[level - 1] || is_among (ids, open[level]);
          id = gone[level] ? open[level] : 0;
        }

      if (id != 0 && !is_among (ids, id))
        g_array_append_val (found, id);
    }
}

static gboolean
find_meaningless (LuotainDb *db, const GArray *ids, GArray *found, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT xml FROM edition_content", error);
  LuotainStep step = LUOTAIN_STEP_ERROR;

  while (statement != NULL && (step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      gsize length;
      gconstpointer bytes = luotain_statement_get_bytes (statement, 0, &length);
      g_autofree char *xml = g_strndup (bytes != NULL ? bytes : "", bytes != NULL ? length : 0);

      collect_meaningless (db, xml, xml + strlen (xml), ids, found);
    }

  return step == LUOTAIN_STEP_DONE;
}

/*
 * In the workbook such records go with the removed one. An edition may hold some that went before: were they to stay, they
 * would tell of what nobody should know any more, or lead nowhere.
 */
static gboolean
add_meaningless (LuotainDb *db, GArray *ids, GError **error)
{
  for (guint round = 0; round < MOST_LEVELS; round++)
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (!find_meaningless (db, ids, found, error))
        return FALSE;

      if (found->len == 0)
        break;

      g_array_append_vals (ids, found->data, found->len);
      g_array_sort (ids, compare_ids);
    }

  return TRUE;
}

/* ---- taking out ---- */

/* Returns: (nullable): @xml without the removed records and the links to them; NULL where nothing is to go. */
static GString *
take_out (const char *xml, const char *end, const GArray *ids)
{
  GString *rest = NULL;
  const char *kept = xml;

  for (const char *line = xml; line < end;)
    {
      if (!is_removed (line, end, ids))
        {
          line = end_of_line (line, end);
          continue;
        }

      if (rest == NULL)
        rest = g_string_new (NULL);

      g_string_append_len (rest, kept, line - kept);
      kept = line = end_of_element (line, end);
    }

  if (rest != NULL)
    g_string_append_len (rest, kept, end - kept);

  return rest;
}

/* What has become of an element: its new digest and text; no text where all of it is gone. */
typedef struct
{
  Digest old, new;
  GString *text;
} Redaction;

static void
free_redaction (gpointer data)
{
  Redaction *redaction = data;

  g_string_free (redaction->text, TRUE);
  g_free (redaction);
}

static gboolean
find_redactions (LuotainDb *db, const GArray *ids, GHashTable *redactions, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT hash, xml FROM edition_content",
                                                               error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      gsize hash_length, length;
      gconstpointer hash = luotain_statement_get_bytes (statement, 0, &hash_length);
      gconstpointer bytes = luotain_statement_get_bytes (statement, 1, &length);
      g_autofree char *xml = g_strndup (bytes != NULL ? bytes : "", bytes != NULL ? length : 0);
      GString *rest = take_out (xml, xml + strlen (xml), ids);
      Redaction *redaction;

      if (rest == NULL || hash_length != LUOTAIN_EDITION_DIGEST)
        continue;

      redaction = g_new0 (Redaction, 1);
      memcpy (redaction->old.digest, hash, LUOTAIN_EDITION_DIGEST);
      luotain_edition_digest (rest->str, rest->len, redaction->new.digest);
      redaction->text = rest;
      g_hash_table_insert (redactions, &redaction->old, redaction);
    }

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
delete_content (LuotainDb *db, const Digest *digest, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db,
                                                               "DELETE FROM edition_content WHERE hash = ?1",
                                                               error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_bytes (statement, 1, digest, LUOTAIN_EDITION_DIGEST);
  return luotain_statement_run (statement, error);
}

static gboolean
replace_content (LuotainDb *db, GHashTable *redactions, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, redactions);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Redaction *redaction = value;

      if (!delete_content (db, &redaction->old, error)
          || (redaction->text->len > 0
              && !luotain_edition_content_put (db, redaction->new.digest, redaction->text->str,
                                               redaction->text->len, error)))
        return FALSE;
    }

  return TRUE;
}

/* Returns: whether anything changed. */
static gboolean
redact_part (LuotainEditionPart *part, GHashTable *redactions)
{
  gboolean changed = FALSE;

  for (guint i = part->elements->len; i > 0; i--)
    {
      LuotainEditionElement *element = &g_array_index (part->elements, LuotainEditionElement, i - 1);
      const Redaction *redaction = g_hash_table_lookup (redactions, element->digest);

      if (redaction == NULL)
        continue;

      changed = TRUE;

      if (redaction->text->len > 0)
        memcpy (element->digest, redaction->new.digest, LUOTAIN_EDITION_DIGEST);
      else
        g_array_remove_index (part->elements, i - 1);
    }

  return changed;
}

static gboolean
mark_edition (LuotainDb *db, gint64 edition, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "UPDATE edition SET removed = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, edition);
  luotain_statement_bind_int (statement, 2, luotain_time_now ());
  return luotain_statement_run (statement, error);
}

static gboolean
redact_edition (LuotainDb *db, gint64 edition, GHashTable *redactions, GError **error)
{
  g_autoptr (GPtrArray) parts = luotain_edition_parts (db, edition, error);
  gboolean changed = FALSE;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      LuotainEditionPart *part = parts->pdata[i];

      if (!redact_part (part, redactions))
        continue;

      changed = TRUE;

      if (!luotain_edition_part_put (db, edition, i, part->type, part->elements, error))
        return FALSE;
    }

  return parts != NULL && (!changed || mark_edition (db, edition, error));
}

static GArray *
list_editions (LuotainDb *db, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT id FROM edition", error);
  g_autoptr (GArray) editions = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step = LUOTAIN_STEP_ERROR;

  while (statement != NULL && (step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (editions, id);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&editions) : NULL;
}

gboolean
luotain_edition_purge (LuotainDb *db, const GArray *ids, GError **error)
{
  g_autoptr (GHashTable) redactions = g_hash_table_new_full (hash_digest, equal_digests, NULL,
                                                             free_redaction);
  g_autoptr (GArray) editions = list_editions (db, error);
  g_autoptr (GArray) all = g_array_copy ((GArray *) ids);

  if (editions == NULL
      || (editions->len > 0
          && (!add_meaningless (db, all, error) || !find_redactions (db, all, redactions, error))))
    return FALSE;

  if (g_hash_table_size (redactions) == 0)
    return TRUE;

  for (guint i = 0; i < editions->len; i++)
    if (!redact_edition (db, g_array_index (editions, gint64, i), redactions, error))
      return FALSE;

  return replace_content (db, redactions, error);
}
