#include "config.h"

#include "luotain-cli-commands.h"

#include "luotain-exchange-error.h"
#include "luotain-store-error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const LuotainCliCommand *const commands[] = {
  &luotain_cli_new,
  &luotain_cli_import,
  &luotain_cli_export,
  &luotain_cli_validate,
  &luotain_cli_info,
  &luotain_cli_list,
  &luotain_cli_show,
  &luotain_cli_why,
  &luotain_cli_stands_on,
  &luotain_cli_stale,
  &luotain_cli_cross_impact,
  &luotain_cli_why_not,
  &luotain_cli_different,
  &luotain_cli_robustness,
  &luotain_cli_coverage,
  &luotain_cli_freeze,
  &luotain_cli_editions,
  &luotain_cli_addendum,
  &luotain_cli_compare,
  &luotain_cli_esco,
  &luotain_cli_add,
  &luotain_cli_set,
  &luotain_cli_link,
  &luotain_cli_unlink,
  &luotain_cli_delete,
  &luotain_cli_undo,
  &luotain_cli_redo,
  &luotain_cli_history,
  &luotain_cli_check,
  &luotain_cli_copy,
  &luotain_cli_archive,
  &luotain_cli_verify,
  &luotain_cli_shelf,
  &luotain_cli_remove_permanently,
  NULL,
};

const LuotainCliCommand *const *
luotain_cli_commands (void)
{
  return commands;
}

static const LuotainCliCommand *
find_command (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

static void
print_overview (FILE *stream)
{
  fprintf (stream, "%s\n%s\n", _ ("Examples:"),
           "  luotain-cli new meri.luotain --title \"Meriklusteri 2030\" --language fi\n"
           "  luotain-cli add meri.luotain finding title=\"Akut joka lauttaan\" kind=weak-signal\n"
           "  luotain-cli list meri.luotain finding\n"
           "  luotain-cli export meri.luotain -o meri.xml\n"
           "  luotain-cli validate meri.xml\n");
  fprintf (stream, "%s\n  luotain-cli %s\n  luotain-cli --help | --version\n\n%s\n", _ ("Usage:"),
           _ ("COMMAND …"), _ ("Commands:"));

  for (guint i = 0; commands[i] != NULL; i++)
    fprintf (stream, "  %s %s\n      %s\n", commands[i]->name, commands[i]->arguments,
             _ (commands[i]->summary));

  fprintf (
      stream, "\n%s\n",
      _ ("“luotain-cli COMMAND --help” tells more. Exit status: 0 done, 1 failed, 2 wrong usage, 3 bad input or a "
         "newer version, 4 read-only or held by another program, 5 damaged."));
}

/* What is wrong inside a file does not know the file's name. */
static void
print_failure (LuotainCliCall *call, const GError *error)
{
  /* Faults of an input begin with its name and line, so that editors and scripts can follow them. */
  if (g_error_matches (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT))
    fprintf (stderr, "%s\n", error->message);
  else if (g_error_matches (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED) && call->n_words > 0)
    fprintf (stderr, "luotain-cli: %s: %s\n", call->words[0], error->message);
  else
    fprintf (stderr, "luotain-cli: %s\n", error->message);
}

static int
report_failure (LuotainCliCall *call, const GError *error)
{
  const LuotainCliStatus status = luotain_cli_status_of (error);

  print_failure (call, error);

  if (status == LUOTAIN_CLI_USAGE)
    fprintf (stderr, _ ("“luotain-cli %s --help” shows how it is used.\n"), call->command->name);

  return status;
}

static int
run_command (const LuotainCliCommand *command, char **argv, const LuotainCliDrawings *drawings)
{
  g_autoptr (LuotainCliCall) call = luotain_cli_call_new (command, argv);
  g_autoptr (GError) error = NULL;

  call->drawings = drawings;
  if (!command->run (call, &error) && error != NULL)
    return report_failure (call, error);

  if (!luotain_cli_output_flush (call->output, &error))
    return report_failure (call, error);

  return call->status;
}

int
luotain_cli_main (int argc, char **argv, const LuotainCliDrawings *drawings)
{
  const char *name = argc > 1 ? argv[1] : NULL;
  const LuotainCliCommand *command = name != NULL ? find_command (name) : NULL;

  if (command != NULL)
    return run_command (command, argv + 1, drawings);

  if (g_strcmp0 (name, "--version") == 0)
    {
      printf ("luotain-cli %s\n", PACKAGE_VERSION);
      return fflush (stdout) == 0 ? LUOTAIN_CLI_DONE : LUOTAIN_CLI_FAILED;
    }

  if (g_strcmp0 (name, "--help") == 0 || g_strcmp0 (name, "-h") == 0)
    {
      print_overview (stdout);
      return fflush (stdout) == 0 ? LUOTAIN_CLI_DONE : LUOTAIN_CLI_FAILED;
    }

  if (name == NULL)
    print_overview (stderr);
  else
    fprintf (stderr,
             _ ("luotain-cli: There is no command “%s”. “luotain-cli --help” lists those there are.\n"),
             name);

  return LUOTAIN_CLI_USAGE;
}
