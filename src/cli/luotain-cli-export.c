#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-model.h"
#include "luotain-cli-names.h"
#include "luotain-cli-scratch.h"
#include "luotain-cli-session.h"

#include "luotain-atomic-file.h"
#include "luotain-csv-export.h"
#include "luotain-elm.h"
#include "luotain-freeze.h"
#include "luotain-html-export.h"
#include "luotain-map-export.h"
#include "luotain-matrix-csv.h"
#include "luotain-moodle.h"
#include "luotain-picture.h"
#include "luotain-report-write.h"
#include "luotain-scw-export.h"
#include "luotain-table-csv.h"
#include "luotain-tables.h"
#include "luotain-workbook-info.h"
#include "luotain-xlsx.h"
#include "luotain-xml-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct _Report Report;

/* Writes a report into its stream; @ids are those of its records, NULL for all. */
typedef gboolean (*Writer) (LuotainDb *db, const Report *report, const gint64 *ids, GError **error);

typedef enum
{
  ONE_SECTOR = 1 << 0, /* takes at most one sector, and nothing else */
  TABLES = 1 << 1, /* its parts are tables */
  PARTS = 1 << 2, /* its parts are those of a report */
  DRAWN = 1 << 3, /* by the program that draws */
  ONE_FILE = 1 << 4, /* of all its tables */
  ONE_PROFILE = 1 << 5, /* takes at most one sector, scenario or profile */
  ON_PAPER = 1 << 6 /* of one size or another */
} FormatFlags;

typedef struct
{
  const char *name;
  Writer write;
  int variant; /* for the writer */
  FormatFlags flags;
} Format;

struct _Report
{
  GArray *ids; /* (element-type LuotainCliId): what is wanted; empty for all */
  const Format *format;
  const char *language; /* (nullable): that of the workbook where it is missing */
  const LuotainCliDrawings *drawings; /* (nullable): in the program that draws */
  GStrv tables; /* (nullable): names of tables, where they were named */
  LuotainReportParts parts; /* of a report; 0 for the usual ones */
  const char *since; /* (nullable): the edition to compare with */
  const char *edition; /* (nullable): in place of the workbook as it is now */
  LuotainCsvForm form;
  const char *paper; /* (nullable): of a sheet */
  GOutputStream *stream;
  const char *path; /* of the file that the stream writes */
  GFile *folder; /* (nullable): where a file a table goes, in place of the stream */
};

static gboolean
parse_ids (GArray *ids, char **words, const LuotainRecordType *type, GError **error)
{
  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      LuotainCliId id;

      if (!luotain_cli_parse_id (*word, &id, error))
        return FALSE;

      if (id.type != type)
        {
          g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                       _ ("%s is not the id of a record of the type %s."), *word, type->name);
          return FALSE;
        }

      g_array_append_val (ids, id);
    }

  return TRUE;
}

/* The language asked for, else that of the workbook. */
static gboolean
find_language (LuotainDb *db, const Report *report, LuotainLanguage *language, GError **error)
{
  return luotain_workbook_language (db, language, error)
         && (report->language == NULL || luotain_cli_parse_language (report->language, language, error));
}

static gboolean
write_html (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainHtmlExport html = { .stream = report->stream, .ids = ids, .n_ids = report->ids->len };

  html.parts = report->parts;
  html.since = report->since;
  return find_language (db, report, &html.language, error) && report->drawings->html (db, &html, NULL, error);
}

/* The same on paper, or for an office program. */
static gboolean
write_paper (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainReportExport export = { { ids, report->ids->len, report->parts, LUOTAIN_FI, report->since } };

  export.format = report->format->variant;
  export.stream = report->stream;
  return find_language (db, report, &export.request.language, error)
         && report->drawings->report (db, &export, NULL, error);
}

/* What the style sheet is given beside the records. */
static gboolean
write_report_data (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainReportDataExport data = { report->stream,
                                   { ids, report->ids->len, report->parts, LUOTAIN_FI, report->since } };

  return find_language (db, report, &data.request.language, error)
         && report->drawings->report_data (db, &data, NULL, error);
}

static gboolean
find_sector (LuotainDb *db, LuotainScwExport *export, GError **error)
{
  LuotainMatrixQuery query = { 0, export->language };
  g_autoptr (LuotainMatrix) matrix = NULL;

  return luotain_matrix_run (db, &query, (gpointer *) &matrix, error)
         && luotain_cli_model_only_sector (matrix, &export->sector, error);
}

