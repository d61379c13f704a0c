#include "luotain-exchange-fixture.h"

#include <time.h>

#define FINDING "  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">Akku</title></finding>"

/* Each fault is named once, with its line, in the builder's words where it has any. */
static const struct
{
  const char *path;
  const char *xml;
  const char *said; /* what must be said; NULL for nothing */
} cases[] = {
  { "valid", FIXTURE_XML (FINDING), NULL },
  { "unknown-element",
    FIXTURE_XML (
        "  <finding id=\"finding-0ABCDEFGHJKMN\">\n<title xml:lang=\"fi\">A</title>\n<colour>red</colour></finding>"),
    "in.xml:5: element 'colour': This element is not expected" },
  { "unknown-attribute",
    FIXTURE_XML (
        "  <finding id=\"finding-0ABCDEFGHJKMN\" colour=\"red\"><title xml:lang=\"fi\">A</title></finding>"),
    "in.xml:3: element 'finding', attribute 'colour': The attribute 'colour' is not allowed" },
  { "missing-title", FIXTURE_XML ("  <finding id=\"finding-0ABCDEFGHJKMN\"/>"),
    "in.xml:3: finding is incomplete: Title is missing." },
  { "blank-title",
    FIXTURE_XML ("  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\"> </title></finding>"),
    "in.xml:3: finding is incomplete: Title is missing." },
  { "language-twice",
    FIXTURE_XML (
        "  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>\n<title xml:lang=\"fi\">B</title>"
        "</finding>"),
    "in.xml:4: Title stands twice in the language “fi”." },
  { "other-language",
    FIXTURE_XML ("  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"de\">A</title></finding>"),
    "in.xml:3: Title is in the language “de”; only fi, sv and en are known." },
  { "no-id", FIXTURE_XML ("  <finding><title xml:lang=\"fi\">A</title></finding>"),
    "in.xml:3: finding has no id." },
  { "bad-id", FIXTURE_XML ("  <finding id=\"finding-ILOU\"><title xml:lang=\"fi\">A</title></finding>"),
    "in.xml:3: “finding-ILOU” is not an id." },
  { "id-of-other-type",
    FIXTURE_XML ("  <finding id=\"source-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title></finding>"),
    "in.xml:3: The id “source-0ABCDEFGHJKMN” must begin with finding-." },
  { "not-in-the-calendar",
    FIXTURE_XML (
        "  <finding id=\"finding-0ABCDEFGHJKMN\" observed-on=\"2026-02-30\"><title xml:lang=\"fi\">A</title></finding>"),
    "in.xml:3: Observed: “2026-02-30” is not a date" },
  { "no-link-role",
    FIXTURE_XML ("  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>\n"
                 "<link role=\"covers\" to=\"competence-0ABCDEFGHJKMN\"/></finding>"),
    "in.xml:4: A link of the role “covers” cannot lead from finding to competence." },
  { "link-target-type",
    FIXTURE_XML ("  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>\n"
                 "<link role=\"source\" to=\"sector-0ABCDEFGHJKMN\"/></finding>"),
    "in.xml:4: A link of the role “source” cannot lead from finding to sector." },
  { "one-only-role",
    FIXTURE_XML (
        "  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>\n"
        "<link role=\"sector\" to=\"sector-0ABCDEFGHJKMN\"/>\n<link role=\"sector\" to=\"sector-0ABCDEFGHJKMP\"/></finding>"),
    ":5: finding can have only one link of the role “sector”." },
  { "dangling",
    FIXTURE_XML ("  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>\n"
                 "<link role=\"source\" to=\"source-0ABCDEFGHJKMQ\"/></finding>"),
    "in.xml:4: The link of the role “source” leads to “source-0ABCDEFGHJKMQ”, which is nowhere." },
  { "id-twice", FIXTURE_XML (FINDING "\n" FINDING),
    "in.xml:4: “finding-0ABCDEFGHJKMN” stands twice; it was first in line 3." },
  { "doctype",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE luotain>\n<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\"/>",
    "in.xml:2: The file has a document type" },
  { "billion-laughs",
    "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
    "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\">]>"
    "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\">&e;</luotain>",
    "document type" },
  { "external-entity",
    "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\">&x;</luotain>",
    "document type" },
  { "external-dtd",
    "<!DOCTYPE luotain SYSTEM \"http://localhost/x.dtd\"><luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\"/>",
    "document type" },
  { "undeclared-entity", FIXTURE_XML ("&x;"), "in.xml:3: The file is not well-formed XML" },
  { "broken-utf8", FIXTURE_XML ("<!-- \xff\xfe -->" FINDING), "in.xml:3: The file is not well-formed XML" },
  { "control-character",
    FIXTURE_XML ("  <finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A&#7;</title></finding>"),
    "in.xml:3: The file is not well-formed XML" },
  { "truncated",
    "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\">\n<finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A",
    "in.xml:2: The file is not well-formed XML" },
  { "empty", "", "not well-formed" },
  { "no-xml", "PK\x03\x04", "in.xml:1: The file is not XML in UTF-8." },
  { "other-xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "in.xml:1: The file is XML, but not a workbook of Luotain." },
  { "other-encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<luotain/>", "Save it as UTF-8" },
  { "ebcdic", "<?xml version=\"1.0\" encoding=\"IBM037\"?><luotain/>",
    "in.xml:1: The file is not well-formed XML" },
  { "other-major", "<luotain xmlns=\"urn:luotain:workbook:2\" version=\"2.0\"/>",
    "in.xml:1: The file is of version 2 of the workbook vocabulary, and this program reads version 1." },
  { "newer-minor",
    "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.7\" mood=\"good\"><finding id=\"finding-0ABCDEFGHJKMN\" colour=\"red\">"
    "<title xml:lang=\"fi\">A</title><smell><deep/></smell></finding><rumour/></luotain>",
    NULL },
  { "newer-minor-still-checked",
    "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.7\"><finding id=\"finding-0ABCDEFGHJKMN\"/></luotain>",
    "finding is incomplete" },
  { "schema-location",
    "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"urn:luotain:workbook:1 http://localhost/luotain.xsd\">" FINDING "</luotain>",
    NULL },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *faults = fixture_validate_text (fixture, cases[i].xml);

  if (cases[i].said == NULL)
    g_assert_cmpstr (faults, ==, NULL);
  else if (faults == NULL || strstr (faults, cases[i].said) == NULL)
    g_test_fail_printf ("“%s” was not said, but: %s", cases[i].said, faults);
  else if (cases[i].said[0] == 'i' && !g_str_has_suffix (cases[i].path, "truncated"))
    g_assert_null (strchr (faults, '\n'));
}

static char *
repeat (const char *text, guint n)
{
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
check_generated (Fixture *fixture, const char *before, const char *repeated, guint n, const char *after,
                 const char *said)
{
  g_autofree char *middle = repeat (repeated, n);
  g_autofree char *xml = g_strconcat (before, middle, after, NULL);
  const clock_t begun = clock ();
  g_autofree char *faults = fixture_validate_text (fixture, xml);

  g_assert_nonnull (faults);
  g_assert_nonnull (strstr (faults, said));
  g_assert_cmpint ((clock () - begun) / CLOCKS_PER_SEC, <, 10);
}

#define ROOT "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\">"

static void
test_attributes (Fixture *fixture, gconstpointer data)
{
  GString *xml = g_string_new (ROOT "<finding");
  g_autofree char *faults = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (xml, " a%u=\"\"", i);

  g_string_append (xml, "/></luotain>");
  faults = fixture_validate_text (fixture, xml->str);
  g_assert_nonnull (strstr (faults, "longer than 64 kB"));
  g_string_free (xml, TRUE);
}

static void
test_levels (Fixture *fixture, gconstpointer data)
{
  check_generated (fixture, ROOT, "<finding>", 10000, "", "nested more than 64 levels");
  check_generated (fixture, ROOT "<finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">", "<b>",
                   10000, "", "nested more than 64 levels");
}

/* What looks like a tag within a comment, an instruction or character data is none, and the other way round. */
static void
test_guard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blanks = repeat (" ", 100000);
  g_autofree char *in_text = g_strconcat (
      ROOT "<finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\"><![CDATA[<a ", blanks,
      "\" ]]></title></finding></luotain>", NULL);
  g_autofree char *in_comment = g_strconcat (ROOT "<!-- > <a \" ", blanks, "--></luotain>", NULL);
  g_autofree char *in_tag = g_strconcat (ROOT "<finding id='>", blanks, "'/></luotain>", NULL);
  g_autofree char *after_comment = g_strconcat (ROOT "<!-- <![CDATA[ --><finding ", blanks, "/></luotain>",
                                                NULL);
  g_autofree char *said = fixture_validate_text (fixture, in_text);

  g_assert_cmpstr (said, ==, NULL);
  g_clear_pointer (&said, g_free);
  said = fixture_validate_text (fixture, in_comment);
  g_assert_cmpstr (said, ==, NULL);
  g_clear_pointer (&said, g_free);
  said = fixture_validate_text (fixture, in_tag);
  g_assert_nonnull (strstr (said, "longer than 64 kB"));
  g_clear_pointer (&said, g_free);
  said = fixture_validate_text (fixture, after_comment);
  g_assert_nonnull (strstr (said, "longer than 64 kB"));
}

static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  check_generated (
      fixture,
      ROOT
      "<finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title><description xml:lang=\"fi\">",
      "ä ", 400000, "</description></finding></luotain>", "Description: The text is longer");
}

