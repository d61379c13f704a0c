/* A report on pages: nothing lost, nothing cut, heads repeated, headings with what they head. */

#include "luotain-pdf-structure.h"
#include "luotain-report-grid.h"
#include "luotain-report-pages.h"

#include <libxml/parser.h>
#include <string.h>

#define WORDS "Telakka saa tilauksen ja satama kasvaa, mutta osaajia on vähän ja koulutus kestää vuosia. "

static LuotainReportText *
read_body (const char *body)
{
  g_autofree char *html = g_strdup_printf (
      "<html lang=\"fi\"><head><title>Koe</title></head><body>%s</body></html>", body);
  xmlDoc *document = xmlReadMemory (html, (int) strlen (html), NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_autoptr (GError) error = NULL;
  LuotainReportText *text;

  g_assert_nonnull (document);
  text = luotain_report_text_read (document, NULL, &error);
  g_assert_no_error (error);
  xmlFreeDoc (document);
  return text;
}

static LuotainReportPages *
set_body (const char *body)
{
  LuotainReportWatch watch = { 0 };

  return luotain_report_pages_new (read_body (body), &watch);
}

static const LuotainReportPage *
get_page (const LuotainReportPages *pages, guint index)
{
  return g_ptr_array_index (pages->pages, index);
}

/* Nothing stands below the end of a page or beside it. */
static void
assert_in_margins (const LuotainReportPages *pages)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const LuotainReportPage *page = get_page (pages, i);

      for (guint j = 0; j < page->placed->len; j++)
        {
          const LuotainReportPlaced *placed = &g_array_index (page->placed, LuotainReportPlaced, j);

          g_assert_cmpfloat (placed->y, >=, page->top - 0.1);
          g_assert_cmpfloat (placed->y + placed->height, <=, page->bottom + 0.1);
          g_assert_cmpfloat (page->left + placed->piece->x + placed->piece->width, <=, page->right + 0.1);
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (LuotainReportPages) pages = set_body ("");
  g_autofree char *text = luotain_report_pages_text (pages, 0);

  g_assert_cmpuint (pages->pages->len, ==, 1);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (pages->text->title, ==, "Koe");
}

static void
test_table (void)
{
  g_autoptr (GString) body = g_string_new (
      "<table><caption>Luettelo</caption><thead><tr><th scope=\"col\">Nimi</th>"
      "<th scope=\"col\">Teksti</th></tr></thead><tbody>");
  g_autoptr (LuotainReportPages) pages = NULL;
  guint next = 0;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (body, "<tr><th scope=\"row\">%u</th><td>" WORDS "</td></tr>", i);
  g_string_append (body, "</tbody></table>");
  pages = set_body (body->str);

  g_assert_cmpuint (pages->pages->len, >, 3);
  assert_in_margins (pages);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const LuotainReportPage *page = get_page (pages, i);

      g_assert_cmpint (g_array_index (page->placed, LuotainReportPlaced, 0).repeated, ==, i > 0);
      for (guint j = 0; j < page->placed->len; j++)
        {
          const LuotainReportPlaced *placed = &g_array_index (page->placed, LuotainReportPlaced, j);

          if (placed->repeated || placed->piece->kind != LUOTAIN_REPORT_PIECE_GRID)
            continue;
          g_assert_cmpuint (placed->first, ==, next++);
          g_assert_null (placed->cuts);
        }
    }
  g_assert_cmpuint (next, ==, 151);
}

static void
test_tall_row (void)
{
  g_autoptr (GString) body = g_string_new (
      "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>");
  g_autoptr (LuotainReportPages) pages = NULL;
  guint next = 0, n_lines = 0;

  for (guint i = 0; i < 120; i++)
    g_string_append (body, "<p>" WORDS WORDS "</p>");
  g_string_append (body, "</td><td>lyhyt</td></tr></tbody></table>");
  pages = set_body (body->str);

  g_assert_cmpuint (pages->pages->len, >, 2);
  assert_in_margins (pages);
  for (guint i = 0; i < pages->pages->len; i++)
    for (guint j = 0; j < get_page (pages, i)->placed->len; j++)
      {
        const LuotainReportPlaced *placed = &g_array_index (get_page (pages, i)->placed, LuotainReportPlaced,
                                                            j);
        const LuotainReportGridRow *row;

        if (placed->cuts == NULL)
          continue;
        row = luotain_report_grid_get_row (placed->piece->grid, placed->first);
        n_lines = ((LuotainReportCell *) g_ptr_array_index (row->cells, 0))->lines->len;
        g_assert_cmpuint (g_array_index (placed->cuts, guint, 0), ==, next);
        next = g_array_index (placed->cuts, guint, 1);
      }
  g_assert_cmpuint (next, ==, n_lines);
  g_assert_cmpuint (n_lines, >, 100);
}

static void
test_headings (void)
{
  g_autoptr (GString) body = g_string_new ("<h1>Koe</h1>");
  g_autoptr (LuotainReportPages) pages = NULL;

  for (guint i = 0; i < 120; i++)
    {
      g_string_append_printf (body, "<h3>Otsikko %u</h3>", i);
      for (guint j = 0; j < 1 + i % 5; j++)
        g_string_append (body, i % 2 == 0 ? "<p>" WORDS WORDS WORDS WORDS "</p>" : "<p>" WORDS "</p>");
    }
  pages = set_body (body->str);

  g_assert_cmpuint (pages->pages->len, >, 3);
  assert_in_margins (pages);
  for (guint i = 0; i + 1 < pages->pages->len; i++)
    {
      const GArray *placed = get_page (pages, i)->placed;
      const LuotainReportPlaced *last = &g_array_index (placed, LuotainReportPlaced, placed->len - 1);
      const GArray *following = get_page (pages, i + 1)->placed;
      const LuotainReportPlaced *first = &g_array_index (following, LuotainReportPlaced, 0);

      g_assert_cmpint (last->piece->block->kind, !=, LUOTAIN_BLOCK_HEADING);
      if (first->piece != last->piece)
        continue;
      g_assert_cmpuint (last->end - last->first, >=, 2);
      g_assert_cmpuint (first->end - first->first, >=, 2);
    }
}

