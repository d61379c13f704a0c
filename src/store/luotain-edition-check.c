#include "config.h"

#include "luotain-edition-content.h"

#include "luotain-statement.h"
#include "luotain-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Adds the bytes of all elements of an edition to a checksum. */
static gboolean
add_elements (LuotainDb *db, gint64 edition, GChecksum *checksum, GError **error)
{
  g_autoptr (GPtrArray) parts = luotain_edition_parts (db, edition, error);
  g_autoptr (GString) xml = g_string_new (NULL);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const GArray *elements = ((LuotainEditionPart *) parts->pdata[i])->elements;

      for (guint j = 0; j < elements->len; j++)
        {
          g_string_truncate (xml, 0);

          if (!luotain_edition_content_get (db, g_array_index (elements, LuotainEditionElement, j).digest,
                                            xml, error))
            return FALSE;

          g_checksum_update (checksum, (const guchar *) xml->str, (gssize) xml->len);
        }
    }

  return parts != NULL;
}

static void
add_text (GChecksum *checksum, LuotainStatement *statement, int column)
{
  const char *text = luotain_statement_get_text (statement, column);

  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static gboolean
is_whole (LuotainDb *db, LuotainStatement *statement, gboolean *whole, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) local_error = NULL;
  guint8 digest[LUOTAIN_EDITION_DIGEST];
  gsize length = sizeof digest, kept_length;
  gconstpointer kept;

  *whole = FALSE;
  add_text (checksum, statement, 2);

  if (!add_elements (db, luotain_statement_get_id (statement, 0), checksum, &local_error))
    {
      if (g_error_matches (local_error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  add_text (checksum, statement, 3);
  g_checksum_get_digest (checksum, digest, &length);
  kept = luotain_statement_get_bytes (statement, 4, &kept_length);
  *whole = kept != NULL && kept_length == length && memcmp (kept, digest, length) == 0;
  return TRUE;
}

gboolean
luotain_edition_check (LuotainDb *db, GPtrArray *faults, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT id, name, header, footer, hash FROM edition WHERE removed IS NULL", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      gboolean whole;

      if (!is_whole (db, statement, &whole, error))
        return FALSE;

      if (!whole)
        g_ptr_array_add (faults, g_strdup_printf (_ ("The edition “%s” is not what was frozen."),
                                                  luotain_statement_get_text (statement, 1)));
    }

  return step == LUOTAIN_STEP_DONE;
}
