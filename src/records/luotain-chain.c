#include "config.h"

#include "luotain-chain.h"

#include "luotain-chain-sql.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A chain has a handful of kinds of steps and gathered findings between; a file that came by mail may pretend more. */
#define DEEPEST 200

typedef struct
{
  gint64 to;
  const char *role;
  gint64 source, target, confirmed;
  const LuotainRecordType *type;
  gboolean stale;
} Edge;

typedef struct
{
  LuotainDb *db;
  LuotainLanguage language;
  GHashTable *edges; /* gint64 of the near end → GArray of Edge */
  GHashTable *expanded; /* gint64, those whose next steps stand in the tree already */
} Tree;

void
luotain_chain_node_free (LuotainChainNode *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_clear_pointer (&self->because, g_ptr_array_unref);
  g_free (self);
}

static LuotainChainNode *
make_node (Tree *tree, gint64 id, const LuotainRecordType *type, GError **error)
{
  LuotainChainNode *node = g_new0 (LuotainChainNode, 1);
  GError *local_error = NULL;

  node->id = id;
  node->type = type;
  node->because = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_chain_node_free);
  node->title = luotain_chain_title (tree->db, id, tree->language, &local_error);

  if (local_error == NULL)
    return node;

  g_propagate_error (error, local_error);
  luotain_chain_node_free (node);
  return NULL;
}

static gboolean
load_edges (Tree *tree, gint64 id, LuotainChainDirection direction, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (tree->db);
  g_autofree char *sql = luotain_chain_sql_edges (model, direction);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (tree->db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, id);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 near = luotain_statement_get_id (statement, 0);
      GArray *edges = g_hash_table_lookup (tree->edges, &near);
      Edge edge = {
        .to = luotain_statement_get_id (statement, 1),
        .role = g_intern_string (luotain_statement_get_text (statement, 2)),
        .source = luotain_statement_get_id (statement, 3),
        .target = luotain_statement_get_id (statement, 4),
        .confirmed = luotain_statement_get_int (statement, 5),
        .type = luotain_model_type (model, luotain_statement_get_text (statement, 6)),
        .stale = luotain_statement_get_int (statement, 7) != 0,
      };

      if (edges == NULL)
        {
          edges = g_array_new (FALSE, FALSE, sizeof (Edge));
          g_hash_table_insert (tree->edges, g_memdup2 (&near, sizeof near), edges);
        }

      g_array_append_val (edges, edge);
    }

  return step == LUOTAIN_STEP_DONE;
}

static gboolean expand (Tree *tree, LuotainChainNode *node, guint depth, GError **error);

static gboolean
add_step (Tree *tree, LuotainChainNode *node, const Edge *edge, guint depth, GError **error)
{
  LuotainChainNode *next = make_node (tree, edge->to, edge->type, error);

  if (next == NULL)
    return FALSE;

  next->role = edge->role;
  next->link_source = edge->source;
  next->link_target = edge->target;
  next->confirmed_revision = edge->confirmed;
  next->stale = edge->stale;
  g_ptr_array_add (node->because, next);
  return expand (tree, next, depth + 1, error);
}

static gboolean
expand (Tree *tree, LuotainChainNode *node, guint depth, GError **error)
{
  GArray *edges = g_hash_table_lookup (tree->edges, &node->id);

  if (edges == NULL || depth > DEEPEST)
    return TRUE;

  node->repeated = !g_hash_table_add (tree->expanded, g_memdup2 (&node->id, sizeof node->id));

  for (guint i = 0; i < edges->len && !node->repeated; i++)
    if (!add_step (tree, node, &g_array_index (edges, Edge, i), depth, error))
      return FALSE;

  return TRUE;
}

LuotainChainNode *
luotain_chain_load (LuotainDb *db, gint64 id, LuotainChainDirection direction, LuotainLanguage language,
                    GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  g_autoptr (GHashTable) edges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Tree tree = { db, language, edges, expanded };
  g_autoptr (LuotainChainNode) root = NULL;

  if (type == NULL || !load_edges (&tree, id, direction, error))
    return NULL;

  root = make_node (&tree, id, type, error);
  return root != NULL && expand (&tree, root, 0, error) ? g_steal_pointer (&root) : NULL;
}

static void
stale_free (gpointer data)
{
  LuotainStale *stale = data;

  g_free (stale->source_title);
  g_free (stale->target_title);
  g_free (stale);
}

GPtrArray *
luotain_chain_stale (LuotainDb *db, LuotainLanguage language, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (db);
  g_autofree char *roles = luotain_chain_sql_roles (model, LUOTAIN_CHAIN_TARGET_UPSTREAM);
  g_autofree char *sql = g_strconcat (
      "SELECT l.source, l.target, l.role, s.type, t.type, l.confirmed_revision, t.changed FROM link l"
      " JOIN record t ON t.id = l.target JOIN record s ON s.id = l.source WHERE l.confirmed_revision < t.revision"
      " AND l.role IN ",
      roles, " ORDER BY t.changed DESC, l.target, l.source", NULL);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (stale_free);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainStale *stale = g_new0 (LuotainStale, 1);

      stale->source = luotain_statement_get_id (statement, 0);
      stale->target = luotain_statement_get_id (statement, 1);
      stale->role = g_intern_string (luotain_statement_get_text (statement, 2));
      stale->source_type = luotain_model_type (model, luotain_statement_get_text (statement, 3));
      stale->target_type = luotain_model_type (model, luotain_statement_get_text (statement, 4));
      stale->confirmed_revision = luotain_statement_get_int (statement, 5);
      stale->changed = luotain_statement_get_int (statement, 6);
      stale->source_title = luotain_chain_title (db, stale->source, language, NULL);
      stale->target_title = luotain_chain_title (db, stale->target, language, NULL);
      g_ptr_array_add (list, stale);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
luotain_chain_unfinished (LuotainDb *db, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (db);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT id, type, 'competence' FROM record r WHERE type = 'profile-entry' AND NOT EXISTS"
      " (SELECT 1 FROM link WHERE source = r.id AND role = 'competence')"
      " UNION ALL SELECT id, type, 'role-level' FROM record r WHERE type = 'profile-entry' AND NOT EXISTS"
      " (SELECT 1 FROM link WHERE source = r.id AND role IN ('role-level', 'job-title'))"
      " UNION ALL SELECT id, type, 'scenario' FROM record r WHERE type = 'profile' AND NOT EXISTS"
      " (SELECT 1 FROM link WHERE source = r.id AND role = 'scenario') ORDER BY 1",
      error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainUnfinished *unfinished = g_new0 (LuotainUnfinished, 1);

      unfinished->id = luotain_statement_get_id (statement, 0);
      unfinished->type = luotain_model_type (model, luotain_statement_get_text (statement, 1));
      unfinished->missing = g_intern_string (luotain_statement_get_text (statement, 2));
      g_ptr_array_add (list, unfinished);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
