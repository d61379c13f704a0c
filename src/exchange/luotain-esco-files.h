#pragma once

#include "luotain-faults.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainEscoTable: which of the tables of a package; names of a language come before what relates them. */
typedef enum
{
  LUOTAIN_ESCO_SKILLS,
  LUOTAIN_ESCO_SKILL_GROUPS,
  LUOTAIN_ESCO_SKILLS_HIERARCHY,
  LUOTAIN_ESCO_OCCUPATIONS,
  LUOTAIN_ESCO_ISCO_GROUPS,
  LUOTAIN_ESCO_BROADER,
  LUOTAIN_ESCO_OCCUPATION_SKILLS,
  LUOTAIN_ESCO_SKILL_SKILLS
} LuotainEscoTable;

/** LuotainEscoFile: one table of a package, in a folder or an archive. */
typedef struct
{
  LuotainEscoTable table;
  char *name; /* for messages */
  char *path; /* of the file or of the archive */
  char *member; /* (nullable): name within the archive */
  char *language; /* (nullable): code */
  guint64 size; /* bytes */
} LuotainEscoFile;

/** LuotainEscoFiles: the tables of a package. */
typedef struct
{
  GPtrArray *files; /* (element-type LuotainEscoFile): by language, then by table */
  char *version; /* (nullable): that in the names of folders and archives */
} LuotainEscoFiles;

/**
 * luotain_esco_files_find:
 * @path: a folder or an archive
 * @cancellable: (nullable)
 * @error: G_IO_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT
 *
 * Finds the tables in a folder, folders and archives in it included. Files that are none of them are passed over, links to
 * folders are not followed.
 */
LuotainEscoFiles *luotain_esco_files_find (const char *path, GCancellable *cancellable, GError **error);
void luotain_esco_files_free (LuotainEscoFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEscoFiles, luotain_esco_files_free)

/** luotain_esco_file_open: Returns: (transfer full) (nullable): what to read the table from. */
GInputStream *luotain_esco_file_open (const LuotainEscoFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
