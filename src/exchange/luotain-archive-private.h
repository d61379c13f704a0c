#pragma once

#include "luotain-archive.h"
#include "luotain-bag-writer.h"
#include "luotain-outline.h"
#include "luotain-report.h"

G_BEGIN_DECLS

/* The tables of the same state, from a connection of their own: as many bytes as all else. */
typedef struct
{
  LuotainStore *store;
  GThread *thread; /* (nullable): while they are written */
  GFile *folder;
  gboolean ok;
  GError *error;
} LuotainArchiveTables;

/* A package while it is made. */
typedef struct
{
  const LuotainArchive *archive;
  LuotainArchiveTables *tables;
  LuotainBagWriter *writer;
  LuotainOutline *outline;
  LuotainReport *reports[LUOTAIN_N_LANGUAGES]; /* (nullable): what the pages are made from */
  gboolean all_findings; /* in the pages too */
  guint n_steps;
  guint n_done;
} LuotainArchiveMaking;

/* Tells how far it is; FALSE where it was cancelled. */
gboolean luotain_archive_step (LuotainArchiveMaking *making, GError **error);

/* How many steps the pages are. */
guint luotain_archive_count_pages (const LuotainArchiveMaking *making);

/* Reads the reports of all languages, computing nothing: as long as it reads nobody can write the workbook. */
gboolean luotain_archive_read_reports (LuotainArchiveMaking *making, LuotainDb *db, GError **error);

/* Makes pages of them and writes these in all forms, which takes long and reads nothing any more. */
gboolean luotain_archive_add_pages (LuotainArchiveMaking *making, GError **error);

G_END_DECLS
