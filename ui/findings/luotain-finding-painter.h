#pragma once

#include "luotain-finding-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LuotainFindingPainter: draws the two lines of a finding; keeps the layouts of one cell. */
typedef struct _LuotainFindingPainter LuotainFindingPainter;

/** luotain_finding_painter_new: @widget owns the painter, and gives font, colours, size and direction. */
LuotainFindingPainter *luotain_finding_painter_new (GtkWidget *widget);
void luotain_finding_painter_free (LuotainFindingPainter *self);

/** luotain_finding_painter_measure: the height of the two lines in the font of @widget. */
int luotain_finding_painter_measure (GtkWidget *widget);

void luotain_finding_painter_snapshot (LuotainFindingPainter *self, GtkSnapshot *snapshot,
                                       LuotainFindingItem *item);

/** luotain_finding_painter_is_cut: whether something of the finding found no room: a tooltip tells it. */
gboolean luotain_finding_painter_is_cut (LuotainFindingPainter *self);

G_END_DECLS
