#include "config.h"

#include "luotain-bag-source.h"

#include "luotain-bag-path.h"
#include "luotain-exchange-error.h"
#include "luotain-scoped-locale.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (256 * 1024)
#define DEEPEST 64

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

const LuotainBagLimits luotain_bag_limits = {
  .n_files = 200000,
  .n_bytes = G_GUINT64_CONSTANT (64) << 30,
  .tag_bytes = 64 << 20,
  .small_bytes = 256 << 20,
  .ratio = 200,
};

struct _LuotainBagSource
{
  char *folder; /* (nullable): path; else it is a zip */
  char *zip; /* (nullable): path; else it is in memory */
  GBytes *bytes; /* (nullable) */
  LuotainBagLimits limits;
  guint64 packed; /* size of the zip */
  guint64 n_bytes; /* what the items say they hold */
  gsize root; /* length of what stands before all paths of a zip: the bag's folder */
  GPtrArray *items; /* (element-type LuotainBagItem) */
};

static void
item_free (gpointer data)
{
  LuotainBagItem *item = data;

  g_free (item->path);
  g_free (item);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, message);
  return FALSE;
}

static gboolean
fail_zip (Archive *archive, GError **error)
{
  g_autofree char *why = luotain_bag_path_show (
      archive_error_string (archive) != NULL ? archive_error_string (archive) : "");

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
               _ ("The zip is damaged, or none: %s"), why);
  return FALSE;
}

static gboolean
check_amount (LuotainBagSource *self, guint64 n_bytes, GError **error)
{
  if (n_bytes > self->limits.n_bytes
      || (self->folder == NULL && n_bytes > self->limits.small_bytes
          && n_bytes / self->limits.ratio > self->packed))
    return fail (error, _ ("It would unpack to far more than a package holds, so it was not opened."));

  return TRUE;
}

static gboolean
add_item (LuotainBagSource *self, char *path, guint64 size, LuotainBagItemKind kind, GError **error)
{
  LuotainBagItem *item = g_new (LuotainBagItem, 1);

  item->path = path;
  item->size = size;
  item->kind = kind;
  g_ptr_array_add (self->items, item);

  if (self->items->len > self->limits.n_files)
    return fail (error, _ ("It holds more files than a package holds, so it was not opened."));

  /* What a zip says of sizes may be a lie; what comes out is counted again. */
  self->n_bytes = size > self->limits.n_bytes ? self->limits.n_bytes + 1 : self->n_bytes + size;
  return check_amount (self, self->n_bytes, error);
}

/* ---- a folder ---- */

static gboolean list_folder (LuotainBagSource *self, const char *relative, guint depth,
                             GCancellable *cancellable, GError **error);

static gboolean
list_one (LuotainBagSource *self, const char *relative, guint depth, GCancellable *cancellable,
          GError **error)
{
  g_autofree char *full = g_build_filename (self->folder, relative, NULL);
  LuotainBagItemKind kind;
  GStatBuf info;

  if (g_lstat (full, &info) != 0)
    {
      const int code = errno;
      g_autofree char *shown = luotain_bag_path_show (relative);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” cannot be read: %s"), shown,
                   g_strerror (code));
      return FALSE;
    }

  if (S_ISDIR (info.st_mode) && luotain_bag_path_is_safe (relative))
    return list_folder (self, relative, depth + 1, cancellable, error);

  if (S_ISLNK (info.st_mode))
    kind = LUOTAIN_BAG_LINK;
  else if (!luotain_bag_path_is_safe (relative))
    kind = LUOTAIN_BAG_UNSAFE;
  else
    kind = S_ISREG (info.st_mode) ? LUOTAIN_BAG_FILE : LUOTAIN_BAG_SPECIAL;

  return add_item (self, g_strdup (relative), kind == LUOTAIN_BAG_FILE ? (guint64) info.st_size : 0, kind,
                   error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
list_folder (LuotainBagSource *self, const char *relative, guint depth, GCancellable *cancellable,
             GError **error)
{
  g_autofree char *full = g_build_filename (self->folder, relative, NULL);
  g_autoptr (GDir) folder = g_dir_open (full, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (depth > DEEPEST)
    return fail (error, _ ("Its folders lie deeper in each other than those of a package."));

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, relative[0] == '\0' ? g_strdup (name) : g_build_path ("/", relative, name, NULL));

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!list_one (self, names->pdata[i], depth, cancellable, error))
      return FALSE;

  return TRUE;
}

