#pragma once

#include "luotain-faults.h"

G_BEGIN_DECLS

/** LUOTAIN_TEXT_LINES_MAX_BYTES: a text file may be so long: 64 MiB. */
#define LUOTAIN_TEXT_LINES_MAX_BYTES (64 * 1024 * 1024)

/** LuotainTextLines: the lines of a text file of another program, in UTF-8 whatever it was written in. */
typedef struct
{
  char *text; /* what @lines point into */
  GPtrArray *lines; /* (element-type utf8): without line ends; blank ones at the end left out */
  gboolean crlf; /* the first line ended so */
  gboolean latin; /* not UTF-8 but Windows-1252, of which Latin-1 is part */
} LuotainTextLines;

/**
 * luotain_text_lines_new:
 * @data: the bytes of a file
 * @length: how many
 * @file: what to call it in messages
 * @faults: where to add what is wrong
 *
 * Takes a file apart into lines. Refused are files that are too long, UTF-16 and control characters.
 *
 * Returns: (transfer full) (nullable): the lines, %NULL where a fault was added
 */
LuotainTextLines *luotain_text_lines_new (const char *data, gsize length, const char *file,
                                          LuotainFaults *faults);

/** luotain_text_lines_get: Returns: (transfer none) (nullable): a line by its number, from 1; %NULL beyond the last. */
const char *luotain_text_lines_get (const LuotainTextLines *self, guint line);

/**
 * luotain_text_to_windows:
 * @text: valid UTF-8
 * @length: (out): bytes of what is returned
 *
 * Returns: (transfer full) (nullable): the text in Windows-1252; %NULL where it has characters that are not there
 */
char *luotain_text_to_windows (const char *text, gsize *length);

/**
 * luotain_text_parse_whole:
 * @text: digits, with a sign and blanks around where there are any
 * @number: (out): the number; what has too many digits comes as the greatest there is
 *
 * Returns: whether it is a whole number
 */
gboolean luotain_text_parse_whole (const char *text, gint64 *number);

void luotain_text_lines_free (LuotainTextLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainTextLines, luotain_text_lines_free)

G_END_DECLS
