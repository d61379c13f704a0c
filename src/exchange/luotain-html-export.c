#include "config.h"

#include "luotain-html-export.h"

#include "luotain-html-page.h"
#include "luotain-record-io.h"
#include "luotain-workbook-model.h"
#include "luotain-xml-export.h"

gboolean
luotain_html_transform (const char *xml, gsize length, LuotainLanguage language, GOutputStream *stream,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainHtmlPage) page = luotain_html_page_new (xml, length, NULL, language, cancellable, error);

  return page != NULL && luotain_html_page_write (page, stream, cancellable, error);
}

static gboolean
add_all_of_type (LuotainDb *db, const LuotainRecordType *type, GArray *ids, GError **error)
{
  g_autoptr (GArray) found = luotain_record_ids (db, type, 0, error);

  if (found == NULL)
    return FALSE;

  g_array_append_vals (ids, found->data, found->len);
  return TRUE;
}

gboolean
luotain_html_export (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainHtmlExport *export = data;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainXmlExport xml = { .stream = memory };

  if (export->ids != NULL)
    g_array_append_vals (ids, export->ids, (guint) export->n_ids);
  else if (!add_all_of_type (db, &luotain_scenario_type, ids, error)
           || !add_all_of_type (db, &luotain_profile_type, ids, error))
    return FALSE;

  /* For the heading of the page. */
  if (!add_all_of_type (db, &luotain_workbook_type, ids, error))
    return FALSE;

  xml.ids = (const gint64 *) ids->data;
  xml.n_ids = ids->len;

  return luotain_xml_export (db, &xml, NULL, error)
         && luotain_html_transform (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)),
                                    export->language, export->stream, luotain_db_get_cancellable (db), error);
}
