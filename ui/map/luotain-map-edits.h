#pragma once

#include "luotain-context.h"
#include "luotain-rating-edit.h"

G_BEGIN_DECLS

/**
 * luotain_map_rate:
 * @context: a context
 * @edit: (transfer full): what is said of some findings
 * @label: name of the change, in English, marked by N_()
 * @toast: (nullable): what to say when it is done, with Undo beside it
 *
 * Makes all of it one change.
 */
void luotain_map_rate (LuotainContext *context, LuotainRatingEdit *edit, const char *label,
                       const char *toast);

/**
 * luotain_map_gather:
 * @context: a context
 * @ids: (element-type gint64): findings
 * @under: the finding they are to support; it is passed over where it is among @ids
 * @title: of @under
 */
void luotain_map_gather (LuotainContext *context, const GArray *ids, gint64 under, const char *title);

/**
 * luotain_map_make_variables:
 * @context: a context
 * @ids: (element-type gint64): findings
 *
 * Makes a key variable of each finding, named after it and resting on it; one change.
 */
void luotain_map_make_variables (LuotainContext *context, const GArray *ids);

G_END_DECLS
