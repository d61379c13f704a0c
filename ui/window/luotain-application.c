#include "config.h"

#include "luotain-application.h"
#include "luotain-window.h"

struct _LuotainApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (LuotainApplication, luotain_application, ADW_TYPE_APPLICATION)

static void
luotain_application_activate (GApplication *application)
{
  LuotainWindow *window = luotain_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
}

static void
luotain_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      LuotainWindow *window = luotain_window_new (GTK_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (window));
      luotain_window_open (window, files[i]);
    }
}

static void
luotain_application_class_init (LuotainApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = luotain_application_activate;
  application_class->open = luotain_application_open;
}

static void
luotain_application_init (LuotainApplication *self)
{
}

GApplication *
luotain_application_new (void)
{
  return g_object_new (LUOTAIN_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
