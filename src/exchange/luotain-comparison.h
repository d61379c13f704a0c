#pragma once

#include "luotain-edition.h"
#include "luotain-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainChangeKind: what became of a record from the one side to the other. */
typedef enum
{
  LUOTAIN_CHANGE_CAME,
  LUOTAIN_CHANGE_WENT,
  LUOTAIN_CHANGE_CHANGED,
  LUOTAIN_CHANGE_N_KINDS
} LuotainChangeKind;

/** LuotainChangeGroup: what of the work a change belongs to, in the order in which it is told. */
typedef enum
{
  LUOTAIN_CHANGE_SCENARIOS, /* their texts */
  LUOTAIN_CHANGE_PATHS, /* which state was taken instead */
  LUOTAIN_CHANGE_PROFILES,
  LUOTAIN_CHANGE_COMPETENCES,
  LUOTAIN_CHANGE_TABLE, /* key variables, states and what is judged of them */
  LUOTAIN_CHANGE_FINDINGS,
  LUOTAIN_CHANGE_COVERAGE,
  LUOTAIN_CHANGE_SOURCES,
  LUOTAIN_CHANGE_ROUND, /* the workbook itself, its sectors, people, sessions, words, addenda */
  LUOTAIN_CHANGE_N_GROUPS
} LuotainChangeGroup;

/** luotain_change_kind_name: Returns: `came`, `went`, `changed`. */
const char *luotain_change_kind_name (LuotainChangeKind kind);

/** luotain_change_kind_label: Returns: the same for people, translated. */
const char *luotain_change_kind_label (LuotainChangeKind kind);

/** luotain_change_group_name: Returns: `scenarios`, `paths` … */
const char *luotain_change_group_name (LuotainChangeGroup group);

/** luotain_change_group_label: Returns: the same for people, translated. */
const char *luotain_change_group_label (LuotainChangeGroup group);

/** LuotainFieldChange: what a field or a link held and holds, in words. */
typedef struct
{
  char *name; /* of the column, `title_fi`, or of the role, `evidence` */
  char *label; /* for people, translated: “Title (Swedish)”; of a path the key variable */
  char *before; /* (nullable): nothing was there */
  char *after; /* (nullable): nothing is there */
} LuotainFieldChange;

/** LuotainChange: a record that came, went or changed. */
typedef struct
{
  LuotainChangeKind kind;
  LuotainChangeGroup group;
  const LuotainRecordType *type;
  gint64 id;
  gint64 owner; /* 0 for none */
  char *owner_title; /* (nullable): of what it belongs to */
  char *title_before; /* (nullable): it came */
  char *title_after; /* (nullable): it went */
  GPtrArray *fields; /* (element-type LuotainFieldChange): of one that changed; else empty */
} LuotainChange;

/** LuotainComparisonSide: what was compared. */
typedef struct
{
  char *name; /* of the edition, or of the file as its user wrote it; %NULL for what the workbook is now */
  gint64 frozen; /* of an edition: milliseconds since 1970, UTC; else 0 */
  char *hash; /* (nullable): of an edition, 64 hexadecimal digits */
  gint64 removed; /* of an edition: when something was removed permanently from it; else 0 */
} LuotainComparisonSide;

/**
 * LuotainComparison: what came, went and changed from one state of a workbook to another, field by field, in words.
 *
 * Times, revisions, when links were confirmed and places in the order are no changes. What belongs to a record that came
 * or went is not told by itself. Plain values, safe to hand from thread to thread.
 */
typedef struct
{
  LuotainComparisonSide before, after;
  GPtrArray *changes; /* (element-type LuotainChange): by group, type, kind and title */
  guint counts[LUOTAIN_CHANGE_N_GROUPS][LUOTAIN_CHANGE_N_KINDS];
} LuotainComparison;

void luotain_comparison_free (LuotainComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainComparison, luotain_comparison_free)

/** LuotainComparisonQuery: which two states of one workbook. */
typedef struct
{
  const char *before; /* (nullable): name or written id of an edition; %NULL for what the workbook is now */
  const char *after; /* (nullable): the same */
  LuotainLanguage language; /* in which titles and words are told, where they have it */
} LuotainComparisonQuery;

/**
 * luotain_comparison_run:
 * @db: a database
 * @data: a LuotainComparisonQuery
 * @result: (out): a LuotainComparison
 * @error: LUOTAIN_STORE_ERROR, among it _NOT_FOUND and _DAMAGED; G_IO_ERROR_CANCELLED
 *
 * A LuotainJob that only reads. Of two editions only those elements are read whose hashes differ.
 */
gboolean luotain_comparison_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_comparison_of_files:
 * @before: a workbook, `WORKBOOK#EDITION` or a report in XML, as its user wrote it
 * @after: the same
 * @model: what workbooks hold
 * @language: (nullable): code of the language to tell it in; that of the workbook of @after where it is missing
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR, G_IO_ERROR
 *
 * The same of two files. Blocks: for the command line and for threads of one's own.
 *
 * Returns: (transfer full) (nullable): the comparison
 */
LuotainComparison *luotain_comparison_of_files (const char *before, const char *after,
                                                const LuotainModel *model, const char *language,
                                                GError **error);

G_END_DECLS
