#include "config.h"

#include "luotain-peruste-private.h"

#include "luotain-html-text.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_CODE 200

/* ---- structures ---- */

void
luotain_translated_clear (LuotainTranslated *text)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    g_clear_pointer (&text->text[i], g_free);
}

static void
unit_free (gpointer data)
{
  LuotainPerusteUnit *self = data;

  luotain_translated_clear (&self->title);
  luotain_translated_clear (&self->description);
  g_free (self->code);
  g_free (self->address);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static LuotainPerusteUnit *
unit_new (void)
{
  LuotainPerusteUnit *self = g_new0 (LuotainPerusteUnit, 1);

  self->parts = g_ptr_array_new_with_free_func (unit_free);
  return self;
}

void
luotain_peruste_free (LuotainPeruste *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->root, unit_free);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static void
unknown_free (gpointer data)
{
  LuotainPerusteUnknown *self = data;

  g_free (self->place);
  g_free (self);
}

LuotainPerusteUnit *
luotain_peruste_add (LuotainPerusteReader *self, LuotainPerusteUnit *parent, const char *code,
                     const char *key)
{
  LuotainPerusteUnit *unit;

  if (self->peruste->n_units >= LUOTAIN_PERUSTE_MAX_UNITS)
    return NULL;

  unit = unit_new ();
  self->peruste->n_units++;
  unit->code = g_strdup (code);
  if (code != NULL && g_str_has_prefix (code, "tutkinnonosat_"))
    unit->address = g_strconcat (LUOTAIN_PERUSTE_SERVICE "tutkinnonosa/", code, NULL);
  else if (code == NULL && g_str_has_prefix (key, "perusteenosa/"))
    unit->address = g_strconcat (self->peruste->root->address, "/", key, NULL);
  else
    unit->address = g_strconcat (parent->address, strchr (parent->address, '#') != NULL ? "/" : "#",
                                 code != NULL ? code : key, NULL);
  g_ptr_array_add (parent->parts, unit);
  return unit;
}

/* ---- places and notes ---- */

gsize
luotain_peruste_enter (LuotainPerusteReader *self, const char *name, guint index)
{
  const gsize length = self->path->len;

  if (name == NULL)
    g_string_append_printf (self->path, "[%u]", index);
  else
    g_string_append_printf (self->path, "%s%s", length > 0 ? "." : "", name);
  return length;
}

void
luotain_peruste_leave (LuotainPerusteReader *self, gsize length)
{
  g_string_truncate (self->path, length);
}

/* Numbers that only the service knows, and texts without a letter, are nothing. */
gboolean
luotain_peruste_is_empty (JsonNode *value)
{
  JsonObjectIter members;
  const char *name;
  JsonNode *member;

  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    return TRUE;

  if (JSON_NODE_HOLDS_VALUE (value))
    return json_node_get_value_type (value) == G_TYPE_STRING    ? *json_node_get_string (value) == '\0'
           : json_node_get_value_type (value) == G_TYPE_BOOLEAN ? !json_node_get_boolean (value)
                                                                : FALSE;

  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      JsonArray *array = json_node_get_array (value);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (!luotain_peruste_is_empty (json_array_get_element (array, i)))
          return FALSE;
      return TRUE;
    }

  json_object_iter_init (&members, json_node_get_object (value));
  while (json_object_iter_next (&members, &name, &member))
    if (name[0] != '_' && strcmp (name, "id") != 0 && !luotain_peruste_is_empty (member))
      return FALSE;
  return TRUE;
}

void
luotain_peruste_pass (LuotainPerusteReader *self, const char *name, JsonNode *value)
{
  LuotainPerusteUnknown *unknown;
  gsize length;

  if (luotain_peruste_is_empty (value))
    return;

  unknown = g_hash_table_lookup (self->unknown, name);
  if (unknown == NULL)
    {
      char *key = g_strdup (name);

      length = luotain_peruste_enter (self, name, 0);
      unknown = g_new0 (LuotainPerusteUnknown, 1);
      unknown->place = g_strdup (self->path->str);
      luotain_peruste_leave (self, length);
      g_hash_table_insert (self->unknown, key, unknown);
      g_ptr_array_add (self->order, key);
    }
  unknown->count++;
}

void
luotain_peruste_pass_others (LuotainPerusteReader *self, JsonObject *of, const char *const *read)
{
  JsonObjectIter members;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&members, of);
  while (json_object_iter_next_ordered (&members, &name, &value))
    if (name[0] != '_' && strcmp (name, "id") != 0 && !g_strv_contains (read, name))
      luotain_peruste_pass (self, name, value);
}

