#include "luotain-edit.h"
#include "luotain-external-identifier.h"
#include "luotain-job-title.h"
#include "luotain-link.h"
#include "luotain-profile-edit.h"
#include "luotain-profile-entry.h"
#include "luotain-record-io.h"

#include <string.h>

LuotainProfileDetail *
luotain_profile_detail_new (gint64 id, const char *text)
{
  LuotainProfileDetail *self = g_new0 (LuotainProfileDetail, 1);

  self->id = id;
  self->text = g_strdup (text);
  return self;
}

void
luotain_profile_detail_free (LuotainProfileDetail *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

/* Inserts and frees a record that was filled; @filled tells whether filling it went well. */
static gint64
insert_filled (LuotainDb *db, const LuotainRecordType *type, gpointer record, gboolean filled, GError **error)
{
  const gint64 id = filled && luotain_record_insert (db, type, record, error) ? ((LuotainRecord *) record)->id
                                                                              : 0;

  luotain_record_free (type, record);
  return id;
}

static gint64
sector_of (LuotainDb *db, gint64 entry, GError **error)
{
  LuotainRecord *record = luotain_record_load (db, &luotain_profile_entry_type, entry, error);
  const gint64 profile = record != NULL ? record->owner : 0;
  gint64 sector = 0;

  luotain_record_free (&luotain_profile_entry_type, record);
  if (profile == 0 || !luotain_link_get_only (db, profile, "sector", &sector, error))
    return -1;
  return sector;
}

gboolean
luotain_profile_job_title_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainProfileDetail *detail = data;
  const gint64 sector = sector_of (db, detail->id, error);
  gpointer record;
  gint64 job_title;
  gint64 level = 0;

  if (sector < 0 || !luotain_link_get_only (db, detail->id, "role-level", &level, error))
    return FALSE;

  record = luotain_record_new (&luotain_job_title_type);
  job_title = insert_filled (
      db, &luotain_job_title_type, record,
      luotain_edit_fill (db, &luotain_job_title_type, record, "title", detail->text, TRUE, error), error);
  return job_title != 0 && (sector == 0 || luotain_edit_link (db, job_title, "sector", sector, error))
         && (level == 0 || luotain_edit_link (db, job_title, "role-level", level, error))
         && luotain_edit_link (db, detail->id, "job-title", job_title, error);
}

static const char *
scheme_of (const char *uri)
{
  if (strstr (uri, "/esco/") != NULL)
    return "esco";
  if (strstr (uri, "oph.fi") != NULL || strstr (uri, "opintopolku.fi") != NULL)
    return "oph";
  return "other";
}

gboolean
luotain_profile_identifier_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainProfileDetail *detail = data;
  const LuotainRecordType *type = &luotain_external_identifier_type;
  gpointer record = luotain_record_new (type);

  ((LuotainRecord *) record)->owner = detail->id;
  return insert_filled (db, type, record,
                        luotain_edit_fill (db, type, record, "scheme", scheme_of (detail->text), TRUE, error)
                            && luotain_edit_fill (db, type, record, "uri", detail->text, TRUE, error),
                        error)
         != 0;
}
