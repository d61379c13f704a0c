#include "config.h"

#include "luotain-chain.h"
#include "luotain-finding-detail.h"
#include "luotain-kind-change.h"
#include "luotain-link.h"
#include "luotain-rating.h"
#include "luotain-record-io.h"
#include "luotain-source.h"

static void
linked_free (gpointer data)
{
  LuotainLinked *linked = data;

  g_free (linked->title);
  g_free (linked->kind);
  g_free (linked);
}

static void
source_free (gpointer data)
{
  luotain_record_free (&luotain_source_type, data);
}

void
luotain_finding_detail_free (LuotainFindingDetail *self)
{
  if (self == NULL)
    return;
  luotain_record_free (&luotain_finding_type, self->finding);
  g_free (self->session_title);
  g_free (self->sector_title);
  g_clear_pointer (&self->kind_changes, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->supports, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_linked (LuotainDb *db, GPtrArray *list, gint64 id, LuotainLanguage language, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  LuotainLinked *linked;

  if (type == NULL)
    return FALSE;
  linked = g_new0 (LuotainLinked, 1);
  linked->id = id;
  linked->type = type;
  g_ptr_array_add (list, linked);
  if (type == &luotain_finding_type)
    {
      LuotainFinding *finding = luotain_record_load (db, type, id, error);

      if (finding == NULL)
        return FALSE;
      linked->title = g_strdup (luotain_record_title (type, finding, language));
      linked->kind = g_strdup (finding->kind);
      luotain_record_free (type, finding);
    }
  else
    linked->title = luotain_chain_title (db, id, language, error);
  return linked->title != NULL;
}

static gboolean
take_link (LuotainDb *db, LuotainFindingDetail *self, const LuotainLink *link, LuotainLanguage language,
           GError **error)
{
  if (g_str_equal (link->role->name, "session"))
    {
      self->session = link->target;
      self->session_title = luotain_chain_title (db, link->target, language, error);
      return self->session_title != NULL;
    }
  if (g_str_equal (link->role->name, "sector"))
    {
      self->sector = link->target;
      self->sector_title = luotain_chain_title (db, link->target, language, error);
      return self->sector_title != NULL;
    }
  if (g_str_equal (link->role->name, "evidence"))
    return add_linked (db, self->evidence, link->target, language, error);
  if (g_str_equal (link->role->name, "source"))
    {
      gpointer source = luotain_record_load (db, &luotain_source_type, link->target, error);

      if (source == NULL)
        return FALSE;
      g_ptr_array_add (self->sources, source);
    }
  return TRUE;
}

static gboolean
load_links (LuotainDb *db, LuotainFindingDetail *self, LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) outgoing = luotain_link_list (db, self->finding->record.id, FALSE, error);
  g_autoptr (GPtrArray) incoming = NULL;

  if (outgoing == NULL)
    return FALSE;
  for (guint i = 0; i < outgoing->len; i++)
    if (!take_link (db, self, g_ptr_array_index (outgoing, i), language, error))
      return FALSE;

  incoming = luotain_link_list (db, self->finding->record.id, TRUE, error);
  if (incoming == NULL)
    return FALSE;
  for (guint i = 0; i < incoming->len; i++)
    {
      const LuotainLink *link = g_ptr_array_index (incoming, i);

      if (link->role->flow == LUOTAIN_CHAIN_TARGET_UPSTREAM
          && !add_linked (db, self->supports, link->source, language, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
luotain_finding_detail_load (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainDetailQuestion *question = data;
  g_autoptr (LuotainFindingDetail) self = g_new0 (LuotainFindingDetail, 1);

  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->evidence = g_ptr_array_new_with_free_func (linked_free);
  self->supports = g_ptr_array_new_with_free_func (linked_free);
  self->finding = luotain_record_load (db, &luotain_finding_type, question->id, error);
  if (self->finding == NULL)
    return FALSE;
  self->kind_changes = luotain_record_list (db, &luotain_kind_change_type, question->id, error);
  if (self->kind_changes == NULL || !load_links (db, self, question->language, error))
    return FALSE;
  *result = g_steal_pointer (&self);
  return TRUE;
}

static gboolean
find_citing (LuotainDb *db, gint64 source, gint64 *finding, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (db, source, TRUE, error);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len && *finding == 0; i++)
    {
      const LuotainLink *link = g_ptr_array_index (links, i);
      const LuotainRecordType *type = luotain_record_type_of (db, link->source, error);

      if (type == NULL)
        return FALSE;
      if (type == &luotain_finding_type)
        *finding = link->source;
    }
  return TRUE;
}

gboolean
luotain_finding_detail_find (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const gint64 id = *(const gint64 *) data;
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  gint64 finding = id;

  if (type == NULL)
    return FALSE;
  if (type == &luotain_kind_change_type || type == &luotain_rating_type)
    {
      LuotainRecord *part = luotain_record_load (db, type, id, error);

      if (part == NULL)
        return FALSE;
      finding = part->owner;
      luotain_record_free (type, part);
    }
  else if (type == &luotain_source_type)
    {
      finding = 0;
      if (!find_citing (db, id, &finding, error))
        return FALSE;
    }
  *result = g_memdup2 (&finding, sizeof finding);
  return TRUE;
}
