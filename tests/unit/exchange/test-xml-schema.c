/* The schema is written by hand and the records are described in C: here both are held to each other. */
#include "luotain-exchange-fixture.h"

#include "luotain-vocabulary.h"
#include "luotain-xml-schema.h"
#include "luotain-xml-writer.h"

#define SOME_ID G_GINT64_CONSTANT (900000000000000000)

/* A value that suits the field. */
static const char *
value_for (const LuotainField *field)
{
  if (field->vocabulary != NULL && luotain_vocabulary_is_closed (field->vocabulary))
    return luotain_vocabulary_closed_words (field->vocabulary)[0];

  switch (field->kind)
    {
    case LUOTAIN_FIELD_KIND_WORD:
      return "some-word2";
    case LUOTAIN_FIELD_KIND_WORDS:
      return "one two-three";
    case LUOTAIN_FIELD_KIND_DATE:
      return "2026-03-12";
    case LUOTAIN_FIELD_KIND_NUMBER:
      return "-999999999";
    case LUOTAIN_FIELD_KIND_TAGS:
      return "one\ntwo";
    case LUOTAIN_FIELD_KIND_TEXT:
    case LUOTAIN_FIELD_KIND_TRANSLATED:
    default:
      return "Text & <text>";
    }
}

static void
fill_field (const LuotainField *field, gpointer record)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < luotain_field_n_columns (field); i++)
    {
      luotain_field_set_string (field, record, i, value_for (field), FALSE, &error);
      g_assert_no_error (error);
    }
}

/* Every link the model allows, with and without a note. */
static void
add_links (LuotainItem *item)
{
  for (const LuotainRole *role = luotain_workbook_model.roles; role->name != NULL; role++)
    for (guint i = 0; g_strv_contains (role->sources, item->type->name) && role->targets[i] != NULL; i++)
      {
        LuotainItemLink *link;

        if (role->only_one && i > 0)
          continue;

        link = luotain_item_add_link (item);
        link->role = role;
        link->target = SOME_ID + i;
        link->target_type = luotain_model_type (&luotain_workbook_model, role->targets[i]);
        link->confirmed = 3;
        link->note = i % 2 == 0 ? g_strdup ("Because") : NULL;
      }
}

static LuotainItem *
make_item (const LuotainRecordType *type, gint64 id, gint64 owner, gboolean full)
{
  LuotainItem *item = luotain_item_new (type, 0);
  LuotainRecord *record = item->record;

  record->id = id;
  record->owner = owner;
  record->created = 1773306900123;
  record->changed = 1773306900123;
  record->revision = 2;

  for (guint i = 0; i < type->n_fields; i++)
    if (full || (type->fields[i].flags & LUOTAIN_REQUIRED) != 0)
      fill_field (&type->fields[i], record);

  if (full)
    add_links (item);

  return item;
}

/* One record of each type, with all it may have or with what it must have. */
static char *
write_all (gboolean full)
{
  const LuotainRecordType *const *types = luotain_workbook_model.types;
  g_autoptr (LuotainXmlShapes) shapes = luotain_xml_shapes_new (&luotain_workbook_model);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LuotainXmlWriter) writer = luotain_xml_writer_new (stream, shapes, "fi", NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);
  gint64 id = 1;

  for (guint i = 0; types[i] != NULL; i++)
    if (types[i]->owner == NULL)
      {
        const gint64 owner = id++;

        g_ptr_array_add (items, make_item (types[i], owner, 0, full));

        for (guint j = 0; full && types[j] != NULL; j++)
          if (g_strcmp0 (types[j]->owner, types[i]->name) == 0)
            g_ptr_array_add (items, make_item (types[j], id++, owner, full));
      }

  luotain_xml_writer_write (writer, items);
  g_assert_true (luotain_xml_writer_finish (writer, NULL));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
count_error_cb (void *data, xmlError *error)
{
  g_test_message ("line %d: %s", error->line, error->message);
  ++*(guint *) data;
}

