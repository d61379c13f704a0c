#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * luotain_html_to_text:
 * @html: text with or without tags; valid UTF-8
 *
 * Makes plain text of a piece of HTML: paragraphs and items become lines, items begin with a dash, the address of a link stands
 * behind its text, entities become characters; scripts and styles are left out.
 *
 * Returns: (transfer full): the text, "" where nothing is left
 */
char *luotain_html_to_text (const char *html);

G_END_DECLS
