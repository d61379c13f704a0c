#include "config.h"

#include "luotain-number-entry.h"

struct _LuotainNumberEntry
{
  LuotainTextEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (LuotainNumberEntry, luotain_number_entry, LUOTAIN_TYPE_TEXT_ENTRY)

/* People part thousands by blanks: 12 000. */
static char *
from_display (const char *shown)
{
  GString *number = g_string_new (NULL);

  for (const char *c = shown; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (number, g_utf8_get_char (c));
  return g_string_free (number, FALSE);
}

static void
luotain_number_entry_class_init (LuotainNumberEntryClass *klass)
{
  LUOTAIN_TEXT_ENTRY_CLASS (klass)->from_display = from_display;
}

static void
luotain_number_entry_init (LuotainNumberEntry *self)
{
  GtkEntry *entry = luotain_text_entry_get_entry (LUOTAIN_TEXT_ENTRY (self));

  gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
}
