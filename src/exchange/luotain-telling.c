/* How records of a snapshot are named and what their fields hold, in words, as luotain_chain_title() does for a workbook. */

#include "config.h"

#include "luotain-comparison-private.h"

#include "luotain-date.h"
#include "luotain-id.h"
#include "luotain-text.h"
#include "luotain-vocabulary.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PASSAGE_CHARACTERS 60

void
luotain_telling_init (LuotainTelling *self, LuotainSnapshot *snapshot, LuotainLanguage language)
{
  self->snapshot = snapshot;
  self->language = language;
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lacks = FALSE;
}

void
luotain_telling_clear (LuotainTelling *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
}

void
luotain_telling_learn_words (LuotainTelling *self)
{
  const GPtrArray *items = luotain_snapshot_get_items (self->snapshot);

  g_hash_table_remove_all (self->words);

  for (guint i = 0; i < items->len; i++)
    {
      const LuotainItem *item = items->pdata[i];
      LuotainVocabularyEntry *entry = item->record;

      if (item->type == &luotain_vocabulary_entry_type && entry->vocabulary != NULL && entry->key != NULL)
        g_hash_table_insert (self->words, g_strconcat (entry->vocabulary, " ", entry->key, NULL), entry);
    }
}

static const LuotainRecordType *
find_top (const LuotainRecordType *type)
{
  while (type->owner != NULL)
    type = luotain_model_type (&luotain_workbook_model, type->owner);

  return type;
}

const LuotainItem *
luotain_telling_find (LuotainTelling *self, const LuotainRecordType *type, gint64 id)
{
  const LuotainItem *item = luotain_snapshot_find (self->snapshot, id);

  if (item != NULL)
    return item;

  /* In which element an owned record stands is not known: those of its kind are few. */
  if (type->owner == NULL)
    luotain_snapshot_want (self->snapshot, id);
  else
    luotain_snapshot_want_type (self->snapshot, find_top (type));

  self->lacks = TRUE;
  return NULL;
}

const LuotainItemLink *
luotain_item_find_link (const LuotainItem *item, const char *role)
{
  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, i);

      if (strcmp (link->role->name, role) == 0)
        return link;
    }

  return NULL;
}

/* (nullable): the title of what a link of @role leads to. */
static char *
title_of_linked (LuotainTelling *self, const LuotainItem *item, const char *role)
{
  const LuotainItemLink *link = luotain_item_find_link (item, role);

  return link != NULL ? luotain_telling_title_of (self, link->target_type, link->target) : NULL;
}

static char *
title_of_entry (LuotainTelling *self, const LuotainItem *item)
{
  g_autofree char *competence = title_of_linked (self, item, "competence");
  g_autofree char *level = title_of_linked (self, item, "job-title");

  if (level == NULL)
    level = title_of_linked (self, item, "role-level");

  if (competence == NULL)
    competence = g_strdup (_ ("Entry without competence"));

  return level != NULL ? g_strdup_printf ("%s · %s", competence, level) : g_steal_pointer (&competence);
}

static char *
title_of_profile (LuotainTelling *self, const LuotainItem *item)
{
  const LuotainProfile *profile = item->record;
  const char *title = luotain_translated_get (&profile->title, self->language);
  g_autofree char *scenario = title == NULL ? title_of_linked (self, item, "scenario") : NULL;

  if (title != NULL)
    return g_strdup (title);

  if (scenario == NULL)
    scenario = g_strdup (_ ("Profile without scenario"));

  return profile->target_year != LUOTAIN_NUMBER_UNSET
             ? g_strdup_printf ("%s %" G_GINT64_FORMAT, scenario, profile->target_year)
             : g_steal_pointer (&scenario);
}

/* What says something of two records is named by both. */
static char *
title_of_pair (LuotainTelling *self, const LuotainItem *item, const char *role, const char *between)
{
  const LuotainRecordType *owner_type = luotain_model_type (&luotain_workbook_model, item->type->owner);
  g_autofree char *owner = luotain_telling_title_of (self, owner_type,
                                                     ((LuotainRecord *) item->record)->owner);
  g_autofree char *other = title_of_linked (self, item, role);

  return g_strconcat (owner, between, other != NULL ? other : "?", NULL);
}

