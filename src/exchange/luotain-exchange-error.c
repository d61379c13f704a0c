#include "luotain-exchange-error.h"

G_DEFINE_QUARK (luotain - exchange - error - quark, luotain_exchange_error)
