#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_COMPETENCE_ENTRY (luotain_competence_entry_get_type ())

/**
 * LuotainCompetenceEntry: a line that takes the name of a competence, completed from the catalogue.
 *
 * Behind the competences of the workbook stand skills of ESCO, where there is its catalogue.
 *
 * Signal `added (entry, gint64 competence, const char *text, const LuotainEscoChoice *concept)`: a competence was picked, or,
 * where it is 0, a concept of ESCO, or, where that is NULL, its name was typed; several pasted lines come as one text. The line
 * is then empty and ready for the next.
 */
G_DECLARE_FINAL_TYPE (LuotainCompetenceEntry, luotain_competence_entry, LUOTAIN, COMPETENCE_ENTRY, GtkWidget)

/**
 * luotain_competence_entry_new:
 * @context: a context
 * @group: (nullable): key of the competence group that stands first among the completions
 * @label: accessible name
 */
GtkWidget *luotain_competence_entry_new (LuotainContext *context, const char *group, const char *label);

G_END_DECLS
