#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LUOTAIN_ID_DIGITS: digits of Crockford base 32 in the written form of an id. */
#define LUOTAIN_ID_DIGITS 13

/** LUOTAIN_ID_FIRST_MADE: ids below are fixed, those of what every workbook has by default. */
#define LUOTAIN_ID_FIRST_MADE (G_GINT64_CONSTANT (1) << 22)

/**
 * luotain_id_new:
 *
 * Makes the identity of a record: 41 bits of milliseconds since 2020 and 22 random bits, rising within a process and
 * unique between machines without a server. Safe from any thread.
 *
 * Returns: a positive 63-bit number
 */
gint64 luotain_id_new (void);

/**
 * luotain_id_to_string:
 * @type: name of the record type, in kebab-case
 * @id: a positive id
 *
 * Returns: (transfer full): the written form, `finding-0A1B2C3D4E5F6`
 */
char *luotain_id_to_string (const char *type, gint64 id);

/**
 * luotain_id_write:
 * @id: a positive id
 * @digits: (out): LUOTAIN_ID_DIGITS digits and a NUL
 */
void luotain_id_write (gint64 id, char digits[LUOTAIN_ID_DIGITS + 1]);

/**
 * luotain_id_parse:
 * @text: a written id; letters may be small
 * @type: (out) (optional) (transfer full): the type it names
 *
 * Returns: the id, or 0 where @text is none
 */
gint64 luotain_id_parse (const char *text, char **type);

G_END_DECLS
