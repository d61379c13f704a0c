#include "config.h"

#include "luotain-solutions.h"

#include "luotain-text-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Digits of a weight that ScenarioWizard writes. */
#define WEIGHT_PRECISION 1e-6

static void
solution_free (LuotainSolution *self)
{
  g_free (self->path);
  g_free (self);
}

void
luotain_solutions_free (LuotainSolutions *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->solutions);
  g_free (self);
}

static gboolean G_GNUC_PRINTF (4, 5)
    fault (LuotainFaults *faults, const char *file, guint line, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  luotain_faults_add (faults, file, (int) line, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  return FALSE;
}

/* ---- reading ---- */

typedef struct
{
  const LuotainTextLines *lines;
  const char *file;
  const LuotainCrossImpact *matrix;
  LuotainFaults *faults;
} Reader;

static gboolean
read_heading (Reader *reader, gint64 *n_declared)
{
  const char *heading = luotain_text_lines_get (reader->lines, 1);
  const char *kind = luotain_text_lines_get (reader->lines, 2);
  const char *count = luotain_text_lines_get (reader->lines, 3);

  if (heading == NULL || !g_str_has_prefix (heading, "$ ScenarioWizard"))
    return fault (
        reader->faults, reader->file, 1,
        _ ("This is no solution set of ScenarioWizard: the first line is not “$ ScenarioWizard 3.0”."));

  if (kind == NULL || g_ascii_strncasecmp (kind, "Solution set", 12) != 0)
    return fault (reader->faults, reader->file, 2, _ ("Here should stand “Solution set”."));

  if (count == NULL || !luotain_text_parse_whole (count, n_declared) || *n_declared < 0)
    return fault (reader->faults, reader->file, 3, _ ("Here should stand the number of solutions."));

  return TRUE;
}

static gboolean
read_path (Reader *reader, guint line, const char *text, LuotainSolution *solution)
{
  const guint n = reader->matrix->n_variables;
  const char *p = text;

  solution->path = g_malloc (MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      char *end = NULL;
      const gint64 state = g_ascii_strtoll (p, &end, 10);

      if (end == p)
        return fault (reader->faults, reader->file, line,
                      _ ("The solution has %u states; the model has %u variables."), i, n);

      if (state < 1 || state > (gint64) reader->matrix->states[i])
        return fault (reader->faults, reader->file, line,
                      _ ("State %ld of variable %u: the model has %u there."), (long) state, i + 1,
                      reader->matrix->states[i]);

      solution->path[i] = (guint8) (state - 1);
      p = end;
    }

  if (p[strspn (p, " \t")] != '\0')
    return fault (reader->faults, reader->file, line,
                  _ ("The solution has more states than the model has variables: %u."), n);

  return TRUE;
}

static gboolean
read_weight (const char *text, double *weight)
{
  char *end = NULL;

  *weight = g_ascii_strtod (text, &end);
  return end != text && end[strspn (end, " \t")] == '\0' && isfinite (*weight) && *weight >= 0;
}

/* " 2 3 2",weight,consistency value,0,total impact score,"" */
static gboolean
read_solution (Reader *reader, guint line, LuotainSolution *solution)
{
  const char *text = luotain_text_lines_get (reader->lines, line);
  const char *begin = text + strspn (text, " \t");
  const char *end = *begin == '"' ? strchr (begin + 1, '"') : NULL;
  g_autofree char *path = end != NULL ? g_strndup (begin + 1, (gsize) (end - begin - 1)) : NULL;
  g_auto (GStrv) words = end != NULL ? g_strsplit (end + 1, ",", 7) : NULL;
  gint64 value = 0;
  gint64 score = 0;

  if (words == NULL || g_strv_length (words) < 5)
    return fault (
        reader->faults, reader->file, line,
        _ ("Here should stand a solution: \" 1 2 3\",weight,consistency value,0,total impact score,\"\"."));

  if (!read_path (reader, line, path, solution))
    return FALSE;

  if (!read_weight (words[1], &solution->weight))
    {
      g_autofree char *excerpt = g_utf8_substring (words[1], 0, MIN (g_utf8_strlen (words[1], -1), 20));

      return fault (reader->faults, reader->file, line, _ ("The weight “%s” is no number from 0 on."),
                    excerpt);
    }

  if (!luotain_text_parse_whole (words[2], &value) || !luotain_text_parse_whole (words[4], &score)
      || value < -G_MAXINT || value > G_MAXINT || score < -G_MAXINT || score > G_MAXINT)
    return fault (reader->faults, reader->file, line,
                  _ ("Consistency value and total impact score should be whole numbers."));

  solution->consistency_value = (int) value;
  solution->total_impact_score = (int) score;
  solution->line = line;
  return TRUE;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

LuotainSolutions *
luotain_solutions_read (const char *data, gsize length, const char *file, const LuotainCrossImpact *matrix,
                        LuotainFaults *faults)
{
  g_autoptr (LuotainFaults) own = luotain_faults_new ();
  g_autoptr (LuotainTextLines) lines = luotain_text_lines_new (data, length, file, own);
  g_autoptr (LuotainSolutions) self = g_new0 (LuotainSolutions, 1);
  Reader reader = { lines, file, matrix, own };

  self->n_variables = matrix->n_variables;
  self->solutions = g_ptr_array_new_with_free_func ((GDestroyNotify) solution_free);
  if (lines != NULL && read_heading (&reader, &self->n_declared))
    {
      for (guint line = 4; line <= lines->lines->len && !luotain_faults_is_full (own); line++)
        {
          LuotainSolution *solution = g_new0 (LuotainSolution, 1);

          if (!is_blank (luotain_text_lines_get (lines, line)) && read_solution (&reader, line, solution))
            g_ptr_array_add (self->solutions, solution);
          else
            solution_free (solution);
        }
    }

  if (luotain_faults_get_count (own) == 0)
    return g_steal_pointer (&self);

  luotain_faults_take_all (faults, own);
  return NULL;
}

/* ---- comparing ---- */

typedef struct
{
  const char *file;
  const LuotainCrossImpact *matrix;
  const LuotainConsistentSet *found;
  const LuotainAttractorSet *weights;
  LuotainFaults *differences;
} Comparison;

static gboolean
compare_weight (const Comparison *comparison, const LuotainSolution *solution)
{
  const LuotainAttractorSet *weights = comparison->weights;
  guint64 weight;

  if (weights == NULL || !weights->exact || weights->end != LUOTAIN_END_COMPLETE || solution->weight <= 0
      || solution->weight >= LUOTAIN_SOLUTIONS_SATURATED * (1 - WEIGHT_PRECISION))
    return TRUE;

  weight = luotain_attractor_set_weight (weights, solution->path);
  if (fabs ((double) weight - solution->weight) <= WEIGHT_PRECISION * solution->weight)
    return TRUE;

  return fault (
      comparison->differences, comparison->file, solution->line,
      _ ("The weight is %.7g in the file and %lu counted over all paths; it may have been sampled."),
      solution->weight, (gulong) weight);
}

static gboolean
compare_solution (const Comparison *comparison, const LuotainSolution *solution)
{
  LuotainVerdict verdict;
  gboolean agrees = TRUE;

  luotain_cross_impact_judge (comparison->matrix, solution->path, &verdict);
  if (verdict.inconsistency > comparison->found->ic)
    agrees = fault (comparison->differences, comparison->file, solution->line,
                    _ ("The scenario is not consistent in this matrix: its inconsistency is %d."),
                    verdict.inconsistency);
  else if (verdict.consistency_value != solution->consistency_value)
    agrees = fault (comparison->differences, comparison->file, solution->line,
                    _ ("The consistency value is %d in the file and %d in this matrix."),
                    solution->consistency_value, verdict.consistency_value);

  if (verdict.total_impact_score != solution->total_impact_score)
    agrees = fault (comparison->differences, comparison->file, solution->line,
                    _ ("The total impact score is %d in the file and %d in this matrix."),
                    solution->total_impact_score, verdict.total_impact_score);

  if (verdict.inconsistency <= comparison->found->ic && !compare_weight (comparison, solution))
    agrees = FALSE;

  return agrees;
}

static void
compare_counts (const Comparison *comparison, const LuotainSolutions *self, GHashTable *seen)
{
  const LuotainConsistentSet *found = comparison->found;
  gulong n_missing = 0;

  if (self->n_declared != (gint64) self->solutions->len)
    fault (comparison->differences, comparison->file, 3,
           _ ("The file says that it holds %ld solutions; it holds %u."), (long) self->n_declared,
           self->solutions->len);

  for (gsize i = 0; i < found->n; i++)
    {
      g_autoptr (GBytes) path = g_bytes_new_static (luotain_consistent_set_path (found, i),
                                                    found->n_variables);

      n_missing += !g_hash_table_contains (seen, path);
    }

  if (n_missing > 0)
    fault (comparison->differences, comparison->file, 0,
           ngettext ("%lu consistent scenario of this matrix is missing in the file.",
                     "%lu consistent scenarios of this matrix are missing in the file.", n_missing),
           n_missing);
}

guint
luotain_solutions_compare (const LuotainSolutions *self, const char *file, const LuotainCrossImpact *matrix,
                           const LuotainConsistentSet *found, const LuotainAttractorSet *weights,
                           LuotainFaults *differences)
{
  const Comparison comparison = { file, matrix, found, weights, differences };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                       (GDestroyNotify) g_bytes_unref, NULL);
  guint n_agree = 0;

  for (guint i = 0; i < self->solutions->len; i++)
    {
      const LuotainSolution *solution = self->solutions->pdata[i];

      if (!g_hash_table_add (seen, g_bytes_new_static (solution->path, self->n_variables)))
        fault (differences, file, solution->line, _ ("The scenario stands twice in the file."));
      else
        n_agree += compare_solution (&comparison, solution);
    }

  compare_counts (&comparison, self, seen);
  return n_agree;
}
