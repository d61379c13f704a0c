#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Paths in a bag (RFC 8493): relative, with slashes, and never out of the folder. What a manifest or a zip names is
 * checked here before anything is done with it.
 */

/**
 * luotain_bag_path_is_safe:
 * @path: a decoded path, in whatever bytes
 *
 * Refuses what is not UTF-8, absolute paths, `.`, `..`, empty parts, backslashes, drive letters, `~` at the beginning,
 * control characters but line ends and tabs, and what is too long for a file system.
 *
 * Returns: whether the path names something inside the folder it is relative to
 */
gboolean luotain_bag_path_is_safe (const char *path);

/**
 * luotain_bag_path_encode:
 * @path: a safe path
 *
 * Returns: (transfer full): how a manifest writes it: CR, LF and `%` percent-encoded, and nothing else
 */
char *luotain_bag_path_encode (const char *path);

/**
 * luotain_bag_path_decode:
 * @text: a path as a manifest writes it
 * @version: of the bag, in hundredths: 97 for 0.97, 100 for 1.0. Before 0.97 nothing is encoded, before 1.0 not `%`.
 *
 * Returns: (transfer full): the path
 */
char *luotain_bag_path_decode (const char *text, int version);

/**
 * luotain_bag_path_fold:
 * @path: a safe path
 *
 * Returns: (transfer full): the same for paths that some file systems hold for one: by case and by normalisation
 */
char *luotain_bag_path_fold (const char *path);

/**
 * luotain_bag_path_show:
 * @path: whatever bytes
 *
 * Returns: (transfer full): the same to be read by people, on one line and in UTF-8
 */
char *luotain_bag_path_show (const char *path);

G_END_DECLS
