#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** luotain_report_picture_rules: (transfer full): the rules for pictures in the style of a page, in colours for print. */
char *luotain_report_picture_rules (const xmlDoc *page);

/**
 * luotain_report_picture_text:
 * @svg: a picture in a page
 * @rules: what the style of the page says of it
 *
 * Returns: (transfer full): the picture as a file of its own, with these rules in it, without links
 */
GBytes *luotain_report_picture_text (const xmlNode *svg, const char *rules);

G_END_DECLS
