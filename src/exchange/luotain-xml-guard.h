#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LUOTAIN_XML_TAG_MOST: bytes a tag may have; ours have less than a thousand. */
#define LUOTAIN_XML_TAG_MOST (64 * 1024)

/**
 * LuotainXmlGuard: looks at the bytes of an XML file before its parser does.
 *
 * libxml2 compares each attribute of an element with every other: 200,000 of them in a file of 2 MB take minutes and
 * no option limits that. So a tag (or comment, or instruction) of unreasonable length never gets to the parser.
 * Zeroed, it is ready for the beginning of a file in UTF-8.
 */
typedef struct
{
  int state;
  char quote;
  char last[2];
  gsize length;
} LuotainXmlGuard;

/**
 * luotain_xml_guard_pass:
 * @self: a guard
 * @data: (array length=length): the next bytes of the file
 * @length: how many
 *
 * Returns: whether the parser may have them
 */
gboolean luotain_xml_guard_pass (LuotainXmlGuard *self, const char *data, gsize length);

G_END_DECLS
