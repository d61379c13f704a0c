#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * luotain_pdf_add_language:
 * @pdf: a file as cairo writes it
 * @language: its language: `fi`
 *
 * Says in a PDF which language it is in, so that screen readers pronounce it right: cairo cannot. The catalogue is
 * written anew behind the end of the file, as the format provides for changes.
 *
 * Returns: whether it was done; a file of another build is left as it is
 */
gboolean luotain_pdf_add_language (GByteArray *pdf, const char *language);

G_END_DECLS
