#include "config.h"

#include "luotain-edit.h"
#include "luotain-map-edits.h"
#include "luotain-table-edit.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

/* Characters of a title that a toast has room for. */
#define TITLE_CHARS 40

void
luotain_map_rate (LuotainContext *context, LuotainRatingEdit *edit, const char *label, const char *toast)
{
  if (luotain_rating_edit_is_empty (edit))
    {
      luotain_rating_edit_free (edit);
      return;
    }
  luotain_context_do_and_tell (context, label, luotain_rating_edit_run, edit,
                               (GDestroyNotify) luotain_rating_edit_free, NULL, toast);
}

typedef struct
{
  GArray *ids;
  gint64 under;
} Gathering;

static void
gathering_free (gpointer data)
{
  Gathering *gathering = data;

  g_array_unref (gathering->ids);
  g_free (gathering);
}

static gboolean
gather (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Gathering *gathering = data;

  for (guint i = 0; i < gathering->ids->len; i++)
    if (!luotain_edit_link (db, gathering->under, "evidence", g_array_index (gathering->ids, gint64, i),
                            error))
      return FALSE;

  return TRUE;
}

void
luotain_map_gather (LuotainContext *context, const GArray *ids, gint64 under, const char *title)
{
  g_autoptr (GArray) gathered = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *excerpt = luotain_text_excerpt (title, TITLE_CHARS);
  g_autofree char *toast = NULL;
  Gathering *gathering;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) != under)
      g_array_append_val (gathered, g_array_index (ids, gint64, i));
  if (gathered->len == 0)
    return;

  gathering = g_new0 (Gathering, 1);
  gathering->under = under;
  toast = g_strdup_printf (ngettext ("%u finding gathered under “%s”", "%u findings gathered under “%s”",
                                     gathered->len),
                           gathered->len, excerpt);
  gathering->ids = g_steal_pointer (&gathered);
  luotain_context_do_and_tell (context, N_ ("Gather Findings"), gather, gathering, gathering_free, NULL,
                               toast);
}

void
luotain_map_make_variables (LuotainContext *context, const GArray *ids)
{
  g_autofree char *toast = NULL;
  LuotainTableFindings *findings;

  if (ids->len == 0)
    return;

  findings = luotain_table_findings_new (luotain_context_get_sector (context), (const gint64 *) ids->data,
                                         ids->len);
  toast = g_strdup_printf (ngettext ("%u key variable made", "%u key variables made", ids->len), ids->len);
  luotain_context_do_and_tell (context, N_ ("Make Key Variables"), luotain_table_findings_run, findings,
                               (GDestroyNotify) luotain_table_findings_free, (GDestroyNotify) g_array_unref,
                               toast);
}
