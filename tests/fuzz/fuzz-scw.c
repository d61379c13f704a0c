/* Whatever comes in as a model of ScenarioWizard is read or refused with its line; what is read is written so that it
 * reads the same. */
#include "luotain-scw.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static LuotainScw *
read_model (const char *data, gsize size)
{
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  LuotainScw *scw = luotain_scw_read (data, size, "fuzz", faults);
  g_autofree char *said = luotain_faults_to_string (faults);

  g_assert_true ((scw == NULL) == (*said != '\0'));
  g_assert_true (g_utf8_validate (said, -1, NULL));
  return scw;
}

static void
look (const LuotainScw *scw)
{
  const LuotainCrossImpact *matrix = scw->cross_impact;

  g_assert_cmpuint (matrix->n_variables, ==, scw->variables->len);
  g_assert_cmpuint (matrix->n_states, ==, scw->states->len);
  for (guint i = 0; i < matrix->n_variables; i++)
    {
      g_autofree char *variable = luotain_scw_name_variable (scw, i);

      g_assert_cmpuint (strlen (variable), >, 0);
      g_assert_true (luotain_cross_impact_block_is_empty (matrix, i, i));
      for (guint x = 0; x < matrix->states[i]; x++)
        {
          g_autofree char *state = luotain_scw_name_state (scw, i, x);

          g_assert_cmpuint (strlen (state), >, 0);
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (LuotainScw) scw = read_model ((const char *) data, size);
  g_autoptr (LuotainScw) again = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  gsize length = 0;
  gsize length_again = 0;

  if (scw == NULL)
    return 0;

  look (scw);
  once = luotain_scw_write (scw, &length);
  again = read_model (once, length);
  g_assert_nonnull (again);
  twice = luotain_scw_write (again, &length_again);
  g_assert_cmpmem (once, length, twice, length_again);
  g_assert_true (luotain_cross_impact_same_shape (scw->cross_impact, again->cross_impact));
  return 0;
}
