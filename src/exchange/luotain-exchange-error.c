#include "luotain-exchange-error.h"

G_DEFINE_QUARK (luotain_exchange_error_quark, luotain_exchange_error)
