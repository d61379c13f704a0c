#pragma once

#include "luotain-why-answer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WHY_STEP (luotain_why_step_get_type ())

/**
 * LuotainWhyStep: one row of the why panel: a heading, a step of the chain, or a place to look again.
 *
 * Properties for its row, all readable: `title`, `caption`, `icon-name`, `details`, `confirm-label`, `label` (strings, the
 * last its accessible name), `heading`, `stale`, `can-confirm`, `can-go` (booleans).
 */
G_DECLARE_FINAL_TYPE (LuotainWhyStep, luotain_why_step, LUOTAIN, WHY_STEP, GObject)

/**
 * luotain_why_step_new_roots:
 * @answer: an answer
 * @writable: whether anything can be confirmed
 *
 * Returns: (transfer full): the headings of the panel, each with its steps below
 */
GListModel *luotain_why_step_new_roots (LuotainWhyAnswer *answer, gboolean writable);

/**
 * luotain_why_step_create_children:
 * @step: (type LuotainWhyStep): a step
 * @user_data: nothing
 *
 * A GtkTreeListModelCreateModelFunc.
 *
 * Returns: (transfer full) (nullable): the steps after it
 */
GListModel *luotain_why_step_create_children (gpointer step, gpointer user_data);

/** luotain_why_step_get_id: the record it leads to, 0 for a heading. */
gint64 luotain_why_step_get_id (LuotainWhyStep *self);

gboolean luotain_why_step_is_heading (LuotainWhyStep *self);

/** luotain_why_step_is_more: whether it stands for steps that are not shown yet. */
gboolean luotain_why_step_is_more (LuotainWhyStep *self);

/**
 * luotain_why_step_show_more:
 * @self: a step that stands for others
 * @siblings: the list it stands in, as luotain_why_step_create_children() made it
 *
 * Puts the next of them in its place.
 */
void luotain_why_step_show_more (LuotainWhyStep *self, GListModel *siblings);

/**
 * luotain_why_step_get_looks:
 * @self: a step
 *
 * Returns: (transfer container) (element-type LuotainWhyLook): the places to look again that stand in it: all of a
 *   cause's, one, or none
 */
GPtrArray *luotain_why_step_get_looks (LuotainWhyStep *self);

G_END_DECLS
