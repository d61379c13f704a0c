#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-names.h"
#include "luotain-cli-record.h"
#include "luotain-cli-session.h"

#include "luotain-chain.h"
#include "luotain-id.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LuotainCliId id;
  LuotainCliOutput *output;
  LuotainCliJson *json; /* (nullable): where JSON is wanted */
  LuotainLanguage language;
} Showing;

/** Tie: a link as it is shown at one of its ends. */
typedef struct
{
  const LuotainLink *link;
  char *id; /* of the other end */
  const LuotainRecordType *type;
  char *title;
  gboolean stale;
} Tie;

static void
tie_clear (Tie *self)
{
  g_free (self->id);
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tie, tie_clear)

static gboolean
load_stale (LuotainDb *db, const LuotainLink *link, gboolean *stale, GError **error)
{
  const LuotainRecordType *type;
  LuotainRecord *target;

  *stale = FALSE;

  if (link->role->flow != LUOTAIN_CHAIN_TARGET_UPSTREAM)
    return TRUE;

  type = luotain_record_type_of (db, link->target, error);
  target = type != NULL ? luotain_record_load (db, type, link->target, error) : NULL;

  if (target == NULL)
    return FALSE;

  *stale = link->confirmed_revision < target->revision;
  luotain_record_free (type, target);
  return TRUE;
}

static gboolean
load_tie (LuotainDb *db, const LuotainLink *link, gboolean incoming, LuotainLanguage language, Tie *tie,
          GError **error)
{
  const gint64 other = incoming ? link->source : link->target;

  tie->link = link;
  tie->id = luotain_cli_id_of (db, other, &tie->type, error);

  if (tie->id == NULL)
    return FALSE;

  tie->title = luotain_chain_title (db, other, language, error);
  return tie->title != NULL && load_stale (db, link, &tie->stale, error);
}

static void
print_tie (const Showing *showing, const Tie *tie)
{
  luotain_cli_output_printf (showing->output, "  %s\t%s\t%s%s%s%s%s%s\n", tie->link->role->name, tie->id,
                             tie->title, tie->stale ? "\t[" : "",
                             tie->stale ? _ ("changed since it was confirmed") : "", tie->stale ? "]" : "",
                             tie->link->note != NULL ? "\t" : "",
                             tie->link->note != NULL ? tie->link->note : "");
}

static void
tie_to_json (LuotainCliJson *json, const Tie *tie)
{
  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "role", tie->link->role->name);
  luotain_cli_json_string (json, "id", tie->id);
  luotain_cli_json_string (json, "type", tie->type->name);
  luotain_cli_json_string (json, "title", tie->title);
  luotain_cli_json_string (json, "note", tie->link->note);
  luotain_cli_json_boolean (json, "stale", tie->stale);
  luotain_cli_json_end_object (json);
}

static gboolean
show_ties (LuotainDb *db, const Showing *showing, gint64 id, gboolean incoming, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, id, incoming, error);

  if (links == NULL)
    return FALSE;

  if (showing->json != NULL)
    luotain_cli_json_begin_array (showing->json, incoming ? "linked_from" : "links");
  else if (links->len > 0)
    luotain_cli_output_printf (showing->output, "%s:\n", incoming ? _ ("Linked from") : _ ("Links"));

  for (guint i = 0; i < links->len; i++)
    {
      g_auto (Tie) tie = { 0 };

      if (!load_tie (db, g_ptr_array_index (links, i), incoming, showing->language, &tie, error))
        return FALSE;

      if (showing->json != NULL)
        tie_to_json (showing->json, &tie);
      else
        print_tie (showing, &tie);
    }

  if (showing->json != NULL)
    luotain_cli_json_end_array (showing->json);

  return TRUE;
}

/* What a deleted record left without something it needs. */
static gboolean
find_missing (LuotainDb *db, gint64 id, const char **missing, GError **error)
{
  g_autoptr (GPtrArray) all = luotain_chain_unfinished (db, error);

  *missing = NULL;

  for (guint i = 0; all != NULL && i < all->len && *missing == NULL; i++)
    {
      const LuotainUnfinished *unfinished = g_ptr_array_index (all, i);

      if (unfinished->id == id)
        *missing = g_intern_string (unfinished->missing);
    }

  return all != NULL;
}

static void
print_value (LuotainCliOutput *output, const char *name, const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (strchr (value, '\n') == NULL)
    {
      luotain_cli_output_printf (output, "%s: %s\n", name, value);
      return;
    }

  lines = g_strsplit (value, "\n", -1);
  luotain_cli_output_printf (output, "%s:\n", name);

  for (char **line = lines; *line != NULL; line++)
    luotain_cli_output_printf (output, "  %s\n", *line);
}

static void
print_field (LuotainCliOutput *output, const LuotainField *field, gconstpointer record,
             LuotainLanguage language)
{
  const gboolean translated = field->kind == LUOTAIN_FIELD_KIND_TRANSLATED;

  for (guint i = 0; i < luotain_field_n_columns (field); i++)
    {
      g_autofree char *name = luotain_field_column (field, i);
      g_autofree char *value = translated ? g_strdup (luotain_field_peek (field, record, i))
                                          : luotain_cli_record_value (field, record, i);

      if (value != NULL)
        print_value (output, name, value);
    }
}

