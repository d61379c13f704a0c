#include "config.h"

#include "luotain-bag-path.h"
#include "luotain-bag-private.h"
#include "luotain-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_TAG_FILES 1000

static void
file_free (gpointer data)
{
  LuotainBagFile *file = data;

  for (guint i = 0; i < LUOTAIN_BAG_MOST_ALGORITHMS; i++)
    {
      g_free (file->expected[i]);
      g_free (file->actual[i]);
    }
  g_free (file->path);
  g_free (file);
}

static void
manifest_free (gpointer data)
{
  LuotainBagManifest *manifest = data;

  g_free (manifest->name);
  g_free (manifest);
}

static void
note_free (gpointer data)
{
  LuotainBagNote *note = data;

  g_free (note->path);
  g_free (note->other);
  g_free (note);
}

LuotainBagReading *
luotain_bag_reading_new (LuotainBagSource *source, GCancellable *cancellable)
{
  LuotainBagReading *self = g_new0 (LuotainBagReading, 1);

  self->source = source;
  self->cancellable = cancellable;
  self->tag_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->manifests = g_ptr_array_new_with_free_func (manifest_free);
  self->files = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_ptr_array_new_with_free_func (file_free);
  self->bag = g_new0 (LuotainBag, 1);
  self->bag->notes = g_ptr_array_new_with_free_func (note_free);
  self->bag->algorithms = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
luotain_bag_reading_free (LuotainBagReading *self)
{
  g_hash_table_unref (self->tag_files);
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->manifests);
  g_clear_pointer (&self->bag, luotain_bag_free);
  g_free (self->charset);
  g_free (self);
}

LuotainBagFile *
luotain_bag_reading_file (LuotainBagReading *self, const char *path)
{
  LuotainBagFile *file = g_hash_table_lookup (self->files, path);

  if (file == NULL)
    {
      file = g_new0 (LuotainBagFile, 1);
      file->path = g_strdup (path);
      g_ptr_array_add (self->order, file);
      g_hash_table_insert (self->files, file->path, file);
    }

  return file;
}

/* ---- what is there ---- */

static gboolean
refuse (LuotainBagReading *self, const LuotainBagItem *item)
{
  switch (item->kind)
    {
    case LUOTAIN_BAG_LINK:
      luotain_bag_note (self->bag, LUOTAIN_BAG_IS_LINK, item->path, NULL);
      return TRUE;
    case LUOTAIN_BAG_SPECIAL:
      luotain_bag_note (self->bag, LUOTAIN_BAG_IS_SPECIAL, item->path, NULL);
      return TRUE;
    case LUOTAIN_BAG_UNSAFE:
      luotain_bag_note (self->bag, LUOTAIN_BAG_OUTSIDE, item->path, NULL);
      return TRUE;
    case LUOTAIN_BAG_FILE:
    default:
      return FALSE;
    }
}

gboolean
luotain_bag_reading_list (LuotainBagReading *self)
{
  GPtrArray *items = luotain_bag_source_get_items (self->source);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean good = TRUE;

  for (guint i = 0; i < items->len; i++)
    {
      const LuotainBagItem *item = items->pdata[i];
      g_autofree char *name = NULL;
      const char *twin;

      if (refuse (self, item))
        {
          good = FALSE;
          continue;
        }

      name = luotain_bag_path_fold (item->path);
      twin = g_hash_table_lookup (folded, name);
      if (twin != NULL)
        {
          luotain_bag_note (self->bag, LUOTAIN_BAG_DUPLICATE, twin, item->path);
          good = FALSE;
          continue;
        }

      g_hash_table_insert (folded, g_steal_pointer (&name), item->path);
      luotain_bag_reading_file (self, item->path)->item = item;
      if (g_str_has_prefix (item->path, "data/"))
        {
          self->bag->n_files++;
          self->bag->n_bytes += item->size;
        }
    }

  return good;
}

