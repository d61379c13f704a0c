#pragma once

#include "luotain-db.h"
#include "luotain-report-parts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainExportTask: what is to be written, as a format sees it. */
typedef struct
{
  const gint64 *ids; /* (nullable): of sectors, scenarios and profiles; %NULL for the whole workbook */
  gsize n_ids;
  LuotainReportParts parts;
  LuotainLanguage language;
  GOutputStream *stream; /* (nullable): of a file that gets its name when all went well */
  GFile *file; /* that file, or the folder that is to appear */
  const char *path; /* (nullable): where the file is until then */
  gpointer read; /* (nullable): what a format hands from its one step to the other */
} LuotainExportTask;

typedef enum
{
  LUOTAIN_EXPORT_HAS_PARTS = 1 << 0, /* what it holds can be chosen part by part */
  LUOTAIN_EXPORT_IS_FOLDER = 1 << 1, /* it becomes a folder of files */
} LuotainExportFlags;

/**
 * LuotainExportFormat: one format reports can be made in. All that is particular to it stands here.
 */
typedef struct
{
  const char *name; /* as on the command line */
  const char *title; /* in English, translatable */
  const char *description; /* in English, translatable: whom it is for */
  const char *suffix; /* what the name of the file ends in */
  const char *mime_type; /* (nullable): for the file chooser */
  LuotainExportFlags flags;
  /* On the thread of the store. */
  gboolean (*read) (LuotainDb *db, LuotainExportTask *task, GError **error);
  /* (nullable): what needs no store: on a thread of its own, with what read() left; frees it. */
  gboolean (*finish) (LuotainExportTask *task, GCancellable *cancellable, GError **error);
  GDestroyNotify free_read; /* (nullable) */
} LuotainExportFormat;

/**
 * luotain_export_formats:
 * @n_formats: (out): how many
 *
 * Returns: (transfer none) (array length=n_formats): all formats, those for readers first
 */
const LuotainExportFormat *luotain_export_formats (guint *n_formats);

/** luotain_export_format_find: Returns: (transfer none) (nullable): the format of that name. */
const LuotainExportFormat *luotain_export_format_find (const char *name);

G_END_DECLS