static char *
title_of_word (LuotainTelling *self, const LuotainItem *item, const char *field)
{
  return luotain_telling_value (self, item, luotain_record_type_field (item->type, field, NULL), LUOTAIN_FI);
}

static char *
special_title (LuotainTelling *self, const LuotainItem *item)
{
  const LuotainRecordType *type = item->type;

  if (type == &luotain_profile_entry_type)
    return title_of_entry (self, item);
  if (type == &luotain_profile_type)
    return title_of_profile (self, item);
  if (type == &luotain_coverage_type)
    return title_of_linked (self, item, "assesses");
  if (type == &luotain_judgement_type)
    return title_of_pair (self, item, "judges", " → ");
  if (type == &luotain_influence_type)
    return title_of_pair (self, item, "influences", " → ");
  if (type == &luotain_exclusion_type)
    return title_of_pair (self, item, "excludes", " ≠ ");
  if (type == &luotain_rating_type)
    return title_of_word (self, item, "scale");
  if (type == &luotain_kind_change_type)
    return title_of_word (self, item, "kind");
  return NULL;
}

char *
luotain_telling_title (LuotainTelling *self, const LuotainItem *item)
{
  char *special = special_title (self, item);
  const char *title;

  if (special != NULL)
    return special;

  title = luotain_record_title (item->type, item->record, self->language);

  if (title == NULL)
    return g_strdup (_ (item->type->label));

  return item->type == &luotain_passage_type || item->type == &luotain_addendum_type
             ? luotain_text_excerpt (title, PASSAGE_CHARACTERS)
             : g_strdup (title);
}

char *
luotain_telling_title_of (LuotainTelling *self, const LuotainRecordType *type, gint64 id)
{
  const LuotainItem *item = luotain_telling_find (self, type, id);

  /* Shown only where the report does not hold it. */
  return item != NULL ? luotain_telling_title (self, item) : luotain_id_to_string (type->name, MAX (id, 1));
}

/* ---- values ---- */

static const char *
find_word (LuotainTelling *self, const char *vocabulary, const char *key)
{
  g_autofree char *name = g_strconcat (vocabulary, " ", key, NULL);
  const LuotainVocabularyEntry *entry = g_hash_table_lookup (self->words, name);
  const char *label = entry != NULL ? luotain_translated_get (&entry->title, self->language)
                      : luotain_vocabulary_is_closed (vocabulary)
                          ? luotain_vocabulary_closed_label (vocabulary, key)
                          : NULL;

  return label != NULL ? label : key;
}

static char *
tell_words (LuotainTelling *self, const LuotainField *field, const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    luotain_text_add_part (text, ", ", find_word (self, field->vocabulary, *word));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
tell_tags (const char *tags)
{
  g_auto (GStrv) lines = g_strsplit (tags, "\n", -1);

  return g_strjoinv (", ", lines);
}

char *
luotain_telling_value (LuotainTelling *self, const LuotainItem *item, const LuotainField *field,
                       LuotainLanguage column)
{
  const char *text;

  if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
    return luotain_field_to_string (field, item->record, column);

  text = luotain_field_peek (field, item->record, column);

  if (text == NULL)
    return NULL;

  switch (field->kind)
    {
    case LUOTAIN_FIELD_KIND_WORD:
    case LUOTAIN_FIELD_KIND_WORDS:
      return tell_words (self, field, text);

    case LUOTAIN_FIELD_KIND_TAGS:
      return tell_tags (text);

    case LUOTAIN_FIELD_KIND_DATE:
      return luotain_date_to_display (text);

    case LUOTAIN_FIELD_KIND_TEXT:
    case LUOTAIN_FIELD_KIND_TRANSLATED:
    case LUOTAIN_FIELD_KIND_NUMBER:
    default:
      return g_strdup (text);
    }
}
