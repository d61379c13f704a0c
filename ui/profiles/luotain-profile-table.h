#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_PROFILE_TABLE (luotain_profile_table_get_type ())

/**
 * LuotainProfileTable: cells in rows and columns with their titles, as wide as there is room.
 *
 * Wide, the titles of the rows stand beside them; less wide, above them; narrow, one column is shown at a time, with
 * buttons to go on.
 */
G_DECLARE_FINAL_TYPE (LuotainProfileTable, luotain_profile_table, LUOTAIN, PROFILE_TABLE, GtkWidget)

GtkWidget *luotain_profile_table_new (void);

/**
 * luotain_profile_table_set_titles:
 * @self: a table, which is emptied
 * @columns: (element-type utf8): titles
 * @rows: (element-type utf8): titles
 */
void luotain_profile_table_set_titles (LuotainProfileTable *self, GPtrArray *columns, GPtrArray *rows);

/** luotain_profile_table_set_cell: puts a widget where there is none yet. */
void luotain_profile_table_set_cell (LuotainProfileTable *self, guint row, guint column, GtkWidget *cell);
GtkWidget *luotain_profile_table_get_cell (LuotainProfileTable *self, guint row, guint column);
guint luotain_profile_table_get_n_rows (LuotainProfileTable *self);
guint luotain_profile_table_get_n_columns (LuotainProfileTable *self);

/** luotain_profile_table_show_column: which column a narrow table shows. */
void luotain_profile_table_show_column (LuotainProfileTable *self, guint column);
guint luotain_profile_table_get_shown_column (LuotainProfileTable *self);

/** luotain_profile_table_is_narrow: whether it shows one column at a time. */
gboolean luotain_profile_table_is_narrow (LuotainProfileTable *self);

G_END_DECLS
