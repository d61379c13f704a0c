#include "config.h"

#include "luotain-tables.h"

#include "luotain-chain.h"
#include "luotain-coverage-table.h"
#include "luotain-id.h"
#include "luotain-link-cursor.h"
#include "luotain-record-cursor.h"
#include "luotain-record-io.h"
#include "luotain-robustness.h"
#include "luotain-selection.h"
#include "luotain-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROBUSTNESS "robustness"

/* What a table of a type is called, where an s behind the name of the type would be wrong or there is a better title. */
static const struct
{
  const char *type;
  const char *name;
  const char *title;
} names[] = {
  { "workbook", "workbook", N_ ("Workbook") },
  { "vocabulary-entry", "vocabulary-entries", N_ ("Vocabularies") },
  { "sector", "sectors", N_ ("Sectors") },
  { "working-group", "working-groups", N_ ("Working Groups") },
  { "session", "sessions", N_ ("Sessions") },
  { "source", "sources", N_ ("Sources") },
  { "finding", "findings", N_ ("Findings") },
  { "kind-change", "kind-changes", N_ ("Changes of Kind") },
  { "rating", "ratings", N_ ("Ratings") },
  { "key-variable", "key-variables", N_ ("Key Variables") },
  { "influence", "influences", N_ ("Influences") },
  { "state", "states", N_ ("States") },
  { "exclusion", "exclusions", N_ ("Exclusions") },
  { "judgement", "judgements", N_ ("Judgements") },
  { "scenario", "scenarios", N_ ("Scenarios") },
  { "passage", "passages", N_ ("Passages") },
  { "period", "periods", N_ ("Periods") },
  { "frame-scenario", "frame-scenarios", N_ ("Frame Scenarios") },
  { "competence", "competences", N_ ("Competences") },
  { "external-identifier", "external-identifiers", N_ ("External Identifiers") },
  { "role-level", "role-levels", N_ ("Role Levels") },
  { "job-title", "job-titles", N_ ("Job Titles") },
  { "profile", "profiles", N_ ("Competence Profiles") },
  { "profile-entry", "profile-entries", N_ ("Profile Entries") },
  { "organisation", "organisations", N_ ("Organisations") },
  { "curriculum-unit", "curriculum-units", N_ ("Curriculum Units") },
  { "coverage", "coverage", N_ ("Coverage") },
};

typedef struct
{
  LuotainDb *db;
  const LuotainTablesQuery *query;
  LuotainWordList *words; /* for people */
  GHashTable *titles; /* gint64 → char *: of records that others refer to, for people */
} Writer;

static char *
name_of (const LuotainRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].type, type->name) == 0)
        return g_strdup (names[i].name);
    }

  return g_strconcat (type->name, "s", NULL);
}

static const char *
title_of (const LuotainRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].type, type->name) == 0)
        return _ (names[i].title);
    }

  return _ (type->label);
}

char **
luotain_tables_names (const LuotainModel *model)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; model->types[i] != NULL; i++)
    g_ptr_array_add (list, name_of (model->types[i]));
  g_ptr_array_add (list, g_strdup (ROBUSTNESS));
  g_ptr_array_add (list, g_strdup (LUOTAIN_COVERAGE_TABLE));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

static void
put_text (const Writer *self, const char *text)
{
  self->query->sink->text (self->query->data, text);
}

static void
put_number (const Writer *self, gint64 number)
{
  self->query->sink->number (self->query->data, number);
}

static void
end_row (const Writer *self)
{
  self->query->sink->end_row (self->query->data);
}

/* ---- the head of a table of records ---- */

static gboolean
role_leads_from (const LuotainRole *role, const LuotainRecordType *type)
{
  return g_strv_contains (role->sources, type->name);
}

static void
put_field_names (const Writer *self, const LuotainField *field)
{
  for (guint language = 0; language < luotain_field_n_columns (field); language++)
    {
      g_autofree char *column = luotain_field_column (field, (LuotainLanguage) language);

      put_text (self, column);
    }
}

