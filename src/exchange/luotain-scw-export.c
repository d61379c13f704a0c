#include "config.h"

#include "luotain-scw-export.h"

#include "luotain-exchange-error.h"
#include "luotain-matrix.h"
#include "luotain-record-io.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LuotainDb *db;
  const LuotainScwExport *export;
  const LuotainMatrix *matrix;
  LuotainScw *scw;
} Exporter;

/* One line, as a name or note must be. */
static char *
flatten (const char *text)
{
  char *line = g_strdup (text != NULL ? text : "");

  return g_strstrip (g_strdelimit (line, "\n\r\t", ' '));
}

/* Quotation marks end a text. */
static char *
quotable (const char *text)
{
  return g_strdelimit (g_strdup (text != NULL ? text : ""), "\"", '\'');
}

/* A translated field of a record in the language wanted; NULL where it is empty. */
static gboolean
load_text (const Exporter *self, const LuotainRecordType *type, gint64 id, const char *name, char **text,
           GError **error)
{
  gpointer record = luotain_record_load (self->db, type, id, error);
  const LuotainField *field = luotain_record_type_field (type, name, NULL);

  if (record == NULL)
    return FALSE;

  *text = g_strdup (
      luotain_translated_get (G_STRUCT_MEMBER_P (record, field->offset), self->export->language));
  luotain_record_destroy (record);
  return TRUE;
}

/* The inverse of how a model comes in: one line is a note; behind an empty line, or of several lines, it is a text. */
static void
part_description (const char *description, char **note, char **text)
{
  const char *gap = description != NULL ? strstr (description, "\n\n") : NULL;
  const char *feed = description != NULL ? strchr (description, '\n') : NULL;

  if (feed == NULL || (gap != NULL && gap == feed))
    {
      *note = gap != NULL ? g_strndup (description, (gsize) (gap - description)) : flatten (description);
      *text = quotable (gap != NULL ? gap + 2 : "");
      return;
    }

  *note = g_strdup ("");
  *text = quotable (description);
}

static gboolean
add_variable (Exporter *self, guint i, GError **error)
{
  const LuotainMatrixVariable *variable = luotain_matrix_get_variable (self->matrix, i);
  g_autofree char *name = flatten (variable->title);
  g_autofree char *description = NULL;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;

  if (!load_text (self, &luotain_key_variable_type, variable->id, "description", &description, error))
    return FALSE;

  part_description (description, &note, &text);
  g_ptr_array_add (self->scw->variables, luotain_scw_item_new (name, note, NULL));
  g_ptr_array_add (self->scw->texts, luotain_scw_text_new (" ", text));
  return TRUE;
}

static gboolean
add_state (Exporter *self, const LuotainMatrixState *state, GError **error)
{
  g_autofree char *name = flatten (state->title);
  g_autofree char *description = NULL;
  g_autofree char *note = NULL;

  if (!load_text (self, &luotain_state_type, state->id, "description", &description, error))
    return FALSE;

  note = flatten (description);
  g_ptr_array_add (self->scw->states, luotain_scw_item_new (name, note, "FFFFFF"));
  return TRUE;
}

static gboolean
append_reason (Exporter *self, GString *text, guint i, guint x, guint j, guint y, GError **error)
{
  const gint64 id = luotain_matrix_get_judgement (self->matrix, i, x, j, y);
  g_autofree char *reason = NULL;

  if (id == 0)
    return TRUE;

  if (!load_text (self, &luotain_judgement_type, id, "reason", &reason, error))
    return FALSE;

  if (reason != NULL)
    g_string_append_printf (text, "%s%s → %s: %s", text->len > 0 ? "\n" : "",
                            luotain_matrix_get_state (self->matrix, i, x)->title,
                            luotain_matrix_get_state (self->matrix, j, y)->title, reason);
  return TRUE;
}

static gboolean
add_block (Exporter *self, guint i, guint j, GError **error)
{
  const LuotainMatrixBlock *block = luotain_matrix_get_block (self->matrix, i, j);
  const guint *n_states = self->matrix->cross_impact->states;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *reason = NULL;
  g_autofree char *quoted = NULL;

  if (block->influence != 0
      && !load_text (self, &luotain_influence_type, block->influence, "reason", &reason, error))
    return FALSE;

  if (reason != NULL)
    g_string_append (text, reason);

  for (guint x = 0; block->is_open && x < n_states[i]; x++)
    for (guint y = 0; y < n_states[j]; y++)
      if (!append_reason (self, text, i, x, j, y, error))
        return FALSE;

  quoted = quotable (text->str);
  g_ptr_array_add (self->scw->texts, luotain_scw_text_new ("  -> ", quoted));
  return TRUE;
}

static gboolean
load_title (LuotainDb *db, const LuotainScwExport *export, LuotainScw *scw, GError **error)
{
  const Exporter self = { .db = db, .export = export };
  const LuotainRecordType *type = export->sector != 0 ? &luotain_sector_type : &luotain_workbook_type;
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_workbook_type, 0, error);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *quoted = NULL;
  gint64 id;

  if (ids == NULL)
    return FALSE;

  id = export->sector != 0 ? export->sector : (ids->len > 0 ? g_array_index (ids, gint64, 0) : 0);
  if (id == 0)
    return TRUE;

  if (!load_text (&self, type, id, "title", &title, error)
      || !load_text (&self, type, id, "description", &text, error))
    return FALSE;

  g_free (scw->title);
  scw->title = flatten (title);
  quoted = quotable (text);
  g_ptr_array_add (scw->texts, luotain_scw_text_new (" 0-0", quoted));
  return TRUE;
}

static gboolean
fill (Exporter *self, GError **error)
{
  const LuotainMatrix *matrix = self->matrix;

  for (guint i = 0; i < matrix->variables->len; i++)
    if (!add_variable (self, i, error))
      return FALSE;

  for (guint s = 0; s < matrix->states->len; s++)
    if (!add_state (self, matrix->states->pdata[s], error))
      return FALSE;

  for (guint i = 0; i < matrix->variables->len; i++)
    for (guint j = 0; j < matrix->variables->len; j++)
      if (!add_block (self, i, j, error))
        return FALSE;

  g_ptr_array_add (self->scw->texts, luotain_scw_text_new ("", NULL));
  g_ptr_array_add (self->scw->texts, luotain_scw_text_new ("", NULL));
  self->scw->cross_impact = luotain_cross_impact_copy (matrix->cross_impact);
  self->scw->has_notes = TRUE;
  self->scw->has_colours = TRUE;
  return TRUE;
}

gboolean
luotain_scw_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainScwExport *export = data;
  LuotainMatrixQuery query = { export->sector, export->language };
  g_autoptr (LuotainMatrix) matrix = NULL;
  g_autoptr (LuotainScw) scw = luotain_scw_new ("");
  Exporter self = { db, export, NULL, scw };

  if (!luotain_matrix_run (db, &query, (gpointer *) &matrix, error))
    return FALSE;

  if (matrix->variables->len == 0)
    {
      g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
                   _ ("There are no key variables with states to export. Make some first."));
      return FALSE;
    }

  self.matrix = matrix;
  if (!load_title (db, export, scw, error) || !fill (&self, error))
    return FALSE;

  *result = g_steal_pointer (&scw);
  return TRUE;
}
