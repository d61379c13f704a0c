/* Whatever comes in as a table is read in valid text or refused with its line. */
#include "luotain-csv-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (LuotainCsvReader) reader = luotain_csv_reader_new (stream, "fuzz", faults, NULL, NULL);
  guint line = 0;

  g_assert_true ((reader == NULL) == (luotain_faults_get_count (faults) > 0));
  while (reader != NULL && luotain_csv_reader_next (reader, NULL))
    {
      g_assert_cmpuint (luotain_csv_reader_get_line (reader), >, line);
      line = luotain_csv_reader_get_line (reader);
      for (int i = 0; i < LUOTAIN_CSV_READER_MAX_CELLS; i++)
        g_assert_true (g_utf8_validate (luotain_csv_reader_get (reader, i), -1, NULL));
    }

  return 0;
}
