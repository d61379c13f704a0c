#include "luotain-language.h"
#include "luotain-text.h"

#include <string.h>

static char *
normalize (const char *text, LuotainTextFlags flags)
{
  g_autoptr (GError) error = NULL;
  char *plain = luotain_text_normalize (text, -1, flags, NULL, &error);

  g_assert_no_error (error);
  return plain;
}

static void
test_line_ends (void)
{
  g_autofree char *plain = normalize ("a\r\nb\rc\vd\fe\n", LUOTAIN_TEXT_REFUSE);

  g_assert_cmpstr (plain, ==, "a\nb\nc\nd\ne\n");
}

static void
test_normal_form (void)
{
  g_autofree char *plain = normalize ("a\xcc\x88iti", LUOTAIN_TEXT_REFUSE);
  g_autofree char *again = normalize (plain, LUOTAIN_TEXT_REFUSE);

  g_assert_cmpstr (plain, ==, "äiti");
  g_assert_cmpstr (again, ==, plain);
}

static void
test_empty (void)
{
  g_assert_null (normalize ("", LUOTAIN_TEXT_REFUSE));
  g_assert_null (normalize (NULL, LUOTAIN_TEXT_REFUSE));
  g_assert_null (normalize (" \n ", LUOTAIN_TEXT_SINGLE_LINE));
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (luotain_text_normalize ("ab\x07", -1, LUOTAIN_TEXT_REFUSE, NULL, &error));
  g_assert_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_CHARACTER);
  g_assert_nonnull (strstr (error->message, "U+0007"));
  g_assert_nonnull (strstr (error->message, "position 3"));
  g_clear_error (&error);
  g_assert_null (luotain_text_normalize ("ab\xff", -1, LUOTAIN_TEXT_REFUSE, NULL, &error));
  g_assert_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (luotain_text_normalize ("a\xef\xbf\xbe", -1, LUOTAIN_TEXT_REFUSE, NULL, &error));
  g_assert_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_CHARACTER);
  g_clear_error (&error);
  g_assert_null (luotain_text_normalize ("a\0b", 3, LUOTAIN_TEXT_REFUSE, NULL, &error));
  g_assert_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_ENCODING);
}

static void
test_dropped (void)
{
  guint dropped;
  g_autofree char *plain = luotain_text_normalize ("a\x07 b\x1b\xff", -1, LUOTAIN_TEXT_DROP, &dropped, NULL);

  g_assert_cmpstr (plain, ==, "a b\xef\xbf\xbd");
  g_assert_cmpuint (dropped, ==, 3);
}

static void
test_single_line (void)
{
  g_autofree char *plain = normalize ("  yksi\nkaksi\tkolme ", LUOTAIN_TEXT_SINGLE_LINE);

  g_assert_cmpstr (plain, ==, "yksi kaksi kolme");
}

static void
test_kept (void)
{
  const char *text = "\u202eoikealta 😀 ]]> =cmd|' /C calc'!A0 \u2028 <b>&amp;\t";
  g_autofree char *plain = normalize (text, LUOTAIN_TEXT_REFUSE);

  g_assert_cmpstr (plain, ==, text);
}

