#include "luotain-import-summary.h"

static void
free_entry (gpointer data)
{
  LuotainImportEntry *entry = data;

  g_free (entry->title);
  g_free (entry);
}

LuotainImportSummary *
luotain_import_summary_new (const LuotainModel *model)
{
  LuotainImportSummary *self = g_new0 (LuotainImportSummary, 1);

  while (model->types[self->n_types] != NULL)
    self->n_types++;

  self->counts = g_new0 (LuotainImportCount, self->n_types);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->warnings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_types; i++)
    self->counts[i].type = model->types[i];

  return self;
}

void
luotain_import_summary_free (LuotainImportSummary *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->warnings);
  g_free (self->counts);
  g_free (self);
}

static LuotainImportCount *
find_count (LuotainImportSummary *self, const LuotainRecordType *type)
{
  for (guint i = 0; i < self->n_types; i++)
    if (self->counts[i].type == type)
      return &self->counts[i];

  g_assert_not_reached ();
}

static void
add_entry (LuotainImportSummary *self, const LuotainRecordType *type, gconstpointer record,
           LuotainMergeOutcome outcome, LuotainLanguage language)
{
  LuotainImportEntry *entry;

  if (self->n_entries++ >= LUOTAIN_IMPORT_MOST_ENTRIES)
    return;

  entry = g_new0 (LuotainImportEntry, 1);
  entry->type = type;
  entry->id = ((const LuotainRecord *) record)->id;
  entry->title = g_strdup (luotain_record_title (type, record, language));
  entry->outcome = outcome;
  g_ptr_array_add (self->entries, entry);
}

void
luotain_import_summary_add (LuotainImportSummary *self, const LuotainRecordType *type, gconstpointer record,
                            LuotainMergeOutcome outcome, LuotainLanguage language)
{
  LuotainImportCount *count = find_count (self, type);

  switch (outcome)
    {
    case LUOTAIN_MERGE_ADDED:
      count->added++;
      break;

    case LUOTAIN_MERGE_CHANGED:
      count->changed++;
      break;

    case LUOTAIN_MERGE_NEWER:
      count->newer++;
      break;

    case LUOTAIN_MERGE_SAME:
    case LUOTAIN_MERGE_SKIPPED:
    case LUOTAIN_MERGE_DUPLICATE:
    case LUOTAIN_MERGE_OTHER_TYPE:
    default:
      count->left++;
      return;
    }

  add_entry (self, type, record, outcome, language);
}

LuotainImportCount
luotain_import_summary_total (const LuotainImportSummary *self)
{
  LuotainImportCount total = { NULL };

  for (guint i = 0; i < self->n_types; i++)
    {
      total.added += self->counts[i].added;
      total.changed += self->counts[i].changed;
      total.left += self->counts[i].left;
      total.newer += self->counts[i].newer;
    }

  return total;
}

const char *
luotain_import_outcome_name (LuotainMergeOutcome outcome)
{
  switch (outcome)
    {
    case LUOTAIN_MERGE_ADDED:
      return "added";
    case LUOTAIN_MERGE_CHANGED:
      return "changed";
    case LUOTAIN_MERGE_NEWER:
      return "newer";
    case LUOTAIN_MERGE_SAME:
    case LUOTAIN_MERGE_SKIPPED:
    case LUOTAIN_MERGE_DUPLICATE:
    case LUOTAIN_MERGE_OTHER_TYPE:
    default:
      return "left";
    }
}
