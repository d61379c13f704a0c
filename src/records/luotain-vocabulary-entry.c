#include "config.h"

#include "luotain-vocabulary-entry.h"

#include <glib/gi18n-lib.h>

static const LuotainField vocabulary_entry_fields[] = {
  LUOTAIN_FIELD_WORD (LuotainVocabularyEntry, vocabulary, N_ ("Vocabulary"), "vocabulary",
                      LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TEXT (LuotainVocabularyEntry, key, N_ ("Key"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainVocabularyEntry, title, N_ ("Title"), LUOTAIN_REQUIRED | LUOTAIN_MAIN),
  LUOTAIN_FIELD_TRANSLATED (LuotainVocabularyEntry, description, N_ ("Description"), LUOTAIN_MULTILINE),
};

const LuotainRecordType luotain_vocabulary_entry_type = {
  .name = "vocabulary-entry",
  .table = "vocabulary_entry",
  .label = N_ ("Vocabulary Entry"),
  .flags = LUOTAIN_TYPE_ORDERED,
  .size = sizeof (LuotainVocabularyEntry),
  .fields = vocabulary_entry_fields,
  .n_fields = G_N_ELEMENTS (vocabulary_entry_fields),
};
