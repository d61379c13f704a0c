#pragma once

#include "luotain-db.h"
#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainRecordSql: the statements of one record type, made once a connection from its description. */
typedef struct
{
  char *insert; /* ?1 is the id, the columns of the fields follow */
  char *update; /* the same */
  char *select; /* id, owner, position, created, changed, revision, then the columns */
} LuotainRecordSql;

/**
 * luotain_record_sql:
 * @db: a database
 * @type: a record type
 *
 * Returns: (transfer none): its statements
 */
const LuotainRecordSql *luotain_record_sql (LuotainDb *db, const LuotainRecordType *type);

/** luotain_record_sql_init: for the opening of a connection. */
void luotain_record_sql_init (LuotainDb *db);

G_END_DECLS
