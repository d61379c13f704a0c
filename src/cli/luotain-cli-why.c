#include "config.h"

#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-chain.h"
#include "luotain-id.h"
#include "luotain-text.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

#define LONGEST_TITLE 100

typedef struct
{
  LuotainCliId id;
  LuotainChainDirection direction;
  LuotainChainNode *root;
} Question;

static gboolean
load_chain (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Question *question = data;
  LuotainLanguage language;

  if (!luotain_cli_require_id (db, &question->id, error) || !luotain_workbook_language (db, &language, error))
    return FALSE;

  question->root = luotain_chain_load (db, question->id.id, question->direction, language, error);
  return question->root != NULL;
}

static void
print_node (LuotainCliOutput *output, const LuotainChainNode *node, guint depth)
{
  g_autofree char *id = luotain_id_to_string (node->type->name, node->id);
  g_autofree char *title = luotain_text_excerpt (node->title, LONGEST_TITLE);

  for (guint i = 0; i < depth; i++)
    luotain_cli_output_puts (output, "  ");

  if (node->role != NULL)
    luotain_cli_output_printf (output, "%s: ", node->role);

  luotain_cli_output_printf (output, "%s (%s)", title, id);

  if (node->stale)
    luotain_cli_output_printf (output, " [%s]", _ ("changed since it was confirmed"));

  if (node->repeated)
    luotain_cli_output_printf (output, " [%s]", _ ("see above"));

  luotain_cli_output_putc (output, '\n');

  for (guint i = 0; node->because != NULL && i < node->because->len; i++)
    print_node (output, g_ptr_array_index (node->because, i), depth + 1);
}

static void
node_to_json (LuotainCliJson *json, const LuotainChainNode *node, const char *children)
{
  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_id (json, "id", node->type->name, node->id);
  luotain_cli_json_string (json, "type", node->type->name);
  luotain_cli_json_string (json, "title", node->title);
  luotain_cli_json_string (json, "role", node->role);
  luotain_cli_json_boolean (json, "stale", node->stale);
  luotain_cli_json_boolean (json, "repeated", node->repeated);
  luotain_cli_json_begin_array (json, children);

  for (guint i = 0; node->because != NULL && i < node->because->len; i++)
    node_to_json (json, g_ptr_array_index (node->because, i), children);

  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

static void
tree_to_json (LuotainCliOutput *output, const LuotainChainNode *root, const char *children)
{
  g_autoptr (LuotainCliJson) json = luotain_cli_json_new (output, G_MAXUINT);

  node_to_json (json, root, children);
}

static gboolean
answer (LuotainCliCall *call, LuotainChainDirection direction, const char *children, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[] = { LUOTAIN_CLI_JSON (&as_json), { NULL } };
  Question question = { .direction = direction };
  g_autoptr (LuotainChainNode) root = NULL;

  if (!luotain_cli_call_parse (call, options, 2, 2, error)
      || !luotain_cli_parse_id (call->words[1], &question.id, error)
      || !luotain_cli_read (call->words[0], load_chain, &question, error))
    return FALSE;

  root = question.root;

  if (as_json)
    tree_to_json (call->output, root, children);
  else
    print_node (call->output, root, 0);

  return TRUE;
}

static gboolean
run_why (LuotainCliCall *call, GError **error)
{
  return answer (call, LUOTAIN_CHAIN_UPSTREAM, "because", error);
}

static gboolean
run_stands_on (LuotainCliCall *call, GError **error)
{
  return answer (call, LUOTAIN_CHAIN_DOWNSTREAM, "stands_on", error);
}

const LuotainCliCommand luotain_cli_why = {
  .name = "why",
  .arguments = "FILE ID [--json]",
  .summary = N_ (
      "Tells why a record is there: the chain upstream, as an indented tree down to findings and sources."),
  .examples = "luotain-cli why meri.luotain profile-entry-3K7ZQ9M2N4PRS\n"
              "luotain-cli why meri.luotain scenario-3K7ZQ9M2N4PRS --json | jq '[.. | .id? // empty]'\n",
  .run = run_why,
};

const LuotainCliCommand luotain_cli_stands_on = {
  .name = "stands-on",
  .arguments = "FILE ID [--json]",
  .summary = N_ ("Tells what stands on a record: the chain downstream, as an indented tree."),
  .examples = "luotain-cli stands-on meri.luotain finding-3K7ZQ9M2N4PRS\n",
  .run = run_stands_on,
};
