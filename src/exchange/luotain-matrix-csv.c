#include "config.h"

#include "luotain-matrix-csv.h"

#include "luotain-scw-private.h"
#include "luotain-text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LuotainScw *scw;
  const LuotainTextLines *lines;
  const char *file;
  LuotainFaults *faults;
  char separator;
  GPtrArray *labels; /* (element-type utf8): of the states, as they stand */
  guint n_states[LUOTAIN_CROSS_IMPACT_MAX_VARIABLES];
  guint *owners;
} Reader;

static gboolean G_GNUC_PRINTF (3, 4) fault (Reader *reader, guint line, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  luotain_faults_add (reader->faults, reader->file, (int) line, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  return FALSE;
}

/* ---- cells ---- */

/* Takes one cell, without the white space around it; NULL where a quotation mark is not closed. */
static char *
take_cell (const char **text, char separator)
{
  GString *cell = g_string_new (NULL);
  const char *p = *text + strspn (*text, separator == '\t' ? " " : " \t");
  gboolean quoted = *p == '"';

  for (p += quoted; *p != '\0' && (quoted || *p != separator); p++)
    {
      if (quoted && *p == '"' && p[1] != '"')
        quoted = FALSE;
      else
        {
          if (quoted && *p == '"')
            p++;
          g_string_append_c (cell, *p);
        }
    }

  if (quoted)
    {
      g_string_free (cell, TRUE);
      return NULL;
    }

  *text = *p == separator ? p + 1 : NULL;
  return g_strstrip (g_string_free (cell, FALSE));
}

static GPtrArray *
take_cells (Reader *reader, guint line)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *text = luotain_text_lines_get (reader->lines, line);

  while (text != NULL)
    {
      char *cell = take_cell (&text, reader->separator);

      if (cell == NULL)
        {
          fault (reader, line, _ ("A quotation mark is not closed."));
          return NULL;
        }

      g_ptr_array_add (cells, cell);
    }

  return g_steal_pointer (&cells);
}

static char
find_separator (const char *line)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      quoted = quoted != (*p == '"');
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        counts[i] += !quoted && *p == separators[i];
    }

  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;

  return separators[best];
}

/* ---- the first line ---- */

/* “Logistics: dear” → Logistics, dear; “A1” → A, A1. */
static gboolean
part_label (const char *label, char **variable, char **state)
{
  const char *colon = strchr (label, ':');
  gsize length = strlen (label);

  if (colon != NULL && colon > label)
    {
      *variable = g_strchomp (g_strndup (label, (gsize) (colon - label)));
      *state = g_strstrip (g_strdup (colon + 1));
      return TRUE;
    }

  while (length > 0 && g_ascii_isdigit (label[length - 1]))
    length--;
  if (length == 0 || label[length] == '\0')
    return FALSE;

  *variable = g_strchomp (g_strndup (label, length));
  *state = g_strdup (label);
  return TRUE;
}

