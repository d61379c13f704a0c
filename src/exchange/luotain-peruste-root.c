#include "config.h"

#include "luotain-peruste-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a unit stands in the structure of the qualification. */
typedef struct
{
  gint64 order;
  LuotainTranslated group; /* “Pakolliset tutkinnon osat” */
} Place;

typedef struct
{
  LuotainPerusteReader *reader;
  GHashTable *groups; /* number of a reference → Place, by the structure */
  GHashTable *places; /* number of a unit → Place */
} Structure;

static void
place_free (gpointer data)
{
  Place *self = data;

  luotain_translated_clear (&self->group);
  g_free (self);
}

static Place *
place_new (gint64 order, const LuotainTranslated *group)
{
  Place *self = g_new0 (Place, 1);

  self->order = order;
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    self->group.text[i] = g_strdup (group->text[i]);
  return self;
}

/* References and ids are numbers in some files and texts in others. */
static char *
id_of (JsonObject *object, const char *name)
{
  JsonNode *value = json_object_get_member (object, name);

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value))
    return NULL;

  if (json_node_get_value_type (value) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (value));

  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
}

/* ---- the structure ---- */

/* {minimi: 1, maksimi: 2} → “1–2” */
static char *
range_of (LuotainPerusteReader *self, JsonObject *rule, const char *name)
{
  JsonObject *range = luotain_peruste_object (self, rule, name);
  g_autofree char *least = range != NULL ? id_of (range, "minimi") : NULL;
  g_autofree char *most = range != NULL ? id_of (range, "maksimi") : NULL;

  if (least == NULL && most == NULL)
    return NULL;

  return g_strcmp0 (least, most) == 0
             ? g_strdup (least)
             : g_strdup_printf ("%s–%s", least != NULL ? least : "", most != NULL ? most : "");
}

/* How many units, or of what scope, are taken of a group stands behind its name; what else is said of it, below. */
static void
read_group (LuotainPerusteReader *self, JsonObject *module, LuotainTranslated *group)
{
  static const char *const read[] = { "nimi",  "kuvaus",   "osat",      "muodostumisSaanto", "tunniste",
                                      "rooli", "versioId", "versionId", "pakollinen",        NULL };
  JsonObject *rule = luotain_peruste_object (self, module, "muodostumisSaanto");
  g_autofree char *number = rule != NULL ? range_of (self, rule, "koko") : NULL;
  g_autofree char *scope = rule != NULL ? range_of (self, rule, "laajuus") : NULL;
  LuotainTranslated text = { { NULL } };

  luotain_peruste_pass_others (self, module, read);
  luotain_peruste_text (self, json_object_get_member (module, "nimi"), TRUE, group);
  luotain_peruste_text (self, json_object_get_member (module, "kuvaus"), FALSE, &text);
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (group->text[i] != NULL)
      {
        const char *range = scope != NULL ? scope : number;
        char *whole = g_strconcat (group->text[i], range != NULL ? ": " : "", range != NULL ? range : "",
                                   text.text[i] != NULL ? "\n" : "", text.text[i], NULL);

        g_free (group->text[i]);
        group->text[i] = whole;
      }
  luotain_translated_clear (&text);
}

static void
read_module (Structure *self, JsonNode *node, const LuotainTranslated *group)
{
  LuotainTranslated own = { { NULL } };
  g_autofree char *reference = NULL;
  JsonObject *module;
  JsonArray *parts;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  module = json_node_get_object (node);
  reference = id_of (module, "_tutkinnonOsaViite");
  if (reference != NULL)
    {
      static const char *const read[] = { "tunniste", "pakollinen", "kuvaus", NULL };

      luotain_peruste_pass_others (self->reader, module, read);
      g_hash_table_insert (self->groups, g_steal_pointer (&reference), place_new (0, group));
      return;
    }

  read_group (self->reader, module, &own);
  parts = luotain_peruste_array (self->reader, module, "osat");
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      const gsize length = luotain_peruste_enter (self->reader, "osat", 0);

      luotain_peruste_enter (self->reader, NULL, i);
      read_module (self, json_array_get_element (parts, i),
                   luotain_translated_get (&own, LUOTAIN_FI) != NULL ? &own : group);
      luotain_peruste_leave (self->reader, length);
    }
  luotain_translated_clear (&own);
}

