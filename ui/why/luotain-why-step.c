#include "luotain-why-step.h"

#include "luotain-language.h"
#include "luotain-why-words.h"

#include <glib/gi18n.h>

/* How many rows stand below one at first, and how many more come when they are asked for. */
#define FIRST_ROWS 50
#define MORE_ROWS 200

typedef enum
{
  KIND_UPSTREAM,
  KIND_DOWNSTREAM,
  KIND_LOOK
} StepKind;

struct _LuotainWhyStep
{
  GObject parent_instance;

  LuotainWhyAnswer *answer; /* keeps what the pointers below point to */
  StepKind kind;
  gboolean heading;
  gboolean writable;
  const LuotainChainNode *node; /* (nullable) */
  const LuotainWhyCause *cause; /* (nullable) */
  const LuotainWhyLook *look; /* (nullable): one place of the cause */
  LuotainWhyStep
      *parent; /* (nullable): the step of whose next ones this row keeps back those from @begin on */
  guint begin;
};

G_DEFINE_FINAL_TYPE (LuotainWhyStep, luotain_why_step, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_CAPTION,
  PROP_ICON_NAME,
  PROP_DETAILS,
  PROP_CONFIRM_LABEL,
  PROP_LABEL,
  PROP_HEADING,
  PROP_STALE,
  PROP_CAN_CONFIRM,
  PROP_CAN_GO,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static LuotainWhyStep *
new_step (LuotainWhyAnswer *answer, StepKind kind, gboolean writable)
{
  LuotainWhyStep *self = g_object_new (LUOTAIN_TYPE_WHY_STEP, NULL);

  self->answer = luotain_why_answer_ref (answer);
  self->kind = kind;
  self->writable = writable;
  return self;
}

static void
add_heading (GListStore *roots, LuotainWhyAnswer *answer, StepKind kind, gboolean writable,
             const LuotainChainNode *node)
{
  g_autoptr (LuotainWhyStep) heading = new_step (answer, kind, writable);

  heading->heading = TRUE;
  heading->node = node;
  g_list_store_append (roots, heading);
}

static gboolean
has_steps (const LuotainChainNode *node)
{
  return node != NULL && node->because != NULL && node->because->len > 0;
}

GListModel *
luotain_why_step_new_roots (LuotainWhyAnswer *answer, gboolean writable)
{
  GListStore *roots = g_list_store_new (LUOTAIN_TYPE_WHY_STEP);

  if (answer->causes->len > 0)
    add_heading (roots, answer, KIND_LOOK, writable, NULL);
  if (has_steps (answer->upstream))
    add_heading (roots, answer, KIND_UPSTREAM, writable, answer->upstream);
  if (has_steps (answer->downstream))
    add_heading (roots, answer, KIND_DOWNSTREAM, writable, answer->downstream);

  return G_LIST_MODEL (roots);
}

/* What follows a step: nodes, causes, or places of a cause. */
static GPtrArray *
get_next (LuotainWhyStep *self)
{
  if (self->parent != NULL)
    return NULL;
  if (self->node != NULL)
    return self->heading || !self->node->repeated ? self->node->because : NULL;
  if (self->heading)
    return self->answer->causes;
  /* The only place of a cause stands in its own row. */
  return self->look == NULL && self->cause->looks->len > 1 ? self->cause->looks : NULL;
}

static void
point_to (LuotainWhyStep *child, LuotainWhyStep *parent, gpointer next)
{
  if (parent->node != NULL)
    child->node = next;
  else if (parent->heading)
    child->cause = next;
  else
    {
      child->cause = parent->cause;
      child->look = next;
    }
}

/* Some of what follows a step, and a row for the rest. */
static GPtrArray *
make_children (LuotainWhyStep *self, guint begin, guint most)
{
  GPtrArray *next = get_next (self);
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);
  /* One row that says that there is one more is no shorter than that one. */
  const guint end = next->len - begin <= most + 1 ? next->len : begin + most;

  for (guint i = begin; i < end; i++)
    {
      LuotainWhyStep *child = new_step (self->answer, self->kind, self->writable);

      point_to (child, self, g_ptr_array_index (next, i));
      g_ptr_array_add (children, child);
    }
  if (end < next->len)
    {
      LuotainWhyStep *rest = new_step (self->answer, self->kind, self->writable);

      rest->parent = g_object_ref (self);
      rest->begin = end;
      g_ptr_array_add (children, rest);
    }

  return children;
}

