#include "config.h"

#include "luotain-scw.h"

#include "luotain-scw-private.h"
#include "luotain-text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

LuotainScw *
luotain_scw_new (const char *title)
{
  LuotainScw *self = g_new0 (LuotainScw, 1);

  self->heading = g_strdup ("$ ScenarioWizard 4.0");
  self->title = g_strdup (title);
  self->variables = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_scw_item_free);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_scw_item_free);
  self->before_colours = g_ptr_array_new_with_free_func (g_free);
  self->before_matrix = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_scw_text_free);
  self->crlf = TRUE;
  self->latin = TRUE;
  return self;
}

void
luotain_scw_free (LuotainScw *self)
{
  if (self == NULL)
    return;

  g_free (self->heading);
  g_free (self->title);
  g_ptr_array_unref (self->variables);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->before_colours);
  g_ptr_array_unref (self->before_matrix);
  g_ptr_array_unref (self->texts);
  luotain_cross_impact_free (self->cross_impact);
  g_free (self);
}

LuotainScwItem *
luotain_scw_item_new (const char *name, const char *note, const char *colour)
{
  LuotainScwItem *self = g_new0 (LuotainScwItem, 1);

  self->name = g_strdup (name != NULL ? name : "");
  self->note = g_strdup (note != NULL ? note : "");
  self->colour = g_strdup (colour);
  return self;
}

void
luotain_scw_item_free (LuotainScwItem *self)
{
  g_free (self->name);
  g_free (self->note);
  g_free (self->colour);
  g_free (self);
}

LuotainScwText *
luotain_scw_text_new (const char *head, const char *text)
{
  LuotainScwText *self = g_new0 (LuotainScwText, 1);

  self->head = g_strdup (head);
  self->text = g_strdup (text);
  return self;
}

void
luotain_scw_text_free (LuotainScwText *self)
{
  g_free (self->head);
  g_free (self->text);
  g_free (self);
}

/* ---- looking at it ---- */

const LuotainScwItem *
luotain_scw_get_variable (const LuotainScw *self, guint i)
{
  g_assert (i < self->variables->len);
  return self->variables->pdata[i];
}

const LuotainScwItem *
luotain_scw_get_state (const LuotainScw *self, guint i, guint x)
{
  g_assert (i < self->cross_impact->n_variables && x < self->cross_impact->states[i]);
  return self->states->pdata[self->cross_impact->offsets[i] + x];
}

gboolean
luotain_scw_item_is_nameless (const LuotainScwItem *self)
{
  return self->name[strspn (self->name, " \t\r")] == '\0';
}

char *
luotain_scw_default_name (guint index)
{
  return index < 26 ? g_strdup_printf ("%c", 'A' + index)
                    : g_strdup_printf ("%c%u", 'A' + index % 26, index / 26 + 1);
}

char *
luotain_scw_name_variable (const LuotainScw *self, guint i)
{
  const LuotainScwItem *variable = luotain_scw_get_variable (self, i);

  return luotain_scw_item_is_nameless (variable) ? g_strdup_printf ("%u", i + 1)
                                                 : g_strstrip (g_strdup (variable->name));
}

char *
luotain_scw_name_state (const LuotainScw *self, guint i, guint x)
{
  const LuotainScwItem *state = luotain_scw_get_state (self, i, x);

  return luotain_scw_item_is_nameless (state) ? luotain_scw_default_name (x)
                                              : g_strstrip (g_strdup (state->name));
}

/* Texts come first in the order model, variables, blocks row by row; marks without a text may follow. */
static const char *
get_text (const LuotainScw *self, guint index)
{
  const LuotainScwText *text;

  if (!luotain_scw_has_all_texts (self))
    return NULL;

  text = self->texts->pdata[index];
  return text->text;
}

gboolean
luotain_scw_has_all_texts (const LuotainScw *self)
{
  const guint n = self->variables->len;
  const guint n_texts = 1 + n + n * n;

  if (self->texts->len < n_texts)
    return FALSE;

  for (guint i = 0; i < self->texts->len; i++)
    if ((((LuotainScwText *) self->texts->pdata[i])->text != NULL) != (i < n_texts))
      return FALSE;

  return TRUE;
}

const char *
luotain_scw_text_of_model (const LuotainScw *self)
{
  return get_text (self, 0);
}

const char *
luotain_scw_text_of_variable (const LuotainScw *self, guint i)
{
  g_assert (i < self->variables->len);
  return get_text (self, 1 + i);
}

const char *
luotain_scw_text_of_block (const LuotainScw *self, guint i, guint j)
{
  g_assert (i < self->variables->len && j < self->variables->len);
  return get_text (self, 1 + self->variables->len + i * self->variables->len + j);
}

/* ---- for the readers ---- */

