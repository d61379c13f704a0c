#include "config.h"

#include "luotain-cli-inputs.h"

#include "luotain-cli-error.h"
#include "luotain-cli-input.h"
#include "luotain-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static LuotainInput *
keep_standard_input (LuotainCliScratch **scratch, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (*scratch != NULL)
    {
      g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
                   _ ("Standard input (-) can only be read once."));
      return NULL;
    }

  *scratch = luotain_cli_scratch_new (error);

  if (*scratch == NULL)
    return NULL;

  file = luotain_cli_scratch_get_file (*scratch, "input");
  return luotain_cli_input_save (file, error) ? luotain_input_new (file) : NULL;
}

static LuotainInput *
make_input (const char *word, LuotainCliScratch **scratch, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (word, "-") == 0)
    return keep_standard_input (scratch, error);

  file = g_file_new_for_commandline_arg (word);
  return luotain_input_new (file);
}

GPtrArray *
luotain_cli_inputs_new (char **words, LuotainCliScratch **scratch, GError **error)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_input_free);

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      LuotainInput *input = make_input (*word, scratch, error);

      if (input == NULL)
        return NULL;

      luotain_input_set_name (input, *word);
      g_ptr_array_add (inputs, input);
    }

  return g_steal_pointer (&inputs);
}
