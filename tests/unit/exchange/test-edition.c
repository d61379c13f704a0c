/* An edition is the bytes of the export of its day: no undo, copy or upgrade alters it; what is removed for good goes. */

#define _GNU_SOURCE

#include "luotain-exchange-fixture.h"

#include "luotain-changes.h"
#include "luotain-freeze.h"
#include "luotain-statement.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static LuotainEdition *
freeze (Fixture *fixture, const char *name, GError **error)
{
  LuotainEdition *edition = NULL;

  luotain_history_do (fixture->history, "Freeze Edition", luotain_freeze_run, (gpointer) name,
                      (gpointer *) &edition, error);
  return edition;
}

static LuotainEdition *
freeze_well (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  LuotainEdition *edition = freeze (fixture, name, &error);

  g_assert_no_error (error);
  return edition;
}

static char *
export_edition (LuotainStore *store, const char *name, LuotainEdition **edition, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  LuotainEditionExport export = { name, stream };
  g_autoptr (LuotainEdition) written = NULL;

  if (!luotain_store_read (store, luotain_edition_export_run, &export, (gpointer *) &written, error))
    return NULL;

  if (edition != NULL)
    *edition = g_steal_pointer (&written);

  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_edition (LuotainStore *store, const char *name, const char *wanted)
{
  g_autoptr (LuotainEdition) edition = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = export_edition (store, name, &edition, &error);
  g_autofree char *hash = edition != NULL ? luotain_edition_hash_string (edition) : NULL;
  g_autofree char *computed = g_compute_checksum_for_string (G_CHECKSUM_SHA256, wanted, -1);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpstr (hash, ==, computed);
  g_assert_cmpint (edition->length, ==, strlen (wanted));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  luotain_history_undo (fixture->history, NULL, &error);
  g_assert_no_error (error);
}

/* Some of everything that matters here: an owner, links with a note, texts that look like markup. */
static gint64
fill (Fixture *fixture, gint64 *source)
{
  const gint64 variable = fixture_add (fixture, &luotain_key_variable_type, "Satamat", 0);
  const gint64 state = fixture_add (fixture, &luotain_state_type, "Sähköä", variable);
  const gint64 finding = fixture_add_fields (fixture, &luotain_finding_type, 0, "title", "Maasähkö",
                                             "description", "  <finding id=\"x\"/>\n</finding>\n", NULL);

  *source = fixture_add (fixture, &luotain_source_type, "Virtanen, haastattelu", 0);
  fixture_link (fixture, finding, "source", *source);
  fixture_note (fixture, finding, "source", *source, "Virtanen sanoi\n  <b>näin</b>");
  fixture_link (fixture, state, "evidence", finding);
  return finding;
}

static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  gint64 source;
  g_autofree char *before = (fill (fixture, &source), fixture_export (fixture->store, NULL, 0));
  g_autoptr (LuotainEdition) edition = freeze_well (fixture, "  Johtoryhmä 2026 ");
  g_autofree char *id = luotain_edition_id_string (edition);

  g_assert_cmpstr (edition->name, ==, "Johtoryhmä 2026");
  assert_edition (fixture->store, "Johtoryhmä 2026", before);
  fixture_delete (fixture, source);
  assert_edition (fixture->store, id, before);
}

/* Freezing is no step: it neither is undone nor ends what can be redone. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 source;
  g_autofree char *whole = (fill (fixture, &source), fixture_export (fixture->store, NULL, 0));
  g_autofree char *undone = NULL;
  g_autofree char *label = NULL;

  undo (fixture);
  undone = fixture_export (fixture->store, NULL, 0);
  luotain_edition_free (freeze_well (fixture, "A"));
  g_assert_true (luotain_history_can_redo (fixture->history));
  label = luotain_history_dup_undo_label (fixture->history);
  g_assert_cmpstr (label, !=, "Freeze Edition");

  while (luotain_history_can_undo (fixture->history))
    undo (fixture);

  assert_edition (fixture->store, "A", undone);

  while (luotain_history_can_redo (fixture->history))
    g_assert_true (luotain_history_redo (fixture->history, NULL, NULL));

  assert_edition (fixture->store, "A", undone);
  luotain_edition_free (freeze_well (fixture, "B"));
  assert_edition (fixture->store, "B", whole);

  /* It is durable, though no step was. */
  fixture_close (fixture);
  fixture_open (fixture);
  assert_edition (fixture->store, "A", undone);
  assert_edition (fixture->store, "B", whole);
}

