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

/**
 * LUOTAIN_TITLE_IS:
 * @alias: how a statement calls the table of a type
 * @name: an SQL expression for a name as luotain_text_fold() makes it
 *
 * An SQL condition: the title in any language is that name, letter case aside.
 */
#define LUOTAIN_TITLE_IS(alias, name) \
  name " IN (fold (" alias ".title_fi), fold (" alias ".title_sv), fold (" alias ".title_en))"

G_END_DECLS
