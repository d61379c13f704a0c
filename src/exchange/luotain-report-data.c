#include "luotain-report-data-private.h"

#include "luotain-id.h"

struct _LuotainReportData
{
  GBytes *bytes;
};

void
luotain_report_data_add_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (out, escaped);
}

void
luotain_report_data_add_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  luotain_report_data_add_text (out, value);
  g_string_append_c (out, '"');
}

void
luotain_report_data_add_number (GString *out, const char *name, gint64 value)
{
  g_string_append_printf (out, " %s=\"%" G_GINT64_FORMAT "\"", name, value);
}

void
luotain_report_data_add_id (GString *out, const char *name, const char *type, gint64 id)
{
  char digits[LUOTAIN_ID_DIGITS + 1];

  if (id == 0)
    return;

  luotain_id_write (id, digits);
  g_string_append_printf (out, " %s=\"%s-%s\"", name, type, digits);
}

/* Part of a workbook holds no workbook record; its heading is wanted nevertheless. */
static void
add_translated (GString *out, const char *name, const LuotainTranslated *text)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      if (text->text[i] == NULL)
        continue;
      g_string_append_printf (out, "    <%s xml:lang=\"%s\">", name,
                              luotain_language_code ((LuotainLanguage) i));
      luotain_report_data_add_text (out, text->text[i]);
      g_string_append_printf (out, "</%s>\n", name);
    }
}

static void
add_workbook (GString *out, const LuotainWorkbook *workbook)
{
  if (workbook == NULL)
    return;

  g_string_append (out, "  <workbook xmlns=\"urn:luotain:workbook:1\"");
  if (workbook->horizon_year != LUOTAIN_NUMBER_UNSET)
    luotain_report_data_add_number (out, "horizon-year", workbook->horizon_year);
  g_string_append (out, ">\n");
  add_translated (out, "title", &workbook->title);
  add_translated (out, "region", &workbook->region);
  add_translated (out, "description", &workbook->description);
  g_string_append (out, "  </workbook>\n");
}

static void
begin (GString *out, const LuotainReportFacts *facts)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (facts->changed / 1000);
  g_autofree char *day = changed != NULL && facts->changed > 0 ? g_date_time_format (changed, "%Y-%m-%d")
                                                               : NULL;

  for (guint i = 0; i < LUOTAIN_REPORT_N_PARTS; i++)
    if (facts->parts & (1 << i))
      g_string_append_printf (parts, "%s%s", parts->len > 0 ? " " : "", luotain_report_part_name (i));

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<report xmlns=\"" LUOTAIN_REPORT_NAMESPACE "\" version=\"1.0\"");
  luotain_report_data_add_attribute (out, "language", luotain_language_code (facts->language));
  luotain_report_data_add_attribute (out, "parts", parts->str);
  if (day != NULL)
    luotain_report_data_add_attribute (out, "changed", day);
  g_string_append (out, ">\n");
}

static void
add_sector (GString *out, const LuotainReportSector *sector, guint index, GCancellable *cancellable)
{
  if (sector->map != NULL)
    luotain_report_data_add_map (out, sector, index);
  if (sector->table != NULL)
    luotain_report_data_add_table (out, sector, cancellable);
  if (sector->robustness != NULL)
    luotain_report_data_add_robustness (out, sector->robustness, sector->sector, FALSE);
  if (sector->coverage != NULL)
    luotain_report_data_add_coverage (out, sector);
}

LuotainReportData *
luotain_report_data_new (const LuotainReportFacts *facts, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  LuotainReportData *self;

  g_return_val_if_fail (facts != NULL, NULL);

  begin (out, facts);
  add_workbook (out, facts->workbook);
  if (facts->findings != NULL)
    luotain_report_data_add_values (out, facts->findings);
  for (guint i = 0; i < facts->sectors->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_sector (out, g_ptr_array_index (facts->sectors, i), i, cancellable);
  if (facts->across != NULL)
    luotain_report_data_add_robustness (out, facts->across, 0, TRUE);
  if (facts->comparison != NULL)
    luotain_report_data_add_editions (out, facts->comparison);
  g_string_append (out, "</report>\n");

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  self = g_new0 (LuotainReportData, 1);
  self->bytes = g_string_free_to_bytes (g_steal_pointer (&out));
  return self;
}

void
luotain_report_data_free (LuotainReportData *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

GBytes *
luotain_report_data_get_bytes (const LuotainReportData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}
