#include "config.h"

#include "luotain-edition-text.h"

#include "luotain-chain.h"
#include "luotain-comparison-private.h"
#include "luotain-id.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An entry names its competence, a path its variable, and those are there after the second round. */
#define MOST_ROUNDS 4

typedef struct
{
  LuotainTelling telling;
  GPtrArray *lines;
  gint64 record; /* at hand */
} Text;

static void
line_free (gpointer data)
{
  g_free (((LuotainEditionLine *) data)->text);
  g_free (data);
}

static void
addendum_free (gpointer data)
{
  LuotainEditionAddendum *addendum = data;

  g_free (addendum->dated_on);
  g_free (addendum->text);
  g_free (addendum->about);
  g_free (addendum);
}

void
luotain_edition_sheet_free (LuotainEditionSheet *self)
{
  if (self == NULL)
    return;

  luotain_edition_free (self->edition);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->addenda, g_ptr_array_unref);
  g_free (self);
}

/* ---- the text ---- */

/* Takes @words. */
static void
add_line (Text *self, LuotainEditionStyle style, char *words)
{
  LuotainEditionLine *line;

  if (words == NULL || *words == '\0')
    {
      g_free (words);
      return;
    }

  line = g_new0 (LuotainEditionLine, 1);
  line->style = style;
  line->text = words;
  line->record = self->record;
  g_ptr_array_add (self->lines, line);
}

static void
add_field (Text *self, const LuotainItem *item, const char *name)
{
  const LuotainField *field = luotain_record_type_field (item->type, name, NULL);

  if (field->kind == LUOTAIN_FIELD_KIND_TRANSLATED)
    add_line (self, LUOTAIN_EDITION_TEXT,
              g_strdup (luotain_translated_get (G_STRUCT_MEMBER_P (item->record, field->offset),
                                                self->telling.language)));
  else
    add_line (self, LUOTAIN_EDITION_TEXT, luotain_telling_value (&self->telling, item, field, LUOTAIN_FI));
}

static char *
tell_field (Text *self, const LuotainItem *item, const char *name)
{
  return luotain_telling_value (&self->telling, item, luotain_record_type_field (item->type, name, NULL),
                                LUOTAIN_FI);
}

/* What of two things there is, with a dot between. */
static char *
join (char *first, char *second)
{
  g_autofree char *a = first;
  g_autofree char *b = second;

  if (a == NULL || b == NULL)
    return g_strdup (a != NULL ? a : b);

  return g_strdup_printf ("%s · %s", a, b);
}

static void
add_passage (Text *self, const LuotainItem *item)
{
  add_line (self, LUOTAIN_EDITION_HEADING, tell_field (self, item, "dimensions"));
  add_field (self, item, "text");
}

static void
add_period (Text *self, const LuotainItem *item)
{
  add_line (self, LUOTAIN_EDITION_HEADING, luotain_telling_title (&self->telling, item));
  add_field (self, item, "text");
}

/* All targets of a role, a line each; of a state with its variable. */
static void
add_links (Text *self, const LuotainItem *item, const char *role, const char *heading)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    {
      const LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, i);
      const LuotainItem *target;
      g_autofree char *title = NULL;
      g_autofree char *owner = NULL;

      if (strcmp (link->role->name, role) != 0)
        continue;

      target = luotain_telling_find (&self->telling, link->target_type, link->target);
      title = luotain_telling_title_of (&self->telling, link->target_type, link->target);

      if (target != NULL && target->type == &luotain_state_type)
        owner = luotain_telling_title_of (&self->telling, &luotain_key_variable_type,
                                          ((LuotainRecord *) target->record)->owner);

      g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? "\n" : "", owner != NULL ? owner : "",
                              owner != NULL ? ": " : "", title);
    }

  if (words->len == 0)
    return;

  add_line (self, LUOTAIN_EDITION_HEADING, g_strdup (heading));
  add_line (self, LUOTAIN_EDITION_TEXT, g_strdup (words->str));
}

static void
add_scenario (Text *self, const LuotainItem *item)
{
  add_line (self, LUOTAIN_EDITION_TITLE, luotain_telling_title (&self->telling, item));
  add_line (self, LUOTAIN_EDITION_CAPTION,
            join (g_strdup (_ (item->type->label)),
                  join (tell_field (self, item, "image"), tell_field (self, item, "target_year"))));
  add_field (self, item, "narrative");
  add_links (self, item, "path", _ ("Path Through the Key Variables"));
}

static void
add_profile (Text *self, const LuotainItem *item)
{
  add_line (self, LUOTAIN_EDITION_TITLE, luotain_telling_title (&self->telling, item));
  add_line (self, LUOTAIN_EDITION_CAPTION,
            join (g_strdup (_ (item->type->label)), tell_field (self, item, "target_year")));
  add_field (self, item, "description");
}