static void
test_many_faults (Fixture *fixture, gconstpointer data)
{
  check_generated (fixture, ROOT, "<finding/>\n", 5000, "</luotain>", "more faults are not shown");
}

static void
test_nul (Fixture *fixture, gconstpointer data)
{
  static const char xml[] = ROOT "<!-- \0 --></luotain>";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (xml, sizeof xml - 1, NULL);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (inputs, luotain_input_new_for_stream (stream, "-"));
  luotain_validate (inputs, NULL, &luotain_workbook_model, faults, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (luotain_faults_get_count (faults), ==, 1);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = fixture_write (fixture, "in.xml", FIXTURE_XML (FINDING));
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_ptr_array_add (inputs, luotain_input_new (file));
  g_assert_false (luotain_validate (inputs, NULL, &luotain_workbook_model, faults, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-reader/", cases[i].path, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_case, fixture_tear_down);
    }

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/xml-reader/200000-attributes", test_attributes);
  ADD ("/xml-reader/10000-levels", test_levels);
  ADD ("/xml-reader/guard", test_guard);
  ADD ("/xml-reader/long-text", test_long_text);
  ADD ("/xml-reader/many-faults", test_many_faults);
  ADD ("/xml-reader/nul", test_nul);
  ADD ("/xml-reader/cancelled", test_cancelled);

  return g_test_run ();
}
