#include "config.h"

#include "luotain-context.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n.h>

struct _LuotainContext
{
  GObject parent_instance;

  LuotainStore *store;
  LuotainHistory *history;
  LuotainWordList *words;
  LuotainLanguage language;
  gint64 sector;
  gint64 selection;
  gboolean room;
};

enum
{
  PROP_STORE = 1,
  PROP_HISTORY,
  PROP_WORDS,
  PROP_LANGUAGE,
  PROP_WRITABLE,
  PROP_SECTOR,
  PROP_SELECTION,
  PROP_ROOM,
  N_PROPS
};

enum
{
  CHANGED,
  REVEAL,
  TOAST,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainContext, luotain_context, G_TYPE_OBJECT)

/* What is read of a workbook before anything of it is shown. */
typedef struct
{
  LuotainWordList *words;
  LuotainLanguage language;
} Basics;

static void
basics_free (Basics *self)
{
  g_clear_pointer (&self->words, luotain_word_list_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Basics, basics_free)

static gboolean
load_basics (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (Basics) basics = g_new0 (Basics, 1);

  if (!luotain_workbook_language (db, &basics->language, error))
    return FALSE;

  /* Words are shown in the language of the interface, what people wrote in that of the workbook. */
  basics->words = luotain_word_list_load (db, luotain_language_of_locale (), error);
  if (basics->words == NULL)
    return FALSE;

  *result = g_steal_pointer (&basics);
  return TRUE;
}

static void
take_basics (LuotainContext *self, Basics *basics)
{
  g_clear_pointer (&self->words, luotain_word_list_unref);
  self->words = g_steal_pointer (&basics->words);
  if (self->language != basics->language)
    {
      self->language = basics->language;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  basics_free (basics);
}

static void
basics_read_cb (gpointer owner, gboolean success, gpointer result)
{
  if (success)
    take_basics (LUOTAIN_CONTEXT (owner), result);
}

static gboolean
find_gone (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const gint64 *id = data;
  gboolean exists = FALSE;

  if (!luotain_record_exists (db, *id, &exists, error))
    return FALSE;

  *result = exists ? NULL : g_memdup2 (id, sizeof *id);
  return TRUE;
}

static void
gone_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainContext *self = LUOTAIN_CONTEXT (owner);
  g_autofree gint64 *gone = result;

  if (gone != NULL && self->selection == *gone)
    luotain_context_set_selection (self, 0);
}

static void
store_changed_cb (LuotainContext *self, LuotainChanges *changes, LuotainStore *store)
{
  g_assert (LUOTAIN_IS_CONTEXT (self));

  if (luotain_changes_has_type (changes, "workbook")
      || luotain_changes_has_type (changes, "vocabulary-entry"))
    luotain_context_read (self, load_basics, NULL, NULL, (GDestroyNotify) basics_free, NULL, basics_read_cb,
                          self);

  g_signal_emit (self, signals[CHANGED], 0, changes);

  /* Nothing can be asked about, or done to, what was selected and is gone. */
  if (self->selection != 0 && luotain_changes_has_id (changes, self->selection))
    luotain_context_read (self, find_gone, g_memdup2 (&self->selection, sizeof self->selection), g_free,
                          g_free, NULL, gone_read_cb, self);
}

static void
luotain_context_constructed (GObject *object)
{
  LuotainContext *self = LUOTAIN_CONTEXT (object);

  G_OBJECT_CLASS (luotain_context_parent_class)->constructed (object);

  self->history = luotain_history_new (self->store);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
luotain_context_dispose (GObject *object)
{
  LuotainContext *self = LUOTAIN_CONTEXT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->store);
  g_clear_pointer (&self->words, luotain_word_list_unref);

  G_OBJECT_CLASS (luotain_context_parent_class)->dispose (object);
}

static void
luotain_context_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainContext *self = LUOTAIN_CONTEXT (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_WORDS:
      g_value_set_pointer (value, self->words);
      break;
    case PROP_LANGUAGE:
      g_value_set_int (value, (int) self->language);
      break;
    case PROP_WRITABLE:
      g_value_set_boolean (value, luotain_context_get_writable (self));
      break;
    case PROP_SECTOR:
      g_value_set_int64 (value, self->sector);
      break;
    case PROP_SELECTION:
      g_value_set_int64 (value, self->selection);
      break;
    case PROP_ROOM:
      g_value_set_boolean (value, self->room);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_context_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainContext *self = LUOTAIN_CONTEXT (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_SECTOR:
      luotain_context_set_sector (self, g_value_get_int64 (value));
      break;
    case PROP_SELECTION:
      luotain_context_set_selection (self, g_value_get_int64 (value));
      break;
    case PROP_ROOM:
      luotain_context_set_room (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
luotain_context_class_init (LuotainContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags free_to_set = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags only_read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = luotain_context_constructed;
  object_class->dispose = luotain_context_dispose;
  object_class->get_property = luotain_context_get_property;
  object_class->set_property = luotain_context_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LUOTAIN_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, LUOTAIN_TYPE_HISTORY, only_read);
  properties[PROP_WORDS] = g_param_spec_pointer ("words", NULL, NULL, only_read);
  properties[PROP_LANGUAGE] = g_param_spec_int ("language", NULL, NULL, 0, LUOTAIN_N_LANGUAGES, 0, only_read);
  properties[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, FALSE, only_read);
  properties[PROP_SECTOR] = g_param_spec_int64 ("sector", NULL, NULL, 0, G_MAXINT64, 0, free_to_set);
  properties[PROP_SELECTION] = g_param_spec_int64 ("selection", NULL, NULL, 0, G_MAXINT64, 0, free_to_set);
  properties[PROP_ROOM] = g_param_spec_boolean ("room", NULL, NULL, FALSE, free_to_set);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, LUOTAIN_TYPE_CHANGES);
  signals[REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
luotain_context_init (LuotainContext *self)
{
}

static void
new_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  LuotainContext *self;
  gpointer basics = NULL;

  if (!luotain_store_read_finish (LUOTAIN_STORE (source), result, &basics, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self = g_object_new (LUOTAIN_TYPE_CONTEXT, "store", source, NULL);
  take_basics (self, basics);
  g_task_return_pointer (task, self, g_object_unref);
}

void
luotain_context_new_async (LuotainStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_name (task, "luotain_context_new_async");
  luotain_store_read_async (store, load_basics, NULL, NULL, (GDestroyNotify) basics_free, cancellable,
                            new_read_cb, task);
}

LuotainContext *
luotain_context_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

LuotainStore *
luotain_context_get_store (LuotainContext *self)
{
  return self->store;
}

LuotainHistory *
luotain_context_get_history (LuotainContext *self)
{
  return self->history;
}

LuotainWordList *
luotain_context_get_words (LuotainContext *self)
{
  return self->words;
}

LuotainLanguage
luotain_context_get_language (LuotainContext *self)
{
  return self->language;
}

gboolean
luotain_context_get_writable (LuotainContext *self)
{
  return luotain_store_is_writable (self->store);
}

gint64
luotain_context_get_sector (LuotainContext *self)
{
  return self->sector;
}

void
luotain_context_set_sector (LuotainContext *self, gint64 sector)
{
  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  if (self->sector == sector)
    return;

  self->sector = sector;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTOR]);
}

gint64
luotain_context_get_selection (LuotainContext *self)
{
  return self->selection;
}

void
luotain_context_set_selection (LuotainContext *self, gint64 id)
{
  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  if (self->selection == id)
    return;

  self->selection = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

gboolean
luotain_context_get_room (LuotainContext *self)
{
  return self->room;
}

void
luotain_context_set_room (LuotainContext *self, gboolean room)
{
  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  if (self->room == room)
    return;

  self->room = room;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM]);
}

void
luotain_context_go_to (LuotainContext *self, gint64 id)
{
  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  g_signal_emit (self, signals[REVEAL], 0, id);
}

void
luotain_context_toast (LuotainContext *self, const char *text, gboolean undo)
{
  g_return_if_fail (LUOTAIN_IS_CONTEXT (self));

  g_signal_emit (self, signals[TOAST], 0, text, undo);
}
