#include "config.h"

#include "luotain-bag.h"
#include "luotain-cli-json.h"
#include "luotain-cli-package.h"
#include "luotain-exchange-error.h"
#include "luotain-verified.h"

#include <glib/gi18n-lib.h>

static char *
version_of (const LuotainBag *bag)
{
  return bag->version % 100 == 0 ? g_strdup_printf ("%d.0", bag->version / 100)
                                 : g_strdup_printf ("%d.%02d", bag->version / 100, bag->version % 100);
}

static void
print_bag (LuotainCliOutput *output, const char *name, const LuotainBag *bag)
{
  g_autofree char *version = version_of (bag);

  for (guint i = 0; i < bag->notes->len; i++)
    {
      g_autofree char *sentence = luotain_bag_note_to_string (bag->notes->pdata[i]);

      luotain_cli_output_printf (output, "%s: %s\n", name, sentence);
    }

  if (bag->n_faults == 0)
    luotain_cli_output_printf (output,
                               g_dngettext (GETTEXT_PACKAGE, "%s: whole, BagIt %s, %u file\n",
                                            "%s: whole, BagIt %s, %u files\n", bag->n_files),
                               name, version, bag->n_files);
}

static void
bag_to_json (LuotainCliJson *json, const char *name, const LuotainBag *bag)
{
  g_autofree char *version = version_of (bag);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "package", name);
  luotain_cli_json_boolean (json, "whole", bag->n_faults == 0);
  luotain_cli_json_string (json, "bagit", version);
  luotain_cli_json_string (json, "identity", bag->identity);
  luotain_cli_json_number (json, "files", bag->n_files);
  luotain_cli_json_number (json, "bytes", (gint64) bag->n_bytes);
  luotain_cli_json_list (json, "checksums", bag->algorithms);
  luotain_cli_json_number (json, "faults", bag->n_faults);
  luotain_cli_json_begin_array (json, "notes");
  for (guint i = 0; i < bag->notes->len; i++)
    {
      const LuotainBagNote *note = bag->notes->pdata[i];
      g_autofree char *sentence = luotain_bag_note_to_string (note);

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_string (json, "kind", luotain_bag_note_name (note->kind));
      luotain_cli_json_boolean (json, "fault", note->kind < LUOTAIN_BAG_N_FAULTS);
      luotain_cli_json_string (json, "path", note->path);
      luotain_cli_json_string (json, "other", note->other);
      luotain_cli_json_string (json, "text", sentence);
      luotain_cli_json_end_object (json);
    }
  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

static LuotainBag *
verify (GFile *file, GError **error)
{
  g_autoptr (LuotainBagSource) source = luotain_bag_source_open (file, NULL, NULL, error);

  return source != NULL ? luotain_bag_read (source, TRUE, NULL, NULL, error) : NULL;
}

/* One that cannot be read at all does not keep the others from being looked at. */
static gboolean
verify_one (LuotainCliCall *call, const char *name, LuotainCliJson *json, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) why = NULL;
  g_autoptr (LuotainBag) bag = verify (file, &why);

  if (bag == NULL && !g_error_matches (why, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&why), "%s: ", name);
      return FALSE;
    }

  if (bag == NULL || bag->n_faults > 0)
    call->status = LUOTAIN_CLI_BAD_INPUT;
  if (bag != NULL)
    luotain_verified_remember (file, bag);

  if (json != NULL && bag != NULL)
    bag_to_json (json, name, bag);
  else if (json != NULL)
    {
      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_string (json, "package", name);
      luotain_cli_json_boolean (json, "whole", FALSE);
      luotain_cli_json_string (json, "error", why->message);
      luotain_cli_json_end_object (json);
    }
  else if (bag != NULL)
    print_bag (call->output, name, bag);
  else
    luotain_cli_output_printf (call->output, "%s: %s\n", name, why->message);

  return TRUE;
}

gboolean
luotain_cli_package_verify (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  g_autoptr (LuotainCliJson) json = NULL;

  if (!luotain_cli_call_parse (call, options, 1, G_MAXUINT, error))
    return FALSE;

  if (as_json)
    {
      json = luotain_cli_json_new (call->output, 4);
      luotain_cli_json_begin_array (json, NULL);
    }

  for (guint i = 0; i < call->n_words; i++)
    if (!verify_one (call, call->words[i], json, error))
      return FALSE;

  if (json != NULL)
    luotain_cli_json_end_array (json);
  return TRUE;
}
