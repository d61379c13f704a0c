#pragma once

#include "luotain-cli-scratch.h"

G_BEGIN_DECLS

/**
 * luotain_cli_inputs_new:
 * @words: (nullable): names of files, `-` for standard input; NULL-terminated
 * @scratch: (out) (transfer full) (nullable): where what stood on standard input is kept as long as the inputs live
 * @error: LUOTAIN_CLI_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type LuotainInput): the inputs, called as their user called them
 */
GPtrArray *luotain_cli_inputs_new (char **words, LuotainCliScratch **scratch, GError **error);

G_END_DECLS
