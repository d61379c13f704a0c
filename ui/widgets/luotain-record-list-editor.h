#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_RECORD_LIST_EDITOR (luotain_record_list_editor_get_type ())

/**
 * LuotainRecordListEditor: the records of a type that the user orders, as a list in which they are renamed, described,
 * added, moved and deleted.
 */
G_DECLARE_FINAL_TYPE (LuotainRecordListEditor, luotain_record_list_editor, LUOTAIN, RECORD_LIST_EDITOR,
                      AdwPreferencesGroup)

/**
 * luotain_record_list_editor_new:
 * @context: a workbook's context
 * @type: name of a record type with title and description, such as `sector`
 * @vocabulary: (nullable): for `vocabulary-entry`, of which vocabulary
 * @add_label: what is offered at the end of the list: “Add Sector”
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *luotain_record_list_editor_new (LuotainContext *context, const char *type, const char *vocabulary,
                                           const char *add_label);

G_END_DECLS
