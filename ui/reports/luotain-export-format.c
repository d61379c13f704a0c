#include "config.h"

#include "luotain-export-format.h"

#include "luotain-csv-export.h"
#include "luotain-elm.h"
#include "luotain-exchange-error.h"
#include "luotain-link.h"
#include "luotain-matrix.h"
#include "luotain-moodle.h"
#include "luotain-picture.h"
#include "luotain-record-io.h"
#include "luotain-report-write.h"
#include "luotain-scw-export.h"
#include "luotain-table-csv.h"
#include "luotain-validate.h"
#include "luotain-workbook-model.h"
#include "luotain-xlsx.h"
#include "luotain-xml-export.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- the page, and what is made of it ---- */

static gboolean
read_report (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  LuotainReportRequest request = { task->ids, task->n_ids, task->parts, task->language };

  return luotain_report_read (db, &request, &task->read, error);
}

static gboolean
finish_html (LuotainExportTask *task, GCancellable *cancellable, GError **error)
{
  return luotain_report_write (task->read, LUOTAIN_REPORT_AS_HTML, task->stream, cancellable, NULL, NULL,
                               error);
}

static gboolean
finish_pdf (LuotainExportTask *task, GCancellable *cancellable, GError **error)
{
  return luotain_report_write (task->read, LUOTAIN_REPORT_AS_PDF, task->stream, cancellable, NULL, NULL,
                               error);
}

static gboolean
finish_odt (LuotainExportTask *task, GCancellable *cancellable, GError **error)
{
  return luotain_report_write (task->read, LUOTAIN_REPORT_AS_ODT, task->stream, cancellable, NULL, NULL,
                               error);
}

static void
free_report (gpointer report)
{
  luotain_report_free (report);
}

/* ---- records ---- */

static gboolean
read_xml (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  LuotainXmlExport xml = { task->stream, task->ids, task->n_ids };

  return luotain_xml_export (db, &xml, NULL, error);
}

/* What we wrote ourselves should be valid; but nobody is to find out from others that it was not. */
static gboolean
finish_xml (LuotainExportTask *task, GCancellable *cancellable, GError **error)
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
read_csv (LuotainDb *db, LuotainExportTask *task, LuotainCsvForm form, GError **error)
{
  LuotainCsvExport csv = { .folder = task->file, .form = form, .ids = task->ids, .n_ids = task->n_ids };

  csv.language = task->language;
  return luotain_csv_export_run (db, &csv, NULL, error);
}

static gboolean
read_csv_excel (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return read_csv (db, task, LUOTAIN_CSV_EXCEL_FI, error);
}

static gboolean
read_csv_rfc (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return read_csv (db, task, LUOTAIN_CSV_RFC_4180, error);
}

static gboolean
read_xlsx (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  LuotainXlsx xlsx = {
    .path = task->path, .ids = task->ids, .n_ids = task->n_ids, .language = task->language
  };

  return luotain_xlsx_run (db, &xlsx, NULL, error);
}

/* ---- for the wall and for slides: of the first record that was chosen, where it matters ---- */

static gboolean
draw (LuotainDb *db, LuotainExportTask *task, LuotainPictureKind kind, LuotainPictureFormat format,
      GError **error)
{
  LuotainPicture picture = { .stream = task->stream, .kind = kind, .format = format, .a3 = TRUE };
  const gint64 id = task->n_ids > 0 ? task->ids[0] : 0;
  const LuotainRecordType *type = id != 0 ? luotain_record_type_of (db, id, error) : NULL;

  if (id != 0 && type == NULL)
    return FALSE;
  if (type == &luotain_sector_type)
    picture.sector = id;
  else if (type == &luotain_scenario_type)
    picture.scenario = id;
  else
    picture.profile = id;

  picture.language = task->language;
  return luotain_picture_run (db, &picture, NULL, error);
}

