#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainStatement: a prepared statement, released by its scope (g_autoptr) and kept ready by the database. */
typedef struct _LuotainStatement LuotainStatement;

typedef enum
{
  LUOTAIN_STEP_ERROR = -1,
  LUOTAIN_STEP_DONE = 0,
  LUOTAIN_STEP_ROW = 1
} LuotainStep;

/**
 * luotain_db_prepare:
 * @db: a database
 * @sql: one statement; parameters are ?1, ?2, …
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the statement
 */
LuotainStatement *luotain_db_prepare (LuotainDb *db, const char *sql, GError **error);

/* A failed bind sticks and surfaces at the step. Indexes of parameters count from 1. */
void luotain_statement_bind_id (LuotainStatement *self, int index, gint64 id); /* 0 binds NULL */
void luotain_statement_bind_int (LuotainStatement *self, int index, gint64 number);
void luotain_statement_bind_number (LuotainStatement *self, int index,
                                    gint64 number); /* LUOTAIN_NUMBER_UNSET binds NULL */
/* The text or bytes must live until the step. */
void luotain_statement_bind_text (LuotainStatement *self, int index, const char *text); /* NULL binds NULL */
void luotain_statement_bind_bytes (LuotainStatement *self, int index, gconstpointer bytes, gsize length);

/**
 * luotain_statement_step:
 * @self: a statement
 * @error: LUOTAIN_STORE_ERROR, or G_IO_ERROR_CANCELLED
 *
 * Returns: a row, done, or an error
 */
LuotainStep luotain_statement_step (LuotainStatement *self, GError **error);

/**
 * luotain_statement_run:
 * @self: a statement
 * @error: LUOTAIN_STORE_ERROR
 *
 * Steps to the end, rows unread, and resets: the statement can be bound anew.
 *
 * Returns: whether it went through
 */
gboolean luotain_statement_run (LuotainStatement *self, GError **error);

/** luotain_statement_reset: makes it ready to be bound and stepped again. */
void luotain_statement_reset (LuotainStatement *self);

/* Columns count from 0. Texts and bytes are valid until the next step. */
gint64 luotain_statement_get_id (LuotainStatement *self, int column); /* NULL is 0 */
gint64 luotain_statement_get_int (LuotainStatement *self, int column);
gint64 luotain_statement_get_number (LuotainStatement *self, int column); /* NULL is LUOTAIN_NUMBER_UNSET */
const char *luotain_statement_get_text (LuotainStatement *self, int column);
char *luotain_statement_dup_text (LuotainStatement *self, int column);
gconstpointer luotain_statement_get_bytes (LuotainStatement *self, int column, gsize *length);

void luotain_statement_free (LuotainStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainStatement, luotain_statement_free)

/**
 * luotain_db_run:
 * @db: a database
 * @sql: one statement without parameters
 * @error: LUOTAIN_STORE_ERROR
 *
 * As luotain_db_execute(), for what runs again and again: the statement is kept ready.
 */
gboolean luotain_db_run (LuotainDb *db, const char *sql, GError **error);

/**
 * luotain_db_query_int:
 * @db: a database
 * @sql: a statement without parameters that answers with one number
 * @number: (out): the number; 0 for no row
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_db_query_int (LuotainDb *db, const char *sql, gint64 *number, GError **error);

G_END_DECLS
