/* Holds a workbook open for writing, as the window does, until standard input ends. */
#include "luotain-store.h"
#include "luotain-workbook-model.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argc > 1 ? argv[1] : "");
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainStore) store = luotain_store_open (file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE,
                                                       &error);

  if (store == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  puts ("held");
  fflush (stdout);

  while (getchar () != EOF)
    continue;

  luotain_store_close (store);
  return 0;
}
