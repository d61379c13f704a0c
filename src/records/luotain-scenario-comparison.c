#include "luotain-scenario-comparison.h"

#include "luotain-passage.h"
#include "luotain-period.h"
#include "luotain-record-io.h"
#include "luotain-scenario.h"
#include "luotain-statement.h"
#include "luotain-title-sql.h"

static void
row_free (gpointer data)
{
  LuotainComparisonRow *row = data;

  g_free (row->title);
  g_free (row->left);
  g_free (row->right);
  g_free (row);
}

static void
add_row (GPtrArray *rows, LuotainComparisonPart part, gint64 record, const char *title, const char *left,
         const char *right)
{
  LuotainComparisonRow *row;

  if (left == NULL && right == NULL)
    return;

  row = g_new0 (LuotainComparisonRow, 1);
  row->part = part;
  row->record = record;
  row->title = g_strdup (title);
  row->left = g_strdup (left);
  row->right = g_strdup (right);
  row->same = g_strcmp0 (left, right) == 0;
  g_ptr_array_add (rows, row);
}

static char *
dup_year (gint64 year)
{
  return year != LUOTAIN_NUMBER_UNSET ? g_strdup_printf ("%" G_GINT64_FORMAT, year) : NULL;
}

static gboolean
compare_heads (LuotainDb *db, const LuotainScenarioPair *pair, GPtrArray *rows, GError **error)
{
  LuotainScenario *left = luotain_record_load (db, &luotain_scenario_type, pair->left, error);
  LuotainScenario *right = left != NULL ? luotain_record_load (db, &luotain_scenario_type, pair->right, error)
                                        : NULL;

  if (right != NULL)
    {
      g_autofree char *left_year = dup_year (left->target_year);
      g_autofree char *right_year = dup_year (right->target_year);

      add_row (rows, LUOTAIN_COMPARISON_IMAGE, 0, NULL, left->image, right->image);
      add_row (rows, LUOTAIN_COMPARISON_YEAR, 0, NULL, left_year, right_year);
    }

  luotain_record_destroy (left);
  luotain_record_destroy (right);
  return left != NULL && right != NULL;
}

/* Rows of a statement that gives a record, its title, and what stands on either side. */
static gboolean
compare_by (LuotainDb *db, const LuotainScenarioPair *pair, LuotainComparisonPart part, const char *sql,
            GPtrArray *rows, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, pair->left);
  luotain_statement_bind_id (statement, 2, pair->right);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    add_row (rows, part, luotain_statement_get_id (statement, 0), luotain_statement_get_text (statement, 1),
             luotain_statement_get_text (statement, 2), luotain_statement_get_text (statement, 3));

  return step == LUOTAIN_STEP_DONE;
}

static gboolean
compare_frames (LuotainDb *db, const LuotainScenarioPair *pair, GPtrArray *rows, GError **error)
{
  g_autofree char *title = luotain_title_sql ("f", "title", pair->language);
  g_autofree char *of = g_strdup_printf (
      "(SELECT %s FROM link l JOIN frame_scenario f ON f.id = l.target WHERE l.role = 'frame' AND l.source = ",
      title);
  g_autofree char *sql = g_strconcat ("SELECT NULL, NULL, ", of, "?1), ", of, "?2)", NULL);

  return compare_by (db, pair, LUOTAIN_COMPARISON_FRAME, sql, rows, error);
}

static gboolean
compare_paths (LuotainDb *db, const LuotainScenarioPair *pair, GPtrArray *rows, GError **error)
{
  g_autofree char *variable = luotain_title_sql ("v", "title", pair->language);
  g_autofree char *state = luotain_title_sql ("s", "title", pair->language);
  g_autofree char *of = g_strdup_printf (
      "(SELECT %s FROM record rs JOIN state s ON s.id = rs.id JOIN link l ON l.target = rs.id AND l.role = 'path'"
      " WHERE rs.owner = v.id AND rs.type = 'state' AND l.source = ",
      state);
  g_autofree char *sql = g_strconcat ("SELECT v.id, ", variable, ", ", of, "?1), ", of,
                                      "?2) FROM key_variable v JOIN record r ON r.id = v.id"
                                      " ORDER BY r.position, r.id",
                                      NULL);

  return compare_by (db, pair, LUOTAIN_COMPARISON_PATH, sql, rows, error);
}

