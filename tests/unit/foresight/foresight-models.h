/* Models for the tests of src/foresight: the published ones under tests/data/cib, random ones, and the plain way to judge a
 * path, written apart from the code it checks. */
#pragma once

#include "luotain-cross-impact.h"

#include <string.h>

static inline char *
read_model_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "cib", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline void
set_row (LuotainCrossImpact *matrix, guint row, char **cells)
{
  for (guint column = 0; column < matrix->n_states; column++)
    matrix->judgements[row * matrix->n_states + column] = (gint16) g_ascii_strtoll (cells[column], NULL, 10);
}

/* The first line names the states, A1, A2 …; their letter is the variable. */
static inline LuotainCrossImpact *
load_somewhereland (void)
{
  const guint n_states[] = { 3, 3, 3, 2, 3, 3 };
  LuotainCrossImpact *matrix = luotain_cross_impact_new (G_N_ELEMENTS (n_states), n_states);
  g_autofree char *text = read_model_file ("SomewhereLand.csv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint row = 0; row < matrix->n_states; row++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[row + 1], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, matrix->n_states + 1);
      set_row (matrix, row, cells + 1);
    }

  return matrix;
}

/* Only the fifth section is read: its lines are the only ones with commas. */
static inline LuotainCrossImpact *
load_global (void)
{
  const guint n_states[] = { 3, 3, 4 };
  LuotainCrossImpact *matrix = luotain_cross_impact_new (G_N_ELEMENTS (n_states), n_states);
  g_autofree char *text = read_model_file ("CIB_global.scw");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint row = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strchr (lines[i], ',') != NULL)
      {
        g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

        set_row (matrix, row++, cells);
      }

  g_assert_cmpuint (row, ==, matrix->n_states);
  return matrix;
}

/* Blocks are filled with the given chance with judgements of −3 … 3; ties come of themselves. */
static inline LuotainCrossImpact *
random_model (GRand *rand, guint n, int fewest, int most, double filled, int lowest, int highest)
{
  g_autofree guint *n_states = g_new (guint, MAX (n, 1));
  LuotainCrossImpact *matrix;

  for (guint i = 0; i < n; i++)
    n_states[i] = (guint) g_rand_int_range (rand, fewest, most + 1);

  matrix = luotain_cross_impact_new (n, n_states);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j && g_rand_double (rand) < filled)
        for (guint x = 0; x < n_states[i]; x++)
          for (guint y = 0; y < n_states[j]; y++)
            luotain_cross_impact_set (matrix, i, x, j, y, g_rand_int_range (rand, lowest, highest + 1));

  return matrix;
}

/* The next path in the order of the states, the last variable fastest; FALSE after the last. */
static inline gboolean
next_path (const LuotainCrossImpact *matrix, guint8 *path)
{
  for (guint j = matrix->n_variables; j-- > 0;)
    {
      if (++path[j] < matrix->states[j])
        return TRUE;
      path[j] = 0;
    }

  return FALSE;
}

static inline int
plain_score (const LuotainCrossImpact *matrix, const guint8 *path, guint j, guint l)
{
  int sum = 0;

  for (guint i = 0; i < matrix->n_variables; i++)
    if (i != j)
      sum += luotain_cross_impact_get (matrix, i, path[i], j, l);

  return sum;
}

/* From the definitions, term by term. */
static inline void
judge_plainly (const LuotainCrossImpact *matrix, const guint8 *path, LuotainVerdict *verdict)
{
  gboolean any = FALSE;

  *verdict = (LuotainVerdict){ 0, G_MAXINT, 0 };
  for (guint j = 0; j < matrix->n_variables; j++)
    {
      const int own = plain_score (matrix, path, j, path[j]);

      verdict->total_impact_score += own;
      for (guint l = 0; l < matrix->states[j]; l++)
        {
          const int gap = own - plain_score (matrix, path, j, l);

          if (l == path[j])
            continue;
          any = TRUE;
          verdict->inconsistency = MAX (verdict->inconsistency, -gap);
          verdict->consistency_value = MIN (verdict->consistency_value, gap);
        }
    }

  if (!any)
    verdict->consistency_value = 0;
}
