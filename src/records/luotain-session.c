#include "config.h"

#include "luotain-session.h"

#include <glib/gi18n-lib.h>

static const LuotainField session_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainSession, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORD (LuotainSession, kind, N_ ("Kind"), "session-kind", LUOTAIN_MAIN),
  LUOTAIN_FIELD_DATE (LuotainSession, held_on, N_ ("Date"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainSession, place, N_ ("Place"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainSession, people, N_ ("Number of People"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_WORD (LuotainSession, status, N_ ("Status"), "session-status", LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainSession, outcome, N_ ("What Came of It"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_session_type = {
  .name = "session",
  .table = "session",
  .label = N_ ("Session"),
  .size = sizeof (LuotainSession),
  .fields = session_fields,
  .n_fields = G_N_ELEMENTS (session_fields),
};