static void
read_reference (Structure *self, JsonNode *node)
{
  static const LuotainTranslated nowhere = { { NULL } };
  g_autofree char *reference = NULL;
  g_autofree char *unit = NULL;
  const Place *place;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  reference = id_of (json_node_get_object (node), "id");
  unit = id_of (json_node_get_object (node), "_tutkinnonOsa");
  if (unit == NULL || reference == NULL)
    return;

  place = g_hash_table_lookup (self->groups, reference);
  g_hash_table_insert (self->places, g_steal_pointer (&unit),
                       place_new (json_object_get_int_member_with_default (json_node_get_object (node),
                                                                           "jarjestys", 0),
                                  place != NULL ? &place->group : &nowhere));
}

/* ---- parts in trees of content ---- */

static void read_content (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *content);

static void
read_child (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *child)
{
  static const char *const read[] = { "perusteenOsa", "lapset", NULL };
  JsonObject *part = luotain_peruste_object (self, child, "perusteenOsa");
  LuotainPerusteUnit *own = NULL;

  luotain_peruste_pass_others (self, child, read);
  if (part != NULL && g_strcmp0 (luotain_peruste_string (part, "osanTyyppi"), "tekstikappale") == 0)
    self->n_chapters += !luotain_peruste_is_empty (json_object_get_member (part, "teksti"));
  else if (part != NULL)
    {
      g_autofree char *code = luotain_peruste_code_of (part);
      g_autofree char *id = id_of (part, "id");
      g_autofree char *key = g_strconcat ("perusteenosa/", id != NULL ? id : "", NULL);

      own = luotain_peruste_add (self, unit, code, key);
      if (own != NULL && !luotain_peruste_take_name (self, own, part))
        {
          g_ptr_array_remove_index (unit->parts, unit->parts->len - 1);
          self->peruste->n_units--;
          own = NULL;
          luotain_peruste_pass (self, "perusteenOsa", json_object_get_member (child, "perusteenOsa"));
        }
      if (own != NULL)
        luotain_peruste_read_part (self, own, part);
    }

  read_content (self, own != NULL ? own : unit, child);
}

static void
read_content (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *content)
{
  JsonArray *children = luotain_peruste_array (self, content, "lapset");

  for (guint i = 0; children != NULL && i < json_array_get_length (children); i++)
    {
      JsonNode *child = json_array_get_element (children, i);
      const gsize length = luotain_peruste_enter (self, "lapset", 0);

      luotain_peruste_enter (self, NULL, i);
      if (JSON_NODE_HOLDS_OBJECT (child))
        read_child (self, unit, json_node_get_object (child));
      else
        luotain_peruste_pass (self, "lapset", child);
      luotain_peruste_leave (self, length);
    }
}

/* ---- units ---- */

typedef struct
{
  gint64 order;
  guint index;
  JsonObject *object;
  const Place *place;
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *one = a, *other = b;

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;

  return one->index < other->index ? -1 : 1;
}

static void
read_unit (LuotainPerusteReader *self, const Part *part)
{
  g_autofree char *code = luotain_peruste_code_of (part->object);
  g_autofree char *id = id_of (part->object, "id");
  g_autofree char *key = g_strconcat ("perusteenosa/", id != NULL ? id : "", NULL);
  LuotainPerusteUnit *root = self->peruste->root;
  LuotainPerusteUnit *unit = luotain_peruste_add (self, root, code, key);

  if (unit == NULL)
    return;

  if (!luotain_peruste_take_name (self, unit, part->object))
    {
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), part->object);

      luotain_peruste_pass (self, "nimi", node);
      g_ptr_array_remove_index (root->parts, root->parts->len - 1);
      self->peruste->n_units--;
      return;
    }

  if (part->place != NULL)
    luotain_peruste_describe (unit, NULL, &part->place->group);
  luotain_peruste_read_part (self, unit, part->object);
}

