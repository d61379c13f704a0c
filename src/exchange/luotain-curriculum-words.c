#include "luotain-curriculum-words.h"

/* A file is read by others than those who made it: its words are in its language, as in the HTML of the report. */
static const char *const words[LUOTAIN_CURRICULUM_N_WORDS][LUOTAIN_N_LANGUAGES] = {
  [LUOTAIN_CURRICULUM_WORD_PROFILE] = { "Osaamisprofiili", "Kompetensprofil", "Competence profile" },
  [LUOTAIN_CURRICULUM_WORD_PLANNING_INPUT] = { "Ennakoinnin tuottamaa lähtötietoa opetussuunnitelmien suunnitteluun. Ei ole tutkinto, tutkinnon osa eikä "
                                               "todistus, eikä mitään myönnetä tämän perusteella.",
                                               "Underlag från framsyn för planering av läroplaner. Är varken en examen, en examensdel eller ett intyg, och "
                                               "inget beviljas på grundval av detta.",
                                               "Input for curriculum planning that comes from foresight. It is no qualification, no part of one and no "
                                               "certificate, and nothing is awarded on its grounds." },
  [LUOTAIN_CURRICULUM_WORD_QUALIFICATIONS] = { "Kvalifikaatioilla tarkoitetaan tässä sertifikaatteja ja pätevyyksiä, ei tutkintoja.",
                                               "Med kvalifikationer avses här certifikat och behörigheter, inte examina.",
                                               "Qualifications here means certificates and competences, not degrees or levels of a qualifications framework." },
  [LUOTAIN_CURRICULUM_WORD_REASON] = { "Perustelu", "Motivering", "Reason" },
  [LUOTAIN_CURRICULUM_WORD_IMPORTANCE] = { "Tärkeys", "Vikt", "Importance" },
  [LUOTAIN_CURRICULUM_WORD_DIRECTION] = { "Muutoksen suunta", "Förändringens riktning",
                                          "Direction of change" },
  [LUOTAIN_CURRICULUM_WORD_RESTS_ON] = { "Perustuu", "Bygger på", "Rests on" },
  [LUOTAIN_CURRICULUM_WORD_GROUP] = { "Osaamisryhmä", "Kompetensgrupp", "Competence group" },
  [LUOTAIN_CURRICULUM_WORD_JOB_TITLE] = { "Tehtävänimike", "Uppgiftsbenämning", "Job title" },
  [LUOTAIN_CURRICULUM_WORD_SCENARIO] = { "Skenaario", "Scenario", "Scenario" },
  [LUOTAIN_CURRICULUM_WORD_SECTOR] = { "Toimiala", "Bransch", "Sector" },
  [LUOTAIN_CURRICULUM_WORD_TARGET_YEAR] = { "Tavoitevuosi", "Målår", "Target year" },
  [LUOTAIN_CURRICULUM_WORD_NO_LEVEL] = { "Ilman tehtävätasoa", "Utan befattningsnivå",
                                         "Without a role level" },
  [LUOTAIN_CURRICULUM_WORD_NO_GROUP] = { "Ilman osaamisryhmää", "Utan kompetensgrupp", "Without a group" },
  [LUOTAIN_CURRICULUM_WORD_SCALE] = { "Ei vielä osaa,Osaa", "Ännu inte kompetent,Kompetent",
                                      "Not yet competent,Competent" },
};

const char *
luotain_curriculum_word_in (LuotainCurriculumWord word, LuotainLanguage language)
{
  return words[word][language];
}
