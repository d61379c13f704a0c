#include "config.h"

#include "luotain-cli-call.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define PROGRAM "luotain-cli-draw"

/* Beside this one where it is run from the build tree, else where it was installed. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : NULL;

  return beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE)
             ? g_steal_pointer (&beside)
             : g_build_filename (PKGLIBEXECDIR, PROGRAM, NULL);
}

gboolean
luotain_cli_become_drawing (char **argv, GError **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, (gpointer) "luotain-cli");
  for (char **word = argv; *word != NULL; word++)
    g_ptr_array_add (arguments, *word);
  g_ptr_array_add (arguments, NULL);

  execv (program, (char **) arguments->pdata);
  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED,
               _ ("The program that draws, “%s”, cannot be run: %s. Install Luotain again."), program,
               g_strerror (errno));
  return FALSE;
}
