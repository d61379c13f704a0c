#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDING_EDITOR (luotain_finding_editor_get_type ())

/**
 * LuotainFindingEditor: all of one finding, every field saved as it is left.
 *
 * Signals: `gone`: the finding that is shown was deleted; `tag (const char *tag)`: somebody pressed a tag.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingEditor, luotain_finding_editor, LUOTAIN, FINDING_EDITOR, GtkWidget)

GtkWidget *luotain_finding_editor_new (LuotainContext *context);

/** luotain_finding_editor_show: shows a finding; what was written of the one shown until now is saved. */
void luotain_finding_editor_show (LuotainFindingEditor *self, gint64 id);
gint64 luotain_finding_editor_get_id (LuotainFindingEditor *self);

/** luotain_finding_editor_get_title: (nullable): of the finding that is shown. */
const char *luotain_finding_editor_get_title (LuotainFindingEditor *self);

/** luotain_finding_editor_begin: puts the focus into the title. */
void luotain_finding_editor_begin (LuotainFindingEditor *self);

G_END_DECLS
