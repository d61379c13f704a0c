/* What the tests of src/exchange share beyond the others: records with all fields, export to a string and back. */
#pragma once

#include "luotain-exchange-error.h"
#include "luotain-fixture.h"
#include "luotain-id.h"
#include "luotain-import.h"
#include "luotain-validate.h"
#include "luotain-xml-export.h"

#include <locale.h>
#include <string.h>

/* ---- records ---- */

typedef struct
{
  const LuotainRecordType *type;
  gpointer record;
  gboolean update;
} FixtureRecord;

static inline gboolean
fixture_put_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const FixtureRecord *put = data;

  return put->update ? luotain_record_update (db, put->type, put->record, error)
                     : luotain_record_insert (db, put->type, put->record, error);
}

static inline void
fixture_put (Fixture *fixture, const LuotainRecordType *type, gpointer record, gboolean update)
{
  FixtureRecord put = { type, record, update };
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Put", fixture_put_job, &put, NULL, &error);
  g_assert_no_error (error);
}

/* Adds a record from "name=value" pairs, ended by NULL; returns its id. */
static inline gint64
fixture_add_fields (Fixture *fixture, const LuotainRecordType *type, gint64 owner, ...)
{
  LuotainRecord *record = luotain_record_new (type);
  const char *name;
  gint64 id;
  va_list pairs;

  va_start (pairs, owner);
  record->owner = owner;

  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      LuotainLanguage language = LUOTAIN_FI;
      const LuotainField *field = luotain_record_type_field (type, name, &language);
      g_autoptr (GError) error = NULL;

      luotain_field_set_string (field, record, language, va_arg (pairs, const char *), FALSE, &error);
      g_assert_no_error (error);
    }

  va_end (pairs);
  fixture_put (fixture, type, record, FALSE);
  id = record->id;
  luotain_record_destroy (record);
  return id;
}

static inline gboolean
fixture_note_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainLink *link = data;

  return luotain_link_set_note (db, link->source, link->role, link->target, link->note, error);
}

static inline void
fixture_note (Fixture *fixture, gint64 source, const char *role, gint64 target, const char *note)
{
  LuotainLink link = { source, luotain_model_role (&luotain_workbook_model, role), target, (char *) note, 0 };
  g_autoptr (GError) error = NULL;

  luotain_history_do (fixture->history, "Note", fixture_note_job, &link, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const LuotainRecordType *type;
  gint64 id;
} FixtureKey;

static inline gboolean
fixture_load_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const FixtureKey *key = data;

  *result = luotain_record_load (db, key->type, key->id, error);
  return *result != NULL;
}

/* Returns NULL where there is no such record. */
static inline gpointer
fixture_load (Fixture *fixture, const LuotainRecordType *type, gint64 id)
{
  FixtureKey key = { type, id };
  gpointer record = NULL;

  luotain_store_read (fixture->store, fixture_load_job, &key, &record, NULL);
  return record;
}

static inline gboolean
fixture_links_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_link_list (db, *(gint64 *) data, FALSE, error);
  return *result != NULL;
}

static inline GPtrArray *
fixture_links (Fixture *fixture, gint64 source)
{
  gpointer links = NULL;

  luotain_store_read (fixture->store, fixture_links_job, &source, &links, NULL);
  return links;
}

/* ---- files ---- */

static inline char *
fixture_export (LuotainStore *store, const gint64 *ids, gsize n_ids)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  LuotainXmlExport export = { stream, ids, n_ids };
  g_autoptr (GError) error = NULL;

  luotain_store_read (store, luotain_xml_export, &export, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static inline GFile *
fixture_write (Fixture *fixture, const char *name, const char *text)
{
  GFile *file = fixture_file (fixture, name);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  return file;
}

static inline LuotainImport *
fixture_import_of (GFile *first, ...)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  va_list files;

  va_start (files, first);

  for (GFile *file = first; file != NULL; file = va_arg (files, GFile *))
    {
      LuotainInput *input = luotain_input_new (file);
      g_autofree char *name = g_file_get_basename (file);

      luotain_input_set_name (input, name);
      g_ptr_array_add (inputs, input);
    }

  va_end (files);
  return luotain_import_new (inputs);
}

/* Makes a workbook from XML and opens it as @made. */
static inline void
fixture_make_from (Fixture *fixture, Fixture *made, GFile *xml)
{
  g_autoptr (LuotainImport) import = fixture_import_of (xml, NULL);
  g_autoptr (GError) error = NULL;

  made->folder = g_dir_make_tmp ("luotain-exchange-XXXXXX", NULL);
  made->file = fixture_file (made, "made.luotain");
  luotain_store_create (made->file, &luotain_workbook_model, luotain_import_seed, import, &error);
  g_assert_no_error (error);
  fixture_open (made);
}

/* Imports XML text; returns the summary, or NULL with what was said against it in @message. */
static inline LuotainImportSummary *
fixture_import_text (Fixture *fixture, const char *text, char **message)
{
  g_autoptr (GFile) file = fixture_write (fixture, "in.xml", text);
  g_autoptr (LuotainImport) import = fixture_import_of (file, NULL);
  g_autoptr (GError) error = NULL;
  gpointer summary = NULL;

  luotain_history_do (fixture->history, "Import", luotain_import_run, import, &summary, &error);

  if (message != NULL)
    *message = error == NULL ? NULL : g_strdup (error->message);
  else
    g_assert_no_error (error);

  return summary;
}

/* Checks XML text; returns the faults, one a line, or NULL. */
static inline char *
fixture_validate_text (Fixture *fixture, const char *text)
{
  g_autoptr (GFile) file = fixture_write (fixture, "in.xml", text);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GError) error = NULL;
  LuotainInput *input = luotain_input_new (file);

  luotain_input_set_name (input, "in.xml");
  g_ptr_array_add (inputs, input);
  luotain_validate (inputs, NULL, &luotain_workbook_model, faults, NULL, &error);
  g_assert_no_error (error);
  return luotain_faults_get_count (faults) == 0 ? NULL : luotain_faults_to_string (faults);
}

#define FIXTURE_XML(records) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.0\" language=\"fi\">\n" records "\n</luotain>\n"
