#pragma once

#include "luotain-language.h"

G_BEGIN_DECLS

/** LUOTAIN_NUMBER_UNSET: what a number field holds when nothing is known. */
#define LUOTAIN_NUMBER_UNSET G_MININT64

typedef enum
{
  LUOTAIN_FIELD_KIND_TEXT, /* char *: free text */
  LUOTAIN_FIELD_KIND_TRANSLATED, /* LuotainTranslated: free text in up to three languages */
  LUOTAIN_FIELD_KIND_WORD, /* char *: a key of a vocabulary */
  LUOTAIN_FIELD_KIND_WORDS, /* char *: keys of a vocabulary, sorted, one blank between */
  LUOTAIN_FIELD_KIND_TAGS, /* char *: free words or phrases, one a line */
  LUOTAIN_FIELD_KIND_DATE, /* char *: 2026, 2026-03 or 2026-03-12 */
  LUOTAIN_FIELD_KIND_NUMBER /* gint64 */
} LuotainFieldKind;

typedef enum
{
  LUOTAIN_OPTIONAL = 0,
  LUOTAIN_REQUIRED = 1 << 0, /* must hold something (a translated text: in one language at least) */
  LUOTAIN_MULTILINE = 1 << 1,
  LUOTAIN_MAIN = 1 << 2 /* stands in lists of the command line */
} LuotainFieldFlags;

/** LuotainField: one field of a record type; see luotain-record-type.h for how a type lists its own. */
typedef struct
{
  const char *name; /* snake_case, as in the struct and in SQL */
  const char *label; /* in English, translatable */
  LuotainFieldKind kind;
  LuotainFieldFlags flags;
  gsize offset;
  const char *vocabulary; /* of words */
  int since; /* schema version that brought the field */
} LuotainField;

/* Not formatted, because #member is taken for a directive. */
/* clang-format off */
#define LUOTAIN_FIELD_TEXT(Struct, member, label, flags) \
  { #member, label, LUOTAIN_FIELD_KIND_TEXT, flags, G_STRUCT_OFFSET (Struct, member), NULL, 1 }
#define LUOTAIN_FIELD_TRANSLATED(Struct, member, label, flags) \
  { #member, label, LUOTAIN_FIELD_KIND_TRANSLATED, flags, G_STRUCT_OFFSET (Struct, member), NULL, 1 }
#define LUOTAIN_FIELD_WORD(Struct, member, label, vocabulary, flags) \
  { #member, label, LUOTAIN_FIELD_KIND_WORD, flags, G_STRUCT_OFFSET (Struct, member), vocabulary, 1 }
#define LUOTAIN_FIELD_WORDS(Struct, member, label, vocabulary, flags) \
  { #member, label, LUOTAIN_FIELD_KIND_WORDS, flags, G_STRUCT_OFFSET (Struct, member), vocabulary, 1 }
#define LUOTAIN_FIELD_TAGS(Struct, member, label, flags) \
  { #member, label, LUOTAIN_FIELD_KIND_TAGS, flags, G_STRUCT_OFFSET (Struct, member), NULL, 1 }
#define LUOTAIN_FIELD_DATE(Struct, member, label, flags) \
  { #member, label, LUOTAIN_FIELD_KIND_DATE, flags, G_STRUCT_OFFSET (Struct, member), NULL, 1 }
#define LUOTAIN_FIELD_NUMBER(Struct, member, label, flags) \
  { #member, label, LUOTAIN_FIELD_KIND_NUMBER, flags, G_STRUCT_OFFSET (Struct, member), NULL, 1 }
/* clang-format on */

/**
 * luotain_field_n_columns:
 * @field: a field
 *
 * Returns: how many columns it takes in SQL: one a language for a translated text, else one
 */
guint luotain_field_n_columns (const LuotainField *field);

/**
 * luotain_field_column:
 * @field: a field
 * @language: for a translated field, which
 *
 * Returns: (transfer full): the name of the column, `title_fi` or `observed_on`
 */
char *luotain_field_column (const LuotainField *field, LuotainLanguage language);

/**
 * luotain_field_peek:
 * @field: a field of any kind but number
 * @record: a record of its type
 * @language: for a translated field, which; else ignored
 *
 * Returns: (nullable): what stands there, owned by @record
 */
const char *luotain_field_peek (const LuotainField *field, gconstpointer record, LuotainLanguage language);

/**
 * luotain_field_take:
 * @field: a field of any kind but number
 * @record: a record of its type
 * @language: for a translated field, which; else ignored
 * @text: (transfer full) (nullable): a valid value; nothing is checked
 */
void luotain_field_take (const LuotainField *field, gpointer record, LuotainLanguage language, char *text);

/**
 * luotain_field_get_number:
 * @field: a number field
 * @record: a record of its type
 *
 * Returns: the number or LUOTAIN_NUMBER_UNSET
 */
gint64 luotain_field_get_number (const LuotainField *field, gconstpointer record);

/** luotain_field_set_number: as luotain_field_get_number(), the other way. */
void luotain_field_set_number (const LuotainField *field, gpointer record, gint64 number);

/**
 * luotain_field_to_string:
 * @field: a field
 * @record: a record of its type
 * @language: for a translated field, which
 *
 * Returns: (transfer full) (nullable): the value as text, %NULL where there is none
 */
char *luotain_field_to_string (const LuotainField *field, gconstpointer record, LuotainLanguage language);

/**
 * luotain_field_set_string:
 * @field: a field
 * @record: a record of its type
 * @language: for a translated field, which
 * @text: (nullable): what somebody wrote; empty or %NULL clears the field
 * @drop: leave control characters out (as the face does) instead of refusing them
 * @error: LUOTAIN_TEXT_ERROR
 *
 * The one way into a record for what comes from outside: makes the text valid and checks the form of dates, numbers
 * and words (not whether a word stands in its vocabulary: that needs the workbook).
 *
 * Returns: whether it was set
 */
gboolean luotain_field_set_string (const LuotainField *field, gpointer record, LuotainLanguage language,
                                   const char *text, gboolean drop, GError **error);

/**
 * luotain_field_is_set:
 * @field: a field
 * @record: a record of its type
 *
 * Returns: whether it holds anything, in any language
 */
gboolean luotain_field_is_set (const LuotainField *field, gconstpointer record);

/**
 * luotain_field_equal:
 * @field: a field
 * @a: a record of its type
 * @b: another
 *
 * Returns: whether both hold the same, in every language
 */
gboolean luotain_field_equal (const LuotainField *field, gconstpointer a, gconstpointer b);

G_END_DECLS
