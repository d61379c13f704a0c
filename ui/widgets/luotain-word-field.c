#include "config.h"

#include "luotain-word-field.h"

#include "luotain-children.h"

typedef struct
{
  LuotainFieldBinding *binding;
  LuotainContext *context;
  gulong words_handler;
  GtkWidget *input; /* NULL once the field is let go of */
  GtkWidget *named;
  char *vocabulary;
  char *label;
  gboolean showing;
} LuotainWordFieldPrivate;

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_COLUMN,
  PROP_VOCABULARY,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LuotainWordField, luotain_word_field, GTK_TYPE_WIDGET)

#define PRIVATE(self) \
  ((LuotainWordFieldPrivate *) luotain_word_field_get_instance_private ((LuotainWordField *) self))

static void
show (LuotainWordField *self)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);
  const gboolean showing = priv->showing;

  if (priv->input == NULL)
    return;

  priv->showing = TRUE;
  LUOTAIN_WORD_FIELD_GET_CLASS (self)->show (self, luotain_field_binding_get_text (priv->binding));
  priv->showing = showing;
}

void
luotain_word_field_fill (LuotainWordField *self)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);
  const gboolean showing = priv->showing;

  if (priv->context == NULL || priv->vocabulary == NULL || priv->input == NULL)
    return;

  priv->showing = TRUE;
  LUOTAIN_WORD_FIELD_GET_CLASS (self)->fill (self, luotain_context_get_words (priv->context),
                                             priv->vocabulary,
                                             luotain_field_binding_get_text (priv->binding));
  show (self);
  priv->showing = showing;
}

void
luotain_word_field_chosen (LuotainWordField *self, const char *text)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);

  if (!priv->showing)
    luotain_field_binding_save (priv->binding, text);
}

static void
error_cb (LuotainWordField *self)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);
  const char *error = luotain_field_binding_get_error (priv->binding);

  if (error == NULL)
    return;

  luotain_context_toast (priv->context, error, FALSE);
  luotain_field_binding_reset (priv->binding);
}

static void
editable_cb (LuotainWordField *self)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);

  if (priv->input != NULL)
    gtk_widget_set_sensitive (priv->input, luotain_field_binding_get_editable (priv->binding));
}

void
luotain_word_field_set_input (LuotainWordField *self, GtkWidget *input, GtkWidget *named)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);

  g_return_if_fail (priv->input == NULL);

  priv->input = input;
  priv->named = named;
  gtk_widget_set_parent (input, GTK_WIDGET (self));
  editable_cb (self);
}

static void
set_context (LuotainWordField *self, LuotainContext *context)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);

  if (priv->context == context)
    return;

  if (priv->context != NULL)
    g_clear_signal_handler (&priv->words_handler, priv->context);
  g_set_object (&priv->context, context);
  if (context != NULL)
    priv->words_handler = g_signal_connect_object (context, "notify::words",
                                                   G_CALLBACK (luotain_word_field_fill), self,
                                                   G_CONNECT_SWAPPED);
  luotain_word_field_fill (self);
}

static void
luotain_word_field_dispose (GObject *object)
{
  LuotainWordFieldPrivate *priv = PRIVATE (object);

  g_clear_object (&priv->context);
  priv->input = NULL;
  luotain_children_unparent (GTK_WIDGET (object));

  G_OBJECT_CLASS (luotain_word_field_parent_class)->dispose (object);
}

static void
luotain_word_field_finalize (GObject *object)
{
  LuotainWordFieldPrivate *priv = PRIVATE (object);

  g_clear_object (&priv->binding);
  g_free (priv->vocabulary);
  g_free (priv->label);

  G_OBJECT_CLASS (luotain_word_field_parent_class)->finalize (object);
}

static void
luotain_word_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainWordFieldPrivate *priv = PRIVATE (object);

  if (luotain_field_binding_forward_get (priv->binding, id - PROP_CONTEXT, value))
    return;

  g_value_set_string (value, id == PROP_VOCABULARY ? priv->vocabulary : priv->label);
}

static void
luotain_word_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainWordField *self = LUOTAIN_WORD_FIELD (object);
  LuotainWordFieldPrivate *priv = PRIVATE (self);

  if (id == PROP_CONTEXT)
    set_context (self, g_value_get_object (value));
  if (luotain_field_binding_forward_set (priv->binding, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_VOCABULARY:
      g_free (priv->vocabulary);
      priv->vocabulary = g_value_dup_string (value);
      luotain_word_field_fill (self);
      break;
    case PROP_LABEL:
      g_free (priv->label);
      priv->label = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->named), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      priv->label != NULL ? priv->label : "", -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_word_field_class_init (LuotainWordFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_word_field_dispose;
  object_class->finalize = luotain_word_field_finalize;
  object_class->get_property = luotain_word_field_get_property;
  object_class->set_property = luotain_word_field_set_property;

  luotain_field_binding_install (object_class, PROP_CONTEXT);
  properties[PROP_VOCABULARY] = g_param_spec_string ("vocabulary", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  for (guint i = PROP_VOCABULARY; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_word_field_init (LuotainWordField *self)
{
  LuotainWordFieldPrivate *priv = PRIVATE (self);

  priv->binding = luotain_field_binding_new ();
  g_signal_connect_object (priv->binding, "notify::text", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->binding, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->binding, "notify::editable", G_CALLBACK (editable_cb), self,
                           G_CONNECT_SWAPPED);
}
