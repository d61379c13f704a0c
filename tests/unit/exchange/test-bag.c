#include "luotain-atomic-folder.h"
#include "luotain-bag-path.h"
#include "luotain-bag-writer.h"
#include "luotain-bag.h"
#include "luotain-exchange-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *place;
  GFile *target;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("luotain-bag-XXXXXX", NULL);
  fixture->place = g_build_filename (fixture->folder, data != NULL ? data : "bag", NULL);
  fixture->target = g_file_new_for_path (fixture->place);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  luotain_folder_remove (fixture->folder);
  g_object_unref (fixture->target);
  g_free (fixture->place);
  g_free (fixture->folder);
}

static gboolean
write_bag (Fixture *fixture, gsize size, GError **error)
{
  g_autoptr (LuotainBagWriter) writer = luotain_bag_writer_new (fixture->target,
                                                                g_str_has_suffix (fixture->place, ".zip"),
                                                                NULL, error);
  g_autofree char *large = g_strnfill (size, 'x');

  if (writer == NULL)
    return FALSE;

  luotain_bag_writer_set_info (writer, "External-Description", "Two\nlines");
  return luotain_bag_writer_add (writer, "data/report.xml", "<report/>\n", -1, error)
         && luotain_bag_writer_add (writer, "data/tables/large.csv", large, -1, error)
         && luotain_bag_writer_add (writer, "README.txt", "Read\n", -1, error)
         && luotain_bag_writer_commit (writer, error);
}

static LuotainBag *
read_bag (GFile *file, const LuotainBagLimits *limits, GError **error)
{
  g_autoptr (LuotainBagSource) source = luotain_bag_source_open (file, limits, NULL, error);

  return source != NULL ? luotain_bag_read (source, TRUE, NULL, NULL, error) : NULL;
}

static void
assert_note (const LuotainBag *bag, LuotainBagNoteKind kind, const char *path, const char *other)
{
  for (guint i = 0; i < bag->notes->len; i++)
    {
      const LuotainBagNote *note = bag->notes->pdata[i];

      if (note->kind == kind && g_strcmp0 (note->path, path) == 0
          && (other == NULL || g_strcmp0 (note->other, other) == 0))
        {
          g_autofree char *sentence = luotain_bag_note_to_string (note);

          g_assert_null (strstr (sentence, "$s"));
          return;
        }
      g_test_message ("%s: %s, %s", luotain_bag_note_name (note->kind), note->path, note->other);
    }

  g_error ("no note %s: %s", luotain_bag_note_name (kind), path);
}