/* ---- tag files ---- */

typedef struct
{
  LuotainBagReading *reading;
  GByteArray *bytes;
  guint count;
} Gathering;

static gboolean
wants_tag_file (const LuotainBagItem *item, gpointer data)
{
  Gathering *self = data;
  gboolean tags;

  return self->count < MOST_TAG_FILES
         && (luotain_bag_manifest_name (item->path, &tags) != NULL || strcmp (item->path, "bagit.txt") == 0
             || strcmp (item->path, "bag-info.txt") == 0 || strcmp (item->path, "package-info.txt") == 0
             || strcmp (item->path, "fetch.txt") == 0);
}

static gboolean
read_tag_file (gconstpointer bytes, gsize length, gpointer data, GError **error)
{
  Gathering *self = data;

  g_byte_array_append (self->bytes, bytes, (guint) length);
  if (self->bytes->len <= luotain_bag_limits.tag_bytes)
    return TRUE;

  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
                       _ ("One of its lists is longer than that of any package, so it was not opened."));
  return FALSE;
}

static gboolean
end_tag_file (const LuotainBagItem *item, gpointer data, GError **error)
{
  Gathering *self = data;

  g_hash_table_insert (self->reading->tag_files, g_strdup (item->path),
                       g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes)));
  self->bytes = g_byte_array_new ();
  self->count++;
  return TRUE;
}

static gboolean
broken_tag_file (const LuotainBagItem *item, const GError *why, gpointer data)
{
  Gathering *self = data;

  g_byte_array_set_size (self->bytes, 0);
  luotain_bag_note (self->reading->bag, LUOTAIN_BAG_UNREADABLE, item->path, why->message);
  return TRUE;
}

static gboolean
gather (LuotainBagReading *self, GError **error)
{
  static const LuotainBagReaderFuncs funcs = { wants_tag_file, read_tag_file, end_tag_file, broken_tag_file };
  Gathering gathering = { self, g_byte_array_new (), 0 };
  const gboolean ok = luotain_bag_source_read (self->source, &funcs, &gathering, self->cancellable, error);

  g_byte_array_unref (gathering.bytes);
  return ok;
}

/* (transfer full) (nullable) */
static char *
text_of (LuotainBagReading *self, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (self->tag_files, name);
  g_autoptr (GError) why = NULL;
  char *text = bytes != NULL ? luotain_bag_text (bytes, self->charset, &why) : NULL;

  if (why != NULL)
    luotain_bag_note (self->bag, LUOTAIN_BAG_BAD_TAG_FILE, name, why->message);
  return text;
}

typedef struct
{
  LuotainBagReading *reading;
  const LuotainBagManifest *manifest;
} Lines;

static void
take_line (const char *path, const char *digest, gpointer data)
{
  Lines *self = data;
  LuotainBag *bag = self->reading->bag;
  LuotainBagFile *file;
  char **expected;

  if (!luotain_bag_path_is_safe (path) || g_str_has_prefix (path, "data/") == self->manifest->tags)
    {
      luotain_bag_note (bag, LUOTAIN_BAG_OUTSIDE, path, NULL);
      return;
    }

  file = luotain_bag_reading_file (self->reading, path);
  expected = &file->expected[self->manifest->algorithm];
  if (*expected == NULL)
    *expected = g_strdup (digest);
  else if (strcmp (*expected, digest) != 0)
    luotain_bag_note (bag, LUOTAIN_BAG_DUPLICATE, path, path);
}

/* An algorithm stands once, be it of the payload's manifest, the tag files', or both. */
static int
add_algorithm (LuotainBagReading *self, const char *name)
{
  const LuotainBagAlgorithm *algorithm = luotain_bag_algorithm_find (name);

  for (guint i = 0; i < self->n_algorithms; i++)
    if (self->algorithms[i] == algorithm)
      return (int) i;

  if (algorithm == NULL)
    return -1;

  self->algorithms[self->n_algorithms] = algorithm;
  return (int) self->n_algorithms++;
}

