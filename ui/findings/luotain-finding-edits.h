#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

/* The changes of findings that are more than one field or one link: each one step that can be undone. */

/**
 * luotain_finding_set_kind:
 * @context: a context
 * @finding: a finding
 * @kind: (nullable): key of its new kind
 * @reason: (nullable): why it changes
 */
void luotain_finding_set_kind (LuotainContext *context, gint64 finding, const char *kind, const char *reason);

/**
 * luotain_finding_delete:
 * @context: a context
 * @ids: (element-type gint64): findings, all deleted in one change
 * @title: (nullable): of the one finding, for the toast
 */
void luotain_finding_delete (LuotainContext *context, GArray *ids, const char *title);

/**
 * luotain_finding_add_source:
 * @context: a context
 * @finding: a finding
 * @text: the title of a new source, or its address
 * @callback: (nullable): the result is a gint64 to be freed: the source's id
 * @owner: as in luotain_context_do()
 */
void luotain_finding_add_source (LuotainContext *context, gint64 finding, const char *text,
                                 LuotainContextCallback callback, gpointer owner);

G_END_DECLS
