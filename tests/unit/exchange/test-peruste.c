/* Qualifications of ePerusteet: real ones of several shapes, the shape of 2019, what is not understood, and what is none. */
#include "luotain-coverage-query.h"
#include "luotain-fixture.h"
#include "luotain-html-text.h"
#include "luotain-import-summary.h"
#include "luotain-peruste-import.h"

#include <locale.h>
#include <string.h>

/* ---- text ---- */

static void
assert_plain (const char *html, const char *wanted)
{
  g_autofree char *text = luotain_html_to_text (html);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_html (void)
{
  assert_plain ("no tags", "no tags");
  assert_plain ("<p>One &amp; two</p><p>three&nbsp;four</p>", "One & two\nthree four");
  assert_plain ("<ul><li>a</li>\n <li>b &auml;&#246;&#x2013;</li></ul>", "– a\n– b äö–");
  assert_plain ("a<br/>b<script>alert('<p>x</p>')</script>c<!-- <b> -->d", "a\nbcd");
  assert_plain ("<a href=\"https://oph.fi/x\">here</a> <a href=\"javascript:x\">there</a>",
                "here (https://oph.fi/x) there");
  assert_plain ("1 < 2 &amp; 3 &unknown; & so <b", "1 < 2 & 3 &unknown; & so <b");
  assert_plain ("&#0;&#xd800;&#99999999;&lt;b&gt;", "&#0;&#xd800;&#99999999;<b>");
  assert_plain ("<style>", "");
  assert_plain ("", "");
}

/* ---- reading ---- */

static LuotainPeruste *
read_text (const char *json, char **said)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  LuotainPeruste *peruste = luotain_peruste_read (json, strlen (json), "p.json", faults);

  *said = luotain_faults_to_string (faults);
  g_assert_true ((peruste == NULL) == (**said != '\0'));
  return peruste;
}

static LuotainPeruste *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "eperusteet", name, NULL);
  g_autofree char *json = NULL;
  g_autofree char *said = NULL;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  return read_text (json, &said);
}

static const LuotainPerusteUnit *
part (const LuotainPerusteUnit *unit, guint i)
{
  g_assert_cmpuint (i, <, unit->parts->len);
  return unit->parts->pdata[i];
}

static void
test_older (void)
{
  g_autoptr (LuotainPeruste) peruste = read_sample ("amosaaPeruste2.json");
  const LuotainPerusteUnit *unit;

  g_assert_cmpstr (peruste->root->code, ==, "9/011/2008");
  g_assert_cmpstr (peruste->root->title.text[LUOTAIN_SV], ==, "Specialyrkesexamen för automationsövermontör");
  g_assert_nonnull (
      strstr (peruste->root->description.text[LUOTAIN_EN], "Automation Assembler, SQ (koulutus_357401)"));
  unit = part (peruste->root, 0);
  g_assert_cmpstr (unit->title.text[LUOTAIN_FI], ==, "Automaatioyliasentajan yleistaidot");
  g_assert_cmpstr (unit->code, ==, "tutkinnonosat_104071");
  g_assert_cmpstr (unit->description.text[LUOTAIN_SV], ==, "Obligatoriska examensdelar: 3");
}