static void
put_head (const Writer *self, const LuotainRecordType *type)
{
  const gboolean for_people = self->query->for_people;
  const LuotainModel *model = luotain_db_get_model (self->db);
  const LuotainRecordType *owner = luotain_model_type (model, type->owner);

  if (!for_people)
    put_text (self, "id");
  if (owner != NULL)
    put_text (self, for_people ? _ (owner->label) : "owner");

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (for_people)
        put_text (self, _ (type->fields[i].label));
      else
        put_field_names (self, &type->fields[i]);
    }

  for (const LuotainRole *role = model->roles; role->name != NULL; role++)
    {
      if (role_leads_from (role, type))
        put_text (self, for_people ? _ (role->label) : role->name);
    }

  if (for_people)
    put_text (self, _ ("ID"));
  else
    {
      put_text (self, "created");
      put_text (self, "changed");
      put_text (self, "revision");
    }
  end_row (self);
}

/* ---- a row ---- */

static void
put_time (const Writer *self, gint64 milliseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  put_text (self, text);
}

static const char *
find_title (const Writer *self, gint64 id)
{
  char *title = g_hash_table_lookup (self->titles, &id);

  if (title == NULL)
    {
      title = luotain_chain_title (self->db, id, self->query->language, NULL);
      if (title == NULL)
        title = g_strdup ("");
      g_hash_table_insert (self->titles, g_memdup2 (&id, sizeof id), title);
    }

  return title;
}

static void
put_tags (const Writer *self, const char *tags)
{
  g_auto (GStrv) parts = g_strsplit (tags != NULL ? tags : "", "\n", -1);
  g_autofree char *text = g_strjoinv ("; ", parts);

  put_text (self, text);
}

static void
put_field_for_people (const Writer *self, const LuotainField *field, gconstpointer record)
{
  g_autofree char *text = NULL;
  const char *peeked;

  switch (field->kind)
    {
    case LUOTAIN_FIELD_KIND_NUMBER:
      put_number (self, luotain_field_get_number (field, record));
      return;
    case LUOTAIN_FIELD_KIND_TRANSLATED:
      text = luotain_field_to_string (field, record, self->query->language);
      for (guint i = 0; text == NULL && i < LUOTAIN_N_LANGUAGES; i++)
        text = luotain_field_to_string (field, record, (LuotainLanguage) i);
      put_text (self, text);
      return;
    case LUOTAIN_FIELD_KIND_WORD:
    case LUOTAIN_FIELD_KIND_WORDS:
      peeked = luotain_field_peek (field, record, LUOTAIN_FI);
      text = luotain_word_list_titles (self->words, field->vocabulary, peeked);
      put_text (self, *text != '\0' ? text : peeked);
      return;
    case LUOTAIN_FIELD_KIND_TAGS:
      put_tags (self, luotain_field_peek (field, record, LUOTAIN_FI));
      return;
    case LUOTAIN_FIELD_KIND_TEXT:
    case LUOTAIN_FIELD_KIND_DATE:
    default:
      put_text (self, luotain_field_peek (field, record, LUOTAIN_FI));
    }
}

static void
put_field (const Writer *self, const LuotainField *field, gconstpointer record)
{
  if (self->query->for_people)
    put_field_for_people (self, field, record);
  else if (field->kind == LUOTAIN_FIELD_KIND_NUMBER)
    put_number (self, luotain_field_get_number (field, record));
  else
    for (guint language = 0; language < luotain_field_n_columns (field); language++)
      put_text (self, luotain_field_peek (field, record, (LuotainLanguage) language));
}

static void
append_target (const Writer *self, GString *cell, gint64 target, const LuotainRecordType *type)
{
  g_autofree char *id = self->query->for_people ? NULL : luotain_id_to_string (type->name, target);

  if (cell->len > 0)
    g_string_append (cell, id != NULL ? " " : "; ");
  g_string_append (cell, id != NULL ? id : find_title (self, target));
}

