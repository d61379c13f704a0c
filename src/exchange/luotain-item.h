#pragma once

#include "luotain-model.h"

G_BEGIN_DECLS

/** LUOTAIN_CONFIRMED_NOW: the input does not say when the link was confirmed; it counts as confirmed. */
#define LUOTAIN_CONFIRMED_NOW G_MININT64

/** LuotainItemLink: a link as an input has it; whether its target exists is not known yet. */
typedef struct
{
  const LuotainRole *role;
  gint64 target;
  const LuotainRecordType *target_type; /* what its written id says it is */
  char *note; /* (nullable) */
  gint64 confirmed; /* a revision of the target, or LUOTAIN_CONFIRMED_NOW */
  int line;
} LuotainItemLink;

/** LuotainItem: a record as an input has it, XML or another workbook, with the links that lead from it. */
typedef struct
{
  const LuotainRecordType *type;
  gpointer record; /* complete but for its position, which is 0 */
  GArray *links; /* (nullable) (element-type LuotainItemLink) */
  int line; /* where it begins; 0 where there are no lines */
} LuotainItem;

/**
 * luotain_item_new:
 * @type: a record type
 * @line: where it begins, 0 where there are no lines
 *
 * Returns: (transfer full): an item with an empty record
 */
LuotainItem *luotain_item_new (const LuotainRecordType *type, int line);

/**
 * luotain_item_new_for_record:
 * @type: the type of @record
 * @record: (transfer full): a record
 *
 * Returns: (transfer full): an item that holds it, without links
 */
LuotainItem *luotain_item_new_for_record (const LuotainRecordType *type, gpointer record);

/**
 * luotain_item_add_link:
 * @self: an item
 *
 * Returns: (transfer none): a new, empty link at the end, valid until the next is added
 */
LuotainItemLink *luotain_item_add_link (LuotainItem *self);

void luotain_item_free (LuotainItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainItem, luotain_item_free)

G_END_DECLS
