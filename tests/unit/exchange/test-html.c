#include "luotain-exchange-fixture.h"

#include "luotain-html-export.h"
#include "luotain-html-page.h"
#include "luotain-report.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

static char *
export_parts (Fixture *fixture, LuotainLanguage language, LuotainReportParts parts)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  LuotainHtmlExport export = { .stream = stream, .language = language, .parts = parts };
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, luotain_html_export, &export, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
export_page (Fixture *fixture, LuotainLanguage language)
{
  return export_parts (fixture, language, 0);
}

static guint
count (const char *page, const char *path)
{
  htmlDocPtr document = htmlReadMemory (page, (int) strlen (page), NULL, NULL,
                                        HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST path, context);
  const guint n = found->nodesetval == NULL ? 0 : (guint) found->nodesetval->nodeNr;

  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
  return n;
}

static void
fill (Fixture *fixture)
{
  const gint64 source = fixture_add_fields (fixture, &luotain_source_type, 0, "title", "Lähde", "url",
                                            "https://example.org/", NULL);
  const gint64 bad_source = fixture_add_fields (fixture, &luotain_source_type, 0, "title", "Paha", "url",
                                                "javascript:alert(1)", NULL);
  const gint64 finding = fixture_add_fields (fixture, &luotain_finding_type, 0, "title",
                                             "<script>alert (1)</script> & co", "kind", "weak-signal", NULL);
  const gint64 alone = fixture_add_fields (fixture, &luotain_finding_type, 0, "title", "Yksinäinen", NULL);
  const gint64 variable = fixture_add_fields (fixture, &luotain_key_variable_type, 0, "title", "Sähkön hinta",
                                              NULL);
  const gint64 state = fixture_add_fields (fixture, &luotain_state_type, variable, "title", "Nousee", NULL);
  const gint64 scenario = fixture_add_fields (fixture, &luotain_scenario_type, 0, "title", "Vakaa",
                                              "title_en", "Stable", "narrative",
                                              "Eka kappale.\n\nToka kappale.", "image", "continuation", NULL);
  const gint64 profile = fixture_add_fields (fixture, &luotain_profile_type, 0, "target_year", "2030", NULL);
  const gint64 competence = fixture_add_fields (fixture, &luotain_competence_type, 0, "title",
                                                "Digiosaaminen", "group", "generic-skill", NULL);
  const gint64 entry = fixture_add_fields (fixture, &luotain_profile_entry_type, profile, "importance",
                                           "essential", "reason", "Koska data.", NULL);
  const gint64 loose = fixture_add_fields (fixture, &luotain_profile_entry_type, profile, NULL, NULL);

  g_assert_cmpint (alone, !=, loose);
  fixture_link (fixture, finding, "source", source);
  fixture_link (fixture, finding, "source", bad_source);
  fixture_link (fixture, state, "evidence", finding);
  fixture_link (fixture, scenario, "path", state);
  fixture_link (fixture, profile, "scenario", scenario);
  fixture_link (fixture, entry, "competence", competence);
  fixture_link (fixture, entry, "role-level", 101);
  fixture_link (fixture, entry, "rests-on", state);
  fixture_link (fixture, entry, "rests-on", scenario);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;
  g_autofree char *again = NULL;

  fill (fixture);
  page = export_page (fixture, LUOTAIN_FI);
  again = export_page (fixture, LUOTAIN_FI);
  g_assert_cmpstr (page, ==, again);
  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html"));
  g_assert_cmpuint (count (page, "/html[@lang='fi']//h1[text()='Ennakointi 2030']"), ==, 1);
  g_assert_cmpuint (count (page, "//section[@id='scenarios']//h3[text()='Vakaa']"), ==, 1);
  g_assert_cmpuint (count (page, "//section[@id='scenarios']//p[text()='Toka kappale.']"), ==, 1);
  /* The grid, and below it the reason. */
  g_assert_cmpuint (
      count (page, "//section[@id='profiles']//tr[th[@scope='row']]/td//a[text()='Digiosaaminen']"), ==, 1);
  g_assert_cmpuint (count (page, "//dl/div[dt='Digiosaaminen']/dd/p[text()='Koska data.']"), ==, 1);
  /* An entry without competence or level is shown, not lost. */
  g_assert_cmpuint (count (page, "//section[@id='profiles']//dl[@class='texts']/div"), ==, 2);
  /* The chain goes down to the sources: competence, state, finding, source. */
  g_assert_cmpuint (
      count (page, "//section[@id='chain'][h3='Digiosaaminen']/ul/li/ul/li[contains (., 'Sähkön hinta: "
                   "Nousee')]/ul/li//a[@href='https://example.org/']"),
      ==, 1);
  g_assert_cmpuint (count (page, "//section[@id='findings']//h4"), ==, 2);
}

