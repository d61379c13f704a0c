#include "config.h"

#include "luotain-atomic-file.h"

#include "luotain-atomic-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (256 * 1024)

struct _LuotainAtomicFile
{
  char *path;
  char *temporary_path;
  int fd;
  GOutputStream *stream;
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _ ("“%s” could not be written: %s. Choose another folder or free some space, and try again."),
               shown, g_strerror (code));
  return FALSE;
}

/* A rename would put an ordinary file in the place of /dev/null, and take no notice of a file's write protection. */
static gboolean
check_place (LuotainAtomicFile *self, GError **error)
{
  g_autofree char *shown = NULL;
  char *resolved = realpath (self->path, NULL);
  GStatBuf info;

  if (resolved == NULL)
    return TRUE;

  /* What a link leads to is replaced, not the link. */
  g_free (self->path);
  self->path = g_strdup (resolved);
  free (resolved);

  if (g_stat (self->path, &info) != 0 || S_ISREG (info.st_mode))
    return g_access (self->path, W_OK) == 0 || fail (self->path, errno, error);

  shown = g_filename_display_name (self->path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
               _ ("“%s” is no ordinary file, so it was left as it is. Choose another name."), shown);
  return FALSE;
}

LuotainAtomicFile *
luotain_atomic_file_new (GFile *file, GError **error)
{
  g_autoptr (LuotainAtomicFile) self = g_new0 (LuotainAtomicFile, 1);
  g_autoptr (GOutputStream) plain = NULL;

  self->fd = -1;
  self->path = g_file_get_path (file);

  if (self->path == NULL)
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
          _ ("Files can be written to folders of this computer only. Choose such a folder."));
      return NULL;
    }

  if (!check_place (self, error))
    return NULL;

  self->temporary_path = g_strdup_printf ("%s.%08x.part", self->path, g_random_int ());
  self->fd = g_open (self->temporary_path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

  if (self->fd < 0)
    {
      fail (self->path, errno, error);
      g_clear_pointer (&self->temporary_path, g_free);
      return NULL;
    }

  plain = g_unix_output_stream_new (self->fd, FALSE);
  self->stream = g_buffered_output_stream_new_sized (plain, BUFFER_BYTES);
  return g_steal_pointer (&self);
}

GOutputStream *
luotain_atomic_file_get_stream (LuotainAtomicFile *self)
{
  return self->stream;
}

const char *
luotain_atomic_file_peek_path (LuotainAtomicFile *self)
{
  return self->temporary_path;
}

/* A file that is replaced keeps the rights its owner gave it. */
static void
keep_mode (LuotainAtomicFile *self)
{
  GStatBuf info;

  if (g_stat (self->path, &info) == 0)
    (void) fchmod (self->fd, info.st_mode & 0777);
}

gboolean
luotain_atomic_file_commit (LuotainAtomicFile *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_return_val_if_fail (self->temporary_path != NULL, FALSE);

  if (!g_output_stream_flush (self->stream, NULL, error))
    {
      g_autofree char *shown = g_filename_display_name (self->path);

      g_prefix_error (error, _ ("“%s” could not be written: "), shown);
      return FALSE;
    }

  keep_mode (self);

  if (fsync (self->fd) != 0 || g_rename (self->temporary_path, self->path) != 0)
    return fail (self->path, errno, error);

  g_clear_pointer (&self->temporary_path, g_free);
  luotain_folder_sync (folder);
  return TRUE;
}

void
luotain_atomic_file_free (LuotainAtomicFile *self)
{
  if (self == NULL)
    return;

  if (self->temporary_path != NULL)
    g_unlink (self->temporary_path);

  g_clear_object (&self->stream);

  if (self->fd >= 0)
    close (self->fd);

  g_free (self->temporary_path);
  g_free (self->path);
  g_free (self);
}
