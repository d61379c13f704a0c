#include "luotain-finding-tags.h"
#include "luotain-statement.h"

void
luotain_tag_count_free (LuotainTagCount *self)
{
  if (self == NULL)
    return;
  g_free (self->tag);
  g_free (self);
}

static void
count_tags (GHashTable *counts, const char *tags)
{
  g_auto (GStrv) list = g_strsplit (tags, "\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      LuotainTagCount *count = g_hash_table_lookup (counts, list[i]);

      if (*list[i] == '\0')
        continue;
      if (count == NULL)
        {
          count = g_new0 (LuotainTagCount, 1);
          count->tag = g_strdup (list[i]);
          g_hash_table_insert (counts, count->tag, count);
        }
      count->n_findings++;
    }
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const LuotainTagCount *first = *(const LuotainTagCount *const *) a;
  const LuotainTagCount *second = *(const LuotainTagCount *const *) b;

  if (first->n_findings != second->n_findings)
    return first->n_findings > second->n_findings ? -1 : 1;
  return g_utf8_collate (first->tag, second->tag);
}

gboolean
luotain_finding_tags_load (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT tags FROM finding WHERE tags IS NOT NULL", error);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_tag_count_free);
  LuotainStep step = LUOTAIN_STEP_ERROR;
  GHashTableIter iter;
  gpointer count;

  if (statement != NULL)
    while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
      count_tags (counts, luotain_statement_get_text (statement, 0));

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (tags, count);
  if (step == LUOTAIN_STEP_ERROR)
    return FALSE;
  g_ptr_array_sort (tags, compare_counts);
  *result = g_steal_pointer (&tags);
  return TRUE;
}
