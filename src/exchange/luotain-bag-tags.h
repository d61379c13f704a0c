#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The tag files of a bag (RFC 8493, and its drafts back to 0.93) as text in UTF-8: bagit.txt, bag-info.txt, manifests,
 * fetch.txt. They come from outside: whatever stands in them is read or named as a fault, in time and memory of their size.
 */

/** LuotainBagLabel: a line of bag-info.txt. */
typedef struct
{
  char *label;
  char *value; /* continued lines are put together with a blank between */
} LuotainBagLabel;

/**
 * luotain_bag_declaration_parse:
 * @bytes: bagit.txt
 * @version: (out): in hundredths: 97 for 0.97, 100 for 1.0
 * @charset: (out) (transfer full): of the other tag files
 * @error: LUOTAIN_EXCHANGE_ERROR_INPUT
 *
 * Returns: whether it declares a bag of a version from 0.93 to 1.0
 */
gboolean luotain_bag_declaration_parse (GBytes *bytes, int *version, char **charset, GError **error);

/**
 * luotain_bag_text:
 * @bytes: a tag file
 * @charset: what the declaration says
 * @error: LUOTAIN_EXCHANGE_ERROR_INPUT
 *
 * Returns: (transfer full) (nullable): its text in UTF-8
 */
char *luotain_bag_text (GBytes *bytes, const char *charset, GError **error);

/**
 * luotain_bag_info_parse:
 * @text: of bag-info.txt
 *
 * Returns: (transfer full) (element-type LuotainBagLabel): its labels in their order; what is none is left out
 */
GPtrArray *luotain_bag_info_parse (const char *text);

/**
 * luotain_bag_info_get:
 * @info: (element-type LuotainBagLabel): labels
 * @label: in any case
 *
 * Returns: (nullable) (transfer none): the value of the first of that name
 */
const char *luotain_bag_info_get (GPtrArray *info, const char *label);

/**
 * luotain_bag_manifest_name:
 * @name: a file at the top of a bag
 * @tags: (out): whether it lists tag files and not the payload
 *
 * Returns: (nullable) (transfer none): the name of its algorithm with `.txt` behind it, within @name; %NULL where it is
 *   no manifest
 */
const char *luotain_bag_manifest_name (const char *name, gboolean *tags);

typedef void (*LuotainBagLineFunc) (const char *path, const char *digest, gpointer data);

/**
 * luotain_bag_manifest_parse:
 * @text: (inout): of a manifest; altered
 * @version: of the bag, in hundredths
 * @n_digits: of a checksum
 * @func: called for each line with the decoded path and the checksum in small letters
 * @data: for @func
 *
 * Returns: the first line that is none of a manifest, from 1; 0 where all are
 */
guint luotain_bag_manifest_parse (char *text, int version, gsize n_digits, LuotainBagLineFunc func,
                                  gpointer data);

/** luotain_bag_count_lines: how many lines that are not blank a text has: the files a fetch.txt names. */
guint luotain_bag_count_lines (const char *text);

G_END_DECLS
