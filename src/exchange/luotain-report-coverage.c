#include "luotain-report-data-private.h"

static void
add_view (GString *out, const LuotainCoverageView *view, const LuotainCoverageOrganisation *organisation)
{
  g_string_append (out, "<view");
  luotain_report_data_add_id (out, "organisation", "organisation", organisation->id);
  luotain_report_data_add_id (out, "coverage", "coverage", view->record);
  luotain_report_data_add_attribute (out, "status", luotain_coverage_status_key (view->status));
  if (view->differs)
    luotain_report_data_add_attribute (out, "differs", "yes");
  g_string_append_c (out, '>');
  for (guint i = 0; i < view->units->len; i++)
    {
      const LuotainCoverageUnit *unit = g_ptr_array_index (view->units, i);

      g_string_append (out, "<unit");
      luotain_report_data_add_id (out, "curriculum-unit", "curriculum-unit", unit->id);
      g_string_append (out, "/>");
    }
  g_string_append (out, "</view>");
}

static void
add_row (GString *out, const LuotainCoverageSheet *sheet, const LuotainCoverageRow *row)
{
  g_string_append (out, "    <row");
  luotain_report_data_add_id (out, "competence", "competence", row->competence);
  luotain_report_data_add_id (out, "role-level", "role-level", row->level);
  luotain_report_data_add_attribute (out, "kind", luotain_robustness_kind_key (row->kind));
  luotain_report_data_add_number (out, "scenarios", row->n_scenarios);
  g_string_append_c (out, '>');
  for (guint i = 0; i < sheet->organisations->len && i < row->views->len; i++)
    add_view (out, g_ptr_array_index (row->views, i), g_ptr_array_index (sheet->organisations, i));
  g_string_append (out, "</row>\n");
}

/* What depends on the day it is looked at, what is overdue, is left out: same workbook, same report. */
void
luotain_report_data_add_coverage (GString *out, const LuotainReportSector *sector)
{
  const LuotainCoverageSheet *sheet = sector->coverage;

  if (sheet->organisations->len == 0 || sheet->rows->len == 0)
    return;

  g_string_append (out, "  <coverage");
  luotain_report_data_add_id (out, "sector", "sector", sector->sector);
  g_string_append (out, ">\n");
  for (guint i = 0; i < sheet->organisations->len; i++)
    {
      const LuotainCoverageOrganisation *one = g_ptr_array_index (sheet->organisations, i);

      g_string_append (out, "    <organisation");
      luotain_report_data_add_id (out, "organisation", "organisation", one->id);
      for (guint j = 0; j < LUOTAIN_N_COVERAGES; j++)
        luotain_report_data_add_number (out, luotain_coverage_status_key ((LuotainCoverageStatus) j),
                                        one->n_rows[j]);
      g_string_append (out, "/>\n");
    }
  for (guint i = 0; i < sheet->rows->len; i++)
    add_row (out, sheet, g_ptr_array_index (sheet->rows, i));
  g_string_append (out, "  </coverage>\n");
}
