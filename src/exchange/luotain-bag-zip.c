#include "config.h"

#include "luotain-bag-zip.h"

#include "luotain-atomic-file.h"
#include "luotain-exchange-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_BYTES (256 * 1024)

typedef struct archive Archive;
typedef struct archive_entry Entry;

static void
free_archive (Archive *archive)
{
  archive_write_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, archive_entry_free)

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error; /* (nullable): why the stream took no more */
} Sink;

static la_ssize_t
write_cb (Archive *archive, void *data, const void *buffer, size_t length)
{
  Sink *sink = data;

  if (sink->error == NULL
      && g_output_stream_write_all (sink->stream, buffer, length, NULL, sink->cancellable, &sink->error))
    return (la_ssize_t) length;

  archive_set_error (archive, 5, "write");
  return -1;
}

static gboolean
fail (Archive *archive, Sink *sink, GError **error)
{
  if (sink->error != NULL)
    g_propagate_error (error, g_steal_pointer (&sink->error));
  else
    g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
                 _ ("The zip could not be made: %s"), archive_error_string (archive));
  return FALSE;
}

/* Names in a zip are read in many ways, but ASCII in one. */
static char *
name_folder (GFile *target)
{
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *plain = g_str_to_ascii (base, "C");
  char *end = g_str_has_suffix (plain, ".zip") ? plain + strlen (plain) - 4 : plain + strlen (plain);

  *end = '\0';
  g_strcanon (plain, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '-');
  while (g_str_has_suffix (plain, ".") || g_str_has_suffix (plain, "-"))
    plain[strlen (plain) - 1] = '\0';
  return g_strdup (plain[0] == '\0' || plain[0] == '.' ? "archive" : plain);
}

static gboolean
write_content (Archive *archive, GInputStream *stream, Sink *sink, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  gssize length;

  while ((length = g_input_stream_read (stream, buffer, BUFFER_BYTES, sink->cancellable, error)) > 0)
    if (archive_write_data (archive, buffer, (gsize) length) != length)
      return fail (archive, sink, error);

  return length == 0;
}

static gboolean
write_file (Archive *archive, const char *folder, const char *root, const char *path, Sink *sink,
            GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, path, NULL);
  g_autoptr (GFileInputStream) stream = g_file_read (file, sink->cancellable, error);
  g_autoptr (GFileInfo) info = stream != NULL
                                   ? g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                                     sink->cancellable, error)
                                   : NULL;
  g_autoptr (Entry) entry = archive_entry_new ();
  g_autofree char *name = g_build_path ("/", root, path, NULL);

  if (info == NULL)
    return FALSE;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, g_file_info_get_size (info));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, g_get_real_time () / G_USEC_PER_SEC, 0);

  return (archive_write_header (archive, entry) == ARCHIVE_OK || fail (archive, sink, error))
         && write_content (archive, G_INPUT_STREAM (stream), sink, error);
}

static gboolean
write_files (Archive *archive, const char *folder, const char *root, const char *const *paths, guint n_paths,
             Sink *sink, GError **error)
{
  if (archive_write_set_format_zip (archive) != ARCHIVE_OK
      || archive_write_zip_set_compression_store (archive) != ARCHIVE_OK
      || archive_write_set_bytes_in_last_block (archive, 1) != ARCHIVE_OK
      || archive_write_open (archive, sink, NULL, write_cb, NULL) != ARCHIVE_OK)
    return fail (archive, sink, error);

  for (guint i = 0; i < n_paths; i++)
    if (!write_file (archive, folder, root, paths[i], sink, error))
      return FALSE;

  return archive_write_close (archive) == ARCHIVE_OK || fail (archive, sink, error);
}

gboolean
luotain_bag_zip_pack (const char *folder, const char *const *paths, guint n_paths, GFile *target,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainAtomicFile) file = luotain_atomic_file_new (target, error);
  g_autoptr (Archive) archive = archive_write_new ();
  g_autofree char *root = name_folder (target);
  Sink sink = { .cancellable = cancellable };
  gboolean ok;

  if (file == NULL)
    return FALSE;

  sink.stream = luotain_atomic_file_get_stream (file);
  ok = write_files (archive, folder, root, paths, n_paths, &sink, error)
       && luotain_atomic_file_commit (file, error);

  /* Freeing an archive in the middle of a file writes its end: into a file that goes. */
  if (!ok)
    archive_write_fail (archive);
  g_clear_error (&sink.error);
  return ok;
}