/* The links of one record, each role in its cell: ids for machines, titles for people. */
static gboolean
put_links (const Writer *self, const LuotainRecordType *type, LuotainLinkCursor *links, gint64 id,
           GError **error)
{
  const LuotainModel *model = luotain_db_get_model (self->db);
  g_autoptr (GHashTable) cells = g_hash_table_new_full (NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  const LuotainRecordType *target_type = NULL;
  const LuotainLink *link;
  gboolean ok = luotain_link_cursor_seek (links, id, error);

  while (ok && (link = luotain_link_cursor_peek (links, &target_type)) != NULL && link->source == id)
    {
      GString *cell = g_hash_table_lookup (cells, link->role);

      if (cell == NULL)
        {
          cell = g_string_new (NULL);
          g_ptr_array_add (kept, cell);
          g_hash_table_insert (cells, (gpointer) link->role, cell);
        }
      append_target (self, cell, link->target, target_type);
      ok = luotain_link_cursor_next (links, error);
    }

  for (const LuotainRole *role = model->roles; ok && role->name != NULL; role++)
    {
      const GString *cell = g_hash_table_lookup (cells, role);

      if (role_leads_from (role, type))
        put_text (self, cell != NULL ? cell->str : NULL);
    }

  for (guint i = 0; i < kept->len; i++)
    g_string_free (kept->pdata[i], TRUE);
  return ok;
}

static gboolean
put_record (const Writer *self, const LuotainRecordType *type, const LuotainRecord *record,
            LuotainLinkCursor *links, GError **error)
{
  const gboolean for_people = self->query->for_people;
  g_autofree char *id = luotain_record_id_string (type, record);

  if (!for_people)
    put_text (self, id);
  if (type->owner != NULL)
    {
      g_autofree char *owner = for_people ? NULL : luotain_id_to_string (type->owner, record->owner);

      put_text (self, owner != NULL ? owner : find_title (self, record->owner));
    }

  for (guint i = 0; i < type->n_fields; i++)
    put_field (self, &type->fields[i], record);

  if (!put_links (self, type, links, record->id, error))
    return FALSE;

  if (for_people)
    put_text (self, id);
  else
    {
      put_time (self, record->created);
      put_time (self, record->changed);
      put_number (self, record->revision);
    }
  end_row (self);
  return TRUE;
}

static gboolean
write_type (const Writer *self, const LuotainRecordType *type, GError **error)
{
  const LuotainTablesQuery *query = self->query;
  const gboolean selected = query->ids != NULL;
  g_autofree char *name = name_of (type);
  g_autoptr (LuotainRecordCursor) records = luotain_record_cursor_new (self->db, type, selected, error);
  g_autoptr (LuotainLinkCursor) links = records != NULL
                                            ? luotain_link_cursor_new (self->db, type, selected, error)
                                            : NULL;
  const LuotainRecord *record;

  if (links == NULL)
    return FALSE;
  if (query->skip_empty && luotain_record_cursor_peek (records) == NULL)
    return TRUE;
  if (!query->sink->begin (query->data, name, title_of (type), error))
    return FALSE;

  put_head (self, type);
  while ((record = luotain_record_cursor_peek (records)) != NULL)
    {
      if (!put_record (self, type, record, links, error) || !luotain_record_cursor_next (records, error))
        return FALSE;
    }

  return query->sink->end (query->data, error);
}

/* ---- the robustness matrix ---- */

static void
put_robustness_head (const Writer *self, const LuotainRobustness *matrix)
{
  const gboolean for_people = self->query->for_people;

  put_text (self, for_people ? _ ("Competence") : "competence");
  put_text (self, for_people ? _ ("Competence Group") : "group");
  put_text (self, for_people ? _ ("Robustness") : "robustness");
  put_text (self, for_people ? _ ("Scenarios") : "scenarios");
  put_text (self, for_people ? _ ("Sectors") : "sectors");
  put_text (self, for_people ? _ ("Weight") : "weight");

  for (guint i = 0; i < matrix->columns->len; i++)
    {
      const LuotainRobustnessColumn *column = matrix->columns->pdata[i];
      g_autofree char *id = luotain_id_to_string ("scenario", column->scenario);

      put_text (self, for_people ? column->title : id);
    }
  end_row (self);
}

static void
append_level (const Writer *self, GString *cell, const LuotainRobustness *matrix, gint64 level)
{
  const char *title = luotain_levels_title (matrix->levels, level);
  g_autofree char *id = level != 0 ? luotain_id_to_string ("role-level", level) : NULL;

  if (level == 0)
    g_string_append (cell, self->query->for_people ? _ ("Without a role level") : "-");
  else
    g_string_append (cell, self->query->for_people && title != NULL ? title : id);
}

/* The role levels of one scenario that need the competence. */
static void
put_needs (const Writer *self, const LuotainRobustness *matrix, const LuotainRobustnessRow *row, guint column)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const LuotainRobustnessNeed *last = NULL;

  for (guint i = 0; i < row->needs->len; i++)
    {
      const LuotainRobustnessNeed *need = &g_array_index (row->needs, LuotainRobustnessNeed, i);

      if (need->column != column || (last != NULL && last->level == need->level))
        continue;

      last = need;
      if (cell->len > 0)
        g_string_append (cell, self->query->for_people ? "; " : " ");
      append_level (self, cell, matrix, need->level);
    }

  put_text (self, cell->str);
}

