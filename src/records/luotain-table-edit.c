#include "config.h"

#include "luotain-table-edit.h"

#include "luotain-edit.h"
#include "luotain-finding.h"
#include "luotain-key-variable.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-scenario-edit.h"
#include "luotain-state.h"

#include <glib/gi18n-lib.h>

LuotainTableCell *
luotain_table_cell_new (gint64 variable, gint64 state, const char *image, const char *text)
{
  LuotainTableCell *self = g_new0 (LuotainTableCell, 1);

  self->variable = variable;
  self->state = state;
  self->image = g_strdup (image);
  self->text = g_strdup (text);
  return self;
}

void
luotain_table_cell_free (LuotainTableCell *self)
{
  if (self == NULL)
    return;

  g_free (self->image);
  g_free (self->text);
  g_free (self);
}

static gboolean
is_blank (const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  return text == NULL || *text == '\0';
}

static gboolean
insert_state (LuotainDb *db, const LuotainTableCell *cell, gint64 *id, GError **error)
{
  LuotainState *state = luotain_record_new (&luotain_state_type);
  gboolean ok;

  state->record.owner = cell->variable;
  ok = luotain_edit_fill (db, &luotain_state_type, state, "title", cell->text, TRUE, error)
       && (cell->image == NULL
           || luotain_edit_fill (db, &luotain_state_type, state, "image", cell->image, TRUE, error))
       && luotain_record_insert (db, &luotain_state_type, state, error);
  *id = state->record.id;
  luotain_record_destroy (state);
  return ok;
}

static gboolean
write_cell (LuotainDb *db, const LuotainTableCell *cell, gint64 *id, GError **error)
{
  *id = cell->state;
  if (cell->state != 0)
    return luotain_edit_set_field (db, cell->state, "title", cell->text, TRUE, error);
  return insert_state (db, cell, id, error);
}

gboolean
luotain_table_cell_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTableCell *cell = data;
  gint64 id = 0;

  if (!is_blank (cell->text))
    {
      luotain_db_set_detail (db, cell->text);
      if (!write_cell (db, cell, &id, error))
        return FALSE;
    }
  else if (cell->state != 0 && !luotain_record_delete (db, cell->state, error))
    return FALSE;

  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

/* The states of a variable go with it, and may be named besides. */
gboolean
luotain_table_clear_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  GArray *ids = data;
  guint n_variables = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      gboolean exists;

      if (!luotain_record_exists (db, id, &exists, error))
        return FALSE;
      if (!exists)
        continue;
      n_variables += luotain_record_type_of (db, id, error) == &luotain_key_variable_type;
      if (!luotain_record_delete (db, id, error))
        return FALSE;
    }
  *result = GUINT_TO_POINTER (n_variables);
  return TRUE;
}

static gboolean
load_owner (LuotainDb *db, gint64 id, const LuotainRecordType **type, gint64 *owner, GError **error)
{
  LuotainRecord *record;

  *type = luotain_record_type_of (db, id, error);
  record = *type != NULL ? luotain_record_load (db, *type, id, error) : NULL;
  if (record == NULL)
    return FALSE;

  *owner = record->owner;
  luotain_record_destroy (record);
  return TRUE;
}

/* The place of a record among its like, as it would be counted without the one that is moved. */
gboolean
luotain_table_place_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTablePlace *place = data;
  const LuotainRecordType *type;
  g_autoptr (GArray) ids = NULL;
  guint at = 0;
  gint64 owner;

  if (!load_owner (db, place->id, &type, &owner, error))
    return FALSE;

  ids = luotain_record_ids (db, type, owner, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len && g_array_index (ids, gint64, i) != place->before; i++)
    at += g_array_index (ids, gint64, i) != place->id;
  return luotain_record_move (db, place->id, at, error);
}

LuotainTableImage *
luotain_table_image_new (gint64 state, const char *image)
{
  LuotainTableImage *self = g_new0 (LuotainTableImage, 1);

  self->state = state;
  self->image = g_strdup (image);
  return self;
}

void
luotain_table_image_free (LuotainTableImage *self)
{
  if (self == NULL)
    return;

  g_free (self->image);
  g_free (self);
}

static gboolean
give_image (LuotainDb *db, GPtrArray *states, gint64 except, const char *image, const char *instead,
            GError **error)
{
  for (guint i = 0; image != NULL && i < states->len; i++)
    {
      const LuotainState *state = states->pdata[i];

      if (state->record.id != except && g_strcmp0 (state->image, image) == 0)
        return luotain_edit_set_field (db, state->record.id, "image", instead, TRUE, error);
    }
  return TRUE;
}

