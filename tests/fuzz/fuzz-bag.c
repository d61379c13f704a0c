/*
 * Whatever comes in as a zip is read as a package or refused: no path leaves it, and what is said of it can be shown. What is
 * no zip is read as a manifest, bag-info.txt and declaration.
 */
#include "luotain-bag-path.h"
#include "luotain-bag.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_path (const char *path, const char *digest, gpointer data)
{
  g_autofree char *shown = luotain_bag_path_show (path);

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_null (strchr (shown, '\n'));
  if (luotain_bag_path_is_safe (path))
    {
      g_autofree char *encoded = luotain_bag_path_encode (path);
      g_autofree char *decoded = luotain_bag_path_decode (encoded, 100);
      g_autofree char *folded = luotain_bag_path_fold (path);

      g_assert_cmpstr (decoded, ==, path);
      g_assert_cmpint (path[0], !=, '/');
      g_assert_null (strstr (path, "/../"));
      g_assert_nonnull (folded);
    }
}

static void
read_tags (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = luotain_bag_text (bytes, "UTF-8", NULL);
  g_autofree char *latin = luotain_bag_text (bytes, "ISO-8859-1", NULL);
  g_autofree char *wide = luotain_bag_text (bytes, "UTF-16", NULL);
  g_autofree char *charset = NULL;
  g_autoptr (GPtrArray) info = NULL;
  int version;

  if (luotain_bag_declaration_parse (bytes, &version, &charset, NULL))
    g_assert_cmpint (version, >=, 93);

  if (text == NULL)
    return;

  info = luotain_bag_info_parse (text);
  luotain_bag_info_get (info, "Bagging-Date");
  luotain_bag_count_lines (text);
  luotain_bag_manifest_parse (text, 100, 32, check_path, NULL);
}

static void
read_zip (const guint8 *data, gsize size)
{
  static const LuotainBagLimits limits = {
    .n_files = 1000, .n_bytes = 8 << 20, .tag_bytes = 1 << 20, .small_bytes = 1 << 20, .ratio = 100
  };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (LuotainBagSource) source = luotain_bag_source_open_bytes (bytes, &limits, NULL, NULL);
  g_autoptr (LuotainBag) bag = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (source == NULL)
    return;

  bag = luotain_bag_read (source, TRUE, NULL, NULL, NULL);
  for (guint i = 0; bag != NULL && i < bag->notes->len; i++)
    {
      g_autofree char *sentence = luotain_bag_note_to_string (bag->notes->pdata[i]);

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }

  luotain_bag_extract (source, "data/report.xml", out, NULL, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    read_zip (data, size);
  else
    read_tags (data, size);
  return 0;
}
