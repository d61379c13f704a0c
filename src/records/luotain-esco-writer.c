#include "luotain-esco-writer.h"

#include "luotain-catalogue.h"
#include "luotain-esco-index.h"
#include "luotain-statement.h"

#include <string.h>

static const char schema[] =
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE language (number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, n_preferred INTEGER NOT NULL,"
    "  names BLOB NOT NULL) STRICT;"
    "CREATE TABLE concept (id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, skill_type TEXT,"
    "  reuse_level TEXT, status TEXT, modified TEXT, code TEXT) STRICT;"
    /* The number of the language times 2³², and the concept: names of a language lie together. */
    "CREATE TABLE name (id INTEGER PRIMARY KEY, preferred TEXT NOT NULL, alternatives TEXT, hidden TEXT,"
    "  description TEXT) STRICT;"
    "CREATE TABLE relation (source INTEGER NOT NULL, role INTEGER NOT NULL, target INTEGER NOT NULL,"
    "  PRIMARY KEY (source, role, target)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE word (language INTEGER NOT NULL, word TEXT NOT NULL, names BLOB NOT NULL,"
    "  PRIMARY KEY (language, word)) STRICT, WITHOUT ROWID;";

typedef struct
{
  const char *uri;
  const char *kind;
  const char *skill_type;
  const char *reuse_level;
  const char *status;
  const char *modified;
  const char *code;
} Concept;

/* The order of the roles in the table; luotain-esco.c names them. */
static const char *const roles[] = { "broader", "essential", "optional" };

struct _LuotainEscoWriter
{
  LuotainDb *db;
  char *version;
  GStringChunk *texts;
  GArray *concepts; /* Concept; its number is its place plus one */
  GHashTable *numbers; /* uri → number */
  GArray *relations; /* guint64: source, role, target */
  guint language;
  gint64 next_language;
  GHashTable *named; /* concepts that have names in this language */
  LuotainEscoIndex *index;
  LuotainStatement *insert_name;
};

void
luotain_esco_writer_free (LuotainEscoWriter *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->insert_name, luotain_statement_free);
  g_clear_pointer (&self->db, luotain_catalogue_close);
  g_clear_pointer (&self->index, luotain_esco_index_free);
  g_hash_table_unref (self->named);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->concepts);
  g_array_unref (self->relations);
  g_string_chunk_free (self->texts);
  g_free (self->version);
  g_free (self);
}

/* ---- what is there already ---- */

static gboolean
load_concepts (LuotainEscoWriter *self, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "SELECT uri, kind, skill_type, reuse_level, status, modified, code FROM concept ORDER BY id",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const LuotainEscoFacts facts = {
        luotain_statement_get_text (statement, 1), luotain_statement_get_text (statement, 2),
        luotain_statement_get_text (statement, 3), luotain_statement_get_text (statement, 4),
        luotain_statement_get_text (statement, 5), luotain_statement_get_text (statement, 6),
      };

      luotain_esco_writer_concept (self, luotain_statement_get_text (statement, 0), &facts);
    }

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
load_relations (LuotainEscoWriter *self, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (self->db,
                                                               "SELECT source, role, target FROM relation",
                                                               error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const guint64 relation = (guint64) luotain_statement_get_int (statement, 0) << 34
                               | (guint64) luotain_statement_get_int (statement, 1) << 32
                               | (guint64) luotain_statement_get_int (statement, 2);

      g_array_append_val (self->relations, relation);
    }

  return step == LUOTAIN_STEP_DONE;
}

LuotainEscoWriter *
luotain_esco_writer_new (const char *path, gboolean is_copy, const char *version, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LuotainEscoWriter) self = g_new0 (LuotainEscoWriter, 1);

  self->version = g_strdup (version);
  self->texts = g_string_chunk_new (256 * 1024);
  self->concepts = g_array_new (FALSE, TRUE, sizeof (Concept));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->relations = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->named = g_hash_table_new (NULL, NULL);
  self->next_language = 1;
  self->db = luotain_catalogue_write (path, LUOTAIN_ESCO_APPLICATION, LUOTAIN_ESCO_SCHEMA,
                                      is_copy ? NULL : schema, cancellable, error);

  if (self->db == NULL || !luotain_db_execute (self->db, "BEGIN", error))
    return NULL;

  if (is_copy
      && (!load_concepts (self, error) || !load_relations (self, error)
          || !luotain_db_query_int (self->db, "SELECT COALESCE(max(number), 0) + 1 FROM language",
                                    &self->next_language, error)
          || !luotain_db_execute (self->db, "DELETE FROM concept; DELETE FROM relation;", error)))
    return NULL;

  return g_steal_pointer (&self);
}

/* ---- concepts ---- */

