#include "luotain-moodle-nodes.h"

#include "luotain-csv.h"
#include "luotain-curriculum-words.h"
#include "luotain-moodle.h"
#include "luotain-text.h"

#include <string.h>

/* So much of what tells two equal names apart is kept. */
#define MAX_QUALIFIER 36

static void
node_free (gpointer data)
{
  LuotainMoodleNode *self = data;

  g_free (self->id);
  g_free (self->parent);
  g_free (self->name);
  g_free (self);
}

void
luotain_moodle_nodes_free (LuotainMoodleNodes *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->titles);
  g_free (self);
}

/* ---- names ---- */

/*
 * What Moodle makes of a name: it drops what looks like a tag, and its reader takes a backslash before a quotation mark
 * for an escape, which RFC 4180 does not know. Both are replaced by what looks alike.
 */
static char *
make_name (const char *text)
{
  const gboolean guarded = luotain_csv_is_formula (text);
  g_autofree char *line = luotain_text_excerpt (text, LUOTAIN_MOODLE_MAX_NAME - (guarded ? 1 : 0));
  GString *name = g_string_new (guarded ? "'" : NULL);
  gboolean first = !guarded;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        c = 0x2039;
      else if (c == '\\')
        c = '/';
      g_string_append_unichar (name, first ? g_unichar_toupper (c) : c);
      first = FALSE;
    }

  return g_string_free (name, FALSE);
}

/* “Digital skills – Supervisor”: cut before the qualifier, so that what tells them apart is never lost. */
static char *
append_qualifier (const char *name, const char *separator, const char *qualifier)
{
  g_autofree char *short_qualifier = luotain_text_excerpt (qualifier, MAX_QUALIFIER);
  g_autofree char *behind = g_strconcat (separator, short_qualifier, NULL);
  const guint left = LUOTAIN_MOODLE_MAX_NAME - (guint) g_utf8_strlen (behind, -1);
  g_autofree char *short_name = luotain_text_excerpt (name, left);

  return g_strconcat (short_name, behind, NULL);
}

/* How many nodes have each name, letter case aside. */
static GHashTable *
count_names (const LuotainMoodleNodes *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const LuotainMoodleNode *node = self->nodes->pdata[i];
      char *key = g_utf8_casefold (node->name, -1);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

static gboolean
is_taken (GHashTable *counts, const char *name)
{
  g_autofree char *key = g_utf8_casefold (name, -1);

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) > 1;
}

/* Names that stand more than once get what tells them apart: first the role level, then the profile. */
static void
qualify_names (LuotainMoodleNodes *self, gboolean by_profile)
{
  g_autoptr (GHashTable) counts = count_names (self);

  for (guint i = 1; i < self->nodes->len; i++)
    {
      LuotainMoodleNode *node = self->nodes->pdata[i];
      const char *qualifier = by_profile ? node->profile : node->level;

      if (qualifier == NULL || !is_taken (counts, node->name))
        continue;

      char *longer = append_qualifier (node->name, by_profile ? ", " : " – ", qualifier);

      g_free (node->name);
      node->name = make_name (longer);
      g_free (longer);
    }
}

/* What is still not told apart is numbered. */
static void
number_names (LuotainMoodleNodes *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      LuotainMoodleNode *node = self->nodes->pdata[i];
      g_autofree char *name = g_strdup (node->name);

      for (guint n = 2; !g_hash_table_add (seen, g_utf8_casefold (node->name, -1)); n++)
        {
          g_autofree char *number = g_strdup_printf ("(%u)", n);

          g_free (node->name);
          node->name = append_qualifier (name, " ", number);
        }
    }
}

/* ---- the tree ---- */

static const char *
text_of (const LuotainMoodleNodes *self, const LuotainTranslated *text)
{
  return luotain_translated_get (text, self->language);
}

static LuotainMoodleNode *
add_node (LuotainMoodleNodes *self, char *id, const char *parent, const char *title)
{
  LuotainMoodleNode *node = g_new0 (LuotainMoodleNode, 1);

  node->id = id;
  node->parent = g_strdup (parent);
  node->name = make_name (title);
  g_ptr_array_add (self->nodes, node);
  return node;
}

static const char *
keep_title (LuotainMoodleNodes *self, char *title)
{
  g_ptr_array_add (self->titles, title);
  return title;
}

/* A profile mostly has no title of its own: it is that of its scenario. */
static const char *
title_of_profile (LuotainMoodleNodes *self, const LuotainCurriculumProfile *profile)
{
  const char *title = text_of (self, &profile->profile->title);
  gint64 year = profile->profile->target_year;
  g_autofree char *made = NULL;

  if (title == NULL && profile->scenario != NULL)
    title = text_of (self, &profile->scenario->title);
  if (title == NULL)
    title = luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_PROFILE, self->language);
  if (year == LUOTAIN_NUMBER_UNSET && profile->scenario != NULL)
    year = profile->scenario->target_year;

  made = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  if (year == LUOTAIN_NUMBER_UNSET || strstr (title, made) != NULL)
    return keep_title (self, g_strdup (title));

  return keep_title (self, g_strdup_printf ("%s %s", title, made));
}

