#pragma once

#include "luotain-canvas.h"

G_BEGIN_DECLS

/** LuotainGridStyle: how a line of a cell is written. */
typedef enum
{
  LUOTAIN_GRID_PLAIN,
  LUOTAIN_GRID_BOLD,
  LUOTAIN_GRID_DIM /* smaller, an aside */
} LuotainGridStyle;

/**
 * LuotainGrid: a table to be drawn on a slide or a sheet: heads, and cells of lines.
 *
 * The letters are as large as they can be for everything to fit. What does not fit with the least size is left out from
 * the end, and the picture says how much that is.
 */
typedef struct _LuotainGrid LuotainGrid;

/**
 * luotain_grid_new:
 * @title: above the table
 * @subtitle: (nullable): below the title
 * @source: (nullable): in the last line: where it is from
 */
LuotainGrid *luotain_grid_new (const char *title, const char *subtitle, const char *source);
void luotain_grid_free (LuotainGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainGrid, luotain_grid_free)

/** luotain_grid_set_corner: (nullable): what stands above the heads of rows. */
void luotain_grid_set_corner (LuotainGrid *self, const char *corner);

/** luotain_grid_set_rest: what to say of rows there was no room for, with %u for their number. */
void luotain_grid_set_rest (LuotainGrid *self, const char *rest);

/** luotain_grid_set_ruled: cells have lines to write on, and rows share the whole height. */
void luotain_grid_set_ruled (LuotainGrid *self, gboolean ruled);

void luotain_grid_add_column (LuotainGrid *self, const char *title);

/** luotain_grid_add_row: @note (nullable) stands small below @title (nullable). Returns: its number */
guint luotain_grid_add_row (LuotainGrid *self, const char *title, const char *note);

/** luotain_grid_add_line: a line of a cell. */
void luotain_grid_add_line (LuotainGrid *self, guint row, guint column, const char *text,
                            LuotainGridStyle style);

/**
 * luotain_grid_draw:
 * @self: a grid with columns
 * @canvas: where to draw
 * @margin: around it, in the canvas's units
 * @least: size of the smallest letters
 * @most: size of the largest letters in cells
 *
 * Returns: how many rows were drawn
 */
guint luotain_grid_draw (LuotainGrid *self, LuotainCanvas *canvas, double margin, double least, double most);

G_END_DECLS
