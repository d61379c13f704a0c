#include "luotain-cli-session.h"

static LuotainCliSession *
open_session (const char *path, LuotainOpenMode mode, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  LuotainStore *store = luotain_store_open (file, &luotain_workbook_model, mode, error);
  LuotainCliSession *self;

  if (store == NULL)
    return NULL;

  self = g_new0 (LuotainCliSession, 1);
  self->store = store;
  return self;
}

LuotainCliSession *
luotain_cli_session_open (const char *path, GError **error)
{
  return open_session (path, LUOTAIN_OPEN_READ, error);
}

LuotainCliSession *
luotain_cli_session_open_to_write (const char *path, GError **error)
{
  LuotainCliSession *self = open_session (path, LUOTAIN_OPEN_WRITE_WAIT, error);

  if (self != NULL)
    self->history = luotain_history_new (self->store);

  return self;
}

static char *
identify (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE,
                                                  NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE)) : NULL;
}

gboolean
luotain_cli_session_is_file (LuotainCliSession *self, GFile *file)
{
  g_autofree char *own = identify (luotain_store_get_file (self->store));
  g_autofree char *other = identify (file);

  return own != NULL && g_strcmp0 (own, other) == 0;
}

void
luotain_cli_session_free (LuotainCliSession *self)
{
  g_clear_object (&self->history);
  luotain_store_close (self->store);
  g_object_unref (self->store);
  g_free (self);
}

gboolean
luotain_cli_read (const char *path, LuotainJob job, gpointer data, GError **error)
{
  g_autoptr (LuotainCliSession) session = luotain_cli_session_open (path, error);

  return session != NULL && luotain_store_read (session->store, job, data, NULL, error);
}

gboolean
luotain_cli_change (const char *path, const char *label, LuotainJob job, gpointer data, GError **error)
{
  g_autoptr (LuotainCliSession) session = luotain_cli_session_open_to_write (path, error);

  return session != NULL && luotain_history_do (session->history, label, job, data, NULL, error);
}
