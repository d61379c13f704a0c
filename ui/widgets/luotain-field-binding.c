#include "config.h"

#include "luotain-coverage-edit.h"
#include "luotain-edit.h"
#include "luotain-field-binding.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"

struct _LuotainFieldBinding
{
  GObject parent_instance;

  LuotainContext *context;
  gint64 record_id;
  gint64 organisation; /* 0, or whose view of the entry */
  char *column;
  char *text;
  char *error;
  GCancellable *cancellable;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_RECORD_ID,
  PROP_COLUMN,
  PROP_TEXT,
  PROP_ERROR,
  PROP_EDITABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LuotainFieldBinding, luotain_field_binding, G_TYPE_OBJECT)

/* Which field is read or written, on the store thread. */
typedef struct
{
  gint64 id;
  gint64 organisation;
  char *column;
  char *text;
} Field;

static Field *
field_new (LuotainFieldBinding *binding, const char *text)
{
  Field *self = g_new0 (Field, 1);

  self->id = binding->record_id;
  self->organisation = binding->organisation;
  self->column = g_strdup (binding->column);
  self->text = g_strdup (text);
  return self;
}

static void
field_free (gpointer data)
{
  Field *self = data;

  g_free (self->column);
  g_free (self->text);
  g_free (self);
}

static gboolean
load_field (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Field *asked = data;
  const LuotainRecordType *type = luotain_record_type_of (db, asked->id, error);
  LuotainLanguage language = LUOTAIN_FI;
  const LuotainField *field;
  gpointer record;

  if (type != NULL && asked->organisation != 0)
    return luotain_coverage_dup_text (db, asked->organisation, asked->id, asked->column, (char **) result,
                                      error);

  if (type == NULL || !luotain_workbook_language (db, &language, error))
    return FALSE;

  field = luotain_record_type_field (type, asked->column, &language);
  if (field == NULL)
    g_error ("%s has no field %s", type->name, asked->column);

  record = luotain_record_load (db, type, asked->id, error);
  if (record == NULL)
    return FALSE;

  *result = luotain_field_to_string (field, record, language);
  luotain_record_free (type, record);
  return TRUE;
}

static gboolean
save_field (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Field *field = data;
  LuotainCoverageEdit edit = { field->organisation, field->id, FALSE, field->column, field->text };

  if (field->organisation != 0)
    return luotain_coverage_edit_run (db, &edit, result, error);

  return luotain_edit_set_field (db, field->id, field->column, field->text, TRUE, error);
}

