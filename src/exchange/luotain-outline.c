#include "luotain-outline.h"

#include "luotain-chain.h"
#include "luotain-edition.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

static void
part_free (gpointer data)
{
  LuotainOutlinePart *part = data;

  g_free (part->title);
  g_free (part);
}

LuotainOutline *
luotain_outline_new (void)
{
  LuotainOutline *self = g_new0 (LuotainOutline, 1);

  self->language = luotain_language_of_locale ();
  self->sectors = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->editions = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
luotain_outline_free (LuotainOutline *self)
{
  g_ptr_array_unref (self->sectors);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->editions);
  g_free (self->title);
  g_free (self->region);
  g_free (self);
}

void
luotain_outline_add_part (LuotainOutline *self, gint64 id, gboolean profile, const char *title)
{
  LuotainOutlinePart *part = g_new (LuotainOutlinePart, 1);

  part->id = id;
  part->profile = profile;
  part->title = g_strdup (title != NULL ? title : "");
  g_ptr_array_add (self->parts, part);
}

typedef void (*Take) (LuotainOutline *self, gint64 id, const char *title);

static void
take_sector (LuotainOutline *self, gint64 id, const char *title)
{
  g_ptr_array_add (self->sectors, g_strdup (title != NULL ? title : ""));
}

static void
take_scenario (LuotainOutline *self, gint64 id, const char *title)
{
  luotain_outline_add_part (self, id, FALSE, title);
}

static void
take_profile (LuotainOutline *self, gint64 id, const char *title)
{
  luotain_outline_add_part (self, id, TRUE, title);
}

static gboolean
take_all (LuotainDb *db, const LuotainRecordType *type, Take take, LuotainOutline *self, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, type, 0, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GError) why = NULL;
      g_autofree char *title = luotain_chain_title (db, id, self->language, &why);

      if (why != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
      take (self, id, title);
    }

  return ids != NULL;
}

static gboolean
take_workbook (LuotainDb *db, LuotainOutline *self, GError **error)
{
  g_autoptr (LuotainWorkbookInfo) info = luotain_workbook_info_load (db, error);
  g_autoptr (GPtrArray) workbooks = info != NULL ? luotain_record_list (db, &luotain_workbook_type, 0, error)
                                                 : NULL;

  if (workbooks == NULL)
    return FALSE;

  self->id = info->id;
  self->title = g_strdup (info->title);
  self->language = info->language;
  self->changed = info->changed;
  if (workbooks->len > 0)
    self->region = g_strdup (
        luotain_translated_get (&((const LuotainWorkbook *) workbooks->pdata[0])->region, self->language));
  return TRUE;
}

static gboolean
take_editions (LuotainDb *db, LuotainOutline *self, GError **error)
{
  g_autoptr (GPtrArray) editions = luotain_edition_list (db, error);

  for (guint i = 0; editions != NULL && i < editions->len; i++)
    g_ptr_array_add (self->editions, g_strdup (((const LuotainEdition *) editions->pdata[i])->name));

  return editions != NULL;
}

gboolean
luotain_outline_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainOutline) self = luotain_outline_new ();

  if (!take_workbook (db, self, error) || !take_all (db, &luotain_sector_type, take_sector, self, error)
      || !take_all (db, &luotain_scenario_type, take_scenario, self, error)
      || !take_all (db, &luotain_profile_type, take_profile, self, error) || !take_editions (db, self, error))
    return FALSE;

  *result = g_steal_pointer (&self);
  return TRUE;
}
