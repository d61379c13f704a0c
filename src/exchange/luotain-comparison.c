#include "config.h"

#include "luotain-comparison-private.h"

#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is told names others, and those others in their turn: an entry its competence, a path its variable. */
#define MOST_ROUNDS 5

/* The group of a type that stands at the top is that of all it owns. */
static const struct
{
  const LuotainRecordType *type;
  LuotainChangeGroup group;
} groups_of_types[] = {
  { &luotain_scenario_type, LUOTAIN_CHANGE_SCENARIOS },
  { &luotain_frame_scenario_type, LUOTAIN_CHANGE_SCENARIOS },
  { &luotain_profile_type, LUOTAIN_CHANGE_PROFILES },
  { &luotain_competence_type, LUOTAIN_CHANGE_COMPETENCES },
  { &luotain_role_level_type, LUOTAIN_CHANGE_COMPETENCES },
  { &luotain_job_title_type, LUOTAIN_CHANGE_COMPETENCES },
  { &luotain_key_variable_type, LUOTAIN_CHANGE_TABLE },
  { &luotain_finding_type, LUOTAIN_CHANGE_FINDINGS },
  { &luotain_organisation_type, LUOTAIN_CHANGE_COVERAGE },
  { &luotain_source_type, LUOTAIN_CHANGE_SOURCES },
};

typedef struct
{
  LuotainTelling before, after;
  GHashTable *differing; /* (element-type gint64): records at the top whose elements differ */
  LuotainComparison *result;
} Comparing;

/* ---- fields ---- */

static void
add_field (GPtrArray *fields, char *name, char *label, char *before, char *after)
{
  LuotainFieldChange *change = g_new0 (LuotainFieldChange, 1);

  change->name = name;
  change->label = label;
  change->before = before;
  change->after = after;
  g_ptr_array_add (fields, change);
}

/* A text in the language the comparison is told in needs no name of it. */
static char *
label_field (const LuotainField *field, LuotainLanguage column, LuotainLanguage told)
{
  if (field->kind != LUOTAIN_FIELD_KIND_TRANSLATED || column == told)
    return g_strdup (_ (field->label));

  return g_strdup_printf ("%s (%s)", _ (field->label), luotain_language_name (column));
}

static void
compare_field (Comparing *self, const LuotainField *field, const LuotainItem *a, const LuotainItem *b,
               GPtrArray *fields)
{
  for (guint i = 0; i < luotain_field_n_columns (field); i++)
    {
      if (field->kind != LUOTAIN_FIELD_KIND_NUMBER
          && g_strcmp0 (luotain_field_peek (field, a->record, i), luotain_field_peek (field, b->record, i))
                 == 0)
        continue;

      add_field (fields, luotain_field_column (field, i), label_field (field, i, self->after.language),
                 luotain_telling_value (&self->before, a, field, i),
                 luotain_telling_value (&self->after, b, field, i));
    }
}

/* ---- links ---- */

static const LuotainItemLink *
find_link (const LuotainItem *item, const LuotainItemLink *wanted)
{
  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, i);

      if (link->role == wanted->role && link->target == wanted->target)
        return link;
    }

  return NULL;
}

static gboolean
is_path (const LuotainItemLink *link)
{
  return strcmp (link->role->name, "path") == 0;
}

static void
compare_notes (const LuotainItemLink *a, const LuotainItemLink *b, Comparing *self, GPtrArray *fields)
{
  g_autofree char *title = NULL;

  if (g_strcmp0 (a->note, b->note) == 0)
    return;

  title = luotain_telling_title_of (&self->after, b->target_type, b->target);
  /* Translators: the note on a link, for example “Evidence, note: Batteries in every ferry”. */
  add_field (fields, g_strconcat (b->role->name, ".note", NULL),
             g_strdup_printf (_ ("%s, note: %s"), _ (b->role->label), title), g_strdup (a->note),
             g_strdup (b->note));
}

/* Links of @item that @other lacks, told as what was (@gone) or what is now. Where there can be only one, a link that
 * took its place is told with it. */
