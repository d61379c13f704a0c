#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainScenarioQuery: which scenarios to show. */
typedef struct
{
  gint64 sector; /* 0 for all */
  LuotainLanguage language; /* of titles */
} LuotainScenarioQuery;

/** LuotainScenarioPart: a passage or period. */
typedef struct
{
  gint64 id;
  char *dimensions; /* (nullable): of a passage: keys */
} LuotainScenarioPart;

/** LuotainScenarioSheet: a scenario as it is read on a page; texts and links are read by what shows them. */
typedef struct
{
  gint64 id;
  gint64 sector; /* 0 for none */
  char *title; /* (nullable) */
  char *image; /* (nullable): key */
  gint64 year; /* LUOTAIN_NUMBER_UNSET */
  GPtrArray *passages; /* (element-type LuotainScenarioPart): in their order */
  GPtrArray *periods; /* (element-type LuotainScenarioPart): in their order */
  GArray *path; /* (element-type gint64): states the path goes through */
  gint64 profile; /* a profile made for it, 0 for none */
  gint64 frame; /* the frame scenario it leans on, 0 for none */
} LuotainScenarioSheet;

/**
 * luotain_scenario_sheet_has_state:
 *
 * Returns: whether the scenario's path goes through the state
 */
gboolean luotain_scenario_sheet_has_state (const LuotainScenarioSheet *self, gint64 state);

/** LuotainStateCell: one alternative of a key variable. */
typedef struct
{
  gint64 id;
  char *title;
  char *image; /* (nullable): key */
} LuotainStateCell;

/** LuotainVariableRow: a key variable with its states. */
typedef struct
{
  gint64 id;
  gint64 sector; /* 0 for none */
  char *title;
  GPtrArray *states; /* (element-type LuotainStateCell): in their order */
} LuotainVariableRow;

/** LuotainScenarioSet: the scenarios of a sector, read as a whole. */
typedef struct
{
  GPtrArray *scenarios; /* (element-type LuotainScenarioSheet): in their order */
  GPtrArray *variables; /* (element-type LuotainVariableRow): in their order */
  guint n_all; /* scenarios in the workbook */
} LuotainScenarioSet;

void luotain_scenario_set_free (LuotainScenarioSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainScenarioSet, luotain_scenario_set_free)

/**
 * luotain_scenario_query_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainScenarioQuery, the result a #LuotainScenarioSet. Key variables without
 * a sector belong to all.
 */
gboolean luotain_scenario_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
