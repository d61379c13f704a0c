#include "config.h"

#include "luotain-focus.h"
#include "luotain-text-area.h"
#include "luotain-text-entry.h"
#include "luotain-translated-entry.h"

#include <glib/gi18n.h>

struct _LuotainTranslatedEntry
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gulong language_handler;
  gint64 record_id;
  char *field;
  char *label;
  gboolean multiline;
  GtkGrid *grid;
  GPtrArray *fields; /* the entries or areas inside */
};

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_FIELD,
  PROP_LABEL,
  PROP_MULTILINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LuotainTranslatedEntry, luotain_translated_entry, GTK_TYPE_WIDGET)

static void
add_row (LuotainTranslatedEntry *self, LuotainLanguage language, int row)
{
  const char *code = luotain_language_code (language);
  GtkWidget *field = self->multiline ? luotain_text_area_new () : luotain_text_entry_new ();
  g_autofree char *upper = g_ascii_strup (code, -1);
  g_autofree char *column = g_strdup_printf ("%s_%s", self->field, code);
  g_autofree char *label = NULL;
  GtkWidget *tag = gtk_label_new (upper);

  /* Translators: the name of a field and the language it is written in: “Title (Svenska)”. */
  label = g_strdup_printf (_ ("%s (%s)"), self->label != NULL ? self->label : "",
                           luotain_language_name (language));
  gtk_widget_set_tooltip_text (tag, luotain_language_name (language));
  gtk_widget_add_css_class (tag, "dim-label");
  gtk_widget_add_css_class (tag, "caption-heading");
  gtk_widget_set_valign (tag, self->multiline ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  if (self->multiline)
    gtk_widget_set_margin_top (tag, 10);
  g_object_set (field, "context", self->context, "column", column, "record-id", self->record_id, "label",
                label, "hexpand", TRUE, NULL);
  gtk_grid_attach (self->grid, tag, 0, row, 1, 1);
  gtk_grid_attach (self->grid, field, 1, row, 1, 1);
  g_ptr_array_add (self->fields, field);
}

static void
fill (LuotainTranslatedEntry *self)
{
  LuotainLanguage main_language;
  GtkWidget *child;
  int row = 0;

  g_ptr_array_set_size (self->fields, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  if (self->context == NULL || self->field == NULL)
    return;

  main_language = luotain_context_get_language (self->context);
  add_row (self, main_language, row++);
  for (LuotainLanguage language = LUOTAIN_FI; language < LUOTAIN_N_LANGUAGES; language++)
    if (language != main_language)
      add_row (self, language, row++);
}

static void
set_context (LuotainTranslatedEntry *self, LuotainContext *context)
{
  if (self->context == context)
    return;

  if (self->context != NULL)
    g_clear_signal_handler (&self->language_handler, self->context);
  g_set_object (&self->context, context);
  if (context != NULL)
    self->language_handler = g_signal_connect_object (context, "notify::language", G_CALLBACK (fill), self,
                                                      G_CONNECT_SWAPPED);
  fill (self);
}

static gboolean
luotain_translated_entry_grab_focus (GtkWidget *widget)
{
  LuotainTranslatedEntry *self = LUOTAIN_TRANSLATED_ENTRY (widget);

  return self->fields->len > 0 && gtk_widget_grab_focus (self->fields->pdata[0]);
}

static void
luotain_translated_entry_dispose (GObject *object)
{
  LuotainTranslatedEntry *self = LUOTAIN_TRANSLATED_ENTRY (object);

  g_clear_object (&self->context);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer ((GtkWidget **) &self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_translated_entry_parent_class)->dispose (object);
}

static void
luotain_translated_entry_finalize (GObject *object)
{
  LuotainTranslatedEntry *self = LUOTAIN_TRANSLATED_ENTRY (object);

  g_ptr_array_unref (self->fields);
  g_free (self->field);
  g_free (self->label);

  G_OBJECT_CLASS (luotain_translated_entry_parent_class)->finalize (object);
}

static void
luotain_translated_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainTranslatedEntry *self = LUOTAIN_TRANSLATED_ENTRY (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_RECORD_ID:
      g_value_set_int64 (value, self->record_id);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_MULTILINE:
      g_value_set_boolean (value, self->multiline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_translated_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainTranslatedEntry *self = LUOTAIN_TRANSLATED_ENTRY (object);

  switch (id)
    {
    case PROP_CONTEXT:
      set_context (self, g_value_get_object (value));
      break;
    case PROP_RECORD_ID:
      self->record_id = g_value_get_int64 (value);
      for (guint i = 0; i < self->fields->len; i++)
        g_object_set (self->fields->pdata[i], "record-id", self->record_id, NULL);
      break;
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      fill (self);
      break;
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      fill (self);
      break;
    case PROP_MULTILINE:
      self->multiline = g_value_get_boolean (value);
      fill (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_translated_entry_class_init (LuotainTranslatedEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_translated_entry_dispose;
  object_class->finalize = luotain_translated_entry_finalize;
  object_class->get_property = luotain_translated_entry_get_property;
  object_class->set_property = luotain_translated_entry_set_property;
  widget_class->grab_focus = luotain_translated_entry_grab_focus;
  widget_class->focus = luotain_focus_children;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT, flags);
  properties[PROP_RECORD_ID] = g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_MULTILINE] = g_param_spec_boolean ("multiline", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "translatedentry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_translated_entry_init (LuotainTranslatedEntry *self)
{
  self->fields = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
luotain_translated_entry_new (void)
{
  return g_object_new (LUOTAIN_TYPE_TRANSLATED_ENTRY, NULL);
}