static void
tell_links (Comparing *self, const LuotainItem *item, const LuotainItem *other, gboolean gone,
            GPtrArray *fields)
{
  LuotainTelling *telling = gone ? &self->before : &self->after;
  LuotainTelling *opposite = gone ? &self->after : &self->before;

  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, i);
      const LuotainItemLink *instead = link->role->only_one ? luotain_item_find_link (other, link->role->name)
                                                            : NULL;
      char *here, *there;

      if (is_path (link) || find_link (other, link) != NULL || (instead != NULL && gone))
        continue;

      here = luotain_telling_title_of (telling, link->target_type, link->target);
      there = instead != NULL ? luotain_telling_title_of (opposite, instead->target_type, instead->target)
                              : NULL;
      add_field (fields, g_strdup (link->role->name), g_strdup (_ (link->role->label)), gone ? here : there,
                 gone ? there : here);
    }
}

static void
compare_links (Comparing *self, const LuotainItem *a, const LuotainItem *b, GPtrArray *fields)
{
  tell_links (self, a, b, TRUE, fields);
  tell_links (self, b, a, FALSE, fields);

  for (guint i = 0; b->links != NULL && i < b->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (b->links, LuotainItemLink, i);
      const LuotainItemLink *before = find_link (a, link);

      if (before != NULL)
        compare_notes (before, link, self, fields);
    }
}

/* ---- paths ---- */

static gint64
variable_of (LuotainTelling *self, const LuotainItemLink *link)
{
  const LuotainItem *state = luotain_telling_find (self, link->target_type, link->target);

  return state != NULL ? ((LuotainRecord *) state->record)->owner : 0;
}

/* (nullable): the state the path takes of a variable. */
static const LuotainItemLink *
find_pick (LuotainTelling *self, const LuotainItem *scenario, gint64 variable)
{
  for (guint i = 0; scenario->links != NULL && i < scenario->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (scenario->links, LuotainItemLink, i);

      if (is_path (link) && variable_of (self, link) == variable)
        return link;
    }

  return NULL;
}

static char *
title_of_pick (LuotainTelling *self, const LuotainItemLink *link)
{
  return link != NULL ? luotain_telling_title_of (self, link->target_type, link->target) : NULL;
}

static void
tell_picks (Comparing *self, const LuotainItem *item, const LuotainItem *other, gboolean gone,
            GPtrArray *fields)
{
  LuotainTelling *telling = gone ? &self->before : &self->after;
  LuotainTelling *opposite = gone ? &self->after : &self->before;

  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, i);
      gint64 variable;
      const LuotainItemLink *instead;

      if (!is_path (link) || find_link (other, link) != NULL)
        continue;

      variable = variable_of (telling, link);
      instead = variable != 0 ? find_pick (opposite, other, variable) : NULL;

      /* Told once, from the side that is now. */
      if (gone && instead != NULL)
        continue;

      add_field (fields, g_strdup ("path"),
                 variable != 0 ? luotain_telling_title_of (telling, &luotain_key_variable_type, variable)
                               : g_strdup (_ (link->role->label)),
                 title_of_pick (gone ? telling : opposite, gone ? link : instead),
                 title_of_pick (gone ? opposite : telling, gone ? instead : link));
    }
}

/* ---- records ---- */

static LuotainChangeGroup
group_of (const LuotainRecordType *type)
{
  while (type->owner != NULL)
    type = luotain_model_type (&luotain_workbook_model, type->owner);

  for (guint i = 0; i < G_N_ELEMENTS (groups_of_types); i++)
    if (groups_of_types[i].type == type)
      return groups_of_types[i].group;

  return LUOTAIN_CHANGE_ROUND;
}

/* Takes @fields. */
static void
add_change (Comparing *self, const LuotainItem *a, const LuotainItem *b, LuotainChangeGroup group,
            GPtrArray *fields)
{
  const LuotainItem *item = b != NULL ? b : a;
  const LuotainRecord *record = item->record;
  LuotainChange *change = g_new0 (LuotainChange, 1);

  change->kind = a == NULL ? LUOTAIN_CHANGE_CAME : b == NULL ? LUOTAIN_CHANGE_WENT : LUOTAIN_CHANGE_CHANGED;
  change->group = group;
  change->type = item->type;
  change->id = record->id;
  change->owner = record->owner;
  change->fields = fields;
  change->title_before = a != NULL ? luotain_telling_title (&self->before, a) : NULL;
  change->title_after = b != NULL ? luotain_telling_title (&self->after, b) : NULL;

  if (record->owner != 0)
    change->owner_title = luotain_telling_title_of (
        b != NULL ? &self->after : &self->before,
        luotain_model_type (&luotain_workbook_model, item->type->owner), record->owner);

  g_ptr_array_add (self->result->changes, change);
  self->result->counts[change->group][change->kind]++;
}

