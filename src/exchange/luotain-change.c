#include "config.h"

#include "luotain-comparison-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name, *label;
} kinds[] = {
  { "came", N_ ("Came") },
  { "went", N_ ("Went") },
  { "changed", N_ ("Changed") },
};

static const struct
{
  const char *name, *label;
} groups[] = {
  { "scenarios", N_ ("Scenarios") },    { "paths", N_ ("Paths") },
  { "profiles", N_ ("Profiles") },      { "competences", N_ ("Competences") },
  { "table", N_ ("Futures Table") },    { "findings", N_ ("Findings") },
  { "coverage", N_ ("Coverage") },      { "sources", N_ ("Sources") },
  { "round", N_ ("The Round Itself") },
};

const char *
luotain_change_kind_name (LuotainChangeKind kind)
{
  return kinds[kind].name;
}

const char *
luotain_change_kind_label (LuotainChangeKind kind)
{
  return _ (kinds[kind].label);
}

const char *
luotain_change_group_name (LuotainChangeGroup group)
{
  return groups[group].name;
}

const char *
luotain_change_group_label (LuotainChangeGroup group)
{
  return _ (groups[group].label);
}

/* ---- values ---- */

static void
field_change_free (gpointer data)
{
  LuotainFieldChange *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

void
luotain_change_free (gpointer data)
{
  LuotainChange *self = data;

  g_free (self->owner_title);
  g_free (self->title_before);
  g_free (self->title_after);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

GPtrArray *
luotain_field_changes_new (void)
{
  return g_ptr_array_new_with_free_func (field_change_free);
}

void
luotain_comparison_free (LuotainComparison *self)
{
  if (self == NULL)
    return;

  g_free (self->before.name);
  g_free (self->before.hash);
  g_free (self->after.name);
  g_free (self->after.hash);
  g_ptr_array_unref (self->changes);
  g_free (self);
}
