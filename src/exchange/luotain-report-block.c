#include "luotain-report-block.h"

#include <string.h>

#define SOFT_HYPHEN "\xc2\xad"
#define LINE_SEPARATOR "\xe2\x80\xa8"

LuotainReportBlock *
luotain_report_block_new (LuotainReportKind kind)
{
  LuotainReportBlock *self = g_new0 (LuotainReportBlock, 1);

  self->kind = kind;
  self->row_span = 1;
  self->column_span = 1;
  return self;
}

void
luotain_report_block_free (LuotainReportBlock *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->anchors, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->alternative, g_free);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

LuotainReportBlock *
luotain_report_block_add (LuotainReportBlock *self, LuotainReportKind kind)
{
  LuotainReportBlock *child = luotain_report_block_new (kind);

  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_report_block_free);
  child->parent = self;
  g_ptr_array_add (self->children, child);
  return child;
}

guint
luotain_report_block_n_children (const LuotainReportBlock *self)
{
  return self->children != NULL ? self->children->len : 0;
}

LuotainReportBlock *
luotain_report_block_child (const LuotainReportBlock *self, guint index)
{
  return g_ptr_array_index (self->children, index);
}

void
luotain_report_block_add_text (LuotainReportBlock *self, const char *text, gsize length,
                               const LuotainReportRun *run)
{
  LuotainReportRun *last, added = *run;

  if (self->text == NULL)
    {
      self->text = g_string_new (NULL);
      self->runs = g_array_new (FALSE, FALSE, sizeof (LuotainReportRun));
    }
  last = self->runs->len > 0 ? &g_array_index (self->runs, LuotainReportRun, self->runs->len - 1) : NULL;
  added.start = (guint) self->text->len;
  g_string_append_len (self->text, text, (gssize) length);
  added.end = (guint) self->text->len;

  if (last != NULL && last->look == run->look && last->href == run->href && last->language == run->language)
    last->end = added.end;
  else if (added.end > added.start)
    g_array_append_val (self->runs, added);
}

char *
luotain_report_block_plain_text (const LuotainReportBlock *self)
{
  g_autoptr (GString) text = g_string_new (self->text != NULL ? self->text->str : "");

  g_string_replace (text, SOFT_HYPHEN, "", 0);
  g_string_replace (text, LINE_SEPARATOR, " ", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
