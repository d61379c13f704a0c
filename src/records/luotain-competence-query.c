#include "luotain-competence-query.h"

#include "luotain-statement.h"
#include "luotain-text.h"
#include "luotain-title-sql.h"

LuotainCompetenceQuery *
luotain_competence_query_new (const char *text, const char *group, LuotainLanguage language, guint limit)
{
  LuotainCompetenceQuery *self = g_new0 (LuotainCompetenceQuery, 1);

  self->text = g_strdup (text);
  self->group = g_strdup (group);
  self->language = language;
  self->limit = limit;
  return self;
}

void
luotain_competence_query_free (LuotainCompetenceQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->group);
  g_free (self);
}

void
luotain_competence_match_free (LuotainCompetenceMatch *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->group);
  g_free (self);
}

static LuotainCompetenceMatch *
match_copy (const LuotainCompetenceMatch *match)
{
  LuotainCompetenceMatch *copy = g_new0 (LuotainCompetenceMatch, 1);

  copy->id = match->id;
  copy->title = g_strdup (match->title);
  copy->group = g_strdup (match->group);
  return copy;
}

/* Columns 3 to 5 are the names to look in. */
static char *
matches_sql (LuotainLanguage language)
{
  g_autofree char *title = luotain_title_sql ("c", "title", language);

  return g_strdup_printf ("SELECT c.id, %s AS name, c.\"group\","
                          " c.title_fi, c.title_sv, c.title_en FROM competence c ORDER BY name, c.id",
                          title);
}

static gboolean
any_name_contains (LuotainStatement *statement, const char *needle)
{
  for (int column = 3; column <= 5; column++)
    {
      if (luotain_text_contains (luotain_statement_get_text (statement, column), needle))
        return TRUE;
    }
  return FALSE;
}

static LuotainCompetenceMatch *
read_match (LuotainStatement *statement)
{
  LuotainCompetenceMatch *match = g_new0 (LuotainCompetenceMatch, 1);

  match->id = luotain_statement_get_id (statement, 0);
  match->title = luotain_statement_dup_text (statement, 1);
  match->group = luotain_statement_dup_text (statement, 2);
  return match;
}

static gboolean
begins_with (const LuotainCompetenceMatch *match, const char *needle)
{
  g_autofree char *name = luotain_text_fold (match->title != NULL ? match->title : "");

  return g_str_has_prefix (name, needle);
}

/* Those of the group first, in either part those that begin with what was typed: four runs, in the order read. */
static GPtrArray *
put_in_order (GPtrArray *found, const LuotainCompetenceQuery *query, const char *needle)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_competence_match_free);

  for (int run = 0; run < 4; run++)
    {
      for (guint i = 0; i < found->len && ordered->len < query->limit; i++)
        {
          const LuotainCompetenceMatch *match = found->pdata[i];
          const gboolean other_group = g_strcmp0 (match->group, query->group) != 0;

          if (run == (other_group ? 2 : 0) + (begins_with (match, needle) ? 0 : 1))
            g_ptr_array_add (ordered, match_copy (match));
        }
    }
  return ordered;
}

gboolean
luotain_competence_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainCompetenceQuery *query = data;
  g_autofree char *needle = luotain_text_fold (query->text != NULL ? query->text : "");
  g_autofree char *sql = matches_sql (query->language);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (
      (GDestroyNotify) luotain_competence_match_free);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      if (any_name_contains (statement, needle))
        g_ptr_array_add (found, read_match (statement));
    }
  if (step != LUOTAIN_STEP_DONE)
    return FALSE;

  *result = put_in_order (found, query, needle);
  return TRUE;
}