/* Of the sector named, else of the only one there is: as a model, or as a table. */
static gboolean
write_matrix (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainScwExport export = { .sector = ids != NULL ? ids[0] : 0 };
  g_autoptr (LuotainScw) scw = NULL;

  return find_language (db, report, &export.language, error)
         && (ids != NULL || find_sector (db, &export, error))
         && luotain_scw_export_run (db, &export, (gpointer *) &scw, error)
         && (report->format->variant ? luotain_matrix_csv_write (scw, report->stream, NULL, error)
                                     : luotain_scw_write_to (scw, report->stream, error));
}

static gboolean
write_map (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainMapExport map = { .stream = report->stream, .format = report->format->variant };

  map.sector = ids != NULL ? ids[0] : 0;
  return find_language (db, report, &map.language, error) && report->drawings->map (db, &map, NULL, error);
}

/* A picture for slides or a sheet for the wall. */
static gboolean
write_picture (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  const int variant = report->format->variant;
  LuotainPicture picture = { .stream = report->stream, .kind = variant / 4, .format = variant % 4 };
  const LuotainRecordType *type = ids != NULL ? g_array_index (report->ids, LuotainCliId, 0).type : NULL;

  picture.a3 = g_strcmp0 (report->paper, "a3") == 0;
  if (type == &luotain_sector_type)
    picture.sector = ids[0];
  else if (type == &luotain_scenario_type)
    picture.scenario = ids[0];
  else if (type != NULL)
    picture.profile = ids[0];

  return find_language (db, report, &picture.language, error)
         && report->drawings->picture (db, &picture, NULL, error);
}

static gboolean
write_xml (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainXmlExport xml = { .stream = report->stream, .ids = ids, .n_ids = report->ids->len };
  LuotainEditionExport edition = { .edition = report->edition, .stream = report->stream };

  if (report->edition != NULL)
    return luotain_edition_export_run (db, &edition, NULL, error);

  return luotain_xml_export (db, &xml, NULL, error);
}

static gboolean
write_elm (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainElm elm = { .stream = report->stream, .ids = ids, .n_ids = report->ids->len };

  return find_language (db, report, &elm.language, error) && luotain_elm_run (db, &elm, NULL, error);
}

static gboolean
write_csv (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainCsvExport csv = { .stream = report->stream, .folder = report->folder, .form = report->form };

  csv.names = (const char *const *) report->tables;
  csv.ids = ids;
  csv.n_ids = report->ids->len;
  return find_language (db, report, &csv.language, error) && luotain_csv_export_run (db, &csv, NULL, error);
}

static gboolean
write_xlsx (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainXlsx xlsx = { .path = report->path, .ids = ids, .n_ids = report->ids->len };

  xlsx.names = (const char *const *) report->tables;
  return find_language (db, report, &xlsx.language, error) && report->drawings->xlsx (db, &xlsx, NULL, error);
}

static gboolean
write_moodle (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainMoodle moodle = { .stream = report->stream, .ids = ids, .n_ids = report->ids->len };

  return find_language (db, report, &moodle.language, error) && luotain_moodle_run (db, &moodle, NULL, error);
}

static gboolean
write_table_csv (LuotainDb *db, const Report *report, const gint64 *ids, GError **error)
{
  LuotainTableCsv csv = { .stream = report->stream, .sector = ids != NULL ? ids[0] : 0 };

  return find_language (db, report, &csv.language, error) && luotain_table_csv_run (db, &csv, NULL, error);
}

#define FORMATS \
  "xml|html|pdf|odt|fodt|report-data|csv|xlsx|elm|moodle|scw|matrix-csv|futures-table-csv|map-svg|map-pdf|map-png|map-html" \
  "|table-svg|table-png|profile-svg|profile-png|robustness-svg|robustness-png" \
  "|sheet-table|sheet-profile|sheet-cards"

/* What is drawn and how, in one number. */
#define PICTURE(kind, format) (LUOTAIN_##kind * 4 + LUOTAIN_PICTURE_##format)

