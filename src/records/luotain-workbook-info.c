#include "config.h"

#include "luotain-workbook-info.h"

#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-vocabulary.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static LuotainWorkbook *
make_untitled (void)
{
  LuotainWorkbook *workbook = luotain_record_new (&luotain_workbook_type);
  const LuotainLanguage language = luotain_language_of_locale ();

  workbook->language = g_strdup (luotain_language_code (language));
  workbook->title.text[language] = g_strdup (_ ("Untitled Workbook"));
  return workbook;
}

gboolean
luotain_workbook_seed (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainWorkbook *workbook = data != NULL ? luotain_record_copy (&luotain_workbook_type, data)
                                           : make_untitled ();
  const gboolean ok = luotain_vocabulary_insert_defaults (db, error)
                      && luotain_record_insert (db, &luotain_workbook_type, workbook, error);

  luotain_record_destroy (workbook);
  return ok;
}

gboolean
luotain_workbook_language (LuotainDb *db, LuotainLanguage *language, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, "SELECT language FROM workbook LIMIT 1",
                                                               error);
  LuotainStep step;

  *language = luotain_language_of_locale ();

  if (statement == NULL)
    return FALSE;

  step = luotain_statement_step (statement, error);

  if (step == LUOTAIN_STEP_ROW)
    luotain_language_parse (luotain_statement_get_text (statement, 0), language);

  return step != LUOTAIN_STEP_ERROR;
}

/*
 * SQLite counts the rows of a table by its pages, without looking at them, but it has to fetch them all. Of findings
 * there may be 100,000, and the least of their indexes is three times that of all records: they are what is left when
 * the others are counted.
 */
static gboolean
count_types (LuotainDb *db, LuotainWorkbookInfo *self, GError **error)
{
  gint64 *findings = NULL;
  gint64 left;

  if (!luotain_db_query_int (db, "SELECT count (*) FROM record", &left, error))
    return FALSE;

  for (guint i = 0; i < self->n_types; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", self->types[i]->table);

      if (self->types[i] == &luotain_finding_type)
        findings = &self->counts[i];
      else if (luotain_db_query_int (db, sql, &self->counts[i], error))
        left -= self->counts[i];
      else
        return FALSE;
    }

  if (findings != NULL)
    *findings = MAX (left, 0);

  return TRUE;
}

static gboolean
load_workbook (LuotainDb *db, LuotainWorkbookInfo *self, GError **error)
{
  g_autoptr (GPtrArray) workbooks = luotain_record_list (db, &luotain_workbook_type, 0, error);

  if (workbooks == NULL)
    return FALSE;

  if (workbooks->len > 0)
    {
      const LuotainWorkbook *workbook = workbooks->pdata[0];

      self->id = workbook->record.id;
      self->title = g_strdup (luotain_translated_get (&workbook->title, self->language));
    }

  return TRUE;
}

LuotainWorkbookInfo *
luotain_workbook_info_load (LuotainDb *db, GError **error)
{
  g_autoptr (LuotainWorkbookInfo) self = g_new0 (LuotainWorkbookInfo, 1);

  self->types = luotain_db_get_model (db)->types;

  while (self->types[self->n_types] != NULL)
    self->n_types++;

  self->counts = g_new0 (gint64, self->n_types);

  if (!luotain_db_query_int (db, "PRAGMA user_version", &self->schema, error)
      || !luotain_db_query_int (db, "SELECT max (changed) FROM record", &self->changed, error)
      || !luotain_workbook_language (db, &self->language, error) || !load_workbook (db, self, error)
      || !count_types (db, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gint64
luotain_workbook_info_count (const LuotainWorkbookInfo *self, const char *type)
{
  for (guint i = 0; i < self->n_types; i++)
    if (strcmp (self->types[i]->name, type) == 0)
      return self->counts[i];

  return 0;
}

void
luotain_workbook_info_free (LuotainWorkbookInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->counts);
  g_free (self);
}