/* What a part is made of, and nothing of the others. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "scenarios", "chain", NULL };
  const char *const wrong[] = { "findings", "fndings", NULL };
  LuotainReportParts parts;
  g_autofree char *page = NULL;

  g_assert_cmpstr (luotain_report_parts_parse (wrong, &parts), ==, "fndings");
  g_assert_null (luotain_report_parts_parse (names, &parts));
  fill (fixture);
  page = export_parts (fixture, LUOTAIN_EN, parts);
  g_assert_cmpuint (count (page, "//section"), ==, 2);
  g_assert_cmpuint (count (page, "//section[@id='scenarios' or @id='chain']"), ==, 2);
  g_assert_cmpuint (count (page, "//nav//a"), ==, 3);
  g_assert_cmpuint (count (page, "//a[starts-with (@href, '#')][not (substring (@href, 2) = //@id)]"), ==, 0);
}

/* What is given up makes no page, and says so. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  LuotainReportRequest request = { .language = LUOTAIN_FI };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LuotainReport) report = NULL;
  g_autoptr (LuotainHtmlPage) page = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  luotain_store_read (fixture->store, luotain_report_read, &request, (gpointer *) &report, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (luotain_report_make_page (report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* It can be asked again. */
  page = luotain_report_make_page (report, NULL, NULL);
  g_assert_nonnull (luotain_html_page_get_document (page));
}

static void
test_harmless (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;

  fill (fixture);
  page = export_page (fixture, LUOTAIN_FI);
  g_assert_cmpuint (count (page, "//script"), ==, 0);
  g_assert_cmpuint (count (page, "//*[starts-with (@href, 'javascript')]"), ==, 0);
  g_assert_cmpuint (count (page, "//*[@src] | //link"), ==, 0);
  /* Every inner link leads somewhere, and no id stands twice. */
  g_assert_cmpuint (count (page, "//a[starts-with (@href, '#')][not (substring (@href, 2) = //@id)]"), ==, 0);
  g_assert_cmpuint (count (page, "//*[@id][@id = following::*/@id]"), ==, 0);
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *english = NULL;
  g_autofree char *swedish = NULL;

  fill (fixture);
  english = export_page (fixture, LUOTAIN_EN);
  g_assert_cmpuint (count (english, "/html[@lang='en']//h2[text()='Competence profiles']"), ==, 1);
  g_assert_cmpuint (count (english, "//h3[text()='Stable']"), ==, 1);
  /* What there is in Finnish alone is said to be Finnish. */
  g_assert_cmpuint (count (english, "//h1/span[@lang='fi'][text()='Ennakointi 2030']"), ==, 1);
  swedish = export_page (fixture, LUOTAIN_SV);
  g_assert_cmpuint (count (swedish, "/html[@lang='sv']//h2[text()='Kompetensprofiler']"), ==, 1);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = export_page (fixture, LUOTAIN_SV);

  g_assert_cmpuint (count (page, "//h1"), ==, 1);
  g_assert_cmpuint (count (page, "//h2"), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/html/page", test_page);
  ADD ("/html/parts", test_parts);
  ADD ("/html/cancelled", test_cancelled);
  ADD ("/html/harmless", test_harmless);
  ADD ("/html/languages", test_languages);
  ADD ("/html/empty", test_empty);

  return g_test_run ();
}
