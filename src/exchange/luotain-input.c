#include "config.h"

#include "luotain-input.h"

#include "luotain-exchange-error.h"
#include "luotain-item.h"
#include "luotain-store.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-reader.h"
#include "luotain-workbook.h"
#include "luotain-xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char sqlite_magic[] = "SQLite format 3";

struct _LuotainInput
{
  GFile *file; /* (nullable) */
  GInputStream *stream;
  char *name;
  guint64 size;
  LuotainXmlReader *reader; /* of XML */
  LuotainStore *store; /* of another workbook */
  GPtrArray *first_items; /* (nullable) */
  gboolean is_whole;
  LuotainLanguage language;
  gboolean has_language;
};

LuotainInput *
luotain_input_new (GFile *file)
{
  LuotainInput *self = g_new0 (LuotainInput, 1);

  self->file = g_object_ref (file);
  self->name = g_file_is_native (file) ? g_filename_display_name (g_file_peek_path (file))
                                       : g_file_get_parse_name (file);
  return self;
}

LuotainInput *
luotain_input_new_for_stream (GInputStream *stream, const char *name)
{
  LuotainInput *self = g_new0 (LuotainInput, 1);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  return self;
}

void
luotain_input_free (LuotainInput *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->file);
  g_clear_object (&self->stream);
  g_clear_object (&self->store);
  g_clear_pointer (&self->reader, luotain_xml_reader_free);
  g_clear_pointer (&self->first_items, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

void
luotain_input_set_name (LuotainInput *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

const char *
luotain_input_get_name (LuotainInput *self)
{
  return self->name;
}

guint64
luotain_input_get_size (LuotainInput *self)
{
  return self->size;
}

static gboolean
read_language (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  return luotain_workbook_language (db, data, error);
}

/* There may be several workbooks, and one they are taken into: which of them is damaged has to be said. */
static gboolean
fail_by_name (LuotainInput *self, GError *reason, GError **error)
{
  if (g_error_matches (reason, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED))
    {
      g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_DAMAGED, "%s: %s", self->name,
                   reason->message);
      g_error_free (reason);
    }
  else
    g_propagate_error (error, reason);

  return FALSE;
}

static gboolean
open_workbook (LuotainInput *self, const LuotainModel *model, GError **error)
{
  GError *reason = NULL;

  self->store = luotain_store_open (self->file, model, LUOTAIN_OPEN_READ, &reason);

  if (self->store == NULL || !luotain_store_read (self->store, read_language, &self->language, NULL, &reason))
    return fail_by_name (self, reason, error);

  self->is_whole = TRUE;
  self->has_language = TRUE;
  return TRUE;
}

/* A workbook is never looked into by a descriptor of our own if its name tells what it is: should it be open in this
 * process, closing that descriptor would drop SQLite's locks on it. */
static gboolean
is_named_workbook (LuotainInput *self)
{
  g_autofree char *name = self->file == NULL ? NULL : g_file_get_basename (self->file);

  return name != NULL && g_str_has_suffix (name, ".luotain");
}

static gboolean
open_stream (LuotainInput *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) file_stream = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (self->stream == NULL)
    {
      file_stream = g_file_read (self->file, cancellable, error);

      if (file_stream == NULL)
        return FALSE;

      info = g_file_input_stream_query_info (file_stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
      self->size = info == NULL ? 0 : (guint64) g_file_info_get_size (info);
      self->stream = g_buffered_input_stream_new (G_INPUT_STREAM (file_stream));
    }
  else
    {
      g_autoptr (GInputStream) raw = g_steal_pointer (&self->stream);

      self->stream = g_buffered_input_stream_new (raw);
    }

  return g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (self->stream), -1, cancellable, error) >= 0;
}

static gboolean
begins_as_workbook (LuotainInput *self)
{
  char magic[sizeof sqlite_magic] = "";

  g_buffered_input_stream_peek (G_BUFFERED_INPUT_STREAM (self->stream), magic, 0, sizeof magic);
  return memcmp (magic, sqlite_magic, sizeof magic) == 0;
}

static gboolean
open_xml (LuotainInput *self, const LuotainModel *model, LuotainFaults *faults, GCancellable *cancellable,
          GError **error)
{
  self->reader = luotain_xml_reader_new (self->stream, self->name, model);

  if (!luotain_xml_reader_next (self->reader, &self->first_items, faults, cancellable, error))
    return FALSE;

  /* The schema puts the workbook record first. */
  self->is_whole = self->first_items != NULL
                   && ((LuotainItem *) self->first_items->pdata[0])->type == &luotain_workbook_type;
  self->has_language = luotain_xml_reader_get_language (self->reader, &self->language);
  return TRUE;
}

gboolean
luotain_input_open (LuotainInput *self, const LuotainModel *model, LuotainFaults *faults,
                    GCancellable *cancellable, GError **error)
{
  if (is_named_workbook (self))
    return open_workbook (self, model, error);

  if (!open_stream (self, cancellable, error))
    {
      g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }

  if (!begins_as_workbook (self))
    return open_xml (self, model, faults, cancellable, error);

  g_clear_object (&self->stream);

  if (self->file != NULL)
    return open_workbook (self, model, error);

  luotain_faults_add (faults, self->name, 0,
                      g_strdup (_ ("A workbook cannot be read from a stream. Name its file instead.")));
  return TRUE;
}

gboolean
luotain_input_is_whole (LuotainInput *self)
{
  return self->is_whole;
}

gboolean
luotain_input_get_language (LuotainInput *self, LuotainLanguage *language)
{
  if (self->has_language)
    *language = self->language;

  return self->has_language;
}

typedef struct
{
  LuotainInputFunc func;
  gpointer data;
  GCancellable *cancellable;
} Reading;

static gboolean
read_all_of_workbook (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Reading *reading = data;
  g_autoptr (LuotainWorkbookReader) reader = luotain_workbook_reader_new (db, FALSE);

  for (;;)
    {
      GPtrArray *items;

      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error)
          || !luotain_workbook_reader_next (reader, &items, error))
        return FALSE;

      if (items == NULL || !reading->func (items, 0, reading->data))
        return TRUE;
    }
}

static gboolean
read_all_of_xml (LuotainInput *self, const Reading *reading, LuotainFaults *faults, GError **error)
{
  GPtrArray *items = g_steal_pointer (&self->first_items);

  while (items != NULL)
    {
      const guint64 done = luotain_xml_reader_get_n_bytes (self->reader);

      if (!reading->func (g_steal_pointer (&items), done, reading->data))
        return TRUE;

      if (!luotain_xml_reader_next (self->reader, &items, faults, reading->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
luotain_input_read (LuotainInput *self, LuotainInputFunc func, gpointer data, LuotainFaults *faults,
                    GCancellable *cancellable, GError **error)
{
  Reading reading = { func, data, cancellable };
  GError *reason = NULL;

  if (self->store != NULL)
    return luotain_store_read (self->store, read_all_of_workbook, &reading, NULL, &reason)
           || fail_by_name (self, reason, error);

  return self->reader == NULL || read_all_of_xml (self, &reading, faults, error);
}

guint
luotain_input_get_n_unknown (LuotainInput *self)
{
  return self->reader == NULL ? 0 : luotain_xml_reader_get_n_unknown (self->reader);
}
