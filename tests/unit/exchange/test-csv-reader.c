/* Tables of others, row by row: quoting, marks, ragged rows, limits, and faults with their line. */
#include "luotain-csv-reader.h"

#include <locale.h>
#include <string.h>

/* A stream that hands out a byte at a time shows whether rows are put together across reads. */
typedef struct
{
  GFilterInputStream parent_instance;
} Trickle;

typedef struct
{
  GFilterInputStreamClass parent_class;
} TrickleClass;

static GType trickle_get_type (void);
G_DEFINE_TYPE (Trickle, trickle, G_TYPE_FILTER_INPUT_STREAM)

static gssize
trickle_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  return g_input_stream_read (g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream)), buffer,
                              MIN (count, 1), cancellable, error);
}

static void
trickle_class_init (TrickleClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = trickle_read;
}

static void
trickle_init (Trickle *self)
{
  (void) self;
}

/* The table with a bar behind each cell and a slash behind each row, or its faults. */
static char *
read_stream (GInputStream *stream)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainCsvReader) reader = luotain_csv_reader_new (stream, "t.csv", faults, NULL, &error);
  GString *text = g_string_new (NULL);

  while (reader != NULL && luotain_csv_reader_next (reader, &error))
    {
      g_string_append_printf (text, "%u:", luotain_csv_reader_get_line (reader));
      for (int i = luotain_csv_reader_column (reader, "a"); i < 3; i++)
        g_string_append_printf (text, "%s|", luotain_csv_reader_get (reader, i));
      g_string_append_c (text, '/');
    }

  g_assert_no_error (error);
  if (luotain_faults_get_count (faults) == 0)
    return g_string_free (text, FALSE);

  g_string_free (text, TRUE);
  return luotain_faults_to_string (faults);
}

static void
assert_read (const char *bytes, gssize length, const char *wanted)
{
  g_autoptr (GInputStream) whole = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (GInputStream) trickle = g_object_new (trickle_get_type (), "base-stream", base, NULL);
  g_autofree char *at_once = read_stream (whole);
  g_autofree char *by_bytes = read_stream (trickle);

  g_assert_cmpstr (at_once, ==, wanted);
  g_assert_cmpstr (by_bytes, ==, wanted);
}

static void
test_rows (void)
{
  assert_read ("a,b,c\n1,2,3\n", -1, "2:1|2|3|/");
  assert_read ("\xef\xbb\xbf"
               "A,b,c\r\n1,2,3\r\n4,5,6",
               -1, "2:1|2|3|/3:4|5|6|/");
  assert_read ("a,b,c\n\"x\ny\",\"say \"\"no\"\"\",\"\"\nz\n", -1, "2:x\ny|say \"no\"||/4:z|||/");
  assert_read ("a;b;c\n1,5;2;3\n", -1, "2:1,5|2|3|/");
  assert_read ("a,b,c\n\n1,2,3\n\r\n\n4,5,6\n\n", -1, "3:1|2|3|/6:4|5|6|/");
  assert_read ("\"a\",b,c\n1,2,3,,,\n", -1, "2:1|2|3|/");
  assert_read ("a,b,c\nä,\"ö\",\xe2\x82\xac\n", -1, "2:ä|ö|€|/");
}

static void
test_faults (void)
{
  assert_read ("", -1, "t.csv:1: The table is empty.");
  assert_read ("a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n", -1,
               "t.csv:3: In the row that begins here a quotation mark is not closed.");
  assert_read ("a,b,c\n1,\"2\"x,3\n", -1,
               "t.csv:2: Behind the quotation mark that closes a cell the next cell should begin.");
  assert_read ("a,b,c\n1,2\"\"x,3\n", -1,
               "t.csv:2: A quotation mark within a cell that does not begin with one.");
  assert_read ("a,b,c\n1,2,3,4\n", -1, "t.csv:2: The row has more cells than the table has columns (3).");
  assert_read ("a,b,c\n1,2,3\n\"x\ny\xff\",2,3\n", -1, "t.csv:4: The text is not UTF-8. Save it as UTF-8.");
  assert_read ("a,b,c\n1\0,2,3\n", 13, "t.csv:2: A byte of zero: this is no text.");
  assert_read ("\xff\xfe"
               "a\0,\0",
               6, "t.csv:1: The text is in UTF-16. Save it as UTF-8.");
  assert_read ("PK\3\4....", -1, "t.csv: This is a zip archive, not a table. Unpack it.");
}

/* The published packages have cells of 650,000 characters. */
static void
test_limits (void)
{
  g_autofree char *cell = g_strnfill (650 * 1000, 'x');
  g_autofree char *fine = g_strdup_printf ("a,b,c\n1,\"%s\",3\n4,5,6\n", cell);
  g_autofree char *huge = g_strnfill (LUOTAIN_CSV_READER_MAX_CELL + 10, 'y');
  g_autofree char *refused = g_strdup_printf ("a,b,c\n1,%s,3\n", huge);
  g_autofree char *marks = g_strnfill (LUOTAIN_CSV_READER_MAX_CELLS, ',');
  g_autofree char *many = g_strdup_printf ("a,b,c\n1%s\n", marks);
  g_autofree char *endless = g_strnfill (2 * LUOTAIN_CSV_READER_MAX_ROW, 'z');
  g_autofree char *open = g_strdup_printf ("a,b,c\n\"%s", endless);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (fine, -1, NULL);
  g_autoptr (GInputStream) refused_stream = g_memory_input_stream_new_from_data (refused, -1, NULL);
  g_autoptr (GInputStream) open_stream = g_memory_input_stream_new_from_data (open, -1, NULL);
  g_autofree char *text = read_stream (stream);
  g_autofree char *fault = read_stream (refused_stream);
  g_autofree char *open_fault = read_stream (open_stream);

  g_assert_cmpuint (strlen (text), ==, 650 * 1000 + strlen ("2:1||3|/3:4|5|6|/"));
  g_assert_cmpstr (fault, ==, "t.csv:2: A cell is longer than 8 MiB.");
  g_assert_true (g_str_has_prefix (open_fault, "t.csv:2: The row that begins here is longer than 16 MiB"));
  assert_read (many, -1, "t.csv:2: The row has more than 1024 cells.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/rows", test_rows);
  g_test_add_func ("/csv-reader/faults", test_faults);
  g_test_add_func ("/csv-reader/limits", test_limits);
  return g_test_run ();
}
