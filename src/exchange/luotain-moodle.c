#include "config.h"

#include "luotain-moodle.h"

#include "luotain-csv.h"
#include "luotain-curriculum-words.h"
#include "luotain-exchange-error.h"
#include "luotain-moodle-nodes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As Moodle writes it, to the letter; its import knows columns by their place. */
#define HEAD \
  "\"Parent id number\",\"Id number\",Shortname,Description,\"Description format\",\"Scale values\"," \
  "\"Scale configuration\",\"Rule type (optional)\",\"Rule outcome (optional)\",\"Rule config (optional)\"," \
  "\"Cross referenced competency id numbers\",\"Exported id (optional)\",\"Is framework\",Taxonomy\r\n"

/* The second value of the scale is the one of those who can; Moodle puts its own number in place of the first. */
#define SCALE "[{\"scaleid\":\"1\"},{\"id\":2,\"scaledefault\":1,\"proficient\":1}]"

#define FORMAT_HTML "1"
#define OUTCOME_NONE "0"

typedef struct
{
  const LuotainMoodleNodes *nodes;
  const LuotainCurriculum *curriculum;
  LuotainLanguage language;
  GHashTable *ids; /* gint64 of a competence → GPtrArray of the id numbers it stands under */
} Writer;

static const char *
word_in (const Writer *self, LuotainCurriculumWord word)
{
  return luotain_curriculum_word_in (word, self->language);
}

/* ---- descriptions ---- */

/* No backslash is left, which Moodle's reader would take for an escape; and no line feed. */
static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  for (const char *p = escaped; *p != '\0'; p++)
    {
      if (*p == '\\')
        g_string_append (html, "&#92;");
      else if (*p == '\n')
        g_string_append (html, "<br>");
      else
        g_string_append_c (html, *p);
    }
}

static void
append_paragraph (GString *html, const char *label, const char *text)
{
  if (text == NULL)
    return;

  g_string_append (html, "<p>");
  if (label != NULL)
    {
      g_string_append (html, "<strong>");
      append_escaped (html, label);
      g_string_append (html, ":</strong> ");
    }
  append_escaped (html, text);
  g_string_append (html, "</p>");
}

/* A text that is not there in the language of the file says in which one it is. */
static void
append_translated (const Writer *self, GString *html, const char *label, const LuotainTranslated *text)
{
  const char *found = luotain_translated_get (text, self->language);

  for (guint i = 0; found != NULL && i < LUOTAIN_N_LANGUAGES; i++)
    {
      if (found != text->text[i])
        continue;

      if (i != self->language)
        g_string_append_printf (html, "<div lang=\"%s\">", luotain_language_code ((LuotainLanguage) i));
      append_paragraph (html, label, found);
      if (i != self->language)
        g_string_append (html, "</div>");
      return;
    }
}

static void
append_word (const Writer *self, GString *html, LuotainCurriculumWord label, const char *vocabulary,
             const char *key)
{
  const LuotainVocabularyEntry *word = luotain_curriculum_word (self->curriculum, vocabulary, key);

  if (word != NULL)
    append_translated (self, html, word_in (self, label), &word->title);
  else if (key != NULL)
    append_paragraph (html, word_in (self, label), key);
}

static void
append_reasons (const Writer *self, GString *html, const GPtrArray *titles)
{
  if (titles->len == 0)
    return;

  append_paragraph (html, word_in (self, LUOTAIN_CURRICULUM_WORD_RESTS_ON), "");
  g_string_append (html, "<ul>");
  for (guint i = 0; i < titles->len; i++)
    {
      g_string_append (html, "<li>");
      append_escaped (html, titles->pdata[i]);
      g_string_append (html, "</li>");
    }
  g_string_append (html, "</ul>");
}

/* Only what a browser fetches becomes a link: an address may hold anything. */
static void
append_identifier (GString *html, const LuotainExternalIdentifier *identifier)
{
  const gboolean is_link = g_ascii_strncasecmp (identifier->uri, "http://", 7) == 0
                           || g_ascii_strncasecmp (identifier->uri, "https://", 8) == 0;
  g_autofree char *scheme = g_ascii_strup (identifier->scheme, -1);

  g_string_append (html, "<p>");
  append_escaped (html, scheme);
  if (identifier->version != NULL)
    {
      g_string_append_c (html, ' ');
      append_escaped (html, identifier->version);
    }
  g_string_append (html, ": ");
  if (is_link)
    {
      g_string_append (html, "<a href=\"");
      append_escaped (html, identifier->uri);
      g_string_append (html, "\">");
    }
  append_escaped (html, identifier->uri);
  g_string_append (html, is_link ? "</a></p>" : "</p>");
}

static void
describe_entry (const Writer *self, GString *html, const LuotainCurriculumEntry *entry)
{
  append_translated (self, html, NULL, &entry->competence->description);
  append_translated (self, html, word_in (self, LUOTAIN_CURRICULUM_WORD_REASON), &entry->entry->reason);
  append_word (self, html, LUOTAIN_CURRICULUM_WORD_IMPORTANCE, "importance", entry->entry->importance);
  append_word (self, html, LUOTAIN_CURRICULUM_WORD_DIRECTION, "change-direction", entry->entry->direction);
  append_reasons (self, html, entry->rests_on);
  for (guint i = 0; i < entry->identifiers->len; i++)
    append_identifier (html, entry->identifiers->pdata[i]);
}