/* Most values are one of a few words. */
static void
take (LuotainEscoWriter *self, const char **field, const char *text)
{
  if (text != NULL && *text != '\0' && g_strcmp0 (*field, text) != 0)
    *field = g_string_chunk_insert_const (self->texts, text);
}

guint
luotain_esco_writer_concept (LuotainEscoWriter *self, const char *uri, const LuotainEscoFacts *facts)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, uri));
  Concept *concept;

  if (number == 0)
    {
      const Concept added = { .uri = g_string_chunk_insert (self->texts, uri) };

      g_array_append_val (self->concepts, added);
      number = self->concepts->len;
      g_hash_table_insert (self->numbers, (gpointer) added.uri, GUINT_TO_POINTER (number));
    }

  concept = &g_array_index (self->concepts, Concept, number - 1);
  if (concept->kind == NULL)
    take (self, &concept->kind, facts->kind);
  take (self, &concept->skill_type, facts->skill_type);
  take (self, &concept->reuse_level, facts->reuse_level);
  take (self, &concept->status, facts->status);
  take (self, &concept->modified, facts->modified);
  take (self, &concept->code, facts->code);
  return number;
}

void
luotain_esco_writer_relate (LuotainEscoWriter *self, guint source, const char *role, guint target)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (roles[i], role) == 0)
      {
        const guint64 relation = (guint64) source << 34 | (guint64) i << 32 | target;

        g_array_append_val (self->relations, relation);
      }
}

guint
luotain_esco_writer_count (LuotainEscoWriter *self, const char *kind)
{
  guint count = 0;

  for (guint i = 0; i < self->concepts->len; i++)
    count += g_strcmp0 (g_array_index (self->concepts, Concept, i).kind, kind) == 0;
  return count;
}

/* ---- names of a language ---- */

static gboolean
forget_language (LuotainEscoWriter *self, const char *code, GError **error)
{
  g_autoptr (LuotainStatement) find = luotain_db_prepare (self->db,
                                                          "SELECT number FROM language WHERE code = ?1",
                                                          error);
  g_autofree char *sql = NULL;
  gint64 number;
  LuotainStep step;

  if (find == NULL)
    return FALSE;

  luotain_statement_bind_text (find, 1, code);
  step = luotain_statement_step (find, error);
  if (step != LUOTAIN_STEP_ROW)
    return step == LUOTAIN_STEP_DONE;

  number = luotain_statement_get_int (find, 0);
  luotain_statement_reset (find);
  sql = g_strdup_printf ("DELETE FROM language WHERE number = %" G_GINT64_FORMAT
                         "; DELETE FROM word WHERE language = %" G_GINT64_FORMAT
                         "; DELETE FROM name WHERE id >> 32 = %" G_GINT64_FORMAT ";",
                         number, number, number);
  return luotain_db_execute (self->db, sql, error);
}

gboolean
luotain_esco_writer_begin_language (LuotainEscoWriter *self, const char *code, GError **error)
{
  g_autoptr (LuotainStatement) insert = NULL;

  if (!forget_language (self, code, error))
    return FALSE;

  insert = luotain_db_prepare (
      self->db, "INSERT INTO language (number, code, n_preferred, names) VALUES (?1, ?2, 0, x'')", error);
  if (insert == NULL)
    return FALSE;

  self->language = (guint) self->next_language++;
  g_hash_table_remove_all (self->named);
  self->index = luotain_esco_index_new ();
  luotain_statement_bind_int (insert, 1, self->language);
  luotain_statement_bind_text (insert, 2, code);
  self->insert_name = luotain_db_prepare (
      self->db,
      "INSERT INTO name (id, preferred, alternatives, hidden, description) VALUES (?1, ?2, ?3, ?4, ?5)",
      error);
  return self->insert_name != NULL && luotain_statement_run (insert, error);
}

gboolean
luotain_esco_writer_name (LuotainEscoWriter *self, guint number, const LuotainEscoNames *names,
                          GError **error)
{
  const Concept *concept = &g_array_index (self->concepts, Concept, number - 1);
  const gboolean is_skill = g_strcmp0 (concept->kind, "skill") == 0;

  if (!g_hash_table_add (self->named, GUINT_TO_POINTER (number)))
    return TRUE;

  /* What was withdrawn is kept, to be recognized, but not offered any more. */
  if ((is_skill || g_strcmp0 (concept->kind, "skill-group") == 0)
      && (concept->status == NULL || strcmp (concept->status, "released") == 0))
    luotain_esco_index_add (self->index, number, is_skill ? 0 : 1, names->preferred, names->alternatives,
                            names->hidden);

  luotain_statement_bind_int (self->insert_name, 1, (gint64) self->language << 32 | number);
  luotain_statement_bind_text (self->insert_name, 2, names->preferred);
  luotain_statement_bind_text (self->insert_name, 3, names->alternatives);
  luotain_statement_bind_text (self->insert_name, 4, names->hidden);
  luotain_statement_bind_text (self->insert_name, 5, names->description);
  return luotain_statement_run (self->insert_name, error);
}

