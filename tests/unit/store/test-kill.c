/*
 * kill -9 at random moments of a stream of edits: no acknowledged edit is lost, no file is damaged.
 *
 * The program starts itself as a writer that says each edit after it was acknowledged, and ends it without mercy.
 */

#include "luotain-fixture.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 200
#define LONGEST_MS 40

static gboolean
add_some_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < n; i++)
    {
      NewRecord new_record = { &luotain_finding_type, "Havainto", 0 };
      g_autofree gint64 *id = NULL;

      if (!fixture_add_job (db, &new_record, (gpointer *) &id, error))
        return FALSE;
    }

  return TRUE;
}

/* One finding, or now and then two hundred at once; a step back and forth between, as people do. */
static int
write_for_ever (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LuotainStore) store = luotain_store_open (file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE,
                                                       NULL);
  g_autoptr (LuotainHistory) history = store != NULL ? luotain_history_new (store) : NULL;

  puts ("ready");
  fflush (stdout);

  for (guint i = 0; history != NULL; i++)
    {
      const guint n = i % 10 == 9 ? 200 : 1;

      if (!luotain_history_do (history, "Add", add_some_job, GUINT_TO_POINTER (n), NULL, NULL)
          || !luotain_history_undo (history, NULL, NULL) || !luotain_history_redo (history, NULL, NULL))
        return 1;

      printf ("%u\n", n);
      fflush (stdout);
    }

  return 1;
}

static guint
sum_lines (GDataInputStream *lines)
{
  guint sum = 0;
  char *line;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      sum += (guint) atoi (line);
      g_free (line);
    }

  return sum;
}

static guint
write_and_kill (Fixture *fixture)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--write",
                                                     path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *ready = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  ready = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_cmpstr (ready, ==, "ready");
  g_usleep (1000 * g_random_int_range (1, LONGEST_MS));
  g_subprocess_force_exit (writer);
  g_subprocess_wait (writer, NULL, &error);
  g_assert_no_error (error);
  return sum_lines (lines);
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  guint acknowledged = 0, interrupted = 0;

  fixture_close (fixture);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;
      guint present;

      acknowledged += write_and_kill (fixture);
      fixture_open (fixture);
      interrupted += luotain_store_was_unclean (fixture->store);
      faults = luotain_store_check (fixture->store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, 0);
      present = fixture_count (fixture, &luotain_finding_type);
      g_assert_cmpuint (present, >=, acknowledged);
      /* An edit may be durable though the kill came before it was said. */
      acknowledged = present;
      fixture_close (fixture);
    }

  g_test_message ("%u rounds, %u edits kept, %u changes interrupted and rolled back", ROUNDS, acknowledged,
                  interrupted);
  /* Fewer would prove little; a busy machine lets few through. */
  g_assert_cmpuint (acknowledged, >, ROUNDS / 10);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    return write_for_ever (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/random-moments", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
