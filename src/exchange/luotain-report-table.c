#include "luotain-report-data-private.h"

#include "luotain-futures-space.h"
#include "luotain-why-not.h"

/* So many consistent scenarios are shown; those that hold together best come first. */
#define MOST_CONSISTENT 20

static LuotainFuturesSpace *
make_space (const LuotainFuturesTable *table)
{
  const guint n_rows = table->rows->len;
  g_autofree guint *n_states = g_new0 (guint, MAX (n_rows, 1));
  LuotainFuturesSpace *space;

  for (guint i = 0; i < n_rows; i++)
    {
      n_states[i] = luotain_futures_table_row (table, i)->states->len;
      if (n_states[i] > LUOTAIN_FUTURES_MAX_STATES)
        return NULL;
    }
  if (n_rows > LUOTAIN_FUTURES_MAX_ROWS)
    return NULL;

  space = luotain_futures_space_new (n_rows, n_states);
  for (guint i = 0; i < table->exclusions->len; i++)
    {
      const LuotainFuturesExclusion *one = table->exclusions->pdata[i];

      luotain_futures_space_mark (space, one->row_a, one->state_a, one->row_b, one->state_b,
                                  luotain_futures_exclusion_strikes (one));
    }
  return space;
}

static void
add_state (GString *out, const LuotainMatrix *matrix, const char *element, guint i, guint x)
{
  g_string_append_printf (out, "<%s", element);
  luotain_report_data_add_id (out, "state", "state", luotain_matrix_get_state (matrix, i, x)->id);
}

static void
add_path (GString *out, const LuotainMatrix *matrix, const char *element, const guint8 *path, int score,
          int consistency)
{
  g_string_append_printf (out, "      <%s", element);
  luotain_report_data_add_number (out, "score", score);
  luotain_report_data_add_number (out, "consistency", consistency);
  g_string_append_c (out, '>');
  for (guint i = 0; i < matrix->cross_impact->n_variables; i++)
    {
      add_state (out, matrix, "take", i, path[i]);
      g_string_append (out, "/>");
    }
  g_string_append_printf (out, "</%s>\n", element);
}

static void
add_break (GString *out, const LuotainMatrix *matrix, const LuotainBreak *one)
{
  add_state (out, matrix, "break", one->variable, one->chosen);
  luotain_report_data_add_id (out, "rival", "state",
                              luotain_matrix_get_state (matrix, one->variable, one->rival)->id);
  luotain_report_data_add_number (out, "deficit", one->deficit);
  g_string_append_c (out, '>');
  for (guint i = 0; i < one->n_pushes; i++)
    {
      const LuotainPush *push = &one->pushes[i];

      if (push->on_rival <= push->on_chosen)
        continue;
      add_state (out, matrix, "push", push->source, push->source_state);
      luotain_report_data_add_number (out, "by", push->on_rival - push->on_chosen);
      g_string_append (out, "/>");
    }
  g_string_append (out, "</break>");
}

/* What the nearest scenario that holds together has otherwise. */
static void
add_nearest (GString *out, const LuotainMatrix *matrix, const LuotainWhyNot *why)
{
  const guint8 *path;

  if (why->consistent || why->nearest == NULL || why->nearest->n == 0)
    return;

  path = luotain_consistent_set_path (why->nearest, 0);
  g_string_append (out, "<nearest");
  luotain_report_data_add_number (out, "distance", why->distance);
  g_string_append_c (out, '>');
  for (guint i = 0; i < why->n_variables; i++)
    {
      if (path[i] == why->path[i])
        continue;
      add_state (out, matrix, "take", i, path[i]);
      g_string_append (out, "/>");
    }
  g_string_append (out, "</nearest>");
}

