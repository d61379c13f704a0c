#pragma once

#include "luotain-peruste.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** LuotainPerusteReader: what the parts of the reader share. */
typedef struct
{
  LuotainPeruste *peruste;
  GString *path; /* of the member that is being read: tutkinnonOsat[3].nimi */
  GHashTable *unknown; /* utf8 (member) → LuotainPerusteUnknown */
  GPtrArray *order; /* (element-type utf8): members, as they were met */
  guint n_chapters; /* texts that are no part of a curriculum */
  guint n_assessments;
} LuotainPerusteReader;

/** LuotainPerusteUnknown: a member that is left out. */
typedef struct
{
  char *place; /* of the first */
  guint count;
} LuotainPerusteUnknown;

/* Adds ".name", or "[index]" where @name is %NULL, to the path; gives what to truncate it to. */
gsize luotain_peruste_enter (LuotainPerusteReader *self, const char *name, guint index);
void luotain_peruste_leave (LuotainPerusteReader *self, gsize length);

/* Notes that a member is left out, unless it is empty. */
void luotain_peruste_pass (LuotainPerusteReader *self, const char *name, JsonNode *value);

/* Notes what else stands in an object than the members that were read, numbers of the service aside. */
void luotain_peruste_pass_others (LuotainPerusteReader *self, JsonObject *of, const char *const *read);

/* The object or array of a member; NULL, and noted, where it is something else. */
JsonObject *luotain_peruste_object (LuotainPerusteReader *self, JsonObject *of, const char *name);
JsonArray *luotain_peruste_array (LuotainPerusteReader *self, JsonObject *of, const char *name);
const char *luotain_peruste_string (JsonObject *of, const char *name);

/* Whether there is anything in a value. */
gboolean luotain_peruste_is_empty (JsonNode *value);

/* Whether it is nothing but a text in languages. */
gboolean luotain_peruste_is_text (JsonNode *value);

/* Takes a text in languages, HTML made plain; FALSE where there is none. */
gboolean luotain_peruste_text (LuotainPerusteReader *self, JsonNode *value, gboolean single_line,
                               LuotainTranslated *text);

/* Adds a paragraph, below a heading where there is one, in each language. */
void luotain_peruste_describe (LuotainPerusteUnit *unit, const char *const heading[LUOTAIN_N_LANGUAGES],
                               const LuotainTranslated *text);

/* Makes a part of @parent; it is named by @code, else by @key within its parent. NULL where there are too many. */
LuotainPerusteUnit *luotain_peruste_add (LuotainPerusteReader *self, LuotainPerusteUnit *parent,
                                         const char *code, const char *key);

/* Reads what a part of a qualification says of itself, its requirements included. */
void luotain_peruste_read_part (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *part);

/* Reads the members of a part that hold requirements; FALSE where the member is none of them. */
gboolean luotain_peruste_read_requirements (LuotainPerusteReader *self, LuotainPerusteUnit *unit,
                                            const char *name, JsonNode *value);

/* The name of a part, or of its code; and the code. */
gboolean luotain_peruste_take_name (LuotainPerusteReader *self, LuotainPerusteUnit *unit, JsonObject *part);
char *luotain_peruste_code_of (JsonObject *part);

/* Reads the qualification itself. Returns what is wrong where it is none. */
char *luotain_peruste_read_root (LuotainPerusteReader *self, JsonObject *root);

void luotain_translated_clear (LuotainTranslated *text);

G_END_DECLS
