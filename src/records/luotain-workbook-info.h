#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/**
 * luotain_workbook_seed:
 *
 * A #LuotainJob for luotain_store_create(): defaults and the workbook record. @data is a LuotainWorkbook with at
 * least title and language; (nullable) for an untitled one in the language of the locale.
 */
gboolean luotain_workbook_seed (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_workbook_language:
 * @db: a database
 * @language: (out): the workbook's main language
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_workbook_language (LuotainDb *db, LuotainLanguage *language, GError **error);

/** LuotainWorkbookInfo: what a workbook is and how much is in it. */
typedef struct
{
  gint64 id;
  char *title;
  LuotainLanguage language;
  gint64 schema;
  gint64 changed; /* milliseconds since 1970, UTC: the last change of any record */
  guint n_types;
  const LuotainRecordType *const *types;
  gint64 *counts; /* one a type, in their order */
} LuotainWorkbookInfo;

/**
 * luotain_workbook_info_load:
 * @db: a database
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): free with luotain_workbook_info_free()
 */
LuotainWorkbookInfo *luotain_workbook_info_load (LuotainDb *db, GError **error);
gint64 luotain_workbook_info_count (const LuotainWorkbookInfo *self, const char *type);
void luotain_workbook_info_free (LuotainWorkbookInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainWorkbookInfo, luotain_workbook_info_free)

G_END_DECLS
