#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainChainNode: one record of a chain, with what it stands on (or what stands on it). */
typedef struct _LuotainChainNode LuotainChainNode;

struct _LuotainChainNode
{
  gint64 id;
  const LuotainRecordType *type;
  char *title; /* in the language asked for; (nullable) where the record has none */
  const char *role; /* of the link that leads here, "owner" for what it belongs to; NULL at the root */
  gint64 link_source; /* the link's own ends, for confirming; 0 where an owner leads here */
  gint64 link_target;
  gboolean stale; /* what is upstream of this link changed after it was confirmed */
  gint64 confirmed_revision; /* of the link */
  gboolean repeated; /* stands elsewhere in the tree with all that follows */
  GPtrArray *because; /* (element-type LuotainChainNode): the next steps */
};

typedef enum
{
  LUOTAIN_CHAIN_UPSTREAM, /* why is this here */
  LUOTAIN_CHAIN_DOWNSTREAM /* what stands on this */
} LuotainChainDirection;

/**
 * luotain_chain_load:
 * @db: a database
 * @id: any record
 * @direction: which way
 * @language: which language to take titles in
 * @error: LUOTAIN_STORE_ERROR_NOT_FOUND
 *
 * The chain from source to curriculum unit, as a tree of the record. A record that is reached on several ways stands
 * with all that follows at the first, and as repeated at the others.
 *
 * Returns: (transfer full) (nullable): the tree; free with luotain_chain_node_free()
 */
LuotainChainNode *luotain_chain_load (LuotainDb *db, gint64 id, LuotainChainDirection direction,
                                      LuotainLanguage language, GError **error);

void luotain_chain_node_free (LuotainChainNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainChainNode, luotain_chain_node_free)

/** LuotainStale: a link whose upstream end changed after it was confirmed. */
typedef struct
{
  gint64 source; /* stands on target */
  gint64 target;
  const char *role;
  const LuotainRecordType *source_type;
  const LuotainRecordType *target_type;
  char *source_title;
  char *target_title;
  gint64 confirmed_revision;
  gint64 changed; /* when the target changed last, milliseconds since 1970, UTC */
} LuotainStale;

/**
 * luotain_chain_stale:
 * @db: a database
 * @language: which language to take titles in
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainStale): what is to be looked at again, newest first
 */
GPtrArray *luotain_chain_stale (LuotainDb *db, LuotainLanguage language, GError **error);

/** LuotainUnfinished: a record that lacks something it needs, mostly because what it referred to was deleted. */
typedef struct
{
  gint64 id;
  const LuotainRecordType *type;
  const char *missing; /* name of the role or field */
} LuotainUnfinished;

/**
 * luotain_chain_unfinished:
 * @db: a database
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainUnfinished): profile entries without competence or without
 *   role level and job title, profiles without scenario
 */
GPtrArray *luotain_chain_unfinished (LuotainDb *db, GError **error);

/**
 * luotain_chain_title:
 * @db: a database
 * @id: any record
 * @language: which language
 * @error: LUOTAIN_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): how to name the record: its title; for an entry its competence and role level,
 *   for a profile without title its scenario and year, for a passage its beginning
 */
char *luotain_chain_title (LuotainDb *db, gint64 id, LuotainLanguage language, GError **error);

G_END_DECLS
