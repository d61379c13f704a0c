/* The parts of the command line that need no program to be run: JSON, output, exit status, FIELD=VALUE. */
#include "luotain-cli-assignments.h"
#include "luotain-cli-commands.h"
#include "luotain-cli-json.h"
#include "luotain-cli-names.h"
#include "luotain-exchange-error.h"
#include "luotain-store-error.h"
#include "luotain-text.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Flushes into a file in place of standard output, where TAP goes. */
static char *
catch_output (LuotainCliOutput *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const int fd = g_file_open_tmp ("luotain-test-XXXXXX", &path, &error);
  char *text = NULL;
  gboolean flushed;
  int out;

  g_assert_no_error (error);
  fflush (stdout);
  out = dup (STDOUT_FILENO);
  g_assert_cmpint (dup2 (fd, STDOUT_FILENO), ==, STDOUT_FILENO);
  flushed = luotain_cli_output_flush (output, &error);
  g_assert_cmpint (dup2 (out, STDOUT_FILENO), ==, STDOUT_FILENO);
  close (out);
  close (fd);
  g_assert_no_error (error);
  g_assert_true (flushed);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_remove (path);
  return text;
}

static void
test_json_values (void)
{
  g_autoptr (LuotainCliOutput) output = luotain_cli_output_new ();
  LuotainCliJson *json = luotain_cli_json_new (output, 0);
  g_autofree char *text = NULL;

  luotain_cli_json_begin_object (json, NULL);
  luotain_cli_json_string (json, "a", "\"\\/\b\t\n\x01\x7f ä 👩‍🚀 \u2028");
  luotain_cli_json_string (json, "b", NULL);
  luotain_cli_json_number (json, "c", G_MININT64);
  luotain_cli_json_boolean (json, "d", TRUE);
  luotain_cli_json_parts (json, "e", "yksi kaksi", " ");
  luotain_cli_json_parts (json, "f", NULL, " ");
  luotain_cli_json_string (json, "g", "a\xff z");
  luotain_cli_json_end_object (json);
  luotain_cli_json_free (json);
  text = catch_output (output);
  g_assert_cmpstr (text, ==,
                   "{\"a\": \"\\\"\\\\/\\u0008\\t\\n\\u0001\x7f ä 👩‍🚀 \u2028\", \"b\": null, "
                   "\"c\": -9223372036854775808, \"d\": true, \"e\": [\"yksi\", \"kaksi\"], \"f\": [], "
                   "\"g\": \"a\uFFFD z\"}\n");
}

static void
test_json_layout (void)
{
  g_autoptr (LuotainCliOutput) output = luotain_cli_output_new ();
  LuotainCliJson *json = luotain_cli_json_new (output, 1);
  g_autofree char *text = NULL;

  luotain_cli_json_begin_array (json, NULL);

  for (int i = 0; i < 2; i++)
    {
      luotain_cli_json_begin_object (json, NULL);
      luotain_cli_json_number (json, "i", i);
      luotain_cli_json_begin_array (json, "empty");
      luotain_cli_json_end_array (json);
      luotain_cli_json_end_object (json);
    }

  luotain_cli_json_end_array (json);
  luotain_cli_json_free (json);
  text = catch_output (output);
  g_assert_cmpstr (text, ==, "[\n  {\"i\": 0, \"empty\": []},\n  {\"i\": 1, \"empty\": []}\n]\n");
}

static void
test_json_empty (void)
{
  g_autoptr (LuotainCliOutput) output = luotain_cli_output_new ();
  LuotainCliJson *json = luotain_cli_json_new (output, 1);
  g_autofree char *text = NULL;

  luotain_cli_json_begin_array (json, NULL);
  luotain_cli_json_end_array (json);
  luotain_cli_json_free (json);
  text = catch_output (output);
  g_assert_cmpstr (text, ==, "[]\n");
}

static void
test_output_spills (void)
{
  g_autoptr (LuotainCliOutput) output = luotain_cli_output_new ();
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < 60000; i++)
    luotain_cli_output_printf (output, "%u\n", i);

  luotain_cli_output_puts (output, "end");
  text = catch_output (output);

  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    n++;

  g_assert_cmpuint (n, ==, 60000);
  g_assert_true (g_str_has_prefix (text, "0\n1\n2\n"));
  g_assert_true (g_str_has_suffix (text, "59998\n59999\nend"));
}

