#include "luotain-xml-export.h"

#include "luotain-selection.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-reader.h"
#include "luotain-xml-writer.h"

static gboolean
write_records (LuotainDb *db, LuotainXmlWriter *writer, gboolean selected, GError **error)
{
  g_autoptr (LuotainWorkbookReader) reader = luotain_workbook_reader_new (db, selected);
  gint64 total;
  guint64 done = 0;

  if (!luotain_selection_count (db, selected, &total, error))
    return FALSE;

  while (!luotain_xml_writer_has_failed (writer))
    {
      g_autoptr (GPtrArray) items = NULL;

      if (!luotain_workbook_reader_next (reader, &items, error))
        return FALSE;

      if (items == NULL)
        break;

      luotain_xml_writer_write (writer, items);
      done += items->len;
      luotain_db_set_progress (db, done, total);
    }

  return luotain_xml_writer_finish (writer, error);
}

gboolean
luotain_xml_export (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainXmlExport *export = data;
  const gboolean selected = export->ids != NULL;
  g_autoptr (LuotainXmlShapes) shapes = luotain_xml_shapes_new (luotain_db_get_model (db));
  g_autoptr (LuotainXmlWriter) writer = NULL;
  LuotainLanguage language;
  gboolean ok;

  if (!luotain_workbook_language (db, &language, error)
      || (selected && !luotain_selection_make (db, export->ids, export->n_ids, error)))
    return FALSE;

  writer = luotain_xml_writer_new (export->stream, shapes, luotain_language_code (language),
                                   luotain_db_get_cancellable (db));
  ok = write_records (db, writer, selected, error);

  if (selected)
    luotain_selection_clear (db, NULL);

  return ok;
}
