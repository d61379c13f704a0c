/* How a workbook is opened, refused, shared, copied and checked. */

#define _GNU_SOURCE /* memmem */

#include "luotain-fixture.h"

#include "luotain-changes.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define add(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static char *
path_of (Fixture *fixture)
{
  return g_file_get_path (fixture->file);
}

/* An answer to a change that fails on its way to the disk would be nobody's. */
static gboolean
add_without_answer (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autofree gpointer id = NULL;

  return fixture_add_job (db, data, &id, error);
}

static void
assert_refused (Fixture *fixture, LuotainOpenMode mode, LuotainStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0, n_after = 0;

  g_file_load_contents (fixture->file, NULL, &before, &n_before, NULL, NULL);
  g_assert_null (luotain_store_open (fixture->file, &luotain_workbook_model, mode, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_file_load_contents (fixture->file, NULL, &after, &n_after, NULL, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
alter (Fixture *fixture, const char *sql)
{
  g_autofree char *path = path_of (fixture);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_no_workbook (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  g_file_replace_contents (fixture->file, "Hei!", 4, NULL, FALSE, 0, NULL, NULL, NULL);
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_NOT_WORKBOOK, "not a Luotain workbook");
  g_file_replace_contents (fixture->file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL);
  assert_refused (fixture, LUOTAIN_OPEN_READ, LUOTAIN_STORE_ERROR_NOT_WORKBOOK, "empty");
}

static void
test_other_database (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  alter (fixture, "PRAGMA application_id = 7");
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_NOT_WORKBOOK, "another program");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  alter (fixture, "PRAGMA user_version = 99");
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_NEWER, "format 99");
  assert_refused (fixture, LUOTAIN_OPEN_READ, LUOTAIN_STORE_ERROR_NEWER, "newer version");
}

static void
test_foreign_trigger (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  alter (fixture, "CREATE TRIGGER evil AFTER INSERT ON finding BEGIN DELETE FROM finding; END");
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_DAMAGED, "tables");
  assert_refused (fixture, LUOTAIN_OPEN_READ, LUOTAIN_STORE_ERROR_DAMAGED, "tables");
}

static void
test_damaged_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length, page;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200; i++)
    fixture_add (fixture, &luotain_finding_type, "Havainto, jonka otsikko on pitkä ja täyttää sivun nopeasti",
                 0);

  fixture_close (fixture);
  g_file_load_contents (fixture->file, NULL, &bytes, &length, NULL, NULL);
  page = (gsize) ((char *) memmem (bytes, length, "Havainto, jonka", 15) - bytes) / 4096;
  memset (bytes + page * 4096, 0x55, 4096);
  g_file_replace_contents (fixture->file, bytes, length, NULL, FALSE, 0, NULL, NULL, NULL);
  fixture_open (fixture);
  faults = luotain_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, >, 0);

  /* Damage in the schema itself is told on opening. */
  fixture_close (fixture);
  memset (bytes + 100, 0x55, 4096);
  g_file_replace_contents (fixture->file, bytes, length, NULL, FALSE, 0, NULL, NULL, NULL);
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_DAMAGED, "damaged");
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture);

  fixture_close (fixture);
  g_assert_cmpint (truncate (path, 3000), ==, 0);
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_DAMAGED, "damaged");
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, &luotain_finding_type, "Havainto", 0);
  faults = luotain_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_incomplete_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = NULL;

  fixture_add (fixture, &luotain_finding_type, "Havainto", 0);
  fixture_close (fixture);
  alter (
      fixture,
      "PRAGMA foreign_keys = OFF; DELETE FROM finding; INSERT INTO link VALUES (1, 'evidence', 2, NULL, 1)");
  fixture_open (fixture);
  faults = luotain_store_check (fixture->store, NULL);
  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_nonnull (strstr (faults->pdata[0], "incomplete"));
}

/* The administrator may write everything, so as root these tests go on as nobody. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (65534, 65534, 0), ==, 0);
}

static void
become_ourselves (void)
{
  uid_t real, effective, saved;

  getresuid (&real, &effective, &saved);

  if (saved == 0)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture);
  g_autoptr (LuotainStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  g_chmod (fixture->folder, 0755);
  g_chmod (path, 0444);
  become_nobody ();
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_READ_ONLY, "only be read");
  store = luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  become_ourselves ();
  g_assert_no_error (error);
  g_assert_false (luotain_store_is_writable (store));
}

/* The file may be written but no journal beside it: known on opening, not at the first change. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture);

  fixture_close (fixture);
  g_chmod (path, 0666);
  g_chmod (fixture->folder, 0555);
  become_nobody ();
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_READ_ONLY, "folder");
  become_ourselves ();
  g_chmod (fixture->folder, 0755);
}

static gboolean
nothing_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return TRUE;
}

static void
test_reader_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainStore) reader = NULL;
  g_autoptr (LuotainHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  reader = luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  g_assert_no_error (error);
  history = luotain_history_new (reader);
  g_assert_false (luotain_history_do (history, "Add", nothing_job, NULL, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_READ_ONLY);
}

/* A reader sees what is committed while the writer holds the file, and does not keep it from committing. */
static void
test_reader_beside_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  gpointer n = NULL;

  fixture_add (fixture, &luotain_finding_type, "Yksi", 0);
  reader = luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  g_assert_no_error (error);
  luotain_store_read (reader, fixture_count_job, (gpointer) &luotain_finding_type, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 1);
  fixture_add (fixture, &luotain_finding_type, "Kaksi", 0);
  luotain_store_read (reader, fixture_count_job, (gpointer) &luotain_finding_type, &n, &error);
  g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 2);
}

