#include "config.h"

#include "luotain-cli-model.h"

#include "luotain-cli-error.h"
#include "luotain-cli-names.h"
#include "luotain-cli-session.h"

#include "luotain-id.h"
#include "luotain-link.h"
#include "luotain-matrix-csv.h"
#include "luotain-text-lines.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

void
luotain_cli_model_free (LuotainCliModel *self)
{
  if (self == NULL)
    return;

  luotain_matrix_free (self->matrix);
  luotain_scw_free (self->scw);
  g_free (self->name);
  g_free (self);
}

/* ---- files ---- */

static LuotainCliModelKind
kind_of_bytes (const char *bytes, gsize length)
{
  static const char workbook[] = "SQLite format 3";
  static const char scw[] = "$ ScenarioWizard";

  if (length >= sizeof workbook && memcmp (bytes, workbook, sizeof workbook) == 0)
    return LUOTAIN_CLI_MODEL_WORKBOOK;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    bytes += 3, length -= 3;

  return length >= strlen (scw) && memcmp (bytes, scw, strlen (scw)) == 0 ? LUOTAIN_CLI_MODEL_SCW
                                                                          : LUOTAIN_CLI_MODEL_OTHER;
}

static gboolean
has_ending (const char *path, const char *ending)
{
  const gsize length = strlen (path);
  const gsize n = strlen (ending);

  return length >= n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

LuotainCliModelKind
luotain_cli_model_kind (const char *path)
{
  char bytes[32];
  gsize length = 0;
  FILE *file;
  LuotainCliModelKind kind;

  if (has_ending (path, ".luotain"))
    return LUOTAIN_CLI_MODEL_WORKBOOK;

  file = fopen (path, "rb");
  if (file != NULL)
    {
      length = fread (bytes, 1, sizeof bytes, file);
      fclose (file);
    }

  kind = kind_of_bytes (bytes, length);
  if (kind == LUOTAIN_CLI_MODEL_OTHER && has_ending (path, ".scw"))
    return LUOTAIN_CLI_MODEL_SCW;

  return kind == LUOTAIN_CLI_MODEL_OTHER && has_ending (path, ".csv") ? LUOTAIN_CLI_MODEL_CSV : kind;
}

static char *
read_stream (FILE *file, const char *path, gsize *length, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char block[64 * 1024];
  gsize n_read;

  while (text->len <= LUOTAIN_TEXT_LINES_MAX_BYTES && (n_read = fread (block, 1, sizeof block, file)) > 0)
    g_string_append_len (text, block, (gssize) n_read);

  if (ferror (file))
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED, _ ("“%s” could not be read."), path);
      return NULL;
    }

  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
luotain_cli_model_read_file (const char *path, gsize *length, GError **error)
{
  FILE *file = strcmp (path, "-") == 0 ? stdin : fopen (path, "rb");
  char *bytes;

  if (file == NULL)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED,
                   _ ("There is no file “%s” that can be read."), path);
      return NULL;
    }

  bytes = read_stream (file, path, length, error);
  if (file != stdin)
    fclose (file);

  return bytes;
}

/* The name of a file without its folder and ending. */
static char *
title_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *display = g_filename_display_name (name);
  char *dot = strrchr (display, '.');

  if (dot != NULL && dot != display)
    *dot = '\0';

  return g_steal_pointer (&display);
}

LuotainScw *
luotain_cli_model_read_scw (const char *path, GError **error)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *title = title_of (path);
  g_autofree char *said = NULL;
  gsize length = 0;
  g_autofree char *bytes = luotain_cli_model_read_file (path, &length, error);
  LuotainScw *scw;

  if (bytes == NULL)
    return NULL;

  if (has_ending (path, ".scw") || kind_of_bytes (bytes, length) == LUOTAIN_CLI_MODEL_SCW)
    scw = luotain_scw_read (bytes, length, name, faults);
  else
    scw = luotain_matrix_csv_read (bytes, length, name, title, faults);

  if (scw != NULL)
    return scw;

  said = luotain_faults_to_string (faults);
  g_set_error_literal (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_INPUT, said);
  return NULL;
}

/* ---- workbooks ---- */

typedef struct
{
  LuotainCliId sector;
  LuotainCliId scenario;
  LuotainMatrix *matrix;
} Question;

static gboolean
choose_sector (LuotainDb *db, Question *question, GError **error)
{
  if (!luotain_cli_require_id (db, &question->sector, error)
      || !luotain_cli_require_id (db, &question->scenario, error))
    return FALSE;

  return question->sector.id != 0 || question->scenario.id == 0
         || luotain_link_get_only (db, question->scenario.id, "sector", &question->sector.id, error);
}

gboolean
luotain_cli_model_only_sector (const LuotainMatrix *matrix, gint64 *only, GError **error)
{
  *only = 0;

  for (guint i = 0; i < matrix->variables->len; i++)
    {
      const gint64 sector = luotain_matrix_get_variable (matrix, i)->sector;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      if (sector == 0 || *only == 0 || sector == *only)
        {
          *only = sector != 0 ? sector : *only;
          continue;
        }

      one = luotain_id_to_string ("sector", *only);
      other = luotain_id_to_string ("sector", sector);
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("There are key variables of several sectors, %s and %s. Name one with --sector."), one,
                   other);
      return FALSE;
    }

  return TRUE;
}