static void
put_robustness_row (const Writer *self, const LuotainRobustness *matrix, const LuotainRobustnessRow *row)
{
  g_autofree char *id = luotain_id_to_string ("competence", row->competence);

  put_text (self, self->query->for_people ? row->title : id);
  put_text (self, self->query->for_people
                      ? luotain_word_list_title (self->words, "competence-group", row->group)
                      : row->group);
  put_text (self, self->query->for_people ? luotain_robustness_kind_label (row->kind)
                                          : luotain_robustness_kind_key (row->kind));
  put_number (self, row->n_scenarios);
  put_number (self, row->n_sectors);
  put_number (self, row->weight);
  for (guint i = 0; i < matrix->columns->len; i++)
    put_needs (self, matrix, row, i);
  end_row (self);
}

/* Of the one sector that was asked for, else of all. */
static gboolean
find_sector (const Writer *self, gint64 *sector, GError **error)
{
  const LuotainRecordType *type;

  *sector = 0;
  if (self->query->n_ids != 1)
    return TRUE;

  type = luotain_record_type_of (self->db, self->query->ids[0], error);
  if (type != NULL && strcmp (type->name, "sector") == 0)
    *sector = self->query->ids[0];
  return type != NULL;
}

static gboolean
write_robustness (const Writer *self, GError **error)
{
  LuotainRobustnessQuery query = { .language = self->query->language };
  g_autoptr (LuotainRobustness) matrix = NULL;

  if (!find_sector (self, &query.sector, error)
      || !luotain_robustness_query_run (self->db, &query, (gpointer *) &matrix, error))
    return FALSE;
  if (self->query->skip_empty && matrix->rows->len == 0)
    return TRUE;
  if (!self->query->sink->begin (self->query->data, ROBUSTNESS, _ ("Robustness"), error))
    return FALSE;

  put_robustness_head (self, matrix);
  for (guint i = 0; i < matrix->rows->len; i++)
    put_robustness_row (self, matrix, matrix->rows->pdata[i]);
  return self->query->sink->end (self->query->data, error);
}

/* ---- all ---- */

static gboolean
write_coverage (const Writer *self, GError **error)
{
  gint64 sector = 0;

  return find_sector (self, &sector, error)
         && luotain_coverage_table_write (self->db, self->query, self->words, sector, error);
}

static gboolean
write_tables (const Writer *self, GError **error)
{
  const LuotainModel *model = luotain_db_get_model (self->db);
  g_auto (GStrv) all = luotain_tables_names (model);
  const guint n_types = g_strv_length ((char **) model->types);

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (self->query->names != NULL && !g_strv_contains (self->query->names, all[i]))
        continue;

      luotain_db_set_progress (self->db, i, n_types + 2);
      if (!(i < n_types    ? write_type (self, model->types[i], error)
            : i == n_types ? write_robustness (self, error)
                           : write_coverage (self, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
luotain_tables_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTablesQuery *query = data;
  g_autoptr (LuotainWordList) words = luotain_word_list_load (db, query->language, error);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Writer writer = { db, query, words, titles };
  gboolean ok;

  if (words == NULL || (query->ids != NULL && !luotain_selection_make (db, query->ids, query->n_ids, error)))
    return FALSE;

  ok = write_tables (&writer, error);
  if (query->ids != NULL)
    luotain_selection_clear (db, NULL);
  return ok;
}
