#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * luotain_pdf_describe:
 * @pdf: a file as cairo writes it
 * @language: its language: `fi`
 * @figures: (nullable) (array zero-terminated=1): what each of its pictures shows, those tagged `Figure`, in their order
 *
 * Says in a PDF which language it is in, so that screen readers pronounce it right, and what its pictures show: cairo cannot. The
 * catalogue and the tags are written anew behind the end of the file, as the format provides for changes (ISO 32000-1, 7.5.6).
 *
 * Returns: whether it was done; a file of another build is left as it is
 */
gboolean luotain_pdf_describe (GByteArray *pdf, const char *language, const char *const *figures);

/** luotain_pdf_add_language: the same for a file without pictures. */
gboolean luotain_pdf_add_language (GByteArray *pdf, const char *language);

G_END_DECLS
