#include "luotain-title-sql.h"

char *
luotain_title_sql (const char *alias, const char *field, LuotainLanguage language)
{
  return g_strdup_printf ("COALESCE(%s.%s_%s, %s.%s_fi, %s.%s_sv, %s.%s_en)", alias, field,
                          luotain_language_code (language), alias, field, alias, field, alias, field);
}
