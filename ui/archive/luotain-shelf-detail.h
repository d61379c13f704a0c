#pragma once

#include "luotain-bag.h"
#include "luotain-shelf.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SHELF_DETAIL (luotain_shelf_detail_get_type ())

/**
 * LuotainShelfDetail: what is known of a package or workbook on the shelf, and what can be done with it.
 *
 * Its buttons name actions of the archive page: `archive.open`, `archive.verify`, and `archive.take` with the id of a
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

G_END_DECLS
