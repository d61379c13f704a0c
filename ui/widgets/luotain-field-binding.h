#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FIELD_BINDING (luotain_field_binding_get_type ())

/**
 * LuotainFieldBinding: one column of one record as a widget edits it.
 *
 * Properties, notified: `context`, `record-id` (int64, 0 for none) and `column` (a field's or column's name; a
 * translated field's bare name means the workbook's main language), to be set; `text` (what stands in the workbook)
 * and `error` (why the last change was refused), to be shown; `editable`.
 */
G_DECLARE_FINAL_TYPE (LuotainFieldBinding, luotain_field_binding, LUOTAIN, FIELD_BINDING, GObject)

LuotainFieldBinding *luotain_field_binding_new (void);

/**
 * luotain_field_binding_set_organisation:
 * @self: a binding
 * @organisation: 0, or whose view it is
 *
 * With an organisation, `record-id` is a profile entry and `column` one of what that organisation says of it; see
 * luotain-coverage-edit.h. A record is made with the first text.
 */
void luotain_field_binding_set_organisation (LuotainFieldBinding *self, gint64 organisation);

/**
 * luotain_field_binding_get_text:
 * @self: a binding
 *
 * Returns: (transfer none): what stands in the workbook, "" for nothing
 */
const char *luotain_field_binding_get_text (LuotainFieldBinding *self);
const char *luotain_field_binding_get_error (LuotainFieldBinding *self);
gboolean luotain_field_binding_get_editable (LuotainFieldBinding *self);

/**
 * luotain_field_binding_save:
 * @self: a binding
 * @text: (nullable): what somebody wrote
 *
 * Stores the text as one named change, where it differs from what stands there. `text` or `error` tells what came of
 * it.
 */
void luotain_field_binding_save (LuotainFieldBinding *self, const char *text);

/** luotain_field_binding_reset: forgets the error, and tells `text` again. */
void luotain_field_binding_reset (LuotainFieldBinding *self);

/**
 * luotain_field_binding_install:
 * @object_class: the class of a widget that holds a binding
 * @first: the id of the first of three properties
 *
 * Gives the class the properties `context`, `record-id` and `column`, numbered from @first.
 */
void luotain_field_binding_install (GObjectClass *object_class, guint first);

/**
 * luotain_field_binding_forward_get:
 * @self: the binding of a widget
 * @index: 0 for the first of the three properties
 *
 * Answers a widget's property from its binding. luotain_field_binding_forward_set() is the other way.
 *
 * Returns: whether @index is one of the three
 */
gboolean luotain_field_binding_forward_get (LuotainFieldBinding *self, guint index, GValue *value);
gboolean luotain_field_binding_forward_set (LuotainFieldBinding *self, guint index, const GValue *value);

/**
 * luotain_field_label:
 * @column: a field's or column's name
 *
 * Returns: what a change of it is called, in English with header capitals: “Edit Title”
 */
const char *luotain_field_label (const char *column);

G_END_DECLS
