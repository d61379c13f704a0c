#include "luotain-ui-test.h"

#include "luotain-faults.h"
#include "luotain-input.h"
#include "luotain-report-contents.h"
#include "luotain-report-leaves.h"
#include "luotain-report-line.h"
#include "luotain-report-preview.h"
#include "luotain-report-scope.h"
#include "luotain-reports-page.h"
#include "luotain-validate.h"
#include "luotain-workbook-model.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <string.h>

static LuotainReportsPage *
show_reports (LuotainUiTest *ui)
{
  return LUOTAIN_REPORTS_PAGE (luotain_ui_test_show (ui, "reports"));
}

/* Not the list of pages, nor that of formats. */
static GtkWidget *
find_outline (GtkWidget *root)
{
  if (GTK_IS_LIST_VIEW (root) && gtk_widget_has_css_class (root, "report"))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_outline (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GListModel *
get_outline (LuotainReportsPage *page)
{
  GtkWidget *row = find_outline (GTK_WIDGET (page));

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (row)));
}

static LuotainReportPreview *
get_preview (LuotainReportsPage *page)
{
  return LUOTAIN_REPORT_PREVIEW (luotain_ui_test_find (GTK_WIDGET (page), LUOTAIN_TYPE_REPORT_PREVIEW));
}

static gboolean
has_pages (gpointer preview)
{
  return luotain_report_preview_get_n_pages (preview) > 0;
}

static gboolean
has_few_pages (gpointer preview)
{
  const guint n_pages = luotain_report_preview_get_n_pages (preview);

  return n_pages > 0 && n_pages < 8;
}

/* The report itself, with a name for each page; another choice gives up the one on its way. */
static void
test_preview (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainReportsPage *page = show_reports (ui);
  LuotainReportPreview *preview = get_preview (page);
  GtkWidget *contents = luotain_ui_test_find (GTK_WIDGET (page), LUOTAIN_TYPE_REPORT_CONTENTS);
  GtkWidget *list = luotain_ui_test_find (GTK_WIDGET (preview), GTK_TYPE_LIST_VIEW);
  g_autoptr (LuotainReportLeaf) leaf = NULL;
  g_autofree char *label = NULL;
  guint all;

  luotain_ui_test_wait (has_pages, preview);
  luotain_ui_test_settle (ui);
  luotain_ui_test_picture (ui, "reports-whole");
  all = luotain_report_preview_get_n_pages (preview);
  g_assert_cmpuint (all, >, 20);
  leaf = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0);
  g_object_get (leaf, "label", &label, NULL);
  g_assert_nonnull (strstr (label, "Page 1 of"));
  g_assert_nonnull (strstr (label, "Meriklusterin ennakointi 2030"));

  luotain_report_contents_set_parts (LUOTAIN_REPORT_CONTENTS (contents), LUOTAIN_REPORT_SCENARIOS);
  luotain_report_contents_set_parts (LUOTAIN_REPORT_CONTENTS (contents), LUOTAIN_REPORT_ROBUSTNESS);
  luotain_ui_test_wait (has_few_pages, preview);
  luotain_ui_test_settle (ui);
  luotain_ui_test_picture (ui, "reports-robustness");
}

static guint
count_level (LuotainReportsPage *page, LuotainReportLevel level)
{
  GListModel *outline = get_outline (page);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (outline); i++)
    {
      g_autoptr (LuotainReportLine) line = g_list_model_get_item (outline, i);

      count += luotain_report_line_get_level (line) == level;
    }

  return count;
}

static void
choose (LuotainUiTest *ui, LuotainReportsPage *page, gint64 id)
{
  GtkWidget *parts = luotain_ui_test_find (GTK_WIDGET (page), LUOTAIN_TYPE_REPORT_SCOPE);

  luotain_report_scope_choose (LUOTAIN_REPORT_SCOPE (parts), id);
  luotain_ui_test_settle (ui);
}

