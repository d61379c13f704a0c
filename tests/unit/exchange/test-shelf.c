/* What comes from a package on the shelf: into a workbook goes only what a workbook may hold. */

#include "luotain-fixture.h"

#include "luotain-atomic-folder.h"
#include "luotain-bag-writer.h"
#include "luotain-chain.h"
#include "luotain-edit.h"
#include "luotain-import.h"
#include "luotain-shelf-part.h"
#include "luotain-xml-export.h"

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, tear_down)

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bag = g_build_filename (fixture->folder, "bag", NULL);

  luotain_folder_remove (bag);
  fixture_tear_down (fixture, data);
}

static gboolean
export_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainXmlExport xml = { .stream = data };

  (void) result;
  return luotain_xml_export (db, &xml, NULL, error);
}

/* Two scenarios in a package whose own words nobody checked. */
static LuotainShelfItem *
make_package (Fixture *fixture, gint64 scenarios[2])
{
  g_autoptr (GFile) file = fixture_file (fixture, "bag");
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBagWriter) writer = luotain_bag_writer_new (file, FALSE, NULL, &error);

  scenarios[0] = fixture_add (fixture, &luotain_scenario_type, "Yksi", 0);
  scenarios[1] = fixture_add (fixture, &luotain_scenario_type, "Kaksi", 0);
  g_assert_no_error (error);
  luotain_bag_writer_set_info (writer, "External-Description", "Ha\xcc\x88to");
  luotain_bag_writer_set_info (writer, "Bagging-Date", "2026-99-99");
  luotain_bag_writer_set_info (writer, "Luotain-Changed", "2026-11-22");
  luotain_store_read (fixture->store, export_job,
                      luotain_bag_writer_begin (writer, "data/report.xml", &error), NULL, &error);
  g_assert_no_error (error);
  luotain_bag_writer_end (writer, &error);
  g_assert_no_error (error);
  luotain_bag_writer_commit (writer, &error);
  g_assert_no_error (error);
  return luotain_shelf_item_new (file, &luotain_workbook_model, NULL);
}

/* Another workbook, which the scenarios are taken into. */
static void
open_other (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  g_clear_object (&fixture->file);
  fixture->file = fixture_file (fixture, "other.luotain");
  luotain_store_create (fixture->file, &luotain_workbook_model, luotain_workbook_seed, NULL, &error);
  g_assert_no_error (error);
  fixture_open (fixture);
}

static void
take (Fixture *fixture, const LuotainShelfItem *item, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainShelfPart) part = luotain_shelf_part_read (item, id, &luotain_workbook_model, NULL,
                                                               &error);
  g_autoptr (LuotainImportSummary) summary = NULL;

  g_assert_no_error (error);
  luotain_history_do (fixture->history, "Take", luotain_shelf_part_take, part, (gpointer *) &summary, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (luotain_import_summary_total (summary).added, >, 0);
}

static gboolean
sources_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  (void) data;
  *result = luotain_record_list (db, &luotain_source_type, 0, error);
  return *result != NULL;
}

static GPtrArray *
list_sources (Fixture *fixture)
{
  GPtrArray *sources = NULL;

  luotain_store_read (fixture->store, sources_job, NULL, (gpointer *) &sources, NULL);
  g_assert_nonnull (sources);
  return sources;
}

/* Its XML is one that can be read again. */
static void
assert_valid (Fixture *fixture)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GFile) file = fixture_file (fixture, "again.luotain");
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainImport) import = NULL;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, export_job, output, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (output, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
  input = g_memory_input_stream_new_from_bytes (bytes);
  g_ptr_array_add (inputs, luotain_input_new_for_stream (input, "other.xml"));
  import = luotain_import_new (g_steal_pointer (&inputs));
  luotain_store_create (file, &luotain_workbook_model, luotain_import_seed, import, &error);
  g_assert_no_error (error);
}

static void
test_words_of_a_package (Fixture *fixture, gconstpointer data)
{
  gint64 scenarios[2];
  g_autoptr (LuotainShelfItem) item = make_package (fixture, scenarios);
  g_autoptr (GPtrArray) sources = NULL;
  const LuotainSource *origin;

  (void) data;
  g_assert_null (item->fault);
  open_other (fixture);
  take (fixture, item, scenarios[0]);
  sources = list_sources (fixture);
  g_assert_cmpuint (sources->len, ==, 1);
  origin = sources->pdata[0];
  g_assert_null (origin->published_on);
  g_assert_cmpstr (luotain_translated_get (&origin->title, LUOTAIN_FI), ==, "H\xc3\xa4to");
  assert_valid (fixture);
}

static gboolean
retitle_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  (void) result;
  return luotain_edit_set_field (db, *(const gint64 *) data, "title", "Verkoston paketti", TRUE, error);
}

static gboolean
stale_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) stale = luotain_chain_stale (db, LUOTAIN_FI, error);

  (void) data;
  *result = GUINT_TO_POINTER (stale != NULL ? stale->len : G_MAXUINT);
  return stale != NULL;
}

/* The first scenario is to be looked at again, for its source was changed; the one that comes now knew it so. */
static void
test_second_of_a_changed_origin (Fixture *fixture, gconstpointer data)
{
  gint64 scenarios[2], id;
  g_autoptr (LuotainShelfItem) item = make_package (fixture, scenarios);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  gpointer n_stale = NULL;

  (void) data;
  open_other (fixture);
  take (fixture, item, scenarios[0]);
  sources = list_sources (fixture);
  id = ((const LuotainRecord *) sources->pdata[0])->id;
  luotain_history_do (fixture->history, "Edit", retitle_job, &id, NULL, &error);
  g_assert_no_error (error);
  take (fixture, item, scenarios[1]);
  after = list_sources (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  luotain_store_read (fixture->store, stale_job, NULL, &n_stale, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_UINT (n_stale), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/shelf/words-of-a-package", test_words_of_a_package);
  add ("/shelf/second-of-a-changed-origin", test_second_of_a_changed_origin);
  return g_test_run ();
}
