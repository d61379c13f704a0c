#include "config.h"

#include "luotain-finding-query.h"

#include "luotain-date.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-text.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <string.h>

LuotainCapture *
luotain_capture_new (const char *lines, gint64 sector, gint64 session)
{
  LuotainCapture *self = g_new0 (LuotainCapture, 1);
  g_autofree char *plain = luotain_text_normalize (lines, -1, LUOTAIN_TEXT_DROP, NULL, NULL);

  self->titles = g_strsplit (plain != NULL ? plain : "", "\n", -1);
  self->sector = sector;
  self->session = session;
  return self;
}

void
luotain_capture_free (LuotainCapture *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->titles);
  g_free (self);
}

/* Survey sessions bring in what was answered, all others what was talked about; without one it is somebody's own. */
static gboolean
find_channel (LuotainDb *db, gint64 session, const char **channel, GError **error)
{
  LuotainSession *record;

  *channel = "observation";

  if (session == 0)
    return TRUE;

  record = luotain_record_load (db, &luotain_session_type, session, error);

  if (record == NULL)
    return FALSE;

  *channel = g_strcmp0 (record->kind, "survey") == 0 ? "survey" : "discussion";
  luotain_record_destroy (record);
  return TRUE;
}

static gboolean
tie (LuotainDb *db, gint64 finding, const char *role, gint64 target, GError **error)
{
  return target == 0
         || luotain_link_add (db, finding, luotain_model_role (luotain_db_get_model (db), role), target,
                              error);
}

static gboolean
capture_line (LuotainDb *db, const char *line, const char *channel, gint64 sector, gint64 session,
              LuotainLanguage language, GArray *ids, GError **error)
{
  LuotainFinding *finding = luotain_record_new (&luotain_finding_type);
  const LuotainField *title = luotain_record_type_field (&luotain_finding_type, "title", NULL);
  gboolean ok = luotain_field_set_string (title, finding, language, line, TRUE, error);

  if (ok && luotain_field_is_set (title, finding))
    {
      finding->channel = g_strdup (channel);
      finding->observed_on = luotain_date_today ();
      luotain_db_set_detail (db, line);
      ok = luotain_record_insert (db, &luotain_finding_type, finding, error)
           && tie (db, finding->record.id, "sector", sector, error)
           && tie (db, finding->record.id, "session", session, error);
      g_array_append_val (ids, finding->record.id);
    }

  luotain_record_destroy (finding);
  return ok;
}

gboolean
luotain_capture_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCapture *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 session = self->session;
  LuotainLanguage language;
  const char *channel;

  if ((session == 0 && !luotain_session_running (db, &session, error))
      || !find_channel (db, session, &channel, error) || !luotain_workbook_language (db, &language, error))
    return FALSE;

  for (char **line = self->titles; *line != NULL; line++)
    if (!capture_line (db, *line, channel, self->sector, session, language, ids, error))
      return FALSE;

  *result = g_steal_pointer (&ids);
  return TRUE;
}

gboolean
luotain_session_running (LuotainDb *db, gint64 *session, GError **error)
{
  return luotain_db_query_int (db, "SELECT min (id) FROM session WHERE status = 'running'", session, error);
}

static gboolean
set_status (LuotainDb *db, gint64 id, const char *status, GError **error)
{
  LuotainSession *session = luotain_record_load (db, &luotain_session_type, id, error);
  gboolean ok;

  if (session == NULL)
    return FALSE;

  g_free (session->status);
  session->status = g_strdup (status);
  ok = luotain_record_update (db, &luotain_session_type, session, error);
  luotain_record_destroy (session);
  return ok;
}

gboolean
luotain_session_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const gint64 wanted = *(const gint64 *) data;
  gint64 running;

  if (!luotain_session_running (db, &running, error))
    return FALSE;

  while (running != 0 && running != wanted)
    if (!set_status (db, running, "closed", error) || !luotain_session_running (db, &running, error))
      return FALSE;

  return wanted == 0 || wanted == running || set_status (db, wanted, "running", error);
}
