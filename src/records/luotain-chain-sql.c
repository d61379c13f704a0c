#include "config.h"

#include "luotain-chain-sql.h"

#include <string.h>

/*
 * One way in which a record stands on another. A view of all edges would be simpler to ask, but SQLite would make the
 * whole of it, hundreds of thousands of rows, for each question; taken apart, each way is found by its own index.
 */
typedef struct
{
  const char *from; /* tables */
  const char *below; /* what stands … */
  const char *above; /* … on this */
  const char *link; /* role, source, target and confirmed revision of the link */
  const char *condition; /* with %s for roles or types */
} Way;

static const Way ways[] = {
  { "link l", "l.source", "l.target", "l.role, l.source, l.target, l.confirmed_revision", "l.role IN %s" },
  { "link l", "l.target", "l.source", "l.role, l.source, l.target, NULL", "l.role IN %s" },
  { "record r", "r.id", "r.owner", "'owner', NULL, NULL, NULL", "r.type IN %s" },
  { "link l, record r", "r.owner", "l.target", "l.role, l.source, l.target, l.confirmed_revision",
    "l.source = r.id AND r.type IN %s" },
};

static char *
list_of (const char *const *words)
{
  g_autofree char *joined = g_strjoinv ("', '", (char **) words);

  return g_strdup_printf ("('%s')", joined);
}

char *
luotain_chain_sql_roles (const LuotainModel *model, LuotainChainFlow flow)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const LuotainRole *role = model->roles; role->name != NULL; role++)
    if (role->flow == flow)
      g_ptr_array_add (names, (gpointer) role->name);

  g_ptr_array_add (names, NULL);
  return list_of ((const char *const *) names->pdata);
}

/* What fills the %s of each way, in their order. */
static char *
words_of_way (const LuotainModel *model, guint way)
{
  switch (way)
    {
    case 0:
      return luotain_chain_sql_roles (model, LUOTAIN_CHAIN_TARGET_UPSTREAM);
    case 1:
      return luotain_chain_sql_roles (model, LUOTAIN_CHAIN_SOURCE_UPSTREAM);
    case 2:
      return list_of (model->chain_owners);
    default:
      return list_of (model->chain_parts);
    }
}

static void
append_condition (GString *sql, const LuotainModel *model, guint way, const char *near)
{
  g_autofree char *words = words_of_way (model, way);
  g_auto (GStrv) around = g_strsplit (ways[way].condition, "%s", 2);

  g_string_append_printf (sql, " FROM reached n, %s WHERE %s = n.id AND %s%s%s", ways[way].from, near,
                          around[0], words, around[1]);
}

char *
luotain_chain_sql_reached (const LuotainModel *model, LuotainChainDirection direction)
{
  const gboolean up = direction == LUOTAIN_CHAIN_UPSTREAM;
  g_autoptr (GString) sql = g_string_new ("WITH RECURSIVE reached (id) AS (SELECT ?1");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_string_append_printf (sql, " UNION SELECT %s", up ? ways[i].above : ways[i].below);
      append_condition (sql, model, i, up ? ways[i].below : ways[i].above);
    }

  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

char *
luotain_chain_sql_edges (const LuotainModel *model, LuotainChainDirection direction)
{
  const gboolean up = direction == LUOTAIN_CHAIN_UPSTREAM;
  g_autofree char *reached = luotain_chain_sql_reached (model, direction);
  g_autoptr (GString) sql = g_string_new (reached);

  g_string_append (sql, ", edge (near, far, role, source, target, confirmed) AS (");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const char *near = up ? ways[i].below : ways[i].above;

      g_string_append_printf (sql, "%sSELECT %s, %s, %s", i > 0 ? " UNION ALL " : "", near,
                              up ? ways[i].above : ways[i].below, ways[i].link);
      append_condition (sql, model, i, near);
    }

  g_string_append (
      sql, ") SELECT e.near, e.far, e.role, e.source, e.target, e.confirmed, f.type,"
           " e.confirmed IS NOT NULL AND e.confirmed < (SELECT revision FROM record WHERE id = e.target)"
           " FROM edge e JOIN record f ON f.id = e.far ORDER BY e.near, e.role = 'owner', e.role, e.far");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}
