/* Whatever comes in as a matrix is read or refused with its line. */
#include "luotain-matrix-csv.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (LuotainScw) scw = luotain_matrix_csv_read ((const char *) data, size, "fuzz", "fuzz", faults);
  g_autofree char *said = luotain_faults_to_string (faults);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true ((scw == NULL) == (*said != '\0'));
  g_assert_true (g_utf8_validate (said, -1, NULL));
  if (scw == NULL)
    return 0;

  for (guint i = 0; i < scw->variables->len; i++)
    g_assert_true (luotain_cross_impact_block_is_empty (scw->cross_impact, i, i));

  bytes = luotain_scw_write (scw, &length);
  g_assert_cmpuint (length, >, 0);
  return 0;
}