static gboolean
draw_table (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return draw (db, task, LUOTAIN_PICTURE_TABLE, LUOTAIN_PICTURE_PNG, error);
}

static gboolean
draw_profile (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return draw (db, task, LUOTAIN_PICTURE_PROFILE, LUOTAIN_PICTURE_PNG, error);
}

static gboolean
draw_robustness (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return draw (db, task, LUOTAIN_PICTURE_ROBUSTNESS, LUOTAIN_PICTURE_PNG, error);
}

static gboolean
draw_table_sheet (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return draw (db, task, LUOTAIN_SHEET_TABLE, LUOTAIN_PICTURE_PDF, error);
}

static gboolean
draw_profile_sheet (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return draw (db, task, LUOTAIN_SHEET_PROFILE, LUOTAIN_PICTURE_PDF, error);
}

static gboolean
draw_cards (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  return draw (db, task, LUOTAIN_SHEET_CARDS, LUOTAIN_PICTURE_PDF, error);
}

/* ---- for those who plan teaching ---- */

static gboolean
read_elm (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  LuotainElm elm = { .stream = task->stream, .ids = task->ids, .n_ids = task->n_ids };

  elm.language = task->language;
  return luotain_elm_run (db, &elm, NULL, error);
}

static gboolean
read_moodle (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  LuotainMoodle moodle = { .stream = task->stream, .ids = task->ids, .n_ids = task->n_ids };

  moodle.language = task->language;
  return luotain_moodle_run (db, &moodle, NULL, error);
}

/* ---- the futures table, and how its key variables influence each other ---- */

/* Of the first record that was chosen the sector it belongs to; 0 for all. */
static gboolean
find_sector (LuotainDb *db, const LuotainExportTask *task, gint64 *sector, GError **error)
{
  const gint64 id = task->n_ids > 0 ? task->ids[0] : 0;
  const LuotainRecordType *type = id != 0 ? luotain_record_type_of (db, id, error) : NULL;

  *sector = type == &luotain_sector_type ? id : 0;
  if (id == 0)
    return TRUE;
  return type != NULL
         && (type == &luotain_sector_type || luotain_link_get_only (db, id, "sector", sector, error));
}

