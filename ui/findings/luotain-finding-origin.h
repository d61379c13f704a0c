#pragma once

#include "luotain-context.h"
#include "luotain-finding-detail.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDING_ORIGIN (luotain_finding_origin_get_type ())

/** LuotainFindingOrigin: where a finding comes from: session, sector, channel and date, each to be changed. */
G_DECLARE_FINAL_TYPE (LuotainFindingOrigin, luotain_finding_origin, LUOTAIN, FINDING_ORIGIN, GtkWidget)

void luotain_finding_origin_set_context (LuotainFindingOrigin *self, LuotainContext *context);
void luotain_finding_origin_show (LuotainFindingOrigin *self, const LuotainFindingDetail *detail);

G_END_DECLS
