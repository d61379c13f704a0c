#include "config.h"

#include "luotain-elm.h"

#include "luotain-curriculum-words.h"
#include "luotain-curriculum.h"
#include "luotain-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<Courses xmlns=\"http://data.europa.eu/snb/model/ap/loq-constraints/\"" \
  " xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\" xsdVersion=\"3.1.0\">\n"

/* The model asks for a field of education; the workbook knows none, and claims none. */
#define FIELD_UNKNOWN "http://data.europa.eu/snb/isced-f/9999"
#define TRANSVERSAL "http://data.europa.eu/snb/skill-reuse-level/transversal"
#define LANGUAGES "http://publications.europa.eu/resource/authority/language/"

static const char *const language_codes[LUOTAIN_N_LANGUAGES] = { "FIN", "SWE", "ENG" };

typedef struct
{
  const LuotainCurriculum *curriculum;
  LuotainLanguage language;
  GString *xml;
} Writer;

/* ---- text ---- */

/* Characters the program lets in are those XML 1.0 can hold. */
static void
append_escaped (GString *xml, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '&':
          g_string_append (xml, "&amp;");
          break;
        case '<':
          g_string_append (xml, "&lt;");
          break;
        case '>':
          g_string_append (xml, "&gt;");
          break;
        case '"':
          g_string_append (xml, "&quot;");
          break;
        default:
          g_string_append_c (xml, *p);
        }
    }
}

static void
write_text (Writer *self, int depth, const char *element, LuotainLanguage language, const char *text)
{
  g_string_append_printf (self->xml, "%*s<%s language=\"%s\">", depth * 2, "", element,
                          luotain_language_code (language));
  append_escaped (self->xml, text);
  g_string_append_printf (self->xml, "</%s>\n", element);
}

static void
write_note (Writer *self, int depth, LuotainLanguage language, const char *text)
{
  g_string_append_printf (self->xml, "%*s<additionalNote>\n", depth * 2, "");
  write_text (self, depth + 1, "noteLiteral", language, text);
  g_string_append_printf (self->xml, "%*s</additionalNote>\n", depth * 2, "");
}

static void
write_uri (Writer *self, int depth, const char *element, const char *uri)
{
  g_string_append_printf (self->xml, "%*s<%s uri=\"", depth * 2, "", element);
  append_escaped (self->xml, uri);
  g_string_append (self->xml, "\"/>\n");
}

static char *
urn_of (const LuotainRecordType *type, gconstpointer record)
{
  g_autofree char *id = luotain_record_id_string (type, record);

  return g_strconcat ("urn:luotain:", id, NULL);
}

static void
write_identifier (Writer *self, int depth, const char *notation)
{
  g_string_append_printf (self->xml, "%*s<identifier>\n%*s<skos:notation>", depth * 2, "", depth * 2 + 2, "");
  append_escaped (self->xml, notation);
  g_string_append_printf (self->xml, "</skos:notation>\n%*s</identifier>\n", depth * 2, "");
}

/* ---- what stands in several languages ---- */

static gboolean
has_language (const LuotainTranslated *text, LuotainLanguage language)
{
  return text->text[language] != NULL;
}

/* A text in each language it has. */
static void
write_translated (Writer *self, int depth, const char *element, const LuotainTranslated *text)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      if (has_language (text, i))
        write_text (self, depth, element, i, text->text[i]);
    }
}

/* What a profile is called: by itself, else by its scenario. */
static const LuotainTranslated *
title_of (const LuotainCurriculumProfile *profile)
{
  const gboolean own = luotain_translated_get (&profile->profile->title, LUOTAIN_FI) != NULL;

  return own || profile->scenario == NULL ? &profile->profile->title : &profile->scenario->title;
}

static char *
make_title (const LuotainCurriculumProfile *profile, const LuotainRoleLevel *level, LuotainLanguage language)
{
  const char *of_profile = luotain_translated_get (title_of (profile), language);
  const char *of_level = level != NULL
                             ? luotain_translated_get (&level->title, language)
                             : luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_NO_LEVEL, language);

  if (of_profile == NULL)
    of_profile = luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_PROFILE, language);
  return g_strdup_printf ("%s – %s", of_profile, of_level);
}