static const Format formats[] = {
  { "xml", write_xml, 0, 0 },
  { "html", write_html, 0, PARTS | DRAWN },
  { "pdf", write_paper, LUOTAIN_REPORT_AS_PDF, PARTS | DRAWN },
  { "odt", write_paper, LUOTAIN_REPORT_AS_ODT, PARTS | DRAWN },
  { "fodt", write_paper, LUOTAIN_REPORT_AS_FODT, PARTS | DRAWN },
  { "report-data", write_report_data, 0, PARTS | DRAWN },
  { "csv", write_csv, 0, TABLES },
  { "xlsx", write_xlsx, 0, TABLES | ONE_FILE | DRAWN },
  { "elm", write_elm, 0, 0 },
  { "moodle", write_moodle, 0, 0 },
  { "scw", write_matrix, FALSE, ONE_SECTOR },
  { "matrix-csv", write_matrix, TRUE, ONE_SECTOR },
  { "futures-table-csv", write_table_csv, 0, ONE_SECTOR },
  { "map-svg", write_map, LUOTAIN_MAP_SVG, ONE_SECTOR | DRAWN },
  { "map-pdf", write_map, LUOTAIN_MAP_PDF, ONE_SECTOR | DRAWN },
  { "map-png", write_map, LUOTAIN_MAP_PNG, ONE_SECTOR | DRAWN },
  { "map-html", write_map, LUOTAIN_MAP_HTML, ONE_SECTOR | DRAWN },
  { "table-svg", write_picture, PICTURE (PICTURE_TABLE, SVG), ONE_SECTOR | DRAWN },
  { "table-png", write_picture, PICTURE (PICTURE_TABLE, PNG), ONE_SECTOR | DRAWN },
  { "profile-svg", write_picture, PICTURE (PICTURE_PROFILE, SVG), ONE_PROFILE | DRAWN },
  { "profile-png", write_picture, PICTURE (PICTURE_PROFILE, PNG), ONE_PROFILE | DRAWN },
  { "robustness-svg", write_picture, PICTURE (PICTURE_ROBUSTNESS, SVG), ONE_SECTOR | DRAWN },
  { "robustness-png", write_picture, PICTURE (PICTURE_ROBUSTNESS, PNG), ONE_SECTOR | DRAWN },
  { "sheet-table", write_picture, PICTURE (SHEET_TABLE, PDF), ONE_SECTOR | ON_PAPER | DRAWN },
  { "sheet-profile", write_picture, PICTURE (SHEET_PROFILE, PDF), ONE_SECTOR | ON_PAPER | DRAWN },
  { "sheet-cards", write_picture, PICTURE (SHEET_CARDS, PDF), ONE_SECTOR | ON_PAPER | DRAWN },
};

static gboolean
write_report (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Report *report = data;
  g_autofree gint64 *ids = report->ids->len > 0 ? g_new (gint64, report->ids->len) : NULL;

  for (guint i = 0; i < report->ids->len; i++)
    {
      const LuotainCliId *id = &g_array_index (report->ids, LuotainCliId, i);

      if (!luotain_cli_require_id (db, id, error))
        return FALSE;

      ids[i] = id->id;
    }

  return report->format->write (db, report, ids, error);
}

/* Whole or not at all, and never half on its way to standard output while the workbook waits. */
static gboolean
write_file (LuotainCliSession *session, Report *report, GFile *file, GError **error)
{
  g_autoptr (LuotainAtomicFile) atomic = luotain_atomic_file_new (file, error);

  if (atomic == NULL)
    return FALSE;

  report->stream = luotain_atomic_file_get_stream (atomic);
  report->path = luotain_atomic_file_peek_path (atomic);
  return luotain_store_read (session->store, write_report, report, NULL, error)
         && luotain_atomic_file_commit (atomic, error);
}

static gboolean
write_output (LuotainCliCall *call, LuotainCliSession *session, Report *report, GError **error)
{
  g_autoptr (LuotainCliScratch) scratch = luotain_cli_scratch_new (error);
  g_autoptr (GFile) file = scratch != NULL ? luotain_cli_scratch_get_file (scratch, "report") : NULL;

  return file != NULL && write_file (session, report, file, error)
         && luotain_cli_output_send_file (call->output, file, error);
}

/* One table is a file; several are a folder with a file for each. */
static gboolean
needs_folder (const Report *report)
{
  return (report->format->flags & TABLES) && !(report->format->flags & ONE_FILE)
         && (report->tables == NULL || g_strv_length (report->tables) != 1);
}

static gboolean
write_folder (LuotainCliSession *session, Report *report, const char *out, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (out);

  report->folder = folder;
  return luotain_store_read (session->store, write_report, report, NULL, error);
}

static gboolean
export_to (LuotainCliCall *call, const char *out, Report *report, GError **error)
{
  g_autoptr (LuotainCliSession) session = luotain_cli_session_open (call->words[0], error);
  g_autoptr (GFile) file = NULL;

  if (session == NULL)
    return FALSE;

  if (needs_folder (report))
    return write_folder (session, report, out, error);

  if (out == NULL || strcmp (out, "-") == 0)
    return write_output (call, session, report, error);

  file = g_file_new_for_commandline_arg (out);

  if (!luotain_cli_session_is_file (session, file))
    return write_file (session, report, file, error);

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is the workbook itself. Give the report another name."), out);
  return FALSE;
}

