#include "luotain-cli-error.h"

#include "luotain-exchange-error.h"
#include "luotain-store-error.h"
#include "luotain-text.h"

#include <gio/gio.h>

G_DEFINE_QUARK (luotain - cli - error - quark, luotain_cli_error)

static LuotainCliStatus
status_of_store (LuotainStoreError code)
{
  switch (code)
    {
    case LUOTAIN_STORE_ERROR_NOT_WORKBOOK:
    case LUOTAIN_STORE_ERROR_NEWER:
    case LUOTAIN_STORE_ERROR_INVALID:
      return LUOTAIN_CLI_BAD_INPUT;

    case LUOTAIN_STORE_ERROR_READ_ONLY:
    case LUOTAIN_STORE_ERROR_HELD:
      return LUOTAIN_CLI_NO_WRITING;

    case LUOTAIN_STORE_ERROR_DAMAGED:
      return LUOTAIN_CLI_DAMAGED;

    case LUOTAIN_STORE_ERROR_FAILED:
    case LUOTAIN_STORE_ERROR_NOT_FOUND:
    default:
      return LUOTAIN_CLI_FAILED;
    }
}

static LuotainCliStatus
status_of_exchange (LuotainExchangeError code)
{
  switch (code)
    {
    case LUOTAIN_EXCHANGE_ERROR_INPUT:
      return LUOTAIN_CLI_BAD_INPUT;

    case LUOTAIN_EXCHANGE_ERROR_DAMAGED:
      return LUOTAIN_CLI_DAMAGED;

    case LUOTAIN_EXCHANGE_ERROR_FAILED:
    default:
      return LUOTAIN_CLI_FAILED;
    }
}

static LuotainCliStatus
status_of_cli (LuotainCliError code)
{
  switch (code)
    {
    case LUOTAIN_CLI_ERROR_USAGE:
      return LUOTAIN_CLI_USAGE;

    case LUOTAIN_CLI_ERROR_INPUT:
      return LUOTAIN_CLI_BAD_INPUT;

    case LUOTAIN_CLI_ERROR_FAILED:
    default:
      return LUOTAIN_CLI_FAILED;
    }
}

LuotainCliStatus
luotain_cli_status_of (const GError *error)
{
  if (error->domain == LUOTAIN_STORE_ERROR)
    return status_of_store (error->code);

  if (error->domain == LUOTAIN_CLI_ERROR)
    return status_of_cli (error->code);

  if (error->domain == LUOTAIN_TEXT_ERROR)
    return LUOTAIN_CLI_BAD_INPUT;

  if (error->domain == LUOTAIN_EXCHANGE_ERROR)
    return status_of_exchange (error->code);

  if (error->domain == G_OPTION_ERROR)
    return LUOTAIN_CLI_USAGE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return LUOTAIN_CLI_NO_WRITING;

  return LUOTAIN_CLI_FAILED;
}
