#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who shows what the store answers asks again whenever something changes: only the last answer counts. */

/** luotain_ask_anew: cancels what was asked before. Returns: (transfer none): @cancellable, new, for what is asked now. */
GCancellable *luotain_ask_anew (GCancellable **cancellable);

/** luotain_ask_no_more: cancels what was asked, if anything was, and forgets it. */
void luotain_ask_no_more (GCancellable **cancellable);

G_END_DECLS