static void
read_units (Structure *self, JsonArray *list)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      g_autofree char *id = JSON_NODE_HOLDS_OBJECT (node) ? id_of (json_node_get_object (node), "id") : NULL;
      const Place *place = id != NULL ? g_hash_table_lookup (self->places, id) : NULL;
      Part part = { place != NULL ? place->order : G_MAXINT64, i, NULL, place };

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          luotain_peruste_pass (self->reader, "tutkinnonOsat", node);
          continue;
        }
      part.object = json_node_get_object (node);
      g_array_append_val (parts, part);
    }

  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const gsize length = luotain_peruste_enter (self->reader, "tutkinnonOsat", 0);

      luotain_peruste_enter (self->reader, NULL, part->index);
      read_unit (self->reader, part);
      luotain_peruste_leave (self->reader, length);
    }
}

/* ---- the qualification ---- */

static void
read_way (Structure *self, JsonNode *node)
{
  static const LuotainTranslated nowhere = { { NULL } };
  static const char *const read[] = { "rakenne",      "tutkinnonOsaViitteet", "sisalto", "suoritustapakoodi",
                                      "perusteenOsa", "laajuusYksikko",       NULL };
  JsonObject *way;
  JsonArray *references;
  JsonNode *structure;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      luotain_peruste_pass (self->reader, "suoritustavat", node);
      return;
    }

  way = json_node_get_object (node);
  luotain_peruste_pass_others (self->reader, way, read);
  structure = json_object_get_member (way, "rakenne");
  if (structure != NULL)
    {
      const gsize length = luotain_peruste_enter (self->reader, "rakenne", 0);

      read_module (self, structure, &nowhere);
      luotain_peruste_leave (self->reader, length);
    }

  references = luotain_peruste_array (self->reader, way, "tutkinnonOsaViitteet");
  for (guint i = 0; references != NULL && i < json_array_get_length (references); i++)
    read_reference (self, json_array_get_element (references, i));

  if (luotain_peruste_object (self->reader, way, "sisalto") != NULL)
    read_content (self->reader, self->reader->peruste->root,
                  luotain_peruste_object (self->reader, way, "sisalto"));
}

static void
describe_codes (LuotainPerusteReader *self, JsonArray *list)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *uri = JSON_NODE_HOLDS_OBJECT (node)
                            ? luotain_peruste_string (json_node_get_object (node), "koulutuskoodiUri")
                            : NULL;
      LuotainTranslated name = { { NULL } };

      if (uri == NULL)
        continue;

      luotain_peruste_text (self, json_object_get_member (json_node_get_object (node), "nimi"), TRUE, &name);
      for (guint l = 0; l < LUOTAIN_N_LANGUAGES; l++)
        if (name.text[l] != NULL)
          {
            char *text = g_strdup_printf ("%s (%s)", name.text[l], uri);

            g_free (name.text[l]);
            name.text[l] = text;
          }
      luotain_peruste_describe (self->peruste->root, NULL, &name);
      luotain_translated_clear (&name);
    }
}

