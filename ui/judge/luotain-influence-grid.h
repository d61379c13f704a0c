#pragma once

#include "luotain-matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_INFLUENCE_GRID (luotain_influence_grid_get_type ())

/**
 * LuotainInfluenceGrid: the ordered pairs of key variables as a matrix: the row influences the column, or not.
 *
 * The arrow keys walk. Signal `moved`: another pair is the present one. Signal `answered (int answer)`: somebody answered
 * for the present pair, with a LuotainMatrixAnswer.
 */
G_DECLARE_FINAL_TYPE (LuotainInfluenceGrid, luotain_influence_grid, LUOTAIN, INFLUENCE_GRID, GtkWidget)

/** luotain_influence_grid_show: shows the answers of a matrix, which stays the caller's and is looked at only now. */
void luotain_influence_grid_show (LuotainInfluenceGrid *self, const LuotainMatrix *matrix);

/** luotain_influence_grid_get_pair: Returns: whether there is a present pair. */
gboolean luotain_influence_grid_get_pair (LuotainInfluenceGrid *self, guint *from, guint *on);
void luotain_influence_grid_set_pair (LuotainInfluenceGrid *self, guint from, guint on, gboolean focus);

/** luotain_influence_grid_next: moves to the next pair that has no answer, or just to the next one, if there is one. */
gboolean luotain_influence_grid_next (LuotainInfluenceGrid *self, gboolean unanswered);

G_END_DECLS
