#include "luotain-item.h"

static void
clear_link (gpointer data)
{
  g_free (((LuotainItemLink *) data)->note);
}

LuotainItem *
luotain_item_new (const LuotainRecordType *type, int line)
{
  LuotainItem *self = luotain_item_new_for_record (type, luotain_record_new (type));

  self->line = line;
  return self;
}

LuotainItem *
luotain_item_new_for_record (const LuotainRecordType *type, gpointer record)
{
  LuotainItem *self = g_new0 (LuotainItem, 1);

  self->type = type;
  self->record = record;
  return self;
}

LuotainItemLink *
luotain_item_add_link (LuotainItem *self)
{
  const LuotainItemLink empty = { .confirmed = LUOTAIN_CONFIRMED_NOW };

  if (self->links == NULL)
    {
      self->links = g_array_new (FALSE, TRUE, sizeof (LuotainItemLink));
      g_array_set_clear_func (self->links, clear_link);
    }

  g_array_append_val (self->links, empty);
  return &g_array_index (self->links, LuotainItemLink, self->links->len - 1);
}

void
luotain_item_free (LuotainItem *self)
{
  if (self == NULL)
    return;

  luotain_record_free (self->type, self->record);
  g_clear_pointer (&self->links, g_array_unref);
  g_free (self);
}
