#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainCliAssignment: one FIELD=VALUE. */
typedef struct
{
  char *name; /* a field's or a column's, `title` or `title_sv`; checked */
  char *value; /* not checked */
} LuotainCliAssignment;

/**
 * luotain_cli_assignments_parse:
 * @words: (array length=n_words): what the user wrote
 * @n_words: how many there are
 * @type: the type whose fields are meant
 * @owner: (out) (optional): the value of `owner=`, which is no field; refused where this is %NULL
 * @error: LUOTAIN_CLI_ERROR_USAGE with the names there are; LUOTAIN_CLI_ERROR_FAILED where standard input fails
 *
 * A value of `-` stands for what standard input holds, its last line feed aside. A field of tags may be given several
 * times, and a comma parts tags as a line feed does.
 *
 * Returns: (transfer full) (nullable) (element-type LuotainCliAssignment): the assignments
 */
GPtrArray *luotain_cli_assignments_parse (char **words, guint n_words, const LuotainRecordType *type,
                                          char **owner, GError **error);

G_END_DECLS
