#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LuotainReportData: what a report says that the XML of its records does not hold. */
typedef struct _LuotainReportData LuotainReportData;

G_END_DECLS
