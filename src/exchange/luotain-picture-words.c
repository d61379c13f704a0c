#include "luotain-picture-private.h"

/* A picture is looked at by others than those who made it: its words are in its language, as on the map. */
static const char *const words[LUOTAIN_PICTURE_N_WORDS][LUOTAIN_N_LANGUAGES] = {
  [LUOTAIN_PICTURE_WORD_TABLE] = { "Tulevaisuustaulukko", "Framtidstabell", "Futures table" },
  [LUOTAIN_PICTURE_WORD_PROFILE] = { "Osaamisprofiili", "Kompetensprofil", "Competence profile" },
  [LUOTAIN_PICTURE_WORD_ROBUSTNESS] = { "Osaaminen, jota tarvitaan skenaariosta riippumatta",
                                        "Kompetens som behövs oavsett scenario",
                                        "Competence needed whatever the scenario" },
  [LUOTAIN_PICTURE_WORD_KEY_VARIABLE] = { "Avainmuuttuja", "Nyckelvariabel", "Key variable" },
  [LUOTAIN_PICTURE_WORD_COMPETENCE_GROUP] = { "Osaamisryhmä", "Kompetensgrupp", "Competence group" },
  [LUOTAIN_PICTURE_WORD_COMPETENCE] = { "Osaaminen", "Kompetens", "Competence" },
  [LUOTAIN_PICTURE_WORD_NEEDED] = { "● kaikissa skenaarioissa  ◐ useassa  ○ yhdessä; soluissa tehtävätasot, joilla sitä tarvitaan",
                                    "● i alla scenarier  ◐ i flera  ○ i ett; i cellerna de befattningsnivåer som behöver den",
                                    "● in all scenarios  ◐ in several  ○ in one; the cells name the role levels that need it" },
  [LUOTAIN_PICTURE_WORD_LEGEND] = { "Lihavoitu: välttämätön  ▲ tarve kasvaa  ▼ tarve vähenee",
                                    "Fet stil: nödvändig  ▲ behovet växer  ▼ behovet minskar",
                                    "Bold: essential  ▲ growing need  ▼ declining need" },
  [LUOTAIN_PICTURE_WORD_PATHS] = { "Vaihtoehdon alla skenaariot, joiden polku kulkee sen kautta",
                                   "Under ett alternativ de scenarier vars väg går genom det",
                                   "Below an alternative the scenarios whose path goes through it" },
  [LUOTAIN_PICTURE_WORD_REST_VARIABLES] = { "%u avainmuuttujaa ei mahtunut kuvaan",
                                            "%u nyckelvariabler rymdes inte i bilden",
                                            "%u more key variables did not fit" },
  [LUOTAIN_PICTURE_WORD_REST_GROUPS] = { "%u osaamisryhmää ei mahtunut kuvaan",
                                         "%u kompetensgrupper rymdes inte i bilden",
                                         "%u more competence groups did not fit" },
  [LUOTAIN_PICTURE_WORD_REST_COMPETENCES] = { "Eniten tarvitut ensin; lisäksi %u muuta osaamista",
                                              "De mest behövda först; därtill %u andra kompetenser",
                                              "The most needed first; %u more competences" },
  [LUOTAIN_PICTURE_WORD_SOURCE] = { "Lähde: työkirja", "Källa: arbetsboken", "Source: workbook" },
  [LUOTAIN_PICTURE_WORD_NO_GROUP] = { "Ilman ryhmää", "Utan grupp", "Without a group" },
  [LUOTAIN_PICTURE_WORD_NO_IMAGE] = { "Muu vaihtoehto", "Annat alternativ", "Another alternative" },
  [LUOTAIN_PICTURE_WORD_GROUP_DATE] = { "Ryhmä ______________________________     Päivä ______________",
                                        "Grupp ______________________________     Datum ______________",
                                        "Group ______________________________     Date ______________" },
  [LUOTAIN_PICTURE_WORD_SCENARIO_YEAR] = { "Skenaario ______________________________     Vuosi ________     Ryhmä ____________________",
                                           "Scenario ______________________________     År ________     Grupp ____________________",
                                           "Scenario ______________________________     Year ________     Group ____________________" },
  [LUOTAIN_PICTURE_WORD_FINDING] = { "Havainto", "Iakttagelse", "Finding" },
  [LUOTAIN_PICTURE_WORD_KIND] = { "Tyyppi", "Typ", "Kind" },
  [LUOTAIN_PICTURE_WORD_DIMENSIONS] = { "Ulottuvuudet", "Dimensioner", "Dimensions" },
  [LUOTAIN_PICTURE_WORD_WHAT] = { "Mitä huomasimme?", "Vad lade vi märke till?", "What did we notice?" },
  [LUOTAIN_PICTURE_WORD_WHERE_FROM] = { "Mistä?", "Varifrån?", "Where from?" },
  [LUOTAIN_PICTURE_WORD_IMPACT] = { "Vaikutus", "Verkan", "Impact" },
  [LUOTAIN_PICTURE_WORD_WHEN] = { "Läpimurto noin vuonna", "Genombrott omkring år",
                                  "Breakthrough about the year" },
  [LUOTAIN_PICTURE_WORD_CARDS] = { "Havaintokortit", "Kort för iakttagelser", "Finding cards" },
  [LUOTAIN_PICTURE_WORD_LEVEL_NONE] = { "ilman tasoa", "utan nivå", "no level" },
};

const char *
luotain_picture_word (LuotainPictureWord word, LuotainLanguage language)
{
  return words[word][language];
}
