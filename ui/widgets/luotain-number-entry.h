#pragma once

#include "luotain-text-entry.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_NUMBER_ENTRY (luotain_number_entry_get_type ())

/** LuotainNumberEntry: a text entry for a whole number: a year, how many people. */
G_DECLARE_FINAL_TYPE (LuotainNumberEntry, luotain_number_entry, LUOTAIN, NUMBER_ENTRY, LuotainTextEntry)

G_END_DECLS
