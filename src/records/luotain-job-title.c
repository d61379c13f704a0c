#include "config.h"

#include "luotain-job-title.h"

#include <glib/gi18n-lib.h>

static const LuotainField job_title_fields[] = {
  LUOTAIN_FIELD_TRANSLATED (LuotainJobTitle, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainJobTitle, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_job_title_type = {
  .name = "job-title",
  .table = "job_title",
  .label = N_ ("Job Title"),
  .size = sizeof (LuotainJobTitle),
  .fields = job_title_fields,
  .n_fields = G_N_ELEMENTS (job_title_fields),
};