/* ---- a zip ---- */

/* Nothing but zip, and of that what is at the end of the file: what is not in its list is not in the zip. */
static Archive *
open_zip (LuotainBagSource *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  int code = archive_read_support_format_zip_seekable (archive);

  if (code == ARCHIVE_OK && self->bytes != NULL)
    code = archive_read_open_memory (archive, g_bytes_get_data (self->bytes, NULL),
                                     g_bytes_get_size (self->bytes));
  else if (code == ARCHIVE_OK)
    code = archive_read_open_filename (archive, self->zip, BUFFER_BYTES);

  if (code < ARCHIVE_WARN)
    {
      fail_zip (archive, error);
      return NULL;
    }

  return g_steal_pointer (&archive);
}

static const char *
name_of (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return name != NULL ? name : "";
}

static LuotainBagItemKind
kind_of (struct archive_entry *entry)
{
  if (archive_entry_hardlink (entry) != NULL || archive_entry_filetype (entry) == AE_IFLNK)
    return LUOTAIN_BAG_LINK;
  if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_is_encrypted (entry))
    return LUOTAIN_BAG_SPECIAL;
  return luotain_bag_path_is_safe (name_of (entry)) ? LUOTAIN_BAG_FILE : LUOTAIN_BAG_UNSAFE;
}

static gboolean
list_zip (LuotainBagSource *self, GCancellable *cancellable, GError **error)
{
  g_auto (LuotainScopedLocale) locale G_GNUC_UNUSED = luotain_scoped_locale_for_names ();
  g_autoptr (Archive) archive = open_zip (self, error);
  struct archive_entry *entry;
  int code;

  if (archive == NULL)
    return FALSE;

  while ((code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      const gint64 size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (archive_entry_filetype (entry) == AE_IFDIR)
        continue;
      if (!add_item (self, g_strdup (name_of (entry)), size > 0 ? (guint64) size : 0, kind_of (entry), error))
        return FALSE;
    }

  return code == ARCHIVE_EOF || fail_zip (archive, error);
}

/* A zip holds one folder, which is the bag; some hold the bag itself. */
static void
find_root (LuotainBagSource *self)
{
  const char *slash = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const LuotainBagItem *item = self->items->pdata[i];

      if (strcmp (item->path, "bagit.txt") == 0)
        return;
      if (slash == NULL && item->kind == LUOTAIN_BAG_FILE && g_str_has_suffix (item->path, "/bagit.txt")
          && strchr (item->path, '/') == item->path + strlen (item->path) - strlen ("/bagit.txt"))
        slash = item->path;
    }

  if (slash == NULL)
    return;

  self->root = (gsize) (strchr (slash, '/') - slash) + 1;
  {
    g_autofree char *root = g_strndup (slash, self->root);

    for (guint i = 0; i < self->items->len; i++)
      {
        LuotainBagItem *item = self->items->pdata[i];

        /* What lies beside the bag is no part of it, and has no business there. */
        if (g_str_has_prefix (item->path, root) && item->path[self->root] != '\0')
          memmove (item->path, item->path + self->root, strlen (item->path + self->root) + 1);
        else
          item->kind = LUOTAIN_BAG_UNSAFE;
      }
  }
}

/* ---- opening ---- */

static LuotainBagSource *
new_source (const LuotainBagLimits *limits)
{
  LuotainBagSource *self = g_new0 (LuotainBagSource, 1);

  self->limits = limits != NULL ? *limits : luotain_bag_limits;
  self->items = g_ptr_array_new_with_free_func (item_free);
  return self;
}

LuotainBagSource *
luotain_bag_source_open (GFile *file, const LuotainBagLimits *limits, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LuotainBagSource) self = new_source (limits);
  g_autofree char *path = g_file_get_path (file);
  GStatBuf info;

  if (path == NULL || g_stat (path, &info) != 0)
    {
      g_autofree char *uri = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("“%s” cannot be found."), uri);
      return NULL;
    }

  if (S_ISDIR (info.st_mode))
    {
      self->folder = g_steal_pointer (&path);
      return list_folder (self, "", 0, cancellable, error) ? g_steal_pointer (&self) : NULL;
    }

  self->zip = g_steal_pointer (&path);
  self->packed = (guint64) info.st_size;
  if (!S_ISREG (info.st_mode))
    {
      fail (error, _ ("It is neither a folder nor a zip."));
      return NULL;
    }
  if (!list_zip (self, cancellable, error))
    return NULL;

  find_root (self);
  return g_steal_pointer (&self);
}