static void
write_notes (LuotainPerusteReader *self)
{
  GPtrArray *notes = self->peruste->notes;

  for (guint i = 0; i < self->order->len; i++)
    {
      const LuotainPerusteUnknown *unknown = g_hash_table_lookup (self->unknown, self->order->pdata[i]);

      g_ptr_array_add (
          notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s was not understood and is left out.",
                                               "%s and %u more like it were not understood and are left out.",
                                               unknown->count),
                                  unknown->place, unknown->count - 1));
    }

  if (self->n_chapters > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chapter of text is left out.",
                                                   "%u chapters of text are left out.", self->n_chapters),
                                      self->n_chapters));
  if (self->n_assessments > 0)
    g_ptr_array_add (notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "The assessment criteria of %u part are left out.",
                                                          "The assessment criteria of %u parts are left out.",
                                                          self->n_assessments),
                                             self->n_assessments));
  if (self->peruste->n_units >= LUOTAIN_PERUSTE_MAX_UNITS)
    g_ptr_array_add (
        notes, g_strdup_printf (_ ("The file has more than %d units and requirements; the rest is left out."),
                                LUOTAIN_PERUSTE_MAX_UNITS));
}

/* ---- members ---- */

JsonObject *
luotain_peruste_object (LuotainPerusteReader *self, JsonObject *of, const char *name)
{
  JsonNode *value = json_object_get_member (of, name);

  if (value != NULL && JSON_NODE_HOLDS_OBJECT (value))
    return json_node_get_object (value);

  luotain_peruste_pass (self, name, value);
  return NULL;
}

JsonArray *
luotain_peruste_array (LuotainPerusteReader *self, JsonObject *of, const char *name)
{
  JsonNode *value = json_object_get_member (of, name);

  if (value != NULL && JSON_NODE_HOLDS_ARRAY (value))
    return json_node_get_array (value);

  luotain_peruste_pass (self, name, value);
  return NULL;
}

/* Ids come as numbers and as texts. */
const char *
luotain_peruste_string (JsonObject *of, const char *name)
{
  JsonNode *value = json_object_get_member (of, name);

  return value != NULL && JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING
             ? json_node_get_string (value)
             : NULL;
}

static char *
plain_text (const char *html, gboolean single_line)
{
  g_autofree char *plain = luotain_html_to_text (html);

  /* What is too long for a field is refused with all else that is, when it is put together. */
  if (strlen (plain) > LUOTAIN_TEXT_MAX_BYTES)
    return g_steal_pointer (&plain);

  return luotain_text_normalize (plain, -1, LUOTAIN_TEXT_DROP | (single_line ? LUOTAIN_TEXT_SINGLE_LINE : 0),
                                 NULL, NULL);
}

static void
take_language (LuotainPerusteReader *self, const char *code, JsonNode *value, gboolean single_line,
               LuotainTranslated *text)
{
  LuotainLanguage language;

  if (code[0] == '_' || strcmp (code, "id") == 0)
    return;

  if (!luotain_language_parse (code, &language) || !JSON_NODE_HOLDS_VALUE (value)
      || json_node_get_value_type (value) != G_TYPE_STRING)
    luotain_peruste_pass (self, code, value);
  else if (text->text[language] == NULL)
    text->text[language] = plain_text (json_node_get_string (value), single_line);
}

gboolean
luotain_peruste_text (LuotainPerusteReader *self, JsonNode *value, gboolean single_line,
                      LuotainTranslated *text)
{
  JsonObjectIter members;
  const char *name;
  JsonNode *member;

  if (value == NULL)
    return FALSE;

  /* Older files have texts in Finnish alone. */
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
    {
      if (text->text[LUOTAIN_FI] == NULL)
        text->text[LUOTAIN_FI] = plain_text (json_node_get_string (value), single_line);
    }
  else if (JSON_NODE_HOLDS_OBJECT (value))
    {
      json_object_iter_init (&members, json_node_get_object (value));
      while (json_object_iter_next (&members, &name, &member))
        take_language (self, name, member, single_line, text);
    }

  return luotain_translated_get (text, LUOTAIN_FI) != NULL;
}

void
luotain_peruste_describe (LuotainPerusteUnit *unit, const char *const heading[LUOTAIN_N_LANGUAGES],
                          const LuotainTranslated *text)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      char *before = unit->description.text[i];

      if (text->text[i] == NULL)
        continue;

      unit->description.text[i] = g_strconcat (before != NULL ? before : "", before != NULL ? "\n\n" : "",
                                               heading != NULL && heading[i] != NULL ? heading[i] : "",
                                               heading != NULL && heading[i] != NULL ? "\n" : "",
                                               text->text[i], NULL);
      g_free (before);
    }
}

static gboolean
is_code (const char *text)
{
  return text != NULL && *text != '\0' && strlen (text) <= LONGEST_CODE
         && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:")
                == strlen (text);
}

char *
luotain_peruste_code_of (JsonObject *part)
{
  static const char *const objects[] = { "koodi", "nimiKoodi", "nimi" };
  static const char *const texts[] = { "koodiUri", "ammattitaitovaatimusKoodi", "uri" };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      JsonNode *code = json_object_get_member (part, objects[i]);

      if (code != NULL && JSON_NODE_HOLDS_OBJECT (code)
          && is_code (luotain_peruste_string (json_node_get_object (code), "uri")))
        return g_strdup (luotain_peruste_string (json_node_get_object (code), "uri"));
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_code (luotain_peruste_string (part, texts[i])))
      return g_strdup (luotain_peruste_string (part, texts[i]));

  return NULL;
}

/* ---- the file ---- */

