#include "luotain-matrix-csv.h"

#include "luotain-csv.h"

/* A name that nobody has taken yet; who comes second gets a number. */
static char *
make_unique (GHashTable *taken, const char *name)
{
  char *unique = g_strdup (name);

  for (guint n = 2; g_hash_table_contains (taken, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s %u", name, n);
    }
  g_hash_table_add (taken, g_strdup (unique));
  return unique;
}

/* The first colon of a label parts variable and state, so a variable has none. */
static char *
dup_variable (const LuotainScw *scw, GHashTable *taken, guint i)
{
  g_autofree char *name = luotain_scw_name_variable (scw, i);
  g_autofree char *guarded = NULL;

  g_strdelimit (name, ":\n\r\t", ' ');
  g_strstrip (name);
  guarded = luotain_csv_is_formula (name) ? g_strconcat ("'", name, NULL) : g_strdup (name);
  return make_unique (taken, guarded);
}

/* The labels of all states, one after the other: “Variable: state”. */
static GPtrArray *
make_labels (const LuotainScw *scw)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < scw->cross_impact->n_variables; i++)
    {
      g_autofree char *variable = dup_variable (scw, variables, i);
      g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint x = 0; x < scw->cross_impact->states[i]; x++)
        {
          g_autofree char *name = luotain_scw_name_state (scw, i, x);
          g_autofree char *state = NULL;

          g_strdelimit (name, "\n\r\t", ' ');
          g_strstrip (name);
          state = make_unique (states, name);
          g_ptr_array_add (labels, g_strdup_printf ("%s: %s", variable, state));
        }
    }
  return labels;
}

static void
write_row (LuotainCsv *csv, const LuotainCrossImpact *matrix, guint i, guint x)
{
  for (guint j = 0; j < matrix->n_variables; j++)
    for (guint y = 0; y < matrix->states[j]; y++)
      luotain_csv_number (csv, i == j ? 0 : luotain_cross_impact_get (matrix, i, x, j, y));
  luotain_csv_end_row (csv);
}

gboolean
luotain_matrix_csv_write (const LuotainScw *scw, GOutputStream *stream, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (LuotainCsv) csv = luotain_csv_new (stream, LUOTAIN_CSV_RFC_4180, cancellable);
  g_autoptr (GPtrArray) labels = make_labels (scw);
  g_autofree char *title = luotain_csv_is_formula (scw->title) ? g_strconcat ("'", scw->title, NULL)
                                                               : g_strdup (scw->title);

  luotain_csv_text (csv, title);
  for (guint s = 0; s < labels->len; s++)
    luotain_csv_text (csv, labels->pdata[s]);
  luotain_csv_end_row (csv);
  for (guint i = 0, s = 0; i < scw->cross_impact->n_variables; i++)
    for (guint x = 0; x < scw->cross_impact->states[i]; x++, s++)
      {
        luotain_csv_text (csv, labels->pdata[s]);
        write_row (csv, scw->cross_impact, i, x);
      }
  return luotain_csv_finish (csv, error);
}
