#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainVocabularyEntry: a word of one of the workbook's vocabularies; users rename, add and delete them. */
typedef struct
{
  LuotainRecord record;
  char *vocabulary;
  char *key;
  LuotainTranslated title;
  LuotainTranslated description;
} LuotainVocabularyEntry;

extern const LuotainRecordType luotain_vocabulary_entry_type;

G_END_DECLS