LuotainBagSource *
luotain_bag_source_open_bytes (GBytes *zip, const LuotainBagLimits *limits, GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (LuotainBagSource) self = new_source (limits);

  self->bytes = g_bytes_ref (zip);
  self->packed = g_bytes_get_size (zip);
  if (!list_zip (self, cancellable, error))
    return NULL;

  find_root (self);
  return g_steal_pointer (&self);
}

GPtrArray *
luotain_bag_source_get_items (LuotainBagSource *self)
{
  return self->items;
}

void
luotain_bag_source_free (LuotainBagSource *self)
{
  g_free (self->folder);
  g_free (self->zip);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* ---- reading ---- */

typedef struct
{
  LuotainBagSource *source;
  const LuotainBagReaderFuncs *funcs;
  gpointer data;
  GCancellable *cancellable;
  guint64 n_bytes; /* that came out */
  guint8 *buffer;
} Reading;

static gboolean
take (Reading *reading, gconstpointer bytes, gsize length, GError **error)
{
  reading->n_bytes += length;
  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error)
         && check_amount (reading->source, reading->n_bytes, error)
         && reading->funcs->read (bytes, length, reading->data, error);
}

static gboolean
forgive (Reading *reading, const LuotainBagItem *item, const GError *why)
{
  return reading->funcs->broken != NULL && reading->funcs->broken (item, why, reading->data);
}

/* Opened as no link, should it have become one since. */
static gboolean
read_file (Reading *reading, const LuotainBagItem *item, gboolean *broken, GError **error)
{
  g_autofree char *path = g_build_filename (reading->source->folder, item->path, NULL);
  const int fd = g_open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0);
  const int code = errno;
  g_autoptr (GInputStream) stream = fd >= 0 ? g_unix_input_stream_new (fd, TRUE) : NULL;
  gssize length;

  if (stream == NULL)
    {
      *broken = TRUE;
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return FALSE;
    }

  while ((length = g_input_stream_read (stream, reading->buffer, BUFFER_BYTES, reading->cancellable, error))
         > 0)
    if (!take (reading, reading->buffer, (gsize) length, error))
      return FALSE;

  *broken = length < 0;
  return length == 0;
}

static gboolean
read_entry (Reading *reading, Archive *archive, gboolean *broken, GError **error)
{
  la_ssize_t length;

  while ((length = archive_read_data (archive, reading->buffer, BUFFER_BYTES)) > 0)
    if (!take (reading, reading->buffer, (gsize) length, error))
      return FALSE;

  *broken = length < 0;
  return length == 0 || fail_zip (archive, error);
}

static gboolean
read_item (Reading *reading, const LuotainBagItem *item, Archive *archive, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean broken = FALSE;

  if (item->kind != LUOTAIN_BAG_FILE || !reading->funcs->wants (item, reading->data))
    return TRUE;

  if (archive != NULL ? read_entry (reading, archive, &broken, &why)
                      : read_file (reading, item, &broken, &why))
    return reading->funcs->end (item, reading->data, error);

  if (broken && !g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED) && forgive (reading, item, why))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

static gboolean
read_zip (Reading *reading, GError **error)
{
  g_auto (LuotainScopedLocale) locale G_GNUC_UNUSED = luotain_scoped_locale_for_names ();
  g_autoptr (Archive) archive = open_zip (reading->source, error);
  GPtrArray *items = reading->source->items;
  struct archive_entry *entry;
  guint i = 0;
  int code;

  if (archive == NULL)
    return FALSE;

  while (i < items->len
         && ((code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN))
    {
      const LuotainBagItem *item = items->pdata[i];

      if (archive_entry_filetype (entry) == AE_IFDIR)
        continue;
      if (!g_str_has_suffix (name_of (entry), item->path))
        return fail (error, _ ("The zip changed while it was read."));
      if (!read_item (reading, item, archive, error))
        return FALSE;
      i++;
    }

  return i == items->len || fail_zip (archive, error);
}

gboolean
luotain_bag_source_read (LuotainBagSource *self, const LuotainBagReaderFuncs *funcs, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  Reading reading = { self, funcs, data, cancellable, 0, buffer };

  if (self->folder == NULL)
    return read_zip (&reading, error);

  for (guint i = 0; i < self->items->len; i++)
    if (!read_item (&reading, self->items->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}