/* In which languages a profile is told: those of its title, else the one of the workbook. */
static gboolean
is_told_in (const Writer *self, const LuotainCurriculumProfile *profile, LuotainLanguage language)
{
  const LuotainTranslated *title = title_of (profile);

  return luotain_translated_get (title, language) != NULL ? has_language (title, language)
                                                          : language == self->language;
}

static void
append_line (GString *text, LuotainCurriculumWord word, LuotainLanguage language, const char *value)
{
  if (value == NULL)
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s: %s", luotain_curriculum_word_in (word, language), value);
}

static void
append_word (const Writer *self, GString *text, LuotainCurriculumWord label, LuotainLanguage language,
             const char *vocabulary, const char *key)
{
  const LuotainVocabularyEntry *word = luotain_curriculum_word (self->curriculum, vocabulary, key);

  append_line (text, label, language, word != NULL ? luotain_translated_get (&word->title, language) : key);
}

/* ---- a learning achievement specification: a profile at a role level ---- */

static gboolean
holds_qualifications (const LuotainCurriculumProfile *profile, const LuotainRoleLevel *level)
{
  for (guint i = 0; i < profile->entries->len; i++)
    {
      const LuotainCurriculumEntry *entry = profile->entries->pdata[i];

      if (entry->level == level && g_strcmp0 (entry->competence->group, "qualification") == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
describe (const LuotainCurriculumProfile *profile, const LuotainRoleLevel *level, LuotainLanguage language)
{
  GString *text = g_string_new (
      luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_PLANNING_INPUT, language));
  gint64 year = profile->profile->target_year;

  if (holds_qualifications (profile, level))
    g_string_append_printf (text, " %s",
                            luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_QUALIFICATIONS, language));
  if (has_language (&profile->profile->description, language))
    g_string_append_printf (text, "\n%s", profile->profile->description.text[language]);
  if (profile->scenario != NULL)
    append_line (text, LUOTAIN_CURRICULUM_WORD_SCENARIO, language,
                 luotain_translated_get (&profile->scenario->title, language));
  if (year == LUOTAIN_NUMBER_UNSET && profile->scenario != NULL)
    year = profile->scenario->target_year;
  if (year != LUOTAIN_NUMBER_UNSET)
    g_string_append_printf (text, "\n%s: %" G_GINT64_FORMAT,
                            luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_TARGET_YEAR, language), year);

  return g_string_free (text, FALSE);
}

static void
write_texts (Writer *self, const LuotainCurriculumProfile *profile, const LuotainRoleLevel *level)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      g_autofree char *title = is_told_in (self, profile, i) ? make_title (profile, level, i) : NULL;

      if (title != NULL)
        write_text (self, 3, "title", i, title);
    }

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      g_autofree char *text = is_told_in (self, profile, i) ? describe (profile, level, i) : NULL;

      if (text != NULL)
        write_text (self, 3, "description", i, text);
    }

  if (profile->sector != NULL)
    write_translated (self, 3, "category", &profile->sector->title);
}

static void
write_specification (Writer *self, const LuotainCurriculumProfile *profile, const LuotainRoleLevel *level)
{
  g_autofree char *profile_id = luotain_record_id_string (&luotain_profile_type, profile->profile);
  g_autofree char *level_id = level != NULL ? luotain_record_id_string (&luotain_role_level_type, level)
                                            : g_strdup ("no-role-level");
  g_autofree char *id = g_strconcat (profile_id, ":", level_id, NULL);
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (profile->profile->record.changed / 1000);
  g_autofree char *modified = g_date_time_format (changed, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append_printf (self->xml, "    <learningAchievementSpecification id=\"urn:luotain:%s\">\n", id);
  write_identifier (self, 3, id);
  write_texts (self, profile, level);
  g_string_append_printf (self->xml, "      <modified>%s</modified>\n", modified);
  write_uri (self, 3, "ISCEDFCode", FIELD_UNKNOWN);

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      g_autofree char *uri = g_strconcat (LANGUAGES, language_codes[i], NULL);

      if (is_told_in (self, profile, i))
        write_uri (self, 3, "language", uri);
    }

  for (guint i = 0; i < profile->entries->len; i++)
    {
      const LuotainCurriculumEntry *entry = profile->entries->pdata[i];
      g_autofree char *urn = entry->level == level ? urn_of (&luotain_profile_entry_type, entry->entry)
                                                   : NULL;

      if (urn != NULL)
        g_string_append_printf (self->xml, "      <learningOutcome idref=\"%s\"/>\n", urn);
    }

  g_string_append (self->xml, "    </learningAchievementSpecification>\n");
}

