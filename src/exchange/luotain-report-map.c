#include "luotain-report-data-private.h"

#include "luotain-map-export.h"
#include "luotain-map-svg.h"

#include <math.h>

static void
add_decimal (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, number == rint (number) ? "%.0f" : "%.1f", number);
  g_string_append (out, buffer);
}

static gboolean
is_rated (const LuotainMapFinding *finding)
{
  for (guint i = 0; i < LUOTAIN_MAP_N_SCALES; i++)
    if (!isnan (finding->ratings[i].value))
      return TRUE;

  return FALSE;
}

static void
add_value (GString *out, LuotainMapScale scale, const LuotainMapRating *rating)
{
  g_string_append_printf (out, "<value scale=\"%s\"", luotain_map_scale_name (scale));
  if (rating->n > 0)
    {
      luotain_report_data_add_number (out, "hands", rating->n);
      g_string_append (out, " lower=\"");
      add_decimal (out, rating->lower);
      g_string_append (out, "\" upper=\"");
      add_decimal (out, rating->upper);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
  add_decimal (out, rating->value);
  g_string_append (out, "</value>");
}

void
luotain_report_data_add_values (GString *out, const LuotainMapData *findings)
{
  for (guint i = 0; i < findings->n_findings; i++)
    {
      const LuotainMapFinding *finding = &findings->findings[i];

      if (!is_rated (finding))
        continue;

      g_string_append (out, "  <values");
      luotain_report_data_add_id (out, "finding", "finding", finding->id);
      g_string_append_c (out, '>');
      for (guint j = 0; j < LUOTAIN_MAP_N_SCALES; j++)
        if (!isnan (finding->ratings[j].value))
          add_value (out, (LuotainMapScale) j, &finding->ratings[j]);
      g_string_append (out, "</values>\n");
    }
}

/* Ids stand once in a page, in which there may be a map of each sector. */
static void
add_picture (GString *out, LuotainMapData *data, guint index)
{
  g_autoptr (LuotainMapDrawing) drawing = luotain_map_drawing_new (data);
  g_autofree char *prefix = index == 0 ? g_strdup ("map") : g_strdup_printf ("map-%u", index + 1);

  luotain_map_export_prepare (drawing);
  luotain_map_svg_append (drawing, prefix, out);
}

/* As the map is read: from its middle outwards; what has no time comes last. */
static int
compare_years (gconstpointer a, gconstpointer b, gpointer data)
{
  const LuotainMapData *map = data;
  const guint i = *(const guint *) a, j = *(const guint *) b;
  const double year_i = map->findings[i].ratings[LUOTAIN_MAP_BREAKTHROUGH].value;
  const double year_j = map->findings[j].ratings[LUOTAIN_MAP_BREAKTHROUGH].value;

  if (isnan (year_i) != isnan (year_j))
    return isnan (year_i) ? 1 : -1;
  if (!isnan (year_i) && year_i != year_j)
    return year_i < year_j ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
add_list (GString *out, LuotainMapData *data)
{
  g_autofree guint *order = g_new (guint, MAX (data->n_findings, 1));

  for (guint i = 0; i < data->n_findings; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) data->n_findings, sizeof *order, compare_years, data);

  for (guint i = 0; i < data->n_findings; i++)
    {
      const LuotainMapFinding *finding = &data->findings[order[i]];

      g_string_append (out, "    <finding");
      luotain_report_data_add_id (out, "id", "finding", finding->id);
      if (is_rated (finding))
        luotain_report_data_add_attribute (out, "rated", "yes");
      g_string_append (out, "/>\n");
    }
}

void
luotain_report_data_add_map (GString *out, const LuotainReportSector *sector, guint index)
{
  const LuotainMapData *data = sector->map;
  g_autoptr (LuotainMapDrawing) drawing = luotain_map_drawing_new (sector->map);
  guint n_rated = 0;

  for (guint i = 0; i < data->n_findings; i++)
    n_rated += is_rated (&data->findings[i]);

  g_string_append (out, "  <map");
  luotain_report_data_add_id (out, "sector", "sector", sector->sector);
  luotain_report_data_add_number (out, "findings", data->n_findings);
  luotain_report_data_add_number (out, "rated", n_rated);
  luotain_report_data_add_number (out, "first-year", data->first_year);
  luotain_report_data_add_number (out, "last-year", data->last_year);
  g_string_append (out, ">\n<style>\n");
  luotain_map_svg_style (drawing, TRUE, out);
  g_string_append (out, "</style>\n");
  add_picture (out, sector->map, index);
  add_list (out, sector->map);
  g_string_append (out, "  </map>\n");
}