static gboolean
check_paper (const Report *report, GError **error)
{
  if (report->paper == NULL)
    return TRUE;

  if (!(report->format->flags & ON_PAPER))
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE, _ ("“%s” has no %s."),
                 report->format->name, "--paper");
  else if (strcmp (report->paper, "a3") != 0 && strcmp (report->paper, "a4") != 0)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("“%s” is not a size of paper: a3, a4."), report->paper);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_one_sector (const Report *report, GError **error)
{
  if ((report->format->flags & ONE_PROFILE) && report->ids->len > 1)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("“%s” is of one profile: name one --profile, --scenario or --sector."),
                   report->format->name);
      return FALSE;
    }

  if (!(report->format->flags & ONE_SECTOR) || report->ids->len == 0
      || (report->ids->len == 1 && g_array_index (report->ids, LuotainCliId, 0).type == &luotain_sector_type))
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("“%s” is of one sector: name one --sector, and nothing else."), report->format->name);
  return FALSE;
}

static gboolean
parse_table_names (Report *report, const char *parts, GError **error)
{
  g_auto (GStrv) names = luotain_tables_names (&luotain_workbook_model);
  g_autofree char *list = g_strjoinv (", ", names);

  if (parts == NULL)
    return TRUE;

  report->tables = g_strsplit (parts, ",", -1);
  for (char **part = report->tables; *part != NULL; part++)
    {
      if (g_strv_contains ((const char *const *) names, *part))
        continue;

      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE, _ ("“%s” is not a table: %s."), *part,
                   list);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_report_parts (Report *report, const char *parts, GError **error)
{
  g_auto (GStrv) names = g_strsplit (parts, ",", -1);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *wrong = luotain_report_parts_parse ((const char *const *) names, &report->parts);

  if (wrong == NULL)
    return TRUE;

  for (guint i = 0; i < LUOTAIN_REPORT_N_PARTS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", luotain_report_part_name (i));
  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE, _ ("“%s” is not a part of a report: %s."),
               wrong, list->str);
  return FALSE;
}

static gboolean
parse_parts (Report *report, const char *parts, const char *form, const char *out, GError **error)
{
  const FormatFlags flags = report->format->flags;

  if ((form != NULL && (flags & (TABLES | ONE_FILE)) != TABLES)
      || (parts != NULL && !(flags & (TABLES | PARTS))))
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE, _ ("“%s” has no %s."),
                   report->format->name, form != NULL ? "--form" : "--part");
      return FALSE;
    }

  if (flags & PARTS)
    return parts == NULL || parse_report_parts (report, parts, error);

  report->form = g_strcmp0 (form, "excel-fi") == 0 ? LUOTAIN_CSV_EXCEL_FI : LUOTAIN_CSV_RFC_4180;
  if (form != NULL && report->form == LUOTAIN_CSV_RFC_4180 && strcmp (form, "rfc-4180") != 0)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("“%s” is not a form of CSV: rfc-4180, excel-fi."), form);
      return FALSE;
    }

  if (!parse_table_names (report, parts, error))
    return FALSE;

  if (!needs_folder (report) || (out != NULL && strcmp (out, "-") != 0))
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("Several tables become a folder: name it with -o, or one table with --part."));
  return FALSE;
}

static gboolean
parse_format (Report *report, const char *name, GError **error)
{
  g_auto (GStrv) names = g_strsplit (FORMATS, "|", -1);
  g_autofree char *list = g_strjoinv (", ", names);
  LuotainLanguage language;

  for (guint i = 0; i < G_N_ELEMENTS (formats) && report->format == NULL; i++)
    if (g_str_equal (name != NULL ? name : "xml", formats[i].name))
      report->format = &formats[i];

  if (report->format != NULL)
    return check_one_sector (report, error) && check_paper (report, error)
           && (report->language == NULL || luotain_cli_parse_language (report->language, &language, error));

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE, _ ("“%s” is not a format of reports: %s."),
               name, list);
  return FALSE;
}

/* An edition is its bytes: there is nothing to choose from. */
static gboolean
check_edition (const Report *report, GError **error)
{
  if (report->edition == NULL || (report->format->write == write_xml && report->ids->len == 0))
    return TRUE;

  g_set_error_literal (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                       _ ("An edition is written whole and as xml, byte for byte. For other formats make a "
                          "workbook of it: luotain-cli new FILE --from XML."));
  return FALSE;
}