/* What is of the service, of its archive, or of the course of making the qualification. */
static const char *const of_the_service[] = { "id",
                                              "globalVersion",
                                              "nimi",
                                              "koulutustyyppi",
                                              "toteutus",
                                              "kielet",
                                              "diaarinumero",
                                              "maarayskirje",
                                              "muutosmaaraykset",
                                              "voimassaoloAlkaa",
                                              "siirtymaPaattyy",
                                              "voimassaoloLoppuu",
                                              "paatospvm",
                                              "luotu",
                                              "muokattu",
                                              "tila",
                                              "tyyppi",
                                              "koulutusvienti",
                                              "korvattavatDiaarinumerot",
                                              "perusteenAikataulut",
                                              "viimeisinJulkaisuAika",
                                              "oppaanPerusteet",
                                              "oppaanKoulutustyypit",
                                              "poikkeamismaaraysTarkennus",
                                              "poikkeamismaaraysTyyppi",
                                              "opasTyyppi",
                                              "tietoapalvelustaKuvaus",
                                              "kvLiite",
                                              "esikatseltavissa",
                                              "muutosmaarayksenVoimassaoloAlkaa",
                                              NULL };

static void
read_root_member (Structure *self, const char *name, JsonNode *value)
{
  static const char *const read[] = { "sisalto", "laajuus", NULL };
  LuotainPerusteReader *reader = self->reader;
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  if (g_strv_contains (of_the_service, name) || luotain_peruste_is_empty (value)
      || strcmp (name, "suoritustavat") == 0)
    return;

  if (strcmp (name, "koulutukset") == 0 && list != NULL)
    describe_codes (reader, list);
  else if (strcmp (name, "tutkinnonOsat") == 0 && list != NULL)
    read_units (self, list);
  else if (JSON_NODE_HOLDS_OBJECT (value) && json_object_has_member (json_node_get_object (value), "sisalto"))
    {
      const gsize length = luotain_peruste_enter (reader, name, 0);
      JsonObject *content = luotain_peruste_object (reader, json_node_get_object (value), "sisalto");

      luotain_peruste_pass_others (reader, json_node_get_object (value), read);
      luotain_peruste_enter (reader, "sisalto", 0);
      if (content != NULL)
        read_content (reader, reader->peruste->root, content);
      luotain_peruste_leave (reader, length);
    }
  else
    {
      /* As a part of it would be: texts are kept, what is not understood is noted. */
      g_autoptr (JsonObject) one = json_object_new ();

      json_object_set_member (one, name, json_node_copy (value));
      luotain_peruste_read_part (reader, reader->peruste->root, one);
    }
}

static void
read_members (LuotainPerusteReader *self, JsonObject *root)
{
  Structure structure = { self, NULL, NULL };
  JsonArray *ways = luotain_peruste_array (self, root, "suoritustavat");
  JsonObjectIter members;
  const char *name;
  JsonNode *value;

  structure.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  structure.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  for (guint i = 0; ways != NULL && i < json_array_get_length (ways); i++)
    {
      const gsize length = luotain_peruste_enter (self, "suoritustavat", 0);

      luotain_peruste_enter (self, NULL, i);
      read_way (&structure, json_array_get_element (ways, i));
      luotain_peruste_leave (self, length);
    }

  json_object_iter_init_ordered (&members, root);
  while (json_object_iter_next_ordered (&members, &name, &value))
    read_root_member (&structure, name, value);

  g_hash_table_unref (structure.groups);
  g_hash_table_unref (structure.places);
}

char *
luotain_peruste_read_root (LuotainPerusteReader *self, JsonObject *root)
{
  LuotainPerusteUnit *unit = self->peruste->root;
  g_autofree char *id = id_of (root, "id");

  if (!luotain_peruste_text (self, json_object_get_member (root, "nimi"), TRUE, &unit->title))
    return g_strdup (_ ("This is no qualification of ePerusteet: it has no name (nimi)."));

  unit->code = g_strdup (luotain_peruste_string (root, "diaarinumero"));
  if (unit->code != NULL && *unit->code == '\0')
    g_clear_pointer (&unit->code, g_free);
  unit->address = g_strconcat (LUOTAIN_PERUSTE_SERVICE, id != NULL ? id : "", NULL);
  read_members (self, root);
  if (unit->parts->len > 0)
    return NULL;

  return g_strdup (
      _ ("This is no qualification of ePerusteet that can be read: there are no units (tutkinnonOsat) and no "
         "content (sisalto) in it."));
}