static void
put (Fixture *fixture, const char *path, const char *content)
{
  g_autofree char *full = g_build_filename (fixture->place, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0777);
  g_file_set_contents (full, content, -1, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBag) bag = NULL;
  const gboolean ok = write_bag (fixture, 700000, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  bag = read_bag (fixture->target, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bag->n_faults, ==, 0);
  g_assert_cmpuint (bag->notes->len, ==, 0);
  g_assert_true (bag->verified);
  g_assert_cmpint (bag->version, ==, 100);
  g_assert_cmpuint (bag->n_files, ==, 2);
  g_assert_cmpuint (bag->n_bytes, ==, 700010);
  g_assert_cmpstr (luotain_bag_get_info (bag, "external-description"), ==, "Two lines");
  g_assert_cmpstr (luotain_bag_get_info (bag, "Payload-Oxum"), ==, "700010.2");
}

/* The program everybody has agrees with us. */
static void
test_coreutils (Fixture *fixture, gconstpointer data)
{
  static const char *const checks[][4] = {
    { "sha512sum", "--strict", "-c", "manifest-sha512.txt" },
    { "sha256sum", "--strict", "-c", "manifest-sha256.txt" },
    { "sha512sum", "--strict", "-c", "tagmanifest-sha512.txt" },
    { "sha256sum", "--strict", "-c", "tagmanifest-sha256.txt" },
  };
  g_autoptr (GError) error = NULL;

  write_bag (fixture, 300000, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      const char *argv[] = { checks[i][0], checks[i][1], checks[i][2], checks[i][3], NULL };
      g_autofree char *out = NULL;
      int status = -1;

      g_spawn_sync (fixture->place, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                    &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
    }
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBag) bag = NULL;
  g_autofree char *report = g_build_filename (fixture->place, "data", "report.xml", NULL);
  g_autofree char *table = g_build_filename (fixture->place, "data", "tables", "large.csv", NULL);
  g_autofree char *moved = g_build_filename (fixture->place, "data", "other.csv", NULL);

  write_bag (fixture, 10, &error);
  g_assert_no_error (error);

  put (fixture, "data/report.xml", "<reporu/>\n");
  bag = read_bag (fixture->target, NULL, &error);
  g_assert_cmpuint (bag->n_faults, ==, 1);
  assert_note (bag, LUOTAIN_BAG_CHANGED, "data/report.xml", NULL);
  g_clear_pointer (&bag, luotain_bag_free);

  g_unlink (report);
  bag = read_bag (fixture->target, NULL, &error);
  assert_note (bag, LUOTAIN_BAG_MISSING, "data/report.xml", NULL);
  assert_note (bag, LUOTAIN_BAG_WRONG_SIZE, "20.2", "10.1");
  g_clear_pointer (&bag, luotain_bag_free);

  put (fixture, "data/report.xml", "<report/>\n");
  put (fixture, "data/extra", "x");
  g_rename (table, moved);
  bag = read_bag (fixture->target, NULL, &error);
  assert_note (bag, LUOTAIN_BAG_EXTRA, "data/extra", NULL);
  assert_note (bag, LUOTAIN_BAG_RENAMED, "data/tables/large.csv", "data/other.csv");
  g_assert_cmpuint (bag->n_faults, ==, 3);
  g_clear_pointer (&bag, luotain_bag_free);

  /* A tag file is guarded too. */
  g_rename (moved, table);
  put (fixture, "README.txt", "Reae\n");
  bag = read_bag (fixture->target, NULL, &error);
  assert_note (bag, LUOTAIN_BAG_CHANGED, "README.txt", NULL);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBag) bag = NULL;
  g_autofree char *link = g_build_filename (fixture->place, "data", "away", NULL);

  write_bag (fixture, 10, &error);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  bag = read_bag (fixture->target, NULL, &error);
  assert_note (bag, LUOTAIN_BAG_IS_LINK, "data/away", NULL);
  g_assert_false (bag->verified);
}

#define MD5_OF_X "9dd4e461268c8034f5c8564e155c67a6"

static void
test_others (Fixture *fixture, gconstpointer data)
{
  static const char *const versions[] = { "0.93", "0.94", "0.95", "0.96", "0.97", "1.0" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LuotainBag) bag = NULL;
      g_autofree char *declaration = g_strdup_printf (
          "BagIt-Version: %s\r\nTag-File-Character-Encoding: ISO-8859-1\r\n", versions[i]);

      put (fixture, "bagit.txt", declaration);
      put (fixture, "manifest-md5.txt", MD5_OF_X "\t*data/p\xe4iv\xe4.txt\r\n");
      put (fixture, "manifest-crc32.txt", "12345678  data/p\xe4iv\xe4.txt\n");
      put (fixture, "data/päivä.txt", "x");
      put (fixture, "fetch.txt", "https://example.org/a - data/a\nhttps://example.org/b 5 data/b\n");
      put (fixture, i < 3 ? "package-info.txt" : "bag-info.txt",
           "Source-Organization: \xc5lands\r\n  gymnasium\r\n");
      bag = read_bag (fixture->target, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (bag->n_faults, ==, 0);
      assert_note (bag, LUOTAIN_BAG_WEAK, "md5", NULL);
      assert_note (bag, LUOTAIN_BAG_FETCH, "fetch.txt", "2");
      assert_note (bag, LUOTAIN_BAG_UNKNOWN_CHECKSUM, "manifest-crc32.txt", NULL);
      g_assert_cmpstr (luotain_bag_get_info (bag, "Source-Organization"), ==, "Ålands gymnasium");
    }

  for (guint i = 0; i < 4; i++)
    {
      static const char *const wrong[] = { "BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n",
                                           "BagIt-Version: 0.92\nTag-File-Character-Encoding: UTF-8\n",
                                           "BagIt-Version: 1\nTag-File-Character-Encoding: UTF-8\n", "" };
      g_autoptr (GError) error = NULL;

      put (fixture, "bagit.txt", wrong[i]);
      g_assert_null (read_bag (fixture->target, NULL, &error));
      g_assert_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT);
    }
}

