#include "luotain-why-answer.h"

#include "luotain-history.h"
#include "luotain-record-io.h"

static void
free_look (LuotainWhyLook *look)
{
  g_free (look->title);
  g_free (look);
}

static void
free_cause (LuotainWhyCause *cause)
{
  g_free (cause->title);
  g_strfreev (cause->changes);
  g_ptr_array_unref (cause->looks);
  g_free (cause);
}

static void
clear_answer (LuotainWhyAnswer *self)
{
  g_free (self->title);
  g_clear_pointer (&self->upstream, luotain_chain_node_free);
  g_clear_pointer (&self->downstream, luotain_chain_node_free);
  g_clear_pointer (&self->causes, g_ptr_array_unref);
}

LuotainWhyAnswer *
luotain_why_answer_ref (LuotainWhyAnswer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
luotain_why_answer_unref (LuotainWhyAnswer *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_answer);
}

static LuotainWhyCause *
get_cause (LuotainWhyAnswer *self, gint64 id, const LuotainRecordType *type, const char *title)
{
  LuotainWhyCause *cause;

  for (guint i = 0; i < self->causes->len; i++)
    {
      cause = g_ptr_array_index (self->causes, i);
      if (cause->id == id && cause->missing == NULL)
        return cause;
    }

  cause = g_new0 (LuotainWhyCause, 1);
  cause->id = id;
  cause->type = type;
  cause->title = g_strdup (title);
  cause->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_look);
  g_ptr_array_add (self->causes, cause);
  return cause;
}

/* Takes @look. The same link may be met on several ways. */
static void
take_look (LuotainWhyAnswer *self, LuotainWhyCause *cause, LuotainWhyLook *look)
{
  gboolean known = FALSE;

  for (guint i = 0; i < cause->looks->len && !known; i++)
    {
      const LuotainWhyLook *other = g_ptr_array_index (cause->looks, i);

      known = other->source == look->source && g_strcmp0 (other->role, look->role) == 0;
    }

  if (!known)
    self->n_looks++;
  if (known || self->n_looks > LUOTAIN_WHY_MOST_LOOKS)
    free_look (look);
  else
    g_ptr_array_add (cause->looks, look);
}

static void
look_at_link (LuotainWhyAnswer *self, const LuotainChainNode *below, const LuotainChainNode *above,
              const LuotainChainNode *link)
{
  LuotainWhyLook *look = g_new0 (LuotainWhyLook, 1);

  look->place = below->id;
  look->type = below->type;
  look->title = g_strdup (below->title);
  look->source = link->link_source;
  look->role = link->role;
  look->target = link->link_target;
  look->confirmed_revision = link->confirmed_revision;
  take_look (self, get_cause (self, above->id, above->type, above->title), look);
}

static void
look_through (LuotainWhyAnswer *self, const LuotainChainNode *node, LuotainChainDirection direction)
{
  for (guint i = 0; node->because != NULL && i < node->because->len; i++)
    {
      const LuotainChainNode *next = g_ptr_array_index (node->because, i);

      if (next->stale && direction == LUOTAIN_CHAIN_UPSTREAM)
        look_at_link (self, node, next, next);
      else if (next->stale)
        look_at_link (self, next, node, next);
      look_through (self, next, direction);
    }
}

static gboolean
look_everywhere (LuotainDb *db, LuotainWhyAnswer *self, LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) stale = luotain_chain_stale (db, language, error);

  if (stale == NULL)
    return FALSE;

  for (guint i = 0; i < stale->len; i++)
    {
      const LuotainStale *link = g_ptr_array_index (stale, i);
      LuotainWhyLook *look = g_new0 (LuotainWhyLook, 1);

      look->place = link->source;
      look->type = link->source_type;
      look->title = g_strdup (link->source_title);
      look->source = link->source;
      look->role = link->role;
      look->target = link->target;
      look->confirmed_revision = link->confirmed_revision;
      take_look (self, get_cause (self, link->target, link->target_type, link->target_title), look);
    }

  return TRUE;
}

