#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-edition.h"
#include "luotain-id.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LuotainNewAddendum addendum;
  LuotainCliId about; /* id 0 for none */
  gint64 *id;
} Addition;

static gboolean
add_addendum (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Addition *addition = data;

  if (!luotain_cli_require_id (db, &addition->about, error))
    return FALSE;

  return luotain_edition_add_addendum (db, &addition->addendum, (gpointer *) &addition->id, error);
}

static gboolean
run_addendum (LuotainCliCall *call, GError **error)
{
  g_autofree char *about = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry options[] = {
    { "about", 0, 0, G_OPTION_ARG_STRING, &about, N_ ("The record it is about"), N_ ("ID") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Language of the text; else that of the workbook"), "fi|sv|en" },
    { NULL },
  };
  Addition addition = { 0 };
  LuotainLanguage parsed;
  g_autofree gint64 *id = NULL;
  g_autofree char *written = NULL;

  if (!luotain_cli_call_parse (call, options, 3, 3, error)
      || (language != NULL && !luotain_cli_parse_language (language, &parsed, error))
      || (about != NULL && !luotain_cli_parse_id (about, &addition.about, error)))
    return FALSE;

  addition.addendum.edition = call->words[1];
  addition.addendum.text = call->words[2];
  addition.addendum.language = language;
  addition.addendum.about = addition.about.id;

  if (!luotain_cli_change (call->words[0], N_ ("Add Addendum"), add_addendum, &addition, error))
    return FALSE;

  id = addition.id;
  written = luotain_id_to_string ("addendum", *id);
  luotain_cli_output_printf (call->output, "%s\n", written);
  return TRUE;
}

const LuotainCliCommand luotain_cli_addendum = {
  .name = "addendum",
  .arguments = "FILE EDITION TEXT [--about ID] [--language fi|sv|en]",
  .summary = N_ (
      "Adds a text of today to an edition, beside what was frozen, and prints its id. It can be undone, the edition "
      "cannot."),
  .examples =
      "luotain-cli addendum meri.luotain \"Johtoryhmä 2026\" \"Lausunto saatiin vasta maaliskuussa.\"\n"
      "luotain-cli addendum meri.luotain \"Johtoryhmä 2026\" \"Tila ei enää pidä.\" --about state-3K7ZQ9M2N4PRS\n",
  .run = run_addendum,
};