static void
check_by_schema (const char *xml)
{
  xmlSchema *schema = luotain_xml_schema_new ();
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (schema);
  xmlDoc *document = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL, XML_PARSE_NONET);
  guint n_errors = 0;

  xmlSchemaSetValidStructuredErrors (validator, count_error_cb, &n_errors);
  g_assert_nonnull (document);
  g_assert_cmpint (xmlSchemaValidateDoc (validator, document), ==, 0);
  g_assert_cmpuint (n_errors, ==, 0);
  xmlFreeDoc (document);
  xmlSchemaFreeValidCtxt (validator);
  xmlSchemaFree (schema);
}

static void
test_all_that_may_be (void)
{
  g_autofree char *xml = write_all (TRUE);

  check_by_schema (xml);
}

static void
test_all_that_must_be (void)
{
  g_autofree char *xml = write_all (FALSE);

  check_by_schema (xml);
}

/* The other way round: the schema knows no element that is not a type, a field or part of the form. */
static void
test_nothing_else (void)
{
  g_autoptr (GBytes) schema = g_resources_lookup_data ("/fi/luotain/exchange/schema/luotain.xsd", 0, NULL);
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (schema, NULL), (int) g_bytes_get_size (schema), NULL,
                                    NULL, 0);
  g_autoptr (LuotainXmlShapes) shapes = luotain_xml_shapes_new (&luotain_workbook_model);
  const LuotainRecordType *const *types = luotain_workbook_model.types;
  static const char *const others[] = { "luotain", "link", "note", NULL };

  for (xmlNode *node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    {
      g_autofree char *name = NULL;
      gboolean known;

      if (node->type != XML_ELEMENT_NODE || strcmp ((const char *) node->name, "element") != 0)
        continue;

      name = (char *) xmlGetProp (node, BAD_CAST "name");
      known = g_strv_contains (others, name) || luotain_model_type (&luotain_workbook_model, name) != NULL;

      for (guint i = 0; types[i] != NULL && !known; i++)
        known = luotain_xml_shape_field (luotain_xml_shapes_get (shapes, types[i]), name, FALSE) != NULL;

      if (!known)
        g_test_message ("no such field: %s", name);

      g_assert_true (known);
    }

  xmlFreeDoc (document);
}

/* Words have a form; but a workbook may come from anywhere, and what it holds must not become markup. */
static void
test_no_injection (void)
{
  static const char word[] = "a\"/><injected>&\n";
  g_autoptr (LuotainXmlShapes) shapes = luotain_xml_shapes_new (&luotain_workbook_model);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LuotainXmlWriter) writer = luotain_xml_writer_new (stream, shapes, "fi", NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_item_free);
  LuotainItem *item = make_item (&luotain_finding_type, 1, 0, TRUE);
  g_autofree char *value = NULL;
  xmlDoc *document;

  luotain_field_take (luotain_record_type_field (&luotain_finding_type, "kind", NULL), item->record, 0,
                      g_strdup (word));
  g_ptr_array_add (items, item);
  luotain_xml_writer_write (writer, items);
  g_assert_true (luotain_xml_writer_finish (writer, NULL));
  document = xmlReadMemory (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                            (int) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)),
                            NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS);
  g_assert_nonnull (document);
  value = (char *) xmlGetProp (xmlFirstElementChild (xmlDocGetRootElement (document)), BAD_CAST "kind");
  g_assert_cmpstr (value, ==, word);
  xmlFreeDoc (document);
}

static void
test_messages (void)
{
  g_autofree char *message = luotain_xml_schema_tidy_message (
      "Element '{urn:luotain:workbook:1}title', attribute '{http://www.w3.org/XML/1998/namespace}lang': [facet 'pattern'] "
      "The value 'de' is not accepted.\n");

  g_assert_cmpstr (message, ==, "element 'title', attribute 'xml:lang': The value 'de' is not accepted.");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-schema/all-that-may-be", test_all_that_may_be);
  g_test_add_func ("/xml-schema/all-that-must-be", test_all_that_must_be);
  g_test_add_func ("/xml-schema/nothing-else", test_nothing_else);
  g_test_add_func ("/xml-schema/no-injection", test_no_injection);
  g_test_add_func ("/xml-schema/messages", test_messages);
  return g_test_run ();
}
