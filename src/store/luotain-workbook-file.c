#include "config.h"

#include "luotain-workbook-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_BYTES 100
#define OFFSET_VERSION 60
#define OFFSET_APPLICATION_ID 68
#define WORKBOOK_ID 0x4c554f54 /* LUOT */

/* The byte of SQLite's RESERVED lock: who holds it writes the file. */
#define RESERVED_BYTE 0x40000001
#define POLL_MS 20

/* The locks of a file belong to the process, so what is open is known to the process and not to an object. */
static GMutex open_files_mutex;
static GHashTable *open_files; /* "device:inode" → how often */

static char *
file_key (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) info.st_dev,
                          (guint64) info.st_ino);
}

static gboolean
is_open_here (const char *path)
{
  g_autofree char *key = file_key (path);
  gboolean is_open;

  g_mutex_lock (&open_files_mutex);
  is_open = key != NULL && open_files != NULL && g_hash_table_contains (open_files, key);
  g_mutex_unlock (&open_files_mutex);
  return is_open;
}

char *
luotain_workbook_file_register (const char *path)
{
  char *key = file_key (path);
  guint n;

  if (key == NULL)
    return NULL;

  g_mutex_lock (&open_files_mutex);

  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  n = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, key));
  g_hash_table_replace (open_files, g_strdup (key), GUINT_TO_POINTER (n + 1));
  g_mutex_unlock (&open_files_mutex);
  return key;
}

void
luotain_workbook_file_unregister (char *key)
{
  g_autofree char *owned = key;
  guint n;

  if (owned == NULL)
    return;

  g_mutex_lock (&open_files_mutex);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, owned));

  if (n > 1)
    g_hash_table_replace (open_files, g_strdup (owned), GUINT_TO_POINTER (n - 1));
  else
    g_hash_table_remove (open_files, owned);

  if (g_hash_table_size (open_files) == 0)
    g_clear_pointer (&open_files, g_hash_table_unref);

  g_mutex_unlock (&open_files_mutex);
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
fail_to_open (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
        _ ("There is no file “%s”. It may have been moved, renamed or deleted; look for it in the folder."),
        shown);
  else if (code == EISDIR)
    g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_WORKBOOK,
                 _ ("“%s” is a folder, not a workbook. Choose a file."), shown);
  else
    g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_FAILED,
                 _ ("“%s” cannot be opened: %s. Ask its owner for the right to read it."), shown,
                 g_strerror (code));

  return FALSE;
}

static gboolean
read_header (const char *path, guint8 bytes[HEADER_BYTES], gssize *n_read, GError **error)
{
  const int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  GStatBuf info;

  if (fd < 0)
    return fail_to_open (path, errno, error);

  if (fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    {
      close (fd);
      return fail_to_open (path, EISDIR, error);
    }

  *n_read = read (fd, bytes, HEADER_BYTES);
  close (fd);
  return *n_read >= 0 || fail_to_open (path, errno, error);
}

gboolean
luotain_workbook_file_probe (const char *path, LuotainWorkbookHeader *header, GError **error)
{
  guint8 bytes[HEADER_BYTES] = { 0 };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *shown = g_filename_display_basename (path);
  gssize n_read = 0;
  GStatBuf info;

  memset (header, 0, sizeof *header);

  if (is_open_here (path))
    return TRUE;

  if (!read_header (path, bytes, &n_read, error))
    return FALSE;

  header->known = TRUE;
  header->interrupted = g_stat (journal, &info) == 0 && info.st_size > 0;

  if (n_read < HEADER_BYTES || memcmp (bytes, "SQLite format 3", 16) != 0)
    {
      g_set_error (
          error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_WORKBOOK,
          n_read == 0 ? _ ("“%s” is empty, so it is no Luotain workbook. Look for a copy of it.")
                      : _ ("“%s” is not a Luotain workbook. Choose another file, or import it if it is XML."),
          shown);
      return FALSE;
    }

  header->version = read_big_endian (bytes + OFFSET_VERSION);
  header->application_id = read_big_endian (bytes + OFFSET_APPLICATION_ID);

  if (header->application_id == WORKBOOK_ID)
    return TRUE;

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_WORKBOOK,
               _ ("“%s” is a database of another program, not a Luotain workbook. Choose another file."),
               shown);
  return FALSE;
}

static pid_t
find_holder (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = RESERVED_BYTE, .l_len = 1 };
  const int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  pid_t holder = 0;

  if (fd < 0)
    return 0;

  if (fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK)
    holder = lock.l_pid;

  close (fd);
  return holder;
}

static char *
name_process (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/comm", (int) pid);
  char *name = NULL;

  if (pid > 0 && g_file_get_contents (path, &name, NULL, NULL))
    return g_strchomp (name);

  return NULL;
}

gboolean
luotain_workbook_file_check_free (const char *path, int wait_ms, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *program = NULL;
  pid_t holder;

  if (is_open_here (path))
    return TRUE;

  while ((holder = find_holder (path)) != 0 && wait_ms > 0)
    {
      g_usleep (POLL_MS * 1000);
      wait_ms -= POLL_MS;
    }

  if (holder == 0)
    return TRUE;

  program = name_process (holder);
  g_set_error (
      error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_HELD,
      _ ("“%s” is being edited by another program (%s). It can be read meanwhile; to write, close it there "
         "first."),
      shown, program != NULL ? program : _ ("on another computer"));
  return FALSE;
}

gboolean
luotain_workbook_file_check_place (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *journal = path != NULL ? g_strconcat (path, "-journal", NULL) : NULL;
  g_autofree char *shown = NULL;
  GStatBuf info;

  if (path == NULL)
    return TRUE;

  if (is_open_here (path))
    {
      shown = g_filename_display_basename (path);
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_HELD,
                   _ ("“%s” is open. Close it first, or choose another name."), shown);
      return FALSE;
    }

  if (g_stat (path, &info) == 0 && !luotain_workbook_file_check_free (path, 0, error))
    return FALSE;

  if (g_stat (journal, &info) != 0 || info.st_size == 0)
    return TRUE;

  shown = g_filename_display_basename (journal);
  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_FAILED,
               _ ("There is a file “%s”, left over from a change that was interrupted. Open the workbook it "
                  "belongs to, or choose another name."),
               shown);
  return FALSE;
}
