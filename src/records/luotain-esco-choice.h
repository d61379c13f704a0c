#pragma once

#include "luotain-esco.h"

G_BEGIN_DECLS

/** LuotainEscoChoice: a concept of ESCO as it comes into a workbook, whose catalogue may be gone tomorrow. */
typedef struct
{
  char *uri;
  char *version; /* (nullable) */
  LuotainTranslated title;
  LuotainTranslated description;
} LuotainEscoChoice;

/**
 * luotain_esco_choice_new:
 * @concept: what was found
 * @texts: (element-type LuotainEscoText): what it is called; languages that are none of ours are left out
 */
LuotainEscoChoice *luotain_esco_choice_new (const LuotainEscoConcept *concept, GPtrArray *texts);
LuotainEscoChoice *luotain_esco_choice_copy (const LuotainEscoChoice *self);
void luotain_esco_choice_free (LuotainEscoChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEscoChoice, luotain_esco_choice_free)

/**
 * luotain_esco_choice_ensure:
 * @db: a database
 * @choice: a concept
 * @group: (nullable): key: what a new competence belongs to
 * @competence: (out): the competence that stands for it
 * @error: LUOTAIN_STORE_ERROR
 *
 * The competence that is linked to the concept; else one of the same name, which is linked to it; else a new one, with the names and
 * texts of the concept.
 */
gboolean luotain_esco_choice_ensure (LuotainDb *db, const LuotainEscoChoice *choice, const char *group,
                                     gint64 *competence, GError **error);

/** LuotainEscoLink: a competence, and the concept it is. */
typedef struct
{
  gint64 competence;
  LuotainEscoChoice *choice;
} LuotainEscoLink;

LuotainEscoLink *luotain_esco_link_new (gint64 competence, const LuotainEscoChoice *choice);
void luotain_esco_link_free (LuotainEscoLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEscoLink, luotain_esco_link_free)

/**
 * luotain_esco_link_run:
 *
 * A #LuotainJob: @data is a #LuotainEscoLink. Gives the competence the address and version as an external identifier; one that
 * has the address already gets the version. Its names and texts stay as they are.
 */
gboolean luotain_esco_link_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
