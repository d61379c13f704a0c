#include "luotain-table-csv.h"

#include "luotain-csv.h"
#include "luotain-futures-layout.h"

static void
write_text (LuotainCsv *csv, const char *text)
{
  g_autofree char *guarded = text != NULL && luotain_csv_is_formula (text) ? g_strconcat ("'", text, NULL)
                                                                           : NULL;

  luotain_csv_text (csv, guarded != NULL ? guarded : text);
}

static void
write_state (LuotainCsv *csv, const LuotainFuturesRow *row, guint index)
{
  const LuotainFuturesState *state = luotain_futures_row_state (row, index);

  write_text (csv, state != NULL ? state->title : NULL);
}

static void
write_head (LuotainCsv *csv, const LuotainFuturesTable *table, const LuotainFuturesLayout *layout)
{
  luotain_csv_text (csv, "key-variable");
  for (guint i = 0; i < luotain_futures_layout_n_columns (layout); i++)
    {
      g_autofree char *title = luotain_futures_layout_title (layout, i);

      write_text (csv, title);
    }
  for (guint i = 0; i < table->paths->len; i++)
    write_text (csv, luotain_futures_table_path (table, i)->title);
  luotain_csv_text (csv, "findings");
  luotain_csv_end_row (csv);
}

static void
write_row (LuotainCsv *csv, const LuotainFuturesTable *table, const LuotainFuturesLayout *layout, guint index)
{
  const LuotainFuturesRow *row = luotain_futures_table_row (table, index);

  write_text (csv, row->title);
  for (guint i = 0; i < luotain_futures_layout_n_columns (layout); i++)
    write_state (csv, row, luotain_futures_layout_state (layout, index, i));
  for (guint i = 0; i < table->paths->len; i++)
    write_state (csv, row, luotain_futures_table_path (table, i)->states[index]);
  luotain_csv_number (csv, row->n_findings);
  luotain_csv_end_row (csv);
}

gboolean
luotain_table_csv_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainTableCsv *self = data;
  LuotainFuturesQuery query = { self->sector, self->language };
  g_autoptr (LuotainWordList) words = luotain_word_list_load (db, self->language, error);
  g_autoptr (LuotainCsv) csv = luotain_csv_new (self->stream, LUOTAIN_CSV_RFC_4180,
                                                luotain_db_get_cancellable (db));
  g_autoptr (LuotainFuturesTable) table = NULL;
  g_autoptr (LuotainFuturesLayout) layout = NULL;
  gpointer read = NULL;

  if (words == NULL || !luotain_futures_table_run (db, &query, &read, error))
    return FALSE;

  table = read;
  layout = luotain_futures_layout_new (table, table->by_image, words);
  write_head (csv, table, layout);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (csv, table, layout, i);
  return luotain_csv_finish (csv, error);
}
