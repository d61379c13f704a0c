#pragma once

/* What the unit tests of store, records and exchange begin with: a folder of their own and a workbook in it. */

#include "luotain-history.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  GFile *file;
  LuotainStore *store;
  LuotainHistory *history;
} Fixture;

static inline GFile *
fixture_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static inline void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = luotain_store_open (fixture->file, &luotain_workbook_model, LUOTAIN_OPEN_WRITE, &error);
  g_assert_no_error (error);
  fixture->history = luotain_history_new (fixture->store);
}

static inline void
fixture_close (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->history));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LuotainWorkbook *workbook = luotain_record_new (&luotain_workbook_type);

  (void) data;
  fixture->folder = g_dir_make_tmp ("luotain-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = fixture_file (fixture, "workbook.luotain");
  workbook->language = g_strdup ("fi");
  workbook->title.text[LUOTAIN_FI] = g_strdup ("Ennakointi 2030");
  luotain_store_create (fixture->file, &luotain_workbook_model, luotain_workbook_seed, workbook, &error);
  g_assert_no_error (error);
  luotain_record_destroy (workbook);
  fixture_open (fixture);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  (void) data;

  if (fixture->store != NULL)
    fixture_close (fixture);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

/* A record to be added: its type and, for what it belongs to, the owner's id. */
typedef struct
{
  const LuotainRecordType *type;
  const char *title;
  gint64 owner;
} NewRecord;

static inline gboolean
fixture_add_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const NewRecord *new_record = data;
  LuotainRecord *record = luotain_record_new (new_record->type);
  const LuotainField *title = luotain_record_type_field (new_record->type, "title", NULL);
  gint64 *id = g_new0 (gint64, 1);
  gboolean ok;

  record->owner = new_record->owner;

  if (title != NULL)
    luotain_field_take (title, record, LUOTAIN_FI, g_strdup (new_record->title));

  ok = luotain_record_insert (db, new_record->type, record, error);
  *id = record->id;
  *result = id;
  luotain_record_destroy (record);
  return ok;
}

static inline gint64
fixture_add (Fixture *fixture, const LuotainRecordType *type, const char *title, gint64 owner)
{
  NewRecord new_record = { type, title, owner };
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  luotain_history_do (fixture->history, "Add", fixture_add_job, &new_record, (gpointer *) &id, &error);
  g_assert_no_error (error);
  return *id;
}

typedef struct
{
  gint64 source;
  const char *role;
  gint64 target;
} NewLink;

static inline gboolean
fixture_link_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const NewLink *link = data;

  (void) result;
  return luotain_link_add (db, link->source, luotain_model_role (luotain_db_get_model (db), link->role),
                           link->target, error);
}

static inline void
fixture_link (Fixture *fixture, gint64 source, const char *role, gint64 target)
{
  NewLink link = { source, role, target };
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Link", fixture_link_job, &link, NULL, &error);
  g_assert_no_error (error);
}

static inline gboolean
fixture_count_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, data, 0, error);

  *result = GUINT_TO_POINTER (ids != NULL ? ids->len : 0);
  return ids != NULL;
}

static inline guint
fixture_count (Fixture *fixture, const LuotainRecordType *type)
{
  gpointer n = NULL;
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, fixture_count_job, (gpointer) type, &n, &error);
  g_assert_no_error (error);
  return GPOINTER_TO_UINT (n);
}

static inline gboolean
fixture_delete_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  (void) result;
  return luotain_record_delete (db, *(const gint64 *) data, error);
}

static inline void
fixture_delete (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Delete", fixture_delete_job, &id, NULL, &error);
  g_assert_no_error (error);
}
