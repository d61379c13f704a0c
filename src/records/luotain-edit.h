#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * luotain_edit_set_field:
 * @db: a database
 * @id: a record
 * @name: a field's name or a column's (`title_sv`); a translated field's bare name means the workbook's main language
 * @text: (nullable): what somebody wrote; %NULL or "" clears the field
 * @drop: leave control characters out instead of refusing them
 * @error: LUOTAIN_STORE_ERROR_INVALID, _NOT_FOUND; LUOTAIN_TEXT_ERROR
 *
 * Changes one field. Words must stand in their vocabulary. A new kind of a finding is written into its history.
 */
gboolean luotain_edit_set_field (LuotainDb *db, gint64 id, const char *name, const char *text, gboolean drop,
                                 GError **error);

/** What somebody wrote into a field: see luotain_edit_set_field(). */
typedef struct
{
  const char *name;
  const char *text;
} LuotainEditField;

/**
 * luotain_edit_set_fields:
 * @db: a database
 * @id: a record
 * @fields: (array length=n_fields): fields of it
 * @n_fields: how many
 * @drop: as in luotain_edit_set_field()
 * @error: as there
 *
 * Changes several fields as one change of the record: its revision rises once.
 */
gboolean luotain_edit_set_fields (LuotainDb *db, gint64 id, const LuotainEditField *fields, guint n_fields,
                                  gboolean drop, GError **error);

/**
 * luotain_edit_fill:
 * @db: a database
 * @type: the type of @record
 * @record: a record that is being made
 * @name: as in luotain_edit_set_field()
 * @text: (nullable): as there
 * @drop: as there
 * @error: as there
 *
 * The same for a record that is not stored yet.
 */
gboolean luotain_edit_fill (LuotainDb *db, const LuotainRecordType *type, gpointer record, const char *name,
                            const char *text, gboolean drop, GError **error);

/**
 * luotain_edit_set_kind:
 * @db: a database
 * @finding: a finding
 * @kind: (nullable): key of its new kind
 * @reason: (nullable): why, in the workbook's main language
 * @error: as luotain_edit_set_field()
 *
 * Changes a finding's kind and keeps the change in its history with today's date.
 */
gboolean luotain_edit_set_kind (LuotainDb *db, gint64 finding, const char *kind, const char *reason,
                                GError **error);

/**
 * luotain_edit_set_path:
 * @db: a database
 * @scenario: a scenario
 * @variable: a key variable
 * @state: one of its states, or 0 to leave the row open
 * @error: LUOTAIN_STORE_ERROR_INVALID, _NOT_FOUND
 *
 * Sets where a scenario's path goes through a key variable.
 */
gboolean luotain_edit_set_path (LuotainDb *db, gint64 scenario, gint64 variable, gint64 state,
                                GError **error);

/**
 * luotain_edit_link:
 *
 * Ties two records as luotain_link_add() does, and keeps the rules that need more than a role: a path has one state a
 * variable, a finding never supports itself, directly or around a ring.
 */
gboolean luotain_edit_link (LuotainDb *db, gint64 source, const char *role, gint64 target, GError **error);

/**
 * luotain_edit_copy_profile:
 * @db: a database
 * @profile: a profile
 * @scenario: the scenario the copy is for
 * @error: LUOTAIN_STORE_ERROR
 *
 * Copies a profile's entries, their competence, role level, job title, importance, direction and reason, into the
 * profile of another scenario, which is made where there is none; what rested on the one scenario rests on the other.
 *
 * Returns: id of the profile that was filled, 0 on error
 */
gint64 luotain_edit_copy_profile (LuotainDb *db, gint64 profile, gint64 scenario, GError **error);

G_END_DECLS
