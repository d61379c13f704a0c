#include "luotain-report-reader-private.h"

#include <string.h>

#define MOST_COLUMNS 1000

/* Which columns cells of rows above still fill, and for how many rows more. */
typedef struct
{
  Reader *reader;
  LuotainReportBlock *table;
  GArray *taken; /* (element-type guint), one a column */
  guint row;
  gboolean in_head;
} Table;

static guint
read_span (const xmlNode *node, const char *name)
{
  g_autofree char *value = luotain_report_reader_attribute (node, name);
  const guint64 span = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint) CLAMP (span, 1, MOST_COLUMNS);
}

static guint
find_free_column (Table *table, guint column)
{
  while (column < table->taken->len && g_array_index (table->taken, guint, column) > 0)
    column++;
  return column;
}

static void
take_columns (Table *table, const LuotainReportBlock *cell)
{
  if (table->taken->len < cell->column + cell->column_span)
    g_array_set_size (table->taken, cell->column + cell->column_span);
  for (guint i = 0; i < cell->column_span; i++)
    g_array_index (table->taken, guint, cell->column + i) = cell->row_span;
}

static LuotainReportBlock *
read_cell (Table *table, LuotainReportBlock *row, const xmlNode *node, guint column)
{
  LuotainReportBlock *cell = luotain_report_block_add (row, LUOTAIN_BLOCK_CELL);
  g_autofree char *scope = luotain_report_reader_attribute (node, "scope");
  g_autofree char *id = luotain_report_reader_attribute (node, "id");
  g_autofree char *language = luotain_report_reader_attribute (node, "lang");
  Reader inside = *table->reader;

  cell->row = table->row;
  cell->column = find_free_column (table, column);
  cell->row_span = read_span (node, "rowspan");
  cell->column_span = read_span (node, "colspan");
  cell->is_header = luotain_report_reader_is (node, "th");
  cell->heads_row = scope != NULL ? g_str_has_prefix (scope, "row") : !table->in_head;
  take_columns (table, cell);

  if (id != NULL)
    g_ptr_array_add (inside.anchors, g_strdup (id));
  luotain_report_reader_take_anchors (&inside, cell);
  inside.parent = cell;
  inside.open = NULL;
  inside.in_cell = TRUE;
  inside.keeps_lines = FALSE;
  inside.role = LUOTAIN_BLOCK_PLAIN;
  if (language != NULL && strcmp (language, luotain_language_code (inside.text->language)) != 0)
    inside.language = inside.run.language = g_intern_string (language);
  if (cell->is_header)
    inside.run.look |= LUOTAIN_LOOK_BOLD;
  luotain_report_reader_read_children (&inside, node);
  luotain_report_reader_break (&inside);
  return cell;
}

static void
read_row (Table *table, const xmlNode *node)
{
  LuotainReportBlock *row = luotain_report_block_add (table->table, LUOTAIN_BLOCK_ROW);
  g_autofree char *id = luotain_report_reader_attribute (node, "id");
  guint column = 0;

  if (id != NULL)
    g_ptr_array_add (table->reader->anchors, g_strdup (id));
  luotain_report_reader_take_anchors (table->reader, row);
  row->in_head = table->in_head;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (luotain_report_reader_is (child, "td") || luotain_report_reader_is (child, "th"))
      {
        const LuotainReportBlock *cell = read_cell (table, row, child, column);

        column = cell->column + cell->column_span;
      }

  for (guint i = 0; i < table->taken->len; i++)
    if (g_array_index (table->taken, guint, i) > 0)
      g_array_index (table->taken, guint, i)--;
  table->table->n_columns = MAX (table->table->n_columns, table->taken->len);
  table->row++;
  if (table->in_head && table->table->n_head_rows + 1 == table->row)
    table->table->n_head_rows = table->row;
}

static void
read_group (Table *table, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (g_cancellable_is_cancelled (table->reader->cancellable))
        return;
      if (luotain_report_reader_is (child, "tr"))
        read_row (table, child);
      else if (luotain_report_reader_is (child, "thead") || luotain_report_reader_is (child, "tbody")
               || luotain_report_reader_is (child, "tfoot"))
        {
          table->in_head = luotain_report_reader_is (child, "thead");
          read_group (table, child);
          table->in_head = FALSE;
        }
    }
}

/* No cell reaches below its table, nor from its head into its body. */
static void
trim_spans (LuotainReportBlock *table)
{
  const guint n_rows = luotain_report_block_n_children (table);

  for (guint i = 0; i < n_rows; i++)
    {
      const LuotainReportBlock *row = luotain_report_block_child (table, i);
      const guint end = i < table->n_head_rows ? table->n_head_rows : n_rows;

      for (guint j = 0; j < luotain_report_block_n_children (row); j++)
        {
          LuotainReportBlock *cell = luotain_report_block_child (row, j);

          cell->row_span = MIN (cell->row_span, end - i);
        }
    }
}

static void
read_rows (Reader *reader, const xmlNode *table)
{
  for (const xmlNode *child = table->children; child != NULL; child = child->next)
    if (luotain_report_reader_is (child, "td") || luotain_report_reader_is (child, "th"))
      {
        if (reader->open != NULL)
          luotain_report_reader_add_text (reader, " · ");
        luotain_report_reader_read_children (reader, child);
      }
    else if (child->type == XML_ELEMENT_NODE)
      {
        luotain_report_reader_break (reader);
        read_rows (reader, child);
        luotain_report_reader_break (reader);
      }
    else if (child->type == XML_TEXT_NODE)
      luotain_report_reader_add_text (reader, (const char *) child->content);
}

static void
read_captions (Reader *reader, const xmlNode *table)
{
  reader->role = LUOTAIN_BLOCK_CAPTION;
  for (const xmlNode *child = table->children; child != NULL; child = child->next)
    if (luotain_report_reader_is (child, "caption"))
      {
        g_autofree char *id = luotain_report_reader_attribute (child, "id");

        if (id != NULL)
          g_ptr_array_add (reader->anchors, g_strdup (id));
        luotain_report_reader_read_children (reader, child);
        luotain_report_reader_break (reader);
      }
}

void
luotain_report_reader_read_table (Reader *reader, const xmlNode *node)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (guint));
  Table table = { .reader = reader, .taken = taken };

  luotain_report_reader_break (reader);
  read_captions (reader, node);
  if (reader->in_cell)
    {
      read_rows (reader, node);
      return;
    }

  table.table = luotain_report_block_add (reader->parent, LUOTAIN_BLOCK_TABLE);
  luotain_report_reader_take_anchors (reader, table.table);
  read_group (&table, node);
  trim_spans (table.table);
}
