#include "config.h"

#include "luotain-coverage-table.h"

#include "luotain-coverage-query.h"
#include "luotain-id.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const LuotainTablesQuery *query;
  LuotainWordList *words;
  const LuotainCoverageSheet *sheet;
} Writer;

static void
put_text (const Writer *self, const char *text)
{
  self->query->sink->text (self->query->data, text);
}

static void
put_id (const Writer *self, const char *type, gint64 id)
{
  g_autofree char *text = id != 0 ? luotain_id_to_string (type, id) : NULL;

  put_text (self, text);
}

static void
put_head (const Writer *self)
{
  static const char *const facts[][2] = {
    { "competence", N_ ("Competence") },       { "group", N_ ("Competence Group") },
    { "role_level", N_ ("Role Level") },       { "sector", N_ ("Sector") },
    { "robustness", N_ ("Robustness") },       { "scenarios", N_ ("Scenarios") },
    { "of", N_ ("Scenarios With a Profile") },
  };
  static const char *const says[][2] = {
    { "status", N_ ("Coverage") }, { "decision", N_ ("Decision") }, { "carrier", N_ ("Carried Out By") },
    { "due_on", N_ ("By When") },  { "units", N_ ("Taught In") },
  };
  const gboolean for_people = self->query->for_people;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    put_text (self, for_people ? _ (facts[i][1]) : facts[i][0]);

  for (guint i = 0; i < self->sheet->organisations->len; i++)
    {
      const LuotainCoverageOrganisation *organisation = self->sheet->organisations->pdata[i];
      g_autofree char *id = luotain_id_to_string ("organisation", organisation->id);

      for (guint j = 0; j < G_N_ELEMENTS (says); j++)
        {
          g_autofree char *head = g_strdup_printf ("%s: %s", for_people ? organisation->title : id,
                                                   for_people ? _ (says[j][1]) : says[j][0]);

          put_text (self, head);
        }
    }

  self->query->sink->end_row (self->query->data);
}

static void
put_units (const Writer *self, const LuotainCoverageView *view)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < view->units->len; i++)
    {
      const LuotainCoverageUnit *unit = view->units->pdata[i];
      g_autofree char *id = luotain_id_to_string ("curriculum-unit", unit->id);

      if (cell->len > 0)
        g_string_append (cell, self->query->for_people ? "; " : " ");
      g_string_append (cell, self->query->for_people && unit->title != NULL ? unit->title : id);
    }

  put_text (self, cell->str);
}

static void
put_facts (const Writer *self, const LuotainCoverageRow *row)
{
  if (self->query->for_people)
    {
      put_text (self, row->title);
      put_text (self, luotain_word_list_title (self->words, "competence-group", row->group));
      put_text (self, row->level_title);
      put_text (self, row->sector_title);
    }
  else
    {
      put_id (self, "competence", row->competence);
      put_text (self, row->group);
      put_id (self, "role-level", row->level);
      put_id (self, "sector", row->sector);
    }

  put_text (self, self->query->for_people ? luotain_robustness_kind_label (row->kind)
                                          : luotain_robustness_kind_key (row->kind));
  self->query->sink->number (self->query->data, row->n_scenarios);
  self->query->sink->number (self->query->data, row->n_columns);
}

static void
put_view (const Writer *self, const LuotainCoverageView *view)
{
  put_text (self, self->query->for_people ? luotain_coverage_status_label (view->status)
                                          : luotain_coverage_status_key (view->status));
  put_text (self, view->decision);
  put_text (self, view->carrier);
  put_text (self, view->due_on);
  put_units (self, view);
}

gboolean
luotain_coverage_table_write (LuotainDb *db, const LuotainTablesQuery *query, LuotainWordList *words,
                              gint64 sector, GError **error)
{
  LuotainCoverageQuery asked = { .sector = sector, .language = query->language };
  g_autoptr (LuotainCoverageSheet) sheet = NULL;
  Writer self = { .query = query, .words = words };

  if (!luotain_coverage_query_run (db, &asked, (gpointer *) &sheet, error))
    return FALSE;
  if (query->skip_empty && (sheet->rows->len == 0 || sheet->organisations->len == 0))
    return TRUE;
  if (!query->sink->begin (query->data, LUOTAIN_COVERAGE_TABLE, _ ("What Is Covered"), error))
    return FALSE;

  self.sheet = sheet;
  put_head (&self);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const LuotainCoverageRow *row = sheet->rows->pdata[i];

      put_facts (&self, row);
      for (guint j = 0; j < row->views->len; j++)
        put_view (&self, row->views->pdata[j]);
      query->sink->end_row (query->data);
    }

  return query->sink->end (query->data, error);
}
