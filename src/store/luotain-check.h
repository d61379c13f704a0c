#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

typedef enum
{
  LUOTAIN_CHECK_QUICK, /* the structure of the file */
  LUOTAIN_CHECK_FULL /* every index, reference and record too */
} LuotainCheckDepth;

/* Returns: (transfer full) (element-type utf8): sentences on what is wrong, empty where all is well. */
GPtrArray *luotain_check_run (LuotainDb *db, LuotainCheckDepth depth, GError **error);

G_END_DECLS
