#include "luotain-peruste-private.h"

#include <string.h>

#define HEADING(fi, sv, en) \
  { \
    [LUOTAIN_FI] = fi, [LUOTAIN_SV] = sv, [LUOTAIN_EN] = en \
  }

/* Texts that describe a part, by member; in the languages of the text, whatever that of the program. */
static const struct
{
  const char *name;
  const char *heading[LUOTAIN_N_LANGUAGES];
} texts[] = {
  { "kuvaus", HEADING (NULL, NULL, NULL) },
  { "teksti", HEADING (NULL, NULL, NULL) },
  { "tavoitteenKuvaus", HEADING ("Tavoitteet", "Mål", "Aims") },
  { "tavoitteet", HEADING ("Tavoitteet", "Mål", "Aims") },
  { "opetuksenTavoiteOtsikko", HEADING ("Tavoitteet", "Mål", "Aims") },
  { "tehtava", HEADING ("Tehtävä", "Uppdrag", "Task") },
  { "ammattitaitovaatimukset",
    HEADING ("Ammattitaitovaatimukset", "Krav på yrkesskicklighet", "Vocational skills requirements") },
  { "ammattitaidonOsoittamistavat",
    HEADING ("Ammattitaidon osoittamistavat", "Sätt att påvisa yrkesskicklighet",
             "Ways of demonstrating vocational skills") },
  { "tunnustaminen", HEADING ("Tunnustaminen", "Erkännande", "Recognition") },
  { "keskeinenSisalto", HEADING ("Keskeiset sisällöt", "Centralt innehåll", "Key contents") },
  { "laajaAlaisenOsaamisenKuvaus",
    HEADING ("Laaja-alainen osaaminen", "Mångsidig kompetens", "Transversal competence") },
  { "arvioinninKuvaus", HEADING ("Arviointi", "Bedömning", "Assessment") },
  { "arvioinnit", HEADING ("Arviointi", "Bedömning", "Assessment") },
  { "kielenkayttotarkoitus",
    HEADING ("Kielenkäyttötarkoitukset", "Språkanvändningssyften", "Purposes of language use") },
  { "aihealueet", HEADING ("Aihealueet", "Ämnesområden", "Topics") },
  { "viestintataidot", HEADING ("Viestintätaidot", "Kommunikationsfärdigheter", "Communication skills") },
  { "opiskelijantaidot", HEADING ("Opiskelijan taidot", "Den studerandes färdigheter", "Student's skills") },
  { "opiskelijanTyoelamataidot",
    HEADING ("Opiskelijan työelämätaidot", "Den studerandes färdigheter i arbetslivet",
             "Student's working life skills") },
  { "suullinenVastaanottaminen",
    HEADING ("Suullinen vastaanottaminen", "Muntlig reception", "Oral reception") },
  { "suullinenTuottaminen", HEADING ("Suullinen tuottaminen", "Muntlig produktion", "Oral production") },
  { "vuorovaikutusJaMediaatio",
    HEADING ("Vuorovaikutus ja mediaatio", "Interaktion och mediering", "Interaction and mediation") },
  { "suorittaneenOsaaminen", HEADING ("Tutkinnon suorittaneen osaaminen",
                                      "Kunnande hos den som avlagt examen", "Competence of the graduate") },
  { "tyotehtavatJoissaVoiToimia",
    HEADING ("Työtehtäviä, joissa voi toimia", "Arbetsuppgifter", "Possible work tasks") },
};

/* What is of the service and not of the curriculum, or read in another place. */
static const char *const passed_over[] = {
  "id", "nimi", "koodi", "nimiKoodi", "koodiUri", "koodiArvo", "luotu", "muokattu", "muokkaaja", "tila",
  "tyyppi", "tunniste", "valmis", "kaannettava", "osanTyyppi", "liite", "jarjestys", "perusteenOsa",
  "koulutusOsanKoulutustyyppi", "koulutusOsanTyyppi", "opintoluokitus", "tutkinnonosaViiteId", "kieli",
  "kielikoodi", "pakollinen", "arvo", "uri", "koodisto", "versio", "temporary", "viiteId", "osaamisala",
  /* tables of numbers, made into one paragraph */
  "laajuus", "laajuusMaksimi", "laajuusMinimi", "minimilaajuus", "tyoelamaOpintoMinimiLaajuus",
  "tyoelamaOpintoMaksimiLaajuus", NULL
};

static const char *const assessments[] = { "arviointi", "geneerinenArviointiasteikko", "arviointiAsteikko",
                                           NULL };

gboolean
luotain_peruste_take_name (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *part)
{
  static const char *const names[] = { "nimi", "vaatimus", "selite", "otsikko", "koodi", "nimiKoodi" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *value = json_object_get_member (part, names[i]);

      /* A name may be a code, which has a name itself. */
      if (value != NULL && JSON_NODE_HOLDS_OBJECT (value)
          && json_object_has_member (json_node_get_object (value), "nimi"))
        value = json_object_get_member (json_node_get_object (value), "nimi");
      else if (i >= 4)
        continue;

      if (luotain_peruste_text (self, value, TRUE, &unit->title))
        return TRUE;
    }

  if (unit->code == NULL)
    return FALSE;

  unit->title.text[LUOTAIN_FI] = g_strdup (unit->code);
  return TRUE;
}

