#include "config.h"

#include "luotain-freeze.h"

#include "luotain-selection.h"
#include "luotain-store-error.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-reader.h"
#include "luotain-xml-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* 2 MB a row. */
#define MOST_ELEMENTS_A_PART 50000

#define FLUSH_AT (64 * 1024)

/* ---- freezing ---- */

typedef struct
{
  LuotainDb *db;
  LuotainEdition *edition;
  LuotainXmlShapes *shapes;
  GChecksum *checksum; /* of the whole */
  GString *buffer; /* of the element at hand */
  GArray *elements; /* of the part at hand */
  const LuotainRecordType *type; /* (nullable): of the part at hand */
  guint n_parts;
} Freeze;

static void
count_bytes (Freeze *freeze, const char *data, gsize length)
{
  g_checksum_update (freeze->checksum, (const guchar *) data, (gssize) length);
  freeze->edition->length += (gint64) length;
}

static gboolean
end_part (Freeze *freeze, GError **error)
{
  if (freeze->elements->len > 0
      && !luotain_edition_part_put (freeze->db, freeze->edition->id, freeze->n_parts++, freeze->type->name,
                                    freeze->elements, error))
    return FALSE;

  g_array_set_size (freeze->elements, 0);
  return TRUE;
}

static gboolean
keep_element (Freeze *freeze, const LuotainItem *item, GError **error)
{
  LuotainEditionElement element = { .record = ((LuotainRecord *) item->record)->id };

  if ((item->type != freeze->type || freeze->elements->len >= MOST_ELEMENTS_A_PART)
      && !end_part (freeze, error))
    return FALSE;

  freeze->type = item->type;
  count_bytes (freeze, freeze->buffer->str, freeze->buffer->len);
  luotain_edition_digest (freeze->buffer->str, freeze->buffer->len, element.digest);
  g_array_append_val (freeze->elements, element);
  return luotain_edition_content_put (freeze->db, element.digest, freeze->buffer->str, freeze->buffer->len,
                                      error);
}

static gboolean
keep_items (Freeze *freeze, GPtrArray *items, GError **error)
{
  for (guint i = 0; i < items->len;)
    {
      const LuotainItem *item = items->pdata[i];

      g_string_truncate (freeze->buffer, 0);
      i = luotain_xml_append_element (freeze->buffer, freeze->shapes, items, i);

      if (!keep_element (freeze, item, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_records (Freeze *freeze, GError **error)
{
  g_autoptr (LuotainWorkbookReader) reader = luotain_workbook_reader_new (freeze->db, FALSE);
  gint64 total;
  guint64 done = 0;

  if (!luotain_selection_count (freeze->db, FALSE, &total, error))
    return FALSE;

  for (;;)
    {
      g_autoptr (GPtrArray) items = NULL;

      if (!luotain_workbook_reader_next (reader, &items, error))
        return FALSE;

      if (items == NULL)
        return end_part (freeze, error);

      if (!keep_items (freeze, items, error))
        return FALSE;

      done += items->len;
      luotain_db_set_progress (freeze->db, done, total);
    }
}

static gboolean
freeze_all (Freeze *freeze, GError **error)
{
  gsize length = LUOTAIN_EDITION_DIGEST;

  if (!luotain_edition_insert (freeze->db, freeze->edition, error))
    return FALSE;

  count_bytes (freeze, freeze->edition->header, strlen (freeze->edition->header));

  if (!keep_records (freeze, error))
    return FALSE;

  count_bytes (freeze, freeze->edition->footer, strlen (freeze->edition->footer));
  g_checksum_get_digest (freeze->checksum, freeze->edition->digest, &length);
  return luotain_edition_seal (freeze->db, freeze->edition, error);
}

gboolean
luotain_freeze_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainXmlShapes) shapes = luotain_xml_shapes_new (luotain_db_get_model (db));
  g_autoptr (LuotainEdition) edition = g_new0 (LuotainEdition, 1);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autoptr (GString) header = g_string_new (NULL);
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (LuotainEditionElement));
  Freeze freeze = { db, edition, shapes, checksum, buffer, elements, NULL, 0 };
  LuotainLanguage language;

  edition->name = luotain_edition_check_name (db, data, error);

  if (edition->name == NULL || !luotain_workbook_language (db, &language, error))
    return FALSE;

  luotain_xml_append_header (header, luotain_language_code (language));
  edition->header = g_strdup (header->str);
  edition->footer = g_strdup (LUOTAIN_XML_FOOTER);

  if (!freeze_all (&freeze, error))
    return FALSE;

  if (result != NULL)
    *result = g_steal_pointer (&edition);

  return TRUE;
}

/* ---- writing it out ---- */

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GChecksum *checksum;
  GString *buffer;
} Output;

static gboolean
flush (Output *output, GError **error)
{
  const gboolean ok = g_output_stream_write_all (output->stream, output->buffer->str, output->buffer->len,
                                                 NULL, output->cancellable, error);

  g_checksum_update (output->checksum, (const guchar *) output->buffer->str, (gssize) output->buffer->len);
  g_string_truncate (output->buffer, 0);
  return ok;
}

static gboolean
write_part (LuotainDb *db, const LuotainEditionPart *part, Output *output, GError **error)
{
  for (guint i = 0; i < part->elements->len; i++)
    if (!luotain_edition_content_get (db, g_array_index (part->elements, LuotainEditionElement, i).digest,
                                      output->buffer, error)
        || (output->buffer->len >= FLUSH_AT && !flush (output, error)))
      return FALSE;

  return TRUE;
}

static gboolean
write_parts (LuotainDb *db, const LuotainEdition *edition, GPtrArray *parts, GOutputStream *stream,
             guint8 *digest, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) buffer = g_string_new (edition->header);
  Output output = { stream, luotain_db_get_cancellable (db), checksum, buffer };
  gsize length = LUOTAIN_EDITION_DIGEST;

  for (guint i = 0; i < parts->len; i++)
    {
      if (!write_part (db, parts->pdata[i], &output, error))
        return FALSE;

      luotain_db_set_progress (db, i + 1, parts->len);
    }

  g_string_append (buffer, edition->footer);

  if (!flush (&output, error) || !g_output_stream_flush (stream, output.cancellable, error))
    return FALSE;

  g_checksum_get_digest (checksum, digest, &length);
  return TRUE;
}

gboolean
luotain_edition_write_elements (LuotainDb *db, const LuotainEdition *edition, GPtrArray *parts,
                                GOutputStream *stream, GError **error)
{
  guint8 digest[LUOTAIN_EDITION_DIGEST];

  return write_parts (db, edition, parts, stream, digest, error);
}

gboolean
luotain_edition_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainEditionExport *export = data;
  g_autoptr (LuotainEdition) edition = luotain_edition_find (db, export->edition, error);
  g_autoptr (GPtrArray) parts = edition != NULL ? luotain_edition_parts (db, edition->id, error) : NULL;
  guint8 digest[LUOTAIN_EDITION_DIGEST];

  if (parts == NULL || !write_parts (db, edition, parts, export->stream, digest, error))
    return FALSE;

  if (edition->removed == 0 && memcmp (digest, edition->digest, LUOTAIN_EDITION_DIGEST) != 0)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
                   _ ("The edition “%s” is not what was frozen: its hash does not fit. Look for it in an "
                      "older copy of the workbook."),
                   edition->name);
      return FALSE;
    }

  if (result != NULL)
    *result = g_steal_pointer (&edition);

  return TRUE;
}
