#include "config.h"

#include "luotain-vocabulary.h"

#include "luotain-record-io.h"
#include "luotain-role-level.h"
#include "luotain-statement.h"
#include "luotain-vocabulary-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What every workbook has by default stands since the same moment: 2020-01-01. */
#define CREATED G_GINT64_CONSTANT (1577836800000)
#define FIRST_ROLE_LEVEL 101

typedef struct
{
  gint64 id; /* never changed: workbooks made apart are merged by it */
  const char *vocabulary;
  const char *key;
  const char *fi, *sv, *en;
} DefaultWord;

static const DefaultWord default_words[] = {
  { 1, "finding-kind", "weak-signal", "heikko signaali", "svag signal", "weak signal" },
  { 2, "finding-kind", "signal", "signaali", "signal", "signal" },
  { 3, "finding-kind", "trend", "trendi", "trend", "trend" },
  { 4, "finding-kind", "phenomenon", "ilmiö", "fenomen", "phenomenon" },
  { 5, "finding-kind", "wild-card", "villi kortti", "wild card", "wild card" },
  { 11, "dimension", "political", "poliittinen", "politisk", "political" },
  { 12, "dimension", "economic", "ekonominen", "ekonomisk", "economic" },
  { 13, "dimension", "social", "sosiaalinen", "social", "social" },
  { 14, "dimension", "technological", "teknologinen", "teknologisk", "technological" },
  { 15, "dimension", "ecological", "ekologinen", "ekologisk", "ecological" },
  { 21, "channel", "observation", "oma havainto", "egen iakttagelse", "own observation" },
  { 22, "channel", "survey", "kysely", "enkät", "survey" },
  { 23, "channel", "discussion", "keskustelu", "diskussion", "discussion" },
  { 31, "session-kind", "workshop", "työpaja", "workshop", "workshop" },
  { 32, "session-kind", "learning-cafe", "oppimiskahvila", "lärcafé", "learning café" },
  { 33, "session-kind", "forum", "foorumi", "forum", "forum" },
  { 34, "session-kind", "webinar", "webinaari", "webbinarium", "webinar" },
  { 35, "session-kind", "survey", "kysely", "enkät", "survey" },
  { 36, "session-kind", "interview", "haastattelu", "intervju", "interview" },
  { 41, "source-kind", "report", "raportti", "rapport", "report" },
  { 42, "source-kind", "statistics", "tilasto", "statistik", "statistics" },
  { 43, "source-kind", "article", "artikkeli", "artikel", "article" },
  { 44, "source-kind", "news", "uutinen", "nyhet", "news" },
  { 45, "source-kind", "web-page", "verkkosivu", "webbsida", "web page" },
  { 46, "source-kind", "legislation", "säädös", "författning", "legislation" },
  { 47, "source-kind", "survey", "kysely", "enkät", "survey" },
  { 48, "source-kind", "interview", "haastattelu", "intervju", "interview" },
  { 49, "source-kind", "other", "muu", "annan", "other" },
  { 61, "image", "utopia", "utopia", "utopi", "utopia" },
  { 62, "image", "dystopia", "dystopia", "dystopi", "dystopia" },
  { 63, "image", "continuation", "nykytilan jatkumo", "nulägets fortsättning", "continuation of today" },
  { 64, "image", "upheaval", "mullistus", "omvälvning", "upheaval" },
  { 71, "competence-group", "generic-skill", "geneeriset taidot", "generiska färdigheter", "generic skills" },
  { 72, "competence-group", "special-skill", "erityistaidot", "specialfärdigheter", "special skills" },
  { 73, "competence-group", "qualification", "kvalifikaatiot", "kvalifikationer", "qualifications" },
  { 81, "importance", "useful", "hyödyllinen", "nyttig", "useful" },
  { 82, "importance", "important", "tärkeä", "viktig", "important" },
  { 83, "importance", "essential", "välttämätön", "nödvändig", "essential" },
  { 91, "change-direction", "growing", "kasvaa", "växer", "growing" },
  { 92, "change-direction", "steady", "pysyy ennallaan", "oförändrad", "steady" },
  { 93, "change-direction", "declining", "vähenee", "minskar", "declining" },
};

static const struct
{
  const char *fi, *sv, *en;
} default_role_levels[] = {
  { "johtoryhmätaso", "ledningsgruppsnivå", "executive" },
  { "esimiestaso", "chefsnivå", "supervisor" },
  { "asiantuntijatehtävätaso", "expertnivå", "expert" },
  { "suoritustaso", "utförande nivå", "operational" },
};

