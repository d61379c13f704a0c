#include "luotain-cli-scratch.h"

#include <glib/gstdio.h>

struct _LuotainCliScratch
{
  char *path;
};

LuotainCliScratch *
luotain_cli_scratch_new (GError **error)
{
  g_autofree char *path = g_dir_make_tmp ("luotain-cli-XXXXXX", error);
  LuotainCliScratch *self;

  if (path == NULL)
    return NULL;

  self = g_new0 (LuotainCliScratch, 1);
  self->path = g_steal_pointer (&path);
  return self;
}

void
luotain_cli_scratch_free (LuotainCliScratch *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      g_remove (path);
    }

  g_rmdir (self->path);
  g_free (self->path);
  g_free (self);
}

GFile *
luotain_cli_scratch_get_file (LuotainCliScratch *self, const char *name)
{
  return g_file_new_build_filename (self->path, name, NULL);
}
