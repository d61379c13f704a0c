#pragma once

#include "luotain-cli-json.h"
#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * luotain_cli_record_title:
 * @db: a database
 * @type: the type of @record
 * @record: a record
 * @language: which language to take it in first
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): how lists name a record: its title, or what it is about where it has none
 */
char *luotain_cli_record_title (LuotainDb *db, const LuotainRecordType *type, gconstpointer record,
                                LuotainLanguage language, GError **error);

/**
 * luotain_cli_record_value:
 * @field: a field
 * @record: a record of its type
 * @language: which language to take a text in first
 *
 * Returns: (transfer full) (nullable): what stands there, tags with commas between, as people read it
 */
char *luotain_cli_record_value (const LuotainField *field, gconstpointer record, LuotainLanguage language);

/**
 * luotain_cli_record_to_json:
 * @json: stands in an object
 * @type: the type of @record
 * @record: a record
 * @title: how it is named
 * @language: which language to take texts in first
 *
 * Writes the members that all commands have of a record: id, type, title, its fields, owner and times.
 */
void luotain_cli_record_to_json (LuotainCliJson *json, const LuotainRecordType *type, gconstpointer record,
                                 const char *title, LuotainLanguage language);

/** luotain_cli_time_to_json: a time in milliseconds since 1970, written as ISO 8601. */
void luotain_cli_time_to_json (LuotainCliJson *json, const char *name, gint64 time_ms);

G_END_DECLS
