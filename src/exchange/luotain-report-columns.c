#include "luotain-report-columns.h"

#include "luotain-report-grid.h"

#define PADDING (2 * LUOTAIN_REPORT_CELL_PADDING_X)
#define INDENT_OF_LISTS 8.0

/* Rows that are measured for the widths; those of a long table are much the same. */
#define MOST_ROWS 400

/* One long cell in a column of short ones may have more lines: nothing much above the mean is wished for. */
#define MOST_OVER_MEAN 1.5

/* A column of prose wants no more than this, so that others are not squeezed. */
#define WIDEST_WISH 330.0

static void
widen (LuotainReportWidths *widths, const LuotainReportWidths *by)
{
  widths->natural = MAX (widths->natural, by->natural);
  widths->words = MAX (widths->words, by->words);
  widths->syllables = MAX (widths->syllables, by->syllables);
}

static void
measure_block (const LuotainReportBlock *block, LuotainReportType *type, double size, double indent,
               LuotainReportWidths *widths)
{
  for (guint i = 0; i < luotain_report_block_n_children (block); i++)
    {
      const LuotainReportBlock *child = luotain_report_block_child (block, i);
      LuotainReportWidths own = { 0 };
      LuotainReportStyle style;

      if (child->text != NULL)
        {
          luotain_report_style_init (&style, child, size);
          own = luotain_report_type_widths (type, child, &style);
          own.natural += indent;
          own.words += indent;
          own.syllables += indent;
          widen (widths, &own);
        }
      else
        measure_block (child, type, size, indent + (child->kind == LUOTAIN_BLOCK_LIST ? INDENT_OF_LISTS : 0),
                       widths);
    }
}

/* What a cell across several columns wants is asked of all of them alike. */
static void
ask (GArray *columns, const LuotainReportBlock *cell, LuotainReportWidths widths)
{
  const guint end = MIN (cell->column + cell->column_span, columns->len);
  const guint n = end > cell->column ? end - cell->column : 1;

  widths.natural = MIN (widths.natural, WIDEST_WISH * n) / n;
  widths.words /= n;
  widths.syllables /= n;
  for (guint i = cell->column; i < end; i++)
    widen (&g_array_index (columns, LuotainReportColumn, i), &widths);
}

GArray *
luotain_report_columns_measure (const LuotainReportBlock *table, LuotainReportType *type, double size,
                                LuotainReportWatch *watch)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (LuotainReportColumn));
  const guint n_rows = MIN (luotain_report_block_n_children (table), MOST_ROWS);
  g_autofree double *sums = g_new0 (double, table->n_columns + 1);

  g_array_set_size (columns, table->n_columns);
  for (guint i = 0; i < n_rows && !luotain_report_watch_is_cancelled (watch); i++)
    {
      const LuotainReportBlock *row = luotain_report_block_child (table, i);

      for (guint j = 0; j < luotain_report_block_n_children (row); j++)
        {
          const LuotainReportBlock *cell = luotain_report_block_child (row, j);
          LuotainReportWidths widths = { 0 };

          measure_block (cell, type, size, 0, &widths);
          ask (columns, cell, widths);
          if (cell->column_span == 1 && cell->column < columns->len)
            sums[cell->column] += MIN (widths.natural, WIDEST_WISH);
        }
    }

  for (guint i = 0; i < columns->len; i++)
    {
      LuotainReportColumn *column = &g_array_index (columns, LuotainReportColumn, i);
      const double mean = sums[i] / MAX (n_rows, 1);

      column->natural = MAX (column->words, MIN (column->natural, mean * MOST_OVER_MEAN));
    }
  return columns;
}

static LuotainReportWidths
add_up (const GArray *columns, const guint *indices, guint n)
{
  LuotainReportWidths sum = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const LuotainReportColumn *column = &g_array_index (columns, LuotainReportColumn, indices[i]);

      sum.natural += column->natural + PADDING;
      sum.words += column->words + PADDING;
      sum.syllables += column->syllables + PADDING;
    }
  return sum;
}

/* Between what is needed and what is wished all columns are served alike. */
static double
serve (double least, double most, double sum_least, double sum_most, double width)
{
  if (sum_most <= sum_least)
    return least;
  return least + (most - least) * CLAMP ((width - sum_least) / (sum_most - sum_least), 0, 1);
}

/* Those with the longest words give first. */
double
luotain_report_columns_limit (const GArray *columns, const guint *indices, guint n, double width)
{
  const LuotainReportWidths all = add_up (columns, indices, n);
  double low = 0, high = width;

  if (all.words <= width || all.syllables > width)
    return all.words <= width ? G_MAXDOUBLE : 0;

  for (int i = 0; i < 40; i++)
    {
      const double limit = (low + high) / 2;
      double sum = 0;

      for (guint j = 0; j < n; j++)
        {
          const LuotainReportColumn *column = &g_array_index (columns, LuotainReportColumn, indices[j]);

          sum += MAX (column->syllables, MIN (column->words, limit)) + PADDING;
        }
      if (sum > width)
        high = limit;
      else
        low = limit;
    }
  return low;
}

double *
luotain_report_columns_share (const GArray *columns, const guint *indices, guint n, double width)
{
  const LuotainReportWidths sum = add_up (columns, indices, n);
  double *edges = g_new0 (double, n + 1);
  const double limit = luotain_report_columns_limit (columns, indices, n, width);
  double used;

  for (guint i = 0; i < n; i++)
    {
      const LuotainReportColumn *column = &g_array_index (columns, LuotainReportColumn, indices[i]);
      double own;

      if (sum.words <= width)
        own = serve (column->words, column->natural, sum.words, sum.natural, width) + PADDING;
      else if (sum.syllables <= width)
        own = MAX (column->syllables, MIN (column->words, limit)) + PADDING;
      else
        own = (column->syllables + PADDING) * width / sum.syllables;
      edges[i + 1] = edges[i] + own;
    }

  /* All of the width, as the text above and below. */
  used = edges[n];
  for (guint i = 1; i <= n && used > 0; i++)
    edges[i] *= width / used;
  return edges;
}
