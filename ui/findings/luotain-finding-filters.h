#pragma once

#include "luotain-context.h"
#include "luotain-finding-query.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDING_FILTERS (luotain_finding_filters_get_type ())

/**
 * LuotainFindingFilters: what a list of findings is narrowed to, and how many of how many it shows.
 *
 * Signal `changed`: something else is to be shown: luotain_finding_filters_dup_query() tells what.
 * Signal `done`: Enter was pressed in the search entry: on to the list.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingFilters, luotain_finding_filters, LUOTAIN, FINDING_FILTERS, GtkWidget)

void luotain_finding_filters_set_context (LuotainFindingFilters *self, LuotainContext *context);

/** luotain_finding_filters_dup_query: (transfer full): what is to be shown. */
LuotainFindingQuery *luotain_finding_filters_dup_query (LuotainFindingFilters *self);

/** luotain_finding_filters_is_narrowed: whether any filter of this bar is set; the window's sector does not count. */
gboolean luotain_finding_filters_is_narrowed (LuotainFindingFilters *self);

/** luotain_finding_filters_clear: shows all of the sector again. */
void luotain_finding_filters_clear (LuotainFindingFilters *self);

/** luotain_finding_filters_show_session: clears all else, and shows the findings of one session. */
void luotain_finding_filters_show_session (LuotainFindingFilters *self, gint64 session);

/** luotain_finding_filters_show_tag: clears all else, and shows the findings that bear a tag. */
void luotain_finding_filters_show_tag (LuotainFindingFilters *self, const char *tag);

void luotain_finding_filters_set_counts (LuotainFindingFilters *self, guint shown, guint total);
void luotain_finding_filters_set_loading (LuotainFindingFilters *self, gboolean loading);

/** luotain_finding_filters_search: puts the focus into the search entry. */
void luotain_finding_filters_search (LuotainFindingFilters *self);

G_END_DECLS
