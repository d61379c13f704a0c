#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_KIND_BOX (luotain_kind_box_get_type ())

/**
 * LuotainKindBox: the kind of a finding, one toggle a kind with its shape and word, and how it came to be that kind.
 *
 * Where a finding has a kind and another is chosen, a line asks for the reason, in place and optional: Enter or
 * leaving it makes the change, Escape takes the choice back.
 */
G_DECLARE_FINAL_TYPE (LuotainKindBox, luotain_kind_box, LUOTAIN, KIND_BOX, GtkWidget)

void luotain_kind_box_set_context (LuotainKindBox *self, LuotainContext *context);

/**
 * luotain_kind_box_show:
 * @self: a box
 * @id: a finding
 * @kind: (nullable): its kind
 * @changes: (element-type LuotainKindChange): how it came to be that
 */
void luotain_kind_box_show (LuotainKindBox *self, gint64 id, const char *kind, GPtrArray *changes);

/** luotain_kind_box_save: makes the change that waits for its reason. */
void luotain_kind_box_save (LuotainKindBox *self);

G_END_DECLS
