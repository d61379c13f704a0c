#include "config.h"

#include "luotain-scw-import.h"

#include "luotain-exchange-error.h"
#include "luotain-import-summary.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-text.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LuotainDb *db;
  const LuotainScwImport *import;
  const LuotainScw *scw;
  LuotainLanguage language;
  gint64 sector;
  gint64 source;
  gint64 *variables;
  gint64 *states;
  LuotainImportSummary *summary;
  guint64 n_cells; /* blocks gone through */
} Importer;

static void
importer_clear (Importer *self)
{
  g_free (self->variables);
  g_free (self->states);
  g_clear_pointer (&self->summary, luotain_import_summary_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importer, importer_clear)

/* ---- records ---- */

static gboolean
take_text (Importer *self, LuotainTranslated *field, const char *text, gboolean single_line, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (text == NULL)
    return TRUE;

  field->text[self->language] = luotain_text_normalize (text, -1, single_line ? LUOTAIN_TEXT_SINGLE_LINE : 0,
                                                        NULL, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, "%s: %s", self->import->file,
               local_error->message);
  return FALSE;
}

static gboolean
insert (Importer *self, gpointer record, GError **error)
{
  const LuotainRecordType *type = ((LuotainRecord *) record)->type;

  if (!luotain_record_insert (self->db, type, record, error))
    return FALSE;

  luotain_import_summary_add (self->summary, type, record, LUOTAIN_MERGE_ADDED, self->language);
  return TRUE;
}

static gboolean
tie (Importer *self, gpointer record, const char *role, gint64 target, GError **error)
{
  self->summary->n_links++;
  return luotain_link_add (self->db, ((LuotainRecord *) record)->id,
                           luotain_model_role (luotain_db_get_model (self->db), role), target, error);
}

/* Both, as two paragraphs: the note stands first. */
static char *
join_texts (const char *note, const char *text)
{
  const gboolean has_note = note != NULL && *note != '\0';
  const gboolean has_text = text != NULL && *text != '\0';

  if (!has_note && !has_text)
    return NULL;

  return g_strconcat (has_note ? note : "", has_note && has_text ? "\n\n" : "", has_text ? text : "", NULL);
}

static gboolean
add_sector (Importer *self, GError **error)
{
  LuotainSector *sector = luotain_record_new (&luotain_sector_type);
  gboolean ok = take_text (self, &sector->title, self->scw->title, TRUE, error)
                && (sector->title.text[self->language] != NULL
                    || take_text (self, &sector->title, self->import->file, TRUE, error))
                && insert (self, sector, error);

  self->sector = sector->record.id;
  luotain_record_destroy (sector);
  return ok;
}

/* The model itself: what its variables rest on. */
static gboolean
add_source (Importer *self, GError **error)
{
  LuotainSource *source = luotain_record_new (&luotain_source_type);
  gboolean ok = take_text (self, &source->title, self->scw->title, TRUE, error)
                && (source->title.text[self->language] != NULL
                    || take_text (self, &source->title, self->import->file, TRUE, error))
                && take_text (self, &source->note, luotain_scw_text_of_model (self->scw), FALSE, error);

  if (self->import->from_scenario_wizard)
    source->publisher = g_strdup (LUOTAIN_SCW_PUBLISHER);
  ok = ok && insert (self, source, error);
  self->source = source->record.id;
  luotain_record_destroy (source);
  return ok;
}

/* What a workbook has no field for stands in the note of the link to the model. */
static gboolean
tie_to_source (Importer *self, gpointer record, const LuotainScwItem *item, gboolean always, GError **error)
{
  const gboolean nameless = luotain_scw_item_is_nameless (item);
  const gboolean coloured = item->colour != NULL && g_ascii_strncasecmp (item->colour, "FFFFFF", 6) != 0;
  g_autofree char *note = NULL;

  if (!always && !nameless && !coloured)
    return TRUE;

  if (nameless || coloured)
    note = g_strdup_printf ("%s%s%s%s", nameless ? LUOTAIN_SCW_NOTE_NAMELESS : "",
                            nameless && coloured ? "\n" : "", coloured ? LUOTAIN_SCW_NOTE_COLOUR : "",
                            coloured ? item->colour : "");

  return tie (self, record, "source", self->source, error)
         && (note == NULL
             || luotain_link_set_note (self->db, ((LuotainRecord *) record)->id,
                                       luotain_model_role (luotain_db_get_model (self->db), "source"),
                                       self->source, note, error));
}

static gboolean
add_variable (Importer *self, guint i, GError **error)
{
  LuotainKeyVariable *variable = luotain_record_new (&luotain_key_variable_type);
  g_autofree char *title = luotain_scw_name_variable (self->scw, i);
  g_autofree char *description = join_texts (luotain_scw_get_variable (self->scw, i)->note,
                                             luotain_scw_text_of_variable (self->scw, i));
  gboolean ok = take_text (self, &variable->title, title, TRUE, error)
                && take_text (self, &variable->description, description, FALSE, error)
                && insert (self, variable, error) && tie (self, variable, "sector", self->sector, error)
                && tie_to_source (self, variable, luotain_scw_get_variable (self->scw, i), TRUE, error);

  self->variables[i] = variable->record.id;
  luotain_record_destroy (variable);
  return ok;
}

static gboolean
add_state (Importer *self, guint i, guint x, GError **error)
{
  LuotainState *state = luotain_record_new (&luotain_state_type);
  g_autofree char *title = luotain_scw_name_state (self->scw, i, x);
  gboolean ok;

  state->record.owner = self->variables[i];
  ok = take_text (self, &state->title, title, TRUE, error)
       && take_text (self, &state->description, luotain_scw_get_state (self->scw, i, x)->note, FALSE, error)
       && insert (self, state, error)
       && tie_to_source (self, state, luotain_scw_get_state (self->scw, i, x), FALSE, error);

  self->states[self->scw->cross_impact->offsets[i] + x] = state->record.id;
  luotain_record_destroy (state);
  return ok;
}

static gboolean
add_names (Importer *self, GError **error)
{
  for (guint i = 0; i < self->scw->variables->len; i++)
    {
      if (!add_variable (self, i, error))
        return FALSE;

      for (guint x = 0; x < self->scw->cross_impact->states[i]; x++)
        if (!add_state (self, i, x, error))
          return FALSE;
    }

  return TRUE;
}

/* ---- answers and judgements ---- */

static gboolean
add_influence (Importer *self, guint i, guint j, gboolean open, GError **error)
{
  LuotainInfluence *influence = luotain_record_new (&luotain_influence_type);
  gboolean ok;

  influence->record.owner = self->variables[i];
  influence->answer = g_strdup (open ? "yes" : "no");
  ok = take_text (self, &influence->reason, luotain_scw_text_of_block (self->scw, i, j), FALSE, error)
       && insert (self, influence, error) && tie (self, influence, "influences", self->variables[j], error);
  luotain_record_destroy (influence);
  return ok;
}

static gboolean
add_judgement (Importer *self, guint row, guint column, GError **error)
{
  const LuotainCrossImpact *matrix = self->scw->cross_impact;
  LuotainJudgement *judgement = luotain_record_new (&luotain_judgement_type);
  gboolean ok;

  judgement->record.owner = self->states[row];
  judgement->value = matrix->judgements[(gsize) row * matrix->n_states + column];
  ok = insert (self, judgement, error) && tie (self, judgement, "judges", self->states[column], error);
  luotain_record_destroy (judgement);
  return ok;
}

static gboolean
add_block (Importer *self, guint i, guint j, GError **error)
{
  const LuotainCrossImpact *matrix = self->scw->cross_impact;
  const gboolean open = !luotain_cross_impact_block_is_empty (matrix, i, j);

  luotain_db_set_progress (self->db, self->n_cells++, (guint64) matrix->n_variables * matrix->n_variables);
  if (!add_influence (self, i, j, open, error))
    return FALSE;

  for (guint row = matrix->offsets[i]; open && row < matrix->offsets[i + 1]; row++)
    for (guint column = matrix->offsets[j]; column < matrix->offsets[j + 1]; column++)
      if (!add_judgement (self, row, column, error))
        return FALSE;

  return TRUE;
}

static gboolean
add_blocks (Importer *self, GError **error)
{
  const guint n = self->scw->cross_impact->n_variables;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j && !add_block (self, i, j, error))
        return FALSE;

  return TRUE;
}

