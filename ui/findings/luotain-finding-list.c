#include "config.h"

#include "luotain-finding-list.h"

#include "luotain-asking.h"

/* A spinner that comes and goes at once only disturbs. */
#define LATE_MS 200
/* Rows that come with the answer, so that the first screenful is there in one go. */
#define N_FIRST_ROWS 48
/* So many are asked for to begin with, a screenful: they are there before the others are counted, and the list view
 * sets up as many rows and not two hundred. */
#define N_FIRST_LOOK 32

struct _LuotainFindingList
{
  GObject parent_instance;

  LuotainStore *store;
  LuotainFindingRows *rows;
  LuotainFindingQuery *query;
  GArray *ids;
  guint total;
  GCancellable *running; /* the query that was asked last, until it is answered */
  guint late_source;
  gboolean again; /* the workbook changed while the query ran */
  gboolean ready;
  gboolean loading;
};

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPERTIES
};

enum
{
  REFRESHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainFindingList, luotain_finding_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* What a query answers, with the rows that stand first. */
typedef struct
{
  LuotainFindingIds *found;
  GPtrArray *rows;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->found, luotain_finding_ids_free);
  g_clear_pointer (&answer->rows, g_ptr_array_unref);
  g_free (answer);
}

static gboolean
run_query (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  LuotainFindingQuery *query = data;
  gpointer found = NULL;
  Answer *answer;

  if (!luotain_finding_query_run (db, query, &found, error))
    return FALSE;
  answer = g_new0 (Answer, 1);
  answer->found = found;
  answer->rows = luotain_finding_rows_load (db, (const gint64 *) answer->found->ids->data,
                                            MIN (answer->found->ids->len, N_FIRST_ROWS), query->language,
                                            error);
  if (answer->rows == NULL)
    {
      answer_free (answer);
      return FALSE;
    }
  *result = answer;
  return TRUE;
}