static void
changed_cb (LuotainStore *store, LuotainChanges *changes, gpointer data)
{
  if (luotain_changes_has_type (changes, "edition"))
    ++*(guint *) data;
}

static void
test_tells (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &n);
  luotain_edition_free (freeze_well (fixture, "A"));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  const char *const refused[] = { "A", " A\n", "", "  " };

  luotain_edition_free (freeze_well (fixture, "A"));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (freeze (fixture, refused[i], &error));
      g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID);
    }
}

/* Of each element there is one copy, in however many editions. */
static gboolean
count_content (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_db_query_int (db, "SELECT count (*) FROM edition_content", data, error);
}

static void
test_shared (Fixture *fixture, gconstpointer data)
{
  gint64 source, before = 0, after = 0;

  fill (fixture, &source);
  luotain_edition_free (freeze_well (fixture, "A"));
  luotain_store_read (fixture->store, count_content, &before, NULL, NULL);
  fixture_add (fixture, &luotain_finding_type, "Toinen", 0);
  luotain_edition_free (freeze_well (fixture, "B"));
  luotain_store_read (fixture->store, count_content, &after, NULL, NULL);
  g_assert_cmpint (after, ==, before + 1);
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  gint64 source;
  g_autofree char *before = (fill (fixture, &source), fixture_export (fixture->store, NULL, 0));

  luotain_edition_free (freeze_well (fixture, "A"));
  fixture_delete (fixture, source);

  for (int with_history = 0; with_history < 2; with_history++)
    {
      g_autoptr (GFile) copy = fixture_file (fixture, "copy.luotain");
      g_autoptr (LuotainStore) store = NULL;
      g_autoptr (GError) error = NULL;

      luotain_store_copy (fixture->store, copy, with_history, &error);
      g_assert_no_error (error);
      store = luotain_store_open (copy, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
      g_assert_no_error (error);
      assert_edition (store, "A", before);
    }
}

static gboolean
file_holds (GFile *file, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &bytes, &length, NULL, NULL));
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

/* A source that is a person goes from the edition too, with the note on what it said; the rest stays, and is said to be
 * no longer what was frozen. */
static void
test_removal (Fixture *fixture, gconstpointer data)
{
  gint64 source;
  g_autoptr (LuotainEdition) edition = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_autofree char *unaffected = fixture_export (fixture->store, NULL, 0);

  luotain_edition_free (freeze_well (fixture, "Ennen"));
  fill (fixture, &source);
  luotain_edition_free (freeze_well (fixture, "A"));
  fixture_delete (fixture, source);
  luotain_store_remove_permanently (fixture->store, &source, 1, &error);
  g_assert_no_error (error);
  after = export_edition (fixture->store, "A", &edition, &error);
  g_assert_no_error (error);
  g_assert_cmpint (edition->removed, >=, edition->frozen);
  g_assert_null (strstr (after, "Virtanen"));
  g_assert_null (strstr (after, "\"source-0"));
  g_assert_nonnull (strstr (after, "Maasähkö"));
  g_assert_nonnull (strstr (after, "role=\"evidence\""));
  g_assert_null (fixture_validate_text (fixture, after));
  assert_edition (fixture->store, "Ennen", unaffected);
  fixture_close (fixture);
  g_assert_false (file_holds (fixture->file, "Virtanen"));
  fixture_open (fixture);
}

