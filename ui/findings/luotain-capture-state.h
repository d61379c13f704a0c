#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainCaptureState: where a finding that is caught now belongs. */
typedef struct
{
  gint64 session; /* that is running, 0 for none */
  char *session_title; /* (nullable) */
  gint64 sector; /* chosen, else that of the session, else the only one there is; 0 for none */
  char *sector_title; /* (nullable) */
} LuotainCaptureState;

/** LuotainCaptureQuestion: what the state is asked for. */
typedef struct
{
  gint64 sector; /* chosen in the window, 0 for all */
  LuotainLanguage language;
} LuotainCaptureQuestion;

/** luotain_capture_state_load: a #LuotainJob that reads: from a #LuotainCaptureQuestion to a #LuotainCaptureState. */
gboolean luotain_capture_state_load (LuotainDb *db, gpointer data, gpointer *result, GError **error);

void luotain_capture_state_free (LuotainCaptureState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCaptureState, luotain_capture_state_free)

G_END_DECLS
