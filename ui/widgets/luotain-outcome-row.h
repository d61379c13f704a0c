#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * luotain_outcome_row_add:
 * @group: where to add it
 * @title: plain text
 * @subtitle: (nullable): plain text, below
 * @end: (nullable): at the end of the row: a count, what was done
 *
 * Adds a row that tells what came of some work, in a dialog; a screen reader says all of it.
 */
void luotain_outcome_row_add (AdwPreferencesGroup *group, const char *title, const char *subtitle,
                              const char *end);

/** luotain_outcome_row_add_texts: adds a row a text, and shows the group where there are any. */
void luotain_outcome_row_add_texts (AdwPreferencesGroup *group, const GPtrArray *texts);

/** luotain_outcome_row_add_faults: adds a row for each line of what went wrong; not more than can be looked through. */
void luotain_outcome_row_add_faults (AdwPreferencesGroup *group, const GError *error);

G_END_DECLS
