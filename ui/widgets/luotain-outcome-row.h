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

G_END_DECLS