static char *
number_of (JsonObject *part, const char *name)
{
  JsonNode *value = json_object_get_member (part, name);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value)
      || (json_node_get_value_type (value) != G_TYPE_INT64
          && json_node_get_value_type (value) != G_TYPE_DOUBLE))
    return NULL;

  return g_strdup (g_ascii_formatd (text, sizeof text, "%g", json_node_get_double (value)));
}

static void
describe_scope (LuotainPerusteUnit *unit, JsonObject *part)
{
  static const char *const least[] = { "laajuus", "laajuusMinimi", "minimilaajuus",
                                       "tyoelamaOpintoMinimiLaajuus" };
  static const char *const most[] = { "laajuusMaksimi", "tyoelamaOpintoMaksimiLaajuus" };
  static const char *const words[] = HEADING ("Laajuus", "Omfattning", "Scope");
  g_autofree char *from = NULL, *to = NULL;
  LuotainTranslated text = { { NULL } };

  for (guint i = 0; from == NULL && i < G_N_ELEMENTS (least); i++)
    from = number_of (part, least[i]);
  for (guint i = 0; to == NULL && i < G_N_ELEMENTS (most); i++)
    to = number_of (part, most[i]);
  if (from == NULL && to == NULL)
    return;

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (unit->title.text[i] != NULL)
      text.text[i] = g_strdup_printf ("%s: %s%s%s", words[i], from != NULL ? from : "", to != NULL ? "–" : "",
                                      to != NULL ? to : "");
  luotain_peruste_describe (unit, NULL, &text);
  luotain_translated_clear (&text);
}

static void
append_line (LuotainTranslated *lines, const LuotainTranslated *line)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (line->text[i] != NULL)
      {
        char *before = lines->text[i];

        lines->text[i] = before == NULL ? g_strdup (line->text[i])
                                        : g_strconcat (before, "\n", line->text[i], NULL);
        g_free (before);
      }
}

/* One text in languages, or a list of them. */
static void
describe (LuotainPerusteReader *self, LuotainPerusteUnit *unit, const char *const *heading, JsonNode *value)
{
  LuotainTranslated text = { { NULL } };

  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      JsonArray *array = json_node_get_array (value);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          LuotainTranslated line = { { NULL } };

          luotain_peruste_text (self, json_array_get_element (array, i), FALSE, &line);
          append_line (&text, &line);
          luotain_translated_clear (&line);
        }
    }
  else
    luotain_peruste_text (self, value, FALSE, &text);

  luotain_peruste_describe (unit, heading, &text);
  luotain_translated_clear (&text);
}

static void
describe_free_texts (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonNode *value)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *one = json_array_get_element (array, i);
      LuotainTranslated heading = { { NULL } };

      if (!JSON_NODE_HOLDS_OBJECT (one))
        continue;

      luotain_peruste_text (self, json_object_get_member (json_node_get_object (one), "nimi"), TRUE,
                            &heading);
      if (json_object_has_member (json_node_get_object (one), "teksti"))
        describe (self, unit, (const char *const *) heading.text,
                  json_object_get_member (json_node_get_object (one), "teksti"));
      luotain_translated_clear (&heading);
    }
}

gboolean
luotain_peruste_is_text (JsonNode *value)
{
  JsonObjectIter members;
  const char *name;
  JsonNode *member;
  LuotainLanguage language;
  gboolean found = FALSE;

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return FALSE;

  json_object_iter_init (&members, json_node_get_object (value));
  while (json_object_iter_next (&members, &name, &member))
    {
      found = found || luotain_language_parse (name, &language);
      if (name[0] != '_' && !JSON_NODE_HOLDS_VALUE (member) && !JSON_NODE_HOLDS_NULL (member))
        return FALSE;
    }
  return found;
}

static gboolean
read_text_member (LuotainPerusteReader *self, LuotainPerusteUnit *unit, const char *name, JsonNode *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (name, texts[i].name) == 0)
      {
        describe (self, unit, texts[i].heading[LUOTAIN_FI] != NULL ? texts[i].heading : NULL, value);
        return TRUE;
      }

  return FALSE;
}

static void
read_member (LuotainPerusteReader *self, LuotainPerusteUnit *unit, const char *name, JsonNode *value)
{
  if (name[0] == '_' || g_strv_contains (passed_over, name) || luotain_peruste_is_empty (value)
      || luotain_peruste_read_requirements (self, unit, name, value)
      || read_text_member (self, unit, name, value))
    return;

  if (g_strv_contains (assessments, name))
    self->n_assessments++;
  else if (strcmp (name, "vapaatTekstit") == 0)
    describe_free_texts (self, unit, value);
  else if (luotain_peruste_is_text (value))
    {
      /* Texts that we do not know are kept, below what they are called in the file. */
      const char *const heading[] = { name, name, name };

      describe (self, unit, heading, value);
    }
  else
    luotain_peruste_pass (self, name, value);
}

void
luotain_peruste_read_part (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *part)
{
  JsonObjectIter members;
  const char *name;
  JsonNode *value;

  describe_scope (unit, part);
  json_object_iter_init_ordered (&members, part);
  while (json_object_iter_next_ordered (&members, &name, &value))
    read_member (self, unit, name, value);
}
