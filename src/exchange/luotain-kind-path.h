#pragma once

#include <cairo.h>

/** LUOTAIN_N_KIND_SHAPES: circle, triangle, diamond, square, star: one a kind, in the order of the vocabulary. */
#define LUOTAIN_N_KIND_SHAPES 5

/**
 * luotain_kind_path_add:
 * @cr: where
 * @index: which shape; -1 is a dash, what is beyond the last a small dot in a circle
 * @x: middle of the shape
 * @y: middle of the shape
 * @size: of the square it stands in
 *
 * Adds the shape of a kind to the path: the one shape of lists, map and report.
 *
 * Returns: whether the shape is to be filled as well as stroked
 */
int luotain_kind_path_add (cairo_t *cr, int index, double x, double y, double size);