static void
test_outline (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainReportsPage *page = show_reports (ui);

  luotain_reports_page_set_format (page, "xml");
  luotain_ui_test_settle (ui);
  luotain_ui_test_picture (ui, "reports-outline");
  g_assert_cmpuint (count_level (page, LUOTAIN_REPORT_RECORD), ==, 8);
  g_assert_cmpuint (count_level (page, LUOTAIN_REPORT_ENTRY), >, 90);

  /* A scenario goes in alone, a profile with its scenario. */
  choose (ui, page, luotain_ui_test_first (ui, "scenario"));
  g_assert_cmpuint (count_level (page, LUOTAIN_REPORT_RECORD), ==, 1);
  choose (ui, page, luotain_ui_test_first (ui, "profile"));
  g_assert_cmpuint (count_level (page, LUOTAIN_REPORT_RECORD), ==, 2);
  luotain_ui_test_picture (ui, "reports-profile");
}

static void
test_empty (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  LuotainReportsPage *page = show_reports (ui);

  luotain_ui_test_picture (ui, "reports-empty");
  luotain_reports_page_set_format (page, "xml");
  luotain_ui_test_settle (ui);
  g_assert_cmpuint (count_level (page, LUOTAIN_REPORT_RECORD), ==, 0);
}

static gboolean
exists (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
assert_valid (GFile *file)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (inputs, luotain_input_new (file));
  luotain_validate (inputs, NULL, &luotain_workbook_model, faults, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (luotain_faults_get_count (faults), ==, 0);
}

static void
test_export (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainReportsPage *page = show_reports (ui);
  g_autofree char *path = g_build_filename (ui->folder, "raportti.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  luotain_reports_page_set_format (page, "xml");
  luotain_reports_page_export_to (page, file);
  luotain_ui_test_wait (exists, file);
  luotain_ui_test_settle (ui);
  luotain_ui_test_picture (ui, "reports-exported");
  assert_valid (file);
}

static guint
count_nodes (htmlDocPtr page, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (page);
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST path, context);
  const guint count = found->nodesetval == NULL ? 0 : (guint) found->nodesetval->nodeNr;

  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return count;
}

/* The parser is older than <main>, and says no more of it than that it does not know it. */
static void
fault_cb (void *data, const xmlError *fault)
{
  guint *n_faults = data;

  if (fault->code == XML_HTML_UNKNOWN_TAG)
    return;
  g_test_message ("line %d: %s", fault->line, fault->message);
  (*n_faults)++;
}

/* A page that a browser reads as it was meant, in its language, and without asking the network for anything. */
static void
assert_page (const char *html, const char *language)
{
  guint n_faults = 0;
  g_autofree char *root = g_strdup_printf ("/html[@lang='%s']/body", language);
  htmlDocPtr page;

  xmlSetStructuredErrorFunc (&n_faults, (xmlStructuredErrorFunc) fault_cb);
  page = htmlReadMemory (html, (int) strlen (html), NULL, NULL, HTML_PARSE_NONET);
  xmlSetStructuredErrorFunc (NULL, NULL);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html"));
  g_assert_cmpuint (n_faults, ==, 0);
  g_assert_cmpuint (count_nodes (page, root), ==, 1);
  g_assert_cmpuint (count_nodes (page, "//h1"), ==, 1);
  g_assert_cmpuint (count_nodes (page, "//*[@id = preceding::*/@id]"), ==, 0);
  g_assert_cmpuint (count_nodes (page, "//script | //link | //iframe | //object | //@src | //@srcset"), ==,
                    0);
  g_assert_cmpuint (count_nodes (page, "//style[contains (., 'url(') or contains (., '@import')]"), ==, 0);
  /* What is linked within the page is there. */
  g_assert_cmpuint (count_nodes (page, "//a[starts-with (@href, '#')]"), >, 0);
  g_assert_cmpuint (count_nodes (page, "//a[starts-with (@href, '#')][not (substring (@href, 2) = //@id)]"),
                    ==, 0);
  xmlFreeDoc (page);
}

static void
test_export_html (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainReportsPage *page = show_reports (ui);
  g_autofree char *path = g_build_filename (ui->folder, "raportti.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *html = NULL;

  luotain_reports_page_set_format (page, "html");
  luotain_reports_page_export_to (page, file);
  luotain_ui_test_wait (exists, file);
  g_file_load_contents (file, NULL, &html, NULL, NULL, NULL);
  g_assert_nonnull (strstr (html, "Blue Hub"));
  assert_page (html, "fi");
}

/* Every format there is, by the one way they all go; a folder appears whole too. */
static void
test_formats (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainReportsPage *page = show_reports (ui);
  guint n_formats;
  const LuotainExportFormat *formats = luotain_export_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *name = g_strconcat ("raportti", formats[i].suffix, NULL);
      g_autofree char *path = g_build_filename (ui->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      luotain_reports_page_set_format (page, formats[i].name);
      luotain_ui_test_settle (ui);
      luotain_reports_page_export_to (page, file);
      luotain_ui_test_wait (exists, file);
      luotain_ui_test_settle (ui);
      g_assert_cmpint (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL), ==,
                       formats[i].flags & LUOTAIN_EXPORT_IS_FOLDER ? G_FILE_TYPE_DIRECTORY
                                                                   : G_FILE_TYPE_REGULAR);
    }
}

/* What goes on in ScenarioWizard or in a spreadsheet is what the command line writes. */
static void
test_matrix (void)
{
  static const char *const written[][3] = {
    { "scw", "malli.scw", "$ ScenarioWizard 4.0\r\nMeriklusteri" },
    { "futures-table-csv", "taulukko.csv", "key-variable," },
  };
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainReportsPage *page = show_reports (ui);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_build_filename (ui->folder, written[i][1], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = NULL;

      luotain_reports_page_set_format (page, written[i][0]);
      luotain_ui_test_settle (ui);
      luotain_reports_page_export_to (page, file);
      luotain_ui_test_wait (exists, file);
      luotain_ui_test_settle (ui);
      g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);
      g_assert_true (g_str_has_prefix (text, written[i][2]));
      g_assert_nonnull (strstr (text, "Logistiikan hinta"));
    }
}