static gboolean
load_matrix (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Question *question = data;
  LuotainMatrixQuery query = { 0 };
  gint64 only;

  if (!choose_sector (db, question, error) || !luotain_workbook_language (db, &query.language, error))
    return FALSE;

  query.sector = question->sector.id;
  return luotain_matrix_run (db, &query, (gpointer *) &question->matrix, error)
         && (query.sector != 0 || luotain_cli_model_only_sector (question->matrix, &only, error));
}

static gboolean
parse_id_of (const char *text, const LuotainRecordType *type, LuotainCliId *id, GError **error)
{
  if (text == NULL)
    return TRUE;

  if (!luotain_cli_parse_id (text, id, error))
    return FALSE;

  if (id->type == type)
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("%s is not the id of a record of the type %s."), text, type->name);
  return FALSE;
}

static gboolean
load_workbook (LuotainCliModel *self, const char *path, const char *sector, const char *scenario,
               GError **error)
{
  Question question = { 0 };

  if (!parse_id_of (sector, &luotain_sector_type, &question.sector, error)
      || !parse_id_of (scenario, &luotain_scenario_type, &question.scenario, error))
    return FALSE;

  if (!luotain_cli_read (path, load_matrix, &question, error))
    {
      g_clear_pointer (&question.matrix, luotain_matrix_free);
      return FALSE;
    }

  self->matrix = question.matrix;
  self->cross_impact = self->matrix->cross_impact;
  if (self->cross_impact->n_variables > 0)
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_FAILED,
               _ ("There are no key variables with states in “%s”."), path);
  return FALSE;
}

LuotainCliModel *
luotain_cli_model_load (const char *path, const char *sector, const char *scenario, GError **error)
{
  g_autoptr (LuotainCliModel) self = g_new0 (LuotainCliModel, 1);

  self->name = g_filename_display_name (path);
  if (luotain_cli_model_kind (path) == LUOTAIN_CLI_MODEL_WORKBOOK)
    return load_workbook (self, path, sector, scenario, error) ? g_steal_pointer (&self) : NULL;

  if (sector != NULL)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("--sector is for workbooks; “%s” is none."), self->name);
      return NULL;
    }

  self->scw = luotain_cli_model_read_scw (path, error);
  if (self->scw == NULL)
    return NULL;

  self->cross_impact = self->scw->cross_impact;
  return g_steal_pointer (&self);
}

/* ---- titles and JSON ---- */

char *
luotain_cli_model_variable (const LuotainCliModel *self, guint i)
{
  return self->matrix != NULL ? g_strdup (luotain_matrix_get_variable (self->matrix, i)->title)
                              : luotain_scw_name_variable (self->scw, i);
}

char *
luotain_cli_model_state (const LuotainCliModel *self, guint i, guint x)
{
  return self->matrix != NULL ? g_strdup (luotain_matrix_get_state (self->matrix, i, x)->title)
                              : luotain_scw_name_state (self->scw, i, x);
}

static void
variable_to_json (const LuotainCliModel *self, LuotainCliJson *json, guint i)
{
  const LuotainMatrix *matrix = self->matrix;
  g_autofree char *title = luotain_cli_model_variable (self, i);

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_id (json, "id", "key-variable",
                       matrix != NULL ? luotain_matrix_get_variable (matrix, i)->id : 0);
  luotain_cli_json_string (json, "title", title);
  luotain_cli_json_begin_array (json, "states");

  for (guint x = 0; x < self->cross_impact->states[i]; x++)
    {
      g_autofree char *state = luotain_cli_model_state (self, i, x);

      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_id (json, "id", "state",
                           matrix != NULL ? luotain_matrix_get_state (matrix, i, x)->id : 0);
      luotain_cli_json_string (json, "title", state);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
  luotain_cli_json_end_object (json);
}

void
luotain_cli_model_to_json (const LuotainCliModel *self, LuotainCliJson *json, int ic)
{
  g_autofree char *combinations = luotain_cross_impact_n_combinations_string (self->cross_impact);

  luotain_cli_json_begin_array (json, "variables");
  for (guint i = 0; i < self->cross_impact->n_variables; i++)
    variable_to_json (self, json, i);
  luotain_cli_json_end_array (json);
  luotain_cli_json_string (json, "combinations", combinations);
  luotain_cli_json_number (json, "ic", ic);
}

void
luotain_cli_path_to_json (LuotainCliJson *json, const char *name, const guint8 *path, guint n_variables)
{
  luotain_cli_json_begin_array (json, name);
  for (guint i = 0; i < n_variables; i++)
    luotain_cli_json_number (json, NULL, path[i] + 1);
  luotain_cli_json_end_array (json);
}

void
luotain_cli_verdict_to_json (LuotainCliJson *json, int consistency, int total_impact_score)
{
  luotain_cli_json_number (json, "consistency", consistency);
  luotain_cli_json_number (json, "total_impact_score", total_impact_score);
}
