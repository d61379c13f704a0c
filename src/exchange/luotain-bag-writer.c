#include "config.h"

#include "luotain-bag-writer.h"

#include "luotain-atomic-folder.h"
#include "luotain-bag-hasher.h"
#include "luotain-bag-path.h"
#include "luotain-bag-tee.h"
#include "luotain-bag-zip.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_ALGORITHMS 2
#define BUFFER_BYTES (128 * 1024)

static const char *const algorithm_names[N_ALGORITHMS] = { "sha512", "sha256" };

typedef struct
{
  char *path;
  guint64 size;
  char *digests[N_ALGORITHMS];
} Written;

struct _LuotainBagWriter
{
  GFile *target;
  LuotainAtomicFolder *folder; /* for a zip what is packed into it */
  gboolean zip;
  GCancellable *cancellable; /* (nullable) */
  LuotainBagHasher *hasher;
  GPtrArray *files; /* (element-type Written): those that are ended */
  GString *info; /* bag-info.txt */

  char *path; /* (nullable): of the file being written */
  int fd;
  GOutputStream *tee;
  GOutputStream *stream;
};

static void
written_free (gpointer data)
{
  Written *file = data;

  for (guint i = 0; i < N_ALGORITHMS; i++)
    g_free (file->digests[i]);
  g_free (file->path);
  g_free (file);
}

LuotainBagWriter *
luotain_bag_writer_new (GFile *target, gboolean zip, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainBagWriter) self = g_new0 (LuotainBagWriter, 1);
  const LuotainBagAlgorithm *algorithms[N_ALGORITHMS];

  self->fd = -1;
  self->zip = zip;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->target = g_object_ref (target);
  self->files = g_ptr_array_new_with_free_func (written_free);
  self->info = g_string_new (NULL);
  for (guint i = 0; i < N_ALGORITHMS; i++)
    algorithms[i] = luotain_bag_algorithm_find (algorithm_names[i]);
  self->hasher = luotain_bag_hasher_new (algorithms, N_ALGORITHMS);

  self->folder = zip ? luotain_atomic_folder_new_beside (target, error)
                     : luotain_atomic_folder_new (target, error);

  return self->folder != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
make_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_mkdir_with_parents (folder, 0777) == 0 || luotain_folder_fail (path, errno, error);
}

GOutputStream *
luotain_bag_writer_begin (LuotainBagWriter *self, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (luotain_atomic_folder_peek_path (self->folder), path, NULL);
  g_autoptr (GOutputStream) plain = NULL;

  g_return_val_if_fail (self->path == NULL && luotain_bag_path_is_safe (path), NULL);

  if (!make_folder_of (full, error))
    return NULL;

  self->fd = g_open (full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (self->fd < 0)
    {
      luotain_folder_fail (full, errno, error);
      return NULL;
    }

  self->path = g_strdup (path);
  plain = g_unix_output_stream_new (self->fd, FALSE);
  self->tee = luotain_bag_tee_new (plain, self->hasher, self->cancellable);
  self->stream = g_buffered_output_stream_new_sized (self->tee, BUFFER_BYTES);
  return self->stream;
}

static void
close_file (LuotainBagWriter *self)
{
  if (self->path == NULL)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->tee);
  close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->path, g_free);
}

char *
luotain_bag_writer_make_folder (LuotainBagWriter *self, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (luotain_atomic_folder_peek_path (self->folder), path, NULL);

  if (g_mkdir_with_parents (full, 0777) == 0)
    return g_steal_pointer (&full);

  luotain_folder_fail (full, errno, error);
  return NULL;
}

/* Hands what was hashed on to the manifests. */
static void
take_file (LuotainBagWriter *self, const char *path, guint64 size)
{
  Written *file = g_new0 (Written, 1);

  file->path = g_strdup (path);
  file->size = size;
  luotain_bag_hasher_finish (self->hasher, file->digests);
  g_ptr_array_add (self->files, file);
}

gboolean
luotain_bag_writer_adopt (LuotainBagWriter *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (luotain_atomic_folder_peek_path (self->folder), path,
                                                      NULL);
  g_autoptr (GFileInputStream) stream = g_file_read (file, self->cancellable, error);
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  guint64 size = 0;
  gssize length = stream != NULL ? 0 : -1;

  while (stream != NULL
         && (length = g_input_stream_read (G_INPUT_STREAM (stream), buffer, BUFFER_BYTES, self->cancellable,
                                           error))
                > 0)
    {
      luotain_bag_hasher_update (self->hasher, buffer, (gsize) length);
      size += (gsize) length;
    }

  if (length == 0)
    take_file (self, path, size);
  else
    luotain_bag_hasher_finish (self->hasher, NULL);
  return length == 0;
}

gboolean
luotain_bag_writer_end (LuotainBagWriter *self, GError **error)
{
  const gboolean ok = g_output_stream_flush (self->stream, NULL, error);

  if (!ok)
    {
      g_prefix_error (error, _ ("“%s” could not be written: "), self->path);
      luotain_bag_hasher_finish (self->hasher, NULL);
      close_file (self);
      return FALSE;
    }

  /* A folder is what lasts; for a zip only the zip is. */
  if (!self->zip && fsync (self->fd) != 0)
    {
      const int code = errno;

      luotain_bag_hasher_finish (self->hasher, NULL);
      luotain_folder_fail (self->path, code, error);
      close_file (self);
      return FALSE;
    }

  take_file (self, self->path, luotain_bag_tee_get_count (LUOTAIN_BAG_TEE (self->tee)));
  close_file (self);
  return TRUE;
}

