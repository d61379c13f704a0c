#pragma once

#include "luotain-kind-path.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * luotain_kind_shape_index:
 * @keys: (nullable): keys of the vocabulary `finding-kind`, NULL-terminated
 * @kind: (nullable): one of them
 *
 * Returns: which shape a kind has; -1 for no kind
 */
int luotain_kind_shape_index (const char *const *keys, const char *kind);

/**
 * luotain_kind_shape_snapshot:
 * @snapshot: where to draw
 * @index: which shape; -1 draws a dash, what is beyond the last a small dot in a circle
 * @size: in pixels
 * @color: of the outline
 *
 * Draws the shape at the origin. Shapes stay apart without colour, on a projector too.
 */
void luotain_kind_shape_snapshot (GtkSnapshot *snapshot, int index, float size, const GdkRGBA *color);

G_END_DECLS