static void
add_entry (Text *self, const LuotainItem *item)
{
  add_line (self, LUOTAIN_EDITION_HEADING, luotain_telling_title (&self->telling, item));
  add_line (self, LUOTAIN_EDITION_CAPTION,
            join (tell_field (self, item, "importance"), tell_field (self, item, "direction")));
  add_field (self, item, "reason");
}

static void
add_item (Text *self, const LuotainItem *item)
{
  const LuotainRecordType *type = item->type;

  if (type == &luotain_scenario_type)
    add_scenario (self, item);
  else if (type == &luotain_passage_type)
    add_passage (self, item);
  else if (type == &luotain_period_type)
    add_period (self, item);
  else if (type == &luotain_profile_type)
    add_profile (self, item);
  else if (type == &luotain_profile_entry_type)
    add_entry (self, item);
}

/* Scenarios first and then profiles, each with what belongs to it, in the order of the edition. */
static void
tell_all (Text *self, const LuotainRecordType *top)
{
  const GPtrArray *items = luotain_snapshot_get_items (self->telling.snapshot);
  gboolean inside = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const LuotainItem *item = items->pdata[i];

      if (item->type->owner == NULL)
        {
          inside = item->type == top;
          self->record = ((LuotainRecord *) item->record)->id;
        }

      if (inside)
        add_item (self, item);
    }
}

static gboolean
tell_edition (LuotainDb *db, const char *name, LuotainLanguage language, GPtrArray *lines, GError **error)
{
  g_autoptr (LuotainSnapshot) snapshot = luotain_snapshot_new_in_workbook (db, name);
  Text text = { .lines = lines };
  gboolean ok = luotain_snapshot_open (snapshot, NULL, error);

  luotain_telling_init (&text.telling, snapshot, language);

  if (ok)
    {
      luotain_snapshot_want_type (snapshot, &luotain_vocabulary_entry_type);
      luotain_snapshot_want_type (snapshot, &luotain_scenario_type);
      luotain_snapshot_want_type (snapshot, &luotain_profile_type);
      luotain_snapshot_want_type (snapshot, &luotain_key_variable_type);
      luotain_snapshot_want_type (snapshot, &luotain_competence_type);
    }

  for (guint round = 0; ok && round < MOST_ROUNDS; round++)
    {
      ok = luotain_snapshot_load (snapshot, error);
      text.telling.lacks = FALSE;
      luotain_telling_learn_words (&text.telling);
      g_ptr_array_set_size (lines, 0);
      tell_all (&text, &luotain_scenario_type);
      tell_all (&text, &luotain_profile_type);

      if (!text.telling.lacks)
        break;
    }

  luotain_telling_clear (&text.telling);
  return ok;
}

/* Only of what is there can an addendum be. */
static gboolean
look_for_records (LuotainDb *db, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      LuotainEditionLine *line = lines->pdata[i];

      if (line->style == LUOTAIN_EDITION_TITLE
          && !luotain_record_exists (db, line->record, &line->is_there, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- addenda ---- */

static gboolean
add_addendum (LuotainDb *db, const LuotainAddendum *record, LuotainLanguage language, GPtrArray *addenda,
              GError **error)
{
  LuotainEditionAddendum *addendum = g_new0 (LuotainEditionAddendum, 1);
  gint64 about;

  g_ptr_array_add (addenda, addendum);
  addendum->id = record->record.id;
  addendum->dated_on = g_strdup (record->dated_on);
  addendum->text = g_strdup (luotain_translated_get (&record->text, language));

  if (!luotain_link_get_only (db, addendum->id, "about", &about, error))
    return FALSE;

  if (about != 0)
    addendum->about = luotain_chain_title (db, about, language, error);

  return about == 0 || addendum->about != NULL;
}

static gboolean
list_addenda (LuotainDb *db, LuotainEditionSheet *sheet, LuotainLanguage language, GError **error)
{
  g_autoptr (GPtrArray) records = luotain_edition_addenda (db, sheet->edition, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!add_addendum (db, records->pdata[i], language, sheet->addenda, error))
      return FALSE;

  return records != NULL;
}

gboolean
luotain_edition_sheet_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainEditionQuery *query = data;
  g_autoptr (LuotainEditionSheet) sheet = g_new0 (LuotainEditionSheet, 1);
  g_autofree char *name = luotain_id_to_string ("edition", MAX (query->edition, 1));

  sheet->lines = g_ptr_array_new_with_free_func (line_free);
  sheet->addenda = g_ptr_array_new_with_free_func (addendum_free);
  sheet->edition = luotain_edition_find (db, name, error);

  if (sheet->edition == NULL || !tell_edition (db, name, query->language, sheet->lines, error)
      || !look_for_records (db, sheet->lines, error) || !list_addenda (db, sheet, query->language, error))
    return FALSE;

  *result = g_steal_pointer (&sheet);
  return TRUE;
}
