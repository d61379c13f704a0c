#pragma once

#include "luotain-comparison.h"
#include "luotain-snapshot.h"

G_BEGIN_DECLS

/* One side, as it is told: words and titles are looked up in it; what is missing for that is asked for. */
typedef struct
{
  LuotainSnapshot *snapshot;
  LuotainLanguage language;
  GHashTable *words; /* "vocabulary key" → LuotainVocabularyEntry of the snapshot */
  gboolean lacks; /* something that had to be named is not held: load and tell again */
} LuotainTelling;

void luotain_telling_init (LuotainTelling *self, LuotainSnapshot *snapshot, LuotainLanguage language);
void luotain_telling_clear (LuotainTelling *self);

/* Anew after a load. */
void luotain_telling_learn_words (LuotainTelling *self);

/* (nullable): the record, if it is held; otherwise it is asked for. */
const LuotainItem *luotain_telling_find (LuotainTelling *self, const LuotainRecordType *type, gint64 id);

/* How people name a record: never NULL. */
char *luotain_telling_title (LuotainTelling *self, const LuotainItem *item);
char *luotain_telling_title_of (LuotainTelling *self, const LuotainRecordType *type, gint64 id);

/* (nullable): what a field holds, in words. */
char *luotain_telling_value (LuotainTelling *self, const LuotainItem *item, const LuotainField *field,
                             LuotainLanguage column);

void luotain_change_free (gpointer change);
GPtrArray *luotain_field_changes_new (void);

/* (nullable): the first link of a role. */
const LuotainItemLink *luotain_item_find_link (const LuotainItem *item, const char *role);

/* (nullable): on error. Titles are told in @language, where it is given, else in that of the workbook of @after;
 * @after_first: it is the better one to be opened first, an edition. */
LuotainComparison *luotain_comparison_of_snapshots (LuotainSnapshot *before, LuotainSnapshot *after,
                                                    gboolean after_first, const LuotainLanguage *language,
                                                    GError **error);

G_END_DECLS
