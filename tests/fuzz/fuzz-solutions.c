/* Whatever comes in as a solution set is read or refused with its line; what is read is compared with a model. */
#include "luotain-solutions.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Three variables of 3, 3 and 4 states, as the model has whose solutions are in the corpus. */
static LuotainCrossImpact *
make_matrix (void)
{
  static const guint n_states[] = { 3, 3, 4 };
  LuotainCrossImpact *matrix = luotain_cross_impact_new (G_N_ELEMENTS (n_states), n_states);

  for (guint i = 0; i < matrix->n_variables; i++)
    for (guint x = 0; x < n_states[i]; x++)
      luotain_cross_impact_set (matrix, i, x, (i + 1) % 3, x % n_states[(i + 1) % 3], 2);

  return matrix;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (LuotainCrossImpact) matrix = make_matrix ();
  g_autoptr (LuotainFaults) faults = luotain_faults_new ();
  g_autoptr (LuotainFaults) differences = luotain_faults_new ();
  g_autoptr (LuotainSolutions) solutions = luotain_solutions_read ((const char *) data, size, "fuzz", matrix,
                                                                   faults);
  g_autoptr (LuotainConsistentSet) found = NULL;
  g_autoptr (LuotainAttractorSet) weights = NULL;
  g_autofree char *said = luotain_faults_to_string (faults);
  guint n_agree;

  g_assert_true ((solutions == NULL) == (*said != '\0'));
  g_assert_true (g_utf8_validate (said, -1, NULL));
  if (solutions == NULL)
    return 0;

  found = luotain_consistent_find (matrix, NULL, NULL, NULL, NULL);
  weights = luotain_succession_weigh (matrix, NULL, NULL, NULL, NULL);
  n_agree = luotain_solutions_compare (solutions, "fuzz", matrix, found, weights, differences);
  g_assert_cmpuint (n_agree, <=, MIN (solutions->solutions->len, found->n));
  return 0;
}
