#pragma once

#include "luotain-chain.h"

G_BEGIN_DECLS

/** LUOTAIN_WHY_MOST_LOOKS: more places to look again are counted but not named. */
#define LUOTAIN_WHY_MOST_LOOKS 500

/** LuotainWhyLook: one place to look again: what stands on something that changed, or a record that lacks something. */
typedef struct
{
  gint64 place; /* the record to go to */
  const LuotainRecordType *type;
  char *title; /* (nullable) */
  gint64 source; /* of the link to confirm; 0 where something is missing */
  const char *role; /* (nullable) */
  gint64 target;
  gint64 confirmed_revision;
} LuotainWhyLook;

/** LuotainWhyCause: one reason to look again, with all places that it reaches. */
typedef struct
{
  gint64 id; /* the record that changed, or that lacks something */
  const LuotainRecordType *type;
  char *title; /* (nullable) */
  char **changes; /* (nullable): sentences that say what became of it since it was confirmed */
  const char *missing; /* (nullable): name of the role or field it lacks; there are no places then */
  GPtrArray *looks; /* (element-type LuotainWhyLook) */
} LuotainWhyCause;

/**
 * LuotainWhyAnswer: the thread through one record in both directions, or (without a record) all of the workbook that
 * is to be looked at again. Immutable and reference counted.
 */
typedef struct
{
  gint64 id; /* 0: the whole workbook */
  const LuotainRecordType *type;
  char *title; /* (nullable) */
  LuotainChainNode *upstream; /* (nullable) */
  LuotainChainNode *downstream; /* (nullable) */
  GPtrArray *causes; /* (element-type LuotainWhyCause): to look again */
  guint n_looks; /* all places to look again, those that were not kept included */
} LuotainWhyAnswer;

/** LuotainWhyQuery: what to answer about. */
typedef struct
{
  gint64 id;
  LuotainLanguage language;
} LuotainWhyQuery;

/**
 * luotain_why_answer_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainWhyQuery, the result a #LuotainWhyAnswer. A record that is gone is
 * answered like none.
 */
gboolean luotain_why_answer_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_why_answer_same:
 * @a: (nullable): an answer
 * @b: (nullable): another
 *
 * Returns: whether both would look the same
 */
gboolean luotain_why_answer_same (const LuotainWhyAnswer *a, const LuotainWhyAnswer *b);

LuotainWhyAnswer *luotain_why_answer_ref (LuotainWhyAnswer *self);
void luotain_why_answer_unref (LuotainWhyAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainWhyAnswer, luotain_why_answer_unref)

G_END_DECLS
