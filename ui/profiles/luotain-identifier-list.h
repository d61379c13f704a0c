#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_IDENTIFIER_LIST (luotain_identifier_list_get_type ())

/** LuotainIdentifierList: the external identifiers of a competence, edited in place, with a line to add more. */
G_DECLARE_FINAL_TYPE (LuotainIdentifierList, luotain_identifier_list, LUOTAIN, IDENTIFIER_LIST, GtkWidget)

/** luotain_identifier_list_set: shows those of a competence; 0 for none. */
void luotain_identifier_list_set (LuotainIdentifierList *self, LuotainContext *context, gint64 competence);

G_END_DECLS
