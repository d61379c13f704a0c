#pragma once

#include "luotain-futures-table.h"

G_BEGIN_DECLS

/** LuotainTableMode: what a click in the futures table does. */
typedef enum
{
  LUOTAIN_TABLE_EDIT, /* writes, or sets the path of the chosen scenario */
  LUOTAIN_TABLE_EXCLUDE, /* says which states cannot coexist with the chosen one */
  LUOTAIN_TABLE_REMAINS, /* fixes rows */
} LuotainTableMode;

/** LuotainTableMark: what is said of a state. */
typedef enum
{
  LUOTAIN_MARK_NONE,
  LUOTAIN_MARK_BASE, /* the one that is compared with */
  LUOTAIN_MARK_COEXISTS,
  LUOTAIN_MARK_LOGICAL,
  LUOTAIN_MARK_EMPIRICAL,
  LUOTAIN_MARK_NORMATIVE,
  LUOTAIN_MARK_FIXED,
  LUOTAIN_MARK_POSSIBLE,
  LUOTAIN_MARK_IMPOSSIBLE,
  LUOTAIN_MARK_ON_PATH, /* of the chosen scenario */
} LuotainTableMark;

/**
 * LuotainTableMarks: the marks of a table's states. Rows and states are kept by id, so that what is chosen lasts from one
 * reading of the table to the next.
 */
typedef struct
{
  LuotainTableMode mode;
  gint64 base; /* a state, 0 for none */
  gint64 chosen; /* a scenario, 0 for none */
  GHashTable *fixed; /* id of a variable → id of a state */
  gboolean any; /* whether any path remains with the rows that are fixed */
  char *n_remaining; /* (nullable): in digits; %NULL where they are too many to count */
  guint64 *possible; /* (nullable): bits a row */
} LuotainTableMarks;

LuotainTableMarks *luotain_table_marks_new (void);
void luotain_table_marks_free (LuotainTableMarks *self);

/** luotain_table_marks_update: computes what remains of a table, and forgets what is no longer there. */
void luotain_table_marks_update (LuotainTableMarks *self, const LuotainFuturesTable *table);

/** luotain_table_marks_fix: fixes the row of a state to it; opens it again where it was fixed to that. */
void luotain_table_marks_fix (LuotainTableMarks *self, gint64 variable, gint64 state);

LuotainTableMark luotain_table_marks_get (const LuotainTableMarks *self, const LuotainFuturesTable *table,
                                          guint row, guint state);

/** luotain_table_mark_word: Returns: (nullable): how a mark is said, translated. */
const char *luotain_table_mark_word (LuotainTableMark mark);

/** luotain_table_mark_note: Returns: (nullable): how it stands in a cell: a sign alone where nothing is struck. */
const char *luotain_table_mark_note (LuotainTableMark mark);

/** luotain_table_mark_class: Returns: (nullable): the CSS class of a mark. */
const char *luotain_table_mark_class (LuotainTableMark mark);

G_END_DECLS
