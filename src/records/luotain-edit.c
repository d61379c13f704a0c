#include "config.h"

#include "luotain-edit.h"

#include "luotain-date.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-vocabulary.h"
#include "luotain-workbook-info.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse_field (const LuotainRecordType *type, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", type->fields[i].name);

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
               _ ("A record of the type “%s” has no field “%s”. Its fields are: %s."), type->name, name,
               names->str);
  return FALSE;
}

static gboolean
refuse_word (LuotainDb *db, const LuotainField *field, const char *word, GError **error)
{
  g_auto (GStrv) words = luotain_vocabulary_words (db, field->vocabulary, error);
  g_autofree char *list = words != NULL ? g_strjoinv (", ", words) : NULL;

  if (words != NULL)
    g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                 _ ("%s: “%s” is not a word of this workbook. Choose one of: %s."), _ (field->label), word,
                 list);

  return FALSE;
}

/* A word whose entry was deleted may stay where it stands, but is not written anew. */
static gboolean
check_words (LuotainDb *db, const LuotainField *field, gconstpointer record, GError **error)
{
  const char *text = field->vocabulary != NULL ? luotain_field_peek (field, record, LUOTAIN_FI) : NULL;
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      gboolean known;

      if (!luotain_vocabulary_has_word (db, field->vocabulary, *word, &known, error))
        return FALSE;

      if (!known)
        return refuse_word (db, field, *word, error);
    }

  return TRUE;
}

gboolean
luotain_edit_fill (LuotainDb *db, const LuotainRecordType *type, gpointer record, const char *name,
                   const char *text, gboolean drop, GError **error)
{
  LuotainLanguage language;
  const LuotainField *field;

  if (!luotain_workbook_language (db, &language, error))
    return FALSE;

  field = luotain_record_type_field (type, name, &language);

  if (field == NULL)
    return refuse_field (type, name, error);

  return luotain_field_set_string (field, record, language, text, drop, error)
         && check_words (db, field, record, error);
}

/* The finding is changed together with it, and counts that itself. */
static gboolean
insert_kind_change (LuotainDb *db, gint64 finding, const char *kind, const char *date, const char *reason,
                    GError **error)
{
  LuotainKindChange *change = luotain_record_new (&luotain_kind_change_type);
  gboolean ok;

  change->record.owner = finding;
  change->kind = g_strdup (kind);
  change->changed_on = g_strdup (date);
  ok = luotain_edit_fill (db, &luotain_kind_change_type, change, "reason", reason, TRUE, error)
       && luotain_record_insert_as_is (db, &luotain_kind_change_type, change, error);
  luotain_record_destroy (change);
  return ok;
}

/* The first change also writes down the kind the finding began with, so that its history is whole. */
static gboolean
insert_first_kind (LuotainDb *db, const LuotainFinding *finding, GError **error)
{
  g_autoptr (GArray) changes = luotain_record_ids (db, &luotain_kind_change_type, finding->record.id, error);
  g_autofree char *created = luotain_time_to_string (finding->record.created);

  if (changes == NULL)
    return FALSE;

  if (changes->len > 0)
    return TRUE;

  created[strlen ("2026-03-12")] = '\0';
  return insert_kind_change (db, finding->record.id, finding->kind,
                             finding->observed_on != NULL ? finding->observed_on : created, NULL, error);
}

/* A finding that had no kind yet gets its first one: nothing changed that a history could tell. */
static gboolean
keep_kind (LuotainDb *db, const LuotainFinding *finding, const char *reason, GError **error)
{
  LuotainFinding *before = luotain_record_load (db, &luotain_finding_type, finding->record.id, error);
  g_autofree char *today = luotain_date_today ();
  gboolean ok = before != NULL;

  if (ok && before->kind != NULL && g_strcmp0 (before->kind, finding->kind) != 0)
    ok = insert_first_kind (db, before, error)
         && (finding->kind == NULL
             || insert_kind_change (db, finding->record.id, finding->kind, today, reason, error));

  luotain_record_free (&luotain_finding_type, before);
  return ok;
}

static gboolean
fill_fields (LuotainDb *db, const LuotainRecordType *type, gpointer record, const LuotainEditField *fields,
             guint n_fields, gboolean drop, GError **error)
{
  for (guint i = 0; i < n_fields; i++)
    if (!luotain_edit_fill (db, type, record, fields[i].name, fields[i].text, drop, error))
      return FALSE;

  return TRUE;
}