static void
take_text (LuotainFieldBinding *self, char *text)
{
  g_free (self->text);
  self->text = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
set_error (LuotainFieldBinding *self, const char *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
loaded_cb (gpointer owner, gboolean success, gpointer result)
{
  if (success)
    take_text (LUOTAIN_FIELD_BINDING (owner), result);
}

static void
load (LuotainFieldBinding *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->context == NULL || self->record_id == 0 || self->column == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, load_field, field_new (self, NULL), field_free, g_free,
                        self->cancellable, loaded_cb, self);
}

static void
changed_cb (LuotainFieldBinding *self, LuotainChanges *changes, LuotainContext *context)
{
  g_assert (LUOTAIN_IS_FIELD_BINDING (self));

  if (self->record_id != 0
      && (luotain_changes_has_id (changes, self->record_id)
          || (self->organisation != 0 && luotain_changes_has_type (changes, "coverage"))))
    load (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LuotainFieldBinding) self = user_data;
  g_autoptr (GError) error = NULL;

  luotain_history_do_finish (LUOTAIN_HISTORY (source), result, NULL, &error);
  if (g_error_matches (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND))
    return;

  set_error (self, error != NULL ? error->message : NULL);
  /* Where the text differed in nothing that counts, no `changed` follows. */
  if (error == NULL)
    load (self);
}

void
luotain_field_binding_save (LuotainFieldBinding *self, const char *text)
{
  g_return_if_fail (LUOTAIN_IS_FIELD_BINDING (self));

  if (!luotain_field_binding_get_editable (self))
    return;
  if (g_strcmp0 (luotain_field_binding_get_text (self), text != NULL ? text : "") == 0)
    {
      set_error (self, NULL);
      return;
    }

  luotain_history_do_async (luotain_context_get_history (self->context), luotain_field_label (self->column),
                            save_field, field_new (self, text), field_free, NULL, NULL, saved_cb,
                            g_object_ref (self));
}

void
luotain_field_binding_reset (LuotainFieldBinding *self)
{
  g_return_if_fail (LUOTAIN_IS_FIELD_BINDING (self));

  set_error (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
bind_record (LuotainFieldBinding *self, gint64 id)
{
  if (self->record_id == id)
    return;

  self->record_id = id;
  set_error (self, NULL);
  take_text (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD_ID]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
  load (self);
}

static void
bind_context (LuotainFieldBinding *self, LuotainContext *context)
{
  if (self->context == context)
    return;

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_set_object (&self->context, context);
  if (context != NULL)
    g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
  load (self);
}

static void
bind_column (LuotainFieldBinding *self, const char *column)
{
  if (g_strcmp0 (self->column, column) == 0)
    return;

  g_free (self->column);
  self->column = g_strdup (column);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN]);
  load (self);
}

static void
luotain_field_binding_dispose (GObject *object)
{
  LuotainFieldBinding *self = LUOTAIN_FIELD_BINDING (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_field_binding_parent_class)->dispose (object);
}

static void
luotain_field_binding_finalize (GObject *object)
{
  LuotainFieldBinding *self = LUOTAIN_FIELD_BINDING (object);

  g_free (self->column);
  g_free (self->text);
  g_free (self->error);

  G_OBJECT_CLASS (luotain_field_binding_parent_class)->finalize (object);
}

static void
luotain_field_binding_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainFieldBinding *self = LUOTAIN_FIELD_BINDING (object);

  if (luotain_field_binding_forward_get (self, id - PROP_CONTEXT, value))
    return;

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, luotain_field_binding_get_text (self));
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, luotain_field_binding_get_editable (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_field_binding_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (!luotain_field_binding_forward_set (LUOTAIN_FIELD_BINDING (object), id - PROP_CONTEXT, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

void
luotain_field_binding_install (GObjectClass *object_class, guint first)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (object_class, first,
                                   g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT, flags));
  g_object_class_install_property (object_class, first + 1,
                                   g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0, flags));
  g_object_class_install_property (object_class, first + 2,
                                   g_param_spec_string ("column", NULL, NULL, NULL, flags));
}

gboolean
luotain_field_binding_forward_get (LuotainFieldBinding *self, guint index, GValue *value)
{
  switch (index)
    {
    case 0:
      g_value_set_object (value, self->context);
      return TRUE;
    case 1:
      g_value_set_int64 (value, self->record_id);
      return TRUE;
    case 2:
      g_value_set_string (value, self->column);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
luotain_field_binding_forward_set (LuotainFieldBinding *self, guint index, const GValue *value)
{
  switch (index)
    {
    case 0:
      bind_context (self, g_value_get_object (value));
      return TRUE;
    case 1:
      bind_record (self, g_value_get_int64 (value));
      return TRUE;
    case 2:
      bind_column (self, g_value_get_string (value));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
luotain_field_binding_class_init (LuotainFieldBindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags only_read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = luotain_field_binding_dispose;
  object_class->finalize = luotain_field_binding_finalize;
  object_class->get_property = luotain_field_binding_get_property;
  object_class->set_property = luotain_field_binding_set_property;

  luotain_field_binding_install (object_class, PROP_CONTEXT);
  properties[PROP_CONTEXT] = g_object_class_find_property (object_class, "context");
  properties[PROP_RECORD_ID] = g_object_class_find_property (object_class, "record-id");
  properties[PROP_COLUMN] = g_object_class_find_property (object_class, "column");
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", only_read);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, only_read);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, only_read);
  for (guint i = PROP_TEXT; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);
}

static void
luotain_field_binding_init (LuotainFieldBinding *self)
{
}

LuotainFieldBinding *
luotain_field_binding_new (void)
{
  return g_object_new (LUOTAIN_TYPE_FIELD_BINDING, NULL);
}

void
luotain_field_binding_set_organisation (LuotainFieldBinding *self, gint64 organisation)
{
  g_return_if_fail (LUOTAIN_IS_FIELD_BINDING (self));

  if (self->organisation == organisation)
    return;

  self->organisation = organisation;
  set_error (self, NULL);
  take_text (self, NULL);
  load (self);
}

const char *
luotain_field_binding_get_text (LuotainFieldBinding *self)
{
  return self->text != NULL ? self->text : "";
}

const char *
luotain_field_binding_get_error (LuotainFieldBinding *self)
{
  return self->error;
}

gboolean
luotain_field_binding_get_editable (LuotainFieldBinding *self)
{
  return self->context != NULL && self->record_id != 0 && luotain_context_get_writable (self->context);
}
