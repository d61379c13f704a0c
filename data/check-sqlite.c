/* Run when the project is configured: fails if the SQLite at hand lacks what a workbook needs. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stddef.h>

int
main (void)
{
  sqlite3 *db = NULL;
  sqlite3_session *session = NULL;
  void *changeset = NULL;
  int size = 0;

  if (sqlite3_libversion_number () < 3040000)
    return 1;
  if (sqlite3_open (":memory:", &db) != SQLITE_OK)
    return 2;
  if (sqlite3_exec (db,
                    "CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'unicode61');"
                    "CREATE TABLE record (id INTEGER PRIMARY KEY, title TEXT) STRICT;",
                    NULL, NULL, NULL)
      != SQLITE_OK)
    return 3;
  if (sqlite3session_create (db, "main", &session) != SQLITE_OK
      || sqlite3session_attach (session, NULL) != SQLITE_OK)
    return 4;
  if (sqlite3_exec (db, "INSERT INTO record (id, title) VALUES (1, 'x');", NULL, NULL, NULL) != SQLITE_OK)
    return 5;
  if (sqlite3session_changeset (session, &size, &changeset) != SQLITE_OK || size == 0)
    return 6;

  sqlite3_free (changeset);
  sqlite3session_delete (session);
  return sqlite3_close (db) == SQLITE_OK ? 0 : 7;
}