static void
read_manifest (LuotainBagReading *self, const char *name)
{
  gboolean tags = FALSE;
  const char *rest = luotain_bag_manifest_name (name, &tags);
  g_autofree char *algorithm = g_strndup (rest, strlen (rest) - 4);
  const int index = add_algorithm (self, algorithm);
  g_autofree char *text = NULL;
  LuotainBagManifest *manifest;
  Lines lines = { self, NULL };
  guint bad;

  if (index < 0)
    {
      luotain_bag_note (self->bag, LUOTAIN_BAG_UNKNOWN_CHECKSUM, name, NULL);
      return;
    }

  text = text_of (self, name);
  if (text == NULL)
    return;

  manifest = g_new (LuotainBagManifest, 1);
  manifest->name = g_strdup (name);
  manifest->tags = tags;
  manifest->algorithm = (guint) index;
  g_ptr_array_add (self->manifests, manifest);
  if (!tags)
    g_ptr_array_add (self->bag->algorithms, g_strdup (self->algorithms[index]->name));

  lines.manifest = manifest;
  bad = luotain_bag_manifest_parse (text, self->bag->version,
                                    2 * (gsize) g_checksum_type_get_length (self->algorithms[index]->type),
                                    take_line, &lines);
  if (bad > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", bad);

      luotain_bag_note (self->bag, LUOTAIN_BAG_BAD_LINE, name, number);
    }
}

static void
read_info (LuotainBagReading *self)
{
  g_autofree char *text = text_of (self, "bag-info.txt");

  if (text == NULL)
    text = text_of (self, "package-info.txt"); /* as it was called before 0.96 */

  self->bag->info = luotain_bag_info_parse (text != NULL ? text : "");
}

static void
read_fetch (LuotainBagReading *self)
{
  g_autofree char *text = text_of (self, "fetch.txt");
  g_autofree char *count = text != NULL ? g_strdup_printf ("%u", luotain_bag_count_lines (text)) : NULL;

  if (text != NULL)
    luotain_bag_note (self->bag, LUOTAIN_BAG_FETCH, "fetch.txt", count);
}

/* Nothing the bag says of itself is left out, so that another content is another identity. */
static char *
identify (LuotainBagReading *self, GList *names)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean tags;

  for (GList *name = names; name != NULL; name = name->next)
    if (luotain_bag_manifest_name (name->data, &tags) != NULL || strcmp (name->data, "bagit.txt") == 0)
      {
        GBytes *bytes = g_hash_table_lookup (self->tag_files, name->data);
        gsize length = 0;
        const guchar *data = g_bytes_get_data (bytes, &length);

        g_checksum_update (checksum, name->data, -1);
        g_checksum_update (checksum, (const guchar *) "\n", 1);
        if (length > 0)
          g_checksum_update (checksum, data, (gssize) length);
      }

  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
luotain_bag_reading_tags (LuotainBagReading *self, GError **error)
{
  g_autoptr (GList) names = NULL;
  GBytes *declaration;
  gboolean tags;

  if (!gather (self, error))
    return FALSE;

  declaration = g_hash_table_lookup (self->tag_files, "bagit.txt");
  if (declaration == NULL)
    {
      g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
                           _ ("It is no package: there is no bagit.txt in it."));
      return FALSE;
    }
  if (!luotain_bag_declaration_parse (declaration, &self->bag->version, &self->charset, error))
    return FALSE;

  names = g_list_sort (g_hash_table_get_keys (self->tag_files), (GCompareFunc) strcmp);
  for (GList *name = names; name != NULL; name = name->next)
    if (luotain_bag_manifest_name (name->data, &tags) != NULL)
      read_manifest (self, name->data);

  read_info (self);
  read_fetch (self);
  self->bag->identity = identify (self, names);
  return TRUE;
}
