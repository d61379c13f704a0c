#include "config.h"

#include "luotain-report-format.h"

#include "luotain-csv-export.h"
#include "luotain-elm.h"
#include "luotain-exchange-error.h"
#include "luotain-moodle.h"
#include "luotain-report.h"
#include "luotain-validate.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- the page, and what is made of it ---- */

static gboolean
read_report (LuotainDb *db, LuotainReportTask *task, GError **error)
{
  LuotainReportRequest request = { task->ids, task->n_ids, task->parts, task->language };

  return luotain_report_read (db, &request, &task->read, error);
}

static gboolean
finish_html (LuotainReportTask *task, GCancellable *cancellable, GError **error)
{
  return luotain_report_write_html (task->read, task->stream, cancellable, error);
}

static void
free_report (gpointer report)
{
  luotain_report_free (report);
}

/* ---- records ---- */

static gboolean
read_xml (LuotainDb *db, LuotainReportTask *task, GError **error)
{
  LuotainXmlExport xml = { task->stream, task->ids, task->n_ids };

  return luotain_xml_export (db, &xml, NULL, error);
}

/* What we wrote ourselves should be valid; but nobody is to find out from others that it was not. */
static gboolean
finish_xml (LuotainReportTask *task, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GFile) file = g_file_new_for_path (task->path);

  g_ptr_array_add (inputs, luotain_input_new (file));
  if (!luotain_validate (inputs, NULL, &luotain_workbook_model, faults, cancellable, error))
    return FALSE;
  if (luotain_faults_get_count (faults) == 0)
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
               _ ("The report would not be valid, and no file was written: %s"),
               luotain_faults_get (faults, 0)->message);
  return FALSE;
}

/* ---- tables ---- */

static gboolean
read_csv (LuotainDb *db, LuotainReportTask *task, LuotainCsvForm form, GError **error)
{
  LuotainCsvExport csv = { .folder = task->file, .form = form, .ids = task->ids, .n_ids = task->n_ids };

  csv.language = task->language;
  return luotain_csv_export_run (db, &csv, NULL, error);
}

static gboolean
read_csv_excel (LuotainDb *db, LuotainReportTask *task, GError **error)
{
  return read_csv (db, task, LUOTAIN_CSV_EXCEL_FI, error);
}

static gboolean
read_csv_rfc (LuotainDb *db, LuotainReportTask *task, GError **error)
{
  return read_csv (db, task, LUOTAIN_CSV_RFC_4180, error);
}

/* ---- for those who plan teaching ---- */

static gboolean
read_elm (LuotainDb *db, LuotainReportTask *task, GError **error)
{
  LuotainElm elm = { .stream = task->stream, .ids = task->ids, .n_ids = task->n_ids };

  elm.language = task->language;
  return luotain_elm_run (db, &elm, NULL, error);
}

static gboolean
read_moodle (LuotainDb *db, LuotainReportTask *task, GError **error)
{
  LuotainMoodle moodle = { .stream = task->stream, .ids = task->ids, .n_ids = task->n_ids };

  moodle.language = task->language;
  return luotain_moodle_run (db, &moodle, NULL, error);
}

static const LuotainReportFormat formats[] = {
  { "html", N_ ("Page to Read (HTML)"), N_ ("One file that opens in any browser, without a network."),
    ".html", "text/html", LUOTAIN_REPORT_HAS_PARTS, read_report, finish_html, free_report },
  { "xml", N_ ("Workbook (XML)"), N_ ("For other programs, and to be read back without loss."), ".xml",
    "application/xml", 0, read_xml, finish_xml, NULL },
  { "csv-excel-fi", N_ ("Tables for Excel (CSV)"),
    N_ ("A new folder with a file for each table, as Excel reads it in Finland."), "-excel", NULL,
    LUOTAIN_REPORT_IS_FOLDER, read_csv_excel, NULL, NULL },
  { "csv", N_ ("Tables for Programs (CSV)"),
    N_ ("A new folder with a file for each table, with ids and all languages."), "-csv", NULL,
    LUOTAIN_REPORT_IS_FOLDER, read_csv_rfc, NULL, NULL },
  { "elm", N_ ("Profiles as Learning Outcomes (ELM)"),
    N_ ("The European Learning Model, for planning curricula."), "-elm.xml", "application/xml", 0, read_elm,
    NULL, NULL },
  { "moodle", N_ ("Profiles for Moodle (CSV)"), N_ ("A competency framework to import into Moodle."),
    "-moodle.csv", "text/csv", 0, read_moodle, NULL, NULL },
};

const LuotainReportFormat *
luotain_report_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const LuotainReportFormat *
luotain_report_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];

  return NULL;
}
