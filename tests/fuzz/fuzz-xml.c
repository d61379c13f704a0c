/* Whatever comes in as XML is read or refused; what is read without a fault is written so that it reads the same. */
#include "luotain-workbook-model.h"
#include "luotain-xml-reader.h"
#include "luotain-xml-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
confirm_links (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LuotainItem *item = items->pdata[i];

      for (guint j = 0; item->links != NULL && j < item->links->len; j++)
        {
          LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, j);

          if (link->confirmed == LUOTAIN_CONFIRMED_NOW)
            link->confirmed = 1;
        }
    }
}

/* Returns what was read, written again; NULL where it has faults. */
static GBytes *
read_and_write (const guint8 *data, gsize size, LuotainXmlShapes *shapes)
{
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (LuotainXmlReader) reader = luotain_xml_reader_new (in, "fuzz", &luotain_workbook_model);
  g_autoptr (LuotainXmlWriter) writer = luotain_xml_writer_new (out, shapes, "fi", NULL);

  for (;;)
    {
      g_autoptr (GPtrArray) items = NULL;

      g_assert_true (luotain_xml_reader_next (reader, &items, faults, NULL, NULL));

      if (items == NULL)
        break;

      if (luotain_faults_get_count (faults) > 0)
        continue;

      confirm_links (items);
      luotain_xml_writer_write (writer, items);
    }

  if (luotain_faults_get_count (faults) > 0)
    return NULL;

  g_assert_true (luotain_xml_writer_finish (writer, NULL));
  g_output_stream_close (out, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (LuotainXmlShapes) shapes = luotain_xml_shapes_new (&luotain_workbook_model);
  g_autoptr (GBytes) once = read_and_write (data, size, shapes);
  g_autoptr (GBytes) twice = NULL;

  if (once == NULL)
    return 0;

  twice = read_and_write (g_bytes_get_data (once, NULL), g_bytes_get_size (once), shapes);
  g_assert_nonnull (twice);
  g_assert_true (g_bytes_equal (once, twice));
  return 0;
}
