#include "config.h"

#include "luotain-table-marks.h"

#include "luotain-table-space.h"

#include <glib/gi18n.h>

static const struct
{
  const char *css_class;
  const char *word;
} looks[] = {
  [LUOTAIN_MARK_NONE] = { NULL, NULL },
  [LUOTAIN_MARK_BASE] = { "base", N_ ("Chosen") },
  [LUOTAIN_MARK_COEXISTS] = { "coexists", N_ ("✓ Can coexist") },
  [LUOTAIN_MARK_LOGICAL] = { "struck", N_ ("✕ Logically impossible") },
  [LUOTAIN_MARK_EMPIRICAL] = { "struck", N_ ("✕ Empirically implausible") },
  [LUOTAIN_MARK_NORMATIVE] = { "frowned", N_ ("! Not wanted together") },
  [LUOTAIN_MARK_FIXED] = { "base", N_ ("Fixed") },
  [LUOTAIN_MARK_POSSIBLE] = { "coexists", N_ ("✓ Possible") },
  [LUOTAIN_MARK_IMPOSSIBLE] = { "struck", N_ ("✕ Not possible any more") },
  [LUOTAIN_MARK_ON_PATH] = { "on-path", NULL },
};

const char *
luotain_table_mark_word (LuotainTableMark mark)
{
  return looks[mark].word != NULL ? _ (looks[mark].word) : NULL;
}

const char *
luotain_table_mark_note (LuotainTableMark mark)
{
  if (mark == LUOTAIN_MARK_COEXISTS || mark == LUOTAIN_MARK_POSSIBLE)
    return "✓";
  return luotain_table_mark_word (mark);
}

const char *
luotain_table_mark_class (LuotainTableMark mark)
{
  return looks[mark].css_class;
}

LuotainTableMarks *
luotain_table_marks_new (void)
{
  LuotainTableMarks *self = g_new0 (LuotainTableMarks, 1);

  self->fixed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
luotain_table_marks_free (LuotainTableMarks *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->fixed);
  g_free (self->n_remaining);
  g_free (self->possible);
  g_free (self);
}

static gboolean
is_gone (gpointer variable, gpointer state, gpointer table)
{
  guint row, index;

  return !luotain_futures_table_find (table, *(gint64 *) state, &row, &index)
         || luotain_futures_table_row (table, row)->id != *(gint64 *) variable;
}

void
luotain_table_marks_update (LuotainTableMarks *self, const LuotainFuturesTable *table)
{
  guint row, state;

  if (!luotain_futures_table_find (table, self->base, &row, &state))
    self->base = 0;
  g_hash_table_foreach_remove (self->fixed, is_gone, (gpointer) table);
  g_clear_pointer (&self->n_remaining, g_free);
  g_clear_pointer (&self->possible, g_free);
  luotain_table_space_compute (table, self->fixed, &self->any, &self->n_remaining, &self->possible);
}

void
luotain_table_marks_fix (LuotainTableMarks *self, gint64 variable, gint64 state)
{
  const gint64 *present = g_hash_table_lookup (self->fixed, &variable);

  if (present != NULL && *present == state)
    g_hash_table_remove (self->fixed, &variable);
  else
    g_hash_table_insert (self->fixed, g_memdup2 (&variable, sizeof variable),
                         g_memdup2 (&state, sizeof state));
}

static LuotainTableMark
mark_of_kind (const LuotainFuturesExclusion *exclusion)
{
  if (g_strcmp0 (exclusion->kind, "logical") == 0)
    return LUOTAIN_MARK_LOGICAL;
  return luotain_futures_exclusion_strikes (exclusion) ? LUOTAIN_MARK_EMPIRICAL : LUOTAIN_MARK_NORMATIVE;
}

static LuotainTableMark
get_coexistence (const LuotainTableMarks *self, const LuotainFuturesTable *table, guint row, guint state)
{
  const LuotainFuturesExclusion *exclusion;
  guint base_row, base_state;

  if (self->base == 0 || !luotain_futures_table_find (table, self->base, &base_row, &base_state))
    return LUOTAIN_MARK_NONE;
  if (base_row == row)
    return base_state == state ? LUOTAIN_MARK_BASE : LUOTAIN_MARK_NONE;

  exclusion = luotain_futures_table_get_exclusion (table, base_row, base_state, row, state);
  return exclusion != NULL ? mark_of_kind (exclusion) : LUOTAIN_MARK_COEXISTS;
}

static LuotainTableMark
get_possibility (const LuotainTableMarks *self, const LuotainFuturesTable *table, guint row, guint state)
{
  const LuotainFuturesRow *variable = luotain_futures_table_row (table, row);
  const gint64 *fixed = g_hash_table_lookup (self->fixed, &variable->id);

  if (fixed != NULL && *fixed == luotain_futures_row_state (variable, state)->id)
    return LUOTAIN_MARK_FIXED;
  if (self->possible == NULL || state >= 64)
    return LUOTAIN_MARK_NONE;
  return (self->possible[row] & G_GUINT64_CONSTANT (1) << state) != 0 ? LUOTAIN_MARK_POSSIBLE
                                                                      : LUOTAIN_MARK_IMPOSSIBLE;
}

static gboolean
is_on_path (const LuotainTableMarks *self, const LuotainFuturesTable *table, guint row, guint state)
{
  for (guint i = 0; i < table->paths->len; i++)
    {
      const LuotainFuturesPath *path = luotain_futures_table_path (table, i);

      if (path->id == self->chosen)
        return path->states[row] == state;
    }
  return FALSE;
}

LuotainTableMark
luotain_table_marks_get (const LuotainTableMarks *self, const LuotainFuturesTable *table, guint row,
                         guint state)
{
  switch (self->mode)
    {
    case LUOTAIN_TABLE_EXCLUDE:
      return get_coexistence (self, table, row, state);
    case LUOTAIN_TABLE_REMAINS:
      return get_possibility (self, table, row, state);
    case LUOTAIN_TABLE_EDIT:
    default:
      return is_on_path (self, table, row, state) ? LUOTAIN_MARK_ON_PATH : LUOTAIN_MARK_NONE;
    }
}
