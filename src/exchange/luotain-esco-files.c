#include "config.h"

#include "luotain-esco-files.h"

#include "luotain-exchange-error.h"
#include "luotain-scoped-locale.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define DEEPEST 4
#define MOST_FILES 20000
/* The longest table of version 1.1.1 has 21 MB. */
#define LONGEST_TABLE (256 * 1024 * 1024)

static const char *const stems[] = {
  "skills",
  "skillGroups",
  "skillsHierarchy",
  "occupations",
  "ISCOGroups",
  "broaderRelationsSkillPillar",
  "occupationSkillRelations",
  "skillSkillRelations",
};

static void
file_free (gpointer data)
{
  LuotainEscoFile *self = data;

  g_free (self->name);
  g_free (self->path);
  g_free (self->member);
  g_free (self->language);
  g_free (self);
}

void
luotain_esco_files_free (LuotainEscoFiles *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->files);
  g_free (self->version);
  g_free (self);
}

/* ---- names ---- */

/* “ESCO dataset - v1.1.1 - classification - en - csv” */
static char *
match_name (const char *name, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (name == NULL || !g_regex_match (regex, name, 0, &match))
    return NULL;

  return g_match_info_fetch (match, 1);
}

static gboolean
take_version (LuotainEscoFiles *self, const char *name, GError **error)
{
  g_autofree char *version = match_name (name,
                                         "(?<![a-z0-9])v([0-9]{1,3}(?:\\.[0-9]{1,3}){1,2})(?!\\.?[0-9])");

  if (version == NULL || g_strcmp0 (version, self->version) == 0)
    return TRUE;

  if (self->version != NULL)
    {
      g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
                   _ ("The folder holds packages of ESCO %s and %s. Import one version at a time."),
                   self->version, version);
      return FALSE;
    }

  self->version = g_steal_pointer (&version);
  return TRUE;
}

static char *
language_of (const char *name)
{
  return match_name (name, " - ([a-z]{2,3}) - csv");
}

/* skills_en.csv, skills.csv: which table, in which language. */
static gboolean
parse_name (const char *name, LuotainEscoTable *table, char **language)
{
  const gsize length = strlen (name);
  g_autofree char *stem = NULL;
  char *suffix;

  if (length <= 4 || g_ascii_strcasecmp (name + length - 4, ".csv") != 0)
    return FALSE;

  stem = g_strndup (name, length - 4);
  suffix = strchr (stem, '_');
  if (suffix != NULL)
    *suffix++ = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (g_ascii_strcasecmp (stem, stems[i]) == 0)
      {
        *table = i;
        *language = suffix != NULL && *suffix != '\0' && strlen (suffix) <= 8 ? g_ascii_strdown (suffix, -1)
                                                                              : NULL;
        return TRUE;
      }

  return FALSE;
}

static void
add_file (LuotainEscoFiles *self, const char *container, const char *path, const char *member, guint64 size)
{
  g_autofree char *name = g_path_get_basename (member != NULL ? member : path);
  g_autofree char *language = NULL;
  LuotainEscoTable table;
  LuotainEscoFile *file;

  if (!parse_name (name, &table, &language))
    return;

  file = g_new0 (LuotainEscoFile, 1);
  file->table = table;
  file->name = g_filename_display_name (name);
  file->path = g_strdup (path);
  file->member = g_strdup (member);
  file->language = language != NULL ? g_steal_pointer (&language) : language_of (container);
  file->size = size;
  g_ptr_array_add (self->files, file);
}

/* ---- archives ---- */

static struct archive *
open_archive (const char *path, GError **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, 64 * 1024) == ARCHIVE_OK)
    return archive;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
               _ ("%s: The archive cannot be opened: %s."), path, archive_error_string (archive));
  archive_read_free (archive);
  return NULL;
}

/* Older programs name files in a code page of their own; the folders' names are of no matter. */
static const char *
name_of (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

static gboolean
list_archive (LuotainEscoFiles *self, const char *path, GError **error)
{
  g_auto (LuotainScopedLocale) locale G_GNUC_UNUSED = luotain_scoped_locale_for_names ();
  g_autofree char *container = g_path_get_basename (path);
  struct archive *archive = open_archive (path, error);
  struct archive_entry *entry;
  int code = ARCHIVE_EOF;
  guint n = 0;

  if (archive == NULL)
    return FALSE;

  while (n++ < MOST_FILES && (code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *member = name_of (entry);

      if (member != NULL && archive_entry_filetype (entry) == AE_IFREG)
        add_file (self, container, path, member, (guint64) MAX (archive_entry_size (entry), 0));
    }

  if (code != ARCHIVE_EOF)
    g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
                 _ ("%s: The archive cannot be read to its end."), path);
  archive_read_free (archive);
  return code == ARCHIVE_EOF && take_version (self, container, error);
}

static gboolean
find_member (struct archive *archive, const char *member)
{
  struct archive_entry *entry;

  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_strcmp0 (name_of (entry), member) == 0)
      return TRUE;

  return FALSE;
}