static gboolean
refuse (LuotainFaults *faults, const char *file, guint line, char *message)
{
  luotain_faults_add (faults, file, (int) line, message);
  return FALSE;
}

/*
 * The parser goes down with each bracket; nobody's file may make it fall off the stack. Comments and other quotes, which it
 * reads although they are no JSON, could hide brackets.
 */
static gboolean
check_depth (const char *data, gsize length, const char *file, LuotainFaults *faults)
{
  guint depth = 0, line = 1;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const char c = data[i];

      line += c == '\n';
      if (quoted && c == '\\')
        i++;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '/' || c == '#' || c == '\''))
        return refuse (faults, file, line, g_strdup (_ ("The text is not valid JSON here.")));
      else if (!quoted && (c == '{' || c == '['))
        depth++;
      else if (!quoted && (c == '}' || c == ']') && depth > 0)
        depth--;

      if (depth > LUOTAIN_PERUSTE_MAX_DEPTH)
        return refuse (faults, file, line,
                       g_strdup_printf (_ ("More than %d objects and lists stand within one another."),
                                        LUOTAIN_PERUSTE_MAX_DEPTH));
    }

  return TRUE;
}

static gboolean
check_bytes (const char *data, gsize length, const char *file, LuotainFaults *faults)
{
  if (length > LUOTAIN_PERUSTE_MAX_BYTES)
    return refuse (faults, file, 0, g_strdup (_ ("The file is longer than 64 MiB.")));

  if (!g_utf8_validate_len (data, length, NULL))
    return refuse (faults, file, 0, g_strdup (_ ("The text is not UTF-8. Save it as UTF-8.")));

  return check_depth (data, length, file, faults);
}

/* The parser says “<data>:12:3: Parse error: …” in English; of that we take the line. */
static guint
line_of (const GError *error)
{
  const char *line = error != NULL ? strstr (error->message, ">:") : NULL;

  return line != NULL ? (guint) CLAMP (g_ascii_strtoull (line + 2, NULL, 10), 1, G_MAXINT) : 1;
}

static JsonParser *
parse (const char *data, gsize length, const char *file, LuotainFaults *faults)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (!check_bytes (data, length, file, faults))
    return NULL;

  if (length == 0 || !json_parser_load_from_data (parser, data, (gssize) length, &error))
    {
      refuse (faults, file, line_of (error), g_strdup (_ ("The text is not valid JSON here.")));
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return g_steal_pointer (&parser);

  refuse (faults, file, 1,
          g_strdup (_ ("This is no qualification of ePerusteet: an object should stand here.")));
  return NULL;
}

/* ---- what goes into the workbook ---- */

static gboolean
tidy (char **text, gboolean single_line, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *plain = luotain_text_normalize (*text, -1,
                                        LUOTAIN_TEXT_DROP | (single_line ? LUOTAIN_TEXT_SINGLE_LINE : 0),
                                        NULL, &local_error);

  g_free (*text);
  *text = plain;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Codes, ids and names of members are whatever the file says, and texts were put together. */
static gboolean
tidy_unit (LuotainPerusteUnit *unit, GError **error)
{
  gboolean ok = tidy (&unit->code, TRUE, error) && tidy (&unit->address, TRUE, error);

  for (guint i = 0; ok && i < LUOTAIN_N_LANGUAGES; i++)
    ok = tidy (&unit->title.text[i], TRUE, error) && tidy (&unit->description.text[i], FALSE, error);

  if (!ok)
    {
      g_prefix_error (error, "%s: ", unit->address != NULL ? unit->address : "");
      return FALSE;
    }

  for (guint i = 0; i < unit->parts->len; i++)
    if (!tidy_unit (unit->parts->pdata[i], error))
      return FALSE;

  return TRUE;
}

static char *
read_all (LuotainPerusteReader *self, JsonObject *root)
{
  g_autoptr (GError) error = NULL;
  char *fault = luotain_peruste_read_root (self, root);

  return fault != NULL || tidy_unit (self->peruste->root, &error) ? fault : g_strdup (error->message);
}

LuotainPeruste *
luotain_peruste_read (const char *data, gsize length, const char *file, LuotainFaults *faults)
{
  g_autoptr (JsonParser) parser = parse (data, length, file, faults);
  g_autoptr (LuotainPeruste) peruste = NULL;
  LuotainPerusteReader self = { 0 };
  char *fault;

  if (parser == NULL)
    return NULL;

  peruste = g_new0 (LuotainPeruste, 1);
  peruste->notes = g_ptr_array_new_with_free_func (g_free);
  peruste->root = unit_new ();
  peruste->n_units = 1;
  self.peruste = peruste;
  self.path = g_string_new (NULL);
  self.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unknown_free);
  self.order = g_ptr_array_new ();

  fault = read_all (&self, json_node_get_object (json_parser_get_root (parser)));
  if (fault != NULL)
    refuse (faults, file, 0, fault);
  else
    write_notes (&self);

  g_string_free (self.path, TRUE);
  g_ptr_array_unref (self.order);
  g_hash_table_unref (self.unknown);
  return fault == NULL ? g_steal_pointer (&peruste) : NULL;
}