static void
compare_records (Comparing *self, const LuotainItem *a, const LuotainItem *b)
{
  g_autoptr (GPtrArray) fields = luotain_field_changes_new ();
  g_autoptr (GPtrArray) picks = luotain_field_changes_new ();

  for (guint i = 0; i < b->type->n_fields; i++)
    if (!luotain_field_equal (&b->type->fields[i], a->record, b->record))
      compare_field (self, &b->type->fields[i], a, b, fields);

  compare_links (self, a, b, fields);
  tell_picks (self, a, b, TRUE, picks);
  tell_picks (self, b, a, FALSE, picks);

  if (fields->len > 0)
    add_change (self, a, b, group_of (b->type), g_steal_pointer (&fields));

  if (picks->len > 0)
    add_change (self, a, b, LUOTAIN_CHANGE_PATHS, g_steal_pointer (&picks));
}

/* Whether what @item belongs to is not on the other side either: then that is told, and not each of its parts. */
static gboolean
goes_with_owner (const LuotainItem *item, const LuotainSnapshot *other)
{
  const gint64 owner = ((LuotainRecord *) item->record)->owner;

  return owner != 0 && luotain_snapshot_find (other, owner) == NULL;
}

static void
tell_side (Comparing *self, gboolean gone)
{
  const LuotainSnapshot *here = gone ? self->before.snapshot : self->after.snapshot;
  const LuotainSnapshot *there = gone ? self->after.snapshot : self->before.snapshot;
  const GPtrArray *items = luotain_snapshot_get_items (here);
  gboolean differs = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const LuotainItem *item = items->pdata[i];
      const gint64 *id = &((LuotainRecord *) item->record)->id;
      const LuotainItem *other;

      if (item->type->owner == NULL)
        differs = g_hash_table_contains (self->differing, id);

      if (!differs)
        continue;

      other = luotain_snapshot_find (there, *id);

      if (other != NULL && other->type == item->type)
        {
          if (!gone)
            compare_records (self, other, item);
        }
      else if (!goes_with_owner (item, there))
        add_change (self, gone ? item : NULL, gone ? NULL : item, group_of (item->type),
                    luotain_field_changes_new ());
    }
}

static guint
place_of (const LuotainRecordType *type)
{
  guint place = 0;

  while (luotain_workbook_model.types[place] != type)
    place++;

  return place;
}

static gint
compare_changes (gconstpointer a, gconstpointer b)
{
  const LuotainChange *x = *(LuotainChange *const *) a, *y = *(LuotainChange *const *) b;
  const char *x_title = x->title_after != NULL ? x->title_after : x->title_before;
  const char *y_title = y->title_after != NULL ? y->title_after : y->title_before;
  int by;

  if (x->group != y->group)
    return (int) x->group - (int) y->group;

  if (x->type != y->type)
    return (int) place_of (x->type) - (int) place_of (y->type);

  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;

  by = g_strcmp0 (x->owner_title, y->owner_title);

  if (by == 0)
    by = g_utf8_collate (x_title, y_title);

  return by != 0 ? by : (x->id > y->id) - (x->id < y->id);
}

static void
tell (Comparing *self)
{
  g_ptr_array_set_size (self->result->changes, 0);
  memset (self->result->counts, 0, sizeof self->result->counts);
  self->before.lacks = self->after.lacks = FALSE;
  luotain_telling_learn_words (&self->before);
  luotain_telling_learn_words (&self->after);
  tell_side (self, TRUE);
  tell_side (self, FALSE);
}

/* ---- both sides ---- */

static void
want (Comparing *self, gint64 id)
{
  g_hash_table_add (self->differing, g_memdup2 (&id, sizeof id));
  luotain_snapshot_want (self->before.snapshot, id);
  luotain_snapshot_want (self->after.snapshot, id);
}