GListModel *
luotain_why_step_create_children (gpointer step, gpointer user_data)
{
  LuotainWhyStep *self = step;
  GPtrArray *next = get_next (self);
  g_autoptr (GPtrArray) children = NULL;
  GListStore *store;

  if (next == NULL || next->len == 0)
    return NULL;

  children = make_children (self, 0, FIRST_ROWS);
  store = g_list_store_new (LUOTAIN_TYPE_WHY_STEP);
  g_list_store_splice (store, 0, 0, children->pdata, children->len);
  return G_LIST_MODEL (store);
}

gboolean
luotain_why_step_is_more (LuotainWhyStep *self)
{
  return self->parent != NULL;
}

void
luotain_why_step_show_more (LuotainWhyStep *self, GListModel *siblings)
{
  g_autoptr (GPtrArray) children = NULL;
  guint position;

  g_return_if_fail (self->parent != NULL);

  if (!g_list_store_find (G_LIST_STORE (siblings), self, &position))
    return;

  children = make_children (self->parent, self->begin, MORE_ROWS);
  g_list_store_splice (G_LIST_STORE (siblings), position, 1, children->pdata, children->len);
}

gboolean
luotain_why_step_is_heading (LuotainWhyStep *self)
{
  return self->heading;
}

GPtrArray *
luotain_why_step_get_looks (LuotainWhyStep *self)
{
  GPtrArray *looks = g_ptr_array_new ();

  if (self->look != NULL)
    g_ptr_array_add (looks, (gpointer) self->look);
  else if (self->cause != NULL)
    g_ptr_array_extend (looks, self->cause->looks, NULL, NULL);
  return looks;
}

/* The one place this row stands for, if it is one. */
static const LuotainWhyLook *
get_only_look (LuotainWhyStep *self)
{
  if (self->look != NULL)
    return self->look;
  return self->cause != NULL && self->cause->looks->len == 1 ? g_ptr_array_index (self->cause->looks, 0)
                                                             : NULL;
}

gint64
luotain_why_step_get_id (LuotainWhyStep *self)
{
  const LuotainWhyLook *look;

  if (self->heading || self->parent != NULL)
    return 0;
  if (self->node != NULL)
    return self->node->id;

  /* The end of the link one does not stand on already. */
  look = get_only_look (self);
  if (look != NULL && (self->look != NULL || self->cause->id == self->answer->id)
      && look->place != self->answer->id)
    return look->place;
  return self->cause->id;
}

static const char *
words_of_nothing (const char *title)
{
  return title != NULL && *title != '\0' ? title : _ ("Without a title");
}

static char *
describe_heading (LuotainWhyStep *self)
{
  const guint count = self->kind == KIND_LOOK ? self->answer->n_looks : self->node->because->len;
  g_autofree char *number = luotain_language_format_count (luotain_language_of_locale (), count);

  if (self->kind == KIND_LOOK)
    return g_strdup_printf ("%s · %s", _ ("Look Again"), number);

  return g_strdup_printf ("%s · %s", self->kind == KIND_UPSTREAM ? _ ("Rests On") : _ ("Stands on It"),
                          number);
}

static char *
describe_rest (LuotainWhyStep *self)
{
  const guint count = get_next (self->parent)->len - self->begin;
  g_autofree char *number = luotain_language_format_count (luotain_language_of_locale (), count);

  /* Translators: how many more steps of a thread there are than are shown. */
  return g_strdup_printf (_ ("… and %s more"), number);
}

static char *
describe_title (LuotainWhyStep *self)
{
  if (self->heading)
    return describe_heading (self);
  if (self->parent != NULL)
    return describe_rest (self);
  if (self->node != NULL)
    return g_strdup (words_of_nothing (self->node->title));
  return g_strdup (words_of_nothing (self->look != NULL ? self->look->title : self->cause->title));
}

static const LuotainRecordType *
get_record_type (LuotainWhyStep *self)
{
  if (self->node != NULL)
    return self->node->type;
  return self->look != NULL ? self->look->type : self->cause->type;
}

