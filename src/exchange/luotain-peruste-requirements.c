#include "luotain-peruste-private.h"

#include <string.h>

/* Where a requirement stands: texts above it, which become its description. */
typedef struct
{
  LuotainTranslated target; /* “Opiskelija osaa” */
  LuotainTranslated area;
} Above;

static void
above_clear (Above *self)
{
  luotain_translated_clear (&self->target);
  luotain_translated_clear (&self->area);
}

/* What names a requirement without a code: the identifier of its text, which stays, else its place. */
static char *
key_of (JsonObject *requirement, const char *member, guint index)
{
  JsonNode *text = json_object_get_member (requirement, member);
  const char *identifier = text != NULL && JSON_NODE_HOLDS_OBJECT (text)
                               ? luotain_peruste_string (json_node_get_object (text), "_tunniste")
                               : luotain_peruste_string (requirement, "_tunniste");

  return identifier != NULL && strlen (identifier) < 64 ? g_strdup (identifier)
                                                        : g_strdup_printf ("%s-%u", member, index + 1);
}

static void
add_requirement (LuotainPerusteReader *self, LuotainPerusteUnit *unit, const char *member, guint index,
                 JsonNode *value, const Above *above)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
  const gsize length = luotain_peruste_enter (self, member, 0);
  g_autofree char *code = object != NULL ? luotain_peruste_code_of (object) : NULL;
  g_autofree char *key = object != NULL ? key_of (object, member, index)
                                        : g_strdup_printf ("%s-%u", member, index + 1);
  LuotainPerusteUnit *requirement = luotain_peruste_is_empty (value)
                                        ? NULL
                                        : luotain_peruste_add (self, unit, code, key);

  if (requirement != NULL && !(object != NULL ? luotain_peruste_take_name (self, requirement, object) : FALSE)
      && !luotain_peruste_text (self, value, TRUE, &requirement->title))
    {
      g_ptr_array_remove_index (unit->parts, unit->parts->len - 1);
      self->peruste->n_units--;
      requirement = NULL;
      luotain_peruste_leave (self, length);
      luotain_peruste_pass (self, member, value);
    }

  if (requirement != NULL && above != NULL)
    {
      static const char *const read[] = { "koodi",     "vaatimus", "selite", "ammattitaitovaatimusKoodi",
                                          "jarjestys", "fi",       "sv",     "en",
                                          NULL };

      if (object != NULL)
        luotain_peruste_pass_others (self, object, read);
      luotain_peruste_describe (requirement, NULL, &above->area);
      luotain_peruste_describe (requirement, NULL, &above->target);
    }
  luotain_peruste_leave (self, length);
}

static void
add_requirements (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *of, const char *list,
                  const char *member, const Above *above)
{
  JsonArray *array = luotain_peruste_array (self, of, list);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    add_requirement (self, unit, member, i, json_array_get_element (array, i), above);
}

/* {kohde, vaatimukset: [{koodi, vaatimus}], kohdealueet: [{kuvaus, vaatimukset}]} */
static void
read_2019 (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *requirements)
{
  static const char *const read[] = { "kohde", "vaatimukset", "kohdealueet", NULL };
  static const char *const read_of_area[] = { "kuvaus", "vaatimukset", NULL };
  Above above = { 0 };
  JsonArray *areas = luotain_peruste_array (self, requirements, "kohdealueet");

  luotain_peruste_pass_others (self, requirements, read);

  luotain_peruste_text (self, json_object_get_member (requirements, "kohde"), FALSE, &above.target);
  add_requirements (self, unit, requirements, "vaatimukset", "vaatimus", &above);

  for (guint i = 0; areas != NULL && i < json_array_get_length (areas); i++)
    {
      JsonNode *area = json_array_get_element (areas, i);

      if (!JSON_NODE_HOLDS_OBJECT (area))
        {
          luotain_peruste_pass (self, "kohdealueet", area);
          continue;
        }

      luotain_peruste_pass_others (self, json_node_get_object (area), read_of_area);
      luotain_translated_clear (&above.area);
      luotain_peruste_text (self, json_object_get_member (json_node_get_object (area), "kuvaus"), FALSE,
                            &above.area);
      add_requirements (self, unit, json_node_get_object (area), "vaatimukset", "vaatimus", &above);
    }

  above_clear (&above);
}

