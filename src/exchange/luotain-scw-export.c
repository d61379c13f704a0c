#include "config.h"

#include "luotain-scw-export.h"

#include "luotain-exchange-error.h"
#include "luotain-link.h"
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
  gint64 source; /* the model that the variables came from; 0 where they did not */
} Exporter;

/* One line, as a name or note must be. */
static char *
flatten (const char *text)
{
  char *line = g_strdup (text != NULL ? text : "");

  return g_strstrip (g_strdelimit (line, "\n\r\t", ' '));
}

/* Within a text quotation marks stand as they are, but at the end of a line before a # one would end it. */
static char *
quotable (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\"\n#", -1);

  return g_strjoinv ("'\n#", parts);
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

/* ---- the model they came from ---- */

static gboolean
is_model (LuotainDb *db, gint64 id, gboolean *result, GError **error)
{
  LuotainSource *source = luotain_record_load (db, &luotain_source_type, id, error);

  if (source == NULL)
    return FALSE;

  *result = g_strcmp0 (source->publisher, LUOTAIN_SCW_PUBLISHER) == 0;
  luotain_record_destroy (source);
  return TRUE;
}

static gboolean
find_source (Exporter *self, GError **error)
{
  g_autoptr (GPtrArray) links = luotain_link_list (self->db,
                                                   luotain_matrix_get_variable (self->matrix, 0)->id, FALSE,
                                                   error);

  for (guint k = 0; links != NULL && k < links->len && self->source == 0; k++)
    {
      const LuotainLink *link = links->pdata[k];
      gboolean found = FALSE;

      if (strcmp (link->role->name, "source") != 0)
        continue;

      if (!is_model (self->db, link->target, &found, error))
        return FALSE;

      self->source = found ? link->target : 0;
    }

  return links != NULL;
}

/* The note of the link to the model; NULL where there is none. */
static gboolean
load_note (const Exporter *self, gint64 id, char **note, GError **error)
{
  g_autoptr (GPtrArray) links = NULL;

  if (self->source == 0)
    return TRUE;

  links = luotain_link_list (self->db, id, FALSE, error);
  for (guint k = 0; links != NULL && k < links->len; k++)
    {
      const LuotainLink *link = links->pdata[k];

      if (link->target == self->source && strcmp (link->role->name, "source") == 0)
        {
          g_free (*note);
          *note = g_strdup (link->note);
        }
    }

  return links != NULL;
}

static gboolean
was_nameless (const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note != NULL ? note : "", "\n", -1);

  return g_strv_contains ((const char *const *) lines, LUOTAIN_SCW_NOTE_NAMELESS);
}

static char *
colour_in (const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note != NULL ? note : "", "\n", -1);
  const gsize length = strlen (LUOTAIN_SCW_NOTE_COLOUR);

  for (guint k = 0; lines[k] != NULL; k++)
    {
      const char *colour = lines[k] + length;

      if (g_str_has_prefix (lines[k], LUOTAIN_SCW_NOTE_COLOUR) && *colour != '\0' && strlen (colour) <= 8
          && colour[strspn (colour, "0123456789abcdefABCDEF")] == '\0')
        return g_strdup (colour);
    }

  return g_strdup ("FFFFFF");
}

/* A name that was made because there was none is left out again, unless somebody gave a better one. */
static char *
name_of (const char *title, const char *note, char *made)
{
  g_autofree char *owned = made;

  return was_nameless (note) && g_strcmp0 (title, owned) == 0 ? g_strdup ("") : flatten (title);
}

/* ---- items ---- */

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
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;

  if (!load_text (self, &luotain_key_variable_type, variable->id, "description", &description, error)
      || !load_note (self, variable->id, &kept, error))
    return FALSE;

  name = name_of (variable->title, kept, g_strdup_printf ("%u", i + 1));
  part_description (description, &note, &text);
  g_ptr_array_add (self->scw->variables, luotain_scw_item_new (name, note, NULL));
  g_ptr_array_add (self->scw->texts, luotain_scw_text_new (" ", text));
  return TRUE;
}

static gboolean
add_state (Exporter *self, const LuotainMatrixState *state, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *note = NULL;
  g_autofree char *colour = NULL;

  if (!load_text (self, &luotain_state_type, state->id, "description", &description, error)
      || !load_note (self, state->id, &kept, error))
    return FALSE;

  name = name_of (state->title, kept, luotain_scw_default_name (state->index));
  note = flatten (description);
  colour = colour_in (kept);
  g_ptr_array_add (self->scw->states, luotain_scw_item_new (name, note, colour));
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

/* Whose title and text the model has: the model it came from, the sector, or the workbook. */
static gboolean
add_title (Exporter *self, GError **error)
{
  const LuotainRecordType *type = self->source != 0           ? &luotain_source_type
                                  : self->export->sector != 0 ? &luotain_sector_type
                                                              : &luotain_workbook_type;
  g_autoptr (GArray) ids = luotain_record_ids (self->db, &luotain_workbook_type, 0, error);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *quoted = NULL;
  gint64 id;

  if (ids == NULL)
    return FALSE;

  id = self->source != 0           ? self->source
       : self->export->sector != 0 ? self->export->sector
                                   : (ids->len > 0 ? g_array_index (ids, gint64, 0) : 0);
  if (!load_text (self, type, id, "title", &title, error)
      || !load_text (self, type, id, self->source != 0 ? "note" : "description", &text, error))
    return FALSE;

  g_free (self->scw->title);
  self->scw->title = flatten (title);
  quoted = quotable (text);
  g_ptr_array_add (self->scw->texts, luotain_scw_text_new (" 0-0", quoted));
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
  Exporter self = { .db = db, .export = export, .scw = scw };

  if (!luotain_matrix_run (db, &query, (gpointer *) &matrix, error))
    return FALSE;

  if (matrix->variables->len == 0)
    {
      g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
                   _ ("There are no key variables with states to export. Make some first."));
      return FALSE;
    }

  self.matrix = matrix;
  if (!find_source (&self, error) || !add_title (&self, error) || !fill (&self, error))
    return FALSE;

  *result = g_steal_pointer (&scw);
  return TRUE;
}
