#pragma once

#include "luotain-cli-json.h"

#include "luotain-consistent.h"
#include "luotain-matrix.h"
#include "luotain-scw.h"

G_BEGIN_DECLS

/** LuotainCliModel: a cross-impact matrix that a command was given: a workbook's or a file's. */
typedef struct
{
  char *name; /* as its user wrote it */
  LuotainMatrix *matrix; /* (nullable): of a workbook */
  LuotainScw *scw; /* (nullable): of a file */
  const LuotainCrossImpact *cross_impact;
} LuotainCliModel;

typedef enum
{
  LUOTAIN_CLI_MODEL_WORKBOOK,
  LUOTAIN_CLI_MODEL_SCW,
  LUOTAIN_CLI_MODEL_CSV,
  LUOTAIN_CLI_MODEL_OTHER
} LuotainCliModelKind;

/** luotain_cli_model_kind: Returns: what a file is, by the ending of its name and its first bytes. */
LuotainCliModelKind luotain_cli_model_kind (const char *path);

/**
 * luotain_cli_model_read_file:
 * @path: a file, - for standard input
 * @length: (out): how many bytes
 * @error: LUOTAIN_CLI_ERROR
 *
 * Returns: (transfer full) (nullable): the bytes of a file that is no longer than a model may be
 */
char *luotain_cli_model_read_file (const char *path, gsize *length, GError **error);

/**
 * luotain_cli_model_read_scw:
 * @path: a .scw file or a matrix as CSV; - for standard input
 * @error: LUOTAIN_CLI_ERROR_INPUT with one line a fault
 *
 * Returns: (transfer full) (nullable): the model
 */
LuotainScw *luotain_cli_model_read_scw (const char *path, GError **error);

/**
 * luotain_cli_model_load:
 * @path: a workbook, a .scw file or a matrix as CSV; - for standard input
 * @sector: (nullable): the id of a sector of a workbook, as it was written
 * @scenario: (nullable): the id of a scenario, as it was written; without @sector its sector is looked at
 * @error: LUOTAIN_CLI_ERROR, LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the model, of two states at least
 */
LuotainCliModel *luotain_cli_model_load (const char *path, const char *sector, const char *scenario,
                                         GError **error);
void luotain_cli_model_free (LuotainCliModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainCliModel, luotain_cli_model_free)

/**
 * luotain_cli_model_only_sector:
 * @matrix: of all key variables of a workbook
 * @only: (out): the sector they are of, 0 where they are of none
 * @error: LUOTAIN_CLI_ERROR_USAGE where they are of several: those do not belong into one matrix
 */
gboolean luotain_cli_model_only_sector (const LuotainMatrix *matrix, gint64 *only, GError **error);

/** luotain_cli_model_variable: Returns: (transfer full): the title of a variable. */
char *luotain_cli_model_variable (const LuotainCliModel *self, guint i);

/** luotain_cli_model_state: Returns: (transfer full): the title of state @x of variable @i. */
char *luotain_cli_model_state (const LuotainCliModel *self, guint i, guint x);

/**
 * luotain_cli_model_find:
 * @ic: the inconsistency that is let pass
 * @limit: return at most so many; 0: all
 * @complete: (out): whether these are all
 *
 * Finds the consistent scenarios: where there are more than @limit, those with the highest total impact score, unless there
 * are too many to find them all; then some of them. A first Ctrl+C ends the search with what was found.
 *
 * Returns: (transfer full): what was found
 */
LuotainConsistentSet *luotain_cli_model_find (const LuotainCliModel *self, int ic, gsize limit,
                                              gboolean *complete);

/** luotain_cli_model_to_json: writes the members `variables`, `combinations` and `ic`. */
void luotain_cli_model_to_json (const LuotainCliModel *self, LuotainCliJson *json, int ic);

/** luotain_cli_path_to_json: writes a path as an array of states, which count from 1. */
void luotain_cli_path_to_json (LuotainCliJson *json, const char *name, const guint8 *path, guint n_variables);

/** luotain_cli_verdict_to_json: writes the members `consistency` and `total_impact_score`. */
void luotain_cli_verdict_to_json (LuotainCliJson *json, int consistency, int total_impact_score);

G_END_DECLS