/* [{otsikko, vaatimuksenKohteet: [{otsikko, selite, vaatimukset: [{selite, ammattitaitovaatimusKoodi}]}]}] */
static void
read_older_target (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonNode *node, Above *above)
{
  static const char *const read[] = { "otsikko", "selite", "vaatimukset", NULL };
  JsonObject *target;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      luotain_peruste_pass (self, "vaatimuksenKohteet", node);
      return;
    }

  target = json_node_get_object (node);
  luotain_peruste_pass_others (self, target, read);
  luotain_translated_clear (&above->target);
  luotain_peruste_text (self, json_object_get_member (target, "otsikko"), FALSE, &above->target);
  luotain_peruste_text (self, json_object_get_member (target, "selite"), FALSE, &above->target);
  add_requirements (self, unit, target, "vaatimukset", "selite", above);
}

static void
read_older (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonArray *list)
{
  static const char *const read[] = { "otsikko", "vaatimuksenKohteet", NULL };

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *area = json_array_get_element (list, i);
      JsonArray *targets;
      Above above = { 0 };

      if (!JSON_NODE_HOLDS_OBJECT (area))
        {
          luotain_peruste_pass (self, "ammattitaitovaatimuksetLista", area);
          continue;
        }

      luotain_peruste_pass_others (self, json_node_get_object (area), read);
      luotain_peruste_text (self, json_object_get_member (json_node_get_object (area), "otsikko"), FALSE,
                            &above.area);
      targets = luotain_peruste_array (self, json_node_get_object (area), "vaatimuksenKohteet");
      for (guint j = 0; targets != NULL && j < json_array_get_length (targets); j++)
        read_older_target (self, unit, json_array_get_element (targets, j), &above);
      above_clear (&above);
    }
}

/* Parts that are described as the unit itself is. */
static void
read_parts (LuotainPerusteReader *self, LuotainPerusteUnit *unit, const char *name, JsonArray *list)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const gsize length = luotain_peruste_enter (self, name, 0);
      const guint before = unit->parts->len;

      luotain_peruste_enter (self, NULL, i);
      add_requirement (self, unit, name, i, node, NULL);
      if (unit->parts->len > before && JSON_NODE_HOLDS_OBJECT (node) && !luotain_peruste_is_text (node))
        luotain_peruste_read_part (self, unit->parts->pdata[before], json_node_get_object (node));
      luotain_peruste_leave (self, length);
    }
}

static gboolean
has_requirements (JsonNode *value)
{
  return JSON_NODE_HOLDS_OBJECT (value)
         && (json_object_has_member (json_node_get_object (value), "vaatimukset")
             || json_object_has_member (json_node_get_object (value), "kohdealueet"));
}

gboolean
luotain_peruste_read_requirements (LuotainPerusteReader *self, LuotainPerusteUnit *unit, const char *name,
                                   JsonNode *value)
{
  static const char *const parts[] = { "osaAlueet",  "osaamistavoitteet",   "taitotasot",
                                       "tavoitteet", "opetuksenTavoitteet", NULL };
  static const char *const aims[] = { "pakollisetOsaamistavoitteet", "valinnaisetOsaamistavoitteet", NULL };

  if (has_requirements (value))
    read_2019 (self, unit, json_node_get_object (value));
  else if (g_strv_contains (aims, name) && JSON_NODE_HOLDS_OBJECT (value))
    luotain_peruste_read_part (self, unit, json_node_get_object (value));
  else if (strcmp (name, "ammattitaitovaatimuksetLista") == 0 && JSON_NODE_HOLDS_ARRAY (value))
    read_older (self, unit, json_node_get_array (value));
  else if (g_strv_contains (parts, name) && JSON_NODE_HOLDS_ARRAY (value))
    read_parts (self, unit, name, json_node_get_array (value));
  else
    return FALSE;

  return TRUE;
}
