#pragma once

#include "luotain-text-field.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TEXT_ENTRY (luotain_text_entry_get_type ())

/** LuotainTextEntry: a single line that edits one column of a record, saving as it is left or on Enter. */
G_DECLARE_DERIVABLE_TYPE (LuotainTextEntry, luotain_text_entry, LUOTAIN, TEXT_ENTRY, LuotainTextField)

struct _LuotainTextEntryClass
{
  LuotainTextFieldClass parent_class;

  /* How the column's text is shown, and what somebody wrote is stored: both (transfer full) (nullable). */
  char *(*to_display) (const char *text);
  char *(*from_display) (const char *shown);
};

GtkWidget *luotain_text_entry_new (void);

/** luotain_text_entry_get_entry: (transfer none): for icons and input purpose. */
GtkEntry *luotain_text_entry_get_entry (LuotainTextEntry *self);

G_END_DECLS
