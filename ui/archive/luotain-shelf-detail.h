#pragma once

#include "luotain-bag.h"
#include "luotain-comparison.h"
#include "luotain-shelf.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SHELF_DETAIL (luotain_shelf_detail_get_type ())

/**
 * LuotainShelfDetail: what is known of a package or workbook on the shelf, and what can be done with it.
 *
 * Its buttons name actions of the archive page: `archive.open`, `archive.verify`, `archive.compare`, and `archive.take` with the id of a
 * scenario or profile.
 */
G_DECLARE_FINAL_TYPE (LuotainShelfDetail, luotain_shelf_detail, LUOTAIN, SHELF_DETAIL, AdwBin)

/**
 * luotain_shelf_detail_show:
 * @self: the detail
 * @item: what to show
 * @bag: (nullable): what its verification found
 * @takes: whether scenarios and profiles can be taken over into the workbook that is open
 */
void luotain_shelf_detail_show (LuotainShelfDetail *self, LuotainShelfItem *item, const LuotainBag *bag,
                                gboolean takes);

/**
 * luotain_shelf_detail_show_comparison:
 * @self: a detail that shows what was compared
 * @comparison: what changed from it to the workbook that is open
 *
 * Shows that before everything else, until something else is shown.
 */
void luotain_shelf_detail_show_comparison (LuotainShelfDetail *self, const LuotainComparison *comparison);

G_END_DECLS
