#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainTableCell: what is to stand in a cell of the futures table: the text of a state. */
typedef struct
{
  gint64 variable; /* the row */
  gint64 state; /* the state that stands there; 0 for an empty cell */
  char *image; /* (nullable): future image of a state that is made here */
  char *text; /* (nullable): in the workbook's main language; %NULL or blank deletes the state */
} LuotainTableCell;

LuotainTableCell *luotain_table_cell_new (gint64 variable, gint64 state, const char *image, const char *text);
void luotain_table_cell_free (LuotainTableCell *self);

/**
 * luotain_table_cell_run:
 *
 * A #LuotainJob: @data is a #LuotainTableCell. The result is a pointer to the gint64 id of the state, 0 where there is
 * none now; free it with g_free().
 */
gboolean luotain_table_cell_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_table_clear_run:
 *
 * A #LuotainJob: @data is a #GArray of gint64 ids of states and key variables that are to go. The result is how many key
 * variables went, by GPOINTER_TO_UINT().
 */
gboolean luotain_table_clear_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainTablePlace: where a key variable or state is to stand. */
typedef struct
{
  gint64 id;
  gint64 before; /* the variable, or state of the same variable, that it is to stand before; 0 for last */
} LuotainTablePlace;

/** luotain_table_place_run: a #LuotainJob: @data is a #LuotainTablePlace. */
gboolean luotain_table_place_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainTableImage: a state that is to stand under a future image. */
typedef struct
{
  gint64 state;
  char *image; /* (nullable) */
} LuotainTableImage;

LuotainTableImage *luotain_table_image_new (gint64 state, const char *image);
void luotain_table_image_free (LuotainTableImage *self);

/**
 * luotain_table_image_run:
 *
 * A #LuotainJob: @data is a #LuotainTableImage. The state of the same variable that stood under the image takes the one
 * the moved state had.
 */
gboolean luotain_table_image_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainTablePaste: rows of texts that are to stand in the table; see luotain_table_paste_new(). */
typedef struct
{
  gint64 sector; /* of key variables that are made; 0 for none */
  GPtrArray *lines; /* (element-type LuotainTableLine) */
} LuotainTablePaste;

/** LuotainTableLine: one row of what is pasted. */
typedef struct
{
  gint64 variable; /* 0 for one that is made */
  char *title; /* (nullable): of the variable; %NULL leaves it */
  GPtrArray *cells; /* (element-type LuotainTableCell): a blank text leaves what stands there */
} LuotainTableLine;

LuotainTablePaste *luotain_table_paste_new (gint64 sector);
LuotainTableLine *luotain_table_paste_add_line (LuotainTablePaste *self, gint64 variable, const char *title);
void luotain_table_line_add_cell (LuotainTableLine *self, gint64 state, const char *image, const char *text);
void luotain_table_paste_free (LuotainTablePaste *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainTablePaste, luotain_table_paste_free)

/**
 * luotain_table_paste_run:
 *
 * A #LuotainJob: @data is a #LuotainTablePaste. The result is a pointer to the gint64 id of the first variable or state
 * that was written, 0 for none; free it with g_free().
 */
gboolean luotain_table_paste_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainTableFindings: findings that key variables are to be made from. */
typedef struct
{
  gint64 sector; /* of the variables; 0 for that of each finding */
  GArray *findings; /* (element-type gint64) */
} LuotainTableFindings;

LuotainTableFindings *luotain_table_findings_new (gint64 sector, const gint64 *findings, guint n_findings);
void luotain_table_findings_free (LuotainTableFindings *self);

/**
 * luotain_table_findings_run:
 *
 * A #LuotainJob: @data is a #LuotainTableFindings. Each finding gives a key variable of its titles and dimensions, tied to
 * it by `evidence`, last in the table. The result is a #GArray of their gint64 ids.
 */
gboolean luotain_table_findings_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainTableExclusion: what is to be said of a pair of states. */
typedef struct
{
  gint64 state;
  gint64 other; /* a state of another variable */
  char *kind; /* (nullable): logical, empirical, normative; %NULL: they can coexist after all */
  char *reason; /* (nullable): in the workbook's main language; "" clears it, %NULL leaves it */
} LuotainTableExclusion;

LuotainTableExclusion *luotain_table_exclusion_new (gint64 state, gint64 other, const char *kind,
                                                    const char *reason);
void luotain_table_exclusion_free (LuotainTableExclusion *self);

/**
 * luotain_table_exclusion_run:
 *
 * A #LuotainJob: @data is a #LuotainTableExclusion. The pair has no direction and is stored once. The result is a pointer
 * to the gint64 id of the exclusion, 0 for none; free it with g_free().
 */
gboolean luotain_table_exclusion_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/* Where a scenario's path goes through a row: luotain_path_step_run() of luotain-scenario-edit.h. */

G_END_DECLS