guint *
luotain_scw_owners (const LuotainScw *self)
{
  guint *owners = g_new (guint, MAX (self->states->len, 1));

  for (guint i = 0; i < self->cross_impact->n_variables; i++)
    for (guint s = self->cross_impact->offsets[i]; s < self->cross_impact->offsets[i + 1]; s++)
      owners[s] = i;

  return owners;
}

char *
luotain_scw_set_cell (LuotainScw *self, const guint *owners, guint row, guint column, const char *word)
{
  LuotainCrossImpact *matrix = self->cross_impact;
  const gint64 most = LUOTAIN_CROSS_IMPACT_MAX_JUDGEMENT;
  gint64 number;

  if (!luotain_text_parse_whole (word, &number))
    {
      g_autofree char *excerpt = g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), 20));

      return g_strdup_printf (_ ("Number %u of the row is “%s”: no whole number."), column + 1,
                              g_strstrip (excerpt));
    }

  if (number < -most || number > most)
    return g_strdup_printf (_ ("Number %u of the row must lie between −%d and %d."), column + 1, (int) most,
                            (int) most);

  if (owners[row] == owners[column] && number != 0)
    return g_strdup_printf (_ ("Number %u of the row judges a variable on itself; it must be 0."),
                            column + 1);

  matrix->judgements[(gsize) row * matrix->n_states + column] = (gint16) number;
  return NULL;
}

/* ---- writing ---- */

typedef struct
{
  GString *text;
  const char *end; /* of a line */
} Writer;

static void
write_line (Writer *writer, const char *before, const char *line)
{
  g_string_append (writer->text, before);
  g_string_append (writer->text, line);
  g_string_append (writer->text, writer->end);
}

static void
write_lines (Writer *writer, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    write_line (writer, "", lines->pdata[i]);
}

static void
write_names (Writer *writer, const LuotainScw *self, gboolean notes)
{
  for (guint i = 0; i < self->variables->len; i++)
    {
      const LuotainScwItem *variable = luotain_scw_get_variable (self, i);

      write_line (writer, "&", notes ? variable->note : variable->name);
      for (guint x = 0; x < self->cross_impact->states[i]; x++)
        {
          const LuotainScwItem *state = luotain_scw_get_state (self, i, x);

          write_line (writer, notes ? " " : " -", notes ? state->note : state->name);
        }
    }
}

static void
write_colours (Writer *writer, const LuotainScw *self)
{
  for (guint s = 0; s < self->states->len; s++)
    {
      const LuotainScwItem *state = self->states->pdata[s];

      write_line (writer, "", state->colour != NULL ? state->colour : "FFFFFF");
    }
}

static void
write_matrix (Writer *writer, const LuotainScw *self)
{
  const guint n = self->cross_impact->n_states;

  for (guint row = 0; row < n; row++)
    {
      for (guint column = 0; column < n; column++)
        g_string_append_printf (writer->text, column > 0 ? ",%2d " : "%2d ",
                                self->cross_impact->judgements[(gsize) row * n + column]);
      g_string_append (writer->text, writer->end);
    }
}

static void
write_texts (Writer *writer, const LuotainScw *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const LuotainScwText *text = self->texts->pdata[i];
      g_auto (GStrv) lines = NULL;

      write_line (writer, "#", text->head);
      if (text->text == NULL)
        continue;

      lines = g_strsplit (text->text, "\n", -1);
      g_string_append_c (writer->text, '"');
      for (guint k = 0; lines[k] != NULL; k++)
        g_string_append_printf (writer->text, "%s%s", k > 0 ? writer->end : "", lines[k]);
      write_line (writer, "\"", "");
    }
}

char *
luotain_scw_write (const LuotainScw *self, gsize *length)
{
  Writer writer = { g_string_new (NULL), self->crlf ? "\r\n" : "\n" };
  g_autofree char *text = NULL;
  g_autofree char *bytes = NULL;

  write_line (&writer, "", self->heading);
  write_line (&writer, "", self->title);
  write_names (&writer, self, FALSE);
  write_line (&writer, "#", "");
  if (self->has_notes)
    write_names (&writer, self, TRUE);
  write_line (&writer, "#", "");
  write_lines (&writer, self->before_colours);
  write_line (&writer, "#", "");
  if (self->has_colours)
    write_colours (&writer, self);
  write_line (&writer, "#", "");
  write_lines (&writer, self->before_matrix);
  write_line (&writer, "#", "");
  write_matrix (&writer, self);
  write_line (&writer, "#", "");
  write_texts (&writer, self);

  *length = writer.text->len;
  text = g_string_free (writer.text, FALSE);
  bytes = self->latin ? luotain_text_to_windows (text, length) : NULL;
  return bytes != NULL ? g_steal_pointer (&bytes) : g_steal_pointer (&text);
}

gboolean
luotain_scw_write_to (const LuotainScw *self, GOutputStream *stream, GError **error)
{
  gsize length = 0;
  g_autofree char *bytes = luotain_scw_write (self, &length);

  return g_output_stream_write_all (stream, bytes, length, NULL, NULL, error);
}
