#pragma once

#include "luotain-text-entry.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_DATE_ENTRY (luotain_date_entry_get_type ())

/**
 * LuotainDateEntry: a text entry for a date as it is known: a year, a month of a year, a day.
 *
 * Shows it as the language of the interface writes it and takes it in that form, as `12.3.2026`, `3/2026` or as
 * `2026-03-12`.
 */
G_DECLARE_FINAL_TYPE (LuotainDateEntry, luotain_date_entry, LUOTAIN, DATE_ENTRY, LuotainTextEntry)

GtkWidget *luotain_date_entry_new (void);

/**
 * luotain_date_entry_parse:
 * @shown: what somebody wrote
 *
 * Returns: (transfer full): the date in the form in which it is stored, or @shown where it is none
 */
char *luotain_date_entry_parse (const char *shown);

G_END_DECLS