static gboolean
run_export (LuotainCliCall *call, GError **error)
{
  g_autofree char *out = NULL;
  g_autofree char *format = NULL;
  g_autofree char *language = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *form = NULL;
  g_autofree char *since = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *paper = NULL;
  g_auto (GStrv) sectors = NULL;
  g_auto (GStrv) scenarios = NULL;
  g_auto (GStrv) profiles = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
      N_ ("Where to write; standard output where it is missing or -"), N_ ("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to write"), FORMATS },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Language of the texts; else that of the workbook"), "fi|sv|en" },
    { "part", 0, 0, G_OPTION_ARG_STRING, &parts, N_ ("Parts of the report or tables, with commas between"),
      N_ ("NAME,…") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since,
      N_ ("The edition to compare with; the newest where it is missing"), N_ ("EDITION") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &form, N_ ("For whom CSV is written"), "rfc-4180|excel-fi" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper,
      N_ ("How large a sheet for the wall is; A4 where it is missing"), "a3|a4" },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition, N_ ("An edition in place of the workbook as it is now"),
      N_ ("NAME") },
    { "sector", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sectors, N_ ("Only this sector"), N_ ("ID") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING_ARRAY, &scenarios,
      N_ ("Only this scenario with what it stands on"), N_ ("ID") },
    { "profile", 0, 0, G_OPTION_ARG_STRING_ARRAY, &profiles, N_ ("Only this profile with its reasons"),
      N_ ("ID") },
    { NULL },
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LuotainCliId));
  Report report = { .ids = ids, .drawings = call->drawings };
  g_auto (GStrv) argv = g_strdupv (call->argv);
  gboolean ok;

  if (!luotain_cli_call_parse (call, options, 1, 1, error)
      || !parse_ids (ids, sectors, &luotain_sector_type, error)
      || !parse_ids (ids, scenarios, &luotain_scenario_type, error)
      || !parse_ids (ids, profiles, &luotain_profile_type, error))
    return FALSE;

  report.language = language;
  report.since = since;
  report.edition = edition;
  report.paper = paper;
  if (!parse_format (&report, format, error) || !check_edition (&report, error)
      || !parse_parts (&report, parts, form, out, error))
    {
      g_strfreev (report.tables);
      return FALSE;
    }
  if ((report.format->flags & DRAWN) && report.drawings == NULL)
    return luotain_cli_become_drawing (argv, error);
  ok = export_to (call, out, &report, error);
  g_strfreev (report.tables);
  return ok;
}

const LuotainCliCommand luotain_cli_export = {
  .name = "export",
  .arguments = "FILE [-o OUT] [--format " FORMATS
               "] [--part NAME,…] [--form rfc-4180|excel-fi] [--paper a3|a4]"
               " [--sector ID|--scenario ID|--profile ID]… [--edition NAME]",
  .summary = N_ (
      "Writes the report: the whole workbook, or what is named with everything it stands on. Or the page to read (html), tables (csv), profiles for other systems (elm, moodle), the cross-impact matrix as a model of ScenarioWizard (scw), the map."),
  .examples =
      "luotain-cli export meri.luotain -o meri.xml\n"
      "luotain-cli export meri.luotain --profile profile-3K7ZQ9M2N4PRS | xmllint --format -\n"
      "luotain-cli export meri.luotain --edition \"Johtoryhmä 2026\" | sha256sum\n"
      "luotain-cli export meri.luotain --format html -o meri.html\n"
      "luotain-cli export meri.luotain --format html --part scenarios,profiles,robustness -o meri.html\n"
      "luotain-cli export meri.luotain --format csv -o tables\n"
      "luotain-cli export meri.luotain --format csv --part findings --form excel-fi -o findings.csv\n"
      "luotain-cli export meri.luotain --format xlsx -o meri.xlsx\n"
      "luotain-cli export meri.luotain --format moodle --profile profile-3K7ZQ9M2N4PRS -o moodle.csv\n"
      "luotain-cli export meri.luotain --format scw -o meri.scw\n"
      "luotain-cli export meri.luotain --format futures-table-csv -o taulukko.csv\n"
      "luotain-cli export meri.luotain --format profile-png --scenario scenario-3K7ZQ9M2N4PRS -o profiili.png\n"
      "luotain-cli export meri.luotain --format sheet-cards --paper a3 -o kortit.pdf\n",
  .run = run_export,
};