static gboolean
set_fields (LuotainDb *db, gint64 id, const LuotainEditField *fields, guint n_fields, const char *reason,
            gboolean drop, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  gpointer record = type != NULL ? luotain_record_load (db, type, id, error) : NULL;
  LuotainLanguage language;
  gboolean ok;

  if (record == NULL)
    return FALSE;

  ok = luotain_workbook_language (db, &language, error)
       && fill_fields (db, type, record, fields, n_fields, drop, error)
       && (type != &luotain_finding_type || keep_kind (db, record, reason, error));

  if (ok)
    {
      luotain_db_set_detail (db, luotain_record_title (type, record, language));
      ok = luotain_record_update (db, type, record, error);
    }

  luotain_record_free (type, record);
  return ok;
}

gboolean
luotain_edit_set_fields (LuotainDb *db, gint64 id, const LuotainEditField *fields, guint n_fields,
                         gboolean drop, GError **error)
{
  return set_fields (db, id, fields, n_fields, NULL, drop, error);
}

gboolean
luotain_edit_set_field (LuotainDb *db, gint64 id, const char *name, const char *text, gboolean drop,
                        GError **error)
{
  return set_fields (db, id, &(LuotainEditField){ name, text }, 1, NULL, drop, error);
}

gboolean
luotain_edit_set_kind (LuotainDb *db, gint64 id, const char *kind, const char *reason, GError **error)
{
  return set_fields (db, id, &(LuotainEditField){ "kind", kind }, 1, reason, FALSE, error);
}

static gboolean
remove_other_states (LuotainDb *db, gint64 scenario, gint64 variable, gint64 state, GError **error)
{
  const LuotainRole *path = luotain_model_role (luotain_db_get_model (db), "path");
  g_autoptr (GArray) states = luotain_record_ids (db, &luotain_state_type, variable, error);
  g_autoptr (GPtrArray) links = states != NULL ? luotain_link_list (db, scenario, FALSE, error) : NULL;

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const LuotainLink *link = links->pdata[i];

      if (link->role != path || link->target == state)
        continue;

      for (guint j = 0; j < states->len; j++)
        if (g_array_index (states, gint64, j) == link->target
            && !luotain_link_remove (db, scenario, path, link->target, error))
          return FALSE;
    }

  return TRUE;
}

gboolean
luotain_edit_set_path (LuotainDb *db, gint64 scenario, gint64 variable, gint64 state, GError **error)
{
  const LuotainRole *path = luotain_model_role (luotain_db_get_model (db), "path");
  LuotainState *record;
  gint64 owner;

  if (state == 0)
    return remove_other_states (db, scenario, variable, 0, error);

  record = luotain_record_load (db, &luotain_state_type, state, error);

  if (record == NULL)
    return FALSE;

  owner = record->record.owner;
  luotain_record_destroy (record);

  if (owner != variable)
    {
      g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                           _ ("The alternative belongs to another key variable. Choose one of this row."));
      return FALSE;
    }

  return remove_other_states (db, scenario, variable, state, error)
         && luotain_link_add (db, scenario, path, state, error);
}

static gboolean
supports (LuotainDb *db, gint64 finding, gint64 other, gboolean *does, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT l.target FROM link l"
      " JOIN below b ON l.source = b.id WHERE l.role = 'evidence')"
      " SELECT 1 FROM below WHERE id = ?2",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, other);
  luotain_statement_bind_id (statement, 2, finding);
  step = luotain_statement_step (statement, error);
  *does = step == LUOTAIN_STEP_ROW;
  return step != LUOTAIN_STEP_ERROR;
}

gboolean
luotain_edit_link (LuotainDb *db, gint64 source, const char *name, gint64 target, GError **error)
{
  const LuotainRole *role = luotain_model_role (luotain_db_get_model (db), name);
  gboolean ring = FALSE;

  if (role == NULL)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("There is no role “%s”. Look the roles up in the help."), name);
      return FALSE;
    }

  if (strcmp (name, "path") == 0 && luotain_record_type_of (db, target, NULL) == &luotain_state_type)
    {
      LuotainState *state = luotain_record_load (db, &luotain_state_type, target, error);
      const gint64 variable = state != NULL ? state->record.owner : 0;

      luotain_record_destroy (state);
      return state != NULL && luotain_edit_set_path (db, source, variable, target, error);
    }

  if (strcmp (name, "evidence") == 0 && !supports (db, source, target, &ring, error))
    return FALSE;

  if (ring)
    {
      g_set_error_literal (
          error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
          _ ("A finding cannot support itself, directly or through others. Choose another finding."));
      return FALSE;
    }

  return luotain_link_add (db, source, role, target, error);
}