/* Only what is chosen goes in, and nothing cannot be exported. */
static void
test_parts (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_MARITIME);
  LuotainReportsPage *page = show_reports (ui);
  GtkWidget *contents = luotain_ui_test_find (GTK_WIDGET (page), LUOTAIN_TYPE_REPORT_CONTENTS);
  g_autofree char *path = g_build_filename (ui->folder, "osa.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *html = NULL;

  luotain_reports_page_set_format (page, "xml");
  luotain_ui_test_settle (ui);
  g_assert_false (gtk_widget_get_mapped (contents));
  luotain_reports_page_set_format (page, "html");
  luotain_ui_test_settle (ui);
  g_assert_true (gtk_widget_get_mapped (contents));

  luotain_report_contents_set_parts (LUOTAIN_REPORT_CONTENTS (contents), LUOTAIN_REPORT_ROBUSTNESS);
  luotain_ui_test_settle (ui);
  luotain_reports_page_export_to (page, file);
  luotain_ui_test_wait (exists, file);
  luotain_ui_test_settle (ui);
  g_file_load_contents (file, NULL, &html, NULL, NULL, NULL);
  g_assert_nonnull (strstr (html, "<section id=\"robustness\""));
  g_assert_null (strstr (html, "<section id=\"findings\""));

  luotain_report_contents_set_parts (LUOTAIN_REPORT_CONTENTS (contents), 0);
  luotain_ui_test_settle (ui);
  luotain_ui_test_picture (ui, "reports-nothing");
  g_assert_false (gtk_widget_get_sensitive (luotain_ui_test_find_action (GTK_WIDGET (page), "page.export")));
}

/* A report never takes the place of the workbook it is made from. */
static void
test_export_to_itself (void)
{
  g_autoptr (LuotainUiTest) ui = luotain_ui_test_new (LUOTAIN_UI_TEST_EMPTY);
  LuotainReportsPage *page = show_reports (ui);

  luotain_reports_page_export_to (page, ui->file);
  luotain_ui_test_settle (ui);
  g_assert_cmpint (luotain_ui_test_first (ui, "workbook"), !=, 0);
}

int
main (int argc, char *argv[])
{
  luotain_ui_test_init (&argc, &argv);

  g_test_add_func ("/reports/preview", test_preview);
  g_test_add_func ("/reports/outline", test_outline);
  g_test_add_func ("/reports/empty", test_empty);
  g_test_add_func ("/reports/export", test_export);
  g_test_add_func ("/reports/export-html", test_export_html);
  g_test_add_func ("/reports/formats", test_formats);
  g_test_add_func ("/reports/matrix", test_matrix);
  g_test_add_func ("/reports/parts", test_parts);
  g_test_add_func ("/reports/export-to-itself", test_export_to_itself);

  return g_test_run ();
}