static void
test_trees (void)
{
  g_autoptr (LuotainPeruste) tuva = read_sample ("tuvaPeruste.json");
  g_autoptr (LuotainPeruste) vst = read_sample ("vstPeruste.json");
  g_autoptr (LuotainPeruste) koto = read_sample ("kotoPeruste.json");
  const LuotainPerusteUnit *unit = part (tuva->root, 0);

  g_assert_cmpstr (unit->code, ==, "koulutuksenosattuva_101");
  g_assert_nonnull (strstr (unit->description.text[LUOTAIN_FI], "Laajuus: 1–5"));
  g_assert_nonnull (strstr (unit->description.text[LUOTAIN_FI], "Keskeiset sisällöt\nkeski"));
  g_assert_cmpstr (part (unit, 0)->title.text[LUOTAIN_FI], ==, "tavoite1");
  g_assert_null (part (unit, 0)->code);

  /* A chapter of text is none, but what stands below it is. */
  unit = part (vst->root, 0);
  g_assert_cmpstr (unit->code, ==, "opintokokonaisuusnimet_06");
  g_assert_cmpstr (part (unit, 2)->code, ==, "opintokokonaisuustavoitteet_1046");
  g_assert_nonnull (strstr (unit->description.text[LUOTAIN_SV], "asdf"));

  unit = part (part (koto->root, 0), 0);
  g_assert_cmpstr (unit->title.text[LUOTAIN_SV], ==, "Kunskap om yrken och utbildning");
  g_assert_nonnull (
      strstr (unit->description.text[LUOTAIN_FI], "Suullinen tuottaminen\nperusteen tarkennus4"));
  g_assert_cmpuint (koto->notes->len, ==, 2);
  g_assert_cmpstr (koto->notes->pdata[0], ==,
                   "vapaasivistystyo.sisalto.lapset[3].osaamisAlueet was not understood and is left out.");
}

static const char of_2019[] =
    "{\"id\": 7, \"nimi\": {\"fi\": \"Merenkulku\", \"_id\": 1}, \"diaarinumero\": \"OPH-1-2020\","
    " \"suoritustavat\": [{\"rakenne\": {\"nimi\": null, \"osat\": [{\"nimi\": {\"fi\": \"Pakolliset\"},"
    "   \"osat\": [{\"_tutkinnonOsaViite\": 21}]}]},"
    "   \"tutkinnonOsaViitteet\": [{\"id\": 21, \"_tutkinnonOsa\": \"2\", \"jarjestys\": 1},"
    "     {\"id\": 20, \"_tutkinnonOsa\": \"1\", \"jarjestys\": 2}]}],"
    " \"tutkinnonOsat\": ["
    "  {\"id\": 1, \"nimi\": {\"fi\": \"Toinen\"}, \"koodi\": {\"uri\": \"tutkinnonosat_2\", \"arvo\": \"2\"},"
    "   \"outo\": {\"x\": [1, 2]}, \"vapaatTekstit\": [{\"nimi\": {\"fi\": \"Huom\"}, \"teksti\": {\"fi\": \"<p>teksti</p>\"}}],"
    "   \"uusiKuvaus\": {\"fi\": \"säilyy\"}, \"arviointi\": {\"id\": 3, \"lisatiedot\": {\"fi\": \"x\"}},"
    "   \"osaAlueet\": [{\"nimi\": {\"fi\": \"Ruotsi\"}, \"koodi\": {\"uri\": \"ammatillisenoppiaineet_TK1\"},"
    "     \"pakollisetOsaamistavoitteet\": {\"laajuus\": 1.5, \"tavoitteet\": {\"vaatimukset\": "
    "       [{\"vaatimus\": {\"fi\": \"puhuu\", \"_tunniste\": \"abc\"}}]}}}]},"
    "  {\"id\": 2, \"nimi\": {\"fi\": \"Ensimmäinen\"}, \"koodi\": {\"uri\": \"tutkinnonosat_1\"}, \"laajuus\": 30,"
    "   \"outo\": 5, \"ammattitaitovaatimukset2019\": {\"kohde\": {\"fi\": \"Opiskelija osaa\"}, \"vaatimukset\": ["
    "     {\"koodi\": {\"uri\": \"ammattitaitovaatimukset_9\", \"nimi\": {\"fi\": \"ohjata\", \"sv\": \"styra\"}}}],"
    "     \"kohdealueet\": [{\"kuvaus\": {\"fi\": \"Turvallisuus\"}, \"vaatimukset\": [{\"koodi\": null,"
    "       \"vaatimus\": {\"fi\": \"sammuttaa <b>palon</b>\"}}]}]},"
    "   \"ammattitaitovaatimuksetLista\": [{\"otsikko\": {\"fi\": \"Alue\"}, \"vaatimuksenKohteet\": [{\"otsikko\": "
    "     {\"fi\": \"Kohde\"}, \"vaatimukset\": [{\"selite\": {\"fi\": \"vanha\"}, \"ammattitaitovaatimusKoodi\": \"v_1\"}]}]}]}]}";