static GInputStream *
open_member (const LuotainEscoFile *file, GCancellable *cancellable, GError **error)
{
  g_auto (LuotainScopedLocale) locale G_GNUC_UNUSED = luotain_scoped_locale_for_names ();
  struct archive *archive = open_archive (file->path, error);
  GByteArray *bytes = g_byte_array_new ();
  const void *block;
  size_t length;
  la_int64_t offset;
  int code = ARCHIVE_FATAL;

  if (archive != NULL && find_member (archive, file->member))
    while (!g_cancellable_is_cancelled (cancellable) && bytes->len <= LONGEST_TABLE
           && (code = archive_read_data_block (archive, &block, &length, &offset)) == ARCHIVE_OK)
      g_byte_array_append (bytes, block, (guint) length);

  if (archive != NULL)
    archive_read_free (archive);
  if (code == ARCHIVE_EOF && bytes->len <= LONGEST_TABLE)
    return g_memory_input_stream_new_from_bytes (g_byte_array_free_to_bytes (bytes));

  g_byte_array_unref (bytes);
  if (archive != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
                 _ ("%s: The archive is damaged, or the table is longer than 256 MiB."), file->name);
  return NULL;
}

GInputStream *
luotain_esco_file_open (const LuotainEscoFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) plain = NULL;

  if (file->member != NULL)
    return open_member (file, cancellable, error);

  plain = g_file_new_for_path (file->path);
  if (file->size <= LONGEST_TABLE)
    return G_INPUT_STREAM (g_file_read (plain, cancellable, error));

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
               _ ("%s: The table is longer than 256 MiB."), file->name);
  return NULL;
}

/* ---- folders ---- */

static gboolean find_in (LuotainEscoFiles *self, GFile *folder, guint depth, GCancellable *cancellable,
                         GError **error);

static gboolean
take_child (LuotainEscoFiles *self, GFile *folder, GFileInfo *info, guint depth, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));
  g_autofree char *container = g_file_get_basename (folder);
  const char *path = g_file_peek_path (child);

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return depth >= DEEPEST || find_in (self, child, depth + 1, cancellable, error);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return TRUE;

  if (g_str_has_suffix (g_file_info_get_name (info), ".zip"))
    return list_archive (self, path, error);

  add_file (self, container, path, NULL, (guint64) g_file_info_get_size (info));
  return TRUE;
}

static gboolean
find_in (LuotainEscoFiles *self, GFile *folder, guint depth, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder,
      G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  const guint n_before = self->files->len;

  if (children == NULL)
    return FALSE;

  for (guint n = 0; n < MOST_FILES; n++)
    {
      GFileInfo *info = NULL;

      if (!g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
        return FALSE;
      if (info == NULL)
        break;
      if (!take_child (self, folder, info, depth, cancellable, error))
        return FALSE;
    }

  if (self->files->len > n_before)
    {
      g_autofree char *name = g_file_get_basename (folder);

      return take_version (self, name, error);
    }
  return TRUE;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const LuotainEscoFile *one = *(const LuotainEscoFile *const *) a;
  const LuotainEscoFile *other = *(const LuotainEscoFile *const *) b;
  const gboolean relates = one->table >= LUOTAIN_ESCO_BROADER;
  const int by_language = g_strcmp0 (one->language, other->language);

  if (relates != (other->table >= LUOTAIN_ESCO_BROADER))
    return relates ? 1 : -1;

  return by_language != 0 && !relates ? by_language : (int) one->table - (int) other->table;
}

LuotainEscoFiles *
luotain_esco_files_find (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LuotainEscoFiles) self = g_new0 (LuotainEscoFiles, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->files = g_ptr_array_new_with_free_func (file_free);
  if (g_file_test (path, G_FILE_TEST_IS_DIR) ? !find_in (self, file, 0, cancellable, error)
                                             : !list_archive (self, path, error))
    return NULL;

  g_ptr_array_sort (self->files, compare_files);
  return g_steal_pointer (&self);
}