gboolean
luotain_table_image_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTableImage *move = data;
  LuotainState *state = luotain_record_load (db, &luotain_state_type, move->state, error);
  g_autoptr (GPtrArray) states = NULL;
  gboolean ok;

  if (state == NULL)
    return FALSE;

  states = luotain_record_list (db, &luotain_state_type, state->record.owner, error);
  ok = states != NULL && give_image (db, states, move->state, move->image, state->image, error)
       && luotain_edit_set_field (db, move->state, "image", move->image, TRUE, error);
  luotain_record_destroy (state);
  return ok;
}

static void
line_free (LuotainTableLine *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

LuotainTablePaste *
luotain_table_paste_new (gint64 sector)
{
  LuotainTablePaste *self = g_new0 (LuotainTablePaste, 1);

  self->sector = sector;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  return self;
}

LuotainTableLine *
luotain_table_paste_add_line (LuotainTablePaste *self, gint64 variable, const char *title)
{
  LuotainTableLine *line = g_new0 (LuotainTableLine, 1);

  line->variable = variable;
  line->title = g_strdup (title);
  line->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_table_cell_free);
  g_ptr_array_add (self->lines, line);
  return line;
}

void
luotain_table_line_add_cell (LuotainTableLine *self, gint64 state, const char *image, const char *text)
{
  g_ptr_array_add (self->cells, luotain_table_cell_new (self->variable, state, image, text));
}

void
luotain_table_paste_free (LuotainTablePaste *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

static gboolean
make_variable (LuotainDb *db, const char *title, gint64 sector, gint64 *id, GError **error)
{
  g_autoptr (LuotainPartAdd) add = luotain_part_add_new (&luotain_key_variable_type, 0, title);
  g_autofree gint64 *made = NULL;
  gpointer result = NULL;

  add->sector = sector;
  if (!luotain_part_add_run (db, add, &result, error))
    return FALSE;

  made = result;
  *id = *made;
  return TRUE;
}

static gboolean
write_line (LuotainDb *db, const LuotainTableLine *line, gint64 sector, gint64 *first, GError **error)
{
  gint64 variable = line->variable;

  if (variable == 0 && !make_variable (db, line->title, sector, &variable, error))
    return FALSE;
  if (line->variable != 0 && !is_blank (line->title)
      && !luotain_edit_set_field (db, variable, "title", line->title, TRUE, error))
    return FALSE;
  if (*first == 0 && !is_blank (line->title))
    *first = variable;

  for (guint i = 0; i < line->cells->len; i++)
    {
      LuotainTableCell *cell = line->cells->pdata[i];
      gint64 id;

      cell->variable = variable;
      if (is_blank (cell->text))
        continue;
      if (!write_cell (db, cell, &id, error))
        return FALSE;
      if (*first == 0)
        *first = id;
    }
  return TRUE;
}

gboolean
luotain_table_paste_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTablePaste *paste = data;
  gint64 first = 0;

  for (guint i = 0; i < paste->lines->len; i++)
    if (!write_line (db, paste->lines->pdata[i], paste->sector, &first, error))
      return FALSE;

  *result = g_memdup2 (&first, sizeof first);
  return TRUE;
}

LuotainTableFindings *
luotain_table_findings_new (gint64 sector, const gint64 *findings, guint n_findings)
{
  LuotainTableFindings *self = g_new0 (LuotainTableFindings, 1);

  self->sector = sector;
  self->findings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->findings, findings, n_findings);
  return self;
}

void
luotain_table_findings_free (LuotainTableFindings *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->findings);
  g_free (self);
}

static gboolean
variable_of_finding (LuotainDb *db, gint64 id, gint64 sector, gint64 *variable, GError **error)
{
  LuotainFinding *finding = luotain_record_load (db, &luotain_finding_type, id, error);
  LuotainKeyVariable *made;
  gboolean ok;

  if (finding == NULL)
    return FALSE;

  made = luotain_record_new (&luotain_key_variable_type);
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    made->title.text[i] = g_strdup (finding->title.text[i]);
  made->dimensions = g_strdup (finding->dimensions);
  luotain_db_set_detail (db, luotain_translated_get (&finding->title, LUOTAIN_FI));
  ok = luotain_record_insert (db, &luotain_key_variable_type, made, error);
  *variable = made->record.id;
  luotain_record_destroy (made);
  luotain_record_destroy (finding);
  return ok && (sector != 0 || luotain_link_get_only (db, id, "sector", &sector, error))
         && (sector == 0 || luotain_edit_link (db, *variable, "sector", sector, error))
         && luotain_edit_link (db, *variable, "evidence", id, error);
}

gboolean
luotain_table_findings_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTableFindings *self = data;
  g_autoptr (GArray) variables = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->findings->len; i++)
    {
      gint64 variable;

      if (!variable_of_finding (db, g_array_index (self->findings, gint64, i), self->sector, &variable,
                                error))
        return FALSE;
      g_array_append_val (variables, variable);
    }

  *result = g_steal_pointer (&variables);
  return TRUE;
}
