/* Stands in for libFuzzer: gives every file of the corpus, whose folder is the argument, to the fuzzer once. */
#include <gio/gio.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_inputs (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);
  return names;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = list_inputs (argc > 1 ? argv[1] : ".");

  g_print ("1..%u\n", names->len);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize size = 0;
      const gboolean read = g_file_get_contents (path, &data, &size, NULL);

      if (read)
        LLVMFuzzerTestOneInput ((const guint8 *) data, size);
      g_print ("%sok %u %s\n", read ? "" : "not ", i + 1, name);
    }

  return names->len > 0 ? 0 : 1;
}
