#pragma once

#include "luotain-context.h"
#include "luotain-esco-choice.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_ESCO_FINDER (luotain_esco_finder_get_type ())

/** LuotainEscoFinder: looks names up in the ESCO catalogue beside the main thread; all of a workbook's windows share one. */
G_DECLARE_FINAL_TYPE (LuotainEscoFinder, luotain_esco_finder, LUOTAIN, ESCO_FINDER, GObject)

/** LuotainEscoMatch: a concept that was found. */
typedef struct
{
  LuotainEscoConcept *concept;
  LuotainEscoChoice *choice; /* the same, to be taken into the workbook */
} LuotainEscoMatch;

/** luotain_esco_finder_of: Returns: (transfer none): the finder of a context. */
LuotainEscoFinder *luotain_esco_finder_of (LuotainContext *context);

/**
 * luotain_esco_finder_search:
 * @self: a finder
 * @text: what somebody typed
 * @limit: no more than these
 * @loosely: where no name has all the words, look for one of them, the longest first
 * @cancellable: (nullable): once it is cancelled @callback is called with G_IO_ERROR_CANCELLED
 * @callback: calls luotain_esco_finder_search_finish()
 * @user_data: for @callback
 *
 * Names in the language of the interface come first.
 */
void luotain_esco_finder_search (LuotainEscoFinder *self, const char *text, guint limit, gboolean loosely,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * luotain_esco_finder_search_finish:
 * @result: as the callback got it
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND where there is no catalogue yet
 *
 * Returns: (transfer full) (element-type LuotainEscoMatch) (nullable): what was found
 */
GPtrArray *luotain_esco_finder_search_finish (GAsyncResult *result, GError **error);

/** luotain_esco_row_new: Returns: (transfer floating): a row of a list that shows a match, and keeps its choice. */
GtkWidget *luotain_esco_row_new (const LuotainEscoMatch *match);

/** luotain_esco_row_select: selects a row of a list, and scrolls to it. */
void luotain_esco_row_select (GtkListBoxRow *row, GtkScrolledWindow *scroller);

/** luotain_esco_row_get_choice: Returns: (transfer none) (nullable): what a row of a list stands for. */
const LuotainEscoChoice *luotain_esco_row_get_choice (GtkListBoxRow *row);

G_END_DECLS
