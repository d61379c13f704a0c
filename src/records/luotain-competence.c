#include "config.h"

#include "luotain-competence.h"

#include <glib/gi18n-lib.h>

static const LuotainField competence_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainCompetence, title, N_ ("Name"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainCompetence, description, N_ ("Description"), LUOTAIN_MULTILINE),
  LUOTAIN_FIELD_WORD (LuotainCompetence, group, N_ ("Competence Group"), "competence-group", LUOTAIN_MAIN),
};

const LuotainRecordType luotain_competence_type = {
  .name = "competence",
  .table = "competence",
  .label = N_ ("Competence"),
  .size = sizeof (LuotainCompetence),
  .fields = competence_fields,
  .n_fields = G_N_ELEMENTS (competence_fields),
};