static gboolean
check_size (const LuotainScwImport *import, GError **error)
{
  const LuotainCrossImpact *matrix = import->scw->cross_impact;
  guint64 n = 0;

  for (guint i = 0; i < matrix->n_variables; i++)
    for (guint j = 0; j < matrix->n_variables; j++)
      if (i != j && !luotain_cross_impact_block_is_empty (matrix, i, j))
        n += (guint64) matrix->states[i] * matrix->states[j];

  if (n <= LUOTAIN_SCW_IMPORT_MAX_JUDGEMENTS)
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
               _ ("%s: The model has %lu judgements; a workbook takes at most %d at once."), import->file,
               (gulong) n, LUOTAIN_SCW_IMPORT_MAX_JUDGEMENTS);
  return FALSE;
}

static void
warn_of_loss (Importer *self)
{
  const LuotainScw *scw = self->scw;
  gboolean has_texts = FALSE;

  for (guint i = 0; i < scw->texts->len; i++)
    {
      const LuotainScwText *text = scw->texts->pdata[i];

      has_texts = has_texts || (text->text != NULL && *text->text != '\0');
    }

  if (has_texts && !luotain_scw_has_all_texts (scw))
    g_ptr_array_add (self->summary->warnings,
                     g_strdup_printf (_ ("%s: what the texts are about cannot be told; they are left out."),
                                      self->import->file));
}

gboolean
luotain_scw_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainScwImport *import = data;
  g_auto (Importer) self = { .db = db, .import = import, .scw = import->scw, .sector = import->sector };

  if (!check_size (import, error) || !luotain_workbook_language (db, &self.language, error))
    return FALSE;

  self.summary = luotain_import_summary_new (luotain_db_get_model (db));
  self.variables = g_new0 (gint64, import->scw->variables->len);
  self.states = g_new0 (gint64, import->scw->states->len);
  if ((self.sector == 0 && !add_sector (&self, error)) || !add_source (&self, error)
      || !add_names (&self, error) || !add_blocks (&self, error))
    return FALSE;

  warn_of_loss (&self);
  luotain_db_set_detail (db, import->scw->title);
  if (result != NULL)
    *result = g_steal_pointer (&self.summary);
  return TRUE;
}

gboolean
luotain_scw_import_seed (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainScwImport *import = data;
  gpointer summary = NULL;
  gboolean ok = luotain_workbook_seed (db, import->workbook, NULL, error)
                && luotain_scw_import_run (db, data, &summary, error);

  g_clear_pointer ((LuotainImportSummary **) &summary, luotain_import_summary_free);
  return ok;
}
