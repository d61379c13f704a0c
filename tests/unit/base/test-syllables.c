#include "luotain-syllables.h"

#include <string.h>

static void
assert_marked (LuotainLanguage language, const char *text, const char *wanted)
{
  g_autofree char *marked = luotain_syllables_mark (text, language);
  g_auto (GStrv) parts = g_strsplit (marked, "\302\255", -1);
  g_autofree char *seen = g_strjoinv ("|", parts);
  g_autofree char *plain = g_strjoinv ("", parts);

  g_assert_cmpstr (seen, ==, wanted);
  g_assert_cmpstr (plain, ==, text);
}

static void
test_finnish (void)
{
  static const char *const words[][2] = {
    { "Ennakointiosaaminen", "Enna|koin|ti|osaa|minen" },
    { "Akkujärjestelmien turvallisuusosaaminen", "Akku|jär|jes|tel|mien turval|li|suus|osaa|minen" },
    { "Hydrodynamiikan osaaminen", "Hydro|dy|na|miikan osaaminen" },
    { "kommunikointitaidot", "kommu|ni|koin|ti|taidot" },
    { "Asiantuntijatehtävätaso", "Asian|tun|ti|ja|teh|tä|vä|taso" },
    { "Verkosto-osaaminen", "Verkosto-osaaminen" },
    { "yötyöturvallisuus", "yötyö|tur|val|li|suus" },
    { "MERENKULKUALAT 2030", "MEREN|KUL|KU|ALAT 2030" },
    { "Akut", "Akut" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_marked (LUOTAIN_FI, words[i][0], words[i][1]);
}

static void
test_swedish (void)
{
  assert_marked (LUOTAIN_SV, "Digitaliseringskompetens", "Digi|ta|li|se|rings|kom|pe|tens");
  assert_marked (LUOTAIN_SV, "Utvecklingarna", "Utveck|lingarna");
  assert_marked (LUOTAIN_SV, "Navigationsutrustning", "Navi|ga|tion|sut|rust|ning");
}

static void
test_english (void)
{
  assert_marked (LUOTAIN_EN, "Telecommunications", "Telecommunications");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syllables/finnish", test_finnish);
  g_test_add_func ("/syllables/swedish", test_swedish);
  g_test_add_func ("/syllables/english", test_english);
  return g_test_run ();
}
