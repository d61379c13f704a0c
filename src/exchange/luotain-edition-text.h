#pragma once

#include "luotain-edition.h"
#include "luotain-language.h"

G_BEGIN_DECLS

/** LuotainEditionStyle: what a line of the frozen text is. */
typedef enum
{
  LUOTAIN_EDITION_TITLE, /* of a scenario or a profile */
  LUOTAIN_EDITION_HEADING,
  LUOTAIN_EDITION_CAPTION, /* what kind of thing stands under the title */
  LUOTAIN_EDITION_TEXT
} LuotainEditionStyle;

/** LuotainEditionLine: a line or paragraphs of it. */
typedef struct
{
  LuotainEditionStyle style;
  char *text;
  gint64 record; /* which it tells of: a scenario or a profile */
  gboolean is_there; /* of a title: whether the workbook still has it */
} LuotainEditionLine;

/** LuotainEditionAddendum: what was said of it later. */
typedef struct
{
  gint64 id;
  char *dated_on; /* (nullable) */
  char *text;
  char *about; /* (nullable): title of what it is about */
} LuotainEditionAddendum;

/** LuotainEditionSheet: an edition to be read: its scenarios and profiles in words, and its addenda. */
typedef struct
{
  LuotainEdition *edition;
  GPtrArray *lines; /* (element-type LuotainEditionLine) */
  GPtrArray *addenda; /* (element-type LuotainEditionAddendum): in the order of the dates */
} LuotainEditionSheet;

void luotain_edition_sheet_free (LuotainEditionSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEditionSheet, luotain_edition_sheet_free)

/** LuotainEditionQuery: which edition, in which language. */
typedef struct
{
  gint64 edition; /* its id */
  LuotainLanguage language;
} LuotainEditionQuery;

/**
 * luotain_edition_sheet_run:
 * @db: a database
 * @data: a LuotainEditionQuery
 * @result: (out): a LuotainEditionSheet
 * @error: LUOTAIN_STORE_ERROR, among it _NOT_FOUND and _DAMAGED
 *
 * A LuotainJob that only reads.
 */
gboolean luotain_edition_sheet_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
