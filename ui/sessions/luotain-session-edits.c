#include "config.h"

#include "luotain-date.h"
#include "luotain-edit.h"
#include "luotain-finding-query.h"
#include "luotain-record-io.h"
#include "luotain-sector.h"
#include "luotain-session-edits.h"
#include "luotain-session.h"
#include "luotain-text.h"
#include "luotain-working-group.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64 id; /* of the sector of a new session, or of the session of a new group */
  char *title;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_free (addition->title);
  g_free (addition);
}

static Addition *
addition_new (gint64 id, const char *title)
{
  Addition *addition = g_new0 (Addition, 1);

  addition->id = id;
  addition->title = g_strdup (title);
  return addition;
}

/* Where there is only one sector, nobody chooses it. */
static gboolean
link_sector (LuotainDb *db, gint64 session, gint64 sector, GError **error)
{
  g_autoptr (GArray) sectors = luotain_record_ids (db, &luotain_sector_type, 0, error);

  if (sectors == NULL)
    return FALSE;
  if (sector == 0 && sectors->len == 1)
    sector = g_array_index (sectors, gint64, 0);
  return sector == 0 || luotain_edit_link (db, session, "sector", sector, error);
}

static gboolean
add_session (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Addition *addition = data;
  LuotainSession *session = luotain_record_new (&luotain_session_type);
  gboolean done;

  session->held_on = luotain_date_today ();
  session->status = g_strdup ("planned");
  done = luotain_edit_fill (db, &luotain_session_type, session, "title", addition->title, TRUE, error)
         && luotain_record_insert (db, &luotain_session_type, session, error)
         && link_sector (db, session->record.id, addition->id, error);
  if (done)
    *result = g_memdup2 (&session->record.id, sizeof session->record.id);
  luotain_record_free (&luotain_session_type, session);
  return done;
}

void
luotain_session_add (LuotainContext *context, LuotainContextCallback callback, gpointer owner)
{
  luotain_context_do (context, N_ ("Add Session"), add_session,
                      addition_new (luotain_context_get_sector (context), _ ("New Session")), addition_free,
                      g_free, callback, owner);
}

static gboolean
add_group (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Addition *addition = data;
  LuotainWorkingGroup *group = luotain_record_new (&luotain_working_group_type);
  gboolean done = luotain_edit_fill (db, &luotain_working_group_type, group, "title", addition->title, TRUE,
                                     error)
                  && luotain_record_insert (db, &luotain_working_group_type, group, error)
                  && luotain_edit_link (db, addition->id, "group", group->record.id, error);

  luotain_record_free (&luotain_working_group_type, group);
  return done;
}

void
luotain_session_add_group (LuotainContext *context, gint64 session, const char *title)
{
  luotain_context_do (context, N_ ("Add Working Group"), add_group, addition_new (session, title),
                      addition_free, NULL, NULL, NULL);
}

void
luotain_session_set_running (LuotainContext *context, gint64 session)
{
  luotain_context_do (context, session != 0 ? N_ ("Run Session") : N_ ("End Session"), luotain_session_run,
                      g_memdup2 (&session, sizeof session), g_free, NULL, NULL, NULL);
}

void
luotain_session_delete (LuotainContext *context, gint64 session, const char *title)
{
  g_autofree char *excerpt = luotain_text_excerpt (title, 40);
  g_autofree char *toast = g_strdup_printf (_ ("“%s” deleted"), excerpt);

  luotain_context_delete (context, N_ ("Delete Session"), session, toast);
}
