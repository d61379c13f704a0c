#include "config.h"

#include "luotain-judgement-reasons.h"

#include "luotain-statement.h"
#include "luotain-title-sql.h"

gboolean
luotain_judgement_reasons_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainLanguage *language = data;
  g_autofree char *reason = luotain_title_sql ("j", "reason", *language);
  g_autofree char *sql = g_strdup_printf ("SELECT j.id, %s FROM judgement j WHERE %s IS NOT NULL", reason,
                                          reason);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  g_autoptr (GHashTable) reasons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_hash_table_insert (reasons, g_memdup2 (&id, sizeof id),
                           g_strdup (luotain_statement_get_text (statement, 1)));
    }

  if (step != LUOTAIN_STEP_DONE)
    return FALSE;

  *result = g_steal_pointer (&reasons);
  return TRUE;
}
