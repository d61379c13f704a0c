#pragma once

#include "luotain-esco.h"

G_BEGIN_DECLS

/** LuotainEscoFacts: what is said of a concept whatever the language; %NULL leaves what is known. */
typedef struct
{
  const char *kind;
  const char *skill_type;
  const char *reuse_level;
  const char *status;
  const char *modified;
  const char *code;
} LuotainEscoFacts;

/** LuotainEscoNames: what a concept is called in one language. */
typedef struct
{
  const char *preferred;
  const char *alternatives; /* (nullable): a line each */
  const char *hidden; /* (nullable): a line each: found but never shown */
  const char *description; /* (nullable) */
} LuotainEscoNames;

/** LuotainEscoWriter: makes a catalogue, or adds to a copy of one. */
typedef struct _LuotainEscoWriter LuotainEscoWriter;

/**
 * luotain_esco_writer_new:
 * @path: an empty file, or a copy of a catalogue
 * @is_copy: which of them
 * @version: (nullable): of ESCO
 * @cancellable: (nullable)
 * @error: LUOTAIN_STORE_ERROR
 */
LuotainEscoWriter *luotain_esco_writer_new (const char *path, gboolean is_copy, const char *version,
                                            GCancellable *cancellable, GError **error);
void luotain_esco_writer_free (LuotainEscoWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainEscoWriter, luotain_esco_writer_free)

/**
 * luotain_esco_writer_concept:
 * @self: a writer
 * @uri: an address
 * @facts: what is said of it
 *
 * Returns: number of the concept; one that was named before gets the same again
 */
guint luotain_esco_writer_concept (LuotainEscoWriter *self, const char *uri, const LuotainEscoFacts *facts);

/** luotain_esco_writer_begin_language: the names that follow are in this language; older names in it go. */
gboolean luotain_esco_writer_begin_language (LuotainEscoWriter *self, const char *code, GError **error);

/**
 * luotain_esco_writer_name:
 * @self: a writer within a language
 * @concept: a concept
 * @names: what it is called; a concept that has names in this language already keeps them
 * @error: LUOTAIN_STORE_ERROR
 */
gboolean luotain_esco_writer_name (LuotainEscoWriter *self, guint concept, const LuotainEscoNames *names,
                                   GError **error);

/** luotain_esco_writer_end_language: makes its names ready to be looked up. */
gboolean luotain_esco_writer_end_language (LuotainEscoWriter *self, GError **error);

/**
 * luotain_esco_writer_relate:
 * @self: a writer
 * @source: a concept
 * @role: `broader`, `essential`, `optional`
 * @target: the concept that @source belongs to or is needed for
 */
void luotain_esco_writer_relate (LuotainEscoWriter *self, guint source, const char *role, guint target);

/** luotain_esco_writer_count: Returns: how many concepts of a kind there are. */
guint luotain_esco_writer_count (LuotainEscoWriter *self, const char *kind);

/** luotain_esco_writer_finish: writes what was gathered. */
gboolean luotain_esco_writer_finish (LuotainEscoWriter *self, GError **error);

G_END_DECLS
