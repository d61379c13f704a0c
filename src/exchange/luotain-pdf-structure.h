#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * luotain_pdf_add_structure:
 * @pdf: a tagged file as cairo writes it
 * @extras: (element-type utf8): entries of the dictionaries of its tags, in the order in which these began; some %NULL
 *
 * Says of tags what cairo cannot: alternative text, language, which headers a cell has. What is changed is written anew
 * behind the end of the file, as the format provides.
 *
 * Returns: whether it was done; a file of another build is left as it is
 */
gboolean luotain_pdf_add_structure (GByteArray *pdf, const GPtrArray *extras);

G_END_DECLS
