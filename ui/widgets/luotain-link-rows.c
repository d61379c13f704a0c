#include "config.h"

#include "luotain-link-rows.h"

#include "luotain-chain.h"
#include "luotain-finding.h"
#include "luotain-link.h"
#include "luotain-record-io.h"

static void
link_row_free (LuotainLinkRow *self)
{
  g_free (self->title);
  g_free (self->kind);
  g_free (self);
}

LuotainLinkQuery *
luotain_link_query_new (gint64 record, const char *role, LuotainLanguage language)
{
  LuotainLinkQuery *self = g_new0 (LuotainLinkQuery, 1);

  self->record = record;
  self->role = g_strdup (role);
  self->language = language;
  return self;
}

void
luotain_link_query_free (LuotainLinkQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->role);
  g_free (self);
}

static gboolean
fill_row (LuotainDb *db, const LuotainLink *link, LuotainLanguage language, LuotainLinkRow *row,
          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  LuotainRecord *record;

  row->id = link->target;
  row->type = luotain_record_type_of (db, link->target, error);
  record = row->type != NULL ? luotain_record_load (db, row->type, link->target, error) : NULL;
  if (record == NULL)
    return FALSE;

  row->stale = link->role->flow == LUOTAIN_CHAIN_TARGET_UPSTREAM
               && link->confirmed_revision < record->revision;
  if (row->type == &luotain_finding_type)
    row->kind = g_strdup (((LuotainFinding *) record)->kind);
  luotain_record_free (row->type, record);
  row->title = luotain_chain_title (db, link->target, language, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

gboolean
luotain_link_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainLinkQuery *query = data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) link_row_free);
  g_autoptr (GPtrArray) links = luotain_link_list (db, query->record, FALSE, error);

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const LuotainLink *link = links->pdata[i];
      LuotainLinkRow *row;

      if (!g_str_equal (link->role->name, query->role))
        continue;
      row = g_new0 (LuotainLinkRow, 1);
      g_ptr_array_add (rows, row);
      if (!fill_row (db, link, query->language, row, error))
        return FALSE;
    }
  *result = g_steal_pointer (&rows);
  return TRUE;
}