static void
assert_status (GQuark domain, int code, LuotainCliStatus status)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "it failed");

  g_assert_cmpint (luotain_cli_status_of (error), ==, status);
}

static void
test_status (void)
{
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_FAILED, 1);
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND, 1);
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_WORKBOOK, 3);
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NEWER, 3);
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID, 3);
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_READ_ONLY, 4);
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_HELD, 4);
  assert_status (LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED, 5);
  assert_status (LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, 3);
  assert_status (LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED, 1);
  assert_status (LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_CHARACTER, 3);
  assert_status (G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, 2);
  assert_status (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, 1);
  assert_status (G_IO_ERROR, G_IO_ERROR_EXISTS, 1);
}

static GPtrArray *
parse_assignments (const LuotainRecordType *type, char **owner, GError **error, const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, first);

  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);

  va_end (arguments);
  return luotain_cli_assignments_parse ((char **) words->pdata, words->len, type, owner, error);
}

static void
test_assignments (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *owner = NULL;
  g_autoptr (GPtrArray) fields = parse_assignments (&luotain_finding_type, &owner, &error, "title=a=b",
                                                    "title_sv=", "tags=x,y", "tags=z", NULL);
  const LuotainCliAssignment *assignment;

  g_assert_no_error (error);
  g_assert_null (owner);
  g_assert_cmpuint (fields->len, ==, 3);
  assignment = g_ptr_array_index (fields, 0);
  g_assert_cmpstr (assignment->name, ==, "title");
  g_assert_cmpstr (assignment->value, ==, "a=b");
  assignment = g_ptr_array_index (fields, 1);
  g_assert_cmpstr (assignment->value, ==, "");
  assignment = g_ptr_array_index (fields, 2);
  g_assert_cmpstr (assignment->value, ==, "x\ny\nz");
}

static void
test_assignments_refused (void)
{
  static const char *const words[] = { "title", "=x", "titel=x", "title_de=x", "owner=x", "id=x", "" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *owner = NULL;

      g_assert_null (parse_assignments (&luotain_finding_type, &owner, &error, words[i], NULL));
      g_assert_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE);
    }
}

static void
test_assigned_owner (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *owner = NULL;
  g_autoptr (GPtrArray) fields = parse_assignments (&luotain_state_type, &owner, &error, "owner=o", "title=t",
                                                    NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (fields->len, ==, 1);
  g_assert_cmpstr (owner, ==, "o");
  g_assert_null (parse_assignments (&luotain_state_type, NULL, &error, "owner=o", NULL));
  g_assert_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE);
}

static void
test_ids (void)
{
  g_autoptr (GError) error = NULL;
  LuotainCliId id;

  g_assert_true (luotain_cli_parse_id ("key-variable-0a1b2c3d4e5f6", &id, &error));
  g_assert_true (id.type == &luotain_key_variable_type);

  for (guint i = 0; i < 4; i++)
    {
      static const char *const wrong[] = { "", "finding", "planet-0A1B2C3D4E5F6", "finding-0A1B2C3D4E5" };

      g_assert_false (luotain_cli_parse_id (wrong[i], &id, &error));
      g_assert_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE);
      g_clear_error (&error);
    }
}

static void
test_commands_are_whole (void)
{
  const LuotainCliCommand *const *commands = luotain_cli_commands ();

  for (guint i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strdup_printf ("luotain-cli %s ", commands[i]->name);

      g_assert_true (g_str_has_prefix (commands[i]->examples, beginning));
      g_assert_true (g_str_has_suffix (commands[i]->examples, "\n"));
      g_assert_true (g_str_has_suffix (commands[i]->summary, "."));
      g_assert_nonnull (commands[i]->arguments);
      g_assert_nonnull (commands[i]->run);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/json/values", test_json_values);
  g_test_add_func ("/cli/json/layout", test_json_layout);
  g_test_add_func ("/cli/json/empty", test_json_empty);
  g_test_add_func ("/cli/output/spills", test_output_spills);
  g_test_add_func ("/cli/status", test_status);
  g_test_add_func ("/cli/assignments/parsed", test_assignments);
  g_test_add_func ("/cli/assignments/refused", test_assignments_refused);
  g_test_add_func ("/cli/assignments/owner", test_assigned_owner);
  g_test_add_func ("/cli/ids", test_ids);
  g_test_add_func ("/cli/commands", test_commands_are_whole);

  return g_test_run ();
}
