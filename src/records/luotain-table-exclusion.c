#include "config.h"

#include "luotain-edit.h"
#include "luotain-exclusion.h"
#include "luotain-record-io.h"
#include "luotain-state.h"
#include "luotain-statement.h"
#include "luotain-table-edit.h"

#include <glib/gi18n-lib.h>

LuotainTableExclusion *
luotain_table_exclusion_new (gint64 state, gint64 other, const char *kind, const char *reason)
{
  LuotainTableExclusion *self = g_new0 (LuotainTableExclusion, 1);

  self->state = state;
  self->other = other;
  self->kind = g_strdup (kind);
  self->reason = g_strdup (reason);
  return self;
}

void
luotain_table_exclusion_free (LuotainTableExclusion *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->reason);
  g_free (self);
}

static gboolean
load_variable (LuotainDb *db, gint64 id, gint64 *variable, GError **error)
{
  LuotainState *state = luotain_record_load (db, &luotain_state_type, id, error);

  if (state == NULL)
    return FALSE;

  *variable = state->record.owner;
  luotain_record_destroy (state);
  return TRUE;
}

static gboolean
check_pair (LuotainDb *db, const LuotainTableExclusion *self, GError **error)
{
  gint64 variable, other;

  if (!load_variable (db, self->state, &variable, error) || !load_variable (db, self->other, &other, error))
    return FALSE;
  if (variable != other)
    return TRUE;

  g_set_error_literal (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
      _ ("Two alternatives of one key variable exclude each other already. Choose one of another "
         "row."));
  return FALSE;
}

/* Whichever of the two the exclusion belongs to; several there are only in what was merged or imported. */
static GArray *
find_exclusions (LuotainDb *db, const LuotainTableExclusion *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.id FROM record r JOIN link l ON l.source = r.id AND l.role = 'excludes'"
      " WHERE r.type = 'exclusion' AND ((r.owner = ?1 AND l.target = ?2) OR (r.owner = ?2 AND l.target = ?1))"
      " ORDER BY r.id",
      error);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, self->state);
  luotain_statement_bind_id (statement, 2, self->other);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 id = luotain_statement_get_id (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
insert_exclusion (LuotainDb *db, const LuotainTableExclusion *self, gint64 *id, GError **error)
{
  LuotainExclusion *exclusion = luotain_record_new (&luotain_exclusion_type);
  gboolean ok;

  exclusion->record.owner = self->state;
  ok = luotain_edit_fill (db, &luotain_exclusion_type, exclusion, "kind", self->kind, TRUE, error)
       && (self->reason == NULL
           || luotain_edit_fill (db, &luotain_exclusion_type, exclusion, "reason", self->reason, TRUE, error))
       && luotain_record_insert (db, &luotain_exclusion_type, exclusion, error);
  *id = exclusion->record.id;
  luotain_record_destroy (exclusion);
  return ok && luotain_edit_link (db, *id, "excludes", self->other, error);
}

static gboolean
keep_first (LuotainDb *db, GArray *ids, guint from, GError **error)
{
  for (guint i = from; i < ids->len; i++)
    if (!luotain_record_delete (db, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
luotain_table_exclusion_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTableExclusion *self = data;
  g_autoptr (GArray) ids = check_pair (db, self, error) ? find_exclusions (db, self, error) : NULL;
  gint64 id = 0;

  if (ids == NULL || !keep_first (db, ids, self->kind != NULL ? 1 : 0, error))
    return FALSE;

  if (self->kind != NULL && ids->len == 0)
    {
      if (!insert_exclusion (db, self, &id, error))
        return FALSE;
    }
  else if (self->kind != NULL)
    {
      id = g_array_index (ids, gint64, 0);
      if (!luotain_edit_set_field (db, id, "kind", self->kind, TRUE, error)
          || (self->reason != NULL && !luotain_edit_set_field (db, id, "reason", self->reason, TRUE, error)))
        return FALSE;
    }

  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}
