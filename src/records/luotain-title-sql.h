#pragma once

#include "luotain-language.h"

G_BEGIN_DECLS

/**
 * luotain_title_sql:
 * @alias: how a statement calls the table of a type
 * @field: name of a translated field
 * @language: which language to take first
 *
 * Returns: (transfer full): an SQL expression for the text in @language, else in whichever language there is one
 */
char *luotain_title_sql (const char *alias, const char *field, LuotainLanguage language);

G_END_DECLS