static void
describe_profile (const Writer *self, GString *html, const LuotainCurriculumProfile *profile)
{
  append_translated (self, html, NULL, &profile->profile->description);
  if (profile->scenario != NULL)
    append_translated (self, html, word_in (self, LUOTAIN_CURRICULUM_WORD_SCENARIO),
                       &profile->scenario->title);
  if (profile->sector != NULL)
    append_translated (self, html, word_in (self, LUOTAIN_CURRICULUM_WORD_SECTOR), &profile->sector->title);
}

static char *
describe (const Writer *self, const LuotainMoodleNode *node, gboolean is_framework)
{
  GString *html = g_string_new (NULL);

  if (is_framework)
    {
      append_paragraph (html, NULL, word_in (self, LUOTAIN_CURRICULUM_WORD_PLANNING_INPUT));
      append_paragraph (html, NULL, word_in (self, LUOTAIN_CURRICULUM_WORD_QUALIFICATIONS));
    }

  if (node->entry != NULL)
    describe_entry (self, html, node->entry);
  else if (node->of != NULL && node->group == NULL && (is_framework || node->profile == NULL))
    describe_profile (self, html, node->of);

  if (g_strcmp0 (node->group, "qualification") == 0)
    append_paragraph (html, NULL, word_in (self, LUOTAIN_CURRICULUM_WORD_QUALIFICATIONS));

  if (html->len > 0)
    {
      g_autofree char *open = g_strdup_printf ("<div lang=\"%s\">", luotain_language_code (self->language));

      g_string_prepend (html, open);
      g_string_append (html, "</div>");
    }
  return g_string_free (html, FALSE);
}

/* ---- rows ---- */

static void
collect_ids (Writer *self)
{
  for (guint i = 0; i < self->nodes->nodes->len; i++)
    {
      const LuotainMoodleNode *node = self->nodes->nodes->pdata[i];
      const gint64 *competence = node->entry != NULL ? &node->entry->competence->record.id : NULL;
      GPtrArray *ids = competence != NULL ? g_hash_table_lookup (self->ids, competence) : NULL;

      if (competence != NULL && ids == NULL)
        {
          ids = g_ptr_array_new ();
          g_hash_table_insert (self->ids, (gpointer) competence, ids);
        }
      if (ids != NULL)
        g_ptr_array_add (ids, node->id);
    }
}

/* Where else the same competence stands: Moodle shows these side by side. */
static char *
list_related (const Writer *self, const LuotainMoodleNode *node)
{
  const GPtrArray *ids = g_hash_table_lookup (self->ids, &node->entry->competence->record.id);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      if (ids->pdata[i] == node->id)
        continue;
      if (list->len > 0)
        g_string_append_c (list, ',');
      g_string_append (list, ids->pdata[i]);
    }

  return g_string_free (list, FALSE);
}

static void
write_framework (const Writer *self, LuotainCsv *csv, const LuotainMoodleNode *node)
{
  g_autofree char *description = describe (self, node, TRUE);
  const char *levels = self->curriculum->profiles->len == 1 ? "level,domain,competency,competency"
                                                            : "domain,level,domain,competency";
  const char *cells[] = {
    "",    node->id, node->name, description, FORMAT_HTML, word_in (self, LUOTAIN_CURRICULUM_WORD_SCALE),
    SCALE, "",       "",         "",          "",          "",
    "1",   levels,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    luotain_csv_text (csv, cells[i]);
  luotain_csv_end_row (csv);
}

static void
write_node (const Writer *self, LuotainCsv *csv, const LuotainMoodleNode *node)
{
  g_autofree char *description = describe (self, node, FALSE);
  g_autofree char *related = node->entry != NULL ? list_related (self, node) : NULL;
  const char *cells[] = {
    node->parent, node->id,     node->name, description, FORMAT_HTML, "", "",
    "",           OUTCOME_NONE, "null",     related,     "",          "", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    luotain_csv_text (csv, cells[i]);
  luotain_csv_end_row (csv);
}

static gboolean
write_rows (LuotainDb *db, const Writer *self, GOutputStream *stream, GError **error)
{
  GCancellable *cancellable = luotain_db_get_cancellable (db);
  const GPtrArray *nodes = self->nodes->nodes;
  g_autoptr (LuotainCsv) csv = luotain_csv_new (stream, LUOTAIN_CSV_RFC_4180, cancellable);

  if (!g_output_stream_write_all (stream, HEAD, strlen (HEAD), NULL, cancellable, error))
    return FALSE;

  write_framework (self, csv, nodes->pdata[0]);
  for (guint i = 1; i < nodes->len; i++)
    {
      luotain_db_set_progress (db, i, nodes->len);
      write_node (self, csv, nodes->pdata[i]);
    }

  return luotain_csv_finish (csv, error);
}

gboolean
luotain_moodle_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainMoodle *moodle = data;
  LuotainCurriculumQuery query = { moodle->ids, moodle->n_ids, moodle->language };
  g_autoptr (LuotainCurriculum) curriculum = NULL;
  g_autoptr (LuotainMoodleNodes) nodes = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                      (GDestroyNotify) g_ptr_array_unref);
  Writer writer = { .language = moodle->language, .ids = ids };

  if (!luotain_curriculum_run (db, &query, (gpointer *) &curriculum, error))
    return FALSE;

  if (curriculum->profiles->len == 0)
    {
      g_set_error_literal (
          error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
          _ ("There is no competence profile to export. Make one on the page Profiles first."));
      return FALSE;
    }

  nodes = luotain_moodle_nodes_new (curriculum, moodle->language);
  writer.nodes = nodes;
  writer.curriculum = curriculum;
  collect_ids (&writer);
  return write_rows (db, &writer, moodle->stream, error);
}
