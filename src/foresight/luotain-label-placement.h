#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LuotainLabelSide: where a label stands beside its symbol. */
typedef enum
{
  LUOTAIN_LABEL_NEW = -2, /* not placed yet */
  LUOTAIN_LABEL_HIDDEN = -1, /* found no room: it comes back where there is some, but pushes nothing away */
  LUOTAIN_LABEL_RIGHT,
  LUOTAIN_LABEL_LEFT,
  LUOTAIN_LABEL_ABOVE,
  LUOTAIN_LABEL_BELOW,
  LUOTAIN_LABEL_RIGHT_ABOVE,
  LUOTAIN_LABEL_RIGHT_BELOW,
  LUOTAIN_LABEL_LEFT_ABOVE,
  LUOTAIN_LABEL_LEFT_BELOW,
  LUOTAIN_LABEL_RIGHT_HIGH, /* between beside and above */
  LUOTAIN_LABEL_RIGHT_LOW,
  LUOTAIN_LABEL_LEFT_HIGH,
  LUOTAIN_LABEL_LEFT_LOW,
  LUOTAIN_LABEL_ABOVE_RIGHT, /* over it, but most of it to the right */
  LUOTAIN_LABEL_ABOVE_LEFT,
  LUOTAIN_LABEL_BELOW_RIGHT,
  LUOTAIN_LABEL_BELOW_LEFT,
  LUOTAIN_LABEL_N_SIDES
} LuotainLabelSide;

/** LuotainLabel: a symbol and the label it is to have. */
typedef struct
{
  double x, y, radius; /* of the symbol: nothing is put on it */
  double width, height; /* of the label, in pixels; 0 for a symbol that is to have none */
  double weight; /* what is heavier gets its room first; among equals the earlier */
  LuotainLabelSide side; /* in: where it stood the last time, or LUOTAIN_LABEL_NEW; out: where it stands */
} LuotainLabel;

/** LuotainLabelBox: a rectangle, in pixels. */
typedef struct
{
  double x, y, width, height;
} LuotainLabelBox;

/**
 * luotain_label_placement_run:
 * @labels: (array length=n_labels) (inout): what to place
 * @n_labels: how many
 * @width: of the canvas: no label leaves it
 * @height: of the canvas
 * @obstacles: (array length=n_obstacles) (nullable): what else no label may cover
 * @n_obstacles: how many
 *
 * Puts labels beside their symbols so that none covers another or any symbol; a label that finds no room is hidden.
 * One that stood somewhere stays on that side as long as no symbol came there: adding or moving a finding changes only
 * the labels near it. The heavier comes first, and where it is new or
 * lost its place it pushes lighter ones away.
 *
 * Greedy by weight with an occupancy bitmap (Mote, “Fast point-feature label placement for dynamic visualizations”,
 * 2007, uses a trellis for the same end).
 */
void luotain_label_placement_run (LuotainLabel *labels, guint n_labels, double width, double height,
                                  const LuotainLabelBox *obstacles, guint n_obstacles);

/**
 * luotain_label_box:
 * @label: a label
 * @side: one of its sides, not hidden
 * @box: (out): where it stands then
 */
void luotain_label_box (const LuotainLabel *label, LuotainLabelSide side, LuotainLabelBox *box);

G_END_DECLS