gboolean
luotain_bag_writer_add (LuotainBagWriter *self, const char *path, const char *data, gssize length,
                        GError **error)
{
  const gsize size = length < 0 ? strlen (data) : (gsize) length;
  GOutputStream *stream = luotain_bag_writer_begin (self, path, error);

  return stream != NULL && g_output_stream_write_all (stream, data, size, NULL, NULL, error)
         && luotain_bag_writer_end (self, error);
}

void
luotain_bag_writer_set_info (LuotainBagWriter *self, const char *label, const char *value)
{
  g_autofree char *line = g_strdup (value != NULL ? value : "");

  g_strstrip (g_strdelimit (line, "\r\n\t", ' '));
  if (*line != '\0')
    g_string_append_printf (self->info, "%s: %s\n", label, line);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Written *const *) a)->path, (*(const Written *const *) b)->path);
}

static gboolean
is_payload (const Written *file)
{
  return g_str_has_prefix (file->path, "data/");
}

/* `sha512sum -c` reads these lines. */
static gboolean
write_manifests (LuotainBagWriter *self, const char *prefix, gboolean payload, GError **error)
{
  GString *texts[N_ALGORITHMS];
  gboolean ok = TRUE;

  for (guint i = 0; i < N_ALGORITHMS; i++)
    texts[i] = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const Written *file = self->files->pdata[i];
      g_autofree char *path = luotain_bag_path_encode (file->path);

      for (guint j = 0; j < N_ALGORITHMS && is_payload (file) == payload; j++)
        g_string_append_printf (texts[j], "%s  %s\n", file->digests[j], path);
    }

  for (guint i = 0; i < N_ALGORITHMS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s.txt", prefix, algorithm_names[i]);

      ok = ok && luotain_bag_writer_add (self, name, texts[i]->str, (gssize) texts[i]->len, error);
      g_string_free (texts[i], TRUE);
    }

  return ok;
}

static gboolean
write_info (LuotainBagWriter *self, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *size = NULL;
  g_autofree char *oxum = NULL;
  guint64 bytes = 0;
  guint n_files = 0;

  for (guint i = 0; i < self->files->len; i++)
    if (is_payload (self->files->pdata[i]))
      {
        n_files++;
        bytes += ((const Written *) self->files->pdata[i])->size;
      }

  oxum = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", bytes, n_files);
  size = g_format_size (bytes);
  luotain_bag_writer_set_info (self, "Bagging-Date", date);
  luotain_bag_writer_set_info (self, "Payload-Oxum", oxum);
  luotain_bag_writer_set_info (self, "Bag-Size", size);
  return luotain_bag_writer_add (self, "bag-info.txt", self->info->str, (gssize) self->info->len, error);
}

static gboolean
write_tag_files (LuotainBagWriter *self, GError **error)
{
  static const char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  gboolean ok;

  g_ptr_array_sort (self->files, compare_paths);
  if (!write_manifests (self, "manifest", TRUE, error) || !write_info (self, error)
      || !luotain_bag_writer_add (self, "bagit.txt", declaration, -1, error))
    return FALSE;

  g_ptr_array_sort (self->files, compare_paths);
  ok = write_manifests (self, "tagmanifest", FALSE, error);
  g_ptr_array_sort (self->files, compare_paths);
  return ok;
}

static gboolean
put_zip (LuotainBagWriter *self, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  /* What a bag is, and what is in it, comes first: a reader of the stream knows it before the content. */
  for (int tags = 1; tags >= 0; tags--)
    for (guint i = 0; i < self->files->len; i++)
      if (is_payload (self->files->pdata[i]) != tags)
        g_ptr_array_add (paths, ((Written *) self->files->pdata[i])->path);

  return luotain_bag_zip_pack (luotain_atomic_folder_peek_path (self->folder),
                               (const char *const *) paths->pdata, paths->len, self->target,
                               self->cancellable, error);
}

gboolean
luotain_bag_writer_commit (LuotainBagWriter *self, GError **error)
{
  g_return_val_if_fail (self->path == NULL && self->folder != NULL, FALSE);

  return write_tag_files (self, error) && !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && (self->zip ? put_zip (self, error) : luotain_atomic_folder_commit (self->folder, error));
}

void
luotain_bag_writer_free (LuotainBagWriter *self)
{
  if (self == NULL)
    return;

  /* Its last bytes would be written when the stream goes; what is hashed of them is forgotten with the hasher. */
  close_file (self);
  g_clear_pointer (&self->hasher, luotain_bag_hasher_free);
  g_clear_pointer (&self->folder, luotain_atomic_folder_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_string_free (self->info, TRUE);
  g_clear_object (&self->target);
  g_clear_object (&self->cancellable);
  g_free (self);
}
