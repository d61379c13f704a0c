/* The pages of a package: the report to be read by people, in each language and form. */

#include "luotain-archive-private.h"
#include "luotain-atomic-file.h"
#include "luotain-atomic-folder.h"
#include "luotain-html-page.h"
#include "luotain-import.h"
#include "luotain-odt.h"
#include "luotain-record-io.h"
#include "luotain-report-pdf.h"
#include "luotain-report.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

#define MOST_FINDINGS 20000

/* The report to be read by people, in one language: made once, written in each form. */
typedef struct
{
  LuotainReport *report;
  LuotainHtmlPage *page;
  gint64 changed; /* milliseconds since 1970, UTC */
  GCancellable *cancellable;
} Reading;

typedef gboolean (*Write) (const Reading *reading, GOutputStream *stream, GError **error);

static gboolean
write_data (const Reading *reading, GOutputStream *stream, GError **error)
{
  const LuotainReportData *data = luotain_report_get_data (reading->report, reading->cancellable, error);
  GBytes *bytes = data != NULL ? luotain_report_data_get_bytes (data) : NULL;

  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       NULL, error);
}

static gboolean
write_html (const Reading *reading, GOutputStream *stream, GError **error)
{
  return luotain_html_page_write (reading->page, stream, reading->cancellable, error);
}

static gboolean
write_pdf (const Reading *reading, GOutputStream *stream, GError **error)
{
  g_autoptr (LuotainReportPdf) pdf = luotain_report_pdf_new (reading->page, reading->changed,
                                                             reading->cancellable, NULL, NULL, error);

  return pdf != NULL && luotain_report_pdf_write (pdf, stream, reading->cancellable, NULL, NULL, error);
}

/* To be edited, and flat: an archive holds nothing that has to be unpacked. */
static gboolean
write_fodt (const Reading *reading, GOutputStream *stream, GError **error)
{
  return luotain_odt_write (reading->page, reading->changed, TRUE, stream, reading->cancellable, error);
}

/* Another form of the report is a line here, and one in archive/README.txt for each language. */
static const struct
{
  const char *path; /* with %s for the language */
  Write write;
} forms[] = {
  { "data/report-data-%s.xml", write_data },
  { "data/report-%s.html", write_html },
  { "data/report-%s.pdf", write_pdf },
  { "data/report-%s.fodt", write_fodt },
};

static gboolean
add_form (LuotainArchiveMaking *making, guint i, const Reading *reading, LuotainLanguage language,
          GError **error)
{
  g_auto (GStrv) parts = g_strsplit (forms[i].path, "%s", 2);
  g_autofree char *path = g_strjoinv (luotain_language_code (language), parts);
  GOutputStream *stream = luotain_bag_writer_begin (making->writer, path, error);

  return stream != NULL && forms[i].write (reading, stream, error)
         && luotain_bag_writer_end (making->writer, error) && luotain_archive_step (making, error);
}

static gboolean
is_wanted (const LuotainArchiveMaking *making, LuotainLanguage language)
{
  return making->archive->languages == 0 || (making->archive->languages & (1u << language)) != 0;
}

/* A LuotainJob: reads the reports of all languages, of all there is. */
static gboolean
read_reports (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainArchiveMaking *making = data;

  for (guint language = 0; language < LUOTAIN_N_LANGUAGES; language++)
    {
      LuotainReportRequest *request = luotain_report_request_new (NULL, LUOTAIN_REPORT_USUAL, language);
      const gboolean ok = !is_wanted (making, language)
                          || luotain_report_read (db, request, (gpointer *) &making->reports[language],
                                                  error);

      luotain_report_request_free (request);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_pages_in (LuotainArchiveMaking *making, LuotainLanguage language, GError **error)
{
  GCancellable *cancellable = making->archive->cancellable;
  g_autoptr (LuotainReport) report = g_steal_pointer (&making->reports[language]);
  g_autoptr (LuotainHtmlPage) page = luotain_report_make_page (report, cancellable, error);
  const Reading reading = { report, page, making->outline->changed, cancellable };

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (forms); i++)
    if (!add_form (making, i, &reading, language, error))
      return FALSE;

  return page != NULL;
}

gboolean
luotain_archive_add_pages (LuotainArchiveMaking *making, GError **error)
{
  for (guint language = 0; language < LUOTAIN_N_LANGUAGES; language++)
    if (making->reports[language] != NULL && !add_pages_in (making, language, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_all_of_type (LuotainDb *db, const LuotainRecordType *type, GArray *ids, GError **error)
{
  g_autoptr (GArray) found = luotain_record_ids (db, type, 0, error);

  if (found != NULL)
    g_array_append_vals (ids, found->data, found->len);
  return found != NULL;
}

/* What scenarios and profiles lead to, as a workbook of its own. */
static LuotainStore *
make_part (LuotainDb *db, const char *folder, GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "part.xml", NULL);
  g_autoptr (GFile) workbook = g_file_new_build_filename (folder, "part.luotain", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainAtomicFile) written = luotain_atomic_file_new (file, error);
  g_autoptr (LuotainImport) import = NULL;
  LuotainXmlExport xml = { 0 };

  if (written == NULL || !add_all_of_type (db, &luotain_scenario_type, ids, error)
      || !add_all_of_type (db, &luotain_profile_type, ids, error)
      || !add_all_of_type (db, &luotain_workbook_type, ids, error))
    return NULL;

  xml.stream = luotain_atomic_file_get_stream (written);
  xml.ids = (const gint64 *) ids->data;
  xml.n_ids = ids->len;
  if (!luotain_xml_export (db, &xml, NULL, error) || !luotain_atomic_file_commit (written, error))
    return NULL;

  g_ptr_array_add (inputs, luotain_input_new (file));
  import = luotain_import_new (g_steal_pointer (&inputs));
  return luotain_store_create (workbook, luotain_db_get_model (db), luotain_import_seed, import, error)
             ? luotain_store_open (workbook, luotain_db_get_model (db), LUOTAIN_OPEN_READ, error)
             : NULL;
}

/*
 * A page is made in memory, and nobody reads one of 20,000 findings: of a workbook with more it tells of the scenarios and
 * profiles and what they stand on. Nothing is lost: XML and tables hold everything.
 */
gboolean
luotain_archive_read_reports (LuotainArchiveMaking *making, LuotainDb *db, GError **error)
{
  g_autoptr (GArray) findings = luotain_record_ids (db, &luotain_finding_type, 0, error);
  g_autofree char *folder = NULL;
  g_autoptr (LuotainStore) part = NULL;
  gboolean ok;

  if (findings == NULL)
    return FALSE;

  making->all_findings = findings->len <= MOST_FINDINGS;
  if (making->all_findings)
    return read_reports (db, making, NULL, error);

  folder = g_dir_make_tmp ("luotain-archive-XXXXXX", error);
  if (folder == NULL)
    return FALSE;

  part = make_part (db, folder, error);
  ok = part != NULL && luotain_store_read (part, read_reports, making, NULL, error);
  g_clear_object (&part);
  luotain_folder_remove (folder);
  return ok;
}

guint
luotain_archive_count_pages (const LuotainArchiveMaking *making)
{
  guint count = 0;

  for (guint language = 0; language < LUOTAIN_N_LANGUAGES; language++)
    count += is_wanted (making, language) ? G_N_ELEMENTS (forms) : 0;

  return count;
}