typedef struct
{
  LuotainStatement *statement;
  guint language;
} WordSink;

static gboolean
insert_word (const char *word, const GByteArray *names, gpointer data, GError **error)
{
  const WordSink *sink = data;

  luotain_statement_bind_int (sink->statement, 1, sink->language);
  luotain_statement_bind_text (sink->statement, 2, word);
  luotain_statement_bind_bytes (sink->statement, 3, names->data, names->len);
  return luotain_statement_run (sink->statement, error);
}

gboolean
luotain_esco_writer_end_language (LuotainEscoWriter *self, GError **error)
{
  g_autoptr (LuotainEscoIndex) index = g_steal_pointer (&self->index);
  g_autoptr (LuotainStatement) insert = luotain_db_prepare (
      self->db, "INSERT INTO word (language, word, names) VALUES (?1, ?2, ?3)", error);
  g_autoptr (LuotainStatement) update = luotain_db_prepare (
      self->db, "UPDATE language SET n_preferred = ?2, names = ?3 WHERE number = ?1", error);
  WordSink sink = { insert, self->language };
  g_autoptr (GByteArray) concepts = NULL;
  guint n_preferred = 0;

  g_clear_pointer (&self->insert_name, luotain_statement_free);
  if (insert == NULL || update == NULL)
    return FALSE;

  concepts = luotain_esco_index_finish (index, &n_preferred);
  luotain_statement_bind_int (update, 1, self->language);
  luotain_statement_bind_int (update, 2, n_preferred);
  luotain_statement_bind_bytes (update, 3, concepts->len > 0 ? concepts->data : (guint8 *) "", concepts->len);
  return luotain_statement_run (update, error) && luotain_esco_index_each (index, insert_word, &sink, error);
}

/* ---- the end ---- */

static gboolean
write_concepts (LuotainEscoWriter *self, GError **error)
{
  g_autoptr (LuotainStatement) insert = luotain_db_prepare (
      self->db,
      "INSERT INTO concept (id, uri, kind, skill_type, reuse_level, status, modified, code)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);

  for (guint i = 0; insert != NULL && i < self->concepts->len; i++)
    {
      const Concept *concept = &g_array_index (self->concepts, Concept, i);

      luotain_statement_bind_int (insert, 1, i + 1);
      luotain_statement_bind_text (insert, 2, concept->uri);
      luotain_statement_bind_text (insert, 3, concept->kind);
      luotain_statement_bind_text (insert, 4, concept->skill_type);
      luotain_statement_bind_text (insert, 5, concept->reuse_level);
      luotain_statement_bind_text (insert, 6, concept->status);
      luotain_statement_bind_text (insert, 7, concept->modified);
      luotain_statement_bind_text (insert, 8, concept->code);
      if (!luotain_statement_run (insert, error))
        return FALSE;
    }

  return insert != NULL;
}

static int
compare_relations (gconstpointer a, gconstpointer b)
{
  const guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return one < other ? -1 : one > other;
}

/* Several languages of a package bring the same relations. */
static gboolean
write_relations (LuotainEscoWriter *self, GError **error)
{
  g_autoptr (LuotainStatement) insert = luotain_db_prepare (
      self->db, "INSERT INTO relation (source, role, target) VALUES (?1, ?2, ?3)", error);
  guint64 last = 0;

  g_array_sort (self->relations, compare_relations);
  for (guint i = 0; insert != NULL && i < self->relations->len; i++)
    {
      const guint64 relation = g_array_index (self->relations, guint64, i);

      if (relation == last)
        continue;

      last = relation;
      luotain_statement_bind_int (insert, 1, (gint64) (relation >> 34));
      luotain_statement_bind_int (insert, 2, (gint64) (relation >> 32 & 3));
      luotain_statement_bind_int (insert, 3, (gint64) (relation & G_MAXUINT32));
      if (!luotain_statement_run (insert, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_version (LuotainEscoWriter *self, GError **error)
{
  g_autoptr (LuotainStatement) insert = luotain_db_prepare (
      self->db, "INSERT OR REPLACE INTO about (key, value) VALUES ('version', ?1)", error);

  if (insert == NULL || self->version == NULL)
    return insert != NULL;

  luotain_statement_bind_text (insert, 1, self->version);
  return luotain_statement_run (insert, error);
}

gboolean
luotain_esco_writer_finish (LuotainEscoWriter *self, GError **error)
{
  if (!write_concepts (self, error) || !write_relations (self, error) || !write_version (self, error)
      || !luotain_db_execute (self->db, "COMMIT", error))
    return FALSE;

  g_clear_pointer (&self->db, luotain_catalogue_close);
  return TRUE;
}
