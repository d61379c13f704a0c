#pragma once

#include "luotain-context.h"
#include "luotain-scenario-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PART_BOX (luotain_part_box_get_type ())

/**
 * LuotainPartBox: a passage or period of a scenario: what it is of, its text, and the findings behind it.
 *
 * Actions: `part.move-up`, `part.move-down`, `part.evidence`, `part.years`, `part.delete`.
 */
G_DECLARE_FINAL_TYPE (LuotainPartBox, luotain_part_box, LUOTAIN, PART_BOX, GtkWidget)

/**
 * luotain_part_box_new:
 * @context: a context
 * @part: a passage or period
 * @period: whether it is a period
 */
GtkWidget *luotain_part_box_new (LuotainContext *context, gint64 part, gboolean period);

/** luotain_part_box_show: brings it up to date; whether it is the first or last of its kind. */
void luotain_part_box_show (LuotainPartBox *self, const LuotainScenarioPart *part, gboolean first,
                            gboolean last);
gint64 luotain_part_box_get_part (LuotainPartBox *self);

/** luotain_part_box_edit_title: puts the focus in a period's title and selects it. */
void luotain_part_box_edit_title (LuotainPartBox *self);

G_END_DECLS