static const struct
{
  const char *vocabulary;
  const char *words[12];
  const char *labels[12];
} closed[] = {
  { "language", { "fi", "sv", "en" }, { N_ ("Finnish"), N_ ("Swedish"), N_ ("English") } },
  { "session-status", { "planned", "running", "closed" }, { N_ ("Planned"), N_ ("Running"), N_ ("Closed") } },
  { "identifier-scheme", { "esco", "oph", "other" }, { "ESCO", N_ ("ePerusteet"), N_ ("Other") } },
  { "rating-scale",
    { "breakthrough", "impact", "probability", "direction", "dots", "priority" },
    { N_ ("Time of Breakthrough"), N_ ("Impact"), N_ ("Probability"), N_ ("Direction"), N_ ("Dots"),
      N_ ("Priority") } },
  { "exclusion-kind",
    { "logical", "empirical", "normative" },
    { N_ ("Logical"), N_ ("Empirical"), N_ ("Normative") } },
  { "coverage-status",
    { "covered", "partly", "not-at-all" },
    { N_ ("Covered"), N_ ("Partly Covered"), N_ ("Not Covered") } },
  { "answer", { "yes", "no" }, { N_ ("Yes"), N_ ("No") } },
  { "vocabulary",
    { "finding-kind", "dimension", "channel", "session-kind", "source-kind", "image", "competence-group",
      "importance", "change-direction" },
    { N_ ("Kinds of Findings"), N_ ("PESTE Dimensions"), N_ ("Channels"), N_ ("Kinds of Sessions"),
      N_ ("Kinds of Sources"), N_ ("Future Images"), N_ ("Competence Groups"), N_ ("Importance"),
      N_ ("Direction of Change") } },
};

static void
set_titles (LuotainTranslated *title, const char *fi, const char *sv, const char *en)
{
  title->text[LUOTAIN_FI] = g_strdup (fi);
  title->text[LUOTAIN_SV] = g_strdup (sv);
  title->text[LUOTAIN_EN] = g_strdup (en);
}

static gboolean
insert_word (LuotainDb *db, const DefaultWord *word, gint64 position, GError **error)
{
  LuotainVocabularyEntry *entry = luotain_record_new (&luotain_vocabulary_entry_type);
  gboolean ok;

  entry->record.id = word->id;
  entry->record.created = CREATED;
  entry->record.position = position;
  entry->vocabulary = g_strdup (word->vocabulary);
  entry->key = g_strdup (word->key);
  set_titles (&entry->title, word->fi, word->sv, word->en);
  ok = luotain_record_insert (db, &luotain_vocabulary_entry_type, entry, error);
  luotain_record_destroy (entry);
  return ok;
}

static gboolean
insert_role_level (LuotainDb *db, guint i, GError **error)
{
  LuotainRoleLevel *level = luotain_record_new (&luotain_role_level_type);
  gboolean ok;

  level->record.id = FIRST_ROLE_LEVEL + i;
  level->record.created = CREATED;
  set_titles (&level->title, default_role_levels[i].fi, default_role_levels[i].sv, default_role_levels[i].en);
  ok = luotain_record_insert (db, &luotain_role_level_type, level, error);
  luotain_record_destroy (level);
  return ok;
}

gboolean
luotain_vocabulary_insert_defaults (LuotainDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (default_words); i++)
    if (!insert_word (db, &default_words[i], i + 1, error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (default_role_levels); i++)
    if (!insert_role_level (db, i, error))
      return FALSE;

  return TRUE;
}

static int
find_closed (const char *vocabulary)
{
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    if (g_strcmp0 (closed[i].vocabulary, vocabulary) == 0)
      return (int) i;

  return -1;
}

gboolean
luotain_vocabulary_is_closed (const char *vocabulary)
{
  return find_closed (vocabulary) >= 0;
}

const char *const *
luotain_vocabulary_closed_words (const char *vocabulary)
{
  const int place = find_closed (vocabulary);

  g_return_val_if_fail (place >= 0, NULL);
  return closed[place].words;
}

const char *
luotain_vocabulary_closed_label (const char *vocabulary, const char *word)
{
  const int place = find_closed (vocabulary);

  for (guint i = 0; place >= 0 && closed[place].words[i] != NULL; i++)
    if (g_strcmp0 (closed[place].words[i], word) == 0)
      return _ (closed[place].labels[i]);

  return NULL;
}

gboolean
luotain_vocabulary_has_word (LuotainDb *db, const char *vocabulary, const char *word, gboolean *has,
                             GError **error)
{
  g_autoptr (LuotainStatement) statement = NULL;
  LuotainStep step;

  if (luotain_vocabulary_is_closed (vocabulary))
    {
      *has = g_strv_contains (luotain_vocabulary_closed_words (vocabulary), word);
      return TRUE;
    }

  statement = luotain_db_prepare (db, "SELECT 1 FROM vocabulary_entry WHERE vocabulary = ?1 AND \"key\" = ?2",
                                  error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_text (statement, 1, vocabulary);
  luotain_statement_bind_text (statement, 2, word);
  step = luotain_statement_step (statement, error);
  *has = step == LUOTAIN_STEP_ROW;
  return step != LUOTAIN_STEP_ERROR;
}

char **
luotain_vocabulary_words (LuotainDb *db, const char *vocabulary, GError **error)
{
  g_autoptr (LuotainStatement) statement = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  LuotainStep step;

  if (luotain_vocabulary_is_closed (vocabulary))
    return g_strdupv ((char **) luotain_vocabulary_closed_words (vocabulary));

  statement = luotain_db_prepare (db,
                                  "SELECT v.\"key\" FROM vocabulary_entry v JOIN record r ON r.id = v.id"
                                  " WHERE v.vocabulary = ?1 ORDER BY r.position, r.id",
                                  error);

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_text (statement, 1, vocabulary);

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    g_ptr_array_add (words, luotain_statement_dup_text (statement, 0));

  if (step == LUOTAIN_STEP_ERROR)
    return NULL;

  g_ptr_array_set_free_func (words, NULL);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}
