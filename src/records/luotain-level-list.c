#include "luotain-level-list.h"

#include "luotain-statement.h"
#include "luotain-title-sql.h"

static void
level_free (gpointer data)
{
  g_free (((LuotainLevel *) data)->title);
  g_free (data);
}

GPtrArray *
luotain_levels_load (LuotainDb *db, LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (level_free);
  g_autofree char *title = luotain_title_sql ("t", "title", language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT t.id, %s FROM role_level t JOIN record r ON r.id = t.id ORDER BY r.position, r.id", title);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainLevel *level = g_new (LuotainLevel, 1);

      level->id = luotain_statement_get_id (statement, 0);
      level->title = luotain_statement_dup_text (statement, 1);
      g_ptr_array_add (levels, level);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&levels) : NULL;
}

guint
luotain_levels_find (const GPtrArray *levels, gint64 id)
{
  guint place = 0;

  while (place < levels->len && ((const LuotainLevel *) levels->pdata[place])->id != id)
    place++;

  return place;
}

const char *
luotain_levels_title (const GPtrArray *levels, gint64 id)
{
  const guint place = luotain_levels_find (levels, id);

  return place < levels->len ? ((const LuotainLevel *) levels->pdata[place])->title : NULL;
}
