#include "config.h"

#include "luotain-bag.h"

#include "luotain-bag-private.h"
#include "luotain-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LuotainBagReading *reading;
  LuotainBagHasher *hasher;
  GOutputStream *target; /* (nullable): of the one file that is taken out */
  const char *only; /* (nullable): path of that */
  gboolean found;
  guint64 done;
  int *per_mille;
} Hashing;

static gboolean
wants_hashing (const LuotainBagItem *item, gpointer data)
{
  Hashing *self = data;
  const LuotainBagFile *file;

  if (self->only != NULL)
    return strcmp (item->path, self->only) == 0;

  file = g_hash_table_lookup (self->reading->files, item->path);
  if (g_str_has_prefix (item->path, "data/"))
    return TRUE;

  for (guint i = 0; i < self->reading->n_algorithms; i++)
    if (file->expected[i] != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
hash_bytes (gconstpointer bytes, gsize length, gpointer data, GError **error)
{
  Hashing *self = data;

  luotain_bag_hasher_update (self->hasher, bytes, length);
  self->done += length;
  if (self->per_mille != NULL && self->reading->bag->n_bytes > 0)
    g_atomic_int_set (self->per_mille, (int) MIN (self->done * 1000 / self->reading->bag->n_bytes, 1000));

  return self->target == NULL || g_output_stream_write_all (self->target, bytes, length, NULL, NULL, error);
}

static gboolean
end_hash (const LuotainBagItem *item, gpointer data, GError **error)
{
  Hashing *self = data;

  luotain_bag_hasher_finish (self->hasher, luotain_bag_reading_file (self->reading, item->path)->actual);
  self->found = TRUE;
  return TRUE;
}

static gboolean
broken_hash (const LuotainBagItem *item, const GError *why, gpointer data)
{
  Hashing *self = data;

  /* Of a zip that is damaged here the checksums are told from what could be read: they differ. */
  luotain_bag_hasher_finish (self->hasher, luotain_bag_reading_file (self->reading, item->path)->actual);
  luotain_bag_note (self->reading->bag, LUOTAIN_BAG_UNREADABLE, item->path, why->message);
  return self->only == NULL;
}

static const LuotainBagReaderFuncs hash_funcs = { wants_hashing, hash_bytes, end_hash, broken_hash };

static gboolean
hash_files (Hashing *hashing, GError **error)
{
  LuotainBagReading *reading = hashing->reading;
  gboolean ok;

  if (reading->n_algorithms == 0)
    return TRUE;

  hashing->hasher = luotain_bag_hasher_new (reading->algorithms, reading->n_algorithms);
  ok = luotain_bag_source_read (reading->source, &hash_funcs, hashing, reading->cancellable, error);
  /* A file that was left in the middle goes with the hasher. */
  g_clear_pointer (&hashing->hasher, luotain_bag_hasher_free);
  return ok;
}

LuotainBag *
luotain_bag_read (LuotainBagSource *source, gboolean verify, int *per_mille, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (LuotainBagReading) reading = luotain_bag_reading_new (source, cancellable);
  Hashing hashing = { .reading = reading, .per_mille = per_mille };
  const gboolean good = luotain_bag_reading_list (reading);

  if (!luotain_bag_reading_tags (reading, error))
    return NULL;

  if (good && verify && !hash_files (&hashing, error))
    return NULL;

  reading->bag->verified = good && verify;
  if (good)
    luotain_bag_reading_compare (reading);
  return g_steal_pointer (&reading->bag);
}

/* Every checksum the manifests have of a file must be its own, and there must be one. */
static gboolean
is_unchanged (const LuotainBagFile *file)
{
  gboolean checked = FALSE;

  for (guint i = 0; i < LUOTAIN_BAG_MOST_ALGORITHMS; i++)
    if (file->expected[i] != NULL)
      {
        if (g_strcmp0 (file->expected[i], file->actual[i]) != 0)
          return FALSE;
        checked = TRUE;
      }

  return checked;
}

gboolean
luotain_bag_extract (LuotainBagSource *source, const char *path, GOutputStream *target,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainBagReading) reading = luotain_bag_reading_new (source, cancellable);
  Hashing hashing = { .reading = reading, .target = target, .only = path };

  if (!luotain_bag_reading_list (reading))
    {
      g_autofree char *why = luotain_bag_note_to_string (reading->bag->notes->pdata[0]);

      g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, why);
      return FALSE;
    }
  if (!luotain_bag_reading_tags (reading, error) || !hash_files (&hashing, error))
    return FALSE;

  if (hashing.found && is_unchanged (luotain_bag_reading_file (reading, path)))
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
               hashing.found ? _ ("“%s” is not what it was when the package was made.")
                             : _ ("There is no “%s” in this package."),
               path);
  return FALSE;
}

const char *
luotain_bag_get_info (const LuotainBag *self, const char *label)
{
  return luotain_bag_info_get (self->info, label);
}

void
luotain_bag_free (LuotainBag *self)
{
  g_clear_pointer (&self->info, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->algorithms);
  g_free (self->identity);
  g_free (self);
}
