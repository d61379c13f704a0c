#include "config.h"

#include "luotain-chain.h"
#include "luotain-finding-query.h"
#include "luotain-record-io.h"
#include "luotain-record-search.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

static void
choice_free (gpointer data)
{
  LuotainRecordChoice *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

LuotainRecordSearch *
luotain_record_search_new (const char *types, const char *text, guint limit, LuotainLanguage language)
{
  LuotainRecordSearch *self = g_new0 (LuotainRecordSearch, 1);

  self->types = g_strsplit (types, " ", -1);
  self->text = g_strstrip (g_strdup (text));
  if (*self->text == '\0')
    g_clear_pointer (&self->text, g_free);
  self->limit = limit;
  self->language = language;
  return self;
}

void
luotain_record_search_free (LuotainRecordSearch *self)
{
  g_strfreev (self->types);
  g_free (self->text);
  g_clear_pointer (&self->excluded, g_array_unref);
  g_free (self);
}

void
luotain_record_choices_free (LuotainRecordChoices *self)
{
  g_ptr_array_unref (self->choices);
  g_free (self);
}

char *
luotain_record_choices_dup_count (const LuotainRecordChoices *self)
{
  if (self->total <= self->choices->len)
    return NULL;

  /* Translators: how many of how many are listed; typing narrows the list. */
  return g_strdup_printf (_ ("%u of %u: type to narrow"), self->choices->len, self->total);
}

static gboolean
is_excluded (const LuotainRecordSearch *search, gint64 id)
{
  for (guint i = 0; search->excluded != NULL && i < search->excluded->len; i++)
    if (g_array_index (search->excluded, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
take_choice (const LuotainRecordSearch *search, LuotainRecordChoices *choices, const LuotainRecordType *type,
             gint64 id, char *title, char *subtitle)
{
  LuotainRecordChoice *choice = g_new0 (LuotainRecordChoice, 1);

  choice->id = id;
  choice->type = type->name;
  choice->title = title;
  choice->subtitle = subtitle;
  g_ptr_array_add (choices->choices, choice);
}

/* There may be 100,000 findings: the store filters them, and only those shown are read. */
static gboolean
search_findings (LuotainDb *db, const LuotainRecordSearch *search, const LuotainRecordType *type,
                 LuotainRecordChoices *choices, GError **error)
{
  LuotainFindingQuery query = { .text = search->text, .language = search->language };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  gpointer found = NULL;
  LuotainFindingIds *answer;

  if (!luotain_finding_query_run (db, &query, &found, error))
    return FALSE;

  answer = found;
  for (guint i = 0; i < answer->ids->len; i++)
    {
      gint64 id = g_array_index (answer->ids, gint64, i);

      if (is_excluded (search, id))
        continue;
      choices->total++;
      if (choices->choices->len + ids->len < search->limit)
        g_array_append_val (ids, id);
    }
  luotain_finding_ids_free (answer);

  rows = luotain_finding_rows_load (db, (const gint64 *) ids->data, ids->len, search->language, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const LuotainFindingRow *row = rows->pdata[i];

      if (row != NULL)
        take_choice (search, choices, type, row->id, g_strdup (row->title), g_strdup (row->session_title));
    }
  return TRUE;
}

static gboolean
add_record (LuotainDb *db, const LuotainRecordSearch *search, const LuotainRecordType *type, gint64 id,
            const char *folded, LuotainRecordChoices *choices, GError **error)
{
  g_autofree char *title = luotain_chain_title (db, id, search->language, error);
  g_autofree char *subtitle = NULL;

  if (title == NULL)
    return FALSE;

  if (type->owner != NULL)
    {
      LuotainRecord *record = luotain_record_load (db, type, id, error);
      gint64 owner;

      if (record == NULL)
        return FALSE;
      owner = record->owner;
      luotain_record_free (type, record);
      subtitle = luotain_chain_title (db, owner, search->language, error);
      if (subtitle == NULL)
        return FALSE;
    }

  if (folded != NULL && !luotain_text_contains (title, folded) && !luotain_text_contains (subtitle, folded))
    return TRUE;

  choices->total++;
  if (choices->choices->len < search->limit)
    take_choice (search, choices, type, id, g_steal_pointer (&title), g_steal_pointer (&subtitle));
  return TRUE;
}

static gboolean
search_records (LuotainDb *db, const LuotainRecordSearch *search, const LuotainRecordType *type,
                LuotainRecordChoices *choices, GError **error)
{
  g_autofree char *folded = search->text != NULL ? luotain_text_fold (search->text) : NULL;
  g_autoptr (GArray) ids = luotain_record_ids (db, type, 0, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!is_excluded (search, id) && !add_record (db, search, type, id, folded, choices, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
luotain_record_search_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordSearch *search = data;
  g_autoptr (LuotainRecordChoices) choices = g_new0 (LuotainRecordChoices, 1);

  choices->choices = g_ptr_array_new_with_free_func (choice_free);
  for (guint i = 0; search->types[i] != NULL; i++)
    {
      const LuotainRecordType *type = luotain_model_type (luotain_db_get_model (db), search->types[i]);

      g_assert (type != NULL);
      if (g_str_equal (type->name, "finding") ? !search_findings (db, search, type, choices, error)
                                              : !search_records (db, search, type, choices, error))
        return FALSE;
    }

  *result = g_steal_pointer (&choices);
  return TRUE;
}
