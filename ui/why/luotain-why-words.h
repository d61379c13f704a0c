#pragma once

#include "luotain-chain.h"

G_BEGIN_DECLS

/**
 * luotain_why_icon_name:
 * @type: (nullable): a record type
 *
 * Returns: the icon that stands for its records
 */
const char *luotain_why_icon_name (const LuotainRecordType *type);

/**
 * luotain_why_role_words:
 * @role: name of a link's role, or "owner"
 * @direction: which way one came
 *
 * Returns: (nullable): how a step stands to the one before it, translated
 */
const char *luotain_why_role_words (const char *role, LuotainChainDirection direction);

/**
 * luotain_why_missing_words:
 * @missing: name of a role or field that a record lacks
 *
 * Returns: one translated sentence
 */
const char *luotain_why_missing_words (const char *missing);

G_END_DECLS