static gboolean
has_entries (const LuotainCurriculumProfile *profile, const LuotainRoleLevel *level)
{
  for (guint i = 0; i < profile->entries->len; i++)
    {
      if (((const LuotainCurriculumEntry *) profile->entries->pdata[i])->level == level)
        return TRUE;
    }

  return FALSE;
}

/* The last level is none: entries whose own was deleted. */
static void
write_specifications (Writer *self)
{
  const GPtrArray *levels = self->curriculum->levels;

  g_string_append (self->xml, "  <learningAchievementSpecificationReferences>\n");
  for (guint i = 0; i < self->curriculum->profiles->len; i++)
    {
      const LuotainCurriculumProfile *profile = self->curriculum->profiles->pdata[i];

      for (guint j = 0; j <= levels->len; j++)
        {
          const LuotainRoleLevel *level = j < levels->len ? levels->pdata[j] : NULL;

          if (has_entries (profile, level))
            write_specification (self, profile, level);
        }
    }
  g_string_append (self->xml, "  </learningAchievementSpecificationReferences>\n");
}

/* ---- a learning outcome: a competence that a role level needs ---- */

/* In one language all that is said of the entry: the note of the model is one text. */
static char *
describe_entry (const Writer *self, const LuotainCurriculumEntry *entry, LuotainLanguage language)
{
  GString *text = g_string_new (entry->competence->description.text[language]);

  append_line (text, LUOTAIN_CURRICULUM_WORD_REASON, language, entry->entry->reason.text[language]);
  append_word (self, text, LUOTAIN_CURRICULUM_WORD_GROUP, language, "competence-group",
               entry->competence->group);
  append_word (self, text, LUOTAIN_CURRICULUM_WORD_IMPORTANCE, language, "importance",
               entry->entry->importance);
  append_word (self, text, LUOTAIN_CURRICULUM_WORD_DIRECTION, language, "change-direction",
               entry->entry->direction);
  if (entry->job_title != NULL)
    append_line (text, LUOTAIN_CURRICULUM_WORD_JOB_TITLE, language,
                 luotain_translated_get (&entry->job_title->title, language));
  if (g_strcmp0 (entry->competence->group, "qualification") == 0)
    g_string_append_printf (text, "\n%s",
                            luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_QUALIFICATIONS, language));

  return g_string_free (text, FALSE);
}

static void
write_entry_notes (Writer *self, const LuotainCurriculumEntry *entry)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      const gboolean told = has_language (&entry->competence->description, i)
                            || has_language (&entry->entry->reason, i)
                            || has_language (&entry->competence->title, i);
      g_autofree char *text = told ? describe_entry (self, entry, i) : NULL;

      if (text != NULL && *text != '\0')
        write_note (self, 3, i, text);
    }

  if (entry->rests_on->len > 0)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < entry->rests_on->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) entry->rests_on->pdata[i]);

      g_autofree char *note = g_strdup_printf (
          "%s: %s", luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_RESTS_ON, self->language), text->str);

      write_note (self, 3, self->language, note);
    }
}

