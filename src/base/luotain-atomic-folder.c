#include "config.h"

#include "luotain-atomic-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct _LuotainAtomicFolder
{
  char *path; /* what it is to be called */
  char *temporary; /* (nullable): %NULL once it has its name */
};

gboolean
luotain_folder_fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == EEXIST || code == ENOTEMPTY || code == ENOTDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _ ("“%s” is there already. Name a folder that does not exist yet, or an empty one."), shown);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” could not be written: %s"), shown,
                 g_strerror (code));
  return FALSE;
}

void
luotain_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      GStatBuf info;

      if (g_lstat (inner, &info) == 0 && S_ISDIR (info.st_mode))
        luotain_folder_remove (inner);
      else
        g_unlink (inner);
    }

  g_rmdir (path);
}

void
luotain_folder_sync (const char *path)
{
  const int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static void
sync_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        sync_tree (inner);
    }

  luotain_folder_sync (path);
}

LuotainAtomicFolder *
luotain_atomic_folder_new_beside (GFile *file, GError **error)
{
  g_autoptr (LuotainAtomicFolder) self = g_new0 (LuotainAtomicFolder, 1);
  g_autofree char *temporary = NULL;

  self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
          _ ("Files can be written to folders of this computer only. Choose such a folder."));
      return NULL;
    }

  temporary = g_strdup_printf ("%s.%08x.part", self->path, g_random_int ());
  if (g_mkdir (temporary, 0777) != 0)
    {
      luotain_folder_fail (self->path, errno, error);
      return NULL;
    }

  self->temporary = g_steal_pointer (&temporary);
  return g_steal_pointer (&self);
}

/* A name that is taken is found out at once, and again by the rename. */
LuotainAtomicFolder *
luotain_atomic_folder_new (GFile *folder, GError **error)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) there = path != NULL ? g_dir_open (path, 0, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS)
      && (there == NULL || g_dir_read_name (there) != NULL))
    {
      luotain_folder_fail (path, EEXIST, error);
      return NULL;
    }

  return luotain_atomic_folder_new_beside (folder, error);
}

const char *
luotain_atomic_folder_peek_path (LuotainAtomicFolder *self)
{
  return self->temporary;
}

/* The rename takes the place of an empty folder and of no other. */
gboolean
luotain_atomic_folder_commit (LuotainAtomicFolder *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->path);

  sync_tree (self->temporary);
  if (g_rename (self->temporary, self->path) != 0)
    return luotain_folder_fail (self->path, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  luotain_folder_sync (parent);
  return TRUE;
}

void
luotain_atomic_folder_free (LuotainAtomicFolder *self)
{
  if (self == NULL)
    return;

  if (self->temporary != NULL)
    luotain_folder_remove (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