static void
test_2019 (void)
{
  g_autofree char *said = NULL;
  g_autoptr (LuotainPeruste) peruste = read_text (of_2019, &said);
  const LuotainPerusteUnit *first, *second;

  g_assert_cmpstr (said, ==, "");
  first = part (peruste->root, 0);
  g_assert_cmpstr (first->title.text[LUOTAIN_FI], ==, "Ensimmäinen");
  g_assert_cmpstr (first->description.text[LUOTAIN_FI], ==, "Pakolliset\n\nLaajuus: 30");
  g_assert_cmpuint (first->parts->len, ==, 3);
  g_assert_cmpstr (part (first, 0)->title.text[LUOTAIN_SV], ==, "styra");
  g_assert_cmpstr (part (first, 0)->code, ==, "ammattitaitovaatimukset_9");
  g_assert_cmpstr (part (first, 0)->description.text[LUOTAIN_FI], ==, "Opiskelija osaa");
  g_assert_cmpstr (part (first, 1)->title.text[LUOTAIN_FI], ==, "sammuttaa palon");
  g_assert_cmpstr (part (first, 1)->description.text[LUOTAIN_FI], ==, "Turvallisuus\n\nOpiskelija osaa");
  g_assert_cmpstr (part (first, 2)->code, ==, "v_1");
  g_assert_cmpstr (part (first, 2)->title.text[LUOTAIN_FI], ==, "vanha");

  second = part (peruste->root, 1);
  g_assert_cmpstr (second->description.text[LUOTAIN_FI], ==, "Huom\nteksti\n\nuusiKuvaus\nsäilyy");
  g_assert_cmpstr (part (second, 0)->code, ==, "ammatillisenoppiaineet_TK1");
  g_assert_cmpstr (part (part (second, 0), 0)->title.text[LUOTAIN_FI], ==, "puhuu");
  g_assert_true (g_str_has_suffix (part (part (second, 0), 0)->address, "abc"));

  g_assert_cmpuint (peruste->notes->len, ==, 2);
  g_assert_cmpstr (peruste->notes->pdata[0], ==,
                   "tutkinnonOsat[1].outo and 1 more like it were not understood and are left out.");
  g_assert_cmpstr (peruste->notes->pdata[1], ==, "The assessment criteria of 1 part are left out.");
}

static void
assert_refused (const char *json, const char *wanted)
{
  g_autofree char *said = NULL;
  g_autoptr (LuotainPeruste) peruste = read_text (json, &said);

  g_assert_null (peruste);
  if (!g_str_has_prefix (said, wanted))
    g_error ("“%s” does not begin with “%s”", said, wanted);
}

static void
test_refused (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');

  assert_refused ("", "p.json:1: The text is not valid JSON here.");
  assert_refused ("{\"nimi\":\n{\"fi\": }}", "p.json:2: The text is not valid JSON here.");
  assert_refused ("[]", "p.json:1: This is no qualification of ePerusteet");
  assert_refused ("{\"nimi\": {\"fi\": \"\"}}",
                  "p.json: This is no qualification of ePerusteet: it has no name");
  assert_refused ("{\"nimi\": {\"fi\": \"x\"}, \"tutkinnonOsat\": [1, null, {}]}",
                  "p.json: This is no qualification");
  assert_refused ("\xff", "p.json: The text is not UTF-8.");
  assert_refused (deep, "p.json:1: More than 64 objects and lists stand within one another.");
}

