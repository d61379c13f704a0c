#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_LINK_BOX (luotain_link_box_get_type ())

/**
 * LuotainLinkBox: what a record is tied to by a role: drivers, evidence, what an entry rests on. One line each, which
 * leads there and can be removed; below, a button to pick more. Findings and other records can be dropped on it.
 *
 * Properties: `context`; `record-id` (int64); `role` (string): name of the role; `types` (string): names of the record
 * types to pick from; `label`: accessible name; `add-label`: on the button; `compact` (boolean): without lines there
 * is nothing to see, and the button is not shown: see luotain_link_box_popup();
 * `single` (boolean): there is one link at most, so that the button is not shown beside it;
 * `create-label`: what to offer for words that are no record yet, or NULL.
 *
 * Signal `create (box, const char *text)`: somebody wants a record of that name, tied to this one.
 */
G_DECLARE_FINAL_TYPE (LuotainLinkBox, luotain_link_box, LUOTAIN, LINK_BOX, GtkWidget)

/** luotain_link_box_popup: opens the list to pick from. */
void luotain_link_box_popup (LuotainLinkBox *self);

G_END_DECLS
