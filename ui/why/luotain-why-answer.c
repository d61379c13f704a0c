#include "luotain-why-answer.h"

#include "luotain-history.h"
#include "luotain-record-io.h"

static void
free_look (LuotainWhyLook *look)
{
  g_free (look->source_title);
  g_free (look->target_title);
  g_strfreev (look->changes);
  g_free (look);
}

static void
clear_answer (LuotainWhyAnswer *self)
{
  g_free (self->title);
  g_clear_pointer (&self->upstream, luotain_chain_node_free);
  g_clear_pointer (&self->downstream, luotain_chain_node_free);
  g_clear_pointer (&self->looks, g_ptr_array_unref);
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

static gboolean
stands_already (LuotainWhyAnswer *self, const LuotainWhyLook *look)
{
  for (guint i = 0; i < self->looks->len; i++)
    {
      const LuotainWhyLook *other = g_ptr_array_index (self->looks, i);

      if (other->source == look->source && other->target == look->target
          && g_strcmp0 (other->role, look->role) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Takes @look. What became of its target is told for those that are kept only: it is read from the history. */
static gboolean
take_look (LuotainDb *db, LuotainWhyAnswer *self, LuotainWhyLook *look, gint64 revision,
           LuotainLanguage language, GError **error)
{
  if (stands_already (self, look))
    {
      free_look (look);
      return TRUE;
    }

  self->n_looks++;
  if (self->looks->len >= LUOTAIN_WHY_MOST_LOOKS)
    {
      free_look (look);
      return TRUE;
    }

  g_ptr_array_add (self->looks, look);
  if (look->target == 0)
    return TRUE;

  look->changes = luotain_history_describe_changes (db, look->target, revision, language, error);
  return look->changes != NULL;
}

static LuotainWhyLook *
look_of_nodes (const LuotainChainNode *source, const LuotainChainNode *target, const char *role)
{
  LuotainWhyLook *look = g_new0 (LuotainWhyLook, 1);

  look->source = source->id;
  look->source_type = source->type;
  look->source_title = g_strdup (source->title);
  look->role = role;
  look->target = target->id;
  look->target_type = target->type;
  look->target_title = g_strdup (target->title);
  return look;
}

/* A link's source stands on its target, but where the role runs against the chain (a competence and its entries). */
static gboolean
look_through (LuotainDb *db, LuotainWhyAnswer *self, const LuotainChainNode *node, LuotainLanguage language,
              GError **error)
{
  for (guint i = 0; node->because != NULL && i < node->because->len; i++)
    {
      const LuotainChainNode *next = g_ptr_array_index (node->because, i);

      if (next->stale)
        {
          gboolean forwards = next->link_source == node->id;
          LuotainWhyLook *look = look_of_nodes (forwards ? node : next, forwards ? next : node, next->role);

          if (!take_look (db, self, look, next->confirmed_revision, language, error))
            return FALSE;
        }

      if (!look_through (db, self, next, language, error))
        return FALSE;
    }

  return TRUE;
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

      look->source = link->source;
      look->source_type = link->source_type;
      look->source_title = g_strdup (link->source_title);
      look->role = link->role;
      look->target = link->target;
      look->target_type = link->target_type;
      look->target_title = g_strdup (link->target_title);
      if (!take_look (db, self, look, link->confirmed_revision, language, error))
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
      LuotainWhyLook *look;

      if (self->id != 0 && !holds_id (self->upstream, record->id) && !holds_id (self->downstream, record->id))
        continue;

      look = g_new0 (LuotainWhyLook, 1);
      look->source = record->id;
      look->source_type = record->type;
      look->source_title = luotain_chain_title (db, record->id, language, NULL);
      look->missing = record->missing;
      if (!take_look (db, self, look, 0, language, error))
        return FALSE;
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
  return look_through (db, self, self->upstream, query->language, error)
         && look_through (db, self, self->downstream, query->language, error);
}

gboolean
luotain_why_answer_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainWhyQuery *query = data;
  g_autoptr (LuotainWhyAnswer) self = g_atomic_rc_box_new0 (LuotainWhyAnswer);
  gboolean exists = FALSE;

  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_look);
  if (query->id != 0 && !luotain_record_exists (db, query->id, &exists, error))
    return FALSE;

  if (exists ? !load_chains (db, self, query, error) : !look_everywhere (db, self, query->language, error))
    return FALSE;
  if (!find_unfinished (db, self, query->language, error))
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
same_looks (const LuotainWhyLook *a, const LuotainWhyLook *b)
{
  static const char *const nothing[] = { NULL };

  return a->source == b->source && a->target == b->target && g_strcmp0 (a->role, b->role) == 0
         && g_strcmp0 (a->missing, b->missing) == 0 && g_strcmp0 (a->source_title, b->source_title) == 0
         && g_strcmp0 (a->target_title, b->target_title) == 0
         && g_strv_equal (a->changes != NULL ? (const char *const *) a->changes : nothing,
                          b->changes != NULL ? (const char *const *) b->changes : nothing);
}

gboolean
luotain_why_answer_same (const LuotainWhyAnswer *a, const LuotainWhyAnswer *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->id != b->id || a->n_looks != b->n_looks || a->looks->len != b->looks->len)
    return FALSE;

  for (guint i = 0; i < a->looks->len; i++)
    {
      if (!same_looks (g_ptr_array_index (a->looks, i), g_ptr_array_index (b->looks, i)))
        return FALSE;
    }

  return a->id == 0 || (same_nodes (a->upstream, b->upstream) && same_nodes (a->downstream, b->downstream));
}