static gboolean
has_variable (const LuotainScw *scw, const char *name)
{
  for (guint i = 0; i < scw->variables->len; i++)
    if (strcmp (luotain_scw_get_variable (scw, i)->name, name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
begin_variable (Reader *reader, const char *name, const char *label)
{
  LuotainScw *scw = reader->scw;

  if (has_variable (scw, name))
    return fault (reader, 1, _ ("“%s” stands apart from the other states of its variable."), label);

  if (scw->variables->len == LUOTAIN_CROSS_IMPACT_MAX_VARIABLES)
    return fault (reader, 1, _ ("A model has at most %d variables; here are more."),
                  LUOTAIN_CROSS_IMPACT_MAX_VARIABLES);

  reader->n_states[scw->variables->len] = 0;
  g_ptr_array_add (scw->variables, luotain_scw_item_new (name, NULL, NULL));
  return TRUE;
}

static gboolean
take_label (Reader *reader, const char *label)
{
  LuotainScw *scw = reader->scw;
  const LuotainScwItem *last = scw->variables->len > 0
                                   ? luotain_scw_get_variable (scw, scw->variables->len - 1)
                                   : NULL;
  g_autofree char *variable = NULL;
  g_autofree char *state = NULL;

  if (g_utf8_strlen (label, -1) > LUOTAIN_SCW_MAX_NAME)
    return fault (reader, 1, _ ("The name is longer than %d characters."), LUOTAIN_SCW_MAX_NAME);

  if (!part_label (label, &variable, &state))
    return fault (reader, 1,
                  _ ("“%s” does not tell its variable. Call the states A1, A2, B1 … or “Variable: state”."),
                  label);

  if ((last == NULL || strcmp (last->name, variable) != 0) && !begin_variable (reader, variable, label))
    return FALSE;

  if (reader->n_states[scw->variables->len - 1] == LUOTAIN_CROSS_IMPACT_MAX_STATES)
    return fault (reader, 1, _ ("A variable has at most %d states; here are more."),
                  LUOTAIN_CROSS_IMPACT_MAX_STATES);

  reader->n_states[scw->variables->len - 1]++;
  g_ptr_array_add (scw->states, luotain_scw_item_new (state, NULL, NULL));
  g_ptr_array_add (reader->labels, g_strdup (label));
  return TRUE;
}

static gboolean
check_labels (Reader *reader)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < reader->labels->len; s++)
    if (!g_hash_table_add (seen, reader->labels->pdata[s]))
      return fault (reader, 1, _ ("There are two states called “%s”."),
                    (const char *) reader->labels->pdata[s]);

  return TRUE;
}

static gboolean
read_labels (Reader *reader)
{
  g_autoptr (GPtrArray) cells = NULL;

  if (reader->lines->lines->len == 0)
    return fault (reader, 0, _ ("The file is empty."));

  reader->separator = find_separator (luotain_text_lines_get (reader->lines, 1));
  cells = take_cells (reader, 1);
  if (cells == NULL)
    return FALSE;

  if (cells->len < 2)
    return fault (reader, 1,
                  _ ("Here should stand the names of the states, with commas or semicolons between."));

  if (cells->len - 1 > LUOTAIN_SCW_MAX_STATES)
    return fault (reader, 1, _ ("A model has at most %d states in all; here are more."),
                  LUOTAIN_SCW_MAX_STATES);

  if (*(const char *) cells->pdata[0] != '\0')
    {
      g_free (reader->scw->title);
      reader->scw->title = g_strdup (cells->pdata[0]);
    }

  for (guint k = 1; k < cells->len; k++)
    if (!take_label (reader, cells->pdata[k]))
      return FALSE;

  return check_labels (reader);
}

/* ---- the rows ---- */

static gboolean
read_row (Reader *reader, guint row)
{
  const guint n = reader->scw->states->len;
  const char *label = reader->labels->pdata[row];
  g_autoptr (GPtrArray) cells = take_cells (reader, row + 2);

  if (cells == NULL)
    return FALSE;

  if (strcmp (cells->pdata[0], label) != 0)
    return fault (reader, row + 2,
                  _ ("Here should stand the row of “%s”: rows have the order of the columns."), label);

  if (cells->len != n + 1)
    return fault (reader, row + 2,
                  cells->len > n + 1 ? _ ("The row has more than %u numbers, one for each state.")
                                     : _ ("The row has fewer than %u numbers, one for each state."),
                  n);

  for (guint column = 0; column < n; column++)
    {
      const char *word = cells->pdata[column + 1];
      char *message = *word != '\0' ? luotain_scw_set_cell (reader->scw, reader->owners, row, column, word)
                                    : NULL;

      if (message == NULL)
        continue;

      luotain_faults_add (reader->faults, reader->file, (int) row + 2, message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_rows (Reader *reader)
{
  const guint n = reader->scw->states->len;
  const guint n_rows = reader->lines->lines->len - 1;

  for (guint row = 0; row < MIN (n, n_rows); row++)
    if (!read_row (reader, row) && luotain_faults_is_full (reader->faults))
      return FALSE;

  if (n_rows < n)
    return fault (reader, n_rows + 1, _ ("The matrix has %u rows; there should be %u, one for each state."),
                  n_rows, n);
  if (n_rows > n)
    return fault (reader, n + 2, _ ("The matrix has more than %u rows, one for each state."), n);

  return luotain_faults_get_count (reader->faults) == 0;
}

LuotainScw *
luotain_matrix_csv_read (const char *data, gsize length, const char *file, const char *title,
                         LuotainFaults *faults)
{
  g_autoptr (LuotainFaults) own = luotain_faults_new ();
  g_autoptr (LuotainTextLines) lines = luotain_text_lines_new (data, length, file, own);
  g_autoptr (LuotainScw) scw = luotain_scw_new (title);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .scw = scw, .lines = lines, .file = file, .faults = own, .labels = labels };
  gboolean ok = lines != NULL && read_labels (&reader);

  if (ok)
    {
      scw->cross_impact = luotain_cross_impact_new (scw->variables->len, reader.n_states);
      reader.owners = luotain_scw_owners (scw);
      ok = read_rows (&reader);
      g_free (reader.owners);
    }

  luotain_faults_take_all (faults, own);
  return ok ? g_steal_pointer (&scw) : NULL;
}
