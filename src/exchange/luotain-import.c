#include "config.h"

#include "luotain-import.h"

#include "luotain-exchange-error.h"
#include "luotain-id.h"
#include "luotain-input-thread.h"
#include "luotain-item.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>

#define NO_INPUT G_MAXUINT

struct _LuotainImport
{
  GPtrArray *inputs;
  LuotainWorkbook *workbook; /* (nullable): what the caller wants to be there */
  guint first_whole; /* its number, or NO_INPUT */
  gboolean prepared;

  LuotainFaults *faults; /* of the thread that reads, while it runs */
  guint64 total; /* bytes of all inputs */

  /* While it runs: */
  LuotainDb *db;
  LuotainMerge *merge;
  LuotainImportSummary *summary;
  LuotainFaults *merge_faults;
  LuotainLanguage language;
};

LuotainImport *
luotain_import_new (GPtrArray *inputs)
{
  LuotainImport *self = g_new0 (LuotainImport, 1);

  self->inputs = inputs;
  self->first_whole = NO_INPUT;
  self->faults = luotain_faults_new ();
  self->merge_faults = luotain_faults_new ();
  return self;
}

void
luotain_import_free (LuotainImport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->inputs);
  luotain_record_free (&luotain_workbook_type, self->workbook);
  luotain_faults_free (self->faults);
  luotain_faults_free (self->merge_faults);
  luotain_import_summary_free (self->summary);
  g_free (self);
}

void
luotain_import_set_workbook (LuotainImport *self, const LuotainWorkbook *workbook)
{
  luotain_record_free (&luotain_workbook_type, self->workbook);
  self->workbook = luotain_record_copy (&luotain_workbook_type, workbook);
}

gboolean
luotain_import_prepare (LuotainImport *self, const LuotainModel *model, GCancellable *cancellable,
                        GError **error)
{
  if (self->prepared)
    return TRUE;

  self->prepared = TRUE;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      LuotainInput *input = self->inputs->pdata[i];

      if (!luotain_input_open (input, model, self->faults, cancellable, error))
        return FALSE;

      self->total += luotain_input_get_size (input);

      if (self->first_whole == NO_INPUT && luotain_input_is_whole (input))
        self->first_whole = i;
    }

  return TRUE;
}

gboolean
luotain_import_get_language (LuotainImport *self, LuotainLanguage *language)
{
  if (self->first_whole != NO_INPUT
      && luotain_input_get_language (self->inputs->pdata[self->first_whole], language))
    return TRUE;

  for (guint i = 0; i < self->inputs->len; i++)
    if (luotain_input_get_language (self->inputs->pdata[i], language))
      return TRUE;

  return FALSE;
}

static void
add_fault (LuotainImport *self, guint input, int line, char *message)
{
  luotain_faults_add (self->merge_faults, luotain_input_get_name (self->inputs->pdata[input]), line, message);
}

static void
name_duplicate (LuotainImport *self, guint input, const LuotainItem *item, int first_line)
{
  g_autofree char *id = luotain_record_id_string (item->type, item->record);

  add_fault (self, input, item->line,
             g_strdup_printf (_ ("“%s” stands twice; it was first in line %d."), id, first_line));
}

static void
name_other_type (LuotainImport *self, guint input, const LuotainItem *item)
{
  g_autofree char *id = luotain_record_id_string (item->type, item->record);

  add_fault (self, input, item->line,
             g_strdup_printf (_ ("“%s” cannot come in: a record of another type has its number already."),
                              id));
}

static void
name_loose_cb (const LuotainMergeLoose *loose, gpointer data)
{
  LuotainImport *self = data;
  g_autofree char *target = luotain_id_to_string (loose->target_type, loose->target);

  if (loose->found_type == NULL)
    add_fault (self, loose->file, loose->line,
               g_strdup_printf (
                   _ ("The link of the role “%s” leads to “%s”, which is neither in the files nor in the "
                      "workbook."),
                   loose->role, target));
  else
    add_fault (
        self, loose->file, loose->line,
        g_strdup_printf (_ ("The link of the role “%s” leads to “%s”, but that record is of the type “%s”."),
                         loose->role, target, loose->found_type));
}

/* What was asked for when the workbook was made goes before what its file says. */
static void
apply_workbook (LuotainImport *self, LuotainWorkbook *incoming)
{
  if (self->workbook == NULL)
    return;

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (self->workbook->title.text[i] != NULL)
      {
        g_free (incoming->title.text[i]);
        incoming->title.text[i] = g_strdup (self->workbook->title.text[i]);
      }

  if (self->workbook->language != NULL)
    {
      g_free (incoming->language);
      incoming->language = g_strdup (self->workbook->language);
    }
}

