#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * luotain_date_is_valid:
 * @text: (nullable): a date as it is known: `2026`, `2026-03` or `2026-03-12`
 *
 * Returns: whether @text is such a date and stands in the calendar
 */
gboolean luotain_date_is_valid (const char *text);

/**
 * luotain_date_today:
 *
 * Returns: (transfer full): today where the user is, as `2026-03-12`
 */
char *luotain_date_today (void);

/**
 * luotain_date_to_display:
 * @text: (nullable): a date as luotain_date_is_valid() takes it
 *
 * Returns: (transfer full): the date as people of the interface language write it, "" for none
 */
char *luotain_date_to_display (const char *text);

/**
 * luotain_time_now:
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64 luotain_time_now (void);

/** LUOTAIN_TIME_LENGTH: characters of a written time. */
#define LUOTAIN_TIME_LENGTH 24

/**
 * luotain_time_write:
 * @time_ms: milliseconds since 1970, UTC
 * @text: (out): as luotain_time_to_string() writes it; the years 1 to 9999 are the bounds
 */
void luotain_time_write (gint64 time_ms, char text[LUOTAIN_TIME_LENGTH + 1]);

/**
 * luotain_time_to_string:
 * @time_ms: milliseconds since 1970, UTC, of the years 1 to 9999
 *
 * Returns: (transfer full): `2026-03-12T09:15:00.123Z`
 */
char *luotain_time_to_string (gint64 time_ms);

/**
 * luotain_time_parse:
 * @text: (nullable): a time as luotain_time_to_string() writes it; the fraction may be shorter or missing
 * @time_ms: (out): milliseconds since 1970, UTC
 *
 * Returns: whether @text is such a time
 */
gboolean luotain_time_parse (const char *text, gint64 *time_ms);

G_END_DECLS
