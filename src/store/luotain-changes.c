#include "config.h"

#include "luotain-changes.h"

/* Above this many, naming each changed record costs more than it saves: everything counts as changed. */
#define MOST_IDS 20000

struct _LuotainChanges
{
  gatomicrefcount references;
  GHashTable *types; /* interned names */
  GHashTable *ids; /* gint64 → name of the type, or NULL where it is not known */
  GArray *order; /* gint64, as they came */
  gboolean links;
  gboolean many; /* ids are not all there */
  gboolean all; /* types are not all there either */
};

/* Spelled out because G_DEFINE_BOXED_TYPE is not ISO C. */
GType
luotain_changes_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type,
                       g_boxed_type_register_static ("LuotainChanges", (GBoxedCopyFunc) luotain_changes_ref,
                                                     (GBoxedFreeFunc) luotain_changes_unref));

  return type;
}

LuotainChanges *
luotain_changes_new (void)
{
  LuotainChanges *self = g_new0 (LuotainChanges, 1);

  g_atomic_ref_count_init (&self->references);
  self->types = g_hash_table_new (g_str_hash, g_str_equal);
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->order = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

LuotainChanges *
luotain_changes_ref (LuotainChanges *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
luotain_changes_unref (LuotainChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->types);
  g_hash_table_unref (self->ids);
  g_array_unref (self->order);
  g_free (self);
}

static void
add_id (LuotainChanges *self, gint64 id, const char *type)
{
  if (self->many)
    return;

  if (g_hash_table_contains (self->ids, &id))
    {
      if (type != NULL)
        g_hash_table_replace (self->ids, g_memdup2 (&id, sizeof id), (gpointer) type);
      return;
    }

  if (self->order->len >= MOST_IDS)
    {
      luotain_changes_add_all (self);
      return;
    }

  g_hash_table_insert (self->ids, g_memdup2 (&id, sizeof id), (gpointer) type);
  g_array_append_val (self->order, id);
}

void
luotain_changes_add_record (LuotainChanges *self, const char *type, gint64 id)
{
  const char *name = g_intern_string (type);

  if (name != NULL)
    g_hash_table_add (self->types, (gpointer) name);

  add_id (self, id, name);
}

void
luotain_changes_add_link (LuotainChanges *self, gint64 source, gint64 target)
{
  self->links = TRUE;
  add_id (self, source, NULL);
  add_id (self, target, NULL);
}

void
luotain_changes_add_all (LuotainChanges *self)
{
  self->all = TRUE;
  self->many = TRUE;
  self->links = TRUE;
}

gboolean
luotain_changes_is_all (LuotainChanges *self)
{
  return self->all;
}

gboolean
luotain_changes_has_type (LuotainChanges *self, const char *type)
{
  return self->all || g_hash_table_contains (self->types, type);
}

gboolean
luotain_changes_has_links (LuotainChanges *self)
{
  return self->links;
}

gboolean
luotain_changes_touch (LuotainChanges *self, const char *const *types)
{
  gboolean touched = luotain_changes_has_links (self);

  for (; !touched && *types != NULL; types++)
    touched = luotain_changes_has_type (self, *types);
  return touched;
}

gboolean
luotain_changes_has_id (LuotainChanges *self, gint64 id)
{
  return self->many || g_hash_table_contains (self->ids, &id);
}

gint64
luotain_changes_get_first (LuotainChanges *self, const char *type)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const gint64 id = g_array_index (self->order, gint64, i);
      const char *known = g_hash_table_lookup (self->ids, &id);

      if (known != NULL && (type == NULL || g_str_equal (known, type)))
        return id;
    }

  return 0;
}

gboolean
luotain_changes_is_empty (LuotainChanges *self)
{
  return !self->all && self->order->len == 0;
}
