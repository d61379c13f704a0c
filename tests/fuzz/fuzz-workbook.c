/* Opens whatever bytes there are as a workbook and does with it what a person would: look, check, change, undo. */

#include "luotain-chain.h"
#include "luotain-edit.h"
#include "luotain-history.h"
#include "luotain-record-io.h"
#include "luotain-vocabulary.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gstdio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static gboolean
look_at_record (LuotainDb *db, gint64 id)
{
  g_autoptr (LuotainChainNode) why = luotain_chain_load (db, id, LUOTAIN_CHAIN_UPSTREAM, LUOTAIN_FI, NULL);
  g_autoptr (LuotainChainNode) stands = luotain_chain_load (db, id, LUOTAIN_CHAIN_DOWNSTREAM, LUOTAIN_FI,
                                                            NULL);
  g_auto (GStrv) words = luotain_history_describe_changes (db, id, 0, LUOTAIN_FI, NULL);

  return why != NULL && stands != NULL && words != NULL;
}

static gboolean
look_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainWorkbookInfo) info = luotain_workbook_info_load (db, NULL);
  g_autoptr (LuotainWordList) words = luotain_word_list_load (db, LUOTAIN_FI, NULL);
  g_autoptr (GPtrArray) stale = luotain_chain_stale (db, LUOTAIN_FI, NULL);
  g_autoptr (GPtrArray) unfinished = luotain_chain_unfinished (db, NULL);
  g_autoptr (GPtrArray) steps = luotain_history_list (db, 100, NULL);

  /* What they answer does not matter, only that they do. */
  (void) (info != NULL && words != NULL && stale != NULL && unfinished != NULL && steps != NULL);

  for (guint i = 0; luotain_workbook_model.types[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) records = luotain_record_list (db, luotain_workbook_model.types[i], 0, NULL);

      for (guint j = 0; records != NULL && j < MIN (records->len, 20); j++)
        look_at_record (db, ((LuotainRecord *) records->pdata[j])->id);
    }

  return TRUE;
}

static gboolean
change_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, &luotain_finding_type, 0, error);

  return ids != NULL && ids->len > 0
         && luotain_edit_set_field (db, g_array_index (ids, gint64, 0), "title", "Muutettu", TRUE, error)
         && luotain_record_delete (db, g_array_index (ids, gint64, ids->len - 1), error);
}

static void
open_and_look (GFile *file, LuotainOpenMode mode)
{
  g_autoptr (LuotainStore) store = luotain_store_open (file, &luotain_workbook_model, mode, NULL);
  g_autoptr (LuotainHistory) history = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  if (store == NULL)
    return;

  luotain_store_read (store, look_job, NULL, NULL, NULL);
  faults = luotain_store_check (store, NULL);

  if (mode == LUOTAIN_OPEN_READ)
    return;

  history = luotain_history_new (store);
  luotain_history_undo (history, NULL, NULL);
  luotain_history_redo (history, NULL, NULL);
  luotain_history_do (history, "Change", change_job, NULL, NULL, NULL);
  luotain_history_undo (history, NULL, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder = g_dir_make_tmp ("luotain-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "workbook.luotain", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (g_file_set_contents (path, (const char *) data, (gssize) size, NULL))
    {
      open_and_look (file, LUOTAIN_OPEN_READ);
      open_and_look (file, LUOTAIN_OPEN_WRITE);
    }

  g_remove (path);
  g_remove (journal);
  g_rmdir (folder);
  return 0;
}
