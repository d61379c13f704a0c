#pragma once

#include "luotain-cli-output.h"

G_BEGIN_DECLS

/**
 * LuotainCliJson: writes JSON as it comes, with no tree in memory: a list may have 100,000 records.
 *
 * In an object every value has a name, in an array none.
 */
typedef struct _LuotainCliJson LuotainCliJson;

/**
 * luotain_cli_json_new:
 * @output: where it goes
 * @break_depth: containers nested less deep than this get a line for each of what they hold
 *
 * Returns: (transfer full): a writer that stands before its one value
 */
LuotainCliJson *luotain_cli_json_new (LuotainCliOutput *output, guint break_depth);

/** luotain_cli_json_free: ends the text with a line feed; everything that was begun must have been ended. */
void luotain_cli_json_free (LuotainCliJson *self);

void luotain_cli_json_begin_object (LuotainCliJson *self, const char *name);
void luotain_cli_json_end_object (LuotainCliJson *self);
void luotain_cli_json_begin_array (LuotainCliJson *self, const char *name);
void luotain_cli_json_end_array (LuotainCliJson *self);

/** luotain_cli_json_string: a text, or null for %NULL. */
void luotain_cli_json_string (LuotainCliJson *self, const char *name, const char *value);
void luotain_cli_json_number (LuotainCliJson *self, const char *name, gint64 value);
void luotain_cli_json_boolean (LuotainCliJson *self, const char *name, gboolean value);
void luotain_cli_json_null (LuotainCliJson *self, const char *name);

/** luotain_cli_json_id: the written id of a record, or null for 0. */
void luotain_cli_json_id (LuotainCliJson *self, const char *name, const char *type, gint64 id);

/** luotain_cli_json_strings: an array of texts. */
void luotain_cli_json_strings (LuotainCliJson *self, const char *name, const char *const *texts);

/** luotain_cli_json_list: an array of texts that stand in @texts. */
void luotain_cli_json_list (LuotainCliJson *self, const char *name, const GPtrArray *texts);

/**
 * luotain_cli_json_parts:
 * @self: a writer
 * @name: (nullable): name of the value
 * @text: (nullable): parts with @separator between
 * @separator: one character
 *
 * Writes an array of strings on one line; %NULL makes an empty one.
 */
void luotain_cli_json_parts (LuotainCliJson *self, const char *name, const char *text, const char *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCliJson, luotain_cli_json_free)

G_END_DECLS
