#include "config.h"

#include "luotain-xlsx.h"

#include "luotain-exchange-error.h"
#include "luotain-field.h"
#include "luotain-tables.h"
#include "luotain-workbook-info.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

/* What a cell holds, in UTF-16 as spreadsheets count; and what is kept of a text that is longer. */
#define MOST_UNITS 32767
#define KEPT_UNITS 32600

/* What the name of a sheet holds. */
#define MOST_NAME 31

#define LEAST_WIDTH 9
#define MOST_WIDTH 60

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *head;
  lxw_format *cell;
  GHashTable *names; /* (element-type utf8): of sheets, folded: no two may differ in case alone */
  GArray *widths; /* (element-type int): characters, a column each */
  guint row;
  guint column;
  gboolean too_long; /* more rows than a sheet holds */
  lxw_error fault; /* the first one */
  locale_t plain; /* while the library writes */
} Sink;

static void
note (Sink *self, lxw_error fault)
{
  if (self->fault == LXW_NO_ERROR)
    self->fault = fault;
}

/* The library writes widths and numbers as the locale does; a decimal comma makes the file unreadable. */
static locale_t
write_plainly (const Sink *self)
{
  return uselocale (self->plain);
}

/* Sheets are called by the titles of tables, without what a name must not hold, and each by another. */
static char *
dup_sheet_name (Sink *self, const char *title)
{
  g_autofree char *plain = g_strdelimit (g_strdup (title), "[]:*?/\\'", ' ');

  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *cut = g_utf8_substring (
          plain, 0, MIN (g_utf8_strlen (plain, -1), MOST_NAME - (glong) strlen (number)));
      g_autofree char *name = g_strconcat (cut, number, NULL);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (g_hash_table_add (self->names, g_steal_pointer (&folded)))
        return g_steal_pointer (&name);
    }
}

static gboolean
begin (gpointer data, const char *name, const char *title, GError **error)
{
  Sink *self = data;
  g_autofree char *sheet = dup_sheet_name (self, title != NULL && *title != '\0' ? title : name);

  self->sheet = workbook_add_worksheet (self->book, sheet);
  self->row = 0;
  self->column = 0;
  g_array_set_size (self->widths, 0);
  if (self->sheet != NULL)
    return TRUE;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
               _ ("The sheet “%s” could not be made."), sheet);
  return FALSE;
}

static void
widen (Sink *self, const char *text)
{
  const char *end = strchr (text, '\n');
  const int wanted = (int) g_utf8_strlen (text, end != NULL ? end - text : -1) + 2;

  while (self->widths->len <= self->column)
    {
      const int least = LEAST_WIDTH;

      g_array_append_val (self->widths, least);
    }

  g_array_index (self->widths, int,
                 self->column) = CLAMP (wanted, g_array_index (self->widths, int, self->column), MOST_WIDTH);
}

/* Whole characters until so many units of UTF-16 are full; %NULL where the text is short enough. */
static char *
dup_cut (const char *text)
{
  const char *cut = NULL;
  guint units = 0;

  if (strlen (text) <= MOST_UNITS)
    return NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (units >= KEPT_UNITS && cut == NULL)
        cut = p;
      units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
    }

  if (units <= MOST_UNITS)
    return NULL;

  return g_strdup_printf ("%.*s… [%s]", (int) (cut - text), text,
                          _ ("cut: a cell of a spreadsheet holds no more; the CSV file does"));
}

static void
put_text (gpointer data, const char *text)
{
  Sink *self = data;

  if (text != NULL && *text != '\0' && !self->too_long)
    {
      g_autofree char *cut = dup_cut (text);

      widen (self, text);
      note (self,
            worksheet_write_string (self->sheet, self->row, (lxw_col_t) self->column,
                                    cut != NULL ? cut : text, self->row == 0 ? self->head : self->cell));
    }

  self->column++;
}

static void
put_number (gpointer data, gint64 number)
{
  Sink *self = data;

  if (number != LUOTAIN_NUMBER_UNSET && !self->too_long)
    {
      const locale_t before = write_plainly (self);

      widen (self, "");
      note (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) self->column, (double) number,
                                          self->cell));
      uselocale (before);
    }

  self->column++;
}

static void
end_row (gpointer data)
{
  Sink *self = data;

  self->column = 0;
  self->row++;
  self->too_long |= self->row >= LXW_ROW_MAX;
}

static gboolean
end (gpointer data, GError **error)
{
  Sink *self = data;

  if (self->too_long)
    {
      g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
                   _ ("A sheet holds %d rows, and there are more. Write the tables as CSV."), LXW_ROW_MAX);
      return FALSE;
    }

  for (guint i = 0; i < self->widths->len; i++)
    note (self, worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                                      g_array_index (self->widths, int, i), NULL));
  worksheet_freeze_panes (self->sheet, 1, 1);
  if (self->row > 1 && self->widths->len > 0)
    note (self, worksheet_autofilter (self->sheet, 0, 0, self->row - 1, (lxw_col_t) (self->widths->len - 1)));
  return TRUE;
}

static const LuotainTableSink xlsx_sink = { begin, put_text, put_number, end_row, end };

static void
set_up (Sink *self, const LuotainWorkbookInfo *info)
{
  lxw_doc_properties properties = {
    .title = (char *) info->title,
    .company = (char *) "",
    .comments = (char *) "Luotain",
    .created = (time_t) (info->changed / 1000),
  };

  /* Nothing of the moment: the date is that of what is written. */
  note (self, workbook_set_properties (self->book, &properties));
  self->head = workbook_add_format (self->book);
  format_set_bold (self->head);
  format_set_text_wrap (self->head);
  format_set_align (self->head, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  self->cell = workbook_add_format (self->book);
  format_set_text_wrap (self->cell);
  format_set_align (self->cell, LXW_ALIGN_VERTICAL_TOP);
}

static gboolean
write_book (LuotainDb *db, const LuotainXlsx *xlsx, const LuotainWorkbookInfo *info, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  Sink sink = { .book = workbook_new_opt (xlsx->path, &options),
                .plain = newlocale (LC_ALL_MASK, "C", NULL) };
  LuotainTablesQuery query = {
    .names = xlsx->names,
    .ids = xlsx->ids,
    .n_ids = xlsx->n_ids,
    .for_people = TRUE,
    .language = xlsx->language,
    .skip_empty = xlsx->names == NULL,
    .sink = &xlsx_sink,
    .data = &sink,
  };
  locale_t before;
  gboolean ok;

  if (sink.book == NULL)
    g_error ("no memory for a spreadsheet");

  sink.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sink.widths = g_array_new (FALSE, FALSE, sizeof (int));
  set_up (&sink, info);
  ok = luotain_tables_run (db, &query, NULL, error);

  /* Closing writes the file, also one that nobody wants any more: it frees what was held. */
  before = write_plainly (&sink);
  note (&sink, workbook_close (sink.book));
  uselocale (before);
  freelocale (sink.plain);
  g_hash_table_unref (sink.names);
  g_array_unref (sink.widths);
  if (!ok || sink.fault == LXW_NO_ERROR)
    return ok;

  g_set_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED,
               _ ("The spreadsheet could not be written: %s. Is there room left, also for temporary files?"),
               lxw_strerror (sink.fault));
  return FALSE;
}

gboolean
luotain_xlsx_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainWorkbookInfo) info = luotain_workbook_info_load (db, error);

  return info != NULL && write_book (db, data, info, error);
}
