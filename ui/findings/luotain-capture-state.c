#include "config.h"

#include "luotain-capture-state.h"
#include "luotain-chain.h"
#include "luotain-finding-query.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-sector.h"

void
luotain_capture_state_free (LuotainCaptureState *self)
{
  if (self == NULL)
    return;
  g_free (self->session_title);
  g_free (self->sector_title);
  g_free (self);
}

static gboolean
find_only_sector (LuotainDb *db, gint64 *sector, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_sector_type, 0, error);

  if (ids == NULL)
    return FALSE;
  if (ids->len == 1)
    *sector = g_array_index (ids, gint64, 0);
  return TRUE;
}

/* The sector that is chosen in the window may have been deleted meanwhile. */
static gboolean
find_sector (LuotainDb *db, LuotainCaptureState *state, gint64 chosen, GError **error)
{
  gboolean exists = FALSE;

  if (chosen != 0 && !luotain_record_exists (db, chosen, &exists, error))
    return FALSE;
  if (exists)
    {
      state->sector = chosen;
      return TRUE;
    }
  if (state->session != 0 && !luotain_link_get_only (db, state->session, "sector", &state->sector, error))
    return FALSE;
  return state->sector != 0 || find_only_sector (db, &state->sector, error);
}

gboolean
luotain_capture_state_load (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCaptureQuestion *question = data;
  g_autoptr (LuotainCaptureState) state = g_new0 (LuotainCaptureState, 1);

  if (!luotain_session_running (db, &state->session, error)
      || !find_sector (db, state, question->sector, error))
    return FALSE;
  if (state->session != 0)
    state->session_title = luotain_chain_title (db, state->session, question->language, error);
  if (state->sector != 0)
    state->sector_title = luotain_chain_title (db, state->sector, question->language, error);
  if ((state->session != 0 && state->session_title == NULL)
      || (state->sector != 0 && state->sector_title == NULL))
    return FALSE;
  *result = g_steal_pointer (&state);
  return TRUE;
}
