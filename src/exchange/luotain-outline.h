#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainOutlinePart: a scenario or a profile of a workbook. */
typedef struct
{
  gint64 id;
  gboolean profile;
  char *title;
} LuotainOutlinePart;

/** LuotainOutline: what stands on the spine of a workbook or package: enough to find it again on a shelf. */
typedef struct
{
  gint64 id; /* of the workbook record; 0 where it is not known */
  char *title; /* (nullable) */
  char *region; /* (nullable) */
  LuotainLanguage language;
  gint64 changed; /* milliseconds since 1970, UTC; 0 where it is not known */
  GPtrArray *sectors; /* (element-type utf8): their titles */
  GPtrArray *parts; /* (element-type LuotainOutlinePart) */
  GPtrArray *editions; /* (element-type utf8): their names, the newest first */
} LuotainOutline;

LuotainOutline *luotain_outline_new (void);
void luotain_outline_free (LuotainOutline *self);

/** luotain_outline_add_part: @title may be %NULL. */
void luotain_outline_add_part (LuotainOutline *self, gint64 id, gboolean profile, const char *title);

/**
 * luotain_outline_run:
 *
 * A LuotainJob that only reads: the result is a LuotainOutline of the workbook. @data is not used.
 */
gboolean luotain_outline_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainOutline, luotain_outline_free)

G_END_DECLS
