#include "config.h"

#include "luotain-finding-words.h"
#include "luotain-map-row.h"

struct _LuotainMapRow
{
  GObject parent_instance;

  LuotainContext *context;
  LuotainMapData *data;
  guint finding;
  gint64 id;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_TITLE,
  PROP_WORDS,
  PROP_LABEL,
  PROP_KIND,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LuotainMapRow, luotain_map_row, G_TYPE_OBJECT)

static char *
dup_label (LuotainMapRow *self)
{
  g_autofree char *words = luotain_finding_words_finding (self->data, self->finding);

  return g_strdup_printf ("%s, %s", self->data->findings[self->finding].title, words);
}

static void
luotain_map_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  LuotainMapRow *self = LUOTAIN_MAP_ROW (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->data->findings[self->finding].title);
      break;
    case PROP_WORDS:
      g_value_take_string (value, luotain_finding_words_finding (self->data, self->finding));
      break;
    case PROP_LABEL:
      g_value_take_string (value, dup_label (self));
      break;
    case PROP_KIND:
      g_value_set_string (value, self->data->findings[self->finding].kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
luotain_map_row_finalize (GObject *object)
{
  LuotainMapRow *self = LUOTAIN_MAP_ROW (object);

  g_clear_pointer (&self->data, luotain_map_data_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_map_row_parent_class)->finalize (object);
}

static void
luotain_map_row_class_init (LuotainMapRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = luotain_map_row_get_property;
  G_OBJECT_CLASS (klass)->finalize = luotain_map_row_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
luotain_map_row_init (LuotainMapRow *self)
{
}

LuotainMapRow *
luotain_map_row_new (LuotainContext *context, LuotainMapData *data, guint finding)
{
  LuotainMapRow *self = g_object_new (LUOTAIN_TYPE_MAP_ROW, NULL);

  self->context = g_object_ref (context);
  self->data = luotain_map_data_ref (data);
  self->finding = finding;
  self->id = data->findings[finding].id;
  return self;
}

/* Cheap: thousands of rows are asked at every change. */
static gboolean
is_same (LuotainMapRow *self, LuotainMapData *data, guint finding)
{
  const LuotainMapFinding *before = &self->data->findings[self->finding];
  const LuotainMapFinding *after = &data->findings[finding];

  for (guint i = 0; i < LUOTAIN_MAP_N_SCALES; i++)
    {
      const LuotainMapRating *old = &before->ratings[i];
      const LuotainMapRating *new = &after->ratings[i];

      if (old->id != new->id || old->n != new->n || !(old->value == new->value || old->id == 0))
        return FALSE;
    }
  return g_strcmp0 (before->title, after->title) == 0 && g_strcmp0 (before->kind, after->kind) == 0
         && g_strcmp0 (before->dimensions, after->dimensions) == 0
         && g_strv_equal ((const char *const *) self->data->kind_titles,
                          (const char *const *) data->kind_titles)
         && g_strv_equal ((const char *const *) self->data->dimension_titles,
                          (const char *const *) data->dimension_titles);
}

void
luotain_map_row_update (LuotainMapRow *self, LuotainMapData *data, guint finding)
{
  gboolean same;

  g_return_if_fail (LUOTAIN_IS_MAP_ROW (self));

  same = is_same (self, data, finding);
  luotain_map_data_ref (data);
  luotain_map_data_unref (self->data);
  self->data = data;
  self->finding = finding;
  if (same)
    return;

  for (guint i = PROP_TITLE; i < N_PROPERTIES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

gint64
luotain_map_row_get_id (LuotainMapRow *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_ROW (self), 0);

  return self->id;
}
