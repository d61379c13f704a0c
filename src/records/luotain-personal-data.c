#include "config.h"

#include "luotain-personal-data.h"

#include "luotain-statement.h"

/* A person as a source, by its kind: the default word, and those workbooks add for it. */
#define PERSON_KINDS "('interview', 'person', 'people')"
#define PEOPLE "SELECT id FROM source WHERE kind IN " PERSON_KINDS
#define INTERVIEWS "SELECT id FROM session WHERE kind IN " PERSON_KINDS
#define TAGGED(tag) \
  "lower (char (10) || coalesce (tags, '') || char (10)) LIKE '%' || char (10) || '" tag \
  "' || char (10) || '%'"

/* One step: which records, and what becomes of each. ?1 is the id. */
typedef struct
{
  const char *which;
  const char *update;
  gboolean counts;
  gsize counter; /* in LuotainPersonalData */
} Step;

#define COUNTER(name) TRUE, G_STRUCT_OFFSET (LuotainPersonalData, name)
#define NO_TEXT(field) field "_fi = NULL, " field "_sv = NULL, " field "_en = NULL"

/* A title is required: the word for the kind stands in its place, in the workbook's words, else in the default ones. */
#define WORD(vocabulary, language, fallback) \
  "coalesce ((SELECT title_" language " FROM vocabulary_entry WHERE vocabulary = '" vocabulary \
  "' AND \"key\" = kind), '" fallback "')"
#define TITLE_OF_KIND(vocabulary, fi, sv, en) \
  "title_fi = " WORD (vocabulary, "fi", fi) ", title_sv = " WORD (vocabulary, "sv", \
                                                                  sv) ", title_en = " WORD (vocabulary, \
                                                                                            "en", en)

#define QUOTES \
  "SELECT id FROM finding WHERE " TAGGED ("sitaatti") " OR " TAGGED ("citat") " OR " TAGGED ( \
      "quote") " OR id IN (SELECT source FROM link WHERE role = 'source' AND target IN (" PEOPLE \
               ")) OR id IN (SELECT source FROM link WHERE role = 'session' AND target IN (" INTERVIEWS "))"

/* Findings first: which are a person's words is told by what the others still say. */
static const Step steps[] = {
  { QUOTES, "UPDATE finding SET " NO_TEXT ("description") " WHERE id = ?1", COUNTER (n_findings) },
  { QUOTES " UNION " PEOPLE " UNION " INTERVIEWS,
    "UPDATE link SET note = NULL WHERE (source = ?1 OR target = ?1) AND note IS NOT NULL", FALSE, 0 },
  { PEOPLE,
    "UPDATE source SET " TITLE_OF_KIND (
        "source-kind", "henkilö", "person",
        "person") ", publisher = NULL, url = NULL, " NO_TEXT ("note") " WHERE id = ?1",
    COUNTER (n_sources) },
  { INTERVIEWS,
    "UPDATE session SET " TITLE_OF_KIND ("session-kind", "haastattelu", "intervju",
                                         "interview") ", place = NULL WHERE id = ?1",
    FALSE, 0 },
  { "SELECT id FROM session", "UPDATE session SET people = NULL, " NO_TEXT ("outcome") " WHERE id = ?1",
    COUNTER (n_sessions) },
  { "SELECT id FROM working_group WHERE coalesce (description_fi, description_sv, description_en) IS NOT NULL",
    "UPDATE working_group SET " NO_TEXT ("description") " WHERE id = ?1", COUNTER (n_texts) },
  { "SELECT id FROM coverage WHERE carrier IS NOT NULL", "UPDATE coverage SET carrier = NULL WHERE id = ?1",
    COUNTER (n_texts) },
};

static GArray *
find (LuotainDb *db, const char *which, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, which, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step = LUOTAIN_STEP_ERROR;

  while (statement != NULL && (step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
run_step (LuotainDb *db, const Step *step, guint *counter, GError **error)
{
  g_autoptr (GArray) ids = find (db, step->which, error);
  g_autoptr (LuotainStatement) statement = ids != NULL ? luotain_db_prepare (db, step->update, error) : NULL;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      luotain_statement_bind_id (statement, 1, g_array_index (ids, gint64, i));
      if (!luotain_statement_run (statement, error) || !luotain_db_count_row (db, error))
        return FALSE;
    }

  *counter += ids->len;
  return TRUE;
}

gboolean
luotain_personal_data_remove (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autofree LuotainPersonalData *removed = g_new0 (LuotainPersonalData, 1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint uncounted = 0;
      guint *counter = steps[i].counts ? &G_STRUCT_MEMBER (guint, removed, steps[i].counter) : &uncounted;

      if (!run_step (db, &steps[i], counter, error))
        return FALSE;
    }

  if (result != NULL)
    *result = g_steal_pointer (&removed);
  return TRUE;
}
