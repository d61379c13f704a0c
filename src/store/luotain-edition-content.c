#include "config.h"

#include "luotain-edition-content.h"

#include "luotain-statement.h"
#include "luotain-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_BYTES 8
#define ENTRY_BYTES (ID_BYTES + LUOTAIN_EDITION_DIGEST)

void
luotain_edition_part_free (LuotainEditionPart *self)
{
  if (self == NULL)
    return;

  g_free (self->type);
  g_array_unref (self->elements);
  g_free (self);
}

void
luotain_edition_digest (gconstpointer data, gsize length, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n = LUOTAIN_EDITION_DIGEST;

  g_checksum_update (checksum, data, (gssize) length);
  g_checksum_get_digest (checksum, digest, &n);
}

gboolean
luotain_edition_content_put (LuotainDb *db, const guint8 *digest, const char *xml, gsize length,
                             GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "INSERT INTO edition_content (hash, xml) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_bytes (statement, 1, digest, LUOTAIN_EDITION_DIGEST);
  luotain_statement_bind_bytes (statement, 2, xml, length);
  return luotain_statement_run (statement, error);
}

gboolean
luotain_edition_content_get (LuotainDb *db, const guint8 *digest, GString *buffer, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT xml FROM edition_content WHERE hash = ?1", error);
  LuotainStep step;
  gconstpointer xml;
  gsize length;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_bytes (statement, 1, digest, LUOTAIN_EDITION_DIGEST);
  step = luotain_statement_step (statement, error);

  if (step == LUOTAIN_STEP_ROW)
    {
      xml = luotain_statement_get_bytes (statement, 0, &length);
      g_string_append_len (buffer, xml != NULL ? xml : "", (gssize) length);
    }
  else if (step == LUOTAIN_STEP_DONE)
    g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
                         _ ("The edition is not whole: a part of its text is missing from the workbook."));

  return step == LUOTAIN_STEP_ROW;
}

static GByteArray *
pack (const GArray *elements)
{
  GByteArray *bytes = g_byte_array_sized_new (elements->len * ENTRY_BYTES);

  for (guint i = 0; i < elements->len; i++)
    {
      const LuotainEditionElement *element = &g_array_index (elements, LuotainEditionElement, i);
      const guint64 id = GUINT64_TO_BE ((guint64) element->record);

      g_byte_array_append (bytes, (const guint8 *) &id, ID_BYTES);
      g_byte_array_append (bytes, element->digest, LUOTAIN_EDITION_DIGEST);
    }

  return bytes;
}

/* A list that another program cut short is read as far as it goes; the hash of the edition then tells. */
static GArray *
unpack (const guint8 *bytes, gsize length)
{
  const gsize n = length / ENTRY_BYTES;
  GArray *elements = g_array_sized_new (FALSE, FALSE, sizeof (LuotainEditionElement), (guint) n);

  for (gsize i = 0; i < n; i++, bytes += ENTRY_BYTES)
    {
      LuotainEditionElement element;
      guint64 id;

      memcpy (&id, bytes, ID_BYTES);
      element.record = (gint64) GUINT64_FROM_BE (id);
      memcpy (element.digest, bytes + ID_BYTES, LUOTAIN_EDITION_DIGEST);
      g_array_append_val (elements, element);
    }

  return elements;
}

gboolean
luotain_edition_part_put (LuotainDb *db, gint64 edition, guint part, const char *type, const GArray *elements,
                          GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "INSERT OR REPLACE INTO edition_part (edition, part, type, elements) VALUES (?1, ?2, ?3, ?4)",
      error);
  g_autoptr (GByteArray) bytes = pack (elements);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, edition);
  luotain_statement_bind_int (statement, 2, part);
  luotain_statement_bind_text (statement, 3, type);
  luotain_statement_bind_bytes (statement, 4, bytes->len > 0 ? bytes->data : (const guint8 *) "", bytes->len);
  return luotain_statement_run (statement, error);
}

GPtrArray *
luotain_edition_parts (LuotainDb *db, gint64 edition, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT type, elements FROM edition_part WHERE edition = ?1 ORDER BY part", error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_edition_part_free);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, edition);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainEditionPart *part = g_new0 (LuotainEditionPart, 1);
      gsize length;
      gconstpointer bytes = luotain_statement_get_bytes (statement, 1, &length);

      part->type = luotain_statement_dup_text (statement, 0);
      part->elements = unpack (bytes, bytes != NULL ? length : 0);
      g_ptr_array_add (parts, part);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&parts) : NULL;
}
