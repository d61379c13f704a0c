#include "config.h"

#include "luotain-record-sql.h"

#include "luotain-db-private.h"

static void
append_columns (GString *sql, const LuotainRecordType *type, const char *before, const char *after)
{
  gboolean first = TRUE;

  for (guint i = 0; i < type->n_fields; i++)
    for (guint j = 0; j < luotain_field_n_columns (&type->fields[i]); j++)
      {
        g_autofree char *column = luotain_field_column (&type->fields[i], j);

        g_string_append_printf (sql, "%s%s\"%s\"", first ? "" : ", ", before, column);
        g_string_append (sql, after);
        first = FALSE;
      }
}

static guint
count_columns (const LuotainRecordType *type)
{
  guint n = 0;

  for (guint i = 0; i < type->n_fields; i++)
    n += luotain_field_n_columns (&type->fields[i]);

  return n;
}

static char *
make_insert (const LuotainRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  const guint n_columns = count_columns (type);

  g_string_append_printf (sql, "INSERT INTO %s (id, ", type->table);
  append_columns (sql, type, "", "");
  g_string_append (sql, ") VALUES (?1");

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);

  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
make_update (const LuotainRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint parameter = 2;

  g_string_append_printf (sql, "UPDATE %s SET ", type->table);

  for (guint i = 0; i < type->n_fields; i++)
    for (guint j = 0; j < luotain_field_n_columns (&type->fields[i]); j++, parameter++)
      {
        g_autofree char *column = luotain_field_column (&type->fields[i], j);

        g_string_append_printf (sql, "%s\"%s\" = ?%u", parameter == 2 ? "" : ", ", column, parameter);
      }

  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
make_select (const LuotainRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT r.id, r.owner, r.position, r.created, r.changed, r.revision, ");

  append_columns (sql, type, "t.", "");
  g_string_append_printf (sql, " FROM record r JOIN %s t ON t.id = r.id", type->table);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
record_sql_free (LuotainRecordSql *self)
{
  g_free (self->insert);
  g_free (self->update);
  g_free (self->select);
  g_free (self);
}

const LuotainRecordSql *
luotain_record_sql (LuotainDb *db, const LuotainRecordType *type)
{
  LuotainRecordSql *sql = g_hash_table_lookup (db->type_sql, type);

  if (sql != NULL)
    return sql;

  sql = g_new0 (LuotainRecordSql, 1);
  sql->insert = make_insert (type);
  sql->update = make_update (type);
  sql->select = make_select (type);
  g_hash_table_insert (db->type_sql, (gpointer) type, sql);
  return sql;
}

void
luotain_record_sql_init (LuotainDb *db)
{
  db->type_sql = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) record_sql_free);
}