static void
test_second_writer_here (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_HELD);
  /* The refused one has not dropped the first one's lock. */
  g_clear_error (&error);
  g_assert_null (luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_HELD);
}

/* Another process: this program itself, told by its arguments to hold a workbook. */
static GSubprocess *
start_holder (Fixture *fixture)
{
  g_autofree char *path = path_of (fixture);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  GSubprocess *holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE,
                                          &error, self, "--hold", path, NULL);

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (output), FALSE);
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, "held");
  return holder;
}

static void
test_held_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) holder = NULL;
  g_autoptr (LuotainStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  fixture_close (fixture);
  holder = start_holder (fixture);
  assert_refused (fixture, LUOTAIN_OPEN_WRITE, LUOTAIN_STORE_ERROR_HELD, "test-store");
  before = g_get_monotonic_time ();
  assert_refused (fixture, LUOTAIN_OPEN_WRITE_WAIT, LUOTAIN_STORE_ERROR_HELD, "test-store");
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 1900000);
  reader = luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  g_assert_no_error (error);
  g_clear_object (&reader);

  /* The hold dies with the process. */
  g_subprocess_force_exit (holder);
  g_subprocess_wait (holder, NULL, NULL);
  fixture_open (fixture);
}

static void
test_vanished (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  NewRecord new_record = { &luotain_finding_type, "Yksi", 0 };
  g_autoptr (GFile) rescue = fixture_file (fixture, "rescue.luotain");

  fixture_add (fixture, &luotain_finding_type, "Nolla", 0);
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_false (
      luotain_history_do (fixture->history, "Add", add_without_answer, &new_record, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "moved"));
  g_clear_error (&error);

  /* What was in it can still be saved. */
  luotain_store_copy (fixture->store, rescue, TRUE, &error);
  g_assert_no_error (error);
  fixture_close (fixture);
  g_set_object (&fixture->file, rescue);
  fixture_open (fixture);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
}

static gboolean
contains_bytes (GFile *file, const char *needle)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &bytes, &length, NULL, NULL));
  return memmem (bytes, length, needle, strlen (needle)) != NULL;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) with = fixture_file (fixture, "with.luotain");
  g_autoptr (GFile) without = fixture_file (fixture, "without.luotain");
  g_autoptr (GError) error = NULL;
  const gint64 id = fixture_add (fixture, &luotain_finding_type, "Salaisuus, joka poistettiin", 0);

  fixture_add (fixture, &luotain_finding_type, "Jää", 0);
  fixture_delete (fixture, id);
  luotain_store_copy (fixture->store, with, TRUE, &error);
  g_assert_no_error (error);
  luotain_store_copy (fixture->store, without, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (contains_bytes (with, "Salaisuus"));
  g_assert_false (contains_bytes (without, "Salaisuus"));
  g_assert_true (contains_bytes (without, "Jää"));

  /* The original keeps its lock and its history. */
  fixture_add (fixture, &luotain_finding_type, "Lisää", 0);
  luotain_history_undo (fixture->history, NULL, &error);
  g_assert_no_error (error);
  fixture_close (fixture);
  g_set_object (&fixture->file, without);
  fixture_open (fixture);
  g_assert_false (luotain_history_can_undo (fixture->history));
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
}

static void
test_remove_permanently (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = fixture_add (fixture, &luotain_finding_type, "Nimeni on Arkaluonteinen", 0);

  fixture_add (fixture, &luotain_finding_type, "Jää", 0);
  luotain_store_remove_permanently (fixture->store, &id, 1, &error);
  g_assert_no_error (error);
  g_assert_false (luotain_history_can_undo (fixture->history));
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
  g_assert_false (contains_bytes (fixture->file, "Arkaluonteinen"));
  fixture_add (fixture, &luotain_finding_type, "Lisää", 0);
  luotain_history_undo (fixture->history, NULL, &error);
  g_assert_no_error (error);
}

