#include "config.h"

#include "luotain-cli-table.h"

#include "luotain-cli-error.h"

#include <glib/gi18n-lib.h>

/* A line of a terminal that is made wide. */
#define WIDEST 120
#define GAP 2

typedef struct
{
  char *title;
  gboolean is_number;
  glong width;
} Column;

struct _LuotainCliTable
{
  GPtrArray *columns;
  GPtrArray *cells;
};

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->title);
  g_free (column);
}

LuotainCliTable *
luotain_cli_table_new (void)
{
  LuotainCliTable *self = g_new0 (LuotainCliTable, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
luotain_cli_table_free (LuotainCliTable *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
add_column (LuotainCliTable *self, const char *title, gboolean is_number)
{
  Column *column = g_new0 (Column, 1);

  column->title = g_strdup (title);
  column->is_number = is_number;
  column->width = g_utf8_strlen (title, -1);
  g_ptr_array_add (self->columns, column);
}

void
luotain_cli_table_add_column (LuotainCliTable *self, const char *title)
{
  add_column (self, title, FALSE);
}

void
luotain_cli_table_add_number_column (LuotainCliTable *self, const char *title)
{
  add_column (self, title, TRUE);
}

static void
take_cell (LuotainCliTable *self, char *text)
{
  Column *column = self->columns->pdata[self->cells->len % self->columns->len];

  column->width = MAX (column->width, g_utf8_strlen (text, -1));
  g_ptr_array_add (self->cells, text);
}

void
luotain_cli_table_add_text (LuotainCliTable *self, const char *text)
{
  take_cell (self, g_strdup (text != NULL ? text : ""));
}

void
luotain_cli_table_add_number (LuotainCliTable *self, gint64 number)
{
  take_cell (self, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
print_blanks (LuotainCliOutput *output, glong n)
{
  for (glong i = 0; i < n; i++)
    luotain_cli_output_putc (output, ' ');
}

static void
print_cell (const Column *column, const char *text, gboolean is_last, LuotainCliOutput *output)
{
  const glong blanks = column->width - g_utf8_strlen (text, -1);

  if (column->is_number)
    print_blanks (output, blanks);
  luotain_cli_output_puts (output, text);
  if (!is_last)
    print_blanks (output, GAP + (column->is_number ? 0 : blanks));
}

static void
print_wide (LuotainCliTable *self, LuotainCliOutput *output)
{
  const guint n = self->columns->len;

  for (guint k = 0; k < n; k++)
    {
      const Column *column = self->columns->pdata[k];

      print_cell (column, column->title, k == n - 1, output);
    }
  luotain_cli_output_putc (output, '\n');

  for (guint k = 0; k < self->cells->len; k++)
    {
      print_cell (self->columns->pdata[k % n], self->cells->pdata[k], k % n == n - 1, output);
      if (k % n == n - 1)
        luotain_cli_output_putc (output, '\n');
    }
}

static void
print_paragraphs (LuotainCliTable *self, LuotainCliOutput *output)
{
  const guint n = self->columns->len;
  glong width = 0;

  for (guint k = 0; k < n; k++)
    width = MAX (width, g_utf8_strlen (((Column *) self->columns->pdata[k])->title, -1));

  for (guint k = 0; k < self->cells->len; k++)
    {
      const Column *column = self->columns->pdata[k % n];

      if (k > 0 && k % n == 0)
        luotain_cli_output_putc (output, '\n');
      luotain_cli_output_puts (output, column->title);
      print_blanks (output, GAP + width - g_utf8_strlen (column->title, -1));
      luotain_cli_output_printf (output, "%s\n", (const char *) self->cells->pdata[k]);
    }
}

void
luotain_cli_table_print (LuotainCliTable *self, LuotainCliOutput *output)
{
  glong width = -GAP;

  for (guint k = 0; k < self->columns->len; k++)
    width += GAP + ((Column *) self->columns->pdata[k])->width;

  luotain_cli_output_putc (output, '\n');
  if (width <= WIDEST)
    print_wide (self, output);
  else
    print_paragraphs (self, output);
}

gboolean
luotain_cli_check_least (gint64 number, gint64 least, const char *option, GError **error)
{
  if (number >= least)
    return TRUE;

  g_set_error (error, LUOTAIN_CLI_ERROR, LUOTAIN_CLI_ERROR_USAGE,
               _ ("The number behind %s must be at least %ld."), option, (long) least);
  return FALSE;
}