static gboolean
merge_links (LuotainImport *self, const LuotainItem *item, GError **error)
{
  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, i);
      const LuotainLink incoming = {
        .source = ((LuotainRecord *) item->record)->id,
        .role = link->role,
        .target = link->target,
        .note = link->note,
        .confirmed_revision = link->confirmed,
      };

      if (!luotain_merge_link (self->merge, &incoming, link->target_type, link->line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
merge_item (LuotainImport *self, guint input, const LuotainItem *item, GError **error)
{
  LuotainMergeOutcome outcome;
  int first_line = 0;

  if (!luotain_merge_record (self->merge, item->type, item->record, item->line, &outcome, &first_line, error))
    {
      g_autofree char *id = luotain_record_id_string (item->type, item->record);

      g_prefix_error (error, "%s: %s: ", luotain_input_get_name (self->inputs->pdata[input]), id);
      return FALSE;
    }

  if (outcome == LUOTAIN_MERGE_DUPLICATE)
    name_duplicate (self, input, item, first_line);
  else if (outcome == LUOTAIN_MERGE_OTHER_TYPE)
    name_other_type (self, input, item);
  else
    luotain_import_summary_add (self->summary, item->type, item->record, outcome, self->language);

  return merge_links (self, item, error);
}

static gboolean
merge_batch (LuotainImport *self, const LuotainItemBatch *batch, GError **error)
{
  for (guint i = 0; i < batch->items->len; i++)
    {
      const LuotainItem *item = batch->items->pdata[i];

      if (item->type == &luotain_workbook_type)
        apply_workbook (self, item->record);

      if (!merge_item (self, batch->input, item, error))
        return FALSE;
    }

  luotain_db_set_progress (self->db, batch->done, self->total);
  return TRUE;
}

static gboolean
merge_all (LuotainImport *self, LuotainInputThread *thread, guint filled_from, GError **error)
{
  guint n_begun = 0;

  for (;;)
    {
      g_autoptr (LuotainItemBatch) batch = luotain_input_thread_next (thread);
      const guint n_needed = batch == NULL ? self->inputs->len : batch->input + 1;

      for (; n_begun < n_needed; n_begun++)
        luotain_merge_begin_file (self->merge, n_begun >= filled_from);

      if (batch == NULL)
        return TRUE;

      if (!merge_batch (self, batch, error))
        return FALSE;
    }
}

/* While one thread reads and checks, this one stores what it got. */
static gboolean
read_and_merge (LuotainImport *self, guint filled_from, GError **error)
{
  g_autoptr (LuotainInputThread) thread = luotain_input_thread_new (self->inputs, self->faults,
                                                                    luotain_db_get_cancellable (self->db));

  return merge_all (self, thread, filled_from, error) && luotain_input_thread_finish (thread, error);
}

static gboolean
fail_by_faults (LuotainImport *self, GError **error)
{
  g_autofree char *lines = NULL;

  luotain_faults_take_all (self->faults, self->merge_faults);

  if (luotain_faults_get_count (self->faults) == 0)
    return FALSE;

  lines = luotain_faults_to_string (self->faults);
  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, lines);
  return TRUE;
}

static void
warn_of_unknown (LuotainImport *self)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      LuotainInput *input = self->inputs->pdata[i];
      const guint n = luotain_input_get_n_unknown (input);

      if (n > 0)
        g_ptr_array_add (
            self->summary->warnings,
            g_strdup_printf (ngettext ("%s: made by a newer version; %u element or attribute unknown to "
                                       "this one was left out.",
                                       "%s: made by a newer version; %u elements or attributes unknown "
                                       "to this one were left out.",
                                       n),
                             luotain_input_get_name (input), n));
    }
}

static gboolean
tie_links (LuotainImport *self, GError **error)
{
  if (!luotain_merge_find_loose (self->merge, name_loose_cb, self, error) || fail_by_faults (self, error))
    return FALSE;

  return luotain_merge_tie (self->merge, &self->summary->n_links, error);
}

/* The first inputs, up to @filled_from, find a workbook that is still empty. */
static gboolean
run (LuotainImport *self, LuotainDb *db, guint filled_from, GError **error)
{
  g_autoptr (LuotainMerge) merge = luotain_merge_new (db, error);

  if (merge == NULL)
    return FALSE;

  self->db = db;
  self->merge = merge;
  self->summary = luotain_import_summary_new (luotain_db_get_model (db));

  if (!read_and_merge (self, filled_from, error) || fail_by_faults (self, error) || !tie_links (self, error))
    return FALSE;

  warn_of_unknown (self);
  return TRUE;
}

gboolean
luotain_import_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainImport *self = data;

  if (!luotain_workbook_language (db, &self->language, error)
      || !luotain_import_prepare (self, luotain_db_get_model (db), luotain_db_get_cancellable (db), error)
      || !run (self, db, 0, error))
    return FALSE;

  if (result != NULL)
    *result = g_steal_pointer (&self->summary);

  return TRUE;
}

gboolean
luotain_import_seed (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainImport *self = data;

  if (!luotain_import_prepare (self, luotain_db_get_model (db), luotain_db_get_cancellable (db), error))
    return FALSE;

  luotain_import_get_language (self, &self->language);

  if (self->first_whole == NO_INPUT)
    {
      /* Faults of the inputs say more than a workbook without content. */
      if (fail_by_faults (self, error))
        return FALSE;

      return luotain_workbook_seed (db, self->workbook, NULL, error) && run (self, db, 0, error);
    }

  /* The first whole input goes before the others, whose records find its workbook filled. */
  g_ptr_array_insert (self->inputs, 0, g_ptr_array_steal_index (self->inputs, self->first_whole));
  self->first_whole = 0;
  return run (self, db, 1, error);
}

const LuotainImportSummary *
luotain_import_get_summary (LuotainImport *self)
{
  return self->summary;
}
