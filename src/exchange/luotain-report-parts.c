#include "luotain-report-parts.h"

#include <string.h>

static const char *const names_of_parts[LUOTAIN_REPORT_N_PARTS] = {
  "findings",   "map",      "table", "scenarios", "profiles",
  "robustness", "coverage", "chain", "editions",  "sources",
};

const char *
luotain_report_part_name (guint index)
{
  g_return_val_if_fail (index < LUOTAIN_REPORT_N_PARTS, NULL);

  return names_of_parts[index];
}

const char *
luotain_report_parts_parse (const char *const *names, LuotainReportParts *parts)
{
  *parts = 0;

  for (; *names != NULL; names++)
    {
      guint i = 0;

      while (i < LUOTAIN_REPORT_N_PARTS && strcmp (*names, names_of_parts[i]) != 0)
        i++;
      if (i == LUOTAIN_REPORT_N_PARTS)
        return *names;
      *parts |= 1 << i;
    }

  return NULL;
}
