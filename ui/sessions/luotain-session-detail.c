#include "config.h"

#include "luotain-chain.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-session-detail.h"
#include "luotain-session-list.h"

void
luotain_session_detail_free (LuotainSessionDetail *self)
{
  if (self == NULL)
    return;
  luotain_record_free (&luotain_session_type, self->session);
  g_free (self->group_title);
  g_free (self->sector_title);
  g_free (self);
}

static gboolean
load_linked (LuotainDb *db, const LuotainSessionQuestion *question, const char *role, gint64 *id,
             char **title, GError **error)
{
  if (!luotain_link_get_only (db, question->id, role, id, error))
    return FALSE;
  if (*id == 0)
    return TRUE;
  *title = luotain_chain_title (db, *id, question->language, error);
  return *title != NULL;
}

gboolean
luotain_session_detail_load (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainSessionQuestion *question = data;
  g_autoptr (LuotainSessionDetail) self = g_new0 (LuotainSessionDetail, 1);

  self->session = luotain_record_load (db, &luotain_session_type, question->id, error);
  if (self->session == NULL || !load_linked (db, question, "group", &self->group, &self->group_title, error)
      || !load_linked (db, question, "sector", &self->sector, &self->sector_title, error)
      || !luotain_session_count_findings (db, question->id, &self->n_findings, error))
    return FALSE;
  *result = g_steal_pointer (&self);
  return TRUE;
}

gboolean
luotain_session_detail_find (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  gint64 id = *(const gint64 *) data;
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  g_autoptr (GPtrArray) links = NULL;

  if (type == NULL)
    return FALSE;
  if (type != &luotain_session_type)
    {
      links = luotain_link_list (db, id, TRUE, error);
      if (links == NULL)
        return FALSE;
      id = 0;
      for (guint i = 0; i < links->len && id == 0; i++)
        {
          const LuotainLink *link = g_ptr_array_index (links, i);

          if (g_str_equal (link->role->name, "group"))
            id = link->source;
        }
    }
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}
