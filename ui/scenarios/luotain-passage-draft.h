#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PASSAGE_DRAFT (luotain_passage_draft_get_type ())

/**
 * LuotainPassageDraft: a passage that is being written: it becomes one when it is left with text in it.
 *
 * Signal `done (draft)`: the draft is not needed any more.
 */
G_DECLARE_FINAL_TYPE (LuotainPassageDraft, luotain_passage_draft, LUOTAIN, PASSAGE_DRAFT, GtkWidget)

/**
 * luotain_passage_draft_new:
 * @context: a context
 * @scenario: which scenario it is for
 * @dimensions: keys of its dimensions
 */
GtkWidget *luotain_passage_draft_new (LuotainContext *context, gint64 scenario, const char *dimensions);

/** luotain_passage_draft_save: makes a passage of what is written. */
void luotain_passage_draft_save (LuotainPassageDraft *self);

/** luotain_passage_draft_get_view: (transfer none): what is written in. */
GtkTextView *luotain_passage_draft_get_view (LuotainPassageDraft *self);

G_END_DECLS
