#include "luotain-bag-private.h"

#include <string.h>

static gboolean
is_payload (const LuotainBagFile *file)
{
  return g_str_has_prefix (file->path, "data/");
}

static gboolean
is_listed (const LuotainBagFile *file)
{
  for (guint i = 0; i < LUOTAIN_BAG_MOST_ALGORITHMS; i++)
    if (file->expected[i] != NULL)
      return TRUE;

  return FALSE;
}

/*
 * Some file systems and zips write an accent as a character of its own. What is listed and missing, and there under the
 * same characters otherwise composed, is the same file.
 */
static void
pair_spellings (LuotainBagReading *self)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      LuotainBagFile *file = self->order->pdata[i];

      if (file->item != NULL && !is_listed (file))
        g_hash_table_insert (there, g_utf8_normalize (file->path, -1, G_NORMALIZE_DEFAULT_COMPOSE), file);
    }

  for (guint i = 0; i < self->order->len; i++)
    {
      LuotainBagFile *file = self->order->pdata[i];
      g_autofree char *composed = file->item == NULL
                                      ? g_utf8_normalize (file->path, -1, G_NORMALIZE_DEFAULT_COMPOSE)
                                      : NULL;
      LuotainBagFile *found = composed != NULL ? g_hash_table_lookup (there, composed) : NULL;

      if (found == NULL || found == file || found->item == NULL)
        continue;

      luotain_bag_note (self->bag, LUOTAIN_BAG_SPELLED, file->path, found->path);
      file->item = g_steal_pointer (&found->item);
      memcpy (file->actual, found->actual, sizeof file->actual);
      memset (found->actual, 0, sizeof found->actual);
    }
}

static const char *
digest_of (char *const *digests, guint *algorithm)
{
  for (*algorithm = 0; *algorithm < LUOTAIN_BAG_MOST_ALGORITHMS; (*algorithm)++)
    if (digests[*algorithm] != NULL)
      return digests[*algorithm];

  return NULL;
}

/* What is missing, and what was added, with the same content, is one file under another name. */
static void
pair_renamed (LuotainBagReading *self)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);
  guint algorithm;

  for (guint i = 0; i < self->order->len; i++)
    {
      LuotainBagFile *file = self->order->pdata[i];

      if (file->item == NULL || !is_payload (file) || is_listed (file))
        continue;
      for (guint j = 0; j < LUOTAIN_BAG_MOST_ALGORITHMS; j++)
        if (file->actual[j] != NULL)
          g_hash_table_insert (added, file->actual[j], file);
    }

  for (guint i = 0; i < self->order->len; i++)
    {
      LuotainBagFile *file = self->order->pdata[i];
      const char *digest = file->item == NULL && is_payload (file) ? digest_of (file->expected, &algorithm)
                                                                   : NULL;
      LuotainBagFile *found = digest != NULL ? g_hash_table_lookup (added, digest) : NULL;

      if (found == NULL || found->item == NULL)
        continue;

      luotain_bag_note (self->bag, LUOTAIN_BAG_RENAMED, file->path, found->path);
      /* Neither is told of again. */
      found->item = NULL;
      for (guint j = 0; j < LUOTAIN_BAG_MOST_ALGORITHMS; j++)
        g_clear_pointer (&file->expected[j], g_free);
    }
}

/* From 1.0 on every manifest knows every file of the payload; before, one of them does. */
static void
compare_lists (LuotainBagReading *self, const LuotainBagFile *file)
{
  if (!is_payload (file) || file->item == NULL)
    return;

  if (!is_listed (file))
    {
      luotain_bag_note (self->bag, LUOTAIN_BAG_EXTRA, file->path, NULL);
      return;
    }

  for (guint i = 0; i < self->manifests->len && self->bag->version >= 100; i++)
    {
      const LuotainBagManifest *manifest = self->manifests->pdata[i];

      if (!manifest->tags && file->expected[manifest->algorithm] == NULL)
        luotain_bag_note (self->bag, LUOTAIN_BAG_EXTRA, file->path, manifest->name);
    }
}

static void
compare_file (LuotainBagReading *self, const LuotainBagFile *file)
{
  compare_lists (self, file);

  if (file->item == NULL && is_listed (file))
    luotain_bag_note (self->bag, LUOTAIN_BAG_MISSING, file->path, NULL);
  else
    for (guint i = 0; i < LUOTAIN_BAG_MOST_ALGORITHMS; i++)
      if (file->expected[i] != NULL && file->actual[i] != NULL
          && strcmp (file->expected[i], file->actual[i]) != 0)
        {
          luotain_bag_note (self->bag, LUOTAIN_BAG_CHANGED, file->path, NULL);
          break;
        }
}

static void
compare_size (LuotainBagReading *self)
{
  const char *stated = luotain_bag_info_get (self->bag->info, "Payload-Oxum");
  g_autofree char *counted = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", self->bag->n_bytes,
                                              self->bag->n_files);

  if (stated != NULL && strcmp (stated, counted) != 0)
    luotain_bag_note (self->bag, LUOTAIN_BAG_WRONG_SIZE, stated, counted);
}

static void
judge_checksums (LuotainBagReading *self)
{
  gboolean weak = TRUE;

  if (self->bag->algorithms->len == 0)
    {
      luotain_bag_note (self->bag, LUOTAIN_BAG_NO_MANIFEST, NULL, NULL);
      return;
    }

  for (guint i = 0; i < self->bag->algorithms->len; i++)
    weak = weak && luotain_bag_algorithm_find (self->bag->algorithms->pdata[i])->weak;
  if (weak)
    luotain_bag_note (self->bag, LUOTAIN_BAG_WEAK, self->bag->algorithms->pdata[0], NULL);
}

void
luotain_bag_reading_compare (LuotainBagReading *self)
{
  judge_checksums (self);
  pair_spellings (self);
  pair_renamed (self);
  for (guint i = 0; i < self->order->len; i++)
    compare_file (self, self->order->pdata[i]);
  compare_size (self);
}
