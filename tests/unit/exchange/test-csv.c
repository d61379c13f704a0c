/* One writer for all tables of text: quoting, the form for Excel in Finnish, and errors that stick. */
#include "luotain-csv.h"
#include "luotain-field.h"

#include <gio/gio.h>
#include <locale.h>

static void
assert_written (LuotainCsvForm form, void (*write) (LuotainCsv *csv), const char *wanted)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LuotainCsv) csv = luotain_csv_new (stream, form, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  write (csv);
  luotain_csv_finish (csv, &error);
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpstr (text, ==, wanted);
}

static void
write_texts (LuotainCsv *csv)
{
  luotain_csv_row (csv, "plain", "two words", "a,b;c", "\"q\"", "line\nfeed", "ä", "", NULL);
  luotain_csv_text (csv, NULL);
  luotain_csv_text (csv, "last");
  luotain_csv_end_row (csv);
}

static void
test_texts (void)
{
  assert_written (LUOTAIN_CSV_RFC_4180, write_texts,
                  "plain,\"two words\",\"a,b;c\",\"\"\"q\"\"\",\"line\nfeed\",\"ä\",\r\n,last\r\n");
  assert_written (
      LUOTAIN_CSV_EXCEL_FI, write_texts,
      "\xef\xbb\xbfplain;\"two words\";\"a,b;c\";\"\"\"q\"\"\";\"line\nfeed\";\"ä\";\r\n;last\r\n");
}

static void
write_numbers (LuotainCsv *csv)
{
  luotain_csv_number (csv, -1);
  luotain_csv_number (csv, LUOTAIN_NUMBER_UNSET);
  luotain_csv_number (csv, G_MAXINT64);
  luotain_csv_decimal (csv, -1234.565, 1);
  luotain_csv_decimal (csv, 2, 0);
  luotain_csv_decimal (csv, 0.5, 3);
  luotain_csv_end_row (csv);
}

static void
test_numbers (void)
{
  assert_written (LUOTAIN_CSV_RFC_4180, write_numbers, "-1,,9223372036854775807,-1234.6,2,0.500\r\n");
  assert_written (LUOTAIN_CSV_EXCEL_FI, write_numbers,
                  "\xef\xbb\xbf-1;;9223372036854775807;-1234,6;2;0,500\r\n");
}

static void
write_formulas (LuotainCsv *csv)
{
  luotain_csv_row (csv, "=1", "+1", "-1", "@a", "\t=1", "  =1", "|a", "＝1", "a=1", "'=1", NULL);
}

static void
test_formulas (void)
{
  assert_written (
      LUOTAIN_CSV_EXCEL_FI, write_formulas,
      "\xef\xbb\xbf\"'=1\";\"'+1\";\"'-1\";\"'@a\";\"'\t=1\";\"'  =1\";\"'|a\";\"'＝1\";\"a=1\";\"'=1\"\r\n");
  assert_written (LUOTAIN_CSV_RFC_4180, write_formulas,
                  "\"=1\",\"+1\",-1,\"@a\",\"\t=1\",\"  =1\",\"|a\",\"＝1\",\"a=1\",\"'=1\"\r\n");
}

/* What was written stays within one buffer's length, whatever the length of the table. */
static void
test_cancelled (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LuotainCsv) csv = luotain_csv_new (stream, LUOTAIN_CSV_RFC_4180, cancellable);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  for (int i = 0; i < 100000; i++)
    luotain_csv_row (csv, "one", "two", "three", NULL);

  g_assert_false (luotain_csv_finish (csv, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/texts", test_texts);
  g_test_add_func ("/csv/numbers", test_numbers);
  g_test_add_func ("/csv/formulas", test_formulas);
  g_test_add_func ("/csv/cancelled", test_cancelled);
  return g_test_run ();
}
