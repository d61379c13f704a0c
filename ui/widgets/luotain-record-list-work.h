#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** LuotainRecordListWork: what a list of ordered records reads and changes: the data of its jobs. */
typedef struct
{
  const char *type; /* interned */
  const char *vocabulary; /* interned, (nullable) */
  LuotainLanguage language;
  gint64 id; /* of the record to be moved */
  int steps; /* by how many places */
  char *title; /* of a record to be added */
} LuotainRecordListWork;

/** LuotainRecordListRow: one record. */
typedef struct
{
  gint64 id;
  char *title;
  char *key; /* (nullable) */
} LuotainRecordListRow;

void luotain_record_list_work_free (LuotainRecordListWork *self);

/** luotain_record_list_load: a #LuotainJob: the result is a GPtrArray of LuotainRecordListRow. */
gboolean luotain_record_list_load (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** luotain_record_list_add: a #LuotainJob: adds a record of the title, with a key of its own where its type has one. */
gboolean luotain_record_list_add (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** luotain_record_list_move: a #LuotainJob: moves a record by some places among those listed. */
gboolean luotain_record_list_move (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
