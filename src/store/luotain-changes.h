#pragma once

#include "luotain-model.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LuotainChanges: what a committed change touched, as the store's `changed` signal tells it.
 *
 * Immutable once emitted, reference counted, a boxed type.
 */
typedef struct _LuotainChanges LuotainChanges;

#define LUOTAIN_TYPE_CHANGES (luotain_changes_get_type ())
GType luotain_changes_get_type (void);

LuotainChanges *luotain_changes_new (void);
LuotainChanges *luotain_changes_ref (LuotainChanges *self);
void luotain_changes_unref (LuotainChanges *self);

void luotain_changes_add_record (LuotainChanges *self, const char *type, gint64 id);
void luotain_changes_add_link (LuotainChanges *self, gint64 source, gint64 target);
void luotain_changes_add_all (LuotainChanges *self);

/** luotain_changes_is_all: whether so much changed that everything counts as changed. */
gboolean luotain_changes_is_all (LuotainChanges *self);

/**
 * luotain_changes_has_type:
 * @self: what was changed
 * @type: name of a record type
 *
 * Returns: whether a record of the type came, went or changed, links aside
 */
gboolean luotain_changes_has_type (LuotainChanges *self, const char *type);

/**
 * luotain_changes_has_links:
 *
 * Returns: whether any link came, went or changed
 */
gboolean luotain_changes_has_links (LuotainChanges *self);

/**
 * luotain_changes_touch:
 * @self: what was changed
 * @types: (array zero-terminated=1): names of record types
 *
 * Returns: whether any link, or a record of one of the types, came, went or changed
 */
gboolean luotain_changes_touch (LuotainChanges *self, const char *const *types);

/**
 * luotain_changes_has_id:
 * @self: what was changed
 * @id: a record
 *
 * Returns: whether the record or a link of it was touched (also where too much changed to tell)
 */
gboolean luotain_changes_has_id (LuotainChanges *self, gint64 id);

/**
 * luotain_changes_get_first:
 * @self: what was changed
 * @type: (nullable): name of a record type
 *
 * Returns: the first record named (of that type), 0 for none: where the face scrolls to after undo
 */
gint64 luotain_changes_get_first (LuotainChanges *self, const char *type);

gboolean luotain_changes_is_empty (LuotainChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainChanges, luotain_changes_unref)

G_END_DECLS
