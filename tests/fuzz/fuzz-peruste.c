/* Whatever comes in as a qualification of ePerusteet is read in valid text or refused. */
#include "luotain-peruste.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_text (const LuotainTranslated *text)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    g_assert_true (text->text[i] == NULL || g_utf8_validate (text->text[i], -1, NULL));
}

static guint
check_unit (const LuotainPerusteUnit *unit)
{
  guint count = 1;

  check_text (&unit->title);
  check_text (&unit->description);
  g_assert_nonnull (luotain_translated_get (&unit->title, LUOTAIN_FI));
  g_assert_nonnull (unit->address);
  for (guint i = 0; i < unit->parts->len; i++)
    count += check_unit (unit->parts->pdata[i]);
  return count;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (LuotainPeruste) peruste = luotain_peruste_read ((const char *) data, size, "fuzz", faults);

  g_assert_true ((peruste == NULL) == (luotain_faults_get_count (faults) > 0));
  if (peruste != NULL)
    g_assert_cmpuint (check_unit (peruste->root), ==, peruste->n_units);
  return 0;
}
