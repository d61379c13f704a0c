#pragma once

#include "luotain-archive.h"
#include "luotain-bag.h"
#include "luotain-comparison.h"
#include "luotain-shelf-part.h"
#include "luotain-shelf.h"

G_BEGIN_DECLS

/*
 * What the archive page has done in threads of their own: hostile files are read, and much is hashed, away from the window
 * and from the store. @per_mille, where there is one, was made by g_atomic_rc_box_new0 (int) and tells how far it is.
 */

/** luotain_archive_list_async: lists a shelf; the result is of luotain_shelf_list(). */
void luotain_archive_list_async (GFile *folder, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *luotain_archive_list_finish (GAsyncResult *result, GError **error);

/** luotain_archive_verify_async: verifies a package and remembers when. */
void luotain_archive_verify_async (LuotainShelfItem *item, int *per_mille, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
LuotainBag *luotain_archive_verify_finish (GAsyncResult *result, GError **error);

/** luotain_archive_part_async: reads a scenario or profile from the shelf. */
void luotain_archive_part_async (LuotainShelfItem *item, gint64 id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
LuotainShelfPart *luotain_archive_part_finish (GAsyncResult *result, GError **error);

/**
 * luotain_archive_report_async: finds the page of a package that is to be read, in the language of the interface; what lies
 * in a zip is put beside, and only if its checksum is right.
 */
void luotain_archive_report_async (LuotainShelfItem *item, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
GFile *luotain_archive_report_finish (GAsyncResult *result, GError **error);

/**
 * luotain_archive_compare_async: tells what changed from a package or workbook to a workbook that is open; it is called with
 * the store as source.
 */
void luotain_archive_compare_async (LuotainStore *store, LuotainShelfItem *item, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
LuotainComparison *luotain_archive_compare_finish (GAsyncResult *result, GError **error);

/**
 * luotain_archive_make_async:
 * @store: an open workbook, which can be written meanwhile
 * @target: a folder that does not exist yet, or a zip, which is replaced
 * @zip: which of the two
 * @without_personal_data: leave it out
 * @per_mille: how far it is
 * @cancellable: gives it up; then there is nothing
 * @callback: called with the store as source
 *
 * Makes a package, reads it back and verifies it.
 */
void luotain_archive_make_async (LuotainStore *store, GFile *target, gboolean zip,
                                 gboolean without_personal_data, int *per_mille, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
LuotainBag *luotain_archive_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