/* What became of it since the place that was confirmed longest ago. */
static gboolean
describe_causes (LuotainDb *db, LuotainWhyAnswer *self, LuotainLanguage language, GError **error)
{
  for (guint i = 0; i < self->causes->len; i++)
    {
      LuotainWhyCause *cause = g_ptr_array_index (self->causes, i);
      gint64 revision = G_MAXINT64;

      for (guint j = 0; j < cause->looks->len; j++)
        {
          const LuotainWhyLook *look = g_ptr_array_index (cause->looks, j);

          revision = MIN (revision, look->confirmed_revision);
        }
      if (cause->looks->len == 0)
        continue;

      cause->changes = luotain_history_describe_changes (db, cause->id, revision, language, error);
      if (cause->changes == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds_id (const LuotainChainNode *node, gint64 id)
{
  if (node == NULL)
    return FALSE;
  if (node->id == id)
    return TRUE;

  for (guint i = 0; node->because != NULL && i < node->because->len; i++)
    {
      if (holds_id (g_ptr_array_index (node->because, i), id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_unfinished (LuotainDb *db, LuotainWhyAnswer *self, LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) unfinished = luotain_chain_unfinished (db, error);

  if (unfinished == NULL)
    return FALSE;

  for (guint i = 0; i < unfinished->len; i++)
    {
      const LuotainUnfinished *record = g_ptr_array_index (unfinished, i);
      LuotainWhyCause *cause;

      if (self->id != 0 && !holds_id (self->upstream, record->id) && !holds_id (self->downstream, record->id))
        continue;

      cause = g_new0 (LuotainWhyCause, 1);
      cause->id = record->id;
      cause->type = record->type;
      cause->title = luotain_chain_title (db, record->id, language, NULL);
      cause->missing = record->missing;
      cause->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_look);
      g_ptr_array_add (self->causes, cause);
      self->n_looks++;
    }

  return TRUE;
}

static gboolean
load_chains (LuotainDb *db, LuotainWhyAnswer *self, const LuotainWhyQuery *query, GError **error)
{
  self->id = query->id;
  self->type = luotain_record_type_of (db, query->id, error);
  if (self->type == NULL)
    return FALSE;

  self->upstream = luotain_chain_load (db, query->id, LUOTAIN_CHAIN_UPSTREAM, query->language, error);
  if (self->upstream == NULL)
    return FALSE;

  self->downstream = luotain_chain_load (db, query->id, LUOTAIN_CHAIN_DOWNSTREAM, query->language, error);
  if (self->downstream == NULL)
    return FALSE;

  self->title = g_strdup (self->upstream->title);
  look_through (self, self->upstream, LUOTAIN_CHAIN_UPSTREAM);
  look_through (self, self->downstream, LUOTAIN_CHAIN_DOWNSTREAM);
  return TRUE;
}

gboolean
luotain_why_answer_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainWhyQuery *query = data;
  g_autoptr (LuotainWhyAnswer) self = g_atomic_rc_box_new0 (LuotainWhyAnswer);
  gboolean exists = FALSE;

  self->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cause);
  if (query->id != 0 && !luotain_record_exists (db, query->id, &exists, error))
    return FALSE;

  if (exists ? !load_chains (db, self, query, error) : !look_everywhere (db, self, query->language, error))
    return FALSE;
  if (!describe_causes (db, self, query->language, error)
      || !find_unfinished (db, self, query->language, error))
    return FALSE;

  *result = g_steal_pointer (&self);
  return TRUE;
}

static gboolean
same_nodes (const LuotainChainNode *a, const LuotainChainNode *b)
{
  guint n_a = a->because != NULL ? a->because->len : 0;
  guint n_b = b->because != NULL ? b->because->len : 0;

  if (a->id != b->id || a->stale != b->stale || a->repeated != b->repeated || n_a != n_b
      || g_strcmp0 (a->title, b->title) != 0 || g_strcmp0 (a->role, b->role) != 0)
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    {
      if (!same_nodes (g_ptr_array_index (a->because, i), g_ptr_array_index (b->because, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_causes (const LuotainWhyCause *a, const LuotainWhyCause *b)
{
  static const char *const nothing[] = { NULL };

  if (a->id != b->id || g_strcmp0 (a->missing, b->missing) != 0 || g_strcmp0 (a->title, b->title) != 0
      || a->looks->len != b->looks->len
      || !g_strv_equal (a->changes != NULL ? (const char *const *) a->changes : nothing,
                        b->changes != NULL ? (const char *const *) b->changes : nothing))
    return FALSE;

  for (guint i = 0; i < a->looks->len; i++)
    {
      const LuotainWhyLook *one = g_ptr_array_index (a->looks, i);
      const LuotainWhyLook *other = g_ptr_array_index (b->looks, i);

      if (one->place != other->place || one->source != other->source
          || g_strcmp0 (one->role, other->role) != 0 || g_strcmp0 (one->title, other->title) != 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
luotain_why_answer_same (const LuotainWhyAnswer *a, const LuotainWhyAnswer *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->id != b->id || a->n_looks != b->n_looks || a->causes->len != b->causes->len)
    return FALSE;

  for (guint i = 0; i < a->causes->len; i++)
    {
      if (!same_causes (g_ptr_array_index (a->causes, i), g_ptr_array_index (b->causes, i)))
        return FALSE;
    }

  return a->id == 0 || (same_nodes (a->upstream, b->upstream) && same_nodes (a->downstream, b->downstream));
}
