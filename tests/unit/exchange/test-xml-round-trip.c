#include "luotain-exchange-fixture.h"

/* Everything a person can paste that a workbook keeps as it is. */
static const char *const hostile_texts[] = {
  "]]> ends CDATA & <b>is not bold</b> \"quoted\" 'once'",
  "=cmd|' /C calc'!A0",
  "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 \xe2\x80\xab right to left \xe2\x80\xac",
  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 emoji with a joiner",
  "line\xe2\x80\xa8separator, tab\there, two\n\n\nlines",
  "  blanks at both ends \n",
  "&lt;not an entity&gt; &#10; %s %n \\u0041",
  "\xc3\xa4\xc3\xb6\xc3\xa5 \xef\xbb\xbf in the middle",
};

static char *
make_long_text (void)
{
  GString *text = g_string_new (NULL);

  while (text->len < 50000)
    g_string_append (text, "Satama sähköistyy – mutta & milloin? ");

  return g_string_free (text, FALSE);
}

/* What the group thinks of them: a second variable, one state of it on the path and one not. */
static void
judge (Fixture *fixture, gint64 scenario, gint64 finding, gint64 variable, gint64 state)
{
  const gint64 other = fixture_add_fields (fixture, &luotain_key_variable_type, 0, "title", "Merimatkailu",
                                           NULL);
  const gint64 taken = fixture_add_fields (fixture, &luotain_state_type, other, "title", "Kasvaa", NULL);
  const gint64 left = fixture_add_fields (fixture, &luotain_state_type, other, "title", "Hiipuu", NULL);
  const gint64 hinders = fixture_add_fields (fixture, &luotain_judgement_type, state, "value", "-2", "reason",
                                             "Liput kallistuvat", NULL);
  const gint64 helps = fixture_add_fields (fixture, &luotain_judgement_type, state, "value", "3", NULL);
  const gint64 influence = fixture_add_fields (fixture, &luotain_influence_type, variable, "answer", "yes",
                                               NULL);
  const gint64 exclusion = fixture_add_fields (fixture, &luotain_exclusion_type, left, "kind", "empirical",
                                               NULL);

  fixture_link (fixture, scenario, "path", taken);
  fixture_link (fixture, hinders, "judges", taken);
  fixture_link (fixture, helps, "judges", left);
  fixture_link (fixture, influence, "influences", other);
  fixture_link (fixture, exclusion, "excludes", state);
  fixture_add_fields (fixture, &luotain_rating_type, finding, "scale", "breakthrough", "value", "2031",
                      "rated_on", "2026-03-12", NULL);
  fixture_add_fields (fixture, &luotain_rating_type, finding, "scale", "impact", "hands",
                      "5:3 4:9 3:12 2:4 1:2", "round", "Kierros 1", NULL);
}

static gint64
fill (Fixture *fixture)
{
  g_autofree char *long_text = make_long_text ();
  const gint64 sector = fixture_add_fields (fixture, &luotain_sector_type, 0, "title", "Meriklusteri",
                                            "title_sv", "Sjö", NULL);
  const gint64 source = fixture_add_fields (fixture, &luotain_source_type, 0, "title", "Raportti", "url",
                                            "https://example.org/?a=1&b=2", "published_on", "2026-03", NULL);
  const gint64 variable = fixture_add_fields (fixture, &luotain_key_variable_type, 0, "title",
                                              "Logistiikan hinta", NULL);
  const gint64 state = fixture_add_fields (fixture, &luotain_state_type, variable, "title", "Nousee", "image",
                                           "dystopia", NULL);
  const gint64 other_state = fixture_add_fields (fixture, &luotain_state_type, variable, "title", "Laskee",
                                                 NULL);
  const gint64 scenario = fixture_add_fields (fixture, &luotain_scenario_type, 0, "title", "Vakaa",
                                              "target_year", "2035", "narrative", long_text, NULL);
  const gint64 profile = fixture_add_fields (fixture, &luotain_profile_type, 0, "target_year", "2030", NULL);
  const gint64 competence = fixture_add_fields (fixture, &luotain_competence_type, 0, "title",
                                                "Digiosaaminen", NULL);
  const gint64 entry = fixture_add_fields (fixture, &luotain_profile_entry_type, profile, "importance",
                                           "essential", NULL);
  gint64 finding = 0;

  g_assert_cmpint (other_state, !=, state);

  for (guint i = 0; i < G_N_ELEMENTS (hostile_texts); i++)
    {
      finding = fixture_add_fields (fixture, &luotain_finding_type, 0, "title", hostile_texts[i],
                                    "description", hostile_texts[i], "kind", "weak-signal", "dimensions",
                                    "technological ecological", "tags", "satama\nsähkö & <meri>", NULL);
      fixture_link (fixture, finding, "sector", sector);
      fixture_link (fixture, finding, "source", source);
      fixture_note (fixture, finding, "source", source, hostile_texts[i]);
    }

  fixture_add_fields (fixture, &luotain_kind_change_type, finding, "kind", "signal", "changed_on",
                      "2026-03-20", NULL);
  fixture_add_fields (fixture, &luotain_kind_change_type, finding, "kind", "trend", NULL);
  fixture_add_fields (fixture, &luotain_passage_type, scenario, "dimensions", "economic", "text",
                      "Rahti kallistuu.", NULL);
  fixture_link (fixture, state, "evidence", finding);
  fixture_link (fixture, scenario, "path", state);
  fixture_link (fixture, scenario, "driver", finding);
  fixture_link (fixture, profile, "scenario", scenario);
  fixture_link (fixture, entry, "competence", competence);
  fixture_link (fixture, entry, "role-level", 101);
  fixture_link (fixture, entry, "rests-on", scenario);
  fixture_note (fixture, entry, "rests-on", scenario, "Because");
  judge (fixture, scenario, finding, variable, state);
  return profile;
}