/* Key variables of several sectors do not influence each other: one matrix is of one sector. */
static gboolean
check_one_sector (LuotainDb *db, LuotainScwExport *export, GError **error)
{
  LuotainMatrixQuery query = { export->sector, export->language };
  g_autoptr (LuotainMatrix) matrix = NULL;

  if (!luotain_matrix_run (db, &query, (gpointer *) &matrix, error))
    return FALSE;

  for (guint i = 0; export->sector == 0 && i < matrix->variables->len; i++)
    export->sector = luotain_matrix_get_variable (matrix, i)->sector;
  for (guint i = 0; i < matrix->variables->len; i++)
    {
      const gint64 sector = luotain_matrix_get_variable (matrix, i)->sector;

      if (sector == 0 || sector == export->sector)
        continue;
      g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
                           _ ("There are key variables of several sectors. Choose one to export."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_scw (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  LuotainScwExport export = { .language = task->language };
  g_autoptr (LuotainScw) scw = NULL;

  return find_sector (db, task, &export.sector, error) && check_one_sector (db, &export, error)
         && luotain_scw_export_run (db, &export, (gpointer *) &scw, error)
         && luotain_scw_write_to (scw, task->stream, error);
}

static gboolean
read_table_csv (LuotainDb *db, LuotainExportTask *task, GError **error)
{
  LuotainTableCsv csv = { .stream = task->stream, .language = task->language };

  return find_sector (db, task, &csv.sector, error) && luotain_table_csv_run (db, &csv, NULL, error);
}

static const LuotainExportFormat formats[] = {
  { "html", N_ ("Page to Read (HTML)"), N_ ("One file that opens in any browser, without a network."),
    ".html", "text/html", LUOTAIN_EXPORT_HAS_PARTS, read_report, finish_html, free_report },
  { "pdf", N_ ("Pages to Print (PDF)"), N_ ("Set on A4, with page numbers; can be read aloud."), ".pdf",
    "application/pdf", LUOTAIN_EXPORT_HAS_PARTS, read_report, finish_pdf, free_report },
  { "odt", N_ ("Text to Edit (ODT)"), N_ ("For LibreOffice, Word and other office programs."), ".odt",
    "application/vnd.oasis.opendocument.text", LUOTAIN_EXPORT_HAS_PARTS, read_report, finish_odt,
    free_report },
  { "xml", N_ ("Workbook (XML)"), N_ ("For other programs, and to be read back without loss."), ".xml",
    "application/xml", 0, read_xml, finish_xml, NULL },
  { "xlsx", N_ ("Tables in One Spreadsheet (XLSX)"), N_ ("A sheet for each table."), ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 0, read_xlsx, NULL, NULL },
  { "csv-excel-fi", N_ ("Tables for Excel (CSV)"),
    N_ ("A new folder with a file for each table, as Excel reads it in Finland."), "-excel", NULL,
    LUOTAIN_EXPORT_IS_FOLDER, read_csv_excel, NULL, NULL },
  { "csv", N_ ("Tables for Programs (CSV)"),
    N_ ("A new folder with a file for each table, with ids and all languages."), "-csv", NULL,
    LUOTAIN_EXPORT_IS_FOLDER, read_csv_rfc, NULL, NULL },
  { "elm", N_ ("Profiles as Learning Outcomes (ELM)"),
    N_ ("The European Learning Model, for planning curricula."), "-elm.xml", "application/xml", 0, read_elm,
    NULL, NULL },
  { "moodle", N_ ("Profiles for Moodle (CSV)"), N_ ("A competency framework to import into Moodle."),
    "-moodle.csv", "text/csv", 0, read_moodle, NULL, NULL },
  { "scw", N_ ("Cross-Impact Matrix for ScenarioWizard (SCW)"),
    N_ ("The judgements of a sector, to go on with in ScenarioWizard."), ".scw", NULL, 0, read_scw, NULL,
    NULL },
  { "futures-table-csv", N_ ("Futures Table (CSV)"),
    N_ ("For spreadsheets: of the sector that is chosen, or of all."), "-table.csv", "text/csv", 0,
    read_table_csv, NULL, NULL },
  { "table-png", N_ ("Slide: Futures Table (PNG)"), N_ ("Of the sector that is chosen, or of all."),
    "-table.png", "image/png", 0, draw_table, NULL, NULL },
  { "profile-png", N_ ("Slide: Competence Profile (PNG)"),
    N_ ("Of the profile or scenario that is chosen, or of the first."), "-profile.png", "image/png", 0,
    draw_profile, NULL, NULL },
  { "robustness-png", N_ ("Slide: Competences Across Scenarios (PNG)"),
    N_ ("Of the sector that is chosen, or of all."), "-robustness.png", "image/png", 0, draw_robustness, NULL,
    NULL },
  { "sheet-table", N_ ("Wall Sheet: Futures Table (A3)"),
    N_ ("Blank, to be written on in a room without power."), "-table-a3.pdf", "application/pdf", 0,
    draw_table_sheet, NULL, NULL },
  { "sheet-profile", N_ ("Wall Sheet: Profile Grid (A3)"),
    N_ ("Blank, to be written on in a room without power."), "-profile-a3.pdf", "application/pdf", 0,
    draw_profile_sheet, NULL, NULL },
  { "sheet-cards", N_ ("Wall Sheet: Finding Cards (A3)"), N_ ("To be cut out and moved about on a table."),
    "-cards-a3.pdf", "application/pdf", 0, draw_cards, NULL, NULL },
};

const LuotainExportFormat *
luotain_export_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const LuotainExportFormat *
luotain_export_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];

  return NULL;
}