static char *
describe_caption (LuotainWhyStep *self)
{
  const char *role = NULL;
  const char *type;
  const char *repeated;

  if (self->heading || self->parent != NULL)
    return NULL;

  type = _ (get_record_type (self)->label);
  if (self->node == NULL)
    return g_strdup (type);

  role = luotain_why_role_words (self->node->role, self->kind == KIND_UPSTREAM ? LUOTAIN_CHAIN_UPSTREAM
                                                                               : LUOTAIN_CHAIN_DOWNSTREAM);
  /* What follows a step that stands here twice is drawn once. */
  repeated = self->node->repeated ? _ (" · see above") : "";
  if (role == NULL || g_str_equal (role, type))
    return g_strconcat (type, repeated, NULL);
  return g_strconcat (role, " · ", type, repeated, NULL);
}

static char *
describe_reach (LuotainWhyStep *self)
{
  const guint count = self->cause->looks->len;
  const LuotainWhyLook *look = get_only_look (self);

  if (look != NULL)
    /* Translators: the title of what stands on something that changed. */
    return g_strdup_printf (_ ("Has changed since “%s” was confirmed."), words_of_nothing (look->title));
  return g_strdup_printf (ngettext ("Has changed since %u place that rests on it was confirmed.",
                                    "Has changed since %u places that rest on it were confirmed.", count),
                          count);
}

static char *
describe_details (LuotainWhyStep *self)
{
  g_autofree char *reach = NULL;
  g_autofree char *changes = NULL;

  if (self->cause == NULL || self->look != NULL)
    return NULL;
  if (self->cause->missing != NULL)
    return g_strdup (luotain_why_missing_words (self->cause->missing));

  reach = describe_reach (self);
  if (self->cause->changes == NULL || self->cause->changes[0] == NULL)
    return g_steal_pointer (&reach);

  changes = g_strjoinv ("\n", self->cause->changes);
  return g_strdup_printf ("%s\n%s", reach, changes);
}

static const char *
describe_confirm (LuotainWhyStep *self)
{
  return self->cause != NULL && get_only_look (self) == NULL ? _ ("Confirm All") : _ ("Confirm");
}

static char *
describe_label (LuotainWhyStep *self)
{
  g_autofree char *title = describe_title (self);
  g_autofree char *caption = describe_caption (self);
  g_autofree char *details = describe_details (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, title);
  if (caption != NULL)
    g_ptr_array_add (parts, caption);
  if (details != NULL)
    g_ptr_array_add (parts, details);
  if (self->node != NULL && !self->heading && self->node->stale)
    g_ptr_array_add (parts, _ ("look again"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static const char *
get_icon_name (LuotainWhyStep *self)
{
  return self->heading || self->parent != NULL ? NULL : luotain_why_icon_name (get_record_type (self));
}

static gboolean
get_flag (LuotainWhyStep *self, guint id)
{
  switch (id)
    {
    case PROP_HEADING:
      return self->heading;
    case PROP_STALE:
      return !self->heading && self->node != NULL && self->node->stale;
    case PROP_CAN_CONFIRM:
      return self->cause != NULL && self->cause->looks->len > 0 && self->writable;
    default:
      return self->cause != NULL && luotain_why_step_get_id (self) != self->answer->id;
    }
}

static void
luotain_why_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LuotainWhyStep *self = LUOTAIN_WHY_STEP (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_take_string (value, describe_title (self));
      break;
    case PROP_CAPTION:
      g_value_take_string (value, describe_caption (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, get_icon_name (self));
      break;
    case PROP_DETAILS:
      g_value_take_string (value, describe_details (self));
      break;
    case PROP_CONFIRM_LABEL:
      g_value_set_string (value, describe_confirm (self));
      break;
    case PROP_LABEL:
      g_value_take_string (value, describe_label (self));
      break;
    default:
      g_value_set_boolean (value, get_flag (self, id));
    }
}

static void
luotain_why_step_finalize (GObject *object)
{
  g_clear_object (&LUOTAIN_WHY_STEP (object)->parent);
  g_clear_pointer (&LUOTAIN_WHY_STEP (object)->answer, luotain_why_answer_unref);
  G_OBJECT_CLASS (luotain_why_step_parent_class)->finalize (object);
}

static void
luotain_why_step_class_init (LuotainWhyStepClass *klass)
{
  static const char *const strings[] = {
    "title", "caption", "icon-name", "details", "confirm-label", "label"
  };
  static const char *const flags[] = { "heading", "stale", "can-confirm", "can-go" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = luotain_why_step_get_property;
  object_class->finalize = luotain_why_step_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[PROP_TITLE + i] = g_param_spec_string (strings[i], NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    properties[PROP_HEADING + i] = g_param_spec_boolean (flags[i], NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
luotain_why_step_init (LuotainWhyStep *self)
{
}