static void
add_entry (LuotainMoodleNodes *self, const LuotainMoodleNode *group, const LuotainCurriculumEntry *entry)
{
  const char *title = text_of (self, &entry->competence->title);
  const char *job_title = entry->job_title != NULL ? text_of (self, &entry->job_title->title) : NULL;
  g_autofree char *both = job_title != NULL ? g_strdup_printf ("%s (%s)", title, job_title) : NULL;
  LuotainMoodleNode *node = add_node (self,
                                      luotain_record_id_string (&luotain_profile_entry_type, entry->entry),
                                      group->id, both != NULL ? both : title);

  node->level = group->level;
  node->profile = group->profile;
  node->of = group->of;
  node->entry = entry;
}

/* The competences of one group (%NULL: of none that the workbook has) at one role level. */
static void
add_group (LuotainMoodleNodes *self, const LuotainMoodleNode *level, const LuotainRoleLevel *of,
           const LuotainVocabularyEntry *word)
{
  LuotainMoodleNode *node = NULL;

  for (guint i = 0; i < level->of->entries->len; i++)
    {
      const LuotainCurriculumEntry *entry = level->of->entries->pdata[i];

      if (entry->level != of
          || luotain_curriculum_word (self->curriculum, "competence-group", entry->competence->group) != word)
        continue;

      if (node == NULL)
        {
          g_autofree char *id = word != NULL ? luotain_record_id_string (&luotain_vocabulary_entry_type, word)
                                             : g_strdup ("no-group");

          node = add_node (self, g_strconcat (level->id, "/", id, NULL), level->id,
                           word != NULL ? text_of (self, &word->title)
                                        : luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_NO_GROUP,
                                                                      self->language));
          node->level = level->level;
          node->profile = level->profile;
          node->of = level->of;
          node->group = word != NULL ? word->key : NULL;
        }

      add_entry (self, node, entry);
    }
}

static void
add_level (LuotainMoodleNodes *self, const LuotainCurriculumProfile *profile, const char *parent,
           const char *title, const LuotainRoleLevel *level)
{
  g_autofree char *profile_id = luotain_record_id_string (&luotain_profile_type, profile->profile);
  g_autofree char *level_id = level != NULL ? luotain_record_id_string (&luotain_role_level_type, level)
                                            : g_strdup ("no-role-level");
  LuotainMoodleNode *node;
  guint n = 0;

  for (guint i = 0; i < profile->entries->len; i++)
    n += ((const LuotainCurriculumEntry *) profile->entries->pdata[i])->level == level;
  if (n == 0)
    return;

  node = add_node (self, g_strconcat (profile_id, "/", level_id, NULL), parent,
                   level != NULL
                       ? text_of (self, &level->title)
                       : luotain_curriculum_word_in (LUOTAIN_CURRICULUM_WORD_NO_LEVEL, self->language));
  node->profile = title;
  node->of = profile;
  node->level = keep_title (self, g_strdup (node->name));

  for (guint i = 0; i < self->curriculum->words->len; i++)
    {
      const LuotainVocabularyEntry *word = self->curriculum->words->pdata[i];

      if (strcmp (word->vocabulary, "competence-group") == 0)
        add_group (self, node, level, word);
    }
  add_group (self, node, level, NULL);
  node->level = NULL;
}

static void
add_profile (LuotainMoodleNodes *self, const LuotainCurriculumProfile *profile, gboolean alone)
{
  const char *title = title_of_profile (self, profile);
  const char *parent = "";

  if (!alone)
    {
      LuotainMoodleNode *node = add_node (self,
                                          luotain_record_id_string (&luotain_profile_type, profile->profile),
                                          "", title);

      node->of = profile;
      parent = node->id;
    }

  for (guint i = 0; i < self->curriculum->levels->len; i++)
    add_level (self, profile, parent, title, self->curriculum->levels->pdata[i]);
  add_level (self, profile, parent, title, NULL);
}

/* One profile, else the sector where all are of one, else the workbook. */
static void
add_framework (LuotainMoodleNodes *self)
{
  const GPtrArray *profiles = self->curriculum->profiles;
  const LuotainCurriculumProfile *first = profiles->pdata[0];
  gboolean one_sector = first->sector != NULL;

  for (guint i = 1; one_sector && i < profiles->len; i++)
    {
      const LuotainCurriculumProfile *profile = profiles->pdata[i];

      one_sector = profile->sector != NULL && profile->sector->record.id == first->sector->record.id;
    }

  if (profiles->len == 1)
    {
      LuotainMoodleNode *node = add_node (self,
                                          luotain_record_id_string (&luotain_profile_type, first->profile),
                                          "", title_of_profile (self, first));

      node->of = first;
    }
  else if (one_sector)
    add_node (self, luotain_record_id_string (&luotain_sector_type, first->sector), "",
              text_of (self, &first->sector->title));
  else
    add_node (self, luotain_record_id_string (&luotain_workbook_type, self->curriculum->workbook), "",
              text_of (self, &self->curriculum->workbook->title));
}

LuotainMoodleNodes *
luotain_moodle_nodes_new (const LuotainCurriculum *curriculum, LuotainLanguage language)
{
  LuotainMoodleNodes *self = g_new0 (LuotainMoodleNodes, 1);

  self->curriculum = curriculum;
  self->language = language;
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);

  add_framework (self);
  for (guint i = 0; i < curriculum->profiles->len; i++)
    add_profile (self, curriculum->profiles->pdata[i], curriculum->profiles->len == 1);

  qualify_names (self, FALSE);
  qualify_names (self, TRUE);
  number_names (self);
  return self;
}
