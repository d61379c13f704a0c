#include "luotain-report.h"

#include "luotain-html-page.h"

#include "luotain-record-io.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

struct _LuotainReport
{
  GBytes *xml;
  LuotainReportFacts facts;
  LuotainReportData *data; /* (nullable): not computed yet */
};

LuotainReportRequest *
luotain_report_request_new (GArray *ids, LuotainReportParts parts, LuotainLanguage language)
{
  LuotainReportRequest *self = g_new0 (LuotainReportRequest, 1);

  if (ids != NULL)
    {
      self->ids = g_memdup2 (ids->data, ids->len * sizeof (gint64));
      self->n_ids = ids->len;
    }
  self->parts = parts;
  self->language = language;
  return self;
}

void
luotain_report_request_free (LuotainReportRequest *self)
{
  g_free ((gpointer) self->ids);
  g_free (self);
}

static void
free_sector (gpointer data)
{
  LuotainReportSector *self = data;

  g_clear_pointer (&self->map, luotain_map_data_unref);
  g_clear_pointer (&self->table, luotain_futures_table_free);
  g_clear_pointer (&self->matrix, luotain_matrix_free);
  g_clear_pointer (&self->robustness, luotain_robustness_free);
  g_clear_pointer (&self->coverage, luotain_coverage_sheet_free);
  g_free (self);
}

void
luotain_report_free (LuotainReport *self)
{
  g_clear_pointer (&self->xml, g_bytes_unref);
  if (self->facts.workbook != NULL)
    luotain_record_free (&luotain_workbook_type, self->facts.workbook);
  g_clear_pointer (&self->facts.findings, luotain_map_data_unref);
  g_clear_pointer (&self->facts.sectors, g_ptr_array_unref);
  g_clear_pointer (&self->facts.across, luotain_robustness_free);
  g_clear_pointer (&self->facts.comparison, luotain_comparison_free);
  g_clear_pointer (&self->data, luotain_report_data_free);
  g_free (self);
}

/* What is told sector by sector: those that were asked for; of a whole workbook all, where there are several. */
static GArray *
find_sectors (LuotainDb *db, const LuotainReportRequest *request, GError **error)
{
  g_autoptr (GArray) sectors = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 all = 0;

  if (request->ids == NULL)
    {
      g_clear_pointer (&sectors, g_array_unref);
      sectors = luotain_record_ids (db, &luotain_sector_type, 0, error);
      if (sectors != NULL && sectors->len <= 1)
        {
          g_array_set_size (sectors, 0);
          g_array_append_val (sectors, all);
        }
      return g_steal_pointer (&sectors);
    }

  for (gsize i = 0; i < request->n_ids; i++)
    {
      const LuotainRecordType *type = luotain_record_type_of (db, request->ids[i], error);

      if (type == NULL)
        return NULL;
      if (type == &luotain_sector_type)
        g_array_append_val (sectors, request->ids[i]);
    }

  return g_steal_pointer (&sectors);
}

static gboolean
read_robustness (LuotainDb *db, gint64 sector, LuotainLanguage language, LuotainRobustness **robustness,
                 GError **error)
{
  LuotainRobustnessQuery query = { .sector = sector, .language = language };

  return luotain_robustness_query_run (db, &query, (gpointer *) robustness, error);
}

static gboolean
read_table (LuotainDb *db, LuotainReportSector *sector, LuotainLanguage language, GError **error)
{
  LuotainFuturesQuery table = { sector->sector, language };
  LuotainMatrixQuery matrix = { sector->sector, language };

  return luotain_futures_table_run (db, &table, (gpointer *) &sector->table, error)
         && luotain_matrix_run (db, &matrix, (gpointer *) &sector->matrix, error);
}

static gboolean
read_sector (LuotainDb *db, LuotainReport *self, gint64 id, GError **error)
{
  const LuotainReportParts parts = self->facts.parts;
  const LuotainLanguage language = self->facts.language;
  LuotainMapQuery map = { .sector = id, .language = language };
  LuotainCoverageQuery coverage = { .sector = id, .language = language };
  LuotainReportSector *sector = g_new0 (LuotainReportSector, 1);

  g_ptr_array_add (self->facts.sectors, sector);
  sector->sector = id;
  return (!(parts & LUOTAIN_REPORT_MAP) || luotain_map_query_run (db, &map, (gpointer *) &sector->map, error))
         && (!(parts & LUOTAIN_REPORT_TABLE) || read_table (db, sector, language, error))
         && (!(parts & LUOTAIN_REPORT_ROBUSTNESS)
             || read_robustness (db, id, language, &sector->robustness, error))
         && (!(parts & LUOTAIN_REPORT_COVERAGE)
             || luotain_coverage_query_run (db, &coverage, (gpointer *) &sector->coverage, error));
}

/* The edition named, else the newest, with what the workbook is now; nothing where there is none. */
static gboolean
read_editions (LuotainDb *db, const LuotainReportRequest *request, LuotainReport *self, GError **error)
{
  LuotainComparisonQuery query = { request->since, NULL, request->language };
  g_autoptr (GPtrArray) editions = NULL;

  if (!(self->facts.parts & LUOTAIN_REPORT_EDITIONS))
    return TRUE;

  editions = luotain_edition_list (db, error);
  if (editions == NULL)
    return FALSE;
  if (editions->len == 0 && request->since == NULL)
    return TRUE;
  if (query.before == NULL)
    query.before = ((const LuotainEdition *) g_ptr_array_index (editions, 0))->name;

  return luotain_comparison_run (db, &query, (gpointer *) &self->facts.comparison, error);
}

