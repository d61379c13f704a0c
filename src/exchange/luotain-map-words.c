#include "luotain-map-words.h"

/* A file is read by others than those who made it: its words are in its language, as in the HTML of the report. */
static const char *const words[LUOTAIN_MAP_N_WORDS][LUOTAIN_N_LANGUAGES] = {
  [LUOTAIN_MAP_WORD_MAP] = { "Tulevaisuuskartta", "Framtidskarta", "Futures map" },
  [LUOTAIN_MAP_WORD_DISTANCE] = { "Etäisyys keskeltä: läpimurron aika, lähivuodet keskellä",
                                  "Avstånd från mitten: tid för genombrott, de närmaste åren i mitten",
                                  "Distance from the middle: time of breakthrough, soon in the middle" },
  [LUOTAIN_MAP_WORD_DISTANCE_INSIDE] = { "Etäisyys keskeltä: läpimurron aika, kaukaisin keskellä",
                                         "Avstånd från mitten: tid för genombrott, det avlägsnaste i mitten",
                                         "Distance from the middle: time of breakthrough, latest in the middle" },
  [LUOTAIN_MAP_WORD_NO_YEAR] = { "ei vielä ajoitettu", "ännu utan tid", "no time yet" },
  [LUOTAIN_MAP_WORD_NO_DIMENSION] = { "ei vielä ulottuvuutta", "ännu utan dimension", "no dimension yet" },
  [LUOTAIN_MAP_WORD_NOT_RATED] = { "ei vielä arvioitu", "ännu inte bedömd", "not rated yet" },
  [LUOTAIN_MAP_WORD_KIND] = { "Muoto: tyyppi", "Form: typ", "Shape: kind" },
  [LUOTAIN_MAP_WORD_NO_KIND] = { "ei tyyppiä", "ingen typ", "no kind" },
  [LUOTAIN_MAP_WORD_IMPACT] = { "Koko: vaikutus", "Storlek: verkan", "Size: impact" },
  [LUOTAIN_MAP_WORD_SMALL] = { "pieni", "liten", "small" },
  [LUOTAIN_MAP_WORD_GREAT] = { "suuri", "stor", "great" },
  [LUOTAIN_MAP_WORD_DIRECTION] = { "Ääriviiva: suunta", "Kontur: riktning", "Outline: direction" },
  [LUOTAIN_MAP_WORD_STRENGTHENING] = { "vahvistuva", "förstärks", "strengthening" },
  [LUOTAIN_MAP_WORD_ESTABLISHED] = { "vakiintunut", "etablerad", "established" },
  [LUOTAIN_MAP_WORD_WEAKENING] = { "heikkenevä", "försvagas", "weakening" },
  [LUOTAIN_MAP_WORD_UNCERTAINTY] = { "Epävarmuus", "Osäkerhet", "Uncertainty" },
  [LUOTAIN_MAP_WORD_PROBABLE] = { "todennäköinen", "sannolik", "probable" },
  [LUOTAIN_MAP_WORD_UNCERTAIN] = { "epävarma", "osäker", "uncertain" },
  [LUOTAIN_MAP_WORD_CRITICAL] = { "kriittiset epävarmuudet: avainmuuttujien aiheita",
                                  "kritiska osäkerheter: ämnen för nyckelvariabler",
                                  "critical uncertainties: candidates for key variables" },
  [LUOTAIN_MAP_WORD_CLUSTER] = { "useita havaintoja, joille ei ole tilaa", "flera iakttagelser som inte ryms",
                                 "several findings there is no room for" },
  [LUOTAIN_MAP_WORD_EVIDENCE] = { "tukee havaintoa", "stöder iakttagelsen", "supports a finding" },
  [LUOTAIN_MAP_WORD_FINDINGS] = { "Havainnot", "Iakttagelser", "Findings" },
  [LUOTAIN_MAP_WORD_FINDING] = { "Havainto", "Iakttagelse", "Finding" },
  [LUOTAIN_MAP_WORD_DIMENSIONS] = { "Ulottuvuudet", "Dimensioner", "Dimensions" },
  [LUOTAIN_MAP_WORD_YEAR] = { "Läpimurto", "Genombrott", "Breakthrough" },
  [LUOTAIN_MAP_WORD_PROBABILITY] = { "Todennäköisyys", "Sannolikhet", "Probability" },
  [LUOTAIN_MAP_WORD_PRIORITY] = { "Tärkeys", "Prioritet", "Priority" },
  [LUOTAIN_MAP_WORD_LEGEND] = { "Merkkien selitykset", "Teckenförklaring", "Legend" },
  [LUOTAIN_MAP_WORD_MEDIAN] = { "mediaani, n =", "median, n =", "median, n =" },
  [LUOTAIN_MAP_WORD_SKIP] = { "Siirry havaintoluetteloon", "Gå till listan över iakttagelser",
                              "Skip to the list of findings" },
  [LUOTAIN_MAP_WORD_HINT] = { "Osoita merkkiä tai siirry sarkaimella, niin sen teksti näkyy.",
                              "Peka på ett tecken eller gå till det med tabb, så visas dess text.",
                              "Point at a mark, or reach it with Tab, to see its text." },
  [LUOTAIN_MAP_WORD_LISTED] = { "Havainnot luetellaan kuvan jälkeen.", "Iakttagelserna listas efter bilden.",
                                "The findings are listed after the picture." },
};

const char *
luotain_map_word (LuotainMapWord word, LuotainLanguage language)
{
  return words[word][language];
}