static gboolean
compare_drivers (LuotainDb *db, const LuotainScenarioPair *pair, GPtrArray *rows, GError **error)
{
  g_autofree char *title = luotain_title_sql ("f", "title", pair->language);
  g_autofree char *has = g_strdup_printf (
      "(SELECT %s FROM link l WHERE l.role = 'driver' AND l.target = f.id AND l.source = ", title);
  g_autofree char *sql = g_strconcat (
      "SELECT f.id, ", title, ", ", has, "?1), ", has,
      "?2) FROM finding f WHERE f.id IN"
      " (SELECT target FROM link WHERE role = 'driver' AND (source = ?1 OR source = ?2)) ORDER BY 2, 1",
      NULL);

  return compare_by (db, pair, LUOTAIN_COMPARISON_DRIVER, sql, rows, error);
}

/* What a scenario says in its parts, by what they are about: passages of the same dimensions are one text. */
typedef struct
{
  GPtrArray *keys; /* (element-type utf8): in the order in which they come */
  GHashTable *texts[2]; /* key → text, of the left and of the right */
} Parts;

static void
add_part (Parts *parts, guint side, const char *key, const char *text)
{
  const char *before = g_hash_table_lookup (parts->texts[side], key);

  if (text == NULL)
    return;

  if (!g_hash_table_contains (parts->texts[0], key) && !g_hash_table_contains (parts->texts[1], key))
    g_ptr_array_add (parts->keys, g_strdup (key));

  g_hash_table_replace (parts->texts[side], g_strdup (key),
                        before != NULL ? g_strdup_printf ("%s\n\n%s", before, text) : g_strdup (text));
}

static char *
dup_span (const LuotainPeriod *period, LuotainLanguage language)
{
  if (period->start_year != LUOTAIN_NUMBER_UNSET && period->end_year != LUOTAIN_NUMBER_UNSET)
    return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, period->start_year, period->end_year);

  return g_strdup (luotain_translated_get (&period->title, language));
}

static gboolean
take_parts (LuotainDb *db, const LuotainScenarioPair *pair, LuotainComparisonPart part, guint side,
            Parts *parts, GError **error)
{
  const LuotainRecordType *type = part == LUOTAIN_COMPARISON_PASSAGE ? &luotain_passage_type
                                                                     : &luotain_period_type;
  g_autoptr (GPtrArray) records = luotain_record_list (db, type, side == 0 ? pair->left : pair->right, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (part == LUOTAIN_COMPARISON_PASSAGE)
      {
        const LuotainPassage *passage = records->pdata[i];

        add_part (parts, side, passage->dimensions, luotain_translated_get (&passage->text, pair->language));
      }
    else
      {
        const LuotainPeriod *period = records->pdata[i];
        g_autofree char *span = dup_span (period, pair->language);

        add_part (parts, side, span != NULL ? span : "",
                  luotain_translated_get (&period->text, pair->language));
      }

  return records != NULL;
}

static gboolean
compare_parts (LuotainDb *db, const LuotainScenarioPair *pair, LuotainComparisonPart part, GPtrArray *rows,
               GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) right = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Parts parts = { keys, { left, right } };

  if (!take_parts (db, pair, part, 0, &parts, error) || !take_parts (db, pair, part, 1, &parts, error))
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    add_row (rows, part, 0, keys->pdata[i], g_hash_table_lookup (left, keys->pdata[i]),
             g_hash_table_lookup (right, keys->pdata[i]));

  return TRUE;
}

gboolean
luotain_scenario_comparison_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainScenarioPair *pair = data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);

  if (!compare_heads (db, pair, rows, error) || !compare_frames (db, pair, rows, error)
      || !compare_paths (db, pair, rows, error)
      || !compare_parts (db, pair, LUOTAIN_COMPARISON_PASSAGE, rows, error)
      || !compare_parts (db, pair, LUOTAIN_COMPARISON_PERIOD, rows, error)
      || !compare_drivers (db, pair, rows, error))
    return FALSE;

  *result = g_steal_pointer (&rows);
  return TRUE;
}
