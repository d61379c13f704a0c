#pragma once

#include "luotain-record-type.h"

G_BEGIN_DECLS

/** LuotainChainFlow: how a link's role takes part in the chain from source to curriculum unit. */
typedef enum
{
  LUOTAIN_CHAIN_NONE, /* says where something belongs, not why it is there */
  LUOTAIN_CHAIN_TARGET_UPSTREAM, /* the source stands on the target */
  LUOTAIN_CHAIN_SOURCE_UPSTREAM /* the target is there because of the source */
} LuotainChainFlow;

/** LuotainRole: a kind of link: `source ROLE target`. */
typedef struct
{
  const char *name; /* kebab-case */
  const char *label; /* in English, translatable: how the target stands to the source */
  const char *const *sources; /* names of the types it may lead from, NULL-terminated */
  const char *const *targets;
  gboolean only_one; /* a source has at most one */
  LuotainChainFlow flow;
  gboolean essential; /* the source means nothing without its target and is deleted with it */
} LuotainRole;

/** LuotainModel: all that a workbook may hold. The store is handed one; it knows no type by name. */
typedef struct
{
  const LuotainRecordType *const *types; /* NULL-terminated, an owner before what it owns */
  const LuotainRole *roles; /* ended by one without a name */
  const char *const *chain_owners; /* types whose owner is upstream of them, NULL-terminated */
  const char *const *chain_parts; /* types whose links count as their owner's, NULL-terminated */
} LuotainModel;

/**
 * luotain_model_type:
 * @model: a model
 * @name: (nullable): name of a record type
 *
 * Returns: (nullable): the type
 */
const LuotainRecordType *luotain_model_type (const LuotainModel *model, const char *name);

/**
 * luotain_model_type_of_table:
 * @model: a model
 * @table: name of an SQL table
 *
 * Returns: (nullable): the type whose records it holds
 */
const LuotainRecordType *luotain_model_type_of_table (const LuotainModel *model, const char *table);

/**
 * luotain_model_role:
 * @model: a model
 * @name: (nullable): name of a role
 *
 * Returns: (nullable): the role
 */
const LuotainRole *luotain_model_role (const LuotainModel *model, const char *name);

/**
 * luotain_role_allows:
 * @role: a role
 * @source_type: name of a record type
 * @target_type: name of a record type
 *
 * Returns: whether such a link makes sense
 */
gboolean luotain_role_allows (const LuotainRole *role, const char *source_type, const char *target_type);

G_END_DECLS
