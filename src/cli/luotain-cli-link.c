#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-chain.h"
#include "luotain-edit.h"
#include "luotain-link.h"
#include "luotain-text.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LuotainCliId source;
  LuotainCliId target;
  const LuotainRole *role;
  const char *note; /* (nullable): as it was given */
} Tie;

static gboolean
tell_detail (LuotainDb *db, const Tie *tie, GError **error)
{
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *detail = NULL;
  LuotainLanguage language;

  if (!luotain_workbook_language (db, &language, error))
    return FALSE;

  source = luotain_chain_title (db, tie->source.id, language, error);
  target = source != NULL ? luotain_chain_title (db, tie->target.id, language, error) : NULL;

  if (target == NULL)
    return FALSE;

  detail = g_strdup_printf ("%s → %s", source, target);
  luotain_db_set_detail (db, detail);
  return TRUE;
}

static gboolean
require_ends (LuotainDb *db, const Tie *tie, GError **error)
{
  return luotain_cli_require_id (db, &tie->source, error) && luotain_cli_require_id (db, &tie->target, error);
}

static gboolean
set_note (LuotainDb *db, const Tie *tie, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *note = NULL;

  if (tie->note == NULL)
    return TRUE;

  note = luotain_text_normalize (tie->note, -1, LUOTAIN_TEXT_REFUSE, NULL, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return luotain_link_set_note (db, tie->source.id, tie->role, tie->target.id, note, error);
}

static gboolean
link_records (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Tie *tie = data;

  return require_ends (db, tie, error)
         && luotain_edit_link (db, tie->source.id, tie->role->name, tie->target.id, error)
         && set_note (db, tie, error) && tell_detail (db, tie, error);
}

static gboolean
unlink_records (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Tie *tie = data;

  return require_ends (db, tie, error)
         && luotain_link_remove (db, tie->source.id, tie->role, tie->target.id, error)
         && tell_detail (db, tie, error);
}

static gboolean
parse_tie (LuotainCliCall *call, Tie *tie, GError **error)
{
  if (!luotain_cli_parse_id (call->words[1], &tie->source, error)
      || !luotain_cli_parse_id (call->words[3], &tie->target, error))
    return FALSE;

  tie->role = luotain_cli_parse_role (call->words[2], tie->source.type, tie->target.type, error);
  return tie->role != NULL;
}

static gboolean
run_link (LuotainCliCall *call, GError **error)
{
  g_autofree char *note = NULL;
  const GOptionEntry options[] = {
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_ ("What the link says about it; empty takes a note away"),
      N_ ("TEXT") },
    { NULL },
  };
  Tie tie = { 0 };

  if (!luotain_cli_call_parse (call, options, 4, 4, error) || !parse_tie (call, &tie, error))
    return FALSE;

  tie.note = note;
  return luotain_cli_change (call->words[0], N_ ("Link Records"), link_records, &tie, error);
}

static gboolean
run_unlink (LuotainCliCall *call, GError **error)
{
  Tie tie = { 0 };

  return luotain_cli_call_parse (call, NULL, 4, 4, error) && parse_tie (call, &tie, error)
         && luotain_cli_change (call->words[0], N_ ("Unlink Records"), unlink_records, &tie, error);
}

const LuotainCliCommand luotain_cli_link = {
  .name = "link",
  .arguments = "FILE ID ROLE ID",
  .summary = N_ (
      "Ties two records. A link that stands already is confirmed anew; where there can be only one, it takes "
      "the place of the present one."),
  .examples =
      "luotain-cli link meri.luotain scenario-3K7ZQ9M2N4PRS driver finding-0A1B2C3D4E5F6\n"
      "luotain-cli link meri.luotain finding-0A1B2C3D4E5F6 source source-1H3J5K7M9P2RT --note \"p. 12\"\n",
  .run = run_link,
};

const LuotainCliCommand luotain_cli_unlink = {
  .name = "unlink",
  .arguments = "FILE ID ROLE ID",
  .summary = N_ ("Unties two records."),
  .examples = "luotain-cli unlink meri.luotain scenario-3K7ZQ9M2N4PRS driver finding-0A1B2C3D4E5F6\n",
  .run = run_unlink,
};