static gboolean
read_sectors (LuotainDb *db, const LuotainReportRequest *request, LuotainReport *self, GError **error)
{
  g_autoptr (GArray) sectors = find_sectors (db, request, error);

  if (sectors == NULL)
    return FALSE;

  for (guint i = 0; i < sectors->len; i++)
    if (!read_sector (db, self, g_array_index (sectors, gint64, i), error))
      return FALSE;

  return sectors->len < 2 || request->ids != NULL || !(self->facts.parts & LUOTAIN_REPORT_ROBUSTNESS)
         || read_robustness (db, 0, self->facts.language, &self->facts.across, error);
}

/* The heading of the report, and what is said of all findings. */
static gboolean
read_workbook (LuotainDb *db, LuotainReport *self, GError **error)
{
  LuotainMapQuery all = { .language = self->facts.language };
  g_autoptr (GPtrArray) workbooks = luotain_record_list (db, &luotain_workbook_type, 0, error);

  if (workbooks == NULL || !luotain_map_query_run (db, &all, (gpointer *) &self->facts.findings, error))
    return FALSE;

  if (workbooks->len > 0)
    self->facts.workbook = luotain_record_load (
        db, &luotain_workbook_type, ((const LuotainRecord *) g_ptr_array_index (workbooks, 0))->id, error);
  self->facts.changed = self->facts.findings->changed;
  return workbooks->len == 0 || self->facts.workbook != NULL;
}

static gboolean
read_records (LuotainDb *db, const LuotainReportRequest *request, LuotainReport *self, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  LuotainXmlExport xml = { .stream = memory, .ids = request->ids, .n_ids = request->n_ids };

  if (!luotain_xml_export (db, &xml, NULL, error)
      || !g_output_stream_close (memory, luotain_db_get_cancellable (db), error))
    return FALSE;

  self->xml = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return TRUE;
}

gboolean
luotain_report_read (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainReportRequest *request = data;
  g_autoptr (LuotainReport) self = g_new0 (LuotainReport, 1);

  self->facts.parts = request->parts != 0 ? request->parts : LUOTAIN_REPORT_USUAL;
  self->facts.language = request->language;
  self->facts.sectors = g_ptr_array_new_with_free_func (free_sector);

  if (!read_workbook (db, self, error) || !read_sectors (db, request, self, error)
      || !read_editions (db, request, self, error) || !read_records (db, request, self, error))
    return FALSE;

  *result = g_steal_pointer (&self);
  return TRUE;
}

gint64
luotain_report_get_changed (const LuotainReport *self)
{
  return self->facts.changed;
}

const LuotainReportData *
luotain_report_get_data (LuotainReport *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->data == NULL)
    self->data = luotain_report_data_new (&self->facts, cancellable, error);
  return self->data;
}

typedef struct
{
  LuotainReport *report;
  GCancellable *cancellable;
} Computation;

static gpointer
compute_in_thread (gpointer data)
{
  Computation *self = data;

  luotain_report_get_data (self->report, self->cancellable, NULL);
  return NULL;
}

/* The records are parsed while the rest is computed. */
LuotainHtmlPage *
luotain_report_make_page (LuotainReport *self, GCancellable *cancellable, GError **error)
{
  Computation computation = { self, cancellable };
  GThread *thread;
  xmlDoc *document;

  g_return_val_if_fail (self != NULL, NULL);

  thread = g_thread_new ("report", compute_in_thread, &computation);
  document = luotain_html_page_parse (g_bytes_get_data (self->xml, NULL), g_bytes_get_size (self->xml));
  g_thread_join (thread);

  /* Without data there is an error to be told: it was cancelled, or is again now. */
  if (luotain_report_get_data (self, cancellable, error) == NULL)
    {
      g_clear_pointer (&document, xmlFreeDoc);
      return NULL;
    }

  return luotain_html_page_new (document, self->data, self->facts.language, cancellable, error);
}

gboolean
luotain_report_write_html (LuotainReport *self, GOutputStream *stream, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (LuotainHtmlPage) page = luotain_report_make_page (self, cancellable, error);

  return page != NULL && luotain_html_page_write (page, stream, cancellable, error);
}

gboolean
luotain_report_data_export (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainReportDataExport *export = data;
  GCancellable *cancellable = luotain_db_get_cancellable (db);
  g_autoptr (LuotainReport) report = NULL;
  const LuotainReportData *made;
  GBytes *bytes;

  if (!luotain_report_read (db, &export->request, (gpointer *) &report, error))
    return FALSE;

  made = luotain_report_get_data (report, cancellable, error);
  if (made == NULL)
    return FALSE;

  bytes = luotain_report_data_get_bytes (made);
  return g_output_stream_write_all (export->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                    NULL, cancellable, error)
         && g_output_stream_flush (export->stream, cancellable, error);
}
