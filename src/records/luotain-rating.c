#include "config.h"

#include "luotain-rating.h"

#include <glib/gi18n-lib.h>

static const LuotainField rating_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainRating, scale, N_ ("Scale"), "rating-scale", LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_NUMBER (LuotainRating, value, N_ ("Value"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainRating, hands, N_ ("Hands"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_DATE (LuotainRating, rated_on, N_ ("Date"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainRating, round, N_ ("Round"), LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainRating, note, N_ ("Note"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_rating_type = {
  .name = "rating",
  .table = "rating",
  .label = N_ ("Rating"),
  .owner = "finding",
  .flags = LUOTAIN_TYPE_ORDERED | LUOTAIN_TYPE_ASIDE,
  .size = sizeof (LuotainRating),
  .fields = rating_fields,
  .n_fields = G_N_ELEMENTS (rating_fields),
};
