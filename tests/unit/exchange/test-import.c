#include "luotain-exchange-fixture.h"

#define OLD "2026-01-01T00:00:00.000Z"
#define FINDING(changed, title) \
  "<finding id=\"finding-0ABCDEFGHJKMN\" created=\"" OLD "\" changed=\"" changed "\" revision=\"5\">" \
  "<title xml:lang=\"fi\">" title "</title></finding>"

static gint64
id_of (const char *written)
{
  return luotain_id_parse (written, NULL);
}

static char *
title_of (Fixture *fixture, const LuotainRecordType *type, const char *written)
{
  gpointer record = fixture_load (fixture, type, id_of (written));
  char *title = record == NULL ? NULL : g_strdup (luotain_record_title (type, record, LUOTAIN_FI));

  luotain_record_destroy (record);
  return title;
}

static LuotainImportCount
import_count (Fixture *fixture, const char *xml)
{
  g_autoptr (LuotainImportSummary) summary = fixture_import_text (fixture, xml, NULL);

  return luotain_import_summary_total (summary);
}

static gint64
revision_of (Fixture *fixture, const LuotainRecordType *type, const char *written)
{
  LuotainRecord *record = fixture_load (fixture, type, id_of (written));
  const gint64 revision = record->revision;

  luotain_record_destroy (record);
  return revision;
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  g_assert_cmpuint (import_count (fixture, FIXTURE_XML (FINDING (OLD, "Akku"))).added, ==, 1);
  title = title_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKMN");
  g_assert_cmpstr (title, ==, "Akku");
  g_assert_cmpint (revision_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKMN"), ==, 5);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  LuotainImportCount count;

  import_count (fixture, FIXTURE_XML (FINDING (OLD, "Akku")));
  /* Times and revisions are no content. */
  count = import_count (fixture, FIXTURE_XML (FINDING ("2026-05-01T00:00:00.000Z", "Akku")));
  g_assert_cmpuint (count.left, ==, 1);
  g_assert_cmpuint (count.added + count.changed + count.newer, ==, 0);
  g_assert_cmpint (revision_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKMN"), ==, 5);
  luotain_history_undo (fixture->history, NULL, NULL);
  /* What changes nothing makes no step: the one that was undone was the first. */
  g_assert_null (title_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKMN"));
}

static void
test_later_wins (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  LuotainImportCount count;

  import_count (fixture, FIXTURE_XML (FINDING (OLD, "Akku")));
  count = import_count (fixture, FIXTURE_XML (FINDING ("2026-05-01T00:00:00.000Z", "Akku 2")));
  g_assert_cmpuint (count.changed, ==, 1);
  count = import_count (fixture, FIXTURE_XML (FINDING ("2026-04-01T00:00:00.000Z", "Akku 3")));
  g_assert_cmpuint (count.newer, ==, 1);
  count = import_count (fixture, FIXTURE_XML (FINDING ("2026-05-01T00:00:00.000Z", "Akku 4")));
  g_assert_cmpuint (count.changed, ==, 1);
  title = title_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKMN");
  g_assert_cmpstr (title, ==, "Akku 4");
  g_assert_cmpint (revision_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKMN"), ==, 7);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_export (fixture->store, NULL, 0);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  import_count (fixture,
                FIXTURE_XML ("<source id=\"source-0ABCDEFGHJKM0\"><title xml:lang=\"fi\">S</title></source>"
                             "<finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>"
                             "<kind-change id=\"kind-change-0ABCDEFGHJKMP\" kind=\"trend\"/>"
                             "<link role=\"source\" to=\"source-0ABCDEFGHJKM0\"/></finding>"));
  after = fixture_export (fixture->store, NULL, 0);
  g_assert_nonnull (strstr (after, "<kind-change"));
  luotain_history_undo (fixture->history, NULL, &error);
  g_assert_no_error (error);
  undone = fixture_export (fixture->store, NULL, 0);
  g_assert_cmpstr (undone, ==, before);
  luotain_history_redo (fixture->history, NULL, &error);
  g_assert_no_error (error);
  again = fixture_export (fixture->store, NULL, 0);
  g_assert_cmpstr (again, ==, after);
}

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = fixture_write (fixture, "in.xml", FIXTURE_XML (FINDING (OLD, "Akku")));
  g_autoptr (LuotainImport) import = fixture_import_of (file, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;
  gpointer result = NULL;

  fixture_close (fixture);
  g_file_load_contents (fixture->file, NULL, &before, &n_before, NULL, NULL);
  fixture_open (fixture);
  luotain_history_try (fixture->history, luotain_import_run, import, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (luotain_import_summary_total (result).added, ==, 1);
  luotain_import_summary_free (result);
  fixture_close (fixture);
  g_file_load_contents (fixture->file, NULL, &after, &n_after, NULL, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_one_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = fixture_write (
      fixture, "first.xml",
      FIXTURE_XML ("<finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>"
                   "<link role=\"source\" to=\"source-0ABCDEFGHJKM0\"/></finding>"));
  g_autoptr (GFile) second = fixture_write (
      fixture, "second.xml",
      FIXTURE_XML ("<source id=\"source-0ABCDEFGHJKM0\"><title xml:lang=\"fi\">S</title></source>"));
  g_autoptr (LuotainImport) import = fixture_import_of (first, second, NULL);
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) error = NULL;
  gpointer summary = NULL;

  luotain_history_do (fixture->history, "Import", luotain_import_run, import, &summary, &error);
  g_assert_no_error (error);
  luotain_import_summary_free (summary);
  links = fixture_links (fixture, id_of ("finding-0ABCDEFGHJKMN"));
  g_assert_cmpuint (links->len, ==, 1);
}

static void
test_into_workbook (Fixture *fixture, gconstpointer data)
{
  const gint64 source = fixture_add_fields (fixture, &luotain_source_type, 0, "title", "S", NULL);
  g_autofree char *written = luotain_id_to_string ("source", source);
  g_autofree char *xml = g_strdup_printf (
      FIXTURE_XML ("<finding id=\"finding-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">A</title>"
                   "<link role=\"source\" to=\"%s\"/></finding>"),
      written);

  g_assert_cmpuint (import_count (fixture, xml).added, ==, 1);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_export (fixture->store, NULL, 0);
  g_autofree char *after = NULL;
  g_autofree char *dangling = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *other = NULL;

  g_assert_null (fixture_import_text (
      fixture,
      FIXTURE_XML (FINDING (OLD, "A") "\n<finding id=\"finding-0ABCDEFGHJKMP\">"
                                      "<title xml:lang=\"fi\">B</title>\n"
                                      "<link role=\"source\" to=\"source-0ABCDEFGHJKM0\"/>"
                                      "</finding>"),
      &dangling));
  g_assert_true (
      g_str_has_prefix (dangling, "in.xml:5: The link of the role “source” leads to “source-0ABCDEFGHJKM0”"));
  g_assert_null (
      fixture_import_text (fixture, FIXTURE_XML (FINDING (OLD, "A") "\n" FINDING (OLD, "A")), &twice));
  g_assert_cmpstr (twice, ==, "in.xml:4: “finding-0ABCDEFGHJKMN” stands twice; it was first in line 3.");
  g_assert_null (fixture_import_text (
      fixture,
      FIXTURE_XML (
          FINDING (OLD, "A") "<source id=\"source-0ABCDEFGHJKMN\"><title xml:lang=\"fi\">S</title></source>"),
      &other));
  g_assert_nonnull (strstr (other, "a record of another type has its number already"));
  after = fixture_export (fixture->store, NULL, 0);
  g_assert_cmpstr (after, ==, before);
}

#define WITH_SECTOR(changed, title, sector) \
  FIXTURE_XML ( \
      "<sector id=\"sector-0ABCDEFGHJKM1\" changed=\"" OLD "\"><title xml:lang=\"fi\">1</title></sector>" \
      "<sector id=\"sector-0ABCDEFGHJKM2\" changed=\"" OLD "\"><title xml:lang=\"fi\">2</title></sector>" \
      "<finding id=\"finding-0ABCDEFGHJKMN\" created=\"" OLD "\" changed=\"" changed "\">" \
      "<title xml:lang=\"fi\">" title "</title><link role=\"sector\" to=\"" sector "\"/></finding>")

static gint64
only_target (Fixture *fixture)
{
  g_autoptr (GPtrArray) links = fixture_links (fixture, id_of ("finding-0ABCDEFGHJKMN"));

  g_assert_cmpuint (links->len, ==, 1);
  return ((LuotainLink *) links->pdata[0])->target;
}

static void
test_one_only_follows (Fixture *fixture, gconstpointer data)
{
  import_count (fixture, WITH_SECTOR ("2026-05-01T00:00:00.000Z", "A", "sector-0ABCDEFGHJKM1"));
  import_count (fixture, WITH_SECTOR ("2026-04-01T00:00:00.000Z", "B", "sector-0ABCDEFGHJKM2"));
  g_assert_cmpint (only_target (fixture), ==, id_of ("sector-0ABCDEFGHJKM1"));
  import_count (fixture, WITH_SECTOR ("2026-06-01T00:00:00.000Z", "C", "sector-0ABCDEFGHJKM2"));
  g_assert_cmpint (only_target (fixture), ==, id_of ("sector-0ABCDEFGHJKM2"));
}

#define WITH_EVIDENCE(role, target) \
  FIXTURE_XML ( \
      "<finding id=\"finding-0ABCDEFGHJKM1\" changed=\"" OLD "\"><title xml:lang=\"fi\">1</title></finding>" \
      "<finding id=\"finding-0ABCDEFGHJKM2\" changed=\"" OLD "\"><title xml:lang=\"fi\">2</title></finding>" \
      "<finding id=\"finding-0ABCDEFGHJKMN\" changed=\"" OLD \
      "\" revision=\"1\"><title xml:lang=\"fi\">A</title>" \
      "<link role=\"" role "\" to=\"" target "\"/></finding>")

static void
test_links_unite (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) links = NULL;

  import_count (fixture, WITH_EVIDENCE ("evidence", "finding-0ABCDEFGHJKM1"));
  import_count (fixture, WITH_EVIDENCE ("evidence", "finding-0ABCDEFGHJKM2"));
  links = fixture_links (fixture, id_of ("finding-0ABCDEFGHJKMN"));
  g_assert_cmpuint (links->len, ==, 2);
  /* New evidence is part of what the finding says. */
  g_assert_cmpint (revision_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKMN"), ==, 2);
}

static gint64
confirmed_revision (Fixture *fixture)
{
  g_autoptr (GPtrArray) links = fixture_links (fixture, id_of ("finding-0ABCDEFGHJKMN"));

  return ((LuotainLink *) links->pdata[0])->confirmed_revision;
}

#define CONFIRMED(target_changed, target_title, target_revision, confirmed) \
  FIXTURE_XML ("<finding id=\"finding-0ABCDEFGHJKM1\" changed=\"" target_changed \
               "\" revision=\"" target_revision "\">" \
               "<title xml:lang=\"fi\">" target_title "</title></finding>" \
               "<finding id=\"finding-0ABCDEFGHJKMN\" changed=\"" OLD "\"><title xml:lang=\"fi\">A</title>" \
               "<link role=\"evidence\" to=\"finding-0ABCDEFGHJKM1\" confirmed=\"" confirmed \
               "\"/></finding>")

static void
test_confirmed (Fixture *fixture, gconstpointer data)
{
  /* As in the file. */
  import_count (fixture, CONFIRMED (OLD, "1", "7", "6"));
  g_assert_cmpint (confirmed_revision (fixture), ==, 6);
  /* Confirmed in the file with the same content: so it is here. */
  import_count (fixture, CONFIRMED (OLD, "1", "3", "3"));
  g_assert_cmpint (confirmed_revision (fixture), ==, 7);
  /* The target changes with the file, and the file says that it holds. */
  import_count (fixture, CONFIRMED ("2026-06-01T00:00:00.000Z", "2", "4", "4"));
  g_assert_cmpint (revision_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKM1"), ==, 8);
  g_assert_cmpint (confirmed_revision (fixture), ==, 8);
  /* It changes, and the file does not say so: stale. */
  import_count (fixture, CONFIRMED ("2026-07-01T00:00:00.000Z", "3", "5", "4"));
  g_assert_cmpint (confirmed_revision (fixture), ==, 8);
  g_assert_cmpint (revision_of (fixture, &luotain_finding_type, "finding-0ABCDEFGHJKM1"), ==, 9);
  /* What was confirmed is not what stands here. */
  import_count (fixture, CONFIRMED ("2026-02-01T00:00:00.000Z", "other", "20", "20"));
  g_assert_cmpint (confirmed_revision (fixture), ==, 8);
}

static void
test_owned (Fixture *fixture, gconstpointer data)
{
#define VARIABLE(states) \
  FIXTURE_XML ("<key-variable id=\"key-variable-0ABCDEFGHJKM1\" changed=\"" OLD \
               "\"><title xml:lang=\"fi\">V</title>" states "</key-variable>")
#define STATE(digit) \
  "<state id=\"state-0ABCDEFGHJKS" digit "\" changed=\"" OLD "\"><title xml:lang=\"fi\">" digit \
  "</title></state>"
  LuotainImportCount count;

  import_count (fixture, VARIABLE (STATE ("1")));
  count = import_count (fixture, VARIABLE (STATE ("2") STATE ("1")));
  g_assert_cmpuint (count.added, ==, 1);
  g_assert_cmpuint (count.left, ==, 2);
  /* What the variable says has grown. */
  g_assert_cmpint (revision_of (fixture, &luotain_key_variable_type, "key-variable-0ABCDEFGHJKM1"), ==, 2);
}

static void
test_deleted_default (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = fixture_export (fixture->store, NULL, 0);
  LuotainImportCount count;

  fixture_delete (fixture, 15);
  count = import_count (fixture, all);
  g_assert_cmpuint (count.added, ==, 0);
  g_assert_null (fixture_load (fixture, &luotain_vocabulary_entry_type, 15));
}

static void
test_other_workbook (Fixture *fixture, gconstpointer data)
{
  Fixture other = { NULL };
  g_autoptr (LuotainImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  LuotainWorkbook *workbook;
  gpointer result = NULL;
  gint64 finding;

  fixture_set_up (&other, NULL);
  finding = fixture_add_fields (&other, &luotain_finding_type, 0, "title", "Pöytä 2", NULL);
  import = fixture_import_of (other.file, NULL);
  luotain_history_do (fixture->history, "Import", luotain_import_run, import, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (luotain_import_summary_total (result).added, ==, 1);
  luotain_import_summary_free (result);
  workbook = fixture_load (fixture, &luotain_finding_type, finding);
  g_assert_nonnull (workbook);
  luotain_record_destroy (workbook);
  fixture_tear_down (&other, NULL);
}

static void
test_seed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = fixture_export (fixture->store, NULL, 0);
  g_autoptr (GFile) part = fixture_write (fixture, "part.xml", FIXTURE_XML (FINDING (OLD, "Akku")));
  g_autoptr (GFile) file = fixture_write (fixture, "whole.xml", whole);
  g_autoptr (GFile) made = fixture_file (fixture, "made.luotain");
  g_autoptr (LuotainImport) import = fixture_import_of (part, file, NULL);
  g_autoptr (LuotainStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  LuotainLanguage language;

  g_assert_true (luotain_import_prepare (import, &luotain_workbook_model, NULL, &error));
  g_assert_true (luotain_import_get_language (import, &language));
  g_assert_cmpint (language, ==, LUOTAIN_FI);
  luotain_store_create (made, &luotain_workbook_model, luotain_import_seed, import, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (luotain_import_summary_total (luotain_import_get_summary (import)).changed, ==, 0);
  store = luotain_store_open (made, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  g_assert_no_error (error);
  xml = fixture_export (store, NULL, 0);
  g_assert_nonnull (strstr (xml, "Akku"));
  g_assert_nonnull (strstr (xml, "Ennakointi 2030"));
}

static void
test_seed_partial (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) part = fixture_write (fixture, "part.xml", FIXTURE_XML (FINDING (OLD, "Akku")));
  g_autoptr (GFile) made = fixture_file (fixture, "made.luotain");
  g_autoptr (LuotainImport) import = fixture_import_of (part, NULL);
  g_autoptr (GError) error = NULL;
  LuotainWorkbook *workbook = luotain_record_new (&luotain_workbook_type);

  workbook->title.text[LUOTAIN_SV] = g_strdup ("Ny");
  workbook->language = g_strdup ("sv");
  luotain_import_set_workbook (import, workbook);
  luotain_record_destroy (workbook);
  luotain_store_create (made, &luotain_workbook_model, luotain_import_seed, import, &error);
  g_assert_no_error (error);
}

static void
test_seed_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) part = fixture_write (fixture, "part.xml", "<luotain/>");
  g_autoptr (GFile) made = fixture_file (fixture, "made.luotain");
  g_autoptr (LuotainImport) import = fixture_import_of (part, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (luotain_store_create (made, &luotain_workbook_model, luotain_import_seed, import, &error));
  g_assert_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT);
  g_assert_false (g_file_query_exists (made, NULL));
}

static void
test_newer_minor (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainImportSummary) summary = fixture_import_text (
      fixture,
      "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.2\"><finding id=\"finding-0ABCDEFGHJKMN\" mood=\"good\">"
      "<title xml:lang=\"fi\">A</title><smell/></finding></luotain>",
      NULL);

  g_assert_cmpuint (luotain_import_summary_total (summary).added, ==, 1);
  g_assert_cmpuint (summary->warnings->len, ==, 1);
  g_assert_nonnull (strstr (summary->warnings->pdata[0], "2 elements or attributes"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/import/add", test_add);
  ADD ("/import/same", test_same);
  ADD ("/import/later-wins", test_later_wins);
  ADD ("/import/undo", test_undo);
  ADD ("/import/dry-run", test_dry_run);
  ADD ("/import/one-set", test_one_set);
  ADD ("/import/into-workbook", test_into_workbook);
  ADD ("/import/refused", test_refused);
  ADD ("/import/one-only-follows", test_one_only_follows);
  ADD ("/import/links-unite", test_links_unite);
  ADD ("/import/confirmed", test_confirmed);
  ADD ("/import/owned", test_owned);
  ADD ("/import/deleted-default", test_deleted_default);
  ADD ("/import/other-workbook", test_other_workbook);
  ADD ("/import/seed", test_seed);
  ADD ("/import/seed-partial", test_seed_partial);
  ADD ("/import/seed-refused", test_seed_refused);
  ADD ("/import/newer-minor", test_newer_minor);

  return g_test_run ();
}
