#include "luotain-report-data-private.h"

static void
add_row (GString *out, const LuotainRobustness *matrix, const LuotainRobustnessRow *row)
{
  g_string_append (out, "    <row");
  luotain_report_data_add_id (out, "competence", "competence", row->competence);
  luotain_report_data_add_attribute (out, "kind", luotain_robustness_kind_key (row->kind));
  luotain_report_data_add_number (out, "scenarios", row->n_scenarios);
  luotain_report_data_add_number (out, "sectors", row->n_sectors);
  luotain_report_data_add_number (out, "weight", row->weight);
  g_string_append_c (out, '>');
  for (guint i = 0; i < row->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (row->needs, LuotainRobustnessNeed, i);
      const LuotainRobustnessColumn *column = matrix->columns->pdata[need->column];

      g_string_append (out, "<need");
      luotain_report_data_add_id (out, "scenario", "scenario", column->scenario);
      luotain_report_data_add_id (out, "role-level", "role-level", need->level);
      luotain_report_data_add_id (out, "entry", "profile-entry", need->entry);
      luotain_report_data_add_number (out, "weight", need->weight);
      g_string_append (out, "/>");
    }
  g_string_append (out, "</row>\n");
}

void
luotain_report_data_add_robustness (GString *out, const LuotainRobustness *matrix, gint64 sector,
                                    gboolean across)
{
  g_string_append (out, across ? "  <across" : "  <robustness");
  luotain_report_data_add_id (out, "sector", "sector", sector);
  luotain_report_data_add_number (out, "without-profile", matrix->n_without_profile);
  g_string_append (out, ">\n");
  for (guint i = 0; i < matrix->columns->len; i++)
    {
      const LuotainRobustnessColumn *column = matrix->columns->pdata[i];

      g_string_append (out, "    <column");
      luotain_report_data_add_id (out, "scenario", "scenario", column->scenario);
      luotain_report_data_add_id (out, "profile", "profile", column->profile);
      luotain_report_data_add_id (out, "sector", "sector", column->sector);
      g_string_append (out, "/>\n");
    }
  for (guint i = 0; i < matrix->rows->len; i++)
    add_row (out, matrix, matrix->rows->pdata[i]);
  g_string_append (out, across ? "  </across>\n" : "  </robustness>\n");
}