/* Walks both lists side by side: what is the same by its hash is not looked at. */
static void
find_differing (Comparing *self)
{
  const GArray *a = luotain_snapshot_get_entries (self->before.snapshot);
  const GArray *b = luotain_snapshot_get_entries (self->after.snapshot);

  for (guint i = 0, j = 0; i < a->len || j < b->len;)
    {
      const LuotainSnapshotEntry *x = i < a->len ? &g_array_index (a, LuotainSnapshotEntry, i) : NULL;
      const LuotainSnapshotEntry *y = j < b->len ? &g_array_index (b, LuotainSnapshotEntry, j) : NULL;

      if (y == NULL || (x != NULL && x->record < y->record))
        {
          want (self, x->record);
          i++;
        }
      else if (x == NULL || y->record < x->record)
        {
          want (self, y->record);
          j++;
        }
      else
        {
          if (memcmp (x->digest, y->digest, LUOTAIN_EDITION_DIGEST) != 0)
            want (self, x->record);

          i++;
          j++;
        }
    }
}

/* An edition is opened first, where there is one: then the other side holds at once what differs from it. */
static gboolean
open_both (Comparing *self, gboolean after_first, GError **error)
{
  LuotainSnapshot *first = after_first ? self->after.snapshot : self->before.snapshot;
  LuotainSnapshot *second = after_first ? self->before.snapshot : self->after.snapshot;

  return luotain_snapshot_open (first, NULL, error) && luotain_snapshot_open (second, first, error);
}

static gboolean
load_both (Comparing *self, GError **error)
{
  return luotain_snapshot_load (self->before.snapshot, error)
         && luotain_snapshot_load (self->after.snapshot, error);
}

static LuotainLanguage
find_language (const LuotainSnapshot *snapshot)
{
  const GPtrArray *items = luotain_snapshot_get_items (snapshot);
  LuotainLanguage language = luotain_language_of_locale ();

  for (guint i = 0; i < items->len; i++)
    {
      const LuotainItem *item = items->pdata[i];

      if (item->type == &luotain_workbook_type)
        luotain_language_parse (((LuotainWorkbook *) item->record)->language, &language);
    }

  return language;
}

static void
describe (const LuotainSnapshot *snapshot, LuotainComparisonSide *side)
{
  const LuotainEdition *edition = luotain_snapshot_get_edition (snapshot);

  if (edition == NULL)
    return;

  g_free (side->name);
  side->name = g_strdup (edition->name);
  side->frozen = edition->frozen;
  side->hash = luotain_edition_hash_string (edition);
  side->removed = edition->removed;
}

static gboolean
compare_all (Comparing *self, gboolean after_first, const LuotainLanguage *language, GError **error)
{
  if (!open_both (self, after_first, error))
    return FALSE;

  find_differing (self);
  luotain_snapshot_want_type (self->before.snapshot, &luotain_vocabulary_entry_type);
  luotain_snapshot_want_type (self->after.snapshot, &luotain_vocabulary_entry_type);
  luotain_snapshot_want_type (self->after.snapshot, &luotain_workbook_type);

  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      if (!load_both (self, error))
        return FALSE;

      self->after.language = language != NULL ? *language : find_language (self->after.snapshot);
      self->before.language = self->after.language;
      tell (self);

      if (!self->before.lacks && !self->after.lacks)
        break;
    }

  g_ptr_array_sort (self->result->changes, compare_changes);
  describe (self->before.snapshot, &self->result->before);
  describe (self->after.snapshot, &self->result->after);
  return TRUE;
}

LuotainComparison *
luotain_comparison_of_snapshots (LuotainSnapshot *before, LuotainSnapshot *after, gboolean after_first,
                                 const LuotainLanguage *language, GError **error)
{
  g_autoptr (LuotainComparison) result = g_new0 (LuotainComparison, 1);
  Comparing self = { .result = result };
  gboolean ok;

  result->changes = g_ptr_array_new_with_free_func (luotain_change_free);
  self.differing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  luotain_telling_init (&self.before, before, LUOTAIN_FI);
  luotain_telling_init (&self.after, after, LUOTAIN_FI);
  ok = compare_all (&self, after_first, language, error);
  luotain_telling_clear (&self.before);
  luotain_telling_clear (&self.after);
  g_hash_table_unref (self.differing);
  return ok ? g_steal_pointer (&result) : NULL;
}

gboolean
luotain_comparison_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainComparisonQuery *query = data;
  g_autoptr (LuotainSnapshot) before = luotain_snapshot_new_in_workbook (db, query->before);
  g_autoptr (LuotainSnapshot) after = luotain_snapshot_new_in_workbook (db, query->after);

  *result = luotain_comparison_of_snapshots (before, after, query->before == NULL, &query->language, error);
  return *result != NULL;
}
