#include "luotain-odf-package.h"

#include <string.h>

#define LOCAL 0x04034b50
#define CENTRAL 0x02014b50
#define END 0x06054b50
#define VERSION 20
#define UTF_8 0x0800
#define STORED 0
#define DEFLATED 8

/* 1980-01-01, where the time of zip begins. */
#define NO_DATE 0x0021

struct _LuotainOdfPackage
{
  GOutputStream *stream;
  GCancellable *cancellable;
  char *type;
  GByteArray *directory;
  GString *manifest;
  guint n_entries;
  guint32 place;
};

LuotainOdfPackage *
luotain_odf_package_new (GOutputStream *stream, const char *type, GCancellable *cancellable)
{
  LuotainOdfPackage *self = g_new0 (LuotainOdfPackage, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->type = g_strdup (type);
  self->directory = g_byte_array_new ();
  self->manifest = g_string_new (NULL);
  g_string_printf (self->manifest,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                   " manifest:version=\"1.3\">\n"
                   "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
                   " manifest:media-type=\"%s\"/>\n",
                   type);
  return self;
}

void
luotain_odf_package_free (LuotainOdfPackage *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->directory, g_byte_array_unref);
  g_string_free (self->manifest, TRUE);
  g_free (self);
}

static guint32
checksum (const guint8 *data, gsize length)
{
  guint32 table[256];
  guint32 sum = 0xffffffff;

  for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
    {
      table[i] = i;
      for (int bit = 0; bit < 8; bit++)
        table[i] = table[i] & 1 ? 0xedb88320 ^ (table[i] >> 1) : table[i] >> 1;
    }
  for (gsize i = 0; i < length; i++)
    sum = table[(sum ^ data[i]) & 0xff] ^ (sum >> 8);
  return ~sum;
}

static void
add_short (GByteArray *out, guint16 number)
{
  const guint16 little = GUINT16_TO_LE (number);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
add_long (GByteArray *out, guint32 number)
{
  const guint32 little = GUINT32_TO_LE (number);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static GBytes *
compress (GBytes *bytes, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                  NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* What the head of an entry and its line in the directory share. */
static void
add_fields (GByteArray *out, const char *name, guint16 method, guint32 sum, gsize packed, gsize size)
{
  add_short (out, VERSION);
  add_short (out, method == STORED ? 0 : UTF_8);
  add_short (out, method);
  add_short (out, 0);
  add_short (out, NO_DATE);
  add_long (out, sum);
  add_long (out, (guint32) packed);
  add_long (out, (guint32) size);
  add_short (out, (guint16) strlen (name));
  add_short (out, 0);
}

static gboolean
write_all (LuotainOdfPackage *self, const void *data, gsize length, GError **error)
{
  self->place += (guint32) length;
  return g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, error);
}

static gboolean
write_entry (LuotainOdfPackage *self, const char *name, guint16 method, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) packed = method == STORED ? g_bytes_ref (bytes) : compress (bytes, error);
  g_autoptr (GByteArray) head = g_byte_array_new ();
  const guint32 place = self->place;
  guint32 sum;

  if (packed == NULL)
    return FALSE;

  sum = checksum (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  add_long (head, LOCAL);
  add_fields (head, name, method, sum, g_bytes_get_size (packed), g_bytes_get_size (bytes));
  g_byte_array_append (head, (const guint8 *) name, (guint) strlen (name));

  add_long (self->directory, CENTRAL);
  add_short (self->directory, VERSION);
  add_fields (self->directory, name, method, sum, g_bytes_get_size (packed), g_bytes_get_size (bytes));
  add_short (self->directory, 0);
  add_short (self->directory, 0);
  add_short (self->directory, 0);
  add_long (self->directory, 0);
  add_long (self->directory, place);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n_entries++;

  return write_all (self, head->data, head->len, error)
         && write_all (self, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), error);
}

/* First of all. */
static gboolean
write_type (LuotainOdfPackage *self, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->type, strlen (self->type));

  return self->n_entries > 0 || write_entry (self, "mimetype", STORED, bytes, error);
}

gboolean
luotain_odf_package_add (LuotainOdfPackage *self, const char *name, const char *type, GBytes *bytes,
                         GError **error)
{
  g_string_append_printf (self->manifest,
                          "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n",
                          name, type);
  return write_type (self, error) && write_entry (self, name, DEFLATED, bytes, error);
}

gboolean
luotain_odf_package_finish (LuotainOdfPackage *self, GError **error)
{
  g_autoptr (GBytes) manifest = NULL;
  guint32 place, length;

  g_string_append (self->manifest, "</manifest:manifest>\n");
  manifest = g_bytes_new (self->manifest->str, self->manifest->len);
  if (!write_type (self, error) || !write_entry (self, "META-INF/manifest.xml", DEFLATED, manifest, error))
    return FALSE;

  place = self->place;
  length = self->directory->len;
  add_long (self->directory, END);
  add_short (self->directory, 0);
  add_short (self->directory, 0);
  add_short (self->directory, (guint16) self->n_entries);
  add_short (self->directory, (guint16) self->n_entries);
  add_long (self->directory, length);
  add_long (self->directory, place);
  add_short (self->directory, 0);
  return write_all (self, self->directory->data, self->directory->len, error)
         && g_output_stream_flush (self->stream, self->cancellable, error);
}
