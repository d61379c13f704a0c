#include "config.h"

#include "luotain-cli-assignments.h"

#include "luotain-cli-error.h"
#include "luotain-cli-input.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
assignment_free (LuotainCliAssignment *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static void
refuse_name (const LuotainRecordType *type, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (type->owner != NULL ? "owner" : NULL);

  for (guint i = 0; i < type->n_fields; i++)
    luotain_text_add_part (names, ", ", type->fields[i].name);

  g_set_error (
      error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
      _ ("A record of the type %s has no field “%s” to be set. It has: %s. A text in one language is "
         "named so: title_sv."),
      type->name, name, names->str);
}

/* A text that holds NUL would be cut short where it stands. */
static char *
read_value (GError **error)
{
  gsize length = 0;
  char *value = luotain_cli_input_read (LUOTAIN_TEXT_MAX_BYTES, &length, error);

  if (value == NULL)
    return NULL;

  if (strlen (value) != length)
    {
      g_free (value);
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_INPUT,
                   _ ("Standard input is not text: it holds NUL."));
      return NULL;
    }

  if (length > 0 && value[length - 1] == '\n')
    value[length - 1] = '\0';

  return value;
}

static LuotainCliAssignment *
find_assignment (GPtrArray *assignments, const char *name)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      LuotainCliAssignment *assignment = g_ptr_array_index (assignments, i);

      if (strcmp (assignment->name, name) == 0)
        return assignment;
    }

  return NULL;
}

static gboolean
add_assignment (GPtrArray *assignments, const LuotainField *field, char *name, char *value, GError **error)
{
  LuotainCliAssignment *assignment = find_assignment (assignments, name);

  if (field->kind == LUOTAIN_FIELD_KIND_TAGS)
    g_strdelimit (value, ",", '\n');

  if (assignment == NULL)
    {
      assignment = g_new0 (LuotainCliAssignment, 1);
      assignment->name = g_strdup (name);
      assignment->value = g_strdup (value);
      g_ptr_array_add (assignments, assignment);
    }
  else if (field->kind == LUOTAIN_FIELD_KIND_TAGS)
    {
      g_autofree char *before = g_steal_pointer (&assignment->value);

      assignment->value = g_strconcat (before, "\n", value, NULL);
    }
  else
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE, _ ("The field “%s” is given twice."),
                   name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_word (GPtrArray *assignments, const char *word, const LuotainRecordType *type, char **owner,
            GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  LuotainLanguage language;
  const LuotainField *field;

  if (equals == NULL)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("“%s” is not of the form FIELD=VALUE, for example title=\"Batteries in every ferry\"."),
                   word);
      return FALSE;
    }

  name = g_strndup (word, equals - word);
  field = luotain_record_type_field (type, name, &language);

  if (field == NULL && (owner == NULL || type->owner == NULL || strcmp (name, "owner") != 0))
    {
      refuse_name (type, name, error);
      return FALSE;
    }

  value = strcmp (equals, "=-") == 0 ? read_value (error) : g_strdup (equals + 1);

  if (value == NULL)
    return FALSE;

  if (field != NULL)
    return add_assignment (assignments, field, name, value, error);

  g_free (*owner);
  *owner = g_steal_pointer (&value);
  return TRUE;
}

GPtrArray *
luotain_cli_assignments_parse (char **words, guint n_words, const LuotainRecordType *type, char **owner,
                               GError **error)
{
  g_autoptr (GPtrArray) assignments = g_ptr_array_new_with_free_func ((GDestroyNotify) assignment_free);

  for (guint i = 0; i < n_words; i++)
    if (!parse_word (assignments, words[i], type, owner, error))
      return NULL;

  return g_steal_pointer (&assignments);
}
