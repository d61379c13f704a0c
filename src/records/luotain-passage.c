#include "config.h"

#include "luotain-passage.h"

#include <glib/gi18n-lib.h>

static const LuotainField passage_fields[] = {
  LUOTAIN_FIELD_WORDS (LuotainPassage, dimensions, N_ ("PESTE"), "dimension",
                       LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainPassage, text, N_ ("Text"),
                            LUOTAIN_REQUIRED | LUOTAIN_MULTILINE | LUOTAIN_MAIN),
};

const LuotainRecordType luotain_passage_type = {
  .name = "passage",
  .table = "passage",
  .label = N_ ("Passage"),
  .owner = "scenario",
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainPassage),
  .fields = passage_fields,
  .n_fields = G_N_ELEMENTS (passage_fields),
};
