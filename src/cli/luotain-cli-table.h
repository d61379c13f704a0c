#pragma once

#include "luotain-cli-output.h"

G_BEGIN_DECLS

/**
 * LuotainCliTable: rows and columns for people. Where they are too wide for a line, each row becomes a paragraph with a
 * line for each column.
 */
typedef struct _LuotainCliTable LuotainCliTable;

LuotainCliTable *luotain_cli_table_new (void);
void luotain_cli_table_free (LuotainCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCliTable, luotain_cli_table_free)

/* Columns first, then the cells, row by row. */
void luotain_cli_table_add_column (LuotainCliTable *self, const char *title);
void luotain_cli_table_add_number_column (LuotainCliTable *self, const char *title);
void luotain_cli_table_add_text (LuotainCliTable *self, const char *text);
void luotain_cli_table_add_number (LuotainCliTable *self, gint64 number);

void luotain_cli_table_print (LuotainCliTable *self, LuotainCliOutput *output);

/**
 * luotain_cli_check_least:
 * @number: what the user wrote
 * @least: what it must be at least
 * @option: behind which option
 * @error: LUOTAIN_CLI_ERROR_USAGE
 */
gboolean luotain_cli_check_least (gint64 number, gint64 least, const char *option, GError **error);

G_END_DECLS
