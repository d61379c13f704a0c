#include "luotain-shelf-folder.h"

#include "luotain-settings.h"

#define KEY "archive-folder"

GFile *
luotain_shelf_folder_load (void)
{
  g_autoptr (GSettings) settings = luotain_settings_new ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, KEY) : NULL;

  return uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

void
luotain_shelf_folder_save (GFile *folder)
{
  g_autoptr (GSettings) settings = luotain_settings_new ();
  g_autofree char *uri = g_file_get_uri (folder);

  if (settings != NULL)
    g_settings_set_string (settings, KEY, uri);
}
