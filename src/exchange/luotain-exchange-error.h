#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LUOTAIN_EXCHANGE_ERROR (luotain_exchange_error_quark ())

typedef enum
{
  LUOTAIN_EXCHANGE_ERROR_INPUT, /* the input has faults, one a line in the message, or is of a newer version */
  LUOTAIN_EXCHANGE_ERROR_DAMAGED, /* the input is a workbook that is damaged; the message names it */
  LUOTAIN_EXCHANGE_ERROR_FAILED /* it could not be made */
} LuotainExchangeError;

GQuark luotain_exchange_error_quark (void);

G_END_DECLS