static void
test_manifests (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainBag) bag = NULL;

  put (fixture, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  put (fixture, "manifest-md5.txt",
       MD5_OF_X "  data/a%0Ab%25\n" MD5_OF_X "  /etc/passwd\n" MD5_OF_X "  data/../../away\n" MD5_OF_X
                "  bagit.txt\nno line\n" MD5_OF_X "  data/a\xcc\x88.txt\n");
  put (fixture, "data/a\nb%", "x");
  put (fixture, "data/ä.txt", "x");
  bag = read_bag (fixture->target, NULL, &error);
  g_assert_no_error (error);
  assert_note (bag, LUOTAIN_BAG_OUTSIDE, "/etc/passwd", NULL);
  assert_note (bag, LUOTAIN_BAG_OUTSIDE, "data/../../away", NULL);
  assert_note (bag, LUOTAIN_BAG_OUTSIDE, "bagit.txt", NULL);
  assert_note (bag, LUOTAIN_BAG_BAD_LINE, "manifest-md5.txt", "5");
  assert_note (bag, LUOTAIN_BAG_SPELLED, "data/a\xcc\x88.txt", "data/ä.txt");
  g_assert_cmpuint (bag->n_faults, ==, 4);
}

/* ---- hostile zips ---- */

typedef struct
{
  const char *path;
  const char *content;
  gsize zeros; /* in place of content */
  const char *link;
} Part;

static void
write_zip (GFile *file, const Part *parts, guint n_parts)
{
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, g_file_peek_path (file)), ==, ARCHIVE_OK);

  for (guint i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      g_autofree char *zeros = g_malloc0 (parts[i].zeros + 1);
      const char *content = parts[i].content != NULL ? parts[i].content : zeros;
      const gsize size = parts[i].content != NULL ? strlen (content) : parts[i].zeros;

      archive_entry_set_pathname (entry, parts[i].path);
      archive_entry_set_filetype (entry, parts[i].link != NULL ? AE_IFLNK : AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, parts[i].link != NULL ? 0 : (gint64) size);
      if (parts[i].link != NULL)
        archive_entry_set_symlink (entry, parts[i].link);
      g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
      if (parts[i].link == NULL)
        archive_write_data (zip, content, size);
      archive_entry_free (entry);
    }

  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
}

#define DECLARATION \
  { \
    "b/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n" \
  }

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    Part part, other;
    LuotainBagNoteKind kind;
    const char *path;
  } cases[] = {
    { { "b/../../x", "x" }, { "b/y", "" }, LUOTAIN_BAG_OUTSIDE, "../../x" },
    { { "/etc/x", "x" }, { "b/y", "" }, LUOTAIN_BAG_OUTSIDE, "/etc/x" },
    { { "C:/x", "x" }, { "b/y", "" }, LUOTAIN_BAG_OUTSIDE, "C:/x" },
    { { "beside/x", "x" }, { "b/y", "" }, LUOTAIN_BAG_OUTSIDE, "beside/x" },
    { { "b/data/x", NULL, 0, "/etc/passwd" }, { "b/y", "" }, LUOTAIN_BAG_IS_LINK, "data/x" },
    { { "b/data/x", "x" }, { "b/data/X", "y" }, LUOTAIN_BAG_DUPLICATE, "data/x" },
    { { "b/data/x", "x" }, { "b/data/x", "y" }, LUOTAIN_BAG_DUPLICATE, "data/x" },
    { { "b/data/\xc3\xa4", "x" }, { "b/data/A\xcc\x88", "y" }, LUOTAIN_BAG_DUPLICATE, "data/\xc3\xa4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Part parts[] = { DECLARATION, cases[i].part, cases[i].other };
      g_autoptr (GError) error = NULL;
      g_autoptr (LuotainBag) bag = NULL;

      write_zip (fixture->target, parts, G_N_ELEMENTS (parts));
      bag = read_bag (fixture->target, NULL, &error);
      g_assert_no_error (error);
      assert_note (bag, cases[i].kind, cases[i].path, NULL);
      g_assert_false (bag->verified);
    }
}

static void
test_bombs (Fixture *fixture, gconstpointer data)
{
  static const Part parts[] = { DECLARATION, { "b/data/zeros", NULL, 4 << 20 } };
  const LuotainBagLimits too_many = {
    .n_files = 1, .n_bytes = 1 << 30, .small_bytes = 1 << 30, .ratio = 2000
  };
  const LuotainBagLimits too_large = {
    .n_files = 9, .n_bytes = 1 << 20, .small_bytes = 1 << 30, .ratio = 2000
  };
  const LuotainBagLimits too_dense = {
    .n_files = 9, .n_bytes = 1 << 30, .small_bytes = 1 << 20, .ratio = 200
  };
  const LuotainBagLimits *const limits[] = { &too_many, &too_large, &too_dense };
  g_autoptr (GError) none = NULL;
  g_autoptr (LuotainBag) bag = NULL;

  write_zip (fixture->target, parts, G_N_ELEMENTS (parts));
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bag (fixture->target, limits[i], &error));
      g_assert_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT);
    }

  bag = read_bag (fixture->target, NULL, &none);
  g_assert_no_error (none);
  assert_note (bag, LUOTAIN_BAG_NO_MANIFEST, NULL, NULL);
}

