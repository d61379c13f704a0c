/* For memmem(). */
#define _GNU_SOURCE

#include "luotain-pdf-structure.h"

#include <stdlib.h>
#include <string.h>

#define ELEMENT "/Type /StructElem\n"
#define TAIL 2048

typedef struct
{
  guint64 number; /* of the object */
  gsize begin, end; /* of its dictionary: behind << and before >> */
  gsize place; /* where it was written anew */
} Element;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const Element *first = a;
  const Element *second = b;

  return first->number < second->number ? -1 : first->number > second->number ? 1 : 0;
}

static const guint8 *
find (const GByteArray *pdf, gsize from, const char *what)
{
  return from < pdf->len ? memmem (pdf->data + from, pdf->len - from, what, strlen (what)) : NULL;
}

/* The number of an object stands in the line before its dictionary. */
static gboolean
read_element (const GByteArray *pdf, gsize at, Element *element)
{
  static const char head[] = " 0 obj\n<< ";
  const gsize length = strlen (head);
  const guint8 *end = find (pdf, at, "\nendobj");
  gsize digits;

  if (end == NULL || at < length + 1 || memcmp (pdf->data + at - length, head, length) != 0)
    return FALSE;

  digits = at - length;
  while (digits > 0 && g_ascii_isdigit (pdf->data[digits - 1]))
    digits--;
  element->number = g_ascii_strtoull ((const char *) pdf->data + digits, NULL, 10);
  element->begin = at;
  element->end = (gsize) (end - pdf->data);
  while (element->end > at && pdf->data[element->end - 1] != '>')
    element->end--;
  element->end -= MIN (element->end, 2);
  return element->end > at;
}

static GArray *
find_elements (const GByteArray *pdf)
{
  GArray *elements = g_array_new (FALSE, TRUE, sizeof (Element));
  gsize at = 0;

  for (const guint8 *found = find (pdf, 0, ELEMENT); found != NULL; found = find (pdf, at, ELEMENT))
    {
      Element element = { 0 };

      at = (gsize) (found - pdf->data) + strlen (ELEMENT);
      if (read_element (pdf, (gsize) (found - pdf->data), &element))
        g_array_append_val (elements, element);
    }

  /* cairo numbers them as they begin. */
  g_array_sort (elements, compare_numbers);
  return elements;
}

static guint64
read_number (const char *text, const char *key)
{
  const char *found = text != NULL ? g_strrstr (text, key) : NULL;

  return found != NULL ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

static void
append (GByteArray *pdf, const char *text, gsize length)
{
  g_byte_array_append (pdf, (const guint8 *) text, (guint) length);
}

static void
append_elements (GByteArray *pdf, GArray *elements, const GPtrArray *extras)
{
  for (guint i = 0; i < elements->len; i++)
    {
      Element *element = &g_array_index (elements, Element, i);
      const char *extra = g_ptr_array_index (extras, i);
      g_autofree char *old = NULL;
      g_autofree char *object = NULL;

      if (extra == NULL)
        continue;
      old = g_strndup ((const char *) pdf->data + element->begin, element->end - element->begin);
      object = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<< %s%s>>\nendobj\n", element->number, old,
                                extra);
      element->place = pdf->len;
      append (pdf, object, strlen (object));
    }
}

static void
append_table (GByteArray *pdf, const GArray *elements, guint64 root, guint64 size, guint64 information,
              guint64 previous)
{
  const gsize start = pdf->len;
  g_autoptr (GString) out = g_string_new ("xref\n");

  for (guint i = 0; i < elements->len; i++)
    {
      const Element *element = &g_array_index (elements, Element, i);

      if (element->place > 0)
        g_string_append_printf (out, "%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                                element->number, element->place);
    }
  g_string_append_printf (out,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n",
                          size, root);
  if (information > 0)
    g_string_append_printf (out, "   /Info %" G_GUINT64_FORMAT " 0 R\n", information);
  g_string_append_printf (out,
                          "   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          previous, start);
  append (pdf, out->str, out->len);
}

gboolean
luotain_pdf_add_structure (GByteArray *pdf, const GPtrArray *extras)
{
  const gsize tail = MIN (pdf->len, TAIL);
  g_autofree char *end = g_strndup ((const char *) pdf->data + pdf->len - tail, tail);
  const char *trailer = g_strrstr (end, "trailer");
  const guint64 root = read_number (trailer, "/Root ");
  const guint64 size = read_number (trailer, "/Size ");
  const guint64 information = read_number (trailer, "/Info ");
  const guint64 table = read_number (trailer, "startxref\n");
  g_autoptr (GArray) elements = find_elements (pdf);

  if (root == 0 || size == 0 || table == 0 || elements->len != extras->len)
    return FALSE;

  append_elements (pdf, elements, extras);
  append_table (pdf, elements, root, size, information, table);
  return TRUE;
}
