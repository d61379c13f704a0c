#pragma once

#include "luotain-db.h"
#include "luotain-statement.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _LuotainRecorder LuotainRecorder;

/* How far a job is, written by the store thread and read by the main thread. */
typedef struct
{
  int permille; /* atomic; below 0: not known */
} LuotainProgress;

struct _LuotainDb
{
  sqlite3 *handle;
  const LuotainModel *model;
  GHashTable *statements; /* SQL → LuotainStatement, kept ready */
  GHashTable *type_sql; /* LuotainRecordType → its SQL, of luotain-record-io.c */
  LuotainRecorder *recorder; /* of the change that is running, or NULL */
  GCancellable *cancellable; /* of the job that is running */
  LuotainProgress *progress; /* (nullable), owned by the store */
  gboolean (*must_yield) (gpointer data); /* asked while a statement runs */
  gpointer must_yield_data;
  gboolean yielded;
  char *detail;
  gint64 history_bytes_since_sum; /* stored since the size of the history was summed up */
};

typedef enum
{
  LUOTAIN_DB_READ,
  LUOTAIN_DB_WRITE,
  LUOTAIN_DB_CREATE
} LuotainDbAccess;

/* Opens a connection with the limits and settings of an untrusted file. */
LuotainDb *luotain_db_open (const char *path, const LuotainModel *model, LuotainDbAccess access,
                            GError **error);

/* An empty database in memory, to compare schemas with. */
LuotainDb *luotain_db_open_memory (const LuotainModel *model, GError **error);
void luotain_db_close (LuotainDb *self);

/* Sets @error from a result code of SQLite; always answers FALSE. */
gboolean luotain_db_fail (LuotainDb *self, int code, GError **error);

/* Frees a statement that the database keeps. */
void luotain_statement_destroy (LuotainStatement *self);

void luotain_db_set_busy_timeout (LuotainDb *self, int milliseconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainDb, luotain_db_close)

G_END_DECLS
