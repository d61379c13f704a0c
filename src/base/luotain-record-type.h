#pragma once

#include "luotain-field.h"

G_BEGIN_DECLS

/**
 * LuotainRecord: what every record has; the first member of every record struct.
 *
 * Records are plain values: made, copied and freed through their type, safe to hand from thread to thread.
 */
typedef struct
{
  const struct _LuotainRecordType *type; /* set by luotain_record_new() */
  gint64 id; /* 0 until it is made */
  gint64 owner; /* the record this one belongs to, 0 for none */
  gint64 position; /* among its owner's records of the type, or among all of an ordered type; 0 means last */
  gint64 created; /* milliseconds since 1970, UTC */
  gint64 changed;
  gint64 revision; /* from 1; one more with each change of its fields, its chain links or of what it owns */
} LuotainRecord;

typedef enum
{
  LUOTAIN_TYPE_PLAIN = 0,
  LUOTAIN_TYPE_ORDERED = 1 << 0, /* the user puts its records in order */
  LUOTAIN_TYPE_SINGLETON = 1 << 1, /* there is exactly one */
  /* Belongs to its owner without being part of what it says: its changes leave the owner's revision alone, so that
     nothing that stands on the owner grows stale. */
  LUOTAIN_TYPE_ASIDE = 1 << 2
} LuotainTypeFlags;

/** LuotainRecordType: a kind of record, described once; everything that handles fields is driven by this. */
typedef struct _LuotainRecordType
{
  const char *name; /* kebab-case: TYPE of the command line, element of the XML, prefix of the id */
  const char *table; /* snake_case */
  const char *label; /* in English, translatable */
  const char *owner; /* name of the type it belongs to, or NULL */
  LuotainTypeFlags flags;
  gsize size; /* of the struct */
  const LuotainField *fields;
  guint n_fields;
} LuotainRecordType;

/**
 * luotain_record_new:
 * @type: a record type
 *
 * Returns: (transfer full): an empty record; free with luotain_record_free()
 */
gpointer luotain_record_new (const LuotainRecordType *type);

/**
 * luotain_record_free:
 * @type: the type of @record
 * @record: (transfer full) (nullable): a record
 */
void luotain_record_free (const LuotainRecordType *type, gpointer record);

/**
 * luotain_record_destroy:
 * @record: (transfer full) (nullable): a record of any type
 *
 * As luotain_record_free(), in the form of a GDestroyNotify.
 */
void luotain_record_destroy (gpointer record);

/**
 * luotain_record_copy:
 * @type: the type of @record
 * @record: a record
 *
 * Returns: (transfer full): a copy that shares nothing with @record
 */
gpointer luotain_record_copy (const LuotainRecordType *type, gconstpointer record);

/**
 * luotain_record_equal:
 * @type: the type of both
 * @a: a record
 * @b: another
 *
 * Returns: whether their fields hold the same; id, times and revision do not count
 */
gboolean luotain_record_equal (const LuotainRecordType *type, gconstpointer a, gconstpointer b);

/**
 * luotain_record_missing_field:
 * @type: the type of @record
 * @record: a record
 *
 * Returns: (nullable): the first required field that holds nothing
 */
const LuotainField *luotain_record_missing_field (const LuotainRecordType *type, gconstpointer record);

/**
 * luotain_record_title:
 * @type: the type of @record
 * @record: a record
 * @language: the language wanted
 *
 * Returns: (nullable): its title, or its first text where the type has none
 */
const char *luotain_record_title (const LuotainRecordType *type, gconstpointer record,
                                  LuotainLanguage language);

/**
 * luotain_record_type_field:
 * @type: a record type
 * @name: a field's name, or a column's (`title_sv`)
 * @language: (out) (optional): which language a column's name asked for; untouched otherwise
 *
 * Returns: (nullable): the field
 */
const LuotainField *luotain_record_type_field (const LuotainRecordType *type, const char *name,
                                               LuotainLanguage *language);

/**
 * luotain_record_id_string:
 * @type: the type of @record
 * @record: a record that has an id
 *
 * Returns: (transfer full): its written id
 */
char *luotain_record_id_string (const LuotainRecordType *type, gconstpointer record);

G_END_DECLS