static guint
count_elements (const char *xml, const LuotainRecordType *type)
{
  g_autofree char *tag = g_strdup_printf ("<%s id=", type->name);
  guint n = 0;

  for (const char *place = strstr (xml, tag); place != NULL; place = strstr (place + 1, tag))
    n++;

  return n;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;
  g_autofree char *faults = NULL;
  g_autoptr (GFile) xml = NULL;
  Fixture made = { NULL };

  fill (fixture);
  first = fixture_export (fixture->store, NULL, 0);
  again = fixture_export (fixture->store, NULL, 0);
  g_assert_cmpstr (first, ==, again);
  faults = fixture_validate_text (fixture, first);
  g_assert_cmpstr (faults, ==, NULL);

  for (guint i = 0; luotain_workbook_model.types[i] != NULL; i++)
    g_assert_cmpuint (count_elements (first, luotain_workbook_model.types[i]), ==,
                      fixture_count (fixture, luotain_workbook_model.types[i]));

  xml = fixture_write (fixture, "out.xml", first);
  fixture_make_from (fixture, &made, xml);
  second = fixture_export (made.store, NULL, 0);
  g_assert_cmpstr (first, ==, second);
  fixture_tear_down (&made, NULL);
}

static void
test_texts_come_back (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_texts); i++)
    {
      const gint64 id = fixture_add_fields (fixture, &luotain_finding_type, 0, "title", "x", "description",
                                            hostile_texts[i], NULL);
      g_autofree char *xml = fixture_export (fixture->store, &id, 1);
      g_autofree char *stored = NULL;
      LuotainFinding *finding = fixture_load (fixture, &luotain_finding_type, id);

      stored = g_strdup (finding->description.text[LUOTAIN_FI]);
      luotain_record_destroy (finding);
      fixture_delete (fixture, id);
      g_assert_null (fixture_load (fixture, &luotain_finding_type, id));
      luotain_import_summary_free (fixture_import_text (fixture, xml, NULL));
      finding = fixture_load (fixture, &luotain_finding_type, id);
      g_assert_cmpstr (finding->description.text[LUOTAIN_FI], ==, stored);
      luotain_record_destroy (finding);
    }
}

static void
test_partial (Fixture *fixture, gconstpointer data)
{
  const gint64 profile = fill (fixture);
  g_autofree char *xml = fixture_export (fixture->store, &profile, 1);
  g_autofree char *faults = fixture_validate_text (fixture, xml);

  g_assert_cmpstr (faults, ==, NULL);
  g_assert_null (strstr (xml, "<workbook "));
  g_assert_nonnull (strstr (xml, "<profile "));
  g_assert_nonnull (strstr (xml, "<scenario "));
  g_assert_nonnull (strstr (xml, "<key-variable "));
  g_assert_nonnull (strstr (xml, "<competence "));
  g_assert_nonnull (strstr (xml, "<source "));
  g_assert_nonnull (strstr (xml, "<role-level "));
  /* The scenario takes one state of the variable and has no reason for the other. */
  g_assert_nonnull (strstr (xml, ">Nousee<"));
  g_assert_null (strstr (xml, ">Laskee<"));
  /* A judgement of two states comes when both do. */
  g_assert_null (strstr (xml, ">Hiipuu<"));
  g_assert_nonnull (strstr (xml, "value=\"-2\""));
  g_assert_null (strstr (xml, "value=\"3\""));
  g_assert_null (strstr (xml, "<exclusion "));
  g_assert_nonnull (strstr (xml, "<influence "));
  g_assert_nonnull (strstr (xml, "<rating "));
  /* A word that is used comes along, one that is not does not. */
  g_assert_nonnull (strstr (xml, "<key>essential</key>"));
  g_assert_null (strstr (xml, "<key>useful</key>"));
}

