#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/*
 * What a planner says of a competence at a role level is said of all entries that need it there: those of the profiles of
 * the same sector's scenarios. Each entry gets a coverage record of its own with the same words, so that a scenario can be
 * deleted without taking the judgement along, and a reader of the XML needs to know no rule. Only where the user asks
 * for one scenario apart is one entry judged alone; what is then said of all of them is said of that one too.
 *
 * A record in which nothing is left is deleted: the entry is not looked at yet, or follows the others again.
 */

/** LuotainCoverageEdit: one field of what an organisation says. */
typedef struct
{
  gint64 organisation;
  gint64 entry; /* a profile entry; stands for all that need its competence at its role level in its sector */
  gboolean apart; /* this entry alone */
  char *field; /* of #LuotainCoverage, as luotain_edit_set_field() takes it */
  char *text; /* (nullable): %NULL or "" clears it */
} LuotainCoverageEdit;

LuotainCoverageEdit *luotain_coverage_edit_new (gint64 organisation, gint64 entry, gboolean apart,
                                                const char *field, const char *text);
void luotain_coverage_edit_free (LuotainCoverageEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCoverageEdit, luotain_coverage_edit_free)

/**
 * luotain_coverage_edit_run:
 * @error: LUOTAIN_STORE_ERROR_INVALID, _NOT_FOUND; LUOTAIN_TEXT_ERROR
 *
 * A #LuotainJob: @data is a #LuotainCoverageEdit.
 */
gboolean luotain_coverage_edit_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_coverage_dup_text:
 * @db: a database
 * @organisation: an organisation
 * @entry: a profile entry
 * @field: as in #LuotainCoverageEdit
 * @text: (out) (transfer full): what stands there, %NULL for nothing
 * @error: LUOTAIN_STORE_ERROR
 *
 * Reads what the organisation says of the entry, or, where that has no record of its own, of those it follows.
 */
gboolean luotain_coverage_dup_text (LuotainDb *db, gint64 organisation, gint64 entry, const char *field,
                                    char **text, GError **error);

/** LuotainCoverageTeach: a curriculum unit that a competence is taught in. */
typedef struct
{
  gint64 organisation;
  gint64 entry; /* as in #LuotainCoverageEdit; 0 only where a unit is made and tied to nothing */
  gint64 unit; /* a curriculum unit of the organisation; 0 to make one of @title */
  char *title; /* (nullable): in the workbook's main language */
  gboolean leave; /* it is not taught there after all */
} LuotainCoverageTeach;

LuotainCoverageTeach *luotain_coverage_teach_new (gint64 organisation, gint64 entry, gint64 unit,
                                                  const char *title);
void luotain_coverage_teach_free (LuotainCoverageTeach *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCoverageTeach, luotain_coverage_teach_free)

/**
 * luotain_coverage_foreign_units_run:
 * @error: LUOTAIN_STORE_ERROR
 *
 * A #LuotainJob that reads: @data points to the gint64 id of an organisation, the result is a #GArray of the gint64 ids of
 * the units that are not for it to teach in: those of other organisations that judge coverage themselves.
 */
gboolean luotain_coverage_foreign_units_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_coverage_teach_run:
 * @error: LUOTAIN_STORE_ERROR_INVALID where the unit is another school's, _NOT_FOUND; LUOTAIN_TEXT_ERROR
 *
 * A #LuotainJob: @data is a #LuotainCoverageTeach. The unit also `covers` the competence, as long as any organisation's
 * record says so: that is where the chain leads from a competence to what teaches it. A title that is the name of one of
 * the organisation's units, letter case aside, is that unit. The result is a pointer to the gint64 id of the unit; free
 * it with g_free().
 */
gboolean luotain_coverage_teach_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_coverage_organisation_run:
 * @error: LUOTAIN_STORE_ERROR_INVALID where the name is empty; LUOTAIN_TEXT_ERROR
 *
 * A #LuotainJob: @data is a name, a string. Adds an organisation; one that has this name, letter case aside, is that one.
 * The result is a pointer to its gint64 id; free it with g_free().
 */
gboolean luotain_coverage_organisation_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainCoveragePlace: where a record is shown. */
typedef struct
{
  gint64 organisation; /* 0 for none */
  gint64 entry; /* 0 for none */
} LuotainCoveragePlace;

/**
 * luotain_coverage_place_run:
 *
 * A #LuotainJob that reads: @data is a pointer to the gint64 id of a coverage record, a curriculum unit, an organisation
 * or a profile entry, the result a #LuotainCoveragePlace, of zeros where it is shown nowhere; free it with g_free().
 */
gboolean luotain_coverage_place_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