/* What belongs to a record goes with it. */
static void
test_removal_of_owned (Fixture *fixture, gconstpointer data)
{
  const gint64 variable = fixture_add (fixture, &luotain_key_variable_type, "Satamat", 0);
  const gint64 gone = fixture_add (fixture, &luotain_state_type, "Katoaa", variable);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, &luotain_state_type, "Jää", variable);
  luotain_edition_free (freeze_well (fixture, "A"));
  luotain_store_remove_permanently (fixture->store, &gone, 1, &error);
  g_assert_no_error (error);
  after = export_edition (fixture->store, "A", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (after, "Katoaa"));
  g_assert_nonnull (strstr (after, "Jää"));
  g_assert_null (fixture_validate_text (fixture, after));
  luotain_store_remove_permanently (fixture->store, &variable, 1, &error);
  g_clear_pointer (&after, g_free);
  after = export_edition (fixture->store, "A", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (after, "Jää"));
}

static gboolean
tamper (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  luotain_db_note_change (db, "edition", 1);
  return luotain_db_execute (db, data, error);
}

/* Nobody alters an edition without its being seen. */
static void
test_tampering (Fixture *fixture, gconstpointer data)
{
  const char *const ways[] = {
    "UPDATE edition_content SET xml = CAST (replace (xml, 'Satamat', 'Saatamat') AS BLOB)",
    "UPDATE edition_part SET elements = substr (elements, 1, 40)",
    "DELETE FROM edition_content WHERE rowid = 3",
    "UPDATE edition SET header = header || ' '",
  };
  gint64 source;

  fill (fixture, &source);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *name = g_strdup_printf ("Laitos %u", i);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      luotain_edition_free (freeze_well (fixture, name));
      luotain_history_do (fixture->history, "Tamper", tamper, (gpointer) ways[i], NULL, &error);
      g_assert_no_error (error);
      text = export_edition (fixture->store, name, NULL, &error);
      g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED);
    }
}

static gboolean
list_addenda (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainEdition) edition = luotain_edition_find (db, data, error);

  *result = edition != NULL ? luotain_edition_addenda (db, edition, error) : NULL;
  return *result != NULL;
}

static guint
count_addenda (Fixture *fixture, const char *name)
{
  gpointer addenda = NULL;
  guint n;

  g_assert_true (luotain_store_read (fixture->store, list_addenda, (gpointer) name, &addenda, NULL));
  n = ((GPtrArray *) addenda)->len;
  g_ptr_array_unref (addenda);
  return n;
}

static void
test_addenda (Fixture *fixture, gconstpointer data)
{
  gint64 source;
  const gint64 finding = fill (fixture, &source);
  LuotainNewAddendum addendum = { "A", "Lausunto saatiin myöhemmin.", NULL, finding };
  g_autofree char *before = fixture_export (fixture->store, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  g_autofree char *xml = NULL;

  luotain_edition_free (freeze_well (fixture, "A"));
  luotain_edition_free (freeze_well (fixture, "B"));
  luotain_history_do (fixture->history, "Add Addendum", luotain_edition_add_addendum, &addendum,
                      (gpointer *) &id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_addenda (fixture, "A"), ==, 1);
  g_assert_cmpuint (count_addenda (fixture, "B"), ==, 0);
  assert_edition (fixture->store, "A", before);
  xml = fixture_export (fixture->store, NULL, 0);
  g_assert_nonnull (strstr (xml, "<addendum "));
  g_assert_null (fixture_validate_text (fixture, xml));
  undo (fixture);
  g_assert_cmpuint (count_addenda (fixture, "A"), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add ("/edition/bytes", test_bytes);
  add ("/edition/undo", test_undo);
  add ("/edition/tells", test_tells);
  add ("/edition/names", test_names);
  add ("/edition/shared", test_shared);
  add ("/edition/copies", test_copies);
  add ("/edition/removal", test_removal);
  add ("/edition/removal-of-owned", test_removal_of_owned);
  add ("/edition/tampering", test_tampering);
  add ("/edition/addenda", test_addenda);
  return g_test_run ();
}