static GType
list_get_item_type (GListModel *model)
{
  return LUOTAIN_TYPE_FINDING_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return LUOTAIN_FINDING_LIST (model)->ids->len;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  LuotainFindingList *self = LUOTAIN_FINDING_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return luotain_finding_rows_get_item (self->rows, g_array_index (self->ids, gint64, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
set_loading (LuotainFindingList *self, gboolean loading)
{
  g_clear_handle_id (&self->late_source, g_source_remove);
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
late_cb (gpointer user_data)
{
  LuotainFindingList *self = user_data;

  self->late_source = 0;
  set_loading (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
luotain_finding_list_dispose (GObject *object)
{
  LuotainFindingList *self = LUOTAIN_FINDING_LIST (object);

  g_clear_handle_id (&self->late_source, g_source_remove);
  luotain_ask_no_more (&self->running);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, luotain_finding_query_free);
  G_OBJECT_CLASS (luotain_finding_list_parent_class)->dispose (object);
}

static void
luotain_finding_list_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_FINDING_LIST (object)->ids);
  G_OBJECT_CLASS (luotain_finding_list_parent_class)->finalize (object);
}

static void
luotain_finding_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, LUOTAIN_FINDING_LIST (object)->loading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
luotain_finding_list_class_init (LuotainFindingListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = luotain_finding_list_dispose;
  object_class->finalize = luotain_finding_list_finalize;
  object_class->get_property = luotain_finding_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
luotain_finding_list_init (LuotainFindingList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
take_ids (LuotainFindingList *self, GArray *new_ids)
{
  g_autoptr (GArray) old_ids = self->ids;
  const gint64 *old = (const gint64 *) old_ids->data;
  const gint64 *new = (const gint64 *) new_ids->data;
  guint shorter = MIN (old_ids->len, new_ids->len);
  guint head = 0, tail = 0;

  while (head < shorter && old[head] == new[head])
    head++;
  while (tail < shorter - head && old[old_ids->len - 1 - tail] == new[new_ids->len - 1 - tail])
    tail++;

  self->ids = g_array_ref (new_ids);
  if (old_ids->len != head + tail || new_ids->len != head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old_ids->len - head - tail,
                                new_ids->len - head - tail);
}

/* A query that was asked, until it is answered. */
typedef struct
{
  LuotainFindingList *self;
  GCancellable *cancellable;
  gboolean first_look;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->self);
  g_object_unref (asked->cancellable);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void refresh (LuotainFindingList *self);
static void ask (LuotainFindingList *self, guint limit);

static void
take_answer (LuotainFindingList *self, Answer *answer)
{
  self->total = answer->found->total;
  self->ready = TRUE;
  luotain_finding_rows_take (self->rows, g_steal_pointer (&answer->rows));
  take_ids (self, answer->found->ids);
  g_signal_emit (self, signals[REFRESHED], 0);
}

/* Rows to look at until the whole answer is there, which begins with the same ones. */
static void
take_first_look (LuotainFindingList *self, Answer *answer)
{
  luotain_finding_rows_take (self->rows, g_steal_pointer (&answer->rows));
  take_ids (self, answer->found->ids);
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  LuotainFindingList *self = asked->self;
  gpointer value = NULL;
  gboolean read = luotain_store_read_finish (LUOTAIN_STORE (source), result, &value, &error);

  /* Another query was asked meanwhile, or the list is gone. */
  if (self->running != asked->cancellable)
    {
      if (read)
        answer_free (value);
      return;
    }
  g_clear_object (&self->running);
  if (read && asked->first_look)
    {
      take_first_look (self, value);
      answer_free (value);
      ask (self, 0);
      return;
    }
  set_loading (self, FALSE);
  if (read)
    {
      take_answer (self, value);
      answer_free (value);
    }
  else
    g_debug ("Findings could not be read: %s", error->message);
  if (self->again)
    refresh (self);
}

static void
ask (LuotainFindingList *self, guint limit)
{
  LuotainFindingQuery *query = luotain_finding_query_copy (self->query);
  Asked *asked = g_new0 (Asked, 1);

  query->limit = limit;
  self->running = g_cancellable_new ();
  asked->self = g_object_ref (self);
  asked->cancellable = g_object_ref (self->running);
  asked->first_look = limit > 0;
  if (self->late_source == 0 && !self->loading)
    self->late_source = g_timeout_add (LATE_MS, late_cb, self);
  luotain_store_read_async (self->store, run_query, query, (GDestroyNotify) luotain_finding_query_free,
                            answer_free, self->running, query_cb, asked);
}

static void
refresh (LuotainFindingList *self)
{
  self->again = FALSE;
  if (self->query == NULL || self->store == NULL)
    return;
  ask (self, self->ready ? 0 : N_FIRST_LOOK);
}

static void
store_changed_cb (LuotainFindingList *self, LuotainChanges *changes)
{
  gboolean links = luotain_changes_has_links (changes);
  gboolean findings = luotain_changes_has_type (changes, "finding");

  if (self->rows == NULL)
    return;
  if (links || findings || luotain_changes_has_type (changes, "session"))
    luotain_finding_rows_reload (self->rows);
  if (!links && !findings)
    return;
  /* Changes may come faster than queries are answered: let the one that runs end, and ask once more. */
  if (self->running != NULL)
    self->again = TRUE;
  else
    refresh (self);
}

LuotainFindingList *
luotain_finding_list_new (LuotainStore *store)
{
  LuotainFindingList *self = g_object_new (LUOTAIN_TYPE_FINDING_LIST, NULL);

  self->store = g_object_ref (store);
  self->rows = luotain_finding_rows_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
luotain_finding_list_set_words (LuotainFindingList *self, LuotainWordList *words)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_LIST (self));

  luotain_finding_rows_set_words (self->rows, words);
}

static gboolean
queries_equal (const LuotainFindingQuery *a, const LuotainFindingQuery *b)
{
  return a->sector == b->sector && a->session == b->session && g_strcmp0 (a->kind, b->kind) == 0
         && g_strcmp0 (a->dimension, b->dimension) == 0 && g_strcmp0 (a->tag, b->tag) == 0
         && g_strcmp0 (a->text, b->text) == 0 && a->order == b->order && a->language == b->language;
}

void
luotain_finding_list_set_query (LuotainFindingList *self, const LuotainFindingQuery *query)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_LIST (self));
  g_return_if_fail (query != NULL);

  if (self->query != NULL && queries_equal (self->query, query))
    return;
  g_clear_pointer (&self->query, luotain_finding_query_free);
  self->query = luotain_finding_query_copy (query);
  luotain_finding_rows_set_language (self->rows, query->language);
  luotain_ask_no_more (&self->running);
  refresh (self);
}

gboolean
luotain_finding_list_is_ready (LuotainFindingList *self)
{
  return self->ready;
}

gboolean
luotain_finding_list_is_busy (LuotainFindingList *self)
{
  return self->running != NULL;
}

gboolean
luotain_finding_list_is_loading (LuotainFindingList *self)
{
  return self->loading;
}

guint
luotain_finding_list_get_total (LuotainFindingList *self)
{
  return self->total;
}

gint64
luotain_finding_list_get_id (LuotainFindingList *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

gboolean
luotain_finding_list_find (LuotainFindingList *self, gint64 id, guint *position)
{
  const gint64 *ids = (const gint64 *) self->ids->data;

  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

LuotainFindingRows *
luotain_finding_list_get_rows (LuotainFindingList *self)
{
  return self->rows;
}
