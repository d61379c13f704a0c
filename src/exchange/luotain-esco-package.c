#include "config.h"

#include "luotain-esco-package.h"

#include "luotain-atomic-file.h"
#include "luotain-esco-table.h"
#include "luotain-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  LuotainEscoImport *import;
  GCancellable *cancellable;
  LuotainEscoFiles *files;
  LuotainFaults *faults;
  LuotainEscoWriter *writer;
  guint64 total; /* bytes */
  guint64 done; /* of the files before this one */
} Import;

void
luotain_esco_import_clear (LuotainEscoImport *self)
{
  g_clear_pointer (&self->found_version, g_free);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

/* ---- files ---- */

static void
tell_progress (guint64 offset, gpointer data)
{
  Import *self = data;
  const guint64 done = MIN (self->done + offset, self->total);

  g_atomic_int_set (&self->import->permille, (int) (done * 1000 / MAX (self->total, 1)));
}

static gboolean
read_file (Import *self, const LuotainEscoFile *file, GError **error)
{
  const gboolean ok = luotain_esco_table_read (file, self->writer, self->faults, tell_progress, self,
                                               self->cancellable, error);

  self->done += file->size;
  return ok;
}

static const LuotainEscoFile *
get_file (Import *self, guint i)
{
  return i < self->files->files->len ? self->files->files->pdata[i] : NULL;
}

static const char *
language_of (const LuotainEscoFile *file)
{
  return file->language != NULL ? file->language : "en";
}

static void
note (Import *self, char *sentence)
{
  g_ptr_array_add (self->import->notes, sentence);
}

/* Without its skills a language is only half there, and would push out one that is whole. */
static gboolean
read_languages (Import *self, guint *i, GError **error)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);
  const LuotainEscoFile *file;

  while ((file = get_file (self, *i)) != NULL && file->table < LUOTAIN_ESCO_BROADER)
    {
      const char *language = language_of (file);
      const LuotainEscoFile *next = file;
      const gboolean whole = file->table == LUOTAIN_ESCO_SKILLS;

      if (whole && file->language == NULL)
        note (self, g_strdup_printf (_ ("%s: the name does not say the language; it is taken for English."),
                                     file->name));
      if (whole && !luotain_esco_writer_begin_language (self->writer, language, error))
        return FALSE;

      for (; next != NULL && next->table < LUOTAIN_ESCO_BROADER && strcmp (language_of (next), language) == 0;
           next = get_file (self, ++*i))
        if (!whole)
          note (self, g_strdup_printf (_ ("%s: left out, since the skills in this language are not there."),
                                       next->name));
        else if (!read_file (self, next, error))
          return FALSE;

      if (whole && !luotain_esco_writer_end_language (self->writer, error))
        return FALSE;
      if (whole)
        g_ptr_array_add (languages, g_strdup (language));
    }

  g_ptr_array_add (languages, NULL);
  self->import->languages = (char **) g_ptr_array_free (g_steal_pointer (&languages), FALSE);
  return TRUE;
}

static gboolean
read_files (Import *self, GError **error)
{
  guint i = 0;

  if (!read_languages (self, &i, error))
    return FALSE;

  for (; get_file (self, i) != NULL; i++)
    if (!read_file (self, get_file (self, i), error))
      return FALSE;

  if (luotain_faults_get_count (self->faults) > 0)
    {
      g_autofree char *message = luotain_faults_to_string (self->faults);

      g_set_error_literal (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT, message);
      return FALSE;
    }

  return TRUE;
}

/* ---- the catalogue ---- */

/* Whether the catalogue that is there is of the same version, so that this package adds to it. */
static gboolean
adds_to_catalogue (Import *self)
{
  g_autoptr (LuotainEsco) old = luotain_esco_open (self->import->catalogue, NULL);
  const char *version = old != NULL ? luotain_esco_get_version (old) : NULL;

  if (old == NULL)
    return FALSE;

  if (g_strcmp0 (version, self->import->found_version) == 0)
    return TRUE;

  note (self, g_strdup_printf (_ ("The catalogue held ESCO %s; this package takes its place."),
                               version != NULL ? version : _ ("of an unknown version")));
  return FALSE;
}

static gboolean
has_skills (const LuotainEscoFiles *files)
{
  for (guint i = 0; i < files->files->len; i++)
    if (((LuotainEscoFile *) files->files->pdata[i])->table == LUOTAIN_ESCO_SKILLS)
      return TRUE;

  return FALSE;
}

static gboolean
check_files (Import *self, gboolean adds, GError **error)
{
  g_autofree char *path = g_filename_display_name (self->import->path);

  if (has_skills (self->files) || (adds && self->files->files->len > 0))
    return TRUE;

  g_set_error (
      error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT,
      _ ("%s: There are no skills of ESCO here (skills_fi.csv, skills_en.csv …). Choose the folder of a CSV "
         "package of the classification."),
      path);
  return FALSE;
}

static gboolean
copy_catalogue (Import *self, const char *path, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (self->import->catalogue);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  return g_file_copy (from, to, G_FILE_COPY_OVERWRITE, self->cancellable, NULL, NULL, error);
}

static gboolean
write_catalogue (Import *self, const char *path, gboolean adds, GError **error)
{
  if (adds && !copy_catalogue (self, path, error))
    return FALSE;

  self->writer = luotain_esco_writer_new (path, adds, self->import->found_version, self->cancellable, error);
  if (self->writer == NULL || !read_files (self, error))
    return FALSE;

  self->import->n_skills = luotain_esco_writer_count (self->writer, "skill");
  self->import->n_groups = luotain_esco_writer_count (self->writer, "skill-group");
  self->import->n_occupations = luotain_esco_writer_count (self->writer, "occupation");
  return luotain_esco_writer_finish (self->writer, error);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  name = g_filename_display_name (folder);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The folder %s cannot be made: %s."),
               name, g_strerror (errno));
  return FALSE;
}

static gboolean
run (Import *self, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (self->import->catalogue);
  g_autoptr (LuotainAtomicFile) file = NULL;
  gboolean adds;

  for (guint i = 0; i < self->files->files->len; i++)
    self->total += ((LuotainEscoFile *) self->files->files->pdata[i])->size;

  self->import->found_version = g_strdup (self->import->version != NULL ? self->import->version
                                                                        : self->files->version);
  adds = adds_to_catalogue (self);
  if (!check_files (self, adds, error) || !make_folder (self->import->catalogue, error)
      || (file = luotain_atomic_file_new (target, error)) == NULL
      || !write_catalogue (self, luotain_atomic_file_peek_path (file), adds, error))
    return FALSE;

  if (self->import->found_version == NULL)
    note (self,
          g_strdup (
              _ ("No version of ESCO stands in the names of the folders; what is linked will name none.")));
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && luotain_atomic_file_commit (file, error);
}

gboolean
luotain_esco_import_run (LuotainEscoImport *import, GCancellable *cancellable, GError **error)
{
  Import self = { .import = import, .cancellable = cancellable };
  g_autoptr (GError) local_error = NULL;

  luotain_esco_import_clear (import);
  import->notes = g_ptr_array_new_with_free_func (g_free);
  self.files = luotain_esco_files_find (import->path, cancellable, &local_error);
  if (self.files != NULL)
    {
      self.faults = luotain_faults_new ();
      run (&self, &local_error);
      luotain_esco_writer_free (self.writer);
      luotain_esco_files_free (self.files);
      luotain_faults_free (self.faults);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