static void
test_parts (void)
{
  g_autoptr (LuotainReportPages) pages = set_body (
      "<h1>Koe</h1><h2 id=\"a\">Ensimmäinen</h2><p>yksi</p><h3>Ala<span class=\"aside\"> 7</span></h3>"
      "<p>ala</p><h2>Toinen</h2><p>kaksi</p>");
  g_autofree char *first = luotain_report_pages_text (pages, 0);

  /* The contents stand behind the title, each part on a page of its own. */
  g_assert_cmpuint (pages->pages->len, ==, 3);
  g_assert_cmpstr (first, ==, "Koe\nEnsimmäinen\nAla 7\nToinen\n");
}

static char *
text_of_all (const LuotainReportPages *pages)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      g_autofree char *text = luotain_report_pages_text (pages, i);

      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

static void
test_wide (void)
{
  g_autoptr (GString) body = g_string_new ("<table><thead><tr><th>Osaaminen</th>");
  g_autoptr (LuotainReportPages) pages = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (body, "<th>Skenaariovaihtoehto%u</th>", i);
  g_string_append (body, "</tr></thead><tbody><tr><th>Kyberturvallisuusosaaminen</th>");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (body, "<td>asiantuntijatehtävätaso-%u</td>", i);
  g_string_append (body, "</tr></tbody></table>");
  pages = set_body (body->str);
  all = text_of_all (pages);

  assert_in_margins (pages);
  for (guint i = 0; i < pages->stack->pieces->len; i++)
    {
      const LuotainReportPiece *piece = g_ptr_array_index (pages->stack->pieces, i);
      const LuotainReportCell *first;

      g_assert_cmpfloat (piece->grid->size, >=, 8);
      first = g_ptr_array_index (luotain_report_grid_get_row (piece->grid, 1)->cells, 0);
      g_assert_true (first->block->is_header);
    }
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *cell = g_strdup_printf ("asiantuntijatehtävätaso-%u\n", i);

      g_assert_nonnull (strstr (all, cell));
    }
}

/* What is not known gives its text; what is for screens alone does not. */
static void
test_unknown (void)
{
  g_autoptr (LuotainReportPages) pages = set_body (
      "<nav>ei</nav><a class=\"screen skip\">ei</a>alku<blink>outo</blink><div><p>rivi\ntoinen</p></div>"
      "<dl class=\"facts\"><div><dt>Vuosi</dt><dd>2030</dd></div></dl><ol><li>eka<ul><li>sisä</li></ul></li></ol>"
      "<table><tr><td rowspan=\"3\">ulko<table><tr><td>pesä</td><td>muna</td></tr></table></td><td>vieri</td></tr>"
      "</table><details><summary>Lisää</summary>loppu</details>");
  g_autofree char *all = text_of_all (pages);

  g_assert_cmpstr (
      all, ==, "alku\nouto\nrivi toinen\nVuosi: 2030\neka\nsisä\nulko\npesä · muna\nvieri\nLisää\nloppu\n");
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LuotainReportWatch watch = { .cancellable = cancellable };
  LuotainReportText *text = read_body ("<p>" WORDS "</p><p>" WORDS "</p>");
  g_autoptr (LuotainReportPages) pages = NULL;

  g_cancellable_cancel (cancellable);
  pages = luotain_report_pages_new (text, &watch);
  g_assert_cmpuint (pages->stack->pieces->len, ==, 0);
}

static void
test_structure (void)
{
  static const char pdf[] =
      "%PDF-1.5\n7 0 obj\n<< /Type /StructElem\n   /S /TH\n   /P 3 0 R\n>>\nendobj\n"
      "5 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /P 3 0 R\n>>\nendobj\n"
      "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 8\n   /Root 2 0 R\n>>\nstartxref\n99\n%%EOF\n";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) extras = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_byte_array_append (bytes, (const guint8 *) pdf, sizeof pdf - 1);
  g_ptr_array_add (extras, (gpointer) "   /Alt (kuva)\n");
  g_assert_false (luotain_pdf_add_structure (bytes, extras));
  g_assert_cmpuint (bytes->len, ==, sizeof pdf - 1);

  g_ptr_array_add (extras, NULL);
  g_assert_true (luotain_pdf_add_structure (bytes, extras));
  text = g_strndup ((const char *) bytes->data, bytes->len);
  g_assert_nonnull (strstr (text + sizeof pdf - 1,
                            "5 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /P 3 0 R\n   /Alt (kuva)\n>>"));
  g_assert_null (strstr (text + sizeof pdf - 1, "7 0 obj"));
  g_assert_nonnull (strstr (text + sizeof pdf - 1, "/Prev 99\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-pdf/empty", test_empty);
  g_test_add_func ("/report-pdf/table", test_table);
  g_test_add_func ("/report-pdf/tall-row", test_tall_row);
  g_test_add_func ("/report-pdf/headings", test_headings);
  g_test_add_func ("/report-pdf/parts", test_parts);
  g_test_add_func ("/report-pdf/wide", test_wide);
  g_test_add_func ("/report-pdf/unknown", test_unknown);
  g_test_add_func ("/report-pdf/cancel", test_cancel);
  g_test_add_func ("/report-pdf/structure", test_structure);
  return g_test_run ();
}
