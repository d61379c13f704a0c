#include "config.h"

#include "luotain-scw-private.h"
#include "luotain-text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LuotainScw *scw;
  const LuotainTextLines *lines;
  guint line; /* the next one to read, from 1 */
  const char *file;
  LuotainFaults *faults;
  guint n_states[LUOTAIN_CROSS_IMPACT_MAX_VARIABLES];
  guint *owners; /* of the matrix: which variable a state belongs to */
} Reader;

static void G_GNUC_PRINTF (3, 4) fault (Reader *reader, guint line, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  luotain_faults_add (reader->faults, reader->file, (int) line, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static const char *
peek (Reader *reader)
{
  return luotain_text_lines_get (reader->lines, reader->line);
}

static gboolean
ends_section (const char *line)
{
  return line == NULL || line[0] == '#';
}

/* Steps behind the # that ends a section. */
static gboolean
end_section (Reader *reader)
{
  if (peek (reader) == NULL)
    {
      fault (reader, reader->line, _ ("The file ends too early: the # that ends the section is missing."));
      return FALSE;
    }

  reader->line++;
  return TRUE;
}

/* What follows a mark of which only blanks stand before. */
static const char *
behind (const char *line, char mark)
{
  const char *text = line + strspn (line, " \t");

  return *text == mark ? text + 1 : NULL;
}

/* ---- the first lines ---- */

static gboolean
read_heading (Reader *reader)
{
  const char *heading = peek (reader);
  const char *title;

  if (heading == NULL || !g_str_has_prefix (heading, "$ ScenarioWizard"))
    {
      fault (reader, 1,
             _ ("This is no model of ScenarioWizard: the first line is not “$ ScenarioWizard 4.0”."));
      return FALSE;
    }

  reader->line++;
  title = peek (reader);
  if (title != NULL && g_ascii_strncasecmp (title, "Solution set", 12) == 0)
    {
      fault (reader, 2, _ ("This is a solution set (.sl) and no model. Name the .scw file."));
      return FALSE;
    }

  if (title == NULL || title[0] == '&' || title[0] == '#')
    {
      fault (reader, 2, _ ("Here should stand the title of the model."));
      return FALSE;
    }

  g_free (reader->scw->heading);
  reader->scw->heading = g_strdup (heading);
  g_free (reader->scw->title);
  reader->scw->title = g_strdup (title);
  reader->line++;
  return TRUE;
}

/* ---- names ---- */

static gboolean
check_name (Reader *reader, const char *name)
{
  if (g_utf8_strlen (name, -1) <= LUOTAIN_SCW_MAX_NAME)
    return TRUE;

  fault (reader, reader->line, _ ("The name is longer than %d characters."), LUOTAIN_SCW_MAX_NAME);
  return FALSE;
}

static gboolean
check_last_variable (Reader *reader, guint line)
{
  const guint n = reader->scw->variables->len;

  if (n == 0 || reader->n_states[n - 1] > 0)
    return TRUE;

  fault (reader, line, _ ("The variable “%s” has no states."),
         luotain_scw_get_variable (reader->scw, n - 1)->name);
  return FALSE;
}

static gboolean
take_variable (Reader *reader, const char *name)
{
  LuotainScw *scw = reader->scw;

  if (!check_last_variable (reader, reader->line - 1) || !check_name (reader, name))
    return FALSE;

  if (scw->variables->len == LUOTAIN_CROSS_IMPACT_MAX_VARIABLES)
    {
      fault (reader, reader->line, _ ("A model has at most %d variables; here are more."),
             LUOTAIN_CROSS_IMPACT_MAX_VARIABLES);
      return FALSE;
    }

  reader->n_states[scw->variables->len] = 0;
  g_ptr_array_add (scw->variables, luotain_scw_item_new (name, NULL, NULL));
  return TRUE;
}

static gboolean
take_state (Reader *reader, const char *name)
{
  LuotainScw *scw = reader->scw;

  if (scw->variables->len == 0)
    fault (reader, reader->line, _ ("A state stands before the first variable."));
  else if (reader->n_states[scw->variables->len - 1] == LUOTAIN_CROSS_IMPACT_MAX_STATES)
    fault (reader, reader->line, _ ("A variable has at most %d states; here are more."),
           LUOTAIN_CROSS_IMPACT_MAX_STATES);
  else if (scw->states->len == LUOTAIN_SCW_MAX_STATES)
    fault (reader, reader->line, _ ("A model has at most %d states in all; here are more."),
           LUOTAIN_SCW_MAX_STATES);
  else if (check_name (reader, name))
    {
      reader->n_states[scw->variables->len - 1]++;
      g_ptr_array_add (scw->states, luotain_scw_item_new (name, NULL, NULL));
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_names (Reader *reader)
{
  for (const char *line; !ends_section (line = peek (reader)); reader->line++)
    {
      const char *state = behind (line, '-');

      if (line[0] == '&' ? !take_variable (reader, line + 1) : state != NULL && !take_state (reader, state))
        return FALSE;

      if (line[0] != '&' && state == NULL)
        {
          fault (reader, reader->line,
                 _ ("Here should stand a variable (&…), a state ( -…) or the end of the section (#)."));
          return FALSE;
        }
    }

  if (reader->scw->variables->len == 0)
    {
      fault (reader, reader->line, _ ("The model has no variables."));
      return FALSE;
    }

  return check_last_variable (reader, reader->line - 1) && end_section (reader);
}

/* ---- notes and colours ---- */

static gboolean
read_note (Reader *reader, LuotainScwItem *item, gboolean is_variable)
{
  const char *line = peek (reader);

  if (ends_section (line) || is_variable != (line[0] == '&'))
    {
      fault (reader, reader->line,
             is_variable ? _ ("Here should stand the note of the variable “%s”: & and the note.")
                         : _ ("Here should stand the note of the state “%s”: a blank and the note."),
             item->name);
      return FALSE;
    }

  g_free (item->note);
  item->note = g_strdup (is_variable || line[0] == ' ' ? line + 1 : line);
  reader->line++;
  return TRUE;
}

static gboolean
read_notes (Reader *reader)
{
  LuotainScw *scw = reader->scw;
  guint s = 0;

  scw->has_notes = !ends_section (peek (reader));
  for (guint i = 0; scw->has_notes && i < scw->variables->len; i++)
    {
      if (!read_note (reader, scw->variables->pdata[i], TRUE))
        return FALSE;

      for (guint x = 0; x < reader->n_states[i]; x++)
        if (!read_note (reader, scw->states->pdata[s++], FALSE))
          return FALSE;
    }

  if (!ends_section (peek (reader)))
    {
      fault (reader, reader->line, _ ("There are more notes than variables and states."));
      return FALSE;
    }

  return end_section (reader);
}

static gboolean
read_section (Reader *reader, GPtrArray *lines)
{
  for (const char *line; !ends_section (line = peek (reader)); reader->line++)
    g_ptr_array_add (lines, g_strdup (line));

  return end_section (reader);
}

static gboolean
is_colour (const char *line)
{
  gsize n = 0;

  while (g_ascii_isxdigit (line[n]))
    n++;

  return n >= 1 && n <= 8 && line[n + strspn (line + n, " \t\r")] == '\0';
}

static gboolean
read_colours (Reader *reader)
{
  LuotainScw *scw = reader->scw;
  guint n = 0;

  for (const char *line; !ends_section (line = peek (reader)); reader->line++)
    {
      LuotainScwItem *state = n < scw->states->len ? scw->states->pdata[n++] : NULL;

      if (state == NULL || !is_colour (line))
        {
          fault (reader, reader->line,
                 state == NULL ? _ ("There are more colours than states.")
                               : _ ("Here should stand a colour of six hexadecimal digits, as FFFFFF."));
          return FALSE;
        }

      state->colour = g_strdup (line);
    }

  scw->has_colours = n > 0;
  if (n == 0 || n == scw->states->len)
    return end_section (reader);

  fault (reader, reader->line, _ ("There are %u colours and %u states."), n, scw->states->len);
  return FALSE;
}

/* ---- the matrix ---- */

static gboolean
read_row (Reader *reader, guint row)
{
  const guint n = reader->scw->states->len;
  g_auto (GStrv) words = g_strsplit (peek (reader), ",", (int) n + 2);
  const guint n_words = g_strv_length (words);

  if (n_words != n)
    {
      fault (reader, reader->line,
             n_words > n ? _ ("The row has more than %u numbers, one for each state.")
                         : _ ("The row has fewer than %u numbers, one for each state."),
             n);
      return FALSE;
    }

  for (guint column = 0; column < n; column++)
    {
      char *message = luotain_scw_set_cell (reader->scw, reader->owners, row, column, words[column]);

      if (message == NULL)
        continue;

      luotain_faults_add (reader->faults, reader->file, (int) reader->line, message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_matrix (Reader *reader)
{
  LuotainScw *scw = reader->scw;
  const guint n_before = luotain_faults_get_count (reader->faults);
  guint row = 0;

  scw->cross_impact = luotain_cross_impact_new (scw->variables->len, reader->n_states);
  reader->owners = luotain_scw_owners (scw);
  for (; row < scw->states->len && !ends_section (peek (reader)); row++, reader->line++)
    if (!read_row (reader, row) && luotain_faults_is_full (reader->faults))
      return FALSE;

  if (row < scw->states->len)
    fault (reader, reader->line, _ ("The matrix has %u rows; there should be %u, one for each state."), row,
           scw->states->len);
  else if (!ends_section (peek (reader)))
    fault (reader, reader->line, _ ("The matrix has more than %u rows, one for each state."),
           scw->states->len);

  return luotain_faults_get_count (reader->faults) == n_before;
}

/* ---- texts ---- */

/* A text begins and ends with a quotation mark and may have several lines; within, quotation marks are not doubled. So it
 * ends where one ends a line and the next line is a mark. */
static char *
read_text (Reader *reader)
{
  GString *text = g_string_new (peek (reader) + 1);
  const guint first = reader->line;

  for (;;)
    {
      const char *next;

      reader->line++;
      next = peek (reader);
      if (text->len > 0 && text->str[text->len - 1] == '"' && ends_section (next))
        {
          g_string_truncate (text, text->len - 1);
          return g_string_free (text, FALSE);
        }

      if (next == NULL)
        {
          fault (reader, first, _ ("The text that begins here has no quotation mark at its end."));
          g_string_free (text, TRUE);
          return NULL;
        }

      g_string_append_c (text, '\n');
      g_string_append (text, next);
    }
}

static gboolean
read_texts (Reader *reader)
{
  for (const char *line; (line = peek (reader)) != NULL;)
    {
      g_autofree char *text = NULL;
      const char *next;

      if (line[0] != '#')
        {
          fault (
              reader, reader->line,
              _ ("Behind the matrix should stand texts: a line that begins with #, then one in quotation marks."));
          return FALSE;
        }

      reader->line++;
      next = peek (reader);
      if (next != NULL && next[0] == '"' && (text = read_text (reader)) == NULL)
        return FALSE;

      g_ptr_array_add (reader->scw->texts, luotain_scw_text_new (line + 1, text));
    }

  return TRUE;
}

static gboolean
read_all (Reader *reader)
{
  LuotainScw *scw = reader->scw;

  if (!read_heading (reader) || !read_names (reader) || !read_notes (reader)
      || !read_section (reader, scw->before_colours) || !read_colours (reader)
      || !read_section (reader, scw->before_matrix) || !read_matrix (reader))
    return FALSE;

  /* Other programs end the file with the matrix. */
  if (peek (reader) != NULL)
    reader->line++;

  return read_texts (reader);
}

LuotainScw *
luotain_scw_read (const char *data, gsize length, const char *file, LuotainFaults *faults)
{
  g_autoptr (LuotainTextLines) lines = luotain_text_lines_new (data, length, file, faults);
  g_autoptr (LuotainScw) scw = luotain_scw_new ("");
  Reader reader = { .scw = scw, .lines = lines, .line = 1, .file = file, .faults = faults };
  gboolean ok;

  if (lines == NULL)
    return NULL;

  scw->crlf = lines->crlf;
  scw->latin = lines->latin;
  ok = read_all (&reader);
  g_free (reader.owners);
  return ok ? g_steal_pointer (&scw) : NULL;
}
