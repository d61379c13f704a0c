#include "config.h"

#include "luotain-cli-call.h"

#include <glib/gi18n-lib.h>

LuotainCliCall *
luotain_cli_call_new (const LuotainCliCommand *command, char **argv)
{
  LuotainCliCall *self = g_new0 (LuotainCliCall, 1);

  self->command = command;
  self->argv = g_strdupv (argv);
  self->output = luotain_cli_output_new ();
  return self;
}

void
luotain_cli_call_free (LuotainCliCall *self)
{
  g_strfreev (self->argv);
  g_strfreev (self->words);
  luotain_cli_output_free (self->output);
  g_free (self);
}

static void
print_help (LuotainCliCall *self, GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  g_auto (GStrv) examples = g_strsplit (self->command->examples, "\n", -1);

  luotain_cli_output_printf (self->output, "%s\n", _ ("Examples:"));

  for (char **example = examples; **example != '\0'; example++)
    luotain_cli_output_printf (self->output, "  %s\n", *example);

  luotain_cli_output_printf (self->output, "\n%s", help);
}

static gboolean
check_words (LuotainCliCall *self, guint least, guint most, GError **error)
{
  if (self->n_words < least)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("Something is missing. It is called so: luotain-cli %s %s"), self->command->name,
                 self->command->arguments);
  else if (self->n_words > most)
    g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                 _ ("“%s” is one word too many. It is called so: luotain-cli %s %s"), self->words[most],
                 self->command->name, self->command->arguments);

  return self->n_words >= least && self->n_words <= most;
}

/* As file names: words are bytes, whatever the locale says. What must be text is made valid on its way in. */
gboolean
luotain_cli_call_parse (LuotainCliCall *self, const GOptionEntry *options, guint least, guint most,
                        GError **error)
{
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (self->command->arguments);
  g_autofree char *program = g_strconcat ("luotain-cli ", self->command->name, NULL);

  g_set_prgname (program);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (self->command->summary));

  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);

  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &self->argv, error))
    return FALSE;

  if (help)
    {
      print_help (self, context);
      return FALSE;
    }

  self->n_words = self->words != NULL ? g_strv_length (self->words) : 0;
  return check_words (self, least, most, error);
}