static void
print_record (const Showing *showing, const LuotainRecordType *type, gconstpointer record, const char *title,
              const char *missing)
{
  const LuotainRecord *head = record;
  g_autofree char *id = luotain_record_id_string (type, record);

  luotain_cli_output_printf (showing->output, "%s\t%s\n", id, title);

  if (missing != NULL)
    luotain_cli_output_printf (showing->output, _ ("Unfinished: there is no %s.\n"), missing);

  for (guint i = 0; i < type->n_fields; i++)
    print_field (showing->output, &type->fields[i], record, showing->language);

  if (type->owner != NULL)
    {
      g_autofree char *owner = luotain_id_to_string (type->owner, head->owner);

      print_value (showing->output, "owner", owner);
    }
}

/* kind-change → kind_changes, profile-entry → profile_entries */
static char *
plural_of (const char *type)
{
  g_autofree char *name = g_strdelimit (g_strdup (type), "-", '_');
  const gsize length = strlen (name);

  if (!g_str_has_suffix (name, "y"))
    return g_strconcat (name, "s", NULL);

  name[length - 1] = '\0';
  return g_strconcat (name, "ies", NULL);
}

static gboolean
show_owned_record (LuotainDb *db, const Showing *showing, const LuotainRecordType *type, gpointer record,
                   GError **error)
{
  g_autofree char *title = luotain_cli_record_title (db, type, record, showing->language, error);

  if (title == NULL)
    return FALSE;

  if (showing->json != NULL)
    {
      luotain_cli_json_begin_object (showing->json, NULL);
      luotain_cli_record_to_json (showing->json, type, record, title, showing->language);
      luotain_cli_json_end_object (showing->json);
    }
  else
    {
      g_autofree char *id = luotain_record_id_string (type, record);

      luotain_cli_output_printf (showing->output, "  %s\t%s\n", id, title);
    }

  return TRUE;
}

static gboolean
show_owned_type (LuotainDb *db, const Showing *showing, const LuotainRecordType *type, gint64 owner,
                 GError **error)
{
  g_autoptr (GPtrArray) records = luotain_record_list (db, type, owner, error);
  g_autofree char *plural = plural_of (type->name);

  if (records == NULL)
    return FALSE;

  if (showing->json != NULL)
    luotain_cli_json_begin_array (showing->json, plural);
  else if (records->len > 0)
    luotain_cli_output_printf (showing->output, "%s:\n", plural);

  for (guint i = 0; i < records->len; i++)
    if (!show_owned_record (db, showing, type, g_ptr_array_index (records, i), error))
      return FALSE;

  if (showing->json != NULL)
    luotain_cli_json_end_array (showing->json);

  return TRUE;
}

static gboolean
show_owned (LuotainDb *db, const Showing *showing, GError **error)
{
  for (guint i = 0; luotain_workbook_model.types[i] != NULL; i++)
    {
      const LuotainRecordType *type = luotain_workbook_model.types[i];

      if (g_strcmp0 (type->owner, showing->id.type->name) == 0
          && !show_owned_type (db, showing, type, showing->id.id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
show_loaded (LuotainDb *db, const Showing *showing, gconstpointer record, GError **error)
{
  const LuotainCliId *id = &showing->id;
  g_autofree char *title = luotain_cli_record_title (db, id->type, record, showing->language, error);
  const char *missing;

  if (title == NULL || !find_missing (db, id->id, &missing, error))
    return FALSE;

  if (showing->json != NULL)
    {
      luotain_cli_record_to_json (showing->json, id->type, record, title, showing->language);
      luotain_cli_json_string (showing->json, "unfinished", missing);
    }
  else
    {
      print_record (showing, id->type, record, title, missing);
    }

  return show_owned (db, showing, error) && show_ties (db, showing, id->id, FALSE, error)
         && show_ties (db, showing, id->id, TRUE, error);
}

static gboolean
show_record (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Showing *showing = data;
  gpointer record;
  gboolean shown;

  if (!luotain_workbook_language (db, &showing->language, error)
      || !luotain_cli_require_id (db, &showing->id, error))
    return FALSE;

  record = luotain_record_load (db, showing->id.type, showing->id.id, error);
  shown = record != NULL && show_loaded (db, showing, record, error);
  luotain_record_free (showing->id.type, record);
  return shown;
}

static gboolean
show_as_json (const char *path, Showing *showing, GError **error)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (showing->output, 2);
  gboolean shown;

  showing->json = json;
  luotain_cli_json_begin_object (json, NULL);
  shown = luotain_cli_read (path, show_record, showing, error);
  luotain_cli_json_end_object (json);
  return shown;
}

static gboolean
run_show (LuotainCliCall *call, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  Showing showing = { .output = call->output };

  if (!luotain_cli_call_parse (call, options, 2, 2, error)
      || !luotain_cli_parse_id (call->words[1], &showing.id, error))
    return FALSE;

  return as_json ? show_as_json (call->words[0], &showing, error)
                 : luotain_cli_read (call->words[0], show_record, &showing, error);
}

const LuotainCliCommand luotain_cli_show = {
  .name = "show",
  .arguments = "FILE ID [--json]",
  .summary = N_ ("Shows one record: its fields, what it owns, and its links both ways."),
  .examples =
      "luotain-cli show meri.luotain finding-3K7ZQ9M2N4PRS\n"
      "luotain-cli show meri.luotain scenario-3K7ZQ9M2N4PRS --json | jq '.links[] | select(.role == \"driver\")'\n",
  .run = run_show,
};
