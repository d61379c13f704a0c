#pragma once

#include "luotain-db.h"
#include "luotain-workbook-model.h"

G_BEGIN_DECLS

/** LuotainCliId: a record as the user named it. */
typedef struct
{
  gint64 id;
  const LuotainRecordType *type;
  const char *text; /* what was written; not owned */
} LuotainCliId;

/**
 * luotain_cli_parse_id:
 * @text: what the user wrote
 * @id: (out): the record; whether it exists is not known yet
 * @error: LUOTAIN_CLI_ERROR_USAGE
 */
gboolean luotain_cli_parse_id (const char *text, LuotainCliId *id, GError **error);

/**
 * luotain_cli_parse_filter:
 * @text: (nullable): what the user wrote behind an option; %NULL where it was not given
 * @type: name of the type of record it takes
 * @id: (out): the record; left as it is for %NULL
 * @error: LUOTAIN_CLI_ERROR_USAGE
 */
gboolean luotain_cli_parse_filter (const char *text, const char *type, LuotainCliId *id, GError **error);

/**
 * luotain_cli_require_id:
 * @db: a database
 * @id: a record as the user named it
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * Returns: whether there is such a record of that type; where none was named, nothing is missing
 */
gboolean luotain_cli_require_id (LuotainDb *db, const LuotainCliId *id, GError **error);

/**
 * luotain_cli_parse_type:
 * @text: what the user wrote
 * @error: LUOTAIN_CLI_ERROR_USAGE, with the names there are
 *
 * Returns: (nullable): the type
 */
const LuotainRecordType *luotain_cli_parse_type (const char *text, GError **error);

/**
 * luotain_cli_parse_role:
 * @text: what the user wrote
 * @source: where the link leads from
 * @target: where it leads to
 * @error: LUOTAIN_CLI_ERROR_USAGE, with the roles there are
 *
 * Returns: (nullable): a role that ties records of such types
 */
const LuotainRole *luotain_cli_parse_role (const char *text, const LuotainRecordType *source,
                                           const LuotainRecordType *target, GError **error);

/**
 * luotain_cli_parse_language:
 * @text: what the user wrote
 * @language: (out): the language
 * @error: LUOTAIN_CLI_ERROR_USAGE
 */
gboolean luotain_cli_parse_language (const char *text, LuotainLanguage *language, GError **error);

/**
 * luotain_cli_id_of:
 * @db: a database
 * @id: a record
 * @type: (out): its type
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): its written id
 */
char *luotain_cli_id_of (LuotainDb *db, gint64 id, const LuotainRecordType **type, GError **error);

G_END_DECLS