static void
add_scenario (GString *out, const LuotainMatrix *matrix, const LuotainMatrixScenario *scenario,
              const LuotainConsistentSet *known, const int scale[2], GCancellable *cancellable)
{
  g_autoptr (LuotainWhyNot) why = luotain_why_not (matrix->cross_impact, scenario->path, 0, scale[0],
                                                   scale[1], known, LUOTAIN_REPORT_BUDGET / 10, cancellable);

  g_string_append (out, "      <scenario");
  luotain_report_data_add_id (out, "scenario", "scenario", scenario->id);
  luotain_report_data_add_attribute (out, "consistent", why->consistent ? "yes" : "no");
  luotain_report_data_add_number (out, "open", scenario->n_open);
  luotain_report_data_add_number (out, "inconsistency", why->verdict.inconsistency);
  luotain_report_data_add_number (out, "score", why->verdict.total_impact_score);
  g_string_append_c (out, '>');
  for (guint i = 0; i < why->n_breaks; i++)
    add_break (out, matrix, &why->breaks[i]);
  add_nearest (out, matrix, why);
  g_string_append (out, "</scenario>\n");
}

static void
find_scale (const LuotainCrossImpact *matrix, int scale[2])
{
  scale[0] = -3;
  scale[1] = 3;
  for (gsize i = 0; i < (gsize) matrix->n_states * matrix->n_states; i++)
    {
      scale[0] = MIN (scale[0], matrix->judgements[i]);
      scale[1] = MAX (scale[1], matrix->judgements[i]);
    }
}

static void
add_judged (GString *out, const LuotainMatrix *matrix, GCancellable *cancellable)
{
  const LuotainConsistentOptions options = { .node_budget = LUOTAIN_REPORT_BUDGET };
  g_autoptr (LuotainConsistentSet) found = luotain_consistent_find (matrix->cross_impact, &options,
                                                                    cancellable, NULL, NULL);
  const gboolean complete = found->end == LUOTAIN_END_COMPLETE;
  int scale[2];

  find_scale (matrix->cross_impact, scale);
  g_string_append (out, "    <judged");
  luotain_report_data_add_attribute (out, "complete", complete ? "yes" : "no");
  luotain_report_data_add_number (out, "found", (gint64) found->n);
  luotain_report_data_add_number (out, "questions-left", matrix->n_questions_left);
  luotain_report_data_add_number (out, "screens-left", matrix->n_screens_left);
  g_string_append (out, ">\n");
  for (gsize i = 0; i < MIN (found->n, MOST_CONSISTENT); i++)
    add_path (out, matrix, "consistent", luotain_consistent_set_path (found, i),
              found->total_impact_scores[i], found->consistency_values[i]);
  for (guint i = 0; i < matrix->scenarios->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_scenario (out, matrix, luotain_matrix_get_scenario (matrix, i), complete ? found : NULL, scale,
                  cancellable);
  g_string_append (out, "    </judged>\n");
}

void
luotain_report_data_add_table (GString *out, const LuotainReportSector *sector, GCancellable *cancellable)
{
  const LuotainFuturesTable *table = sector->table;
  g_autoptr (LuotainFuturesSpace) space = make_space (table);
  g_autofree char *remaining = space != NULL
                                   ? luotain_futures_space_n_remaining (space, LUOTAIN_REPORT_BUDGET)
                                   : NULL;

  if (table->rows->len == 0)
    return;

  g_string_append (out, "  <table");
  luotain_report_data_add_id (out, "sector", "sector", sector->sector);
  luotain_report_data_add_attribute (out, "combinations", table->n_combinations);
  if (remaining != NULL)
    luotain_report_data_add_attribute (out, "remaining", remaining);
  luotain_report_data_add_attribute (out, "by-image", table->by_image ? "yes" : "no");
  luotain_report_data_add_number (out, "unused", table->n_unused);
  g_string_append (out, ">\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_string_append (out, "    <row");
      luotain_report_data_add_id (out, "key-variable", "key-variable",
                                  luotain_futures_table_row (table, i)->id);
      g_string_append (out, "/>\n");
    }
  for (guint i = 0; i < table->paths->len; i++)
    {
      g_string_append (out, "    <path");
      luotain_report_data_add_id (out, "scenario", "scenario", luotain_futures_table_path (table, i)->id);
      g_string_append (out, "/>\n");
    }
  if (sector->matrix != NULL && sector->matrix->n_judged > 0)
    add_judged (out, sector->matrix, cancellable);
  g_string_append (out, "  </table>\n");
}
