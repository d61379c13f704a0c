#include "luotain-pdf-language.h"

#include <string.h>

/* The trailer and the offset of the table stand at the end. */
#define TAIL 2048

/* An object that is written anew. */
typedef struct
{
  guint64 number;
  char *content; /* between << and >> */
} Object;

static void
clear_object (gpointer object)
{
  g_free (((Object *) object)->content);
}

static gboolean
read_number (const char *text, const char *key, guint64 *number)
{
  const char *found = text != NULL ? g_strrstr (text, key) : NULL;

  if (found == NULL)
    return FALSE;
  *number = g_ascii_strtoull (found + strlen (key), NULL, 10);
  return *number > 0;
}

/* What stands between << and >> behind a place. */
static char *
read_content (const GByteArray *pdf, gsize begin)
{
  g_autofree char *text = g_strndup ((const char *) pdf->data + begin, MIN (pdf->len - begin, TAIL));
  char *end = strstr (text, "endobj");

  if (end == NULL)
    return NULL;
  *end = '\0';
  end = g_strrstr (text, ">>");
  if (end == NULL)
    return NULL;
  *end = '\0';
  return g_steal_pointer (&text);
}

/* Streams hold any byte, and a nul is no end. */
static gsize
find (const GByteArray *pdf, gsize from, const char *text)
{
  const gsize length = strlen (text);

  while (from + length <= pdf->len)
    {
      const guint8 *found = memchr (pdf->data + from, *text, pdf->len - length + 1 - from);

      if (found == NULL)
        break;
      from = (gsize) (found - pdf->data);
      if (memcmp (found, text, length) == 0)
        return from;
      from++;
    }
  return G_MAXSIZE;
}

static gboolean
add_catalogue (const GByteArray *pdf, guint64 root, const char *language, GArray *objects)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", root);
  const gsize place = find (pdf, 0, head);
  g_autofree char *content = place != G_MAXSIZE ? read_content (pdf, place + strlen (head)) : NULL;
  Object object = { .number = root };

  if (content == NULL || strstr (content, "/Catalog") == NULL)
    return FALSE;

  object.content = g_strdup_printf ("%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
                                    content, language);
  g_array_append_val (objects, object);
  return TRUE;
}

/* Text of any language, as a PDF writes it: UTF-16 in hexadecimal digits. */
static char *
write_text (const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  GString *digits = g_string_new ("<FEFF");

  for (glong i = 0; i < length; i++)
    g_string_append_printf (digits, "%04X", units[i]);
  g_string_append_c (digits, '>');
  return g_string_free (digits, FALSE);
}

static void
add_figures (const GByteArray *pdf, const char *const *figures, GArray *objects)
{
  static const char head[] = " 0 obj\n<< /Type /StructElem\n   /S /Figure\n";
  gsize place = 0;

  for (; *figures != NULL && (place = find (pdf, place, head)) != G_MAXSIZE; figures++, place++)
    {
      gsize number = place;
      g_autofree char *content = read_content (pdf, place + strlen (" 0 obj\n<<"));
      g_autofree char *text = write_text (*figures);
      Object object = { 0 };

      while (number > 0 && g_ascii_isdigit (pdf->data[number - 1]))
        number--;
      object.number = g_ascii_strtoull ((const char *) pdf->data + number, NULL, 10);
      if (content == NULL || object.number == 0)
        continue;
      object.content = g_strdup_printf ("%s   /Alt %s\n", content, text);
      g_array_append_val (objects, object);
    }
}

/* The objects, and a table of where they stand now: each is a part of its own. */
static void
append_objects (GByteArray *pdf, const GArray *objects, GString *table)
{
  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = &g_array_index (objects, Object, i);
      g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<<%s>>\nendobj\n",
                                               object->number, object->content);

      g_string_append_printf (table, "%" G_GUINT64_FORMAT " 1\n%010u 00000 n \n", object->number, pdf->len);
      g_byte_array_append (pdf, (const guint8 *) text, (guint) strlen (text));
    }
}

gboolean
luotain_pdf_describe (GByteArray *pdf, const char *language, const char *const *figures)
{
  const gsize tail = MIN (pdf->len, TAIL);
  g_autofree char *end = g_strndup ((const char *) pdf->data + pdf->len - tail, tail);
  const char *trailer = g_strrstr (end, "trailer");
  g_autofree char *info = NULL;
  g_autoptr (GString) added = g_string_new ("xref\n");
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  guint64 root, size, table, information;

  g_array_set_clear_func (objects, clear_object);
  if (!read_number (trailer, "/Root ", &root) || !read_number (trailer, "/Size ", &size)
      || !read_number (trailer, "startxref\n", &table) || !add_catalogue (pdf, root, language, objects))
    return FALSE;

  if (figures != NULL)
    add_figures (pdf, figures, objects);
  if (read_number (trailer, "/Info ", &information))
    info = g_strdup_printf ("   /Info %" G_GUINT64_FORMAT " 0 R\n", information);
  append_objects (pdf, objects, added);
  g_string_append_printf (added,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n%s"
                          "   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%u\n%%%%EOF\n",
                          size, root, info != NULL ? info : "", table, pdf->len);
  g_byte_array_append (pdf, (const guint8 *) added->str, (guint) added->len);
  return TRUE;
}

gboolean
luotain_pdf_add_language (GByteArray *pdf, const char *language)
{
  return luotain_pdf_describe (pdf, language, NULL);
}