/* What is no URI has one of ours, and what was written stands beside it: nothing is lost, and the file stays valid. */
static void
write_skill (Writer *self, const LuotainExternalIdentifier *identifier, const char *element)
{
  g_autofree char *escaped = g_uri_escape_string (identifier->uri, ":/?#@!$&'()*+,;=%", FALSE);
  g_autofree char *urn = NULL;

  if (g_uri_is_valid (escaped, G_URI_FLAGS_ENCODED, NULL))
    {
      write_uri (self, 3, element, escaped);
      return;
    }

  urn = urn_of (&luotain_external_identifier_type, identifier);
  g_string_append_printf (self->xml, "      <%s uri=\"%s\">\n        <skos:notation>", element, urn);
  append_escaped (self->xml, identifier->uri);
  g_string_append_printf (self->xml, "</skos:notation>\n      </%s>\n", element);
}

/* In the order of the schema: first those of other frameworks, the workbook's own catalogue before them, then ESCO. */
static void
write_skills (Writer *self, const LuotainCurriculumEntry *entry)
{
  g_autofree char *own = urn_of (&luotain_competence_type, entry->competence);

  g_string_append_printf (self->xml, "      <relatedSkill uri=\"%s\">\n", own);
  write_translated (self, 4, "skos:prefLabel", &entry->competence->title);
  g_string_append (self->xml, "      </relatedSkill>\n");

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < entry->identifiers->len; i++)
        {
          const LuotainExternalIdentifier *identifier = entry->identifiers->pdata[i];
          const gboolean is_esco = strcmp (identifier->scheme, "esco") == 0;

          if (is_esco == (pass == 1))
            write_skill (self, identifier, is_esco ? "relatedESCOSkill" : "relatedSkill");
        }
    }
}

static void
write_outcome (Writer *self, const LuotainCurriculumEntry *entry)
{
  g_autofree char *id = luotain_record_id_string (&luotain_profile_entry_type, entry->entry);

  g_string_append_printf (self->xml, "    <learningOutcome id=\"urn:luotain:%s\">\n", id);
  write_identifier (self, 3, id);
  write_translated (self, 3, "title", &entry->competence->title);
  write_entry_notes (self, entry);
  if (g_strcmp0 (entry->competence->group, "generic-skill") == 0)
    write_uri (self, 3, "reusabilityLevel", TRANSVERSAL);
  write_skills (self, entry);
  g_string_append (self->xml, "    </learningOutcome>\n");
}

/* ---- the file ---- */

static gboolean
flush (LuotainDb *db, Writer *self, GOutputStream *stream, GError **error)
{
  const gboolean ok = g_output_stream_write_all (stream, self->xml->str, self->xml->len, NULL,
                                                 luotain_db_get_cancellable (db), error);

  g_string_truncate (self->xml, 0);
  return ok;
}

static gboolean
write_all (LuotainDb *db, Writer *self, GOutputStream *stream, GError **error)
{
  const GPtrArray *profiles = self->curriculum->profiles;

  g_string_append (self->xml, HEAD);
  write_specifications (self);
  g_string_append (self->xml, "  <learningOutcomeReferences>\n");

  for (guint i = 0; i < profiles->len; i++)
    {
      const LuotainCurriculumProfile *profile = profiles->pdata[i];

      luotain_db_set_progress (db, i, profiles->len);
      for (guint j = 0; j < profile->entries->len; j++)
        write_outcome (self, profile->entries->pdata[j]);
      if (!flush (db, self, stream, error))
        return FALSE;
    }

  g_string_append (self->xml, "  </learningOutcomeReferences>\n</Courses>\n");
  return flush (db, self, stream, error)
         && g_output_stream_flush (stream, luotain_db_get_cancellable (db), error);
}

gboolean
luotain_elm_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainElm *elm = data;
  LuotainCurriculumQuery query = { elm->ids, elm->n_ids, elm->language };
  g_autoptr (LuotainCurriculum) curriculum = NULL;
  g_autoptr (GString) xml = g_string_new (NULL);
  Writer writer = { .language = elm->language, .xml = xml };

  if (!luotain_curriculum_run (db, &query, (gpointer *) &curriculum, error))
    return FALSE;

  if (curriculum->profiles->len == 0)
    {
      g_set_error_literal (
          error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
          _ ("There is no competence profile to export. Make one on the page Profiles first."));
      return FALSE;
    }

  writer.curriculum = curriculum;
  return write_all (db, &writer, elm->stream, error);
}
