#pragma once

#include "luotain-cli-call.h"

G_BEGIN_DECLS

/* What the commands about packages do, in the program that has libarchive: see luotain-cli-archive.c for the commands. */

gboolean luotain_cli_package_archive (LuotainCliCall *call, GError **error);
gboolean luotain_cli_package_verify (LuotainCliCall *call, GError **error);
gboolean luotain_cli_package_shelf (LuotainCliCall *call, GError **error);

G_END_DECLS