static void
test_one_file_at_rest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  fixture_add (fixture, &luotain_finding_type, "Yksi", 0);
  dir = g_dir_open (fixture->folder, 0, NULL);

  while (g_dir_read_name (dir) != NULL)
    n++;

  g_assert_cmpuint (n, ==, 1);
}

/* A limit on the size of files is what a full disk looks like to SQLite. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture);
  GStatBuf info;
  struct rlimit limit, old;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (100000, 'x');
  NewRecord new_record = { &luotain_finding_type, text, 0 };

  signal (SIGXFSZ, SIG_IGN);
  g_stat (path, &info);
  getrlimit (RLIMIT_FSIZE, &old);
  limit = old;
  limit.rlim_cur = info.st_size + 8192;
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (
      luotain_history_do (fixture->history, "Add", add_without_answer, &new_record, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &old);
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_FAILED);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 0);

  /* And then it goes on. */
  fixture_add (fixture, &luotain_finding_type, text, 0);
  g_assert_cmpuint (fixture_count (fixture, &luotain_finding_type), ==, 1);
}

static void
test_exists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      luotain_store_create (fixture->file, &luotain_workbook_model, luotain_workbook_seed, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static int
hold (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LuotainStore) store = luotain_store_open (file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE,
                                                       NULL);

  if (store == NULL)
    return 1;

  puts ("held");
  fflush (stdout);
  return getchar () == EOF ? 0 : 1;
}

/* ---- other threads ---- */

static void
note_thread_cb (LuotainStore *store, LuotainChanges *changes, gpointer data)
{
  GThread **thread = data;

  (void) store;
  (void) changes;
  *thread = g_thread_self ();
}

static gpointer
count_in_thread (gpointer data)
{
  gpointer n = NULL;

  luotain_store_read (data, fixture_count_job, (gpointer) &luotain_finding_type, &n, NULL);
  return n;
}

/* A package is made on a thread of its own; what it notices by the way is told where windows are. */
static void
test_told_where_it_was_opened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainStore) reader = NULL;
  GThread *told_on = NULL;
  gpointer n;

  (void) data;
  fixture_close (fixture);
  reader = luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_READ, &error);
  g_assert_no_error (error);
  g_signal_connect (reader, "changed", G_CALLBACK (note_thread_cb), &told_on);
  fixture_open (fixture);
  fixture_add (fixture, &luotain_finding_type, "Akku", 0);
  fixture_close (fixture);

  /* As while a window runs. */
  g_assert_true (g_main_context_acquire (NULL));
  n = g_thread_join (g_thread_new ("package", count_in_thread, reader));
  g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 1);
  g_assert_null (told_on);
  while (told_on == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (told_on == g_thread_self ());
  g_main_context_release (NULL);
}

static gpointer
ask_until_closed (gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer n = NULL;

  while (luotain_store_read (data, fixture_count_job, (gpointer) &luotain_finding_type, &n, &error))
    continue;

  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_FAILED);
  return NULL;
}

/* Who asks while the workbook is closed is answered: with what was asked for, or that it was closed. */
static void
test_closed_while_asked (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture_close (fixture);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LuotainStore) store = luotain_store_open (fixture->file, &luotain_workbook_model,
                                                           LUOTAIN_OPEN_READ, &error);
      GThread *threads[2];

      g_assert_no_error (error);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("ask", ask_until_closed, store);
      g_usleep (i % 50);
      luotain_store_close (store);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--hold") == 0)
    return hold (argv[2]);

  g_test_init (&argc, &argv, NULL);
  add ("/store/no-workbook", test_no_workbook);
  add ("/store/other-database", test_other_database);
  add ("/store/newer", test_newer);
  add ("/store/foreign-trigger", test_foreign_trigger);
  add ("/store/told-where-it-was-opened", test_told_where_it_was_opened);
  add ("/store/closed-while-asked", test_closed_while_asked);
  add ("/store/damaged-pages", test_damaged_pages);
  add ("/store/truncated", test_truncated);
  add ("/store/sound", test_sound);
  add ("/store/incomplete-record", test_incomplete_record);
  add ("/store/read-only-file", test_read_only_file);
  add ("/store/read-only-folder", test_read_only_folder);
  add ("/store/reader-cannot-write", test_reader_cannot_write);
  add ("/store/reader-beside-writer", test_reader_beside_writer);
  add ("/store/second-writer-here", test_second_writer_here);
  add ("/store/held-elsewhere", test_held_elsewhere);
  add ("/store/vanished", test_vanished);
  add ("/store/copy", test_copy);
  add ("/store/remove-permanently", test_remove_permanently);
  add ("/store/one-file-at-rest", test_one_file_at_rest);
  add ("/store/disk-full", test_disk_full);
  add ("/store/exists", test_exists);
  return g_test_run ();
}