static void
test_missing_target (Fixture *fixture, gconstpointer data)
{
  const gint64 competence = fixture_add_fields (fixture, &luotain_competence_type, 0, "title", "Digi", NULL);
  const gint64 profile = fixture_add_fields (fixture, &luotain_profile_type, 0, NULL, NULL);
  const gint64 entry = fixture_add_fields (fixture, &luotain_profile_entry_type, profile, NULL, NULL);
  g_autofree char *xml = NULL;
  g_autofree char *faults = NULL;

  fixture_link (fixture, entry, "competence", competence);
  fixture_delete (fixture, competence);
  xml = fixture_export (fixture->store, NULL, 0);
  faults = fixture_validate_text (fixture, xml);
  g_assert_cmpstr (faults, ==, NULL);
  g_assert_nonnull (strstr (xml, "<profile-entry "));
}

/* Every byte of a file is promised: order, blanks, escapes, ends of lines. */
static void
test_exact (Fixture *fixture, gconstpointer data)
{
  static const char written[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<luotain xmlns=\"urn:luotain:workbook:1\" version=\"1.1\" language=\"fi\">\n"
      "  <sector id=\"sector-0ABCDEFGHJKM0\" created=\"2026-03-12T09:15:00.000Z\" changed=\"2026-03-12T09:15:00.000Z\""
      " revision=\"1\">\n"
      "    <title xml:lang=\"fi\">Meri</title>\n"
      "  </sector>\n"
      "  <finding id=\"finding-0ABCDEFGHJKM1\" created=\"2026-03-12T09:15:00.000Z\" changed=\"2026-03-12T09:15:00.000Z\""
      " revision=\"1\">\n"
      "    <title xml:lang=\"fi\">Eka</title>\n"
      "  </finding>\n"
      "  <finding id=\"finding-0ABCDEFGHJKM2\" created=\"2026-03-12T09:15:00.000Z\" changed=\"2026-03-12T09:15:00.120Z\""
      " revision=\"12\" kind=\"trend\" dimensions=\"economic social\" observed-on=\"2026-03\">\n"
      "    <title xml:lang=\"fi\">A &amp; B &lt; C &gt; \"D\"</title>\n"
      "    <title xml:lang=\"en\">A</title>\n"
      "    <description xml:lang=\"sv\">En\n\nTvå</description>\n"
      "    <tag>yksi</tag>\n"
      "    <tag>kaksi</tag>\n"
      "    <kind-change id=\"kind-change-0ABCDEFGHJKM9\" created=\"2026-03-12T09:15:00.000Z\""
      " changed=\"2026-03-12T09:15:00.000Z\" revision=\"1\" kind=\"signal\"/>\n"
      "    <kind-change id=\"kind-change-0ABCDEFGHJKM8\" created=\"2026-03-12T09:15:00.000Z\""
      " changed=\"2026-03-12T09:15:00.000Z\" revision=\"1\" kind=\"trend\">\n"
      "      <reason xml:lang=\"fi\">Koska</reason>\n"
      "    </kind-change>\n"
      "    <link role=\"evidence\" to=\"finding-0ABCDEFGHJKM1\" confirmed=\"1\">\n"
      "      <note>Siksi</note>\n"
      "    </link>\n"
      "    <link role=\"evidence\" to=\"finding-0ABCDEFGHJKM3\" confirmed=\"0\"/>\n"
      "    <link role=\"sector\" to=\"sector-0ABCDEFGHJKM0\" confirmed=\"1\"/>\n"
      "  </finding>\n"
      "  <finding id=\"finding-0ABCDEFGHJKM3\" created=\"2026-03-12T09:15:00.000Z\" changed=\"2026-03-12T09:15:00.000Z\""
      " revision=\"1\">\n"
      "    <title xml:lang=\"fi\">Kolmas</title>\n"
      "  </finding>\n"
      "</luotain>\n";
  const gint64 id = luotain_id_parse ("finding-0ABCDEFGHJKM2", NULL);
  g_autofree char *xml = NULL;

  luotain_import_summary_free (fixture_import_text (fixture, written, NULL));
  /* The words it uses come along: they are defaults, and none of this. */
  for (gint64 word = 1; word <= 15; word++)
    if (word <= 5 || word >= 11)
      fixture_delete (fixture, word);

  xml = fixture_export (fixture->store, &id, 1);
  g_assert_cmpstr (xml, ==, written);
}

static void
test_unknown_root (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const gint64 id = luotain_id_new ();
  LuotainXmlExport export = { stream, &id, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_false (luotain_store_read (fixture->store, luotain_xml_export, &export, NULL, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/xml/round-trip", test_round_trip);
  ADD ("/xml/texts-come-back", test_texts_come_back);
  ADD ("/xml/partial", test_partial);
  ADD ("/xml/missing-target", test_missing_target);
  ADD ("/xml/exact", test_exact);
  ADD ("/xml/unknown-root", test_unknown_root);

  return g_test_run ();
}
