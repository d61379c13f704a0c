/* What the kept changesets say of one record, in words. */

#include "config.h"

#include "luotain-history.h"
#include "luotain-store-private.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_CHARACTERS 40

typedef struct
{
  LuotainDb *db;
  gint64 id;
  gint64 revision; /* changes that began before it are passed over */
  LuotainLanguage language;
  GPtrArray *sentences;
} Description;

static char *
show_value (sqlite3_value *value)
{
  const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
  g_autofree char *mended = NULL;
  g_autofree char *excerpt = NULL;

  if (text == NULL)
    return g_strdup (_ ("nothing"));

  text = luotain_text_make_valid (text, (gsize) sqlite3_value_bytes (value), &mended);
  excerpt = luotain_text_excerpt (text, SHOWN_CHARACTERS);
  return g_strdup_printf (_ ("“%s”"), excerpt);
}

/* A changeset's columns are those of the table: the id, then each column of each field. */
static const LuotainField *
field_of_column (const LuotainRecordType *type, int column, LuotainLanguage *language)
{
  int first = 1;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const int n = (int) luotain_field_n_columns (&type->fields[i]);

      if (column < first + n)
        {
          *language = column - first;
          return &type->fields[i];
        }

      first += n;
    }

  return NULL;
}

static void
describe_column (Description *self, const LuotainRecordType *type, sqlite3_changeset_iter *iter, int column)
{
  LuotainLanguage language = LUOTAIN_FI;
  const LuotainField *field = field_of_column (type, column, &language);
  sqlite3_value *before = NULL, *after = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown_before = NULL;
  g_autofree char *shown_after = NULL;

  sqlite3changeset_old (iter, column, &before);
  sqlite3changeset_new (iter, column, &after);

  if (field == NULL || (before == NULL && after == NULL))
    return;

  name = field->kind == LUOTAIN_FIELD_KIND_TRANSLATED && language != self->language
             ? g_strdup_printf ("%s (%s)", _ (field->label), luotain_language_name (language))
             : g_strdup (_ (field->label));
  shown_before = show_value (before);
  shown_after = show_value (after);
  /* Translators: name of a field, the old and the new text, both in quotation marks or "nothing". */
  g_ptr_array_add (self->sentences,
                   g_strdup_printf (_ ("%s changed from %s to %s"), name, shown_before, shown_after));
}

/* Whether the changeset touches the record after the revision asked for. */
static gboolean
reaches (Description *self, gconstpointer changeset, gsize length)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, (int) length, (gpointer) changeset) != SQLITE_OK)
    return FALSE;

  while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL;
      int n_columns, operation, indirect;
      sqlite3_value *id = NULL, *revision = NULL;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);

      if (operation != SQLITE_UPDATE || strcmp (table, "record") != 0)
        continue;

      sqlite3changeset_old (iter, 0, &id);
      sqlite3changeset_new (iter, 6, &revision);
      found = id != NULL && sqlite3_value_int64 (id) == self->id && revision != NULL
              && sqlite3_value_int64 (revision) > self->revision;
    }

  sqlite3changeset_finalize (iter);
  return found;
}

static void
describe_owned (Description *self, const LuotainRecordType *type, int operation, sqlite3_changeset_iter *iter)
{
  if (operation == SQLITE_INSERT)
    g_ptr_array_add (self->sentences, g_strdup_printf (_ ("%s added"), _ (type->label)));
  else if (operation == SQLITE_DELETE)
    g_ptr_array_add (self->sentences, g_strdup_printf (_ ("%s removed"), _ (type->label)));
}

static gboolean
is_owned (Description *self, gint64 id)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "SELECT 1 FROM record WHERE id = ?1 AND owner = ?2", NULL);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);
  luotain_statement_bind_id (statement, 2, self->id);
  return luotain_statement_step (statement, NULL) == LUOTAIN_STEP_ROW;
}

static void
describe_link (Description *self, int operation, sqlite3_changeset_iter *iter)
{
  sqlite3_value *source = NULL, *name = NULL;
  const LuotainRole *role;
  int (*get) (sqlite3_changeset_iter *, int,
              sqlite3_value **) = operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old;

  get (iter, 0, &source);
  get (iter, 1, &name);

  if (operation == SQLITE_UPDATE || source == NULL || sqlite3_value_int64 (source) != self->id)
    return;

  role = name != NULL ? luotain_model_role (self->db->model, (const char *) sqlite3_value_text (name)) : NULL;

  if (role != NULL)
    g_ptr_array_add (self->sentences,
                     g_strdup_printf (operation == SQLITE_INSERT ? _ ("%s added") : _ ("%s removed"),
                                      _ (role->label)));
}

static void
describe_row (Description *self, sqlite3_changeset_iter *iter)
{
  const char *table = NULL;
  int n_columns, operation, indirect;
  const LuotainRecordType *type;
  sqlite3_value *id = NULL;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);

  if (strcmp (table, "link") == 0)
    {
      describe_link (self, operation, iter);
      return;
    }

  type = luotain_model_type_of_table (self->db->model, table);

  if (type == NULL)
    return;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &id);
  else
    sqlite3changeset_old (iter, 0, &id);

  if (id == NULL || (sqlite3_value_int64 (id) != self->id && !is_owned (self, sqlite3_value_int64 (id))))
    return;

  if (operation != SQLITE_UPDATE)
    describe_owned (self, type, operation, iter);
  else
    for (int i = 1; i < n_columns; i++)
      describe_column (self, type, iter, i);
}

static void
describe_changeset (Description *self, gconstpointer changeset, gsize length)
{
  sqlite3_changeset_iter *iter = NULL;

  if (!reaches (self, changeset, length)
      || sqlite3changeset_start (&iter, (int) length, (gpointer) changeset) != SQLITE_OK)
    return;

  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    describe_row (self, iter);

  sqlite3changeset_finalize (iter);
}

char **
luotain_history_describe_changes (LuotainDb *db, gint64 id, gint64 revision, LuotainLanguage language,
                                  GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT p.changeset FROM history_part p JOIN history_step s ON s.id = p.step"
      " WHERE NOT s.undone AND s.time >= (SELECT created FROM record WHERE id = ?1)"
      " ORDER BY p.step, p.part",
      error);
  Description self = { db, id, revision, language, g_ptr_array_new () };
  LuotainStep step = LUOTAIN_STEP_ERROR;

  if (statement != NULL)
    {
      luotain_statement_bind_id (statement, 1, id);

      while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
        {
          gsize length;
          gconstpointer changeset = luotain_statement_get_bytes (statement, 0, &length);

          describe_changeset (&self, changeset, length);
        }
    }

  g_ptr_array_add (self.sentences, NULL);

  if (statement != NULL && step == LUOTAIN_STEP_DONE)
    return (char **) g_ptr_array_free (self.sentences, FALSE);

  g_strfreev ((char **) g_ptr_array_free (self.sentences, FALSE));
  return NULL;
}
