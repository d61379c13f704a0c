/* measure RESULT COMMAND…: runs it and writes "milliseconds, milliseconds of processor time, kB at most" to RESULT.
 * A small program does this, because the memory a process had before exec counts as its own. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
milliseconds (const struct timeval *time)
{
  return (double) time->tv_sec * 1e3 + (double) time->tv_usec / 1e3;
}

static double
now (char *text, size_t size)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  snprintf (text, size, "%lld%09ld", (long long) time.tv_sec, time.tv_nsec);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

int
main (int argc, char **argv)
{
  struct rusage usage;
  char stamp[40];
  FILE *result;
  double begun;
  int status;
  pid_t child;

  if (argc < 3)
    return 2;

  begun = now (stamp, sizeof stamp);
  setenv ("LUOTAIN_BENCH_BEGUN", stamp, 1);
  child = fork ();

  if (child == 0)
    {
      const char *preload = getenv ("LUOTAIN_BENCH_PRELOAD");

      if (preload != NULL)
        setenv ("LD_PRELOAD", preload, 1);
      execvp (argv[2], argv + 2);
      _exit (127);
    }

  if (child < 0 || wait4 (child, &status, 0, &usage) < 0 || (result = fopen (argv[1], "w")) == NULL)
    return 1;

  fprintf (result, "%.3f %.3f %ld\n", now (stamp, sizeof stamp) - begun,
           milliseconds (&usage.ru_utime) + milliseconds (&usage.ru_stime), usage.ru_maxrss);
  fclose (result);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 1;
}