static void
test_extract (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (LuotainBagSource) source = NULL;

  write_bag (fixture, 10, &error);
  source = luotain_bag_source_open (fixture->target, NULL, NULL, &error);
  g_assert_true (luotain_bag_extract (source, "data/report.xml", out, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)), "<report/>\n", 10);

  g_assert_false (luotain_bag_extract (source, "data/none.xml", out, NULL, &error));
  g_assert_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT);
}

/* A limit on the size of files is what a full disk looks like. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  const gboolean zip = g_str_has_suffix (fixture->place, ".zip");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  struct rlimit old, limit;

  if (zip)
    {
      write_bag (fixture, 10, &error);
      g_assert_no_error (error);
    }

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  limit = old;
  /* In a zip the one file is larger than any in it: only the packing meets the end of the disk. */
  limit.rlim_cur = zip ? 301000 : 200000;
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (write_bag (fixture, 300000, &error));
  setrlimit (RLIMIT_FSIZE, &old);
  g_assert_nonnull (error);
  g_clear_error (&error);

  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, zip ? data : NULL);
  g_assert_null (g_dir_read_name (folder));
  if (zip)
    {
      g_autoptr (LuotainBag) bag = read_bag (fixture->target, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (bag->n_faults, ==, 0);
      g_assert_cmpuint (bag->n_bytes, ==, 20);
    }
}

/* A folder in which something stands is nobody's to replace. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture, "mine.txt", "x");
  g_assert_false (write_bag (fixture, 10, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static void
test_paths (void)
{
  g_autofree char *encoded = luotain_bag_path_encode ("a\r\n%b");
  g_autofree char *decoded = luotain_bag_path_decode ("a%0d%0A%25b%41", 100);
  g_autofree char *older = luotain_bag_path_decode ("a%0A%25", 97);
  g_autofree char *oldest = luotain_bag_path_decode ("a%0A", 96);
  g_autofree char *shown = luotain_bag_path_show ("a\n\xe2\x80\xae\xff");

  g_assert_cmpstr (encoded, ==, "a%0D%0A%25b");
  g_assert_cmpstr (decoded, ==, "a\r\n%b%41");
  g_assert_cmpstr (older, ==, "a\n%25");
  g_assert_cmpstr (oldest, ==, "a%0A");
  g_assert_cmpstr (shown, ==, "a%0A%202E\xef\xbf\xbd");
  g_assert_true (luotain_bag_path_is_safe ("data/a b/ä..txt"));
  g_assert_false (luotain_bag_path_is_safe (""));
  g_assert_false (luotain_bag_path_is_safe ("data//x"));
  g_assert_false (luotain_bag_path_is_safe ("data/./x"));
  g_assert_false (luotain_bag_path_is_safe ("data\\..\\x"));
  g_assert_false (luotain_bag_path_is_safe ("~root/x"));
  g_assert_false (luotain_bag_path_is_safe ("data/\xff"));
}

#define ADD(path, data, function) g_test_add ("/bag/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bag/paths", test_paths);
  ADD ("round-trip/folder", "bag", test_round_trip);
  ADD ("round-trip/zip", "bag ä.zip", test_round_trip);
  ADD ("coreutils", "bag", test_coreutils);
  ADD ("faults", "bag", test_faults);
  ADD ("link", "bag", test_link);
  ADD ("others", "bag", test_others);
  ADD ("manifests", "bag", test_manifests);
  ADD ("hostile", "bag.zip", test_hostile);
  ADD ("bombs", "bag.zip", test_bombs);
  ADD ("extract/folder", "bag", test_extract);
  ADD ("extract/zip", "bag.zip", test_extract);
  ADD ("disk-full/folder", "bag", test_disk_full);
  ADD ("disk-full/zip", "bag.zip", test_disk_full);
  ADD ("taken", "bag", test_taken);
  return g_test_run ();
}
