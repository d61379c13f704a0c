#include "luotain-report-line.h"

struct _LuotainReportLine
{
  GObject parent_instance;

  LuotainReportLevel level;
  char *title;
  char *detail;
};

G_DEFINE_FINAL_TYPE (LuotainReportLine, luotain_report_line, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_LABEL,
  PROP_LEVEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static char *
describe (LuotainReportLine *self)
{
  const char *title = self->title != NULL ? self->title : "";

  if (self->detail == NULL)
    return g_strdup (title);
  return *title != '\0' ? g_strdup_printf ("%s, %s", title, self->detail) : g_strdup (self->detail);
}

static void
luotain_report_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LuotainReportLine *self = LUOTAIN_REPORT_LINE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_LABEL:
      g_value_take_string (value, describe (self));
      break;
    case PROP_LEVEL:
      g_value_set_int (value, (int) self->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
luotain_report_line_finalize (GObject *object)
{
  LuotainReportLine *self = LUOTAIN_REPORT_LINE (object);

  g_free (self->title);
  g_free (self->detail);
  G_OBJECT_CLASS (luotain_report_line_parent_class)->finalize (object);
}

static void
luotain_report_line_class_init (LuotainReportLineClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = luotain_report_line_get_property;
  object_class->finalize = luotain_report_line_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, 0, LUOTAIN_REPORT_TEXT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
luotain_report_line_init (LuotainReportLine *self)
{
}

LuotainReportLine *
luotain_report_line_new (LuotainReportLevel level, char *title, char *detail)
{
  LuotainReportLine *self = g_object_new (LUOTAIN_TYPE_REPORT_LINE, NULL);

  self->level = level;
  self->title = title;
  self->detail = detail;
  return self;
}

LuotainReportLevel
luotain_report_line_get_level (LuotainReportLine *self)
{
  g_return_val_if_fail (LUOTAIN_IS_REPORT_LINE (self), LUOTAIN_REPORT_TEXT);

  return self->level;
}
