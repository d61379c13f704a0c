#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** LuotainRecordChoice: a record that can be picked. */
typedef struct
{
  gint64 id;
  const char *type; /* its name */
  char *title;
  char *subtitle; /* (nullable): what it belongs to */
} LuotainRecordChoice;

/** LuotainRecordSearch: what is looked for. */
typedef struct
{
  GStrv types; /* names of record types, in the order in which they are listed */
  char *text; /* (nullable): stands in the title, letter case aside */
  GArray *excluded; /* (nullable) (element-type gint64) */
  guint limit; /* list no more than these */
  LuotainLanguage language; /* whose titles */
} LuotainRecordSearch;

/** LUOTAIN_RECORD_SEARCH_MOST: how many a list to pick from shows: more than can be looked through is no help. */
#define LUOTAIN_RECORD_SEARCH_MOST 60

/** LuotainRecordChoices: the answer: as many as were asked for, and how many there are. */
typedef struct
{
  GPtrArray *choices; /* (element-type LuotainRecordChoice) */
  guint total;
} LuotainRecordChoices;

/**
 * luotain_record_search_new:
 * @types: names of record types with a blank between
 * @text: what somebody typed; blanks around it, or nothing else, are no text
 * @limit: list no more than these
 * @language: whose titles
 */
LuotainRecordSearch *luotain_record_search_new (const char *types, const char *text, guint limit,
                                                LuotainLanguage language);

void luotain_record_search_free (LuotainRecordSearch *self);
void luotain_record_choices_free (LuotainRecordChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainRecordSearch, luotain_record_search_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainRecordChoices, luotain_record_choices_free)

/** luotain_record_search_run: a #LuotainJob that reads: @data is a search, the result its choices. */
gboolean luotain_record_search_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** luotain_record_choices_dup_count: (transfer full) (nullable): how many of how many these are; %NULL for all. */
char *luotain_record_choices_dup_count (const LuotainRecordChoices *self);

G_END_DECLS
