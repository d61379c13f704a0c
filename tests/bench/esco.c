/* esco CATALOGUE: types names into the catalogue, letter by letter, and prints the milliseconds of processor time of a key: the
 * median of all, the slowest of a hundred and the slowest. A key is a search, and freeing what was found. */
#include "luotain-esco.h"

#include <stdio.h>
#include <time.h>

#define MOST_MATCHES 8
#define ROUNDS 5

/* Beginnings that many names have, several words, and names that are nowhere. */
static const char *const typed[] = {
  "manage musical staff",
  "operate ship",
  "proces",
  "use maritime english",
  "s s s s s",
  "a b c d e f g h",
  "development of learning",
  "xyzzy plugh",
  "welding techniques",
  "co pr ma de",
};

static int
compare (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* Processor time: the frame is the time that this thread has, and others at work on the machine are no part of it. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainEsco) esco = luotain_esco_open (argc > 1 ? argv[1] : "", &error);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_no_error (error);
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      for (gsize length = 1; typed[i][length - 1] != '\0'; length++)
        {
          g_autofree char *text = g_strndup (typed[i], length);
          const double begun = now ();
          double taken;

          g_ptr_array_unref (luotain_esco_search (esco, text, NULL, MOST_MATCHES, &error));
          g_assert_no_error (error);
          taken = now () - begun;
          if (round > 0)
            g_array_append_val (times, taken);
        }

  g_array_sort (times, compare);
  printf ("%.3f %.3f %.3f\n", g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len * 99 / 100),
          g_array_index (times, double, times->len - 1));
  return 0;
}
