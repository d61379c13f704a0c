#pragma once

#include "luotain-context.h"
#include "luotain-finding-detail.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_FINDING_LINKS (luotain_finding_links_get_type ())

/**
 * LuotainFindingLinks: what a finding stands on and what stands on it: its sources, to be added and edited in place,
 * the findings that support it, and what it supports.
 */
G_DECLARE_FINAL_TYPE (LuotainFindingLinks, luotain_finding_links, LUOTAIN, FINDING_LINKS, GtkWidget)

void luotain_finding_links_set_context (LuotainFindingLinks *self, LuotainContext *context);
void luotain_finding_links_show (LuotainFindingLinks *self, const LuotainFindingDetail *detail);

G_END_DECLS
