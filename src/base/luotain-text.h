#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LUOTAIN_TEXT_MAX_BYTES: the most a field may hold, in bytes of UTF-8. */
#define LUOTAIN_TEXT_MAX_BYTES (1024 * 1024)

#define LUOTAIN_TEXT_ERROR (luotain_text_error_quark ())

typedef enum
{
  LUOTAIN_TEXT_ERROR_ENCODING, /* not UTF-8 */
  LUOTAIN_TEXT_ERROR_CHARACTER, /* a character that XML 1.0 cannot hold */
  LUOTAIN_TEXT_ERROR_TOO_LONG,
  LUOTAIN_TEXT_ERROR_FORMAT /* not a date, number, word … of the form asked for */
} LuotainTextError;

GQuark luotain_text_error_quark (void);

typedef enum
{
  LUOTAIN_TEXT_REFUSE = 0, /* a control character is an error: import, command line */
  LUOTAIN_TEXT_DROP = 1 << 0, /* control characters are left out and counted: typing, pasting */
  LUOTAIN_TEXT_SINGLE_LINE = 1 << 1 /* line feeds and tabs become blanks, ends are trimmed */
} LuotainTextFlags;

/**
 * luotain_text_normalize:
 * @text: what somebody typed, pasted or sent; need not be valid
 * @length: in bytes, or -1 for a NUL-terminated string
 * @flags: how strict to be
 * @dropped: (out) (optional): how many characters were left out (only with LUOTAIN_TEXT_DROP)
 *
 * Makes text fit for the workbook, once, on its way in: UTF-8 in normal form C; CR, CRLF, vertical tab and form
 * feed become LF; control characters that XML 1.0 cannot hold are refused (with code and position) or dropped.
 *
 * Returns: (transfer full) (nullable): the text; %NULL without @error set means that nothing was left (empty)
 */
char *luotain_text_normalize (const char *text, gssize length, LuotainTextFlags flags, guint *dropped,
                              GError **error);

/**
 * luotain_text_make_valid:
 * @text: what stands in a file that somebody sent, with a NUL behind it
 * @length: in bytes
 * @mended: (out) (transfer full) (nullable): the text that was made of one that is not valid
 *
 * A workbook holds valid texts only, but not every file is as we wrote it: what goes through such a text character by
 * character runs past its end.
 *
 * Returns: (transfer none): @text if it is valid UTF-8, else @mended
 */
const char *luotain_text_make_valid (const char *text, gsize length, char **mended);

/**
 * luotain_text_contains:
 * @haystack: (nullable): valid UTF-8
 * @needle: valid UTF-8 as luotain_text_fold() made it
 *
 * Returns: whether @haystack holds @needle, letter case aside
 */
gboolean luotain_text_contains (const char *haystack, const char *needle);

/**
 * luotain_text_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text in lower case, character by character, for luotain_text_contains()
 */
char *luotain_text_fold (const char *text);

/** luotain_text_add_part: adds @part to a line, behind @separator where something stands there; not %NULL or "". */
void luotain_text_add_part (GString *line, const char *separator, const char *part);

/**
 * luotain_text_excerpt:
 * @text: (nullable): valid UTF-8
 * @max_characters: at least 2
 *
 * Returns: (transfer full): one line of at most @max_characters characters, with an ellipsis where it was cut
 */
char *luotain_text_excerpt (const char *text, guint max_characters);

G_END_DECLS