static void
test_longest (void)
{
  g_autofree char *fits = g_strnfill (LUOTAIN_TEXT_MAX_BYTES, 'a');
  g_autofree char *longer = g_strnfill (LUOTAIN_TEXT_MAX_BYTES + 1, 'a');
  g_autofree char *plain = normalize (fits, LUOTAIN_TEXT_REFUSE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (plain, ==, fits);
  g_assert_null (luotain_text_normalize (longer, -1, LUOTAIN_TEXT_DROP, NULL, &error));
  g_assert_error (error, LUOTAIN_TEXT_ERROR, LUOTAIN_TEXT_ERROR_TOO_LONG);
}

static void
test_contains (void)
{
  static const struct
  {
    const char *haystack, *needle;
    gboolean contains;
  } cases[] = {
    { "Satamien SÄHKÖNSYÖTTÖ", "sähkön", TRUE },
    { "Ääni", "ÄÄNI", TRUE },
    { "aab", "ab", TRUE },
    { "kantaverkko", "verkot", FALSE },
    { "", "a", FALSE },
    { NULL, "a", FALSE },
    { "näin", "nain", FALSE },
    { "mitä tahansa", "", TRUE },
    { "ÅLAND", "åland", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *needle = luotain_text_fold (cases[i].needle);

      g_assert_cmpint (luotain_text_contains (cases[i].haystack, needle), ==, cases[i].contains);
    }
}

static void
test_excerpt (void)
{
  g_autofree char *cut = luotain_text_excerpt ("Yö\non pitkä", 5);
  g_autofree char *whole = luotain_text_excerpt ("Yö", 5);

  g_assert_cmpstr (cut, ==, "Yö o…");
  g_assert_cmpstr (whole, ==, "Yö");
}

static void
test_add_part (void)
{
  g_autoptr (GString) line = g_string_new (NULL);

  luotain_text_add_part (line, " · ", NULL);
  luotain_text_add_part (line, " · ", "Turku");
  luotain_text_add_part (line, " · ", "");
  luotain_text_add_part (line, " · ", "2026");
  g_assert_cmpstr (line->str, ==, "Turku · 2026");
}

static void
test_count (void)
{
  static const struct
  {
    guint64 count;
    const char *english;
    const char *finnish;
  } cases[] = {
    { 0, "0", "0" },
    { 999, "999", "999" },
    { 1000, "1,000", "1\302\240000" },
    { 100000, "100,000", "100\302\240000" },
    { 1234567, "1,234,567", "1\302\240234\302\240567" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *english = luotain_language_format_count (LUOTAIN_EN, cases[i].count);
      g_autofree char *finnish = luotain_language_format_count (LUOTAIN_FI, cases[i].count);
      g_autofree char *swedish = luotain_language_format_count (LUOTAIN_SV, cases[i].count);

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (finnish, ==, cases[i].finnish);
      g_assert_cmpstr (swedish, ==, cases[i].finnish);
    }
}

/* Valid texts come back as they are; of others no character reaches behind the end. */
static void
test_make_valid (void)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } cases[] = {
    { "", "" },
    { "pitk\303\244 teksti, jossa on \342\200\234merkkej\303\244\342\200\235 \360\237\232\200", NULL },
    { "cut \303", "cut \357\277\275" },
    { "cut off \374", "cut off \357\277\275" },
    { "over\300\257long", "over\357\277\275\357\277\275long" },
    { "eight by\355\240\200", "eight by\357\277\275\357\277\275\357\277\275" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mended = NULL;
      const char *wanted = cases[i].wanted != NULL ? cases[i].wanted : cases[i].text;
      const char *text = luotain_text_make_valid (cases[i].text, strlen (cases[i].text), &mended);

      g_assert_cmpstr (text, ==, wanted);
      g_assert_true ((text == cases[i].text) == g_utf8_validate (cases[i].text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/line-ends", test_line_ends);
  g_test_add_func ("/text/normal-form", test_normal_form);
  g_test_add_func ("/text/empty", test_empty);
  g_test_add_func ("/text/refused", test_refused);
  g_test_add_func ("/text/dropped", test_dropped);
  g_test_add_func ("/text/single-line", test_single_line);
  g_test_add_func ("/text/kept", test_kept);
  g_test_add_func ("/text/longest", test_longest);
  g_test_add_func ("/text/contains", test_contains);
  g_test_add_func ("/text/excerpt", test_excerpt);
  g_test_add_func ("/text/add-part", test_add_part);
  g_test_add_func ("/text/count", test_count);
  g_test_add_func ("/text/make-valid", test_make_valid);
  return g_test_run ();
}
