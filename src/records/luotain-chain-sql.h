#pragma once

#include "luotain-chain.h"

G_BEGIN_DECLS

/* The queries over the chain, made from what the model says of roles and owners. */

/**
 * luotain_chain_sql_roles:
 * @model: a model
 * @flow: which way
 *
 * Returns: (transfer full): the roles that take part in the chain so, as `('driver', 'path')`
 */
char *luotain_chain_sql_roles (const LuotainModel *model, LuotainChainFlow flow);

/**
 * luotain_chain_sql_reached:
 * @model: a model
 * @direction: which way
 *
 * Returns: (transfer full): `WITH RECURSIVE reached (id) AS (…)`: ?1 and all records of its chain
 */
char *luotain_chain_sql_reached (const LuotainModel *model, LuotainChainDirection direction);

/**
 * luotain_chain_sql_edges:
 * @model: a model
 * @direction: which way
 *
 * Returns: (transfer full): a query for the edges of the chain of ?1: near end, far end, role, source and target of the link,
 *   confirmed revision, type of the far end, whether it is stale; the reasons of a record's own before its owner
 */
char *luotain_chain_sql_edges (const LuotainModel *model, LuotainChainDirection direction);

G_END_DECLS
