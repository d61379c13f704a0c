#pragma once

#include "luotain-report-type.h"
#include "luotain-report-watch.h"

G_BEGIN_DECLS

typedef struct _LuotainReportGrid LuotainReportGrid;

typedef enum
{
  LUOTAIN_REPORT_PIECE_TEXT,
  LUOTAIN_REPORT_PIECE_CONTENTS, /* a line of the contents: a heading and its page */
  LUOTAIN_REPORT_PIECE_RULE, /* a line across */
  LUOTAIN_REPORT_PIECE_GRID, /* a table */
  LUOTAIN_REPORT_PIECE_PICTURE
} LuotainReportPieceKind;

/** LuotainReportPiece: a block, measured, in its column. Places are from the left of the column. */
typedef struct
{
  LuotainReportPieceKind kind;
  const LuotainReportBlock *block;
  LuotainReportStyle style;
  double x, width, height;
  double before; /* empty above, but for the top of a page */
  GArray *lines; /* of text: how high each is (element-type float) */
  char *label; /* (nullable): of an item: a dot or a number, before the text */
  const LuotainReportBlock *item; /* whose label it is */
  LuotainReportBlock *line; /* of the contents: the heading without what is aside */
  double bar; /* where a line stands at its side, below 0 for none */
  LuotainReportGrid *grid;
  gboolean lies; /* needs a page that lies on its side */
} LuotainReportPiece;

/** LuotainReportStack: blocks below each other. */
typedef struct
{
  GPtrArray *pieces; /* (element-type LuotainReportPiece) */
} LuotainReportStack;

/** LuotainReportRoom: how much there is, in points. */
typedef struct
{
  double measure; /* of text */
  double width, height; /* of tables and pictures */
  double lying_width, lying_height; /* of those on pages that lie on their side */
  double cell_size; /* size of text in cells; 0 outside */
} LuotainReportRoom;

/**
 * luotain_report_stack_new:
 * @block: whose children are measured
 * @type: sets them
 * @room: how wide they may be
 * @watch: asks how far it is; what was cancelled is not complete
 */
LuotainReportStack *luotain_report_stack_new (const LuotainReportBlock *block, LuotainReportType *type,
                                              const LuotainReportRoom *room, LuotainReportWatch *watch);
void luotain_report_stack_free (LuotainReportStack *self);

/**
 * luotain_report_stack_add_contents:
 * @self: a stack
 * @at: before which piece
 * @type: sets the lines
 * @room: how wide they may be
 *
 * Adds a line for each heading of the second level, and of the third where these are not too many.
 */
void luotain_report_stack_add_contents (LuotainReportStack *self, guint at, LuotainReportType *type,
                                        const LuotainReportRoom *room);

/** luotain_report_piece_free: */
void luotain_report_piece_free (LuotainReportPiece *self);

G_END_DECLS
