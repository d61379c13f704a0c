#include "luotain-pdf-language.h"

#include <string.h>

/* The trailer and the offset of the table stand at the end. */
#define TAIL 2048

static gboolean
read_number (const char *text, const char *key, guint64 *number)
{
  const char *found = text != NULL ? g_strrstr (text, key) : NULL;

  if (found == NULL)
    return FALSE;
  *number = g_ascii_strtoull (found + strlen (key), NULL, 10);
  return *number > 0;
}

/* What stands between << and >> of an object. */
static char *
read_catalogue (const GByteArray *pdf, guint64 root)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", root);
  const gsize length = strlen (head);

  for (gsize i = 0; i + length < pdf->len; i++)
    if (pdf->data[i] == '\n' && memcmp (pdf->data + i, head, length) == 0)
      {
        g_autofree char *text = g_strndup ((const char *) pdf->data + i + length,
                                           MIN (pdf->len - i - length, TAIL));
        char *end = strstr (text, "endobj");

        if (end == NULL)
          return NULL;
        *end = '\0';
        end = g_strrstr (text, ">>");
        if (end == NULL || strstr (text, "/Catalog") == NULL)
          return NULL;
        *end = '\0';
        return g_steal_pointer (&text);
      }
  return NULL;
}

gboolean
luotain_pdf_add_language (GByteArray *pdf, const char *language)
{
  const gsize tail = MIN (pdf->len, TAIL);
  g_autofree char *end = g_strndup ((const char *) pdf->data + pdf->len - tail, tail);
  const char *trailer = g_strrstr (end, "trailer");
  g_autofree char *catalogue = NULL;
  g_autofree char *info = NULL;
  g_autoptr (GString) added = g_string_new (NULL);
  guint64 root, size, table, information;
  gsize object;

  if (!read_number (trailer, "/Root ", &root) || !read_number (trailer, "/Size ", &size)
      || !read_number (trailer, "startxref\n", &table))
    return FALSE;

  catalogue = read_catalogue (pdf, root);
  if (catalogue == NULL)
    return FALSE;
  if (read_number (trailer, "/Info ", &information))
    info = g_strdup_printf ("   /Info %" G_GUINT64_FORMAT " 0 R\n", information);

  g_string_append_printf (added,
                          "%" G_GUINT64_FORMAT " 0 obj\n<<%s   /Lang (%s)\n"
                          "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          root, catalogue, language);
  object = pdf->len;
  g_byte_array_append (pdf, (const guint8 *) added->str, (guint) added->len);

  g_string_truncate (added, 0);
  g_string_append_printf (added, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", root,
                          object);
  g_string_append_printf (added,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n%s"
                          "   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%u\n%%%%EOF\n",
                          size, root, info != NULL ? info : "", table, pdf->len);
  g_byte_array_append (pdf, (const guint8 *) added->str, (guint) added->len);
  return TRUE;
}