/* Whatever is cut off or put in another's place: read or refused, never a fall. */
static void
test_broken (void)
{
  for (gsize i = 0; i < strlen (of_2019); i++)
    {
      g_autofree char *cut = g_strndup (of_2019, i);
      g_autofree char *other = g_strdup (of_2019);
      g_autofree char *said = NULL;
      g_autofree char *said_again = NULL;

      luotain_peruste_free (read_text (cut, &said));
      if (other[i] == '{' || other[i] == '[')
        {
          const char *close = other[i] == '{' ? "}" : "]";
          g_autofree char *replaced = NULL;
          guint depth = 0;
          gsize end = i;

          for (; end == i || depth > 0; end++)
            {
              depth += other[end] == other[i];
              depth -= other[end] == *close;
            }
          replaced = g_strdup_printf ("%.*s\"x\"%s", (int) i, of_2019, of_2019 + end);
          luotain_peruste_free (read_text (replaced, &said_again));
        }
    }
}

/* ---- into a workbook ---- */

static LuotainImportSummary *
import (Fixture *fixture, const LuotainPeruste *peruste)
{
  LuotainPerusteImport job = { peruste, 0 };
  g_autoptr (GError) error = NULL;
  gpointer summary = NULL;

  luotain_history_do (fixture->history, "Import", luotain_peruste_import_run, &job, &summary, &error);
  g_assert_no_error (error);
  return summary;
}

static const LuotainImportCount *
units_of (const LuotainImportSummary *summary)
{
  for (guint i = 0; i < summary->n_types; i++)
    if (summary->counts[i].type == &luotain_curriculum_unit_type)
      return &summary->counts[i];

  g_assert_not_reached ();
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainPeruste) peruste = read_sample ("vstPeruste.json");
  g_autoptr (LuotainImportSummary) first = import (fixture, peruste);
  g_autoptr (LuotainImportSummary) again = NULL;
  g_autoptr (LuotainImportSummary) less = NULL;
  LuotainPerusteUnit *unit = peruste->root->parts->pdata[0];

  g_assert_cmpuint (units_of (first)->added, ==, 5);
  g_assert_cmpint (first->n_links, ==, 4);

  again = import (fixture, peruste);
  g_assert_cmpuint (units_of (again)->added, ==, 0);
  g_assert_cmpuint (units_of (again)->left, ==, 5);

  g_free (unit->title.text[LUOTAIN_FI]);
  unit->title.text[LUOTAIN_FI] = g_strdup ("Uusi nimi");
  g_ptr_array_remove_index (unit->parts, 0);
  less = import (fixture, peruste);
  g_assert_cmpuint (units_of (less)->changed, ==, 1);
  g_assert_cmpuint (units_of (less)->added, ==, 0);
  g_assert_cmpstr (less->warnings->pdata[less->warnings->len - 1], ==,
                   "1 unit of the workbook is not in the file any more; it was kept.");
}

/* The agency is no school: nobody asks it what its curriculum covers. */
static void
test_agency (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainPeruste) peruste = read_sample ("vstPeruste.json");
  g_autoptr (LuotainImportSummary) summary = import (fixture, peruste);
  const gint64 school = fixture_add (fixture, &luotain_organisation_type, "Opisto", 0);
  LuotainCoverageQuery query = { .language = LUOTAIN_FI, .today = (char *) "2026-11-22" };
  g_autoptr (LuotainCoverageSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  luotain_store_read (fixture->store, luotain_coverage_query_run, &query, (gpointer *) &sheet, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheet->choices->len, ==, 1);
  g_assert_cmpint (((LuotainCoverageOrganisation *) sheet->choices->pdata[0])->id, ==, school);
  /* Its units are everybody's. */
  g_assert_cmpuint (((LuotainCoverageOrganisation *) sheet->choices->pdata[0])->n_units, ==, 5);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/peruste/html", test_html);
  g_test_add_func ("/peruste/older", test_older);
  g_test_add_func ("/peruste/trees", test_trees);
  g_test_add_func ("/peruste/2019", test_2019);
  g_test_add_func ("/peruste/refused", test_refused);
  g_test_add_func ("/peruste/broken", test_broken);
  g_test_add ("/peruste/import", Fixture, NULL, fixture_set_up, test_import, fixture_tear_down);
  g_test_add ("/peruste/agency", Fixture, NULL, fixture_set_up, test_agency, fixture_tear_down);
  return g_test_run ();
}
